// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of what a run measures.
#include <algorithm>
#include <cmath>
#include <map>

#include "ui/models/number_format.h"
#include "ui/models/present_numbers.h"

namespace telegrad::ui {
namespace {

constexpr double kPerValue = 32.0;

/// The newest value that there is of a quantity, and in which iteration it was measured.
struct Measured {
  double value = Record::kNone;
  std::int64_t iteration = 0;
};
Measured newestOf(const Run& run, const Quantity& quantity) {
  const auto column = run.series.column(quantity);
  for (auto row = column.size(); row > 0; --row)
    if (std::isfinite(column[row - 1])) return {column[row - 1], static_cast<std::int64_t>(row)};
  return {};
}

QString worded(const Quantity& quantity, double value) {
  if (quantity.unit == "s") return timed(value);
  if (quantity.unit == "bit") return sized(value);
  if (quantity.isWhole()) return grouped(std::llround(value));
  return shortNumber(value, 4);
}

QString epochNow(const PresentNumbers& numbers) {
  const Run& run = *numbers.run();
  if (!run.info || run.info->iterationsPerEpoch <= 0) return {};
  const auto last = numbers.last();
  return tr("%1 / %2 iterations an epoch = %3")
      .arg(grouped(last.iteration), grouped(run.info->iterationsPerEpoch),
           shortNumber(last.epoch, 4));
}

QString roundsNow(const PresentNumbers& numbers) {
  const auto last = numbers.last();
  const double turns = numbers.workers() * static_cast<double>(last.iteration);
  return tr("%1 uploads of %2 × %3 = %4 turns: %5")
      .arg(grouped(last.rounds))
      .arg(numbers.workers())
      .arg(grouped(last.iteration), grouped(std::llround(turns)),
           percent(static_cast<double>(last.rounds) / turns));
}

QString payloadNow(const PresentNumbers& numbers) {
  const auto last = numbers.last();
  const double d = numbers.parameters();
  const auto bits = static_cast<double>(last.payloadBits);
  if (last.rounds == 0) return {};
  QString words =
      tr("%1 uploads × %2 = %3")
          .arg(grouped(last.rounds), sized(bits / static_cast<double>(last.rounds)), sized(bits));
  const double dense = kPerValue * d * numbers.workers() * static_cast<double>(last.iteration);
  if (dense > 0.0)
    words += tr("\nSGD would have sent 32 × %1 × %2 × %3 = %4: %5 of it")
                 .arg(grouped(std::llround(d)))
                 .arg(numbers.workers())
                 .arg(grouped(last.iteration), sized(dense), percent(bits / dense, 2));
  return words;
}

QString wireNow(const PresentNumbers& numbers) {
  const auto last = numbers.last();
  if (last.payloadBits == 0) return {};
  return tr("%1 / %2 of values = %3 times as much")
      .arg(sized(static_cast<double>(last.wireBits)), sized(static_cast<double>(last.payloadBits)),
           shortNumber(static_cast<double>(last.wireBits) / static_cast<double>(last.payloadBits)));
}

/// Time of either clock, and what an iteration takes of it.
QString timeNow(const PresentNumbers& numbers, double seconds) {
  const auto iterations = static_cast<double>(numbers.last().iteration);
  return tr("%1 / %2 iterations = %3 each")
      .arg(timed(seconds), grouped(std::llround(iterations)), timed(seconds / iterations));
}
QString simulatedNow(const PresentNumbers& numbers) {
  return timeNow(numbers, numbers.last().simulatedSeconds);
}
QString wallNow(const PresentNumbers& numbers) {
  return timeNow(numbers, numbers.last().wallSeconds);
}

QString turnsNow(const PresentNumbers& numbers) {
  const auto last = numbers.last();
  return tr("iteration %1: %2 uploads (%3 of them forced) and %4 skips, of %5 workers")
      .arg(grouped(last.iteration))
      .arg(last.uploads)
      .arg(last.forced)
      .arg(last.skips)
      .arg(numbers.workers());
}

QString pathNow(const PresentNumbers& numbers) {
  const auto last = numbers.last();
  const double all = last.computeSeconds + last.encodeSeconds + last.queueSeconds +
                     last.transferSeconds + last.latencySeconds;
  if (!(all > 0.0)) return {};
  return tr("compute %1 + encode %2 + queue %3 + transfer %4 + latency %5 = %6")
      .arg(timed(last.computeSeconds), timed(last.encodeSeconds), timed(last.queueSeconds),
           timed(last.transferSeconds), timed(last.latencySeconds), timed(all));
}

QString ratioNow(const PresentNumbers& numbers) {
  const double ratio = numbers.last().compressionRatio;
  const double d = numbers.parameters();
  if (!std::isfinite(ratio) || !(d > 0.0)) return {};
  return tr("%1 × 32 × %2 = %3 of values an upload")
      .arg(percent(ratio, 2), grouped(std::llround(d)), sized(ratio * kPerValue * d));
}

QString errorNow(const PresentNumbers& numbers) {
  const auto measured = newestOf(*numbers.run(), quantity("compression_error"));
  const double kept = numbers.keptShare();
  if (!std::isfinite(measured.value)) return {};
  return tr("‖C(v) − v‖² / ‖v‖² = %1 in iteration %2; Top-k: at most 1 − %3 = %4")
      .arg(shortNumber(measured.value), grouped(measured.iteration), shortNumber(kept),
           shortNumber(1.0 - kept));
}

QString accuracyNow(const PresentNumbers& numbers) {
  const auto measured = newestOf(*numbers.run(), quantity("test_accuracy"));
  const auto& matrix = numbers.run()->confusion;
  if (!std::isfinite(measured.value)) return {};
  std::uint64_t right = 0;
  std::uint64_t all = 0;
  for (std::size_t c = 0; matrix != nullptr && c < matrix->classes(); ++c) {
    right += matrix->at(c, c);
    all += matrix->examples(c);
  }
  // Of several sources it is their mean.
  const bool isTheShare =
      all > 0 && numbers.run()->confusionAt == measured.iteration &&
      std::llround(measured.value * static_cast<double>(all)) == static_cast<std::int64_t>(right);
  if (!isTheShare)
    return tr("%1 in iteration %2").arg(percent(measured.value), grouped(measured.iteration));
  return tr("%1 right / %2 examples = %3, in iteration %4")
      .arg(grouped(static_cast<std::int64_t>(right)), grouped(static_cast<std::int64_t>(all)),
           percent(static_cast<double>(right) / static_cast<double>(all)),
           grouped(measured.iteration));
}

QString messagesNow(const PresentNumbers& numbers) {
  const Run& run = *numbers.run();
  const auto coded = newestOf(run, quantity("message_coded_bits"));
  if (!std::isfinite(coded.value)) return {};
  return tr("as papers count %1, entropy bound %2, coded %3; iteration %4")
      .arg(sized(newestOf(run, quantity("message_paper_bits")).value),
           sized(newestOf(run, quantity("message_entropy_bits")).value), sized(coded.value),
           grouped(coded.iteration));
}

const std::map<std::string_view, PresentFormula>& quantityFormulas() {
  static const std::map<std::string_view, PresentFormula> formulas{
      {"epoch", epochNow},
      {"rounds", roundsNow},
      {"payload_bits", payloadNow},
      {"wire_bits", wireNow},
      {"simulated_s", simulatedNow},
      {"wall_s", wallNow},
      {"test_accuracy", accuracyNow},
      {"uploads", turnsNow},
      {"skips", turnsNow},
      {"forced", turnsNow},
      {"compute_s", pathNow},
      {"queue_s", pathNow},
      {"transfer_s", pathNow},
      {"latency_s", pathNow},
      {"encode_s", pathNow},
      {"compression_ratio", ratioNow},
      {"compression_error", errorNow},
      {"message_paper_bits", messagesNow},
      {"message_entropy_bits", messagesNow},
      {"message_coded_bits", messagesNow},
  };
  return formulas;
}

}  // namespace

QString presentQuantity(std::string_view topic, const PresentNumbers& numbers) {
  constexpr std::string_view kPrefix = "quantity:";
  const Run* run = numbers.run();
  if (run == nullptr || !topic.starts_with(kPrefix)) return {};
  const auto found = findQuantity(topic.substr(kPrefix.size()));
  if (!found) return {};
  const auto formula = quantityFormulas().find((*found)->key);
  if (formula != quantityFormulas().end())
    if (auto words = formula->second(numbers); !words.isEmpty()) return words;
  const auto measured = newestOf(*run, **found);
  if (!std::isfinite(measured.value)) return {};
  return tr("%1 in iteration %2").arg(worded(**found, measured.value), grouped(measured.iteration));
}

}  // namespace telegrad::ui
