// SPDX-License-Identifier: GPL-3.0-or-later
// How RunLibrary shows itself to a table.
#include <cmath>

#include <QDateTime>
#include <QLocale>

#include "core/experiment/run_parameters.h"
#include "ui/models/entry_name.h"
#include "ui/models/number_format.h"
#include "ui/models/run_library.h"
#include "ui/models/run_mark.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

bool isOfNumbers(int column) {
  return column == RunLibrary::Seed ||
         (column >= RunLibrary::Iterations && column <= RunLibrary::SimulatedSeconds);
}

/// Where the run first got above its own target.
const Record* reachedBy(const RunListing& listing) {
  const auto& targets = listing.summary.targets;
  return targets.empty() ? nullptr : &targets.front().at;
}

double accuracyOf(const RunListing& listing) {
  const auto metric = telegrad::targetOf(listing.experiment.slot("run").settings).metric;
  return accuracyQuantity(metric).read(listing.summary.last);
}

/// What a cell of numbers is sorted by; NaN where there is nothing.
double numberIn(const RunListing& listing, int column) {
  const Record* reached = reachedBy(listing);
  switch (column) {
    case RunLibrary::Seed:
      return static_cast<double>(listing.experiment.seed());
    case RunLibrary::Iterations:
      return static_cast<double>(listing.summary.last.iteration);
    case RunLibrary::Accuracy:
      return accuracyOf(listing);
    case RunLibrary::Rounds:
      return reached == nullptr ? Record::kNone : static_cast<double>(reached->rounds);
    case RunLibrary::PayloadBits:
      return reached == nullptr ? Record::kNone : static_cast<double>(reached->payloadBits);
    default:
      return reached == nullptr ? Record::kNone : reached->simulatedSeconds;
  }
}

QString numberText(const RunListing& listing, int column) {
  const double number = numberIn(listing, column);
  if (std::isnan(number)) return QStringLiteral("–");
  switch (column) {
    case RunLibrary::Seed:
      return QString::number(listing.experiment.seed());
    case RunLibrary::Iterations:
    case RunLibrary::Rounds:
      return grouped(static_cast<qint64>(number));
    case RunLibrary::Accuracy:
      return percent(number);
    case RunLibrary::PayloadBits:
      return siNumber(number, 3);
    default:
      return shortNumber(number, 3);
  }
}

QString methodOf(const Experiment& experiment) {
  const auto algorithm = entryName(experiment, "algorithm");
  if (experiment.slot("compressor").key == "identity") return algorithm;
  return algorithm + QStringLiteral(" · ") + entryName(experiment, "compressor");
}

QString dataOf(const Experiment& experiment) {
  const auto model = entryName(experiment, "model");
  if (!isNeeded(experiment, "dataset")) return model;
  return entryName(experiment, "dataset") + QStringLiteral(" · ") + model;
}

QString wordsIn(const LibraryRun& run, int column) {
  const auto& listing = run.listing;
  switch (column) {
    case RunLibrary::Name:
      return run.name;
    case RunLibrary::Method:
      return methodOf(listing.experiment);
    case RunLibrary::Data:
      return dataOf(listing.experiment);
    case RunLibrary::Network:
      return entryName(listing.experiment, "network");
    case RunLibrary::State:
      return translated(listing.summary.state);
    case RunLibrary::Tags:
      return QString::fromStdString(formatTags(listing.notes.tags));
    case RunLibrary::Begun:
      return QLocale().toString(QDateTime::fromSecsSinceEpoch(listing.begun),
                                tr("d MMM yyyy, HH:mm"));
    default:
      return numberText(listing, column);
  }
}

QVariant sortedBy(const LibraryRun& run, int column) {
  if (column == RunLibrary::Begun) return qint64{run.listing.begun};
  if (!isOfNumbers(column)) {
    const auto words = wordsIn(run, column);
    return words.isEmpty() ? QVariant() : QVariant(words.toLower());
  }
  const double number = numberIn(run.listing, column);
  return std::isnan(number) ? QVariant() : QVariant(number);
}

