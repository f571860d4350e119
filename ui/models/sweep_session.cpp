// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sweep_session.h"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

#include <QDateTime>
#include <QRegularExpression>
#include <QStandardPaths>

namespace telegrad::ui {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kNewsInterval{200};

Result<SweepSession::Contents> contentsOf(const Sweep& sweep, const fs::path& folder) {
  SweepSession::Contents contents;
  contents.folder = folder;
  contents.sweep = sweep;
  auto plan = planOf(sweep);
  if (!plan) return plan.error();
  contents.plan = *std::move(plan);
  auto results = readCells(folder, contents.plan);
  if (!results) return results.error();
  contents.results = *std::move(results);
  contents.points = pointsOf(contents.plan, contents.results);
  contents.running.assign(contents.results.size(), -1.0);
  return contents;
}

/// The folder with a sweep whose name, which begins with its time, is the last; empty for none.
fs::path lastSweepFolder(const fs::path& sweeps) {
  fs::path last;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(sweeps, error))
    if (std::error_code none; fs::exists(entry.path() / kSweepFile, none))
      last = std::max(last, entry.path());
  return last;
}

}  // namespace

std::size_t SweepSession::Contents::over() const {
  return static_cast<std::size_t>(std::ranges::count_if(results, &CellResult::isOver));
}

SweepSession::SweepSession(QObject* parent) : QObject(parent) {
  thread_.setMaxThreadCount(1);
  timer_.setInterval(kNewsInterval);
  connect(&timer_, &QTimer::timeout, this, &SweepSession::look);
}

SweepSession::~SweepSession() {
  thread_.waitForDone();
}

fs::path SweepSession::sweepsFolder() {
  const auto base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
  return fs::path(base.toStdString()) / "telegrad" / "sweeps";
}

fs::path SweepSession::newFolder(const std::string& name) {
  auto slug = QString::fromStdString(name).toLower().left(40);
  slug.replace(QRegularExpression(QStringLiteral("[^a-z0-9]+")), QStringLiteral("-"));
  const auto stem =
      (QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss-")) + slug)
          .toStdString();
  auto folder = sweepsFolder() / stem;
  std::error_code ignored;
  for (int copy = 2; fs::exists(folder, ignored); ++copy)
    folder = sweepsFolder() / (stem + "-" + std::to_string(copy));
  return folder;
}

/// What `make` makes on the thread is shown when it is there; then `then` is called.
void SweepSession::prepare(std::function<Result<Contents>()> make, std::function<void()> then) {
  if (isActive()) return;
  setState(State::Preparing);
  thread_.start([this, make = std::move(make), then = std::move(then)] {
    auto made = std::make_shared<Result<Contents>>(make());
    QMetaObject::invokeMethod(this, [this, made, then] {
      setState(State::Idle);
      if (!*made) {
        const auto& message = made->error().message;
        if (!message.empty()) emit failed(QString::fromStdString(message));
        return;
      }
      contents_ = *std::move(*made);
      emit opened();
      if (then) then();
    });
  });
}

void SweepSession::start(const Sweep& sweep, const fs::path& folder, const How& how) {
  prepare(
      [sweep, folder]() -> Result<Contents> {
        const auto plan = planOf(sweep);  // first: of what cannot be, there is no folder
        if (!plan) return plan.error();
        if (auto ready = prepareSweepFolder(folder, sweep); !ready) return ready.error();
        return contentsOf(sweep, folder);
      },
      [this, how] { begin(how); });
}

void SweepSession::show(const Sweep& sweep, const fs::path& folder) {
  prepare([sweep, folder] { return contentsOf(sweep, folder); }, {});
}

void SweepSession::open(const fs::path& folder) {
  prepare(
      [folder]() -> Result<Contents> {
        const auto sweep = readSweepFolder(folder);
        if (!sweep) return sweep.error();
        return contentsOf(*sweep, folder);
      },
      {});
}

void SweepSession::openLast(bool aloud) {
  const auto none = aloud ? tr("No sweep has been begun in %1 yet.")
                                .arg(QString::fromStdString(sweepsFolder().string()))
                                .toStdString()
                          : std::string();
  prepare(
      [sweeps = sweepsFolder(), none]() -> Result<Contents> {
        const auto folder = lastSweepFolder(sweeps);
        if (folder.empty()) return Error{none};
        const auto sweep = readSweepFolder(folder);
        if (!sweep) return sweep.error();
        return contentsOf(*sweep, folder);
      },
      {});
}

void SweepSession::begin(const How& how) {
  SweepOptions options;
  options.folder = contents_.folder;
  if (!how.data.empty()) options.data = how.data;
  options.jobs = how.jobs;
  options.onlySpare = onlySpare_;
  run_ = std::make_unique<SweepRun>(contents_.plan, contents_.results, std::move(options));
  timer_.start();
  setState(State::Running);
}

void SweepSession::look() {
  const bool last = run_->finished();  // read first: all its news are then there
  bool any = false;
  bool begunOrEnded = false;
  for (auto& news : run_->poll()) {
    const bool was = contents_.isRunning(news.cell);
    contents_.running[news.cell] =
        !news.running ? -1.0
        : news.iterations == 0
            ? 0.0
            : static_cast<double>(news.iteration) / static_cast<double>(news.iterations);
    begunOrEnded = begunOrEnded || was != news.running || !news.running;
    contents_.results[news.cell] = std::move(news.result);
    any = true;
  }
  if (begunOrEnded) contents_.points = pointsOf(contents_.plan, contents_.results);
  if (begunOrEnded) emit changed();
  if (any) emit progressed();
  if (!last) return;
  timer_.stop();
  const auto failure = run_->failure();
  run_.reset();
  setState(State::Idle);
  if (!failure.empty()) emit failed(QString::fromStdString(failure));
}

void SweepSession::pause() {
  if (state_ != State::Running) return;
  run_->pause();
  setState(State::Paused);
}

void SweepSession::resume() {
  if (state_ != State::Paused) return;
  run_->resume();
  setState(State::Running);
}

void SweepSession::stop() {
  if (state_ != State::Running && state_ != State::Paused) return;
  run_->stop();
  setState(State::Stopping);
}

void SweepSession::setState(State state) {
  if (state == state_) return;
  state_ = state;
  emit stateChanged();
}

}  // namespace telegrad::ui
