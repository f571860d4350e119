// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/grid_words.h"

#include <cmath>

#include <QtTest>

#include "tests/support/small_runs.h"

using namespace telegrad;
using namespace telegrad::ui;
using telegrad::test::with;

namespace {

/// Residuals 4 and 5 at delta = 0.5, 10 and 10 at 0.1; the target never reached at (0.1, 2).
StalenessGrid sampleGrid() {
  StalenessGrid grid;
  grid.plan.experiment = with(Experiment(), {"run.target_accuracy=0.85"});
  grid.plan.deltas = {0.1, 0.5};
  grid.plan.taus = {0, 2};
  grid.runs = {{GridRun::State::Done, 10.0, 100.0, 10.0, 0.9},
               {GridRun::State::Done, 4.0, 80.0, 16.0, 0.9},
               {GridRun::State::Done, 10.0, GridRun::kNone, GridRun::kNone, 0.5},
               {GridRun::State::Done, 5.0, 160.0, 24.0, 0.9}};
  return grid;
}

}  // namespace

class GridWordsTest : public QObject {
  Q_OBJECT
 private slots:
  void growthIsAgainstTheLeastStaleness();
  void theSentenceIsComputed();
  void theSentenceSaysWhatIsMissing();
  void commandsAreForAShell();
};

void GridWordsTest::growthIsAgainstTheLeastStaleness() {
  const auto grid = sampleGrid();
  const auto base = PhiBase::HalfRatio;
  QCOMPARE(*growth(grid, GridQuantity::Residual, base, 1, 1), 1.25);
  QCOMPARE(*growth(grid, GridQuantity::Iterations, base, 1, 1), 2.0);
  QVERIFY(std::abs(*growth(grid, GridQuantity::Noise, base, 1, 1) - 1.0 / (0.75 * 0.75)) < 1e-12);
  QVERIFY(!growth(grid, GridQuantity::Iterations, base, 0, 1));  // not reached
}

void GridWordsTest::theSentenceIsComputed() {
  const auto grid = sampleGrid();
  const auto text = sentenceOf(grid, GridQuantity::Residual, PhiBase::HalfRatio);
  // Means of 1 and 1.25, and of 0.95^-2 and 0.75^-2.
  QVERIFY2(text.contains("From staleness 0 to 2 the residual changed by a factor of 1.12, φ by "
                         "1.40."),
           qPrintable(text));
  QVERIFY2(text.contains("at δ = 0.5: measured 1.25, φ 1.78."), qPrintable(text));
}

void GridWordsTest::theSentenceSaysWhatIsMissing() {
  auto grid = sampleGrid();
  const auto text = sentenceOf(grid, GridQuantity::Iterations, PhiBase::HalfRatio);
  QVERIFY2(text.contains("the iterations to 85"), qPrintable(text));
  QVERIFY2(text.contains("factor of 2.00"), qPrintable(text));
  QVERIFY2(text.contains("1 point never reached"), qPrintable(text));
  grid.runs[2] = grid.runs[3] = GridRun{};
  QVERIFY(sentenceOf(grid, GridQuantity::Residual, PhiBase::HalfRatio).startsWith("Two values"));
  grid.runs.assign(4, GridRun{});
  QVERIFY(sentenceOf(grid, GridQuantity::Residual, PhiBase::HalfRatio).isEmpty());
}

void GridWordsTest::commandsAreForAShell() {
  const auto text = commandOf(sampleGrid(), "/tmp/it's here", 1, 1);
  QCOMPARE(text, QString("telegrad-cli run '/tmp/it'\\''s here/experiment.toml' --set "
                         "compressor.fraction=0.5 --set algorithm.staleness=2"));
}

QTEST_GUILESS_MAIN(GridWordsTest)
#include "grid_words_test.moc"
