// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <string_view>

#include <unistd.h>

namespace telegrad {

/// Writes text and numbers to an open file without locks and without memory of its own: a signal
/// handler may use it. What cannot be written is left out.
class PlainWriter {
 public:
  explicit PlainWriter(int file) : file_(file) {}

  PlainWriter& operator<<(std::string_view text) {
    while (!text.empty()) {
      const auto done = ::write(file_, text.data(), text.size());
      if (done < 0 && errno == EINTR) continue;
      if (done <= 0) break;
      text.remove_prefix(static_cast<std::size_t>(done));
    }
    return *this;
  }
  PlainWriter& operator<<(std::int64_t number) { return inBase(number, 10); }
  PlainWriter& hex(std::int64_t number) { return (*this << "0x").inBase(number, 16); }

  /// "2026-11-29 21:45:10 UTC": gmtime() may take a lock.
  PlainWriter& time(std::time_t when) {
    const std::chrono::sys_seconds moment{std::chrono::seconds(when)};
    const auto midnight = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(midnight);
    const auto seconds = (moment - midnight).count();
    *this << std::int64_t{static_cast<int>(date.year())} << "-";
    twoDigits(static_cast<unsigned>(date.month())) << "-";
    twoDigits(static_cast<unsigned>(date.day())) << " ";
    twoDigits(seconds / 3600) << ":";
    twoDigits(seconds / 60 % 60) << ":";
    return twoDigits(seconds % 60) << " UTC";
  }

 private:
  PlainWriter& twoDigits(std::int64_t number) {
    return *this << (number < 10 ? "0" : "") << number;
  }
  PlainWriter& inBase(std::int64_t number, int base) {
    std::array<char, 24> digits{};
    auto* const end = std::to_chars(digits.begin(), digits.end(), number, base).ptr;
    return *this << std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data()));
  }

  int file_;
};

}  // namespace telegrad
