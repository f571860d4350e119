// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/net/trace.h"

namespace telegrad {

/// Reads a trace as text:
///
///     # source: where the numbers come from
///     # loop: 600 s
///     time_s,bandwidth_bit_per_s,latency_s,loss
///     0,1e7,0.02,0
///     12.5,4e6,0.05,0.001
///
/// The columns may be in any order; latency_s and loss may be left out. Without a loop the last row
/// holds for ever. Other lines that begin with "#", and empty ones, are skipped. Times are rounded
/// to nanoseconds. `file` names the text in messages.
///
/// Errors: no header, a column that is unknown (of another unit, say), missing or there twice, a
/// row of another length, a cell that is no finite number, a second source or loop, and as
/// Trace::from(); the message names file, line, what was read and what is allowed.
Result<Trace> parseTraceCsv(std::string_view text, std::string_view file);

/// Reads a trace in the format of mahimahi's mm-link: a line is a millisecond at which 1500 bytes
/// may leave, lines do not decrease, and the whole begins again after the last.
///
/// As there, what was at the link before a line leaves at its instant: one may end a message and
/// carry others whole, several may be needed for one, and what is not used is lost (on a Link that
/// sends one message after the other). A line 0 comes with the last line of each period; at the
/// very beginning nothing was there before it.
///
/// A millisecond that ends with lines is a step of the trace, with Outflow::AtEnds: its bandwidth
/// is 12 Mbit/s a line, which is what plots and fair shares see.
///
/// Errors: no line, a line that is not a whole number from 0 to 1e12 or less than the one before, a
/// last line of 0; the message names file, line, what was read and what is allowed.
/// Source: Netravali et al., Mahimahi: Accurate Record-and-Replay for HTTP, USENIX ATC 2015.
Result<Trace> parseMahimahi(std::string_view text, std::string_view file);

/// Reads a file in either format: mahimahi's if its first line is digits only.
/// Errors: also a file that cannot be read.
Result<Trace> readTrace(const std::filesystem::path& file);

/// The text that parseTraceCsv() reads back to the same trace, if it flows evenly; of another one
/// its steps. `comments` are lines for the reader,
/// put after source and loop.
std::string formatTraceCsv(const Trace& trace, const std::string& comments = {});

}  // namespace telegrad
