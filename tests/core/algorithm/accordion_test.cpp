// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"

using namespace telegrad;
using telegrad::test::GivenGradients;

namespace {

using Floats = std::vector<float>;

/// Two tensors of four entries, whose norms are exact; each keeps all four, or one.
GivenGradients accordion(const Values& interval, const Values& compression = {}) {
  Values settings{{"large_fraction", 1.0},
                  {"small_fraction", 0.25},
                  {"eta", 0.5},
                  {"learning_rate", 0.5},
                  {"decay_epoch", std::int64_t{7}}};
  for (const auto& [key, value] : interval) settings[key] = value;
  return {2, {{"a", {4}, 0}, {"b", {2, 2}, 4}}, "accordion", settings, "top-k", compression};
}

/// Worker 1 has one number everywhere in a tensor; the other worker's gradients decide nothing.
Floats gradient(std::size_t worker, std::int64_t iteration, double a, double b) {
  if (worker > 0) return test::drawnGradient(worker, iteration, 8);
  Floats all(8, static_cast<float>(a));
  std::fill(all.begin() + 4, all.end(), static_cast<float>(b));
  return all;
}

/// Entries that a worker sent of a and of b.
std::pair<int, int> sent(const GivenGradients& run, std::size_t worker) {
  const auto entries = run.sent(worker).takeEntries();
  const auto ofA = std::ranges::count_if(entries.indices, [](auto index) { return index < 4; });
  return {static_cast<int>(ofA), static_cast<int>(std::ssize(entries.indices) - ofA)};
}

}  // namespace

class AccordionTest : public QObject {
  Q_OBJECT
 private slots:
  void decisionsByHand();
  void inEpochsTheFirstOneCounts();
  void everyDecayOfAStepScheduleResets();
  void aCosineResetsWhereItFallsAtOnce();
  void residualsStayWhenFractionsChange();
  void needsAFractionForEachTensor_data();
  void needsAFractionForEachTensor();
};

/// Intervals of two iterations. Norms are of sums: 2 and -2 are nothing.
void AccordionTest::decisionsByHand() {
  struct Step {
    double a, b;       // worker 1's gradient
    int ofA, ofB;      // what everybody sends in this iteration
    double epoch = 0;  // from 7 on the rate is lower
  };
  const std::vector<Step> steps{
      {1, 1, 4, 4},           // the first interval
      {1, 1, 4, 4},           // sums 2, 2
      {1, 1.5, 4, 4},         // with nothing to compare with, r = 9
      {2, 1.4, 4, 4},         // sums 3, 2.9: r = 0.5 is no less than eta, 0.45 is
      {1.5, 2, 4, 1},         //
      {1.5, -2, 4, 1},        // sums 3, 0: r = 0, 1
      {0.7, 2, 1, 4},         //
      {0.7, 2, 1, 4},         // sums 1.4, 4: r = 0.53, and 9 after 0
      {0.7, 2.5, 4, 4},       //
      {0.7, 2.5, 4, 4},       // sums 1.4, 5: r = 0, 0.25
      {0.7, 2.5, 1, 1},       //
      {0.7, 2.5, 4, 4, 7.0},  // the rate falls in the middle of the interval
      {0.7, 2.5, 1, 1, 7.1},  // sums 1.4, 5
      {0.7, 2.5, 1, 1, 7.2},  //
  };
  auto run = accordion(
      {{"interval", std::string("iterations")}, {"interval_iterations", std::int64_t{2}}});
  for (std::size_t t = 0; t < steps.size(); ++t) {
    const auto& step = steps[t];
    QVERIFY(run.iterate(
        [&](std::size_t worker, std::int64_t iteration) {
          return gradient(worker, iteration, step.a, step.b);
        },
        step.epoch));
    for (const std::size_t worker : {0, 1}) {
      const auto [ofA, ofB] = sent(run, worker);
      QVERIFY2(ofA == step.ofA && ofB == step.ofB,
               qPrintable(QString("iteration %1: %2, %3").arg(t).arg(ofA).arg(ofB)));
    }
    QCOMPARE(run.through(), static_cast<std::int64_t>(t));
  }
}

