// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/base/catalogue.h"
#include "core/base/units.h"

namespace telegrad {

/// What one worker does to the network in one iteration.
struct WorkerLoad {
  Bytes broadcast;            ///< weights it receives before it computes
  bool uploads = false;       ///< whether it sends anything
  Bytes upload;               ///< what it sends, if it does (without the network's own overhead)
  SimTime measuredCompute{};  ///< what its computation took on this machine, for "measured"
};

/// When things happened to one worker. start <= received <= computed <= delivered.
struct WorkerTiming {
  SimTime start{};      ///< the iteration began
  SimTime received{};   ///< the weights were there
  SimTime computed{};   ///< its gradient was there
  SimTime delivered{};  ///< its upload was at the server; = computed if it sent nothing
  // Of its broadcast and its upload together; what is neither, nor computing, is propagation.
  SimTime queueing{};  ///< waiting behind other messages
  SimTime transfer{};  ///< serialisation
};

/// One synchronous iteration on the network.
struct IterationTiming {
  SimTime start{};
  SimTime end{};                      ///< everything has been delivered
  std::int64_t uplinkWireBits = 0;    ///< uploads with the network's overhead
  std::int64_t downlinkWireBits = 0;  ///< broadcasts with the network's overhead
  std::vector<WorkerTiming> workers;
};

/// A cluster's links, in simulated time. It moves sizes, not meanings.
///
/// Threads: one.
class Network {
 public:
  virtual ~Network() = default;

  /// Takes new values of the parameters that may change between iterations.
  virtual void configure(const Settings& settings) = 0;

  /// Carries one iteration: broadcast, compute, uploads; begins when the last one ended.
  /// `iteration` and the run's seed fix random compute times.
  virtual const IterationTiming& iterate(std::span<const WorkerLoad> loads,
                                         std::int64_t iteration) = 0;

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
