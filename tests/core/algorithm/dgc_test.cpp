// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"
#include "tests/support/quadratic_workers.h"

using namespace telegrad;
using telegrad::test::GivenGradients;
using telegrad::test::Workers;

namespace {

using Floats = std::vector<float>;

// Two workers with four entries, of which each sends one; gradients made up.
const std::vector<std::vector<Floats>> kGradients{
    {{4, 1, 0, -2}, {0, 0, 3, 1}}, {{1, 1, 1, -1}, {2, 0, -1, 0}}, {{0, 0, 0, 1}, {0, 1, 0, 0}}};

Values settings(double momentum, bool masking, double rate, double fraction = 1.0) {
  return {{"momentum", momentum},
          {"factor_masking", masking},
          {"final_fraction", fraction},
          {"warm_up_epochs", std::int64_t{0}},
          {"learning_rate", rate}};
}

}  // namespace

class DgcTest : public QObject {
  Q_OBJECT
 private slots:
  void roundsByHand_data();
  void roundsByHand();
  void nothingIsLost_data();
  void nothingIsLost();
  void sendingEverythingWithoutMaskingIsMomentumDescent();
  void sendingEverythingWithMaskingIsPlainDescent();
  void warmUpSendsLessEveryEpoch();
  void withoutWarmUpItIsTheFinalFractionThroughout();
  void gradientsAreClippedByTheRootOfTheWorkers_data();
  void gradientsAreClippedByTheRootOfTheWorkers();
  void vectorsMayGoWhole();
  void aCompressorNeedsAKeptFraction();
};

void DgcTest::roundsByHand_data() {
  QTest::addColumn<bool>("masking");
  QTest::addColumn<bool>("nesterov");
  QTest::addColumn<QList<Floats>>("expected");
  // With masking, worker 1 sends 4, -4 and 3.25 at its entries 0, 3 and 1.
  QTest::newRow("masking") << true << false
                           << QList<Floats>{{-2, 0, -1.5F, 0},
                                            {-3, 0, -1.5F, 2},
                                            {-3, -1.625F, -1.5F, 1.125F}};
  // Without, its momentum at entry 0 lasts, and 4.5 is the largest of the third round.
  QTest::newRow("no masking") << false << false
                              << QList<Floats>{{-2, 0, -1.5F, 0},
                                               {-3, 0, -1.5F, 2},
                                               {-5.25F, 0, -1.5F, 1.125F}};
  QTest::newRow("nesterov") << true << true
                            << QList<Floats>{{-3, 0, -2.25F, 0}, {-4.5F, 0, -2.25F, 2.5F}};
}

void DgcTest::roundsByHand() {
  QFETCH(bool, masking);
  QFETCH(bool, nesterov);
  QFETCH(QList<Floats>, expected);
  auto values = settings(0.5, masking, 1.0, 0.25);
  values["nesterov"] = nesterov;
  GivenGradients rounds(2, {{"a.weight", {4}, 0}}, "dgc", values, "top-k",
                        {{"amount", std::string("count")}, {"count", std::int64_t{1}}});
  for (const auto& weights : expected) {
    QVERIFY(rounds.iterate([](std::size_t worker, std::int64_t iteration) {
      return kGradients.at(static_cast<std::size_t>(iteration)).at(worker);
    }));
    QCOMPARE(Floats(rounds.weights().begin(), rounds.weights().end()), weights);
  }
  QCOMPARE(rounds.through(), static_cast<std::int64_t>(expected.size()) - 1);
  QVERIFY(!rounds.drain());
}

void DgcTest::nothingIsLost_data() {
  QTest::addColumn<bool>("masking");
  QTest::newRow("masking") << true;
  QTest::newRow("no masking") << false;
}

