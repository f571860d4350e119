// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDialog>
#include <QList>

namespace telegrad::ui {

/// All actions with a shortcut, menu by menu: made from the actions themselves, so never out of
/// date; and the keys of plots.
class ShortcutsDialog : public QDialog {
  Q_OBJECT

 public:
  struct Group {
    QString title;
    QList<QAction*> actions;
    QList<QPair<QString, QString>> keys = {};  ///< what keys do that are no action's, and which
  };
  explicit ShortcutsDialog(const QList<Group>& groups, QWidget* parent = nullptr);
};

}  // namespace telegrad::ui
