// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_file.h"

#include <QtTest>

#include "core/base/random.h"
#include "tests/support/random_experiments.h"

using telegrad::Experiment;
using telegrad::formatExperiment;
using telegrad::parseExperiment;
using telegrad::Random;
using telegrad::test::randomExperiment;

class ExperimentFileTest : public QObject {
  Q_OBJECT
 private slots:
  void readsWhatTheDesignShows();
  void unitsAreRead();
  void anyExperimentReadsBackEqual();
  void everyKeyReadsBackEqual();
  void whatMeansNothingIsLeftOut();
  void rulesOfTheWindowAreKept();
  void errorsNameLineAndWhatIsAllowed_data();
  void errorsNameLineAndWhatIsAllowed();
  void theFirstErrorFromTheTopIsReported();
  void aMissingFileIsNamed();
  void shippedExperimentsRead_data();
  void shippedExperimentsRead();
  void machinesOfThePaperHaveOneRateEachWay_data();
  void machinesOfThePaperHaveOneRateEachWay();
};

void ExperimentFileTest::readsWhatTheDesignShows() {
  const auto read = parseExperiment(R"(name = "SASG on MNIST"
seed = 3
[dataset]
key = "mnist"
[cluster]
workers = 5
[algorithm]
key = "sasg"
learning_rate = 1
[run]
epochs = 7
target_accuracy = "98 %"
)",
                                    "a.toml");
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QCOMPARE(read->name(), std::string("SASG on MNIST"));
  QCOMPARE(read->seed(), std::uint64_t{3});
  QCOMPARE(read->slot("dataset").key, std::string("mnist"));
  QCOMPARE(read->slot("cluster").settings.integer("workers"), std::int64_t{5});
  QCOMPARE(read->slot("cluster").settings.integer("batch"), std::int64_t{10});
  QCOMPARE(read->slot("algorithm").settings.real("learning_rate"), 1.0);
  QCOMPARE(read->slot("run").settings.integer("epochs"), std::int64_t{7});
  QCOMPARE(read->slot("run").settings.real("target_accuracy"), 0.98);
}

void ExperimentFileTest::unitsAreRead() {
  const auto read = parseExperiment(
      "[network]\nkey = \"parameter-server\"\nworker_uplink = \"2.5 Gbit/s\"\nlatency = \"20 "
      "ms\"\n",
      "a.toml");
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QCOMPARE(read->slot("network").settings.real("worker_uplink"), 2.5e9);
  QCOMPARE(read->slot("network").settings.real("latency"), 0.02);
}

void ExperimentFileTest::anyExperimentReadsBackEqual() {
  Random random(5, telegrad::Purpose::Test);
  for (int i = 0; i < 500; ++i) {
    const auto experiment = randomExperiment(random);
    const auto text = formatExperiment(experiment);
    const auto back = parseExperiment(text, "a.toml");
    QVERIFY2(back, back ? "" : (back.error().message + "\n" + text).c_str());
    QVERIFY2(*back == experiment, text.c_str());
    QCOMPARE(formatExperiment(*back), text);
  }
}

/// A convex problem has no dataset; one that was chosen all the same is not lost.
void ExperimentFileTest::whatMeansNothingIsLeftOut() {
  const auto convex = *Experiment().withKey("model", "quadratic");
  const auto text = formatExperiment(convex);
  for (const char* table : {"[dataset]", "[partition]"}) {
    QVERIFY(text.find(table) == std::string::npos);
    QVERIFY(formatExperiment(Experiment()).find(table) != std::string::npos);
  }
  QVERIFY(*parseExperiment(text, "a.toml") == convex);
  const auto chosen = *convex.withKey("dataset", "mnist");
  QVERIFY(formatExperiment(chosen).find("[dataset]") != std::string::npos);
  QVERIFY(*parseExperiment(formatExperiment(chosen), "a.toml") == chosen);
}

void ExperimentFileTest::everyKeyReadsBackEqual() {
  for (const auto& slot : telegrad::experimentSlots()) {
    if (!slot.hasChoice()) continue;
    for (const auto& entry : slot.entries) {
      const auto experiment = Experiment().withKey(slot.key, entry.key);
      QVERIFY(experiment);
      QVERIFY(*parseExperiment(formatExperiment(*experiment), "a.toml") == *experiment);
    }
  }
}

