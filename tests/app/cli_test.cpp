// SPDX-License-Identifier: GPL-3.0-or-later
// What telegrad-cli answers to arguments and files it cannot use, and what it lists.
#include <QtTest>
#include <zlib.h>

#include "tests/support/command_line.h"

using telegrad::test::Outcome;
using telegrad::test::verifyWords;

class CliTest : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void helpAndVersion();
  void badArgumentsExitWithTwo_data();
  void badArgumentsExitWithTwo();
  void badExperimentFilesExitWithTwo_data();
  void badExperimentFilesExitWithTwo();
  void badDataExitsWithTwo_data();
  void badDataExitsWithTwo();
  void goodDataRuns();
  void anExistingRunFolderIsNotTouched();
  void badControlsExitWithTwo();
  void lists_data();
  void lists();
  void aFullStandardOutputIsAnError();
  void fetchesFromAFolder();
  void fetchFailuresAreNamed();

 private:
  QString path(const QString& name) const { return folder_->filePath(name); }
  void write(const QString& name, const QByteArray& bytes) const;
  void writeDataset() const;
  Outcome runOnData(const QStringList& more = {}) const;

  std::unique_ptr<QTemporaryDir> folder_;
};

namespace {

constexpr int kTrain = 60;
constexpr int kTest = 20;

Outcome cli(const QStringList& arguments) {
  return telegrad::test::run(TELEGRAD_CLI, arguments);
}

QByteArray bigEndian(quint32 number) {
  QByteArray bytes(4, '\0');
  qToBigEndian(number, bytes.data());
  return bytes;
}

/// IDX as its publishers describe it: magic, counts, bytes.
QByteArray images(int count) {
  QByteArray pixels(count * 28 * 28, '\0');
  for (int i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<char>(i * 7 % 251);
  return bigEndian(0x803) + bigEndian(static_cast<quint32>(count)) + bigEndian(28) + bigEndian(28) +
         pixels;
}

QByteArray labels(int count) {
  QByteArray classes(count, '\0');
  for (int i = 0; i < count; ++i) classes[i] = static_cast<char>(i % 10);
  return bigEndian(0x801) + bigEndian(static_cast<quint32>(count)) + classes;
}

}  // namespace

void CliTest::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  QVERIFY(folder_->isValid());
}

void CliTest::write(const QString& name, const QByteArray& bytes) const {
  QDir().mkpath(QFileInfo(path(name)).path());
  QFile file(path(name));
  QVERIFY(file.open(QIODevice::WriteOnly));
  QCOMPARE(file.write(bytes), bytes.size());
}

void CliTest::writeDataset() const {
  write("data/mnist/train-images-idx3-ubyte", images(kTrain));
  write("data/mnist/train-labels-idx1-ubyte", labels(kTrain));
  write("data/mnist/t10k-images-idx3-ubyte", images(kTest));
  write("data/mnist/t10k-labels-idx1-ubyte", labels(kTest));
}

Outcome CliTest::runOnData(const QStringList& more) const {
  return cli(QStringList{"run", "sasg-mnist", "--data", path("data"), "--set", "cluster.workers=2",
                         "--set", "run.max_iterations=3", "--out", path("run")} +
             more);
}

void CliTest::helpAndVersion() {
  const auto help = cli({"run", "--help"});
  QCOMPARE(help.status, 0);
  for (const char* word : {"--set", "--out", "--overwrite", "--data", "--threads", "--controls",
                           "Exit status", "SIGINT"})
    QVERIFY2(help.out.contains(word), word);
  const auto version = cli({"--version"});
  QCOMPARE(version.status, 0);
  static const QRegularExpression form("^telegrad-cli [0-9]+\\.[0-9]+\\.[0-9]+\n$");
  QVERIFY2(form.match(version.out).hasMatch(), qPrintable(version.out));
}

