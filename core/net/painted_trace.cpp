// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/painted_trace.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/base/said.h"
#include "core/net/shipped_traces.h"
#include "core/net/text_io.h"

namespace telegrad {
namespace {

/// The parameter's words, by which translations find them, and those of messages.
constexpr const char* kAllowed =
    "nothing, or stretches as in \"10 s to 20 s: 4 Mbit/s; 30 s to 31 s: 500 kbit/s\", one after "
    "the other, up to 1e6 s, each of 1 kbit/s to 1 Tbit/s";

Error refuse(std::string_view read) {
  return {said("painted: read %1; allowed: %2", quoted(read), said(kAllowed))};
}

std::optional<SimTime> readTime(std::string_view text) {
  const auto read = parseQuantity(trimmed(text), "s");
  if (!read || !(*read >= 0.0 && *read <= PaintedStretch::kMostSeconds)) return std::nullopt;
  return simTime(*read);
}

Result<PaintedStretch> readStretch(std::string_view text) {
  constexpr std::string_view kTo = " to ";
  const auto to = text.find(kTo);
  const auto colon = text.find(':');
  if (to == std::string_view::npos || colon == std::string_view::npos || colon < to)
    return refuse(text);
  const auto begins = readTime(text.substr(0, to));
  const auto ends = readTime(text.substr(to + kTo.size(), colon - to - kTo.size()));
  const auto bandwidth = parseQuantity(trimmed(text.substr(colon + 1)), "bit/s");
  if (!begins || !ends || *ends <= *begins || !bandwidth ||
      !(*bandwidth >= PaintedStretch::kLeastBandwidth &&
        *bandwidth <= PaintedStretch::kMostBandwidth))
    return refuse(text);
  return PaintedStretch{*begins, *ends, {*bandwidth}};
}

/// What of a stretch is outside [from, to).
void keepOutside(std::vector<PaintedStretch>& kept, const PaintedStretch& stretch, SimTime from,
                 SimTime to) {
  if (stretch.from < from)
    kept.push_back({stretch.from, std::min(stretch.to, from), stretch.bandwidth});
  if (stretch.to > to) kept.push_back({std::max(stretch.from, to), stretch.to, stretch.bandwidth});
}

}  // namespace

Result<std::vector<PaintedStretch>> parsePaint(std::string_view text) {
  std::vector<PaintedStretch> stretches;
  if (trimmed(text).empty()) return stretches;
  for (std::size_t begin = 0;;) {
    const auto end = text.find(';', begin);
    const auto piece = trimmed(text.substr(begin, end - begin));
    const auto stretch = readStretch(piece);
    if (!stretch) return stretch.error();
    if (!stretches.empty() && stretch->from < stretches.back().to) return refuse(piece);
    if (stretches.size() == PaintedStretch::kMost)
      return Error{said("painted: read more than %1 stretches; allowed: %2", PaintedStretch::kMost,
                        said(kAllowed))};
    stretches.push_back(*stretch);
    if (end == std::string_view::npos) return stretches;
    begin = end + 1;
  }
}

std::string formatPaint(std::span<const PaintedStretch> stretches) {
  std::string text;
  for (const auto& stretch : stretches) {
    if (!text.empty()) text += "; ";
    text += decimalSeconds(stretch.from) + " s to " + decimalSeconds(stretch.to) +
            " s: " + formatQuantity(stretch.bandwidth.value, "bit/s");
  }
  return text;
}

std::vector<PaintedStretch> paintOver(std::span<const PaintedStretch> stretches,
                                      const PaintedStretch& over) {
  std::vector<PaintedStretch> all;
  for (const auto& stretch : stretches) keepOutside(all, stretch, over.from, over.to);
  all.push_back(over);
  std::ranges::sort(all, {}, &PaintedStretch::from);
  std::vector<PaintedStretch> joined;
  for (const auto& stretch : all) {
    if (!joined.empty() && joined.back().to == stretch.from &&
        joined.back().bandwidth == stretch.bandwidth)
      joined.back().to = stretch.to;
    else
      joined.push_back(stretch);
  }
  return joined;
}

Trace painted(const Trace& trace, std::span<const PaintedStretch> stretches) {
  const SimTime end = trace.period().value_or(SimTime::max());
  std::vector<SimTime> times;
  for (const auto& step : trace.steps()) times.push_back(step.time);
  for (const auto& stretch : stretches)
    for (const SimTime time : {stretch.from, stretch.to})
      if (time < end) times.push_back(time);
  std::ranges::sort(times);
  times.erase(std::unique(times.begin(), times.end()), times.end());
  std::vector<TraceStep> steps;
  for (const SimTime time : times) {
    TraceStep step = trace.at(time);
    step.time = time;
    const auto after = std::ranges::upper_bound(stretches, time, {}, &PaintedStretch::from);
    if (after != stretches.begin() && time < std::prev(after)->to)
      step.bandwidth = std::prev(after)->bandwidth;
    steps.push_back(step);
  }
  auto made = Trace::from(std::move(steps), trace.period(), trace.source());
  assert(made && "a stretch's bandwidth is one that a step may have");
  return *std::move(made);
}

Result<Trace> paintedTrace(std::string_view key, double scale, std::string_view paint) {
  auto trace = shippedTrace(key, scale);
  if (!trace) return trace.error();
  const auto stretches = parsePaint(paint);
  if (!stretches) return stretches.error();
  return stretches->empty() ? *std::move(trace) : painted(*trace, *stretches);
}

Parameter paintedParameter(Condition onlyWith) {
  return {.key = "painted",
          .label = "Painted over it",
          .unit = "",
          .help =
              "Times in which the trace has another bandwidth than its own, after its scale, in "
              "every period; the page Network has them painted with the mouse.",
          .kind = Text{"", kAllowed,
                       [](std::string_view text) { return parsePaint(text).has_value(); }},
          .onlyWith = std::move(onlyWith)};
}

}  // namespace telegrad
