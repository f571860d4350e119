// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crash_handler.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <sys/resource.h>

#include "core/base/crash_report.h"

using namespace telegrad;

/// Processes of this very program crash, and are looked at from outside.
class CrashHandlerTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { home_ = std::make_unique<QTemporaryDir>(); }
  void aCrashLeavesAReport_data();
  void aCrashLeavesAReport();
  void whatWasCaughtIsReportedAndGoesOn();
  void withoutACrashThereIsNothing();
  void aHandlerOfSomebodyElseStays();
  void aFolderThatCannotBeMadeChangesNothing();
  void onlyTheNewestStay();

 private:
  /// Sanitizers have handlers of their own: then `skip`.
  void crash(QProcess& process, const QString& how) const;
  std::filesystem::path folder() const {
    return std::filesystem::path(home_->path().toStdString()) / "telegrad" / "crashes";
  }
  QString text() const;

  std::unique_ptr<QTemporaryDir> home_;
};

namespace {

constexpr int kSanitized = 77;

int overflow(int depth) {         // NOLINT(misc-no-recursion): that is the point
  volatile char room[1024] = {};  // NOLINT: on the stack
  room[depth % 1024] = static_cast<char>(depth);
  return depth < 0 ? 0 : overflow(depth + 1) + room[depth % 1024];
}

/// What a child does; returns if it lives.
void misbehave(const std::string& how) {
  if (how == "segv") *static_cast<volatile int*>(nullptr) = 1;  // NOLINT
  if (how == "abort") std::abort();
  if (how == "sent") std::raise(SIGBUS);
  if (how == "overflow") overflow(0);
  if (how == "thrown") throw std::runtime_error("a mistake of ours");
  if (how == "thread") std::thread([] { *static_cast<volatile int*>(nullptr) = 1; }).join();
  if (how == "caught") reportException("no memory");
}

int child(const std::string& how) {
  const rlimit noCore{0, 0};  // of a child that crashes on purpose
  ::setrlimit(RLIMIT_CORE, &noCore);
  if (how == "taken") std::signal(SIGSEGV, [](int) { std::_Exit(9); });
  if (!leaveCrashReports("probe", "1.2.3")) return kSanitized;
  for (int i = 1; i <= 20; ++i) rememberMessage("message " + std::to_string(i));
  UnderWay under("training something in /some/where");
  under.at(1234);
  { const UnderWay over("what is over"); }
  misbehave(how == "taken" ? "segv" : how);
  return 0;
}

}  // namespace

void CrashHandlerTest::crash(QProcess& process, const QString& how) const {
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("XDG_STATE_HOME"), home_->path());
  process.setProcessEnvironment(environment);
  process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--crash"), how});
  QVERIFY(process.waitForFinished());
  if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == kSanitized)
    QSKIP("a sanitizer watches this program");
}

QString CrashHandlerTest::text() const {
  const auto reports = crashReports(folder());
  if (reports.empty()) return {};
  QFile file(QString::fromStdString(reports.front().file.string()));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void CrashHandlerTest::aCrashLeavesAReport_data() {
  QTest::addColumn<int>("signal");
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("more");
  QTest::newRow("segv") << SIGSEGV << "SIGSEGV"
                        << "at: 0x0";
  QTest::newRow("abort") << SIGABRT << "SIGABRT"
                         << "message 20";
  QTest::newRow("sent") << SIGBUS << "SIGBUS"
                        << "message 20";
  QTest::newRow("overflow") << SIGSEGV << "SIGSEGV"
                            << "at: 0x";
  QTest::newRow("thrown") << SIGABRT << "SIGABRT"
                          << "nobody caught: a mistake of ours";
  QTest::newRow("thread") << SIGSEGV << "SIGSEGV"
                          << "at: 0x0";
}

void CrashHandlerTest::aCrashLeavesAReport() {
  QFETCH(int, signal);
  QFETCH(QString, name);
  QFETCH(QString, more);
  QProcess process;
  crash(process, QString::fromLatin1(QTest::currentDataTag()));
  if (QTest::currentTestFailed() || process.exitCode() == kSanitized) return;
  QCOMPARE(process.exitStatus(), QProcess::CrashExit);
  QCOMPARE(process.exitCode(), signal);  // the same as without us
  const auto report = text();
  for (const auto& words :
       {QStringLiteral("program: probe 1.2.3\n"), QStringLiteral("cause: %1, ").arg(name), more,
        QStringLiteral("  training something in /some/where, iteration 1234\n"),
        QStringLiteral("  message 20\n"), QStringLiteral("crash_handler_test(")})
    QVERIFY2(report.contains(words), qPrintable(words + "\n---\n" + report));
  for (const char* words : {"message 1\n", "what is over"})
    QVERIFY2(!report.contains(QLatin1String(words)), qPrintable(report));
  const auto listed = crashReports(folder()).front();
  QCOMPARE(listed.program, std::string("probe 1.2.3"));
  QVERIFY(QDateTime::fromString(QString::fromStdString(listed.time), "yyyy-MM-dd hh:mm:ss 'UTC'")
              .isValid());
}

void CrashHandlerTest::whatWasCaughtIsReportedAndGoesOn() {
  QProcess process;
  crash(process, QStringLiteral("caught"));
  if (process.exitCode() == kSanitized) return;
  QCOMPARE(process.exitCode(), 0);
  QVERIFY2(text().contains("nothing else caught: no memory"), qPrintable(text()));
}

void CrashHandlerTest::withoutACrashThereIsNothing() {
  QProcess process;
  crash(process, QStringLiteral("well-behaved"));
  QVERIFY(!std::filesystem::exists(folder()));
}

void CrashHandlerTest::aHandlerOfSomebodyElseStays() {
  QProcess process;
  crash(process, QStringLiteral("taken"));
  if (process.exitCode() == kSanitized) return;
  QCOMPARE(process.exitCode(), 9);
  QVERIFY(crashReports(folder()).empty());
}

void CrashHandlerTest::aFolderThatCannotBeMadeChangesNothing() {
  std::ofstream(folder().parent_path()) << "a file where the folder would be";
  QProcess process;
  crash(process, QStringLiteral("segv"));
  if (process.exitCode() == kSanitized) return;
  QCOMPARE(process.exitStatus(), QProcess::CrashExit);
  QCOMPARE(process.exitCode(), SIGSEGV);
}

void CrashHandlerTest::onlyTheNewestStay() {
  std::filesystem::create_directories(folder());
  const auto now = std::filesystem::file_time_type::clock::now();
  for (int i = 0; i < 15; ++i) {
    const auto file = folder() / ("probe-" + std::to_string(i) + ".crash.txt");
    std::ofstream(file) << "program: probe " << i << "\ntime: then\ncause: none\n";
    std::filesystem::last_write_time(file, now - std::chrono::hours(i));
  }
  std::ofstream(folder() / "mine.txt") << "keep me";
  keepNewestReports(folder());
  const auto left = crashReports(folder());
  QCOMPARE(left.size(), std::size_t{10});
  QCOMPARE(left.front().program, std::string("probe 0"));
  QCOMPARE(left.back().program, std::string("probe 9"));
  QVERIFY(std::filesystem::exists(folder() / "mine.txt"));
}

int main(int argc, char** argv) {
  if (argc == 3 && std::string(argv[1]) == "--crash") return child(argv[2]);
  QCoreApplication application(argc, argv);
  CrashHandlerTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "crash_handler_test.moc"
