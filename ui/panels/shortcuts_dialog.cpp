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

namespace {

constexpr int kMostRows = 19;  // in a column, which is as high as a small screen has room for

}  // namespace

ShortcutsDialog::ShortcutsDialog(const QList<Group>& groups, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Shortcuts"));
  auto* columns = new QHBoxLayout(this);
  columns->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kHuge);
  columns->setSpacing(space::kHuge);
  int rowsInColumn = 0;
  for (const auto& group : groups) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::kLarge);
    grid->setVerticalSpacing(space::kSmall);
    int row = 0;
    grid->addWidget(sectionHeader(group.title, this), row++, 0, 1, 2);
    const auto add = [&](const QString& what, const QString& keys) {
      grid->addWidget(new QLabel(what, this), row, 0);
      grid->addWidget(chipLabel(keys, this), row++, 1, Qt::AlignRight);
    };
    for (const auto* action : group.actions)
      if (!action->shortcut().isEmpty())
        add(actionName(*action), action->shortcut().toString(QKeySequence::NativeText));
    for (const auto& [what, keys] : group.keys) add(what, keys);
    grid->setRowStretch(row, 1);
    // Short groups share a column.
    auto* column = rowsInColumn > 0 && rowsInColumn + row <= kMostRows
                       ? qobject_cast<QVBoxLayout*>(columns->itemAt(columns->count() - 1)->layout())
                       : new QVBoxLayout;
    if (column->isEmpty()) columns->addLayout(column);
    rowsInColumn = column->isEmpty() ? row : rowsInColumn + row;
    column->addLayout(grid);
  }
}

}  // namespace telegrad::ui
