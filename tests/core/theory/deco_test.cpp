// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/deco.h"

#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using telegrad::decideDeco;
using telegrad::DecoCandidate;
using telegrad::DecoDecision;
using telegrad::DecoSettings;
using telegrad::IterationConditions;

class DecoTest : public QObject {
  Q_OBJECT
 private slots:
  void theExamples_data();
  void theExamples();
  void noPointOfAGridIsBetter();
  void onlyTheHumpBeatsTheCandidates();
  void whatIsChosenHidesCommunication();
  void fallsBackToTheLeastRatio();
  void theFallbackIsTheShallowestThatHidesLatency();
  void withoutComputationNothingHides();
  void headroomPlansWithLess();
  void theDeepestPipelineIsFilled();
  void atTheLimitNoPointOfAGridIsMuchFaster();
  void aStalenessInUseStaysUnlessItPays();
  void ofEqualChoicesTheShallowerIsTaken();
  void aWholeQuotientIsWhole();
  void errorsNameWhatIsAllowed_data();
  void errorsNameWhatIsAllowed();
};

namespace {

/// phi(delta, tau) by repeated division.
double naivePhi(double delta, int tau) {
  double phi = (1.0 - delta) / delta;
  for (int i = 0; i < tau; ++i) phi /= 1.0 - delta / 2.0;
  return phi;
}

DecoDecision decide(const IterationConditions& conditions, const DecoSettings& settings = {},
                    std::optional<int> currentTau = std::nullopt) {
  const auto decision = decideDeco(conditions, settings, currentTau);
  if (!decision) QTest::qFail(decision.error().message.c_str(), __FILE__, __LINE__);
  return decision ? *decision : DecoDecision{};
}

IterationConditions randomConditions(telegrad::Random& random) {
  const double compute = std::pow(10.0, random.uniform(-2.0, 0.0));
  const double bits = std::pow(10.0, random.uniform(7.0, 10.0));
  // The whole gradient takes 0.3 to 300 times as long to send as to compute.
  const double rate = bits / compute / std::pow(10.0, random.uniform(-0.5, 2.5));
  return {compute, bits, rate, compute * random.uniform(0.0, 8.0)};
}

struct Admissible {
  double phi = HUGE_VAL;
  double delta = 0.0;
  double most = 0.0;  ///< the largest admissible delta at this tau
  int tau = 0;
};

/// The least phi with the link keeping up and the pipeline deep enough, over a grid of ratios that
/// includes the largest admissible ones, and all stalenesses up to b / T_comp + 12.
Admissible bruteForce(const IterationConditions& c) {
  Admissible best;
  const int last = static_cast<int>(c.latencySeconds / c.computeSeconds) + 12;
  for (int tau = 0; tau <= last; ++tau) {
    const double keepsUp = c.computeSeconds * c.bitsPerSecond / c.gradientBits;
    const double deepEnough =
        (tau * c.computeSeconds - c.latencySeconds) * c.bitsPerSecond / c.gradientBits;
    const double most = std::min({1.0, keepsUp, deepEnough});
    for (int i = 0; i < 600 && most > 0.0; ++i) {
      const double delta = most * std::pow(10.0, -i / 200.0);
      const double phi = naivePhi(delta, tau);
      if (phi < best.phi * (1.0 - 1e-12)) best = {phi, delta, most, tau};
    }
  }
  return best;
}

}  // namespace

