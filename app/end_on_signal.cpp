// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/end_on_signal.h"

#include <array>
#include <csignal>
#include <initializer_list>

#include <QApplication>
#include <QSocketNotifier>
#include <fcntl.h>
#include <unistd.h>

namespace telegrad {
namespace {

std::array<int, 2> ends{-1, -1};  // NOLINT: a handler reaches nothing else

void note(int) {
  const char byte = 0;
  // A full pipe has the word already.
  [[maybe_unused]] const auto written = ::write(ends[1], &byte, 1);
}

}  // namespace

EndOnSignal::EndOnSignal(QObject* parent) : QObject(parent) {
  if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
  auto* notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
  connect(notifier, &QSocketNotifier::activated, this, [notifier] {
    notifier->setEnabled(false);
    QApplication::quit();  // closes the windows first
  });
  struct sigaction action {};
  action.sa_handler = note;  // NOLINT: POSIX's union
  action.sa_flags = static_cast<int>(SA_RESETHAND | static_cast<unsigned>(SA_RESTART));
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

}  // namespace telegrad
