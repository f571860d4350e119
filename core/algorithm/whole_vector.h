// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/algorithm/algorithm.h"

namespace telegrad {

/// A message that is a vector itself, whatever the compressor: of methods that now and then send
/// everything.
///
/// Shapes: payload 4 d bytes, little-endian float32.
/// Errors: an entry that is not finite.
Result<void> writeWhole(std::span<const float> values, const Layout& layout, Payload& payload);

/// Reads it back; the update refers to the payload's bytes. Errors: another length.
Result<void> readWhole(const Payload& payload, const Layout& layout, Update& update);

}  // namespace telegrad
