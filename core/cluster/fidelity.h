// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/compress/compressor.h"
#include "core/metrics/layer_record.h"

namespace telegrad {

/// How well what was sent of one tensor stands for what was to be sent: sums over its entries, in
/// double, of the vector v that was compressed, of C(v) as the receiver has it, and of the gradient
/// G of the worker's minibatch. Sums of several workers add up.
struct TensorFidelity {
  double input = 0.0;         ///< ||v||^2
  double error = 0.0;         ///< ||C(v) - v||^2: under error feedback, what stays behind
  double sent = 0.0;          ///< ||C(v)||^2
  double gradient = 0.0;      ///< ||G||^2
  double sentGradient = 0.0;  ///< <C(v), G>
  std::int64_t kept = 0;      ///< entries of C(v) that are not zero

  TensorFidelity& operator+=(const TensorFidelity& other);
};

/// The same as a share, a norm and a cosine: of sums over so many workers, of a tensor (or model)
/// of that size. Nothing is known without workers.
LayerRecord layerRecord(const TensorFidelity& sums, std::size_t workers, std::size_t size);

/// A worker's compressor that can say how well it did. Off, it is the compressor it was made from;
/// on, payloads are the same bits, and are decoded once more.
///
/// Threads: as Compressor.
class MeasuredCompressor final : public Compressor {
 public:
  explicit MeasuredCompressor(std::unique_ptr<Compressor> operatorItself)
      : operator_(std::move(operatorItself)) {}

  /// Whether to measure the worker's coming turn. Forgets what was measured before.
  void watch(bool on);
  /// After a turn that wrote `payload`: one entry a tensor. Empty where the turn did not go through
  /// this compressor exactly once with a whole vector: there is then no v to compare with.
  /// Shapes: gradient [d], G itself.
  std::span<const TensorFidelity> measured(const Payload& payload, const Layout& layout,
                                           std::span<const float> gradient);

  void configure(const Settings& settings) override { operator_->configure(settings); }
  void exchange(StateArchive& state) override { operator_->exchange(state); }
  bool setKeptFraction(double fraction) override { return operator_->setKeptFraction(fraction); }
  bool setKeptFractions(std::span<const double> fractions) override {
    return operator_->setKeptFractions(fractions);
  }
  std::optional<std::size_t> bytesFor(double fraction, const Layout& layout) const override {
    return operator_->bytesFor(fraction, layout);
  }
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  std::span<float> writeDirectly(const Layout& layout, Payload& payload) override;
  bool writeLater(const VectorInParts& vector, const Layout& layout, Payload& payload) override {
    return !watched_ && operator_->writeLater(vector, layout, payload);
  }
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override {
    return operator_->decode(payload, layout, update);
  }
  BitCounts count(const Payload& payload, const Layout& layout) const override {
    return operator_->count(payload, layout);
  }

 private:
  std::unique_ptr<Compressor> operator_;
  bool watched_ = false;
  int uses_ = 0;         // of compress() or writeDirectly() since watch()
  bool direct_ = false;  // the last of them was writeDirectly()
  Update received_;
  std::vector<TensorFidelity> tensors_;
};

}  // namespace telegrad
