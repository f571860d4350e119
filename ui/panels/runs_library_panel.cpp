// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/runs_library_panel.h"

#include <algorithm>
#include <array>

#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/models/run_mark.h"
#include "ui/panels/mark_delegate.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/menu_button.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kLibraryRowHeight = 24;
constexpr int kMarkPart = 22;  // what of the name's cell is the mark
constexpr int kNarrowestName = 190;

/// How wide a column is, in the order in which they give way where there is no room.
struct ColumnWidth {
  RunLibrary::Column column;
  int width;
};
constexpr int kSortArrow = 14;
constexpr std::array kGiveWay{
    ColumnWidth{RunLibrary::Network, 120},   ColumnWidth{RunLibrary::Begun, 130},
    ColumnWidth{RunLibrary::Iterations, 70}, ColumnWidth{RunLibrary::State, 100},
    ColumnWidth{RunLibrary::Data, 180},      ColumnWidth{RunLibrary::Tags, 96},
    ColumnWidth{RunLibrary::Rounds, 62},     ColumnWidth{RunLibrary::SimulatedSeconds, 58},
    ColumnWidth{RunLibrary::Seed, 46},       ColumnWidth{RunLibrary::PayloadBits, 66},
    ColumnWidth{RunLibrary::Accuracy, 70},   ColumnWidth{RunLibrary::Method, 140}};

}  // namespace

RunsLibraryPanel::RunsLibraryPanel(RunLibrary& library, QWidget* parent)
    : QWidget(parent),
      library_(library),
      filter_(library),
      search_(new QLineEdit(this)),
      tag_(new ChoiceBox(this)),
      more_(new QToolButton(this)),
      baselineButton_(new QPushButton(tr("Run the baseline"), this)),
      table_(new QTableView(this)),
      summary_(mutedLabel({}, this)) {
  makeTable();
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kSmall);
  rows->addWidget(makeHead());
  rows->addWidget(table_, 1);
  rows->addWidget(summary_);
  connect(&library_, &RunLibrary::refreshed, this, &RunsLibraryPanel::listTags);
  connect(&library_, &RunLibrary::annotated, this, &RunsLibraryPanel::listTags);
  for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
    connect(&filter_, signal, this, &RunsLibraryPanel::say);
  connect(&library_, &RunLibrary::shownChanged, this, &RunsLibraryPanel::say);
  listTags();
}

QWidget* RunsLibraryPanel::makeHead() {
  auto* head = new QWidget(this);
  search_->setPlaceholderText(tr("Search names, tags, notes, methods, data"));
  search_->setClearButtonEnabled(true);
  search_->setAccessibleName(tr("Search the runs"));
  tag_->setAccessibleName(tr("Only runs with this tag"));
  tag_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  baselineButton_->setToolTip(
      tr("Plain SGD with dense gradients, with the chosen run's seed, data, model and network"));
  more_->setText(tr("Runs"));
  more_->setAccessibleName(tr("What can be done with the chosen runs"));
  auto* menu = new QMenu(more_);
  giveMenu(*more_, *menu);
  connect(menu, &QMenu::aboutToShow, this, [this, menu] {
    menu->clear();
    fillMenu(*menu);
  });
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kSmall);
  row->addWidget(search_, 1);
  row->addWidget(tag_);
  row->addWidget(baselineButton_);
  row->addWidget(more_);
  connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
    filter_.setWords(text);
    say();
  });
  connect(tag_, &QComboBox::activated, this, [this] {
    filter_.setTag(tag_->currentData().toString());
    say();
  });
  connect(baselineButton_, &QPushButton::clicked, this, [this] {
    if (const auto ids = chosen(); !ids.empty()) emit baselineWanted(ids.front());
  });
  return head;
}

