// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure_legend.h"

#include <vector>

#include <QFontMetricsF>
#include <qcustomplot.h>

#include "ui/plots/figure_style.h"

namespace telegrad::ui {
namespace {

constexpr double kSampleLine = 24.0;
constexpr double kAfterSample = 7.0;
constexpr double kBetweenEntries = 18.0;
constexpr int kLegendRow = 17;
constexpr double kLegendLeft = 10.0;
constexpr double kLegendDisc = 3.5;
constexpr double kLegendDiamond = 5.0;  // to its corners

void drawShape(QPainter* painter, LegendSample::Shape shape, const QPointF& at) {
  if (shape == LegendSample::Shape::Disc) {
    painter->drawEllipse(at, kLegendDisc, kLegendDisc);
    return;
  }
  QPolygonF square(
      QRectF(at - QPointF(kLegendDisc, kLegendDisc), at + QPointF(kLegendDisc, kLegendDisc)));
  if (shape == LegendSample::Shape::Diamond)
    square = QPolygonF({at - QPointF(0, kLegendDiamond), at + QPointF(kLegendDiamond, 0),
                        at + QPointF(0, kLegendDiamond), at - QPointF(kLegendDiamond, 0)});
  painter->drawPolygon(square);
}

/// Names beside samples of their lines.
class FigureLegend : public QCPLayoutElement {
 public:
  FigureLegend(QCustomPlot* plot, std::vector<LegendSample> entries, const Theme& theme, int width)
      : QCPLayoutElement(plot),
        entries_(std::move(entries)),
        text_(theme.text) {
    const QFontMetricsF metrics(plotFont());
    double x = kLegendLeft;
    int row = 0;
    for (const auto& entry : entries_) {
      const double wide = kSampleLine + kAfterSample + metrics.horizontalAdvance(entry.name);
      if (x > kLegendLeft && x + wide > width - kLegendLeft) {
        x = kLegendLeft;
        ++row;
      }
      places_.emplace_back(x, row * kLegendRow);
      x += wide + kBetweenEntries;
    }
    const int height = (row + 1) * kLegendRow + 6;
    setMinimumSize(10, height);
    setMaximumSize(QWIDGETSIZE_MAX, height);
    setSizeConstraintRect(scrOuterRect);
  }

 protected:
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
    painter->setAntialiasing(true);
  }
  void draw(QCPPainter* painter) override {
    painter->setFont(plotFont());
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const QPointF at = QPointF(rect().topLeft()) + places_[i];
      painter->setPen(entries_[i].pen);
      if (entries_[i].pen.style() != Qt::NoPen)
        painter->drawLine(at + QPointF(0, kLegendRow / 2.0),
                          at + QPointF(kSampleLine, kLegendRow / 2.0));
      if (entries_[i].disc.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(entries_[i].disc);
        drawShape(painter, entries_[i].shape, at + QPointF(kSampleLine / 2.0, kLegendRow / 2.0));
      }
      painter->setPen(QPen(text_));
      painter->drawText(QRectF(at.x() + kSampleLine + kAfterSample, at.y(), 1000, kLegendRow),
                        int{Qt::AlignVCenter | Qt::AlignLeft}, entries_[i].name);
    }
  }

 private:
  std::vector<LegendSample> entries_;
  std::vector<QPointF> places_;
  QColor text_;
};

}  // namespace

void addFigureLegend(QCustomPlot* plot, const RunsModel& runs, const Theme& theme,
                     const QString& title, int width) {
  // As the figure draws them: with several runs none is in focus.
  int visible = 0;
  for (int row = 0; row < runs.count(); ++row) visible += runs.at(row).visible ? 1 : 0;
  std::vector<LegendSample> entries;
  for (int row = 0; row < runs.count(); ++row) {
    const Run& run = runs.at(row);
    if (run.visible)
      entries.push_back(
          {run.name,
           runPen(theme, run.colour, visible == 1 && &run == runs.current(), Ground::Paper),
           {},
           {}});
  }
  addLegendRow(plot, std::move(entries), theme, width);
  addTitleRow(plot, theme, title);
}

int addLegendRow(QCustomPlot* plot, std::vector<LegendSample> samples, const Theme& theme,
                 int width) {
  auto* layout = plot->plotLayout();
  layout->insertRow(0);
  auto* legend = new FigureLegend(plot, std::move(samples), theme, width);
  layout->addElement(0, 0, legend);
  return legend->minimumSize().height();
}

void addTitleRow(QCustomPlot* plot, const Theme& theme, const QString& title) {
  if (title.isEmpty()) return;
  auto* layout = plot->plotLayout();
  layout->insertRow(0);
  auto* text = new QCPTextElement(plot, title, titleFont());
  text->setTextColor(theme.text);
  text->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
  text->setMargins(QMargins(static_cast<int>(kLegendLeft), 4, 0, 2));
  layout->addElement(0, 0, text);
}

}  // namespace telegrad::ui
