// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/control_box.h"

#include <algorithm>

namespace telegrad {

void ControlBox::change(const ParameterName& name, const Value& value) {
  const std::scoped_lock lock(mutex_);
  const auto earlier = std::ranges::find(wishes_, name, &Wish::name);
  if (earlier != wishes_.end()) {
    earlier->value = value;
  } else {
    wishes_.push_back({name, value});
  }
}

void ControlBox::note(std::string text) {
  const std::scoped_lock lock(mutex_);
  notes_.push_back(std::move(text));
}

std::vector<std::string> ControlBox::takeNotes() {
  const std::scoped_lock lock(mutex_);
  return std::exchange(notes_, {});
}

void ControlBox::allow(std::int64_t iterations) {
  {
    const std::scoped_lock lock(mutex_);
    allowance_.store(iterations, std::memory_order_release);
    words_.fetch_add(1, std::memory_order_release);
  }
  changed_.notify_all();
}

bool ControlBox::waitUntilMayGoOn(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  return changed_.wait(lock, stop, [this] { return mayGoOn(); });
}

void ControlBox::retry() {
  {
    const std::scoped_lock lock(mutex_);
    words_.fetch_add(1, std::memory_order_release);
  }
  changed_.notify_all();
}

bool ControlBox::waitForWord(const std::stop_token& stop, std::uint64_t words,
                             std::chrono::milliseconds longest) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, stop, longest, [&] { return this->words() != words; });
  return !stop.stop_requested();
}

std::vector<ControlBox::Wish> ControlBox::begin() {
  const std::scoped_lock lock(mutex_);
  const auto allowance = allowance_.load(std::memory_order_relaxed);
  if (allowance > 0) allowance_.store(allowance - 1, std::memory_order_release);
  return std::exchange(wishes_, {});
}

}  // namespace telegrad
