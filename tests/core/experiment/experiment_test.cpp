// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment.h"

#include <QtTest>

#include "core/algorithm/algorithm.h"

using telegrad::Experiment;
using telegrad::Value;

class ExperimentTest : public QObject {
  Q_OBJECT
 private slots:
  void whatIsNotSaidIsAtItsInitialValue();
  void anAlgorithmBringsItsUsualCompressor_data();
  void anAlgorithmBringsItsUsualCompressor();
  void aCompressorThatIsSaidStays();
  void withChangesOneThing();
  void textAssigns_data();
  void textAssigns();
  void badTextIsRefused_data();
  void badTextIsRefused();
  void liveParametersAreThoseThatMayChange();
  void problemsBringTheirOwnDataAndWorkers();
  void whatDoesNotGoTogetherSaysWhatWould();
  void whatGoesTogetherMayBeSaidInAnyOrder();
};

void ExperimentTest::whatIsNotSaidIsAtItsInitialValue() {
  const Experiment experiment;
  for (const auto& slot : telegrad::experimentSlots()) {
    const auto& selection = experiment.slot(slot.key);
    const auto entry = std::find_if(slot.entries.begin(), slot.entries.end(),
                                    [&](const auto& e) { return e.key == selection.key; });
    QVERIFY2(entry != slot.entries.end(), slot.key.c_str());
    QCOMPARE(selection.settings.values().size(), entry->parameters.size());
    for (const auto& parameter : entry->parameters)
      QVERIFY(experiment.value({slot.key, parameter.key}) == parameter.initial());
  }
  QCOMPARE(experiment.slot("cluster").settings.integer("workers"), std::int64_t{10});
  QCOMPARE(experiment.slot("run").settings.real("target_accuracy"), 0.98);
}

void ExperimentTest::anAlgorithmBringsItsUsualCompressor_data() {
  QTest::addColumn<QString>("algorithm");
  QTest::addColumn<QString>("compressor");
  for (const auto& entry : telegrad::algorithms())
    QTest::addRow("%s", entry.key.c_str())
        << QString::fromStdString(entry.key) << QString::fromStdString(entry.usualCompressor);
}

void ExperimentTest::anAlgorithmBringsItsUsualCompressor() {
  QFETCH(QString, algorithm);
  QFETCH(QString, compressor);
  const auto key = algorithm.toStdString();
  const auto fromDraft = Experiment::from("", "", 1, {{"algorithm", {key, {}}}});
  QVERIFY2(fromDraft, fromDraft ? "" : fromDraft.error().message.c_str());
  QCOMPARE(QString::fromStdString(fromDraft->slot("compressor").key), compressor);
  const auto changed = Experiment().withKey("algorithm", key);
  QCOMPARE(QString::fromStdString(changed->slot("compressor").key), compressor);
}

void ExperimentTest::aCompressorThatIsSaidStays() {
  const auto said =
      Experiment::from("", "", 1, {{"algorithm", {"sasg", {}}}, {"compressor", {"identity", {}}}});
  QVERIFY(said);
  QCOMPARE(said->slot("compressor").key, std::string("identity"));
}

void ExperimentTest::withChangesOneThing() {
  const Experiment before;
  const auto after = before.with({"cluster", "workers"}, Value{std::int64_t{3}});
  QVERIFY(after);
  QVERIFY(!(*after == before));
  QCOMPARE(after->slot("cluster").settings.integer("workers"), std::int64_t{3});
  QVERIFY(*after->with({"cluster", "workers"}, Value{std::int64_t{10}}) == before);
  QVERIFY(before.withSeed(7).withSeed(before.seed()) == before);
}

void ExperimentTest::textAssigns_data() {
  QTest::addColumn<QString>("assignment");
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("value");
  QTest::newRow("integer") << "cluster.workers=4"
                           << "cluster.workers"
                           << "4";
  QTest::newRow("real") << "algorithm.learning_rate=0.25"
                        << "algorithm.learning_rate"
                        << "0.25";
  QTest::newRow("per cent") << "run.target_accuracy=85 %"
                            << "run.target_accuracy"
                            << "0.85";
}

