// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/change_markers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QStringList>
#include <qcustomplot.h>

#include "core/experiment/worker_slots.h"
#include "ui/models/number_format.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

constexpr double kPadding = 7.0;
constexpr double kWidestChip = 230.0;

double chipHeight() {
  return scaled(19);
}

}  // namespace

QString changeText(const Experiment& experiment, const AppliedChange& change) {
  const auto parameter = describe(experiment, change.name);
  if (!parameter) return QString::fromStdString(change.name.text());
  const auto words = [&](const Value& value) { return valueText(**parameter, value); };
  auto label = translated((*parameter)->label);
  if (const auto number = workerNumber(change.name.slot)) label = ofWorker(*number, label);
  return QStringLiteral("%1 %2 → %3").arg(label, words(change.from), words(change.to));
}

void ChangeMarkers::lay(std::vector<Mark> marks, const QRectF& area) {
  marks_ = std::move(marks);
  const QFontMetricsF metrics(plotFont());
  std::vector<Chip> chips;
  for (const auto& mark : marks_)
    chips.push_back(
        {mark.x, metrics.elidedText(mark.text, Qt::ElideMiddle, kWidestChip - 2 * kPadding)});
  ChipSpace space;
  space.area = area;
  space.rows = area.height() > 120.0 ? 3 : 2;
  space.rowHeight = chipHeight();
  space.width = [&](const QString& text) {
    return std::ceil(metrics.horizontalAdvance(text)) + 2 * kPadding;
  };
  chips_ = layoutChips(chips, space);
}

void ChangeMarkers::paint(QCPPainter& painter, const Theme& theme,
                          const std::vector<QRectF>& rects) const {
  QColor hairline = theme.accent;
  hairline.setAlphaF(0.55F);
  painter.setPen(QPen(hairline, 1.0));
  for (const auto& mark : marks_) {
    for (const auto& rect : rects)
      painter.drawLine(QPointF(mark.x, rect.top()), QPointF(mark.x, rect.bottom()));
  }
  painter.setFont(plotFont());
  for (const auto& chip : chips_) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.chip);
    painter.drawRoundedRect(chip.rect, 4, 4);
    painter.setPen(QPen(theme.chipText));
    painter.drawText(chip.rect, Qt::AlignCenter, chip.text);
  }
}

QString ChangeMarkers::fullTextAt(const QPointF& position) const {
  const auto* chip = chipAt(position);
  if (chip == nullptr) return {};
  QStringList lines;
  for (const std::size_t member : chip->members) {
    const auto& mark = marks_[member];
    lines += QCoreApplication::translate("Curves", "%1, from iteration %2")
                 .arg(mark.text, grouped(mark.iteration));
  }
  return lines.join('\n');
}

const PlacedChip* ChangeMarkers::chipAt(const QPointF& position) const {
  for (const auto& chip : chips_)
    if (chip.rect.adjusted(-2, -2, 2, 2).contains(position)) return &chip;
  return nullptr;
}

std::vector<AppliedChange> ChangeMarkers::changesAt(const QPointF& position) const {
  constexpr double kNear = 4.0;  // pixels
  if (const auto* chip = chipAt(position)) {
    std::vector<AppliedChange> all;
    for (const std::size_t member : chip->members)
      all.insert(all.end(), marks_[member].changes.begin(), marks_[member].changes.end());
    return all;
  }
  const Mark* nearest = nullptr;
  double least = kNear;
  for (const auto& mark : marks_) {
    if (std::abs(mark.x - position.x()) > least) continue;
    least = std::abs(mark.x - position.x());
    nearest = &mark;
  }
  return nearest == nullptr ? std::vector<AppliedChange>{} : nearest->changes;
}

}  // namespace telegrad::ui
