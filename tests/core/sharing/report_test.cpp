// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/report.h"

#include <cmath>
#include <limits>

#include <QTemporaryDir>
#include <QtTest>

#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::with;

namespace {

StoredRun someRun(int iterations = 500) {
  StoredRun run;
  run.experiment =
      with(Experiment(), {"name=SASG <fast>", "summary=Does \"skipping\" pay & when?",
                          "algorithm.key=sasg", "cluster.workers=7", "worker.3.slowdown=4"});
  for (int k = 1; k <= iterations; ++k) {
    Record record;
    record.iteration = k;
    record.payloadBits = 6'600'000LL * k;
    record.simulatedSeconds = 12.9 * k;
    record.trainLoss = 2.0 / (1.0 + k / 20.0);
    if (k % 50 == 0) record.testAccuracy = 1.0 - 0.5 / (k / 25.0);
    run.records.push_back(record);
  }
  run.changes = {{100, {"algorithm", "learning_rate"}, 0.005, 0.25},
                 {300, {"worker.3", "present"}, true, false}};
  run.events = {{200, "note", "<b>look</b>"}, {500, "finished", ""}};
  run.state = "finished";
  return run;
}

RunSummary someEnd() {
  RunSummary end;
  end.message = "as it should";
  end.dataOrigin = "/data";
  end.weightsSha256 = std::string(64, 'a');
  end.versions = {{"telegrad", "0.1.0"}};
  return end;
}

QString pageOf(const StoredRun& run, const RunSummary& end = someEnd()) {
  return QString::fromStdString(htmlReport(run, end));
}

}  // namespace

class ReportTest : public QObject {
  Q_OBJECT
 private slots:
  void saysWhatARunWas();
  void saysWhatDiffersAlone();
  void theTextBetweenTagsIsAsItWas();
  void needsNothingFromElsewhere();
  void isAsLongAsTheScreenIsWide();
  void hostileRunsAreSaid_data();
  void hostileRunsAreSaid();
  void theCurveGoesThroughItsPoints();
  void aFolderBecomesAFile();
};

void ReportTest::saysWhatARunWas() {
  const auto page = pageOf(someRun());
  for (const char* words : {"Does &quot;skipping&quot; pay &amp; when?", "SASG &lt;fast&gt;",
                            "finished", "Learning rate", "0.005", "0.25", "&lt;b&gt;look&lt;/b&gt;",
                            "3.3 Gbit", "6,450 s", "97.5 %", "Worker 3", "0.1.0"})
    QVERIFY2(page.contains(words), words);
  QVERIFY(page.contains(QString(64, 'a')));
  // Two figures, each with both changes marked.
  QCOMPARE(page.count("<svg "), 2);
  QCOMPARE(page.count("<line class=\"mark\""), 4);
  QCOMPARE(page.count("<text class=\"number\""), 4);
  // What repeats it is in it, as text.
  const auto begin = page.indexOf("<pre>") + 5;
  auto toml = page.mid(begin, page.indexOf("</pre>") - begin);
  for (const auto& [entity, plain] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}})
    toml.replace(entity, plain);
  const auto read = parseExperiment(toml.toStdString(), "report");
  QVERIFY(read && *read == someRun().experiment);
}

void ReportTest::saysWhatDiffersAlone() {
  const auto page = pageOf(someRun());
  const auto table = page.mid(page.indexOf("Settings that are not"));
  const auto settings = table.left(table.indexOf("</table>"));
  QVERIFY(settings.contains("Workers") && settings.contains(">7<") && settings.contains(">10<"));
  QVERIFY(settings.contains("SASG") && !settings.contains("Minibatch"));
  QVERIFY2(!settings.contains("Learning rate"), "it began as usual");
}

/// Text of a run's makes no tag: the page has as many of each as with plain words.
void ReportTest::theTextBetweenTagsIsAsItWas() {
  auto plain = someRun();
  plain.experiment = with(plain.experiment, {"name=plain", "summary=plain"});
  plain.events.front().detail = "plain";
  auto hostile = someRun();
  const std::string attack =
      "</script></style></pre></svg>\"'><script>alert(1)</script><img src=x "
      "onerror=alert(1)><!--";
  hostile.experiment = hostile.experiment.withName(attack);
  hostile.experiment = with(hostile.experiment, {"summary=" + attack});
  hostile.events.front() = {200, attack, attack};
  hostile.state = attack;
  hostile.notes = {attack};
  plain.notes = {"plain"};
  RunSummary end;
  end.message = end.dataOrigin = end.weightsSha256 = attack;
  end.versions = {{attack, attack}};
  const auto page = pageOf(hostile, end);
  QCOMPARE(page.count('<'), pageOf(plain).count('<'));
  QVERIFY(!page.contains("<script") && !page.contains("<img") && !page.contains("<!--"));
}

