// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <utility>

#include "core/algorithm/algorithm.h"
#include "core/base/said.h"
#include "core/experiment/text.h"
#include "core/experiment/worker_slots.h"
#include "core/net/link_parameters.h"
#include "core/problem/problem.h"

namespace telegrad {
namespace {

/// What the quick start has in each slot with a choice; the compressor follows the algorithm.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kUsualKeys{
    {{"dataset", "fashion-mnist"},
     {"partition", "iid"},
     {"model", "fc-512"},
     {"algorithm", "sasg"},
     {"network", "parameter-server"}}};

const AlgorithmEntry& algorithmOf(std::string_view key) {
  const auto entry = find(algorithms(), key, "algorithm");
  assert(entry && "an algorithm that was looked up before");
  return **entry;
}

std::string usualKey(const SlotDescription& slot, std::string_view algorithm) {
  if (!slot.hasChoice()) return slot.key;
  if (slot.key == "compressor") return algorithmOf(algorithm).usualCompressor;
  const auto* const found = std::ranges::find(
      kUsualKeys, slot.key, &std::pair<std::string_view, std::string_view>::first);
  assert(found != kUsualKeys.end() && "every slot with a choice has a usual key");
  return std::string(found->second);
}

Result<const Description*> findEntry(const SlotDescription& slot, std::string_view key) {
  return find(std::span<const Description>(slot.entries), key, slot.key);
}

/// The message says which slot it is about.
Error within(std::string_view slot, const Error& error) {
  return {std::string(slot) + ": " + error.message};
}

Result<Selection> select(const SlotDescription& slot, std::string_view name, const std::string& key,
                         const Values& values = {}) {
  const auto entry = findEntry(slot, key);
  if (!entry) return entry.error();
  auto settings = Settings::from((*entry)->parameters, values);
  if (!settings) return within(name, settings.error());
  return Selection{key, *std::move(settings)};
}

/// What has been said of a slot; nothing, if nothing was.
Experiment::Draft draftOf(const std::map<std::string, Experiment::Draft, std::less<>>& drafts,
                          std::string_view slot) {
  const auto found = drafts.find(slot);
  return found == drafts.end() ? Experiment::Draft{} : found->second;
}

/// A usual compressor has its usual values where nothing was said.
Values valuesOf(const SlotDescription& slot, const Experiment::Draft& draft,
                std::string_view algorithm) {
  auto values = draft.values;
  if (slot.key != "compressor" || !draft.key.empty()) return values;
  const auto& usual = algorithmOf(algorithm).usualCompression;
  values.insert(usual.begin(), usual.end());
  return values;
}

/// A worker's slot is there only if the worker is.
Result<void> checkWorker(const Experiment& experiment, std::string_view slot) {
  const auto number = workerNumber(slot);
  if (!number || *number <= experiment.workers()) return {};
  if (experiment.workers() == 1)
    return Error{
        said("%1: there is no such worker; allowed: worker.1, as cluster.workers is 1", slot)};
  return Error{
      said("%1: there is no such worker; allowed: worker.1 to worker.%2, as cluster.workers is %2",
           slot, experiment.workers())};
}

}  // namespace

Experiment::Experiment() {
  auto made = from("Quick start", "", 1, {});
  assert(made && "the usual keys are in the catalogues");
  *this = *std::move(made);
}

Experiment::Experiment(Empty) {}

Result<Experiment> Experiment::from(std::string name, std::string summary, std::uint64_t seed,
                                    const std::map<std::string, Draft, std::less<>>& drafts) {
  for (const auto& [key, draft] : drafts)
    if (const auto slot = findSlot(key); !slot) return slot.error();
  Experiment experiment{Empty{}};
  experiment.name_ = std::move(name);
  experiment.summary_ = std::move(summary);
  experiment.seed_ = seed;
  std::string algorithm;  // chosen before the compressor: experimentSlots() has it first
  for (const auto& slot : experimentSlots()) {
    const auto draft = draftOf(drafts, slot.key);
    const auto key = draft.key.empty() ? usualKey(slot, algorithm) : draft.key;
    auto selection = select(slot, slot.key, key, valuesOf(slot, draft, algorithm));
    if (!selection) return selection.error();
    if (slot.key == "algorithm") algorithm = key;
    experiment.slots_[slot.key] = *std::move(selection);
  }
  if (!draftOf(drafts, "cluster").values.contains("workers"))
    if (auto used = experiment.useItsWorkers(); !used) return used.error();
  for (const auto& [worker, draft] : drafts) {
    if (!workerNumber(worker)) continue;
    if (auto there = checkWorker(experiment, worker); !there) return there.error();
    const auto& slot = workerSlotDescription();
    auto selection = select(slot, worker, draft.key.empty() ? slot.key : draft.key, draft.values);
    if (!selection) return selection.error();
    experiment.set(worker, *std::move(selection));
  }
  if (auto present = experiment.checkPresence(); !present) return present.error();
  return experiment;
}