void DecoTest::theExamples_data() {
  QTest::addColumn<QVector<double>>("given");       // T_comp, S_g, a, b
  QTest::addColumn<QVector<double>>("candidates");  // tau, delta, phi, twice
  QTest::addColumn<QVector<double>>("chosen");      // tau, delta
  QTest::addColumn<double>("denseSeconds");
  using List = QVector<double>;
  QTest::newRow("A") << List{.5, 3.97e9, 5e8, .6}
                     << List{2, .050378, 19.83675, 3, .062972, 16.37893} << List{3, .062972}
                     << 9.04;
  QTest::newRow("B") << List{.2, 3.97e9, 1e8, .1}
                     << List{1, .002519, 396.49937, 2, .005038, 198.49873} << List{2, .005038}
                     << 40.0;
  QTest::newRow("D: latency a whole multiple")
      << List{.05, 8e8, 1e9, .2} << List{5, .0625, 17.58056, 6, .0625, 18.14767} << List{5, .0625}
      << 1.05;
  QTest::newRow("E: a fast network")
      << List{.1, 1e8, 5e9, .01} << List{1, 1, 0, 2, 1, 0} << List{1, 1} << .13;
}

void DecoTest::theExamples() {
  QFETCH(QVector<double>, given);
  QFETCH(QVector<double>, candidates);
  QFETCH(QVector<double>, chosen);
  QFETCH(double, denseSeconds);
  const IterationConditions conditions{given[0], given[1], given[2], given[3]};
  const auto decision = decide(conditions);
  QCOMPARE(decision.candidates.size(), std::size_t{2});
  for (int i = 0; i < 2; ++i) {
    const auto& candidate = decision.candidates[static_cast<std::size_t>(i)];
    QCOMPARE(candidate.tau, static_cast<int>(candidates[3 * i]));
    QVERIFY(std::abs(candidate.delta - candidates[3 * i + 1]) <= 0.5e-6);
    QVERIFY(std::abs(candidate.phi - candidates[3 * i + 2]) <= 0.5e-5);
  }
  QVERIFY(!decision.atMinRatio);
  QCOMPARE(decision.chosen.tau, static_cast<int>(chosen[0]));
  QVERIFY(std::abs(decision.chosen.delta - chosen[1]) <= 0.5e-6);
  // The whole gradient's time was rounded to hundredths of a second.
  QVERIFY(std::abs(telegrad::denseIterationTime(conditions) - denseSeconds) < 0.5e-2);
}

void DecoTest::noPointOfAGridIsBetter() {
  telegrad::Random random(1, telegrad::Purpose::Test);
  DecoSettings settings;
  settings.minRatio = 1e-9;
  int humps = 0;
  for (int i = 0; i < 150; ++i) {
    const auto conditions = randomConditions(random);
    const auto chosen = decide(conditions, settings).chosen;
    const auto least = bruteForce(conditions);
    if (least.phi < chosen.phi * (1.0 - 1e-9)) {
      // More information looking worse: only from a staleness of 6 on, where less is sent than
      // could be.
      QVERIFY(least.tau >= 6 && least.delta < 0.999 * least.most);
      ++humps;
      continue;
    }
    QCOMPARE(chosen.tau, least.tau);
    QVERIFY(std::abs(chosen.delta / least.delta - 1.0) < 1e-9);
  }
  qInfo("%d of 150 on the hump", humps);
  QVERIFY2(humps <= 10, qPrintable(QString::number(humps)));
}

void DecoTest::onlyTheHumpBeatsTheCandidates() {
  // phi(.5, 9) = 13.3, phi(.25, 9) = 10.0: by the rule the most that hides is sent, not the least
  // noise there is.
  const IterationConditions conditions{1.0, 1.0, 0.5, 8.0};
  const auto decision = decide(conditions);
  QCOMPARE(decision.chosen.tau, 9);
  QCOMPARE(decision.chosen.delta, 0.5);
  QVERIFY(bruteForce(conditions).phi < decision.chosen.phi);
}

void DecoTest::whatIsChosenHidesCommunication() {
  telegrad::Random random(2, telegrad::Purpose::Test);
  DecoSettings settings;
  settings.minRatio = 1e-9;
  for (int i = 0; i < 1000; ++i) {
    const auto conditions = randomConditions(random);
    const auto decision = decide(conditions, settings);
    QVERIFY(!decision.atMinRatio);
    QVERIFY(decision.chosen.tau >= 1);
    for (const auto& candidate : decision.candidates)
      QVERIFY(telegrad::hidesCommunication(conditions, candidate.delta, candidate.tau));
  }
}