void CliTest::badArgumentsExitWithTwo_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<QStringList>("words");
  using List = QStringList;
  const auto row = [](const char* name, const List& arguments, const List& words) {
    QTest::newRow(name) << arguments << words;
  };
  row("nothing", {},
      {"run, resume, fork, verify, sweep, export, report, extract, list, fetch, compress, network, "
       "deco or theory"});
  row("unknown command", {"train"}, {"train"});
  row("no file", {"run"}, {"EXPERIMENT"});
  row("unknown option", {"run", "quick-start", "--fast"}, {"--fast"});
  row("no such experiment", {"run", "no-such"},
      {"\"no-such\"", "quick-start", "sgd-mnist", "sasg-mnist"});
  row("no value", {"run", "quick-start", "--set", "run.epochs"}, {"--set run.epochs", "slot.key"});
  row("unknown slot", {"run", "quick-start", "--set", "disk.size=1"}, {"\"disk\"", "cluster"});
  row("unknown key", {"run", "quick-start", "--set", "run.epoch=1"}, {"\"epoch\"", "epochs"});
  row("wrong type", {"run", "quick-start", "--set", "run.epochs=few"}, {"epochs", "\"few\""});
  row("out of range", {"run", "quick-start", "--set", "run.epochs=0"}, {"epochs", "from 1"});
  row("threads", {"run", "quick-start", "--threads", "-1"}, {"--threads"});
  row("data folder", {"run", "quick-start", "--data", "/no/such"}, {"/no/such"});
  row("list of what", {"list", "cats"}, {"cats", "datasets", "quantities"});
  row("fetch of what", {"fetch", "imagenet"}, {"\"imagenet\"", "mnist", "fashion-mnist"});
}

void CliTest::badArgumentsExitWithTwo() {
  QFETCH(QStringList, arguments);
  QFETCH(QStringList, words);
  verifyWords(cli(arguments), 2, words);
}

void CliTest::badExperimentFilesExitWithTwo_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QStringList>("words");
  const auto row = [](const char* name, const char* text, const QStringList& words) {
    QTest::newRow(name) << QByteArray(text) << words;
  };
  row("not TOML", "seed = \n", {"bad.toml:1:"});
  row("unknown key", "[run]\nepoch = 3\n", {"bad.toml:2:", "\"epoch\"", "epochs"});
  row("wrong type", "[run]\nepochs = true\n", {"bad.toml:2:", "run.epochs", "true"});
  row("out of range", "[run]\nepochs = 0\n", {"bad.toml:2:", "run.epochs", "from 1"});
  row("unknown entry", "[model]\nkey = \"gpt\"\n", {"bad.toml:2:", "\"gpt\"", "fc-512"});
}

void CliTest::badExperimentFilesExitWithTwo() {
  QFETCH(QByteArray, text);
  QFETCH(QStringList, words);
  write("bad.toml", text);
  verifyWords(cli({"run", path("bad.toml")}), 2, words);
}

void CliTest::badDataExitsWithTwo_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<bool>("packed");
  QTest::addColumn<QByteArray>("trailing");
  const auto row = [](const char* name, const char* file, const QByteArray& bytes,
                      bool packed = false, const QByteArray& trailing = {}) {
    QTest::newRow(name) << QString(file) << bytes << packed << trailing;
  };
  const auto whole = images(kTrain);
  auto high = labels(kTrain);
  high[high.size() - 1] = 10;
  row("truncated", "train-images-idx3-ubyte", whole.left(whole.size() - 1));
  row("empty", "train-images-idx3-ubyte", "");
  row("left over", "train-images-idx3-ubyte", whole + "x");
  row("wrong magic", "train-images-idx3-ubyte", labels(kTrain));
  row("counts that differ", "train-labels-idx1-ubyte", labels(kTrain - 1));
  row("label out of range", "train-labels-idx1-ubyte", high);
  row("garbage after gzip", "train-images-idx3-ubyte", whole, true, "garbage");
  row("not gzip", "train-images-idx3-ubyte", {}, true, "no gzip at all");
}

void CliTest::badDataExitsWithTwo() {
  QFETCH(QString, file);
  QFETCH(QByteArray, bytes);
  QFETCH(bool, packed);
  QFETCH(QByteArray, trailing);
  writeDataset();
  auto name = "data/mnist/" + file;
  if (packed) {
    QFile::remove(path(name));
    name += ".gz";
    if (!bytes.isEmpty()) {
      auto* zip = gzopen(qPrintable(path(name)), "wb");
      QCOMPARE(gzwrite(zip, bytes.data(), static_cast<unsigned>(bytes.size())), bytes.size());
      gzclose(zip);
    }
    QFile tail(path(name));
    QVERIFY(tail.open(QIODevice::Append));
    tail.write(trailing);
  } else {
    write(name, bytes);
  }
  verifyWords(runOnData(), 2, {path(name)});
  QVERIFY(!QFile::exists(path("run")));  // a run that cannot start leaves nothing behind
}

