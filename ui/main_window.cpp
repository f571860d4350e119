// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include <algorithm>

#include <QAbstractButton>
#include <QCloseEvent>
#include <QComboBox>
#include <QCoreApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>

#include "core/experiment/run_parameters.h"
#include "ui/arrangement.h"
#include "ui/manual_window.h"
#include "ui/models/number_format.h"
#include "ui/panel_dock.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/live_controls_panel.h"
#include "ui/panels/now_panel.h"
#include "ui/panels/runs_panel.h"
#include "ui/panels/time_panel.h"
#include "ui/start_screen.h"
#include "ui/status_line.h"
#include "ui/sweeps_page.h"
#include "ui/tour.h"
#include "ui/training_view.h"
#include "ui/views.h"
#include "ui/widgets/style_sheet.h"
#include "ui/widgets/text.h"
#include "ui/window_actions.h"

namespace telegrad::ui {
namespace {

constexpr int kFiguresInterval = 200;  // milliseconds
constexpr int kLeftWidth = 266;
constexpr int kRightWidth = 268;

}  // namespace

MainWindow::MainWindow(const Start& start, QWidget* parent)
    : QMainWindow(parent),
      controller_(runs_),
      data_(start.data),
      restore_(start.restoreSession) {
  setWindowTitle(QStringLiteral("Telegrad"));
  resize(QSize(1440, 900).boundedTo(room()));
  if (data_) controller_.setDataFolder(*data_);
  actions_ = new WindowActions(*this, controller_);
  status_ = new StatusLine(this);
  setStatusBar(status_);
  view_ = new TrainingView(runs_, this);
  makeViews();
  makeDocks();
  makeViewMenu();
  figures_.setSingleShot(true);
  figures_.setInterval(kFiguresInterval);
  connect(&figures_, &QTimer::timeout, this, &MainWindow::showFigures);
  connectController();
  connectPanels();
  connectActions();
  connectHistory();
  connectSharing();
  connectStart();
  connectHelp();
  listShippedExperiments();
  qApp->installEventFilter(this);
  auto folders = restore_ ? restoreSession() : std::vector<std::filesystem::path>{};
  if (start.experiment) openDraft(*start.experiment);
  folders.insert(folders.end(), start.runFolders.begin(), start.runFolders.end());
  showDraft();
  showState();
  // A run that begins at once comes after those there were.
  const bool nothing = folders.empty();
  controller_.open(std::move(folders), [this, begins = start.run] {
    if (begins && controller_.runId() == 0) controller_.toggle();
  });
  view_->curves()->setFocus();
  greet(start, nothing);
}

/// Of the screen, what a window has without its frame; a maximised one has no frame to speak of.
QSize MainWindow::room() const {
  const bool hasTitle = !isMaximized() && !isFullScreen();
  const int title = hasTitle ? style()->pixelMetric(QStyle::PM_TitleBarHeight) : 0;
  return screen()->availableSize() - QSize(0, title);
}

MainWindow::~MainWindow() {
  // What follows would otherwise reach panels that are gone.
  disconnect(&controller_, nullptr, this, nullptr);
  disconnect(&runs_, nullptr, this, nullptr);
}

void MainWindow::makeDocks() {
  experiment_ = new ExperimentPanel(this);
  runsPanel_ = new RunsPanel(runs_, controller_.undoStack(), this);
  now_ = new NowPanel(this);
  live_ = new LiveControlsPanel(this);
  time_ = new TimePanel(this);
  auto* left =
      panelDock({*this, QStringLiteral("experiment-dock"), tr("Experiment and runs"), kLeftWidth},
                {experiment_}, stackedPanels({runsPanel_, now_}));
  auto* right = panelDock({*this, QStringLiteral("live-dock"), tr("Live controls"), kRightWidth},
                          {live_}, time_);
  addDockWidget(Qt::LeftDockWidgetArea, left);
  addDockWidget(Qt::RightDockWidgetArea, right);
  resizeDocks({left, right}, {kLeftWidth + space::kMedium, kRightWidth + space::kHuge},
              Qt::Horizontal);
  for (auto* made : {left, right}) actions_->view->addAction(made->toggleViewAction());
  left->toggleViewAction()->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_1));
  right->toggleViewAction()->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_2));
}

