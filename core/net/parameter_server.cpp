// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/parameter_server.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <utility>

#include "core/base/random.h"
#include "core/net/shipped_traces.h"

namespace telegrad {
namespace {

// A lognormal draw has no largest value; the clock has one.
constexpr double kLongestComputeSeconds = 1e6;

constexpr const char* kConstant = "constant";

Parameter traceChoice() {
  Choice choice{kConstant, {kConstant}, {"Constant"}};
  for (const auto& trace : shippedTraces()) {
    choice.options.push_back(trace.key);
    choice.labels.push_back(trace.name);
  }
  return {.key = "trace",
          .label = "Worker links' bandwidth",
          .unit = "",
          .help =
              "Constant, as the two values say, or following a trace over simulated time, the "
              "same for all workers.",
          .kind = std::move(choice)};
}

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
    if (parameter.key == "worker_uplink") parameter.onlyWith = Condition{"trace", kConstant};
  }
  all.push_back(traceChoice());
  all.push_back({.key = "trace_scale",
                 .label = "Trace scale",
                 .unit = "",
                 .help = "Multiplies the bandwidths of the trace.",
                 .kind = Real{1.0, 1e-2, 1e3, Scale::Log},
                 .onlyWith = Condition{"trace", kConstant, true}});
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
                 .change = Change::BetweenIterations,
                 .onlyWith = Condition{"compute_model", "measured", true}});
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
                 .help =
                     "Free: the weights reach the workers in no time, as the papers count. "
                     "Dense: they, or what an algorithm sends in their place, are carried over the "
                     "server's egress and the downlinks.",
                 .kind = Choice{"free", {"free", "dense"}, {"Free", "Dense"}}});
  all.push_back({.key = "emulated_gradient",
                 .label = "Emulated gradient",
                 .unit = "bit",
                 .help =
                     "Size of the dense gradient that the links see: every message is scaled to "
                     "it, as if a model of that size were trained (GPT-2 124M: 3.97 Gbit); 0 "
                     "for the real size. Bits that are counted stay real.",
                 .kind = Real{0.0, 0.0, 1e13, Scale::Log, SliderRange{1e6, 1e11}},
                 .change = Change::BetweenIterations});
  all.push_back({.key = "message_size",
                 .label = "Messages as large as",
                 .unit = "",
                 .help =
                     "What the links carry of an upload: its bytes, or its values alone, as the "
                     "papers' time models count.",
                 .kind = Choice{"bytes", {"bytes", "values"}, {"Their bytes", "Their values"}}});
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
  follow(settings.choice("trace"), settings.real("trace_scale"));
  configure(settings);
  computed_.resize(workers);
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

/// The workers' own links take their bandwidth from a trace.
void ParameterServer::follow(const std::string& key, double scale) {
  if (key == kConstant) return;
  auto made = shippedTrace(key, scale);
  assert(made && "the scale's range keeps to a trace's");
  const auto trace = std::make_shared<const Trace>(*std::move(made));
  for (const auto* links : {&uplinks_, &downlinks_})
    for (const auto id : *links) fabric_.link(id).setTrace(trace, SimTime{});
}