void DecoTest::fallsBackToTheLeastRatio() {
  // Candidates (1, .0025), (2, .0050): below a tenth. A tenth takes 3.97 s on the link, so one
  // iteration of staleness hides the rest: (.2 + .1 + 3.97) / 3.97 - 1 = .08.
  DecoSettings settings;
  settings.minRatio = 0.1;
  const auto decision = decide({.2, 3.97e9, 1e8, .1}, settings);
  QVERIFY(decision.atMinRatio);
  QCOMPARE(decision.candidates.size(), std::size_t{2});
  QCOMPARE(decision.chosen.tau, 1);
  QCOMPARE(decision.chosen.delta, 0.1);
  QVERIFY(std::abs(decision.chosen.phi - 9.0 / 0.95) < 1e-12);
}

void DecoTest::theFallbackIsTheShallowestThatHidesLatency() {
  telegrad::Random random(3, telegrad::Purpose::Test);
  int fallbacks = 0;
  for (int i = 0; i < 1000; ++i) {
    const auto conditions = randomConditions(random);
    DecoSettings settings;
    settings.minRatio = random.uniform(0.01, 1.0);
    const auto decision = decide(conditions, settings);
    QVERIFY(decision.chosen.delta >= settings.minRatio);
    if (!decision.atMinRatio) continue;
    ++fallbacks;
    QCOMPARE(decision.chosen.delta, settings.minRatio);
    const auto seconds = [&](int tau) {
      return telegrad::iterationTime(conditions, settings.minRatio, tau);
    };
    const double deepest = seconds(telegrad::kMaxStaleness);
    QVERIFY(seconds(decision.chosen.tau) <= deepest * (1.0 + 1e-8));
    QVERIFY(decision.chosen.tau == 0 || seconds(decision.chosen.tau - 1) > deepest * (1.0 + 1e-8));
  }
  QVERIFY(fallbacks > 100);
}

void DecoTest::withoutComputationNothingHides() {
  // A thousandth takes 1 ms; 10 ms of latency are 10 messages under way.
  const auto decision = decide({0.0, 1e9, 1e9, 0.01});
  QVERIFY(decision.candidates.empty() && decision.atMinRatio);
  QCOMPARE(decision.chosen.delta, 1e-3);
  QCOMPARE(decision.chosen.tau, 10);
  QCOMPARE(decide({0.0, 1e9, 1e9, 0.0}).chosen.tau, 0);
}

void DecoTest::headroomPlansWithLess() {
  DecoSettings settings;
  settings.headroom = 0.8;
  const auto chosen = decide({.5, 3.97e9, 5e8, .6}, settings).chosen;
  QCOMPARE(chosen, decide({.5, 3.97e9, 4e8, .6}).chosen);
  QVERIFY(std::abs(chosen.delta - 0.8 * 0.5 * 5e8 / 3.97e9) < 1e-15);
}