void MainWindow::makeViews() {
  auto* pages = new QStackedWidget(this);
  const auto add = [this, pages](QWidget* page, const QString& title) {
    pages->addWidget(page);
    const int tab = actions_->tabs->addTab(title);
    auto* action = actions_->view->addAction(title, this, [this, tab] { showView(tab); });
    action->setData(tab);
    action->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(tab + 1)));
  };
  add(view_, tr("Training"));
  for (const auto& entry : views())
    add(entry.make(controller_, pages), QCoreApplication::translate("Views", entry.title));
  if (auto* sweeps = pages->findChild<SweepsPage*>()) {
    connect(sweeps, &SweepsPage::curvesWanted, this,
            [this] { actions_->tabs->setCurrentIndex(0); });
    for (auto* menu : {sweeps->openMenu(), sweeps->saveMenu()}) {
      actions_->file->insertMenu(actions_->exportFigure, menu);
      connect(menu, &QMenu::triggered, this,
              [this, tab = pages->indexOf(sweeps)] { showView(tab); });
    }
    actions_->file->insertSeparator(actions_->exportFigure);
  }
  connect(actions_->tabs, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);
  actions_->view->addSeparator();
  setCentralWidget(pages);
}

void MainWindow::makeViewMenu() {
  const auto toggle = [this](const QString& name, QWidget* card) {
    auto* action = actions_->view->addAction(name);
    action->setCheckable(true);
    action->setChecked(true);
    connect(action, &QAction::toggled, card, &QWidget::setVisible);
  };
  actions_->view->addSeparator();
  toggle(tr("Who spoke"), view_->workerCard());
  toggle(tr("Why a worker uploads"), view_->criterionCard());
  actions_->view->addSeparator();
  auto* follow = actions_->view->addAction(tr("Follow the newest data"));
  follow->setShortcut(QKeySequence(Qt::Key_F));
  connect(follow, &QAction::triggered, view_->curves(),
          [this] { view_->curves()->setFollowing(true); });
  auto* fit = actions_->view->addAction(tr("Show everything"));
  fit->setShortcut(QKeySequence(Qt::Key_Home));
  connect(fit, &QAction::triggered, view_->curves(), &CurvesPlot::fit);
  arrangement_ = new Arrangement(*this, *actions_->view);
  const auto chosen = QSettings().value(QStringLiteral("theme"), 0).toInt();
  for (auto* choice : actions_->theme->actions()) choice->setChecked(choice->data() == chosen);
  connect(actions_->theme, &QActionGroup::triggered, this, [](const QAction* choice) {
    QSettings().setValue(QStringLiteral("theme"), choice->data());
    applyTheme(static_cast<ThemeChoice>(choice->data().toInt()));
  });
}

void MainWindow::connectController() {
  connect(&controller_, &RunController::draftChanged, this, &MainWindow::showDraft);
  connect(&controller_, &RunController::stateChanged, this, &MainWindow::showState);
  connect(&controller_, &RunController::ended, this, &MainWindow::sayHowItEnded);
  connect(&controller_, &RunController::ended, this, &MainWindow::takeDownPace);
  connect(&controller_, &RunController::runBegan, this, [this] {
    view_->banner()->hide();
    live_->setExperiment(controller_.shown());
  });
  connect(&controller_, &RunController::arrived, this, [this](const SampleBatch& batch) {
    for (const auto& sample : batch)
      if (!sample.changes.empty()) live_->showApplied(sample.changes);
    if (!figures_.isActive()) figures_.start();
  });
  connect(&controller_, &RunController::valueChanged, this,
          [this](const ParameterName& name, const Value& value) {
            live_->showValue(name, value, controller_.isActive() ? controller_.iteration() + 1 : 0);
          });
  connect(&controller_, &RunController::refused, this, [this](const QString& message) {
    view_->banner()->say(Banner::Tone::Warning, message);
    live_->setExperiment(controller_.shown());
  });
  connect(&runs_, &RunsModel::currentChanged, this, &MainWindow::showFigures);
}

