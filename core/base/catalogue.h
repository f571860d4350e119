// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/parameter.h"
#include "core/base/result.h"

namespace telegrad {

/// What a menu, a form, the command line and a report need to know of one implementation.
struct Description {
  std::string key;      ///< stable name in experiment files, kebab-case
  std::string name;     ///< the field's usual name
  std::string summary;  ///< one sentence
  std::string source;   ///< where the method is published; empty for a baseline
  std::vector<Parameter> parameters;
  /// Parameters of other slots ("compressor.fraction") that it sets itself while it runs, so that
  /// their own values mean nothing; "dataset.key" stands for all of a slot.
  std::vector<std::string> decides = {};
  /// Of an algorithm: in every iteration every worker uploads what its compressor makes of one
  /// vector. Of a compressor: that is the vector itself.
  bool wholeUploads = false;
  /// Of a network: it adds uploads up on the way, and so carries no others than those.
  bool needsWholeUploads = false;
};

/// One implementation of an interface: its description and how to make one.
template <typename Interface>
struct Entry : Description {
  std::function<std::unique_ptr<Interface>(const Settings&)> make;
};

/// "a, b or c".
std::string listOf(std::span<const std::string> words);

/// Why `key` is not in a catalogue of `what`s; the message lists the keys there are.
Error unknownKey(std::string_view what, std::string_view key, std::span<const std::string> keys);

/// The entry with that key; `what` names the slot in the message.
/// Errors: there is none; the message lists those there are.
template <typename EntryType>
Result<const EntryType*> find(std::span<const EntryType> catalogue, std::string_view key,
                              std::string_view what) {
  const auto found = std::ranges::find(catalogue, key, &EntryType::key);
  if (found != catalogue.end()) return &*found;
  std::vector<std::string> keys;
  for (const auto& entry : catalogue) keys.push_back(entry.key);
  return unknownKey(what, key, keys);
}

}  // namespace telegrad
