// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <set>
#include <span>
#include <utility>

#include "core/base/said.h"
#include "core/data/digest.h"

namespace telegrad {
namespace {

constexpr std::size_t kLongestFolderName = 120;

bool isOfKey(const SweepAxis& axis) {
  return axis.parameter.ends_with(".key");
}

/// In which order axes count: another entry in a slot brings that slot's parameters with it.
std::vector<std::size_t> orderOf(const Sweep& sweep) {
  std::vector<std::size_t> order(sweep.axes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_partition(order.begin(), order.end(),
                        [&](std::size_t i) { return isOfKey(sweep.axes[i]); });
  return order;
}

std::string assignmentOf(const std::string& parameter, const std::string& value) {
  return parameter + "=" + value;
}

/// "compressor.fraction=1 %" as files spell it, "compressor.fraction=0.01". `after` has it.
std::string spelledOut(const std::string& assignment, const Experiment& after) {
  const auto name = parseParameterName(assignment.substr(0, assignment.find('=')));
  if (!name || name->key == "key") return assignment;
  const auto parameter = describe(after, *name);
  assert(parameter && "it has been set");
  return assignmentOf(name->text(), formatValue(**parameter, after.value(*name)));
}

/// A name for a folder on any file system. What cannot stand in one is replaced, and a digest then
/// tells apart what would read alike.
std::string folderName(const std::string& text) {
  std::string name;
  bool isExact = true;
  for (const char c : text) {
    const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') ||
                         std::string_view(".+-=_").find(c) != std::string_view::npos;
    if (isPlain)
      name += c;
    else if (c != ' ' && c != '/')  // of a unit: "1Gbits"
      isExact = false;
  }
  if (isExact && name.size() <= kLongestFolderName) return name;
  const auto digest = sha256(std::as_bytes(std::span(text))).substr(0, 8);
  return name.substr(0, kLongestFolderName) + "~" + digest;
}

std::string folderOf(const SweepCell& cell) {
  std::string text;
  for (const auto& assignment : cell.assignments) text += assignment + "__";
  return folderName(text + "seed=" + std::to_string(cell.seed));
}

/// "fraction=0.01, algorithm=lasg, seed 2": what a table of runs has room for.
std::string nameOf(const SweepCell& cell) {
  std::string text;
  for (const auto& assignment : cell.assignments) {
    const auto equals = assignment.find('=');
    const auto name = parseParameterName(assignment.substr(0, equals));
    text += (name->key == "key" ? name->slot : name->key) + assignment.substr(equals) + ", ";
  }
  return text + "seed " + std::to_string(cell.seed);
}

Error ofCell(const Assignments& assignments, const std::string& why) {
  std::string text;
  for (const auto& assignment : assignments) text += " " + assignment;
  return {said("cell%1: %2", text, why)};
}

/// An experiment with more said of it, and how files spell that.
struct Changed {
  Experiment experiment;
  Assignments spelled;
};

Result<Changed> withAll(const Experiment& from, const Assignments& assignments) {
  Changed changed{from, {}};
  for (const auto& assignment : assignments) {
    auto next = changed.experiment.withText(assignment);
    if (!next) return next.error();
    changed.experiment = *std::move(next);
    changed.spelled.push_back(spelledOut(assignment, changed.experiment));
  }
  return changed;
}

/// A cell of some values, without a seed yet. Errors: it cannot run.
Result<SweepCell> makeCell(const Experiment& base, const Assignments& assignments) {
  auto changed = withAll(base, assignments);
  if (!changed) return ofCell(assignments, changed.error().message);
  if (const auto conflict = conflictIn(changed->experiment))
    return ofCell(assignments, conflict->message);
  SweepCell cell;
  cell.assignments = std::move(changed->spelled);
  cell.experiment = std::move(changed->experiment);
  return cell;
}

Result<void> checkList(const Assignments& cell) {
  if (cell.empty()) return Error{said("a cell of the list says nothing; allowed: slot.key=value")};
  for (const auto& assignment : cell)
    if (!parseParameterName(assignment.substr(0, assignment.find('='))))
      return ofCell(cell, said("read \"%1\"; allowed: slot.key=value", assignment));
  return {};
}

/// The grid and the list, once.
Result<std::vector<SweepCell>> makePoints(const Sweep& sweep, const SweepPlan& plan,
                                          const Experiment& base) {
  std::vector<SweepCell> points;
  std::size_t grid = sweep.axes.empty() && !sweep.cells.empty() ? 0 : 1;
  for (const auto& values : plan.values) {
    grid *= values.size();
    if (grid > kMostSweepCells) break;
  }
  if ((grid + sweep.cells.size()) * std::max<std::size_t>(1, sweep.seeds.size()) > kMostSweepCells)
    return Error{said("more than %1 cells; allowed: up to that", kMostSweepCells)};
  const auto order = orderOf(sweep);
  for (std::size_t number = 0; number < grid; ++number) {
    std::vector<std::size_t> at(sweep.axes.size());
    for (std::size_t axis = at.size(), rest = number; axis-- > 0;) {
      at[axis] = rest % plan.values[axis].size();
      rest /= plan.values[axis].size();
    }
    Assignments assignments;
    for (const auto axis : order)
      assignments.push_back(assignmentOf(plan.parameters[axis], plan.values[axis][at[axis]]));
    auto cell = makeCell(base, assignments);
    if (!cell) return cell.error();
    cell->at = std::move(at);
    points.push_back(*std::move(cell));
  }
  for (const auto& listed : sweep.cells) {
    if (auto fine = checkList(listed); !fine) return fine.error();
    auto cell = makeCell(base, listed);
    if (!cell) return cell.error();
    points.push_back(*std::move(cell));
  }
  return points;
}

/// The points, seed by seed.
Result<void> addCells(const std::vector<SweepCell>& points, std::vector<std::uint64_t> seeds,
                      const Experiment& base, SweepPlan& plan) {
  if (seeds.empty()) seeds.push_back(base.seed());
  std::set<std::string> folders;
  for (const auto seed : seeds) {
    if (std::ranges::count(seeds, seed) > 1)
      return Error{said("seeds: read %1 twice; allowed: every seed once", seed)};
    for (std::size_t point = 0; point < points.size(); ++point) {
      SweepCell cell = points[point];
      cell.point = point;
      cell.seed = seed;
      cell.experiment = cell.experiment.withSeed(seed).withName(nameOf(cell));
      cell.folder = folderOf(cell);
      if (!folders.insert(cell.folder).second)
        return ofCell(cell.assignments, said("it is there twice; allowed: every cell once"));
      plan.cells.push_back(std::move(cell));
    }
  }
  return {};
}

}  // namespace

Result<Experiment> baseOf(const Sweep& sweep) {
  Experiment base = sweep.base;
  for (const auto& assignment : sweep.set) {
    auto changed = base.withText(assignment);
    if (!changed) return Error{"set " + assignment + ": " + changed.error().message};
    base = *std::move(changed);
  }
  return base;
}

Result<Experiment> contextOf(const Sweep& sweep, std::size_t index) {
  auto context = baseOf(sweep);
  for (const auto axis : orderOf(sweep)) {
    if (!context || axis == index) return context;
    const auto values = valuesOf(sweep.axes[axis], *context);
    if (!values) return values.error();
    context = context->withText(assignmentOf(sweep.axes[axis].parameter, values->front()));
  }
  return context;
}

Result<SweepPlan> planOf(const Sweep& sweep) {
  const auto base = baseOf(sweep);
  if (!base) return base.error();
  if (sweep.axes.empty() && sweep.cells.empty() && sweep.seeds.size() < 2)
    return Error{said("nothing varies; allowed: an axis, a cell of the list, or several seeds")};
  SweepPlan plan;
  for (std::size_t axis = 0; axis < sweep.axes.size(); ++axis) {
    const auto& parameter = sweep.axes[axis].parameter;
    if (std::ranges::find(plan.parameters, parameter) != plan.parameters.end())
      return Error{said("%1: it is on two axes; allowed: every parameter once", parameter)};
    const auto context = contextOf(sweep, axis);
    if (!context) return context.error();
    auto values = valuesOf(sweep.axes[axis], *context);
    if (!values) return values.error();
    plan.parameters.push_back(parameter);
    plan.values.push_back(*std::move(values));
  }
  auto points = makePoints(sweep, plan, *base);
  if (!points) return points.error();
  plan.points = points->size();
  if (auto added = addCells(*points, sweep.seeds, *base, plan); !added) return added.error();
  return plan;
}

}  // namespace telegrad
