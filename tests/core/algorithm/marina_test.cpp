// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <vector>

#include <QtTest>

#include "tests/support/quadratic_workers.h"

using namespace telegrad;

namespace {

constexpr double kRate = 0.05;

Values settings(double probability) {
  return {{"learning_rate", kRate},
          {"probability_is", std::string("chosen")},
          {"probability", probability}};
}

}  // namespace

class MarinaTest : public QObject {
  Q_OBJECT
 private slots:
  void isItsRecursion();
  void sendsWholeGradientsAsOftenAsTheClassesSay();
};

/// g^k = g^{k-1} + mean C(g_i(x^k) - g_i(x^{k-1})) of one minibatch where the payload's length says
/// that the coin did not fall, in double.
void MarinaTest::isItsRecursion() {
  const Values compression{{"fraction", 0.1}};
  test::Workers workers("marina", settings(0.3), "top-k", compression);
  const auto entry = *find(compressors(), "top-k", "compressor");
  const auto compressor = entry->make(*Settings::from(entry->parameters, compression));
  const Layout layout{{"a.weight", {20, 3}, 0}, {"a.bias", {7}, 60}};
  const std::size_t size = elementCount(layout);
  std::vector<double> mean(size);
  FloatVector before = workers.weights();
  int whole = 0;
  for (std::int64_t k = 0; k < 40; ++k) {
    const FloatVector at = workers.weights();
    const auto reports = workers.iterate();
    const bool all = workers.payload(0).bytes.size() == 4 * size;
    for (const auto& report : reports) QCOMPARE(report.gradients, all ? 1 : 2);
    QVERIFY(all || k > 0);
    if (all) {
      ++whole;
      std::ranges::fill(mean, 0.0);
    }
    for (std::size_t m = 0; m < test::Workers::kCount; ++m) {
      const test::QuadraticGradient gradient(m, k, size, 0.3);
      std::vector<float> message(size);
      gradient.gradientAt(at, message);
      if (!all) {
        std::vector<float> there(size);
        gradient.gradientAt(before, there);
        for (std::size_t j = 0; j < size; ++j) message[j] -= there[j];
        Random random(1, Purpose::Compression);
        Payload payload;
        Update update;
        QVERIFY(compressor->compress(message, layout, random, payload));
        QVERIFY(compressor->decode(payload, layout, update));
        std::ranges::fill(message, 0.0F);
        update.addTo(message, 0);
      }
      for (std::size_t j = 0; j < size; ++j)
        mean[j] += static_cast<double>(message[j]) / test::Workers::kCount;
    }
    for (std::size_t j = 0; j < size; ++j) {
      const double expected = static_cast<double>(at[j]) - kRate * mean[j];
      QVERIFY(std::abs(static_cast<double>(workers.weights()[j]) - expected) < 1e-5);
    }
    before = at;
  }
  QVERIFY(whole > 4 && whole < 25);  // 13 expected of 40
}

void MarinaTest::sendsWholeGradientsAsOftenAsTheClassesSay() {
  test::Workers workers("marina", {{"learning_rate", 0.001}}, "top-k", {{"fraction", 0.1}});
  workers.algorithm().compressorIs(classesOfUnbiased(5.0));
  int whole = 0;
  constexpr int kIterations = 1000;
  for (int k = 0; k < kIterations; ++k) {
    workers.iterate();
    if (workers.payload(0).bytes.size() == 4 * workers.weights().size()) ++whole;
  }
  QVERIFY2(std::abs(whole - 200) < 64, qPrintable(QString::number(whole)));  // 5 deviations
}

QTEST_APPLESS_MAIN(MarinaTest)
#include "marina_test.moc"