/// Two iterations an epoch and I = 2: epochs 0, 2, 4 and 6 count, the others not. The first that
/// has something to be compared with is epoch I, so the first small fraction is epoch I + 1's.
void AccordionTest::inEpochsTheFirstOneCounts() {
  const std::vector<double> a{1, 1, 9, 9, 1.25, 1, 50, -7, 4, 4, 0, 0, 4, 4, 1, 1, 4, -4, 0, 0};
  // Sums of those: 2, 2.25, 8, 8 and 0.
  const std::vector<int> expected{4, 4, 4, 4, 4, 4, 1, 1, 1, 1, 4, 4, 4, 4, 1, 1, 1, 1, 4, 4};
  auto run = accordion({{"interval", std::string("epochs")},
                        {"interval_epochs", std::int64_t{2}},
                        {"decay_epoch", std::int64_t{0}}});
  for (std::size_t t = 0; t < a.size(); ++t) {
    QVERIFY(
        run.iterate([&](std::size_t worker,
                        std::int64_t iteration) { return gradient(worker, iteration, a[t], 1.0); },
                    static_cast<double>(t) / 2.0));
    QVERIFY2(sent(run, 0).first == expected[t], qPrintable(QString("iteration %1").arg(t)));
  }
}

/// Constant gradients, so that all is small from iteration 4 on; the rate falls by 5 % at epoch 6
/// and every fourth epoch after that, and what is large then is so until the interval ends.
void AccordionTest::everyDecayOfAStepScheduleResets() {
  auto run = accordion({{"interval", std::string("iterations")},
                        {"interval_iterations", std::int64_t{2}},
                        {"decay_epoch", std::int64_t{6}},
                        {"decay_factor", 0.95},
                        {"decay_every", std::int64_t{4}}});
  const std::vector<int> expected{4, 4, 4, 4, 1, 1, 4, 4, 1, 1, 4, 4};
  for (std::size_t t = 0; t < expected.size(); ++t) {
    QVERIFY(run.iterate([](std::size_t worker,
                           std::int64_t iteration) { return gradient(worker, iteration, 1, 1); },
                        static_cast<double>(t)));
    QVERIFY2(sent(run, 0).first == expected[t], qPrintable(QString("iteration %1").arg(t)));
  }
}

/// Over 100 epochs it falls slowly; over four, by 15 % and more at once.
void AccordionTest::aCosineResetsWhereItFallsAtOnce() {
  const auto last = [](std::int64_t epochs) {
    auto run = accordion({{"interval", std::string("iterations")},
                          {"interval_iterations", std::int64_t{2}},
                          {"schedule", std::string("cosine")},
                          {"schedule_epochs", epochs}});
    for (int t = 0; t < 8; ++t) {
      const auto done =
          run.iterate([](std::size_t worker,
                         std::int64_t iteration) { return gradient(worker, iteration, 1, 1); },
                      t < 7 ? 0.0 : 1.0);
      if (!done) qFatal("%s", done.error().message.c_str());
    }
    return sent(run, 0).first;
  };
  QCOMPARE(last(100), 1);
  QCOMPARE(last(4), 4);
}

void AccordionTest::residualsStayWhenFractionsChange() {
  auto run = accordion(
      {{"interval", std::string("iterations")}, {"interval_iterations", std::int64_t{2}}});
  std::vector<double> unsent(8);
  int changes = 0;
  int last = 4;
  for (int t = 0; t < 40; ++t) {
    // Now and then the gradients change at once.
    const double a = t % 12 < 8 ? 1.0 : 5.0;
    const auto gradients = [&](std::size_t worker, std::int64_t iteration) {
      auto values = gradient(worker, iteration, a, a);
      return values;
    };
    const auto reports = run.iterate(gradients);
    QVERIFY(reports);
    const auto computed = gradients(1, t);
    for (std::size_t j = 0; j < 8; ++j) unsent[j] += static_cast<double>(computed[j]);
    Floats received(8);
    run.sent(1).addTo(received, 0);
    double squared = 0.0;
    for (std::size_t j = 0; j < 8; ++j) {
      unsent[j] -= static_cast<double>(received[j]);
      squared += unsent[j] * unsent[j];
    }
    QCOMPARE((*reports)[1].residualNormSquared, squared);
    const int now = sent(run, 1).first;
    if (now != last) ++changes;
    last = now;
  }
  QVERIFY(changes >= 4);
}

void AccordionTest::needsAFractionForEachTensor_data() {
  QTest::addColumn<QString>("compressor");
  QTest::newRow("identity") << "identity";
  QTest::newRow("of the whole model") << "top-k";
}

void AccordionTest::needsAFractionForEachTensor() {
  QFETCH(QString, compressor);
  const Values compression =
      compressor == "top-k" ? Values{{"scope", std::string("model")}} : Values{};
  GivenGradients run(1, {{"a", {4}, 0}}, "accordion", {}, compressor.toStdString(), compression);
  const auto refused = run.iterate([](std::size_t worker, std::int64_t iteration) {
    return test::drawnGradient(worker, iteration, 4);
  });
  QVERIFY(!refused);
  QVERIFY(QString::fromStdString(refused.error().message).contains("of each tensor by itself"));
}

QTEST_APPLESS_MAIN(AccordionTest)
#include "accordion_test.moc"
