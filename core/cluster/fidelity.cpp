// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/fidelity.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

/// Calls body(tensor, vector's part, update's part) over parts small enough for the stack, so that
/// a model's size is never needed once more in memory.
template <typename Body>
void inParts(const Update& update, std::span<const float> vector, const Layout& layout,
             const Body& body) {
  constexpr std::size_t kPart = 4096;
  std::array<float, kPart> buffer{};
  for (std::size_t t = 0; t < layout.size(); ++t) {
    const std::size_t end = layout[t].offset + layout[t].size();
    for (std::size_t begin = layout[t].offset; begin < end; begin += kPart) {
      const auto part = std::span(buffer).first(std::min(kPart, end - begin));
      std::ranges::fill(part, 0.0F);
      update.addTo(part, begin);
      body(t, vector.subspan(begin, part.size()), std::span<const float>(part));
    }
  }
}

}  // namespace

TensorFidelity& TensorFidelity::operator+=(const TensorFidelity& other) {
  input += other.input;
  error += other.error;
  sent += other.sent;
  gradient += other.gradient;
  sentGradient += other.sentGradient;
  kept += other.kept;
  return *this;
}

LayerRecord layerRecord(const TensorFidelity& sums, std::size_t workers, std::size_t size) {
  LayerRecord record;
  if (workers == 0) return record;
  const auto count = static_cast<double>(workers);
  if (size > 0) record.kept = static_cast<double>(sums.kept) / (count * static_cast<double>(size));
  if (sums.input > 0.0) record.error = sums.error / sums.input;
  record.residualNorm = std::sqrt(sums.error / count);
  if (const double lengths = std::sqrt(sums.sent) * std::sqrt(sums.gradient); lengths > 0.0)
    record.cosine = sums.sentGradient / lengths;
  return record;
}

void MeasuredCompressor::watch(bool on) {
  watched_ = on;
  uses_ = 0;
}

Result<void> MeasuredCompressor::compress(std::span<const float> input, const Layout& layout,
                                          Random& random, Payload& payload) {
  auto compressed = operator_->compress(input, layout, random, payload);
  if (!watched_ || !compressed) return compressed;
  ++uses_;
  direct_ = false;
  tensors_.assign(layout.size(), {});
  if (auto decoded = operator_->decode(payload, layout, received_); !decoded) return decoded;
  inParts(received_, input, layout,
          [&](std::size_t t, std::span<const float> v, std::span<const float> received) {
            tensors_[t].input += squaredNorm(v);
            tensors_[t].error += squaredDistance(received, v);
          });
  return compressed;
}

std::span<float> MeasuredCompressor::writeDirectly(const Layout& layout, Payload& payload) {
  const auto floats = operator_->writeDirectly(layout, payload);
  if (watched_ && !floats.empty()) {
    ++uses_;
    direct_ = true;
  }
  return floats;
}

std::span<const TensorFidelity> MeasuredCompressor::measured(const Payload& payload,
                                                             const Layout& layout,
                                                             std::span<const float> gradient) {
  if (!watched_ || uses_ != 1) return {};
  if (direct_) tensors_.assign(layout.size(), {});  // the vector itself: nothing stays behind
  if (!operator_->decode(payload, layout, received_)) return {};
  inParts(received_, gradient, layout,
          [&](std::size_t t, std::span<const float> g, std::span<const float> received) {
            auto& tensor = tensors_[t];
            const double sent = squaredNorm(received);
            tensor.sent += sent;
            if (direct_) tensor.input += sent;
            tensor.gradient += squaredNorm(g);
            tensor.sentGradient += dot(received, g);
            tensor.kept += std::ranges::count_if(received, [](float x) { return x != 0.0F; });
          });
  received_ = Update();  // nothing is measured most of the time, and there is one for each worker
  return tensors_;
}

}  // namespace telegrad