void ExperimentFileTest::rulesOfTheWindowAreKept() {
  const auto read = parseExperiment(R"([window]
lock = ["algorithm.learning_rate", "worker.slowdown", "seed"]
hide = ["network.*", "dataset.key", "page.sweeps", "panel.experiment"]
full_screen = true
)",
                                    "a.toml");
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  const auto& rules = read->window();
  QVERIFY(rules.fullScreen);
  QVERIFY(rules.locks("algorithm", "learning_rate") && !rules.hides("algorithm", "learning_rate"));
  QVERIFY(!rules.locks("algorithm", "key") && !rules.locks("algorithm", "*"));
  QVERIFY(rules.locks("worker.3", "slowdown") && !rules.locks("worker.3", "present"));
  QVERIFY(rules.locks("seed", {}));
  QVERIFY(rules.hides("network", "latency") && rules.hides("network", "*"));
  QVERIFY(rules.locks("network", "latency"));
  QVERIFY(rules.hides("dataset", "key") && !rules.hides("dataset", "*"));
  QVERIFY(rules.hidesPage("sweeps") && !rules.hidesPage("data"));
  QVERIFY(rules.hidesPanel("experiment") && !rules.hidesPanel("live-controls"));
  QVERIFY(formatExperiment(*read).ends_with(
      "\n[window]\nlock = [\"algorithm.learning_rate\", \"worker.slowdown\", \"seed\"]\n"
      "hide = [\"network.*\", \"dataset.key\", \"page.sweeps\", \"panel.experiment\"]\n"
      "full_screen = true\n"));
  // It is the same run, and says the same of itself to those who compare.
  QVERIFY(read->withWindow({}) == *parseExperiment("", "a.toml"));
  QCOMPARE(formatExperiment(read->withWindow({})).find("window"), std::string::npos);
}

void ExperimentFileTest::errorsNameLineAndWhatIsAllowed_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QStringList>("words");
  const auto row = [](const char* name, const char* text, const QStringList& words) {
    QTest::newRow(name) << QByteArray(text) << words;
  };
  row("not TOML", "name = \"a\"\nseed = = 3\n", {"bad.toml:2:", "TOML"});
  row("no UTF-8", "name = \"\xff\"\n", {"bad.toml:1:"});
  row("twice", "[run]\nepochs = 1\n[run]\nepochs = 2\n", {"bad.toml:3:"});
  row("unknown top key", "\nsed = 3\n", {"bad.toml:2:", "\"sed\"", "name, summary, seed"});
  row("unknown table", "seed = 1\n[optimizer]\nkey = \"adam\"\n",
      {"bad.toml:2:", "table \"optimizer\"", "[algorithm]"});
  row("unknown key", "[cluster]\nworkers = 3\nwrokers = 4\n",
      {"bad.toml:3:", "\"wrokers\"", "workers, batch or batch_statistics"});
  row("key of a fixed slot", "[cluster]\nkey = \"cluster\"\n", {"bad.toml:2:", "\"key\""});
  row("unknown entry", "[algorithm]\nkey = \"adam\"\n", {"bad.toml:2:", "\"adam\"", "sasg"});
  row("entry is no text", "[algorithm]\nkey = 3\n", {"bad.toml:2:", "algorithm.key", "3", "sasg"});
  row("wrong type", "[cluster]\nworkers = true\n",
      {"bad.toml:2:", "cluster.workers", "true", "from 1 to 256"});
  row("a number for text", "name = 3\n", {"bad.toml:1:", "name", "3", "text"});
  row("an array", "[cluster]\nworkers = [1, 2]\n", {"bad.toml:2:", "cluster.workers", "whole"});
  row("a fraction", "[cluster]\nworkers = 2.5\n", {"bad.toml:2:", "2.5", "whole number"});
  row("out of range", "[cluster]\n\nworkers = 1000\n", {"bad.toml:3:", "1000", "from 1 to 256"});
  row("not finite", "[algorithm]\nlearning_rate = nan\n", {"bad.toml:2:", "learning_rate", "nan"});
  row("wrong unit", "[network]\nworker_uplink = \"1 GB\"\n", {"bad.toml:2:", "\"1 GB\"", "bit/s"});
  row("negative seed", "seed = -1\n", {"bad.toml:1:", "seed", "-1"});
  row("no table", "dataset = \"mnist\"\n", {"bad.toml:1:", "[dataset]"});
  row("another's parameter", "[algorithm]\nkey = \"sgd\"\ndelay_bound = 3\n",
      {"bad.toml:3:", "\"delay_bound\"", "sgd", "learning_rate"});
  row("window is no table", "window = true\n", {"bad.toml:1:", "window", "[window]"});
  row("unknown rule", "[window]\nlock = []\nblock = []\n",
      {"bad.toml:3:", "\"block\"", "lock, hide or full_screen"});
  row("no list", "[window]\n\nlock = \"seed\"\n", {"bad.toml:3:", "window.lock", "list"});
  row("no name", "[window]\nhide = [\"seed\",\n3]\n", {"bad.toml:3:", "window.hide", "quotes"});
  row("unknown slot", "[window]\nlock = [\"optimizer.rate\"]\n", {"bad.toml:2:", "optimizer"});
  row("nobody's parameter", "[window]\nlock = [\"run.luck\"]\n",
      {"bad.toml:2:", "\"luck\"", "target_accuracy"});
  row("no place", "[window]\nhide = [\"page.attic\"]\n", {"bad.toml:2:", "attic", "timeline"});
  row("a locked page", "[window]\nlock = [\"page.data\"]\n", {"bad.toml:2:", "page"});
  row("full of words", "[window]\nfull_screen = \"yes\"\n",
      {"bad.toml:2:", "full_screen", "true or false"});
}