std::size_t Experiment::workers() const {
  return static_cast<std::size_t>(slot("cluster").settings.integer("workers"));
}

/// A worker that is like any other is not written down, so that equal experiments are equal.
void Experiment::set(const std::string& slot, Selection selection) {
  if (workerNumber(slot) && selection == usualWorker())
    slots_.erase(slot);
  else
    slots_[slot] = std::move(selection);
}

void Experiment::forgetFormerWorkers() {
  std::erase_if(slots_, [this](const auto& slot) {
    return workerNumber(slot.first).value_or(0) > workers();
  });
}

Result<Experiment> Experiment::withUsualCompressor() const {
  const auto& algorithm = algorithmOf(slot("algorithm").key);
  auto selection = select(**findSlot("compressor"), "compressor", algorithm.usualCompressor,
                          algorithm.usualCompression);
  if (!selection) return selection.error();
  Experiment changed = *this;
  changed.slots_["compressor"] = *std::move(selection);
  return changed;
}

Result<void> Experiment::useItsWorkers() {
  const auto* problem = problemIn(*this);
  if (problem == nullptr || !problem->workers) return {};
  auto changed = with({"cluster", "workers"}, Value{static_cast<std::int64_t>(*problem->workers)});
  if (!changed) return changed.error();
  *this = *std::move(changed);
  return {};
}

Result<void> Experiment::checkPresence() const {
  for (std::size_t number = 1; number <= workers(); ++number)
    if (slot(workerSlot(number)).settings.flag("present")) return {};
  return Error{said("no worker would be present; allowed: all but one may be away")};
}

const Selection& Experiment::slot(std::string_view key) const {
  const auto found = slots_.find(key);
  if (found == slots_.end() && workerNumber(key)) return usualWorker();
  assert(found != slots_.end() && "a slot that experimentSlots() has");
  return found->second;
}

Value Experiment::value(const ParameterName& name) const {
  const auto& values = slot(name.slot).settings.values();
  const auto found = values.find(name.key);
  assert(found != values.end() && "a parameter that describe() knows");
  return found->second;
}

Experiment Experiment::withName(std::string name) const {
  Experiment changed = *this;
  changed.name_ = std::move(name);
  return changed;
}

Experiment Experiment::withSeed(std::uint64_t seed) const {
  Experiment changed = *this;
  changed.seed_ = seed;
  return changed;
}

Experiment Experiment::withWindow(WindowRules window) const {
  Experiment changed = *this;
  changed.window_ = std::move(window);
  return changed;
}

Result<Experiment> Experiment::withKey(std::string_view slot, std::string_view key) const {
  const auto description = findSlot(slot);
  if (!description) return description.error();
  if (!(*description)->hasChoice())
    return Error{said("%1: there is nothing to choose, so it has no key", slot)};
  auto selection = select(**description, slot, std::string(key));
  if (!selection) return selection.error();
  Experiment changed = *this;
  changed.slots_[(*description)->key] = *std::move(selection);
  if (slot == "algorithm") return changed.withUsualCompressor();
  if (slot == "model")
    if (auto used = changed.useItsWorkers(); !used) return used.error();
  return changed;
}

Result<Experiment> Experiment::with(const ParameterName& name, const Value& value) const {
  const auto parameter = describe(*this, name);
  if (!parameter) return parameter.error();
  const auto slotDescription = findSlot(name.slot);
  const auto& old = slot(name.slot);
  Values values = old.settings.values();
  values[name.key] = value;
  auto selection = select(**slotDescription, name.slot, old.key, values);
  if (!selection) return selection.error();
  Experiment changed = *this;
  changed.set(name.slot, *std::move(selection));
  changed.forgetFormerWorkers();
  if (auto present = changed.checkPresence(); !present) return within(name.slot, present.error());
  return changed;
}

Result<Experiment> Experiment::withText(std::string_view assignment) const {
  const auto equals = assignment.find('=');
  const std::string_view left = assignment.substr(0, equals);
  if (equals == std::string_view::npos || left.empty())
    return Error{
        said("read \"%1\"; allowed: slot.key=value, seed=number or name=text", assignment)};
  const std::string_view right = assignment.substr(equals + 1);
  if (left == "name" || left == "summary") {
    if (!isUtf8(right)) return Error{said("%1: the text is not UTF-8", left)};
    Experiment changed = *this;
    (left == "name" ? changed.name_ : changed.summary_) = std::string(right);
    return changed;
  }
  if (left == "seed") {
    const auto seed = parseSeed(right);
    if (!seed) return seed.error();
    return withSeed(*seed);
  }
  const auto name = parseParameterName(left);
  if (!name)
    return Error{
        said("unknown key \"%1\"; allowed: name, summary, seed or a parameter as slot.key", left)};
  if (name->key == "key") return withKey(name->slot, right);
  const auto parameter = describe(*this, *name);
  if (!parameter) return parameter.error();
  const auto value = parseValue(**parameter, right);
  if (!value) return within(name->slot, value.error());
  return with(*name, *value);
}

