// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/shard_list.h"

#include <algorithm>
#include <cmath>

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include "ui/models/number_format.h"
#include "ui/plots/plot_reach.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kScale = 2;  // screen pixels for an image's
constexpr int kWords = 112;
constexpr int kImageGap = 5;  // between images
constexpr int kLeast = 210;   // width of the bars
constexpr int kLongestName = 92;
constexpr double kNarrow = 13.0;  // a column that holds no name

QString nameOf(const DealtData& dealt, std::size_t label) {
  return QString::fromStdString(dealt.classNames[label]);
}

}  // namespace

ShardList::ShardList(QWidget* parent) : QAbstractScrollArea(parent) {
  setProperty("role", "list");
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  new PlotReach(this, [this] { return table(); });
  setAccessibleName(tr("What each worker has: images and classes"));
  viewport()->setMouseTracking(true);
}

void ShardList::setData(std::shared_ptr<const DealtData> dealt) {
  if (dealt == data_) return;
  data_ = std::move(dealt);
  moveCursor(std::nullopt);
  distances_.clear();
  even_.clear();
  largest_ = 1;
  if (data_ != nullptr) {
    distances_ = data_->distances();
    largest_ = std::max(1U, data_->largestCount());
    even_.assign(data_->classNames.size(), 0.0);
    for (const auto& worker : data_->workers)
      for (std::size_t c = 0; c < even_.size(); ++c)
        even_[c] += worker.counts[c] / static_cast<double>(workers());
  }
  setRange();
  verticalScrollBar()->setValue(0);
  viewport()->update();
}

ShardList::Geometry ShardList::geometryOf() const {
  Geometry g;
  if (workers() == 0) return g;
  const int wide = viewport()->width() - space::kMedium;
  const auto& shape = data_->shape;
  g.side = kScale * static_cast<int>(shape.back());
  const int high = kScale * static_cast<int>(shape[shape.size() - 2]);
  g.row = std::max(high, 52) + 2 * space::kSmall;
  g.imagesAt = kWords;
  const int room = wide - kWords - space::kLarge - kLeast;
  const auto have = static_cast<int>(data_->workers.front().labels.size());
  g.images = std::clamp((room + kImageGap) / (g.side + kImageGap), std::min(2, have), have);
  const int left = g.imagesAt + g.images * (g.side + kImageGap) + space::kMedium;
  g.bars = QRect(left, 0, std::max(60, wide - left), high);
  const auto classes = static_cast<double>(data_->classNames.size());
  g.column = g.bars.width() / classes;
  g.numbers = g.column < kNarrow;
  const QFontMetrics metrics(plotFont());
  int longest = 0;
  for (std::size_t c = 0; c < data_->classNames.size(); ++c)
    longest = std::max(longest, metrics.horizontalAdvance(nameOf(*data_, c)));
  const bool flat = g.numbers || longest < g.column;
  g.head = (flat ? metrics.height() : std::min(longest, kLongestName)) + space::kSmall;
  return g;
}

void ShardList::setRange() {
  const Geometry g = geometryOf();
  auto* bar = verticalScrollBar();
  const int page = std::max(0, viewport()->height() - g.head);
  bar->setRange(0, std::max(0, workers() * g.row - page));
  bar->setPageStep(page);
  bar->setSingleStep(std::max(1, g.row / 2));
}

std::size_t ShardList::imageAt(const Geometry& g, std::size_t worker, int place) const {
  // At equal steps, so that fewer mirror the shard as well.
  const auto have = data_->workers[worker].labels.size();
  const auto shown = static_cast<std::size_t>(std::max(1, g.images));
  return std::min((2 * static_cast<std::size_t>(place) + 1) * have / (2 * shown), have - 1);
}

