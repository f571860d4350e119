// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/star_parameters.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <string>
#include <utility>

#include "core/net/link_parameters.h"
#include "core/net/painted_trace.h"
#include "core/net/shipped_traces.h"

namespace telegrad {
namespace {

Parameter bandwidthTrace() {
  return {.key = "trace",
          .label = "Worker links' bandwidth",
          .unit = "",
          .help =
              "Constant, as the two values say, or following a trace over simulated time, the "
              "same for all workers.",
          .kind = withShippedTraces({kConstantBandwidth, {kConstantBandwidth}, {"Constant"}})};
}

Parameter bandwidth(std::string key, std::string label, double initial, std::string help,
                    Condition onlyWith) {
  return {.key = std::move(key),
          .label = std::move(label),
          .unit = "bit/s",
          .help = std::move(help),
          .kind = Real{initial, 1e4, 1e12, Scale::Log, SliderRange{1e6, 1e11}},
          .change = Change::BetweenIterations,
          .onlyWith = std::move(onlyWith)};
}

}  // namespace

std::vector<Parameter> traceParameters() {
  const Condition followed{"trace", kConstantBandwidth, true};
  return {bandwidthTrace(),
          {.key = "trace_scale",
           .label = "Trace scale",
           .unit = "",
           .help = "Multiplies the bandwidths of the trace.",
           .kind = Real{1.0, 1e-2, 1e3, Scale::Log},
           .onlyWith = followed},
          paintedParameter(followed)};
}

std::shared_ptr<const Trace> chosenTrace(const Settings& settings) {
  const auto& key = settings.choice("trace");
  if (key == kConstantBandwidth) return nullptr;
  auto trace = paintedTrace(key, settings.real("trace_scale"), settings.choice("painted"));
  assert(trace && "the scale's range keeps to a trace's");
  return std::make_shared<const Trace>(*std::move(trace));
}

std::vector<Parameter> starLinkParameters() {
  auto ingress = bandwidth("server_ingress", "Server ingress", 1e9,
                           "Bandwidth of the server's incoming link, which all uploads share.",
                           {"server", "separate"});
  auto downlink = bandwidth("worker_downlink", "Worker downlink", 100e6,
                            "Bandwidth of each worker's own link from the server; where the server "
                            "is on worker 1, of the link that all uploads share.",
                            {"trace", kConstantBandwidth});
  // Where the server is on a worker's machine, a downlink carries uploads.
  downlink.notWith = {{"broadcast", "free"}, {"server", "separate"}};
  auto egress = bandwidth("server_egress", "Server egress", 1e9,
                          "Bandwidth of the server's outgoing link, which all broadcasts share.",
                          {"broadcast", "dense"});
  egress.notWith = {{"server", "worker-1"}};
  std::vector<Parameter> all{bandwidth("worker_uplink", "Worker uplink", 100e6,
                                       "Bandwidth of each worker's own link towards the server.",
                                       {"trace", kConstantBandwidth}),
                             std::move(downlink),
                             std::move(ingress),
                             std::move(egress),
                             {.key = "latency",
                              .label = "Latency",
                              .unit = "s",
                              .help = "Propagation delay between a worker and the server, one way.",
                              .kind = Real{1e-3, 0.0, 10.0, Scale::Log, SliderRange{1e-5, 1.0}},
                              .change = Change::BetweenIterations},
                             messageOverhead()};
  std::ranges::move(traceParameters(), std::back_inserter(all));
  return all;
}

}  // namespace telegrad
