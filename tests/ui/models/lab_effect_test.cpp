// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numeric>

#include <QtTest>

#include "ui/models/lab_report.h"

using namespace telegrad::ui;

class LabEffectTest : public QObject {
  Q_OBJECT
 private slots:
  void countsWhatBecameOfTheEntries();
  void nothingLost();
  void longVectorsAreThinnedOut();
  void empty();
};

void LabEffectTest::countsWhatBecameOfTheEntries() {
  const std::vector<float> x{1.0F, -4.0F, 0.0F, 2.0F};
  const std::vector<float> c{0.0F, -4.0F, 0.0F, 3.0F};
  const auto effect = effectOf(x, c);
  QCOMPARE(effect.size, std::size_t{4});
  QCOMPARE(effect.lost, std::size_t{1});  // the 1; what was 0 is not lost
  QCOMPARE(effect.values, std::size_t{3});
  QCOMPARE(effect.ranks.size(), std::size_t{4});
  QCOMPARE(effect.ranks[0].original, 4.0);
  QCOMPARE(effect.ranks[1].sent, 3.0);
  QCOMPARE(effect.ranks[2].sent, 0.0);
  // Errors -1, 0, 0 and 1, in equal bins from -1 to 1.
  QCOMPARE(effect.lowestError, -1.0);
  QCOMPARE(effect.histogram.front(), 1.0);
  QCOMPARE(effect.histogram.back(), 1.0);
  QCOMPARE(effect.histogram[effect.histogram.size() / 2], 2.0);
  QVERIFY(std::abs(effect.binWidth * static_cast<double>(effect.histogram.size()) - 2.0) < 1e-12);
}

void LabEffectTest::nothingLost() {
  const std::vector<float> x{1.0F, 2.0F};
  const auto effect = effectOf(x, x);
  QCOMPARE(effect.lost, std::size_t{0});
  QCOMPARE(effect.binWidth, 0.0);
  QCOMPARE(effect.histogram, std::vector<double>{2.0});
}

void LabEffectTest::longVectorsAreThinnedOut() {
  std::vector<float> x(100'000);
  std::iota(x.begin(), x.end(), 1.0F);
  const auto effect = effectOf(x, x);
  QVERIFY(effect.ranks.size() <= 600 && effect.ranks.size() > 300);
  QVERIFY(effect.pairs.size() <= 3000);
  QCOMPARE(effect.ranks.front().original, 100'000.0);
  QCOMPARE(effect.ranks.back().original, 1.0);
  QCOMPARE(effect.values, LabEffect::kMostValues);
}

void LabEffectTest::empty() {
  const auto effect = effectOf({}, {});
  QVERIFY(effect.ranks.empty() && effect.pairs.empty() && effect.histogram.empty());
}

QTEST_GUILESS_MAIN(LabEffectTest)
#include "lab_effect_test.moc"
