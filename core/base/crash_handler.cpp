// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crash_handler.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <iterator>
#include <mutex>

#include <execinfo.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "core/base/crash_report.h"
#include "core/base/plain_writer.h"

// Inside a handler nothing may be called that takes a lock or memory: what a report needs is
// prepared before, or written down with write() as it is found.

/// Is there in a program that a sanitizer watches: it has handlers of its own.
extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*)());  // NOLINT

namespace telegrad {
namespace {

constexpr std::size_t kPlaces = 8;
constexpr std::size_t kLongest = 480;
constexpr std::size_t kMessages = 16;
constexpr std::size_t kDeepest = 128;             // of a stack
constexpr unsigned kPatienceSeconds = 10;         // with a stack that cannot be read
constexpr std::size_t kOwnStack = 64UL * 1024UL;  // of the handler

struct Crash {
  int signal;
  const char* name;
  const char* meaning;
};
constexpr std::array<Crash, 5> kCrashes{
    {{SIGSEGV, "SIGSEGV", "a place in memory that it may not touch"},
     {SIGBUS, "SIGBUS", "memory or a file that was no longer there"},
     {SIGFPE, "SIGFPE", "an arithmetic mistake"},
     {SIGILL, "SIGILL", "an instruction that this processor does not know"},
     {SIGABRT, "SIGABRT", "it gave up by itself"}}};

/// A text of bounded length, which a handler may read at any moment: what it sees may then be half
/// of the old and half of the new one, but ends.
struct Line {
  std::array<char, kLongest + 1> text{};

