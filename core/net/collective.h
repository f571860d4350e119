// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/net/collective_run.h"
#include "core/net/message_size.h"
#include "core/net/network.h"

namespace telegrad {

/// What distinguishes one collective from another: its name, and who sends what to whom.
struct CollectiveKind {
  std::string key;
  std::string name;
  std::string summary;
  std::string source;
  /// It adds up vectors on the way, which must be whole gradients then, all of one size.
  bool sums = false;
  /// The messages between that many ranks, at least one.
  Schedule (*schedule)(std::uint32_t ranks) = nullptr;
};

/// Workers without a server: in every iteration they exchange messages until each has the mean of
/// all. A message leaves when its sender has made its own message (it takes part from then on) and
/// has received what it needs; each crosses one link.
///
/// Each worker has a port, its outgoing link, on which its messages of all iterations queue, first
/// come first served. What a worker receives is not limited, so only ports are ever a bottleneck.
///
/// Weights travel as sums or as the others' uploads, never by themselves: a worker begins iteration
/// k + 1 as soon as it has the results of all collectives up to through(k) itself, which may be
/// earlier than others. Of a worker's times, `delivered` is when it had the iteration's result,
/// `sent` what it put on its port for it, and `upload` where the time in between went, back along
/// the messages that waited for each other; queueing is also waiting for another's gradient.
///
/// Ports may follow a trace and have what portImpairments() offer; queues are unlimited, and a port
/// sends one message after the other: what a worker hands over later must not delay what it has
/// handed over, for what is submitted later is not known yet.
///
/// All that crosses a link counts as uplink, once per link, each message with its overhead, and
/// again what is sent again; nothing counts as downlink. Nodes: workers are 0 ... M-1.
///
/// A worker that is away is left out of the schedule; it has a result when all others have it, and
/// begins again after the iteration in which it was away, with the weights of then at no cost.
///
/// Range of loads, where vectors are summed: all that are present upload, as much as each other
/// (else all count as uploading as much as the largest).
/// Threads: one.
class Collective final : public Network {
 public:
  Collective(CollectiveKind kind, const Settings& settings, std::size_t workers,
             std::uint64_t seed);

  void configure(const Settings& settings) override;
  /// A worker's own link is its port.
  void configureWorker(std::size_t worker, double slowdown, double linkShare) override;
  Result<IterationStart> submit(std::span<const WorkerLoad> loads, std::int64_t iteration,
                                std::int64_t through) override;
  std::optional<IterationTiming> resolved() override;
  Result<void> finish() override;
  void exchange(StateArchive& state) override;
  bool timesTurns() const override { return compute_.isMeasured(); }
  void recordMessages(bool on) override { recording_ = on; }
  std::int64_t wireBits(Bytes payload) const override { return 8 * format_.wire(payload).value; }

 private:
  CollectiveIteration plan(std::span<const WorkerLoad> loads, std::int64_t iteration);
  SimTime workOf(const WorkerLoad& load, std::uint32_t worker, std::int64_t iteration) const;
  std::shared_ptr<const Schedule> scheduleFor(std::size_t ranks) const;
  void sumWhole(CollectiveIteration& plan) const;
  void changePort(std::uint32_t worker);

  /// What sets a worker apart.
  struct Condition {
    double slowdown = 1.0;
    double linkShare = 1.0;

    void exchange(StateArchive& state) { state(slowdown, linkShare); }
  };

  CollectiveKind kind_;
  std::vector<Condition> conditions_;  // one a worker
  ComputeTime compute_;
  MessageSize size_;
  WireFormat format_;
  LinkImpairments impairments_;
  std::uint64_t seed_;
  std::shared_ptr<const Trace> trace_;  // of all ports; none: the rate
  BitsPerSecond rate_;
  SimTime latency_{};
  CollectiveRun run_;                         // as far as is certain
  std::optional<CollectiveRun> ahead_;        // on to where the last iteration submitted ends
  std::shared_ptr<const Schedule> schedule_;  // of the last iteration
  std::int64_t submitted_ = 0;
  std::int64_t through_ = -1;
  std::int64_t resolved_ = 0;
  std::int64_t toldRepeated_ = 0;
  SimTime started_{};  // the end of the last iteration that was submitted
  bool recording_ = false;
};

/// The list's entry of a collective.
Entry<Topology> collective(const CollectiveKind& kind);

}  // namespace telegrad
