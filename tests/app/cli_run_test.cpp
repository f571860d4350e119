// SPDX-License-Identifier: GPL-3.0-or-later
// Whole headless runs: files, digests, replays, interrupts, a disk that fills up.
#include <csignal>
#include <numeric>

#include <QCryptographicHash>
#include <QtEndian>
#include <QtTest>

#include "core/experiment/run_folder.h"
#include "core/metrics/quantities.h"
#include "tests/support/command_line.h"

using telegrad::test::Outcome;

class CliRunTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void aRunLeavesItsFolder();
  void theSameBitsWithAnyNumberOfThreads();
  void anotherSeedGivesOtherBits();
  void aReplayOfControlsGivesTheSameBits();
  void verifyFindsTheSameBits();
  void verifyNamesTheFirstDifference();
  void weightsGoOutAndIn();
  void withoutOutNothingIsWritten();
  void aRunThatDivergesExitsWithOne();
  void aConvexRunSaysHowFarItIsFromItsMinimum();
  void whatDoesNotGoTogetherExitsWithTwo();
  void anInterruptSavesAndExits();
  void aFullDiskExitsWithOne();

 private:
  QString path(const QString& name) const { return folder_->filePath(name); }
  telegrad::StoredRun stored(const QString& name) const;
  std::unique_ptr<QTemporaryDir> folder_;
};

namespace {

/// A short run on generated digits, four workers.
QStringList shortRun(const QStringList& more) {
  return QStringList{"run",   "quick-start",           "--set", "dataset.key=synthetic-digits",
                     "--set", "cluster.workers=4",     "--set", "run.max_iterations=60",
                     "--set", "run.evaluate_every=20", "--set", "run.target_accuracy=0.2"} +
         more;
}

Outcome cli(const QStringList& arguments) {
  return telegrad::test::run(TELEGRAD_CLI, arguments);
}

QString digestOf(const Outcome& outcome) {
  static const QRegularExpression line("weights sha256 +([0-9a-f]{64})\n");
  return line.match(outcome.out).captured(1);
}

QByteArray contents(const QString& name) {
  QFile file(name);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// A CSV file without the column that no two runs have alike.
QStringList withoutWallTime(const QByteArray& csv) {
  QStringList rows;
  qsizetype wall = -1;
  for (const auto& line : csv.split('\n')) {
    auto cells = line.split(',');
    if (wall < 0) wall = cells.indexOf("wall_s");
    if (cells.size() > wall) cells.removeAt(wall);
    rows << QString::fromUtf8(cells.join(','));
  }
  return rows;
}

}  // namespace

telegrad::StoredRun CliRunTest::stored(const QString& name) const {
  auto run = telegrad::readRunFolder(path(name).toStdString());
  if (!run) QTest::qFail(run.error().message.c_str(), __FILE__, __LINE__);
  return run ? *std::move(run) : telegrad::StoredRun{};
}

void CliRunTest::aRunLeavesItsFolder() {
  const auto outcome = cli(shortRun({"--out", path("run")}));
  QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
  for (const char* row : {"iterations", "rounds", "payload bits", "wire bits", "simulated time",
                          "wall time", "test accuracy", "above 0.2"})
    QVERIFY2(outcome.out.contains(row), row);
  QVERIFY(outcome.err.contains("iteration 60/60"));

  const auto run = stored("run");
  QCOMPARE(run.state, std::string("finished"));
  QVERIFY(run.notes.empty());
  QCOMPARE(run.experiment.slot("cluster").settings.integer("workers"), std::int64_t{4});
  QCOMPARE(run.records.size(), std::size_t{60});
  QCOMPARE(run.records.back().iteration, std::int64_t{60});
  const auto header = contents(path("run/iterations.csv")).split('\n').front().split(',');
  QCOMPARE(header.size(), static_cast<qsizetype>(telegrad::quantities().size()));
  QCOMPARE(contents(path("run/evaluations.csv")).count('\n'), 4);  // the header, 20, 40 and 60

  const auto summary = QJsonDocument::fromJson(contents(path("run/summary.json"))).object();
  QCOMPARE(summary["state"].toString(), QString("finished"));
  QCOMPARE(summary["weights_sha256"].toString(), digestOf(outcome));
  const auto last = summary["final"].toObject();
  QCOMPARE(last["rounds"].toInteger(), qint64{run.records.back().rounds});
  QCOMPARE(last["test_accuracy"].toDouble(), run.records.back().testAccuracy);

  QVERIFY(run.confusion != nullptr);  // of the last evaluation
  double right = 0.0;
  for (std::size_t c = 0; c < run.confusion->classes(); ++c) right += run.confusion->at(c, c);
  const auto& counts = run.confusion->counts;
  QCOMPARE(right / std::accumulate(counts.begin(), counts.end(), 0.0),
           run.records.back().testAccuracy);
}

void CliRunTest::theSameBitsWithAnyNumberOfThreads() {
  QString digest;
  QStringList rows;
  for (const char* threads : {"1", "2", "3", "8", "8"}) {
    const auto outcome = cli(shortRun({"--threads", threads, "--out", path("run"), "--overwrite"}));
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    const auto now = withoutWallTime(contents(path("run/iterations.csv")));
    if (digest.isEmpty()) {
      digest = digestOf(outcome);
      rows = now;
    }
    QCOMPARE(digest.size(), 64);
    QCOMPARE(digestOf(outcome), digest);
    QCOMPARE(now, rows);
  }
}

void CliRunTest::anotherSeedGivesOtherBits() {
  QVERIFY(digestOf(cli(shortRun({}))) != digestOf(cli(shortRun({"--set", "seed=2"}))));
}

void CliRunTest::aReplayOfControlsGivesTheSameBits() {
  QFile controls(path("controls.jsonl"));
  QVERIFY(controls.open(QIODevice::WriteOnly));
  controls.write(
      "{\"iteration\":20,\"change\":\"algorithm.learning_rate\",\"to\":0.02}\n"
      "{\"iteration\":30,\"change\":\"worker.2.present\",\"to\":false}\n"
      "{\"iteration\":40,\"change\":\"network.worker_uplink\",\"to\":\"10 Mbit/s\"}\n"
      "{\"iteration\":50,\"change\":\"worker.2.present\",\"to\":true}\n");
  controls.close();
  const auto plain = cli(shortRun({}));
  const auto first = cli(shortRun({"--controls", controls.fileName(), "--out", path("first")}));
  QVERIFY2(first.status == 0, qPrintable(first.err));
  QVERIFY(first.err.contains("iteration 20: algorithm.learning_rate 0.005 -> 0.02"));
  const auto again =
      cli(shortRun({"--controls", path("first/journal.jsonl"), "--out", path("again")}));
  QVERIFY2(again.status == 0, qPrintable(again.err));
  QVERIFY(digestOf(first) != digestOf(plain));
  QCOMPARE(digestOf(again), digestOf(first));
  QCOMPARE(withoutWallTime(contents(path("again/iterations.csv"))),
           withoutWallTime(contents(path("first/iterations.csv"))));
  QCOMPARE(contents(path("again/journal.jsonl")), contents(path("first/journal.jsonl")));
  const auto kept = stored("first");
  QCOMPARE(kept.changes.size(), std::size_t{4});
  for (const auto& record : kept.records) {
    const bool away = 30 <= record.iteration && record.iteration < 50;
    QCOMPARE(record.uploads + record.skips, kept.records.front().uploads - (away ? 1 : 0));
  }
}

void CliRunTest::verifyFindsTheSameBits() {
  // A change on the way, as a person would have made it.
  QFile journal(path("controls.jsonl"));
  QVERIFY(journal.open(QIODevice::WriteOnly));
  journal.write(R"({"iteration":31,"change":"compressor.fraction","from":0.01,"to":0.05})"
                "\n");
  journal.close();
  const auto made = cli(shortRun({"--controls", path("controls.jsonl"), "--out", path("a")}));
  QVERIFY2(made.status == 0, qPrintable(made.err));
  const auto outcome = cli({"verify", path("a"), "--threads", "1"});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.out + outcome.err));
  QVERIFY2(outcome.out.contains("the same: 60 iterations, 3 digests"), qPrintable(outcome.out));
}

