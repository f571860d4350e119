// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the cards, which show several quantities together.
#include <algorithm>
#include <cmath>
#include <map>

#include "ui/models/number_format.h"
#include "ui/models/present_numbers.h"

namespace telegrad::ui {
namespace {

QString sharesNow(const PresentNumbers& numbers) {
  const auto recent = numbers.recent();
  if (!recent) return {};
  const double all = recent->uploads + recent->skips;
  return tr("of the last %1 turns %2 were uploads, %3 of them forced: %4 / %1 = %5")
      .arg(grouped(std::llround(all)), grouped(std::llround(recent->uploads)),
           grouped(std::llround(recent->forced)), grouped(std::llround(recent->uploads)),
           percent(recent->uploads / all, 0));
}

QString ruleNow(const PresentNumbers& numbers) {
  const Run* run = numbers.run();
  if (run == nullptr || run->recent.empty()) return {};
  const auto newest =
      std::ranges::max_element(run->recent, {}, [](const Sample& s) { return s.record.iteration; });
  const auto worker = static_cast<std::size_t>(numbers.worker());
  if (worker >= newest->workers.size()) return {};
  const auto& turn = newest->workers[worker];
  if (!(turn.threshold > 0.0)) return {};
  const bool changed = turn.change > turn.threshold;
  const QString words = turn.outcome == WorkerSample::Outcome::Skipped
                            ? tr("worker %1, iteration %2: %3 ≤ %4, so it skips")
                        : changed ? tr("worker %1, iteration %2: %3 > %4, so it uploads")
                                  : tr("worker %1, iteration %2: %3 ≤ %4, and yet it must upload");
  return words.arg(numbers.worker() + 1)
      .arg(grouped(newest->record.iteration), shortNumber(turn.change),
           shortNumber(turn.threshold));
}

QString pathOfLate(const PresentNumbers& numbers) {
  return presentQuantity("quantity:compute_s", numbers);
}

QString classesNow(const PresentNumbers& numbers) {
  return presentQuantity("quantity:test_accuracy", numbers);
}

QString keptOfLayers(const PresentNumbers& numbers) {
  return presentQuantity("quantity:compression_error", numbers);
}

QString weightsNow(const PresentNumbers& numbers) {
  const auto tensors = numbers.tensors();
  const double d = numbers.parameters();
  if (tensors.empty() || !(d > 0.0)) return {};
  constexpr std::size_t kMostTerms = 6;
  if (tensors.size() > kMostTerms)
    return tr("%1 tensors, d = %2").arg(tensors.size()).arg(grouped(std::llround(d)));
  QStringList words;
  for (const auto& tensor : tensors) words << grouped(tensor.size);
  return tr("d = %1 = %2").arg(words.join(QStringLiteral(" + ")), grouped(std::llround(d)));
}

QString queueingNow(const PresentNumbers& numbers) {
  const auto rate = numbers.number("network", "server_ingress");
  const auto recent = numbers.recent();
  if (!rate || !recent) return presentQuantity("quantity:queue_s", numbers);
  const double uploads = recent->uploads / recent->iterations;
  return tr("%1 uploads × %2 / %3 = %4 of the %5 that an iteration takes")
      .arg(shortNumber(uploads), sized(recent->wireBits), rated(*rate),
           timed(uploads * recent->wireBits / *rate), timed(recent->seconds));
}

}  // namespace

QString presentCard(std::string_view topic, const PresentNumbers& numbers) {
  static const std::map<std::string_view, PresentFormula> formulas{
      {"card:who-spoke", sharesNow},        {"card:upload-share", sharesNow},
      {"card:skipping-rule", ruleNow},      {"card:no-speed-up", pathOfLate},
      {"card:timeline", pathOfLate},        {"card:confusion", classesNow},
      {"card:layers", keptOfLayers},        {"card:parameters", weightsNow},
      {"card:network-queues", queueingNow},
  };
  const auto found = formulas.find(topic);
  const bool known = found != formulas.end();
  if (!known || (numbers.run() == nullptr && topic != "card:parameters")) return {};
  return found->second(numbers);
}

}  // namespace telegrad::ui
