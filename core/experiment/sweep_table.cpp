// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep_table.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/base/units.h"
#include "core/experiment/catalogues.h"
#include "core/metrics/csv_text.h"
#include "core/metrics/pareto.h"

namespace telegrad {
namespace {

constexpr bool kYes = true;

double whole(std::int64_t count) {
  return static_cast<double>(count);
}

/// Of the record at which the target was reached.
template <typename Read>
double atTarget(const CellResult& result, const Read& read) {
  return result.reached ? read(*result.reached) : Record::kNone;
}

std::vector<SweepQuantity> outcomes() {
  using R = CellResult;
  return {{.key = "final_accuracy",
           .name = "Final accuracy",
           .unit = "",
           .summary = "Test accuracy at the end.",
           .isShare = kYes,
           .moreIsBetter = kYes,
           .read = [](const R& r) { return r.finalAccuracy; }},
          {.key = "best_accuracy",
           .name = "Best accuracy",
           .unit = "",
           .summary = "The highest test accuracy of all evaluations.",
           .isShare = kYes,
           .moreIsBetter = kYes,
           .read = [](const R& r) { return r.bestAccuracy; }},
          {.key = "test_loss",
           .name = "Test loss",
           .unit = "",
           .summary = "At the end.",
           .read = [](const R& r) { return r.last.testLoss; }},
          {.key = "suboptimality",
           .name = "Suboptimality f − f*",
           .unit = "",
           .summary = "At the end, of models that know their minimum.",
           .read = [](const R& r) { return r.last.suboptimality; }}};
}

std::vector<SweepQuantity> costs() {
  using R = CellResult;
  return {{.key = "iterations",
           .name = "Iterations",
           .unit = "",
           .summary = "Of the whole run.",
           .isWhole = kYes,
           .read = [](const R& r) { return whole(r.last.iteration); }},
          {.key = "rounds",
           .name = "Communication rounds",
           .unit = "",
           .summary = "Uploads of the whole run.",
           .isWhole = kYes,
           .read = [](const R& r) { return whole(r.last.rounds); }},
          {.key = "payload_bits",
           .name = "Payload bits",
           .unit = "bit",
           .summary = "Uploaded values of the whole run, as the papers count.",
           .isWhole = kYes,
           .read = [](const R& r) { return whole(r.last.payloadBits); }},
          {.key = "wire_bits",
           .name = "Wire bits",
           .unit = "bit",
           .summary = "Of the whole run, with positions, framing and message overhead.",
           .isWhole = kYes,
           .read = [](const R& r) { return whole(r.last.wireBits); }},
          {.key = "simulated_s",
           .name = "Simulated time",
           .unit = "s",
           .summary = "Of the whole run, on the emulator's clock.",
           .read = [](const R& r) { return r.last.simulatedSeconds; }}};
}

std::vector<SweepQuantity> targets() {
  using R = CellResult;
  return {{.key = "target_iterations",
           .name = "Iterations to the target",
           .unit = "",
           .summary = "Until the target accuracy was exceeded.",
           .isWhole = kYes,
           .isOfTarget = kYes,
           .read =
               [](const R& r) {
                 return atTarget(r, [](const Record& at) { return whole(at.iteration); });
               }},
          {.key = "target_rounds",
           .name = "Rounds to the target",
           .unit = "",
           .summary = "Uploads until the target accuracy was exceeded.",
           .isWhole = kYes,
           .isOfTarget = kYes,
           .read =
               [](const R& r) {
                 return atTarget(r, [](const Record& at) { return whole(at.rounds); });
               }},
          {.key = "target_payload_bits",
           .name = "Payload bits to the target",
           .unit = "bit",
           .summary = "Until the target accuracy was exceeded.",
           .isWhole = kYes,
           .isOfTarget = kYes,
           .read =
               [](const R& r) {
                 return atTarget(r, [](const Record& at) { return whole(at.payloadBits); });
               }},
          {.key = "target_wire_bits",
           .name = "Wire bits to the target",
           .unit = "bit",
           .summary = "Until the target accuracy was exceeded.",
           .isWhole = kYes,
           .isOfTarget = kYes,
           .read =
               [](const R& r) {
                 return atTarget(r, [](const Record& at) { return whole(at.wireBits); });
               }},
          {.key = "target_simulated_s",
           .name = "Simulated time to the target",
           .unit = "s",
           .summary = "Until the target accuracy was exceeded.",
           .isOfTarget = kYes,
           .read = [](const R& r) {
             return atTarget(r, [](const Record& at) { return at.simulatedSeconds; });
           }}};
}

std::vector<SweepQuantity> makeSweepQuantities() {
  auto all = outcomes();
  for (const auto& more : {costs(), targets()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

/// The figure of a cell that finished: others are not to be compared with.
double figureOf(const SweepQuantity& quantity, const CellResult& result) {
  return result.state == CellState::Finished ? quantity.read(result) : Record::kNone;
}

/// What stands between commas: in quotes where it has one, or a quote.
std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string inQuotes = "\"";
  for (const char c : text) inQuotes.append(c == '"' ? 2 : 1, c);
  return inQuotes + '"';
}

std::string cellText(const SweepQuantity& quantity, const CellResult& result) {
  const double value = figureOf(quantity, result);
  if (std::isnan(value)) return {};
  std::string text;
  constexpr double kWholeTo = 0x1p63;  // what std::int64_t holds
  if (quantity.isWhole && std::abs(value) < kWholeTo)
    csv::appendNumber(text, static_cast<std::int64_t>(value));
  else
    csv::appendNumber(text, value);
  return text;
}

std::vector<bool> onFront(const SweepPlan& plan, std::span<const SweepPoint> points,
                          std::span<const CellResult> results, std::string_view cost) {
  std::vector<bool> is(points.size(), false);
  for (const auto point : frontOf(points, results, worthOf(plan), sweepQuantity(cost)))
    is[point] = true;
  return is;
}

}  // namespace

std::span<const SweepQuantity> sweepQuantities() {
  static const std::vector<SweepQuantity> all = makeSweepQuantities();
  return all;
}

const SweepQuantity& sweepQuantity(std::string_view key) {
  const auto all = sweepQuantities();
  const auto found = std::ranges::find(all, key, &SweepQuantity::key);
  assert(found != all.end() && "a key of ours");
  return *found;
}

std::vector<SweepPoint> pointsOf(const SweepPlan& plan, std::span<const CellResult> results) {
  std::vector<SweepPoint> points(plan.points);
  for (std::size_t i = 0; i < plan.cells.size(); ++i) {
    auto& point = points[plan.cells[i].point];
    point.cells.push_back(i);
    const auto state = results[i].state;
    point.finished += state == CellState::Finished ? 1 : 0;
    point.diverged += state == CellState::Diverged ? 1 : 0;
    point.failed += state == CellState::Failed ? 1 : 0;
  }
  return points;
}

MeanFigure meanOf(const SweepQuantity& quantity, const SweepPoint& point,
                  std::span<const CellResult> results) {
  MeanFigure figure;
  double sum = 0.0;
  for (const auto cell : point.cells) {
    const double value = figureOf(quantity, results[cell]);
    if (std::isnan(value)) continue;
    sum += value;
    ++figure.count;
  }
  if (figure.count > 0) figure.mean = sum / static_cast<double>(figure.count);
  return figure;
}

const SweepQuantity& worthOf(const SweepPlan& plan) {
  const bool isConvex = !plan.cells.empty() && problemIn(plan.cells.front().experiment) != nullptr;
  return sweepQuantity(isConvex ? "suboptimality" : "final_accuracy");
}

std::vector<std::size_t> frontOf(std::span<const SweepPoint> points,
                                 std::span<const CellResult> results, const SweepQuantity& worth,
                                 const SweepQuantity& cost) {
  std::vector<Trade> trades;
  for (const auto& point : points) {
    const double value = meanOf(worth, point, results).mean;
    trades.push_back({meanOf(cost, point, results).mean, worth.moreIsBetter ? value : -value});
  }
  return paretoFront(trades);
}

std::string valueIn(const SweepCell& cell, const std::string& parameter) {
  const auto name = parseParameterName(parameter);
  if (!name) return {};
  const auto isSlot = [&](const SlotDescription& slot) { return slot.key == name->slot; };
  if (name->key == "key")
    return std::ranges::any_of(experimentSlots(), isSlot) ? cell.experiment.slot(name->slot).key
                                                          : std::string();
  const auto described = describe(cell.experiment, *name);
  return described ? formatValue(**described, cell.experiment.value(*name)) : std::string();
}

std::vector<std::string> parametersOf(const SweepPlan& plan) {
  auto all = plan.parameters;
  for (const auto& cell : plan.cells)
    for (const auto& assignment : cell.assignments)
      if (auto name = assignment.substr(0, assignment.find('='));
          std::ranges::find(all, name) == all.end())
        all.push_back(std::move(name));
  return all;
}

std::string resultsCsv(const SweepPlan& plan, std::span<const CellResult> results) {
  const auto parameters = parametersOf(plan);
  const auto points = pointsOf(plan, results);
  const auto onBits = onFront(plan, points, results, "payload_bits");
  const auto onTime = onFront(plan, points, results, "simulated_s");
  std::string text = "folder";
  for (const auto& parameter : parameters) text += ',' + parameter;
  text += ",seed,state";
  for (const auto& quantity : sweepQuantities()) text += ',' + quantity.key;
  text += ",weights_sha256,front_payload_bits,front_simulated_s\n";
  for (std::size_t i = 0; i < plan.cells.size(); ++i) {
    const auto& cell = plan.cells[i];
    text += quoted(cell.folder);
    for (const auto& parameter : parameters) text += ',' + quoted(valueIn(cell, parameter));
    text += ',' + std::to_string(cell.seed) + ',' + cellStateName(results[i].state);
    for (const auto& quantity : sweepQuantities()) text += ',' + cellText(quantity, results[i]);
    text += ',' + results[i].weightsSha256;
    text += onBits[cell.point] ? ",1" : ",0";
    text += onTime[cell.point] ? ",1\n" : ",0\n";
  }
  return text;
}

}  // namespace telegrad
