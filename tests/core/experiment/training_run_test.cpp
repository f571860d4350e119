// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/training_run.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <thread>

#include <QtTest>

#include "core/metrics/quantities.h"
#include "tests/support/same_bits.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::sameBits;
using telegrad::test::smallExperiment;

namespace {

constexpr int kPatience = 60000;  // milliseconds, for a machine that is busy with other things
const ParameterName kRate{"algorithm", "learning_rate"};
const ParameterName kCompute{"network", "compute_time"};

/// Waits for a condition; false if it does not come about.
template <typename Condition>
bool waitFor(const Condition& condition) {
  QElapsedTimer timer;
  timer.start();
  while (!condition()) {
    if (timer.hasExpired(kPatience)) return false;
    std::this_thread::yield();
  }
  return true;
}

bool waitForState(const TrainingRun& run, RunState state) {
  return waitFor([&] { return run.state() == state; });
}

/// All samples until the end.
std::vector<Sample> drain(TrainingRun& run) {
  std::vector<Sample> samples;
  const bool ended = waitFor([&] {
    const bool over = run.finished();
    while (auto sample = run.poll()) samples.push_back(*std::move(sample));
    return over;
  });
  if (!ended) qFatal("the run does not end");
  return samples;
}

/// That many samples of a run that goes on.
std::vector<Sample> take(TrainingRun& run, std::size_t count) {
  std::vector<Sample> samples;
  waitFor([&] {
    if (auto sample = run.poll()) samples.push_back(*std::move(sample));
    return samples.size() == count;
  });
  return samples;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

class TrainingRunTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void samplesComeInOrderAndAddUp();
  void simulatedTimeIsSharedOut();
  void evaluatesWhenItSays();
  void saysWhatEachWorkerHas();
  void stepsPausesAndGoesOn();
  void aChangeCountsFromTheNextIteration();
  void aJournalReplaysToTheSameBits();
  void workersLeaveAndComeBackAlikeInAReplay_data();
  void workersLeaveAndComeBackAlikeInAReplay();
  void theLastWorkerStays();
  void whatCannotChangeIsRefused();
  void theSameExperimentGivesTheSameBits();
  void stopsWhenAsked();
  void stopsWhilePaused();
  void aFullQueueLosesNothing();
  void canBeDroppedAtAnyTime();
  void divergenceIsToldAndKeepsTheRest();
  void aNetworkThatDeliversNothingEndsTheRun();
  void whatCannotStartSaysWhy();
  void runsOnEveryNetwork_data();
  void runsOnEveryNetwork();
  void theTargetMayBeOfFive();
  void statisticsOfWorkersMayBeTheirOwn();
  void theFolderHoldsWhatWasPolled();

 private:
  RunOptions intoFolder() const {
    RunOptions options;
    options.folder = path();
    options.threads = 2;
    return options;
  }
  std::filesystem::path path() const { return folder_->filePath("run").toStdString(); }
  std::unique_ptr<QTemporaryDir> folder_;
};

void TrainingRunTest::samplesComeInOrderAndAddUp() {
  TrainingRun run(smallExperiment("sasg", {"algorithm.threshold_factor=5"}), {});
  const auto samples = drain(run);
  QVERIFY(run.state() == RunState::Finished);
  QCOMPARE(samples.size(), std::size_t{40});
  const auto info = run.info();
  QVERIFY(info);
  QCOMPARE(info->parameters, std::size_t{784 * 32 + 32 + 32 * 10 + 10});
  QCOMPARE(info->workers, std::size_t{10});
  QCOMPARE(info->iterations, std::int64_t{40});
  QCOMPARE(info->iterationsPerEpoch, std::int64_t{6});
  std::int64_t rounds = 0;
  std::int64_t skips = 0;
  double epochSum = 0.0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const auto& record = samples[i].record;
    QCOMPARE(record.iteration, static_cast<std::int64_t>(i) + 1);
    QCOMPARE(record.uploads + record.skips, std::int64_t{10});
    rounds += record.uploads;
    skips += record.skips;
    QCOMPARE(record.rounds, rounds);
    const auto& workers = samples[i].workers;
    QCOMPARE(std::ranges::count(workers, WorkerSample::Outcome::Skipped, &WorkerSample::outcome),
             record.skips);
    if (i % 6 == 0) epochSum = 0.0;
    epochSum += record.trainLoss;
    QVERIFY(std::abs(record.epochLoss - epochSum / static_cast<double>(i % 6 + 1)) < 1e-12);
    QVERIFY(i == 0 || record.simulatedSeconds > samples[i - 1].record.simulatedSeconds);
  }
  QVERIFY(skips > 0);
  QVERIFY(sameBits(samples.back().record, run.summary().last));
  QCOMPARE(run.summary().state, std::string("finished"));
  QCOMPARE(run.summary().weightsSha256.size(), std::size_t{64});
}

