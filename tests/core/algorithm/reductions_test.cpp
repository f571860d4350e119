// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of a method when nothing is compressed: gradient descent.
#include <cmath>
#include <string>
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"

using namespace telegrad;
using telegrad::test::GivenGradients;

namespace {

constexpr std::size_t kSize = 67;
constexpr std::size_t kWorkers = 4;
constexpr double kRate = 0.0625;

using Floats = std::vector<float>;

Floats plain(const FloatVector& values) {
  return {values.begin(), values.end()};
}

GivenGradients run(const char* algorithm, Values settings) {
  settings.emplace("learning_rate", kRate);
  return {kWorkers, {{"a", {20, 3}, 0}, {"b", {7}, 60}}, algorithm, settings, "identity", {}, 0.5F};
}

}  // namespace

class ReductionsTest : public QObject {
  Q_OBJECT
 private slots:
  void methodsAreSgdWithoutCompression_data();
  void methodsAreSgdWithoutCompression();
  void powerSgdOfFullRankIsSgd();
};

void ReductionsTest::methodsAreSgdWithoutCompression_data() {
  QTest::addColumn<Values>("settings");
  const std::string chosen = "chosen";
  QTest::newRow("d-sgd") << Values{};
  QTest::newRow("dcgd") << Values{};
  QTest::newRow("ef") << Values{};
  QTest::newRow("ef21") << Values{};
  QTest::newRow("ef21-sgdm") << Values{{"gradient_weight", 1.0}};
  QTest::newRow("diana") << Values{};
  QTest::newRow("marina") << Values{{"probability_is", chosen}, {"probability", 1.0}};
  QTest::newRow("cser") << Values{{"gradient_share", 1.0}, {"error_share", 1.0}};
}

/// The same bits as SGD with a rate of gamma / n on the sum: rates, n and gradients are dyadic, so
/// that no sum or difference is rounded in either. With other numbers only DCGD, MARINA and CSER
/// round as D-SGD does; EF rounds gamma g before the sum, EF21 and DIANA g - h and h + (g - h).
void ReductionsTest::methodsAreSgdWithoutCompression() {
  QFETCH(Values, settings);
  auto sgd = run("sgd", {{"learning_rate", kRate / kWorkers}});
  const QByteArray key = QTest::currentDataTag();
  const bool remembers = key.startsWith("ef21") || key == "diana";
  auto method = run(key.constData(), settings);
  const auto gradient = [](std::size_t worker, std::int64_t iteration) {
    return test::drawnGradient(worker, iteration, kSize);
  };
  for (int k = 0; k < 60; ++k) {
    for (auto* each : {&sgd, &method}) {
      // EF21 and DIANA go on with what they know of who is away, which is not zero.
      each->setAway(1, k >= 20 && k < 30 && !remembers);
      QVERIFY(each->iterate(gradient));
    }
    QCOMPARE(plain(method.weights()), plain(sgd.weights()));
    QCOMPARE(method.lastMove(), sgd.lastMove());
  }
}

/// With a rank that a matrix of 20 by 3 cannot exceed, P Q^T is M but for the rounding of the
/// orthonormal vectors, and what that leaves comes back.
void ReductionsTest::powerSgdOfFullRankIsSgd() {
  const Layout layout{{"a", {20, 3}, 0}, {"b", {7}, 60}};
  const auto gradient = [](std::size_t worker, std::int64_t iteration) {
    return test::drawnGradient(worker, iteration, kSize);
  };
  GivenGradients sgd(kWorkers, layout, "d-sgd", {{"learning_rate", kRate}}, "identity", {}, 0.5F);
  GivenGradients power(kWorkers, layout, "ef", {{"learning_rate", kRate}}, "power-sgd",
                       {{"rank", std::int64_t{3}}}, 0.5F);
  for (int k = 0; k < 60; ++k) {
    QVERIFY(sgd.iterate(gradient));
    QVERIFY(power.iterate(gradient));
    for (std::size_t j = 0; j < kSize; ++j)
      QVERIFY(std::abs(power.weights()[j] - sgd.weights()[j]) < 1e-4F);
  }
}

QTEST_APPLESS_MAIN(ReductionsTest)
#include "reductions_test.moc"
