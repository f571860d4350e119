// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/explanation.h"

#include <algorithm>
#include <set>

#include <QFile>
#include <QtTest>

#include "core/experiment/worker_slots.h"
#include "core/metrics/quantities.h"
#include "tests/support/small_runs.h"
#include "ui/models/manual.h"
#include "ui/widgets/formula.h"
#include "ui/widgets/style_sheet.h"

using namespace telegrad;
using namespace telegrad::ui;
using telegrad::test::with;

/// What "explain this" says: everything has a text, and its numbers are right.
class ExplanationTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { applyTheme(ThemeChoice::Light); }  // which has the resources
  void liveControlsAndQuantitiesHaveTexts();
  void everyEntryHasSomethingToTry();
  void formulasAndTopicsThatAreNamedExist();
  void pagesThatAreNamedExist();
  void fixedParametersSayWhatTheyAre();
  void partsOfOneExplanation();
  void numbersOfAnExperiment_data();
  void numbersOfAnExperiment();
  void numbersOfARun_data();
  void numbersOfARun();
  void noiseGrowsAsTheAlgorithmSays();
  void nothingIsMadeUp();

 private:
  void missing(const QString& topic, const ExplanationText* text);
  QStringList missing_;
};

namespace {

/// The quick start's model on ten workers, a hundredth kept.
Experiment tenWorkers(const std::string& more = "seed=1") {
  return with(Experiment(), {"dataset.key=synthetic-digits", "algorithm.key=sasg",
                             "cluster.workers=10", "cluster.batch=10", "compressor.key=top-k",
                             "compressor.fraction=0.01", "algorithm.learning_rate=0.005", more});
}

RunInfo fullyConnected() {
  RunInfo info;
  info.parameters = 407050;
  info.workers = 10;
  info.iterationsPerEpoch = 600;
  info.layers = {
      {"w1", {512, 784}, 401408}, {"b1", {512}, 512}, {"w2", {10, 512}, 5120}, {"b2", {10}, 10}};
  return info;
}

/// Two hundred iterations in each of which four of ten workers upload 130,272 bits of values and
/// 208,448 on the wire, and of them one is forced; 20 ms each.
std::vector<Sample> twoHundred() {
  std::vector<Sample> samples;
  for (std::int64_t k = 1; k <= 200; ++k) {
    Sample sample;
    auto& record = sample.record;
    record.iteration = k;
    record.epoch = static_cast<double>(k) / 600.0;
    record.rounds = 4 * k;
    record.payloadBits = 4 * 130272 * k;
    record.wireBits = 4 * 208448 * k;
    record.simulatedSeconds = 0.02 * static_cast<double>(k);
    record.wallSeconds = 0.01 * static_cast<double>(k);
    record.uploads = 4;
    record.skips = 6;
    record.forced = 1;
    record.computeSeconds = 0.0125;
    record.queueSeconds = 0.004;
    record.transferSeconds = 0.0025;
    record.latencySeconds = 0.001;
    record.compressionRatio = 4071.0 / 407050.0;
    if (k % 100 == 0) record.testAccuracy = 0.8;
    if (k % 100 == 0) record.compressionError = 0.75;
    for (int m = 0; m < 10; ++m)
      sample.workers.push_back({WorkerSample::Outcome::Skipped, 0.5, 2.0});
    sample.workers[2] = {WorkerSample::Outcome::Uploaded, 3.0, 2.0};
    samples.push_back(sample);
  }
  return samples;
}

}  // namespace

void ExplanationTest::missing(const QString& topic, const ExplanationText* text) {
  if (text == nullptr || text->attempt.empty() || text->page.empty()) missing_ << topic;
}

