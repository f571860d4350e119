// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/worker_strip.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/models/number_format.h"
#include "ui/plots/plot_reach.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kTitleHeight = 40;    // title and legend
constexpr int kNumbersHeight = 22;  // iteration numbers
constexpr int kNamesWidth = 34;
constexpr int kRight = 14;
constexpr double kColumnWidth = 7.0;
constexpr double kTallest = 16.0;

using Outcome = WorkerSample::Outcome;

QBrush brushOf(Outcome outcome, const Theme& theme, int run) {
  if (outcome == Outcome::Uploaded) return theme.run(run);
  if (outcome == Outcome::Absent) return {theme.mutedText, Qt::BDiagPattern};
  return outcome == Outcome::Forced ? theme.warning : theme.hairline;
}

/// A cell, or its mark in the legend. Told apart by shape as well as by colour: what was forced is
/// in two halves, what was skipped is smaller.
void paintOutcome(QPainter& painter, const QRectF& cell, Outcome outcome, const QBrush& brush) {
  constexpr double kHigh = 6.0;  // a cell with room for a shape
  const double round = cell.height() >= 4.0 ? 1.0 : 0.0;
  painter.setPen(Qt::NoPen);
  painter.setBrush(brush);
  if (outcome == Outcome::Forced) {
    const double half = (cell.width() - 2.0) / 2.0;
    painter.drawRect(QRectF(cell.left(), cell.top(), half, cell.height()));
    painter.drawRect(QRectF(cell.right() - half, cell.top(), half, cell.height()));
  } else if (outcome == Outcome::Skipped && cell.height() >= kHigh) {
    painter.drawRoundedRect(cell.adjusted(1.0, 1.5, -1.0, -1.5), round, round);
  } else {
    painter.drawRoundedRect(cell, round, round);
  }
}

bool anyAway(std::span<const Sample> samples) {
  return std::ranges::any_of(samples, [](const Sample& sample) {
    return std::ranges::find(sample.workers, Outcome::Absent, &WorkerSample::outcome) !=
           sample.workers.end();
  });
}

}  // namespace

WorkerStrip::WorkerStrip(RunsModel& runs, QWidget* parent)
    : QWidget(parent),
      runs_(runs),
      look_(Theme::look()) {
  setAccessibleName(tr("Who spoke: workers by iterations"));
  new PlotReach(this, [this] { return table(); });
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  connect(&runs, &RunsModel::samplesAppended, this,
          [this](int id, int, int count) { takeIn(id, count); });
  connect(&runs, &RunsModel::currentChanged, this, &WorkerStrip::repaintCells);
  connect(&runs, &RunsModel::appearanceChanged, this, &WorkerStrip::repaintCells);
}

QSize WorkerStrip::sizeHint() const {
  return {600, kTitleHeight + kNumbersHeight +
                   static_cast<int>(kTallest) * std::clamp(workers(), 4, 16)};
}

QSize WorkerStrip::minimumSizeHint() const {
  return {240, kTitleHeight + kNumbersHeight + 64};
}

int WorkerStrip::workers() const {
  if (run() == nullptr) return 0;
  if (!run()->recent.empty()) return static_cast<int>(run()->recent.back().workers.size());
  return run()->info ? static_cast<int>(run()->info->workers) : 0;
}

WorkerStrip::Geometry WorkerStrip::geometryOf() const {
  Geometry g;
  const int count = std::max(1, workers());
  const double high = std::max(1, height() - kTitleHeight - kNumbersHeight);
  g.row = std::min(kTallest, high / count);
  if (g.row > 3.0) g.row = std::floor(g.row);
  g.column = kColumnWidth;
  g.columns = std::clamp(static_cast<int>((width() - kNamesWidth - kRight) / g.column), 1,
                         static_cast<int>(Run::kRecent));
  g.cells = QRectF(kNamesWidth, kTitleHeight, g.columns * g.column, g.row * count);
  return g;
}

void WorkerStrip::drawColumn(int column, const Sample& sample) {
  const Geometry g = geometryOf();
  const Theme& theme = Theme::current();
  QPainter painter(&cells_);
  painter.setRenderHint(QPainter::Antialiasing, g.row >= 5.0);
  const double gap = g.row >= 5.0 ? 1.0 : 0.0;
  for (std::size_t m = 0; m < sample.workers.size(); ++m) {
    const QRectF cell(column * g.column, static_cast<double>(m) * g.row, g.column - 1.0,
                      std::max(0.5, g.row - gap));
    const auto outcome = sample.workers[m].outcome;
    paintOutcome(painter, cell, outcome, brushOf(outcome, theme, run()->colour));
  }
}

