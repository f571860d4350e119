// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/target_table.h"

#include <cmath>
#include <functional>

#include "ui/models/number_format.h"
#include "ui/models/run_mark.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

const Spread* spreadIn(const TargetCost& cost, int column) {
  switch (column) {
    case TargetTable::Iterations:
      return &cost.iterations;
    case TargetTable::Rounds:
      return &cost.rounds;
    case TargetTable::PayloadBits:
      return &cost.payloadBits;
    case TargetTable::Simulated:
      return &cost.simulatedSeconds;
    case TargetTable::Wall:
      return &cost.wallSeconds;
    default:
      return nullptr;
  }
}

QString figureText(int column, double value) {
  if (column == TargetTable::PayloadBits) return siNumber(value, 3);
  if (column == TargetTable::Simulated || column == TargetTable::Wall) return shortNumber(value, 3);
  return grouped(std::llround(value));
}

QString wantedText(const Target& target) {
  const auto share = shortNumber(100.0 * target.accuracy, 4) + QStringLiteral(" %");
  return target.metric == AccuracyMetric::Top5 ? TargetTable::tr("top-5 %1").arg(share) : share;
}

}  // namespace

QString spreadText(const Spread& spread, const std::function<QString(double)>& text) {
  if (spread.count == 0) return QStringLiteral("–");
  if (spread.count == 1) return text(spread.mean);
  return QStringLiteral("%1 ± %2").arg(text(spread.mean), text(spread.deviation));
}

TargetTable::TargetTable(const RunDetails& details, QObject* parent)
    : QAbstractTableModel(parent),
      details_(details) {
  connect(&details, &RunDetails::changed, this, &TargetTable::refresh);
  refresh();
}

void TargetTable::refresh() {
  beginResetModel();
  rows_.clear();
  for (std::size_t target = 0; target < details_.targets().size(); ++target)
    for (std::size_t group = 0; group < details_.groups().size(); ++group) {
      const auto& first = details_.runs().at(details_.groups()[group].front());
      rows_.push_back({details_.groupName(group), first.colour, details_.cost(group, target)});
    }
  endResetModel();
}

int TargetTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int TargetTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

QVariant TargetTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  const int column = index.column();
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((column == Group ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  if (role == Qt::DecorationRole && column == Group)
    return runMark(Theme::current().run(row.colour), true);
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  if (column == Group) return row.name;
  if (column == Wanted) return wantedText(row.cost.target);
  if (column == Reached) return tr("%1 of %2").arg(row.cost.reached).arg(row.cost.runs);
  const Spread* spread = spreadIn(row.cost, column);
  if (role == Qt::DisplayRole)
    return spreadText(*spread, [&](double value) { return figureText(column, value); });
  if (spread->count < 2) return {};
  return tr("From %1 to %2")
      .arg(figureText(column, spread->lowest), figureText(column, spread->highest));
}

QVariant TargetTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((section == Group ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  if (role == Qt::ToolTipRole && section >= Iterations)
    return tr("Mean ± deviation over the seeds that got above the target");
  if (role != Qt::DisplayRole) return {};
  const QStringList words{tr("run"),    tr("target"), tr("reached"), tr("iterations"),
                          tr("rounds"), tr("bits"),   tr("sim. s"),  tr("wall s")};
  return words.at(section);
}

}  // namespace telegrad::ui
