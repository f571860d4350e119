// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lab_table.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QPainter>
#include <QPixmap>

#include "ui/models/lab_chart.h"
#include "ui/models/number_format.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

struct Column {
  const char* title;
  const char* help;
};

constexpr double kNanoseconds = 1e9;

const std::vector<Column>& columnsOf(LabTable::Columns columns) {
  static const std::vector<Column> figures{
      {QT_TR_NOOP("Operator"), QT_TR_NOOP("With what is not as usual")},
      {QT_TR_NOOP("Norm. variance"),
       QT_TR_NOOP("‖C(x) − x‖² / ‖x‖², the mean of the draws ± the deviation of one draw, and of "
                  "ditherings the exact expectation")},
      {QT_TR_NOOP("δ as it is"), QT_TR_NOOP("1 / (1 − normalised variance); none from 1 on")},
      {QT_TR_NOOP("δ scaled"),
       QT_TR_NOOP("Of the best multiple of C(x): m₂ / m₁², the δ of the paper’s Figure 3, and its "
                  "proven upper bound")},
      {QT_TR_NOOP("paper b"), QT_TR_NOOP("Bits per coordinate as the operator’s paper counts")},
      {QT_TR_NOOP("entropy b"), QT_TR_NOOP("Bits per coordinate that no code could go below")},
      {QT_TR_NOOP("wire b"), QT_TR_NOOP("Bits per coordinate of the bytes that really travel")},
      {QT_TR_NOOP("encode"), QT_TR_NOOP("Nanoseconds for one entry, the fastest of several")},
      {QT_TR_NOOP("decode"), QT_TR_NOOP("Nanoseconds for one entry, the fastest of several")}};
  static const std::vector<Column> classes{
      {QT_TR_NOOP("Operator"), QT_TR_NOOP("With what is not as usual")},
      {QT_TR_NOOP("ζ of U"),
       QT_TR_NOOP("E‖C(x)‖² / ‖x‖² here, and what an unbiased operator is proven to stay below")},
      {QT_TR_NOOP("α of B¹"),
       QT_TR_NOOP("E‖C(x)‖² / ‖x‖² here, and its proven lower bound; the mean of few draws may "
                  "by chance lie beyond what is proven")},
      {QT_TR_NOOP("β of B¹, B²"),
       QT_TR_NOOP("E‖C(x)‖² / ⟨E C(x), x⟩ here, and its proven upper bound")},
      {QT_TR_NOOP("γ of B²"), QT_TR_NOOP("⟨E C(x), x⟩ / ‖x‖² here, and its proven lower bound")},
      {QT_TR_NOOP("δ of B³"),
       QT_TR_NOOP("1 / (1 − normalised variance) here, and its proven upper bound")}};
  return columns == LabTable::Columns::Figures ? figures : classes;
}

QPixmap markOf(const QColor& colour) {
  constexpr int kSide = 10;
  constexpr qreal kScale = 2.0;  // sharp on a fine screen, too
  QPixmap pixmap(QSize(kSide, kSide) * kScale);
  pixmap.setDevicePixelRatio(kScale);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawRoundedRect(QRectF(1, 1, kSide - 2, kSide - 2), 1.5, 1.5);
  return pixmap;
}

/// "0.915 ± 0.002".
QString withDeviation(const LabSpread& spread) {
  if (!std::isfinite(spread.mean)) return QStringLiteral("–");
  if (!(spread.deviation > 0.0)) return shortNumber(spread.mean);
  return shortNumber(spread.mean) + QStringLiteral(" ± ") + shortNumber(spread.deviation, 2);
}

/// " (≥ 0.01)"; nothing of nothing.
QString inBrackets(const char* sign, std::optional<double> known) {
  if (!known) return {};
  return QStringLiteral(" (%1 %2)").arg(QString::fromUtf8(sign), shortNumber(*known));
}

/// "0.0845 (≥ 0.01)": measured, and what is proven. Without a proof the measured figure alone.
QString beside(double measured, const char* sign, std::optional<double> proven) {
  return shortNumber(measured) + inBrackets(sign, proven);
}

