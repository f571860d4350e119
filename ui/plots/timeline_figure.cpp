// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/timeline_figure.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "ui/models/number_format.h"
#include "ui/models/phases.h"

namespace telegrad::ui {
namespace {

constexpr double kHighestLane = 72.0;
constexpr double kLaneSpace = 3.0;  // between lanes
constexpr double kNanosecond = 1e-9;
constexpr double kLeastLabel = 46.0;

struct FigureWords {
  Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// 1, 2 or 5 times a power of ten, so that there are about that many in the range.
double roundStep(double length, double count) {
  const double rough = length / std::max(1.0, count);
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (rough <= factor * power) return factor * power;
  return 10.0 * power;
}

bool isDark(const QColor& colour) {
  return 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue() < 140.0;
}

}  // namespace

QString secondsText(double nanoseconds, int digits) {
  const double seconds = nanoseconds * kNanosecond;
  const QString number = seconds < 1.0 ? siNumber(seconds, digits) : shortNumber(seconds, digits);
  return number + (number.back().isLetter() ? QString() : QString(QChar(0x202F))) +
         QStringLiteral("s");
}

TimelineFigure::TimelineFigure(const SpanHistory& spans, const TimelineView& view,
                               const QSizeF& size, const Theme& theme)
    : spans_(spans),
      view_(view),
      theme_(theme),
      plot_(kLeft, kTop, std::max(10.0, size.width() - kLeft - kRight),
            std::max(10.0, size.height() - kTop - kBottom)) {
  const auto workers = static_cast<int>(spans.workers());
  const double wanted = plot_.height() / (workers + 1);
  lane_ = std::clamp(wanted, kLowestLane, kHighestLane);
  lanes_ = std::clamp(static_cast<int>(plot_.height() / lane_) - 1, 1, std::max(1, workers));
  view_.firstWorker = std::clamp(view_.firstWorker, 0, std::max(0, workers - lanes_));
  lanes_ = std::min(lanes_, workers);
  plot_.setHeight(lane_ * (lanes_ + 1));
  // Rows thinner than that cannot be told apart.
  rows_ = std::clamp(static_cast<int>(lane_ * 0.5 / 4.0), 1, spans.uploadsAtOnce());
  chooseDetail();
}

void TimelineFigure::chooseDetail() {
  const auto from = static_cast<std::int64_t>(view_.range.from);
  const auto to = static_cast<std::int64_t>(view_.range.to);
  const std::int64_t begin = spans_.firstEndingAfter(from);
  const bool allKnown =
      spans_.firstDetailed() == 0 || begin > spans_.firstDetailed() + spans_.mostStaleness();
  const auto end = std::min(spans_.iterations(), spans_.firstEndingAfter(to) + 1);
  const auto most = static_cast<std::int64_t>(plot_.width() / kLeastPixels);
  if (!allKnown || end - begin > most || spans_.isEmpty()) return;
  // Uploads of iterations before may still be on their way.
  first_ = std::max(spans_.firstDetailed(), begin - std::min(spans_.mostStaleness() + 1, most));
  last_ = end;
}

double TimelineFigure::x(double time) const {
  return plot_.left() + (time - view_.range.from) / view_.range.length() * plot_.width();
}

double TimelineFigure::time(double x) const {
  return view_.range.from + (x - plot_.left()) / plot_.width() * view_.range.length();
}

QRectF TimelineFigure::lane(int number) const {
  return {plot_.left(), plot_.top() + number * lane_, plot_.width(), lane_};
}

QRectF TimelineFigure::turns(int worker) const {
  const QRectF all = lane(worker - view_.firstWorker + 1).adjusted(0, kLaneSpace, 0, 0);
  return {all.left(), std::round(all.top()), all.width(), std::floor((all.height() - 1) * 0.5)};
}

QRectF TimelineFigure::uploads(int worker) const {
  const double top = turns(worker).bottom() + 1;
  const double bottom = std::round(lane(worker - view_.firstWorker + 1).bottom());
  return {plot_.left(), top, plot_.width(), std::max(1.0, bottom - top)};
}

QRectF TimelineFigure::uploadRow(int worker, std::int64_t iteration) const {
  const QRectF all = uploads(worker);
  const double high = all.height() / rows_;
  const double top = std::round(all.top() + static_cast<double>(iteration % rows_) * high);
  return {all.left(), top, all.width(), std::max(1.0, std::round(high) - (rows_ > 1 ? 1.0 : 0.0))};
}

QColor TimelineFigure::turnColour(Phase phase) const {
  QColor colour = phaseColour(phase, theme_);
  if (view_.staleness && phase != Phase::Wait) colour = theme_.hairline.darker(115);
  if (view_.staleness && phase == Phase::Wait) colour = theme_.grid;
  return colour;
}

QColor TimelineFigure::uploadColour(Phase phase, double staleness) const {
  if (!view_.staleness) return phaseColour(phase, theme_);
  if (!(staleness >= 0.0)) return theme_.warningGround;
  const auto most = static_cast<double>(std::max<std::int64_t>(1, spans_.mostStaleness()));
  return stalenessColour(staleness / most, theme_);
}

int TimelineFigure::paint(QPainter& painter) const {
  painter.save();
  painter.setFont(plotFont());
  int items = paintFrame(painter) + paintLegend(painter);
  if (!spans_.isEmpty()) {
    painter.setClipRect(plot_.adjusted(0, 0, 0, 1));
    if (drawsSpans()) {
      items += paintServer(painter);
      for (int m = view_.firstWorker; m < view_.firstWorker + lanes_; ++m)
        items += paintUploads(painter, m) + paintTurns(painter, m);
    } else {
      items += paintColumns(painter);
    }
    painter.setClipping(false);
    items += paintAxis(painter);
  }
  painter.restore();
  return items;
}

int TimelineFigure::paintFrame(QPainter& painter) const {
  int items = 0;
  for (int number = 0; number <= lanes_; ++number) {
    const QRectF all = lane(number);
    painter.setPen(theme_.mutedText);
    const QString name = number == 0 ? FigureWords::tr("server")
                                     : FigureWords::tr("worker %1").arg(view_.firstWorker + number);
    painter.drawText(QRectF(0, all.top(), kLeft - 10, all.height() + kLaneSpace),
                     Qt::AlignRight | Qt::AlignVCenter, name);
    painter.fillRect(QRectF(plot_.left(), std::round(all.bottom()) + 1, plot_.width(), 1),
                     theme_.grid);
    items += 2;
  }
  return items;
}

int TimelineFigure::paintAxis(QPainter& painter) const {
  const double step = roundStep(view_.range.length(), plot_.width() / 110.0);
  // Where a step is lost in the digits of the time, labels count from the first tick on.
  const double first = std::ceil(view_.range.from / step) * step;
  const bool relative = view_.range.to / step > 2e4;
  const double zero = relative ? first : 0.0;
  int items = 0;
  const double y = plot_.bottom() + 4;
  for (int i = 0; first + i * step <= view_.range.to && i < 1000; ++i) {
    const double tick = first + i * step;
    const double at = x(tick);
    painter.fillRect(QRectF(std::round(at), y - 2, 1, 4), theme_.mutedText);
    painter.setPen(theme_.mutedText);
    QString label = secondsText(tick - zero, 6);
    if (relative) label = i == 0 ? secondsText(tick, 12) : QStringLiteral("+ ") + label;
    const double half = i == 0 && relative ? 90.0 : 54.0;
    painter.drawText(QRectF(at - half, y + 3, 2 * half, 14), Qt::AlignCenter, label);
    items += 2;
  }
  painter.setPen(theme_.text);
  painter.drawText(QRectF(plot_.left(), y + 18, plot_.width(), 16), Qt::AlignCenter,
                   FigureWords::tr("Simulated time"));
  return items + 1;
}

int TimelineFigure::paintLegend(QPainter& painter) const {
  const QFontMetricsF metrics(plotFont());
  double left = plot_.left();
  int items = 0;
  const auto word = [&](const QColor& colour, const QString& text, double wide) {
    painter.fillRect(QRectF(left, 10, wide, 9), colour);
    painter.setPen(theme_.mutedText);
    painter.drawText(QRectF(left + wide + 5, 6, 400, 17), Qt::AlignVCenter, text);
    left += wide + 5 + metrics.horizontalAdvance(text) + 14;
    items += 2;
  };
  if (view_.staleness) {
    const auto most = std::max<std::int64_t>(1, spans_.mostStaleness());
    word(stalenessColour(0.0, theme_), QStringLiteral("0"), 9);
    if (most > 1)
      word(stalenessColour(0.5, theme_), shortNumber(static_cast<double>(most) / 2.0, 3), 9);
    word(stalenessColour(1.0, theme_),
         counted(most, FigureWords::tr("1 iteration late"), FigureWords::tr("%1 iterations late")),
         9);
    word(theme_.warningGround, FigureWords::tr("not applied yet"), 9);
  } else {
    for (std::size_t i = 0; i < kPhases; ++i)
      word(phaseColour(static_cast<Phase>(i), theme_), phaseName(static_cast<Phase>(i)), 9);
  }
  word(theme_.text, FigureWords::tr("applied"), 2);
  return items;
}

int TimelineFigure::paintSpan(QPainter& painter, const QRectF& row, std::int64_t from,
                              std::int64_t to, const QColor& colour, const QString& name,
                              std::int64_t iteration) const {
  if (to <= from) return 0;
  const double left = std::max(plot_.left() - 1, x(static_cast<double>(from)));
  const double right = std::min(plot_.right() + 1, x(static_cast<double>(to)));
  if (right < plot_.left() || left > plot_.right() || right - left < 0.05) return 0;
  painter.fillRect(QRectF(left, row.top(), right - left, row.height()), colour);
  if (right - left < kLeastLabel || row.height() < 11.0) return 1;
  const QFontMetricsF metrics(plotFont());
  const QString length = secondsText(static_cast<double>(to - from), 3);
  const QString number = grouped(spans_.before() + iteration + 1);
  for (const auto& text : {name + QStringLiteral(" ") + number + QStringLiteral(" · ") + length,
                           name + QStringLiteral(" ") + number, name}) {
    if (metrics.horizontalAdvance(text) > right - left - 8) continue;
    painter.setPen(isDark(colour) ? QColor(Qt::white) : QColor(0x14, 0x17, 0x1c));
    painter.drawText(QRectF(left, row.top(), right - left, row.height()), Qt::AlignCenter, text);
    return 2;
  }
  return 1;
}

int TimelineFigure::paintServer(QPainter& painter) const {
  int items = 0;
  const QRectF row = lane(0).adjusted(0, kLaneSpace, 0, 0);
  for (auto k = first_; k < last_; ++k) {
    const auto& times = spans_.iteration(k);
    items +=
        paintSpan(painter, row, times.begin, times.end, theme_.chip, FigureWords::tr("weights"), k);
  }
  // After all of them, so that none covers where its neighbour ends.
  std::int64_t applied = -1;
  for (auto k = first_; k < last_; ++k) {
    const auto at = x(static_cast<double>(spans_.iteration(k).applied));
    const bool another = spans_.iteration(k).applied != applied;
    applied = spans_.iteration(k).applied;
    if (applied < 0 || !another || at < plot_.left() || at > plot_.right()) continue;
    painter.fillRect(QRectF(std::round(at) - 1, row.top(), 2, row.height()), theme_.text);
    ++items;
  }
  return items;
}

int TimelineFigure::paintTurns(QPainter& painter, int worker) const {
  int items = 0;
  const QRectF row = turns(worker);
  const auto m = static_cast<std::size_t>(worker);
  for (auto k = first_; k < last_; ++k) {
    const auto& spans = spans_.spans(k, m);
    if (spans.isAway()) continue;
    items += paintSpan(painter, row, spans.idleFrom, spans.received, turnColour(Phase::Wait),
                       phaseName(Phase::Wait), k);
    items += paintSpan(painter, row, spans.received, spans.computed, turnColour(Phase::Compute),
                       phaseName(Phase::Compute), k);
    items += paintSpan(painter, row, spans.computed, spans.encoded, turnColour(Phase::Encode),
                       phaseName(Phase::Encode), k);
    // Turns without a pause between them are told apart by a hairline.
    const double at = x(static_cast<double>(spans.received));
    if (x(static_cast<double>(spans.encoded)) - at < 6.0 || at < plot_.left()) continue;
    painter.fillRect(QRectF(std::round(at), row.top(), 1, row.height()), theme_.panel);
    ++items;
  }
  return items;
}

int TimelineFigure::paintUploads(QPainter& painter, int worker) const {
  int items = 0;
  const auto m = static_cast<std::size_t>(worker);
  for (auto k = first_; k < last_; ++k) {
    const auto& spans = spans_.spans(k, m);
    if (spans.bytes <= 0) continue;
    const auto& times = spans_.iteration(k);
    const QRectF row = uploadRow(worker, k);
    const double applied = x(static_cast<double>(times.applied));
    if (times.applied >= 0 && applied >= plot_.left()) {
      const double there = std::max(plot_.left(), x(static_cast<double>(spans.delivered)));
      painter.fillRect(
          QRectF(there, std::floor(row.center().y()), std::max(0.0, applied - there), 1),
          theme_.mutedText);
      painter.fillRect(QRectF(std::round(applied) - 1, row.top(), 2, row.height()), theme_.text);
      items += 2;
    }
    std::int64_t from = spans.encoded;
    for (const auto phase : {Phase::Queue, Phase::Send, Phase::Latency}) {
      const std::int64_t to = from + spans.lasts(phase);
      items +=
          paintSpan(painter, row, from, to,
                    uploadColour(phase, static_cast<double>(times.staleness)), phaseName(phase), k);
      from = to;
    }
  }
  return items;
}

}  // namespace telegrad::ui
