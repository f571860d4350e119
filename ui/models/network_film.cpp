// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/network_film.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace telegrad::ui {
namespace {

struct Span {
  SimTime from{};
  SimTime to{};
};

double shareOf(SimTime time, SimTime from, SimTime to) {
  return static_cast<double>((time - from).count()) / static_cast<double>((to - from).count());
}

Way firstOf(const Carried& message) {
  return crossesOneLink(message) ? message.way : message.first;
}

/// How much of `window` the spans cover together; they may overlap, and are put in order.
SimTime covered(std::vector<Span>& spans, const Span& window) {
  std::ranges::sort(spans, {}, &Span::from);
  SimTime sum{};
  SimTime upTo = window.from;
  for (const auto& span : spans) {
    const SimTime from = std::max(span.from, upTo);
    const SimTime to = std::min(span.to, window.to);
    if (to <= from) continue;
    sum += to - from;
    upTo = to;
  }
  return sum;
}

}  // namespace

MessageStage stageOf(const Carried& message, SimTime time) {
  using Stage = MessageStage::Stage;
  const Way first = firstOf(message);
  const SimTime leaves = message.start + first.queueing;
  const SimTime arrives = leaves + first.transfer + first.propagation;
  const SimTime goesOn = arrives + message.way.queueing - first.queueing;
  if (time < message.start) return {Stage::Ahead, 0.0};
  if (time < leaves) return {Stage::FirstQueue, 0.0};
  if (time < arrives) return {Stage::FirstLink, shareOf(time, leaves, arrives)};
  if (time < goesOn) return {Stage::SecondQueue, 0.0};
  if (time < message.end) return {Stage::SecondLink, shareOf(time, goesOn, message.end)};
  return {Stage::Arrived, 0.0};
}

void NetworkFilm::take(const IterationTiming& timing) {
  newest_.push_back(timing);
  if (newest_.size() > kKept) newest_.pop_front();
  const bool isWanted = wanted_ && timing.iteration >= *wanted_;
  if (isWanted) wanted_.reset();
  if (isEmpty() || isWanted) cut(1);
}

bool NetworkFilm::hasNewer() const {
  return !newest_.empty() && (isEmpty() || newest_.back().iteration > clip_.back().iteration);
}

void NetworkFilm::cutToNewest() {
  cut(std::min(kPlayed, newest_.size()));
}

void NetworkFilm::cut(std::size_t played) {
  if (newest_.empty()) return;
  clip_.assign(newest_.begin(), newest_.end());
  played_ = played;
  time_ = begin();
  rest_ = 0.0;
  ++number_;
  measure();
}

void NetworkFilm::seek(SimTime time) {
  time_ = std::clamp(time, begin(), end());
  rest_ = 0.0;
}

bool NetworkFilm::advance(double wallSeconds) {
  if (isEmpty()) return false;
  if (time_ >= end()) {
    if (!hasNewer()) return false;
    // What follows without a gap, if it is not too much; else the newest.
    const auto follows = std::ranges::count_if(newest_, [this](const IterationTiming& timing) {
      return timing.iteration > clip_.back().iteration;
    });
    cut(std::min(kPlayed, static_cast<std::size_t>(follows)));
    return true;
  }
  const double further = 1e9 * wallSeconds * pace() + rest_;
  const double whole = std::floor(further);
  rest_ = further - whole;
  time_ = std::min(end(), time_ + SimTime{static_cast<std::int64_t>(whole)});
  return true;
}

double NetworkFilm::pace() const {
  if (isEmpty()) return 0.0;
  // An iteration in which no time passes is over at once, at any pace.
  const double iteration = seconds(end() - begin()) / static_cast<double>(played_);
  return iteration / kSecondsPerIteration * speed_;
}

const IterationTiming& NetworkFilm::at(SimTime time) const {
  const auto found = std::ranges::find_if(
      clip_, [time](const IterationTiming& timing) { return time < timing.end; });
  return found == clip_.end() ? clip_.back() : *found;
}

WorkerStage NetworkFilm::worker(std::size_t worker, SimTime time) const {
  using Doing = WorkerStage::Doing;
  if (isEmpty() || worker >= clip_.back().workers.size()) return {};
  if (!at(time).workers[worker].present) return {Doing::Away, 0.0};
  bool sends = false;
  for (const auto& iteration : clip_) {
    const auto& timing = iteration.workers[worker];
    if (timing.received <= time && time < timing.encoded)
      return {Doing::Computes, shareOf(time, timing.received, timing.encoded)};
    sends = sends || (timing.encoded <= time && time < timing.delivered);
  }
  return {sends ? Doing::Sends : Doing::Waits, 0.0};
}

void NetworkFilm::measure() {
  std::map<LinkKey, std::vector<Span>> spans;
  largest_ = 0;
  count_ = 0;
  for (std::size_t i = 0; i < clip_.size(); ++i) {
    const bool isPlayed = i + played_ >= clip_.size();
    for (const auto& message : clip_[i].messages) {
      const Way first = firstOf(message);
      const SimTime leaves = message.start + first.queueing;
      spans[{message.source, false}].push_back({leaves, leaves + first.transfer});
      const SimTime rest = message.way.transfer - first.transfer;
      const SimTime latency = message.way.propagation - first.propagation;
      if (rest.count() > 0)
        spans[{message.destination, true}].push_back(
            {message.end - latency - rest, message.end - latency});
      largest_ = std::max(largest_, message.bytes.value);
      if (isPlayed) ++count_;
    }
  }
  busy_.clear();
  const Span window{begin(), end()};
  if (window.to <= window.from) return;
  for (auto& [link, sent] : spans)
    busy_[link] = shareOf(window.from + covered(sent, window), window.from, window.to);
}

}  // namespace telegrad::ui