void RunsLibraryPanel::makeTable() {
  table_->setModel(&filter_);
  table_->setItemDelegate(new MarkDelegate(table_));
  table_->setAccessibleName(tr("Library of runs"));
  table_->setShowGrid(false);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setTabKeyNavigation(false);  // Tab goes on, arrows move: no focus trap
  table_->setContextMenuPolicy(Qt::CustomContextMenu);
  table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table_->setFont(plotFont());
  table_->setSortingEnabled(true);
  table_->sortByColumn(RunLibrary::Begun, Qt::DescendingOrder);
  table_->horizontalHeader()->setFont(plotFont());
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setMinimumSectionSize(40);
  table_->horizontalHeader()->setSectionResizeMode(RunLibrary::Name, QHeaderView::Stretch);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(kLibraryRowHeight);
  table_->viewport()->installEventFilter(this);
  table_->installEventFilter(this);
  connect(table_, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
    QMenu menu(this);
    fillMenu(menu);
    menu.exec(table_->viewport()->mapToGlobal(at));
  });
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    baselineButton_->setEnabled(!chosen().empty());
    emit chosenChanged();
  });
  baselineButton_->setEnabled(false);
}

std::vector<int> RunsLibraryPanel::chosen() const {
  std::vector<QModelIndex> rows;
  for (const auto& index : table_->selectionModel()->selectedRows()) rows.push_back(index);
  std::ranges::sort(rows, {}, [](const QModelIndex& index) { return index.row(); });
  std::vector<int> ids;
  ids.reserve(rows.size());
  for (const auto& index : rows) ids.push_back(RunLibraryFilter::idAt(index));
  return ids;
}

void RunsLibraryPanel::choose(const std::vector<int>& ids) {
  QItemSelection selection;
  for (int row = 0; row < filter_.rowCount(); ++row) {
    const auto index = filter_.index(row, 0);
    if (std::ranges::find(ids, RunLibraryFilter::idAt(index)) != ids.end())
      selection.select(index, index);
  }
  table_->selectionModel()->select(selection,
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

/// Hides them if all of them are shown, else shows them.
void RunsLibraryPanel::toggleShown(const std::vector<int>& ids) {
  const bool all = std::ranges::all_of(ids, [this](int id) {
    const auto* run = library_.byId(id);
    return run != nullptr && run->shown;
  });
  library_.setShown(ids, !all);
}

void RunsLibraryPanel::fillMenu(QMenu& menu) {
  if (!chosen().empty()) {
    fillRunActions(menu);
    menu.addSeparator();
  }
  menu.addAction(tr("Hide all curves"), this, [this] { library_.showOnly({}); });
  fillFolders(menu);
}

void RunsLibraryPanel::fillRunActions(QMenu& menu) {
  const auto ids = chosen();
  menu.addAction(tr("Show or hide the curves\tH"), this, [this, ids] { toggleShown(ids); });
  menu.addAction(tr("Show these alone\tReturn"), this, [this, ids] { library_.showOnly(ids); });
  menu.addAction(tr("Open beside the training"), this, [this, ids] {
    std::vector<std::filesystem::path> folders;
    folders.reserve(ids.size());
    for (const int id : ids) folders.push_back(library_.byId(id)->listing.folder);
    emit openWanted(folders);
  });
  menu.addSeparator();
  const auto edit = [this](RunLibrary::Column column) {
    return [this, column] { table_->edit(table_->currentIndex().siblingAtColumn(column)); };
  };
  menu.addAction(tr("Rename\tF2"), this, edit(RunLibrary::Name));
  auto* tags = menu.addAction(tr("Edit tags"), this, edit(RunLibrary::Tags));
  tags->setEnabled(!table_->isColumnHidden(RunLibrary::Tags));
  auto* colours = menu.addMenu(tr("Colour"));
  const Theme& theme = Theme::current();
  for (int i = 0; i < static_cast<int>(theme.runs.size()); ++i)
    colours->addAction(
        QIcon(runMark(theme.run(i), true)), tr("Colour %1").arg(i + 1), this,
        [this, ids, i] { library_.annotate(ids, [i](RunNotes& notes) { notes.colour = i; }); });
  const bool marked = library_.byId(ids.front())->listing.notes.baseline;
  menu.addAction(marked ? tr("No longer a baseline") : tr("Mark as baseline"), this,
                 [this, ids, marked] {
                   library_.annotate(ids, [marked](RunNotes& n) { n.baseline = !marked; });
                 });
}

void RunsLibraryPanel::fillFolders(QMenu& menu) {
  menu.addAction(tr("Add a folder of runs…"), this, &RunsLibraryPanel::addFolder);
  const auto folders = library_.folders();
  auto* forget = menu.addMenu(tr("Forget a folder"));
  forget->setEnabled(!folders.isEmpty());
  for (const auto& folder : folders)
    forget->addAction(folder, this, [this, folder] { library_.forgetFolder(folder); });
  menu.addAction(tr("Look again"), &library_, &RunLibrary::refresh);
}

void RunsLibraryPanel::addFolder() {
  const auto folder = QFileDialog::getExistingDirectory(this, tr("Add a folder of runs"));
  if (!folder.isEmpty()) library_.addFolder(folder.toStdString());
}

void RunsLibraryPanel::listTags() {
  const auto before = tag_->currentData().toString();
  tag_->clear();
  tag_->addItem(tr("All tags"), QString());
  for (const auto& tag : library_.tags()) tag_->addItem(tag, tag);
  tag_->setCurrentIndex(std::max(0, tag_->findData(before)));
  tag_->setVisible(tag_->count() > 1);
  filter_.setTag(tag_->currentData().toString());
  say();
}

void RunsLibraryPanel::say() {
  const int all = library_.count();
  const auto shown = library_.shown().size();
  QString words;
  if (all == 0 && library_.isReading())
    words = tr("Looking for runs…");
  else if (all == 0)
    words = tr("Runs that you make are listed here; the menu Runs adds folders of others.");
  else if (filter_.rowCount() < all)
    words = tr("%1 of %2 runs, %3 shown").arg(filter_.rowCount()).arg(all).arg(shown);
  else
    words =
        all == 1 ? tr("1 run, %1 shown").arg(shown) : tr("%1 runs, %2 shown").arg(all).arg(shown);
  const auto& problems = library_.problems();
  if (problems.size() == 1) words += tr("; one folder could not be read");
  if (problems.size() > 1) words += tr("; %1 folders could not be read").arg(problems.size());
  summary_->setText(words);
  summary_->setToolTip(problems.join(QLatin1Char('\n')));
}

void RunsLibraryPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitColumns();
}

void RunsLibraryPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitColumns();
}