void CliTest::goodDataRuns() {
  writeDataset();
  const auto outcome = runOnData();
  verifyWords(outcome, 0, {path("data/mnist")});
  QVERIFY2(outcome.out.contains(QRegularExpression("iterations +3\n")), qPrintable(outcome.out));
  QFile::remove(path("data/mnist/t10k-labels-idx1-ubyte"));
  verifyWords(runOnData({"--overwrite"}), 2, {"t10k-labels-idx1-ubyte", path("data")});
}

void CliTest::anExistingRunFolderIsNotTouched() {
  writeDataset();
  QCOMPARE(runOnData().status, 0);
  QMap<QString, QByteArray> before;
  for (const auto& info : QDir(path("run")).entryInfoList(QDir::Files)) {
    QFile file(info.filePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    before[info.fileName()] = file.readAll();
  }
  verifyWords(runOnData({"--set", "seed=2"}), 2, {path("run"), "not empty"});
  for (const auto& info : QDir(path("run")).entryInfoList(QDir::Files)) {
    QFile file(info.filePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll() == before.take(info.fileName()), qPrintable(info.fileName()));
  }
  QVERIFY(before.isEmpty());
  QCOMPARE(runOnData({"--set", "seed=2", "--overwrite"}).status, 0);
}

void CliTest::badControlsExitWithTwo() {
  writeDataset();
  write("controls.jsonl", "{\"iteration\":1,\"change\":\"cluster.workers\",\"to\":3}\n");
  verifyWords(runOnData({"--controls", path("controls.jsonl")}), 2,
              {"controls.jsonl:1:", "cluster.workers"});
  verifyWords(runOnData({"--controls", path("none.jsonl")}), 2, {"none.jsonl"});
}

void CliTest::lists_data() {
  QTest::addColumn<QString>("what");
  for (const char* what : {"datasets", "models", "partitions", "algorithms", "compressors",
                           "networks", "traces", "quantities"})
    QTest::newRow(what) << what;
}

void CliTest::lists() {
  QFETCH(QString, what);
  const auto text = cli({"list", what});
  const auto json = cli({"list", what, "--json"});
  QCOMPARE(text.status, 0);
  QCOMPARE(json.status, 0);
  const auto entries = QJsonDocument::fromJson(json.out.toUtf8()).array();
  QVERIFY(!entries.isEmpty());
  for (const auto& entry : entries) {
    const auto object = entry.toObject();
    for (const char* key : {"key", "name", "summary"}) {
      QVERIFY2(!object[key].toString().isEmpty(), key);
      QVERIFY2(text.out.contains(object[key].toString()), qPrintable(object[key].toString()));
    }
    for (const auto& parameter : object["parameters"].toArray())
      QVERIFY(text.out.contains(parameter.toObject()["help"].toString()));
  }
}

void CliTest::aFullStandardOutputIsAnError() {
  if (!QFile::exists("/dev/full")) QSKIP("this system has no /dev/full");
  const auto outcome = telegrad::test::runInShell("exec \"$0\" \"$@\" > /dev/full", TELEGRAD_CLI,
                                                  {"list", "algorithms"});
  verifyWords(outcome, 1, {"standard output"});
}

void CliTest::fetchesFromAFolder() {
  writeDataset();
  const auto fetched =
      cli({"fetch", "mnist", "--from", path("data/mnist"), "--data", path("fetched")});
  verifyWords(fetched, 0, {});
  QCOMPARE(fetched.out.trimmed(), path("fetched/mnist"));
  const auto outcome = cli({"run", "sasg-mnist", "--data", path("fetched"), "--set",
                            "cluster.workers=2", "--set", "run.max_iterations=1"});
  verifyWords(outcome, 0, {path("fetched/mnist")});
}

void CliTest::fetchFailuresAreNamed() {
  verifyWords(cli({"fetch", "mnist", "--from", path("nothing"), "--data", path("fetched")}), 1,
              {path("nothing")});
  write("file", "x");
  verifyWords(cli({"fetch", "mnist", "--from", path("nothing"), "--data", path("file")}), 2,
              {path("file")});
}

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
