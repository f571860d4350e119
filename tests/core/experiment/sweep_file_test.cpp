// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep_file.h"

#include <filesystem>

#include <QtTest>

#include "core/experiment/experiment_file.h"
#include "tests/support/small_runs.h"

using telegrad::Error;
using telegrad::Experiment;
using telegrad::formatSweep;
using telegrad::parseSweep;
using telegrad::Result;
using telegrad::Sweep;
using telegrad::test::smallExperiment;

class SweepFileTest : public QObject {
  Q_OBJECT
 private slots:
  void readsWhatTheHeaderShows();
  void theBaseMayBeWrittenOut();
  void readsBackByteForByte_data();
  void readsBackByteForByte();
  void selfContainedNeedsNoOther();
  void errorsNameLineAndWhatIsAllowed_data();
  void errorsNameLineAndWhatIsAllowed();
  void shippedSweepsHavePlans_data();
  void shippedSweepsHavePlans();
};

namespace {

Result<Experiment> found(const std::string& reference) {
  if (reference == "small") return smallExperiment("dd-ef-sgd");
  return Error{"read \"" + reference + "\"; allowed: small"};
}

Result<Experiment> shipped(const std::string& reference) {
  return telegrad::readExperiment(std::filesystem::path(TELEGRAD_EXPERIMENTS) /
                                  (reference + ".toml"));
}

constexpr const char* kWhole = R"(name = "Fraction by staleness"
summary = "Both at once."
experiment = "small"
set = ["run.max_iterations=20", "algorithm.learning_rate=0.02"]
seeds = [1, 18446744073709551, "18446744073709551615"]
cells = [["algorithm.key=sgd"], ["algorithm.key=sasg", "compressor.fraction=0.5"]]

[[axis]]
parameter = "compressor.fraction"
values = [0.01, "3 %", 1]

[[axis]]
parameter = "network.worker_uplink"
from = "1 Mbit/s"
to = "1 Gbit/s"
steps = 4
scale = "log"
)";

}  // namespace

void SweepFileTest::readsWhatTheHeaderShows() {
  const auto sweep = parseSweep(kWhole, "a.toml", found);
  QVERIFY2(sweep, sweep ? "" : sweep.error().message.c_str());
  QCOMPARE(sweep->name, std::string("Fraction by staleness"));
  QCOMPARE(sweep->reference, std::string("small"));
  QCOMPARE(sweep->set.size(), std::size_t{2});
  QCOMPARE(sweep->seeds.back(), ~std::uint64_t{0});
  QCOMPARE(sweep->cells[1][1], std::string("compressor.fraction=0.5"));
  QCOMPARE(sweep->axes[0].values, (std::vector<std::string>{"0.01", "3 %", "1"}));
  QVERIFY(sweep->axes[1].range->scale == telegrad::Scale::Log);
  const auto plan = planOf(*sweep);
  QVERIFY(plan);
  QCOMPARE(plan->cells.size(), std::size_t{3 * (3 * 4 + 2)});
  QCOMPARE(plan->cells[0].experiment.slot("run").settings.integer("max_iterations"),
           std::int64_t{20});
}

void SweepFileTest::theBaseMayBeWrittenOut() {
  const auto sweep = parseSweep(R"([[axis]]
parameter = "cluster.batch"
values = [5, 10]
[experiment]
name = "Inside"
seed = 4
[experiment.model]
key = "logistic-regression"
[experiment.worker.2]
slowdown = 3
)",
                                "a.toml", found);
  QVERIFY2(sweep, sweep ? "" : sweep.error().message.c_str());
  QVERIFY(sweep->reference.empty());
  QCOMPARE(sweep->name, std::string("a"));
  QCOMPARE(sweep->base.name(), std::string("Inside"));
  QCOMPARE(sweep->base.seed(), std::uint64_t{4});
  QCOMPARE(sweep->base.slot("model").key, std::string("logistic-regression"));
  QCOMPARE(sweep->base.slot("worker.2").settings.real("slowdown"), 3.0);
}

void SweepFileTest::readsBackByteForByte_data() {
  QTest::addColumn<QString>("text");
  QTest::newRow("by name") << kWhole;
  QTest::newRow("of its own") << "seeds = [1, 2]\n[experiment.model]\nkey = \"lenet-5\"\n";
  QTest::newRow("odd numbers")
      << "experiment = \"small\"\n[[axis]]\nparameter = \"algorithm.learning_rate\"\n"
         "values = [1e-3, \"1e-2\", 0.5, 1, \"2.0\", 1_0]\n";
  QTest::newRow("flags and words")
      << "experiment = \"small\"\n[[axis]]\nparameter = \"worker.2.present\"\n"
         "values = [true, \"false\"]\n[[axis]]\nparameter = \"algorithm.key\"\n"
         "values = [\"sgd\", \"sasg\"]\n";
}

void SweepFileTest::readsBackByteForByte() {
  QFETCH(QString, text);
  const auto sweep = parseSweep(text.toStdString(), "a.toml", found);
  QVERIFY2(sweep, sweep ? "" : sweep.error().message.c_str());
  const auto saved = formatSweep(*sweep);
  const auto again = parseSweep(saved, "a.toml", found);
  QVERIFY2(again, again ? "" : again.error().message.c_str());
  QVERIFY(*again == *sweep);
  QCOMPARE(formatSweep(*again), saved);
  if (QTest::currentDataTag() == QByteArray("by name")) QCOMPARE(saved, text.toStdString());
}

