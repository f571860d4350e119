// SPDX-License-Identifier: GPL-3.0-or-later
// What workers that leave and come back do to each algorithm.
#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include <QtTest>

#include "core/algorithm/delayed_aggregation.h"
#include "tests/support/given_gradients.h"

using namespace telegrad;
using telegrad::test::GivenGradients;

namespace {

constexpr std::size_t kSize = 67;
constexpr std::size_t kWorkers = 4;
constexpr double kRate = 0.0625;

using Doubles = std::vector<double>;
using Floats = std::vector<float>;

Floats drawn(std::size_t worker, std::int64_t iteration) {
  return test::drawnGradient(worker, iteration, kSize);
}

Layout layout() {
  return {{"a.weight", {20, 3}, 0}, {"a.bias", {7}, 60}};
}

GivenGradients run(const std::string& algorithm, Values settings, const std::string& compressor,
                   const Values& compression = {}) {
  settings["learning_rate"] = kRate;
  return {kWorkers, layout(), algorithm, settings, compressor, compression};
}

bool hasErrorFeedback(const std::string& algorithm) {
  return algorithm.find("ef") != std::string::npos;
}

/// Leaves and returns at random; somebody is always there.
class Comings {
 public:
  void next(GivenGradients& run) {
    for (std::size_t m = 0; m < kWorkers; ++m) {
      if (random_.below(4) == 0) away_[m] = !away_[m];
      if (std::ranges::count(away_, true) == kWorkers) away_[m] = false;
      run.setAway(m, away_[m]);
    }
  }
  void all(GivenGradients& run) {
    for (std::size_t m = 0; m < kWorkers; ++m) run.setAway(m, away_[m] = false);
  }
  bool isAway(std::size_t m) const { return away_[m]; }

 private:
  Random random_{31, Purpose::Test};
  std::vector<bool> away_ = std::vector<bool>(kWorkers);
};

double sumOfSquares(const Doubles& values) {
  return std::inner_product(values.begin(), values.end(), values.begin(), 0.0);
}

Floats plain(const FloatVector& values) {
  return {values.begin(), values.end()};
}

}  // namespace

class AbsenceTest : public QObject {
  Q_OBJECT
 private slots:
  void nothingIsLostOrCountedTwice_data();
  void nothingIsLostOrCountedTwice();
  void whatAResidualHeldArrivesInTheEnd_data();
  void whatAResidualHeldArrivesInTheEnd();
  void whoIsAwayFromTheStartContributesZero_data();
  void whoIsAwayFromTheStartContributesZero();
  void theServerForgetsWhoLeft_data();
  void theServerForgetsWhoLeft();
  void modelsOfDgaAreTheRecursionWithoutTheAbsentGradients();
  void dgcGoesOnWithItsMomentum();
};

void AbsenceTest::nothingIsLostOrCountedTwice_data() {
  QTest::addColumn<QString>("algorithm");
  for (const char* algorithm : {"dd-ef-sgd", "dd-sgd"}) QTest::newRow(algorithm) << algorithm;
}

