// SPDX-License-Identifier: GPL-3.0-or-later
// `telegrad plot`, without a display: the figures it writes, and what it answers to what it cannot
// use.
#include <cmath>

#include <QtTest>

#include "core/experiment/run_folder.h"
#include "tests/support/command_line.h"

using telegrad::Experiment;
using telegrad::Record;
using telegrad::RunFolderWriter;
using telegrad::test::Outcome;
using telegrad::test::verifyWords;

class PlotTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void writesAFigureOfTheSizeAsked_data();
  void writesAFigureOfTheSizeAsked();
  void writesWhatTheEndingSays_data();
  void writesWhatTheEndingSays();
  void badArgumentsExitWithTwo_data();
  void badArgumentsExitWithTwo();
  void whatCannotBeReadOrWrittenExitsWithTwo();

 private:
  QString path(const QString& name) const { return folder_.filePath(name); }
  Outcome plot(const QStringList& arguments) const {
    return telegrad::test::run(TELEGRAD, QStringList{"plot"} + arguments);
  }
  QByteArray content(const QString& name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  QTemporaryDir folder_;
};

namespace {

/// A run of 30 iterations that learns.
bool writeRun(const std::filesystem::path& folder) {
  auto writer = RunFolderWriter::create(folder, Experiment(), false);
  if (!writer) return false;
  for (std::int64_t k = 1; k <= 30; ++k) {
    Record record;
    record.iteration = k;
    record.payloadBits = 1000 * k;
    record.trainLoss = record.epochLoss = 2.0 / static_cast<double>(k);
    if (k % 5 == 0) record.testAccuracy = 1.0 - 0.9 / static_cast<double>(k);
    if (!(*writer)->append(record)) return false;
  }
  telegrad::RunSummary summary;
  summary.state = "finished";
  return (*writer)->finish(summary).has_value();
}

}  // namespace

void PlotTest::initTestCase() {
  QVERIFY(folder_.isValid());
  QVERIFY(writeRun(path("run").toStdString()));
}

void PlotTest::writesAFigureOfTheSizeAsked_data() {
  QTest::addColumn<QString>("size");
  QTest::newRow("bare") << "80x60";
  QTest::newRow("with a unit") << "80x60 mm";
  QTest::newRow("a unit each") << "80 mm x 60 mm";
}

void PlotTest::writesAFigureOfTheSizeAsked() {
  QFETCH(QString, size);
  verifyWords(plot({path("run"), "--x", "payload-bits", "--size", size, "-o", path("a.svg")}), 0,
              {});
  const auto svg = QString::fromUtf8(content("a.svg"));
  static const QRegularExpression sides(R"re(width="([0-9.]+)mm" height="([0-9.]+)mm")re");
  const auto found = sides.match(svg);
  constexpr double kPixel = 25.4 / 96.0;  // millimetres, which is as near as it gets
  QVERIFY2(std::abs(found.captured(1).toDouble() - 80.0) < kPixel, qPrintable(svg.left(300)));
  QVERIFY2(std::abs(found.captured(2).toDouble() - 60.0) < kPixel, qPrintable(svg.left(300)));
}

void PlotTest::writesWhatTheEndingSays_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QByteArray>("start");
  QTest::newRow("SVG") << "b.svg" << QByteArray("<?xml");
  QTest::newRow("PDF") << "b.pdf" << QByteArray("%PDF-");
  QTest::newRow("PNG") << "b.png" << QByteArray("\x89PNG");
}

void PlotTest::writesWhatTheEndingSays() {
  QFETCH(QString, name);
  QFETCH(QByteArray, start);
  verifyWords(plot({path("run"), "--y", "train_loss", "--log-x", "-o", path(name)}), 0, {});
  QVERIFY(content(name).startsWith(start));
}

void PlotTest::badArgumentsExitWithTwo_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<QStringList>("words");
  using List = QStringList;
  const auto row = [](const char* name, const List& arguments, const List& words) {
    QTest::newRow(name) << arguments << words;
  };
  for (const char* size : {"80", "80x", "x60", "80x60 cm", "80x60 mm more", "nanxnan", "infx60",
                           "10x60", "80x2001", "-80x60", "0x50"})
    row(size, {"--size", size}, {"--size", size, "from 20 to 2000"});
  row("no such axis", {"--x", "speed"}, {"--x", "speed", "payload-bits"});
  row("no such curve", {"--y", "speed"}, {"--y", "speed", "test-accuracy"});
  row("target above one", {"--target", "98"}, {"--target", "98"});
  row("smoothing of one", {"--smoothing", "1"}, {"--smoothing"});
}

void PlotTest::badArgumentsExitWithTwo() {
  QFETCH(QStringList, arguments);
  QFETCH(QStringList, words);
  verifyWords(plot(QStringList{path("run"), "-o", path("no.svg")} + arguments), 2, words);
  QVERIFY(!QFile::exists(path("no.svg")));
}

void PlotTest::whatCannotBeReadOrWrittenExitsWithTwo() {
  verifyWords(plot({path("run")}), 2, {"--out"});
  verifyWords(plot({path("nothing"), "-o", path("c.svg")}), 2, {path("nothing")});
  verifyWords(plot({path("run"), "-o", path("c.gif")}), 2, {path("c.gif"), "gif", ".svg"});
  verifyWords(plot({path("run"), "-o", path("none/c.svg")}), 2, {path("none/c.svg")});
}

QTEST_GUILESS_MAIN(PlotTest)
#include "plot_test.moc"
