// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/lab_chart_plot.h"

#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <qcustomplot.h>

#include "ui/plots/lab_chart_drawing.h"
#include "ui/plots/lab_effect_plot.h"

using namespace telegrad;
using namespace telegrad::ui;

namespace {

LabChart chart() {
  LabChart made;
  made.title = "Gaussian, d = 10,000";
  made.xTitle = "Bits per coordinate";
  made.yTitle = "log₁₀ δ";
  made.logX = true;
  LabChart::Curve curve;
  curve.name = "Top-k & co";
  curve.item = 3;
  curve.parameter = "Kept fraction k";
  curve.points = {{0.1, 2.0, "1 %"}, {1.0, 1.0, "10 %"}, {10.0, 0.0, "100 %"}};
  curve.mark = LabChart::Point{0.5, 1.5, "now"};
  LabChart::Curve line;
  line.name = "0.86^(b/d)";
  line.isReference = true;
  line.points = {{0.1, 2.5, {}}, {10.0, 0.5, {}}};
  made.curves = {curve, line};
  return made;
}

}  // namespace

class LabChartPlotTest : public QObject {
  Q_OBJECT
 private slots:
  void thePointUnderTheMouse();
  void theKeyboardWalksAlong();
  void anEmptyChartAndAgain();
  void writesWhatItShows();
  void refusesOtherEndingsAndNothing();
  void twentyCurvesAreTold();
  void effectsOfAllKinds();
};

void LabChartPlotTest::thePointUnderTheMouse() {
  LabChartPlot plot;
  plot.resize(600, 400);
  plot.setChart(chart(), 3);
  plot.show();
  QVERIFY(QTest::qWaitForWindowExposed(&plot));
  plot.plot()->replot();
  const QPointF at(plot.plot()->xAxis->coordToPixel(1.0), plot.plot()->yAxis->coordToPixel(1.0));
  QVERIFY(plot.nearest(at + QPointF(3, -4)) == (LabChartPlot::Place{0, 1}));
  QVERIFY(!plot.nearest(at + QPointF(0, 60)));  // references are no operators
  QSignalSpy chosen(&plot, &LabChartPlot::itemChosen);
  QTest::mouseClick(plot.plot(), Qt::LeftButton, {}, at.toPoint());
  QCOMPARE(chosen.size(), 1);
  QCOMPARE(chosen[0][0].toInt(), 3);
  plot.hover(LabChartPlot::Place{0, 1});
  QVERIFY(plot.plot()->accessibleDescription().contains("10 %"));
}

void LabChartPlotTest::theKeyboardWalksAlong() {
  LabChartPlot plot;
  plot.resize(600, 400);
  plot.setChart(chart(), 3);
  for (int i = 0; i < 6; ++i) QTest::keyClick(plot.plot(), Qt::Key_Right);
  QVERIFY(plot.hovered() == (LabChartPlot::Place{0, 3}));  // the mark, the last
  QTest::keyClick(plot.plot(), Qt::Key_Left);
  QVERIFY(plot.hovered() == (LabChartPlot::Place{0, 2}));
  QTest::keyClick(plot.plot(), Qt::Key_Escape);
  QVERIFY(!plot.hovered());
}

void LabChartPlotTest::anEmptyChartAndAgain() {
  LabChartPlot plot;
  plot.resize(500, 300);
  plot.setEmptyWords("Nothing yet");
  QVERIFY(!plot.grab().isNull());
  plot.setChart(chart(), 0);
  const auto rows = plot.plot()->plotLayout()->rowCount();
  plot.hover(LabChartPlot::Place{0, 3});
  plot.setChart(chart(), 0);
  QCOMPARE(plot.plot()->plotLayout()->rowCount(), rows);  // one legend, not two
  plot.setChart({}, 0);
  QVERIFY(!plot.hovered());
  QVERIFY(!plot.grab().isNull());
}

void LabChartPlotTest::writesWhatItShows() {
  const QTemporaryDir folder;
  const auto written = [&](const char* name) {
    ChartPaper paper;
    paper.title = "A figure";
    paper.dotsPerInch = 100.0;
    paper.millimetres = {127.0, 76.2};
    const auto path = folder.filePath(name);
    const auto done = exportChart(chart(), paper, path.toStdString());
    if (!done) qWarning("%s", done.error().message.c_str());
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  };
  const auto svg = written("a.svg");
  for (const char* text : {"A figure", "Top-k &amp; co", "0.86^(b/d)", "Bits per coordinate"})
    QVERIFY2(svg.contains(text), text);
  const auto pdf = written("a.pdf");
  QVERIFY(pdf.startsWith("%PDF") && pdf.contains("/FontFile"));
  written("a.png");
  QCOMPARE(QImage(folder.filePath("a.png")).size(), QSize(500, 300));
  QCOMPARE(written("a.csv").count('\n'), 6);
}

void LabChartPlotTest::refusesOtherEndingsAndNothing() {
  const QTemporaryDir folder;
  const auto ending = exportChart(chart(), {}, folder.filePath("a.bmp").toStdString());
  QVERIFY(!ending && ending.error().message.find(".pdf or .png, or .csv") != std::string::npos);
  const auto nothing = exportChart({}, {}, folder.filePath("b.svg").toStdString());
  QVERIFY(!nothing && nothing.error().message.find("b.svg") != std::string::npos);
  QVERIFY(!QFile::exists(folder.filePath("b.svg")));
}

void LabChartPlotTest::twentyCurvesAreTold() {
  const Theme& theme = Theme::light();
  for (int i = 0; i < 30; ++i) {
    for (int j = 0; j < i; ++j) {
      const auto one = labPen(theme, i, false);
      const auto other = labPen(theme, j, false);
      QVERIFY(one.color() != other.color() || one.dashPattern() != other.dashPattern());
    }
  }
}

void LabChartPlotTest::effectsOfAllKinds() {
  LabEffectPlot plot;
  plot.resize(700, 220);
  QVERIFY(!plot.grab().isNull());
  const std::vector<float> x{3.0F, -1.0F, 0.5F, 0.0F};
  for (const auto& sent : {x, std::vector<float>{0, 0, 0, 0}, std::vector<float>{3, 0, 1, 2}}) {
    plot.setEffect(std::make_shared<const LabEffect>(effectOf(x, sent)));
    QVERIFY(!plot.grab().isNull());
  }
  plot.setEffect(nullptr);
  QVERIFY(!plot.grab().isNull());
}

QTEST_MAIN(LabChartPlotTest)
#include "lab_chart_plot_test.moc"
