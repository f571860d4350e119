// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/worker_slots.h"

#include <algorithm>

#include <QtTest>

#include "core/base/random.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/journal.h"

using namespace telegrad;

namespace {

const ParameterName kThird{"worker.3", "slowdown"};

Experiment with(Experiment experiment, std::initializer_list<std::string> assignments) {
  for (const auto& assignment : assignments) {
    auto changed = experiment.withText(assignment);
    if (!changed) qFatal("%s: %s", assignment.c_str(), changed.error().message.c_str());
    experiment = *std::move(changed);
  }
  return experiment;
}

std::string refusal(const Experiment& experiment, const std::string& assignment) {
  const auto changed = experiment.withText(assignment);
  return changed ? "it was taken" : changed.error().message;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

class WorkerSlotsTest : public QObject {
  Q_OBJECT
 private slots:
  void namesAreReadAndWritten();
  void workersAreAlikeUntilSomethingIsSaid();
  void oneWorkerChangesAlone();
  void whatCannotBeIsRefused_data();
  void whatCannotBeIsRefused();
  void somebodyIsAlwaysPresent();
  void fewerWorkersForgetTheOthers();
  void draftsHoldWorkers();
  void anyWorkersReadBackEqual();
  void filesHoldOnlyWhatIsSaid();
  void filesAreRead();
  void filesAreRefused_data();
  void filesAreRefused();
  void journalsHoldWorkers();
  void theControlsPanelDoesNotListThem();
};

void WorkerSlotsTest::namesAreReadAndWritten() {
  QCOMPARE(workerSlot(12), std::string("worker.12"));
  QVERIFY(workerNumber("worker.12") == std::size_t{12});
  for (const char* text : {"worker", "worker.", "worker.0", "worker.03", "worker.-1", "worker.1.x",
                           "worker.1 ", "cluster", "workers.1", "worker.99999999999999999999"})
    QVERIFY2(!workerNumber(text), text);
  QVERIFY((parseParameterName("worker.3.slowdown") == kThird));
  QVERIFY(
      (parseParameterName("algorithm.delay_bound") == ParameterName{"algorithm", "delay_bound"}));
  QVERIFY(!parseParameterName("seed"));
  QCOMPARE(kThird.text(), std::string("worker.3.slowdown"));
}

void WorkerSlotsTest::workersAreAlikeUntilSomethingIsSaid() {
  const Experiment experiment;
  for (std::size_t number = 1; number <= 10; ++number)
    QVERIFY(workerCondition(experiment, number) == WorkerCondition{});
  const auto names = workerParameters(experiment);
  QCOMPARE(names.size(), std::size_t{30});
  for (const auto& name : names) {
    const auto parameter = describe(experiment, name);
    QVERIFY(parameter);
    QVERIFY(experiment.value(name) == (*parameter)->initial());
  }
}

void WorkerSlotsTest::oneWorkerChangesAlone() {
  const Experiment before;
  const auto after = with(before, {"worker.3.slowdown=4", "worker.3.link_share=25 %"});
  QVERIFY(!(after == before));
  QVERIFY((workerCondition(after, 3) == WorkerCondition{4.0, 0.25, true}));
  QVERIFY(workerCondition(after, 2) == WorkerCondition{});
  QVERIFY(after.value(kThird) == Value{4.0});
  // What is set back was never said.
  QVERIFY(with(after, {"worker.3.slowdown=1", "worker.3.link_share=1"}) == before);
  QVERIFY(*after.with(kThird, Value{std::int64_t{4}}) == after);
}

void WorkerSlotsTest::whatCannotBeIsRefused_data() {
  QTest::addColumn<QByteArray>("assignment");
  QTest::addColumn<QStringList>("words");
  using List = QStringList;
  QTest::newRow("too many") << QByteArray("worker.11.present=false")
                            << List{"worker.11", "no such worker", "worker.1 to worker.10",
                                    "cluster.workers is 10"};
  QTest::newRow("none") << QByteArray("worker.0.present=false") << List{"\"worker.0\"", "worker.1"};
  QTest::newRow("no number") << QByteArray("worker.present=false")
                             << List{"\"worker\"", "worker.1"};
  QTest::newRow("no parameter") << QByteArray("worker.3=false") << List{"\"worker\"", "worker.1"};
  QTest::newRow("unknown key") << QByteArray("worker.3.speed=2")
                               << List{"worker.3", "\"speed\"", "slowdown, link_share or present"};
  QTest::newRow("out of range") << QByteArray("worker.3.slowdown=0.5")
                                << List{"worker.3", "slowdown", "0.5", "from 1 to 10000"};
  QTest::newRow("no flag") << QByteArray("worker.3.present=perhaps")
                           << List{"worker.3", "present", "\"perhaps\""};
  QTest::newRow("no choice") << QByteArray("worker.3.key=worker") << List{"worker.3", "no key"};
}

void WorkerSlotsTest::whatCannotBeIsRefused() {
  QFETCH(QByteArray, assignment);
  QFETCH(QStringList, words);
  const auto message = refusal(Experiment(), assignment.toStdString());
  for (const auto& word : words)
    QVERIFY2(QString::fromStdString(message).contains(word), message.c_str());
}

void WorkerSlotsTest::somebodyIsAlwaysPresent() {
  const auto one =
      with(Experiment(), {"cluster.workers=3", "worker.1.present=false", "worker.3.present=false"});
  const auto message = refusal(one, "worker.2.present=false");
  QVERIFY2(contains(message, "worker.2: no worker would be present"), message.c_str());
  QVERIFY(contains(refusal(one, "cluster.workers=1"), "no worker would be present"));
  QVERIFY(one.withText("cluster.workers=2"));
  QVERIFY(with(one, {"worker.1.present=true"}).withText("worker.2.present=false"));
}

void WorkerSlotsTest::fewerWorkersForgetTheOthers() {
  const auto ten = with(Experiment(), {"worker.3.slowdown=4", "worker.8.present=false"});
  const auto five = with(ten, {"cluster.workers=5"});
  QVERIFY(five == with(Experiment(), {"cluster.workers=5", "worker.3.slowdown=4"}));
  QVERIFY(workerCondition(with(five, {"cluster.workers=10"}), 8) == WorkerCondition{});
}

void WorkerSlotsTest::draftsHoldWorkers() {
  const auto made = Experiment::from(
      "", "", 1,
      {{"cluster", {"", {{"workers", std::int64_t{3}}}}}, {"worker.3", {"", {{"slowdown", 4.0}}}}});
  QVERIFY2(made, made ? "" : made.error().message.c_str());
  QVERIFY(made->value(kThird) == Value{4.0});
  const auto tooMany = Experiment::from(
      "", "", 1, {{"cluster", {"", {{"workers", std::int64_t{2}}}}}, {"worker.3", {"", {}}}});
  QVERIFY(!tooMany);
  QVERIFY(contains(tooMany.error().message, "worker.1 to worker.2"));
  const auto nobody = Experiment::from("", "", 1,
                                       {{"cluster", {"", {{"workers", std::int64_t{1}}}}},
                                        {"worker.1", {"", {{"present", false}}}}});
  QVERIFY(!nobody);
  QVERIFY(contains(nobody.error().message, "no worker would be present"));
}

void WorkerSlotsTest::anyWorkersReadBackEqual() {
  Random random(51, Purpose::Test);
  for (int i = 0; i < 200; ++i) {
    auto experiment =
        with(Experiment(), {"cluster.workers=" + std::to_string(1 + random.below(20))});
    for (const auto& name : workerParameters(experiment)) {
      if (random.below(3) != 0) continue;
      Value value{random.below(2) == 0};
      if (name.key == "slowdown") value = random.uniform(1.0, 1e4);
      if (name.key == "link_share") value = random.uniform(1e-4, 1.0);
      if (const auto changed = experiment.with(name, value)) experiment = *changed;
    }
    const auto text = formatExperiment(experiment);
    const auto back = parseExperiment(text, "a.toml");
    QVERIFY2(back, back ? "" : (back.error().message + "\n" + text).c_str());
    QVERIFY2(*back == experiment, text.c_str());
    QCOMPARE(formatExperiment(*back), text);
  }
}

void WorkerSlotsTest::filesHoldOnlyWhatIsSaid() {
  QVERIFY(!contains(formatExperiment(Experiment()), "worker."));
  const auto text =
      formatExperiment(with(Experiment(), {"worker.10.present=false", "worker.2.slowdown=4"}));
  const std::string expected = "\n[worker.2]\nslowdown = 4\n\n[worker.10]\npresent = false\n";
  QVERIFY2(text.ends_with(expected), text.c_str());
}

void WorkerSlotsTest::filesAreRead() {
  const auto read = parseExperiment(
      "[worker.3]\nslowdown = 4.0\nlink_share = \"5 %\"\n[worker.12]\npresent = false\n"
      "[cluster]\nworkers = 12\n",
      "a.toml");
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QVERIFY((workerCondition(*read, 3) == WorkerCondition{4.0, 0.05, true}));
  QVERIFY(!workerCondition(*read, 12).present);
}

void WorkerSlotsTest::filesAreRefused_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QStringList>("words");
  using List = QStringList;
  QTest::newRow("too many") << QByteArray("[cluster]\nworkers = 2\n[worker.3]\nslowdown = 4\n")
                            << List{"a.toml:4:", "worker.3", "worker.1 to worker.2"};
  QTest::newRow("no number") << QByteArray("[worker]\nslowdown = 4\n")
                             << List{"a.toml:2:", "worker.slowdown"};
  QTest::newRow("no table") << QByteArray("worker = 3\n") << List{"a.toml:1:", "tables"};
  QTest::newRow("no table of a worker")
      << QByteArray("[worker]\n3 = false\n") << List{"a.toml:2:", "[worker.3]"};
  QTest::newRow("another spelling")
      << QByteArray("[worker.03]\nslowdown = 4\n") << List{"a.toml:1:", "worker.03"};
  QTest::newRow("unknown key") << QByteArray("[worker.3]\nspeed = 4\n")
                               << List{"a.toml:2:", "\"speed\"", "link_share"};
  QTest::newRow("a key") << QByteArray("[worker.3]\nkey = \"worker\"\n")
                         << List{"a.toml:2:", "\"key\""};
  QTest::newRow("out of range") << QByteArray("[worker.3]\nlink_share = 2\n")
                                << List{"a.toml:2:", "worker.3.link_share"};
  QTest::newRow("nobody present") << QByteArray(
                                         "[cluster]\nworkers = 1\n[worker.1]\npresent = false")
                                  << List{"a.toml:4:", "no worker would be present"};
  QTest::newRow("another table") << QByteArray("[disk]\n") << List{"[worker.1] and so on"};
}

void WorkerSlotsTest::filesAreRefused() {
  QFETCH(QByteArray, text);
  QFETCH(QStringList, words);
  const auto read = parseExperiment(text.toStdString(), "a.toml");
  QVERIFY(!read);
  for (const auto& word : words)
    QVERIFY2(QString::fromStdString(read.error().message).contains(word),
             read.error().message.c_str());
}

void WorkerSlotsTest::journalsHoldWorkers() {
  QTemporaryDir folder;
  const auto read = [&](const std::string& text) {
    QFile file(folder.filePath("journal.jsonl"));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write the test's own file");
    file.write(text.c_str());
    file.close();
    return readJournal(file.fileName().toStdString(), with(Experiment(), {"cluster.workers=3"}));
  };
  const std::vector<AppliedChange> changes{{4, {"worker.1", "present"}, Value{true}, Value{false}},
                                           {4, {"worker.3", "present"}, Value{true}, Value{false}},
                                           {7, kThird, Value{1.0}, Value{2.5}},
                                           {9, {"worker.3", "present"}, Value{false}, Value{true}}};
  std::string text;
  for (const auto& change : changes) text += journalLine(change) + "\n";
  const auto back = read(text);
  QVERIFY2(back, back ? "" : back.error().message.c_str());
  QVERIFY(*back == changes);
  QVERIFY(contains(
      text, R"({"iteration":4,"change":"worker.1.present","from":true,"to":false,"check":)"));

  const AppliedChange second{5, {"worker.2", "present"}, Value{true}, Value{false}};
  const auto nobody =
      read(journalLine(changes[0]) + "\n" + journalLine(changes[1]) + "\n" + journalLine(second));
  QVERIFY(!nobody);
  QVERIFY(contains(nobody.error().message, "journal.jsonl:3: worker.2: no worker would be"));
  const auto tooMany = read(R"({"iteration": 1, "change": "worker.4.present", "to": false})");
  QVERIFY(!tooMany);
  QVERIFY(contains(tooMany.error().message, "worker.1 to worker.3"));
}

void WorkerSlotsTest::theControlsPanelDoesNotListThem() {
  const auto experiment = with(Experiment(), {"worker.3.slowdown=4"});
  const auto live = liveParameters(experiment);
  QVERIFY(std::ranges::none_of(
      live, [](const auto& name) { return workerNumber(name.slot).has_value(); }));
  QVERIFY(live == liveParameters(Experiment()));
}

QTEST_APPLESS_MAIN(WorkerSlotsTest)
#include "worker_slots_test.moc"
