// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/layers_model.h"

#include <algorithm>
#include <cmath>

#include <QStringList>

#include "ui/models/number_format.h"

namespace telegrad::ui {
namespace {

/// Words to the left, numbers to the right.
int alignmentOf(int column) {
  const Qt::Alignment side = column <= LayersModel::Extents ? Qt::AlignLeft : Qt::AlignRight;
  return static_cast<int>(side | Qt::AlignVCenter);
}

/// "20 × 30".
QString extentsOf(const LayerInfo& info) {
  QStringList extents;
  for (const auto extent : info.shape) extents << QString::number(extent);
  return extents.join(QStringLiteral(" × "));
}

}  // namespace

LayersModel::LayersModel(RunsModel& runs, QObject* parent)
    : QAbstractTableModel(parent),
      runs_(runs) {
  connect(&runs, &RunsModel::samplesAppended, this, [this](int id) {
    const Run* current = runs_.current();
    if (current == nullptr || current->id != id) return;
    // Between evaluations there is nothing new, however many samples come.
    if (id != run_ || current->layersAt != at_ ||
        current->series.evaluations().size() != evaluations_)
      refresh();
  });
  connect(&runs, &RunsModel::currentChanged, this, &LayersModel::refresh);
  connect(&runs, &RunsModel::appearanceChanged, this, &LayersModel::headingChanged);
  refresh();
}

void LayersModel::refresh() {
  const Run* run = runs_.current();
  const bool known = run != nullptr && run->info && run->info->layers.size() == run->layers.size();
  const auto infos = known ? run->info->layers : std::vector<LayerInfo>{};
  const bool sameRows = infos == infos_ && (run == nullptr || run->id == run_);
  if (!sameRows) beginResetModel();
  run_ = run == nullptr ? 0 : run->id;
  at_ = run == nullptr ? 0 : run->layersAt;
  evaluations_ = run == nullptr ? 0 : run->series.evaluations().size();
  infos_ = infos;
  records_ = known ? run->layers : std::vector<LayerRecord>{};
  largestResidual_ = 0.0;
  for (const auto& record : records_)
    largestResidual_ = std::max(largestResidual_, record.residualNorm);
  if (!sameRows) {
    endResetModel();
  } else if (!records_.empty()) {
    emit dataChanged(index(0, Kept), index(static_cast<int>(records_.size()) - 1, Cosine));
  }
  emit headingChanged();
}

QString LayersModel::heading() const {
  const Run* run = runs_.current();
  if (run == nullptr) return tr("What compression does to each layer appears as a run trains.");
  if (run->isReadBack())
    return tr("%1 was read back from its folder; its layers are in layers.csv there.")
        .arg(run->name);
  if (!records_.empty())
    return tr("%1, iteration %2: what was sent beside what was to be sent, over all workers that "
              "uploaded")
        .arg(run->name, grouped(run->layersAt));
  if (run->series.evaluations().empty())
    return tr("The layers of %1 appear when it is first evaluated.").arg(run->name);
  return tr("%1 writes messages of its own, which no compressor made.").arg(run->name);
}

QString LayersModel::bits() const {
  const Run* run = runs_.current();
  if (records_.empty() || run == nullptr || run->series.evaluations().empty()) return {};
  const auto record = run->series.at(run->series.evaluations().back());
  if (record.uploads == 0 || std::isnan(record.codedBits)) return {};
  const auto each = [&](double bits) {
    return siNumber(bits / static_cast<double>(record.uploads), 3);
  };
  return tr("A message, mean: %1bit as papers count, %2bit by the entropy bound, %3bit as coded")
      .arg(each(record.paperBits), each(record.entropyBits), each(record.codedBits));
}

int LayersModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(records_.size());
}

int LayersModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

double LayersModel::number(int row, int column) const {
  const auto& record = records_[static_cast<std::size_t>(row)];
  switch (column) {
    case Kept:
      return record.kept;
    case Error:
      return record.error;
    case Residual:
      return record.residualNorm;
    default:
      return record.cosine;
  }
}

QVariant LayersModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const auto& info = infos_[static_cast<std::size_t>(index.row())];
  const bool measured = index.column() >= Kept;
  if (role == kBarRole && measured) {
    const double value = number(index.row(), index.column());
    const double whole = index.column() == Residual ? largestResidual_ : 1.0;
    return whole > 0.0 && value >= 0.0 ? std::min(1.0, value / whole) : -1.0;
  }
  if (role == Qt::TextAlignmentRole) return alignmentOf(index.column());
  if (role == Qt::ToolTipRole && index.column() == Name)
    return tr("%1: %2, %3 entries")
        .arg(QString::fromStdString(info.name), extentsOf(info), grouped(info.size));
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case Name:
      return QString::fromStdString(info.name);
    case Extents:
      return extentsOf(info);
    case Entries:
      return grouped(info.size);
    case Kept:
    case Error:
      return percent(number(index.row(), index.column()), 2);
    default:
      return shortNumber(number(index.row(), index.column()));
  }
}

QVariant LayersModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
  if (role == Qt::TextAlignmentRole) return alignmentOf(section);
  const QStringList names{tr("Tensor"), tr("Shape"),       tr("Entries"), tr("Kept"),
                          tr("Error"),  tr("Left behind"), tr("Cosine")};
  const QStringList tips{
      tr("The model's tensor"),
      tr("Its extents, slowest first"),
      tr("How many numbers it has"),
      tr("Share of its entries that were sent and are not zero, mean over workers"),
      tr("Σ ‖C(v) − v‖² / Σ ‖v‖²: of what was to be sent, gradient and residual together, the "
         "share "
         "that compression changed or left out"),
      tr("Root mean square over workers of ‖C(v) − v‖: with error feedback, the residual that is "
         "kept for later"),
      tr("Between what was sent and the gradients of the workers' minibatches: 1 is the same "
         "direction")};
  if (role == Qt::DisplayRole) return names[section];
  if (role == Qt::ToolTipRole) return tips[section];
  return {};
}

}  // namespace telegrad::ui