/// Columns have room for their heads, in any language and type; those that there is no room for are
/// hidden. The search and the tool tips know them all the same.
void RunsLibraryPanel::fitColumns() {
  auto columns = kGiveWay;
  int needed = kNarrowestName;
  for (auto& [column, width] : columns) {
    width = std::max(width, headWidth(library_, column) + kSortArrow);
    needed += width;
  }
  for (const auto& [column, width] : columns) {
    const bool fits = needed <= table_->width();
    if (!fits) needed -= width;
    table_->setColumnWidth(column, width);
    table_->setColumnHidden(column, !fits);
  }
}

bool RunsLibraryPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == table_->viewport() && event->type() == QEvent::MouseButtonPress) {
    const auto& press = dynamic_cast<QMouseEvent&>(*event);
    const auto index = table_->indexAt(press.pos());
    const int left = index.isValid() ? table_->visualRect(index).left() : 0;
    if (press.button() == Qt::LeftButton && index.isValid() && index.column() == RunLibrary::Name &&
        press.pos().x() < left + kMarkPart) {
      toggleShown({RunLibraryFilter::idAt(index)});
      return true;
    }
  }
  if (watched == table_ && event->type() == QEvent::KeyPress) {
    const int key = dynamic_cast<QKeyEvent&>(*event).key();
    if (key == Qt::Key_H) {
      toggleShown(chosen());
      return true;
    }
    if (key == Qt::Key_F2 && table_->currentIndex().isValid()) {
      table_->edit(table_->currentIndex().siblingAtColumn(RunLibrary::Name));
      return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      library_.showOnly(chosen());
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace telegrad::ui