QString figureCell(const LabMeasurement& measured, int column) {
  switch (column) {
    case 1:
      return withDeviation(measured.variance) + inBrackets("=", measured.exactVariance);
    case 2:
      return shortNumber(measured.delta.mean);
    case 3:
      return beside(measured.bestDelta.mean, "≤", measured.provenBestDelta());
    case 4:
      return shortNumber(bitsOf(measured, LabX::PaperBits));
    case 5:
      return shortNumber(bitsOf(measured, LabX::EntropyBits));
    case 6:
      return shortNumber(bitsOf(measured, LabX::WireBits));
    case 7:
      return measured.encodeSeconds > 0.0 ? shortNumber(measured.encodeSeconds * kNanoseconds, 2)
                                          : QStringLiteral("–");
    case 8:
      return measured.decodeSeconds > 0.0 ? shortNumber(measured.decodeSeconds * kNanoseconds, 2)
                                          : QStringLiteral("–");
    default:
      return {};
  }
}

QString classCell(const LabMeasurement& measured, int column) {
  const auto& proven = measured.proven;
  const auto b1 = [&](double ClassParameters::B1::*of) {
    return proven.b1 ? std::optional((*proven.b1).*of) : std::nullopt;
  };
  const auto b2 = [&](double ClassParameters::B2::*of) {
    return proven.b2 ? std::optional((*proven.b2).*of) : std::nullopt;
  };
  switch (column) {
    case 1:
      return proven.zeta ? beside(measured.m2, "≤", proven.zeta) : QStringLiteral("–");
    case 2:
      return beside(measured.alpha(), "≥", b1(&ClassParameters::B1::alpha));
    case 3:
      return beside(measured.beta(), "≤", b1(&ClassParameters::B1::beta));
    case 4:
      return beside(measured.gamma(), "≥", b2(&ClassParameters::B2::gamma));
    case 5:
      return beside(measured.delta.mean, "≤", proven.delta);
    default:
      return {};
  }
}

}  // namespace

LabTable::LabTable(QObject* parent) : QAbstractTableModel(parent) {}

void LabTable::setReport(std::shared_ptr<const LabReport> report) {
  const int before = rowCount();
  const int after = report ? static_cast<int>(report->rows.size()) : 0;
  if (before == after) {
    report_ = std::move(report);
    if (after > 0) emit dataChanged(index(0, 0), index(after - 1, columnCount() - 1));
    return;
  }
  beginResetModel();
  report_ = std::move(report);
  endResetModel();
}

void LabTable::setColumns(Columns columns) {
  if (columns == columns_) return;
  beginResetModel();
  columns_ = columns;
  endResetModel();
}

int LabTable::itemAt(int row) const {
  if (row < 0 || row >= rowCount()) return 0;
  return report_->rows[static_cast<std::size_t>(row)].item.id;
}

int LabTable::rowOf(int item) const {
  for (int row = 0; row < rowCount(); ++row)
    if (itemAt(row) == item) return row;
  return -1;
}

int LabTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !report_ ? 0 : static_cast<int>(report_->rows.size());
}

int LabTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(columnsOf(columns_).size());
}

QString LabTable::cell(const LabReport::Row& row, int column) const {
  if (column == 0) return translatedName(nameOf(row.item.op));
  if (!row.error.isEmpty()) return QStringLiteral("–");
  return columns_ == Columns::Figures ? figureCell(row.measured, column)
                                      : classCell(row.measured, column);
}

QVariant LabTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const auto& row = report_->rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return cell(row, index.column());
    case Qt::DecorationRole:
      return index.column() == 0 ? QVariant(markOf(Theme::current().run(row.item.colour)))
                                 : QVariant();
    case Qt::TextAlignmentRole:
      return static_cast<int>((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) |
                              Qt::AlignVCenter);
    case Qt::ToolTipRole: {
      if (!row.error.isEmpty()) return row.error;
      const auto& entry = descriptionOf(row.item.op);
      QString tip = cell(row, 0) + QStringLiteral("\n") + translated(entry.summary);
      if (!entry.source.empty()) tip += QStringLiteral("\n") + QString::fromStdString(entry.source);
      return tip;
    }
    default:
      return {};
  }
}

QVariant LabTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section >= columnCount()) return {};
  const auto& column = columnsOf(columns_)[static_cast<std::size_t>(section)];
  // They stand outside the class: to lupdate they are the namespace's.
  if (role == Qt::DisplayRole) return ui::tr(column.title);
  if (role == Qt::ToolTipRole) return ui::tr(column.help);
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  return {};
}

}  // namespace telegrad::ui
