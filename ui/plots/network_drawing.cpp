// SPDX-License-Identifier: GPL-3.0-or-later
// How NetworkPlot is painted: what stays the same through a clip once, the rest with every picture.
#include <algorithm>
#include <array>
#include <cmath>

#include <QPainter>

#include "ui/models/number_format.h"
#include "ui/plots/network_plot.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr double kLeastDot = 2.5;
constexpr double kLargestDot = 7.5;
constexpr double kFull = 0.9;  // a link that was sending for more of the time is the bottleneck
constexpr double kOwnThickness = 2.0;     // pixels more for a link that was always sending
constexpr double kSharedThickness = 5.0;  // of those that many messages cross
constexpr double kBlock = 18.0;
constexpr double kLongestQueue = 150.0;
constexpr double kThick = 9.0;  // of a queue
constexpr double kLeastNumbered = 8.0;
constexpr int kAtLeft = int{Qt::AlignLeft} | int{Qt::AlignVCenter};
constexpr int kAtRight = int{Qt::AlignRight} | int{Qt::AlignVCenter};

QColor mixed(const QColor& a, const QColor& b, double share) {
  const auto part = [share](int x, int y) { return static_cast<int>(x + (y - x) * share); };
  return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

QPen linkPen(double busy, const Theme& theme, double thickness) {
  const QColor colour =
      busy > kFull ? theme.warning : mixed(theme.hairline, theme.mutedText, std::min(1.0, busy));
  return {colour, 1.2 + thickness * busy, Qt::SolidLine, Qt::RoundCap};
}

}  // namespace

std::uint32_t NetworkPlot::workerOf(const Carried& message) const {
  return layout_.isServer(message.source) ? message.destination : message.source;
}

double NetworkPlot::dotRadius(std::int64_t bytes) const {
  const double share = static_cast<double>(bytes) /
                       static_cast<double>(std::max<std::int64_t>(1, film_.largestMessage()));
  return kLeastDot + (kLargestDot - kLeastDot) * std::sqrt(share);
}

void NetworkPlot::drawLinks(QPainter& painter) const {
  const Theme& theme = Theme::current();
  for (const auto& [source, destination] : pairs_) {
    const auto links = layout_.way(source, destination);
    // The shared links are drawn once, below. Where messages cross one link it is all the way.
    const bool isOne = !layout_.isServer(source) && !layout_.isServer(destination) &&
                       !film_.busy().contains({destination, true});
    const auto draw = [&](const LinkKey& link, const QLineF& line, bool isChosen) {
      auto pen = linkPen(busy(link), theme, kOwnThickness);
      if (isChosen) pen.setColor(theme.accent);
      painter.setPen(pen);
      painter.drawLine(line);
    };
    if (!layout_.isServer(source))
      draw({source, false}, isOne ? QLineF(links[0].p1(), links[1].p2()) : links[0],
           chosen_ == source);
    if (!layout_.isServer(destination) && !isOne)
      draw({destination, true}, links[1], layout_.hasServer() && chosen_ == destination);
  }
  if (!layout_.hasServer()) return;
  painter.setFont(plotFont());
  for (const bool incoming : {true, false}) {
    const bool shown = std::ranges::any_of(pairs_, [&](const Pair& pair) {
      return (incoming ? pair.second : pair.first) == workers_;
    });
    if (shown) drawSharedLink(painter, incoming);
  }
}

void NetworkPlot::drawSharedLink(QPainter& painter, bool incoming) const {
  const Theme& theme = Theme::current();
  const bool chosen = chosen_ == workers_;
  const auto links = incoming ? layout_.way(0, workers_) : layout_.way(workers_, 0);
  const QLineF line = incoming ? links[1] : links[0];
  const double share = busy({workers_, incoming});
  auto pen = linkPen(share, theme, kSharedThickness);
  if (chosen) pen.setColor(theme.accent);
  painter.setPen(pen);
  painter.drawLine(line);
  if (film_.isEmpty()) return;
  painter.setPen(share > kFull ? theme.warning : theme.mutedText);
  // Beside the server: what waits for the link stands above that.
  constexpr double kWide = 120.0;
  const QRectF server = layout_.server();
  QRectF place(0, incoming ? server.top() - 18 : server.bottom() + 4, kWide, 14);
  place.moveRight(std::min(server.center().x() + kWide / 2, width() - 4.0));
  const auto side = place.center().x() < server.center().x() ? Qt::AlignRight : Qt::AlignHCenter;
  painter.drawText(place, side | Qt::AlignVCenter,
                   (incoming ? tr("in, busy %1") : tr("out, busy %1")).arg(percent(share, 0)));
}

void NetworkPlot::drawServer(QPainter& painter) const {
  const Theme& theme = Theme::current();
  const bool chosen = chosen_ == workers_;
  painter.setPen(QPen(chosen ? theme.accent : theme.mutedText, chosen ? 2.0 : 1.2));
  painter.setBrush(chosen ? theme.chip : theme.panel);
  painter.drawRoundedRect(layout_.server(), 8, 8);
  painter.setPen(chosen ? theme.chipText : theme.text);
  painter.setFont(bodyFont());
  painter.drawText(layout_.server(), Qt::AlignCenter, tr("Server"));
}

