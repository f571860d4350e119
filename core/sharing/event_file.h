// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/experiment/run_folder.h"
#include "core/metrics/record.h"

namespace telegrad {

/// CRC-32C (Castagnoli), reflected, as in RFC 3720, appendix B.4.
std::uint32_t crc32c(std::string_view bytes);

/// One record of a TFRecord file: the length of `data` in 8 bytes and its masked CRC-32C, `data`
/// and its masked CRC-32C, all little-endian; masked(c) = rotate c right by 15, plus 0xa282ead8.
/// Source: TensorFlow, tensorflow/core/lib/io/record_writer.h.
std::string tfRecord(std::string_view data);

/// What TensorBoard's event file of a run holds: "brain.Event:2", then for each record an Event
/// with the iteration as step, `start` + wall_s as wall time, and a scalar for each quantity that
/// the record has, tagged with its group and key ("loss/train_loss"). Scalars are floats of 32
/// bits: counts above 2^24 are rounded. Source: TensorFlow, tensorflow/core/util/event.proto and
/// framework/summary.proto.
std::string eventFile(std::span<const Record> records, double start);

/// Puts a run's event file into a folder, which is made, in the place of a former one of that run;
/// the result is its name, "events.out.tfevents.<start>.telegrad". `start` is when the run's
/// experiment.toml was written.
/// Errors: a run without a record; not writable; the message names the file.
Result<std::filesystem::path> exportTensorBoard(const StoredRun& run,
                                                const std::filesystem::path& folder);

}  // namespace telegrad
