// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/test_figures.h"

#include <cmath>
#include <vector>

#include <QtTest>

using namespace telegrad;

class TestFiguresTest : public QObject {
  Q_OBJECT
 private slots:
  void oneSourceIsTheWhole();
  void equalSourcesAreTheWholeToo();
  void unequalOnesCountTheSame();
  void aThirdSourceIsInTheMeanAlone();
};

void TestFiguresTest::oneSourceIsTheWhole() {
  Record record;
  setTestFigures(std::vector<Evaluation>{{100.0, 90, 200, 120}}, record);
  QCOMPARE(record.testLoss, 0.5);
  QCOMPARE(record.testAccuracy, 0.45);
  QCOMPARE(record.testTop5Accuracy, 0.6);
  QVERIFY(std::isnan(record.source1Accuracy) && std::isnan(record.source2Accuracy));
}

void TestFiguresTest::equalSourcesAreTheWholeToo() {
  Record record;
  const std::vector<Evaluation> sources{{32.0, 96, 128, 128}, {64.0, 32, 128, 64}};
  setTestFigures(sources, record);
  QCOMPARE(record.testLoss, 96.0 / 256.0);
  QCOMPARE(record.testAccuracy, 128.0 / 256.0);
  QCOMPARE(record.testTop5Accuracy, 192.0 / 256.0);
  QCOMPARE(record.source1Accuracy, 0.75);
  QCOMPARE(record.source2Accuracy, 0.25);
}

void TestFiguresTest::unequalOnesCountTheSame() {
  Record record;
  const std::vector<Evaluation> sources{{4.0, 4, 4, 4}, {500.0, 250, 1000, 500}};
  setTestFigures(sources, record);
  QCOMPARE(record.testLoss, 0.75);
  QCOMPARE(record.testAccuracy, 0.625);
  QCOMPARE(record.testTop5Accuracy, 0.75);
}

void TestFiguresTest::aThirdSourceIsInTheMeanAlone() {
  Record record;
  const std::vector<Evaluation> sources{{0.0, 8, 8, 8}, {0.0, 4, 8, 8}, {24.0, 0, 8, 2}};
  setTestFigures(sources, record);
  QCOMPARE(record.testLoss, 1.0);
  QCOMPARE(record.testAccuracy, 0.5);
  QCOMPARE(record.testTop5Accuracy, 0.75);
  QCOMPARE(record.source1Accuracy, 1.0);
  QCOMPARE(record.source2Accuracy, 0.5);
}

QTEST_APPLESS_MAIN(TestFiguresTest)
#include "test_figures_test.moc"