void MainWindow::connectPanels() {
  connect(&forecaster_, &RunForecaster::known, experiment_, &ExperimentPanel::setForecast);
  connect(experiment_, &ExperimentPanel::edited, &controller_, &RunController::setDraft);
  connect(experiment_, &ExperimentPanel::refused, &controller_, &RunController::refused);
  connect(live_, &LiveControlsPanel::chosen, &controller_, &RunController::change);
}

void MainWindow::connectActions() {
  connect(actions_->openExperiment, &QAction::triggered, this, &MainWindow::openExperiment);
  connect(actions_->openRun, &QAction::triggered, this, &MainWindow::openRunFolder);
  connect(actions_->saveExperiment, &QAction::triggered, this, &MainWindow::saveExperiment);
  connect(actions_->exportFigure, &QAction::triggered, this, &MainWindow::exportFigure);
  connect(actions_->data, &QAction::triggered, this, [this] { showData({}); });
  connect(actions_->quit, &QAction::triggered, this, &QWidget::close);
  connect(actions_->removeRun, &QAction::triggered, runsPanel_, &RunsPanel::removeSelected);
  connect(actions_->about, &QAction::triggered, this, &MainWindow::showAbout);
  connect(actions_->manual, &QAction::triggered, this, [this] { showManual(this); });
  connect(actions_->shortcuts, &QAction::triggered, this,
          [this] { ShortcutsDialog(actions_->groups(), this).exec(); });
}

void MainWindow::showDraft() {
  experiment_->setExperiment(controller_.draft());
  forecaster_.ask(controller_.draft());
  const auto target = targetOf(controller_.draft().slot("run").settings);
  if (!(target == shownTarget_)) runs_.setTarget(target);  // else where the user dragged it
  shownTarget_ = target;
  actions_->setTitle(text(controller_.draft().name()));
  if (!controller_.isActive()) live_->setExperiment(controller_.draft());
  showState();
}

void MainWindow::showState() {
  actions_->refresh();
  const bool active = controller_.isActive();
  const Run* run = runs_.byId(controller_.runId());
  experiment_->setRunning(active, run != nullptr && !(run->experiment == controller_.draft()));
  if (runs_.count() == 0) sayWhatToDo();
  showFigures();
}

void MainWindow::showFigures() {
  const Run* run = runs_.current();
  now_->showRun(run);
  time_->showRun(run);
  const Run* inHand = runs_.byId(controller_.runId());
  status_->showRun(inHand, controller_.draft().seed());
  showFacts();
}

void MainWindow::showFacts() {
  const Run* run = runs_.byId(controller_.runId());
  if (run == nullptr || run->experiment.slot("model") != controller_.draft().slot("model")) {
    experiment_->setFacts({}, {});
    return;
  }
  const double bits = RecentFigures::of(run->series).bitsPerUpload;
  experiment_->setFacts(run->info ? grouped(static_cast<qint64>(run->info->parameters)) : QString(),
                        bits > 0.0 ? grouped(static_cast<qint64>(bits)) : QString());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  // The run in hand loses nothing: its folder is written as it goes, and ended by the controller.
  takeDownPace();
  start_->leave();
  tour_->end();  // the session has what stood in the form before it
  saveSession();
  QMainWindow::closeEvent(event);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  // Space presses what has the focus before it runs and pauses.
  if (event->type() == QEvent::ShortcutOverride &&
      dynamic_cast<QKeyEvent&>(*event).key() == Qt::Key_Space &&
      (qobject_cast<QAbstractButton*>(watched) != nullptr ||
       qobject_cast<QComboBox*>(watched) != nullptr))
    event->accept();
  if (event->type() == QEvent::ThemeChange && watched == windowHandle() &&
      QSettings().value(QStringLiteral("theme"), 0).toInt() == 0)
    QMetaObject::invokeMethod(
        this, [] { applyTheme(ThemeChoice::System); }, Qt::QueuedConnection);
  return QMainWindow::eventFilter(watched, event);
}

}  // namespace telegrad::ui
