// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/trace_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "core/base/said.h"
#include "core/net/text_io.h"

namespace telegrad {
namespace {

constexpr std::int64_t kOpportunityBytes = 1500;
constexpr std::uint64_t kMostMilliseconds = 1'000'000'000'000;
constexpr std::int64_t kNanosecondsPerMillisecond = 1'000'000;

const std::vector<std::string>& columnNames() {
  static const std::vector<std::string> names{"time_s", "bandwidth_bit_per_s", "latency_s", "loss"};
  return names;
}

/// Reads the lines of one CSV text, and words what is wrong with them.
class CsvReader {
 public:
  CsvReader(std::string_view text, std::string_view file) : lines_(text), file_(file) {}

  Result<Trace> read() {
    while (const auto line = lines_.next()) {
      const auto text = trimmed(*line);
      if (text.empty()) continue;
      auto done = text.front() == '#' ? comment(trimmed(text.substr(1)))
                  : columns_.empty()  ? header(text)
                                      : row(text);
      if (!done) return done.error();
    }
    if (columns_.empty())
      return Error{file_ + ": " + said("there is no header; allowed: %1", kAllowedColumns)};
    if (steps_.empty()) return Error{file_ + ": " + said("there is no row after the header")};
    return finish();
  }

 private:
  enum Column : std::size_t { Time, Bandwidth, Latency, Loss };
  static constexpr std::size_t kColumns = 4;
  static constexpr const char* kAllowedColumns = "time_s,bandwidth_bit_per_s[,latency_s][,loss]";

  std::string where(std::size_t line) const { return file_ + ":" + std::to_string(line) + ": "; }
  std::string here() const { return where(lines_.number()); }

  Result<void> comment(std::string_view text) {
    constexpr std::string_view kSource = "source:";
    constexpr std::string_view kLoop = "loop:";
    if (text.starts_with(kSource)) {
      if (source_) return Error{here() + said("a second source; allowed: one")};
      source_ = trimmed(text.substr(kSource.size()));
    } else if (text.starts_with(kLoop)) {
      return loop(trimmed(text.substr(kLoop.size())));
    }
    return {};
  }

  Result<void> loop(std::string_view text) {
    if (loop_) return Error{here() + said("a second loop; allowed: one")};
    const auto length = parseQuantity(text, "s");
    if (!length || !(*length > 0.0 && *length <= Trace::kMostTimeSeconds))
      return Error{
          here() +
          said("loop: read %1; allowed: more than 0 and at most 1e9 s, as in \"# loop: 600 s\"",
               quoted(text))};
    loop_ = simTime(*length);
    loopLine_ = lines_.number();
    return {};
  }

  Result<void> header(std::string_view text) {
    for (const auto cell : cellsOf(text)) {
      const auto found = std::ranges::find(columnNames(), cell);
      if (found == columnNames().end())
        return Error{here() + said("column %1 is unknown; allowed: %2 (the names say the units)",
                                   quoted(cell), kAllowedColumns)};
      const auto column = static_cast<std::size_t>(found - columnNames().begin());
      if (has(column))
        return Error{here() + said("column %1 is there twice; allowed: once", *found)};
      columns_.push_back(column);
    }
    for (const std::size_t needed : {Time, Bandwidth})
      if (!has(needed))
        return Error{here() + said("there is no column %1; allowed: %2", columnNames()[needed],
                                   kAllowedColumns)};
    return {};
  }

  bool has(std::size_t column) const {
    return std::ranges::find(columns_, column) != columns_.end();
  }

  Result<void> row(std::string_view text) {
    const auto cells = cellsOf(text);
    if (cells.size() != columns_.size())
      return Error{here() + said("cells read: %1; allowed: %2, as in the header", cells.size(),
                                 columns_.size())};
    std::array<double, kColumns> read{};
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto number = numberIn<double>(cells[i]);
      if (!number)
        return Error{here() + said("column %1: read %2; allowed: a finite number",
                                   columnNames()[columns_[i]], quoted(cells[i]))};
      read.at(columns_[i]) = *number;
    }
    return step(read);
  }

  Result<void> step(const std::array<double, kColumns>& read) {
    // What does not fit the clock's integer at all; the finer limits are the trace's own.
    for (const std::size_t column : {Time, Latency})
      if (!(std::abs(read.at(column)) <= 2 * Trace::kMostTimeSeconds))
        return Error{here() + said("column %1: read %2; allowed: %3", columnNames()[column],
                                   formatNumber(read.at(column)),
                                   said("%1 to %2", "0", column == Time ? "1e9" : "10"))};
    TraceStep next{.time = simTime(read[Time]), .bandwidth = {read[Bandwidth]}};
    if (has(Latency)) next.latency = simTime(read[Latency]);
    if (has(Loss)) next.loss = read[Loss];
    // Here, so that the message has this row's line.
    if (const auto fine = Trace::check(next); !fine) return Error{here() + fine.error().message};
    if (const auto late = timeError(next, read[Time])) return *late;
    steps_.push_back(next);
    return {};
  }

