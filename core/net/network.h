// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/catalogue.h"
#include "core/base/result.h"
#include "core/base/state.h"
#include "core/base/units.h"

namespace telegrad {

/// What one worker does to the network in one iteration.
struct WorkerLoad {
  Bytes broadcast;            ///< weights, or what stands for them, before it computes
  bool uploads = false;       ///< whether it sends anything
  Bytes upload;               ///< what it sends, if it does (without the network's own overhead)
  Bytes uploadedValues{};     ///< of it: the numbers themselves, without positions and framing
  SimTime measuredCompute{};  ///< what its computation took on this machine, for "measured"
  bool present = true;        ///< false: it is away, computes nothing, and nobody waits for it
  int gradients = 1;          ///< how many it computes, one after the other
  Bytes model{};              ///< all weights as floats; 0: the broadcast is
  /// It was away in the last iteration, and knows no weights any more: it receives `broadcast`
  /// before it computes, also where broadcasts are free, and not before this iteration began.
  bool returns = false;
};

/// Where a message's time went.
struct Way {
  SimTime queueing{};     ///< waiting behind other messages
  SimTime transfer{};     ///< serialisation
  SimTime propagation{};  ///< the links' latency

  Way operator+(const Way& other) const {
    return {queueing + other.queueing, transfer + other.transfer, propagation + other.propagation};
  }
  bool operator==(const Way&) const = default;
  void exchange(StateArchive& state) { state(queueing, transfer, propagation); }
};

/// When things happened to one worker. start <= received <= computed <= encoded <=
/// delivered.
struct WorkerTiming {
  SimTime start{};      ///< the iteration began, or this worker's turn, if it was earlier
  SimTime received{};   ///< the weights were there, and it had finished its last turn
  SimTime computed{};   ///< its gradient was there
  SimTime encoded{};    ///< its upload was there to be sent; = computed if it sends nothing
  SimTime delivered{};  ///< its upload was at the server; = encoded if it sent nothing
  SimTime carried{};    ///< of that, without the latency of the upload's links
  Way broadcast;        ///< of the weights it received
  Way upload;
  Bytes sent;           ///< what its upload put on its link; 0 if it sent nothing
  bool present = true;  ///< false: it was away, all times are the iteration's start

  void exchange(StateArchive& state) {
    state(start, received, computed, encoded, delivered, carried, broadcast, upload, sent, present);
  }
};

/// A message that arrived, as the links saw it. Nodes: workers are 0 ... M-1, a server is M.
struct Carried {
  std::uint32_t source = 0;
  std::uint32_t destination = 0;
  Bytes bytes;  ///< on the wire
  SimTime start{};
  SimTime end{};
  Way way;
  Way first{};  ///< of it, at the first of several links; nothing where it crossed but one

  void exchange(StateArchive& state) { state(source, destination, bytes, start, end, way, first); }
};

/// One iteration on the network.
struct IterationTiming {
  std::int64_t iteration = 0;
  SimTime start{};                    ///< the end of the last one
  SimTime end{};                      ///< the next weights can be made, and all turns have ended
  std::int64_t uplinkWireBits = 0;    ///< uploads with the network's overhead, and their repeats
  std::int64_t downlinkWireBits = 0;  ///< broadcasts, likewise
  Bytes queuePeak{};  ///< most that waited at the link that most share, since the last iteration
  std::vector<WorkerTiming> workers;
  std::vector<Carried> messages;  ///< if asked for: all of this iteration's, as they arrived

  void exchange(StateArchive& state) {
    state(iteration, start, end, uplinkWireBits, downlinkWireBits, queuePeak, workers);
    state.list(messages);
  }
};

/// What is known of an iteration as soon as it is on its way.
struct IterationStart {
  /// Its uploads with the network's overhead, and what of any upload has been sent again since the
  /// last iteration was submitted.
  std::int64_t uplinkWireBits = 0;
  SimTime end{};  ///< the next weights can be made, and all have computed
};

/// A cluster's links, in simulated time. It moves sizes, not meanings.
///
/// A worker begins iteration k once w^k has reached it and it has finished k - 1. The weights
/// w^{k+1} hold the uploads of all iterations up to through(k), and leave the server when the last
/// of those has arrived: through(k) = k is the synchronous case, through(k) = k - tau a staleness
/// of tau, with uploads under way while the workers go on computing.
///
/// Threads: one.
class Network {
 public:
  virtual ~Network() = default;

  /// Takes new values of the parameters that may change between iterations.
  virtual void configure(const Settings& settings) = 0;

  /// What sets one worker apart, from now on: its compute times are multiplied, and of its own
  /// links' bandwidth, constant or a trace's, that share is left. Later values replace former ones,
  /// they do not add up. Messages under way on its links go on at the new rate, and lose nothing.
  /// Slowdown at least 1, share from 1e-4 to 1.
  virtual void configureWorker(std::size_t worker, double slowdown, double linkShare) = 0;

  /// Between two iterations, all times having been asked for: what is under way, and what links and
  /// workers carry from one to the next. Loaded into a network of the same settings, whose workers
  /// are like these.
  virtual void exchange(StateArchive& state) = 0;

  /// Iteration k, the next one, is on its way; `through` is never less than before, -1 while no
  /// upload has been applied. `k` and the run's seed fix random compute times.
  /// Errors: nothing arrives any more, or not before 1e9 s of simulated time; the message names
  /// what stands in the way and what is allowed. The network is of no use after that.
  virtual Result<IterationStart> submit(std::span<const WorkerLoad> loads, std::int64_t iteration,
                                        std::int64_t through) = 0;
  /// The next iteration of which everything is known, in order; nothing while its uploads, or those
  /// that the next weights hold, are still under way.
  virtual std::optional<IterationTiming> resolved() = 0;
  /// No more follows: what is under way arrives. Errors: as submit().
  virtual Result<void> finish() = 0;

  /// A synchronous iteration: broadcast, compute, uploads; begins when the last one ended. Of a
  /// network that delivers.
  IterationTiming iterate(std::span<const WorkerLoad> loads, std::int64_t iteration) {
    [[maybe_unused]] const auto started = submit(loads, iteration, iteration);
    assert(started);
    return *resolved();
  }

  /// Whether the timings of iterations submitted from now on hold their messages. Off at first.
  virtual void recordMessages(bool on) = 0;

  /// Whether what turns take on this machine is what they take on the network.
  virtual bool timesTurns() const { return false; }

  /// What a parameter server's upload of that many bytes puts on the wire, in bits.
  virtual std::int64_t wireBits(Bytes payload) const = 0;
};

/// A network before the number of workers is known.
class Topology {
 public:
  virtual ~Topology() = default;
  /// For `workers` workers, at least one; `seed` is the run's.
  virtual std::unique_ptr<Network> build(std::size_t workers, std::uint64_t seed) const = 0;
};

/// All networks, in menu order.
std::span<const Entry<Topology>> networks();

}  // namespace telegrad