void CliRunTest::verifyNamesTheFirstDifference() {
  QCOMPARE(cli(shortRun({"--out", path("a")})).status, 0);
  const auto rewrite = [&](const QString& name, const QByteArray& text) {
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
  };
  auto digests = contents(path("a/digests.csv"));
  const auto second = digests.indexOf("\n40,") + 4;
  digests[second] = digests.at(second) == '0' ? '1' : '0';
  rewrite("a/digests.csv", digests);
  const auto outcome = cli({"verify", path("a")});
  QCOMPARE(outcome.status, 1);
  QVERIFY2(outcome.out.contains("iteration 40, the weights' digest"), qPrintable(outcome.out));
  // A figure that is another, before it: that iteration was not evaluated.
  auto rows = contents(path("a/iterations.csv"));
  const auto row = rows.indexOf("\n25,");
  QVERIFY(row > 0);
  rewrite("a/iterations.csv", rows.insert(rows.indexOf('\n', row + 1), "1"));
  const auto figure = cli({"verify", path("a")});
  QCOMPARE(figure.status, 1);
  QVERIFY2(
      figure.out.contains("iteration 25, source_2_accuracy: the folder has 1, now it is nothing"),
      qPrintable(figure.out));
  telegrad::test::verifyWords(cli({"verify", path("nowhere")}), 2, {"nowhere"});
}

