// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interrupt.h"

#include <csignal>
#include <initializer_list>

namespace telegrad {
namespace {

volatile std::sig_atomic_t noted = 0;  // NOLINT: the only thing a handler may write

}  // namespace

void noteInterrupts() {
  struct sigaction action {};
  action.sa_handler = [](int signal) { noted = signal; };  // NOLINT: POSIX's union
  // Back to the default after the first, so that the second is the system's to carry out.
  action.sa_flags = static_cast<int>(SA_RESETHAND | static_cast<unsigned>(SA_RESTART));
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

int interruptSignal() {
  return noted;
}

void makeWriteErrorsOrdinary() {
  std::signal(SIGXFSZ, SIG_IGN);  // NOLINT: the macro's own cast
  std::signal(SIGPIPE, SIG_IGN);  // NOLINT: likewise
}

}  // namespace telegrad