  void set(std::string_view words) {
    const auto length = std::min(words.size(), kLongest);
    std::copy_n(words.begin(), length, text.begin());
    text.at(length) = '\0';
  }
};

struct Place {
  std::atomic<bool> taken{false};
  std::atomic<bool> ready{false};
  std::atomic<std::int64_t> iteration{0};
  Line what;
};

/// All that a handler reaches: it has no other way.
struct State {
  std::array<Place, kPlaces> places;
  std::array<Line, kMessages> messages;
  std::atomic<std::uint64_t> written{0};  // messages so far
  std::mutex writing;
  std::string program, system, folder, file;
  std::time_t started = 0;
  std::array<char, kOwnStack> stack{};
  std::atomic<pid_t> crashing{0};  // the thread that writes a report
  std::atomic<int> number{0};      // of the report, where main() goes on after one
  std::terminate_handler terminate = nullptr;
};

State& state() {
  static State only;  // NOLINT: a handler has no argument of ours
  return only;
}

void writeUnderWay(PlainWriter& to) {
  to << "\nUnder way:\n";
  bool any = false;
  for (const auto& place : state().places) {
    if (!place.ready.load()) continue;
    any = true;
    to << "  " << place.what.text.data() << ", iteration " << place.iteration.load() << "\n";
  }
  if (!any) to << "  nothing\n";
}

void writeMessages(PlainWriter& to) {
  to << "\nLast messages, the newest at the end:\n";
  const auto written = state().written.load();
  if (written == 0) to << "  none\n";
  for (auto i = written > kMessages ? written - kMessages : 0; i < written; ++i)
    to << "  " << state().messages.at(i % kMessages).text.data() << "\n";
}

void writeStack(PlainWriter& to, int file) {
  to << "\nStack, the innermost call first (addr2line -Cfe PROGRAM OFFSET says more):\n";
  std::array<void*, kDeepest> calls{};
  const int depth = ::backtrace(calls.data(), static_cast<int>(calls.size()));
  ::backtrace_symbols_fd(calls.data(), depth, file);
}

void makeFolders() {
  std::array<char, 4096> path{};
  const auto& folder = state().folder;
  if (folder.size() >= path.size()) return;
  for (std::size_t i = 0; i < folder.size(); ++i) {
    if (i > 0 && folder[i] == '/') static_cast<void>(::mkdir(path.data(), S_IRWXU));
    path.at(i) = folder[i];
  }
  static_cast<void>(::mkdir(path.data(), S_IRWXU));
}

/// The report's file; -1 if it cannot be made.
int openReport() {
  makeFolders();
  std::array<char, 4096> path{};
  const auto& stem = state().file;
  if (stem.size() + 32 >= path.size()) return -1;
  auto* end = std::copy(stem.begin(), stem.end(), path.begin());
  const auto number = state().number.fetch_add(1);
  if (number > 0) {
    *end++ = '-';
    end = std::to_chars(end, path.end(), number).ptr;
  }
  constexpr std::string_view kEnd = ".crash.txt";
  std::copy(kEnd.begin(), kEnd.end(), end);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system's own way
  return ::open(path.data(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
}

void writeHead(PlainWriter& to) {
  to << "A crash of Telegrad. This file was sent nowhere.\n\nprogram: " << state().program
     << "\nsystem: " << state().system << "\nstarted: ";
  to.time(state().started) << "\ntime: ";
  to.time(std::time(nullptr));
}

void writeCause(PlainWriter& to, const siginfo_t& info) {
  const auto* crash = std::ranges::find(kCrashes, info.si_signo, &Crash::signal);
  to << "\ncause: ";
  if (crash != kCrashes.end()) to << crash->name << ", " << crash->meaning;
  // NOLINTBEGIN(cppcoreguidelines-pro-type-union-access): POSIX's
  if (info.si_code == SI_USER) to << "\nsent by: process " << info.si_pid;
  if (info.si_code > 0)
    (to << "\nat: ")
        .hex(reinterpret_cast<std::intptr_t>(info.si_addr));  // NOLINT: an address to read
  // NOLINTEND(cppcoreguidelines-pro-type-union-access)
  to << "\nthread: " << ::gettid() << " of process " << ::getpid() << "\n";
}

void endBy(const siginfo_t& info) {
  std::signal(info.si_signo, SIG_DFL);  // NOLINT: the macro's own cast
  // A fault happens again on return, with the stack it had; what was sent must be sent again.
  if (info.si_code <= 0) static_cast<void>(::raise(info.si_signo));
}

void takeCrash(int, siginfo_t* info, void*) {
  pid_t none = 0;
  if (!state().crashing.compare_exchange_strong(none, ::gettid())) {
    if (none == ::gettid()) return endBy(*info);  // writing the report went wrong, too
    for (;;) ::pause();                           // the first one's report ends the process
  }
  const int file = openReport();
  if (file >= 0) {
    PlainWriter report(file);
    writeHead(report);
    writeCause(report, *info);
    writeUnderWay(report);
    writeMessages(report);
    ::alarm(kPatienceSeconds);  // the loader's lock may be the crash's own
    writeStack(report, file);
    ::alarm(0);
    ::close(file);
  }
  endBy(*info);
}

[[noreturn]] void takeTermination() {
  try {
    if (const auto thrown = std::current_exception()) std::rethrow_exception(thrown);
    rememberMessage("terminate: without an exception");
  } catch (const std::exception& exception) {
    rememberMessage(std::string("nobody caught: ") + exception.what());
  } catch (...) {
    rememberMessage("nobody caught: something that is no std::exception");
  }
  if (state().terminate != nullptr) state().terminate();  // says so on standard error
  std::abort();
}

void takeSignals() {
  // Of this thread alone; others have what their stacks have left.
  stack_t own{};
  own.ss_sp = state().stack.data();
  own.ss_size = state().stack.size();
  stack_t before{};
  // A sanitizer's own stack stays.
  if (::sigaltstack(nullptr, &before) == 0 && (before.ss_flags & SS_DISABLE) != 0)
    ::sigaltstack(&own, nullptr);
  for (const auto& crash : kCrashes) {
    struct sigaction there {};
    if (::sigaction(crash.signal, nullptr, &there) != 0) continue;
    if (there.sa_handler != SIG_DFL) continue;  // NOLINT: POSIX's union and the macro's cast
    struct sigaction ours {};
    ours.sa_sigaction = takeCrash;  // NOLINT: POSIX's union
    ours.sa_flags = SA_SIGINFO | SA_ONSTACK;
    ::sigaction(crash.signal, &ours, nullptr);
  }
}

}  // namespace

bool leaveCrashReports(const std::string& program, const std::string& version) {
  const auto folder = crashFolder();
  if (__sanitizer_set_death_callback != nullptr || folder.empty()) return false;
  keepNewestReports(folder, kCrashReportsKept - 1);  // with the next one, they are as many
  auto& all = state();
  all.folder = folder.string();
  all.program = program + " " + version;
  all.started = std::time(nullptr);
  const auto number = std::to_string(all.started) + "-" + std::to_string(::getpid());
  all.file = (folder / (program + "-" + number)).string();
  struct utsname system {};
  if (::uname(&system) == 0)
    all.system = std::string(std::data(system.sysname)) + " " + std::data(system.release) + " " +
                 std::data(system.machine);
  // The first call loads a library, which a handler may not.
  std::array<void*, 1> warm{};
  static_cast<void>(::backtrace(warm.data(), 1));
  all.terminate = std::set_terminate(takeTermination);
  takeSignals();
  return true;
}

void reportException(std::string_view what) {
  if (state().file.empty()) return;
  const int file = openReport();
  if (file < 0) return;
  PlainWriter report(file);
  writeHead(report);
  report << "\ncause: an exception that nothing else caught: " << what << "\n";
  writeUnderWay(report);
  writeMessages(report);
  ::close(file);
}

void rememberMessage(std::string_view message) {
  const std::lock_guard lock(state().writing);
  const auto number = state().written.load();
  state().messages.at(number % kMessages).set(message);
  state().written.store(number + 1);
}

UnderWay::UnderWay(std::string_view what) {
  for (std::size_t i = 0; i < kPlaces && place_ < 0; ++i)
    if (!state().places.at(i).taken.exchange(true)) place_ = static_cast<int>(i);
  if (place_ < 0) return;
  auto& place = state().places.at(static_cast<std::size_t>(place_));
  place.iteration.store(0);
  place.what.set(what);
  place.ready.store(true);
}

UnderWay::~UnderWay() {
  if (place_ < 0) return;
  auto& place = state().places.at(static_cast<std::size_t>(place_));
  place.ready.store(false);
  place.taken.store(false);
}

void UnderWay::at(std::int64_t iteration) {
  if (place_ >= 0)
    state()
        .places.at(static_cast<std::size_t>(place_))
        .iteration.store(iteration, std::memory_order_relaxed);
}

}  // namespace telegrad