void ExplanationTest::liveControlsAndQuantitiesHaveTexts() {
  missing_.clear();
  const auto& texts = explanationTexts();
  int live = 0;
  const auto look = [&](const std::string& slot, const Description& entry) {
    for (const auto& parameter : entry.parameters) {
      if (parameter.change != Change::BetweenIterations) continue;
      ++live;
      missing(QString::fromStdString(slot + "." + entry.key + "." + parameter.key),
              texts.findParameter(slot, entry.key, parameter.key));
    }
  };
  for (const auto& slot : experimentSlots())
    for (const auto& entry : slot.entries) look(slot.key, entry);
  look("worker", workerSlotDescription().entries.front());
  QVERIFY(live > 100);
  for (const auto& quantity : quantities()) {
    const auto topic = "quantity:" + quantity.key;
    missing(QString::fromStdString(topic), texts.find(topic));
  }
  QVERIFY2(missing_.isEmpty(), qPrintable(missing_.join('\n')));
}

void ExplanationTest::everyEntryHasSomethingToTry() {
  missing_.clear();
  for (const auto& slot : experimentSlots()) {
    if (!slot.hasChoice()) continue;
    for (const auto& entry : slot.entries) {
      const auto topic = "entry:" + slot.key + "." + entry.key;
      missing(QString::fromStdString(topic), explanationTexts().find(topic));
    }
  }
  QVERIFY2(missing_.isEmpty(), qPrintable(missing_.join('\n')));
}

void ExplanationTest::formulasAndTopicsThatAreNamedExist() {
  const auto& texts = explanationTexts();
  const auto known = Formula::ids();
  std::set<QString> wrong;
  for (const auto& topic : texts.topics()) {
    const auto* text = texts.find(topic);
    QVERIFY2(text != nullptr, topic.c_str());
    const auto formula = QString::fromStdString(text->formula);
    if (!formula.isEmpty() && !known.contains(formula)) wrong.insert(formula);
    if (topic.starts_with("card:") && text->title.empty())
      wrong.insert(QString::fromStdString(topic + " has no title"));
    for (const auto& other : text->related) {
      // A parameter may be another method's; its key must be somebody's.
      const bool isParameter = other.find(':') == std::string::npos;
      if (!isParameter && titleOf(QString::fromStdString(other), Experiment()).isEmpty())
        wrong.insert(QString::fromStdString(topic + " names " + other));
      if (isParameter && texts.find(other) == nullptr)
        wrong.insert(QString::fromStdString(topic + " names " + other));
    }
  }
  for (const auto& each : wrong) qWarning("%s", qPrintable(each));
  QVERIFY(wrong.empty());
}

void ExplanationTest::pagesThatAreNamedExist() {
  missing_.clear();
  const auto& texts = explanationTexts();
  for (const auto& topic : texts.topics()) {
    const auto place = QString::fromStdString(texts.find(topic)->page);
    const auto* page = Manual::shipped().page(place.section('#', 0, 0));
    const auto anchor = place.section('#', 1);
    const auto has = [&](const Manual::Section& section) { return section.anchor == anchor; };
    if (page == nullptr || (!anchor.isEmpty() && std::ranges::none_of(page->sections, has)))
      missing_ << QString::fromStdString(topic) + QStringLiteral(": ") + place;
  }
  QVERIFY2(missing_.isEmpty(), qPrintable(missing_.join('\n')));
}

void ExplanationTest::fixedParametersSayWhatTheyAre() {
  for (const auto& slot : experimentSlots()) {
    for (const auto& entry : slot.entries) {
      for (const auto& parameter : entry.parameters) {
        const auto topic = QString::fromStdString(slot.key + "." + entry.key + "." + parameter.key);
        const auto said = explain(
            slot.hasChoice() ? topic : QString::fromStdString(slot.key + "." + parameter.key),
            {Experiment(), nullptr, 0});
        QVERIFY2(said.has_value(), qPrintable(topic));
        QVERIFY2(!said->title.isEmpty() && !said->what.isEmpty(), qPrintable(topic));
        QVERIFY2(said->value.contains(QStringLiteral("run")), qPrintable(topic));
      }
    }
  }
}

