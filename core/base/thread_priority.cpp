// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/thread_priority.h"

#ifdef __linux__
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace telegrad {

void giveWay() {
#ifdef __linux__
  constexpr int kNice = 15;
  const auto thread = static_cast<id_t>(gettid());
  if (getpriority(PRIO_PROCESS, thread) >= kNice) return;
  // On Linux the nice value is the thread's own. Refused, it stays what it was.
  static_cast<void>(setpriority(PRIO_PROCESS, thread, kNice));
#endif
}

void takeOnlyWhatIsSpare() {
#ifdef __linux__
  const sched_param none{};
  // Refused, there is still the nice value.
  if (sched_setscheduler(gettid(), SCHED_IDLE, &none) != 0) giveWay();
#endif
}

}  // namespace telegrad