void ExperimentTest::textAssigns() {
  QFETCH(QString, assignment);
  QFETCH(QString, name);
  QFETCH(QString, value);
  const auto changed = Experiment().withText(assignment.toStdString());
  QVERIFY2(changed, changed ? "" : changed.error().message.c_str());
  const auto parts = name.split('.');
  const telegrad::ParameterName parameterName{parts[0].toStdString(), parts[1].toStdString()};
  const auto parameter = describe(*changed, parameterName);
  QCOMPARE(formatValue(**parameter, changed->value(parameterName)), value.toStdString());
  QCOMPARE(Experiment().withText("seed=18446744073709551615")->seed(), UINT64_MAX);
  QCOMPARE(Experiment().withText("name=a=b")->name(), std::string("a=b"));
  QCOMPARE(Experiment().withText("algorithm.key=sgd")->slot("algorithm").key, std::string("sgd"));
}

void ExperimentTest::badTextIsRefused_data() {
  QTest::addColumn<QByteArray>("assignment");
  QTest::addColumn<QStringList>("words");
  using List = QStringList;
  QTest::newRow("no value") << QByteArray("cluster.workers") << List{"slot.key=value"};
  QTest::newRow("no slot") << QByteArray("workers=3") << List{"\"workers\"", "slot.key"};
  QTest::newRow("unknown slot") << QByteArray("disk.size=3") << List{"\"disk\"", "dataset"};
  QTest::newRow("unknown key") << QByteArray("cluster.size=3")
                               << List{"cluster", "\"size\"", "workers, batch or batch_statistics"};
  QTest::newRow("wrong type") << QByteArray("cluster.workers=many")
                              << List{"cluster", "workers", "\"many\"", "from 1 to 256"};
  QTest::newRow("not whole") << QByteArray("cluster.workers=2.5") << List{"\"2.5\"", "whole"};
  QTest::newRow("out of range") << QByteArray("cluster.workers=0") << List{"0", "from 1 to 256"};
  QTest::newRow("not finite") << QByteArray("algorithm.learning_rate=nan") << List{"algorithm"};
  QTest::newRow("no such entry") << QByteArray("algorithm.key=adam")
                                 << List{"algorithm", "\"adam\"", "sasg"};
  QTest::newRow("no choice") << QByteArray("cluster.key=cluster") << List{"cluster", "no key"};
  QTest::newRow("seed") << QByteArray("seed=-1") << List{"seed", "\"-1\"", "18446744073709551615"};
  QTest::newRow("not text") << QByteArray("name=\xff") << List{"name", "UTF-8"};
}

void ExperimentTest::badTextIsRefused() {
  QFETCH(QByteArray, assignment);
  QFETCH(QStringList, words);
  const auto changed = Experiment().withText(assignment.toStdString());
  QVERIFY(!changed);
  for (const auto& word : words)
    QVERIFY2(QString::fromStdString(changed.error().message).contains(word),
             changed.error().message.c_str());
}

void ExperimentTest::liveParametersAreThoseThatMayChange() {
  const Experiment experiment;
  const auto live = liveParameters(experiment);
  QVERIFY(std::find(live.begin(), live.end(),
                    telegrad::ParameterName{"algorithm", "learning_rate"}) != live.end());
  for (const auto& slot : telegrad::experimentSlots())
    for (const auto& [key, value] : experiment.slot(slot.key).settings.values()) {
      const auto& parameter = **describe(experiment, {slot.key, key});
      const bool expected = parameter.change == telegrad::Change::BetweenIterations &&
                            applies(parameter, experiment.slot(slot.key).settings);
      const bool listed =
          std::find(live.begin(), live.end(), telegrad::ParameterName{slot.key, key}) != live.end();
      QCOMPARE(listed, expected);
    }
  // One that means nothing unless another is chosen so.
  const auto fraction = telegrad::ParameterName{"compressor", "fraction"};
  QVERIFY(std::find(live.begin(), live.end(), fraction) != live.end());
  const auto counted = liveParameters(*experiment.withText("compressor.amount=count"));
  QVERIFY(std::find(counted.begin(), counted.end(), fraction) == counted.end());
  // One that an algorithm sets itself.
  const auto deco = *experiment.withKey("algorithm", "deco-sgd");
  const auto undecided = liveParameters(deco);
  QVERIFY(std::find(undecided.begin(), undecided.end(), fraction) == undecided.end());
  QCOMPARE(deciderOf(deco, fraction), std::optional<std::string>("DeCo-SGD"));
  QVERIFY(!deciderOf(experiment, fraction));
  // What is decided elsewhere is a parameter that there is.
  for (const auto& slot : telegrad::experimentSlots())
    for (const auto& entry : slot.entries)
      for (const auto& name : entry.decides) {
        const auto dot = name.find('.');
        const auto chosen = *experiment.withKey(slot.key, entry.key);
        if (name.substr(dot + 1) == "key")  // of all that stands in a slot
          QVERIFY2((*telegrad::findSlot(name.substr(0, dot)))->hasChoice(), name.c_str());
        else
          QVERIFY2(describe(chosen, {name.substr(0, dot), name.substr(dot + 1)}), name.c_str());
      }
}

