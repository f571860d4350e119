// SPDX-License-Identifier: GPL-3.0-or-later
// What CurvesFigure does at each redraw: points for the pixels there are, and what lies over them.
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <QFontMetricsF>

#include "ui/plots/curves_figure.h"
#include "ui/plots/proven_line.h"

namespace telegrad::ui {
namespace {

/// A note as a chip has it: its first line.
QString quoted(const std::string& note) {
  return QStringLiteral("“%1”").arg(QString::fromStdString(note).section('\n', 0, 0));
}

/// Far enough apart to be dots, which show where the line only connects.
bool areApart(const QCPGraph& graph, const Curve& curve) {
  constexpr std::size_t kFew = 60;
  constexpr double kApart = 12.0;
  const auto count = curve.x.size();
  if (count < 2) return count == 1;
  const double wide = std::abs(graph.keyAxis()->coordToPixel(curve.x.back()) -
                               graph.keyAxis()->coordToPixel(curve.x.front()));
  return count < kFew && wide >= kApart * static_cast<double>(count - 1);
}

void setPoints(QCPGraph& graph, const Curve& curve, const PixelView& view) {
  if (!areApart(graph, curve)) {
    graph.setScatterStyle(QCPScatterStyle::ssNone);
    graph.data()->set(pixelPoints(curve.smoothLine, view), true);
    return;
  }
  const QColor colour = graph.pen().color();
  const double across = graph.pen().widthF() + 2.4;
  graph.setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, across));
  QVector<QCPGraphData> points;
  for (std::size_t i = 0; i < curve.x.size(); ++i)
    points.append(QCPGraphData(curve.x[i], curve.smooth[i]));
  graph.data()->set(points, true);
}

}  // namespace

PixelView CurvesFigure::view(const QCPAxisRect& rect) {
  const auto seen = [](const QCPAxis* axis, int pixels) {
    return PixelAxis{axis->range().lower, axis->range().upper, pixels,
                     axis->scaleType() == QCPAxis::stLogarithmic};
  };
  return {seen(rect.axis(QCPAxis::atBottom), rect.width()),
          seen(rect.axis(QCPAxis::atLeft), rect.height())};
}

void CurvesFigure::thinOut(Drawn& drawn, bool focus) {
  PixelView upper = view(*upper_);
  PixelView lower = view(*lower_);
  if (!focus) {
    // A column of the others is about two pixels: what is lowest and highest in it stays.
    const auto columns = [](int pixels) {
      return std::min(pixels, std::clamp(pixels / 2, 450, 900));
    };
    upper.x.pixels = columns(upper.x.pixels);
    lower.x.pixels = columns(lower.x.pixels);
  }
  const Curve& loss = drawn.curves.loss();
  const Curve& accuracy = drawn.curves.accuracy();
  setPoints(*drawn.graphs.loss, loss, upper);
  setPoints(*drawn.graphs.accuracy, accuracy, lower);
  if (focus && raw_->visible()) raw_->data()->set(pixelPoints(loss.rawLine, upper), true);
}

void CurvesFigure::thinOut() {
  const Run* current = runs_.current();
  for (auto& [id, drawn] : drawn_) {
    const Run* run = runs_.byId(id);
    if (run != nullptr && run->visible) thinOut(drawn, run == current);
  }
}

void CurvesFigure::redrawFocus() {
  const Run* current = runs_.current();
  if (current == nullptr) return;
  const auto found = drawn_.find(current->id);
  if (found == drawn_.end() || !current->visible) return;
  thinOut(found->second, true);
  layMarkers();
  focusLayer_->replot();
  marksLayer_->replot();
}

