// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network_page.h"

#include <algorithm>
#include <iterator>

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/models/number_format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/run_sign.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kScrubSteps = 2000;
constexpr int kCardHeight = 232;
constexpr double kStep = 2.0;
constexpr double kSlowest = 1.0 / 64;
constexpr double kFastest = 16.0;

QFrame* frame(QWidget* content, QWidget* parent) {
  auto* made = new QFrame(parent);
  made->setProperty("role", "card");
  auto* rows = new QVBoxLayout(made);
  rows->setContentsMargins(1, 1, 1, 1);
  rows->addWidget(content);
  return made;
}

QScrollArea* scrolling(QWidget* content, QWidget* parent) {
  auto* scroll = new QScrollArea(parent);
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  return scroll;
}

QToolButton* button(const QString& text, const QString& tip, QWidget* parent) {
  auto* made = new QToolButton(parent);
  made->setText(text);
  made->setToolTip(tip);
  made->setAccessibleName(tip);
  return made;
}

/// A worker's parameters live in a slot of its own, counted from 1.
ParameterName ofWorker(std::uint32_t worker, const char* key) {
  return {"worker." + std::to_string(worker + 1), key};
}

/// Its value where the experiment has it.
std::optional<Value> valueOf(const Experiment& experiment, const ParameterName& name) {
  if (!describe(experiment, name)) return std::nullopt;
  return experiment.value(name);
}

WorkerMark markOf(const Experiment& experiment, std::uint32_t worker) {
  WorkerMark mark;
  QStringList words;
  const auto present = valueOf(experiment, ofWorker(worker, "present"));
  if (present && !std::get<bool>(*present)) {
    mark.present = false;
    words << NetworkPage::tr("cut off");
  }
  const auto slowdown = valueOf(experiment, ofWorker(worker, "slowdown"));
  if (slowdown && std::get<double>(*slowdown) != 1.0)
    words << NetworkPage::tr("%1 × slower").arg(shortNumber(std::get<double>(*slowdown)));
  const auto share = valueOf(experiment, ofWorker(worker, "link_share"));
  if (share && std::get<double>(*share) != 1.0)
    words << NetworkPage::tr("links %1").arg(percent(std::get<double>(*share), 0));
  mark.words = words.join(QStringLiteral(", "));
  return mark;
}

/// What the links saw of it is there: an iteration that went by unobserved has none of it.
bool isRecorded(const IterationTiming& timing) {
  return !timing.messages.empty() ||
         std::ranges::all_of(timing.workers,
                             [](const WorkerTiming& worker) { return worker.sent.value == 0; });
}

}  // namespace

NetworkPage::NetworkPage(RunController& controller, QWidget* parent)
    : QWidget(parent),
      controller_(controller),
      plot_(new NetworkPlot(this)),
      card_(new NetworkCard(this)),
      trace_(new TraceEditor(controller, this)) {
  auto* below = new QHBoxLayout;
  below->setSpacing(space::kMedium);
  auto* cardFrame = frame(scrolling(card_, this), this);
  cardFrame->setFixedHeight(kCardHeight);
  auto* traceFrame = frame(trace_, this);
  traceFrame->setFixedHeight(kCardHeight);
  below->addWidget(cardFrame, 2);
  below->addWidget(traceFrame, 3);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kMedium);
  rows->addWidget(frame(makePicture(), this), 1);
  rows->addLayout(below);
  connect(plot_, &NetworkPlot::moved, this, &NetworkPage::showPlayback);
  connect(plot_, &NetworkPlot::stopped, this, &NetworkPage::showPlayback);
  connect(plot_, &NetworkPlot::nodeChosen, this, &NetworkPage::showSubject);
  connect(plot_, &NetworkPlot::editAsked, card_, &NetworkCard::takeFocus);
  connect(card_, &NetworkCard::chosen, &controller_, &RunController::change);
  connectController();
  showNetwork();
  showState();
  showPlayback();
}

