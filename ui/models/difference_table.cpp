// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/difference_table.h"

#include "core/experiment/worker_slots.h"
#include "ui/models/run_mark.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

QString settingLabel(const SettingDifference& row) {
  const auto number = workerNumber(row.name.slot);
  if (!number) return translated(row.label);
  for (const auto& parameter : workerSlotDescription().entries.front().parameters)
    if (parameter.key == row.name.key) return ofWorker(*number, translated(parameter.label));
  return QString::fromStdString(row.label);
}

}  // namespace

DifferenceTable::DifferenceTable(const RunDetails& details, QObject* parent)
    : QAbstractTableModel(parent),
      details_(details) {
  connect(&details, &RunDetails::changed, this, &DifferenceTable::refresh);
  refresh();
}

void DifferenceTable::refresh() {
  beginResetModel();
  std::vector<RunSettings> settings;
  for (const auto& run : details_.runs()) settings.push_back(run.settings);
  rows_ = differences(settings);
  endResetModel();
}

int DifferenceTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int DifferenceTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : 1 + static_cast<int>(details_.runs().size());
}

QVariant DifferenceTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
  const auto& row = rows_.at(static_cast<std::size_t>(index.row()));
  if (index.column() == 0)
    return role == Qt::DisplayRole ? settingLabel(row) : QString::fromStdString(row.name.text());
  const auto& value = row.values.at(static_cast<std::size_t>(index.column() - 1));
  if (role == Qt::ToolTipRole) return QString::fromStdString(value);
  return value.empty() ? QStringLiteral("–") : QString::fromStdString(value);
}

QVariant DifferenceTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) return int{Qt::AlignLeft | Qt::AlignVCenter};
  if (section == 0) return role == Qt::DisplayRole ? QVariant(tr("setting")) : QVariant();
  const auto& run = details_.runs().at(static_cast<std::size_t>(section - 1));
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return run.name;
  if (role == Qt::DecorationRole) return runMark(Theme::current().run(run.colour), true);
  return {};
}

}  // namespace telegrad::ui
