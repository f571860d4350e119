// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/parameter_server.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <utility>

#include "core/base/random.h"

namespace telegrad {
namespace {

// A lognormal draw has no largest value; the clock has one.
constexpr double kLongestComputeSeconds = 1e6;

Parameter bandwidth(std::string key, std::string label, double initial, std::string help) {
  return {.key = std::move(key),
          .label = std::move(label),
          .unit = "bit/s",
          .help = std::move(help),
          .kind = Real{initial, 1e4, 1e12, Scale::Log, SliderRange{1e6, 1e11}},
          .change = Change::BetweenIterations};
}

std::vector<Parameter> linkParameters() {
  return {bandwidth("worker_uplink", "Worker uplink", 100e6,
                    "Bandwidth of each worker's own link towards the server."),
          bandwidth("worker_downlink", "Worker downlink", 100e6,
                    "Bandwidth of each worker's own link from the server."),
          bandwidth("server_ingress", "Server ingress", 1e9,
                    "Bandwidth of the server's incoming link, which all uploads share."),
          bandwidth("server_egress", "Server egress", 1e9,
                    "Bandwidth of the server's outgoing link, which all broadcasts share."),
          {.key = "latency",
           .label = "Latency",
           .unit = "s",
           .help = "Propagation delay between a worker and the server, one way.",
           .kind = Real{1e-3, 0.0, 10.0, Scale::Log, SliderRange{1e-5, 1.0}},
           .change = Change::BetweenIterations},
          {.key = "message_overhead",
           .label = "Message overhead",
           .unit = "B",
           .help = "Added to every message on the wire, once; 66 B are the Ethernet, IPv4 and TCP "
                   "headers (with timestamps) of one packet.",
           .kind = Integer{66, 0, 4096, Scale::Linear},
           .change = Change::BetweenIterations}};
}

std::vector<Parameter> parameters() {
  auto all = linkParameters();
  for (auto& parameter : all) {
    if (parameter.key == "worker_downlink" || parameter.key == "server_egress")
      parameter.onlyWith = Condition{"broadcast", "dense"};
  }
  all.push_back({.key = "compute_model",
                 .label = "Compute model",
                 .unit = "",
                 .help = "How long a gradient takes on the emulated workers: always the same, "
                         "random around a median, or as long as it took on this machine.",
                 .kind = Choice{"constant",
                                {"constant", "lognormal", "measured"},
                                {"Constant", "Lognormal", "Measured here"}}});
  all.push_back({.key = "compute_time",
                 .label = "Compute time",
                 .unit = "s",
                 .help = "Time of one worker's gradient; the median where it is random.",
                 .kind = Real{0.0125, 0.0, 3600.0, Scale::Log, SliderRange{1e-5, 10.0}},
                 .change = Change::BetweenIterations});
  all.push_back({.key = "compute_spread",
                 .label = "Compute spread",
                 .unit = "",
                 .help = "Standard deviation of the compute time's logarithm.",
                 .kind = Real{0.3, 0.0, 3.0, Scale::Linear},
                 .change = Change::BetweenIterations,
                 .onlyWith = Condition{"compute_model", "lognormal"}});
  all.push_back({.key = "broadcast",
                 .label = "Broadcast",
                 .unit = "",
                 .help = "Free: the weights reach the workers in no time, as the papers count. "
                         "Dense: they are carried over the server's egress and the downlinks.",
                 .kind = Choice{"free", {"free", "dense"}, {"Free", "Dense"}}});
  return all;
}

class Star final : public Topology {
 public:
  explicit Star(Settings settings) : settings_(std::move(settings)) {}

  std::unique_ptr<Network> build(std::size_t workers, std::uint64_t seed) const override {
    return std::make_unique<ParameterServer>(settings_, workers, seed);
  }