void ExplanationTest::partsOfOneExplanation() {
  const auto said = explain(QStringLiteral("algorithm.threshold_factor"),
                            {tenWorkers("algorithm.threshold_factor=2"), nullptr, 0});
  QVERIFY(said.has_value());
  QCOMPARE(said->title, QStringLiteral("Threshold factor α·γ"));
  QCOMPARE(said->kind, QStringLiteral("Parameter: SASG"));
  QCOMPARE(said->formula, QStringLiteral("skipping-rule"));
  QVERIFY(said->what.contains(QStringLiteral("skipping rule")));
  QVERIFY(said->value.startsWith(QStringLiteral("now 2; allowed: 0 to ")));
  QVERIFY(said->value.endsWith(QStringLiteral("may change while a run goes on")));
  QVERIFY(said->source.contains(QStringLiteral("2112.04088")));
  QVERIFY(said->page.startsWith(QStringLiteral("sasg")));
  QVERIFY(!said->related.empty() && !said->related.front().title.isEmpty());
  // Of an entry that does not stand there: no value, no numbers.
  const auto other =
      explain(QStringLiteral("compressor.rand-k.fraction"), {tenWorkers(), nullptr, 0});
  QVERIFY(other.has_value() && other->present.isEmpty());
  QVERIFY(!other->value.contains(QStringLiteral("now")));
}

void ExplanationTest::numbersOfAnExperiment_data() {
  QTest::addColumn<QString>("topic");
  QTest::addColumn<QString>("assignment");
  QTest::addColumn<QString>("numbers");
  // 2 / 0.005 = 400; over 10^2 workers 4.
  QTest::newRow("threshold") << "algorithm.threshold_factor"
                             << "algorithm.threshold_factor=2"
                             << "α = 2 / 0.005 = 400;  α / M² = 400 / 10² = 4";
  QTest::newRow("rate of a sum") << "algorithm.learning_rate"
                                 << "seed=1"
                                 << "M γ = 10 × 0.005 = 0.05 on the mean gradient";
  QTest::newRow("momentum") << "algorithm.momentum"
                            << "algorithm.momentum=0.9"
                            << "1 / (1 − 0.9) = 10 times as far";
  QTest::newRow("delay bound") << "algorithm.delay_bound"
                               << "algorithm.delay_bound=9"
                               << "D + 1 = 10 iterations: 10.0\u202F%\nthe first";
  QTest::newRow("first silence") << "algorithm.delay_bound"
                                 << "algorithm.delay_bound=9"
                                 << "in D + 2 = 11";
  QTest::newRow("delay bound of a cluster") << "algorithm.delay_bound"
                                            << "algorithm.preset=authors-dist"
                                            << "D + 2 = 12 iterations: 8.3\u202F%";
  QTest::newRow("kept, before a run") << "compressor.fraction"
                                      << "seed=1"
                                      << "about 0.01 × 407,050 = 4,070 entries";
  QTest::newRow("positions") << "compressor.index_coding"
                             << "seed=1"
                             << "⌈log₂ 407,050⌉ = 19 bit";
  QTest::newRow("batch") << "cluster.batch"
                         << "seed=1"
                         << "M B = 10 × 10 = 100 examples";
  // 32 * 407050 = 13025600 bit.
  QTest::newRow("emulated") << "network.emulated_gradient"
                            << "network.emulated_gradient=130.256 Mbit"
                            << "= 10 times as large";
  QTest::newRow("real size") << "network.emulated_gradient"
                             << "seed=1"
                             << "32 × 407,050 = 13";
  QTest::newRow("dense upload") << "network.worker_uplink"
                                << "network.worker_uplink=13.0256 Mbit/s"
                                << "= 1\u202Fs for an upload";
  QTest::newRow("overhead") << "network.message_overhead"
                            << "seed=1"
                            << "8 × 66 B = 528 bit a message";
  QTest::newRow("loss") << "network.loss_rate"
                        << "network.loss_rate=0.2"
                        << "1 / (1 − 0.2) = 1.25 transmissions";
  // 0.001 / (0.001 + 0.009) = 0.1 of the packets; 0.9 * 0.01 + 0.1 * 0.5 = 5.9 %.
  QTest::newRow("share of bursts") << "network.burst_begin"
                                   << "network.burst_end=0.009"
                                   << "10.0\u202F% of all packets\nlost in all: 5.9\u202F%";
  QTest::newRow("retries") << "network.retry_after"
                           << "network.retry_after=20 s"
                           << "after 20\u202Fs, then 40\u202Fs, 60\u202Fs";
  QTest::newRow("slowdown") << "worker.3.slowdown"
                            << "worker.3.slowdown=4"
                            << "4 × 12.5\u202Fms = 50\u202Fms";
  QTest::newRow("link share") << "worker.3.link_share"
                              << "worker.3.link_share=0.1"
                              << "0.1 × 100\u202FMbit/s = 10\u202FMbit/s";
  // e^(0.3^2 / 2) = 1.0460.
  QTest::newRow("lognormal") << "network.compute_spread"
                             << "network.compute_model=lognormal"
                             << "mean 12.5\u202Fms × e^(0.3² / 2) = 13.1\u202Fms";
  // 2^(1/3) = 1.2599, 0.0125 / 1.2599 = 0.0099213, times 3 / 2 = 0.014882.
  QTest::newRow("Pareto") << "network.compute_tail"
                          << "network.compute_model=pareto"
                          << "= 9.92\u202Fms, mean 9.92\u202Fms × 3 / (3 − 1) = 14.9\u202Fms";
}

