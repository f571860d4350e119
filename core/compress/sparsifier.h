// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/compress/compressor.h"
#include "core/compress/sparse_payload.h"

namespace telegrad {

/// A compressor that sends some entries of the vector and nothing of the others. Which ones and
/// what they hold are two parts of what it sends, so that another operator may write the second
/// (composed.h).
class Sparsifier : public Compressor {
 public:
  /// Chooses: strictly ascending positions, and the value that is to be received at each.
  /// Errors: as compress().
  virtual Result<void> keep(std::span<const float> input, const Layout& layout, Random& random,
                            Update::Entries& kept) = 0;
  /// Appends where the entries are that keep() chose last, and counts the bits. Anything may
  /// follow.
  virtual void appendPositions(const Update::Entries& kept, std::size_t size,
                               Payload& payload) const = 0;
  /// Reads those from the front of any bytes; returns how many bytes they took.
  virtual Result<std::size_t> readPositions(std::span<const std::byte> bytes, std::size_t size,
                                            std::vector<std::uint32_t>& positions) const = 0;
  /// What the positions amount to.
  virtual BitCounts positionCounts(std::span<const std::uint32_t> positions,
                                   const Layout& layout) const = 0;

  /// 32 bits a kept entry, and the positions.
  BitCounts count(const Payload& payload, const Layout& layout) const override;
};

/// One whose positions travel, in the code that its settings choose.
class PositionSender : public Sparsifier {
 public:
  explicit PositionSender(SparsePayload form) : form_(std::move(form)) {}

  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  void appendPositions(const Update::Entries& kept, std::size_t size,
                       Payload& payload) const override;
  Result<std::size_t> readPositions(std::span<const std::byte> bytes, std::size_t size,
                                    std::vector<std::uint32_t>& positions) const override;
  /// log2 C(d, k).
  BitCounts positionCounts(std::span<const std::uint32_t> positions,
                           const Layout& layout) const override;

 protected:
  const SparsePayload& form() const { return form_; }

 private:
  SparsePayload form_;
  Update::Entries kept_;  // scratch
};

}  // namespace telegrad
