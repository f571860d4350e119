// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/bottleneck.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/theory/unknown.h"

namespace telegrad {
namespace {

constexpr double kNearly = 1.02;

bool areUsable(const IterationFigures& f) {
  return isNotNegative(f.iterationSeconds) && f.iterationSeconds > 0.0 &&
         isNotNegative(f.computeSeconds) && isNotNegative(f.encodeSeconds) &&
         isNotNegative(f.latencySeconds) && f.staleness >= 0;
}

double roundTripSeconds(double own, double link, double latency, int staleness) {
  return (own + latency + link) / (staleness + 1.0);
}

double modelled(double own, double link, double latency, int staleness) {
  return std::max({own, link, roundTripSeconds(own, link, latency, staleness)});
}

Bottleneck largest(const IterationFigures& f, double link) {
  const std::array<double, 4> parts{f.computeSeconds, f.encodeSeconds, link, f.latencySeconds};
  return static_cast<Bottleneck>(std::ranges::max_element(parts) - parts.begin());
}

}  // namespace

double linkSeconds(const IterationFigures& figures) {
  if (!areUsable(figures)) return kUnknown;
  const double own = figures.computeSeconds + figures.encodeSeconds;
  const double iteration = std::max(figures.iterationSeconds, own);
  const double around = (figures.staleness + 1.0) * iteration - own - figures.latencySeconds;
  return std::max(0.0, std::min(iteration, around));
}

BottleneckReport findBottleneck(const IterationFigures& figures) {
  BottleneckReport report;
  if (!areUsable(figures)) {
    report.seconds = {kUnknown, kUnknown, kUnknown, kUnknown, kUnknown};
    return report;
  }
  const double own = figures.computeSeconds + figures.encodeSeconds;
  const double latency = figures.latencySeconds;
  const int tau = figures.staleness;
  const double link = linkSeconds(figures);
  report.networkHidden = figures.iterationSeconds <= kNearly * own;
  report.roundTrip = !report.networkHidden && roundTripSeconds(own, link, latency, tau) >=
                                                  std::max(own, link) * (1.0 - 1e-9);
  if (report.roundTrip)
    report.bottleneck = largest(figures, link);
  else if (report.networkHidden)
    report.bottleneck =
        figures.encodeSeconds > figures.computeSeconds ? Bottleneck::Encode : Bottleneck::Compute;
  else
    report.bottleneck = Bottleneck::Link;
  report.seconds = {
      .halfTheBits = modelled(own, link / 2.0, latency, tau),
      .noLatency = modelled(own, link, 0.0, tau),
      .noEncoding = modelled(figures.computeSeconds, link, latency, tau),
      .halfTheCompute = modelled(own - figures.computeSeconds / 2.0, link, latency, tau),
      .oneMoreStale = modelled(own, link, latency, tau + 1)};
  return report;
}

double payoffBandwidth(double denseBits, double sentBits, double encodeSeconds) {
  if (!isNotNegative(denseBits) || !isNotNegative(sentBits) || !isNotNegative(encodeSeconds))
    return kUnknown;
  if (sentBits >= denseBits) return 0.0;
  if (encodeSeconds == 0.0) return std::numeric_limits<double>::infinity();
  return (denseBits - sentBits) / encodeSeconds;
}

}  // namespace telegrad
