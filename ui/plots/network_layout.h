// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include <QLineF>
#include <QRectF>

#include "ui/models/network_film.h"

namespace telegrad::ui {

/// Where a network's parts are drawn. With a server: the workers on an arc at the left, the server
/// at the right, each worker's own links as far as a place before the server, and from there the
/// links that all share. Without: the workers on a circle, messages along chords.
class NetworkLayout {
 public:
  NetworkLayout() = default;
  /// At least one worker. `bothWays`: something comes from the server, too.
  NetworkLayout(const QRectF& area, std::uint32_t workers, bool hasServer, bool bothWays);

  std::uint32_t workers() const { return workers_; }
  bool hasServer() const { return hasServer_; }
  bool isServer(std::uint32_t node) const { return hasServer_ && node == workers_; }
  /// Of a worker, 0 ... workers() - 1, or of the server, workers().
  QPointF place(std::uint32_t node) const;
  double radius() const { return radius_; }  ///< of a worker
  QRectF server() const { return server_; }
  /// Where workers are labelled: to the left of them, or away from the circle's middle.
  bool labelsAtLeft(std::uint32_t node) const;

  /// The two links that a message crosses: the first begins at its source, the second ends at its
  /// destination and begins where the first one ends.
  std::array<QLineF, 2> way(std::uint32_t source, std::uint32_t destination) const;
  /// Where a message is drawn that is in that stage.
  QPointF position(const Carried& message, const MessageStage& stage) const;

  /// The node at a place, or whose link is there; nothing within kReach. With a server its own
  /// links are the shared ones; without, a chord is its source's: `chords` are those drawn.
  std::optional<std::uint32_t> at(
      const QPointF& position,
      std::span<const std::pair<std::uint32_t, std::uint32_t>> chords) const;
  static constexpr double kReach = 7.0;

 private:
  void layStar(const QRectF& area);
  void layCircle(const QRectF& area);

  std::uint32_t workers_ = 1;
  bool hasServer_ = true;
  bool bothWays_ = false;
  double radius_ = 10.0;
  QPointF middle_;
  double circle_ = 0.0;  // its radius
  double bend_ = 0.0;    // how far the arc's ends are to the right of its middle
  double pitch_ = 0.0;   // between the workers of the arc
  QRectF server_;
  double before_ = 0.0;  // x of the place before the server
};

}  // namespace telegrad::ui