/// Applied + queued + residuals = gradients, in every iteration, while the staleness, the kept
/// fraction and who is there change at random. All sums are exact.
void AbsenceTest::nothingIsLostOrCountedTwice() {
  QFETCH(QString, algorithm);
  const bool feedback = hasErrorFeedback(algorithm.toStdString());
  const auto compressor = feedback ? "top-k" : "identity";
  auto workers = run(algorithm.toStdString(), {}, compressor);
  Comings comings;
  Random random(32, Purpose::Test);
  std::vector<Doubles> messages;  // sums over workers
  std::vector<Doubles> residuals(kWorkers, Doubles(kSize));
  Doubles gradients(kSize);
  std::int64_t applied = 0;  // messages
  int away = 0;
  for (std::int64_t t = 0; t < 300; ++t) {
    const auto staleness = static_cast<std::int64_t>(random.below(7));
    workers.configure({{"learning_rate", kRate}, {"staleness", staleness}});
    if (feedback) workers.configureCompressors({{"fraction", 0.02 + 0.3 * random.uniform()}});
    comings.next(workers);
    const auto reports = workers.iterate(drawn);
    QVERIFY(reports);
    messages.emplace_back(kSize);
    for (std::size_t m = 0; m < kWorkers; ++m) {
      QCOMPARE((*reports)[m].outcome == Outcome::Absent, comings.isAway(m));
      if (comings.isAway(m)) {
        ++away;
        continue;
      }
      Floats sent(kSize);
      workers.sent(m).addTo(sent, 0);
      const auto gradient = drawn(m, t);
      for (std::size_t j = 0; j < kSize; ++j) {
        messages.back()[j] += static_cast<double>(sent[j]);
        gradients[j] += static_cast<double>(gradient[j]);
        residuals[m][j] += static_cast<double>(gradient[j]) - static_cast<double>(sent[j]);
      }
      // What the worker itself kept, in spite of having been away.
      QCOMPARE((*reports)[m].residualNormSquared, sumOfSquares(residuals[m]));
    }
    applied = std::max(applied, t + 1 - staleness);
    QCOMPARE(workers.through(), applied - 1);
    for (std::size_t j = 0; j < kSize; ++j) {
      const double arrived = -static_cast<double>(workers.weights()[j]) * kWorkers / kRate;
      double all = arrived;
      double due = 0.0;
      for (std::int64_t s = 0; s <= t; ++s)
        (s < applied ? due : all) += messages[static_cast<std::size_t>(s)][j];
      for (const auto& residual : residuals) all += residual[j];
      QCOMPARE(arrived, due);
      QCOMPARE(all, gradients[j]);
    }
  }
  QVERIFY(away > 100);
}

void AbsenceTest::whatAResidualHeldArrivesInTheEnd_data() {
  QTest::addColumn<QString>("algorithm");
  QTest::addColumn<double>("factor");
  QTest::newRow("sparse") << "sparse" << kRate;  // the server sums
  QTest::newRow("d-ef-sgd") << "d-ef-sgd" << kRate / kWorkers;
  QTest::newRow("dd-ef-sgd") << "dd-ef-sgd" << kRate / kWorkers;
  QTest::newRow("deco-sgd") << "deco-sgd" << kRate / kWorkers;
}

/// At the end all are there and send everything: the weights have moved by all gradients.
void AbsenceTest::whatAResidualHeldArrivesInTheEnd() {
  QFETCH(QString, algorithm);
  QFETCH(double, factor);
  // DeCo sends its first fraction until it has observed something, which it does not here.
  const bool chooses = algorithm == "deco-sgd";
  Values settings;
  if (chooses) settings["first_fraction"] = 1.0;
  auto workers = run(algorithm.toStdString(), settings, "top-k", {{"fraction", 0.05}});
  Comings comings;
  Doubles gradients(kSize);
  for (std::int64_t t = 0; t < 60; ++t) {
    comings.next(workers);
    if (t == 59) {
      comings.all(workers);
      workers.configureCompressors({{"fraction", 1.0}});
    }
    QVERIFY(workers.iterate(drawn));
    for (std::size_t m = 0; m < kWorkers; ++m) {
      if (comings.isAway(m)) continue;
      const auto gradient = drawn(m, t);
      for (std::size_t j = 0; j < kSize; ++j) gradients[j] += static_cast<double>(gradient[j]);
    }
  }
  workers.drain();
  for (std::size_t j = 0; j < kSize; ++j)
    QCOMPARE(static_cast<double>(workers.weights()[j]), -factor * gradients[j]);
}

