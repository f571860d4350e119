// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/window_rules.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/base/catalogue.h"
#include "core/base/said.h"
#include "core/experiment/catalogues.h"
#include "core/experiment/worker_slots.h"

namespace telegrad {
namespace {

constexpr std::string_view kAnyKey = "*";
constexpr std::string_view kWorkersSlot = "worker";
constexpr std::array<std::string_view, 8> kPages{
    "timeline", "network", "staleness-lab", "sweeps", "compressors", "layers", "data", "runs"};
constexpr std::array<std::string_view, 2> kPanels{"experiment", "live-controls"};

bool names(const std::vector<std::string>& rules, std::string_view slot, std::string_view key) {
  // "worker.3" is one of the workers.
  const auto family = workerNumber(slot) ? kWorkersSlot : slot;
  const std::string whole(slot);
  return std::ranges::any_of(rules, [&](const std::string& rule) {
    if (key.empty()) return rule == whole;
    const auto isOf = [&](const std::string& of) {
      return rule == of + ".*" || rule == of + "." + std::string(key);
    };
    return isOf(whole) || isOf(std::string(family));
  });
}

bool has(const std::vector<std::string>& rules, const std::string& rule) {
  return std::ranges::find(rules, rule) != rules.end();
}

/// Every key that some entry of the slot has.
std::set<std::string, std::less<>> keysOf(const SlotDescription& slot) {
  std::set<std::string, std::less<>> keys{std::string(kAnyKey)};
  if (slot.hasChoice()) keys.insert("key");
  for (const auto& entry : slot.entries)
    for (const auto& parameter : entry.parameters) keys.insert(parameter.key);
  return keys;
}

Error refusedRule(std::string_view rule, const std::string& allowed) {
  return {said("read \"%1\"; allowed: %2", rule, allowed)};
}

std::string listed(std::span<const std::string_view> keys) {
  return listOf(std::vector<std::string>(keys.begin(), keys.end()));
}

Result<void> checkPlace(std::string_view rule, std::string_view prefix,
                        std::span<const std::string_view> keys) {
  if (std::ranges::find(keys, rule.substr(prefix.size())) != keys.end()) return {};
  return refusedRule(rule, std::string(prefix) + "...: " + listed(keys));
}

}  // namespace

bool WindowRules::locks(std::string_view slot, std::string_view key) const {
  return names(lock, slot, key) || hides(slot, key);
}

bool WindowRules::hides(std::string_view slot, std::string_view key) const {
  return names(hide, slot, key);
}

bool WindowRules::hidesPage(std::string_view page) const {
  return has(hide, "page." + std::string(page)) || has(hide, "page.*");
}

bool WindowRules::hidesPanel(std::string_view panel) const {
  return has(hide, "panel." + std::string(panel)) || has(hide, "panel.*");
}

std::span<const std::string_view> windowPages() {
  return kPages;
}

std::span<const std::string_view> windowPanels() {
  return kPanels;
}

Result<void> checkWindowRule(std::string_view rule, bool hiding) {
  if (rule == "seed") return {};
  if (hiding && (rule == "page.*" || rule == "panel.*")) return {};
  if (hiding && rule.starts_with("page.")) return checkPlace(rule, "page.", kPages);
  if (hiding && rule.starts_with("panel.")) return checkPlace(rule, "panel.", kPanels);
  const auto dot = rule.rfind('.');
  const std::string places = hiding ? ", page.sweeps, panel.live-controls" : "";
  if (dot == std::string_view::npos)
    return Error{said("read \"%1\"; allowed: %2 and their like", rule,
                      "algorithm.learning_rate, algorithm.key, network.*, seed" + places)};
  const auto slot = rule.substr(0, dot);
  const auto* description = &workerSlotDescription();
  if (slot != kWorkersSlot) {
    const auto found = findSlot(slot);
    if (!found) return found.error();
    description = *found;
  }
  const auto keys = keysOf(*description);
  if (keys.contains(rule.substr(dot + 1))) return {};
  return unknownKey(said("%1: key", slot), rule.substr(dot + 1),
                    std::vector<std::string>(keys.begin(), keys.end()));
}

}  // namespace telegrad
