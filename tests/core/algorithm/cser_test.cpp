// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"

using namespace telegrad;
using telegrad::test::GivenGradients;

namespace {

constexpr std::size_t kSize = 67;
constexpr std::size_t kWorkers = 4;
constexpr std::size_t kBlocks = 10;
constexpr std::int64_t kReset = 3;
constexpr double kRate = 0.0625;

using Doubles = std::vector<double>;

Values settings() {
  return {{"learning_rate", kRate}, {"gradient_share", 0.3},
          {"error_share", 0.5},     {"blocks", std::int64_t{kBlocks}},
          {"reset_every", kReset},  {"blocks_seed", std::int64_t{9}}};
}

GivenGradients run(const char* compressor = "identity") {
  return {kWorkers, {{"a", {20, 3}, 0}, {"b", {7}, 60}}, "cser", settings(), compressor, {}};
}

/// Which entries are in the blocks that the shared seed draws: `count` of a random order.
std::vector<bool> drawn(std::uint32_t kind, std::int64_t iteration, std::size_t count) {
  std::vector<std::uint32_t> order(kBlocks);
  Random(9, Purpose::SharedDraw, kind, static_cast<std::uint64_t>(iteration)).permutation(order);
  std::vector<bool> chosen(kSize);
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = order[i] * kSize / kBlocks; j < (order[i] + 1) * kSize / kBlocks; ++j)
      chosen[j] = true;
  return chosen;
}

/// The method as it is written down: models and errors, both of every worker.
struct Reference {
  std::vector<Doubles> models{kWorkers, Doubles(kSize)};
  std::vector<Doubles> errors{kWorkers, Doubles(kSize)};

  void iterate(std::int64_t k, std::size_t away) {
    const auto gradients = drawn(1, k, 3);
    const auto reset = drawn(2, k, 5);
    for (std::size_t j = 0; j < kSize; ++j) {
      double mean = 0.0;
      for (std::size_t m = 0; m < kWorkers; ++m)
        if (gradients[j] && m != away) mean += gradient(m, k, j) / kWorkers;
      for (std::size_t m = 0; m < kWorkers; ++m) {
        const double left = gradients[j] || m == away ? 0.0 : gradient(m, k, j);
        models[m][j] -= kRate * (mean + left);
        errors[m][j] -= kRate * left;
      }
      if ((k + 1) % kReset != 0 || !reset[j]) continue;
      double error = 0.0;
      for (std::size_t m = 0; m < kWorkers; ++m)
        if (m != away) error += errors[m][j] / kWorkers;
      for (std::size_t m = 0; m < kWorkers; ++m) {
        models[m][j] += error - (m == away ? 0.0 : errors[m][j]);
        if (m != away) errors[m][j] = 0.0;
      }
    }
  }
  static double gradient(std::size_t m, std::int64_t k, std::size_t j) {
    return static_cast<double>(test::drawnGradient(m, k, kSize)[j]);
  }
};

std::vector<float> gradientOf(std::size_t worker, std::int64_t iteration) {
  return test::drawnGradient(worker, iteration, kSize);
}

}  // namespace

class CserTest : public QObject {
  Q_OBJECT
 private slots:
  void modelsAndErrorsAreThoseOfThePaper();
  void sendsWhatTheBlocksHold();
  void refusesACompressorThatChooses();
};

/// Gradients are taken at x_i, and x_i - e_i is the same for all; the weights are the mean of x_i.
void CserTest::modelsAndErrorsAreThoseOfThePaper() {
  auto workers = run();
  Reference reference;
  for (std::int64_t k = 0; k < 60; ++k) {
    const auto models = reference.models;
    const auto errors = reference.errors;
    const std::size_t away = k >= 20 && k < 31 ? 2 : kWorkers;
    workers.setAway(2, away == 2);
    QVERIFY(workers.iterate(gradientOf));
    reference.iterate(k, away);
    for (std::size_t j = 0; j < kSize; ++j) {
      double mean = 0.0;
      double base = 0.0;
      for (std::size_t m = 0; m < kWorkers; ++m) {
        mean += reference.models[m][j] / kWorkers;
        if (m == away) continue;
        const auto model = static_cast<double>(workers.model(m)[j]);
        QVERIFY(std::abs(model - models[m][j]) < 1e-4);
        if (m > 0) QVERIFY(std::abs(model - errors[m][j] - base) < 1e-4);
        base = model - errors[m][j];
      }
      QVERIFY(std::abs(static_cast<double>(workers.weights()[j]) - mean) < 1e-4);
    }
  }
}

void CserTest::sendsWhatTheBlocksHold() {
  auto workers = run();
  for (std::int64_t k = 0; k < 12; ++k) {
    QVERIFY(workers.iterate(gradientOf));
    auto count = std::ranges::count(drawn(1, k, 3), true);
    if ((k + 1) % kReset == 0) count += std::ranges::count(drawn(2, k, 5), true);
    for (std::size_t m = 0; m < kWorkers; ++m) {
      QCOMPARE(workers.payload(m).bytes.size(), static_cast<std::size_t>(4 * count));
      QCOMPARE(workers.payload(m).valueBits, std::int64_t{32} * count);
      QCOMPARE(workers.payload(m).framingBits(), std::int64_t{0});
    }
  }
}

void CserTest::refusesACompressorThatChooses() {
  auto workers = run("top-k");
  const auto refused = workers.iterate(gradientOf);
  QVERIFY(!refused);
  QVERIFY(refused.error().message.find("identity") != std::string::npos);
}

QTEST_APPLESS_MAIN(CserTest)
#include "cser_test.moc"
