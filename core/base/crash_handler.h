// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace telegrad {

/// From now on a crash of this program (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, or an exception
/// that nobody catches) writes a report into crashFolder() before it ends as it would have ended
/// without: by the same signal, with a core file where the system makes one. The report says which
/// program, when, why, what was under way, the last messages, and the stack. Nothing is sent
/// anywhere. Of older reports only the newest stay.
///
/// Signals that somebody else handles already are left to them. A stack that overflowed is reported
/// of the calling thread alone. To be called once, first thing in main(). False, and nothing
/// happens, in a program that a sanitizer watches, and where there is no home.
bool leaveCrashReports(const std::string& program, const std::string& version);

/// Writes such a report of an exception that main() caught. The program goes on.
void reportException(std::string_view what);

/// A message that a report would repeat, with those before it, oldest first. Any thread.
void rememberMessage(std::string_view message);

/// Something that goes on and that a report should name, as long as this object lives: "training
/// SASG in /home/.../runs/sasg". Of more than a few at once, the first ones.
/// Threads: any, one object one at a time.
class UnderWay {
 public:
  explicit UnderWay(std::string_view what);
  ~UnderWay();
  UnderWay(const UnderWay&) = delete;
  UnderWay& operator=(const UnderWay&) = delete;

  /// How far it is.
  void at(std::int64_t iteration);

 private:
  int place_ = -1;  // none was free
};

}  // namespace telegrad