void AbsenceTest::whoIsAwayFromTheStartContributesZero_data() {
  QTest::addColumn<QString>("algorithm");
  for (const char* algorithm : {"sgd", "sparse", "lasg", "lag-stochastic", "sasg", "d-sgd",
                                "dd-sgd", "d-ef-sgd", "dd-ef-sgd", "deco-sgd", "dga", "dgc"})
    QTest::newRow(algorithm) << algorithm;
}

/// The same bits as where that worker's gradient is zero.
void AbsenceTest::whoIsAwayFromTheStartContributesZero() {
  QFETCH(QString, algorithm);
  const auto entry = find(algorithms(), algorithm.toStdString(), "algorithm");
  QVERIFY(entry);
  constexpr std::size_t kAway = 2;
  const auto& compressor = (*entry)->usualCompressor;
  auto away = run(algorithm.toStdString(), {}, compressor);
  auto zero = run(algorithm.toStdString(), {}, compressor);
  away.setAway(kAway, true);
  for (std::int64_t t = 0; t < 40; ++t) {
    const auto reports = away.iterate(drawn);
    QVERIFY(reports);
    QVERIFY((*reports)[kAway].outcome == Outcome::Absent);
    QVERIFY(zero.iterate([](std::size_t worker, std::int64_t iteration) {
      return worker == kAway ? Floats(kSize) : drawn(worker, iteration);
    }));
    QCOMPARE(plain(away.weights()), plain(zero.weights()));
  }
  QCOMPARE(away.drain(), zero.drain());
  QCOMPARE(plain(away.weights()), plain(zero.weights()));
}

void AbsenceTest::theServerForgetsWhoLeft_data() {
  QTest::addColumn<int>("leaves");
  QTest::addColumn<int>("returns");
  QTest::addColumn<QByteArray>("begins");
  const auto row = [](const char* name, int leaves, int returns, const char* before) {
    QTest::newRow(name) << leaves << returns
                        << before + QByteArray(returns - leaves, 'a') + QByteArray("F");
  };
  row("for one iteration", 9, 10, "uuuu.....");
  row("for longer than D", 9, 20, "uuuu.....");
  row("back only after the first iterations", 1, 12, "u");
  row("away from the start", 0, 12, "");
  // Until all have uploaded D times nothing is counted, so the first silence is one longer.
  QTest::newRow("in the first iterations") << 1 << 2 << QByteArray("uaFu.....F");
}

/// LASG with gradients that never change where they are taken: all skip as long as they may.
void AbsenceTest::theServerForgetsWhoLeft() {
  QFETCH(int, leaves);
  QFETCH(int, returns);
  QFETCH(QByteArray, begins);
  constexpr std::size_t kWho = 1;
  constexpr int kDelay = 4;
  auto workers = run("lasg", {{"delay_bound", std::int64_t{kDelay}}}, "identity");
  std::vector<Doubles> stored(kWorkers, Doubles(kSize));
  Doubles weights(kSize);
  QByteArray letters;  // what that worker did
  for (int k = 0; k < 40; ++k) {
    workers.setAway(kWho, leaves <= k && k < returns);
    const auto reports = workers.iterate(drawn);
    QVERIFY(reports);
    for (std::size_t m = 0; m < kWorkers; ++m) {
      const auto outcome = (*reports)[m].outcome;
      if (outcome == Outcome::Absent) stored[m].assign(kSize, 0.0);
      if (outcome == Outcome::Uploaded || outcome == Outcome::Forced) {
        const auto gradient = drawn(m, k);
        std::ranges::transform(gradient, stored[m].begin(), [](float g) { return kRate * g; });
      }
      for (std::size_t j = 0; j < kSize; ++j) weights[j] -= stored[m][j];
      if (m == kWho) letters += "u.Fa"[static_cast<int>(outcome)];
    }
    for (std::size_t j = 0; j < kSize; ++j)
      QCOMPARE(static_cast<double>(workers.weights()[j]), weights[j]);
  }
  // As Algorithm 1 counts after any upload: D silent iterations, then it is forced.
  QByteArray expected = begins;
  while (expected.size() < letters.size()) expected += "....F";
  expected.truncate(letters.size());
  QCOMPARE(letters, expected);
}

