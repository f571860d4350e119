// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/lab_effect_plot.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include "ui/plots/figure_style.h"
#include "ui/plots/lazy_plot.h"
#include "ui/plots/painted.h"
#include "ui/plots/plot_reach.h"

namespace telegrad::ui {
namespace {

constexpr int kMostEffectTicks = 4;
constexpr double kDot = 3.0;
constexpr double kEffectMargin = 0.05;

QCPRange padded(double low, double high) {
  if (!(high > low)) return {low - 1.0, high + 1.0};
  const double pad = kEffectMargin * (high - low);
  return {low - pad, high + pad};
}

}  // namespace

LabEffectPlot::LabEffectPlot(QWidget* parent) : QWidget(parent), plot_(new LazyPlot(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(plot_);
  plot_->setAccessibleName(tr("What the operator did to the vector"));
  plot_->installEventFilter(this);
  new PlotReach(plot_, [this] { return table(); });
  plot_->setAttribute(Qt::WA_NoMousePropagation, false);  // the wheel scrolls the page
  plot_->plotLayout()->clear();
  for (int i = 0; i < PictureCount; ++i) {
    auto* rect = new QCPAxisRect(plot_);
    rect->setupFullAxesBox();
    rect->setMinimumMargins(QMargins(44, 6, 10, 4));
    rect->setRangeDrag(Qt::Orientations());
    plot_->plotLayout()->addElement(0, i, rect);
    rects_.at(static_cast<std::size_t>(i)) = rect;
    for (auto* axis : rect->axes()) {
      axis->setLayer(QStringLiteral("axes"));
      axis->grid()->setLayer(QStringLiteral("grid"));
    }
  }
  original_ = scatter(Ranks, tr("original"));
  original_->setLineStyle(QCPCurve::lsLine);
  lost_ = scatter(Ranks, tr("lost"));
  kept_ = scatter(Ranks, tr("received"));
  identity_ = scatter(Pairs, tr("unchanged"));
  identity_->setLineStyle(QCPCurve::lsLine);
  pairs_ = scatter(Pairs, tr("entries"));
  errors_ =
      new QCPBars(rects_[Errors]->axis(QCPAxis::atBottom), rects_[Errors]->axis(QCPAxis::atLeft));
  new Painted(plot_, QStringLiteral("overlay"),
              [this](QCPPainter& painter) { paintCursor(painter); });
  takeTheme();
}

LabEffectPlot::~LabEffectPlot() {
  plot_->removeEventFilter(this);
  delete plot_;  // before what it draws with
}

QCPCurve* LabEffectPlot::scatter(Picture picture, const QString& name) {
  auto* rect = rects_.at(static_cast<std::size_t>(picture));
  auto* made = new QCPCurve(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
  made->setLineStyle(QCPCurve::lsNone);
  made->setName(name);
  return made;
}

void LabEffectPlot::setEffect(const std::shared_ptr<const LabEffect>& effect) {
  effect_ = effect;
  if (cursor_ && !hasPoint(*cursor_)) cursor_.reset();
  showRanks();
  showPairs();
  showErrors();
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LabEffectPlot::showRanks() {
  QVector<double> rank;
  QVector<double> original;
  QVector<double> keptRank;
  QVector<double> kept;
  QVector<double> lostRank;
  QVector<double> lost;
  double low = HUGE_VAL;
  double high = 0.0;
  const auto note = [&](double magnitude) {
    low = std::min(low, magnitude);
    high = std::max(high, magnitude);
  };
  if (effect_) {
    for (const auto& entry : effect_->ranks) {
      if (!(entry.original > 0.0)) continue;  // has no place on a logarithmic axis
      note(entry.original);
      rank << entry.rank;
      original << entry.original;
      const bool isKept = entry.sent > 0.0;
      (isKept ? keptRank : lostRank) << entry.rank;
      (isKept ? kept : lost) << (isKept ? entry.sent : entry.original);
      if (isKept) note(entry.sent);
    }
  }
  original_->setData(rank, original);
  kept_->setData(keptRank, kept);
  lost_->setData(lostRank, lost);
  auto* x = rects_[Ranks]->axis(QCPAxis::atBottom);
  auto* y = rects_[Ranks]->axis(QCPAxis::atLeft);
  x->setRange(0.9, effect_ ? std::max(2.0, 1.2 * static_cast<double>(effect_->size)) : 10.0);
  if (high > 0.0) y->setRange(std::max(low / 1.6, high * 1e-7), high * 1.6);
}

void LabEffectPlot::showPairs() {
  QVector<double> original;
  QVector<double> sent;
  double lowX = HUGE_VAL;
  double highX = -HUGE_VAL;
  double lowY = HUGE_VAL;
  double highY = -HUGE_VAL;
  if (effect_) {
    for (const auto& pair : effect_->pairs) {
      original << pair.original;
      sent << pair.sent;
      lowX = std::min(lowX, pair.original);
      highX = std::max(highX, pair.original);
      lowY = std::min(lowY, pair.sent);
      highY = std::max(highY, pair.sent);
    }
  }
  pairs_->setData(original, sent);
  if (original.empty()) {
    identity_->setData({}, {});
    return;
  }
  identity_->setData(QVector<double>{lowX, highX}, QVector<double>{lowX, highX});
  rects_[Pairs]->axis(QCPAxis::atBottom)->setRange(padded(lowX, highX));
  rects_[Pairs]
      ->axis(QCPAxis::atLeft)
      ->setRange(padded(std::min(lowX, lowY), std::max(highX, highY)));
}

void LabEffectPlot::showErrors() {
  QVector<double> error;
  QVector<double> count;
  double most = 1.0;
  if (effect_) {
    const bool single = !(effect_->binWidth > 0.0);
    for (std::size_t i = 0; i < effect_->histogram.size(); ++i) {
      error << effect_->lowestError + (static_cast<double>(i) + 0.5) * effect_->binWidth;
      // Half a count for none, so that it lies below the axis.
      count << std::max(effect_->histogram[i], 0.5);
      most = std::max(most, effect_->histogram[i]);
    }
    const double width = single ? 0.1 : effect_->binWidth;
    errors_->setWidth(width);
    const double high = effect_->lowestError + width * static_cast<double>(std::max<std::size_t>(
                                                           1, effect_->histogram.size()));
    rects_[Errors]
        ->axis(QCPAxis::atBottom)
        ->setRange(single ? QCPRange(effect_->lowestError - 1.0, effect_->lowestError + 1.0)
                          : padded(effect_->lowestError, high));
  }
  errors_->setData(error, count);
  rects_[Errors]->axis(QCPAxis::atLeft)->setRange(0.5, std::max(10.0, most * 2.0));
}

void LabEffectPlot::takeTheme() {
  const Theme& theme = Theme::current();
  plot_->setBackground(QBrush(theme.panel));
  const std::array<std::pair<QString, QString>, PictureCount> titles{
      {{tr("Rank of |x|"), tr("Magnitude")},
       {tr("Entry x"), tr("Received C(x)")},
       {tr("Error C(x) − x"), tr("Entries")}}};
  for (std::size_t i = 0; i < rects_.size(); ++i) {
    auto* x = rects_.at(i)->axis(QCPAxis::atBottom);
    auto* y = rects_.at(i)->axis(QCPAxis::atLeft);
    styleRect(*rects_.at(i), theme);
    setScale(*x, i == Ranks, false, kMostEffectTicks);
    setScale(*y, i != Pairs, false, kMostEffectTicks);
    titleAxis(*x, titles.at(i).first, theme);
    titleAxis(*y, titles.at(i).second, theme);
    x->setLabelPadding(4);
    y->setLabelPadding(2);
  }
  const auto dots = [&](QCPCurve* curve, const QColor& colour, double size) {
    curve->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, size));
  };
  original_->setPen(QPen(theme.mutedText, 1.2));
  dots(kept_, theme.accent, kDot);
  lost_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCross, theme.warning, kDot + 1.0));
  identity_->setPen(QPen(theme.mutedText, 1.0, Qt::DashLine));
  dots(pairs_, theme.accent, kDot);
  errors_->setPen(Qt::NoPen);
  errors_->setBrush(theme.accent);
  errors_->setBaseValue(0.5);
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

bool LabEffectPlot::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress && key(dynamic_cast<QKeyEvent&>(*event))) return true;
  if (event->type() != QEvent::Wheel) return QWidget::eventFilter(watched, event);
  event->ignore();
  return true;
}

void LabEffectPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) takeTheme();
  QWidget::changeEvent(event);
}

}  // namespace telegrad::ui