void TrainingRunTest::simulatedTimeIsSharedOut() {
  // All links have one rate, so the tenth worker's weights wait for nine others', and its upload
  // for none: they come one after the other. Either message crosses two links.
  TrainingRun run(
      smallExperiment(
          "sgd", {"network.broadcast=dense", "network.latency=3 ms", "network.message_overhead=0 B",
                  "run.max_iterations=3", "network.worker_uplink=1 Gbit/s",
                  "network.worker_downlink=1 Gbit/s", "network.compute_time=10 ms"}),
      {});
  const auto samples = drain(run);
  QCOMPARE(samples.size(), std::size_t{3});
  constexpr double kMessage = 32.0 * 25450 / 1e9;  // seconds, for d floats
  for (const auto& sample : samples) {
    const auto& record = sample.record;
    QCOMPARE(record.computeSeconds, 0.01);
    QVERIFY(std::abs(record.latencySeconds - 0.006) < 1e-12);
    QVERIFY(std::abs(record.queueSeconds - 9 * kMessage) < 1e-12);
    QVERIFY(std::abs(record.transferSeconds - 4 * kMessage) < 1e-12);
  }
}

void TrainingRunTest::evaluatesWhenItSays() {
  TrainingRun run(smallExperiment("sgd", {"run.max_iterations=31"}), {});
  for (const auto& sample : drain(run)) {
    const auto& record = sample.record;
    const auto k = record.iteration;
    const bool evaluates = k % 10 == 0 || k % 6 == 0 || k == 31;  // epochs end every six
    QCOMPARE(std::isnan(record.testAccuracy), !evaluates);
    QCOMPARE(std::isnan(record.testLoss), !evaluates);
    QCOMPARE(sample.confusion != nullptr, evaluates);
    if (!evaluates) continue;
    const auto& matrix = *sample.confusion;
    QCOMPARE(matrix.classNames.size(), std::size_t{10});
    double right = 0.0;
    for (std::size_t c = 0; c < 10; ++c) right += matrix.at(c, c);
    QCOMPARE(right / 200.0, record.testAccuracy);
    QCOMPARE(std::accumulate(matrix.counts.begin(), matrix.counts.end(), 0U), 200U);
  }
}

void TrainingRunTest::saysWhatEachWorkerHas() {
  TrainingRun run(smallExperiment("sgd", {"run.max_iterations=1"}), {});
  drain(run);
  const auto data = run.info()->data;
  QVERIFY(data != nullptr);
  QCOMPARE(data->workers.size(), std::size_t{10});
  for (const auto& worker : data->workers) {
    QCOMPARE(worker.examples, std::size_t{60});
    QCOMPARE(worker.pixels.size(), worker.labels.size() * 28 * 28);
    QVERIFY(worker.labels.size() >= 8);
  }
  TrainingRun convex(test::with(Experiment(), {"model.key=quadratic", "run.max_iterations=1"}), {});
  for (const auto& sample : drain(convex)) QVERIFY(sample.confusion == nullptr);
  QVERIFY(convex.info() && convex.info()->data == nullptr);
}

void TrainingRunTest::stepsPausesAndGoesOn() {
  RunOptions options;
  options.startPaused = true;
  TrainingRun run(smallExperiment("sgd"), options);
  QVERIFY(waitForState(run, RunState::Paused));
  QVERIFY(!run.poll());
  run.step(3);
  QCOMPARE(take(run, 3).back().record.iteration, std::int64_t{3});
  QVERIFY(waitForState(run, RunState::Paused));
  QVERIFY(!run.poll());
  run.step(1);
  QCOMPARE(take(run, 1).back().record.iteration, std::int64_t{4});
  QVERIFY(waitForState(run, RunState::Paused));
  QVERIFY(!run.finished());
  run.resume();
  const auto rest = drain(run);
  QCOMPARE(rest.front().record.iteration, std::int64_t{5});
  QCOMPARE(rest.back().record.iteration, std::int64_t{40});
  QVERIFY(run.state() == RunState::Finished);
}

