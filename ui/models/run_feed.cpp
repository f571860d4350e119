// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_feed.h"

#include <chrono>
#include <utility>

#include <QElapsedTimer>

namespace telegrad::ui {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kInterval{33};
constexpr qint64 kBudgetNanoseconds = 5'000'000;
constexpr std::size_t kLargestBatch = 2048;

}  // namespace

RunFeed::RunFeed(Experiment experiment, RunOptions options, QObject* parent)
    : QObject(parent),
      run_(std::move(experiment), std::move(options)) {
  timer_.setSingleShot(true);
  connect(&timer_, &QTimer::timeout, this, &RunFeed::turn);
  timer_.start(kInterval);
}

RunFeed::~RunFeed() {
  run_.stop();
}

Result<void> RunFeed::change(const ParameterName& name, const Value& value) {
  return run_.change(name, value);
}

void RunFeed::pause() {
  run_.pause();
}

void RunFeed::resume() {
  run_.resume();
}

void RunFeed::step(qint64 iterations) {
  run_.step(iterations);
}

void RunFeed::stop() {
  run_.stop();
}

void RunFeed::noticeState() {
  const auto obstacle = QString::fromStdString(run_.obstacle().value_or(std::string()));
  if (obstacle != obstacle_) {
    obstacle_ = obstacle;
    emit obstructed(obstacle);
  }
  const RunState now = run_.state();
  if (now == state_) return;
  state_ = now;
  emit stateChanged(now);
}

void RunFeed::turn() {
  QElapsedTimer elapsed;
  elapsed.start();
  const bool last = run_.finished();  // read first: what it published before is then in the queue
  if (!informed_) {
    if (const auto info = run_.info()) {
      informed_ = true;
      emit ready(*info);
    }
  }
  SampleBatch batch;
  bool drained = false;
  while (!drained && batch.size() < kLargestBatch && elapsed.nsecsElapsed() < kBudgetNanoseconds) {
    if (auto sample = run_.poll())
      batch.push_back(*std::move(sample));
    else
      drained = true;
  }
  if (!batch.empty()) emit arrived(batch);
  noticeState();
  if (last && drained) {
    finished_ = true;
    emit finished();
    return;
  }
  timer_.start(drained ? kInterval : milliseconds{0});
}

}  // namespace telegrad::ui
