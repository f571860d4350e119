// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include <QObject>

namespace telegrad::ui {

/// Work on files that a window does not wait for. What is still done when this goes is waited for,
/// and its result taken by no one.
///
/// Threads: the window's; each errand has one of its own.
class FileErrands : public QObject {
 public:
  using QObject::QObject;

  /// Calls `make()` on another thread, then `take(what it made)` on this one.
  template <typename Make, typename Take>
  void run(Make make, Take take) {
    threads_.emplace_back([this, make = std::move(make), take = std::move(take)] {
      auto made = std::make_shared<decltype(make())>(make());
      QMetaObject::invokeMethod(this, [take, made] { take(std::move(*made)); });
    });
  }

 private:
  std::vector<std::jthread> threads_;
};

}  // namespace telegrad::ui