QImage ShardList::image(std::size_t worker, std::size_t number) const {
  const auto& shape = data_->shape;
  const auto channels = static_cast<std::size_t>(shape.front());
  const auto high = static_cast<int>(shape[1]);
  const auto wide = static_cast<int>(shape[2]);
  const auto plane = static_cast<std::size_t>(high) * static_cast<std::size_t>(wide);
  const auto* pixels = data_->workers[worker].pixels.data() + number * channels * plane;
  QImage image(wide, high, QImage::Format_RGB32);
  for (int y = 0; y < high; ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));  // NOLINT: Qt's own way
    for (int x = 0; x < wide; ++x) {
      const auto* pixel = pixels + static_cast<std::size_t>(y) * static_cast<std::size_t>(wide) +
                          static_cast<std::size_t>(x);
      line[x] = channels == 3 ? qRgb(pixel[0], pixel[plane], pixel[2 * plane])
                              : qRgb(pixel[0], pixel[0], pixel[0]);
    }
  }
  return image;
}

QRect ShardList::barRect(const Geometry& g, std::size_t classIndex, int top,
                         std::uint32_t count) const {
  const double from = g.bars.left() + g.column * static_cast<double>(classIndex);
  const int gap = g.column >= 8.0 ? 2 : g.column >= 4.0 ? 1 : 0;
  const int left = static_cast<int>(std::lround(from));
  const int right = static_cast<int>(std::lround(from + g.column)) - gap;
  const double share = count / static_cast<double>(largest_);
  const int high = count == 0 ? 0 : std::max(1, static_cast<int>(share * g.bars.height()));
  return {left, top + g.bars.height() - high, std::max(1, right - left), high};
}

void ShardList::paintBars(QPainter& painter, const Geometry& g, std::size_t worker, int top) const {
  const Theme& theme = Theme::current();
  const auto& counts = data_->workers[worker].counts;
  const int foot = top + g.bars.height();
  for (std::size_t c = 0; c < counts.size(); ++c)
    painter.fillRect(barRect(g, c, top, counts[c]), theme.accent);
  painter.fillRect(QRect(g.bars.left(), foot, g.bars.width(), 1), theme.mutedText);
  // Under the even share a bar lacks what the line leaves open; above it, it has more.
  for (std::size_t c = 0; c < counts.size(); ++c) {
    const auto rect = barRect(g, c, top, 0);
    const int y = foot - static_cast<int>(even_[c] / largest_ * g.bars.height());
    painter.fillRect(QRect(rect.left(), y, rect.width(), 1), theme.text);
  }
  if (!cursor_ || cursor_->row != worker) return;
  const auto bar = barRect(g, cursor_->column, top, largest_).adjusted(-2, -2, 1, 1);
  painter.setPen(QPen(theme.text, 1.5));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(bar);
}

void ShardList::paintRow(QPainter& painter, const Geometry& g, std::size_t worker, int top) const {
  const Theme& theme = Theme::current();
  const auto& shard = data_->workers[worker];
  painter.fillRect(QRect(0, top + g.row - 1, viewport()->width(), 1), theme.hairline);
  const int inner = top + space::kSmall;
  QFont strong = bodyFont();
  strong.setWeight(QFont::DemiBold);
  painter.setFont(strong);
  painter.setPen(theme.text);
  painter.drawText(QRect(0, inner - 2, kWords, 18), Qt::AlignVCenter,
                   tr("Worker %1").arg(worker + 1));
  painter.setFont(plotFont());
  painter.setPen(theme.mutedText);
  const QStringList lines{tr("%1 examples").arg(grouped(static_cast<qint64>(shard.examples))),
                          tr("%1 of %2 classes").arg(shard.classes()).arg(shard.counts.size()),
                          tr("distance %1").arg(distances_[worker], 0, 'f', 2)};
  for (int i = 0; i < lines.size(); ++i)
    painter.drawText(QRect(0, inner + 16 + 13 * i, kWords - space::kSmall, 13), Qt::AlignVCenter,
                     lines[i]);
  const int high = g.bars.height();
  for (int i = 0; i < g.images && !shard.labels.empty(); ++i) {
    const QRect place(g.imagesAt + i * (g.side + kImageGap), inner, g.side, high);
    painter.drawImage(place, image(worker, imageAt(g, worker, i)));
  }
  paintBars(painter, g, worker, inner);
}

