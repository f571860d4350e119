// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export_dialog.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/choice_box.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

enum Format { Pdf, Svg, Png, Csv };

QSpinBox* spinBox(QWidget* parent, int low, int high, int value, const QString& unit) {
  auto* box = new QSpinBox(parent);
  box->setRange(low, high);
  box->setValue(value);
  box->setSuffix(QStringLiteral(" ") + unit);
  box->setAlignment(Qt::AlignRight);
  return box;
}

QComboBox* comboBox(QWidget* parent, const QStringList& words) {
  auto* box = new ChoiceBox(parent);
  box->addItems(words);
  return box;
}

}  // namespace

ExportDialog::ExportDialog(const RunsModel& runs, const CurvesPlot& curves, QWidget* parent)
    : QDialog(parent),
      runs_(runs),
      curves_(curves),
      format_(comboBox(this, {tr("PDF, for LaTeX"), tr("SVG, for the web"), tr("PNG, for slides"),
                              tr("CSV, the records")})),
      width_(spinBox(this, 40, 600, 160, QStringLiteral("mm"))),
      height_(spinBox(this, 40, 600, 120, QStringLiteral("mm"))),
      resolution_(spinBox(this, 72, 1200, 300, QStringLiteral("dpi"))),
      theme_(comboBox(this, {tr("Light, for paper"), tr("Dark")})),
      range_(comboBox(this, {tr("Everything"), tr("What is seen now")})),
      title_(new QLineEdit(this)),
      target_(new QCheckBox(tr("Target line"), this)),
      markers_(new QCheckBox(tr("Marks of changes"), this)),
      carry_(new QCheckBox(tr("Settings and changes of the runs"), this)),
      message_(mutedLabel({}, this)) {
  setWindowTitle(tr("Export figure"));
  target_->setChecked(true);
  markers_->setChecked(curves.options().markers);
  carry_->setChecked(true);
  carry_->setToolTip(tr("Within the file, unseen. Drop it on the window to repeat a run"));
  title_->setPlaceholderText(tr("None"));
  message_->setProperty("role", "error");
  message_->setWordWrap(true);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(space::kLarge);
  form->setVerticalSpacing(space::kSmall);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(tr("Format"), format_);
  form->addRow(tr("Width"), width_);
  form->addRow(tr("Height"), height_);
  form->addRow(tr("Resolution"), resolution_);
  form->addRow(tr("Theme"), theme_);
  form->addRow(tr("Range"), range_);
  form->addRow(tr("Title"), title_);
  form->addRow(QString(), target_);
  form->addRow(QString(), markers_);
  form->addRow(QString(), carry_);
  auto* write = new QPushButton(tr("Save as…"), this);
  write->setProperty("role", "primary");
  write->setDefault(true);
  auto* cancel = new QPushButton(tr("Cancel"), this);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(write);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kLarge);
  rows->setSpacing(space::kMedium);
  rows->addLayout(form);
  rows->addWidget(message_);
  rows->addLayout(buttons);
  setMinimumWidth(380);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(write, &QPushButton::clicked, this, &ExportDialog::save);
  connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
  refresh();
}

void ExportDialog::refresh() {
  const bool figure = format_->currentIndex() != Csv;
  resolution_->setEnabled(format_->currentIndex() == Png);
  for (QWidget* widget : {static_cast<QWidget*>(width_), static_cast<QWidget*>(height_),
                          static_cast<QWidget*>(theme_), static_cast<QWidget*>(title_),
                          static_cast<QWidget*>(target_), static_cast<QWidget*>(markers_),
                          static_cast<QWidget*>(carry_)})
    widget->setEnabled(figure);
  message_->clear();
}

FigureOptions ExportDialog::options() const {
  FigureOptions options;
  options.curves = curves_.options();
  options.curves.markers = markers_->isChecked();
  options.millimetres = QSizeF(width_->value(), height_->value());
  options.dotsPerInch = resolution_->value();
  options.dark = theme_->currentIndex() == 1;
  options.title = title_->text().trimmed();
  options.target = target_->isChecked();
  options.carry = carry_->isChecked();
  if (range_->currentIndex() == 1) options.x = curves_.visibleRange();
  return options;
}

void ExportDialog::save() {
  const QStringList endings{QStringLiteral("pdf"), QStringLiteral("svg"), QStringLiteral("png"),
                            QStringLiteral("csv")};
  const auto& ending = endings[format_->currentIndex()];
  auto path = QFileDialog::getSaveFileName(this, tr("Save as"), QStringLiteral("curves.") + ending,
                                           QStringLiteral("*.") + ending);
  if (path.isEmpty()) return;
  if (!path.endsWith(QLatin1Char('.') + ending)) path += QLatin1Char('.') + ending;
  const auto figure = options();
  const auto done = format_->currentIndex() == Csv
                        ? exportCsv(runs_, figure.curves.x, figure.x, path.toStdString())
                        : exportFigure(runs_, figure, path.toStdString());
  if (done)
    accept();
  else
    message_->setText(QString::fromStdString(done.error().message));
}

}  // namespace telegrad::ui
