// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/collective.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "core/net/link_parameters.h"
#include "core/net/star_parameters.h"
#include "core/net/worker_condition.h"

namespace telegrad {
namespace {

std::vector<Parameter> collectiveParameters() {
  std::vector<Parameter> all{
      {.key = "link_bandwidth",
       .label = "Link bandwidth",
       .unit = "bit/s",
       .help = "Bandwidth of each worker's outgoing link, which all its messages share.",
       .kind = Real{100e6, 1e4, 1e12, Scale::Log, SliderRange{1e6, 1e11}},
       .change = Change::BetweenIterations,
       .onlyWith = Condition{"trace", kConstantBandwidth}},
      {.key = "latency",
       .label = "Latency",
       .unit = "s",
       .help = "Propagation delay from a worker to the next; a message that is passed on has it "
               "each time.",
       .kind = Real{1e-3, 0.0, 10.0, Scale::Log, SliderRange{1e-5, 1.0}},
       .change = Change::BetweenIterations},
      messageOverhead()};
  const auto append = [&all](std::vector<Parameter> more) {
    std::ranges::move(more, std::back_inserter(all));
  };
  append(traceParameters());
  append(ComputeTime::parameters());
  append(MessageSize::parameters());
  append(portImpairments());
  return all;
}

class CollectiveTopology final : public Topology {
 public:
  CollectiveTopology(CollectiveKind kind, Settings settings)
      : kind_(std::move(kind)),
        settings_(std::move(settings)) {}

  std::unique_ptr<Network> build(std::size_t workers, std::uint64_t seed) const override {
    return std::make_unique<Collective>(kind_, settings_, workers, seed);
  }