void SweepFileTest::selfContainedNeedsNoOther() {
  const auto sweep = parseSweep(kWhole, "a.toml", found);
  const auto whole = telegrad::selfContained(*sweep);
  QVERIFY(whole);
  const auto read = parseSweep(formatSweep(*whole), "b.toml",
                               [](const std::string&) { return Error{"not to be asked"}; });
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  const auto plan = planOf(*sweep);
  const auto same = planOf(*read);
  QVERIFY(plan && same);
  QCOMPARE(same->cells.size(), plan->cells.size());
  for (std::size_t i = 0; i < plan->cells.size(); ++i) {
    QCOMPARE(same->cells[i].folder, plan->cells[i].folder);
    QVERIFY(same->cells[i].experiment == plan->cells[i].experiment);
  }
}

void SweepFileTest::errorsNameLineAndWhatIsAllowed_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QStringList>("words");
  const QString base = "experiment = \"small\"\n";
  const QString axis = base + "[[axis]]\nparameter = \"compressor.fraction\"\n";
  const auto row = [](const char* name, const QString& text, const QStringList& words) {
    QTest::newRow(name) << text << words;
  };
  row("not TOML", "name = \n", {"a.toml:1", "not TOML"});
  row("unknown key", "seeds = [1, 2]\nsteps = 3\n", {"a.toml:2", "\"steps\"", "[[axis]]"});
  row("unknown table", "seeds = [1, 2]\n[axes]\n", {"a.toml:2", "\"axes\"", "[[axis]]"});
  row("no such base", "seeds = [1, 2]\nexperiment = \"big\"\n", {"a.toml:2", "big", "small"});
  row("a base of numbers", "experiment = 3\n", {"a.toml:1", "3", "[experiment]"});
  row("in the base", "seeds = [1, 2]\n[experiment.model]\nkey = \"lenet\"\n",
      {"a.toml:3", "lenet", "lenet-5"});
  row("a table in the base", "seeds = [1, 2]\n[experiment.modell]\nkey = \"lenet-5\"\n",
      {"a.toml:2", "modell", "[experiment.model]"});
  row("seeds", base + "seeds = [1, 2.5]\n", {"a.toml:2", "2.5", "whole number"});
  row("a seed alone", base + "seeds = 3\n", {"a.toml:2", "3", "list"});
  row("set", base + "set = [\"run.epochs=x\"]\nseeds = [1, 2]\n", {"a.toml:2", "epochs", "x"});
  row("set alone", base + "set = \"run.epochs=2\"\n", {"a.toml:2", "list"});
  row("an axis without parameter", base + "[[axis]]\nvalues = [1]\n", {"a.toml:2", "slot.key"});
  row("one axis", base + "[axis]\nvalues = [1]\n", {"a.toml:2", "[[axis]]"});
  row("neither", axis, {"a.toml:2", "values", "from"});
  row("both", axis + "values = [1]\nfrom = 1\n", {"a.toml:2", "either"});
  row("no end", axis + "from = 0.1\nsteps = 3\n", {"a.toml:2", "to: read nothing"});
  row("no steps", axis + "from = 0.1\nto = 1\n", {"a.toml:2", "steps: read nothing"});
  row("steps", axis + "from = 0.1\nto = 1\nsteps = 2.5\n", {"a.toml:6", "2.5", "both ends"});
  row("scale", axis + "from = 0.1\nto = 1\nsteps = 3\nscale = \"cubic\"\n",
      {"a.toml:7", "cubic", "linear or log"});
  row("a value", axis + "values = [0.1, [2]]\n", {"a.toml:4", "allowed: a number"});
  row("not allowed", axis + "values = [0.1, 7]\n", {"a.toml:2", "fraction", "7"});
  row("another key", axis + "values = [0.1]\ncount = 2\n", {"a.toml:5", "count", "steps"});
  row("the second axis", axis + "values = [0.1]\n[[axis]]\nparameter = \"run.epoch\"\nvalues=[1]\n",
      {"a.toml:5", "epoch", "epochs"});
  row("a cell", base + "cells = [\n[\"algorithm.key=sgd\"],\n[\"algorithm.key=sg\"]]\n",
      {"a.toml:4", "sg", "sgd"});
  row("nothing varies", base, {"a.toml:1", "nothing varies"});
}

void SweepFileTest::errorsNameLineAndWhatIsAllowed() {
  QFETCH(QString, text);
  QFETCH(QStringList, words);
  const auto sweep = parseSweep(text.toStdString(), "a.toml", found);
  QVERIFY(!sweep);
  for (const auto& word : words)
    QVERIFY2(QString::fromStdString(sweep.error().message).contains(word),
             sweep.error().message.c_str());
}

void SweepFileTest::shippedSweepsHavePlans_data() {
  QTest::addColumn<QString>("file");
  const QDir folder(TELEGRAD_SWEEPS);
  const auto files = folder.entryList({"*.toml"}, QDir::Files);
  QVERIFY(!files.isEmpty());
  for (const auto& file : files) QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void SweepFileTest::shippedSweepsHavePlans() {
  QFETCH(QString, file);
  const auto sweep = telegrad::readSweep(file.toStdString(), shipped);
  QVERIFY2(sweep, sweep ? "" : sweep.error().message.c_str());
  QVERIFY(!sweep->summary.empty());
  QVERIFY(planOf(*sweep)->cells.size() > 1);
}

QTEST_APPLESS_MAIN(SweepFileTest)
#include "sweep_file_test.moc"
