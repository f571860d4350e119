// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that go on from another's way, or from their own, in RunsModel.
#include <algorithm>
#include <utility>

#include "ui/models/runs_data.h"

namespace telegrad::ui {
namespace {

bool isSameFolder(const std::filesystem::path& one, const std::filesystem::path& other) {
  return !one.empty() && one.lexically_normal() == other.lexically_normal();
}

/// What another run has of its first iterations: curves and changes.
void takeBeginning(Run& run, const Run& from, std::int64_t iterations) {
  for (std::size_t row = 0; row < from.series.size(); ++row) {
    const auto record = from.series.at(row);
    if (record.iteration > iterations) break;
    run.series.append(record);
  }
  for (const auto& change : from.changes)
    if (change.iteration <= iterations) run.changes.push_back(change);
}

}  // namespace

Experiment experimentAt(const Run& run, std::int64_t iteration) {
  Experiment current = run.experiment;
  for (const auto& change : run.changes) {
    if (change.iteration > iteration) continue;
    if (auto changed = current.with(change.name, change.to)) current = *std::move(changed);
  }
  return current;
}

const Run* RunsModel::parentOf(const Run& run) const {
  if (!run.branch) return nullptr;
  for (const auto& row : data_->rows)
    if (isSameFolder(row->run.folder, run.branch->folder) && &row->run != &run) return &row->run;
  return nullptr;
}

/// Under its parent and what branched off that before; else at the end.
std::size_t RunsModel::placeOf(const Run& run) const {
  const Run* parent = parentOf(run);
  if (parent == nullptr) return data_->rows.size();
  auto place = static_cast<std::size_t>(data_->rowOf(parent->id)) + 1;
  const auto isUnder = [&](const Run* one) {
    for (std::size_t up = 0; one != nullptr && up < data_->rows.size(); ++up) {
      if (one == parent) return true;
      one = parentOf(*one);
    }
    return false;
  };
  while (place < data_->rows.size() && isUnder(&data_->rows[place]->run)) ++place;
  return place;
}

int RunsModel::branch(int id, std::int64_t known, const BranchPoint& point,
                      std::filesystem::path folder) {
  const Run* from = byId(id);
  if (from == nullptr) return 0;
  Run run;
  run.experiment = from->experiment;
  run.folder = std::move(folder);
  run.branch = point;
  run.name = branchName(run);
  takeBeginning(run, *from, known);
  return insert(std::move(run));
}

void RunsModel::goOn(int id, std::int64_t known) {
  RunRow* row = data_->find(id);
  if (row == nullptr) return;
  Run begun;
  begun.id = id;
  begun.name = row->run.name;
  begun.colour = row->run.colour;
  begun.experiment = row->run.experiment;
  begun.folder = row->run.folder;
  begun.branch = row->run.branch;
  takeBeginning(begun, row->run, known);
  row->run = std::move(begun);
  row->look(data_->target);
  data_->chosen = id;
  emit dataChanged(index(data_->rowOf(id), 0), index(data_->rowOf(id), ColumnCount - 1));
  emit appearanceChanged(id);
  data_->announced = 0;  // what shows the run has to look anew
  announceCurrent();
}

}  // namespace telegrad::ui
