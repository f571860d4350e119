// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/delayed_pipeline.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "core/theory/iteration_time.h"

using telegrad::BandwidthFrom;
using telegrad::constantBandwidth;
using telegrad::DelayedPipeline;
using telegrad::PipelineStep;
using telegrad::tracedBandwidth;

class DelayedPipelineTest : public QObject {
  Q_OBJECT
 private slots:
  void byHand();
  void tendsToTheClosedForm();
  void everyIterationEqualsTheDefinition();
  void jitterCostsMoreThanTheMean();
  void aTraceByHand_data();
  void aTraceByHand();
  void theLastBitIsBeforeAnOutage();
  void aTraceCarriesItsIntegral();
  void copiesGoOnApart();
};

namespace {

/// The trace's integral from 0 to `until`, piece by piece and loop by loop.
double carriedUntil(const std::vector<BandwidthFrom>& trace, double loop, double until) {
  double bits = 0.0;
  for (double offset = 0.0; offset < until; offset += loop) {
    for (std::size_t i = 0; i < trace.size(); ++i) {
      const double begin = offset + trace[i].seconds;
      const double end = offset + (i + 1 < trace.size() ? trace[i + 1].seconds : loop);
      bits += trace[i].bitsPerSecond * std::max(0.0, std::min(end, until) - begin);
    }
  }
  return bits;
}

}  // namespace

void DelayedPipelineTest::byHand() {
  // T_comp 1, transfer 2, latency 3, tau 1: iteration 2 begins when message 0 is there.
  DelayedPipeline pipeline(constantBandwidth(2.0));
  const PipelineStep step{4.0, 1, 1.0, 3.0};
  const std::vector<std::vector<double>> expected{// begin, end, link, arrival
                                                  {0, 1, 3, 6},
                                                  {1, 2, 5, 8},
                                                  {6, 7, 9, 12},
                                                  {8, 9, 11, 14},
                                                  {12, 13, 15, 18}};
  for (std::size_t t = 0; t < expected.size(); ++t) {
    const auto times = pipeline.advance(step);
    QCOMPARE((std::vector{times.computeBegin, times.computeEnd, times.linkEnd, times.arrival}),
             expected[t]);
    QCOMPARE(times.applied, t < 2 ? 0 : 1);
  }
  QCOMPARE(pipeline.pending(), std::size_t{2});
}

void DelayedPipelineTest::tendsToTheClosedForm() {
  telegrad::Random random(1, telegrad::Purpose::Test);
  for (int set = 0; set < 250; ++set) {
    const telegrad::IterationConditions c{random.uniform(0.01, 1.0), random.uniform(0.1, 10.0), 1.0,
                                          random.uniform(0.0, 5.0)};
    const double delta = random.uniform(0.001, 1.0);
    const int tau = static_cast<int>(random.below(13));
    DelayedPipeline pipeline(constantBandwidth(c.bitsPerSecond));
    const PipelineStep step{delta * c.gradientBits, tau, c.computeSeconds, c.latencySeconds};
    double begun = 0.0;
    for (int t = 0; t < 3000; ++t) begun = pipeline.advance(step).computeEnd;
    const int window = 20 * (tau + 1);
    double ended = begun;
    for (int t = 0; t < window; ++t) ended = pipeline.advance(step).computeEnd;
    const double expected = telegrad::iterationTime(c, delta, tau);
    QVERIFY2(std::abs((ended - begun) / window / expected - 1.0) < 1e-9,
             qPrintable(QString("set %1, tau %2").arg(set).arg(tau)));
  }
}

void DelayedPipelineTest::everyIterationEqualsTheDefinition() {
  // Everything changes with every iteration; the definition is kept with all its history.
  telegrad::Random random(2, telegrad::Purpose::Test);
  const std::vector<BandwidthFrom> trace{{0.0, 3.0}, {2.0, 0.5}, {5.0, 0.0}, {5.5, 8.0}};
  const auto link = tracedBandwidth(trace, 7.0);
  DelayedPipeline pipeline(link);
  std::vector<double> arrivals;
  double computeEnd = 0.0;
  double linkEnd = 0.0;
  int applied = 0;
  for (int t = 0; t < 2000; ++t) {
    const PipelineStep step{random.uniform(0.0, 4.0), static_cast<int>(random.below(6)),
                            random.uniform(0.0, 2.0), random.uniform(0.0, 6.0)};
    for (int s = 0; s <= t - 1 - step.tau; ++s)
      computeEnd = std::max(computeEnd, arrivals[static_cast<std::size_t>(s)]);
    computeEnd += step.computeSeconds;
    linkEnd = link(std::max(computeEnd, linkEnd), step.bits);
    arrivals.push_back(linkEnd + step.latencySeconds);
    const auto times = pipeline.advance(step);
    QVERIFY(times.computeEnd == computeEnd && times.linkEnd == linkEnd);
    QVERIFY(times.arrival == arrivals.back());
    QCOMPARE(times.computeBegin + step.computeSeconds, times.computeEnd);
    applied += times.applied;
    QCOMPARE(static_cast<std::size_t>(applied) + pipeline.pending(), arrivals.size());
  }
}

