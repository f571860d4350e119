// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/parameter.h"
#include "core/base/result.h"
#include "core/net/fabric.h"
#include "core/net/framing.h"

namespace telegrad {

/// What may be set of any network's links beside rates and latency: how they are shared, packets,
/// jitter, loss, token buckets, limited queues, connections. All of it is off at first.
std::vector<Parameter> linkImpairments();

/// Those of them under which what is sent later never delays what was sent before on the same link:
/// no fair shares and no limited queues.
std::vector<Parameter> portImpairments();

/// "message_overhead", which counts while messages are not cut into packets.
Parameter messageOverhead();

/// How many bytes a message is on the wire.
struct WireFormat {
  Bytes overhead;                  ///< of a message, where there are no packets
  std::optional<Framing> framing;  ///< packets, each with its headers

  void exchange(StateArchive& state) { state(overhead, framing); }

  Bytes wire(Bytes payload) const {
    return framing ? framing->wire(payload) : Bytes{payload.value + overhead.value};
  }
};

/// As linkImpairments() or portImpairments(), and messageOverhead(), say.
WireFormat wireFormat(const Settings& settings);

/// What linkImpairments() or portImpairments() say.
struct LinkImpairments {
  LinkProfile profile;
  FabricRules rules;

  bool operator==(const LinkImpairments&) const = default;
  void exchange(StateArchive& state) { state(profile, rules); }
};
LinkImpairments impairmentsOf(const Settings& settings);

/// Why what linkImpairments() say does not go together: a token bucket belongs to a link that sends
/// one message after the other. It says what to choose instead. Nothing if it does.
std::optional<Error> impairmentsConflict(const Settings& settings);

/// Gives that to all links of a fabric from `now` on, once it has its routes. `seed` is the run's;
/// of several fabrics in a network each has its own range of streams, from `firstStream`.
void applyImpairments(const LinkImpairments& impairments, Fabric& fabric, std::uint64_t seed,
                      SimTime now, std::uint32_t firstStream = 0);

/// Why nothing is delivered any more, after runToDelivery() found nothing although something is
/// under way; `name` says what a link is called ("the uplink of worker 3").
Error standstill(const Fabric& fabric, const std::function<std::string(Fabric::LinkId)>& name);
/// The same of a link that would be busy for too long.
Error tooSlow(const Link& link, const std::string& name);
/// The same where the clock alone is the reason.
Error endOfTime();

}  // namespace telegrad
