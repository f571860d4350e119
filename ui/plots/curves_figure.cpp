// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves_figure.h"

#include <algorithm>
#include <cmath>

#include "ui/plots/figure_style.h"
#include "ui/plots/target_line.h"
#include "ui/plots/tickers.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

constexpr double kRoomAhead = 1.12;

AxisRange toCore(const QCPRange& range) {
  return {range.lower, range.upper};
}

/// A little room around what is to be seen.
QCPRange padded(double low, double high, bool log) {
  if (log) {
    const double factor = std::max(1.02, std::pow(high / low, 0.04));
    return {low / factor, high * factor};
  }
  const double room = std::max(0.04 * (high - low), 1e-9 * std::max(1.0, std::abs(high)));
  return {low - room, high + room};
}

/// The value that nine tenths of the accuracies reach.
double lowestTenth(std::vector<double> values) {
  const auto tenth = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 10);
  std::ranges::nth_element(values, tenth);
  return *tenth;
}

int visibleRuns(const RunsModel& runs) {
  int visible = 0;
  for (int row = 0; row < runs.count(); ++row) visible += runs.at(row).visible ? 1 : 0;
  return visible;
}

bool holds(const QCPRange& outer, const QCPRange& inner) {
  return outer.lower <= inner.lower && outer.upper >= inner.upper;
}

}  // namespace

CurvesFigure::CurvesFigure(QCustomPlot* plot, const RunsModel& runs, const Theme& theme)
    : plot_(plot),
      runs_(runs),
      theme_(&theme) {
  makeLayout();
  useTickers();
  styleAxes();
  takeIn();
  fit();
  connect(plot_, &QCustomPlot::afterLayout, this, [this] {
    thinOut();
    layMarkers();
  });
}

void CurvesFigure::makeLayout() {
  plot_->plotLayout()->clear();
  const auto linked = makeLinkedRects(plot_);
  upper_ = linked.upper;
  lower_ = linked.lower;
  connect(lower_->axis(QCPAxis::atBottom), qOverload<const QCPRange&>(&QCPAxis::rangeChanged),
          upper_->axis(QCPAxis::atBottom), qOverload<const QCPRange&>(&QCPAxis::setRange));
  connect(upper_->axis(QCPAxis::atBottom), qOverload<const QCPRange&>(&QCPAxis::rangeChanged),
          lower_->axis(QCPAxis::atBottom), qOverload<const QCPRange&>(&QCPAxis::setRange));
  othersLayer_ = addBufferedLayer(plot_, QStringLiteral("others"));
  focusLayer_ = addBufferedLayer(plot_, QStringLiteral("focus"));
  marksLayer_ = addBufferedLayer(plot_, QStringLiteral("marks"));
  readOutLayer_ = addBufferedLayer(plot_, QStringLiteral("read-out"));
  raw_ = makeGraph(upper_);
  raw_->setLayer(focusLayer_);
  // The plot owns what is on its layers.
  new Painted(plot_, QStringLiteral("axes"), [this](QCPPainter& painter) {
    paintLeftTitle(painter, *upper_, lossTitle(options_.loss), *theme_);
    paintLeftTitle(painter, *lower_, accuracyTitle(runs_.targetMetric()) + QStringLiteral(", %"),
                   *theme_);
  });
  new Painted(plot_, marksLayer_->name(), [this](QCPPainter& painter) {
    if (withTarget_) paintTarget(painter, *theme_, *lower_, runs_.target(), targetDraggable_);
    markers_.paint(painter, *theme_, {QRectF(upper_->rect()), QRectF(lower_->rect())});
    paintProvenRate(painter);
    if (!forPaper_) paintEndPoints(painter);
    if (isEmpty()) paintEmpty(painter);
  });
}

void CurvesFigure::setReadOutPainter(Painted::Paint paint) {
  new Painted(plot_, readOutLayer_->name(), std::move(paint));
}

