// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/net/fabric.h"

namespace telegrad {

/// Messages as a file has them.
struct MessageList {
  std::vector<std::string> ids;  ///< of the messages
  std::vector<Message> messages;
  /// Of a star: nodes 0 ... workers - 1; the server is node `workers`.
  std::size_t workers = 0;
};

/// Reads messages:
///
///     id,src,dst,time_s,bytes
///     a,worker0,server,0,250000
///     b,server,worker3,0.5,1000
///
/// The columns may be in any order; lines that begin with "#", and empty ones, are skipped. Times
/// are rounded to nanoseconds. `workers` is how many there are; without it, as many as are named.
/// `file` names the text in messages.
///
/// Errors: no header, a column that is unknown, missing or there twice, a row of another length, an
/// id that is empty or there twice, a node that is neither the server nor one of the workers, a
/// message that is not between a worker and the server, a time outside 0 to 1e9 s, a size that is
/// not a whole number of bytes from 0 to 10^15; the message names file, line, column, what was read
/// and what is allowed.
Result<MessageList> parseMessages(std::string_view text, std::string_view file,
                                  std::optional<std::size_t> workers = std::nullopt);

/// The same between nodes of other names, which are numbered as in `nodes`. A message may go from
/// any to any other.
Result<MessageList> parseMessages(std::string_view text, std::string_view file,
                                  std::span<const std::string> nodes);

/// What became of the messages, in their order: id,start_s,end_s,queueing_s,serialisation_s,
/// propagation_s. Seconds with all their nanoseconds.
std::string formatDeliveries(std::span<const std::string> ids,
                             std::span<const Delivery> deliveries);

}  // namespace telegrad
