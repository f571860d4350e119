// SPDX-License-Identifier: GPL-3.0-or-later
// LabEffectPlot without a mouse: the keyboard's cursor, and the pictures as a table.
#include <QKeyEvent>
#include <qcustomplot.h>

#include "ui/models/number_format.h"
#include "ui/plots/lab_effect_plot.h"
#include "ui/plots/map_marks.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

std::vector<std::size_t> LabEffectPlot::sizes() const {
  if (!effect_) return {0, 0, 0};
  return {effect_->ranks.size(), effect_->pairs.size(), effect_->histogram.size()};
}

bool LabEffectPlot::hasPoint(const CursorPlace& place) const {
  return place.point < sizes()[place.curve];
}

double LabEffectPlot::errorAt(std::size_t bin) const {
  return effect_->lowestError + (static_cast<double>(bin) + 0.5) * effect_->binWidth;
}

QList<QPair<QString, QString>> LabEffectPlot::facts(const CursorPlace& place) const {
  if (place.curve == Ranks) {
    const auto& rank = effect_->ranks[place.point];
    return {{tr("Rank of |x|"), shortNumber(rank.rank, 6)},
            {tr("Magnitude"), shortNumber(rank.original)},
            {tr("Received"), rank.sent > 0.0 ? shortNumber(rank.sent) : tr("lost")}};
  }
  if (place.curve == Pairs) {
    const auto& pair = effect_->pairs[place.point];
    return {{tr("Entry x"), shortNumber(pair.original)},
            {tr("Received C(x)"), shortNumber(pair.sent)}};
  }
  return {{tr("Error C(x) − x"), shortNumber(errorAt(place.point))},
          {tr("Entries"), shortNumber(effect_->histogram[place.point], 6)}};
}

QPointF LabEffectPlot::pixelOf(const CursorPlace& place) const {
  QPointF at;
  if (place.curve == Ranks) {
    const auto& rank = effect_->ranks[place.point];
    at = {rank.rank, rank.sent > 0.0 ? rank.sent : rank.original};
  } else if (place.curve == Pairs) {
    at = {effect_->pairs[place.point].original, effect_->pairs[place.point].sent};
  } else {
    at = {errorAt(place.point), std::max(effect_->histogram[place.point], 0.5)};
  }
  const auto* rect = rects_.at(place.curve);
  return {rect->axis(QCPAxis::atBottom)->coordToPixel(at.x()),
          rect->axis(QCPAxis::atLeft)->coordToPixel(at.y())};
}

void LabEffectPlot::paintCursor(QPainter& painter) const {
  if (!cursor_ || !effect_) return;
  const Theme& theme = Theme::current();
  const QPointF at = pixelOf(*cursor_);
  painter.setPen(QPen(theme.text, 1.4));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(at, 5.0, 5.0);
  const auto rows = facts(*cursor_);
  painter.setFont(plotFont());
  paintFacts(painter, theme, rows.front().first + ' ' + rows.front().second,
             {rows.begin() + 1, rows.end()}, at, QRectF(plot_->rect()).adjusted(4, 4, -4, -4));
}

bool LabEffectPlot::key(const QKeyEvent& event) {
  if (cursor_ && event.key() == Qt::Key_Escape) {
    cursor_.reset();
  } else {
    const auto next = cursorAfter(event, cursor_, oneByOne(sizes()), 0.0);
    if (!next) return false;
    cursor_ = next;
  }
  QStringList words;
  if (cursor_)
    for (const auto& [word, value] : facts(*cursor_)) words << word + ' ' + value;
  plot_->setAccessibleDescription(words.join(QStringLiteral(", ")));
  plot_->replot(QCustomPlot::rpQueuedReplot);
  return true;
}

PlotTable LabEffectPlot::table() const {
  PlotTable table;
  table.title = plot_->accessibleName();
  if (!effect_) return table;
  const auto add = [&](const QString& title, std::size_t rows, auto value) {
    table.columns.push_back({title, rows, [effect = effect_, value](std::size_t row) {
                               return QVariant(double{value(*effect, row)});
                             }});
  };
  const auto size = sizes();
  add(tr("Rank of |x|"), size[Ranks], [](const auto& e, auto i) { return e.ranks[i].rank; });
  add(tr("Magnitude"), size[Ranks], [](const auto& e, auto i) { return e.ranks[i].original; });
  add(tr("Received magnitude"), size[Ranks], [](const auto& e, auto i) { return e.ranks[i].sent; });
  add(tr("Entry x"), size[Pairs], [](const auto& e, auto i) { return e.pairs[i].original; });
  add(tr("Received C(x)"), size[Pairs], [](const auto& e, auto i) { return e.pairs[i].sent; });
  add(tr("Error C(x) − x"), size[Errors], [](const auto& e, auto i) {
    return e.lowestError + (static_cast<double>(i) + 0.5) * e.binWidth;
  });
  add(tr("Entries"), size[Errors], [](const auto& e, auto i) { return e.histogram[i]; });
  return table;
}

}  // namespace telegrad::ui