/// b = 3 T: without a limit 4 iterations hide it. Three have (T + b) / 3 = 4/3 s of the link for
/// each message, which is then as long as what is left of the way, (1 + 3 + 4/3) / 4.
void DecoTest::theDeepestPipelineIsFilled() {
  const IterationConditions conditions{1.0, 10.0, 1.0, 3.0};
  DecoSettings settings;
  QVERIFY(!decide(conditions, settings).atMaxStaleness);
  QCOMPARE(decide(conditions, settings).chosen.tau, 4);
  settings.maxStaleness = 3;
  const auto decision = decide(conditions, settings);
  QVERIFY(decision.atMaxStaleness && !decision.atMinRatio && decision.candidates.empty());
  QCOMPARE(decision.chosen.tau, 3);
  QVERIFY(std::abs(decision.chosen.delta - 4.0 / 30.0) < 1e-15);
  QVERIFY(std::abs(decision.chosen.phi - naivePhi(4.0 / 30.0, 3)) < 1e-12);
  QVERIFY(std::abs(telegrad::iterationTime(conditions, decision.chosen.delta, 3) - 4.0 / 3.0) <
          1e-12);
  // The other candidate is beyond the limit: the first one stays.
  const IterationConditions between{1.0, 10.0, 1.0, 2.75};
  QCOMPARE(decide(between, settings).chosen.tau, 3);
  QVERIFY(!decide(between, settings).atMaxStaleness);
  QVERIFY(std::abs(decide(between, settings).chosen.delta - 0.025) < 1e-15);
  // Where that keeps too little, it is not the shortest iteration that counts any more.
  settings.minRatio = 0.05;
  QVERIFY(decide(between, settings).atMaxStaleness);
  // Of a gradient that is small enough, everything is sent.
  QCOMPARE(decide({1.0, 1.0, 1.0, 1000.0}).chosen.tau, telegrad::kMaxStaleness);
  QCOMPARE(decide({1.0, 1.0, 1.0, 1000.0}).chosen.delta, 1.0);
}

/// At the limit (T + b) / (tau + 1) is the least there is, and what is chosen is no more than one
/// part in tau above it; the link is never what takes longest, and more would make it so.
void DecoTest::atTheLimitNoPointOfAGridIsMuchFaster() {
  telegrad::Random random(4, telegrad::Purpose::Test);
  DecoSettings settings;
  settings.minRatio = 1e-9;
  int limited = 0;
  for (int i = 0; i < 1000; ++i) {
    const auto conditions = randomConditions(random);
    settings.maxStaleness = 1 + static_cast<int>(random.below(6));
    const auto decision = decide(conditions, settings);
    const auto [tau, delta, phi] = decision.chosen;
    QVERIFY(tau <= settings.maxStaleness);
    if (!decision.atMaxStaleness) continue;
    ++limited;
    const double link = delta * conditions.gradientBits / conditions.bitsPerSecond;
    const double way = (conditions.computeSeconds + conditions.latencySeconds + link) / (tau + 1);
    QVERIFY(link <= way * (1.0 + 1e-12));
    QVERIFY(delta == 1.0 || link >= way * (1.0 - 1e-12));
    const double least = telegrad::iterationTime(conditions, 1e-9, tau);
    QVERIFY(telegrad::iterationTime(conditions, delta, tau) <=
            least * (1.0 + 1.0 / tau) * (1.0 + 1e-6));
  }
  QVERIFY(limited > 100);
}

void DecoTest::aStalenessInUseStaysUnlessItPays() {
  // D: 17.58 at tau = 5, 18.15 at 6: 3.1 % less.
  const IterationConditions close{.05, 8e8, 1e9, .2};
  QCOMPARE(decide(close, {}, 6).chosen.tau, 6);
  QCOMPARE(decide(close, {}, 5).chosen.tau, 5);
  DecoSettings eager;
  eager.hysteresis = 0.03;
  QCOMPARE(decide(close, eager, 6).chosen.tau, 5);
  // A: 16.38 against 19.84: 17 % less.
  const IterationConditions far{.5, 3.97e9, 5e8, .6};
  QCOMPARE(decide(far, {}, 2).chosen.tau, 3);
  eager.hysteresis = 0.2;
  QCOMPARE(decide(far, eager, 2).chosen.tau, 2);
  // Neither too shallow nor deeper than needed is worth keeping.
  for (const int tau : {0, 1, 4, 50}) QCOMPARE(decide(far, eager, tau).chosen.tau, 3);
  // Not below the least ratio: delta(2) = .0504.
  eager.minRatio = 0.06;
  QVERIFY(!decide(far, eager, 2).atMinRatio);
  QCOMPARE(decide(far, eager, 2).chosen, decide(far, eager).chosen);
}