void ExperimentTest::problemsBringTheirOwnDataAndWorkers() {
  const auto three = *Experiment().withKey("model", "three-worker-divergence");
  QCOMPARE(three.workers(), std::size_t{3});
  QVERIFY(!isNeeded(three, "dataset") && !isNeeded(three, "partition"));
  QVERIFY(isNeeded(three, "network") && isNeeded(Experiment(), "dataset"));
  QVERIFY(problemIn(three) != nullptr && problemIn(Experiment()) == nullptr);
  QVERIFY(!conflictIn(three));
  // More workers are a value, but not one that runs.
  const auto four = *three.withText("cluster.workers=4");
  const auto conflict = conflictIn(four);
  QVERIFY(conflict);
  for (const char* word : {"cluster.workers", "4", "three-worker-divergence", "3"})
    QVERIFY2(conflict->message.find(word) != std::string::npos, conflict->message.c_str());
  const auto said = Experiment::from("", "", 1,
                                     {{"model", {"three-worker-divergence", {}}},
                                      {"cluster", {"", {{"workers", std::int64_t{4}}}}}});
  QVERIFY(said && said->workers() == 4);
  const auto unsaid = Experiment::from("", "", 1, {{"model", {"three-worker-divergence", {}}}});
  QVERIFY(unsaid && unsaid->workers() == 3);
  // A method's usual compressor comes with the settings that it needs.
  const auto diana = *three.withKey("algorithm", "diana");
  QCOMPARE(diana.slot("compressor").settings.choice("scaling"), std::string("unbiased"));
}

void ExperimentTest::whatDoesNotGoTogetherSaysWhatWould() {
  QVERIFY(!conflictIn(Experiment()));
  const auto ring = Experiment().withKey("network", "ring-all-reduce");
  QVERIFY(ring);
  const auto skips = conflictIn(*ring);
  QVERIFY(skips);
  for (const char* part : {"\"ring-all-reduce\"", "algorithm \"sasg\"", "algorithm sgd,",
                           "network parameter-server or ring-all-gather"})
    QVERIFY2(skips->message.find(part) != std::string::npos, skips->message.c_str());
  const auto sparse = conflictIn(*ring->withKey("algorithm", "sparse"));
  QVERIFY(sparse);
  for (const char* part : {"compressor \"top-k\"", "compressor identity"})
    QVERIFY2(sparse->message.find(part) != std::string::npos, sparse->message.c_str());
  QVERIFY(!conflictIn(*ring->withKey("algorithm", "sparse")->withKey("compressor", "identity")));
  // What makes its own messages is not whole, whatever the compressor.
  QVERIFY(conflictIn(*ring->withKey("algorithm", "cocktail-sgd")));
  QVERIFY(conflictIn(*ring->withKey("algorithm", "lasg")));
  QVERIFY(!conflictIn(*Experiment().withKey("network", "ring-all-gather")));
  // It may be said, in any order, but does not run.
  const auto fair =
      Experiment().withText("network.bucket=3 kB")->withText("network.discipline=fair");
  QVERIFY(fair);
  const auto bucket = conflictIn(*fair);
  QVERIFY(bucket);
  for (const char* part : {"network", "bucket", "3 kB", "fifo"})
    QVERIFY2(bucket->message.find(part) != std::string::npos, bucket->message.c_str());
  QVERIFY(!conflictIn(*fair->withText("network.bucket=0 B")));
}

void ExperimentTest::whatGoesTogetherMayBeSaidInAnyOrder() {
  const auto networkFirst =
      Experiment().withText("network.key=tree-all-reduce")->withText("algorithm.key=sgd");
  const auto algorithmFirst =
      Experiment().withText("algorithm.key=sgd")->withText("network.key=tree-all-reduce");
  QVERIFY(networkFirst && algorithmFirst);
  QVERIFY(*networkFirst == *algorithmFirst);
  QVERIFY(!conflictIn(*networkFirst));
}

QTEST_APPLESS_MAIN(ExperimentTest)
#include "experiment_test.moc"
