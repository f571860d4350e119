// SPDX-License-Identifier: GPL-3.0-or-later
// What the window trains and what the command line trains from the same file are the same run, bit
// by bit; so is the command line's replay of what a user changed in the window.
#include <memory>

#include <QTemporaryDir>
#include <QtTest>

#include "core/experiment/experiment_file.h"
#include "tests/support/command_line.h"
#include "tests/support/own_home.h"
#include "tests/support/small_runs.h"
#include "ui/main_window.h"
#include "ui/widgets/style_sheet.h"

using telegrad::Experiment;
using telegrad::ui::MainWindow;

namespace {

constexpr int kPatience = 60000;  // milliseconds, for a machine that is busy

QByteArray contents(const QString& name) {
  QFile file(name);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// The digest of the weights that a run folder's summary tells.
QString digestIn(const QString& folder) {
  const auto summary = QJsonDocument::fromJson(contents(folder + "/summary.json")).object();
  return summary["weights_sha256"].toString();
}

/// What each iteration measured, but for the wall time, which no two runs have alike.
QStringList iterationsIn(const QString& folder) {
  QStringList rows;
  qsizetype wall = -1;
  for (const auto& line : contents(folder + "/iterations.csv").split('\n')) {
    auto cells = line.split(',');
    if (wall < 0) wall = cells.indexOf("wall_s");
    if (cells.size() > wall) cells.removeAt(wall);
    rows << QString::fromUtf8(cells.join(','));
  }
  return rows;
}

QByteArray withoutPauses(const QByteArray& journal) {
  QByteArray kept;
  for (const auto& line : journal.split('\n'))
    if (!line.contains("\"event\":\"paused\"") && !line.contains("\"event\":\"resumed\""))
      kept += kept.isEmpty() ? line : '\n' + line;
  return kept;
}

}  // namespace

class SameRunTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void init();
  void theCommandLineTrainsTheSame_data();
  void theCommandLineTrainsTheSame();
  void theCommandLineReplaysWhatTheWindowChanged();
  void anotherSeedIsAnotherRun();

 private:
  /// The window on the experiment's file, as `telegrad FILE` opens it; its run has not begun.
  std::unique_ptr<MainWindow> windowOn(const QString& file) const;
  /// The folder of the window's run, once that has ended.
  static QString trained(MainWindow& window);
  /// The folder of the command line's run of the file.
  QString trainedByCommandLine(const QString& file, const QStringList& more = {}) const;
  QString write(const Experiment& experiment) const;

  std::unique_ptr<QTemporaryDir> folder_;
};

void SameRunTest::init() {
  telegrad::ui::applyTheme(telegrad::ui::ThemeChoice::Light);
  folder_ = std::make_unique<QTemporaryDir>();
}

QString SameRunTest::write(const Experiment& experiment) const {
  const auto name = folder_->filePath("experiment.toml");
  QFile file(name);
  const auto text = QByteArray::fromStdString(telegrad::formatExperiment(experiment));
  if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
    qFatal("%s: %s", qPrintable(name), qPrintable(file.errorString()));
  return name;
}

std::unique_ptr<MainWindow> SameRunTest::windowOn(const QString& file) const {
  const auto read = telegrad::readExperiment(file.toStdString());
  if (!read) qFatal("%s", read.error().message.c_str());
  MainWindow::Start start;
  start.experiment = *read;
  start.restoreSession = false;
  auto window = std::make_unique<MainWindow>(start);
  window->show();
  return window;
}

QString SameRunTest::trained(MainWindow& window) {
  auto& controller = window.controller();
  // After a step it pauses a moment after its last iteration has arrived.
  const auto waits = [&] {
    return !controller.isActive() || controller.state() == telegrad::RunState::Paused;
  };
  if (!QTest::qWaitFor(waits, kPatience)) return {};
  controller.toggle();
  if (!QTest::qWaitFor([&] { return !controller.isActive(); }, kPatience)) return {};
  return QString::fromStdString(controller.runs().at(0).folder.string());
}

QString SameRunTest::trainedByCommandLine(const QString& file, const QStringList& more) const {
  const auto out = folder_->filePath("command-line");
  const auto outcome =
      telegrad::test::run(TELEGRAD_CLI, QStringList{"run", file, "--out", out} + more);
  if (outcome.status != 0) qWarning("%s", qPrintable(outcome.err));
  return outcome.status == 0 ? out : QString();
}

void SameRunTest::theCommandLineTrainsTheSame_data() {
  QTest::addColumn<QString>("algorithm");
  for (const char* key : {"sgd", "sasg"}) QTest::newRow(key) << QString(key);
}

void SameRunTest::theCommandLineTrainsTheSame() {
  QFETCH(QString, algorithm);
  const auto file = write(telegrad::test::smallExperiment(algorithm.toStdString()));
  const auto window = windowOn(file);
  const auto inWindow = trained(*window);
  const auto byCommandLine = trainedByCommandLine(file, {"--threads", "3"});
  QVERIFY(!inWindow.isEmpty() && !byCommandLine.isEmpty());
  QCOMPARE(digestIn(inWindow).size(), 64);
  QCOMPARE(digestIn(byCommandLine), digestIn(inWindow));
  QCOMPARE(iterationsIn(inWindow).size(), 42);  // header, 40 rows, and what follows the last
  QCOMPARE(iterationsIn(byCommandLine), iterationsIn(inWindow));
}

void SameRunTest::theCommandLineReplaysWhatTheWindowChanged() {
  const auto file = write(telegrad::test::smallExperiment("sasg"));
  const auto plain = digestIn(trainedByCommandLine(file));
  const auto window = windowOn(file);
  auto& controller = window->controller();
  controller.step(15);
  QTRY_COMPARE_WITH_TIMEOUT(controller.iteration(), 15, kPatience);
  controller.change({"algorithm", "learning_rate"}, 0.05);
  controller.change({"compressor", "fraction"}, 0.2);
  const auto inWindow = trained(*window);
  const auto replayed =
      trainedByCommandLine(file, {"--overwrite", "--controls", inWindow + "/journal.jsonl"});
  QCOMPARE(digestIn(replayed).size(), 64);
  QCOMPARE(digestIn(replayed), digestIn(inWindow));
  QCOMPARE(iterationsIn(replayed), iterationsIn(inWindow));
  // A replay makes the changes, and pauses for nobody.
  QCOMPARE(contents(replayed + "/journal.jsonl"),
           withoutPauses(contents(inWindow + "/journal.jsonl")));
  QVERIFY(digestIn(inWindow) != plain);  // else the changes had no effect, and prove nothing
}

void SameRunTest::anotherSeedIsAnotherRun() {
  const auto file = write(telegrad::test::smallExperiment("sasg"));
  const auto window = windowOn(file);
  const auto other = trainedByCommandLine(file, {"--set", "seed=2"});
  QCOMPARE(digestIn(other).size(), 64);
  QVERIFY(digestIn(other) != digestIn(trained(*window)));
}

QTEST_MAIN(SameRunTest)
#include "same_run_test.moc"