void TrainingRunTest::aChangeCountsFromTheNextIteration() {
  auto options = intoFolder();
  options.startPaused = true;
  const auto experiment = smallExperiment("sgd", {"network.compute_time=10 ms"});
  TrainingRun run(experiment, options);
  run.step(5);
  for (const auto& sample : take(run, 5)) {
    QVERIFY(sample.changes.empty());
    QCOMPARE(sample.record.computeSeconds, 0.01);
  }
  QVERIFY(waitForState(run, RunState::Paused));
  QVERIFY(run.change(kCompute, Value{0.5}));
  run.resume();
  const auto rest = drain(run);
  const AppliedChange expected{6, kCompute, Value{0.01}, Value{0.5}};
  QCOMPARE(rest.front().changes, std::vector{expected});
  for (const auto& sample : rest) {
    QCOMPARE(sample.record.computeSeconds, 0.5);
    QCOMPARE(sample.changes.empty(), sample.record.iteration != 6);
  }
  const auto journal = readJournal(path() / "journal.jsonl", experiment);
  QVERIFY(journal);
  QCOMPARE(*journal, std::vector{expected});
  QVERIFY(run.experiment() == experiment);  // as it was started
}

void TrainingRunTest::aJournalReplaysToTheSameBits() {
  const auto experiment = smallExperiment("sasg");
  auto options = intoFolder();
  options.startPaused = true;
  TrainingRun live(experiment, options);
  live.step(12);
  QCOMPARE(take(live, 12).size(), std::size_t{12});
  QVERIFY(waitForState(live, RunState::Paused));
  QVERIFY(live.change(kRate, Value{0.02}));
  live.step(8);
  QCOMPARE(take(live, 8).size(), std::size_t{8});
  QVERIFY(waitForState(live, RunState::Paused));
  QVERIFY(live.change({"compressor", "fraction"}, Value{0.3}));
  QVERIFY(live.change({"algorithm", "delay_bound"}, Value{std::int64_t{4}}));
  live.resume();
  drain(live);

  RunOptions replayed;
  replayed.threads = 1;
  replayed.controls = *readJournal(path() / "journal.jsonl", experiment);
  QCOMPARE(replayed.controls.size(), std::size_t{3});
  TrainingRun again(experiment, replayed);
  drain(again);
  QCOMPARE(again.summary().weightsSha256, live.summary().weightsSha256);
  TrainingRun without(experiment, {});
  drain(without);
  QVERIFY(without.summary().weightsSha256 != live.summary().weightsSha256);
}

void TrainingRunTest::workersLeaveAndComeBackAlikeInAReplay_data() {
  QTest::addColumn<QString>("algorithm");
  for (const char* algorithm : {"sasg", "dd-ef-sgd"}) QTest::newRow(algorithm) << algorithm;
}

void TrainingRunTest::workersLeaveAndComeBackAlikeInAReplay() {
  QFETCH(QString, algorithm);
  const auto experiment =
      smallExperiment(algorithm.toStdString(), {"worker.7.present=false", "worker.2.slowdown=3"});
  auto options = intoFolder();
  options.startPaused = true;
  TrainingRun live(experiment, options);
  const auto go = [&](std::size_t iterations) {
    live.step(static_cast<std::int64_t>(iterations));
    auto samples = take(live, iterations);
    if (!waitForState(live, RunState::Paused)) qFatal("the run does not pause");
    return samples;
  };
  std::vector<Sample> samples = go(6);
  QVERIFY(live.change({"worker.3", "present"}, Value{false}));
  QVERIFY(live.change({"worker.7", "present"}, Value{true}));
  QVERIFY(live.change({"worker.1", "link_share"}, Value{0.125}));
  std::ranges::move(go(7), std::back_inserter(samples));
  QVERIFY(live.change({"worker.3", "present"}, Value{true}));
  live.resume();
  std::ranges::move(drain(live), std::back_inserter(samples));
  QCOMPARE(samples.size(), std::size_t{40});

  for (const auto& sample : samples) {
    const auto& record = sample.record;
    const auto away =
        std::ranges::count(sample.workers, WorkerSample::Outcome::Absent, &WorkerSample::outcome);
    QCOMPARE(away, record.iteration <= 13 ? 1 : 0);
    QCOMPARE(record.uploads + record.skips + away, std::int64_t{10});
  }
  for (const int threads : {1, 3}) {
    RunOptions replayed;
    replayed.threads = threads;
    replayed.controls = *readJournal(path() / "journal.jsonl", experiment);
    QCOMPARE(replayed.controls.size(), std::size_t{4});
    TrainingRun again(experiment, replayed);
    const auto same = drain(again);
    QCOMPARE(again.summary().weightsSha256, live.summary().weightsSha256);
    for (std::size_t k = 0; k < 40; ++k) {
      QCOMPARE(same[k].record.simulatedSeconds, samples[k].record.simulatedSeconds);
      QCOMPARE(same[k].record.wireBits, samples[k].record.wireBits);
    }
  }
}