void ShardList::paintHead(QPainter& painter, const Geometry& g) const {
  const Theme& theme = Theme::current();
  painter.fillRect(QRect(0, 0, viewport()->width(), g.head), theme.panel);
  painter.fillRect(QRect(0, g.head - 1, viewport()->width(), 1), theme.hairline);
  painter.setFont(plotFont());
  painter.setPen(theme.mutedText);
  const QFontMetrics metrics(plotFont());
  const auto classes = data_->classNames.size();
  if (g.numbers) {
    const std::size_t step = classes > 50 ? 10 : 5;
    for (std::size_t c = 0; c < classes; c += step) {
      const auto at = static_cast<int>(g.bars.left() + g.column * static_cast<double>(c));
      painter.drawText(QRect(at, 0, 40, g.head - 4), Qt::AlignLeft | Qt::AlignBottom,
                       QString::number(c));
    }
    return;
  }
  const bool flat = g.head < 2 * metrics.height();
  for (std::size_t c = 0; c < classes; ++c) {
    const double middle = g.bars.left() + g.column * (static_cast<double>(c) + 0.5) - 1;
    painter.save();
    painter.translate(middle, g.head - 5);
    if (!flat) painter.rotate(-90);
    const auto text = metrics.elidedText(nameOf(*data_, c), Qt::ElideRight, kLongestName);
    painter.drawText(
        flat ? QRectF(-g.column / 2, -16, g.column, 16) : QRectF(0, -8, 100, 16),
        flat ? int{Qt::AlignHCenter} | Qt::AlignBottom : int{Qt::AlignLeft} | Qt::AlignVCenter,
        text);
    painter.restore();
  }
}

void ShardList::paintEvent(QPaintEvent*) {
  if (workers() == 0) return;
  QPainter painter(viewport());
  const Geometry g = geometryOf();
  const int scrolled = verticalScrollBar()->value();
  const int first = scrolled / g.row;
  for (int m = first; m < workers(); ++m) {
    const int top = g.head + m * g.row - scrolled;
    if (top >= viewport()->height()) break;
    paintRow(painter, g, static_cast<std::size_t>(m), top);
  }
  paintHead(painter, g);
}

QString ShardList::tip(const QPoint& position) const {
  if (workers() == 0) return {};
  const Geometry g = geometryOf();
  if (position.y() < g.head) return {};
  const int row = (position.y() - g.head + verticalScrollBar()->value()) / g.row;
  if (row >= workers()) return {};
  const auto worker = static_cast<std::size_t>(row);
  const auto& shard = data_->workers[worker];
  const int x = position.x();
  if (x >= g.bars.left() && x < g.bars.right()) {
    const auto c =
        std::min(static_cast<std::size_t>((x - g.bars.left()) / g.column), shard.counts.size() - 1);
    return told({c, worker});
  }
  const int place = (x - g.imagesAt) / (g.side + kImageGap);
  if (x >= g.imagesAt && place < g.images)
    return tr("Worker %1: an example of class %2")
        .arg(worker + 1)
        .arg(nameOf(*data_, shard.labels[imageAt(g, worker, place)]));
  return tr(
      "Distance: the share of its examples that would have to be of other classes for it to "
      "be like all workers together (total variation)");
}

void ShardList::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  setRange();
}

void ShardList::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  viewport()->update();
}

bool ShardList::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
  const auto& help = dynamic_cast<QHelpEvent&>(*event);
  QToolTip::showText(help.globalPos(), tip(help.pos()), viewport());
  return true;
}

}  // namespace telegrad::ui