void CurvesFigure::layMarkers() {
  markers_.clear();
  const Run* run = runs_.current();
  if (!options_.markers || run == nullptr || !run->visible || run->series.isEmpty()) return;
  const auto xs = run->series.column(describe(options_.x).core());
  // Where an iteration is, if it is in the picture.
  const auto placeOf = [&](std::int64_t iteration) -> std::optional<double> {
    const auto index = static_cast<std::size_t>(std::max<std::int64_t>(1, iteration)) - 1;
    if (index >= xs.size()) return std::nullopt;
    const double pixel = x()->coordToPixel(xs[index]);
    if (!(pixel >= upper_->left()) || pixel > upper_->right()) return std::nullopt;
    return pixel;
  };
  std::vector<ChangeMarkers::Mark> marks;
  // A slider that is dragged says several values on its way: one mark, where the last took effect.
  constexpr double kOneDrag = 12.0;
  AppliedChange last;
  for (const auto& change : run->changes) {
    const auto pixel = placeOf(change.iteration);
    if (!pixel) continue;
    auto shown = change;
    std::vector<AppliedChange> whole;
    if (!marks.empty() && change.name == last.name && *pixel - marks.back().x < kOneDrag) {
      shown.from = last.from;
      whole = std::move(marks.back().changes);
      marks.pop_back();
    }
    whole.push_back(change);
    marks.push_back(
        {*pixel, changeText(run->experiment, shown), change.iteration, std::move(whole)});
    last = shown;
  }
  for (const auto& note : run->notes)
    if (const auto pixel = placeOf(note.iteration))
      marks.push_back({*pixel, quoted(note.detail), note.iteration});
  std::ranges::stable_sort(marks, {}, &ChangeMarkers::Mark::x);
  markers_.lay(std::move(marks), QRectF(upper_->rect()).adjusted(4, 6, -4, 0));
}

void CurvesFigure::paintEndPoints(QCPPainter& painter) const {
  const Run* run = runs_.current();
  if (run == nullptr || !run->visible) return;
  const auto* drawn = curves(run->id);
  if (drawn == nullptr) return;
  const auto dot = [&](const QCPAxisRect& rect, const Curve& curve) {
    if (curve.x.empty()) return;
    const QPointF at(rect.axis(QCPAxis::atBottom)->coordToPixel(curve.x.back()),
                     rect.axis(QCPAxis::atLeft)->coordToPixel(curve.smooth.back()));
    if (!QRectF(rect.rect()).adjusted(-1, -1, 1, 1).contains(at)) return;
    painter.setPen(QPen(theme_->panel, 1.5));
    painter.setBrush(theme_->run(run->colour));
    painter.drawEllipse(at, 4.0, 4.0);
  };
  dot(*upper_, drawn->loss());
  dot(*lower_, drawn->accuracy());
}

/// Theory counts iterations, and knows of a rate for f - f* alone.
void CurvesFigure::paintProvenRate(QCPPainter& painter) const {
  const Run* run = runs_.current();
  if (options_.loss != LossKind::Suboptimality || options_.x != XQuantity::Iterations ||
      run == nullptr || !run->visible)
    return;
  const auto found = drawn_.find(run->id);
  if (found == drawn_.end() || !found->second.proven) return;
  paintProvenLine(painter, *theme_, *upper_, *found->second.proven);
}

void CurvesFigure::paintEmpty(QCPPainter& painter) const {
  const Run* run = runs_.current();
  QString title = tr("No curves yet");
  QString next = tr("Start a run, and its loss and accuracy appear here as it trains.");
  if (run != nullptr && !run->visible) {
    title = tr("All runs are hidden");
    next = tr("Click a name in the legend to show its curves.");
  } else if (run != nullptr && run->state == RunState::Preparing) {
    title = tr("Preparing %1").arg(run->name);
    next = tr("Reading the data and making the model. The first point follows.");
  } else if (run != nullptr && run->state == RunState::Failed) {
    title = tr("%1 could not start").arg(run->name);
    next =
        tr("The message above says why; so does the run's entry in the table, if you point at it.");
  }
  const QRectF rect(upper_->rect());
  painter.setFont(titleFont());
  painter.setPen(QPen(theme_->text));
  painter.drawText(QRectF(rect.left(), rect.center().y() - 26, rect.width(), 24), Qt::AlignCenter,
                   title);
  painter.setFont(bodyFont());
  painter.setPen(QPen(theme_->mutedText));
  painter.drawText(rect.adjusted(24, rect.height() / 2 + 2, -24, 0),
                   int{Qt::AlignHCenter | Qt::AlignTop} | Qt::TextWordWrap, next);
}

}  // namespace telegrad::ui