void ReportTest::needsNothingFromElsewhere() {
  const auto page = pageOf(someRun()).toLower();
  for (const char* word : {"http:", "https:", "src=", "href=", "url(", "@import", "<script",
                           "<link", "<iframe", "onload", "onclick"})
    QVERIFY2(!page.contains(word), word);
  QVERIFY(page.contains("default-src 'none'"));
  QVERIFY(page.contains("prefers-color-scheme:dark"));
}

/// Ten times the iterations, and the page does not grow.
void ReportTest::isAsLongAsTheScreenIsWide() {
  const auto some = pageOf(someRun(20'000)).size();
  const auto many = pageOf(someRun(200'000)).size();
  QVERIFY2(many < some + some / 4, qPrintable(QString("%1, %2").arg(some).arg(many)));
  QVERIFY(many < 200'000);
}

void ReportTest::hostileRunsAreSaid_data() {
  QTest::addColumn<int>("which");
  QTest::newRow("no iteration") << 0;
  QTest::newRow("one iteration") << 1;
  QTest::newRow("infinities") << 2;
  QTest::newRow("the largest numbers") << 3;
  QTest::newRow("all the same") << 4;
  QTest::newRow("changes where nothing is") << 5;
}

void ReportTest::hostileRunsAreSaid() {
  QFETCH(int, which);
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  constexpr double kHuge = std::numeric_limits<double>::max();
  auto run = someRun(which == 1 ? 1 : 20);
  if (which == 0) run.records.clear();
  for (auto& record : run.records) {
    if (which == 2) record.trainLoss = record.testAccuracy = HUGE_VAL;
    if (which == 3) {
      record.trainLoss = record.iteration % 2 == 0 ? kHuge : -kHuge;
      record.testAccuracy = record.simulatedSeconds = kHuge;
      record.payloadBits = record.iteration = kMost;
    }
    if (which == 4) record.trainLoss = record.testAccuracy = 0.5;
  }
  if (which == 5)
    run.changes = {{kMost, {"no", "parameter"}, 1.0, 2.0},
                   {-kMost, {"algorithm", "learning_rate"}, std::string("x"), true}};
  const auto page = pageOf(run);
  QVERIFY(page.endsWith("</html>\n"));
  QVERIFY2(!page.contains("\"nan") && !page.contains("nan,") && !page.contains(",nan") &&
               !page.contains("\"inf"),
           "a place that is none");
}

/// The places of the accuracies, by hand: over 500 iterations on the axis, the last at its end.
void ReportTest::theCurveGoesThroughItsPoints() {
  const auto page = pageOf(someRun());
  const QRegularExpression curve("<polyline class=\"curve\" points=\"([^\"]+)\"");
  auto match = curve.globalMatch(page);
  match.next();  // the loss
  const auto points = match.next().captured(1).split(' ');
  QCOMPARE(points.size(), 10);
  for (int i = 0; i < 10; ++i)
    QCOMPARE(points[i].split(',')[0].toDouble(), 62.0 + (560.0 - 62.0 - 12.0) * (i + 1) / 10.0);
  QVERIFY(points[0].split(',')[1].toDouble() > points[9].split(',')[1].toDouble());
}

void ReportTest::aFolderBecomesAFile() {
  const QTemporaryDir folder;
  const std::filesystem::path path = folder.path().toStdString();
  const auto file = path / "a.html";
  const auto missing = writeReport(path / "run", file);
  QVERIFY(!missing && missing.error().message.find("experiment.toml") != std::string::npos);
  {
    auto writer = RunFolderWriter::create(path / "run", Experiment(), false);
    QVERIFY(writer && (*writer)->append(someRun().records.front()));
    auto summary = someEnd();
    summary.state = "diverged";
    QVERIFY((*writer)->finish(summary));
  }
  QVERIFY(writeReport(path / "run", file));
  const auto page = QString::fromStdString(*readFile(file));
  QVERIFY(page.contains("diverged") && page.contains("as it should") &&
          page.contains(QString(64, 'a')));
  const auto refused = writeReport(path / "run", "/nowhere/a.html");
  QVERIFY(!refused && refused.error().message.find("/nowhere/a.html") != std::string::npos);
}

QTEST_APPLESS_MAIN(ReportTest)
#include "report_test.moc"
