// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sweep_cells_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ui/models/sweep_words.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

// After the parameters' columns.
constexpr std::size_t kSeedColumn = 0;
constexpr std::size_t kStateColumn = 1;
constexpr std::array<const char*, 7> kShownQuantities{
    "final_accuracy", "best_accuracy",       "payload_bits",      "wire_bits",
    "simulated_s",    "target_payload_bits", "target_simulated_s"};
constexpr std::size_t kFixedColumns = 2 + kShownQuantities.size();

/// Of convex problems nothing is classified.
const SweepQuantity& shownIn(std::size_t column, const SweepPlan& plan) {
  const auto& worth = worthOf(plan);
  return column == 2 ? worth : sweepQuantity(kShownQuantities.at(column - 2));
}

}  // namespace

SweepCellsModel::SweepCellsModel(const SweepSession& session, QObject* parent)
    : QAbstractTableModel(parent),
      session_(session) {}

void SweepCellsModel::reset() {
  beginResetModel();
  parameters_ = parametersOf(session_.contents().plan);
  endResetModel();
}

void SweepCellsModel::refresh() {
  if (rowCount() == 0) return;
  emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void SweepCellsModel::refreshStates() {
  if (rowCount() == 0) return;
  const auto column = static_cast<int>(parameters_.size() + kStateColumn);
  emit dataChanged(index(0, column), index(rowCount() - 1, column));
}

int SweepCellsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(session_.contents().plan.cells.size());
}

int SweepCellsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() || session_.contents().isEmpty()
             ? 0
             : static_cast<int>(parameters_.size() + kFixedColumns);
}

QString SweepCellsModel::text(std::size_t cell, std::size_t column) const {
  const auto& contents = session_.contents();
  if (column == kSeedColumn) return QString::number(contents.plan.cells[cell].seed);
  if (column == kStateColumn) return stateText(contents, cell);
  const auto& result = contents.results[cell];
  const auto& quantity = shownIn(column, contents.plan);
  if (result.state != CellState::Finished) return {};
  return figureText(quantity, quantity.read(result), 4);
}

QVariant SweepCellsModel::sortKey(std::size_t cell, std::size_t column) const {
  const auto& contents = session_.contents();
  if (column < parameters_.size()) {
    const auto name = parseParameterName(parameters_[column]);
    const auto& experiment = contents.plan.cells[cell].experiment;
    if (name && name->key != "key" && describe(experiment, *name)) {
      const auto value = experiment.value(*name);
      if (const auto* real = std::get_if<double>(&value)) return *real;
      if (const auto* whole = std::get_if<std::int64_t>(&value))
        return static_cast<qlonglong>(*whole);
    }
    return parameterValue(contents.plan.cells[cell], parameters_[column]);
  }
  column -= parameters_.size();
  if (column == kSeedColumn) return static_cast<qulonglong>(contents.plan.cells[cell].seed);
  if (column == kStateColumn) return text(cell, column);
  const auto& result = contents.results[cell];
  const double value = result.state == CellState::Finished
                           ? shownIn(column, contents.plan).read(result)
                           : Record::kNone;
  return std::isnan(value) ? std::numeric_limits<double>::infinity() : value;
}

QVariant SweepCellsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const auto cell = static_cast<std::size_t>(index.row());
  const auto column = static_cast<std::size_t>(index.column());
  const auto& contents = session_.contents();
  if (role == kSortRole) return sortKey(cell, column);
  if (role == Qt::ToolTipRole) return QString::fromStdString(contents.results[cell].message);
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((column < parameters_.size() ? Qt::AlignLeft : Qt::AlignRight) |
                            Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  if (column < parameters_.size())
    return parameterValue(contents.plan.cells[cell], parameters_[column]);
  return text(cell, column - parameters_.size());
}

QVariant SweepCellsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  const auto column = static_cast<std::size_t>(section);
  if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
    return static_cast<int>((column < parameters_.size() ? Qt::AlignLeft : Qt::AlignRight) |
                            Qt::AlignVCenter);
  if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
    return {};
  const auto& plan = session_.contents().plan;
  if (column < parameters_.size())
    return role == Qt::ToolTipRole ? QString::fromStdString(parameters_[column])
                                   : parameterLabel(plan, parameters_[column]);
  const auto fixed = column - parameters_.size();
  if (fixed == kSeedColumn) return tr("Seed");
  if (fixed == kStateColumn) return tr("State");
  const auto& quantity = shownIn(fixed, plan);
  return translated(role == Qt::ToolTipRole ? quantity.summary : quantity.name);
}

}  // namespace telegrad::ui
