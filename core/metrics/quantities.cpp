// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/quantities.h"

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

#include "core/base/catalogue.h"
#include "core/base/said.h"

namespace telegrad {
namespace {

constexpr bool kAxis = true;

// A new quantity is a field of Record and a line here.
std::vector<Quantity> makeQuantities() {
  using R = Record;
  std::vector<Quantity> all{
      {0, "iteration", "Iterations", "", "Steps of the algorithm so far.", &R::iteration, kAxis},
      {0, "epoch", "Epochs", "", "Passes over a worker's shard so far.", &R::epoch, kAxis},
      {0, "rounds", "Communication rounds", "", "Uploads by workers so far.", &R::rounds, kAxis},
      {0, "payload_bits", "Payload bits", "bit", "Uploaded values alone, as the papers count.",
       &R::payloadBits, kAxis},
      {0, "wire_bits", "Wire bits", "bit", "Uploaded with positions, framing and message overhead.",
       &R::wireBits, kAxis},
      {0, "simulated_s", "Simulated time", "s", "Time on the emulator's clock.",
       &R::simulatedSeconds, kAxis},
      {0, "wall_s", "Wall time", "s", "Time on this machine's clock.", &R::wallSeconds, kAxis},
      {0, "train_loss", "Training loss", "",
       "Mean over workers of this iteration's minibatch loss.", &R::trainLoss},
      {0, "epoch_loss", "Training loss, epoch mean", "",
       "Mean of the training loss since the epoch began.", &R::epochLoss},
      {0, "test_loss", "Test loss", "", "Mean loss over the test set, where evaluated.",
       &R::testLoss},
      {0, "test_accuracy", "Test accuracy", "",
       "Share of the test set that is classified correctly, where evaluated.", &R::testAccuracy},
      {0, "uploads", "Uploads", "", "Workers that uploaded in this iteration.", &R::uploads},
      {0, "skips", "Skips", "", "Workers that skipped their upload in this iteration.", &R::skips},
      {0, "forced", "Forced uploads", "",
       "Of this iteration's uploads, those made because of the delay bound, or by a worker that "
       "came back.",
       &R::forced},
      {0, "compute_s", "Compute time", "s",
       "Of an iteration's simulated time: computing the gradient, on the critical path.",
       &R::computeSeconds},
      {0, "queue_s", "Queueing time", "s",
       "Of an iteration's simulated time: behind other messages, on the critical path.",
       &R::queueSeconds},
      {0, "transfer_s", "Transfer time", "s",
       "Of an iteration's simulated time: serialisation, on the critical path.",
       &R::transferSeconds},
      {0, "latency_s", "Propagation time", "s",
       "Of an iteration's simulated time: propagation, on the critical path.", &R::latencySeconds},
      {0, "residual_norm", "Residual norm", "",
       "Root mean square over workers of the norm of what compression left out, where evaluated.",
       &R::residualNorm},
      {0, "staleness", "Staleness", "",
       "Iterations whose uploads have been sent but are not in the next weights yet.",
       &R::staleness},
      {0, "compression_ratio", "Compression ratio", "",
       "Value bits of this iteration's uploads over those of dense gradients.",
       &R::compressionRatio},
      {0, "encode_s", "Encoding time", "s",
       "Of an iteration's simulated time: encoding the upload, on the critical path.",
       &R::encodeSeconds},
      {0, "compression_error", "Compression error", "",
       "Share of the squared norm of what was to be sent that compression left out, where "
       "evaluated.",
       &R::compressionError},
      {0, "cosine", "Cosine to the gradient", "",
       "Between what workers sent and their minibatches' gradients, where evaluated.", &R::cosine},
      {0, "message_paper_bits", "Bits of an iteration's messages, as the operator's paper counts",
       "bit", "Of this iteration's messages, as the operator's paper counts, where evaluated.",
       &R::paperBits},
      {0, "message_entropy_bits", "Bits of an iteration's messages, entropy bound", "bit",
       "What no code of the same numbers and positions goes below, where evaluated.",
       &R::entropyBits},
      {0, "message_coded_bits", "Bits of an iteration's messages, coded", "bit",
       "That the messages really have, without the network's overhead, where evaluated.",
       &R::codedBits},
      {0, "suboptimality", "Suboptimality f − f*", "",
       "How far the workers' mean function is above its minimum, for models that know it, where "
       "evaluated.",
       &R::suboptimality},
      {0, "test_top5_accuracy", "Top-5 test accuracy", "",
       "Share of the test set whose class is among the five that are rated highest, where "
       "evaluated.",
       &R::testTop5Accuracy},
      {0, "source_1_accuracy", "Accuracy on the first source", "",
       "Test accuracy on the first of the sources that data are mixed from, where evaluated.",
       &R::source1Accuracy},
      {0, "source_2_accuracy", "Accuracy on the second source", "",
       "Test accuracy on the second of the sources that data are mixed from, where evaluated.",
       &R::source2Accuracy}};
  for (std::size_t i = 0; i < all.size(); ++i) all[i].index = i;
  return all;
}

}  // namespace

double Quantity::read(const Record& record) const {
  if (const auto* whole = std::get_if<std::int64_t Record::*>(&field))
    return static_cast<double>(record.**whole);
  return record.*std::get<double Record::*>(field);
}

std::span<const Quantity> quantities() {
  static const std::vector<Quantity> all = makeQuantities();
  return all;
}

Result<const Quantity*> findQuantity(std::string_view key) {
  std::string underscored(key);
  std::ranges::replace(underscored, '-', '_');
  const auto all = quantities();
  const auto found = std::ranges::find(all, underscored, &Quantity::key);
  if (found != all.end()) return &*found;
  std::vector<std::string> keys;
  for (const auto& each : all) keys.push_back(each.key);
  return unknownKey(said("quantity"), key, keys);
}

const Quantity& quantity(std::string_view key) {
  const auto found = findQuantity(key);
  assert(found);
  return **found;
}

}  // namespace telegrad
