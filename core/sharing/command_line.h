// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/experiment.h"

namespace telegrad {

/// An experiment that comes with the program, and the name that `telegrad-cli run` knows it by.
struct ShippedExperiment {
  std::string name;  ///< "quick-start"
  Experiment experiment;
};

/// A word as a POSIX shell reads it back: as it is, or in single quotes where anything in it means
/// something to a shell. It has no zero byte.
std::string shellWord(std::string_view word);

/// What --set says, in this order, to make the one experiment of the other, but for what it says of
/// a window: keys before values, and nothing that is the same. Nothing if there is no such order.
std::optional<std::vector<std::string>> assignmentsBetween(const Experiment& from,
                                                           const Experiment& to);

/// The shortest `telegrad-cli run ...`, quoted for a shell, that repeats a run: of the shipped
/// experiment that it is nearest to, with --set for what differs; where none is near, of its
/// folder's experiment file. A run that was changed while it went on has --controls with its
/// folder's journal, one that began with weights of a file has --weights.
///
/// `folder` is the run's, or empty where it was kept nowhere: its changes, `changed`, are then
/// lost. Nothing if neither way leads to the experiment.
std::optional<std::string> runCommandLine(const Experiment& experiment,
                                          const std::filesystem::path& folder, bool changed,
                                          std::span<const ShippedExperiment> shipped);

}  // namespace telegrad