QWidget* NetworkPage::makePicture() {
  auto* content = new QWidget(this);
  auto* rows = new QVBoxLayout(content);
  rows->setContentsMargins(0, space::kSmall, 0, space::kMedium);
  rows->setSpacing(space::kTiny);
  rows->addWidget(makePlayback());
  rows->addWidget(plot_, 1);
  scrub_ = new QSlider(Qt::Horizontal, content);
  scrub_->setRange(0, kScrubSteps);
  scrub_->setAccessibleName(tr("Time within what is played"));
  connect(scrub_, &QSlider::valueChanged, this, [this](int step) {
    const auto& film = plot_->film();
    plot_->setPlaying(false);
    plot_->seek(film.begin() + (film.end() - film.begin()) * step / kScrubSteps);
  });
  sentence_ = new QLabel(content);
  sentence_->setWordWrap(true);
  auto* foot = new QVBoxLayout;
  foot->setContentsMargins(space::kLarge, 0, space::kLarge, 0);
  foot->setSpacing(space::kTiny);
  foot->addWidget(scrub_);
  foot->addWidget(sentence_);
  rows->addLayout(foot);
  return content;
}

QWidget* NetworkPage::makePlayback() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::kLarge, 0, space::kMedium, 0);
  row->setSpacing(space::kSmall);
  when_ = new QLabel(bar);
  pace_ = new ElidedLabel(bar);
  pace_->setProperty("role", "muted");
  play_ = button({}, tr("Hold or play the picture; the run is not touched"), bar);
  auto* slower = button(tr("Slower"), tr("Slower: half the simulated time in a second"), bar);
  auto* faster = button(tr("Faster"), tr("Faster: twice the simulated time in a second"), bar);
  latest_ = button(tr("Latest"), tr("To the newest iterations"), bar);
  row->addWidget(when_);
  row->addWidget(pace_, 1);
  for (auto* each : {play_, slower, faster, latest_}) row->addWidget(each);
  connect(play_, &QToolButton::clicked, this, [this] {
    plot_->setPlaying(!plot_->isMoving());
    showPlayback();
  });
  const auto times = [this](double factor) {
    plot_->setSpeed(std::clamp(plot_->film().speed() * factor, kSlowest, kFastest));
    showPlayback();
  };
  connect(slower, &QToolButton::clicked, this, [times] { times(1.0 / kStep); });
  connect(faster, &QToolButton::clicked, this, [times] { times(kStep); });
  connect(latest_, &QToolButton::clicked, this, [this] {
    plot_->cutToNewest();
    plot_->setPlaying(true);
    showPlayback();
  });
  return bar;
}

void NetworkPage::connectController() {
  connect(&controller_, &RunController::arrived, this, &NetworkPage::take);
  connect(&controller_, &RunController::runBegan, this, [this] {
    plot_->clear();
    showNetwork();
    showState();
  });
  connect(&controller_, &RunController::stateChanged, this, &NetworkPage::showState);
  connect(&controller_, &RunController::draftChanged, this, &NetworkPage::showNetwork);
  connect(&controller_.runs(), &RunsModel::currentChanged, this, &NetworkPage::showState);
  connect(&controller_, &RunController::refused, this, &NetworkPage::showSubject);
  connect(&controller_, &RunController::valueChanged, this,
          [this](const ParameterName& name, const Value& value) {
            const qint64 next = controller_.isActive() ? controller_.iteration() + 1 : 0;
            card_->showValue(name, value, next);
            showNetwork();
          });
}

void NetworkPage::take(const SampleBatch& batch) {
  for (const auto& sample : batch)
    if (!sample.changes.empty()) {
      card_->showApplied(sample.changes);
      plot_->skipTo(sample.changes.back().iteration);  // what it does is wanted now, not later
    }
  if (!isVisible()) return;
  std::vector<IterationTiming> timings;
  for (const auto& sample : batch)
    std::ranges::copy_if(sample.timings, std::back_inserter(timings), isRecorded);
  // Of a large batch only the end would be kept.
  if (timings.size() > NetworkFilm::kKept)
    timings.erase(timings.begin(), timings.end() - NetworkFilm::kKept);
  plot_->take(timings);
  latest_->setEnabled(plot_->film().hasNewer());
}

