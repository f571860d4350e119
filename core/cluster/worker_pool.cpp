// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/worker_pool.h"

#include <atomic>
#include <optional>
#include <utility>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>
#include <oneapi/tbb/task_scheduler_observer.h>

#include "core/base/thread_priority.h"
#include "core/nn/model.h"

namespace telegrad {
namespace {

/// Sets up each thread as it enters the arena.
class SetUp final : public tbb::task_scheduler_observer {
 public:
  SetUp(tbb::task_arena& arena, bool givesWay) : task_scheduler_observer(arena) {
    givesWay_.store(givesWay, std::memory_order_release);
    observe(true);
  }
  ~SetUp() override {
    observe(false);
    (void)left_.load(std::memory_order_acquire);
  }
  SetUp(const SetUp&) = delete;
  SetUp& operator=(const SetUp&) = delete;

  void on_scheduler_entry(bool isWorker) override {
    useOneThreadPerWorker();
    // oneTBB's threads serve every arena of the process in turn and keep what is set here. The
    // caller's own thread is its owner's affair.
    if (givesWay_.load(std::memory_order_acquire) && isWorker) giveWay();
    left_.fetch_add(1, std::memory_order_release);
  }

 private:
  // oneTBB orders making, entries and destruction, but where the thread sanitizer does not see it.
  std::atomic<bool> givesWay_{false};
  std::atomic<std::size_t> left_{0};
};

}  // namespace

struct WorkerPool::Arena {
  Arena(int threads, bool givesWay) : arena(threads), setUp(arena, givesWay) {
    if (threads > tbb::info::default_concurrency())
      limit.emplace(tbb::global_control::max_allowed_parallelism,
                    static_cast<std::size_t>(threads));
  }

  // More threads than cores are allowed, if asked for. The least limit of the process holds for all
  // its pools, so that one of few threads must not set any.
  std::optional<tbb::global_control> limit;
  tbb::task_arena arena;
  SetUp setUp;
};

WorkerPool::WorkerPool(int threads, bool givesWay)
    : arena_(std::make_unique<Arena>(threads > 0 ? threads : tbb::info::default_concurrency(),
                                     givesWay)) {}

WorkerPool::~WorkerPool() = default;

std::size_t WorkerPool::threads() const {
  return static_cast<std::size_t>(arena_->arena.max_concurrency());
}

void WorkerPool::forEach(std::size_t count,
                         const std::function<void(std::size_t, std::size_t)>& body) {
  // oneTBB orders what was before, the tasks of a thread, and what comes after, but inside a
  // library the thread sanitizer does not see into. This says the same where it does.
  std::atomic<std::size_t> ended{0};
  ended.store(0, std::memory_order_release);
  arena_->arena.execute([&] {
    tbb::parallel_for(
        std::size_t{0}, count,
        [&](std::size_t i) {
          (void)ended.load(std::memory_order_acquire);
          body(i, static_cast<std::size_t>(tbb::this_task_arena::current_thread_index()));
          ended.fetch_add(1, std::memory_order_release);
        },
        tbb::simple_partitioner{});
  });
  (void)ended.load(std::memory_order_acquire);
}

struct WorkAhead::Tasks {
  tbb::task_group group;
  std::function<void(std::size_t)> body;
  std::atomic<std::size_t> ended{0};  // for the thread sanitizer, as in forEach()
};

WorkAhead::WorkAhead(WorkerPool& pool) : pool_(pool), tasks_(std::make_unique<Tasks>()) {}

WorkAhead::~WorkAhead() {
  try {
    wait();
  } catch (...) {  // NOLINT(bugprone-empty-catch): nobody wants its results any more
  }
}

void WorkAhead::start(std::size_t count, std::function<void(std::size_t)> body) {
  wait();
  tasks_->body = std::move(body);
  tasks_->ended.store(0, std::memory_order_release);
  pool_.arena_->arena.execute([&] {
    for (std::size_t i = 0; i < count; ++i)
      tasks_->group.run([tasks = tasks_.get(), i] {
        (void)tasks->ended.load(std::memory_order_acquire);
        tasks->body(i);
        tasks->ended.fetch_add(1, std::memory_order_release);
      });
  });
}

void WorkAhead::wait() {
  pool_.arena_->arena.execute([&] { tasks_->group.wait(); });
  (void)tasks_->ended.load(std::memory_order_acquire);
}

}  // namespace telegrad
