// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/compress/compressor.h"

namespace telegrad::test {

inline const CompressorEntry& entry(std::string_view key) {
  const auto found = find(compressors(), key, "compressor");
  if (!found) qFatal("%s", found.error().message.c_str());
  return **found;
}

inline Settings settings(std::string_view key, const Values& values = {}) {
  auto made = Settings::from(entry(key).parameters, values);
  if (!made) qFatal("%s", made.error().message.c_str());
  return *std::move(made);
}

inline std::unique_ptr<Compressor> make(std::string_view key, const Values& values = {}) {
  return entry(key).make(settings(key, values));
}

/// Tensors of these shapes, one after the other, called t0, t1, ...
inline Layout layoutOf(const std::vector<Shape>& shapes) {
  Layout layout;
  for (const auto& shape : shapes) {
    NamedTensor tensor;
    tensor.name.append("t").append(std::to_string(layout.size()));
    tensor.shape = shape;
    tensor.offset = elementCount(layout);
    layout.push_back(tensor);
  }
  return layout;
}

inline std::vector<float> normals(std::size_t size, std::uint64_t seed) {
  Random random(seed, Purpose::Test);
  std::vector<float> x(size);
  for (auto& v : x) v = static_cast<float>(random.normal());
  return x;
}

/// The vector that an update stands for.
inline std::vector<float> dense(const Update& update) {
  std::vector<float> x(update.size(), 0.0F);
  update.addTo(x, 0);
  return x;
}

inline Payload compress(Compressor& compressor, const std::vector<float>& input,
                        const Layout& layout) {
  Random random(5, Purpose::Compression);
  Payload payload;
  const auto done = compressor.compress(input, layout, random, payload);
  if (!done) qFatal("%s", done.error().message.c_str());
  return payload;
}

inline std::vector<float> decode(const Compressor& compressor, const Payload& payload,
                                 const Layout& layout) {
  Update update;
  const auto done = compressor.decode(payload, layout, update);
  if (!done) qFatal("%s", done.error().message.c_str());
  return dense(update);
}

inline std::vector<float> roundTrip(std::string_view key, const Values& values,
                                    const std::vector<float>& input) {
  const auto layout = layoutOf({{static_cast<std::int64_t>(input.size())}});
  const auto compressor = make(key, values);
  return decode(*compressor, compress(*compressor, input, layout), layout);
}

}  // namespace telegrad::test