/// On a network so fast that both candidates send everything, there is no noise to gain.
void DecoTest::ofEqualChoicesTheShallowerIsTaken() {
  const IterationConditions fast{.1, 1e8, 5e9, .01};
  QCOMPARE(decide(fast, {}, 2).chosen.tau, 1);
  QCOMPARE(decide(fast, {}, 1).chosen.tau, 1);
}

void DecoTest::aWholeQuotientIsWhole() {
  // 0.3 / 0.1 is 2.9999999999999996 in binary; three iterations leave no room, four leave all.
  const auto decision = decide({0.1, 1e9, 1e9, 0.3});
  QCOMPARE(decision.candidates.front().tau, 4);
  QVERIFY(std::abs(decision.candidates.front().delta - 0.1) < 1e-9);
  QCOMPARE(decision.chosen.tau, 4);
  // (.05 + .15 + .1) / .1 - 1 is 2.0000000000000004.
  DecoSettings settings;
  settings.minRatio = 0.5;
  const auto least = decide({0.05, 0.2, 1.0, 0.15}, settings);
  QVERIFY(least.atMinRatio);
  QCOMPARE(least.chosen.tau, 2);
}

void DecoTest::errorsNameWhatIsAllowed_data() {
  QTest::addColumn<QVector<double>>("given");  // T_comp, S_g, a, b, minRatio, headroom, hysteresis,
  // and the most staleness where it is not the usual one
  QTest::addColumn<QStringList>("words");
  using List = QVector<double>;
  using Words = QStringList;
  const double nan = std::nan("");
  QTest::newRow("compute") << List{-1, 1, 1, 1, .1, 1, 0} << Words{"compute time", "-1 s", "0 s"};
  QTest::newRow("no compute") << List{nan, 1, 1, 1, .1, 1, 0} << Words{"compute time", "nan"};
  QTest::newRow("gradient") << List{1, 0, 1, 1, .1, 1, 0} << Words{"gradient", "0 bit", "more"};
  QTest::newRow("bandwidth") << List{1, 1, 0, 1, .1, 1, 0} << Words{"bandwidth", "0 bit/s", "more"};
  QTest::newRow("endless") << List{1, 1, HUGE_VAL, 1, .1, 1, 0} << Words{"bandwidth", "inf"};
  QTest::newRow("latency") << List{1, 1, 1, -2, .1, 1, 0} << Words{"latency", "-2 s", "0 s"};
  QTest::newRow("least 0") << List{1, 1, 1, 1, 0, 1, 0}
                           << Words{"least kept fraction", "at most 1"};
  QTest::newRow("least 2") << List{1, 1, 1, 1, 2, 1, 0}
                           << Words{"least kept fraction", "at most 1"};
  QTest::newRow("headroom") << List{1, 1, 1, 1, .1, 1.5, 0} << Words{"headroom", "1.5"};
  QTest::newRow("hysteresis") << List{1, 1, 1, 1, .1, 1, 1} << Words{"hysteresis", "less than 1"};
  QTest::newRow("no staleness") << List{1, 1, 1, 1, .1, 1, 0, 0}
                                << Words{"largest staleness", "of 0;", "from 1 to 64"};
}

void DecoTest::errorsNameWhatIsAllowed() {
  QFETCH(QVector<double>, given);
  QFETCH(QStringList, words);
  DecoSettings settings;
  settings.minRatio = given[4];
  settings.headroom = given[5];
  settings.hysteresis = given[6];
  if (given.size() > 7) settings.maxStaleness = static_cast<int>(given[7]);
  const auto decision = decideDeco({given[0], given[1], given[2], given[3]}, settings);
  QVERIFY(!decision);
  const auto message = QString::fromStdString(decision.error().message);
  for (const auto& word : words) QVERIFY2(message.contains(word), qPrintable(message));
}

QTEST_APPLESS_MAIN(DecoTest)
#include "deco_test.moc"
