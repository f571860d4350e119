// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/softmax_cross_entropy.h"

#include <cmath>
#include <limits>
#include <numbers>

#include <QtTest>

#include "tests/support/naive_network.h"

using telegrad::crossEntropy;
using telegrad::meanCrossEntropy;
namespace naive = telegrad::naive;

class SoftmaxCrossEntropyTest : public QObject {
  Q_OBJECT
 private slots:
  void equalLogitsGiveTheLogOfTheClasses();
  void agreesWithTheFormula();
  void theDerivativeAgreesWithFiniteDifferences();
  void theDerivativesOfAnExampleAddUpToZero();
  void extremeLogits();
  void aTinyLossKeepsItsDigits();
  void nonFiniteLogitsGiveNoNumber_data();
  void nonFiniteLogitsGiveNoNumber();
};

void SoftmaxCrossEntropyTest::equalLogitsGiveTheLogOfTheClasses() {
  for (const float logit : {0.0F, -3.0F, 1e30F})
    QCOMPARE(crossEntropy(std::vector<float>(10, logit), 7), std::numbers::ln10);
  std::vector<float> difference(20);
  const std::vector<std::uint8_t> labels{0, 9};
  QCOMPARE(meanCrossEntropy(std::vector<float>(20, 0.0F), labels, difference), std::numbers::ln10);
  for (std::size_t i = 0; i < 20; ++i) QCOMPARE(difference[i], i == 0 || i == 19 ? -0.45F : 0.05F);
}

void SoftmaxCrossEntropyTest::agreesWithTheFormula() {
  const auto logits = naive::draw(50 * 10, 1, 3.0);
  const auto labels = naive::drawLabels(50, 10, 1);
  std::vector<float> difference(logits.size());
  const double expected = naive::meanCrossEntropy(naive::widen(logits), labels);
  QVERIFY(std::abs(meanCrossEntropy(logits, labels, difference) - expected) < 1e-13 * expected);
  double sum = 0.0;
  for (std::size_t i = 0; i < labels.size(); ++i)
    sum += crossEntropy(std::span(logits).subspan(10 * i, 10), labels[i]);
  QVERIFY(std::abs(sum / 50.0 - expected) < 1e-13 * expected);
}

void SoftmaxCrossEntropyTest::theDerivativeAgreesWithFiniteDifferences() {
  const auto logits = naive::draw(7 * 5, 2, 2.0);
  const auto labels = naive::drawLabels(7, 5, 2);
  std::vector<float> difference(logits.size(), NAN);
  meanCrossEntropy(logits, labels, difference);
  const auto expected = naive::finiteDifferences(
      [&](const naive::Vector& z) { return naive::meanCrossEntropy(z, labels); },
      naive::widen(logits));
  QVERIFY(naive::worstError(difference, expected) < 1e-7);
}

void SoftmaxCrossEntropyTest::theDerivativesOfAnExampleAddUpToZero() {
  const auto logits = naive::draw(3 * 10, 3);
  const auto labels = naive::drawLabels(3, 10, 3);
  std::vector<float> difference(logits.size());
  meanCrossEntropy(logits, labels, difference);
  for (std::size_t i = 0; i < 3; ++i) {
    double sum = 0.0;
    for (std::size_t c = 0; c < 10; ++c) sum += difference[10 * i + c];
    QVERIFY(std::abs(sum) < 1e-7);
  }
}

void SoftmaxCrossEntropyTest::extremeLogits() {
  constexpr float kMax = std::numeric_limits<float>::max();
  QCOMPARE(crossEntropy(std::vector<float>{1000.0F, 0.0F, -1000.0F}, 0), 0.0);
  QCOMPARE(crossEntropy(std::vector<float>{1000.0F, 0.0F, -1000.0F}, 2), 2000.0);
  QCOMPARE(crossEntropy(std::vector<float>{kMax, -kMax}, 1), 2.0 * static_cast<double>(kMax));
  std::vector<float> difference(2, NAN);
  const std::vector<std::uint8_t> labels{1};
  QCOMPARE(meanCrossEntropy(std::vector<float>{kMax, -kMax}, labels, difference),
           2.0 * static_cast<double>(kMax));
  QCOMPARE(difference, (std::vector<float>{1.0F, -1.0F}));
}

void SoftmaxCrossEntropyTest::aTinyLossKeepsItsDigits() {
  // log(1 + exp(-50)) = exp(-50) to the last digit, where 1 + exp(-50) is 1 in double.
  const double loss = crossEntropy(std::vector<float>{50.0F, 0.0F}, 0);
  QVERIFY(std::abs(loss / std::exp(-50.0) - 1.0) < 1e-15);
}

void SoftmaxCrossEntropyTest::nonFiniteLogitsGiveNoNumber_data() {
  QTest::addColumn<float>("bad");
  QTest::addColumn<std::size_t>("place");
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  for (const std::size_t place : {0U, 1U, 2U}) {
    QTest::addRow("nan at %zu", place) << std::numeric_limits<float>::quiet_NaN() << place;
    QTest::addRow("inf at %zu", place) << kInfinity << place;
    QTest::addRow("-inf at %zu", place) << -kInfinity << place;
  }
}

void SoftmaxCrossEntropyTest::nonFiniteLogitsGiveNoNumber() {
  QFETCH(float, bad);
  QFETCH(std::size_t, place);
  std::vector<float> logits{1.0F, 2.0F, 3.0F};
  logits[place] = bad;
  const std::vector<std::uint8_t> labels{1};
  std::vector<float> difference(3);
  QVERIFY(std::isnan(crossEntropy(logits, 1)));
  QVERIFY(std::isnan(meanCrossEntropy(logits, labels, difference)));
  for (const float entry : difference) QVERIFY(std::isnan(entry));
}

QTEST_APPLESS_MAIN(SoftmaxCrossEntropyTest)
#include "softmax_cross_entropy_test.moc"
