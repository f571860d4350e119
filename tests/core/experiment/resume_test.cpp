// SPDX-License-Identifier: GPL-3.0-or-later
// 12 + 12 iterations are 24, to the last bit: a cluster that is loaded half-way from what another
// one saved goes on as that one does. One row for each entry of each catalogue.
#include <array>
#include <cmath>

#include <QtTest>

#include "core/data/digest.h"
#include "core/experiment/training_run.h"
#include "core/problem/problem.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::SmallCluster;
using telegrad::test::with;

namespace {

constexpr std::int64_t kHalf = 12;
constexpr std::int64_t kWhole = 24;

/// A change that is made before that iteration, counted from 0.
struct Deed {
  std::int64_t iteration = 0;
  std::string assignment;
};
using Deeds = std::vector<Deed>;

/// Four workers on generated digits: three minibatches an epoch.
Experiment small(const QStringList& more) {
  auto experiment =
      with(Experiment(), {"dataset.key=synthetic-digits", "dataset.train_examples=120",
                          "dataset.test_examples=100", "model.key=logistic-regression",
                          "cluster.workers=4", "run.epochs=1000", "network.latency=2 ms"});
  for (const auto& one : more) experiment = with(experiment, {one.toStdString()});
  return experiment;
}

/// All that can be seen of an iteration, as text.
std::string seen(const IterationResult& result) {
  std::string text;
  const auto add = [&](const auto& value) { text += std::to_string(value) + ' '; };
  const auto addDouble = [&](double value) { text += formatNumber(value) + ' '; };
  addDouble(result.meanLoss);
  for (const auto bits : {result.valueBits, result.wireBits, result.denseBits, result.staleness})
    add(bits);
  add(result.end.count());
  for (const auto& report : result.reports) {
    add(static_cast<int>(report.outcome));
    for (const double value :
         {report.loss, report.change, report.threshold, report.residualNormSquared})
      addDouble(value);
  }
  for (const auto& timing : result.timings) {
    for (const auto number :
         {timing.iteration, timing.start.count(), timing.end.count(), timing.uplinkWireBits,
          timing.downlinkWireBits, timing.queuePeak.value})
      add(number);
    for (const auto& worker : timing.workers)
      for (const auto time :
           {worker.start, worker.received, worker.computed, worker.encoded, worker.delivered,
            worker.carried, worker.upload.queueing, worker.broadcast.transfer})
        add(time.count());
    add(timing.messages.size());
  }
  return text;
}

std::string digest(Cluster& cluster) {
  const auto evaluation = cluster.evaluate();
  return sha256(std::as_bytes(cluster.weights())) + ' ' + formatNumber(evaluation.lossSum);
}

/// A cluster and the settings in force.
class Course {
 public:
  Course(Experiment experiment, Deeds deeds, int threads)
      : current_(std::move(experiment)),
        deeds_(std::move(deeds)),
        threads_(threads),
        cluster_(std::make_unique<SmallCluster>(current_, threads)) {}

  Cluster& cluster() { return *cluster_->operator->(); }
  std::string goOn() {
    const auto iteration = cluster().iteration();
    for (const auto& deed : deeds_) {
      if (deed.iteration != iteration) continue;
      current_ = with(current_, {deed.assignment});
      const auto name = parseParameterName(deed.assignment.substr(0, deed.assignment.find('=')));
      configure(cluster(), current_, name->slot);
    }
    cluster().recordMessages(iteration % 2 == 0);
    auto result = cluster().iterate(iteration % 3 == 0, iteration + 1 == kWhole);
    if (!result) qFatal("%s", result.error().message.c_str());
    return seen(**result);
  }
  std::vector<std::byte> save() {
    StateArchive state;
    if (auto saved = cluster().exchange(state); !saved) qFatal("%s", saved.error().message.c_str());
    return state.takeBytes();
  }
  /// Another one, with other numbers of threads, that has come as far.
  Course loaded(std::span<const std::byte> bytes) const {
    Course other(current_, deeds_, threads_ == 1 ? 3 : 1);
    StateArchive state(bytes);
    auto loaded = other.cluster().exchange(state);
    if (loaded) loaded = state.finish();
    if (!loaded) qFatal("%s", loaded.error().message.c_str());
    return other;
  }

 private:
  Experiment current_;
  Deeds deeds_;
  int threads_;
  std::unique_ptr<SmallCluster> cluster_;
};

}  // namespace

class ResumeTest : public QObject {
  Q_OBJECT
 private slots:
  void everythingGoesOn_data();
  void everythingGoesOn();
  void whatDoesNotFitIsRefused();
  void everyShorterStateIsRefused();
};

