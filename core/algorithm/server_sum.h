// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/algorithm/algorithm.h"

namespace telegrad {

/// The server of a sum aggregation: keeps the last update of every worker and applies them all in
/// every iteration, w^{k+1} = w^k - sum_m stored_m (SASG eq. 8; the updates contain gamma).
///
/// With a momentum mu > 0, w^{k+1} = w^k - v^{k+1}, v^{k+1} = mu v^k + sum_m stored_m, v^0 = 0:
/// with a constant gamma that is Polyak's heavy ball as torch.optim.SGD has it. As gamma is inside,
/// moves from before a decay keep theirs while they die away.
///
/// The sum of a coordinate is taken in worker order, whatever the number of threads.
class ServerSum {
 public:
  void begin(std::size_t workers, const Layout& layout);

  /// stored_m = what `payload` holds, which is kept only as long as a dense update refers to it:
  /// the one before it is handed back for reuse. Of a payload that is encoded part by part, that is
  /// done in apply(), and for the next one of these alone. Errors: a payload that does not decode.
  Result<void> store(std::size_t worker, const Compressor& compressor, Payload& payload);

  /// Gives the stored payload's memory back to a worker that is sure to upload in the next
  /// iteration, which then writes where the caches are warm. Nothing is stored for it until then.
  void handBack(std::size_t worker, Payload& payload);

  /// Nothing is stored for a worker that left, until it uploads again.
  void drop(std::size_t worker);

  /// The updates that are stored, and v.
  void exchange(StateArchive& state) {
    state(updates_);
    state.emptyOr(elementCount(layout_), velocity_);
  }

  /// next = weights - sum_m stored_m, or with a momentum as above; one of 0 forgets v. The result
  /// is ||next - weights||^2.
  double apply(float momentum, std::span<const float> weights, std::span<float> next,
               const ParallelRanges& parallel);

 private:
  void sumPart(std::size_t part, std::size_t begin, std::span<float> sum) const;

  Layout layout_;
  std::vector<Payload> payloads_;  // one a worker: whose bytes a dense update refers to
  std::vector<Update> updates_;
  std::vector<const VectorInParts*> later_;  // likewise: in place of an update; none for most
  FloatVector velocity_;                     // v; empty without momentum
};

}  // namespace telegrad
