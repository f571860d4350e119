// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/result.h"
#include "core/metrics/record.h"

namespace telegrad {

/// One column of a run: what it is called everywhere, and where a Record keeps it.
struct Quantity {
  /// Whole numbers and real ones; only the latter can be absent (NaN).
  using Field = std::variant<std::int64_t Record::*, double Record::*>;

  std::size_t index = 0;  ///< its place in quantities()
  std::string key;        ///< the column's name in CSV files, with its unit: "wire_bits"
  std::string name;       ///< what a user reads: "Wire bits"
  std::string unit;       ///< "bit", "s"; empty for counts, losses and shares
  std::string summary;    ///< one sentence
  Field field;
  bool axis = false;  ///< makes sense as an x axis: never falls, never absent

  /// The record's value; NaN where it is absent. Whole numbers are exact to 2^53.
  double read(const Record& record) const;
  bool isWhole() const { return std::holds_alternative<std::int64_t Record::*>(field); }
};

/// All quantities, in the order of the CSV files' columns.
std::span<const Quantity> quantities();

/// The quantity with that key; a dash is taken for an underscore ("wire-bits").
/// Errors: there is none; the message lists those there are.
Result<const Quantity*> findQuantity(std::string_view key);

/// As findQuantity(), for a key that the program itself has written down.
const Quantity& quantity(std::string_view key);

}  // namespace telegrad
