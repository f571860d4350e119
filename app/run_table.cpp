// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_table.h"

#include <cmath>
#include <iomanip>
#include <ostream>
#include <string>

#include "core/base/units.h"
#include "core/experiment/run_parameters.h"

namespace telegrad {
namespace {

constexpr int kLabelWidth = 20;

void row(std::ostream& out, const std::string& label, const std::string& value) {
  out << std::left << std::setw(kLabelWidth) << label << value << '\n';
}

/// "1234567 (1.235 Mbit)".
std::string bits(std::int64_t count) {
  return std::to_string(count) + " (" + formatQuantity(static_cast<double>(count), "bit", 4) + ")";
}

std::string accuracy(double value) {
  return std::isnan(value) ? "not evaluated" : formatNumber(value);
}

std::string above(const Target& target) {
  return (target.metric == AccuracyMetric::Top5 ? "top-5 above " : "above ") +
         formatNumber(target.accuracy);
}

}  // namespace

void printRunTable(std::ostream& out, const Experiment& experiment, const RunSummary& summary) {
  const auto& last = summary.last;
  row(out, "experiment", experiment.name());
  row(out, "state", summary.state);
  row(out, "iterations", std::to_string(last.iteration));
  row(out, "rounds", std::to_string(last.rounds));
  row(out, "payload bits", bits(last.payloadBits));
  row(out, "wire bits", bits(last.wireBits));
  row(out, "simulated time", formatQuantity(last.simulatedSeconds, "s"));
  row(out, "wall time", formatQuantity(last.wallSeconds, "s", 4));
  if (std::isfinite(last.suboptimality)) {
    row(out, "f - f*", formatNumber(last.suboptimality));
    row(out, "weights sha256", summary.weightsSha256);
    return;  // no test set, so that there is nothing more to reach
  }
  row(out, "test accuracy", accuracy(last.testAccuracy));
  const auto target = targetOf(experiment.slot("run").settings);
  if (target.metric == AccuracyMetric::Top5)
    row(out, "top-5 accuracy", accuracy(last.testTop5Accuracy));
  if (std::isfinite(last.source1Accuracy)) {
    row(out, "on source 1", accuracy(last.source1Accuracy));
    row(out, "on source 2", accuracy(last.source2Accuracy));
  }
  for (const auto& reached : summary.targets)
    row(out, above(reached.target),
        "iteration " + std::to_string(reached.at.iteration) + ", " +
            std::to_string(reached.at.rounds) + " rounds, " +
            formatQuantity(static_cast<double>(reached.at.payloadBits), "bit", 4) + " payload, " +
            formatQuantity(reached.at.simulatedSeconds, "s", 4) + " simulated");
  if (summary.targets.empty()) row(out, above(target), "never");
  row(out, "weights sha256", summary.weightsSha256);
}

}  // namespace telegrad
