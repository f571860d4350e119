// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/experiment/experiment.h"

namespace telegrad {

/// The wishes of the one who watches a run: new values, and how far to go. The run asks between two
/// iterations.
///
/// Threads: any.
class ControlBox {
 public:
  struct Wish {
    ParameterName name;
    Value value;
  };

  explicit ControlBox(bool startPaused) : allowance_(startPaused ? 0 : kUnbounded) {}

  /// Later wishes for the same parameter replace earlier ones that were not taken yet.
  void change(const ParameterName& name, const Value& value);
  void note(std::string text);
  void pause() { allow(0); }
  void resume() { allow(kUnbounded); }
  /// None for a number below 1: that pauses.
  void step(std::int64_t iterations) { allow(std::max<std::int64_t>(iterations, 0)); }

  /// Whether the next iteration may be done at once. Never waits.
  bool mayGoOn() const { return allowance_.load(std::memory_order_acquire) != 0; }
  /// Waits until it may, or until stop is asked for. False then.
  bool waitUntilMayGoOn(const std::stop_token& stop);

  // What could not be written may be tried again: when the user says so, in whatever words.
  void retry();
  /// Goes up with each word of the user's on how far to go.
  std::uint64_t words() const { return words_.load(std::memory_order_acquire); }
  /// Waits until there were more words than those, or so long. False when stop is asked for.
  bool waitForWord(const std::stop_token& stop, std::uint64_t words,
                   std::chrono::milliseconds longest);
  /// One iteration of those allowed is begun; takes the wishes that apply to it.
  std::vector<Wish> begin();
  /// The notes since this was last asked for, in their order.
  std::vector<std::string> takeNotes();

 private:
  static constexpr std::int64_t kUnbounded = -1;
  void allow(std::int64_t iterations);

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::vector<Wish> wishes_;
  std::vector<std::string> notes_;
  std::atomic<std::int64_t> allowance_;  // iterations that may still be begun; kUnbounded: all
  std::atomic<std::uint64_t> words_{0};
};

}  // namespace telegrad
