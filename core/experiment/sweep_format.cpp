// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>
#include <utility>

#include "core/base/units.h"
#include "core/experiment/experiment_table.h"
#include "core/experiment/sweep_file.h"
#include "core/experiment/text.h"

namespace telegrad {
namespace {

/// A value of an axis: bare where that reads back to the same text.
std::string tomlWord(const std::string& word) {
  const auto* const end = word.data() + word.size();
  if (word == "true" || word == "false") return word;
  std::int64_t whole = 0;
  if (const auto read = std::from_chars(word.data(), end, whole);
      read.ec == std::errc{} && read.ptr == end && std::to_string(whole) == word)
    return word;
  double real = 0.0;
  if (const auto read = std::from_chars(word.data(), end, real);
      read.ec == std::errc{} && read.ptr == end && std::isfinite(real) &&
      word.find_first_of(".e") != std::string::npos && formatNumber(real) == word)
    return word;
  return tomlString(word);
}

template <typename Items, typename Format>
std::string tomlList(const Items& items, const Format& format) {
  std::string text;
  for (const auto& item : items) {
    if (!text.empty()) text += ", ";
    text += format(item);
  }
  return "[" + text + "]";
}

std::string assignmentList(const Assignments& assignments) {
  return tomlList(assignments, [](const std::string& text) { return tomlString(text); });
}

std::string formatAxis(const SweepAxis& axis) {
  std::string text = "\n[[axis]]\nparameter = " + tomlString(axis.parameter) + "\n";
  if (!axis.range) return text + "values = " + tomlList(axis.values, tomlWord) + "\n";
  text += "from = " + tomlWord(axis.range->from) + "\n";
  text += "to = " + tomlWord(axis.range->to) + "\n";
  text += "steps = " + std::to_string(axis.range->steps) + "\n";
  return text + "scale = " + (axis.range->scale == Scale::Log ? "\"log\"" : "\"linear\"") + "\n";
}

}  // namespace

std::string formatSweep(const Sweep& sweep) {
  std::string text = "name = " + tomlString(sweep.name) + "\n";
  if (!sweep.summary.empty()) text += "summary = " + tomlString(sweep.summary) + "\n";
  if (!sweep.reference.empty()) text += "experiment = " + tomlString(sweep.reference) + "\n";
  if (!sweep.set.empty()) text += "set = " + assignmentList(sweep.set) + "\n";
  if (!sweep.seeds.empty()) text += "seeds = " + tomlList(sweep.seeds, tomlSeed) + "\n";
  if (!sweep.cells.empty()) text += "cells = " + tomlList(sweep.cells, assignmentList) + "\n";
  for (const auto& axis : sweep.axes) text += formatAxis(axis);
  if (sweep.reference.empty())
    text += "\n[experiment]\n" + formatExperimentTables(sweep.base, "experiment.");
  return text;
}

Result<Sweep> selfContained(const Sweep& sweep) {
  auto base = baseOf(sweep);
  if (!base) return base.error();
  Sweep whole = sweep;
  whole.reference.clear();
  whole.base = *std::move(base);
  whole.set.clear();
  return whole;
}

}  // namespace telegrad
