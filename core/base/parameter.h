// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace telegrad {

/// How a slider spreads its range.
enum class Scale { Linear, Log };

// The kinds of parameter. Type is the type of the value; min and max are themselves allowed.

struct Flag {
  using Type = bool;
  bool initial = false;
};

struct Integer {
  using Type = std::int64_t;
  std::int64_t initial = 0;
  std::int64_t min = 0;
  std::int64_t max = 0;
  Scale scale = Scale::Linear;
};

/// The part of a range that a slider spans, where all that is allowed would be too wide to aim in.
struct SliderRange {
  double min = 0.0;
  double max = 0.0;
};

struct Real {
  using Type = double;
  double initial = 0.0;
  double min = 0.0;
  double max = 0.0;
  Scale scale = Scale::Linear;
  std::optional<SliderRange> slider = std::nullopt;  ///< positive where the scale is Log
  bool share = false;                                ///< of one: forms show it in per cent
};

/// One word of a closed list; `labels`, where given, are the words shown instead, in order.
struct Choice {
  using Type = std::string;
  std::string initial;
  std::vector<std::string> options;
  std::vector<std::string> labels = {};
};

/// Text of a form of its own.
struct Text {
  using Type = std::string;
  std::string initial;
  std::string allowed;  ///< what is, in words, for messages
  std::function<bool(std::string_view)> isAllowed;
};

using Value = std::variant<bool, std::int64_t, double, std::string>;
using Values = std::map<std::string, Value, std::less<>>;

/// When a new value counts.
enum class Change {
  BetweenRuns,        ///< fixed once a run has started
  BetweenIterations,  ///< may change while a run goes on, from the next iteration
};

/// A choice, or a whole number in digits, beside a parameter without which it means nothing.
struct Condition {
  std::string key;
  std::string option;
  bool isAnyOther = false;  ///< any option but this one

  bool isMetBy(const std::string& chosen) const { return (chosen == option) != isAnyOther; }
};

/// What a user may set, said once: the form, the command line, the experiment file and the
/// documentation all read it.
struct Parameter {
  std::string key;    ///< stable name in experiment files, snake_case
  std::string label;  ///< what the form shows, sentence case
  std::string unit;   ///< "s", "bit/s", "B", "%"; empty for a pure number. Values are in this unit.
  std::string help;   ///< one sentence, the tool tip
  std::variant<Flag, Integer, Real, Choice, Text> kind;
  Change change = Change::BetweenRuns;
  std::optional<Condition> onlyWith = std::nullopt;  ///< forms leave it out otherwise
  std::vector<Condition> notWith = {};  ///< nor is it shown where all of these hold, if any are

  Value initial() const;
};

/// `value` as the parameter's own type (an integer is taken for a real), if it is allowed.
/// Errors: another type, a number out of range or not finite, a word that is no option; the message
/// names the parameter, what was read and what is allowed.
Result<Value> accept(const Parameter& parameter, const Value& value);

/// The value that `text` spells for this parameter: "true", "12", "0.01", "1 %", "20 ms",
/// "1 Gbit/s", "top-k". A number without a unit is in the parameter's own unit.
/// Errors: as accept(), and text that is no such value.
Result<Value> parseValue(const Parameter& parameter, std::string_view text);

/// The text that parseValue() reads back to exactly the same value, with its unit: "1 Gbit/s".
std::string formatValue(const Parameter& parameter, const Value& value);

/// The same as a form shows it: a share in per cent, "1 %", where files and the command line have
/// 0.01. What is typed is read in the same way everywhere: "1 %", "1%" and "0.01" are one value.
std::string displayValue(const Parameter& parameter, const Value& value);

/// The value that each of a list of parameters has. Complete and within range by construction.
class Settings {
 public:
  /// No parameters, no values.
  Settings() = default;

  /// Every parameter's initial value, with `overrides` on top.
  /// Errors: a key no parameter has (the message lists those there are), and as accept().
  static Result<Settings> from(std::span<const Parameter> parameters, const Values& overrides = {});

  // The value of a key that the list has; another key, or another type, is our own mistake.
  bool flag(std::string_view key) const;
  std::int64_t integer(std::string_view key) const;
  double real(std::string_view key) const;
  const std::string& choice(std::string_view key) const;
  bool has(std::string_view key) const { return values_.contains(key); }

  const Values& values() const { return values_; }
  bool operator==(const Settings&) const = default;

 private:
  const Value& at(std::string_view key) const;

  Values values_;
};

/// Whether the parameter means anything with these settings of its list.
bool applies(const Parameter& parameter, const Settings& settings);
/// The same by what is chosen of a Choice's key.
bool applies(const Parameter& parameter,
             const std::function<std::string(const std::string& key)>& chosen);

}  // namespace telegrad