void ExplanationTest::numbersOfAnExperiment() {
  QFETCH(QString, topic);
  QFETCH(QString, assignment);
  QFETCH(QString, numbers);
  const auto said =
      presentNumbers(topic.toStdString(), {tenWorkers(assignment.toStdString()), nullptr, 0});
  QVERIFY2(said.contains(numbers), qPrintable(said));
}

void ExplanationTest::numbersOfARun_data() {
  QTest::addColumn<QString>("topic");
  QTest::addColumn<QString>("numbers");
  QTest::newRow("kept") << "compressor.fraction"
                        << "4,014 + 5 + 51 + 1 = 4,071 of 407,050\n32 × 4,071 = 130,272 bit";
  // 2 = scale * sum of moves; scale = 0.5 / 0.005 / 100 = 1.
  QTest::newRow("threshold now") << "algorithm.threshold_factor"
                                 << "now 1 × 2 (the last 9 moves, squared) = 2";
  QTest::newRow("uploads of late") << "algorithm.delay_bound"
                                   << "of late 40\u202F% of all workers' turns";
  QTest::newRow("rounds") << "quantity:rounds"
                          << "800 uploads of 10 × 200 = 2,000 turns: 40.0\u202F%";
  QTest::newRow("payload") << "quantity:payload_bits"
                           << "800 uploads × 130,272 bit = 104\u202FMbit";
  // 4 * 130272 / (32 * 407050 * 10) = 0.0040005.
  QTest::newRow("against SGD") << "quantity:payload_bits"
                               << ": 0.40\u202F% of it";
  QTest::newRow("wire") << "quantity:wire_bits"
                        << "= 1.6 times as much";
  QTest::newRow("epoch") << "quantity:epoch"
                         << "200 / 600 iterations an epoch = 0.3333";
  QTest::newRow("simulated") << "quantity:simulated_s"
                             << "4\u202Fs / 200 iterations = 20\u202Fms each";
  QTest::newRow("path") << "quantity:queue_s"
                        << "queue 4\u202Fms + transfer 2.5\u202Fms + latency 1\u202Fms = "
                           "20\u202Fms";
  QTest::newRow("accuracy") << "quantity:test_accuracy"
                            << "80.0\u202F% in iteration 200";
  QTest::newRow("error") << "quantity:compression_error"
                         << "= 0.75 in iteration 200; Top-k: at most 1 − 0.01 = 0.99";
  QTest::newRow("who spoke") << "card:who-spoke"
                             << "of the last 1,000 turns 400 were uploads, 100 of them forced";
  QTest::newRow("the rule, third worker") << "card:skipping-rule"
                                          << "worker 3, iteration 200: 3 > 2, so it uploads";
  QTest::newRow("ratio") << "quantity:compression_ratio"
                         << "1.00\u202F% × 32 × 407,050 = 130,272 bit";
  QTest::newRow("weights") << "card:parameters"
                           << "d = 401,408 + 512 + 5,120 + 10 = 407,050";
  // 208448 bit / 100 Mbit/s = 2.08448 ms; four of them over 1 Gbit/s 0.833792 ms.
  QTest::newRow("uplink") << "network.worker_uplink"
                          << "208,448 bit / 100\u202FMbit/s = 2.08\u202Fms";
  QTest::newRow("ingress") << "network.server_ingress"
                           << "4 uploads × 208,448 bit / 1\u202FGbit/s = 834\u202Fµs";
  // 26056 bytes in packets of 1448: 17.99, so 18.
  QTest::newRow("packets") << "network.mtu"
                           << "⌈26,056 B / (1500 − 52)⌉ = 18 packets";
  QTest::newRow("plain value") << "quantity:train_loss"
                               << "0 in iteration 200";
  QTest::newRow("turns") << "quantity:skips"
                         << "4 uploads (1 of them forced) and 6 skips, of 10 workers";
  QTest::newRow("share of the time") << "network.compute_time"
                                     << "12.5\u202Fms of the 20\u202Fms";
}

