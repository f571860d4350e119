// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/base/said.h"
#include "core/base/units.h"
#include "ui/models/staleness_grid.h"

namespace telegrad::ui {
namespace {

constexpr std::string_view kHeader =
    "kept_fraction,staleness,seed,state,residual_squared,target_iterations,target_simulated_s,"
    "test_accuracy";
constexpr std::size_t kGridColumns = 8;
constexpr std::array<std::string_view, 5> kStates{"waiting", "running", "done", "diverged",
                                                  "failed"};

std::string cell(double value) {
  return std::isfinite(value) ? formatNumber(value) : std::string();
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

template <typename Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Row {
  double delta = 0.0;
  int tau = 0;
  std::uint64_t seed = 0;
  GridRun run;
};

/// A figure that may be absent.
std::optional<double> figure(std::string_view text) {
  return text.empty() ? std::optional(GridRun::kNone) : number<double>(text);
}

std::optional<Row> readRow(std::string_view line) {
  const auto cells = split(line, ',');
  if (cells.size() != kGridColumns) return std::nullopt;
  const auto delta = number<double>(cells[0]);
  const auto tau = number<int>(cells[1]);
  const auto seed = number<std::uint64_t>(cells[2]);
  const auto* const state = std::ranges::find(kStates, cells[3]);
  const std::array figures{figure(cells[4]), figure(cells[5]), figure(cells[6]), figure(cells[7])};
  if (!delta || !tau || !seed || state == kStates.end() ||
      !std::ranges::all_of(figures, [](const auto& read) { return read.has_value(); }))
    return std::nullopt;
  Row row{*delta, *tau, *seed, {}};
  row.run.state = static_cast<GridRun::State>(state - kStates.begin());
  if (row.run.state == GridRun::State::Running) row.run.state = GridRun::State::Waiting;
  row.run.residual = *figures[0];
  row.run.iterations = *figures[1];
  row.run.seconds = *figures[2];
  row.run.accuracy = *figures[3];
  return row;
}

/// The plan that has these rows in this order, if there is one.
std::optional<GridPlan> planOf(const std::vector<Row>& rows, const Experiment& experiment) {
  GridPlan plan;
  plan.experiment = experiment;
  for (const auto& row : rows) {
    if (std::ranges::find(plan.deltas, row.delta) == plan.deltas.end())
      plan.deltas.push_back(row.delta);
    if (std::ranges::find(plan.taus, row.tau) == plan.taus.end()) plan.taus.push_back(row.tau);
  }
  if (rows.empty() || rows.size() % plan.points() != 0) return std::nullopt;
  plan.seeds = static_cast<int>(rows.size() / plan.points());
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].delta != plan.deltas[plan.delta(i)] || rows[i].tau != plan.taus[plan.tau(i)] ||
        rows[i].seed != experiment.seed() + plan.seed(i))
      return std::nullopt;
  return plan;
}

}  // namespace

std::string formatGrid(const StalenessGrid& grid) {
  std::string text(kHeader);
  text += '\n';
  for (std::size_t i = 0; i < grid.runs.size(); ++i) {
    const auto& run = grid.runs[i];
    text += formatNumber(grid.plan.deltas[grid.plan.delta(i)]) + ',' +
            std::to_string(grid.plan.taus[grid.plan.tau(i)]) + ',' +
            std::to_string(grid.plan.experiment.seed() + grid.plan.seed(i)) + ',';
    text += kStates.at(static_cast<std::size_t>(run.state));
    for (const double value : {run.residual, run.iterations, run.seconds, run.accuracy})
      text += ',' + cell(value);
    text += '\n';
  }
  return text;
}

Result<StalenessGrid> parseGrid(std::string_view text, std::string_view file,
                                const Experiment& experiment) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  const auto lines = split(text, '\n');
  if (lines.front() != kHeader)
    return Error{said("%1:%2: read \"%3\"; allowed: %4", file, 1, lines.front(), kHeader)};
  std::vector<Row> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto row = readRow(lines[i]);
    if (!row)
      return Error{said(
          "%1:%2: read \"%3\"; allowed: numbers, and a state that is waiting, done, diverged or "
          "failed",
          file, i + 1, lines[i])};
    rows.push_back(*row);
  }
  auto plan = planOf(rows, experiment);
  if (!plan)
    return Error{said(
        "%1: %2 rows are no whole grid; allowed: every kept fraction with every staleness, seed "
        "after seed",
        file, rows.size())};
  StalenessGrid grid{*std::move(plan), {}};
  for (const auto& row : rows) grid.runs.push_back(row.run);
  return grid;
}

}  // namespace telegrad::ui