void ResumeTest::everythingGoesOn_data() {
  QTest::addColumn<QStringList>("experiment");
  QTest::addColumn<QStringList>("deeds");  // "12 slot.key=value"
  QTest::addColumn<int>("cut");
  const auto row = [](const std::string& name, const QStringList& experiment,
                      const QStringList& deeds = {}, int cut = kHalf) {
    QTest::newRow(name.c_str()) << experiment << deeds << cut;
  };
  const auto key = [](const char* slot, const std::string& word) {
    return QString(slot) + ".key=" + QString::fromStdString(word);
  };
  const QStringList soon{"algorithm.delay_bound=3",         "algorithm.threshold_factor=20",
                         "algorithm.reselect_every=5",      "algorithm.adjust_every=5",
                         "algorithm.interval=iterations",   "algorithm.interval_iterations=5",
                         "algorithm.warm_up_iterations=14", "algorithm.reset_every=5",
                         "algorithm.compensation=0.5"};
  const QStringList slow{"network.compute_model=lognormal", "network.broadcast=dense",
                         "network.worker_uplink=1 Mbit/s"};
  for (const auto& entry : algorithms()) {
    QStringList own = QStringList{key("algorithm", entry.key)} + slow;
    for (const auto& assignment : soon) {
      const auto name = assignment.mid(10, assignment.indexOf('=') - 10).toStdString();
      if (std::ranges::find(entry.parameters, name, &Parameter::key) != entry.parameters.end())
        own << assignment;
    }
    row("algorithm " + entry.key, own);
    row("algorithm, early " + entry.key, own, {}, 3);
    row("algorithm, absences " + entry.key, own,
        {"4 worker.2.present=false", "9 worker.3.present=false", "13 worker.2.present=true",
         "20 worker.3.present=true"});
  }
  row("cocktail-sgd, warm", {"algorithm.key=cocktail-sgd"});
  row("sgd, momentum", {"algorithm.key=sgd", "algorithm.momentum=0.9"});
  row("sasg, momentum and weight decay",
      {"algorithm.key=sasg", "algorithm.momentum=0.5", "algorithm.weight_decay=0.01"});
  row("sgd, momentum forgotten", {"algorithm.key=sgd", "algorithm.momentum=0.9"},
      {"9 algorithm.momentum=0"});
  row("sgd, cosine after a warm-up",
      {"algorithm.key=sgd", "algorithm.schedule=cosine", "algorithm.schedule_epochs=3",
       "algorithm.rate_warm_up_epochs=1"});
  row("sasg, whole gradients", {"algorithm.key=sasg", "compressor.key=identity"});
  row("dd-sgd, from none", {"algorithm.key=dd-sgd"},
      {"5 algorithm.staleness=9", "14 algorithm.staleness=2"});
  for (const auto& entry : compressors()) {
    row("compressor " + entry.key, {"algorithm.key=ef", key("compressor", entry.key)});
    row("compressor, changing " + entry.key, {"algorithm.key=ef", key("compressor", entry.key)},
        {"11 algorithm.learning_rate=0.01", "12 algorithm.learning_rate=0.02"});
  }
  const QStringList late{"algorithm.key=dd-sgd", "algorithm.staleness=3",
                         "network.compute_model=lognormal", "network.compute_spread=1"};
  const QStringList bad{"network.jitter=normal",   "network.jitter_spread=3 ms",
                        "network.loss=bursts",     "network.burst_begin=5 %",
                        "network.framing=packets", "network.bucket=3 kB",
                        "network.connection=warm"};
  for (const auto& entry : networks()) {
    const QStringList own = late + QStringList{key("network", entry.key)} + late;
    row("network " + entry.key, own);
    row("network, impaired " + entry.key, own + bad);
    row("network, traced " + entry.key, own + bad + QStringList{"network.trace=lte-like"});
    row("network, changing " + entry.key, own + bad,
        {"3 network.latency=9 ms", "11 worker.1.link_share=20 %", "12 worker.2.link_share=50 %",
         "15 network.loss_rate=5 %", "16 worker.1.link_share=100 %"});
    row("network, traced and changing " + entry.key,
        own + bad + QStringList{"network.trace=lte-like"},
        {"11 worker.1.link_share=20 %", "12 worker.2.slowdown=3", "15 network.latency=5 ms"});
    row("network, absences " + entry.key, own + bad,
        {"2 worker.2.present=false", "11 worker.1.present=false", "12 worker.2.present=true",
         "17 worker.1.present=true"});
  }
  const QStringList narrow{"network.worker_uplink=1 Mbit/s", "network.server_ingress=2 Mbit/s",
                           "network.broadcast=dense"};
  const auto server = late + narrow;
  const QStringList fair{"network.discipline=fair", "network.bucket=0 B"};
  row("fair shares", server + bad + fair);
  row("fair shares, traced", server + bad + fair + QStringList{"network.trace=lte-like"});
  row("limited queues", server + QStringList{"network.queue=limited", "network.queue_limit=20 kB"});
  row("server on a worker", server + bad + QStringList{"network.server=worker-1"});
  row("idle connections", server + QStringList{"network.connection=idle-reset"});
  row("slow phases", late + QStringList{"network.compute_model=slow-phases",
                                        "network.slow_every=50 ms", "network.slow_for=30 ms"});
  row("speed after a trace", late + QStringList{"network.compute_model=trace"});
  row("Pareto", late + QStringList{"network.compute_model=pareto"});
  for (const auto& entry : problems())
    for (const char* algorithm : {"ef", "ef21", "diana"})
      row("problem " + entry.key + ' ' + algorithm,
          {key("algorithm", algorithm), key("model", entry.key)});
  const QStringList images{"dataset.key=synthetic-objects",
                           "dataset.train_examples=100",
                           "dataset.test_examples=100",
                           "model.key=resnet-8",
                           "model.width=4",
                           "cluster.batch=5"};
  row("batches normalised, each by itself",
      QStringList{"algorithm.key=sgd", "cluster.batch_statistics=per-worker"} + images);
  row("batches normalised", QStringList{"algorithm.key=sasg"} + images,
      {"13 worker.2.present=false"});
}

