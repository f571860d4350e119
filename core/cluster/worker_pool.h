// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace telegrad {

/// The threads that compute: a oneTBB arena of its own, each thread with one oneDNN thread.
///
/// Threads: calls from one thread, which takes part in the work.
class WorkerPool {
 public:
  /// threads 0: as many as the machine has. `givesWay`: its threads, of which the calling one is
  /// none, let all others of the machine go before them, as giveWay() says.
  explicit WorkerPool(int threads, bool givesWay = false);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  std::size_t threads() const;

  /// body(i, slot) for every i below `count`, each once, in any order and on any thread; slot below
  /// threads() is the thread's own. Returns when all are done.
  void forEach(std::size_t count,
               const std::function<void(std::size_t index, std::size_t slot)>& body);

 private:
  friend class WorkAhead;
  struct Arena;
  std::unique_ptr<Arena> arena_;
};

/// Work of a pool's threads that goes on while the calling one does something else, forEach() for
/// another. Threads: as the pool's, which it must not outlive.
class WorkAhead {
 public:
  explicit WorkAhead(WorkerPool& pool);
  /// As wait().
  ~WorkAhead();
  WorkAhead(const WorkAhead&) = delete;
  WorkAhead& operator=(const WorkAhead&) = delete;

  /// Begins body(i) for every i below `count`, each once and in any order, and returns at once: a
  /// thread of the pool that has nothing to do takes it up. What was begun before is waited for.
  void start(std::size_t count, std::function<void(std::size_t index)> body);
  /// Returns when all is done; what no thread has begun is done here.
  void wait();

 private:
  struct Tasks;
  WorkerPool& pool_;
  std::unique_ptr<Tasks> tasks_;
};

}  // namespace telegrad