void ExperimentFileTest::errorsNameLineAndWhatIsAllowed() {
  QFETCH(QByteArray, text);
  QFETCH(QStringList, words);
  const auto read = parseExperiment(text.toStdString(), "bad.toml");
  QVERIFY(!read);
  for (const auto& word : words)
    QVERIFY2(QString::fromStdString(read.error().message).contains(word),
             read.error().message.c_str());
}

void ExperimentFileTest::theFirstErrorFromTheTopIsReported() {
  const auto read = parseExperiment("[run]\nepochs = 0\n[cluster]\nworkers = 0\n", "bad.toml");
  QVERIFY(!read);
  QVERIFY2(read.error().message.find("bad.toml:2:") == 0, read.error().message.c_str());
}

void ExperimentFileTest::aMissingFileIsNamed() {
  const auto read = telegrad::readExperiment("/nowhere/a.toml");
  QVERIFY(!read);
  QVERIFY(read.error().message.find("/nowhere/a.toml") != std::string::npos);
}

void ExperimentFileTest::shippedExperimentsRead_data() {
  QTest::addColumn<QString>("file");
  const QDir folder(TELEGRAD_EXPERIMENTS);
  const auto files = folder.entryList({"*.toml"});
  QVERIFY(files.contains("quick-start.toml"));
  for (const auto& file : files) QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void ExperimentFileTest::shippedExperimentsRead() {
  QFETCH(QString, file);
  const auto read = telegrad::readExperiment(file.toStdString());
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QVERIFY(!read->name().empty() && !read->summary().empty());
  QVERIFY(*parseExperiment(formatExperiment(*read), "a.toml") == *read);
}

void ExperimentFileTest::machinesOfThePaperHaveOneRateEachWay_data() {
  QTest::addColumn<QString>("file");
  const QDir folder(TELEGRAD_EXPERIMENTS);
  for (const char* method : {"sgd", "sparse", "lasg", "sasg"})
    for (const auto& file : folder.entryList({QString(method) + "-*.toml"}))
      QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

/// Also where the server is on worker 1, whose link down then carries all uploads.
void ExperimentFileTest::machinesOfThePaperHaveOneRateEachWay() {
  QFETCH(QString, file);
  const auto network = telegrad::readExperiment(file.toStdString())->slot("network").settings;
  QCOMPARE(network.real("worker_uplink"), 1e9);
  QCOMPARE(network.real("worker_downlink"), 1e9);
}

QTEST_APPLESS_MAIN(ExperimentFileTest)
#include "experiment_file_test.moc"