QCPGraph* CurvesFigure::makeGraph(QCPAxisRect* rect) {
  auto* graph = plot_->addGraph(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
  graph->setAdaptiveSampling(false);  // it gets no more points than there are pixels
  graph->setSelectable(QCP::stNone);
  return graph;
}

void CurvesFigure::setTheme(const Theme& theme) {
  theme_ = &theme;
  styleAxes();
  styleGraphs();
}

void CurvesFigure::styleAxes() {
  plot_->setBackground(QBrush(theme_->panel));
  for (auto* rect : {upper_, lower_}) styleRect(*rect, *theme_);
  titleAxis(*x(), telegrad::ui::tr(describe(options_.x).axisTitle), *theme_);
}

void CurvesFigure::useTickers() {
  const bool whole = describe(options_.x).core().isWhole();
  for (auto* rect : {upper_, lower_})
    setScale(*rect->axis(QCPAxis::atBottom), options_.xLog, whole, 7);
  setScale(*upper_->axis(QCPAxis::atLeft), options_.lossLog, false, 5);
  setScale(*lower_->axis(QCPAxis::atLeft), false, false, 5);
}

void CurvesFigure::setOptions(const CurveOptions& options) {
  if (options == options_) return;
  const CurveOptions before = options_;
  const QCPRange shown = x()->range();
  options_ = options;
  useTickers();
  styleAxes();
  takeIn();
  const auto ranges = wanted();
  if (!ranges) return fit();
  if (before.loss != options.loss || before.lossLog != options.lossLog)
    upper_->axis(QCPAxis::atLeft)->setRange(ranges->loss);
  const Run* run = runs_.current();
  if (before.x != options.x && run != nullptr && !run->series.isEmpty()) {
    const auto mapped =
        run->series.map(describe(before.x).core(), describe(options.x).core(), toCore(shown));
    x()->setRange(QCPRange(mapped.lower, mapped.upper));
  }
  if (options.xLog && x()->range().lower <= 0.0)
    x()->setRange(QCPRange(ranges->x.lower, std::max(x()->range().upper, 10 * ranges->x.lower)));
}

bool CurvesFigure::isEmpty() const {
  for (int row = 0; row < runs_.count(); ++row) {
    if (runs_.at(row).visible && !runs_.at(row).series.isEmpty()) return false;
  }
  return true;
}

const RunCurves* CurvesFigure::curves(int id) const {
  const auto found = drawn_.find(id);
  return found == drawn_.end() ? nullptr : &found->second.curves;
}

void CurvesFigure::takeIn() {
  std::erase_if(drawn_, [this](const auto& entry) {
    if (runs_.byId(entry.first) != nullptr) return false;
    plot_->removeGraph(entry.second.graphs.loss);
    plot_->removeGraph(entry.second.graphs.accuracy);
    return true;
  });
  const auto& accuracy = accuracyQuantity(runs_.targetMetric());
  for (int row = 0; row < runs_.count(); ++row) {
    const Run& run = runs_.at(row);
    auto [entry, isNew] = drawn_.try_emplace(run.id);
    if (isNew) entry->second.graphs = {makeGraph(upper_), makeGraph(lower_)};
    if (options_.loss == LossKind::Suboptimality && !entry->second.asked) {
      entry->second.asked = true;
      entry->second.proven = provenRate(run.experiment);
    }
    if (!run.visible) continue;
    const Run* parent = runs_.parentOf(run);
    const bool shares = parent != nullptr && parent->visible;  // it draws what both have
    entry->second.curves.update(run.series, options_, accuracy, shares ? run.branch->iteration : 0);
  }
  styleGraphs();
}

void CurvesFigure::setForPaper(bool withTarget) {
  withTarget_ = withTarget;
  forPaper_ = true;
  styleGraphs();
}

bool CurvesFigure::isFocus(const Run& run) const {
  return &run == runs_.current() && (!forPaper_ || visibleRuns(runs_) < 2);
}

void CurvesFigure::styleGraphs() {
  const Run* current = runs_.current();
  for (auto& [id, drawn] : drawn_) {
    const Run* run = runs_.byId(id);
    if (run == nullptr) continue;
    const bool focus = isFocus(*run);
    for (auto* graph : {drawn.graphs.loss, drawn.graphs.accuracy}) {
      graph->setVisible(run->visible);
      graph->setName(run->name);
      graph->setPen(
          runPen(*theme_, run->colour, focus, forPaper_ ? Ground::Paper : Ground::Screen));
      auto* layer = focus ? focusLayer_ : othersLayer_;
      if (graph->layer() != layer) graph->setLayer(layer);
    }
  }
  raw_->setVisible(current != nullptr && current->visible && isFocus(*current) && options_.raw &&
                   options_.smoothing > 0.0);
  if (current != nullptr) raw_->setPen(rawPen(*theme_, current->colour));
}

std::optional<CurvesFigure::Wanted> CurvesFigure::wanted() const {
  Curve all;
  double left = std::numeric_limits<double>::infinity();
  double right = 0.0;
  double high = 0.0;
  std::vector<double> accuracies;
  const auto& quantity = describe(options_.x).core();
  for (const auto& [id, drawn] : drawn_) {
    const Run* run = runs_.byId(id);
    if (run == nullptr || !run->visible || run->series.isEmpty()) continue;
    const auto xs = run->series.column(quantity);
    const auto positive = std::ranges::upper_bound(xs, 0.0);
    if (positive != xs.end()) left = std::min(left, *positive);
    right = std::max(right, xs.back());
    const Curve& loss = drawn.curves.loss();
    all.low = std::min(all.low, options_.lossLog ? loss.lowPositive : loss.low);
    all.high = std::max(all.high, loss.high);
    const Curve& accuracy = drawn.curves.accuracy();
    high = std::max(high, accuracy.high);
    accuracies.insert(accuracies.end(), accuracy.smooth.begin(), accuracy.smooth.end());
  }
  if (!(right > 0.0) || !std::isfinite(left)) return std::nullopt;
  Wanted result;
  result.x =
      options_.xLog ? padded(left, std::max(right, 2 * left), true) : QCPRange(0.0, 1.02 * right);
  // Part of the faint curve is below the smooth one.
  if (options_.lossLog && options_.raw && options_.smoothing > 0.0 && all.low < all.high)
    all.low *= std::pow(all.low / all.high, 0.15);
  const bool hasLoss = all.low <= all.high && (!options_.lossLog || all.low > 0.0);
  result.loss = hasLoss ? padded(all.low, all.high, options_.lossLog) : QCPRange(0.1, 1.0);
  if (accuracies.empty()) {
    result.accuracy = {0.0, 100.0};
  } else {
    const double target = 100.0 * runs_.target();
    const double low = lowestTenth(std::move(accuracies));
    result.accuracy = padded(std::min(low, target), std::max(high, target), false);
    result.accuracy.upper = std::min(result.accuracy.upper + 0.3, 101.0);
  }
  return result;
}

void CurvesFigure::fit() {
  const auto ranges = wanted();
  x()->setRange(ranges ? ranges->x : options_.xLog ? QCPRange(1.0, 1000.0) : QCPRange(0.0, 1000.0));
  upper_->axis(QCPAxis::atLeft)->setRange(ranges ? ranges->loss : QCPRange(0.01, 1.0));
  lower_->axis(QCPAxis::atLeft)->setRange(ranges ? ranges->accuracy : QCPRange(0.0, 100.0));
}

bool CurvesFigure::follow() {
  const auto ranges = wanted();
  if (!ranges) return false;
  if (holds(x()->range(), ranges->x) &&
      holds(upper_->axis(QCPAxis::atLeft)->range(), ranges->loss) &&
      holds(lower_->axis(QCPAxis::atLeft)->range(), ranges->accuracy) &&
      ranges->x.upper * 2.0 > x()->range().upper)
    return false;
  fit();
  const Run* run = runs_.current();
  if (run != nullptr && run->state == RunState::Running)
    x()->setRangeUpper(x()->range().upper * kRoomAhead);
  return true;
}

}  // namespace telegrad::ui
