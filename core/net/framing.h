// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cassert>
#include <cstdint>

#include "core/base/state.h"
#include "core/base/units.h"

namespace telegrad {

/// How a message is cut into packets, each with its headers: why payload bits are not wire bits.
struct Framing {
  std::int64_t payload = 1448;  ///< most bytes of a message in one packet; positive
  std::int64_t headers = 66;    ///< of each packet

  /// IPv4 and TCP with timestamps (52 B, which the MTU holds) in Ethernet (14 B, which it does
  /// not). Range: an MTU over 52 B.
  static Framing ethernet(std::int64_t mtu) { return {mtu - 52, 52 + 14}; }

  /// ceil(bytes / payload), and one for a message of no bytes.
  std::int64_t packets(Bytes message) const {
    assert(payload > 0 && message.value >= 0);
    return std::max<std::int64_t>(1, (message.value + payload - 1) / payload);
  }
  /// bytes + packets * headers.
  Bytes wire(Bytes message) const { return {message.value + packets(message) * headers}; }

  void exchange(StateArchive& state) {
    state(payload, headers);
    state.require(payload > 0, "packets of at least a byte");
  }
};

}  // namespace telegrad
