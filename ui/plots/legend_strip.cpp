// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/legend_strip.h"

#include <algorithm>

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include "ui/plots/figure_style.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kStripLine = 26;
constexpr int kLegendHeight = 22;
constexpr int kWidestName = 150;
constexpr int kBetweenNames = space::kSmall;

QFont nameFont() {
  QFont font = bodyFont();
  font.setPixelSize(scaled(12));
  return font;
}

}  // namespace

LegendEntry::LegendEntry(RunsModel& runs, int id, QWidget* parent)
    : QAbstractButton(parent),
      runs_(runs),
      id_(id) {
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::StrongFocus);
  setCheckable(true);
  connect(this, &QAbstractButton::clicked, this, [this] {
    toggle();
    if (soloNext_) solo();  // the two clicks of a double click have undone each other
    soloNext_ = false;
  });
  refresh();
}

void LegendEntry::refresh() {
  const Run* run = runs_.byId(id_);
  if (run == nullptr) return;
  setText(run->name);
  setChecked(run->visible);
  setAccessibleName(tr("Run %1").arg(run->name));
  setAccessibleDescription(run->visible ? tr("shown") : tr("hidden"));
  setToolTip(tr("%1\nClick: show or hide. Double click: show alone.").arg(run->name));
  update();
}

void LegendEntry::toggle() {
  if (const Run* run = runs_.byId(id_)) runs_.setVisible(id_, !run->visible);
}

void LegendEntry::solo() {
  const Run* run = runs_.byId(id_);
  if (run == nullptr) return;
  bool alone = run->visible;
  for (int row = 0; row < runs_.count(); ++row)
    alone = alone && (runs_.at(row).id == id_ || !runs_.at(row).visible);
  for (int row = 0; row < runs_.count(); ++row)
    runs_.setVisible(runs_.at(row).id, alone || runs_.at(row).id == id_);
}

void LegendEntry::mouseDoubleClickEvent(QMouseEvent* event) {
  soloNext_ = event->button() == Qt::LeftButton;
  QAbstractButton::mouseDoubleClickEvent(event);
}

void LegendEntry::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return solo();
  QAbstractButton::keyPressEvent(event);
}

void LegendEntry::focusInEvent(QFocusEvent* event) {
  byKeyboard_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  QAbstractButton::focusInEvent(event);
}

QSize LegendEntry::sizeHint() const {
  const int name = QFontMetrics(nameFont()).horizontalAdvance(text());
  return {space::kTiny + kStripLine + 6 + std::min(name, kWidestName) + space::kTiny + 2,
          scaled(kLegendHeight)};
}

void LegendEntry::paintEvent(QPaintEvent*) {
  const Run* run = runs_.byId(id_);
  if (run == nullptr) return;
  const Theme& theme = Theme::current();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool ring = hasFocus() && byKeyboard_;
  if (underMouse() || ring) {
    painter.setPen(ring ? QPen(theme.accent, 1.0) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? QBrush(theme.grid) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  }
  const bool focus = run == runs_.current();
  if (!run->visible) painter.setOpacity(0.4);
  QPen pen = runPen(theme, run->colour, focus, Ground::Screen);
  pen.setWidthF(focus ? 2.6 : 1.8);
  pen.setCapStyle(Qt::FlatCap);
  painter.setPen(pen);
  const double y = height() / 2.0;
  painter.drawLine(QPointF(space::kTiny, y), QPointF(space::kTiny + kStripLine, y));
  painter.setOpacity(1.0);
  painter.setPen(run->visible ? theme.text : theme.mutedText);
  QFont font = nameFont();
  font.setStrikeOut(!run->visible);
  painter.setFont(font);
  const QRect box = rect().adjusted(space::kTiny + kStripLine + 6, 0, -space::kTiny, 0);
  painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetrics(font).elidedText(text(), Qt::ElideRight, box.width()));
}

LegendStrip::LegendStrip(RunsModel& runs, QWidget* parent) : QWidget(parent), runs_(runs) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setAccessibleName(tr("Legend"));
  connect(&runs, &RunsModel::runAdded, this, &LegendStrip::rebuild);
  connect(&runs, &RunsModel::runRemoved, this, &LegendStrip::rebuild);
  connect(&runs, &RunsModel::appearanceChanged, this, &LegendStrip::refresh);
  connect(&runs, &RunsModel::currentChanged, this, &LegendStrip::refresh);
  rebuild();
}

void LegendStrip::rebuild() {
  for (auto* entry : entries_) {
    entry->hide();
    entry->deleteLater();  // it may be what the user has just clicked
  }
  entries_.clear();
  for (int row = 0; row < runs_.count(); ++row) {
    entries_.push_back(new LegendEntry(runs_, runs_.at(row).id, this));
    entries_.back()->show();
  }
  refresh();
}

void LegendStrip::refresh() {
  for (auto* entry : entries_) entry->refresh();
  layOut(width(), true);
  updateGeometry();
}

int LegendStrip::layOut(int width, bool move) const {
  int x = 0;
  int y = 0;
  for (auto* entry : entries_) {
    const QSize size = entry->sizeHint();
    if (x > 0 && x + size.width() > width) {
      x = 0;
      y += scaled(kLegendHeight) + 2;
    }
    if (move) entry->setGeometry(QRect(QPoint(x, y), size));
    x += size.width() + kBetweenNames;
  }
  return y + scaled(kLegendHeight);
}

QSize LegendStrip::sizeHint() const {
  int wide = 0;
  for (const auto* entry : entries_) wide += entry->sizeHint().width() + kBetweenNames;
  return {wide, scaled(kLegendHeight)};
}

QSize LegendStrip::minimumSizeHint() const {
  int wide = 0;
  for (const auto* entry : entries_) wide = std::max(wide, entry->sizeHint().width());
  return {wide, scaled(kLegendHeight)};
}

int LegendStrip::heightForWidth(int width) const {
  return layOut(width, false);
}

void LegendStrip::resizeEvent(QResizeEvent*) {
  layOut(width(), true);
}

}  // namespace telegrad::ui
