// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <QElapsedTimer>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include "ui/models/network_film.h"
#include "ui/plots/network_layout.h"
#include "ui/plots/plot_table.h"

namespace telegrad::ui {

/// What was done to a worker, as the picture marks it.
struct WorkerMark {
  bool present = true;
  QString words;  ///< "3 × slower"; empty: nothing
  bool operator==(const WorkerMark&) const = default;
};

/// A network and the messages on it, in simulated time. Dots are messages (their colour is their
/// worker's, their area grows with their bytes), blocks before a link are messages that wait for
/// it, a link is the thicker the more of the clip it was sending, a ring that closes is a worker's
/// computation. Click, or the arrows, choose a worker or the server; Return asks to edit it.
///
/// Plays while it is shown and playing, 30 pictures a second.
/// Threads: the window's.
class NetworkPlot : public QWidget {
  Q_OBJECT

 public:
  explicit NetworkPlot(QWidget* parent = nullptr);

  const NetworkFilm& film() const { return film_; }
  void take(const std::vector<IterationTiming>& timings);
  void clear();
  /// What there is before any message says so.
  void setNetwork(std::uint32_t workers, bool hasServer);
  void setMarks(std::vector<WorkerMark> marks);
  /// Said in the middle while there is nothing to play.
  void setHint(const QString& hint);

  void setPlaying(bool playing);
  bool isPlaying() const { return playing_; }
  void seek(SimTime time);
  void setSpeed(double speed) { film_.setSpeed(speed); }
  void cutToNewest();
  void skipTo(std::int64_t iteration) { film_.skipTo(iteration); }
  /// From the clip's beginning.
  void again() { seek(film_.begin()); }

  /// A worker, or the server, which is after the last of them; nothing: none.
  std::optional<std::uint32_t> chosen() const { return chosen_; }
  void choose(std::optional<std::uint32_t> node);
  const NetworkLayout& places() const { return layout_; }
  /// Whether pictures follow each other now.
  bool isMoving() const { return timer_.isActive(); }
  bool hasServer() const { return layout_.hasServer(); }
  /// What is seen, in one sentence.
  QString sentence() const;
  QString tip(const QPointF& position) const;
  QSize minimumSizeHint() const override { return {320, 224}; }
  /// Each node's links, and what it is at now.
  PlotTable table() const;

 signals:
  void nodeChosen();
  void editAsked();  ///< of the chosen node, by Return
  void moved();      ///< another time or another clip
  void stopped();    ///< the newest iteration has been played

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;
  /// What waits for a link, in the order in which it will leave.
  struct Queue {
    std::vector<std::pair<std::uint32_t, std::int64_t>> messages;  // worker, bytes
    std::int64_t bytes = 0;
  };

  void play();
  void arrange();  ///< layout and pairs, if the network is another
  void forgetGround();
  double busy(const LinkKey& link) const;
  QString traffic() const;
  QString linkName(const LinkKey& link) const;
  QString nodeName(std::uint32_t node) const;
  QString told(std::uint32_t node) const;
  QString doing(std::uint32_t worker) const;

  // In network_drawing.cpp.
  void drawGround();
  void drawLinks(QPainter& painter) const;
  void drawLegend(QPainter& painter) const;
  void drawServer(QPainter& painter) const;
  void drawWorker(QPainter& painter, std::uint32_t worker) const;
  void drawMessages(QPainter& painter, std::map<LinkKey, Queue>& queues) const;
  void drawQueues(QPainter& painter, const std::map<LinkKey, Queue>& queues) const;
  void drawQueue(QPainter& painter, const LinkKey& link, const Queue& queue) const;
  QLineF queueLine(const LinkKey& link) const;  ///< from where it begins, one pixel on
  void drawSharedLink(QPainter& painter, bool incoming) const;
  void drawHint(QPainter& painter) const;
  std::uint32_t workerOf(const Carried& message) const;
  double dotRadius(std::int64_t bytes) const;

  NetworkFilm film_;
  NetworkLayout layout_;
  std::uint32_t workers_ = 1;
  bool hasServer_ = true;
  std::vector<WorkerMark> marks_;
  QString hint_;
  bool playing_ = true;
  std::optional<std::uint32_t> chosen_;
  std::optional<std::uint32_t> hovered_;
  std::vector<Pair> pairs_;  // sources and destinations of the clip
  std::uint64_t arrangedClip_ = 0;
  QPixmap ground_;  // what stays the same through a clip; null: to be drawn
  QTimer timer_;
  QElapsedTimer sinceFrame_;
};

}  // namespace telegrad::ui