 private:
  CollectiveKind kind_;
  Settings settings_;
};

}  // namespace

Collective::Collective(CollectiveKind kind, const Settings& settings, std::size_t workers,
                       std::uint64_t seed)
    : kind_(std::move(kind)),
      conditions_(workers),
      compute_(settings, workers, seed),
      size_(settings),
      format_(wireFormat(settings)),
      impairments_(impairmentsOf(settings)),
      seed_(seed),
      trace_(chosenTrace(settings)),
      rate_{settings.real("link_bandwidth")},
      latency_(simTime(settings.real("latency"))),
      run_(workers, rate_, latency_, compute_) {
  assert(workers > 0);
  if (trace_)
    for (std::uint32_t worker = 0; worker < workers; ++worker) run_.follow({}, worker, trace_);
  run_.impair({}, impairments_, seed_);
}

void Collective::configure(const Settings& settings) {
  compute_.configure(settings);
  size_.configure(settings);
  format_ = wireFormat(settings);
  if (auto impairments = impairmentsOf(settings); impairments != impairments_) {
    impairments_ = impairments;
    run_.impair(started_, impairments_, seed_);
  }
  const BitsPerSecond rate{settings.real("link_bandwidth")};
  const SimTime latency = simTime(settings.real("latency"));
  if (rate == rate_ && latency == latency_) return;
  rate_ = rate;
  latency_ = latency;
  for (std::uint32_t worker = 0; worker < conditions_.size(); ++worker) changePort(worker);
}

void Collective::changePort(std::uint32_t worker) {
  const double share = conditions_[worker].linkShare;
  run_.change(started_, worker, {rate_.value * share}, latency_);
  if (trace_) run_.follow(started_, worker, shareOf(trace_, share));
}

void Collective::configureWorker(std::size_t worker, double slowdown, double linkShare) {
  conditions_[worker] = {slowdown, linkShare};
  changePort(static_cast<std::uint32_t>(worker));
}

SimTime Collective::workOf(const WorkerLoad& load, std::uint32_t worker,
                           std::int64_t iteration) const {
  if (!load.present) return {};
  const SimTime work = compute_.work(load, worker, iteration);
  return slowed(work, conditions_[worker].slowdown);
}

/// The gradients are added up on the way, so every message is a part of a whole one.
void Collective::sumWhole(CollectiveIteration& plan) const {
  if (!kind_.sums) return;
  std::int64_t real = 0;
  std::int64_t seen = 0;
  for (const auto member : plan.members) {
    real = std::max(real, plan.parts[member].counted.value);
    seen = std::max(seen, plan.parts[member].size.value);
  }
  for (const auto member : plan.members) {
    plan.parts[member].uploads = true;
    plan.parts[member].size = {seen};
    plan.parts[member].counted = {real};
  }
}

std::shared_ptr<const Schedule> Collective::scheduleFor(std::size_t ranks) const {
  return std::make_shared<const Schedule>(
      ranks > 0 ? kind_.schedule(static_cast<std::uint32_t>(ranks)) : Schedule(0, {}));
}

void Collective::exchange(StateArchive& state) {
  state.begin(kind_.key);
  state(conditions_, compute_, submitted_, through_, resolved_, toldRepeated_, started_);
  run_.exchange(state, [this](std::size_t ranks) { return scheduleFor(ranks); });
  state.require(run_.submitted() == submitted_ && through_ < submitted_ &&
                    resolved_ <= submitted_ && through_ < resolved_,
                "iterations that follow each other");
  ahead_.reset();  // it has told all that was asked for
}

CollectiveIteration Collective::plan(std::span<const WorkerLoad> loads, std::int64_t iteration) {
  CollectiveIteration plan;
  for (std::uint32_t worker = 0; worker < loads.size(); ++worker) {
    const auto& load = loads[worker];
    const bool uploads = load.present && load.uploads;
    plan.parts.push_back({.present = load.present,
                          .uploads = uploads,
                          .work = workOf(load, worker, iteration),
                          .encoding = uploads ? compute_.encoding() : SimTime{},
                          .size = size_.upload(load),
                          .counted = load.upload});
    if (load.present) plan.members.push_back(worker);
  }
  sumWhole(plan);
  if (!schedule_ || schedule_->ranks() != plan.members.size())
    schedule_ = scheduleFor(plan.members.size());
  plan.schedule = schedule_;
  plan.format = format_;
  plan.recorded = recording_;
  for (const auto& leg : schedule_->legs()) {
    const auto origin = plan.members[leg.origin];
    if (plan.parts[origin].uploads)
      plan.wireBits += wireBits(leg.partOf(plan.parts[origin].counted));
  }
  return plan;
}

Result<IterationStart> Collective::submit(std::span<const WorkerLoad> loads, std::int64_t iteration,
                                          std::int64_t through) {
  assert(through_ <= through && through <= iteration);
  auto plan = this->plan(loads, iteration);
  const auto bits = plan.wireBits;
  through_ = through;
  run_.submit(std::move(plan), through);
  submitted_ = iteration + 1;
  run_.runToHorizon();
  CollectiveRun* known = &run_;
  if (!run_.allReady()) {
    ahead_ = run_;
    known = &*ahead_;
    if (!known->runToReady()) return known->standstill();
  }
  const SimTime end = std::max(started_, known->readyTime());
  if (end > Fabric::kEndOfTime) return endOfTime();
  run_.setTimes(started_, end);
  if (known != &run_) known->setTimes(started_, end);
  started_ = end;
  const auto repeated = known->repeatedBits();
  return IterationStart{bits + repeated - std::exchange(toldRepeated_, repeated), end};
}

Result<void> Collective::finish() {
  run_.runToEnd();
  if (run_.completed() == submitted_) return {};
  return run_.standstill();
}

std::optional<IterationTiming> Collective::resolved() {
  std::optional<IterationTiming> timing;
  if (resolved_ < run_.completed())
    timing = run_.timing(resolved_);
  else if (resolved_ <= through_)
    timing = ahead_->timing(resolved_);
  if (timing) run_.forget(++resolved_);
  return timing;
}

Entry<Topology> collective(const CollectiveKind& kind) {
  Entry<Topology> entry;
  entry.key = kind.key;
  entry.name = kind.name;
  entry.summary = kind.summary;
  entry.source = kind.source;
  entry.parameters = collectiveParameters();
  entry.needsWholeUploads = kind.sums;
  entry.make = [kind](const Settings& settings) {
    return std::make_unique<CollectiveTopology>(kind, settings);
  };
  return entry;
}

}  // namespace telegrad
