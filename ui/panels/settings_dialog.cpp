// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/settings_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QVBoxLayout>

#include "core/experiment/checkpoint_parameters.h"
#include "ui/models/checkpoint_settings.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/language.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

SettingsDialog::SettingsDialog(QWidget* parent) : QDialog(parent), language_(new ChoiceBox(this)) {
  setWindowTitle(tr("Settings"));
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
  rows->setSpacing(space::kMedium);
  rows->addWidget(sectionHeader(tr("Language"), this));
  language_->setAccessibleName(tr("Language"));
  for (const auto& each : languages()) language_->addItem(each.name, each.code);
  language_->setCurrentIndex(language_->findData(chosenLanguage()));
  rows->addWidget(language_);
  rows->addWidget(mutedLabel(tr("Counts from the next start of the window."), this));
  rows->addWidget(sectionHeader(tr("Checkpoints"), this));
  auto* words = mutedLabel(tr("Every run leaves checkpoints beside its files. From them it goes on "
                              "after a crash, and is rewound and forked."),
                           this);
  words->setWordWrap(true);
  rows->addWidget(words);
  form_ = new ParameterForm(checkpointParameters(), checkpointSettings(), this);
  rows->addWidget(form_);
  auto* counts = mutedLabel(tr("Counts for runs that begin from now on."), this);
  rows->addWidget(counts);
  rows->addWidget(sectionHeader(tr("Motion"), this));
  still_ = new QCheckBox(tr("Reduce motion"), this);
  still_->setToolTip(
      tr("Panels and menus appear at once, and messages on the network wait to be "
         "played. Where the desktop's effects are off, so are these"));
  still_->setAccessibleDescription(still_->toolTip());
  still_->setChecked(reducedMotion());
  rows->addWidget(still_);
  rows->addStretch(1);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  rows->addWidget(buttons);
  setMinimumWidth(400);
}

void SettingsDialog::accept() {
  saveLanguage(language_->currentData().toString());
  saveCheckpointSettings(form_->values());
  chooseReducedMotion(still_->isChecked());
  QDialog::accept();
}

}  // namespace telegrad::ui
