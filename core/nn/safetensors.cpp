// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/safetensors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/said.h"

namespace telegrad {
namespace {

static_assert(std::endian::native == std::endian::little, "floats are stored as they are");

using Json = nlohmann::json;

constexpr std::uint64_t kLargestHeader = std::uint64_t{16} << 20U;
constexpr std::size_t kLengthBytes = 8;
constexpr const char* kMetadata = "__metadata__";

/// Where a tensor's bytes are, counted from the end of the header.
struct Stored {
  std::string type;
  Shape shape;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

std::string shown(const Shape& shape) {
  std::string text = "[";
  for (const auto extent : shape) text += (text.size() > 1 ? ", " : "") + std::to_string(extent);
  return text + "]";
}

Error refused(const std::filesystem::path& path, const std::string& why) {
  return Error{path.string() + ": " + why};
}

Result<Stored> storedOf(const Json& entry) {
  const auto bad = [](const std::string& what) {
    return Error{
        said("%1; allowed: {\"dtype\": text, \"shape\": [whole numbers], \"data_offsets\": [begin, "
             "end]}",
             what)};
  };
  if (!entry.is_object()) return bad(said("read no object"));
  const auto type = entry.find("dtype");
  const auto shape = entry.find("shape");
  const auto offsets = entry.find("data_offsets");
  if (type == entry.end() || !type->is_string()) return bad(said("read no dtype"));
  if (shape == entry.end() || !shape->is_array()) return bad(said("read no shape"));
  if (offsets == entry.end() || !offsets->is_array() || offsets->size() != 2)
    return bad(said("read no pair of data_offsets"));
  Stored stored;
  stored.type = type->get<std::string>();
  for (const auto& extent : *shape) {
    if (!extent.is_number_unsigned())
      return bad(said("read a shape with other than whole numbers"));
    stored.shape.push_back(static_cast<std::int64_t>(extent.get<std::uint64_t>()));
  }
  for (const auto& offset : *offsets)
    if (!offset.is_number_unsigned())
      return bad(said("read data_offsets other than whole numbers"));
  stored.begin = (*offsets)[0].get<std::uint64_t>();
  stored.end = (*offsets)[1].get<std::uint64_t>();
  if (stored.begin > stored.end) return bad(said("read data_offsets that end before they begin"));
  return stored;
}

/// Whether the tensors fill the rest of the file, each byte one tensor's.
bool fill(const std::map<std::string, Stored>& tensors, std::uint64_t bytes) {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
  ranges.reserve(tensors.size());
  for (const auto& [name, stored] : tensors) ranges.emplace_back(stored.begin, stored.end);
  std::ranges::sort(ranges);
  std::uint64_t at = 0;
  for (const auto& [begin, end] : ranges) {
    if (begin != at) return false;
    at = end;
  }
  return at == bytes;
}

Result<std::map<std::string, Stored>> readHeader(std::ifstream& file, std::uint64_t fileSize,
                                                 std::uint64_t& dataBegin) {
  std::array<unsigned char, kLengthBytes> length{};
  file.read(reinterpret_cast<char*>(length.data()), kLengthBytes);  // NOLINT: bytes are bytes
  std::uint64_t headerSize = 0;
  for (std::size_t i = kLengthBytes; i-- > 0;) headerSize = headerSize << 8U | length.at(i);
  if (!file || headerSize > std::min(kLargestHeader, fileSize - kLengthBytes))
    return Error{said("read a header of %1 bytes in a file of %2; allowed: at most the file and %3",
                      headerSize, fileSize, kLargestHeader)};
  std::string text(headerSize, '\0');
  file.read(text.data(), static_cast<std::streamsize>(headerSize));
  const Json header = Json::parse(text, nullptr, false);
  if (!file || !header.is_object()) return Error{said("the header is not a JSON object")};
  std::map<std::string, Stored> tensors;
  for (const auto& [name, entry] : header.items()) {
    if (name == kMetadata) continue;
    auto stored = storedOf(entry);
    if (!stored) return Error{said("tensor %1: %2", name, stored.error())};
    tensors.emplace(name, *std::move(stored));
  }
  dataBegin = kLengthBytes + headerSize;
  if (!fill(tensors, fileSize - dataBegin))
    return Error{
        said("the tensors' data_offsets do not cover its %1 bytes of data; allowed: no gaps, no "
             "overlaps, nothing beyond the end",
             fileSize - dataBegin)};
  return tensors;
}

/// The file, and what its header says.
Result<std::map<std::string, Stored>> open(const std::filesystem::path& path, std::ifstream& file,
                                           std::uint64_t& dataBegin) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  file.open(path, std::ios::binary);
  if (failed || !file) return refused(path, said("cannot read it"));
  if (size < kLengthBytes) return refused(path, said("read %1 bytes; allowed: 8 and more", size));
  auto tensors = readHeader(file, size, dataBegin);
  return tensors ? std::move(tensors) : refused(path, tensors.error().message);
}

Result<void> check(const NamedTensor& wanted, const std::map<std::string, Stored>& tensors) {
  const auto found = tensors.find(wanted.name);
  if (found == tensors.end()) return Error{said("it has no tensor %1", wanted.name)};
  const auto& stored = found->second;
  if (stored.type != "F32")
    return Error{said("tensor %1: read dtype %2; allowed: F32", wanted.name, stored.type)};
  if (stored.shape != wanted.shape)
    return Error{said("tensor %1: read shape %2; allowed: %3", wanted.name, shown(stored.shape),
                      shown(wanted.shape))};
  if (stored.end - stored.begin != wanted.size() * sizeof(float))
    return Error{said("tensor %1: read %2 bytes; allowed: %3", wanted.name,
                      stored.end - stored.begin, wanted.size() * sizeof(float))};
  return {};
}

}  // namespace

Result<void> writeSafetensors(const std::filesystem::path& path, const Layout& layout,
                              std::span<const float> values) {
  assert(values.size() == elementCount(layout));
  auto header = nlohmann::ordered_json::object();
  for (const auto& tensor : layout) {
    const std::size_t begin = tensor.offset * sizeof(float);
    header[tensor.name] = {{"dtype", "F32"},
                           {"shape", tensor.shape},
                           {"data_offsets", {begin, begin + tensor.size() * sizeof(float)}}};
  }
  std::string text = header.dump();
  text.resize((text.size() + kLengthBytes - 1) / kLengthBytes * kLengthBytes, ' ');
  std::array<char, kLengthBytes> length{};
  for (std::size_t i = 0; i < kLengthBytes; ++i)
    length.at(i) = static_cast<char>(text.size() >> (8 * i) & 0xFFU);
  auto part = path;
  part += ".part";
  std::ofstream file(part, std::ios::binary);
  file.write(length.data(), kLengthBytes);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.write(reinterpret_cast<const char*>(values.data()),  // NOLINT: bytes are bytes
             static_cast<std::streamsize>(values.size_bytes()));
  file.close();
  std::error_code failed;
  if (file) std::filesystem::rename(part, path, failed);
  if (file && !failed) return {};
  std::error_code ignored;
  std::filesystem::remove(part, ignored);
  return refused(path, said("cannot write it"));
}

Result<bool> holdsTensor(const std::filesystem::path& path, const std::string& name) {
  std::uint64_t dataBegin = 0;
  std::ifstream file;
  const auto tensors = open(path, file, dataBegin);
  if (!tensors) return tensors.error();
  return tensors->contains(name);
}

Result<FloatVector> readSafetensors(const std::filesystem::path& path, const Layout& layout) {
  std::uint64_t dataBegin = 0;
  std::ifstream file;
  const auto tensors = open(path, file, dataBegin);
  if (!tensors) return tensors.error();
  for (const auto& wanted : layout)
    if (const auto fits = check(wanted, *tensors); !fits)
      return refused(path, fits.error().message);
  FloatVector values(elementCount(layout));
  for (const auto& wanted : layout) {
    const auto place = std::span(values).subspan(wanted.offset, wanted.size());
    file.seekg(static_cast<std::streamoff>(dataBegin + tensors->at(wanted.name).begin));
    file.read(reinterpret_cast<char*>(place.data()),  // NOLINT: bytes are bytes
              static_cast<std::streamsize>(place.size_bytes()));
    if (!file) return refused(path, said("cannot read tensor %1", wanted.name));
    if (!std::ranges::all_of(place, [](float value) { return std::isfinite(value); }))
      return refused(path, said("tensor %1: read a value that is not finite", wanted.name));
  }
  return values;
}

}  // namespace telegrad