  std::optional<Error> timeError(const TraceStep& next, double read) const {
    const auto error = [&](const std::string& allowed) {
      return Error{here() + said("column %1: read %2; allowed: %3", columnNames()[Time],
                                 formatNumber(read), allowed)};
    };
    if (steps_.empty() && next.time != SimTime{0}) return error(said("0 in the first row"));
    if (!steps_.empty() && next.time <= steps_.back().time)
      return error(
          said("more than the %1 of the row before it", decimalSeconds(steps_.back().time)));
    if (seconds(next.time) > Trace::kMostTimeSeconds) return error(said("%1 to %2", "0", "1e9"));
    return std::nullopt;
  }

  Result<Trace> finish() {
    auto trace = Trace::from(std::move(steps_), loop_, source_.value_or(""));
    if (trace) return trace;
    return Error{where(loop_ ? loopLine_ : lines_.number()) + trace.error().message};
  }

  Lines lines_;
  std::string file_;
  std::vector<std::size_t> columns_;
  std::vector<TraceStep> steps_;
  std::optional<std::string> source_;
  std::optional<SimTime> loop_;
  std::size_t loopLine_ = 0;
};

/// How many opportunities each millisecond has, of those that have any, in order.
using Opportunities = std::vector<std::pair<std::uint64_t, std::int64_t>>;

/// One step for each millisecond that ends with lines, and for each pause.
std::vector<TraceStep> stepsFrom(const Opportunities& opportunities) {
  std::vector<TraceStep> steps;
  const auto begin = [&](std::uint64_t millisecond, std::int64_t opportunitiesPerMillisecond) {
    const double rate =
        static_cast<double>(opportunitiesPerMillisecond * kOpportunityBytes) * 8.0 * 1000.0;
    const SimTime time{static_cast<std::int64_t>(millisecond) * kNanosecondsPerMillisecond};
    if (!steps.empty() && steps.back().time == time) steps.pop_back();
    steps.push_back({.time = time, .bandwidth = {rate}});
  };
  begin(0, 0);
  for (const auto& [end, count] : opportunities) {
    begin(end - 1, count);
    begin(end, 0);
  }
  steps.pop_back();  // the pause after the last line is the beginning of the next period
  return steps;
}

}  // namespace

Result<Trace> parseTraceCsv(std::string_view text, std::string_view file) {
  return CsvReader(text, file).read();
}

Result<Trace> parseMahimahi(std::string_view text, std::string_view file) {
  Lines lines(text);
  const auto here = [&] {
    return std::string(file).append(":").append(std::to_string(lines.number())).append(": ");
  };
  Opportunities opportunities;
  std::int64_t atZero = 0;
  std::uint64_t last = 0;
  while (const auto line = lines.next()) {
    const auto cell = trimmed(*line);
    if (cell.empty()) continue;
    const auto millisecond = numberIn<std::uint64_t>(cell);
    if (!millisecond || *millisecond > kMostMilliseconds)
      return Error{here() + said("read %1; allowed: a whole number of milliseconds, 0 to 1e12",
                                 quoted(cell))};
    if (*millisecond < last)
      return Error{here() + said("read %1; allowed: at least the %2 of the line before it",
                                 quoted(cell), last)};
    last = *millisecond;
    if (last == 0)
      ++atZero;
    else if (!opportunities.empty() && opportunities.back().first == last)
      ++opportunities.back().second;
    else
      opportunities.emplace_back(last, 1);
  }
  if (opportunities.empty())
    return atZero > 0
               ? Error{here() + said("the last line is 0; allowed: more, as it is the period")}
               : Error{std::string(file) + ": " + said("there is no line; allowed: one or more")};
  opportunities.back().second += atZero;
  auto trace = Trace::from(stepsFrom(opportunities),
                           SimTime{static_cast<std::int64_t>(last) * kNanosecondsPerMillisecond},
                           {}, Outflow::AtEnds);
  if (!trace) return Error{std::string(file) + ": " + trace.error().message};
  return trace;
}

Result<Trace> readTrace(const std::filesystem::path& file) {
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  std::string text;
  std::array<char, 1U << 16U> block{};
  while (stream) {  // read() turns a folder into an error, the buffer's iterator would throw
    stream.read(block.data(), block.size());
    text.append(block.data(), static_cast<std::size_t>(stream.gcount()));
  }
  if (!stream.eof())
    return Error{said("cannot read %1: %2", file,
                      std::error_code(errno, std::generic_category()).message())};
  auto first = Lines(text).next().value_or("");
  first = trimmed(first);
  const bool digits =
      !first.empty() && first.find_first_not_of("0123456789") == std::string_view::npos;
  return digits ? parseMahimahi(text, file.string()) : parseTraceCsv(text, file.string());
}

std::string formatTraceCsv(const Trace& trace, const std::string& comments) {
  std::string text;
  if (!trace.source().empty()) text += "# source: " + trace.source() + '\n';
  if (trace.period()) text += "# loop: " + decimalSeconds(*trace.period()) + " s\n";
  Lines lines(comments);
  while (const auto line = lines.next()) text.append("# ").append(*line).append("\n");
  const auto& first = trace.steps().front();
  text += "time_s,bandwidth_bit_per_s";
  text += first.latency ? ",latency_s" : "";
  text += first.loss ? ",loss\n" : "\n";
  for (const auto& step : trace.steps()) {
    text += decimalSeconds(step.time) + ',' + formatNumber(step.bandwidth.value);
    if (step.latency) text += ',' + decimalSeconds(*step.latency);
    if (step.loss) text += ',' + formatNumber(*step.loss);
    text += '\n';
  }
  return text;
}

}  // namespace telegrad