/// What was sent and what waits make up the sum of all momenta, of each worker and exactly; and the
/// weights are the mean of what was sent.
void DgcTest::nothingIsLost() {
  QFETCH(bool, masking);
  constexpr std::size_t kSize = 67;
  constexpr std::size_t kWorkers = 4;
  GivenGradients run(kWorkers, {{"a.weight", {20, 3}, 0}, {"a.bias", {7}, 60}}, "dgc",
                     settings(0.5, masking, 0.0625, 0.1), "top-k", {});
  std::vector<Floats> momentum(kWorkers, Floats(kSize));
  std::vector<Floats> unsent(kWorkers, Floats(kSize));
  Floats weights(kSize);
  for (std::int64_t k = 0; k < 8; ++k) {
    const auto reports = run.iterate([](std::size_t worker, std::int64_t iteration) {
      return test::drawnGradient(worker, iteration, kSize);
    });
    QVERIFY(reports);
    for (std::size_t m = 0; m < kWorkers; ++m) {
      const auto gradient = test::drawnGradient(m, k, kSize);
      for (std::size_t j = 0; j < kSize; ++j) {
        momentum[m][j] = 0.5F * momentum[m][j] + gradient[j];
        unsent[m][j] += momentum[m][j];
      }
      const auto sent = run.sent(m).takeEntries();
      for (std::size_t i = 0; i < sent.indices.size(); ++i) {
        const auto j = sent.indices[i];
        QVERIFY(sent.values[i] == unsent[m][j]);
        unsent[m][j] = 0.0F;
        if (masking) momentum[m][j] = 0.0F;
        weights[j] -= sent.values[i] / 64.0F;
      }
      double waiting = 0.0;
      for (const float v : unsent[m]) waiting += static_cast<double>(v) * static_cast<double>(v);
      QCOMPARE((*reports)[m].residualNormSquared, waiting);
      QVERIFY(waiting > 0.0);
    }
    QCOMPARE(Floats(run.weights().begin(), run.weights().end()), weights);
  }
}

void DgcTest::sendingEverythingWithoutMaskingIsMomentumDescent() {
  constexpr std::size_t kSize = 67;
  Workers workers("dgc", settings(0.9, false, 0.05), "top-k", {});
  std::vector<Floats> momentum(Workers::kCount, Floats(kSize));
  for (std::int64_t k = 0; k < 40; ++k) {
    const auto before = workers.weights();
    Floats sum(kSize);
    for (std::size_t m = 0; m < Workers::kCount; ++m) {
      test::QuadraticGradient gradient(m, k, kSize, 0.3);
      gradient.differentiate({.values = before, .packed = {}});
      for (std::size_t j = 0; j < kSize; ++j) {
        const float kept = 0.9F * momentum[m][j];
        momentum[m][j] = kept + gradient.gradient()[j];
        sum[j] += momentum[m][j];
      }
    }
    workers.iterate();
    for (std::size_t j = 0; j < kSize; ++j) {
      const float step = static_cast<float>(0.05 / 4.0) * sum[j];
      QVERIFY(workers.weights()[j] == before[j] - step);
    }
  }
}

void DgcTest::sendingEverythingWithMaskingIsPlainDescent() {
  Workers masked("dgc", settings(0.9, true, 0.05), "top-k", {});
  Workers unmasked("dgc", settings(0.9, false, 0.05), "top-k", {});
  Workers plain("d-sgd", {{"learning_rate", 0.05}}, "identity", {});
  for (int k = 0; k < 30; ++k) {
    for (auto* workers : {&masked, &unmasked, &plain}) workers->iterate();
    QVERIFY(masked.weights() == plain.weights());
    QCOMPARE(unmasked.weights() == plain.weights(), k == 0);
  }
}

/// Entries that a worker sends of 10,000 in an epoch.
std::size_t entriesOf(double epoch, const Values& settings, const Values& compression) {
  constexpr std::size_t kSize = 10'000;
  GivenGradients run(1, {{"a.weight", {kSize}, 0}}, "dgc", settings, "top-k", compression);
  if (!run.iterate(
          [](std::size_t worker, std::int64_t iteration) {
            return test::drawnGradient(worker, iteration, kSize);
          },
          epoch))
    return 0;
  return run.sent(0).takeEntries().indices.size();
}

