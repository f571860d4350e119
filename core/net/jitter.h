// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/base/state.h"
#include "core/base/units.h"

namespace telegrad {

/// How latency varies from message to message.
struct Jitter {
  enum class Kind {
    None,
    Uniform,      ///< latency + uniform(-spread, spread)
    Normal,       ///< latency + spread * normal
    Exponential,  ///< latency + an exponential of mean spread: never less than the latency
  };
  Kind kind = Kind::None;
  SimTime spread{};
  bool keepsOrder = true;  ///< a message does not overtake the one before it; else it may
  bool operator==(const Jitter&) const = default;
  void exchange(StateArchive& state) { state(kind, spread, keepsOrder); }
};

/// The way from a link's end to the far side: when a message that left is there. A delay is never
/// negative; where the order is kept, a message that would overtake is there with the one before
/// it, so that the delays' spread is smaller than what was asked for.
///
/// The delay of message i depends on the seed, the link and i alone.
///
/// Threads: one.
class Propagation {
 public:
  Propagation(Jitter jitter, std::uint64_t seed, std::uint32_t link);

  /// Another distribution from the next message on.
  void setJitter(const Jitter& jitter) { jitter_ = jitter; }

  /// Messages in the order in which they leave.
  SimTime arrival(SimTime departure, SimTime latency);
  void exchange(StateArchive& state) { state(jitter_, seed_, link_, message_, last_); }

 private:
  double draw();

  Jitter jitter_;
  std::uint64_t seed_;
  std::uint32_t link_;
  std::uint64_t message_ = 0;
  SimTime last_{};  // arrival of the message before
};

}  // namespace telegrad