void NetworkPlot::drawLegend(QPainter& painter) const {
  const Theme& theme = Theme::current();
  painter.setFont(plotFont());
  const QFontMetrics metrics(plotFont());
  const std::array<QString, 4> words{tr("message, colour by worker, size by bytes"),
                                     tr("waits for a link"), tr("thicker: busier link"),
                                     tr("closing ring: computes")};
  double x = 16.0;
  const double y = height() - 16.0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double wide = metrics.horizontalAdvance(words[i]);
    if (x + 24 + wide > width() - 8) break;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.run(0));
    if (i == 0) painter.drawEllipse(QPointF(x + 8, y), 5, 5);
    if (i == 1)
      for (const int block : {0, 1})
        painter.drawRoundedRect(QRectF(x + 9 * block, y - 4, 8, 8), 1.5, 1.5);
    painter.setBrush(Qt::NoBrush);
    if (i == 2) {
      painter.setPen(linkPen(0.0, theme, kSharedThickness));
      painter.drawLine(QPointF(x, y + 3), QPointF(x + 16, y + 3));
      painter.setPen(linkPen(0.8, theme, kSharedThickness));
      painter.drawLine(QPointF(x + 1, y - 3), QPointF(x + 15, y - 3));
    }
    if (i == 3) {
      painter.setPen(QPen(theme.hairline, 2));
      painter.drawEllipse(QPointF(x + 8, y), 6, 6);
      painter.setPen(QPen(theme.run(0), 2));
      painter.drawArc(QRectF(x + 2, y - 6, 12, 12), 90 * 16, -200 * 16);
    }
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(x + 22, y - 8, wide + 4, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     words[i]);
    x += 22 + wide + space::kHuge;
  }
}

void NetworkPlot::drawGround() {
  ground_ = QPixmap(size() * devicePixelRatioF());
  ground_.setDevicePixelRatio(devicePixelRatioF());
  ground_.fill(Qt::transparent);
  QPainter painter(&ground_);
  painter.setRenderHint(QPainter::Antialiasing);
  drawLinks(painter);
  if (layout_.hasServer()) drawServer(painter);
  drawLegend(painter);
}