QString toolTipOf(const LibraryRun& run) {
  QStringList lines{QString::fromStdString(run.listing.folder.string())};
  if (!run.listing.notes.note.empty()) lines << QString::fromStdString(run.listing.notes.note);
  if (!run.listing.summary.message.empty())
    lines << QString::fromStdString(run.listing.summary.message);
  for (const auto& remark : run.listing.remarks) lines << QString::fromStdString(remark);
  return lines.join(QLatin1Char('\n'));
}

QString targetToolTip(const RunListing& listing) {
  const auto target = telegrad::targetOf(listing.experiment.slot("run").settings);
  const auto wanted = percent(target.accuracy);
  return reachedBy(listing) == nullptr ? RunLibrary::tr("It has not been above %1").arg(wanted)
                                       : RunLibrary::tr("Until it was first above %1").arg(wanted);
}

}  // namespace

int RunLibrary::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

int RunLibrary::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunLibrary::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= count()) return {};
  const LibraryRun& run = at(index.row());
  const int column = index.column();
  switch (role) {
    case Qt::DisplayRole:
      if (column == Name && run.listing.notes.baseline) return tr("%1 (baseline)").arg(run.name);
      return wordsIn(run, column);
    case Qt::EditRole:
      return wordsIn(run, column);
    case Qt::DecorationRole:
      if (column != Name) return {};
      return runMark(Theme::current().run(run.colour), run.shown);
    case Qt::TextAlignmentRole:
      return static_cast<int>((isOfNumbers(column) ? Qt::AlignRight : Qt::AlignLeft) |
                              Qt::AlignVCenter);
    case Qt::ToolTipRole:
      if (column >= Rounds && column <= SimulatedSeconds) return targetToolTip(run.listing);
      return column == Name ? toolTipOf(run) : wordsIn(run, column);
    case Qt::AccessibleTextRole:
      if (column != Name) return {};
      return run.shown ? tr("%1, shown").arg(run.name) : tr("%1, not shown").arg(run.name);
    case kSortRole:
      return sortedBy(run, column);
    case kIdRole:
      return run.id;
    case kSearchRole:
      return run.searched;
    case kTagsRole: {
      QStringList tags;
      for (const auto& tag : run.listing.notes.tags) tags << QString::fromStdString(tag);
      return tags;
    }
    default:
      return {};
  }
}

bool RunLibrary::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid() || role != Qt::EditRole) return false;
  const auto& run = at(index.row());
  const auto text = value.toString().trimmed().toStdString();
  if (index.column() == Name && !text.empty()) {
    const auto& usual = run.listing.experiment.name();
    annotate({run.id}, [&](RunNotes& notes) { notes.name = text == usual ? "" : text; });
    return true;
  }
  if (index.column() != Tags) return false;
  annotate({run.id}, [&](RunNotes& notes) { notes.tags = parseTags(text); });
  return true;
}

QVariant RunLibrary::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((isOfNumbers(section) ? Qt::AlignRight : Qt::AlignLeft) |
                            Qt::AlignVCenter);
  const QStringList words{tr("run"),    tr("method"), tr("data and model"), tr("network"),
                          tr("seed"),   tr("state"),  tr("iterations"),     tr("accuracy"),
                          tr("rounds"), tr("bits"),   tr("sim. s"),         tr("tags"),
                          tr("begun")};
  if (role == Qt::DisplayRole) return words.at(section);
  if (role != Qt::ToolTipRole) return {};
  if (section >= Rounds && section <= SimulatedSeconds)
    return tr("Until the run's own target accuracy was first exceeded");
  return section == Accuracy ? tr("Test accuracy at the last evaluation") : words.at(section);
}

Qt::ItemFlags RunLibrary::flags(const QModelIndex& index) const {
  auto flags = QAbstractTableModel::flags(index);
  if (index.isValid() && (index.column() == Name || index.column() == Tags))
    flags |= Qt::ItemIsEditable;
  return flags;
}

}  // namespace telegrad::ui