void NetworkPage::showNetwork() {
  const Experiment& shown = controller_.shown();
  const auto workers =
      static_cast<std::uint32_t>(shown.slot("cluster").settings.integer("workers"));
  if (plot_->film().isEmpty())
    plot_->setNetwork(workers, shown.slot("network").settings.has("server_ingress"));
  std::vector<WorkerMark> marks;
  for (std::uint32_t worker = 0; worker < workers; ++worker) marks.push_back(markOf(shown, worker));
  plot_->setMarks(std::move(marks));
  showSubject();
}

QString NetworkPage::hint() const {
  if (controller_.isActive()) switch (controller_.state()) {
      case RunState::Preparing:
        return tr("Reading the data and making the model …");
      case RunState::Paused:
        return tr("Paused. Run or Step shows the messages of the iterations that follow.");
      default:
        return tr("Messages appear with the next iteration.");
    }
  const Run* current = controller_.runs().current();
  if (current != nullptr && current->isReadBack())
    return tr(
        "This run was read back from its folder, which does not keep its messages. Run "
        "shows those of the next one.");
  if (controller_.runId() != 0)
    return tr(
        "The run ended before this page was opened. Rewind runs it again, with its messages.");
  return tr("Press Run: workers compute, and their messages travel here in simulated time.");
}

void NetworkPage::showState() {
  plot_->setHint(hint());
  showPlayback();
}

void NetworkPage::showPlayback() {
  const auto& film = plot_->film();
  const bool moving = plot_->isMoving();
  play_->setIcon(runSign(moving ? RunSign::Pause : RunSign::Run, &Theme::text));
  play_->setEnabled(!film.isEmpty());
  scrub_->setEnabled(!film.isEmpty());
  latest_->setEnabled(film.hasNewer());
  const QSignalBlocker quiet(scrub_);
  if (film.isEmpty()) {
    when_->setText(tr("Simulated network"));
    pace_->setText({});
    scrub_->setValue(0);
    sentence_->setText(tr("Click a worker or a link, or press an arrow key, to change it."));
    describedClip_ = 0;
    return;
  }
  trace_->setNow(film.time());
  const auto& iteration = film.at(film.time());
  when_->setText(tr("Iteration %1, %2s of %3s")
                     .arg(grouped(iteration.iteration),
                          siNumber(std::max(0.0, seconds(film.time() - iteration.start)), 3),
                          siNumber(seconds(iteration.end - iteration.start), 3)));
  pace_->setText(tr("a second here is %1s there").arg(siNumber(film.pace())));
  const auto whole = (film.end() - film.begin()).count();
  if (whole > 0)
    scrub_->setValue(
        static_cast<int>(kScrubSteps * ((film.time() - film.begin()).count()) / whole));
  if (describedClip_ == film.clip()) return;
  describedClip_ = film.clip();
  sentence_->setText(plot_->sentence());
  plot_->setAccessibleDescription(sentence_->text());
}

std::vector<NetworkCard::Item> NetworkPage::itemsOf(const std::vector<ParameterName>& names) const {
  std::vector<NetworkCard::Item> items;
  for (const auto& name : names)
    if (const auto parameter = describe(controller_.shown(), name))
      items.push_back({name, **parameter, controller_.shown().value(name)});
  return items;
}

void NetworkPage::showSubject() {
  const auto node = plot_->chosen();
  if (node && !plot_->places().isServer(*node)) {
    card_->setSubject(tr("Worker %1").arg(*node + 1), {},
                      itemsOf({ofWorker(*node, "slowdown"), ofWorker(*node, "link_share"),
                               ofWorker(*node, "present")}));
    return;
  }
  std::vector<ParameterName> names;
  for (const auto& name : liveParameters(controller_.shown()))
    if (name.slot == "network") names.push_back(name);
  card_->setSubject(node ? tr("Server and shared links") : tr("All links"),
                    node ? tr("What every upload and broadcast goes through.")
                         : tr("Choose a worker in the picture to change it alone."),
                    itemsOf(names));
}

void NetworkPage::showEvent(QShowEvent* event) {
  controller_.watchMessages(true);
  showState();
  QWidget::showEvent(event);
}

void NetworkPage::hideEvent(QHideEvent* event) {
  controller_.watchMessages(false);
  QWidget::hideEvent(event);
}

}  // namespace telegrad::ui
