// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "core/base/state.h"
#include "core/tensor/former_floats.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

/// The model's parameters: the flat vector, and what the objective's kernels want to read in its
/// place, made once for all workers; of parameters that are not the newest only what is to last.
///
/// Those that are not the newest may be held as a difference: what they had where their successor
/// has something else, so that of a sparse step only the changed entries take up memory twice.
/// flat() gives the same bits either way.
///
/// Threads: any number may read, as long as nobody changes it.
struct Parameters {
  FloatVector values;  ///< empty while held as a difference
  FloatVector packed;

  bool isDifference() const { return successor != nullptr; }
  /// The values, to be read in parts or as a whole.
  FormerFloats flat() const;
  /// Gives `next` the values `following`. Where at most a quarter of the entries differ, these
  /// become a difference, and the next ones take over their vector; else they stay as they are.
  void passOn(std::span<const float> following, const std::shared_ptr<Parameters>& next);
  /// Floats' worth of memory.
  std::size_t floatsHeld() const;

  /// The values; whoever has a use for them packed packs them again.
  void exchange(StateArchive& state);

  // The difference: what was where the successor has something else.
  std::shared_ptr<const Parameters> successor{};
  FormerEntries former{};
};

/// The parameters at one iteration, which never change once they are published, so any number of
/// workers may hold on to one copy; it goes when the last of them lets go.
using Snapshot = std::shared_ptr<const Parameters>;

}  // namespace telegrad
