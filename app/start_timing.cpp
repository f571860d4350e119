// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start_timing.h"

#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>

#include <QEvent>
#include <QTimer>
#include <unistd.h>

#include "ui/training_view.h"

namespace telegrad {
namespace {

/// Milliseconds since the system began this process, to a clock tick (10 ms).
double sinceStart() {
  std::ifstream file("/proc/self/stat");
  std::string line;
  std::getline(file, line);
  // proc(5): the 22nd field, in ticks since the machine's start; the second may hold spaces.
  std::istringstream fields(line.substr(line.rfind(')') + 1));
  std::string skipped;
  for (int field = 3; field < 22; ++field) fields >> skipped;
  double ticks = 0.0;
  fields >> ticks;
  timespec now{};
  ::clock_gettime(CLOCK_BOOTTIME, &now);
  const double milliseconds =
      1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
  return milliseconds - 1e3 * ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

void say(const char* what) {
  timespec used{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  const double processor =
      1e3 * static_cast<double>(used.tv_sec) + 1e-6 * static_cast<double>(used.tv_nsec);
  std::cerr << what << ": " << static_cast<int>(sinceStart()) << " ms, "
            << static_cast<int>(processor) << " ms of processor time" << std::endl;
}

}  // namespace

StartTiming::StartTiming(ui::MainWindow& window) : QObject(&window), window_(window) {
  window.installEventFilter(this);
  window.view()->curves()->plot()->installEventFilter(this);
}

bool StartTiming::hasCurve() const {
  return window_.view()->curves()->plot()->isVisible() &&
         !window_.view()->curves()->figure().isEmpty();
}

bool StartTiming::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::Paint) return false;
  // What is painted now is on the screen with the next turn of the event loop.
  if (watched == &window_ && !std::exchange(painted_, true))
    QTimer::singleShot(0, this, [] { say("first paint"); });
  if (watched != &window_ && !drawn_ && hasCurve()) {
    drawn_ = true;
    QTimer::singleShot(0, this, [] { say("first curve"); });
  }
  return false;
}

}  // namespace telegrad
