// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

namespace telegrad {

/// A bounded queue between exactly one producing and one consuming thread. Neither ever waits.
///
/// Threads: one producer, one consumer.
template <typename T, std::size_t Capacity>
class SpscQueue {
  static_assert(std::has_single_bit(Capacity), "the counters wrap at a multiple of the capacity");
  static_assert(std::is_nothrow_move_assignable_v<T>);

 public:
  /// Producer only. False, and `value` untouched, when the queue is full.
  [[nodiscard]] bool tryPush(T& value) {
    const auto tail = tail_.load(std::memory_order_relaxed);
    if (tail - head_.load(std::memory_order_acquire) == Capacity) return false;
    slots_[tail % Capacity] = std::move(value);
    tail_.store(tail + 1, std::memory_order_release);
    return true;
  }

  /// Consumer only. Nothing when the queue is empty.
  [[nodiscard]] std::optional<T> tryPop() {
    const auto head = head_.load(std::memory_order_relaxed);
    if (head == tail_.load(std::memory_order_acquire)) return std::nullopt;
    std::optional<T> value{std::move(slots_[head % Capacity])};
    head_.store(head + 1, std::memory_order_release);
    return value;
  }

 private:
  static constexpr std::size_t kCacheLine = 64;  // keeps the two threads off one line

  alignas(kCacheLine) std::atomic<std::size_t> head_{0};  // next to pop; the consumer writes it
  alignas(kCacheLine) std::atomic<std::size_t> tail_{0};  // next to push; the producer writes it
  alignas(kCacheLine) std::array<T, Capacity> slots_{};
};

}  // namespace telegrad
