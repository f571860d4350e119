// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/export.h"

#include <QImage>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QtTest>

#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "core/sharing/carried_runs.h"
#include "tests/ui/plots/synthetic_run.h"
#include "ui/plots/figure_style.h"

using namespace telegrad;
using namespace telegrad::ui;

class ExportTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void svgSaysWhatItShows();
  void pdfEmbedsItsFonts();
  void pngHasTheSizeAskedFor();
  void csvHoldsTheVisibleRange();
  void everyFormatCarriesItsRuns_data();
  void everyFormatCarriesItsRuns();
  void aRunsOwnFilesComeBackByteForByte();
  void linesOnPaperAreThickerThanOnTheScreen();
  void refusesOtherEndingsAndNothing();

 private:
  QByteArray written(const FigureOptions& options, const QString& name);

  QTemporaryDir folder_;
  RunsModel runs_;
};

void ExportTest::initTestCase() {
  addSynthetic(runs_, "SGD baseline", 400);
  addSynthetic(runs_, "SASG & friends", 500);
}

QByteArray ExportTest::written(const FigureOptions& options, const QString& name) {
  const QString path = folder_.filePath(name);
  const auto done = exportFigure(runs_, options, path.toStdString());
  if (!done) qWarning("%s", done.error().message.c_str());
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ExportTest::svgSaysWhatItShows() {
  FigureOptions options;
  options.title = "A comparison";
  options.curves.x = XQuantity::PayloadBits;
  const QByteArray svg = written(options, "a.svg");
  for (const char* text : {"SGD baseline", "SASG &amp; friends", "A comparison", "Training loss",
                           "Test accuracy, %", "Payload sent by the workers, bit"})
    QVERIFY2(svg.contains(text), text);
  QVERIFY(svg.contains("<title>A comparison</title>"));
}

void ExportTest::pdfEmbedsItsFonts() {
  const QByteArray pdf = written({}, "a.pdf");
  QVERIFY(pdf.startsWith("%PDF"));
  QVERIFY(pdf.contains("/FontFile"));
  QVERIFY(!pdf.contains("/Subtype /Image"));  // vector throughout
}

void ExportTest::pngHasTheSizeAskedFor() {
  FigureOptions options;
  options.millimetres = {127.0, 63.5};
  options.dotsPerInch = 200.0;
  written(options, "a.png");
  const QImage image(folder_.filePath("a.png"));
  QCOMPARE(image.size(), QSize(1000, 500));
  QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 200);
  options.pixels = QSize(801, 603);
  written(options, "b.png");
  QCOMPARE(QImage(folder_.filePath("b.png")).size(), QSize(801, 603));
  QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));  // paper, whatever the window shows
}

void ExportTest::csvHoldsTheVisibleRange() {
  const QString path = folder_.filePath("a.csv");
  const auto lines = [&](std::optional<AxisRange> range) {
    const auto done = exportCsv(runs_, XQuantity::SimulatedTime, range, path.toStdString());
    QFile file(path);
    if (!done || !file.open(QIODevice::ReadOnly)) return QStringList();
    return QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts);
  };
  const auto all = lines(std::nullopt);
  QCOMPARE(all.size(), 1 + 400 + 500);
  QVERIFY(all[0].startsWith("run,iteration,epoch,rounds,payload_bits,"));
  QVERIFY(all[1].startsWith("\"SGD baseline\",1,"));
  QCOMPARE(lines(AxisRange{1.05, 2.05}).size(), 1 + 2 * 10);  // iterations 11 to 20, of both
}

void ExportTest::everyFormatCarriesItsRuns_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"c.png", "c.svg", "c.pdf"}) QTest::newRow(name) << name;
}

void ExportTest::everyFormatCarriesItsRuns() {
  QFETCH(QString, name);
  QVERIFY(!written({}, name).isEmpty());
  const auto runs = readFigure(folder_.filePath(name).toStdString());
  QVERIFY2(runs, runs ? "" : runs.error().message.c_str());
  QCOMPARE(runs->size(), std::size_t{2});
  for (int i = 0; i < 2; ++i) {
    const auto& carried = (*runs)[static_cast<std::size_t>(i)];
    QCOMPARE(QString::fromStdString(carried.files.name), runs_.at(i).name);
    QVERIFY(carried.experiment == runs_.at(i).experiment);
    QCOMPARE(carried.files.experiment, formatExperiment(runs_.at(i).experiment));
  }
  // Not where it is not wanted.
  FigureOptions bare;
  bare.carry = false;
  QVERIFY(!written(bare, "bare." + name.right(3)).contains("telegrad_figure"));
  QVERIFY(!readFigure(folder_.filePath("bare." + name.right(3)).toStdString()));
  // The picture is there as before.
  if (name.endsWith("png")) QVERIFY(!QImage(folder_.filePath(name)).isNull());
  if (name.endsWith("svg")) QVERIFY(QSvgRenderer(folder_.filePath(name)).isValid());
}

/// experiment.toml and journal.jsonl of a run folder, through each format.
void ExportTest::aRunsOwnFilesComeBackByteForByte() {
  const std::filesystem::path folder = folder_.filePath("run").toStdString();
  auto writer = RunFolderWriter::create(folder, Experiment().withName("Ä <run> & \"more\""), false);
  QVERIFY(writer);
  Record record;
  for (record.iteration = 1; record.iteration < 4; ++record.iteration) {
    record.payloadBits += 100;
    QVERIFY((*writer)->append(record));
  }
  QVERIFY((*writer)->append(AppliedChange{2, {"algorithm", "learning_rate"}, 0.005, 0.1}));
  QVERIFY((*writer)->append(JournalEvent{3, "note", "</telegrad:runs> ]]> %%EOF endstream"}));
  writer->reset();
  RunsModel runs;
  runs.add(*readRunFolder(folder));
  for (const char* name : {"d.png", "d.svg", "d.pdf"}) {
    const auto file = folder_.filePath(name).toStdString();
    QVERIFY(exportFigure(runs, {}, file));
    const auto read = readFigure(file);
    QVERIFY2(read, read ? "" : read.error().message.c_str());
    QCOMPARE(read->front().files.experiment, *readFile(folder / kExperimentFile));
    QCOMPARE(read->front().files.journal, *readFile(folder / kJournalFile));
    QCOMPARE(read->front().changes.size(), std::size_t{1});
  }
}

void ExportTest::linesOnPaperAreThickerThanOnTheScreen() {
  const auto& theme = Theme::light();
  QCOMPARE(runPen(theme, 1, false, Ground::Paper).widthF(), 1.4);
  QCOMPARE(runPen(theme, 1, false, Ground::Screen).widthF(), 1.0);
  QCOMPARE(runPen(theme, 1, true, Ground::Paper).widthF(), 2.2);
  // Of two runs none is in focus: both are drawn so, and the legend's samples.
  const QByteArray svg = written({}, "e.svg");
  QVERIFY(svg.count("stroke-width=\"1.4\"") >= 4);
}

void ExportTest::refusesOtherEndingsAndNothing() {
  const auto refused = exportFigure(runs_, {}, folder_.filePath("a.bmp").toStdString());
  QVERIFY(!refused);
  QVERIFY(refused.error().message.find(".svg, .pdf or .png") != std::string::npos);
  const RunsModel none;
  QVERIFY(!exportFigure(none, {}, folder_.filePath("b.svg").toStdString()));
  QVERIFY(!QFile::exists(folder_.filePath("b.svg")));
}

QTEST_MAIN(ExportTest)
#include "export_test.moc"