void DelayedPipelineTest::jitterCostsMoreThanTheMean() {
  const auto meanTime = [](double spread, int tau) {
    telegrad::Random random(3, telegrad::Purpose::Test);
    DelayedPipeline pipeline(constantBandwidth(1.0));
    double ended = 0.0;
    for (int t = 0; t < 20000; ++t)
      ended =
          pipeline.advance({0.9, tau, 1.0 + spread * random.uniform(-1.0, 1.0), 1.5}).computeEnd;
    return ended / 20000;
  };
  // (1 + 1.5 + .9) / 4 is below 1: constant times hide everything, these do not quite.
  QVERIFY(std::abs(meanTime(0.0, 3) - 1.0) < 1e-3);
  QVERIFY(meanTime(0.6, 3) > 1.02);
  QVERIFY(meanTime(0.6, 8) < meanTime(0.6, 3));
}

void DelayedPipelineTest::aTraceByHand_data() {
  QTest::addColumn<double>("loop");
  QTest::addColumn<double>("start");
  QTest::addColumn<double>("bits");
  QTest::addColumn<double>("end");
  // 2 bit/s for a second, nothing for a second, 4 bit/s then: 10 bits in a loop of 4 s.
  QTest::newRow("in one piece") << 4.0 << 0.25 << 1.0 << 0.75;
  QTest::newRow("to the end of a piece") << 4.0 << 0.0 << 2.0 << 1.0;
  QTest::newRow("over an outage") << 4.0 << 0.5 << 3.0 << 2.5;
  QTest::newRow("from an outage") << 4.0 << 1.5 << 4.0 << 3.0;
  QTest::newRow("around") << 4.0 << 3.0 << 5.0 << 4.5;
  QTest::newRow("a loop") << 4.0 << 3.0 << 10.0 << 7.0;
  QTest::newRow("later") << 4.0 << 403.0 << 5.0 << 404.5;
  QTest::newRow("many loops") << 4.0 << 0.0 << 10000.0 << 4000.0;
  QTest::newRow("nothing") << 4.0 << 1.5 << 0.0 << 1.5;
  QTest::newRow("for ever") << 0.0 << 3.0 << 400.0 << 103.0;
  QTest::newRow("for ever, from the start") << 0.0 << 0.0 << 10.0 << 4.0;
}

void DelayedPipelineTest::aTraceByHand() {
  QFETCH(double, loop);
  QFETCH(double, start);
  QFETCH(double, bits);
  QFETCH(double, end);
  const auto link = tracedBandwidth({{0.0, 2.0}, {1.0, 0.0}, {2.0, 4.0}}, loop);
  QCOMPARE(link(start, bits), end);
}

void DelayedPipelineTest::theLastBitIsBeforeAnOutage() {
  // 2 bits a loop of 4 s, in its first second: 6 bits end with the third such second.
  const auto link = tracedBandwidth({{0.0, 2.0}, {1.0, 0.0}}, 4.0);
  QCOMPARE(link(0.0, 6.0), 9.0);
  QCOMPARE(link(2.0, 2000.0), 4001.0);
}

void DelayedPipelineTest::aTraceCarriesItsIntegral() {
  telegrad::Random random(4, telegrad::Purpose::Test);
  for (int i = 0; i < 300; ++i) {
    std::vector<BandwidthFrom> trace{{0.0, random.uniform(0.1, 5.0)}};
    while (random.uniform() < 0.8)
      trace.push_back({trace.back().seconds + random.uniform(0.1, 3.0),
                       std::max(0.0, random.uniform(-1.0, 5.0))});
    const double loop = trace.back().seconds + random.uniform(0.1, 3.0);
    const double start = random.uniform(0.0, 5.0 * loop);
    const double bits = random.uniform(0.0, 200.0);
    const double end = tracedBandwidth(trace, loop)(start, bits);
    const double carried = carriedUntil(trace, loop, end) - carriedUntil(trace, loop, start);
    QVERIFY(std::abs(carried - bits) < 1e-9 * (1.0 + carriedUntil(trace, loop, end)));
  }
}

void DelayedPipelineTest::copiesGoOnApart() {
  DelayedPipeline one(constantBandwidth(1.0));
  one.advance({1.0, 0, 1.0, 0.0});
  DelayedPipeline other = one;
  QCOMPARE(other.advance({1.0, 0, 5.0, 0.0}).computeEnd, 7.0);
  QCOMPARE(one.advance({1.0, 0, 1.0, 0.0}).computeEnd, 3.0);
}

QTEST_APPLESS_MAIN(DelayedPipelineTest)
#include "delayed_pipeline_test.moc"
