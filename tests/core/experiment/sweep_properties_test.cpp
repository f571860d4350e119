// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every sweep, whatever it is: RapidCheck (librapidcheck-dev) makes the sweeps,
// always the same ones, and shrinks one that fails to the smallest that still does.
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <QtTest>

#include "core/experiment/sweep_file.h"
#include "tests/support/small_runs.h"

#ifdef TELEGRAD_HAS_RAPIDCHECK
#include <rapidcheck.h>

class SweepPropertiesTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { qputenv("RC_PARAMS", "seed=20021 max_success=150"); }
  void whatIsSavedReadsBackByteForByte();
  void everyCombinationIsThereOnce();
  void anyTextIsAnAxisOrAMistake();
};

namespace {

using telegrad::Scale;
using telegrad::Sweep;
using telegrad::SweepAxis;
using telegrad::SweepRange;

const telegrad::Experiment& base() {
  static const auto made = telegrad::test::smallExperiment("dd-ef-sgd");
  return made;
}

telegrad::Result<telegrad::Experiment> found(const std::string& reference) {
  if (reference == "small") return base();
  return telegrad::Error{"read \"" + reference + "\"; allowed: small"};
}

/// A parameter of the base, and numbers that it may have, written as a user might.
struct Numbers {
  std::string parameter;
  int least, most;
  std::string unit;
};

SweepAxis someAxis(const Numbers& numbers) {
  const auto some = [&] {
    return std::to_string(*rc::gen::inRange(numbers.least, numbers.most)) + numbers.unit;
  };
  SweepAxis axis{numbers.parameter, {}, {}};
  if (*rc::gen::arbitrary<bool>()) {
    const auto from = some();
    const auto to = std::to_string(numbers.most) + numbers.unit;
    axis.range = SweepRange{from, to, *rc::gen::inRange(2, 6),
                            *rc::gen::arbitrary<bool>() ? Scale::Log : Scale::Linear};
    return axis;
  }
  std::set<std::string> values;
  for (int count = *rc::gen::inRange(1, 5); count > 0; --count) values.insert(some());
  axis.values.assign(values.begin(), values.end());
  return axis;
}

/// Letters, quotes, backslashes, line ends and an umlaut.
std::string someText() {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("a", "Z", "7", " ", "\"", "\\", "\n", "#", "ü", "="));
  std::string text;
  for (const auto& piece : pieces) text += piece;
  return text;
}

Sweep someSweep() {
  Sweep sweep;
  sweep.base = base();
  if (*rc::gen::arbitrary<bool>()) sweep.reference = "small";
  sweep.name = someText();
  sweep.summary = someText();
  if (*rc::gen::arbitrary<bool>()) sweep.set = {"algorithm.learning_rate=0.02"};
  for (const auto& numbers :
       {Numbers{"compressor.fraction", 1, 90, " %"}, Numbers{"algorithm.staleness", 1, 60, ""},
        Numbers{"network.worker_uplink", 1, 900, " Mbit/s"}, Numbers{"cluster.batch", 1, 50, ""}})
    if (*rc::gen::inRange(0, 3) == 0) sweep.axes.push_back(someAxis(numbers));
  if (*rc::gen::inRange(0, 3) == 0)
    sweep.cells = {{"algorithm.key=sgd"}, {"algorithm.key=sasg", "compressor.fraction=0.4321"}};
  const auto seeds =
      *rc::gen::container<std::set<std::uint64_t>>(2, rc::gen::arbitrary<std::uint64_t>());
  sweep.seeds.assign(seeds.begin(), seeds.end());
  return sweep;
}

}  // namespace

void SweepPropertiesTest::whatIsSavedReadsBackByteForByte() {
  QVERIFY(rc::check("save, load, save", [] {
    const auto sweep = someSweep();
    const auto saved = formatSweep(sweep);
    const auto read = telegrad::parseSweep(saved, "a.toml", found);
    if (!read) RC_FAIL(read.error().message + "\n" + saved);
    RC_ASSERT(*read == sweep);
    RC_ASSERT(formatSweep(*read) == saved);
  }));
}

void SweepPropertiesTest::everyCombinationIsThereOnce() {
  QVERIFY(rc::check("the plan", [] {
    const auto sweep = someSweep();
    const auto plan = planOf(sweep);
    if (!plan) RC_FAIL(plan.error().message);
    std::size_t grid = sweep.axes.empty() && !sweep.cells.empty() ? 0 : 1;
    for (const auto& values : plan->values) grid *= values.size();
    RC_ASSERT(plan->points == grid + sweep.cells.size());
    RC_ASSERT(plan->cells.size() == plan->points * sweep.seeds.size());
    std::set<std::string> folders;
    for (const auto& cell : plan->cells) {
      folders.insert(cell.folder);
      for (std::size_t axis = 0; axis < cell.at.size(); ++axis)
        RC_ASSERT(std::ranges::count(cell.assignments, plan->parameters[axis] + "=" +
                                                           plan->values[axis][cell.at[axis]]) == 1);
    }
    RC_ASSERT(folders.size() == plan->cells.size());
  }));
}

void SweepPropertiesTest::anyTextIsAnAxisOrAMistake() {
  QVERIFY(rc::check("text of a form", [](const std::string& text) {
    const auto axis = telegrad::axisFromText("compressor.fraction", text);
    const auto values = valuesOf(axis, base());
    const bool isAnswered = values ? !values->empty() : !values.error().message.empty();
    RC_ASSERT(isAnswered);
  }));
}
#else

class SweepPropertiesTest : public QObject {
  Q_OBJECT
 private slots:
  void everything() {
    QSKIP("RapidCheck (librapidcheck-dev) was not there when this was built: no sweeps to try");
  }
};

#endif

QTEST_APPLESS_MAIN(SweepPropertiesTest)
#include "sweep_properties_test.moc"
