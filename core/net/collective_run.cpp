// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/collective_run.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <type_traits>
#include <utility>

#include "core/base/said.h"

namespace telegrad {

static_assert(std::is_copy_constructible_v<Fabric>, "a copy of a run goes ahead of it");

CollectiveRun::CollectiveRun(std::size_t workers, BitsPerSecond rate, SimTime latency,
                             ComputeTime& compute)
    : compute_(&compute),
      workers_(workers) {
  for (std::size_t worker = 0; worker < workers; ++worker)
    fabric_.addRoute(std::array{fabric_.addLink(rate, latency)});
}

bool CollectiveRun::isSent(const Round& round, const Leg& leg) {
  return round.plan.parts[round.plan.members[leg.origin]].uploads;
}

Bytes CollectiveRun::sizeOf(const Round& round, const Leg& leg) {
  const Bytes whole = round.plan.parts[round.plan.members[leg.origin]].size;
  return round.plan.format.wire(leg.partOf(whole));
}

SimTime CollectiveRun::haveThrough(std::uint32_t worker, std::int64_t iteration) const {
  return iteration < 0 ? SimTime{} : round(iteration).have[worker];
}

void CollectiveRun::submit(CollectiveIteration iteration, std::int64_t through) {
  const std::size_t ranks = iteration.members.size();
  rounds_.emplace_back();
  Round& round = rounds_.back();
  round.plan = std::move(iteration);
  round.from = through_;
  round.timing.iteration = submitted_++;
  round.timing.uplinkWireBits = round.plan.wireBits;
  round.legs.resize(round.plan.schedule->size());
  round.ranks.resize(ranks);
  round.rankOf.assign(workers_.size(), Leg::kNone);
  round.results.resize(workers_.size());
  round.have.resize(workers_.size());
  round.timing.workers.resize(workers_.size());
  round.unfinished = ranks;
  for (std::uint32_t rank = 0; rank < ranks; ++rank) round.rankOf[round.plan.members[rank]] = rank;
  for (std::uint32_t number = 0; number < round.legs.size(); ++number) {
    const auto& leg = round.plan.schedule->leg(number);
    if (!isSent(round, leg)) continue;
    ++round.ranks[leg.destination].open;
    round.timing.workers[round.plan.members[leg.source]].sent.value += sizeOf(round, leg).value;
  }
  if (ranks == 0) round.results.assign(workers_.size(), SimTime{});

  through_ = through;
  ready_ = 0;
  // With nobody there, nothing is certain beyond the iteration's end, which is not known yet.
  horizon_ = ranks == 0 ? SimTime{} : SimTime::max();
  for (std::uint32_t worker = 0; worker < workers_.size(); ++worker) {
    workers_[worker].ready = false;
    going_.push_back(worker);
  }
  goOnAll();
}

void CollectiveRun::goOnAll() {
  std::size_t next = 0;
  while (next < going_.size()) goOn(going_[next++]);  // which may add more
  going_.clear();
  while (completed_ < submitted_ && round(completed_).unfinished == 0) ++completed_;
}

void CollectiveRun::takeResults(std::uint32_t number) {
  Worker& worker = workers_[number];
  for (; worker.known < submitted_; ++worker.known) {
    Round& next = round(worker.known);
    if (!next.results[number]) return;
    worker.have = next.have[number] = std::max(worker.have, *next.results[number]);
  }
}

/// Takes the results that are there and begins the turns that can begin.
void CollectiveRun::goOn(std::uint32_t number) {
  Worker& worker = workers_[number];
  for (;;) {
    takeResults(number);
    if (worker.turn == submitted_) break;
    Round& next = round(worker.turn);
    if (!next.plan.parts[number].present) {
      worker.free = std::max(worker.free, next.timing.end);  // which setTimes() does for the last
    } else {
      if (worker.known <= next.from) return;
      beginTurn(next, number, std::max(worker.free, haveThrough(number, next.from)));
    }
    ++worker.turn;
  }
  if (worker.known <= through_ || worker.ready) return;
  worker.ready = true;
  ++ready_;
  // One that is away in the last iteration is not back before its end.
  if (rounds_.back().plan.parts[number].present)
    horizon_ = std::min(horizon_, std::max(worker.free, haveThrough(number, through_)));
}

void CollectiveRun::beginTurn(Round& round, std::uint32_t number, SimTime begin) {
  const auto& part = round.plan.parts[number];
  auto& times = round.timing.workers[number];
  times.received = begin;
  times.computed = compute_->finish(number, begin, part.work);
  times.encoded = times.delivered = times.carried = times.computed + part.encoding;
  workers_[number].free = times.encoded;
  const auto rank = round.rankOf[number];
  round.ranks[rank].begun = true;
  release(round, rank, times.encoded, Leg::kNone);
  if (round.ranks[rank].open == 0) settle(round, rank);
}

/// Hands a rank's next legs to its port, as far as what they wait for is there.
void CollectiveRun::release(Round& round, std::uint32_t rank, SimTime time, std::uint32_t cause) {
  const auto& schedule = *round.plan.schedule;
  const auto numbers = schedule.sentBy(rank);
  for (auto& next = round.ranks[rank].next; next < numbers.size(); ++next) {
    const auto& leg = schedule.leg(numbers[next]);
    if (!isSent(round, leg)) continue;
    for (const auto before : leg.after)
      if (before != Leg::kNone && !round.legs[before].arrived) return;
    const auto message = fabric_.send(round.plan.members[rank], time, sizeOf(round, leg));
    if (transits_.size() <= message) transits_.resize(message + 1);
    transits_[message] = {round.timing.iteration, numbers[next]};
    round.legs[numbers[next]].cause = cause;
  }
}

void CollectiveRun::deliver(std::uint32_t message) {
  const Delivery delivery = fabric_.delivery(message);
  const Transit transit = transits_[message];
  fabric_.forget(message);
  Round& round = this->round(transit.iteration);
  const auto& leg = round.plan.schedule->leg(transit.leg);
  auto& state = round.legs[transit.leg];
  state.delivery = delivery;
  state.arrived = true;
  const Bytes size = sizeOf(round, leg);
  if (delivery.repeated.value > 0) {
    const auto& origin = round.plan.parts[round.plan.members[leg.origin]];
    const double share = static_cast<double>(delivery.repeated.value) /
                         static_cast<double>(std::max<std::int64_t>(1, size.value));
    const Bytes counted = round.plan.format.wire(leg.partOf(origin.counted));
    const auto bits = std::llround(share * 8.0 * static_cast<double>(counted.value));
    round.timing.uplinkWireBits += bits;
    repeatedBits_ += bits;
    round.timing.workers[round.plan.members[leg.source]].sent.value += delivery.repeated.value;
  }
  if (round.plan.recorded)
    round.timing.messages.push_back(
        {round.plan.members[leg.source],
         round.plan.members[leg.destination],
         size,
         delivery.start,
         delivery.end,
         {delivery.queueing, delivery.serialisation, delivery.propagation}});
  auto& rank = round.ranks[leg.destination];
  rank.last = transit.leg;
  --rank.open;
  if (!rank.begun) return;
  const SimTime encoded = round.timing.workers[round.plan.members[leg.destination]].encoded;
  release(round, leg.destination, std::max(encoded, delivery.end),
          encoded >= delivery.end ? Leg::kNone : transit.leg);
  if (rank.open == 0) settle(round, leg.destination);
  goOnAll();
}

/// The rank has all that it was to get.
void CollectiveRun::settle(Round& round, std::uint32_t rank) {
  const auto worker = round.plan.members[rank];
  explain(round, rank);
  round.results[worker] = round.timing.workers[worker].delivered;
  going_.push_back(worker);
  if (--round.unfinished > 0) return;
  // Those that are away get it with the last of the others.
  SimTime latest{};
  for (const auto member : round.plan.members) latest = std::max(latest, *round.results[member]);
  for (std::uint32_t other = 0; other < workers_.size(); ++other) {
    if (round.results[other]) continue;
    round.results[other] = latest;
    going_.push_back(other);
  }
}

/// Where the time went between a rank's own message and its result: back along the messages that
/// waited for each other, from the one that arrived last.
void CollectiveRun::explain(Round& round, std::uint32_t rank) {
  auto& times = round.timing.workers[round.plan.members[rank]];
  auto number = round.ranks[rank].last;
  if (number == Leg::kNone) return;
  SimTime now = std::max(times.encoded, round.legs[number].delivery.end);
  times.delivered = now;
  const auto take = [&](SimTime part) {
    part = std::min(part, now - times.encoded);
    now -= part;
    return part;
  };
  for (; number != Leg::kNone && now > times.encoded; number = round.legs[number].cause) {
    const auto& delivery = round.legs[number].delivery;
    times.upload.propagation += take(delivery.propagation);
    times.upload.transfer += take(delivery.serialisation);
    times.upload.queueing += take(delivery.queueing);
  }
  times.upload.queueing += now - times.encoded;  // for a gradient of another's
  times.carried = times.delivered - times.upload.propagation;
}

std::optional<std::uint32_t> CollectiveRun::nextDelivery(SimTime until) {
  while (!changes_.empty() && changes_.front().time <= until) {
    const auto change = changes_.front();
    if (auto message = fabric_.runToDelivery(change.time)) return message;
    change.make(fabric_);
    changes_.pop_front();
  }
  return fabric_.runToDelivery(until);
}

void CollectiveRun::runToHorizon() {
  while (const auto message = nextDelivery(horizon_)) deliver(*message);
}

bool CollectiveRun::runToReady() {
  while (!allReady()) {
    const auto message = nextDelivery(SimTime::max());
    if (!message) return false;
    deliver(*message);
  }
  return true;
}

void CollectiveRun::runToEnd() {
  while (const auto message = nextDelivery(SimTime::max())) deliver(*message);
}

SimTime CollectiveRun::readyTime() const {
  SimTime latest{};
  for (std::uint32_t number = 0; number < workers_.size(); ++number)
    latest = std::max({latest, workers_[number].free, haveThrough(number, through_)});
  return latest;
}

void CollectiveRun::setTimes(SimTime start, SimTime end) {
  Round& last = rounds_.back();
  last.timing.start = start;
  last.timing.end = end;
  for (std::uint32_t number = 0; number < workers_.size(); ++number)
    if (!last.plan.parts[number].present && workers_[number].turn == submitted_)
      workers_[number].free = std::max(workers_[number].free, end);
}

void CollectiveRun::change(SimTime time, std::uint32_t worker, BitsPerSecond rate,
                           SimTime latency) {
  add({time, NewPortRate{worker, rate, latency}});
}

void CollectiveRun::follow(SimTime time, std::uint32_t worker, std::shared_ptr<const Trace> trace) {
  add({time, NewPortTrace{worker, std::move(trace)}});
}

void CollectiveRun::impair(SimTime time, const LinkImpairments& impairments, std::uint64_t seed) {
  add({time, NewPortImpairments{impairments, seed}});
}

void CollectiveRun::FabricChange::make(Fabric& fabric) const {
  if (const auto* rate = std::get_if<NewPortRate>(&what))
    fabric.configure(rate->worker, rate->rate, rate->latency, time);
  if (const auto* follows = std::get_if<NewPortTrace>(&what))
    fabric.follow(follows->worker, follows->trace, time);
  if (const auto* impaired = std::get_if<NewPortImpairments>(&what))
    applyImpairments(impaired->impairments, fabric, impaired->seed, time);
}

void CollectiveRun::FabricChange::exchange(StateArchive& state) {
  auto kind = static_cast<std::uint32_t>(what.index());
  state(time, kind);
  state.require(kind < std::variant_size_v<decltype(what)>, "a change of a known kind");
  if (state.isLoading() && kind == 1) what = NewPortTrace{};
  if (state.isLoading() && kind == 2) what = NewPortImpairments{};
  if (auto* rate = std::get_if<NewPortRate>(&what)) state(rate->worker, rate->rate, rate->latency);
  if (auto* follows = std::get_if<NewPortTrace>(&what)) {
    state(follows->worker);
    Trace::exchange(state, follows->trace);
  }
  if (auto* impaired = std::get_if<NewPortImpairments>(&what))
    state(impaired->impairments, impaired->seed);
}

void CollectiveRun::exchange(StateArchive& state, const ScheduleFor& scheduleFor) {
  state(fabric_, workers_);
  state.list(rounds_, [&](Round& round) { exchange(state, round, scheduleFor); });
  state(first_, submitted_, completed_, through_, horizon_, ready_, repeatedBits_);
  state.list(transits_);
  state.list(changes_);
  state.require(isConsistent(), "rounds that follow each other");
}

void CollectiveRun::exchange(StateArchive& state, Round& round,
                             const ScheduleFor& scheduleFor) const {
  const std::size_t workers = workers_.size();
  auto& plan = round.plan;
  state.list(plan.members);
  state.require(plan.members.size() <= workers, "members that are workers");
  if (!state.isGood()) return;
  if (state.isLoading()) {
    plan.schedule = scheduleFor(plan.members.size());
    plan.parts.resize(workers);
    round.legs.resize(plan.schedule->size());
    round.ranks.resize(plan.members.size());
    round.rankOf.resize(workers);
    round.results.resize(workers);
    round.have.resize(workers);
    round.timing.workers.resize(workers);
  }
  state(plan.parts, plan.format, plan.wireBits, plan.recorded, round.from, round.legs, round.ranks,
        round.rankOf, round.results, round.have, round.unfinished, round.timing);
  state.require(isConsistent(round), "ranks and messages that know of each other");
}

bool CollectiveRun::isConsistent(const Round& round) const {
  const auto isWorker = [this](std::uint32_t number) { return number < workers_.size(); };
  const auto isLeg = [&](std::uint32_t number) {
    return number == Leg::kNone || number < round.legs.size();
  };
  return std::ranges::all_of(round.plan.members, isWorker) &&
         std::ranges::all_of(round.legs, isLeg, &LegState::cause) &&
         std::ranges::all_of(round.ranks, isLeg, &RankState::last) &&
         std::ranges::all_of(round.rankOf, [&](std::uint32_t rank) {
           return rank == Leg::kNone || rank < round.ranks.size();
         });
}

bool CollectiveRun::isConsistent() const {
  const auto isThere = [this](std::int64_t i) { return i >= first_ && i < submitted_; };
  return 0 <= first_ && std::ssize(rounds_) == submitted_ - first_ && first_ <= completed_ &&
         completed_ <= submitted_ && through_ < submitted_ &&
         (through_ < 0 || first_ <= through_) &&
         std::ranges::all_of(workers_,
                             [&](const Worker& worker) {
                               return first_ <= worker.known && worker.known <= submitted_ &&
                                      (worker.turn == submitted_ || isThere(worker.turn));
                             }) &&
         std::ranges::all_of(changes_, [this](const FabricChange& change) {
           const auto* rate = std::get_if<NewPortRate>(&change.what);
           const auto* follows = std::get_if<NewPortTrace>(&change.what);
           return (rate == nullptr || rate->worker < workers_.size()) &&
                  (follows == nullptr || follows->worker < workers_.size());
         });
}

void CollectiveRun::add(FabricChange change) {
  assert(changes_.empty() || changes_.back().time <= change.time);
  changes_.push_back(std::move(change));
}

Error CollectiveRun::standstill() const {
  return telegrad::standstill(
      fabric_, [](Fabric::LinkId id) { return said("the port of worker %1", id + 1); });
}

IterationTiming CollectiveRun::timing(std::int64_t iteration) const {
  const auto& from = round(iteration);
  IterationTiming timing = from.timing;
  for (std::uint32_t number = 0; number < workers_.size(); ++number) {
    auto& times = timing.workers[number];
    times.present = from.plan.parts[number].present;
    if (times.present) {
      times.start = std::min(timing.start, times.received);
    } else {
      times.start = times.received = times.computed = times.encoded = timing.start;
      times.delivered = times.carried = timing.start;
    }
  }
  return timing;
}

void CollectiveRun::forget(std::int64_t iteration) {
  // A worker that has still to begin one starts from an older one's results.
  std::int64_t needed = std::min({iteration, completed_, through_});
  for (const auto& worker : workers_) {
    needed = std::min(needed, worker.known);
    if (worker.turn < submitted_) needed = std::min(needed, round(worker.turn).from);
  }
  for (; first_ < needed; ++first_) rounds_.pop_front();
}

}  // namespace telegrad
