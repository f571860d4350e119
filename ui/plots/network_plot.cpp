// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/network_plot.h"

#include <algorithm>
#include <array>
#include <set>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "ui/models/number_format.h"
#include "ui/plots/plot_reach.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kFrame = 33;             // milliseconds
constexpr double kLongestFrame = 0.1;  // seconds: after a pause of the window nothing jumps
constexpr double kIdle = 0.05;         // of the time
constexpr double kAlike = 0.03;        // so close together, links count as equally busy

QString bits(std::int64_t bytes) {
  return NetworkPlot::tr("%1bit").arg(siNumber(8.0 * static_cast<double>(bytes)));
}

QString time(SimTime time) {
  return NetworkPlot::tr("%1s").arg(siNumber(seconds(time)));
}

}  // namespace

NetworkPlot::NetworkPlot(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Network: workers, links and messages in simulated time"));
  new PlotReach(this, [this] { return table(); });
  playing_ = !reducedMotion();
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  timer_.setInterval(kFrame);
  timer_.setTimerType(Qt::PreciseTimer);
  connect(&timer_, &QTimer::timeout, this, &NetworkPlot::play);
}

void NetworkPlot::take(const std::vector<IterationTiming>& timings) {
  const bool wasEmpty = film_.isEmpty();
  for (const auto& timing : timings) film_.take(timing);
  if (film_.isEmpty()) return;
  arrange();
  if (wasEmpty) emit moved();
  if (playing_ && isVisible() && !timer_.isActive()) {
    sinceFrame_.start();
    timer_.start();
  }
}

void NetworkPlot::clear() {
  film_.clear();
  arrangedClip_ = 0;
  pairs_.clear();
  timer_.stop();
  arrange();
  forgetGround();
  emit moved();
}

void NetworkPlot::setNetwork(std::uint32_t workers, bool hasServer) {
  if (workers == workers_ && hasServer == hasServer_) return;
  workers_ = workers;
  hasServer_ = hasServer;
  if (chosen_ && *chosen_ > workers) choose({});
  arrangedClip_ = 0;
  pairs_.clear();
  arrange();
  forgetGround();
}

void NetworkPlot::setMarks(std::vector<WorkerMark> marks) {
  if (marks == marks_) return;
  marks_ = std::move(marks);
  update();
}

void NetworkPlot::setHint(const QString& hint) {
  if (hint == hint_) return;
  hint_ = hint;
  update();
}

void NetworkPlot::arrange() {
  if (!film_.isEmpty() && film_.clip() != arrangedClip_) {
    arrangedClip_ = film_.clip();
    std::set<Pair> pairs;
    for (const auto& iteration : film_.iterations())
      for (const auto& message : iteration.messages)
        pairs.emplace(message.source, message.destination);
    pairs_.assign(pairs.begin(), pairs.end());
    workers_ = static_cast<std::uint32_t>(film_.firstPlayed().workers.size());
    // Messages say it where there are any: a server is the node after the workers.
    if (!pairs_.empty())
      hasServer_ = std::ranges::any_of(pairs_, [this](const Pair& pair) {
        return pair.first == workers_ || pair.second == workers_;
      });
    forgetGround();
  }
  const bool bothWays =
      std::ranges::any_of(pairs_, [this](const Pair& pair) { return pair.first == workers_; });
  const QRectF area = hasServer_ ? QRectF(rect()).adjusted(118, 20, -32, -44)
                                 : QRectF(rect()).adjusted(110, 24, -110, -48);
  layout_ = NetworkLayout(area, workers_, hasServer_, bothWays);
  if (pairs_.empty() && hasServer_)  // before the first message: the way that uploads take
    for (std::uint32_t worker = 0; worker < workers_; ++worker)
      pairs_.emplace_back(worker, workers_);
}

void NetworkPlot::forgetGround() {
  ground_ = {};
  update();
}

void NetworkPlot::setPlaying(bool playing) {
  playing_ = playing;
  if (!playing) return timer_.stop();
  if (film_.time() >= film_.end() && !film_.hasNewer()) again();
  if (film_.isEmpty() || !isVisible()) return;
  sinceFrame_.start();
  timer_.start();
}

void NetworkPlot::play() {
  const double passed =
      std::min(1e-9 * static_cast<double>(sinceFrame_.nsecsElapsed()), kLongestFrame);
  sinceFrame_.start();
  if (!film_.advance(passed)) {
    timer_.stop();
    emit stopped();
    return;
  }
  if (film_.clip() != arrangedClip_) arrange();
  update();
  emit moved();
}

void NetworkPlot::seek(SimTime time) {
  film_.seek(time);
  update();
  emit moved();
}

void NetworkPlot::cutToNewest() {
  film_.cutToNewest();
  arrange();
  update();
  emit moved();
  setPlaying(playing_);
}

void NetworkPlot::choose(std::optional<std::uint32_t> node) {
  if (node == chosen_) return;
  chosen_ = node;
  setAccessibleDescription(node ? told(*node) : QString());
  forgetGround();
  emit nodeChosen();
}

double NetworkPlot::busy(const LinkKey& link) const {
  const auto found = film_.busy().find(link);
  return found == film_.busy().end() ? 0.0 : found->second;
}

QString NetworkPlot::nodeName(std::uint32_t node) const {
  return layout_.isServer(node) ? tr("server") : tr("worker %1").arg(node + 1);
}