/// x_{t+1}^i = x_t^i - gamma (g_t^i - g_{t-D}^i + mean_{t-D}), g = 0 for who is away.
void AbsenceTest::modelsOfDgaAreTheRecursionWithoutTheAbsentGradients() {
  for (const std::int64_t delay : {1, 3, 6}) {
    auto workers = run("dga", {{"delay", delay}}, "identity");
    Comings comings;
    std::vector<Doubles> models(kWorkers, Doubles(kSize));
    std::vector<std::vector<Doubles>> gradients;  // by iteration and worker
    for (std::int64_t t = 0; t < 50; ++t) {
      comings.next(workers);
      QVERIFY(workers.iterate(drawn));
      gradients.emplace_back(kWorkers, Doubles(kSize));
      for (std::size_t i = 0; i < kWorkers; ++i) {
        if (comings.isAway(i)) continue;
        const auto gradient = drawn(i, t);
        std::ranges::copy(gradient, gradients.back()[i].begin());
        for (std::size_t j = 0; j < kSize; ++j)
          QCOMPARE(static_cast<double>(workers.model(i)[j]), models[i][j]);
      }
      const auto* old = t < delay ? nullptr : &gradients[static_cast<std::size_t>(t - delay)];
      for (std::size_t j = 0; j < kSize; ++j) {
        double mean = 0.0;
        for (std::size_t i = 0; i < kWorkers; ++i) mean += old ? (*old)[i][j] / kWorkers : 0.0;
        double middle = 0.0;
        for (std::size_t i = 0; i < kWorkers; ++i) {
          models[i][j] -= kRate * (gradients.back()[i][j] - (old ? (*old)[i][j] : 0.0) + mean);
          middle += models[i][j] / kWorkers;
        }
        QCOMPARE(static_cast<double>(workers.weights()[j]), middle);
      }
    }
  }
}

/// u <- u / 2 + g, v <- v + u in a worker's own turns alone; what was sent leaves both.
void AbsenceTest::dgcGoesOnWithItsMomentum() {
  auto workers =
      run("dgc", {{"momentum", 0.5}, {"warm_up_epochs", std::int64_t{0}}, {"final_fraction", 0.1}},
          "top-k");
  Comings comings;
  std::vector<Doubles> momentum(kWorkers, Doubles(kSize));
  std::vector<Doubles> unsent(kWorkers, Doubles(kSize));
  Doubles weights(kSize);
  for (std::int64_t t = 0; t < 60; ++t) {
    comings.next(workers);
    const auto reports = workers.iterate(drawn);
    QVERIFY(reports);
    for (std::size_t m = 0; m < kWorkers; ++m) {
      if (comings.isAway(m)) continue;
      Floats sent(kSize);
      workers.sent(m).addTo(sent, 0);
      const auto gradient = drawn(m, t);
      for (std::size_t j = 0; j < kSize; ++j) {
        momentum[m][j] = 0.5 * momentum[m][j] + static_cast<double>(gradient[j]);
        unsent[m][j] += momentum[m][j] - static_cast<double>(sent[j]);
        if (sent[j] != 0.0F) momentum[m][j] = 0.0;
        weights[j] -= kRate / kWorkers * static_cast<double>(sent[j]);
      }
      const double kept = sumOfSquares(unsent[m]);
      QVERIFY(std::abs((*reports)[m].residualNormSquared - kept) <= 1e-5 * kept);
    }
    for (std::size_t j = 0; j < kSize; ++j)
      QVERIFY(std::abs(static_cast<double>(workers.weights()[j]) - weights[j]) < 1e-4);
  }
}

QTEST_APPLESS_MAIN(AbsenceTest)
#include "absence_test.moc"
