// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/link_monitor.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace telegrad {
namespace {

constexpr std::size_t kComputeWindow = 20;
constexpr std::size_t kLeastTransfers = 20;

void average(std::optional<double>& mean, double weight, double value) {
  mean = mean ? (1.0 - weight) * *mean + weight * value : value;
}

bool isObservation(double seconds) {
  return std::isfinite(seconds) && seconds >= 0.0;
}

/// The middle one, or the mean of the two in the middle. Not empty.
double median(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

}  // namespace

void LinkMonitor::addMessage(double bytes, double serialisationSeconds) {
  const double rate = 8.0 * bytes / serialisationSeconds;
  if (bytes > 0.0 && serialisationSeconds > 0.0 && std::isfinite(rate) && rate > 0.0)
    average(bitsPerSecond_, weight_, rate);
}

void LinkMonitor::addLatency(double seconds) {
  if (isObservation(seconds)) average(latencySeconds_, weight_, seconds);
}

void LinkMonitor::addCompute(double seconds) {
  if (!isObservation(seconds)) return;
  computeSeconds_.push_back(seconds);
  if (computeSeconds_.size() > kComputeWindow) computeSeconds_.pop_front();
}

std::optional<LinkEstimate> LinkMonitor::estimate() const {
  if (!bitsPerSecond_ || !latencySeconds_ || computeSeconds_.empty()) return std::nullopt;
  return LinkEstimate{*computeSeconds(), *bitsPerSecond_, *latencySeconds_};
}

std::optional<double> LinkMonitor::computeSeconds() const {
  if (computeSeconds_.empty()) return std::nullopt;
  return median({computeSeconds_.begin(), computeSeconds_.end()});
}

std::optional<LinkEstimate> slowestOf(std::span<const LinkEstimate> workers) {
  if (workers.empty()) return std::nullopt;
  LinkEstimate slowest = workers.front();
  for (const auto& worker : workers) {
    slowest.computeSeconds = std::max(slowest.computeSeconds, worker.computeSeconds);
    slowest.bitsPerSecond = std::min(slowest.bitsPerSecond, worker.bitsPerSecond);
    slowest.latencySeconds = std::max(slowest.latencySeconds, worker.latencySeconds);
  }
  return slowest;
}

std::optional<LinkEstimate> slowestOf(std::span<const LinkMonitor> workers,
                                      std::span<const TookPart> part) {
  assert(workers.size() == part.size());
  std::vector<LinkEstimate> links;
  double computeSeconds = 0.0;
  for (std::size_t i = 0; i < workers.size(); ++i) {
    if (part[i] == TookPart::No) continue;
    const auto computed = workers[i].computeSeconds();
    const auto link = workers[i].estimate();
    if (!computed || (part[i] == TookPart::Sent && !link)) return std::nullopt;
    computeSeconds = std::max(computeSeconds, *computed);
    if (part[i] == TookPart::Sent) links.push_back(*link);
  }
  auto slowest = slowestOf(links);
  if (slowest) slowest->computeSeconds = computeSeconds;
  return slowest;
}

std::optional<LinkEstimate> fitTransfers(std::span<const Transfer> transfers) {
  if (transfers.size() < kLeastTransfers) return std::nullopt;
  // Of one size, what is left of their spread is rounding.
  const auto [least, most] = std::ranges::minmax(transfers, {}, &Transfer::bytes);
  if (!(most.bytes > least.bytes)) return std::nullopt;
  const auto count = static_cast<double>(transfers.size());
  Transfer mean;
  for (const auto& transfer : transfers) {
    mean.bytes += transfer.bytes / count;
    mean.seconds += transfer.seconds / count;
  }
  double spread = 0.0;
  double joint = 0.0;
  for (const auto& transfer : transfers) {
    const double offset = transfer.bytes - mean.bytes;
    spread += offset * offset;
    joint += offset * (transfer.seconds - mean.seconds);
  }
  const double secondsPerByte = joint / spread;
  if (!(secondsPerByte > 0.0) || !std::isfinite(secondsPerByte)) return std::nullopt;
  const double latency = mean.seconds - secondsPerByte * mean.bytes;
  return LinkEstimate{0.0, 8.0 / secondsPerByte, std::max(0.0, latency)};
}

}  // namespace telegrad