void NetworkPlot::drawWorker(QPainter& painter, std::uint32_t worker) const {
  const Theme& theme = Theme::current();
  const WorkerMark mark = worker < marks_.size() ? marks_[worker] : WorkerMark{};
  const auto at = film_.worker(worker, film_.time());
  const bool away = film_.isEmpty() ? !mark.present : at.doing == WorkerStage::Doing::Away;
  const bool chosen = chosen_ == worker;
  const QPointF place = layout_.place(worker);
  const double radius = layout_.radius();
  const QColor own = theme.run(static_cast<int>(worker));
  const double thick = radius >= kLeastNumbered ? 3.0 : 1.5;
  painter.setBrush(chosen ? theme.chip : theme.panel);
  QPen pen(chosen || hovered_ == worker ? theme.accent : mixed(theme.hairline, own, 0.35), thick);
  if (away) {
    pen.setColor(theme.mutedText);
    pen.setWidthF(1.2);
    pen.setDashPattern({3, 3});
  }
  painter.setPen(pen);
  painter.drawEllipse(place, radius, radius);
  if (at.doing == WorkerStage::Doing::Computes && !away) {
    painter.setPen(QPen(own, thick, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius), 90 * 16,
                    -static_cast<int>(360 * 16 * at.share));
  }
  if (chosen && hasFocus()) {
    painter.setPen(QPen(theme.accent, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(place, radius + 4, radius + 4);
  }
  if (radius >= kLeastNumbered || chosen) {
    painter.setPen(away ? theme.mutedText : theme.text);
    painter.drawText(QRectF(place.x() - 20, place.y() - 10, 40, 20), Qt::AlignCenter,
                     QString::number(worker + 1));
  }
  if (mark.words.isEmpty() || (radius < 5.0 && !chosen)) return;
  painter.setPen(theme.warning);
  const bool left = layout_.labelsAtLeft(worker);
  const QRectF text(left ? place.x() - radius - 118 : place.x() + radius + 8, place.y() - 20, 110,
                    14);
  painter.drawText(text, left ? kAtRight : kAtLeft, mark.words);
}

void NetworkPlot::drawMessages(QPainter& painter, std::map<LinkKey, Queue>& queues) const {
  using Stage = MessageStage::Stage;
  const Theme& theme = Theme::current();
  for (const auto& iteration : film_.iterations())
    for (const auto& message : iteration.messages) {
      const auto stage = stageOf(message, film_.time());
      if (stage.stage == Stage::Ahead || stage.stage == Stage::Arrived) continue;
      const auto worker = workerOf(message);
      if (stage.stage == Stage::FirstQueue || stage.stage == Stage::SecondQueue) {
        const bool second = stage.stage == Stage::SecondQueue;
        auto& queue = queues[{second ? message.destination : message.source, second}];
        queue.messages.emplace_back(worker, message.bytes.value);
        queue.bytes += message.bytes.value;
        continue;
      }
      painter.setPen(QPen(theme.panel, 1.0));
      painter.setBrush(theme.run(static_cast<int>(worker)));
      const double radius = dotRadius(message.bytes.value);
      painter.drawEllipse(layout_.position(message, stage), radius, radius);
    }
}

void NetworkPlot::drawQueues(QPainter& painter, const std::map<LinkKey, Queue>& queues) const {
  painter.setFont(plotFont());
  for (const auto& [link, queue] : queues) drawQueue(painter, link, queue);
}

QLineF NetworkPlot::queueLine(const LinkKey& link) const {
  QPointF start;
  QPointF along;
  // At the server's side upwards or downwards from the link's beginning; at a worker sideways.
  if (layout_.isServer(link.node)) {
    const auto links = link.incoming ? layout_.way(0, link.node) : layout_.way(link.node, 0);
    start = link.incoming ? links[1].p1() : links[0].p1() - QPointF(kThick, 0);
    along = QPointF(0, link.incoming ? -1 : 1);
  } else {
    const bool left = layout_.labelsAtLeft(link.node);
    along = QPointF(left ? -1 : 1, 0);
    start = layout_.place(link.node) + (layout_.radius() + 1.0) * along +
            QPointF(0, link.incoming         ? 0.5 * kThick + 1
                       : layout_.hasServer() ? 0
                                             : -0.5 * kThick);
  }
  return {start, start + along};
}

void NetworkPlot::drawQueue(QPainter& painter, const LinkKey& link, const Queue& queue) const {
  const Theme& theme = Theme::current();
  const auto largest = static_cast<double>(std::max<std::int64_t>(1, film_.largestMessage()));
  const bool shared = layout_.isServer(link.node);
  const QLineF line = queueLine(link);
  QPointF start = line.p1();
  const QPointF along = line.p2() - line.p1();
  start += 7.0 * along;
  const double thick = shared ? kThick : std::min(kThick, 2.0 * layout_.radius());
  const double whole = kBlock * static_cast<double>(queue.bytes) / largest +
                       1.0 * static_cast<double>(queue.messages.size());
  const double room = shared ? kLongestQueue : 44.0;
  const double scale = std::min(1.0, room / whole);
  painter.setPen(Qt::NoPen);
  const QPointF across(along.y(), along.x());
  for (const auto& [worker, bytes] : queue.messages) {
    const double length = scale * kBlock * static_cast<double>(bytes) / largest;
    painter.setBrush(theme.run(static_cast<int>(worker)));
    painter.drawRect(QRectF(start - 0.5 * thick * across,
                            start + std::max(0.7, length) * along + 0.5 * thick * across)
                         .normalized());
    start += (length + scale) * along;
  }
  painter.setPen(theme.text);
  const QString text = tr("%1bit").arg(siNumber(8.0 * static_cast<double>(queue.bytes)));
  if (shared)
    painter.drawText(QRectF(start.x() - 50, start.y() + (along.y() < 0 ? -17 : 3), 100, 14),
                     Qt::AlignCenter, text);
  else if (layout_.radius() >= 5.0)
    painter.drawText(QRectF(along.x() < 0 ? start.x() - 66 : start.x() + 4, start.y() - 7, 62, 14),
                     along.x() < 0 ? kAtRight : kAtLeft, text);
}

void NetworkPlot::drawHint(QPainter& painter) const {
  const Theme& theme = Theme::current();
  painter.setFont(bodyFont());
  const QRectF room = QRectF(rect()).adjusted(space::kHuge, 0, -space::kHuge, 0);
  QRectF words = painter.boundingRect(QRectF(0, 0, std::min(360.0, room.width()), 200),
                                      int{Qt::AlignCenter} | Qt::TextWordWrap, hint_);
  words.moveCenter(QPointF(rect().center()));
  painter.setPen(QPen(theme.hairline, 1));
  painter.setBrush(theme.panel);
  painter.drawRoundedRect(words.adjusted(-16, -12, 16, 12), 8, 8);
  painter.setPen(theme.mutedText);
  painter.drawText(words, int{Qt::AlignCenter} | Qt::TextWordWrap, hint_);
}

void NetworkPlot::paintEvent(QPaintEvent*) {
  if (ground_.isNull()) drawGround();
  QPainter painter(this);
  painter.drawPixmap(0, 0, ground_);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(plotFont());
  for (std::uint32_t worker = 0; worker < workers_; ++worker) drawWorker(painter, worker);
  if (hovered_ && layout_.isServer(*hovered_)) {
    painter.setPen(QPen(Theme::current().accent, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(layout_.server(), 8, 8);
  }
  std::map<LinkKey, Queue> queues;
  drawMessages(painter, queues);
  drawQueues(painter, queues);
  if (film_.isEmpty() && !hint_.isEmpty()) drawHint(painter);
}

}  // namespace telegrad::ui
