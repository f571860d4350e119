// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/journal_file.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace telegrad {
namespace {

std::int64_t iterationOf(const JournalEntry& entry) {
  return std::visit([](const auto& what) { return what.iteration; }, entry.what);
}

std::string lineOf(const JournalEntry& entry) {
  return std::visit([](const auto& what) { return journalLine(what); }, entry.what) + '\n';
}

/// Whether one is the other come true: what a change changes from is not known before.
bool isSame(const JournalEntry& expected, const AppliedChange& change) {
  const auto* other = std::get_if<AppliedChange>(&expected.what);
  return other != nullptr && other->iteration == change.iteration && other->name == change.name &&
         other->to == change.to;
}
bool isSame(const JournalEntry& expected, const JournalEvent& event) {
  const auto* other = std::get_if<JournalEvent>(&expected.what);
  return other != nullptr && *other == event;
}

}  // namespace

JournalFile::JournalFile(std::filesystem::path file, LineFile lines, std::string happened)
    : file_(std::move(file)),
      lines_(std::move(lines)),
      happened_(std::move(happened)) {}

Result<JournalFile> JournalFile::begin(std::filesystem::path file, std::string happened,
                                       std::span<const JournalEntry> expected) {
  std::string whole = happened;
  for (const auto& entry : expected) whole += lineOf(entry);
  if (const auto former = readFile(file); !former || *former != whole)
    if (auto replaced = replaceFile(file, whole); !replaced) return replaced.error();
  auto lines = LineFile::continueAt(file, whole.size());
  if (!lines) return lines.error();
  JournalFile journal(std::move(file), *std::move(lines), std::move(happened));
  for (const auto& entry : expected) journal.expected_.push_back({entry, lineOf(entry)});
  return journal;
}

Result<void> JournalFile::append(const AppliedChange& change) {
  return take(change);
}

Result<void> JournalFile::append(const JournalEvent& event) {
  return take(event);
}

template <typename Entry>
Result<void> JournalFile::take(const Entry& entry) {
  const auto line = journalLine(entry) + '\n';
  if (expected_.empty() && !stale_) {
    happened_ += line;
    auto written = lines_.append(line);
    return written ? lines_.flush() : written;
  }
  const auto isLater = [&](const Expected& one) {
    return iterationOf(one.entry) > entry.iteration;
  };
  const auto later = std::ranges::find_if(expected_, isLater);
  const auto found = std::find_if(expected_.begin(), later,
                                  [&](const Expected& one) { return isSame(one.entry, entry); });
  const bool isNext = found == expected_.begin() && found != later && found->line == line;
  happened_ += line;
  if (found != later) {
    expected_.erase(expected_.begin(), found + 1);
  } else {
    while (!expected_.empty() && iterationOf(expected_.front().entry) < entry.iteration)
      expected_.pop_front();
  }
  return isNext && !stale_ ? Result<void>{} : replace();
}

Result<void> JournalFile::flush() {
  return stale_ ? replace() : lines_.flush();
}

Result<void> JournalFile::forgetThrough(std::int64_t iteration) {
  const auto passed = std::erase_if(
      expected_, [&](const Expected& one) { return iterationOf(one.entry) <= iteration; });
  return passed == 0 ? flush() : replace();
}

Result<void> JournalFile::replace() {
  stale_ = true;
  std::string rest;
  for (const auto& one : expected_) rest += one.line;
  const std::array<std::string_view, 2> pieces{happened_, rest};
  if (auto replaced = replaceFile(file_, pieces); !replaced) return replaced;
  auto lines = LineFile::continueAt(file_, happened_.size() + rest.size());
  if (!lines) return lines.error();
  lines_ = *std::move(lines);
  stale_ = false;
  return {};
}

std::vector<JournalEntry> expectedEntries(std::span<const AppliedChange> changes,
                                          std::span<const JournalEvent> events) {
  std::vector<JournalEntry> entries;
  for (const auto& change : changes) entries.push_back({0, change});
  for (const auto& event : events) entries.push_back({0, event});
  // Events of an iteration come after it, and so behind the changes that began with it.
  std::ranges::stable_sort(entries, {},
                           [](const JournalEntry& entry) { return iterationOf(entry); });
  return entries;
}

}  // namespace telegrad
