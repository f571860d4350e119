// SPDX-License-Identifier: GPL-3.0-or-later
// How RunsModel shows itself to a table: what each run took to get above the target.
#include <algorithm>

#include "ui/models/number_format.h"
#include "ui/models/run_mark.h"
#include "ui/models/runs_model.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

QString figure(int column, const Record& record) {
  switch (column) {
    case RunsModel::Rounds:
      return grouped(record.rounds);
    case RunsModel::PayloadBits:
      return siNumber(static_cast<double>(record.payloadBits));
    case RunsModel::SimulatedSeconds:
      return shortNumber(record.simulatedSeconds, record.simulatedSeconds < 100.0 ? 2 : 3);
    default:
      return {};
  }
}

double number(int column, const Record& record) {
  switch (column) {
    case RunsModel::Rounds:
      return static_cast<double>(record.rounds);
    case RunsModel::PayloadBits:
      return static_cast<double>(record.payloadBits);
    default:
      return record.simulatedSeconds;
  }
}

QString targetText(double target) {
  return shortNumber(100.0 * target, 4) + QStringLiteral(" %");
}

/// As a sentence has it.
QString accuracyText(AccuracyMetric metric) {
  return metric == AccuracyMetric::Top5 ? RunsModel::tr("top-5 test accuracy")
                                        : RunsModel::tr("test accuracy");
}

/// How many runs there are above a branch.
int depthOf(const RunsModel& runs, const Run& run) {
  int depth = 0;
  for (const Run* up = runs.parentOf(run); up != nullptr && depth < runs.count();
       up = runs.parentOf(*up))
    ++depth;
  return depth;
}

/// A branch stands under the run it left, further in.
QString shownName(const RunsModel& runs, const Run& run) {
  const int depth = std::max(depthOf(runs, run), run.branch ? 1 : 0);
  return depth == 0 ? run.name
                    : QString(2 * (depth - 1), QChar(0x2002)) + QStringLiteral("↳ ") + run.name;
}

QString nameToolTip(const RunsModel& runs, const Run& run) {
  auto tip = run.name + QStringLiteral(": ") +
             (run.message.isEmpty() ? translated(stateName(run.state)) : run.message);
  if (!run.branch) return tip;
  const Run* parent = runs.parentOf(run);
  const auto from =
      parent != nullptr ? parent->name : QString::fromStdString(run.branch->folder.string());
  return tip + '\n' +
         RunsModel::tr("A branch of %1, from iteration %2 on")
             .arg(from, grouped(run.branch->iteration));
}

QVariant nameData(const RunsModel& runs, const Run& run, int role) {
  switch (role) {
    case Qt::DisplayRole:
      return shownName(runs, run);
    case Qt::EditRole:
      return run.name;
    case Qt::DecorationRole:
      return runMark(Theme::current().run(run.colour), run.visible);
    case Qt::ToolTipRole:
      return nameToolTip(runs, run);
    case Qt::UserRole:
      return run.id;
    default:
      return {};
  }
}

QString reachedToolTip(const Run& run, const std::optional<Record>& record, const Target& target) {
  const QString wanted = targetText(target.accuracy);
  if (!record)
    return RunsModel::tr("%1 has not been above %2 %3")
        .arg(run.name, wanted, accuracyText(target.metric));
  return RunsModel::tr(
             "%1 was first above %2 at iteration %3: %4 rounds, %5 payload bits, %6 s simulated")
      .arg(run.name, wanted, grouped(record->iteration), grouped(record->rounds),
           grouped(record->payloadBits), shortNumber(record->simulatedSeconds, 5));
}

}  // namespace

int RunsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

int RunsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= count()) return {};
  const Run& run = at(index.row());
  if (role == Qt::ForegroundRole && !run.visible) return Theme::current().mutedText;
  if (index.column() == Name) return nameData(*this, run, role);
  if (role == Qt::TextAlignmentRole) return int{Qt::AlignRight | Qt::AlignVCenter};
  const auto record = reached(index.row());
  if (role == Qt::DisplayRole)
    return record ? figure(index.column(), *record) : QStringLiteral("–");
  if (role == Qt::UserRole) return record ? QVariant(number(index.column(), *record)) : QVariant();
  if (role == Qt::ToolTipRole) return reachedToolTip(run, record, {target(), targetMetric()});
  return {};
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid() || index.column() != Name || role != Qt::EditRole) return false;
  if (value.toString().trimmed().isEmpty()) return false;
  rename(at(index.row()).id, value.toString());
  return true;
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  if (role == Qt::DisplayRole) {
    switch (section) {
      case Name:
        return targetMetric() == AccuracyMetric::Top5 ? tr("to top-5 %1").arg(targetText(target()))
                                                      : tr("to %1").arg(targetText(target()));
      case Rounds:
        return tr("rounds");
      case PayloadBits:
        return tr("bits");
      default:
        return tr("sim. s");
    }
  }
  if (role == Qt::ToolTipRole)
    return tr("Until %1 was first above %2")
        .arg(accuracyText(targetMetric()), targetText(target()));
  return {};
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const {
  auto flags = QAbstractTableModel::flags(index);
  if (index.isValid() && index.column() == Name) flags |= Qt::ItemIsEditable;
  return flags;
}

}  // namespace telegrad::ui