void WorkerStrip::repaintCells() {
  const Geometry g = geometryOf();
  const double ratio = devicePixelRatioF();
  cells_ = QImage((g.cells.size() * ratio).toSize().expandedTo({1, 1}),
                  QImage::Format_ARGB32_Premultiplied);
  cells_.setDevicePixelRatio(ratio);
  cells_.fill(Qt::transparent);
  shownColumns_ = 0;
  if (run() != nullptr) {
    const auto& recent = run()->recent;
    shownColumns_ = std::min(g.columns, static_cast<int>(recent.size()));
    for (int i = 0; i < shownColumns_; ++i)
      drawColumn(i, recent[recent.size() - static_cast<std::size_t>(shownColumns_ - i)]);
  }
  updateGeometry();
  update();
}

void WorkerStrip::takeIn(int id, int count) {
  if (run() == nullptr || run()->id != id) return;
  const Geometry g = geometryOf();
  const QSize size = (g.cells.size() * devicePixelRatioF()).toSize();
  const int added = std::min(count, g.columns);
  if (size != cells_.size() || added == g.columns) return repaintCells();
  const int over = std::max(0, shownColumns_ + added - g.columns);
  if (over > 0) {
    // Only what is new is drawn; what there is moves to the left.
    const int shift = static_cast<int>(std::lround(over * g.column * devicePixelRatioF()));
    QImage moved(cells_.size(), cells_.format());
    moved.setDevicePixelRatio(cells_.devicePixelRatio());
    moved.fill(Qt::transparent);
    QImage rest = cells_.copy(shift, 0, cells_.width() - shift, cells_.height());
    rest.setDevicePixelRatio(cells_.devicePixelRatio());
    QPainter(&moved).drawImage(0, 0, rest);
    cells_ = moved;
  }
  const auto& recent = run()->recent;
  shownColumns_ = std::min(g.columns, shownColumns_ + added);
  for (int i = 0; i < added; ++i)
    drawColumn(shownColumns_ - added + i,
               recent[recent.size() - static_cast<std::size_t>(added - i)]);
  update();
}

const Sample* WorkerStrip::at(const QPointF& position, int& worker) const {
  const Geometry g = geometryOf();
  if (run() == nullptr || !g.cells.contains(position)) return nullptr;
  const int column = static_cast<int>((position.x() - g.cells.left()) / g.column);
  worker = static_cast<int>((position.y() - g.cells.top()) / g.row);
  const auto& recent = run()->recent;
  if (column >= shownColumns_ || worker >= workers()) return nullptr;
  return &recent[recent.size() - static_cast<std::size_t>(shownColumns_ - column)];
}

QString WorkerStrip::tip(const QPointF& position) const {
  int worker = 0;
  const Sample* sample = at(position, worker);
  if (sample == nullptr || static_cast<std::size_t>(worker) >= sample->workers.size()) return {};
  const auto& cell = sample->workers[static_cast<std::size_t>(worker)];
  QString text = tr("Worker %1, iteration %2: %3")
                     .arg(worker + 1)
                     .arg(grouped(sample->record.iteration), outcomeWords(cell.outcome));
  if (cell.change > 0.0 || cell.threshold > 0.0)
    text += tr("\nchange of the gradient %1, threshold %2")
                .arg(shortNumber(cell.change), shortNumber(cell.threshold));
  return text;
}

void WorkerStrip::choose(int worker) {
  if (workers() == 0) return;
  setWorker(std::clamp(worker, 0, workers() - 1));
  emit workerChosen(worker_);
}

void WorkerStrip::setWorker(int worker) {
  worker_ = std::max(0, worker);
  update();
}

void WorkerStrip::mousePressEvent(QMouseEvent* event) {
  const Geometry g = geometryOf();
  const double row = (event->position().y() - g.cells.top()) / g.row;
  if (row >= 0.0 && row < workers()) choose(static_cast<int>(row));
}

bool WorkerStrip::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto& help = dynamic_cast<QHelpEvent&>(*event);
    QToolTip::showText(help.globalPos(), tip(help.pos()), this);
    return true;
  }
  return QWidget::event(event);
}

void WorkerStrip::resizeEvent(QResizeEvent*) {
  repaintCells();
}

void WorkerStrip::changeEvent(QEvent* event) {
  if (look_ != Theme::look()) {
    look_ = Theme::look();
    repaintCells();
  }
  QWidget::changeEvent(event);
}

