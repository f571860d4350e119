// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/units.h"
#include "core/net/connection.h"
#include "core/net/jitter.h"
#include "core/net/packet_loss.h"
#include "core/net/retransmission.h"

namespace telegrad {

/// How the messages on one link share it.
enum class Discipline {
  Fifo,  ///< one after the other, each link store and forward
  Fair,  ///< all at once, max-min fairly, a message on all its links at the same time (FairSharing)
};

/// What one link does beside its rate and latency. The initial values do nothing.
///
/// Jitter and loss are for messages whose route begins on the link, so that each meets them once,
/// whatever other routes there are.
struct LinkProfile {
  Jitter jitter = {};
  LossModel loss = {};
  Bytes bucket = {};                     ///< depth of its token bucket; one after the other only
  std::optional<Bytes> queueLimit = {};  ///< drop-tail; one after the other only

  bool isPlain() const {
    return jitter.kind == Jitter::Kind::None && !loss.loses() && bucket.value == 0 && !queueLimit;
  }
  bool operator==(const LinkProfile&) const = default;
  void exchange(StateArchive& state) { state(jitter, loss, bucket, queueLimit); }
};

/// What holds for all links and routes of a fabric. The initial values do nothing.
struct FabricRules {
  Discipline discipline = Discipline::Fifo;
  ConnectionModel::Kind connection = ConnectionModel::Kind::Ideal;  ///< one for each route
  Retransmission retransmission{};  ///< of what a full queue dropped
  Bytes packet{1514};               ///< the most that is lost at once: a packet with its headers
  std::uint64_t seed = 1;           ///< of what is random
  std::uint32_t firstStream = 0;    ///< link i draws from stream firstStream + i

  /// The others mean nothing while links are plain.
  bool isPlain() const {
    return discipline == Discipline::Fifo && connection == ConnectionModel::Kind::Ideal;
  }
  bool operator==(const FabricRules&) const = default;
  void exchange(StateArchive& state) {
    state(discipline, connection, retransmission, packet, seed, firstStream);
    state.require(packet.value > 0, "packets of at least a byte");
  }
};

/// What a fabric keeps for links that are more than plain: their random streams, the routes'
/// connections, and how often a message was dropped and how long it has to wait. It moves nothing
/// itself.
///
/// Threads: one.
class Impairments {
 public:
  using LinkId = std::uint32_t;
  using RouteId = std::uint32_t;

  /// Beside what the fabric itself knows of a message.
  struct Journey {
    RouteId route = 0;
    std::uint32_t drops = 0;
    SimTime wait{};     ///< before the link it is on delivers it: acknowledgements, repeats
    bool lost = false;  ///< for ever

    void exchange(StateArchive& state) { state(route, drops, wait, lost); }
  };

  /// What a transmission is in for.
  struct Repeats {
    Bytes bytes;              ///< sent again
    std::int64_t rounds = 0;  ///< in which that is done, after the first
    bool complete = true;     ///< false: something is missing all the same, for ever
  };

  /// The seed and the streams count for links that drew nothing yet; another kind of connection
  /// begins anew.
  void setRules(const FabricRules& rules);
  void setProfile(LinkId link, const LinkProfile& profile);

  const FabricRules& rules() const { return rules_; }

  Journey& journey(std::uint32_t message);
  /// The first link that lost something for ever.
  std::optional<LinkId> gaveUp() const { return gaveUp_; }

  /// Of a message that the link begins to send. `traced`: the share that its trace loses now, which
  /// takes the place of the link's own loss.
  Repeats repeats(LinkId link, Bytes size, std::optional<double> traced);
  /// When what leaves the link now is at its far end.
  SimTime arrival(LinkId link, SimTime departure, SimTime latency);

  bool hasConnections() const { return rules_.connection != ConnectionModel::Kind::Ideal; }
  /// How long a message that begins its route now waits for acknowledgements. `rate` is its
  /// narrowest link's, `latency` all its links'.
  SimTime slowStart(RouteId route, SimTime now, Bytes size, BitsPerSecond rate, SimTime latency);
  /// What left its route's first link is at the far end at `there`, or with the message before it
  /// if that is later.
  SimTime inOrder(RouteId route, SimTime left, SimTime there);
  void exchange(StateArchive& state);
  /// Whether nothing in it is about more routes and links than that.
  bool knowsOnly(std::size_t routes, std::size_t links) const;

 private:
  struct State {
    LinkProfile profile;
    Propagation propagation;
    PacketLoss loss;
  };
  struct Way {
    Connection connection;
    SimTime there{};  // when the last message was
  };

  State newState() const;
  State& state(LinkId link);
  Way newWay() const;
  Way& way(RouteId route);

  FabricRules rules_;
  std::vector<State> links_;  // as far as they were needed
  std::vector<Way> ways_;     // likewise
  std::vector<Journey> journeys_;
  std::optional<LinkId> gaveUp_;
};

}  // namespace telegrad
