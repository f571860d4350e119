// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <QString>

#include "core/experiment/conditions.h"
#include "core/experiment/experiment.h"
#include "ui/models/runs_model.h"

namespace telegrad::ui {

/// What the numbers of a formula are taken from.
struct Situation {
  Experiment experiment;     ///< with the values that are in force, or that the next run will have
  const Run* run = nullptr;  ///< the one in focus; nothing is known of it without
  int worker = 0;            ///< the one that is looked at, from 0
};

/// The formula of a topic (ui/widgets/explained.h) with the numbers that it has now, in lines of
/// plain text, so that they can be read aloud as well. Empty: there is nothing to calculate, or it
/// is not known yet. Cheap enough to be asked five times a second.
QString presentNumbers(std::string_view topic, const Situation& situation);

/// For presentNumbers(): what its formulas ask of a situation.
class PresentNumbers {
 public:
  explicit PresentNumbers(const Situation& situation) : situation_(situation) {}

  const Experiment& experiment() const { return situation_.experiment; }
  /// The run in focus if it has begun to deliver; else null.
  const Run* run() const;
  int worker() const { return situation_.worker; }
  double workers() const;
  /// A number of the experiment ("network.latency"), whole or real; nothing: it has no such one.
  std::optional<double> number(std::string_view slot, std::string_view key) const;
  std::string choice(std::string_view slot, std::string_view key) const;  ///< empty: none
  /// d: of the run, if it trains this model; else as the experiment's model has it for the
  /// datasets here; 0: not known.
  double parameters() const;
  /// The tensors of the run, if it trains this model.
  std::span<const LayerInfo> tensors() const;
  Record last() const;  ///< of the run; a record of nothing without one
  /// Of the last 100 iterations; nothing without an upload in them.
  struct Recent {
    double iterations = 0, uploads = 0, skips = 0, forced = 0;
    double payloadBits = 0, wireBits = 0;  ///< of an upload
    double seconds = 0;                    ///< of an iteration, simulated
  };
  std::optional<Recent> recent() const;
  /// The time model's conditions, and the share of a gradient that is sent.
  IterationConditions conditions() const;
  double keptShare() const;

 private:
  bool runHasModel() const;
  const Situation& situation_;
};

/// A formula of one topic.
using PresentFormula = QString (*)(const PresentNumbers& numbers);

// Words of numbers. `timed` and `rated` have an SI prefix: "12.5 ms", "1 Gbit/s".
QString timed(double seconds);
QString rated(double bitsPerSecond);
QString sized(double bits);

// The formulas, by what they are about; each knows its topics and returns nothing of others.
QString presentAlgorithm(std::string_view topic, const PresentNumbers& numbers);
QString presentCompressor(std::string_view topic, const PresentNumbers& numbers);
QString presentNetwork(std::string_view topic, const PresentNumbers& numbers);
QString presentCluster(std::string_view topic, const PresentNumbers& numbers);
QString presentQuantity(std::string_view topic, const PresentNumbers& numbers);
QString presentCard(std::string_view topic, const PresentNumbers& numbers);

}  // namespace telegrad::ui
