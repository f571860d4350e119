// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/figure_dialog.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/models/entry_name.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

QString describe(const RepeatableRun& run) {
  const auto& experiment = run.experiment;
  QStringList what{entryName(experiment, "algorithm"), entryName(experiment, "compressor")};
  what.insert(what.end() - (what.front() == what.back() ? 1 : 0),
              entryName(experiment, isNeeded(experiment, "dataset") ? "dataset" : "model"));
  QString words = what.join(QStringLiteral(", "));
  words += FigureDialog::tr(" · seed %1").arg(experiment.seed());
  const auto changes = static_cast<int>(run.changes.size());
  if (changes == 1) words += FigureDialog::tr(" · one change on the way");
  if (changes > 1) words += FigureDialog::tr(" · %1 changes on the way").arg(changes);
  return words;
}

FigureDialog::FigureDialog(const QString& figure, const std::vector<RepeatableRun>& runs,
                           QWidget* parent)
    : QDialog(parent),
      list_(new QListWidget(this)) {
  setWindowTitle(tr("Runs of a figure"));
  list_->setAccessibleName(tr("Runs that the figure shows"));
  for (const auto& run : runs)
    list_->addItem(QString::fromStdString(run.files.name) + QLatin1Char('\n') + describe(run));
  list_->setCurrentRow(0);
  list_->setSpacing(2);
  auto* text = new QLabel(tr("%1 carries the settings of %2 runs. Which one?")
                              .arg(figure)
                              .arg(static_cast<int>(runs.size())),
                          this);
  text->setWordWrap(true);
  text->setTextFormat(Qt::PlainText);
  auto* repeat = new QPushButton(tr("Repeat it"), this);
  repeat->setProperty("role", "primary");
  repeat->setDefault(true);
  repeat->setToolTip(tr("With the changes of its journal, at the same iterations"));
  auto* settings = new QPushButton(tr("Its settings only"), this);
  auto* cancel = new QPushButton(tr("Cancel"), this);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  for (auto* button : {cancel, settings, repeat}) buttons->addWidget(button);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kLarge);
  rows->setSpacing(space::kMedium);
  rows->addWidget(text);
  rows->addWidget(list_);
  rows->addLayout(buttons);
  setMinimumWidth(460);
  connect(repeat, &QPushButton::clicked, this, [this] { done(Repeat); });
  connect(settings, &QPushButton::clicked, this, [this] { done(Settings); });
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(list_, &QListWidget::itemActivated, this, [this] { done(Settings); });
}

std::size_t FigureDialog::chosen() const {
  return static_cast<std::size_t>(std::max(0, list_->currentRow()));
}

}  // namespace telegrad::ui
