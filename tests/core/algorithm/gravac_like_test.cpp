// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"

using namespace telegrad;
using telegrad::test::GivenGradients;

namespace {

constexpr std::size_t kSize = 64;
constexpr std::size_t kWorkers = 2;

using Floats = std::vector<float>;

Floats drawn(std::size_t worker, std::int64_t iteration) {
  return test::drawnGradient(worker, iteration, kSize);
}

GivenGradients gravac(double leastGain, std::int64_t every, double most = 1.0,
                      double least = 1.0 / 32) {
  return {kWorkers,
          {{"a", {kSize}, 0}},
          "gravac-like",
          {{"least_gain", leastGain},
           {"adjust_every", every},
           {"step_factor", 0.5},
           {"most_fraction", most},
           {"least_fraction", least},
           {"gain_weight", 0.25}},
          "top-k",
          {}};
}

std::size_t entriesSent(const GivenGradients& run) {
  return run.sent(0).takeEntries().indices.size();
}

/// Error feedback and the rule, written down once more.
struct Reference {
  std::vector<Floats> residuals = std::vector(kWorkers, Floats(kSize));
  double fraction = 1.0;
  double sent = 0.0;
  double wanted = 0.0;
  int seen = 0;

  std::size_t iterate(std::int64_t k, double leastGain, std::int64_t every) {
    const auto kept = static_cast<std::size_t>(fraction * kSize);
    double sentNow = 0.0;
    double wantedNow = 0.0;
    for (std::size_t m = 0; m < kWorkers; ++m) {
      auto& v = residuals[m];
      const auto gradient = drawn(m, k);
      for (std::size_t j = 0; j < kSize; ++j) v[j] += gradient[j];
      std::vector<std::size_t> order(kSize);
      for (std::size_t j = 0; j < kSize; ++j) order[j] = j;
      std::ranges::stable_sort(order,
                               [&](auto a, auto b) { return std::abs(v[a]) > std::abs(v[b]); });
      for (std::size_t i = 0; i < kSize; ++i) {
        const double energy = std::pow(static_cast<double>(v[order[i]]), 2);
        wantedNow += energy;
        if (i >= kept) continue;
        sentNow += energy;
        v[order[i]] = 0.0F;
      }
    }
    const double weight = seen == 0 ? 1.0 : 0.25;
    sent = (1 - weight) * sent + weight * sentNow;
    wanted = (1 - weight) * wanted + weight * wantedNow;
    ++seen;
    if ((k + 1) % every == 0) {
      const double before = fraction;
      fraction = sent / wanted >= leastGain ? std::max(fraction / 2, 1.0 / 32)
                                            : std::min(fraction * 2, 1.0);
      if (fraction != before) seen = 0;
    }
    return kept;
  }
};

}  // namespace

class GravacLikeTest : public QObject {
  Q_OBJECT
 private slots:
  void movesAreThoseOfTheRule_data();
  void movesAreThoseOfTheRule();
  void staysWithinItsBounds();
  void withoutAnyGradientItStaysWhereItIs();
};

void GravacLikeTest::movesAreThoseOfTheRule_data() {
  QTest::addColumn<double>("gain");
  QTest::addColumn<int>("every");
  for (const double gain : {0.5, 0.7, 0.9})
    for (const int every : {1, 3, 7}) QTest::addRow("%g, %d", gain, every) << gain << every;
}

void GravacLikeTest::movesAreThoseOfTheRule() {
  QFETCH(double, gain);
  QFETCH(int, every);
  auto run = gravac(gain, every);
  Reference reference;
  std::size_t last = kSize;
  int falls = 0;
  int rises = 0;
  for (std::int64_t k = 0; k < 60; ++k) {
    QVERIFY(run.iterate(drawn));
    const auto expected = reference.iterate(k, gain, every);
    QCOMPARE(entriesSent(run), expected);
    falls += expected < last ? 1 : 0;
    rises += expected > last ? 1 : 0;
    last = expected;
  }
  QVERIFY(falls > 0 && rises > 0);
}

void GravacLikeTest::staysWithinItsBounds() {
  auto greedy = gravac(0.01, 1, 0.5, 0.1);
  std::vector<std::size_t> sent;
  for (int k = 0; k < 6; ++k) {
    QVERIFY(greedy.iterate(drawn));
    sent.push_back(entriesSent(greedy));
  }
  QCOMPARE(sent, (std::vector<std::size_t>{32, 16, 8, 6, 6, 6}));
  // All of it has to be in the message: half never is enough.
  auto careful = gravac(1.0, 1);
  sent.clear();
  for (int k = 0; k < 4; ++k) {
    QVERIFY(careful.iterate(drawn));
    sent.push_back(entriesSent(careful));
  }
  QCOMPARE(sent, (std::vector<std::size_t>{64, 32, 64, 32}));
}

void GravacLikeTest::withoutAnyGradientItStaysWhereItIs() {
  auto run = gravac(0.5, 1);
  for (int k = 0; k < 3; ++k) {
    QVERIFY(run.iterate([](std::size_t, std::int64_t) { return Floats(kSize); }));
    QCOMPARE(entriesSent(run), kSize);
  }
}

QTEST_APPLESS_MAIN(GravacLikeTest)
#include "gravac_like_test.moc"
