// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of what workers send, and of what the server does with it.
#include <algorithm>
#include <cmath>
#include <map>

#include "core/experiment/present_values.h"
#include "core/theory/compression_noise.h"
#include "core/theory/iteration_time.h"
#include "ui/models/number_format.h"
#include "ui/models/present_numbers.h"

namespace telegrad::ui {
namespace {

QString learningRateNow(const PresentNumbers& numbers) {
  const auto rate = learningRateAt(numbers.experiment(), numbers.last().epoch);
  if (!rate) return {};
  QString words = tr("γ = %1 in epoch %2")
                      .arg(shortNumber(*rate), shortNumber(std::floor(numbers.last().epoch) + 1));
  if (addsWorkersUp(numbers.experiment()))
    words += tr("\nM γ = %1 × %2 = %3 on the mean gradient")
                 .arg(numbers.workers())
                 .arg(shortNumber(*rate), shortNumber(numbers.workers() * *rate));
  return words;
}

QString momentumNow(const PresentNumbers& numbers) {
  const auto momentum = numbers.number("algorithm", "momentum");
  if (!momentum || *momentum >= 1.0) return {};
  return tr("1 / (1 − %1) = %2 times as far in a steady direction")
      .arg(shortNumber(*momentum), shortNumber(1.0 / (1.0 - *momentum)));
}

QString delayBoundNow(const PresentNumbers& numbers) {
  const auto bound = numbers.number("algorithm", "delay_bound");
  const auto weight = skippingWeightAt(numbers.experiment(), numbers.last().epoch);
  if (!bound || !weight) return {};
  const bool oneMore = static_cast<double>(weight->skips) > *bound;  // not the first time alone
  QString words = (oneMore ? tr("at least one upload in D + 2 = %1 iterations: %2")
                           : tr("at least one upload in D + 1 = %1 iterations: %2"))
                      .arg(weight->skips + 1)
                      .arg(percent(1.0 / static_cast<double>(weight->skips + 1)));
  if (!oneMore)
    words +=
        tr("\nthe first after the beginning, in which all upload, in D + 2 = %1").arg(*bound + 2);
  if (const auto recent = numbers.recent())
    words += tr("\nof late %1 of all workers' turns were uploads")
                 .arg(percent(recent->uploads / (recent->uploads + recent->skips), 0));
  return words;
}

/// The right side as the last iteration had it.
double thresholdOf(const PresentNumbers& numbers) {
  const Run* run = numbers.run();
  if (run == nullptr || run->recent.empty()) return 0.0;
  const auto newest =
      std::ranges::max_element(run->recent, {}, [](const Sample& s) { return s.record.iteration; });
  return newest->workers.empty() ? 0.0 : newest->workers.front().threshold;
}

QString thresholdNow(const PresentNumbers& numbers) {
  const auto weight = skippingWeightAt(numbers.experiment(), numbers.last().epoch);
  const auto factor = numbers.number("algorithm", "threshold_factor");
  if (!weight || !factor) return {};
  const double m = numbers.workers();
  const double scale = weight->alpha / (m * m);
  QString words = tr("α = %1 / %2 = %3;  α / M² = %3 / %4² = %5")
                      .arg(shortNumber(*factor), shortNumber(weight->rate),
                           shortNumber(weight->alpha), shortNumber(m), shortNumber(scale));
  const double threshold = thresholdOf(numbers);
  if (threshold > 0.0 && scale > 0.0)
    words += tr("\nnow %1 × %2 (the last %3 moves, squared) = %4")
                 .arg(shortNumber(scale), shortNumber(threshold / scale))
                 .arg(weight->moves)
                 .arg(shortNumber(threshold));
  return words;
}

QString stalenessNow(const PresentNumbers& numbers) {
  const auto tau = numbers.number("algorithm", "staleness");
  const auto conditions = numbers.conditions();
  if (!tau || !areUsable(conditions) || !(conditions.gradientBits > 0.0)) return {};
  const double delta = numbers.keptShare();
  const double link = delta * conditions.gradientBits / conditions.bitsPerSecond;
  const double way = conditions.computeSeconds + conditions.latencySeconds + link;
  return tr("T = max{ %1, %2, %3 / (%4 + 1) } = %5")
      .arg(timed(conditions.computeSeconds), timed(link), timed(way))
      .arg(*tau)
      .arg(timed(iterationTime(conditions, delta, static_cast<int>(*tau))));
}

QString headroomNow(const PresentNumbers& numbers) {
  const auto share = numbers.number("algorithm", "headroom");
  const auto conditions = numbers.conditions();
  if (!share || !(conditions.bitsPerSecond > 0.0)) return {};
  return tr("ρ a = %1 × %2 = %3")
      .arg(shortNumber(*share), rated(conditions.bitsPerSecond),
           rated(*share * conditions.bitsPerSecond));
}

/// How DeCo's noise grows, by the algorithm's settings; of others, the usual way.
PhiBase phiBase(const PresentNumbers& numbers) {
  return numbers.choice("algorithm", "phi_base") == "full" ? PhiBase::FullRatio
                                                           : PhiBase::HalfRatio;
}

/// phi where the run is.
double noiseOf(const PresentNumbers& numbers) {
  return compressionNoise(numbers.keptShare(), static_cast<int>(numbers.last().staleness),
                          phiBase(numbers));
}

QString noiseNow(const PresentNumbers& numbers) {
  const double phi = noiseOf(numbers);
  if (numbers.run() == nullptr || !std::isfinite(phi)) return {};
  const QString words = phiBase(numbers) == PhiBase::HalfRatio
                            ? tr("φ = (1 − %1) / (%1 × (1 − %1 / 2)^%2) = %3")
                            : tr("φ = (1 − %1) / (%1 × (1 − %1)^%2) = %3");
  return words.arg(shortNumber(numbers.keptShare()))
      .arg(numbers.last().staleness)
      .arg(shortNumber(phi));
}

QString hysteresisNow(const PresentNumbers& numbers) {
  const auto share = numbers.number("algorithm", "hysteresis");
  const auto noise = noiseNow(numbers);
  if (!share || noise.isEmpty()) return {};
  return noise + tr("\nanother staleness must be below (1 − %1) φ = %2")
                     .arg(shortNumber(*share), shortNumber((1.0 - *share) * noiseOf(numbers)));
}

/// A share of the entries, by the parameter's key.
QString entriesNow(const PresentNumbers& numbers, std::string_view key) {
  const auto share = numbers.number("algorithm", key);
  const double d = numbers.parameters();
  if (!share || !(d > 0.0)) return {};
  return tr("%1 × %2 = about %3 entries")
      .arg(shortNumber(*share), grouped(std::llround(d)), grouped(std::llround(*share * d)));
}

QString memoryNow(const PresentNumbers& numbers) {
  const auto weight = numbers.number("algorithm", "gradient_weight");
  if (!weight) return {};
  return tr("1 / η = 1 / %1 = about %2 gradients are remembered")
      .arg(shortNumber(*weight), shortNumber(1.0 / *weight));
}

QString wholeGradientsNow(const PresentNumbers& numbers) {
  const auto probability = numbers.number("algorithm", "probability");
  if (!probability || numbers.choice("algorithm", "probability_is") != "chosen") return {};
  return tr("1 / p = 1 / %1: whole gradients in every %2th iteration, in the mean")
      .arg(shortNumber(*probability), shortNumber(1.0 / *probability));
}

QString stepTimeNow(const PresentNumbers& numbers) {
  const auto step = numbers.number("algorithm", "step_time");
  const auto conditions = numbers.conditions();
  if (!step || !(conditions.bitsPerSecond > 0.0)) return {};
  const double left = std::max(0.0, *step - conditions.computeSeconds) / 2.0;
  return tr("(%1 − %2) / 2 × %3 = %4 for an upload")
      .arg(timed(*step), timed(conditions.computeSeconds), rated(conditions.bitsPerSecond),
           sized(left * conditions.bitsPerSecond));
}

}  // namespace

QString presentAlgorithm(std::string_view topic, const PresentNumbers& numbers) {
  static const std::map<std::string_view, PresentFormula> formulas{
      {"algorithm.learning_rate", learningRateNow},
      {"algorithm.momentum", momentumNow},
      {"algorithm.delay_bound", delayBoundNow},
      {"algorithm.threshold_factor", thresholdNow},
      {"algorithm.staleness", stalenessNow},
      {"algorithm.headroom", headroomNow},
      {"algorithm.hysteresis", hysteresisNow},
      {"algorithm.reselect_every", noiseNow},
      {"algorithm.final_fraction",
       [](const PresentNumbers& now) { return entriesNow(now, "final_fraction"); }},
      {"algorithm.large_fraction",
       [](const PresentNumbers& now) { return entriesNow(now, "large_fraction"); }},
      {"algorithm.small_fraction",
       [](const PresentNumbers& now) { return entriesNow(now, "small_fraction"); }},
      {"algorithm.least_fraction",
       [](const PresentNumbers& now) { return entriesNow(now, "least_fraction"); }},
      {"algorithm.most_fraction",
       [](const PresentNumbers& now) { return entriesNow(now, "most_fraction"); }},
      {"algorithm.gradient_weight", memoryNow},
      {"algorithm.probability", wholeGradientsNow},
      {"algorithm.step_time", stepTimeNow},
      {"card:phi-map", noiseNow},
  };
  const auto found = formulas.find(topic);
  return found == formulas.end() ? QString() : found->second(numbers);
}

}  // namespace telegrad::ui
