// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/shortcuts_dialog.h"

#include <algorithm>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widgets/action_name.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

ShortcutsDialog::ShortcutsDialog(const QList<Group>& groups, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Shortcuts"));
  auto* columns = new QHBoxLayout(this);
  columns->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kHuge);
  columns->setSpacing(space::kHuge);
  for (const auto& group : groups) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::kLarge);
    grid->setVerticalSpacing(space::kSmall);
    int row = 0;
    grid->addWidget(sectionHeader(group.title, this), row++, 0, 1, 2);
    for (const auto* action : group.actions) {
      if (action->shortcut().isEmpty()) continue;
      grid->addWidget(new QLabel(actionName(*action), this), row, 0);
      grid->addWidget(chipLabel(action->shortcut().toString(QKeySequence::NativeText), this), row++,
                      1, Qt::AlignRight);
    }
    grid->setRowStretch(row, 1);
    columns->addLayout(grid);
  }
}

}  // namespace telegrad::ui
