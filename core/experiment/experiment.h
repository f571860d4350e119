// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameter.h"
#include "core/experiment/catalogues.h"
#include "core/experiment/window_rules.h"

namespace telegrad {

struct ProblemEntry;

/// What stands in one slot: the entry's key and the value of each of its parameters.
struct Selection {
  std::string key;
  Settings settings;
  bool operator==(const Selection&) const = default;
};

/// A parameter of an experiment: "algorithm.delay_bound", "worker.3.slowdown".
struct ParameterName {
  std::string slot;
  std::string key;
  std::string text() const { return slot + "." + key; }
  bool operator==(const ParameterName&) const = default;
  // NOLINTNEXTLINE(modernize-use-nullptr): the zero is the language's own
  auto operator<=>(const ParameterName&) const = default;
};

/// All that a run depends on, besides the changes made while it goes on. A pure value; complete and
/// within range by construction: every slot is filled, every parameter has a value.
///
/// Besides those of experimentSlots() there is a slot for each worker, "worker.1" and so on up to
/// cluster.workers: what that one is like (core/net/worker_condition.h). At least one worker is
/// present, always. With fewer workers, what was said of those that are no more is forgotten: it
/// means nothing then, and whoever turns the number down and up again is not to be stopped by it.
class Experiment {
 public:
  /// What has been said of a slot: the key (empty: the usual one) and some values.
  struct Draft {
    std::string key;
    Values values;
  };

  /// The quick start's slots with everything at its initial value.
  Experiment();

  /// Everything that is not said is at its initial value; a compressor that is not said is the
  /// usual one of the algorithm, a number of workers that is not said the problem's, if it has one.
  /// Errors: an unknown slot or key, a worker that there is not, a value that is not allowed, no
  /// worker present; the message names slot and key.
  static Result<Experiment> from(std::string name, std::string summary, std::uint64_t seed,
                                 const std::map<std::string, Draft, std::less<>>& drafts);

  const std::string& name() const { return name_; }
  const std::string& summary() const { return summary_; }  ///< what it shows, a sentence or two
  std::uint64_t seed() const { return seed_; }
  const WindowRules& window() const { return window_; }  ///< of no meaning to a run
  std::size_t workers() const;                           ///< cluster.workers
  /// A slot that experimentSlots() has, or a worker's.
  const Selection& slot(std::string_view key) const;
  /// The value of a parameter that describe() knows.
  Value value(const ParameterName& name) const;

  // The same experiment with one thing changed. Errors: no such slot, entry or parameter, a value
  // that is not allowed, the last worker that is present made absent; the message says what was
  // read and what is allowed.
  Experiment withName(std::string name) const;
  Experiment withSeed(std::uint64_t seed) const;
  /// Of rules that checkWindowRule() accepts.
  Experiment withWindow(WindowRules window) const;
  /// Another entry in a slot, its parameters at their initial values. Choosing an algorithm also
  /// chooses its usual compressor, and a problem that is defined for one number of workers that.
  Result<Experiment> withKey(std::string_view slot, std::string_view key) const;
  Result<Experiment> with(const ParameterName& name, const Value& value) const;
  /// "algorithm.delay_bound=20", "algorithm.key=lasg", "seed=3", "name=...", "summary=...".
  Result<Experiment> withText(std::string_view assignment) const;

  bool operator==(const Experiment&) const = default;

 private:
  struct Empty {};
  explicit Experiment(Empty);  // for from(), which fills it

  void set(const std::string& slot, Selection selection);
  void forgetFormerWorkers();
  Result<void> useItsWorkers();
  Result<Experiment> withUsualCompressor() const;
  Result<void> checkPresence() const;

  std::string name_;
  std::string summary_;
  std::uint64_t seed_ = 1;
  WindowRules window_;
  std::map<std::string, Selection, std::less<>> slots_;  // of workers, those unlike the usual one
};

/// The description of a parameter of this experiment's entries.
/// Errors: no such slot or key; the message lists those there are.
Result<const Parameter*> describe(const Experiment& experiment, const ParameterName& name);

/// Who sets this parameter instead of the user: the name of the entry that decides it itself.
/// Nothing for all others.
std::optional<std::string> deciderOf(const Experiment& experiment, const ParameterName& name);

/// Whether what stands in the slot means anything: a model that is a convex problem brings its own
/// data, and decides "dataset.key" and "partition.key". Files leave such a table out
/// where it is the usual one.
inline bool isNeeded(const Experiment& experiment, const std::string& slot) {
  return !deciderOf(experiment, {slot, "key"});
}

/// The convex problem in the model's slot; null if that is a network.
const ProblemEntry* problemIn(const Experiment& experiment);

/// What `text` names: all before the last dot is the slot. Nothing if there is no dot.
std::optional<ParameterName> parseParameterName(std::string_view text);

/// Why what stands in the slots does not go together, so that it cannot run: a network that adds
/// uploads up on the way with an algorithm or a compressor whose uploads are not whole; a problem
/// that is defined for another number of workers; fair shares with a token bucket. It says what to
/// choose instead. Nothing if it
/// does. Such an experiment is none the less a value: what makes it one that runs may be said in
/// any order.
std::optional<Error> conflictIn(const Experiment& experiment);

/// The parameters that a user may change while it runs, slot by slot, in form order; without those
/// of the workers, which workerParameters() has.
std::vector<ParameterName> liveParameters(const Experiment& experiment);

}  // namespace telegrad
