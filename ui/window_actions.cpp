// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window_actions.h"

#include <QLabel>
#include <QMenuBar>
#include <QToolBar>

#include "ui/plots/plot_reach.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/corner_access.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/menu_button.h"
#include "ui/widgets/run_sign.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

WindowActions::WindowActions(QMainWindow& window, RunController& controller)
    : QObject(&window),
      theme(new QActionGroup(this)),
      controller_(controller),
      history_(new HistoryActions(controller, this)) {
  openExperiment = make(
      tr("Open experiment…"), QKeySequence::Open,
      tr("An experiment file (TOML), or a figure that carries one. Dropping it does the same"));
  openRun = make(tr("Open run folder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
                 tr("A run that was left by the window or the command line, as an overlay"));
  saveExperiment = make(tr("Save experiment as…"), QKeySequence::Save,
                        tr("Everything resolved, for the window and the command line"));
  exportFigure = make(tr("Export figure…"), QKeySequence(Qt::CTRL | Qt::Key_E),
                      tr("The curves as SVG, PDF or PNG, which carry their experiments"));
  exportReport = make(tr("Report of the run…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                      tr("All there is to say of it on one page of HTML"));
  exportTensorBoard = make(tr("TensorBoard event file…"), {}, tr("The run's curves as scalars"));
  copyCommandLine =
      make(tr("Copy as command line"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
           tr("The telegrad-cli that repeats the run; with no run, the experiment in the form"));
  data = make(tr("Data…"), QKeySequence(Qt::CTRL | Qt::Key_D),
              tr("Datasets: where they are, downloads"));
  quit = make(tr("Quit"), QKeySequence::Quit, {});
  removeRun = make(tr("Remove run from the table"), {}, tr("Its files stay; undo puts it back"));
  settings = make(tr("Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
                  tr("Language, motion, and what checkpoints may take up"));
  startPage = make(tr("Start page"), QKeySequence(Qt::ALT | Qt::Key_Home),
                   tr("The shipped experiments, and what was trained last"));
  explain = new ExplainActions(window, controller_);
  find = make(tr("Find an action…"), QKeySequence(Qt::CTRL | Qt::Key_K),
              tr("Everything in the menus, by a few letters of its name"));
  find->setObjectName(QStringLiteral("find-action"));
  manual = make(tr("Manual"), QKeySequence(Qt::Key_F1),
                tr("The window, the methods with their formulas, files, the command line"));
  shortcuts = make(tr("Shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_F1), {});
  about = make(tr("About Telegrad"), {}, {});
  makeRunActions();
  makeMenus(window);
  makeTabs(window);
  makeToolBar(window);
  refresh();
}

QAction* WindowActions::make(const QString& text, const QKeySequence& shortcut,
                             const QString& help) {
  auto* action = new QAction(text, this);
  action->setShortcut(shortcut);
  auto tip = help.isEmpty() ? text : help;
  if (!shortcut.isEmpty())
    tip +=
        QStringLiteral("  (") + shortcut.toString(QKeySequence::NativeText) + QStringLiteral(")");
  action->setToolTip(tip);
  return action;
}

void WindowActions::makeRunActions() {
  run = make(tr("Run"), QKeySequence(Qt::Key_Space), tr("Run, pause, go on"));
  stepIteration = make(tr("Step one iteration"), QKeySequence(Qt::Key_Period), {});
  stepEpoch = make(tr("Step to the end of the epoch"), QKeySequence(Qt::Key_Comma), {});
  stop = make(tr("Stop"), QKeySequence(Qt::CTRL | Qt::Key_Backspace),
              tr("After the iteration in hand. The run stays on the curves"));
  rewind = make(tr("Rewind"), QKeySequence(Qt::CTRL | Qt::Key_R),
                tr("From the start, same seed: the same initial weights and minibatches"));
  newSeed = make(tr("New seed"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
                 tr("From the start with the next seed"));
  fork = make(tr("Fork…"), QKeySequence(Qt::CTRL | Qt::Key_B),
              tr("A new run that shares this one's iterations, up to the read-out or its end, and "
                 "goes on with other values"));
  goOn = make(tr("Go on where it stopped"), QKeySequence(Qt::CTRL | Qt::Key_G),
              tr("The run in front, from its last checkpoint"));
  note = make(tr("Note…"), QKeySequence(Qt::CTRL | Qt::Key_M),
              tr("A word of yours in the run's journal, marked on the curves where it is now"));
  note->setObjectName(QStringLiteral("note"));
  connect(run, &QAction::triggered, &controller_, &RunController::toggle);
  connect(stepIteration, &QAction::triggered, &controller_, [this] { controller_.step(1); });
  connect(stepEpoch, &QAction::triggered, &controller_, &RunController::stepEpoch);
  connect(stop, &QAction::triggered, &controller_, &RunController::stop);
  connect(rewind, &QAction::triggered, &controller_, &RunController::rewind);
  connect(newSeed, &QAction::triggered, &controller_, &RunController::newSeed);
}

void WindowActions::makeMenus(QMainWindow& window) {
  file = window.menuBar()->addMenu(tr("&File"));
  file->addAction(openExperiment);
  shipped = file->addMenu(tr("Shipped experiments"));
  file->addAction(saveExperiment);
  file->addSeparator();
  file->addAction(openRun);
  file->addSeparator();
  file->addActions({exportFigure, exportReport, exportTensorBoard});
  file->addSeparator();
  file->addAction(data);
  file->addSeparator();
  file->addAction(quit);

  makeEditMenu(window);
  auto* running = window.menuBar()->addMenu(tr("&Run"));
  running->addActions({run, stepIteration, stepEpoch, stop});
  running->addSeparator();
  running->addActions({rewind, newSeed});
  running->addSeparator();
  running->addActions({fork, goOn, note});
  view = window.menuBar()->addMenu(tr("&View"));
  auto* themes = view->addMenu(tr("Theme"));
  for (const auto& word : {tr("System"), tr("Light"), tr("Dark")}) {
    auto* choice = themes->addAction(word);
    choice->setCheckable(true);
    choice->setData(static_cast<int>(theme->actions().size()));
    theme->addAction(choice);
  }
  helpMenu = window.menuBar()->addMenu(tr("&Help"));
  helpMenu->setToolTipsVisible(true);
  helpMenu->addActions(
      {manual, startPage, explain->byClick(), explain->ofFocus(), find, shortcuts, about});
  connect(find, &QAction::triggered, &window, [&window] {
    auto* palette = new CommandPalette(entriesOf(*window.menuBar()), &window);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
  });
  groups_ = {{tr("Run", "heading"),
              {run, stepIteration, stepEpoch, stop, rewind, newSeed, fork, goOn, note}},
             {tr("File"),
              {openExperiment, saveExperiment, openRun, exportFigure, exportReport, data, quit}},
             {tr("Edit and help"),
              {history_->undo(), history_->redo(), history_->rewindBefore(), copyCommandLine,
               settings, manual, startPage, explain->ofFocus(), find, shortcuts}}};
}

/// Beside the menus, where there is room for all of them in a narrow window and in any language.
void WindowActions::makeTabs(QMainWindow& window) {
  tabs = new QTabBar(&window);
  tabs->setDrawBase(false);
  tabs->setExpanding(false);
  tabs->setAccessibleName(tr("Views"));
  window.menuBar()->setCornerWidget(tabs, Qt::TopRightCorner);
  exposeCorner(*window.menuBar());
}

void WindowActions::makeEditMenu(QMainWindow& window) {
  auto* edit = window.menuBar()->addMenu(tr("&Edit"));
  edit->setToolTipsVisible(true);
  edit->addActions({history_->undo(), history_->redo(), history_->rewindBefore()});
  edit->addSeparator();
  edit->addActions({copyCommandLine, removeRun});
  edit->addSeparator();
  edit->addAction(settings);
}

QToolButton* WindowActions::button(QToolBar* bar, QAction* action, const QString& text) {
  auto* made = new QToolButton(bar);
  made->setDefaultAction(action);
  made->setText(text);
  made->setToolButtonStyle(Qt::ToolButtonTextOnly);
  made->setFocusPolicy(Qt::TabFocus);
  made->setAccessibleName(text);
  bar->addWidget(made);
  return made;
}

void WindowActions::makeToolBar(QMainWindow& window) {
  auto* bar = window.addToolBar(tr("Run", "heading"));
  bar->setObjectName(QStringLiteral("toolbar"));
  bar->setMovable(false);
  bar->toggleViewAction()->setEnabled(false);
  auto* name = new QLabel(QStringLiteral("Telegrad"), bar);
  name->setFont(titleFont());
  bar->addWidget(name);
  title_ = new ElidedLabel(bar);
  title_->setProperty("role", "muted");
  title_->setContentsMargins(0, 2, space::kSmall, 0);
  bar->addWidget(title_);
  runButton_ = button(bar, run, tr("Run"));
  runButton_->setProperty("role", "primary");
  runButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  runButton_->setIconSize({14, 14});
  runButton_->setMinimumWidth(88);
  auto* step = button(bar, stepIteration, tr("Step"));
  step->setPopupMode(QToolButton::MenuButtonPopup);
  auto* steps = new QMenu(step);
  steps->addActions({stepIteration, stepEpoch});
  step->setMenu(steps);
  // A default action brings its own text along whenever it changes.
  connect(stepIteration, &QAction::changed, step, [step] { step->setText(tr("Step")); });
  button(bar, stop, tr("Stop"));
  auto* again = button(bar, rewind, tr("Rewind"));
  again->setPopupMode(QToolButton::MenuButtonPopup);
  auto* seeds = new QMenu(again);
  seeds->addActions({rewind, newSeed});
  again->setMenu(seeds);
  button(bar, fork, tr("Fork"));
  auto* space = new QWidget(bar);
  space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  bar->addWidget(space);
  auto* out = new QToolButton(bar);
  out->setObjectName(QStringLiteral("export"));
  out->setText(tr("Export"));
  out->setAccessibleName(tr("Export"));
  out->setFocusPolicy(Qt::TabFocus);
  auto* ways = new QMenu(out);
  ways->addActions({exportFigure, exportReport, exportTensorBoard, saveExperiment});
  giveMenu(*out, *ways);
  bar->addWidget(out);
  auto* what = button(bar, explain->byClick(), QStringLiteral("?"));
  what->setAccessibleName(tr("Explain this"));
}

void WindowActions::refresh() {
  const bool active = controller_.isActive();
  const RunState state = controller_.state();
  const bool goesOn = active && state != RunState::Paused;
  const QString word = !active ? tr("Run") : goesOn ? tr("Pause") : tr("Resume");
  run->setText(word);
  if (runButton_ != nullptr) {
    runButton_->setIcon(runSign(goesOn ? RunSign::Pause : RunSign::Run, &Theme::onAccent));
    runButton_->setText(word);
    runButton_->setAccessibleName(word);
  }
  stop->setEnabled(active);
  note->setEnabled(active);
  const Run* front = controller_.runs().current();
  fork->setEnabled(front != nullptr && !front->folder.empty());
  goOn->setEnabled(front != nullptr && RunController::canGoOn(*front));
  stepIteration->setEnabled(!goesOn);
  stepEpoch->setEnabled(!goesOn);
}

void WindowActions::setTitle(const QString& name) {
  title_->setText(name);
}

QList<ShortcutsDialog::Group> WindowActions::groups() const {
  auto groups = groups_;
  ShortcutsDialog::Group looks{tr("View"), {}};
  for (auto* action : view->actions())
    if (!action->shortcut().isEmpty()) looks.actions << action;
  groups << looks << ShortcutsDialog::Group{tr("In a plot"), {}, plotKeys()};
  return groups;
}

}  // namespace telegrad::ui
