// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/lab_chart_drawing.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <qcustomplot.h>

#include "core/base/said.h"
#include "ui/plots/figure_legend.h"
#include "ui/plots/figure_style.h"
#include "ui/plots/plot_file.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

constexpr int kColours = 10;
constexpr double kPointSize = 6.0;
constexpr double kMarkSize = 10.0;
constexpr double kMargin = 0.04;  // of the axis, beyond the outermost points
constexpr int kMostTicks = 6;

/// Ends of an axis, from the points that it is to hold.
class DataExtent {
 public:
  void add(double value) {
    low_ = empty_ ? value : std::min(low_, value);
    high_ = empty_ ? value : std::max(high_, value);
    empty_ = false;
  }
  QCPRange range(bool logarithmic) const {
    if (empty_) return logarithmic ? QCPRange(0.1, 10.0) : QCPRange(0.0, 1.0);
    if (logarithmic) {
      const double pad = std::max(0.1, std::log10(high_ / low_) * kMargin);
      return {low_ * std::pow(10.0, -pad), high_ * std::pow(10.0, pad)};
    }
    const double pad = high_ > low_ ? (high_ - low_) * kMargin : std::max(0.5, std::abs(low_) / 2);
    return {low_ - pad, high_ + pad};
  }

 private:
  double low_ = 0.0;
  double high_ = 0.0;
  bool empty_ = true;
};

void dropLegend(QCustomPlot& plot) {
  auto* layout = plot.plotLayout();
  while (layout->elementCount() > 1 &&
         dynamic_cast<QCPAxisRect*>(layout->elementAt(0)) == nullptr) {
    layout->removeAt(0);
    layout->simplify();
  }
}

QPen penOf(const LabChart::Curve& curve, const Theme& theme, int focus) {
  if (!curve.isReference)
    return labPen(theme, curve.colour, curve.item != 0 && curve.item == focus);
  QPen pen(theme.run(curve.colour), 1.2, Qt::DashLine);
  auto colour = pen.color();
  colour.setAlphaF(0.65F);
  pen.setColor(colour);
  return pen;
}

/// The ten colours begin again; the next ten points are diamonds, then squares.
LegendSample::Shape shapeOf(int colour) {
  return static_cast<LegendSample::Shape>(colour / kColours % 3);
}

QCPScatterStyle::ScatterShape scatterOf(int colour) {
  switch (shapeOf(colour)) {
    case LegendSample::Shape::Disc:
      break;
    case LegendSample::Shape::Diamond:
      return QCPScatterStyle::ssDiamond;
    case LegendSample::Shape::Square:
      return QCPScatterStyle::ssSquare;
  }
  return QCPScatterStyle::ssCircle;
}

void addPoints(QCustomPlot& plot, const LabChart::Curve& curve, const QPen& pen,
               const Theme& theme) {
  auto* line = new QCPCurve(plot.xAxis, plot.yAxis);
  line->setName(curve.name);
  QVector<double> x;
  QVector<double> y;
  for (const auto& point : curve.points) {
    x << point.x;
    y << point.y;
  }
  line->setData(x, y);
  line->setPen(pen);
  const QColor colour = theme.run(curve.colour);
  if (curve.points.size() == 1)
    line->setScatterStyle(QCPScatterStyle(scatterOf(curve.colour), colour, colour, kPointSize + 2));
  if (!curve.mark) return;
  auto* mark = new QCPCurve(plot.xAxis, plot.yAxis);
  mark->setData(QVector<double>{curve.mark->x}, QVector<double>{curve.mark->y});
  mark->setLineStyle(QCPCurve::lsNone);
  mark->setScatterStyle(
      QCPScatterStyle(scatterOf(curve.colour), QPen(theme.panel, 1.5), colour, kMarkSize));
}

void styleAxes(QCustomPlot& plot, const LabChart& chart, const Theme& theme) {
  auto* rect = plot.axisRect();
  rect->setupFullAxesBox();
  rect->setMinimumMargins(QMargins(46, 8, 14, 4));
  plot.setBackground(QBrush(theme.panel));
  styleRect(*rect, theme);
  setScale(*plot.xAxis, chart.logX, false, kMostTicks);
  setScale(*plot.yAxis, chart.logY, false, kMostTicks);
  titleAxis(*plot.xAxis, chart.xTitle, theme);
  titleAxis(*plot.yAxis, chart.yTitle, theme);
  plot.yAxis->setLabelPadding(4);
}

}  // namespace

QPen labPen(const Theme& theme, int colour, bool focus) {
  QPen pen(theme.run(colour), focus ? 2.6 : 1.4);
  pen.setJoinStyle(Qt::RoundJoin);
  const auto dash = Theme::dash(colour + colour / kColours * 3);
  if (!focus && !dash.isEmpty()) {
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern(dash);
  }
  return pen;
}

int drawChart(QCustomPlot& plot, const LabChart& chart, const Theme& theme, int focus, int width) {
  plot.clearPlottables();
  dropLegend(plot);
  styleAxes(plot, chart, theme);
  DataExtent across;
  DataExtent up;
  std::vector<LegendSample> samples;
  for (const auto& curve : chart.curves) {
    if (curve.points.empty() && !curve.mark) continue;
    const auto pen = penOf(curve, theme, focus);
    addPoints(plot, curve, pen, theme);
    const bool point = curve.points.size() < 2;
    samples.push_back({curve.name, point ? QPen(Qt::NoPen) : pen,
                       point || curve.mark ? theme.run(curve.colour) : QColor(),
                       shapeOf(curve.colour)});
    for (const auto& at : curve.points) {
      across.add(at.x);
      up.add(at.y);
    }
    if (curve.mark) {
      across.add(curve.mark->x);
      up.add(curve.mark->y);
    }
  }
  plot.xAxis->setRange(across.range(chart.logX));
  plot.yAxis->setRange(up.range(chart.logY));
  return samples.empty() ? 0 : addLegendRow(&plot, std::move(samples), theme, width);
}

Result<void> exportChart(const LabChart& chart, const ChartPaper& paper,
                         const std::filesystem::path& path) {
  const bool isTable = path.extension() == ".csv";
  if (!isTable) {
    if (auto allowed = checkEnding(path); !allowed)
      return Error{said("%1, or .csv for the points", allowed.error())};
  }
  if (chart.isEmpty())
    return Error{said("%1 is not written: there is nothing measured to show yet", path)};
  if (isTable) return writeText(csvOf(chart), path);
  const Theme& theme = paper.dark ? Theme::dark() : Theme::light();
  PlotPaper sheet;
  sheet.size = paperSize(paper.millimetres);
  sheet.pixels = pixelSize(paper.millimetres, paper.dotsPerInch);
  sheet.dotsPerInch = paper.dotsPerInch;
  sheet.ground = theme.panel;
  sheet.title = paper.title.isEmpty() ? chart.title : paper.title;
  sheet.description = tr("%1, against %2. Made by Telegrad.").arg(chart.yTitle, chart.xTitle);
  QCustomPlot plot;
  static_cast<void>(drawChart(plot, chart, theme, 0, sheet.size.width()));
  addTitleRow(&plot, theme, paper.title);
  return writePlot(plot, sheet, path);
}

}  // namespace telegrad::ui