QString NetworkPlot::linkName(const LinkKey& link) const {
  if (layout_.isServer(link.node))
    return link.incoming ? tr("the server's incoming link") : tr("the server's outgoing link");
  // Workers are often alike; then it is not one of them.
  const double share = busy(link);
  const auto alike = std::ranges::count_if(film_.busy(), [&](const auto& other) {
    return other.first.incoming == link.incoming && !layout_.isServer(other.first.node) &&
           other.second > share - kAlike;
  });
  if (alike > 1 && alike == workers_)
    return link.incoming ? tr("every worker's incoming link") : tr("every worker's outgoing link");
  return (link.incoming ? tr("worker %1's incoming link") : tr("worker %1's outgoing link"))
      .arg(link.node + 1);
}

QString NetworkPlot::traffic() const {
  struct Kind {
    QString words;
    std::int64_t count = 0;
    std::int64_t bytes = 0;
  };
  std::array<Kind, 3> kinds{{{tr("uploads")}, {tr("broadcasts")}, {tr("messages")}}};
  const auto& all = film_.iterations();
  for (std::size_t i = all.size() - film_.played(); i < all.size(); ++i)
    for (const auto& message : all[i].messages) {
      const std::size_t kind = layout_.isServer(message.destination) ? 0
                               : layout_.isServer(message.source)    ? 1
                                                                     : 2;
      ++kinds.at(kind).count;
      kinds.at(kind).bytes += message.bytes.value;
    }
  QStringList parts;
  for (const auto& kind : kinds)
    if (kind.count > 0)
      parts << tr("%1 %2 of %3")
                   .arg(shortNumber(static_cast<double>(kind.count) /
                                    static_cast<double>(film_.played())),
                        kind.words, bits(kind.bytes / kind.count));
  return parts.join(tr(" and ")) + tr(" an iteration");
}

QString NetworkPlot::sentence() const {
  if (film_.isEmpty()) return {};
  if (film_.messages() == 0)
    return tr("No worker sent anything in these iterations: the links are idle.");
  const auto most =
      std::ranges::max_element(film_.busy(), {}, [](const auto& link) { return link.second; });
  if (most == film_.busy().end() || most->second < kIdle)
    return tr("%1; all links are idle most of the time, and the workers compute.").arg(traffic());
  return tr("%1; %2 is busy %3 of the time.")
      .arg(traffic(), linkName(most->first), percent(most->second, 0));
}

QString NetworkPlot::tip(const QPointF& position) const {
  for (const auto& iteration : film_.iterations())
    for (const auto& message : iteration.messages) {
      const auto stage = stageOf(message, film_.time());
      if (stage.stage != MessageStage::Stage::FirstLink &&
          stage.stage != MessageStage::Stage::SecondLink)
        continue;
      if (QLineF(layout_.position(message, stage), position).length() > NetworkLayout::kReach)
        continue;
      return tr("%1 from %2 to %3, iteration %4\nwaits %5, transfer %6, latency %7")
          .arg(bits(message.bytes.value), nodeName(message.source), nodeName(message.destination),
               grouped(iteration.iteration), time(message.way.queueing), time(message.way.transfer),
               time(message.way.propagation));
    }
  const auto node = layout_.at(position, pairs_);
  if (!node) return {};
  if (layout_.isServer(*node))
    return tr("Server: its incoming link is busy %1 of the time\nClick for the links that all "
              "share")
        .arg(percent(busy({*node, true}), 0));
  QString text = tr("Worker %1: its outgoing link is busy %2 of the time")
                     .arg(*node + 1)
                     .arg(percent(busy({*node, false}), 0));
  if (*node < marks_.size() && !marks_[*node].words.isEmpty())
    text += QStringLiteral(", ") + marks_[*node].words;
  return text + tr("\nClick to slow it down, narrow its links or cut it off");
}

void NetworkPlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) choose(layout_.at(event->position(), pairs_));
}

void NetworkPlot::mouseMoveEvent(QMouseEvent* event) {
  const auto node = layout_.at(event->position(), pairs_);
  if (node == hovered_) return;
  hovered_ = node;
  setCursor(node ? Qt::PointingHandCursor : Qt::ArrowCursor);
  update();
}

void NetworkPlot::leaveEvent(QEvent*) {
  hovered_.reset();
  update();
}

void NetworkPlot::keyPressEvent(QKeyEvent* event) {
  const std::uint32_t nodes = workers_ + (layout_.hasServer() ? 1 : 0);
  switch (event->key()) {
    case Qt::Key_Down:
      return choose(chosen_ ? std::min(*chosen_ + 1, nodes - 1) : 0);
    case Qt::Key_Up:
      return choose(chosen_ && *chosen_ > 0 ? *chosen_ - 1 : 0);
    case Qt::Key_Right:
      return choose(layout_.hasServer() || !chosen_ ? nodes - 1 : (*chosen_ + 1) % nodes);
    case Qt::Key_Left:
      return choose(layout_.hasServer() || !chosen_ ? 0 : (*chosen_ + nodes - 1) % nodes);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (!chosen_) choose(0);
      emit editAsked();
      return;
    case Qt::Key_Escape:
      return choose({});
    default:
      QWidget::keyPressEvent(event);
  }
}

bool NetworkPlot::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto& help = dynamic_cast<QHelpEvent&>(*event);
    QToolTip::showText(help.globalPos(), tip(help.pos()), this);
    return true;
  }
  return QWidget::event(event);
}

void NetworkPlot::resizeEvent(QResizeEvent*) {
  arrange();
  forgetGround();
}

void NetworkPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
    forgetGround();
  QWidget::changeEvent(event);
}

void NetworkPlot::showEvent(QShowEvent*) {
  setPlaying(playing_);
}

void NetworkPlot::hideEvent(QHideEvent*) {
  timer_.stop();
}

}  // namespace telegrad::ui