void CliRunTest::weightsGoOutAndIn() {
  const auto first = cli(shortRun({"--save-weights", path("first.safetensors")}));
  QVERIFY2(first.status == 0, qPrintable(first.err));
  // Another run from there is another run, and can be verified from its folder alone.
  const auto second = cli(shortRun({"--weights", path("first.safetensors"), "--out", path("b"),
                                    "--save-weights", path("second.safetensors")}));
  QVERIFY2(second.status == 0, qPrintable(second.err));
  QVERIFY(digestOf(second) != digestOf(first));
  QCOMPARE(contents(path("b/initial_weights.safetensors")), contents(path("first.safetensors")));
  const auto verified = cli({"verify", path("b")});
  QVERIFY2(verified.status == 0, qPrintable(verified.out + verified.err));
  // What was written last are the weights that the digest is of: behind a header whose length is
  // the first eight bytes.
  const auto written = contents(path("second.safetensors"));
  const auto header = qFromLittleEndian<quint64>(written.constData());
  const auto values = written.mid(8 + static_cast<qsizetype>(header));
  QCOMPARE(QString(QCryptographicHash::hash(values, QCryptographicHash::Sha256).toHex()),
           digestOf(second));
  const auto missing = cli(shortRun({"--weights", path("none.safetensors"), "--out", path("c")}));
  QCOMPARE(missing.status, 2);
  QVERIFY2(missing.err.contains("none.safetensors"), qPrintable(missing.err));
  QVERIFY(!QFileInfo::exists(path("c")));
}

void CliRunTest::withoutOutNothingIsWritten() {
  QProcess process;
  process.setWorkingDirectory(folder_->path());
  process.start(TELEGRAD_CLI, shortRun({}));
  QCOMPARE(telegrad::test::outcomeOf(process).status, 0);
  QVERIFY(QDir(folder_->path()).isEmpty());
}

void CliRunTest::aRunThatDivergesExitsWithOne() {
  const auto outcome =
      cli(shortRun({"--set", "algorithm.key=sgd", "--set", "algorithm.learning_rate=10", "--set",
                    "run.max_iterations=2000", "--out", path("run")}));
  QVERIFY2(outcome.status == 1, qPrintable(outcome.err));
  QVERIFY2(outcome.err.contains("diverged"), qPrintable(outcome.err));
  QCOMPARE(stored("run").state, std::string("diverged"));
}

void CliRunTest::aConvexRunSaysHowFarItIsFromItsMinimum() {
  const auto with = cli({"run", "divergence-with-feedback", "--out", path("with")});
  QCOMPARE(with.status, 0);
  QVERIFY2(with.out.contains("f - f*") && !with.out.contains("accuracy"), qPrintable(with.out));
  const auto records = stored("with").records;
  QCOMPARE(records.size(), std::size_t{1000});
  QVERIFY(records.back().suboptimality < 1e-9 && records.front().suboptimality > 1.0);
  QVERIFY(!contents(path("with/experiment.toml")).contains("[dataset]"));
  // Without it, the same three workers and the end of all floats.
  const auto without = cli({"run", "divergence-without-feedback", "--out", path("without")});
  QCOMPARE(without.status, 1);
  QVERIFY2(without.err.contains("diverged"), qPrintable(without.err));
  QVERIFY(stored("without").records.back().suboptimality > 1e70);
}

void CliRunTest::whatDoesNotGoTogetherExitsWithTwo() {
  const auto outcome =
      cli(shortRun({"--set", "network.key=ring-all-reduce", "--out", path("refused")}));
  QCOMPARE(outcome.status, 2);
  QVERIFY2(outcome.err.contains("ring-all-reduce") && outcome.err.contains("allowed"),
           qPrintable(outcome.err));
  QVERIFY(!QFileInfo::exists(path("refused")));
}

void CliRunTest::anInterruptSavesAndExits() {
  QProcess process;
  process.setReadChannel(QProcess::StandardError);
  process.start(TELEGRAD_CLI, shortRun({"--set", "run.max_iterations=0", "--set",
                                        "run.epochs=100000", "--out", path("run")}));
  QByteArray said;
  while (!said.contains("iteration 1/") && process.waitForReadyRead(60000))
    said += process.readAllStandardError();
  const bool begun = said.contains("iteration 1/");
  ::kill(static_cast<pid_t>(process.processId()), begun ? SIGINT : SIGKILL);
  QVERIFY2(begun, said);
  const auto outcome = telegrad::test::outcomeOf(process);
  QCOMPARE(outcome.status, 130);
  QVERIFY(outcome.out.contains("stopped"));
  const auto run = stored("run");
  QCOMPARE(run.state, std::string("stopped"));
  QVERIFY(run.notes.empty() && !run.records.empty());
}

void CliRunTest::aFullDiskExitsWithOne() {
  const auto arguments = shortRun({"--set", "run.max_iterations=600", "--out", path("run")});
  // Blocks of 512 bytes, or of 1024 in some shells: at most 40 kB, less than 600 rows.
  const auto outcome =
      telegrad::test::runInShell("ulimit -f 40; exec \"$0\" \"$@\"", TELEGRAD_CLI, arguments);
  QVERIFY2(outcome.status == 1, qPrintable(outcome.err));
  QVERIFY2(outcome.err.contains(path("run/iterations.csv")), qPrintable(outcome.err));
  const auto run = stored("run");
  QVERIFY(run.records.size() > 50 && run.records.size() < 600);
  for (std::size_t i = 0; i < run.records.size(); ++i)
    QCOMPARE(run.records[i].iteration, static_cast<std::int64_t>(i) + 1);
}

QTEST_GUILESS_MAIN(CliRunTest)
#include "cli_run_test.moc"