void TrainingRunTest::theLastWorkerStays() {
  RunOptions options;
  options.startPaused = true;
  TrainingRun run(smallExperiment("sgd", {"cluster.workers=3", "run.max_iterations=6"}), options);
  const auto present = [&](int number, bool there) {
    return run.change({"worker." + std::to_string(number), "present"}, Value{there});
  };
  QVERIFY(present(1, false));
  QVERIFY(present(2, false));
  const auto refused = present(3, false);
  QVERIFY(!refused);
  QVERIFY(contains(refused.error().message, "worker.3: no worker would be present"));
  run.step(2);
  for (const auto& sample : take(run, 2)) QCOMPARE(sample.record.uploads, std::int64_t{1});
  QVERIFY(waitForState(run, RunState::Paused));
  // One after the other none of these leaves nobody; only the last value of each counts.
  QVERIFY(present(2, true));
  QVERIFY(present(3, false));
  QVERIFY(present(1, true));
  QVERIFY(present(2, false));
  run.resume();
  const auto rest = drain(run);
  QVERIFY(run.state() == RunState::Finished);
  for (const auto& sample : rest) {
    QVERIFY(sample.workers[0].outcome == WorkerSample::Outcome::Uploaded);
    QVERIFY(sample.workers[1].outcome == WorkerSample::Outcome::Absent);
    QVERIFY(sample.workers[2].outcome == WorkerSample::Outcome::Absent);
  }
}

void TrainingRunTest::whatCannotChangeIsRefused() {
  RunOptions options;
  options.startPaused = true;
  TrainingRun run(smallExperiment("sasg"), options);
  const auto refusal = [&](const ParameterName& name, const Value& value) {
    const auto changed = run.change(name, value);
    return changed ? std::string("it was changed") : changed.error().message;
  };
  QVERIFY(contains(refusal({"optimizer", "x"}, Value{1.0}), "\"optimizer\"; allowed: dataset"));
  QVERIFY(contains(refusal({"algorithm", "rate"}, Value{1.0}), "\"rate\"; allowed: delay_bound"));
  for (const ParameterName& name : {ParameterName{"cluster", "workers"}, {"model", "hidden"}})
    QVERIFY(contains(refusal(name, Value{std::int64_t{5}}), name.text() + " cannot change"));
  QVERIFY(contains(refusal(kRate, Value{11.0}), "learning_rate: read 11; allowed: a number from"));
  QVERIFY(contains(refusal(kRate, Value{true}), "learning_rate: read true"));
  QVERIFY(contains(refusal(kRate, Value{std::nan("")}), "learning_rate: read nan"));
  run.resume();
  for (const auto& sample : drain(run)) QVERIFY(sample.changes.empty());
}

void TrainingRunTest::theSameExperimentGivesTheSameBits() {
  const auto experiment = smallExperiment("sasg");
  TrainingRun one(experiment, {});
  TrainingRun two(experiment, {});
  const auto a = drain(one);
  const auto b = drain(two);
  QCOMPARE(one.summary().weightsSha256, two.summary().weightsSha256);
  QCOMPARE(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto other = b[i].record;
    other.wallSeconds = a[i].record.wallSeconds;  // the one thing that is not emulated
    QVERIFY(sameBits(a[i].record, other));
  }
}

void TrainingRunTest::stopsWhenAsked() {
  TrainingRun run(smallExperiment("sasg", {"run.max_iterations=0"}), intoFolder());
  const auto first = take(run, 3);
  run.stop();
  const auto rest = drain(run);
  QVERIFY(run.state() == RunState::Stopped);
  QCOMPARE(run.summary().state, std::string("stopped"));
  QCOMPARE(run.summary().last.iteration, static_cast<std::int64_t>(first.size() + rest.size()));
  const auto stored = readRunFolder(path());
  QVERIFY(stored);
  QCOMPARE(stored->state, std::string("stopped"));
  QCOMPARE(stored->records.size(), first.size() + rest.size());
}

