// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/command_line.h"
#include "tests/support/own_home.h"

using telegrad::test::run;

class HealthTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void runsRepeatHere();
  void whatIsThereIsSaid();
  void aDamagedDatasetIsSaid();
  void aCrashIsReportedAndSaid();
};

namespace {

const QString kProgram = QStringLiteral(TELEGRAD_CLI);

/// The line that begins so, without its beginning.
QString lineOf(const QString& text, const QString& beginning) {
  for (const auto& line : text.split('\n'))
    if (line.startsWith(beginning)) return line.mid(beginning.size()).trimmed();
  return {};
}

}  // namespace

void HealthTest::initTestCase() {
  telegrad::test::useOwnHome();
  qunsetenv("TELEGRAD_DATA");
}

void HealthTest::runsRepeatHere() {
  const auto outcome = run(kProgram, {"--selftest"});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.out + outcome.err));
  const auto lines = outcome.out.split('\n', Qt::SkipEmptyParts);
  QCOMPARE(lines.size(), 5);
  for (const auto& line : lines) QVERIFY2(line.startsWith("ok "), qPrintable(line));
}

void HealthTest::whatIsThereIsSaid() {
  const auto outcome = run(kProgram, {"--diagnose"});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
  const auto version = run(kProgram, {"--version"}).out.trimmed();
  QCOMPARE("telegrad-cli " + lineOf(outcome.out, "telegrad-cli"), version);
  QVERIFY2(lineOf(outcome.out, "kernels").contains("oneDNN"), qPrintable(outcome.out));
  for (const auto& key :
       run(kProgram, {"list", "datasets", "--keys"}).out.split('\n', Qt::SkipEmptyParts))
    QVERIFY2(!lineOf(outcome.out, "  " + key + ' ').isEmpty(),
             qPrintable(key + "\n" + outcome.out));
  QVERIFY(lineOf(outcome.out, "  synthetic-digits ").contains("images"));
  QVERIFY(lineOf(outcome.out, "  cifar-100 ").startsWith("not usable"));
}

void HealthTest::aDamagedDatasetIsSaid() {
  const QTemporaryDir folder;
  QVERIFY(QDir(folder.path()).mkdir("mnist"));
  QFile file(folder.filePath("mnist/train-images-idx3-ubyte"));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("nonsense");
  file.close();
  qputenv("TELEGRAD_DATA", folder.path().toUtf8());
  const auto outcome = run(kProgram, {"--diagnose"});
  qunsetenv("TELEGRAD_DATA");
  QCOMPARE(outcome.status, 0);
  QCOMPARE(lineOf(outcome.out, "data looked for in"), folder.path());
  QVERIFY2(lineOf(outcome.out, "  mnist ").startsWith("not usable: "), qPrintable(outcome.out));
  QVERIFY2(outcome.out.contains("it lacks train-labels-idx1-ubyte"), qPrintable(outcome.out));
}

void HealthTest::aCrashIsReportedAndSaid() {
  QVERIFY(lineOf(run(kProgram, {"--diagnose"}).out, "last crash").startsWith("none"));
  const QTemporaryDir folder;
  const auto out = folder.filePath("run");
  QProcess process;
  process.start(kProgram,
                {"run", "quick-start", "--set", "dataset.key=synthetic-digits", "--set",
                 "run.max_iterations=1000000", "--set", "run.epochs=100000", "--out", out});
  QVERIFY(process.waitForStarted());
  QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(out + "/iterations.csv"), 60000);
  ::kill(static_cast<pid_t>(process.processId()), SIGSEGV);
  QVERIFY(process.waitForFinished());
  QCOMPARE(process.exitStatus(), QProcess::CrashExit);
  QCOMPARE(process.exitCode(), SIGSEGV);
  const auto said = run(kProgram, {"--diagnose"}).out;
  if (lineOf(said, "last crash").startsWith("none")) QSKIP("a sanitizer watches the program");
  QVERIFY2(lineOf(said, "last crash").contains("SIGSEGV"), qPrintable(said));
  QFile report(lineOf(said, "its report"));
  QVERIFY2(report.open(QIODevice::ReadOnly), qPrintable(said));
  const auto text = QString::fromUtf8(report.readAll());
  QVERIFY2(text.contains("training ") && text.contains(" in " + out + ", iteration "),
           qPrintable(text));
  QVERIFY2(text.contains("sent by: process"), qPrintable(text));
}

QTEST_GUILESS_MAIN(HealthTest)

#include "cli_health_test.moc"