int WorkerStrip::paintLegend(QPainter& painter, int left) const {
  const Theme& theme = Theme::current();
  painter.setFont(plotFont());
  const QFontMetrics metrics(plotFont());
  int right = width() - kRight;
  std::vector<std::pair<Outcome, QString>> entries{{Outcome::Forced, tr("forced (τ > D)")},
                                                   {Outcome::Skipped, tr("skipped")},
                                                   {Outcome::Uploaded, tr("uploaded")}};
  if (run() != nullptr &&
      anyAway(std::span(run()->recent).last(static_cast<std::size_t>(shownColumns_))))
    entries.insert(entries.begin() + 1, {Outcome::Absent, tr("away")});
  int all = 0;
  for (const auto& entry : entries)
    all += metrics.horizontalAdvance(entry.second) + 16 + space::kLarge;
  if (right - all + space::kLarge < left) entries.front().second = tr("forced");
  for (const auto& [outcome, text] : entries) {
    const int wide = metrics.horizontalAdvance(text) + 2;
    if (right - wide - 14 < left) break;  // nothing covers the title, however narrow the card
    painter.setPen(theme.mutedText);
    painter.drawText(QRect(right - wide, 10, wide, 20), Qt::AlignVCenter | Qt::AlignRight, text);
    paintOutcome(painter, QRectF(right - wide - 14, 16, 8, 8), outcome,
                 brushOf(outcome, theme, run() == nullptr ? 0 : run()->colour));
    right -= wide + 14 + space::kLarge;
  }
  return right;
}

void WorkerStrip::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::current();
  const Geometry g = geometryOf();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QFont title = bodyFont();
  title.setWeight(QFont::DemiBold);
  painter.setFont(title);
  painter.setPen(theme.text);
  painter.drawText(QRect(space::kLarge, 10, 200, 20), Qt::AlignVCenter, tr("Who spoke"));
  const int after = space::kLarge + QFontMetrics(title).horizontalAdvance(tr("Who spoke")) + 12;
  const QString subtitle = tr("workers × iterations");
  const int before = paintLegend(painter, after);
  painter.setFont(bodyFont());
  painter.setPen(theme.mutedText);
  if (after + QFontMetrics(bodyFont()).horizontalAdvance(subtitle) <= before)
    painter.drawText(QRect(after, 10, before - after, 20), Qt::AlignVCenter, subtitle);
  painter.setPen(theme.mutedText);
  painter.setFont(plotFont());
  if (run() == nullptr || run()->recent.empty()) {
    const QString why =
        run() != nullptr && run()->isReadBack()
            ? tr("This run was read back from its folder, which does not keep who spoke.")
            : tr("Which worker uploaded, and which kept silent, appears as a run trains.");
    painter.setFont(bodyFont());
    painter.drawText(QRectF(rect()).adjusted(space::kLarge, kTitleHeight, -space::kLarge, 0),
                     int{Qt::AlignCenter} | Qt::TextWordWrap, why);
    return;
  }
  painter.drawImage(g.cells.topLeft(), cells_);
  const int every = std::max(1, static_cast<int>(std::ceil(11.0 / g.row)));
  for (int m = 0; m < workers(); ++m) {
    const bool chosen = m == worker_;
    if (m % every != 0 && !chosen) continue;
    painter.setPen(chosen ? theme.accent : theme.mutedText);
    painter.drawText(QRectF(0, kTitleHeight + m * g.row - 4, kNamesWidth - 8, g.row + 7),
                     Qt::AlignVCenter | Qt::AlignRight, QString::number(m + 1));
  }
  if (hasFocus()) {
    painter.setPen(QPen(theme.accent, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(g.cells.left() - 1.5, kTitleHeight + worker_ * g.row - 1.5,
                            g.cells.width() + 2, g.row + 2));
  }
  if (const auto column = cursorColumn()) {
    painter.setPen(QPen(theme.text, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(g.cells.left() + *column * g.column - 1.5,
                            kTitleHeight + worker_ * g.row - 1.5, g.column + 2, g.row + 2));
  }
  const auto& recent = run()->recent;
  const auto& first = recent[recent.size() - static_cast<std::size_t>(shownColumns_)];
  const QRectF below(g.cells.left(), g.cells.bottom() + 4, shownColumns_ * g.column, 16);
  painter.setPen(theme.mutedText);
  painter.drawText(below.adjusted(0, 0, 120, 0), Qt::AlignLeft,
                   tr("iteration %1").arg(grouped(first.record.iteration)));
  if (shownColumns_ > 20)
    painter.drawText(below, Qt::AlignRight, grouped(recent.back().record.iteration));
}

}  // namespace telegrad::ui
