// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QDialog>
#include <QList>
#include <QString>

class QAction;
class QLineEdit;
class QMenuBar;
class QTreeWidget;

namespace telegrad::ui {

/// An action and where it is found: "Run › Fork".
struct PaletteEntry {
  QString path;
  QAction* action = nullptr;
};

/// Every action of the menus and the menus in them, in their order; separators and menus themselves
/// are none.
QList<PaletteEntry> entriesOf(const QMenuBar& menus);

/// How well a name fits what is typed: its letters in this order, whatever stands between them. The
/// less, the better: letters at the beginning of words and side by side count most. Nothing: it
/// does not fit.
std::optional<int> misfit(const QString& typed, const QString& name);

/// Finds actions by typing: letters narrow the list, Up and Down move, Enter does it, Esc goes.
/// Actions that cannot be done now are shown, and do nothing.
class CommandPalette : public QDialog {
  Q_OBJECT

 public:
  explicit CommandPalette(QList<PaletteEntry> entries, QWidget* parent = nullptr);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void narrow(const QString& typed);
  void carryOut();

  const QList<PaletteEntry> entries_;
  QLineEdit* typed_;
  QTreeWidget* list_;
};

}  // namespace telegrad::ui