void ParameterServer::configure(const Settings& settings) {
  // What is under way when the last iteration ended goes on as from there.
  while (const auto message = fabric_.runToDelivery(started_)) takeDelivery(*message);
  const SimTime latency = simTime(settings.real("latency"));
  const auto set = [&](Fabric::LinkId id, std::string_view rate, SimTime delay) {
    fabric_.configure(id, {settings.real(rate)}, delay, started_);
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
  emulatedGradient_ = settings.real("emulated_gradient");
  valuesAlone_ = settings.choice("message_size") == "values";
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

std::vector<Delivery> ParameterServer::carry(std::span<const Message> messages) {
  assert(pending_.empty());
  std::vector<std::uint32_t> numbers;
  for (const auto& message : messages) {
    const auto way = route(message.source, message.destination);
    assert(way && "a message between a worker and the server");
    numbers.push_back(fabric_.send(*way, message.time, message.bytes));
  }
  while (fabric_.runToDelivery()) {
  }
  std::vector<Delivery> deliveries;
  for (const auto number : numbers) {
    deliveries.push_back(fabric_.delivery(number));
    fabric_.forget(number);
  }
  return deliveries;
}

ParameterServer::Pending& ParameterServer::pending(std::int64_t iteration) {
  return pending_[static_cast<std::size_t>(iteration - first_)];
}

SimTime ParameterServer::completion(std::int64_t iteration) {
  return iteration < 0 ? SimTime{} : pending(iteration).complete;
}

IterationStart ParameterServer::submit(std::span<const WorkerLoad> loads, std::int64_t iteration,
                                       std::int64_t through) {
  assert(loads.size() == computed_.size());
  assert(iteration == submitted_ && through_ <= through && through <= iteration);
  // No worker can begin before these weights are there, so what is under way until then is known.
  advanceTo(through_);
  pending_.emplace_back();
  ++submitted_;
  auto& next = pending_.back();
  next.timing.iteration = iteration;
  next.timing.workers.resize(loads.size());
  broadcast(loads, completion(through_), next.timing);
  for (std::uint32_t worker = 0; worker < server(); ++worker) {
    auto& timing = next.timing.workers[worker];
    timing.received = std::max(timing.received, computed_[worker]);
    timing.computed = timing.received + computeTime(loads[worker], worker, iteration);
    timing.encoded = timing.delivered = timing.carried = computed_[worker] = timing.computed;
  }
  upload(loads, next);
  through_ = through;
  complete();
  advanceTo(through);
  auto& timing = pending(iteration).timing;
  timing.start = started_;
  timing.end = started_ = std::max(completion(through), std::ranges::max(computed_));
  for (auto& worker : timing.workers) worker.start = std::min(timing.start, worker.received);
  return {timing.uplinkWireBits, timing.end};
}

void ParameterServer::broadcast(std::span<const WorkerLoad> loads, SimTime ready,
                                IterationTiming& timing) {
  // The directions share no link. In this one the order of the messages is known beforehand.
  for (std::uint32_t worker = 0; worker < server(); ++worker) {
    auto& times = timing.workers[worker];
    times.received = ready;
    if (!denseBroadcast_ || loads[worker].broadcast.value == 0) continue;
    const Bytes size = framed(scaled(loads[worker].broadcast, loads[worker]));
    auto& egress = fabric_.link(egress_);
    const auto left = egress.pass(size, ready);
    const auto there = fabric_.link(downlinks_[worker]).pass(size, left.end + egress.latency());
    times.received = there.end;
    times.broadcast.queueing = left.start - left.arrived + there.start - there.arrived;
    times.broadcast.transfer = left.end - left.start + there.end - there.start;
    times.broadcast.propagation = egress.latency();
    timing.downlinkWireBits += 8 * size.value;
    if (recording_)
      timing.messages.push_back({server(), worker, size, ready, there.end, times.broadcast});
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

Bytes ParameterServer::scaled(Bytes size, const WorkerLoad& load) const {
  const Bytes model = load.model.value != 0 ? load.model : load.broadcast;
  if (emulatedGradient_ == 0.0 || model.value == 0) return size;
  const double factor = emulatedGradient_ / (8.0 * static_cast<double>(model.value));
  return {static_cast<std::int64_t>(std::ceil(static_cast<double>(size.value) * factor))};
}

void ParameterServer::upload(std::span<const WorkerLoad> loads, Pending& iteration) {
  for (std::uint32_t worker = 0; worker < server(); ++worker) {
    const auto& load = loads[worker];
    if (!load.uploads) continue;
    auto& timing = iteration.timing.workers[worker];
    timing.sent = framed(scaled(valuesAlone_ ? load.uploadedValues : load.upload, load));
    const auto message = fabric_.send(2 * worker, timing.computed, timing.sent);
    if (senders_.size() <= message) senders_.resize(message + 1);
    senders_[message] = {iteration.timing.iteration, worker, recording_};
    ++iteration.underWay;
    iteration.timing.uplinkWireBits += wireBits(load.upload);
  }
}

/// Moves the clock until the uploads of that iteration, and of all before it, have arrived.
void ParameterServer::advanceTo(std::int64_t iteration) {
  while (completed_ <= iteration) {
    const auto message = fabric_.runToDelivery();
    assert(message && "every upload arrives");
    takeDelivery(*message);
  }
}

void ParameterServer::takeDelivery(std::uint32_t message) {
  const Delivery delivery = fabric_.delivery(message);
  const Sender sender = senders_[message];
  fabric_.forget(message);
  auto& iteration = pending(sender.iteration);
  auto& timing = iteration.timing.workers[sender.worker];
  timing.delivered = delivery.end;
  timing.carried = delivery.end - delivery.propagation;
  timing.upload = {delivery.queueing, delivery.serialisation, delivery.propagation};
  if (sender.recorded)
    iteration.timing.messages.push_back(
        {sender.worker, server(), timing.sent, delivery.start, delivery.end, timing.upload});
  if (--iteration.underWay == 0) complete();
}

/// Iterations count as complete in their order.
void ParameterServer::complete() {
  for (; completed_ < submitted_ && pending(completed_).underWay == 0; ++completed_) {
    auto& iteration = pending(completed_);
    const auto& workers = iteration.timing.workers;
    const SimTime own = std::ranges::max(workers, {}, &WorkerTiming::delivered).delivered;
    iteration.complete = completed_ == first_ ? std::max(own, forgotten_)
                                              : std::max(own, completion(completed_ - 1));
  }
}

std::optional<IterationTiming> ParameterServer::resolved() {
  if (resolved_ >= completed_) return std::nullopt;
  auto result = pending(resolved_).timing;
  ++resolved_;
  while (first_ < std::min(resolved_, through_)) {
    forgotten_ = pending_.front().complete;
    pending_.pop_front();
    ++first_;
  }
  return result;
}

void ParameterServer::finish() {
  advanceTo(submitted_ - 1);
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
