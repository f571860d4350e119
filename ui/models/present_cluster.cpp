// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of workers, minibatches and the length of a run.
#include <algorithm>
#include <cmath>
#include <map>

#include "core/experiment/worker_slots.h"
#include "ui/models/number_format.h"
#include "ui/models/present_numbers.h"

namespace telegrad::ui {
namespace {

/// Nothing is known of an epoch before a run has dealt the data out.
double iterationsOfEpoch(const PresentNumbers& numbers) {
  const Run* run = numbers.run();
  return run != nullptr && run->info ? static_cast<double>(run->info->iterationsPerEpoch) : 0.0;
}

/// Iterations of the whole run; 0: not known.
double iterationsOfRun(const PresentNumbers& numbers) {
  const auto epochs = numbers.number("run", "epochs");
  const double all = epochs.value_or(0.0) * iterationsOfEpoch(numbers);
  const double limit = numbers.number("run", "max_iterations").value_or(0.0);
  return limit > 0.0 && all > 0.0 ? std::min(limit, all) : all;
}

QString batchNow(const PresentNumbers& numbers) {
  const auto batch = numbers.number("cluster", "batch");
  if (!batch) return {};
  return tr("M B = %1 × %2 = %3 examples an iteration")
      .arg(numbers.workers())
      .arg(*batch)
      .arg(grouped(std::llround(numbers.workers() * *batch)));
}

QString epochsNow(const PresentNumbers& numbers) {
  const auto epochs = numbers.number("run", "epochs");
  const double each = iterationsOfEpoch(numbers);
  if (!epochs || !(each > 0.0)) return {};
  return tr("%1 × %2 iterations an epoch = %3")
      .arg(grouped(std::llround(*epochs)), grouped(std::llround(each)),
           grouped(std::llround(*epochs * each)));
}

QString evaluationsNow(const PresentNumbers& numbers) {
  const auto every = numbers.number("run", "evaluate_every");
  const double all = iterationsOfRun(numbers);
  if (!every || !(all > 0.0)) return {};
  return tr("%1 / %2 = %3 evaluations")
      .arg(grouped(std::llround(all)), grouped(std::llround(*every)),
           grouped(std::llround(std::floor(all / *every))));
}

QString targetNow(const PresentNumbers& numbers) {
  const auto target = numbers.number("run", "target_accuracy");
  const Run* run = numbers.run();
  if (!target || run == nullptr) return {};
  const auto metric = numbers.choice("run", "target_metric") == "top-5" ? AccuracyMetric::Top5
                                                                        : AccuracyMetric::Top1;
  const auto reached = firstAbove(run->series, Target{*target, metric});
  if (!reached) return tr("%1 is not exceeded yet").arg(percent(*target));
  return tr("%1 > %2 first in iteration %3, after %4 uploads and %5")
      .arg(percent(reached->testAccuracy), percent(*target), grouped(reached->iteration),
           grouped(reached->rounds), sized(static_cast<double>(reached->payloadBits)));
}

/// Of "worker.3.slowdown" and the like; nothing where another is meant.
QString numbersOfWorker(const std::string& slot, const std::string& key,
                        const PresentNumbers& numbers) {
  const auto value = numbers.number(slot, key);
  if (!value) return {};
  if (key == "slowdown")
    if (const auto time = numbers.number("network", "compute_time"))
      return tr("%1 × %2 = %3 for a gradient")
          .arg(shortNumber(*value), timed(*time), timed(*value * *time));
  if (key == "link_share")
    for (const char* link : {"worker_uplink", "link_bandwidth"})
      if (const auto rate = numbers.number("network", link))
        return tr("%1 × %2 = %3").arg(shortNumber(*value), rated(*rate), rated(*value * *rate));
  return {};
}

}  // namespace

QString presentCluster(std::string_view topic, const PresentNumbers& numbers) {
  static const std::map<std::string_view, PresentFormula> formulas{
      {"cluster.workers", batchNow},
      {"cluster.batch", batchNow},
      {"run.epochs", epochsNow},
      {"run.max_iterations", epochsNow},
      {"run.evaluate_every", evaluationsNow},
      {"run.target_accuracy", targetNow},
      {"run.target_metric", targetNow},
  };
  const auto found = formulas.find(topic);
  if (found != formulas.end()) return found->second(numbers);
  const auto dot = topic.rfind('.');
  if (!topic.starts_with("worker.") || dot == std::string_view::npos) return {};
  const std::string slot(topic.substr(0, dot));
  const auto worker = workerNumber(slot);
  if (!worker || *worker > numbers.experiment().workers()) return {};
  return numbersOfWorker(slot, std::string(topic.substr(dot + 1)), numbers);
}

}  // namespace telegrad::ui
