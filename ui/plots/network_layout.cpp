// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/network_layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace telegrad::ui {
namespace {

constexpr double kLargestRadius = 15.0;
constexpr double kLeastRadius = 1.5;
constexpr double kServerHalf = 34.0;
constexpr double kLaneGap = 13.0;  // of the two directions' shared links, from the middle
constexpr double kChordShift = 4.0;
constexpr double kFirstPart = 0.7;  // of a chord that is its first link

/// How far `point` is from a piece of a line.
double distance(const QPointF& point, const QLineF& line) {
  const QPointF along = line.p2() - line.p1();
  const double square = QPointF::dotProduct(along, along);
  const double share =
      square > 0.0 ? std::clamp(QPointF::dotProduct(point - line.p1(), along) / square, 0.0, 1.0)
                   : 0.0;
  return QLineF(point, line.pointAt(share)).length();
}

}  // namespace

NetworkLayout::NetworkLayout(const QRectF& area, std::uint32_t workers, bool hasServer,
                             bool bothWays)
    : workers_(std::max(1U, workers)),
      hasServer_(hasServer),
      bothWays_(bothWays),
      middle_(area.center()) {
  if (hasServer_)
    layStar(area);
  else
    layCircle(area);
}

void NetworkLayout::layStar(const QRectF& area) {
  pitch_ = std::min(56.0, area.height() / workers_);
  radius_ = std::clamp(0.36 * pitch_, kLeastRadius, kLargestRadius);
  bend_ = std::min(0.08 * area.width(), 0.15 * pitch_ * workers_);
  middle_ = {area.left() + radius_, area.center().y()};
  server_ = {area.right() - 2 * kServerHalf, middle_.y() - kServerHalf, 2 * kServerHalf,
             2 * kServerHalf};
  before_ = server_.left() - std::clamp(0.2 * area.width(), 40.0, 200.0);
}

void NetworkLayout::layCircle(const QRectF& area) {
  circle_ = std::max(20.0, 0.5 * std::min(area.width(), area.height()) - kLargestRadius - 4.0);
  const double gap = 2.0 * circle_ * std::sin(std::numbers::pi / std::max(2U, workers_));
  radius_ = std::clamp(0.36 * gap, kLeastRadius, kLargestRadius);
}

QPointF NetworkLayout::place(std::uint32_t node) const {
  if (isServer(node)) return server_.center();
  if (hasServer_) {
    const double row = node - 0.5 * (workers_ - 1.0);
    const double share = workers_ > 1 ? 2.0 * row / (workers_ - 1.0) : 0.0;
    return middle_ + QPointF(bend_ * share * share, pitch_ * row);
  }
  const double angle = 2.0 * std::numbers::pi * node / workers_ - 0.5 * std::numbers::pi;
  return middle_ + circle_ * QPointF(std::cos(angle), std::sin(angle));
}

bool NetworkLayout::labelsAtLeft(std::uint32_t node) const {
  return hasServer_ || place(node).x() < middle_.x() - 1.0;
}

std::array<QLineF, 2> NetworkLayout::way(std::uint32_t source, std::uint32_t destination) const {
  if (isServer(destination)) {
    const QPointF worker = place(source);
    const double lane = bothWays_ ? middle_.y() - kLaneGap : middle_.y();
    const double off = bothWays_ ? 0.35 * radius_ : 0.0;
    const QPointF mouth(before_, lane);
    return {QLineF(worker + QPointF(radius_, -off), mouth), QLineF(mouth, {server_.left(), lane})};
  }
  if (isServer(source)) {
    const QPointF worker = place(destination);
    const double lane = middle_.y() + kLaneGap;
    const QPointF mouth(before_, lane);
    return {QLineF({server_.left(), lane}, mouth),
            QLineF(mouth, worker + QPointF(radius_, 0.35 * radius_))};
  }
  // The two directions of a pair are drawn beside each other.
  QLineF chord(place(source), place(destination));
  const double length = std::max(1.0, chord.length());
  const QPointF along = (chord.p2() - chord.p1()) / length;
  chord.translate(kChordShift * QPointF(along.y(), -along.x()));
  const QLineF shown(chord.p1() + radius_ * along, chord.p2() - radius_ * along);
  const QPointF between = shown.pointAt(kFirstPart);
  return {QLineF(shown.p1(), between), QLineF(between, shown.p2())};
}

QPointF NetworkLayout::position(const Carried& message, const MessageStage& stage) const {
  using Stage = MessageStage::Stage;
  const auto links = way(message.source, message.destination);
  switch (stage.stage) {
    case Stage::Ahead:
    case Stage::FirstQueue:
      return links[0].p1();
    case Stage::FirstLink:
      if (crossesOneLink(message)) return QLineF(links[0].p1(), links[1].p2()).pointAt(stage.share);
      return links[0].pointAt(stage.share);
    case Stage::SecondQueue:
      return links[1].p1();
    case Stage::SecondLink:
      return links[1].pointAt(stage.share);
    case Stage::Arrived:
      break;
  }
  return links[1].p2();
}

std::optional<std::uint32_t> NetworkLayout::at(
    const QPointF& position,
    std::span<const std::pair<std::uint32_t, std::uint32_t>> chords) const {
  if (hasServer_ && server_.adjusted(-kReach, -kReach, kReach, kReach).contains(position))
    return workers_;
  std::optional<std::uint32_t> nearest;
  double least = std::max(radius_, kReach);
  for (std::uint32_t worker = 0; worker < workers_; ++worker) {
    const double away = QLineF(position, place(worker)).length();
    if (away > least) continue;
    least = away;
    nearest = worker;
  }
  if (nearest) return nearest;
  least = kReach;
  const auto look = [&](const QLineF& line, std::uint32_t node) {
    const double away = distance(position, line);
    if (away >= least) return;
    least = away;
    nearest = node;
  };
  for (const auto& [source, destination] : chords) {
    const auto links = way(source, destination);
    // With a server each link is that of the node at its end; a chord is wholly its source's.
    look(links[0], source);
    look(links[1], isServer(source) || isServer(destination) ? destination : source);
  }
  return nearest;
}

}  // namespace telegrad::ui