void TrainingRunTest::stopsWhilePaused() {
  RunOptions options;
  options.startPaused = true;
  TrainingRun run(smallExperiment("sgd"), options);
  QVERIFY(waitForState(run, RunState::Paused));
  run.stop();
  QVERIFY(drain(run).empty());
  QVERIFY(run.state() == RunState::Stopped);
}

void TrainingRunTest::aFullQueueLosesNothing() {
  // Nobody polls; so the run waits with the sample that has no room, until it is stopped.
  auto options = intoFolder();
  options.startPaused = true;
  TrainingRun run(smallExperiment("sgd", {"model.key=logistic-regression", "cluster.workers=1",
                                          "cluster.batch=1", "run.max_iterations=0",
                                          "run.evaluate_every=1000000"}),
                  options);
  constexpr std::size_t kRoom = 1024;
  const auto written = [&](std::size_t count) {
    const auto stored = readRunFolder(path());
    return stored && stored->records.size() == count;
  };
  run.step(kRoom);
  QVERIFY(waitFor([&] { return written(kRoom) && run.state() == RunState::Paused; }));
  QVERIFY(run.change(kCompute, Value{0.5}));  // so that the next record is written at once
  run.step(5);
  QVERIFY(waitFor([&] { return written(kRoom + 1); }));
  run.stop();
  QVERIFY(waitFor([&] { return run.finished(); }));  // without room having been made
  const auto samples = drain(run);
  QCOMPARE(samples.size(), kRoom + 1);
  QCOMPARE(samples.back().record.iteration, run.summary().last.iteration);
  for (std::size_t i = 0; i < samples.size(); ++i)
    QCOMPARE(samples[i].record.iteration, static_cast<std::int64_t>(i) + 1);
}

void TrainingRunTest::canBeDroppedAtAnyTime() {
  const auto experiment = smallExperiment("sasg", {"run.max_iterations=0"});
  { const TrainingRun preparing(experiment, {}); }
  RunOptions paused;
  paused.startPaused = true;
  {
    const TrainingRun run(experiment, paused);
    QVERIFY(waitForState(run, RunState::Paused));
  }
  {
    TrainingRun run(experiment, intoFolder());
    QCOMPARE(take(run, 2).size(), std::size_t{2});
  }
  const auto stored = readRunFolder(path());  // it saved on its way out
  QVERIFY(stored);
  QCOMPARE(stored->state, std::string("stopped"));
  QVERIFY(stored->records.size() >= 2);
}

void TrainingRunTest::divergenceIsToldAndKeepsTheRest() {
  const auto experiment = smallExperiment(
      "sasg", {"algorithm.learning_rate=10", "run.max_iterations=2000", "run.evaluate_every=7"});
  TrainingRun run(experiment, intoFolder());
  const auto samples = drain(run);
  QVERIFY(run.state() == RunState::Diverged);
  const auto message = run.summary().message;
  const auto at = "iteration " + std::to_string(samples.size() + 1) + ": ";
  QVERIFY2(message.starts_with(at), message.c_str());
  QVERIFY2(contains(message, "finite"), message.c_str());
  QVERIFY2(contains(message, "algorithm.learning_rate = 10"), message.c_str());
  QVERIFY2(contains(message, "compressor.fraction = 0.01"), message.c_str());
  const auto stored = readRunFolder(path());
  QVERIFY(stored);
  QCOMPARE(stored->state, std::string("diverged"));
  QCOMPARE(stored->records.size(), samples.size());
  for (const auto& sample : samples) QVERIFY(std::isfinite(sample.record.trainLoss));
}

void TrainingRunTest::aNetworkThatDeliversNothingEndsTheRun() {
  // A whole gradient takes 1e9 s on a worker's link: no message arrives before time ends.
  const auto experiment =
      smallExperiment("sgd", {"network.emulated_gradient=1e13", "network.worker_uplink=10 kbit/s"});
  TrainingRun run(experiment, intoFolder());
  QVERIFY(drain(run).empty());
  QVERIFY(run.state() == RunState::Failed);
  const auto message = run.summary().message;
  for (const char* words : {"iteration 1: ", "uplink of worker", "10 kbit/s", "allowed: "})
    QVERIFY2(contains(message, words), message.c_str());
  const auto stored = readRunFolder(path());
  QVERIFY(stored);
  QCOMPARE(stored->state, std::string("failed"));
}

void TrainingRunTest::whatCannotStartSaysWhy() {
  TrainingRun run(smallExperiment("sgd", {"cluster.batch=61"}), intoFolder());
  QVERIFY(drain(run).empty());
  QVERIFY(run.state() == RunState::Failed);
  QVERIFY(!run.info());
  QVERIFY2(contains(run.summary().message, "cluster.batch: read 61"),
           run.summary().message.c_str());
  QVERIFY(!std::filesystem::exists(path()));  // no folder of a run that never was
}

