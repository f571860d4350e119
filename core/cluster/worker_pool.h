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
  struct Arena;
  std::unique_ptr<Arena> arena_;
};

}  // namespace telegrad
