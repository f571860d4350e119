// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/test_figures.h"

#include <cassert>

namespace telegrad {
namespace {

double accuracyOn(const Evaluation& source) {
  return static_cast<double>(source.correct) / static_cast<double>(source.count);
}

}  // namespace

void setTestFigures(std::span<const Evaluation> sources, Record& record) {
  assert(!sources.empty());
  record.testLoss = 0.0;
  record.testAccuracy = 0.0;
  record.testTop5Accuracy = 0.0;
  for (const auto& source : sources) {
    assert(source.count > 0);
    record.testLoss += source.lossSum / static_cast<double>(source.count);
    record.testAccuracy += accuracyOn(source);
    record.testTop5Accuracy +=
        static_cast<double>(source.correctTop5) / static_cast<double>(source.count);
  }
  const auto count = static_cast<double>(sources.size());
  for (const auto figure : {&Record::testLoss, &Record::testAccuracy, &Record::testTop5Accuracy})
    record.*figure /= count;
  if (sources.size() < 2) return;
  record.source1Accuracy = accuracyOn(sources[0]);
  record.source2Accuracy = accuracyOn(sources[1]);
}

}  // namespace telegrad
