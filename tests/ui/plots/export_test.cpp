// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/export.h"

#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/ui/plots/synthetic_run.h"

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
  void refusesOtherEndingsAndNothing();

 private:
  QByteArray written(const FigureOptions& options, const char* name);

  QTemporaryDir folder_;
  RunsModel runs_;
};

void ExportTest::initTestCase() {
  addSynthetic(runs_, "SGD baseline", 400);
  addSynthetic(runs_, "SASG & friends", 500);
}

QByteArray ExportTest::written(const FigureOptions& options, const char* name) {
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
