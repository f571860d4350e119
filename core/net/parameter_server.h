// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/net/compute_time.h"
#include "core/net/fabric.h"
#include "core/net/link_parameters.h"
#include "core/net/message_size.h"
#include "core/net/network.h"

namespace telegrad {

/// A star: every worker has a wire to and from the server, and all share the server's own.
///
///   upload     worker uplink -> latency -> server ingress (shared)
///   broadcast  server egress (shared) -> latency -> worker downlink
///
/// Each is store and forward and FIFO; the two directions do not disturb each other. So one upload
/// of S bits takes S/uplink + latency + S/ingress, and of N that start together over a narrow
/// ingress the last is there after S/uplink + latency + N*S/ingress. S includes message_overhead.
///
/// Broadcasts leave in the order of the workers, those of one iteration after those of the last. A
/// worker with nothing to receive (zero bytes, or broadcast = free) starts to compute at once.
///
/// A worker that is away computes nothing, is sent nothing, and no iteration waits for it. One that
/// returns is sent the weights over the egress and its downlink: together with everybody's where
/// broadcasts are dense, when the iteration begins where they are free; and it does not begin
/// before the iteration does. What is changed between two iterations counts from the earliest time
/// on at which anything of the next one can happen. What is under way up to a worker's links is
/// sent on at the new rate; the weights it was sent before have arrived by then.
///
/// That is the plain network. With impairments or fair shares of the links (link_parameters.h,
/// fabric.h) messages are what a Fabric makes of them, and a broadcast leaves once the one before
/// it has arrived everywhere.
///
/// With the server on worker 1 (node 0) the ingress is that worker's downlink and the egress its
/// uplink: their rates, and their bandwidth if they follow a trace. What that worker sends and
/// receives itself is no message, takes no time and is not counted.
///
/// Nodes: workers are 0 ... M-1, the server is M, also where it is on a worker.
/// Threads: one.
class ParameterServer final : public Network {
 public:
  ParameterServer(const Settings& settings, std::size_t workers, std::uint64_t seed);

  void configure(const Settings& settings) override;
  void configureWorker(std::size_t worker, double slowdown, double linkShare) override;
  Result<IterationStart> submit(std::span<const WorkerLoad> loads, std::int64_t iteration,
                                std::int64_t through) override;
  std::optional<IterationTiming> resolved() override;
  Result<void> finish() override;
  void exchange(StateArchive& state) override;
  bool timesTurns() const override { return compute_.isMeasured(); }
  void recordMessages(bool on) override { recording_ = on; }
  std::int64_t wireBits(Bytes payload) const override;

  /// The workers' own links follow that trace from now on, as far as it says: bandwidth, latency
  /// (of the whole way then), loss.
  void follow(const std::shared_ptr<const Trace>& trace);

  /// The way from a node to another; none between two workers, or from a node to itself.
  std::optional<Fabric::RouteId> route(std::uint32_t source, std::uint32_t destination) const;
  /// Carries arbitrary messages, whose routes exist; delivery i is message i's. Nothing else is
  /// under way, and no message is earlier than what was carried before.
  std::vector<Delivery> carry(std::span<const Message> messages);

  std::uint32_t server() const { return static_cast<std::uint32_t>(uplinks_.size()); }
  const Link& uplink(std::size_t worker) const { return up_.link(uplinks_[worker]); }
  const Link& downlink(std::size_t worker) const { return down_.link(downlinks_[worker]); }
  const Link& ingress() const { return up_.link(ingress_); }
  const Link& egress() const { return down_.link(egress_); }

 private:
  void buildLinks(std::size_t workers);
  SimTime settle();
  void impair(SimTime now);

  /// An iteration whose times are not all known, or still asked for.
  struct Pending {
    IterationTiming timing;
    std::size_t underWay = 0;  // uploads
    SimTime complete{};        // all uploads up to this iteration's have arrived, once they have
  };

  bool isServer(std::uint32_t worker) const { return onWorker_ && worker == 0; }
  Fabric& towards(std::uint32_t node) { return node == server() ? up_ : down_; }
  std::string downwardName(Fabric::LinkId id) const;
  bool isConsistent() const;
  Pending& pending(std::int64_t iteration);
  void setEnd(Pending& iteration, std::int64_t through);
  Result<void> broadcast(std::span<const WorkerLoad> loads, SimTime ready, IterationTiming& timing);
  Result<void> broadcastOverFabric(std::span<const WorkerLoad> loads, SimTime ready,
                                   IterationTiming& timing);
  /// Whether the worker is sent the weights, and when.
  bool receives(const WorkerLoad& load) const {
    return load.present && (denseBroadcast_ || load.returns) && load.broadcast.value > 0;
  }
  SimTime leaving(SimTime ready) const {
    // Where broadcasts are free, what returning workers are sent has the egress to itself.
    return denseBroadcast_ ? ready : std::max(ready, started_);
  }
  void takeBroadcast(std::uint32_t worker, Bytes size, const Delivery& delivery,
                     IterationTiming& timing);
  void upload(std::span<const WorkerLoad> loads, Pending& iteration);
  Result<void> advanceTo(std::int64_t iteration);
  void takeDelivery(std::uint32_t message);
  void complete();
  SimTime completion(std::int64_t iteration);

  std::uint64_t seed_;
  // One fabric for each direction, each with a clock of its own: a worker may be ready to send
  // before another has received. Route w is worker w's, in both.
  Fabric up_;
  Fabric down_;
  std::vector<Fabric::LinkId> uplinks_;
  std::vector<Fabric::LinkId> downlinks_;
  Fabric::LinkId ingress_ = 0;  // link 0, so that worker w's are link w + 1
  Fabric::LinkId egress_ = 0;   // likewise

  WireFormat format_;
  LinkImpairments impairments_;
  ComputeTime compute_;
  MessageSize size_;
  bool onWorker_ = false;  // the server is on worker 0
  bool denseBroadcast_ = false;
  bool tracedLatency_ = false;  // of the workers' links
  bool recording_ = false;
  std::int64_t repeatedBits_ = 0;       // of uploads, not yet told
  SimTime broadcastEnd_{};              // everything sent downwards has arrived
  std::shared_ptr<const Trace> trace_;  // of the workers' links; none: the rates
  BitsPerSecond uplinkRate_;            // without the worker's share
  BitsPerSecond downlinkRate_;
  std::vector<double> slowdowns_;   // by worker
  std::vector<double> linkShares_;  // likewise

  struct Sender {
    std::int64_t iteration = 0;
    std::uint32_t worker = 0;
    std::int64_t bits = 0;  // as they are counted
    bool recorded = false;

    void exchange(StateArchive& state) { state(iteration, worker, bits, recorded); }
  };
  std::deque<Pending> pending_;  // of iterations [first_, submitted_)
  std::int64_t first_ = 0;
  std::int64_t submitted_ = 0;
  std::int64_t completed_ = 0;     // their uploads have all arrived
  std::int64_t resolved_ = 0;      // their times have been asked for
  std::int64_t through_ = -1;      // of the weights the next iteration starts from
  SimTime started_{};              // the end of the last iteration that was submitted
  SimTime forgotten_{};            // when the iteration before first_ was complete
  std::vector<Sender> senders_;    // by message number
  std::vector<SimTime> computed_;  // by worker: the end of its last turn, message and all
};

}  // namespace telegrad
