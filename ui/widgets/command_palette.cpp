// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/command_palette.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/widgets/action_name.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kWidth = 560;
constexpr int kHeight = 420;

// NOLINTNEXTLINE(misc-no-recursion): as deep as menus are in menus
void collect(const QList<QAction*>& actions, const QString& path, QList<PaletteEntry>& entries) {
  for (auto* action : actions) {
    if (action->isSeparator() || action->text().isEmpty()) continue;
    const auto name =
        path.isEmpty() ? actionName(*action) : path + QStringLiteral(" › ") + actionName(*action);
    if (const auto* menu = action->menu())
      collect(menu->actions(), name, entries);
    else
      entries.append({name, action});
  }
}

}  // namespace

QList<PaletteEntry> entriesOf(const QMenuBar& menus) {
  QList<PaletteEntry> entries;
  collect(menus.actions(), {}, entries);
  return entries;
}

std::optional<int> misfit(const QString& typed, const QString& name) {
  constexpr int kWithinAWord = 8;  // a letter that neither begins a word nor follows the last one
  const auto folded = name.toCaseFolded();
  const auto begins = [&](qsizetype i) { return i == 0 || !folded[i - 1].isLetterOrNumber(); };
  int cost = 0;
  qsizetype at = -1;
  for (const auto letter : typed.toCaseFolded()) {
    if (letter.isSpace()) continue;
    auto found = at + 1 < folded.size() && folded[at + 1] == letter ? at + 1 : qsizetype{-1};
    for (qsizetype i = at + 1; found < 0 && i < folded.size(); ++i)
      if (folded[i] == letter && begins(i)) found = i;
    if (found < 0) found = folded.indexOf(letter, at + 1);
    if (found < 0) return std::nullopt;
    if (found != at + 1 || at < 0) cost += begins(found) ? 1 : kWithinAWord;
    at = found;
  }
  return cost;
}

CommandPalette::CommandPalette(QList<PaletteEntry> entries, QWidget* parent)
    : QDialog(parent),
      entries_(std::move(entries)),
      typed_(new QLineEdit(this)),
      list_(new QTreeWidget(this)) {
  setWindowTitle(tr("Find an action"));
  resize(kWidth, kHeight);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
  rows->setSpacing(space::kMedium);
  typed_->setPlaceholderText(tr("Type what you want to do"));
  typed_->setAccessibleName(windowTitle());
  typed_->setClearButtonEnabled(true);
  typed_->installEventFilter(this);
  rows->addWidget(typed_);
  list_->setAccessibleName(tr("Actions"));
  list_->setColumnCount(2);
  list_->setHeaderHidden(true);
  list_->setRootIsDecorated(false);
  list_->setUniformRowHeights(true);
  list_->setFocusPolicy(Qt::NoFocus);
  list_->header()->setStretchLastSection(false);
  list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  list_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  rows->addWidget(list_);
  connect(typed_, &QLineEdit::textChanged, this, &CommandPalette::narrow);
  connect(typed_, &QLineEdit::returnPressed, this, &CommandPalette::carryOut);
  connect(list_, &QTreeWidget::itemClicked, this, &CommandPalette::carryOut);
  narrow({});
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  const auto* pressed = dynamic_cast<const QKeyEvent*>(event);
  if (pressed == nullptr || event->type() != QEvent::KeyPress)
    return QDialog::eventFilter(watched, event);
  const int key = pressed->key();
  const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
  if (step == 0) return QDialog::eventFilter(watched, event);
  const int row = list_->indexOfTopLevelItem(list_->currentItem()) + step;
  if (auto* item = list_->topLevelItem(row)) list_->setCurrentItem(item);
  return true;
}

void CommandPalette::narrow(const QString& typed) {
  std::vector<std::pair<int, qsizetype>> fitting;
  for (qsizetype i = 0; i < entries_.size(); ++i)
    if (const auto cost = misfit(typed, entries_[i].path)) fitting.emplace_back(*cost, i);
  std::ranges::stable_sort(fitting, {}, &std::pair<int, qsizetype>::first);
  list_->clear();
  for (const auto& [cost, i] : fitting) {
    const auto* action = entries_[i].action;
    auto* item = new QTreeWidgetItem(
        list_, {entries_[i].path, action->shortcut().toString(QKeySequence::NativeText)});
    item->setData(0, Qt::UserRole, i);
    item->setToolTip(0, action->toolTip());
    if (!action->isEnabled()) item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    if (action->isCheckable() && action->isChecked())
      item->setText(0, entries_[i].path + tr(" (on)"));
  }
  list_->setCurrentItem(list_->topLevelItem(0));
}

void CommandPalette::carryOut() {
  const auto* item = list_->currentItem();
  if (item == nullptr) return;
  const QPointer<QAction> action = entries_[item->data(0, Qt::UserRole).toLongLong()].action;
  if (action.isNull() || !action->isEnabled()) return;
  accept();
  // Once this dialog has gone: the action may open another.
  QTimer::singleShot(0, action, &QAction::trigger);
}

}  // namespace telegrad::ui