void ExplanationTest::numbersOfARun() {
  QFETCH(QString, topic);
  QFETCH(QString, numbers);
  RunsModel runs;
  const int id = runs.add(tenWorkers(), {});
  runs.setInfo(id, fullyConnected());
  runs.append(id, twoHundred());
  const auto said = presentNumbers(topic.toStdString(), {tenWorkers(), runs.byId(id), 2});
  QVERIFY2(said.contains(numbers), qPrintable(said));
}

/// Half of the entries, three iterations late: .5 / (.5 .75^3) = 2.3704, or .5 / (.5 .5^3) = 8, of
/// which a tenth less is 7.2.
void ExplanationTest::noiseGrowsAsTheAlgorithmSays() {
  const auto deco = with(Experiment(), {"algorithm.key=deco-sgd", "algorithm.hysteresis=0.1"});
  RunsModel runs;
  const int id = runs.add(deco, {});
  runs.setInfo(id, fullyConnected());
  auto samples = twoHundred();
  samples.back().record.compressionRatio = 0.5;
  samples.back().record.staleness = 3;
  runs.append(id, std::move(samples));
  const auto said = [&](const char* topic, const char* base) {
    const auto experiment = with(deco, {std::string("algorithm.phi_base=") + base});
    return presentNumbers(topic, {experiment, runs.byId(id), 0});
  };
  QCOMPARE(said("card:phi-map", "half"),
           QStringLiteral("φ = (1 − 0.5) / (0.5 × (1 − 0.5 / 2)^3) = 2.37"));
  QCOMPARE(said("card:phi-map", "full"), QStringLiteral("φ = (1 − 0.5) / (0.5 × (1 − 0.5)^3) = 8"));
  QVERIFY(said("algorithm.hysteresis", "full").endsWith(QStringLiteral("(1 − 0.1) φ = 7.2")));
}

/// Of a run of another model nothing is said about this one.
void ExplanationTest::nothingIsMadeUp() {
  RunsModel runs;
  const int id = runs.add(tenWorkers(), {});
  QVERIFY(presentNumbers("quantity:rounds", {tenWorkers(), runs.byId(id), 0}).isEmpty());
  runs.setInfo(id, fullyConnected());
  runs.append(id, twoHundred());
  const auto other = tenWorkers("model.hidden=100");
  // 784 * 100 + 100 + 100 * 10 + 10 = 79510 weights.
  const auto said = presentNumbers("compressor.fraction", {other, runs.byId(id), 0});
  QVERIFY2(said.contains(QStringLiteral("0.01 × 79,510 = 795")), qPrintable(said));
  QVERIFY(presentNumbers("card:lab-vector", {other, runs.byId(id), 0}).isEmpty());
  QVERIFY(presentNumbers("nonsense", {other, runs.byId(id), 0}).isEmpty());
  QVERIFY(!explain(QStringLiteral("algorithm.nonsense"), {other, nullptr, 0}));
  QVERIFY(!explain(QStringLiteral("worker.99.slowdown"), {other, nullptr, 0}) ||
          explain(QStringLiteral("worker.99.slowdown"), {other, nullptr, 0})->present.isEmpty());
}

QTEST_MAIN(ExplanationTest)
#include "explanation_test.moc"
