// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data_page.h"

#include <QtTest>

#include "tests/support/small_runs.h"
#include "tests/ui/plots/made_up_data.h"

using namespace telegrad;
using namespace telegrad::ui;

/// The page "Data": what it says, and when.
class DataPageTest : public QObject {
  Q_OBJECT
 private slots:
  void saysWhatToDoFirst();
  void showsWhatWasDealt();
  void showsTheLastEvaluation();
  void aConvexProblemHasNoImages();
  void aRunReadBackHasItsMatrixAlone();
};

namespace {

constexpr int kWorkers = 0;
constexpr int kConfusion = 1;

Sample evaluated(std::int64_t iteration, std::uint32_t right) {
  Sample sample;
  sample.record.iteration = iteration;
  sample.record.testAccuracy = right / 10.0;
  sample.confusion = std::make_shared<const ConfusionMatrix>(
      ConfusionMatrix{{"cat", "dog"}, {right, 10 - right, 0, 10}});
  return sample;
}

void choose(DataPage& page, int view) {
  page.choice()->setCurrent(view);
  emit page.choice()->chosen(view);
}

}  // namespace

void DataPageTest::saysWhatToDoFirst() {
  RunsModel runs;
  DataPage page(runs);
  QVERIFY(page.heading().contains("when a run begins"));
  choose(page, kConfusion);
  QVERIFY(page.heading().contains("first evaluated"));
}

void DataPageTest::showsWhatWasDealt() {
  RunsModel runs;
  DataPage page(runs);
  page.resize(900, 600);
  const int id = runs.add(Experiment(), {});
  QVERIFY(page.heading().contains("being read"));
  const auto empty = page.grab().toImage();
  RunInfo info;
  info.data = test::dealt({.workers = 7});
  runs.setInfo(id, info);
  QVERIFY2(page.heading().contains("7 workers"), qPrintable(page.heading()));
  QVERIFY(page.grab().toImage() != empty);
}

void DataPageTest::showsTheLastEvaluation() {
  RunsModel runs;
  DataPage page(runs);
  choose(page, kConfusion);
  const int id = runs.add(Experiment(), {});
  QVERIFY(page.heading().contains("when it is first evaluated"));
  runs.append(id, {evaluated(50, 4)});
  QVERIFY2(page.heading().contains("iteration 50: 14 of 20"), qPrintable(page.heading()));
  Sample between;
  between.record.iteration = 99;
  runs.append(id, {between});
  QVERIFY(page.heading().contains("iteration 50"));
  runs.append(id, {evaluated(100, 9)});
  QVERIFY(page.heading().contains("iteration 100: 19 of 20"));
  QVERIFY(page.confusion()->readOut().contains("cat read as dog: 1 of 10"));
}

void DataPageTest::aConvexProblemHasNoImages() {
  RunsModel runs;
  DataPage page(runs);
  runs.add(telegrad::test::with(Experiment(), {"model.key=quadratic"}), {});
  QVERIFY(page.heading().contains("convex problem"));
  choose(page, kConfusion);
  QVERIFY(page.heading().contains("convex problem"));
}

void DataPageTest::aRunReadBackHasItsMatrixAlone() {
  RunsModel runs;
  DataPage page(runs);
  StoredRun stored;
  stored.records.push_back(evaluated(30, 5).record);
  stored.confusion = evaluated(30, 5).confusion;
  runs.add(stored);
  QVERIFY(page.heading().contains("read back"));
  choose(page, kConfusion);
  QVERIFY2(page.heading().contains("iteration 30: 15 of 20"), qPrintable(page.heading()));
  choose(page, kWorkers);
  QVERIFY(page.heading().contains("holds no images"));
}

QTEST_MAIN(DataPageTest)
#include "data_page_test.moc"
