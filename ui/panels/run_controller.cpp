// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/run_controller.h"

#include <utility>

#include <QDateTime>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QThreadPool>

#include "core/experiment/checkpoint_parameters.h"
#include "core/experiment/checkpoint_store.h"
#include "ui/models/checkpoint_settings.h"
#include "ui/panels/undo_commands.h"

namespace telegrad::ui {
namespace {

QString pathText(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

}  // namespace

RunController::RunController(RunsModel& runs, QObject* parent)
    : QObject(parent),
      runs_(runs),
      datasets_(std::make_shared<DatasetCache>()) {}

RunController::~RunController() = default;

std::filesystem::path RunController::runsFolder() {
  const auto base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
  return std::filesystem::path(base.toStdString()) / "telegrad" / "runs";
}

std::filesystem::path RunController::newFolder(const std::string& name) {
  auto slug = QString::fromStdString(name).toLower();
  slug.replace(QRegularExpression(QStringLiteral("[^a-z0-9]+")), QStringLiteral("-"));
  const auto stem = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")) +
                    QStringLiteral("-") + slug;
  auto folder = runsFolder() / stem.toStdString();
  for (int copy = 2; std::filesystem::exists(folder); ++copy)
    folder = runsFolder() / (stem.toStdString() + "-" + std::to_string(copy));
  return folder;
}

void RunController::setDraft(const Experiment& experiment) {
  if (experiment == draft_) return;
  draft_ = experiment;
  emit draftChanged();
}

RunState RunController::state() const {
  if (feed_ != nullptr) return feed_->state();
  const Run* run = runs_.byId(runId_);
  return run != nullptr ? run->state : RunState::Stopped;
}

qint64 RunController::iteration() const {
  const Run* run = runs_.byId(runId_);
  if (run == nullptr || run->series.isEmpty()) return 0;
  return run->series.at(run->series.size() - 1).iteration;
}

void RunController::toggle() {
  if (feed_ == nullptr)
    begin(false);
  else if (feed_->state() == RunState::Paused)
    feed_->resume();
  else
    feed_->pause();
}

void RunController::step(qint64 iterations) {
  if (feed_ == nullptr) begin(true);
  feed_->step(iterations);
}

void RunController::stepEpoch() {
  if (feed_ == nullptr) begin(true);
  const Run* run = runs_.byId(runId_);
  // Before the data is read nobody knows how long an epoch is; a first iteration tells.
  const qint64 length = run != nullptr && run->info ? run->info->iterationsPerEpoch : 1;
  feed_->step(length - iteration() % length);
}

void RunController::note(const QString& text) {
  if (feed_ != nullptr) feed_->note(text);
}

void RunController::stop() {
  if (feed_ != nullptr) feed_->stop();
}

void RunController::rewind() {
  const bool paused = feed_ == nullptr || feed_->state() == RunState::Paused;
  letGo();
  begin(paused);
}

void RunController::newSeed() {
  if (draft_.window().locks("seed", {}))
    return emit refused(tr("The seed is locked by the experiment file."));
  setDraft(draft_.withSeed(draft_.seed() + 1));
  rewind();
}

void RunController::repeat(const Experiment& experiment, std::vector<AppliedChange> changes) {
  letGo();
  setDraft(experiment);
  begin(false, std::move(changes));
}

void RunController::watchMessages(bool on) {
  messagesWatched_ = on;
  if (feed_ != nullptr) feed_->watchMessages(on);
}

void RunController::captureGradient() {
  if (feed_ != nullptr) feed_->captureGradient();
}

void RunController::begin(bool paused, std::vector<AppliedChange> controls) {
  pending_.reset();  // what the user wanted before that
  auto options = usualOptions();
  options.folder = newFolder(draft_.name());
  options.startPaused = paused;
  options.controls = std::move(controls);
  live_ = draft_;
  const int id = runs_.add(draft_, *options.folder);
  begin(id, draft_, std::move(options));
}

void RunController::begin(int id, const Experiment& experiment, RunOptions options) {
  runId_ = id;
  repeats_ = !options.controls.empty() && !options.resume;
  feed_ = new RunFeed(experiment, std::move(options), this);
  feed_->watchMessages(messagesWatched_);
  follow(feed_, runId_);
  emit runBegan(runId_);
  emit stateChanged();
}

RunOptions RunController::usualOptions() const {
  const auto settings = checkpointSettings();
  RunOptions options;
  if (!dataFolder_.empty()) options.data = dataFolder_;
  options.giveWay = true;
  options.waitForRoom = true;
  options.datasets = datasets_;
  options.checkpoints = checkpointOptions(settings);
  QThreadPool::globalInstance()->start(
      [folder = runsFolder(), budget = checkpointBudgetOfAll(settings)] {
        pruneCheckpoints(folder, budget);
      });
  return options;
}

void RunController::follow(RunFeed* feed, int id) {
  connect(feed, &RunFeed::ready, this, [this, id](const RunInfo& info) {
    runs_.setInfo(id, info);
    if (id == runId_) emit stateChanged();
  });
  connect(feed, &RunFeed::arrived, this, [this, id](const SampleBatch& batch) { take(batch, id); });
  connect(feed, &RunFeed::stateChanged, this, [this, id](RunState state) {
    runs_.setState(id, state);
    if (id == runId_) emit stateChanged();
  });
  connect(feed, &RunFeed::obstructed, this, [this, id](const QString& message) {
    if (id == runId_) emit obstructed(message);
  });
  connect(feed, &RunFeed::finished, this, [this, feed, id] { finish(feed, id); });
}

void RunController::take(const SampleBatch& batch, int id) {
  runs_.append(id, SampleBatch(batch));
  if (id != runId_) return;
  if (repeats_)
    for (const auto& sample : batch)
      for (const auto& change : sample.changes)
        if (auto changed = live_.with(change.name, change.to)) live_ = *std::move(changed);
  emit arrived(batch);
}

void RunController::finish(RunFeed* feed, int id) {
  runs_.setState(id, feed->state(), QString::fromStdString(feed->summary().message));
  if (feed == feed_) feed_ = nullptr;
  feed->deleteLater();
  ending_.erase(id);
  emit ended(id);
  if (id == runId_) emit stateChanged();
  if (pending_ && pending_->source == id) prepare();
}

void RunController::letGo() {
  if (feed_ == nullptr) return;
  feed_->stop();
  ending_.insert(runId_);
  feed_ = nullptr;
}

void RunController::change(const ParameterName& name, const Value& value) {
  const Value from = shown().value(name);
  if (from == value) return;
  // Asked first, so that what is refused is not on the stack.
  const auto done = apply(name, value);
  if (!done) {
    emit refused(QString::fromStdString(done.error().message));
    return;
  }
  undo_.push(new ChangeCommand(*this, name, from, value));
}

Result<void> RunController::apply(const ParameterName& name, const Value& value) {
  if (shown().window().locks(name.slot, name.key))
    return Error{tr("%1 is locked by the experiment file.")
                     .arg(QString::fromStdString(name.text()))
                     .toStdString()};
  const auto changed = shown().with(name, value);
  if (!changed) return changed.error();
  if (shown().value(name) == value) return {};
  if (isActive()) {
    if (auto done = feed_->change(name, value); !done) return done;
    live_ = *changed;
  } else {
    setDraft(*changed);
  }
  emit valueChanged(name, value);
  return {};
}

void RunController::open(std::vector<std::filesystem::path> folders, std::function<void()> then) {
  if (folders.empty()) {
    if (then) then();
    return;
  }
  readers_.emplace_back(
      [this, folders = std::move(folders), then = std::move(then)](const std::stop_token& stop) {
        for (const auto& folder : folders) {
          if (stop.stop_requested()) return;
          auto read = std::make_shared<Result<StoredRun>>(readRunFolder(folder));
          QMetaObject::invokeMethod(this, [this, read] {
            if (*read && this->folders().contains(pathText((*read)->folder))) return;  // is there
            if (*read)
              runs_.add(**read);
            else
              emit refused(QString::fromStdString(read->error().message));
          });
        }
        if (then) QMetaObject::invokeMethod(this, then);
      });
}

QStringList RunController::folders() const {
  QStringList all;
  for (int row = 0; row < runs_.count(); ++row)
    if (!runs_.at(row).folder.empty()) all << pathText(runs_.at(row).folder);
  return all;
}

}  // namespace telegrad::ui
