// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep_run.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "core/base/thread_priority.h"
#include "core/experiment/continuation.h"
#include "core/experiment/files.h"
#include "core/experiment/sweep_table.h"

namespace telegrad {
namespace {

constexpr std::chrono::milliseconds kLookInterval{20};

}  // namespace

class SweepRun::Jobs {
 public:
  Jobs(SweepPlan plan, std::vector<CellResult> results, SweepOptions options);

  std::vector<CellNews> poll();
  bool finished() const { return left_.load(std::memory_order_acquire) == 0; }
  std::string failure() const;
  void setPaused(bool paused) { paused_.store(paused, std::memory_order_relaxed); }
  void stop() { stopping_.store(true, std::memory_order_relaxed); }

 private:
  void work(bool first);
  std::optional<std::size_t> next();
  void carryOut(std::size_t cell);
  Result<Continuation> begin(std::size_t cell) const;
  void follow(TrainingRun& run, CellNews& news);
  void publish(const CellNews& news);
  void end(const CellNews& news, const std::optional<Error>& error);
  void writeTable();
  void fail(const std::string& why);
  bool isPaused() const { return paused_.load(std::memory_order_relaxed); }
  bool isStopping() const { return stopping_.load(std::memory_order_relaxed); }

  const SweepPlan plan_;
  const SweepOptions options_;
  std::atomic<bool> paused_{false};
  std::atomic<bool> stopping_{false};
  std::atomic<int> left_;  // threads
  mutable std::mutex mutex_;
  // Under the mutex.
  std::vector<CellResult> results_;
  std::size_t next_ = 0;
  std::map<std::size_t, CellNews> news_;
  std::string failure_;
  std::mutex table_;                   // who writes results.csv
  std::vector<std::jthread> threads_;  // last, so that they end before what they use goes
};

SweepRun::Jobs::Jobs(SweepPlan plan, std::vector<CellResult> results, SweepOptions options)
    : plan_(std::move(plan)),
      options_(std::move(options)),
      left_(std::max(1, options_.jobs)),
      results_(std::move(results)) {
  const int jobs = left_.load();
  for (int job = 0; job < jobs; ++job) threads_.emplace_back([this, job] { work(job == 0); });
}

void SweepRun::Jobs::work(bool first) {
  if (options_.onlySpare) takeOnlyWhatIsSpare();  // and with this thread those of its runs
  // A cell may have ended just before the program did, and be missing there.
  if (first) writeTable();
  while (const auto cell = next()) carryOut(*cell);
  left_.fetch_sub(1, std::memory_order_release);
}

std::optional<std::size_t> SweepRun::Jobs::next() {
  while (isPaused() && !isStopping()) std::this_thread::sleep_for(kLookInterval);
  const std::scoped_lock lock(mutex_);
  if (isStopping() || !failure_.empty()) return std::nullopt;
  while (next_ < results_.size() && results_[next_].isOver()) ++next_;
  if (next_ == results_.size()) return std::nullopt;
  return next_++;
}

/// How the cell's run begins, or goes on.
Result<Continuation> SweepRun::Jobs::begin(std::size_t cell) const {
  const auto folder = options_.folder / plan_.cells[cell].folder;
  std::error_code ignored;
  Continuation continuation;
  if (std::filesystem::exists(folder / kExperimentFile, ignored)) {
    auto resumed = prepareResume(folder);
    if (!resumed) return resumed;
    continuation = *std::move(resumed);
  } else {
    continuation.experiment = plan_.cells[cell].experiment;
    continuation.options.folder = folder;
    continuation.options.overwrite = true;  // what is there was left before the run had a name
  }
  auto& options = continuation.options;
  options.data = options_.data;
  options.threads = options_.threads;
  options.checkpoints = options_.checkpoints;
  return continuation;
}

void SweepRun::Jobs::carryOut(std::size_t cell) {
  CellNews news;
  news.cell = cell;
  {
    const std::scoped_lock lock(mutex_);
    news.result = results_[cell];
  }
  auto continuation = begin(cell);
  if (!continuation) return end(news, continuation.error());
  news.running = true;
  news.iteration = continuation->from;
  publish(news);
  TrainingRun run(continuation->experiment, std::move(continuation->options));
  follow(run, news);
  news.running = false;
  auto read = readCell(options_.folder, plan_.cells[cell]);
  std::optional<Error> error;
  if (read)
    news.result = *std::move(read);
  else
    error = read.error();
  if (run.state() == RunState::Failed) {
    news.result.state = CellState::Failed;  // one that could not begin has no folder
    news.result.message = run.summary().message;
    error = Error{run.summary().message};
  }
  end(news, error);
}

void SweepRun::Jobs::follow(TrainingRun& run, CellNews& news) {
  bool paused = false;
  for (;;) {
    const bool last = run.finished();  // read first: what it published before is then in the queue
    if (isStopping()) run.stop();
    if (isPaused() != paused) {
      paused = !paused;
      paused ? run.pause() : run.resume();
    }
    if (const auto info = run.info()) news.iterations = info->iterations;
    bool any = false;
    while (const auto sample = run.poll()) {
      news.iteration = sample->record.iteration;
      any = true;
    }
    if (last) return;
    if (any) publish(news);
    std::this_thread::sleep_for(kLookInterval);
  }
}

void SweepRun::Jobs::publish(const CellNews& news) {
  const std::scoped_lock lock(mutex_);
  news_[news.cell] = news;
}

void SweepRun::Jobs::fail(const std::string& why) {
  const std::scoped_lock lock(mutex_);
  if (failure_.empty()) failure_ = why;
}

void SweepRun::Jobs::writeTable() {
  const std::scoped_lock writing(table_);  // the last that ended is the last that writes
  std::vector<CellResult> results;
  {
    const std::scoped_lock lock(mutex_);
    results = results_;
  }
  const auto written = replaceFile(options_.folder / kResultsFile, resultsCsv(plan_, results));
  if (!written) fail(written.error().message);
}

void SweepRun::Jobs::end(const CellNews& news, const std::optional<Error>& error) {
  if (error) fail(error->message);
  {
    const std::scoped_lock lock(mutex_);
    results_[news.cell] = news.result;
  }
  writeTable();
  publish(news);
}

std::vector<CellNews> SweepRun::Jobs::poll() {
  const std::scoped_lock lock(mutex_);
  std::vector<CellNews> all;
  for (auto& [cell, news] : news_) all.push_back(std::move(news));
  news_.clear();
  return all;
}

std::string SweepRun::Jobs::failure() const {
  const std::scoped_lock lock(mutex_);
  return failure_;
}

SweepRun::SweepRun(SweepPlan plan, std::vector<CellResult> results, SweepOptions options)
    : jobs_(std::make_unique<Jobs>(std::move(plan), std::move(results), std::move(options))) {}

SweepRun::~SweepRun() {
  stop();
}

std::vector<CellNews> SweepRun::poll() {
  return jobs_->poll();
}

bool SweepRun::finished() const {
  return jobs_->finished();
}

std::string SweepRun::failure() const {
  return jobs_->failure();
}

void SweepRun::pause() {
  jobs_->setPaused(true);
}

void SweepRun::resume() {
  jobs_->setPaused(false);
}

void SweepRun::stop() {
  jobs_->stop();
}

}  // namespace telegrad
