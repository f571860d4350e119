// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What RunsModel keeps; for its own sources.
#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/metrics/targets.h"
#include "ui/models/runs_model.h"

namespace telegrad::ui {

struct RunsModel::RunRow {
  Run run;
  std::optional<Record> reached;

  void look(const Target& target) { reached = firstAbove(run.series, target); }
};

inline bool trains(RunState state) {
  return state == RunState::Preparing || state == RunState::Running || state == RunState::Paused;
}

/// "SASG from 6,500".
QString branchName(const Run& run);

struct RunsModel::Data {
  struct Removed {
    std::unique_ptr<RunRow> row;
    std::size_t position = 0;
  };
  std::vector<std::unique_ptr<RunRow>> rows;  // pointers, so that a Run stays where it is
  std::map<int, Removed> removed;
  int nextId = 1;
  int chosen = 0;
  int announced = 0;  ///< current run as of the last currentChanged
  Target target{0.98};

  int rowOf(int id) const {
    const auto found = std::ranges::find(rows, id, [](const auto& row) { return row->run.id; });
    return found == rows.end() ? -1 : static_cast<int>(std::distance(rows.begin(), found));
  }
  RunRow* find(int id) {
    const int row = rowOf(id);
    return row < 0 ? nullptr : rows[static_cast<std::size_t>(row)].get();
  }
  const RunRow* current() const {
    const int row = rowOf(chosen);
    if (row >= 0 && trains(rows[static_cast<std::size_t>(row)]->run.state))
      return rows[static_cast<std::size_t>(row)].get();
    const RunRow* last = nullptr;
    for (const auto& one : rows) {
      if (trains(one->run.state)) last = one.get();
    }
    if (last != nullptr) return last;
    if (row >= 0) return rows[static_cast<std::size_t>(row)].get();
    return rows.empty() ? nullptr : rows.back().get();
  }
  /// The name itself, or with the first number that makes it another than all there are.
  QString freeName(const QString& wanted) const {
    QString name = wanted;
    const auto isTaken = [&](const auto& row) { return row->run.name == name; };
    for (int number = 2; std::ranges::any_of(rows, isTaken); ++number)
      name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    return name;
  }
  /// The lowest colour that no run shows.
  int freeColour() const {
    for (int colour = 0;; ++colour)
      if (std::ranges::none_of(rows, [&](const auto& row) { return row->run.colour == colour; }))
        return colour;
  }
};

}  // namespace telegrad::ui