std::optional<ParameterName> parseParameterName(std::string_view text) {
  const auto dot = text.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  return ParameterName{std::string(text.substr(0, dot)), std::string(text.substr(dot + 1))};
}

Result<const Parameter*> describe(const Experiment& experiment, const ParameterName& name) {
  const auto slot = findSlot(name.slot);
  if (!slot) return slot.error();
  if (auto there = checkWorker(experiment, name.slot); !there) return there.error();
  const auto entry = findEntry(**slot, experiment.slot(name.slot).key);
  assert(entry && "an experiment's keys are in the catalogues");
  const auto& parameters = (*entry)->parameters;
  const auto found = std::ranges::find(parameters, name.key, &Parameter::key);
  if (found != parameters.end()) return &*found;
  std::vector<std::string> keys;
  keys.reserve(parameters.size());
  for (const auto& parameter : parameters) keys.push_back(parameter.key);
  const std::string what =
      (*slot)->hasChoice() ? name.slot + " \"" + (*entry)->key + '"' : name.slot;
  if (keys.empty()) return Error{said("unknown key \"%1\"; %2 has nothing to set", name.key, what)};
  return within(what, unknownKey(said("key"), name.key, keys));
}

std::optional<std::string> deciderOf(const Experiment& experiment, const ParameterName& name) {
  for (const auto& slot : experimentSlots()) {
    const auto entry = findEntry(slot, experiment.slot(slot.key).key);
    if (std::ranges::find((*entry)->decides, name.text()) != (*entry)->decides.end())
      return (*entry)->name;
  }
  return std::nullopt;
}

const ProblemEntry* problemIn(const Experiment& experiment) {
  const auto all = problems();
  const auto found = std::ranges::find(all, experiment.slot("model").key, &ProblemEntry::key);
  return found == all.end() ? nullptr : &*found;
}

namespace {

const Description& chosen(const Experiment& experiment, std::string_view slot) {
  const auto entry = findEntry(**findSlot(slot), experiment.slot(slot).key);
  assert(entry && "an experiment's keys are in the catalogues");
  return **entry;
}

/// "algorithm sgd, sparse or d-sgd": the entries of a slot that pass.
template <typename Test>
std::string those(std::string_view slot, const Test& test) {
  std::vector<std::string> keys;
  for (const auto& entry : (*findSlot(slot))->entries)
    if (test(entry)) keys.push_back(entry.key);
  return std::string(slot) + ' ' + listOf(keys);
}

}  // namespace

std::optional<Error> conflictIn(const Experiment& experiment) {
  const auto* problem = problemIn(experiment);
  if (problem != nullptr && problem->workers.value_or(experiment.workers()) != experiment.workers())
    return Error{said("cluster.workers: read %1; model \"%2\" allows: %3", experiment.workers(),
                      problem->key, *problem->workers)};
  if (const auto conflict = impairmentsConflict(experiment.slot("network").settings))
    return within("network", *conflict);
  const auto& network = chosen(experiment, "network");
  if (!network.needsWholeUploads) return std::nullopt;
  for (const std::string_view slot : {"algorithm", "compressor"}) {
    const auto& entry = chosen(experiment, slot);
    if (entry.wholeUploads) continue;
    return Error{
        said("network \"%1\" adds up whole vectors of all workers, which %2 \"%3\" does not send; "
             "allowed with it: %4, or instead of it: %5",
             network.key, slot, entry.key,
             those(slot, [](const Description& d) { return d.wholeUploads; }),
             those("network", [](const Description& d) { return !d.needsWholeUploads; }))};
  }
  return std::nullopt;
}

std::vector<ParameterName> liveParameters(const Experiment& experiment) {
  std::vector<ParameterName> names;
  for (const auto& slot : experimentSlots()) {
    const auto& selection = experiment.slot(slot.key);
    const auto entry = findEntry(slot, selection.key);
    for (const auto& parameter : (*entry)->parameters)
      if (parameter.change == Change::BetweenIterations && applies(parameter, selection.settings) &&
          !deciderOf(experiment, {slot.key, parameter.key}))
        names.push_back({slot.key, parameter.key});
  }
  return names;
}

}  // namespace telegrad
