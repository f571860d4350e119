// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/runs_panel.h"

#include <algorithm>

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QVBoxLayout>

#include "ui/models/run_mark.h"
#include "ui/panels/mark_delegate.h"
#include "ui/panels/undo_commands.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kRowHeight = 24;
constexpr int kMarkWidth = 22;  // what of the name's cell is the mark

}  // namespace

RunsPanel::RunsPanel(RunsModel& runs, QUndoStack& undo, QWidget* parent)
    : QWidget(parent),
      runs_(runs),
      undo_(undo),
      table_(new QTableView(this)) {
  setProperty("role", "panel");
  table_->setModel(&runs_);
  table_->setItemDelegate(new MarkDelegate(table_));
  table_->setAccessibleName(tr("Runs"));
  table_->setShowGrid(false);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setTabKeyNavigation(false);  // Tab goes on, arrows move: no focus trap
  table_->setContextMenuPolicy(Qt::CustomContextMenu);
  table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table_->setFont(plotFont());
  table_->horizontalHeader()->setFont(plotFont());
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setMinimumSectionSize(32);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(RunsModel::Name, QHeaderView::Stretch);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(kRowHeight);
  table_->viewport()->installEventFilter(this);
  table_->installEventFilter(this);
  auto* nothing = mutedLabel(tr("Runs appear here and stay on the curves to compare with."), this);
  nothing->setWordWrap(true);
  empty_ = nothing;
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kTiny);
  rows->addWidget(sectionHeader(tr("Runs"), this));
  rows->addWidget(empty_);
  rows->addWidget(table_);
  connect(table_, &QWidget::customContextMenuRequested, this, &RunsPanel::showMenu);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& now) {
            if (now.isValid()) runs_.setCurrent(runs_.at(now.row()).id);
          });
  connect(&runs_, &QAbstractItemModel::rowsInserted, this, &RunsPanel::fitHeight);
  connect(&runs_, &QAbstractItemModel::rowsRemoved, this, &RunsPanel::fitHeight);
  connect(&runs_, &QAbstractItemModel::modelReset, this, &RunsPanel::fitHeight);
  connect(&runs_, &QAbstractItemModel::dataChanged, this, &RunsPanel::fitColumns);
  connect(&runs_, &QAbstractItemModel::rowsInserted, this, &RunsPanel::fitColumns);
  fitHeight();
}

int RunsPanel::selectedId() const {
  const auto index = table_->currentIndex();
  return index.isValid() ? runs_.at(index.row()).id : 0;
}

void RunsPanel::removeSelected() {
  const int id = selectedId();
  const Run* run = runs_.byId(id);
  if (run == nullptr) return;
  const bool goesOn = run->state == RunState::Preparing || run->state == RunState::Running ||
                      run->state == RunState::Paused;
  if (!goesOn) undo_.push(new RemoveRunCommand(runs_, id));
}

void RunsPanel::fitColumns() {
  // A header measures its columns when it is told to, not whenever a figure grows.
  for (int column = RunsModel::Name + 1; column < RunsModel::ColumnCount; ++column)
    table_->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

void RunsPanel::fitHeight() {
  constexpr int kMostRows = 6;
  const int rows = std::min(runs_.count(), kMostRows);
  empty_->setVisible(rows == 0);
  table_->setVisible(rows > 0);
  table_->setFixedHeight(table_->horizontalHeader()->sizeHint().height() + rows * kRowHeight + 4);
}

void RunsPanel::showMenu(const QPoint& at) {
  const auto index = table_->indexAt(at);
  if (!index.isValid()) return;
  table_->setCurrentIndex(index);
  const int id = selectedId();
  const Run* run = runs_.byId(id);
  QMenu menu(this);
  menu.addAction(run->visible ? tr("Hide") : tr("Show"), this,
                 [this, id, shown = run->visible] { runs_.setVisible(id, !shown); });
  menu.addAction(tr("Rename"), this,
                 [this, index] { table_->edit(index.siblingAtColumn(RunsModel::Name)); });
  auto* colours = menu.addMenu(tr("Colour"));
  const Theme& theme = Theme::current();
  for (int i = 0; i < static_cast<int>(theme.runs.size()); ++i)
    colours->addAction(QIcon(runMark(theme.run(i), true)), tr("Colour %1").arg(i + 1), this,
                       [this, id, i] { runs_.setColour(id, i); });
  menu.addSeparator();
  menu.addActions(table_->actions());
  menu.addSeparator();
  auto* remove = menu.addAction(tr("Remove from the table"), this, &RunsPanel::removeSelected);
  remove->setEnabled(run->state != RunState::Running && run->state != RunState::Paused &&
                     run->state != RunState::Preparing);
  menu.exec(table_->viewport()->mapToGlobal(at));
}

bool RunsPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == table_->viewport() && event->type() == QEvent::MouseButtonPress) {
    const auto& press = dynamic_cast<QMouseEvent&>(*event);
    const auto index = table_->indexAt(press.pos());
    if (press.button() == Qt::LeftButton && index.isValid() && index.column() == RunsModel::Name &&
        press.pos().x() < kMarkWidth) {
      const Run& run = runs_.at(index.row());
      runs_.setVisible(run.id, !run.visible);
      return true;
    }
  }
  if (watched == table_ && event->type() == QEvent::KeyPress) {
    const int key = dynamic_cast<QKeyEvent&>(*event).key();
    const Run* run = runs_.byId(selectedId());
    if (key == Qt::Key_Delete) {
      removeSelected();
      return true;
    }
    if (key == Qt::Key_H && run != nullptr) {
      runs_.setVisible(run->id, !run->visible);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace telegrad::ui