 private:
  Settings settings_;
};

}  // namespace

ParameterServer::ParameterServer(const Settings& settings, std::size_t workers, std::uint64_t seed)
    : seed_(seed) {
  assert(workers > 0);
  buildLinks(workers);
  configure(settings);
  timing_.workers.resize(workers);
}

void ParameterServer::buildLinks(std::size_t workers) {
  // Their rates and latencies come from configure().
  const auto add = [&] { return fabric_.addLink({}, {}); };
  ingress_ = add();
  egress_ = add();
  for (std::size_t worker = 0; worker < workers; ++worker) {
    uplinks_.push_back(add());
    downlinks_.push_back(add());
    fabric_.addRoute(std::array{uplinks_.back(), ingress_});
    fabric_.addRoute(std::array{egress_, downlinks_.back()});
  }
}

void ParameterServer::configure(const Settings& settings) {
  const SimTime latency = simTime(settings.real("latency"));
  const auto set = [&](Fabric::LinkId id, std::string_view rate, SimTime delay) {
    fabric_.link(id).configure({settings.real(rate)}, delay);
  };
  for (const auto id : uplinks_) set(id, "worker_uplink", latency);
  for (const auto id : downlinks_) set(id, "worker_downlink", SimTime{});
  set(ingress_, "server_ingress", SimTime{});
  set(egress_, "server_egress", latency);
  overhead_ = {settings.integer("message_overhead")};
  const auto& model = settings.choice("compute_model");
  computeModel_ = model == "constant"    ? ComputeModel::Constant
                  : model == "lognormal" ? ComputeModel::Lognormal
                                         : ComputeModel::Measured;
  computeSeconds_ = settings.real("compute_time");
  computeSpread_ = settings.real("compute_spread");
  denseBroadcast_ = settings.choice("broadcast") == "dense";
}

std::int64_t ParameterServer::wireBits(Bytes payload) const {
  return 8 * framed(payload).value;
}

std::optional<Fabric::RouteId> ParameterServer::route(std::uint32_t source,
                                                      std::uint32_t destination) const {
  if (destination == server() && source < server()) return 2 * source;
  if (source == server() && destination < server()) return 2 * destination + 1;
  return std::nullopt;
}

std::span<const Delivery> ParameterServer::carry(std::span<const Message> messages) {
  fabric_.beginBatch(timing_.end);
  for (const auto& message : messages) {
    const auto way = route(message.source, message.destination);
    assert(way && "a message between a worker and the server");
    fabric_.send(*way, message.time, message.bytes);
  }
  fabric_.run();
  return fabric_.deliveries();
}

const IterationTiming& ParameterServer::iterate(std::span<const WorkerLoad> loads,
                                                std::int64_t iteration) {
  assert(loads.size() == timing_.workers.size());
  timing_.start = timing_.end;
  timing_.uplinkWireBits = 0;
  timing_.downlinkWireBits = 0;
  // The directions share no link, so that one after the other is the same as both at once.
  broadcast(loads);
  compute(loads, iteration);
  upload(loads);
  timing_.end = std::ranges::max(timing_.workers, {}, &WorkerTiming::delivered).delivered;
  return timing_;
}

void ParameterServer::broadcast(std::span<const WorkerLoad> loads) {
  messages_.clear();
  for (std::uint32_t worker = 0; worker < server(); ++worker) {
    auto& timing = timing_.workers[worker];
    timing = {};
    timing.start = timing.received = timing_.start;
    if (!denseBroadcast_ || loads[worker].broadcast.value == 0) continue;
    messages_.push_back({timing_.start, server(), worker, framed(loads[worker].broadcast)});
    timing_.downlinkWireBits += wireBits(loads[worker].broadcast);
  }
  const auto deliveries = carry(messages_);
  for (std::size_t i = 0; i < deliveries.size(); ++i) {
    auto& timing = timing_.workers[messages_[i].destination];
    timing.received = deliveries[i].end;
    timing.queueing = deliveries[i].queueing;
    timing.transfer = deliveries[i].serialisation;
  }
}

void ParameterServer::compute(std::span<const WorkerLoad> loads, std::int64_t iteration) {
  for (std::uint32_t worker = 0; worker < server(); ++worker) {
    auto& timing = timing_.workers[worker];
    timing.computed = timing.received + computeTime(loads[worker], worker, iteration);
    timing.delivered = timing.computed;
  }
}

SimTime ParameterServer::computeTime(const WorkerLoad& load, std::uint32_t worker,
                                     std::int64_t iteration) const {
  if (computeModel_ == ComputeModel::Measured) return load.measuredCompute;
  if (computeModel_ == ComputeModel::Constant) return simTime(computeSeconds_);
  Random random(seed_, Purpose::ComputeTime, worker, static_cast<std::uint64_t>(iteration));
  const double drawn = computeSeconds_ * std::exp(computeSpread_ * random.normal());
  return simTime(std::min(drawn, kLongestComputeSeconds));
}

void ParameterServer::upload(std::span<const WorkerLoad> loads) {
  messages_.clear();
  for (std::uint32_t worker = 0; worker < server(); ++worker) {
    if (!loads[worker].uploads) continue;
    messages_.push_back(
        {timing_.workers[worker].computed, worker, server(), framed(loads[worker].upload)});
    timing_.uplinkWireBits += wireBits(loads[worker].upload);
  }
  const auto deliveries = carry(messages_);
  for (std::size_t i = 0; i < deliveries.size(); ++i) {
    auto& timing = timing_.workers[messages_[i].source];
    timing.delivered = deliveries[i].end;
    timing.queueing += deliveries[i].queueing;
    timing.transfer += deliveries[i].serialisation;
  }
}

Entry<Topology> parameterServer() {
  Entry<Topology> entry;
  entry.key = "parameter-server";
  entry.name = "Parameter server";
  entry.summary =
      "A star: each worker's own links to a server whose incoming and outgoing links all share; "
      "store and forward, first come first served.";
  entry.parameters = parameters();
  entry.make = [](const Settings& settings) { return std::make_unique<Star>(settings); };
  return entry;
}

}  // namespace telegrad
