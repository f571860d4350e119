// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "core/net/compute_time.h"
#include "core/net/fabric.h"
#include "core/net/link_parameters.h"
#include "core/net/network.h"
#include "core/net/schedule.h"

namespace telegrad {

/// What one worker brings to an iteration, in simulated time.
struct CollectivePart {
  bool present = true;
  bool uploads = false;
  SimTime work{};      ///< its gradient, at full speed
  SimTime encoding{};  ///< its message; zero if it sends nothing
  Bytes size;          ///< of its upload as the links see it, without overhead
  Bytes counted;       ///< of the same as it is

  void exchange(StateArchive& state) { state(present, uploads, work, encoding, size, counted); }
};

/// One iteration as it is to be carried out.
struct CollectiveIteration {
  std::shared_ptr<const Schedule> schedule;
  std::vector<std::uint32_t> members;  ///< the worker of each rank
  std::vector<CollectivePart> parts;   ///< one a worker
  WireFormat format;                   ///< of each message
  std::int64_t wireBits = 0;           ///< of all its messages, as they are counted
  bool recorded = false;               ///< keep the messages
};

// What is to be changed of a run's ports, at a time.
struct NewPortRate {
  std::uint32_t worker = 0;
  BitsPerSecond rate;
  SimTime latency{};
};
struct NewPortTrace {
  std::uint32_t worker = 0;
  std::shared_ptr<const Trace> trace;
};
struct NewPortImpairments {
  LinkImpairments impairments;
  std::uint64_t seed = 0;
};

/// Workers that compute and collectives between them, as they unfold: a value, so that a copy can
/// run ahead of what is certain.
///
/// What the next iteration brings is not known until it is submitted, yet a worker may begin it
/// while others still wait for the results that it starts from. So a run goes only as far as is
/// certain whatever comes next (runToHorizon), and a copy of it goes on until all have those
/// results (runToReady). That copy is right about them: whoever has a result has handed over to its
/// port all that it sends for it, so what it sends later cannot delay them.
///
/// Threads: one.
class CollectiveRun {
 public:
  /// A port for each worker. `compute` must outlive all copies.
  CollectiveRun(std::size_t workers, BitsPerSecond rate, SimTime latency, ComputeTime& compute);

  /// The next iteration, and the newest one whose result the weights after it hold. Not before the
  /// last one has its end.
  void submit(CollectiveIteration iteration, std::int64_t through);
  void runToHorizon();
  /// Every worker has ended its turn and has all the next weights hold.
  bool allReady() const { return ready_ == workers_.size(); }
  /// False: never, or not before the end of time.
  bool runToReady();
  /// Until nothing is under way.
  void runToEnd();

  /// When the last worker is ready, once all are.
  SimTime readyTime() const;
  /// Of the iteration submitted last, as found out by a copy.
  void setTimes(SimTime start, SimTime end);

  /// From that time on, which is not before the last end, a port has this rate and latency; or
  /// follows that trace; or all ports have these impairments, drawn by the run's seed.
  void change(SimTime time, std::uint32_t worker, BitsPerSecond rate, SimTime latency);
  void follow(SimTime time, std::uint32_t worker, std::shared_ptr<const Trace> trace);
  void impair(SimTime time, const LinkImpairments& impairments, std::uint64_t seed);

  /// Of what was sent again, so far; as it is counted.
  std::int64_t repeatedBits() const { return repeatedBits_; }
  /// Why not all become ready.
  Error standstill() const;

  /// Iterations, from the first, of which everything is known.
  std::int64_t completed() const { return completed_; }
  IterationTiming timing(std::int64_t iteration) const;
  /// Those before are not asked for any more.
  void forget(std::int64_t iteration);
  std::int64_t submitted() const { return submitted_; }
  /// Of a run with as many workers. `scheduleFor` makes the schedule of so many ranks.
  using ScheduleFor = std::function<std::shared_ptr<const Schedule>(std::size_t ranks)>;
  void exchange(StateArchive& state, const ScheduleFor& scheduleFor);

 private:
  struct LegState {
    Delivery delivery;
    std::uint32_t cause = Leg::kNone;  // the leg that it waited for last; none: its source's turn
    bool arrived = false;

    void exchange(StateArchive& state) { state(delivery, cause, arrived); }
  };
  struct RankState {
    bool begun = false;
    std::uint32_t next = 0;           // of the schedule's sentBy()
    std::size_t open = 0;             // legs still to arrive
    std::uint32_t last = Leg::kNone;  // that arrived

    void exchange(StateArchive& state) { state(begun, next, open, last); }
  };
  struct Round {
    CollectiveIteration plan;
    std::int64_t from = -1;  // the newest iteration that its weights hold
    std::vector<LegState> legs;
    std::vector<RankState> ranks;
    std::vector<std::uint32_t> rankOf;            // by worker
    std::vector<std::optional<SimTime>> results;  // likewise: when it had this one's
    std::vector<SimTime> have;                    // likewise: and all before
    std::size_t unfinished = 0;                   // ranks without a result
    IterationTiming timing;
  };
  struct Worker {
    std::int64_t turn = 0;   // the next it begins
    std::int64_t known = 0;  // it has the results of all before
    SimTime have{};          // since when
    SimTime free{};          // its last turn's end
    bool ready = false;      // for what was not submitted yet

    void exchange(StateArchive& state) { state(turn, known, have, free, ready); }
  };
  struct Transit {
    std::int64_t iteration = 0;
    std::uint32_t leg = 0;

    void exchange(StateArchive& state) { state(iteration, leg); }
  };
  struct FabricChange {
    SimTime time{};
    std::variant<NewPortRate, NewPortTrace, NewPortImpairments> what;

    void make(Fabric& fabric) const;
    void exchange(StateArchive& state);
  };

  Round& round(std::int64_t iteration) {
    return rounds_[static_cast<std::size_t>(iteration - first_)];
  }
  const Round& round(std::int64_t iteration) const {
    return rounds_[static_cast<std::size_t>(iteration - first_)];
  }
  void exchange(StateArchive& state, Round& round, const ScheduleFor& scheduleFor) const;
  bool isConsistent(const Round& round) const;
  bool isConsistent() const;
  static bool isSent(const Round& round, const Leg& leg);
  static Bytes sizeOf(const Round& round, const Leg& leg);
  void add(FabricChange change);
  SimTime haveThrough(std::uint32_t worker, std::int64_t iteration) const;

  std::optional<std::uint32_t> nextDelivery(SimTime until);
  void deliver(std::uint32_t message);
  void goOnAll();
  void goOn(std::uint32_t number);
  void takeResults(std::uint32_t number);
  void beginTurn(Round& round, std::uint32_t number, SimTime begin);
  void release(Round& round, std::uint32_t rank, SimTime time, std::uint32_t cause);
  void settle(Round& round, std::uint32_t rank);
  static void explain(Round& round, std::uint32_t rank);

  ComputeTime* compute_;
  Fabric fabric_;  // link and route w: worker w's port
  std::vector<Worker> workers_;
  std::deque<Round> rounds_;  // of iterations [first_, submitted_)
  std::int64_t first_ = 0;
  std::int64_t submitted_ = 0;
  std::int64_t completed_ = 0;
  std::int64_t through_ = -1;
  SimTime horizon_ = SimTime::max();
  std::size_t ready_ = 0;
  std::vector<Transit> transits_;     // by message number
  std::deque<FabricChange> changes_;  // by time
  std::int64_t repeatedBits_ = 0;
  std::vector<std::uint32_t> going_;  // workers for which something has changed
};

}  // namespace telegrad
