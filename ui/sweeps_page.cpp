// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps_page.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include "ui/models/sweep_words.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/menu_button.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kSweepBarSteps = 1000;
constexpr int kSweepRow = 24;
constexpr int kLeastColumn = 92;  // "running, 100 %"
constexpr int kSweepTableHeight = 240;
constexpr int kSweepCardHeight = 320;

QVBoxLayout* rowsOfCard(QWidget* card) {
  auto* rows = new QVBoxLayout(card);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kSmall);
  return rows;
}

/// The menu's entries are in the window's menu as well.
void enableWithMenu(QToolButton* button, bool enabled) {
  button->setEnabled(enabled);
  for (auto* action : button->menu()->actions()) action->setEnabled(enabled);
}

}  // namespace

SweepsPage::SweepsPage(RunController& controller, QWidget* parent)
    : QScrollArea(parent),
      controller_(controller),
      cells_(session_),
      form_(new SweepForm),
      map_(new SweepMapCard(session_)),
      front_(new SweepFrontCard(session_)),
      table_(new QTableView),
      title_(new QLabel(tr("Sweep"))),
      about_(mutedLabel({}, nullptr)),
      error_(new QLabel),
      bar_(new QProgressBar),
      status_(mutedLabel({}, nullptr)),
      start_(new QPushButton(tr("Start"))),
      goOn_(new QPushButton),
      stop_(new QPushButton(tr("Stop"))),
      open_(new QToolButton),
      save_(new QToolButton) {
  auto* page = new QWidget(this);
  page->setObjectName(QStringLiteral("page"));
  auto* rows = new QVBoxLayout(page);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kMedium);
  cards_ = new QBoxLayout(QBoxLayout::LeftToRight);
  cards_->setSpacing(space::kMedium);
  for (QWidget* card : {static_cast<QWidget*>(map_), static_cast<QWidget*>(front_)}) {
    card->setMinimumHeight(kSweepCardHeight);
    cards_->addWidget(card, 1);
  }
  rows->addWidget(makeFormCard());
  rows->addLayout(cards_, 1);
  rows->addWidget(makeTableCard());
  setWidget(page);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connectSession();
  form_->setExperiment(controller_.draft());
  showState();
  session_.openLast(false);
}

QWidget* SweepsPage::makeFormCard() {
  auto* card = new QFrame;
  card->setProperty("role", "card");
  title_->setFont(titleFont());
  about_->setFont(plotFont());
  about_->setWordWrap(true);
  error_->setProperty("role", "error");
  error_->setWordWrap(true);
  error_->hide();
  bar_->setRange(0, kSweepBarSteps);
  bar_->setTextVisible(false);
  start_->setProperty("role", "primary");
  start_->setMinimumWidth(88);
  open_->setText(tr("Open"));
  giveMenu(*open_, *makeOpenMenu());
  save_->setText(tr("Save"));
  giveMenu(*save_, *makeSaveMenu());
  auto* head = new QHBoxLayout;
  head->addWidget(title_);
  head->addStretch(1);
  head->addWidget(open_);
  head->addWidget(save_);
  auto* go = new QHBoxLayout;
  for (auto* button : {start_, goOn_, stop_}) go->addWidget(button);
  go->addWidget(status_, 1);
  auto* rows = rowsOfCard(card);
  rows->addLayout(head);
  rows->addWidget(about_);
  rows->addWidget(form_);
  rows->addWidget(error_);
  rows->addLayout(go);
  rows->addWidget(bar_);
  return card;
}

QWidget* SweepsPage::makeTableCard() {
  auto* card = new QFrame;
  card->setProperty("role", "card");
  auto* title = new QLabel(tr("Runs of the sweep"), card);
  title->setFont(titleFont());
  sorted_.setSourceModel(&cells_);
  sorted_.setSortRole(SweepCellsModel::kSortRole);
  table_->setModel(&sorted_);
  table_->setAccessibleName(tr("Runs of the sweep"));
  table_->setShowGrid(false);
  table_->setSortingEnabled(true);
  sorted_.sort(-1);  // as they are begun, until a head is clicked
  table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setTabKeyNavigation(false);
  table_->setFont(plotFont());
  table_->horizontalHeader()->setFont(plotFont());
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setMinimumSectionSize(kLeastColumn);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(kSweepRow);
  table_->setMinimumHeight(kSweepTableHeight);
  auto* rows = rowsOfCard(card);
  rows->addWidget(title);
  rows->addWidget(table_);
  connect(table_, &QTableView::activated, this, [this](const QModelIndex& index) {
    openCells({static_cast<std::size_t>(sorted_.mapToSource(index).row())}, true);
  });
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& index) {
            if (!index.isValid()) return;
            const auto cell = static_cast<std::size_t>(sorted_.mapToSource(index).row());
            choose(session_.contents().plan.cells[cell].point);
          });
  return card;
}

