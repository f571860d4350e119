// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace telegrad {

/// One file to be brought from one address.
struct TransferOrder {
  std::string url;                                  ///< http:// or https://
  std::filesystem::path part;                       ///< written here; continued where it ends
  std::int64_t limit = 0;                           ///< give up beyond so many bytes
  int stallSeconds = 20;                            ///< give up when nothing arrives for so long
  std::function<void(std::int64_t done)> progress;  ///< bytes in the part; may be empty
};

struct TransferOutcome {
  enum class End {
    Whole,        ///< the server says that this was all
    Interrupted,  ///< what came so far is good and can be continued
    Useless,      ///< refused, or not what was asked for; `part` is to be discarded if `spoilt`
    Unwritable,   ///< no other address would do better
    Cancelled,
  };
  End end = End::Useless;
  std::string reason = {};  ///< unless Whole
  bool resumed = false;     ///< bytes of an earlier try are part of the file
  bool spoilt = false;      ///< the part on disk is of no use to another try
};

/// Carries out `order`. An earlier part is continued by a Range request; a server that does not
/// honour it sends the file from the start, and then the part is begun anew.
/// Threads: any; blocks until the end, a stall or, within about a second, `stop`.
TransferOutcome transfer(const TransferOrder& order, const std::stop_token& stop);

}  // namespace telegrad