void ResumeTest::everythingGoesOn() {
  QFETCH(QStringList, experiment);
  QFETCH(QStringList, deeds);
  QFETCH(int, cut);
  Deeds done;
  for (const auto& deed : deeds)
    done.push_back({deed.section(' ', 0, 0).toInt(), deed.section(' ', 1).toStdString()});
  Course never(small(experiment), done, 2);
  Course saving(small(experiment), done, 1);
  std::optional<Course> resumed;
  for (std::int64_t k = 0; k < kWhole; ++k) {
    if (k == cut) resumed = saving.loaded(saving.save());
    const auto expected = never.goOn();
    QCOMPARE(saving.goOn(), expected);  // saving has changed nothing
    if (resumed) QCOMPARE(resumed->goOn(), expected);
  }
  QCOMPARE(digest(resumed->cluster()), digest(never.cluster()));
  QCOMPARE(resumed->cluster().snapshots() <= never.cluster().snapshots(), true);
}

void ResumeTest::whatDoesNotFitIsRefused() {
  Course four(small({"algorithm.key=sasg"}), {}, 1);
  for (int k = 0; k < 3; ++k) four.goOn();
  const auto bytes = four.save();
  const auto refused = [&](const QStringList& other, std::span<const std::byte> state) {
    SmallCluster cluster(small(other), 1);
    StateArchive archive(state);
    auto loaded = cluster->exchange(archive);
    if (loaded) loaded = archive.finish();
    return loaded ? std::string() : loaded.error().message;
  };
  QCOMPARE(refused({"algorithm.key=sasg"}, bytes), std::string());
  for (const QStringList& other :
       {QStringList{"algorithm.key=sasg", "cluster.workers=5"}, QStringList{"algorithm.key=dgc"},
        QStringList{"algorithm.key=sasg", "model.key=fc-512", "model.hidden=8"},
        QStringList{"algorithm.key=sasg", "network.key=ring-all-gather"}})
    QVERIFY2(refused(other, bytes).find("state") != std::string::npos, qPrintable(other.join(' ')));
  auto longer = bytes;
  longer.push_back(std::byte{0});
  QVERIFY(refused({"algorithm.key=sasg"}, longer).find("left over") != std::string::npos);
}

void ResumeTest::everyShorterStateIsRefused() {
  const QStringList experiment{"algorithm.key=dd-ef-sgd", "model.key=quadratic",
                               "network.jitter=normal", "network.trace=lte-like"};
  Course course(small(experiment), {}, 1);
  for (int k = 0; k < 6; ++k) course.goOn();
  const auto bytes = course.save();
  SmallCluster cluster(small(experiment), 1);
  for (std::size_t length = 0; length < bytes.size(); length += 1 + length / 64) {
    StateArchive state{std::span(bytes).first(length)};
    auto loaded = cluster->exchange(state);
    if (loaded) loaded = state.finish();
    QVERIFY(!loaded);
  }
}

QTEST_APPLESS_MAIN(ResumeTest)
#include "resume_test.moc"