void SweepsPage::connectSession() {
  connect(start_, &QPushButton::clicked, this, &SweepsPage::start);
  connect(goOn_, &QPushButton::clicked, this, &SweepsPage::pauseOrGoOn);
  connect(stop_, &QPushButton::clicked, &session_, &SweepSession::stop);
  connect(form_, &SweepForm::edited, this, [this] {
    say({});
    showState();
  });
  connect(&controller_, &RunController::draftChanged, this, [this] {
    form_->setExperiment(controller_.draft());
    showState();
  });
  connect(&session_, &SweepSession::opened, this, [this] {
    cells_.reset();
    map_->reset();
    front_->reset();
    table_->resizeColumnsToContents();
    showState();
  });
  connect(&session_, &SweepSession::changed, this, &SweepsPage::showCells);
  connect(&session_, &SweepSession::progressed, this, &SweepsPage::showProgress);
  connect(&session_, &SweepSession::stateChanged, this, &SweepsPage::showState);
  connect(&session_, &SweepSession::failed, this, &SweepsPage::say);
  connect(map_, &SweepMapCard::clicked, this, [this](std::size_t point) {
    choose(point);
    openPoint(point, false);
  });
  connect(map_, &SweepMapCard::activated, this,
          [this](std::size_t point) { openPoint(point, true); });
  connect(front_->plot(), &FrontPlot::clicked, this, [this](std::size_t point) {
    choose(point);
    openPoint(point, false);
  });
  connect(front_->plot(), &FrontPlot::activated, this,
          [this](std::size_t point) { openPoint(point, true); });
}

SweepSession::How SweepsPage::how() const {
  return {controller_.dataFolder(), form_->jobs()};
}

void SweepsPage::start() {
  say({});
  const auto sweep = form_->sweep();
  if (!sweep) return say(QString::fromStdString(sweep.error().message));
  session_.start(*sweep, SweepSession::newFolder(sweep->name), how());
}

void SweepsPage::pauseOrGoOn() {
  say({});
  const auto& contents = session_.contents();
  if (session_.state() == SweepSession::State::Running) return session_.pause();
  if (session_.state() == SweepSession::State::Paused) return session_.resume();
  session_.start(contents.sweep, contents.folder, how());
}

void SweepsPage::choose(std::optional<std::size_t> point) {
  map_->setChosen(point);
  front_->plot()->setChosen(point);
}

void SweepsPage::showCells() {
  cells_.refresh();
  map_->refresh();
  front_->refresh();
  table_->resizeColumnsToContents();
  showProgress();
}

void SweepsPage::showState() {
  using State = SweepSession::State;
  const auto& contents = session_.contents();
  const auto state = session_.state();
  const bool idle = state == State::Idle;
  title_->setText(contents.isEmpty() ? tr("Sweep") : QString::fromStdString(contents.sweep.name));
  about_->setText(contents.isEmpty() || contents.sweep.summary.empty()
                      ? tr("Every combination of the values is a run of its own: the experiment at "
                           "the left with these parameters changed.")
                      : translated(contents.sweep.summary));
  form_->setEnabled(idle);
  enableWithMenu(open_, idle);
  enableWithMenu(save_, !contents.isEmpty());
  start_->setEnabled(idle);
  goOn_->setText(state == State::Running ? tr("Pause") : tr("Go on"));
  const auto left = contents.plan.cells.size() - contents.over();
  if (idle && contents.over() == 0) goOn_->setText(tr("Start the one shown"));
  start_->setText(contents.isEmpty() ? tr("Start") : tr("Start new"));
  goOn_->setVisible(idle ? left > 0 : state == State::Running || state == State::Paused);
  stop_->setVisible(!idle && state != State::Preparing);
  stop_->setEnabled(state == State::Running || state == State::Paused);
  bar_->setVisible(!contents.isEmpty());
  showProgress();
}

void SweepsPage::showProgress() {
  using State = SweepSession::State;
  const auto& contents = session_.contents();
  const auto all = contents.plan.cells.size();
  double done = static_cast<double>(contents.over());
  for (const double part : contents.running) done += std::clamp(part, 0.0, 1.0);
  bar_->setValue(all == 0 ? 0 : static_cast<int>(kSweepBarSteps * done / static_cast<double>(all)));
  const auto ofAll = tr("%1 of %2 runs done").arg(contents.over()).arg(all);
  QString text;
  if (session_.state() == State::Preparing) text = tr("Reading");
  if (session_.state() == State::Running) text = ofAll;
  if (session_.state() == State::Paused) text = tr("Paused: %1").arg(ofAll);
  if (session_.state() == State::Stopping) text = tr("Stopping: %1").arg(ofAll);
  if (session_.state() == State::Idle) {
    const auto runs = form_->runs();
    text = runs ? tr("“%1” makes %2")
                      .arg(start_->text(),
                           counted(static_cast<std::int64_t>(*runs), tr("1 run"), tr("%1 runs")))
                : QString::fromStdString(runs.error().message);
    if (!contents.isEmpty()) text = tr("%1. %2").arg(ofAll, text);
    start_->setEnabled(runs.has_value());
  }
  status_->setText(text);
  status_->setToolTip(QString::fromStdString(contents.folder.string()));
  if (session_.isActive()) cells_.refreshStates();
}

void SweepsPage::say(const QString& error) {
  error_->setText(error);
  error_->setVisible(!error.isEmpty());
}

void SweepsPage::resizeEvent(QResizeEvent* event) {
  const int beside =
      map_->minimumSizeHint().width() + front_->minimumSizeHint().width() + 3 * space::kMedium;
  const auto direction =
      viewport()->width() >= beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
  if (cards_->direction() != direction) cards_->setDirection(direction);
  QScrollArea::resizeEvent(event);
}

}  // namespace telegrad::ui
