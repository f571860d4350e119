// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/parameter_server.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <iterator>
#include <utility>

#include "core/base/said.h"
#include "core/net/star_parameters.h"
#include "core/net/worker_condition.h"

namespace telegrad {
namespace {

std::vector<Parameter> serverParameters() {
  auto all = starLinkParameters();
  const auto append = [&all](std::vector<Parameter> more) {
    std::ranges::move(more, std::back_inserter(all));
  };
  append(ComputeTime::parameters());
  all.push_back(
      {.key = "server",
       .label = "Server",
       .unit = "",
       .help = "Separate: a machine with its own incoming and outgoing link. On worker 1: "
               "its links are that worker's, whose own messages cost nothing; worker 1's "
               "downlink carries all uploads then, its uplink all broadcasts.",
       .kind = Choice{"separate", {"separate", "worker-1"}, {"Separate", "On worker 1"}}});
  all.push_back({.key = "broadcast",
                 .label = "Broadcast",
                 .unit = "",
                 .help =
                     "Free: the weights reach the workers in no time, as the papers count. "
                     "Dense: they, or what an algorithm sends in their place, are carried over the "
                     "server's egress and the downlinks.",
                 .kind = Choice{"free", {"free", "dense"}, {"Free", "Dense"}}});
  append(MessageSize::parameters());
  append(linkImpairments());
  return all;
}

/// Latency and loss are those of the other end's link, once.
std::shared_ptr<const Trace> bandwidthOf(const Trace& trace) {
  std::vector<TraceStep> steps;
  for (const auto& step : trace.steps())
    steps.push_back({.time = step.time, .bandwidth = step.bandwidth});
  auto made = Trace::from(std::move(steps), trace.period(), trace.source());
  assert(made && "it keeps to the rules of the one it is made of");
  return std::make_shared<const Trace>(*std::move(made));
}

// The links of the way down draw from these on; more than a star has links upwards.
constexpr std::uint32_t kDownwardStreams = std::uint32_t{1} << 31U;

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
    : seed_(seed),
      compute_(settings, workers, seed),
      size_(settings),
      onWorker_(settings.choice("server") == "worker-1") {
  assert(workers > 0);
  computed_.resize(workers);
  slowdowns_.assign(workers, 1.0);
  linkShares_.assign(workers, 1.0);
  buildLinks(workers);
  if (const auto trace = chosenTrace(settings)) follow(trace);
  configure(settings);
}

void ParameterServer::buildLinks(std::size_t workers) {
  // Their rates and latencies come from configure().
  ingress_ = up_.addLink({}, {});
  egress_ = down_.addLink({}, {});
  for (std::size_t worker = 0; worker < workers; ++worker) {
    uplinks_.push_back(up_.addLink({}, {}));
    downlinks_.push_back(down_.addLink({}, {}));
    up_.addRoute(std::array{uplinks_.back(), ingress_});
    down_.addRoute(std::array{egress_, downlinks_.back()});
  }
}

void ParameterServer::follow(const std::shared_ptr<const Trace>& trace) {
  const SimTime now = settle();
  const SimTime below = std::max(now, down_.now());
  trace_ = trace;
  for (std::size_t worker = 0; worker < uplinks_.size(); ++worker) {
    const auto own = shareOf(trace, linkShares_[worker]);
    up_.follow(uplinks_[worker], own, now);
    down_.follow(downlinks_[worker], own, below);
  }
  if (onWorker_) {
    const auto bandwidth = bandwidthOf(*shareOf(trace, linkShares_.front()));
    up_.follow(ingress_, bandwidth, now);
    down_.follow(egress_, bandwidth, below);
  }
  // A latency that the trace has is the worker's links'.
  tracedLatency_ = trace->steps().front().latency.has_value();
  if (tracedLatency_) down_.configure(egress_, egress().rate(), SimTime{}, below);
  impair(now);  // a trace may lose, by the run's seed
}

void ParameterServer::impair(SimTime now) {
  applyImpairments(impairments_, up_, seed_, now);
  applyImpairments(impairments_, down_, seed_, std::max(now, down_.now()), kDownwardStreams);
}

/// When the earliest of what is still to come can begin. All that happens until then, happens.
SimTime ParameterServer::settle() {
  const SimTime now = std::max(completion(through_), std::ranges::min(computed_));
  while (const auto message = up_.runToDelivery(now)) takeDelivery(*message);
  return now;
}

void ParameterServer::configure(const Settings& settings) {
  const SimTime now = settle();
  const SimTime latency = simTime(settings.real("latency"));
  const SimTime below = std::max(now, down_.now());
  const auto rate = [&](std::string_view key) { return BitsPerSecond{settings.real(key)}; };
  uplinkRate_ = rate("worker_uplink");
  downlinkRate_ = rate("worker_downlink");
  for (std::size_t worker = 0; worker < uplinks_.size(); ++worker) {
    const double share = linkShares_[worker];
    up_.configure(uplinks_[worker], {uplinkRate_.value * share}, latency, now);
    down_.configure(downlinks_[worker], {downlinkRate_.value * share}, SimTime{}, below);
  }
  const double share = linkShares_.front();
  const BitsPerSecond ingress{onWorker_ ? downlinkRate_.value * share
                                        : settings.real("server_ingress")};
  const BitsPerSecond egress{onWorker_ ? uplinkRate_.value * share
                                       : settings.real("server_egress")};
  up_.configure(ingress_, ingress, SimTime{}, now);
  down_.configure(egress_, egress, tracedLatency_ ? SimTime{} : latency, below);
  format_ = wireFormat(settings);
  impairments_ = impairmentsOf(settings);
  impair(now);
  compute_.configure(settings);
  size_.configure(settings);
  denseBroadcast_ = settings.choice("broadcast") == "dense";
}

std::int64_t ParameterServer::wireBits(Bytes payload) const {
  return 8 * format_.wire(payload).value;
}

std::optional<Fabric::RouteId> ParameterServer::route(std::uint32_t source,
                                                      std::uint32_t destination) const {
  if (destination == server() && source < server()) return source;
  if (source == server() && destination < server()) return destination;
  return std::nullopt;
}

std::vector<Delivery> ParameterServer::carry(std::span<const Message> messages) {
  assert(pending_.empty());
  std::vector<std::uint32_t> numbers;
  for (const auto& message : messages) {
    const auto way = route(message.source, message.destination);
    assert(way && "a message between a worker and the server");
    numbers.push_back(towards(message.destination).send(*way, message.time, message.bytes));
  }
  for (auto* fabric : {&up_, &down_})
    while (fabric->runToDelivery()) {
    }
  std::vector<Delivery> deliveries;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    auto& fabric = towards(messages[i].destination);
    deliveries.push_back(fabric.delivery(numbers[i]));
    fabric.forget(numbers[i]);
  }
  return deliveries;
}

void ParameterServer::exchange(StateArchive& state) {
  state.begin("parameter-server");
  state(up_, down_, compute_, slowdowns_, linkShares_, computed_);
  state.list(
      pending_, [&](Pending& one) { state(one.timing, one.underWay, one.complete); },
      [this] {
        Pending one;
        one.timing.workers.resize(computed_.size());
        return one;
      });
  state.list(senders_);
  state(first_, submitted_, completed_, resolved_, through_);
  state(repeatedBits_, broadcastEnd_, started_, forgotten_);
  state.require(isConsistent(), "iterations under way that follow each other");
}

bool ParameterServer::isConsistent() const {
  // What the next weights hold is asked for, and so is what was not resolved.
  return 0 <= first_ && first_ <= submitted_ && std::ssize(pending_) == submitted_ - first_ &&
         first_ <= completed_ && completed_ <= submitted_ && first_ <= resolved_ &&
         resolved_ <= completed_ && through_ < submitted_ && (through_ < 0 || first_ <= through_) &&
         std::ranges::all_of(senders_, [this](const Sender& sender) {
           return sender.worker < computed_.size() && sender.iteration < submitted_;
         });
}

ParameterServer::Pending& ParameterServer::pending(std::int64_t iteration) {
  return pending_[static_cast<std::size_t>(iteration - first_)];
}

SimTime ParameterServer::completion(std::int64_t iteration) {
  return iteration < 0 ? SimTime{} : pending(iteration).complete;
}

Result<IterationStart> ParameterServer::submit(std::span<const WorkerLoad> loads,
                                               std::int64_t iteration, std::int64_t through) {
  assert(loads.size() == computed_.size());
  assert(iteration == submitted_ && through_ <= through && through <= iteration);
  // No worker can begin before these weights are there, so what is under way until then is known.
  if (auto arrived = advanceTo(through_); !arrived) return arrived.error();
  pending_.emplace_back();
  ++submitted_;
  auto& next = pending_.back();
  next.timing.iteration = iteration;
  next.timing.workers.resize(loads.size());
  if (auto sent = broadcast(loads, completion(through_), next.timing); !sent) return sent.error();
  for (std::uint32_t worker = 0; worker < server(); ++worker) {
    auto& timing = next.timing.workers[worker];
    timing.present = loads[worker].present;
    if (!timing.present) continue;
    timing.received = std::max(timing.received, computed_[worker]);
    if (loads[worker].returns) timing.received = std::max(timing.received, started_);
    const auto work = slowed(compute_.work(loads[worker], worker, iteration), slowdowns_[worker]);
    timing.computed = compute_.finish(worker, timing.received, work);
    timing.encoded = timing.computed + (loads[worker].uploads ? compute_.encoding() : SimTime{});
    timing.delivered = timing.carried = computed_[worker] = timing.encoded;
  }
  upload(loads, next);
  const std::int64_t own = next.timing.uplinkWireBits;
  through_ = through;
  complete();
  if (auto arrived = advanceTo(through); !arrived) return arrived.error();
  auto& submitted = pending(iteration);
  setEnd(submitted, through);
  if (started_ > Fabric::kEndOfTime) return endOfTime();
  submitted.timing.queuePeak = up_.link(ingress_).takePeakQueued();
  return IterationStart{own + std::exchange(repeatedBits_, 0), submitted.timing.end};
}

void ParameterServer::upload(std::span<const WorkerLoad> loads, Pending& iteration) {
  for (std::uint32_t worker = 0; worker < server(); ++worker) {
    const auto& load = loads[worker];
    if (!load.uploads || !load.present || isServer(worker)) continue;
    auto& timing = iteration.timing.workers[worker];
    timing.sent = format_.wire(size_.upload(load));
    const auto message = up_.send(worker, timing.encoded, timing.sent);
    if (senders_.size() <= message) senders_.resize(message + 1);
    senders_[message] = {iteration.timing.iteration, worker, wireBits(load.upload), recording_};
    ++iteration.underWay;
    iteration.timing.uplinkWireBits += wireBits(load.upload);
  }
}

/// Moves the clock until the uploads of that iteration, and of all before it, have arrived.
Result<void> ParameterServer::advanceTo(std::int64_t iteration) {
  while (completed_ <= iteration) {
    const auto message = up_.runToDelivery();
    if (!message)
      return standstill(up_, [this](Fabric::LinkId id) {
        return id == ingress_ ? said("the server's incoming link")
                              : said("the uplink of worker %1", id);
      });
    takeDelivery(*message);
  }
  return {};
}

void ParameterServer::takeDelivery(std::uint32_t message) {
  const Delivery delivery = up_.delivery(message);
  const Sender sender = senders_[message];
  up_.forget(message);
  auto& iteration = pending(sender.iteration);
  auto& timing = iteration.timing.workers[sender.worker];
  timing.delivered = delivery.end;
  timing.carried = delivery.end - delivery.propagation;
  timing.upload = {delivery.queueing, delivery.serialisation, delivery.propagation};
  if (delivery.repeated.value > 0) {
    // Bits that are counted are real, also where the links see a larger message.
    const double share = static_cast<double>(delivery.repeated.value) /
                         static_cast<double>(std::max<std::int64_t>(1, timing.sent.value));
    const auto bits = std::llround(share * static_cast<double>(sender.bits));
    iteration.timing.uplinkWireBits += bits;
    repeatedBits_ += bits;
    timing.sent.value += delivery.repeated.value;
  }
  const Way first{delivery.firstQueueing, delivery.firstSerialisation, delivery.firstPropagation};
  if (sender.recorded)
    iteration.timing.messages.push_back(
        {sender.worker, server(), timing.sent, delivery.start, delivery.end, timing.upload, first});
  if (--iteration.underWay == 0) complete();
}

/// Iterations count as complete in their order.
void ParameterServer::complete() {
  for (; completed_ < submitted_ && pending(completed_).underWay == 0; ++completed_) {
    auto& iteration = pending(completed_);
    const auto& workers = iteration.timing.workers;
    // Of who is away it is the beginning, which is never after the last completion.
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

Result<void> ParameterServer::finish() {
  return advanceTo(submitted_ - 1);
}

Entry<Topology> parameterServer() {
  Entry<Topology> entry;
  entry.key = "parameter-server";
  entry.name = "Parameter server";
  entry.summary =
      "A star: each worker's own links to a server whose incoming and outgoing links all share; "
      "store and forward, first come first served.";
  entry.parameters = serverParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<Star>(settings); };
  return entry;
}

}  // namespace telegrad