void DgcTest::warmUpSendsLessEveryEpoch() {
  // 1000^(-1/5), 1000^(-2/5), ...: the published 25 %, 6.3 %, 1.6 %, 0.4 % and 0.1 %.
  const std::vector<std::size_t> expected{2511, 630, 158, 39, 10, 10, 10};
  for (std::size_t epoch = 0; epoch < expected.size(); ++epoch)
    for (const double within : {0.0, 0.9})
      QCOMPARE(entriesOf(static_cast<double>(epoch) + within,
                         {{"warm_up_epochs", std::int64_t{4}}, {"final_fraction", 0.001}},
                         {{"fraction", 0.5}}),
               expected[epoch]);
}

void DgcTest::withoutWarmUpItIsTheFinalFractionThroughout() {
  for (const double epoch : {0.0, 7.0})
    QCOMPARE(entriesOf(epoch, {{"warm_up_epochs", std::int64_t{0}}, {"final_fraction", 0.002}},
                       {{"fraction", 0.5}}),
             std::size_t{20});
}

void DgcTest::gradientsAreClippedByTheRootOfTheWorkers_data() {
  QTest::addColumn<bool>("nesterov");
  QTest::newRow("plain") << false;
  QTest::newRow("nesterov") << true;
}

/// Four workers and c = 5: each gradient may have a norm of 2.5. (3, 4) is halved, (0, 2) is not;
/// the weights are the same as with gradients of half the length.
void DgcTest::gradientsAreClippedByTheRootOfTheWorkers() {
  QFETCH(bool, nesterov);
  const auto weightsOf = [nesterov](double clipAt, const Floats& first) {
    auto values = settings(0.5, false, 1.0);
    values["nesterov"] = nesterov;
    values["clip_at"] = clipAt;
    GivenGradients run(4, {{"a.weight", {2, 1}, 0}}, "dgc", values, "top-k", {});
    for (int k = 0; k < 3; ++k)
      if (!run.iterate([&](std::size_t worker, std::int64_t) {
            return worker == 0 ? first : Floats{0, 2};
          }))
        qFatal("an iteration");
    return run.weights();
  };
  QCOMPARE(weightsOf(5.0, {3, 4}), weightsOf(0.0, {1.5F, 2}));
  QVERIFY(weightsOf(5.0, {3, 4}) != weightsOf(0.0, {3, 4}));
  QCOMPARE(weightsOf(100.0, {3, 4}), weightsOf(0.0, {3, 4}));
}

/// Two of the 20 entries of a matrix, and all seven of a bias, also while it warms up.
void DgcTest::vectorsMayGoWhole() {
  const auto sent = [](bool whole, const Values& compression, double epoch) {
    auto values = settings(0.5, true, 1.0, 0.1);
    values["whole_vectors"] = whole;
    values["warm_up_epochs"] = std::int64_t{1};
    GivenGradients run(1, {{"a.weight", {4, 5}, 0}, {"a.bias", {7}, 20}}, "dgc", values, "top-k",
                       compression);
    const auto done = run.iterate(
        [](std::size_t worker, std::int64_t iteration) {
          return test::drawnGradient(worker, iteration, 27);
        },
        epoch);
    return done ? QString::number(run.sent(0).takeEntries().indices.size())
                : QString::fromStdString(done.error().message);
  };
  QCOMPARE(sent(true, {}, 1.0), QStringLiteral("9"));
  QCOMPARE(sent(true, {}, 0.0), QStringLiteral("13"));  // 0.1^(1/2) of 20: 6
  QCOMPARE(sent(false, {}, 1.0), QStringLiteral("3"));  // a tensor sends one at least
  QVERIFY(sent(true, {{"scope", std::string("model")}}, 1.0).contains("of each tensor by itself"));
}

void DgcTest::aCompressorNeedsAKeptFraction() {
  GivenGradients run(1, {{"a.weight", {4}, 0}}, "dgc", {{"warm_up_epochs", std::int64_t{4}}},
                     "identity", {});
  const auto refused = run.iterate([](std::size_t worker, std::int64_t iteration) {
    return test::drawnGradient(worker, iteration, 4);
  });
  QVERIFY(!refused);
  QVERIFY(QString::fromStdString(refused.error().message).contains("allowed: top-k"));
}

QTEST_APPLESS_MAIN(DgcTest)
#include "dgc_test.moc"
