// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history_actions.h"

#include "ui/models/number_format.h"
#include "ui/panels/undo_commands.h"
#include "ui/plots/change_markers.h"

namespace telegrad::ui {
namespace {

const ChangeCommand* changeAt(const QUndoStack& stack, int index) {
  return index < 0 || index >= stack.count()
             ? nullptr
             : dynamic_cast<const ChangeCommand*>(stack.command(index));
}

}  // namespace

HistoryActions::HistoryActions(RunController& controller, QObject* parent)
    : QObject(parent),
      controller_(controller),
      undo_(new QAction(this)),
      redo_(new QAction(this)),
      rewindBefore_(new QAction(this)) {
  undo_->setObjectName(QStringLiteral("undo"));
  redo_->setObjectName(QStringLiteral("redo"));
  rewindBefore_->setObjectName(QStringLiteral("rewind-before"));
  undo_->setShortcut(QKeySequence::Undo);
  redo_->setShortcut(QKeySequence::Redo);
  rewindBefore_->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Z));
  connect(undo_, &QAction::triggered, this, &HistoryActions::undoWhatCounts);
  connect(redo_, &QAction::triggered, this, &HistoryActions::redoWhatCounts);
  connect(rewindBefore_, &QAction::triggered, this, &HistoryActions::rewind);
  connect(&controller_.undoStack(), &QUndoStack::indexChanged, this, &HistoryActions::refresh);
  connect(&controller_.runs(), &RunsModel::currentChanged, this, &HistoryActions::refresh);
  connect(&controller_, &RunController::arrived, this, [this](const SampleBatch& batch) {
    for (const auto& sample : batch)
      if (!sample.changes.empty()) return refresh();
  });
  refresh();
}

void HistoryActions::refresh() {
  const auto& stack = controller_.undoStack();
  const auto* last = changeAt(stack, stack.index() - 1);
  const auto* next = changeAt(stack, stack.index());
  const auto with = [](const QString& word, const QString& what) {
    return what.isEmpty() ? word : word + QStringLiteral(": ") + what;
  };
  undo_->setText(with(tr("Undo"), last != nullptr ? last->undoWords() : stack.undoText()));
  redo_->setText(with(tr("Redo"), next != nullptr ? next->redoWords() : stack.redoText()));
  undo_->setEnabled(stack.canUndo());
  redo_->setEnabled(stack.canRedo());
  undo_->setToolTip(tr("The run goes on. What happened in between stays"));
  const Run* run = controller_.runs().current();
  const bool can = run != nullptr && !run->changes.empty() && !run->folder.empty();
  rewindBefore_->setEnabled(can);
  if (!can) return rewindBefore_->setText(tr("Rewind to before the last change"));
  const auto& change = run->changes.back();
  rewindBefore_->setText(tr("Rewind to before %1").arg(changeText(run->experiment, change)));
  rewindBefore_->setToolTip(tr("A new run that goes back to iteration %1 and goes on without that "
                               "change. %2 stays as it is")
                                .arg(grouped(change.iteration - 1), run->name));
}

/// What is no longer in force drops out, and the one before it counts.
void HistoryActions::undoWhatCounts() {
  auto& stack = controller_.undoStack();
  for (bool dropped = true; dropped && stack.canUndo();) {
    const int before = stack.count();
    stack.undo();
    dropped = stack.count() < before;
  }
}

void HistoryActions::redoWhatCounts() {
  auto& stack = controller_.undoStack();
  for (bool dropped = true; dropped && stack.canRedo();) {
    const int before = stack.count();
    stack.redo();
    dropped = stack.count() < before;
  }
}

void HistoryActions::rewind() {
  const Run* run = controller_.runs().current();
  if (run != nullptr && !run->changes.empty())
    controller_.rewindToBefore(run->id, {run->changes.back()});
}

}  // namespace telegrad::ui
