// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/net/fabric.h"
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
/// Nodes: workers are 0 ... M-1, the server is M.
/// Threads: one.
class ParameterServer final : public Network {
 public:
  ParameterServer(const Settings& settings, std::size_t workers, std::uint64_t seed);

  void configure(const Settings& settings) override;
  void configureWorker(std::size_t worker, double slowdown, double linkShare) override;
  IterationStart submit(std::span<const WorkerLoad> loads, std::int64_t iteration,
                        std::int64_t through) override;
  std::optional<IterationTiming> resolved() override;
  void finish() override;
  void recordMessages(bool on) override { recording_ = on; }
  std::int64_t wireBits(Bytes payload) const override;

  /// The way from a node to another; none between two workers, or from a node to itself.
  std::optional<Fabric::RouteId> route(std::uint32_t source, std::uint32_t destination) const;
  /// Carries arbitrary messages, whose routes exist; delivery i is message i's. Nothing else is
  /// under way, and no message is earlier than what was carried before.
  std::vector<Delivery> carry(std::span<const Message> messages);

  std::uint32_t server() const { return static_cast<std::uint32_t>(uplinks_.size()); }
  const Link& uplink(std::size_t worker) const { return fabric_.link(uplinks_[worker]); }
  const Link& downlink(std::size_t worker) const { return fabric_.link(downlinks_[worker]); }
  const Link& ingress() const { return fabric_.link(ingress_); }
  const Link& egress() const { return fabric_.link(egress_); }

 private:
  enum class ComputeModel { Constant, Lognormal, Measured };

  void buildLinks(std::size_t workers);
  void follow(const std::string& key, double scale, const std::string& painted);
  Bytes framed(Bytes payload) const { return {payload.value + overhead_.value}; }
  SimTime computeTime(const WorkerLoad& load, std::uint32_t worker, std::int64_t iteration) const;

  /// An iteration whose times are not all known, or still asked for.
  struct Pending {
    IterationTiming timing;
    std::size_t underWay = 0;  // uploads
    SimTime complete{};        // all uploads up to this iteration's have arrived, once they have
  };

  Pending& pending(std::int64_t iteration);
  SimTime settle();
  void setEnd(Pending& iteration, std::int64_t through);
  Bytes scaled(Bytes size, const WorkerLoad& load) const;
  void broadcast(std::span<const WorkerLoad> loads, SimTime ready, IterationTiming& timing);
  void upload(std::span<const WorkerLoad> loads, Pending& iteration);
  void advanceTo(std::int64_t iteration);
  void takeDelivery(std::uint32_t message);
  void complete();
  SimTime completion(std::int64_t iteration);

  std::uint64_t seed_;
  Fabric fabric_;
  std::vector<Fabric::LinkId> uplinks_;
  std::vector<Fabric::LinkId> downlinks_;
  Fabric::LinkId ingress_ = 0;
  Fabric::LinkId egress_ = 0;
  // Route 2w is worker w's to the server, route 2w + 1 the server's to it.

  Bytes overhead_;
  ComputeModel computeModel_ = ComputeModel::Constant;
  double computeSeconds_ = 0.0;  // median
  double computeSpread_ = 0.0;   // standard deviation of its logarithm
  bool denseBroadcast_ = false;
  double emulatedGradient_ = 0.0;  // bits; 0: the real one
  bool valuesAlone_ = false;
  bool recording_ = false;
  std::shared_ptr<const Trace> trace_;  // of the workers' links; none: the rates
  BitsPerSecond uplinkRate_;            // without the worker's share
  BitsPerSecond downlinkRate_;
  std::vector<double> slowdowns_;   // by worker
  std::vector<double> linkShares_;  // likewise

  struct Sender {
    std::int64_t iteration = 0;
    std::uint32_t worker = 0;
    bool recorded = false;
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
  std::vector<SimTime> computed_;  // by worker: the end of its last turn
};

}  // namespace telegrad