void TrainingRunTest::runsOnEveryNetwork_data() {
  QTest::addColumn<QString>("network");
  for (const auto& entry : (*findSlot("network"))->entries)
    QTest::newRow(entry.key.c_str()) << QString::fromStdString(entry.key);
}

/// Or says why not, before there is a folder.
void TrainingRunTest::runsOnEveryNetwork() {
  QFETCH(QString, network);
  const auto choice = "network.key=" + network.toStdString();
  for (const char* algorithm : {"dd-sgd", "sasg"}) {
    const auto experiment = smallExperiment(algorithm, {choice, "run.max_iterations=10"});
    TrainingRun run(experiment, intoFolder());
    const auto samples = drain(run);
    if (const auto conflict = conflictIn(experiment)) {
      QCOMPARE(run.summary().message, conflict->message);
      QVERIFY(run.state() == RunState::Failed);
      QVERIFY(!std::filesystem::exists(path()));
      continue;
    }
    QVERIFY(run.state() == RunState::Finished);
    QCOMPARE(samples.size(), std::size_t{10});
    QVERIFY(samples.back().record.simulatedSeconds > 10 * 0.0125);
    std::filesystem::remove_all(path());
  }
}

void TrainingRunTest::theTargetMayBeOfFive() {
  const auto reached = [](const char* metric) {
    TrainingRun run(smallExperiment("sgd", {"run.target_accuracy=0.7", "run.evaluate_every=1",
                                            std::string("run.target_metric=") + metric}),
                    {});
    const auto samples = drain(run);
    if (run.state() != RunState::Finished) qFatal("%s", run.summary().message.c_str());
    const auto& last = run.summary().last;
    if (last.testTop5Accuracy != samples.back().record.testTop5Accuracy) qFatal("not the last");
    const auto& targets = run.summary().targets;
    return std::pair{samples, targets.empty() ? std::optional<Record>() : targets.front().at};
  };
  const auto [samples, ofFive] = reached("top-5");
  const auto first = std::ranges::find_if(
      samples, [](const Sample& sample) { return sample.record.testTop5Accuracy > 0.7; });
  QVERIFY(first != samples.end() && ofFive);
  QCOMPARE(ofFive->iteration, first->record.iteration);
  QVERIFY(ofFive->testAccuracy < 0.7);
  for (const auto& sample : samples)
    QVERIFY(sample.record.testTop5Accuracy >= sample.record.testAccuracy);
  const auto ofOne = reached("top-1").second;
  QVERIFY(!ofOne || ofOne->iteration > ofFive->iteration);
}

/// The weights are the same, for gradients know nothing of running statistics; the figures of the
/// test set are not.
void TrainingRunTest::statisticsOfWorkersMayBeTheirOwn() {
  const auto train = [](const char* statistics) {
    TrainingRun run(
        smallExperiment("sgd", {"dataset.key=synthetic-objects", "dataset.train_examples=100",
                                "dataset.test_examples=100", "model.key=resnet-8", "model.width=4",
                                "cluster.batch=5", "run.max_iterations=4", "run.evaluate_every=4",
                                std::string("cluster.batch_statistics=") + statistics}),
        {});
    drain(run);
    return run.summary();
  };
  const auto shared = train("shared");
  const auto own = train("per-worker");
  QCOMPARE(own.state, std::string("finished"));
  QCOMPARE(own.weightsSha256, shared.weightsSha256);
  QVERIFY(std::isfinite(own.last.testLoss));
  QVERIFY(own.last.testLoss != shared.last.testLoss);
}

void TrainingRunTest::theFolderHoldsWhatWasPolled() {
  const auto experiment = smallExperiment("sasg");
  TrainingRun run(experiment, intoFolder());
  const auto samples = drain(run);
  const auto stored = readRunFolder(path());
  QVERIFY(stored);
  QVERIFY(stored->experiment == experiment);
  QCOMPARE(stored->state, std::string("finished"));
  QVERIFY(stored->notes.empty());
  QCOMPARE(stored->records.size(), samples.size());
  for (std::size_t i = 0; i < samples.size(); ++i)
    QVERIFY(sameBits(stored->records[i], samples[i].record));
}

QTEST_APPLESS_MAIN(TrainingRunTest)
#include "training_run_test.moc"
