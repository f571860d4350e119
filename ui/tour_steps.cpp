// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour_steps.h"

#include <algorithm>
#include <vector>

#include <QComboBox>
#include <QToolBar>
#include <QToolButton>

#include "ui/panels/live_controls_panel.h"
#include "ui/panels/runs_panel.h"
#include "ui/plots/worker_strip.h"

namespace telegrad::ui {
namespace {

constexpr qint64 kFirstLook = 100;      // iterations: the first evaluation
constexpr qint64 kAfterTheChange = 60;  // until the curve has bent
constexpr double kLessKept = 0.001;

const ParameterName kTourFraction{"compressor", "fraction"};

QWidget* buttonOf(const TourStage& stage, const QAction* action) {
  for (auto* button : stage.window.findChildren<QToolButton*>())
    if (button->defaultAction() == action) return button;
  return nullptr;
}
QWidget* runButton(const TourStage& stage) {
  return buttonOf(stage, stage.run);
}
QWidget* rewindButton(const TourStage& stage) {
  return buttonOf(stage, stage.rewind);
}
QWidget* plots(const TourStage& stage) {
  return stage.curves();
}
QWidget* strip(const TourStage& stage) {
  return stage.window.findChild<WorkerStrip*>();
}
QWidget* axisChoice(const TourStage& stage) {
  return stage.curves()->findChild<SegmentedControl*>();
}
QWidget* keptFraction(const TourStage& stage) {
  const auto* panel = stage.window.findChild<LiveControlsPanel*>();
  return panel == nullptr ? nullptr : panel->control(kTourFraction);
}
QWidget* algorithmChoice(const TourStage& stage) {
  return stage.window.findChild<QComboBox*>(QStringLiteral("slot.algorithm"));
}
QWidget* runsTable(const TourStage& stage) {
  return stage.window.findChild<RunsPanel*>();
}
QWidget* exportButton(const TourStage& stage) {
  return stage.window.findChild<QToolButton*>(QStringLiteral("export"));
}
QWidget* explainButton(const TourStage& stage) {
  return buttonOf(stage, stage.explainThis);
}

qint64 runLength(const Run* run) {
  return run == nullptr ? 0 : static_cast<qint64>(run->series.size());
}

/// In which iteration the first change of the kept fraction took effect; 0: in none yet.
qint64 changedAt(const TourStage& stage) {
  const Run* run = stage.firstRun();
  if (run == nullptr) return 0;
  const auto found = std::ranges::find(run->changes, kTourFraction, &AppliedChange::name);
  return found == run->changes.end() ? 0 : found->iteration;
}

bool isOver(const Run* run) {
  return run != nullptr && run->state != RunState::Preparing && run->state != RunState::Running &&
         run->state != RunState::Paused;
}

bool isPausedOrOver(const TourStage& stage) {
  return stage.controller.state() == RunState::Paused || isOver(stage.firstRun());
}

void goOn(TourStage& stage) {
  if (!stage.controller.isActive() || stage.controller.state() == RunState::Paused)
    stage.controller.toggle();
}

void pause(TourStage& stage) {
  if (stage.controller.isActive() && stage.controller.state() != RunState::Paused)
    stage.controller.toggle();
}

void showPayloadBits(TourStage& stage) {
  auto options = stage.curves()->options();
  options.x = XQuantity::PayloadBits;
  stage.curves()->setOptions(options);
}

void keepLess(TourStage& stage) {
  goOn(stage);  // a paused run takes no change
  stage.controller.change(kTourFraction, Value{kLessKept});
}

void chooseSgd(TourStage& stage) {
  const auto changed = stage.controller.draft().withKey("algorithm", "sgd");
  if (changed) stage.controller.setDraft(*changed);
}

/// Whatever goes on of the tour's before.
void begin(TourStage& stage) {
  if (stage.first == 0) stage.controller.repeat(stage.controller.draft(), {});
}

/// Rewinding a run that is paused would leave the new one waiting at its start.
void beginAnew(TourStage& stage) {
  stage.controller.repeat(stage.controller.draft(), {});
}

std::vector<TourStep> makeSteps() {
  return {
      {"busy", QT_TRANSLATE_NOOP("Tour", "A run of yours is going on"),
       QT_TRANSLATE_NOOP("Tour",
                         "The tour trains runs of its own, and one trains at a time. Stop yours "
                         "where it is: it stays in the table, and Run > Go on where it stopped "
                         "takes it up again without loss. Or skip the tour for now."),
       runButton, [](const TourStage& stage) { return !stage.controller.isActive(); },
       QT_TRANSLATE_NOOP("Tour", "Stop it"), [](TourStage& stage) { stage.controller.stop(); }},
      {"welcome", QT_TRANSLATE_NOOP("Tour", "Five minutes with a real run"),
       QT_TRANSLATE_NOOP("Tour",
                         "Ten workers train one model and save on communication. You will start "
                         "them, change what they send while they work, and compare. What stands in "
                         "your form is put aside and comes back at the end; your runs are not "
                         "touched. Esc ends the tour at any time."),
       nullptr, nullptr},
      {"start", QT_TRANSLATE_NOOP("Tour", "Start the run"),
       QT_TRANSLATE_NOOP("Tour",
                         "The form has the quick start: SASG, a method in which workers upload "
                         "only what would change something. Press this button, or Space."),
       runButton, [](const TourStage& stage) { return stage.first != 0; },
       QT_TRANSLATE_NOOP("Tour", "Start it"), begin},
      {"curves", QT_TRANSLATE_NOOP("Tour", "The curves fill as it goes"),
       QT_TRANSLATE_NOOP("Tour",
                         "Above, the training loss falls; below, the test accuracy has a point for "
                         "each evaluation, the first after 100 iterations. All of it is really "
                         "computed on this machine; only the network between the workers is "
                         "emulated."),
       plots, [](const TourStage& stage) { return runLength(stage.firstRun()) >= kFirstLook; }},
      {"who-spoke", QT_TRANSLATE_NOOP("Tour", "Who spoke"),
       QT_TRANSLATE_NOOP("Tour",
                         "A row for each worker, a column for each iteration: filled cells are "
                         "uploads, empty ones were skipped because the gradient had hardly "
                         "changed. After the first ten iterations, in which all speak, some stay "
                         "silent in each."),
       strip, nullptr},
      {"axis", QT_TRANSLATE_NOOP("Tour", "What does it cost?"),
       QT_TRANSLATE_NOOP("Tour",
                         "Methods that look alike over iterations can be worlds apart over what "
                         "they send. Choose “payload bits” here: the same curves, over the bits "
                         "of all uploads so far."),
       axisChoice,
       [](const TourStage& stage) { return stage.curves()->options().x == XQuantity::PayloadBits; },
       QT_TRANSLATE_NOOP("Tour", "Choose it"), showPayloadBits},
      {"change", QT_TRANSLATE_NOOP("Tour", "Change it while it runs"),
       QT_TRANSLATE_NOOP("Tour",
                         "Each upload has the largest hundredth of the update. Drag this slider to "
                         "the left, to about 0.1 %, or type it. What is left out is not lost: "
                         "workers add it to what they send next."),
       keptFraction, [](const TourStage& stage) { return changedAt(stage) > 0; },
       QT_TRANSLATE_NOOP("Tour", "Set 0.1 %"), keepLess},
      {"bend", QT_TRANSLATE_NOOP("Tour", "A marker, and the curve bends"),
       QT_TRANSLATE_NOOP("Tour",
                         "The hairline says in which iteration the change took effect. From there "
                         "on each iteration costs a tenth of the bits, so over bits the curves "
                         "turn steep. The change is in the run's journal: who repeats the run "
                         "repeats it, to the bit. Ctrl+Z would set it back."),
       plots,
       [](const TourStage& stage) {
         const auto changed = changedAt(stage);
         return changed > 0 && (runLength(stage.firstRun()) >= changed + kAfterTheChange ||
                                isOver(stage.firstRun()));
       }},
      {"pause", QT_TRANSLATE_NOOP("Tour", "Pause"),
       QT_TRANSLATE_NOOP("Tour",
                         "Stop the clock with the same button, or Space. A paused run can be "
                         "stepped iteration by iteration, forked from any point of its curve, or "
                         "just go on."),
       runButton, isPausedOrOver, QT_TRANSLATE_NOOP("Tour", "Pause it"), pause},
      {"sgd", QT_TRANSLATE_NOOP("Tour", "Compare with plain SGD"),
       QT_TRANSLATE_NOOP("Tour",
                         "Choose SGD here: every worker sends its whole gradient in every "
                         "iteration. The seed stays, so both runs begin with the same weights and "
                         "see the same minibatches: what differs is the method."),
       algorithmChoice,
       [](const TourStage& stage) {
         return stage.controller.draft().slot("algorithm").key == "sgd";
       },
       QT_TRANSLATE_NOOP("Tour", "Choose SGD"), chooseSgd},
      {"again", QT_TRANSLATE_NOOP("Tour", "Run it beside the first"),
       QT_TRANSLATE_NOOP("Tour",
                         "Rewind begins anew with what the form has; then press Space. The first "
                         "run stays on the curves, thinner and dashed."),
       rewindButton, [](const TourStage& stage) { return runLength(stage.secondRun()) > 0; },
       QT_TRANSLATE_NOOP("Tour", "Start SGD"), beginAnew},
      {"compare", QT_TRANSLATE_NOOP("Tour", "A hundred times the bits"),
       QT_TRANSLATE_NOOP("Tour",
                         "Over bits SGD's curve crawls along while SASG's stood upright: on a "
                         "logarithmic axis (log, above) both can be read. Over iterations they "
                         "are close. That is what this program is about."),
       plots,
       [](const TourStage& stage) {
         return runLength(stage.secondRun()) >= kFirstLook || isOver(stage.secondRun());
       }},
      {"table", QT_TRANSLATE_NOOP("Tour", "What each of them needed"),
       QT_TRANSLATE_NOOP("Tour",
                         "For every run the table has what it had spent when it first exceeded the "
                         "target accuracy. Drag the dashed line in the lower plot to ask for "
                         "another one."),
       runsTable, nullptr},
      {"explain", QT_TRANSLATE_NOOP("Tour", "Everything explains itself"),
       QT_TRANSLATE_NOOP("Tour",
                         "Press this button and click anything, or press Shift+F1 on what has the "
                         "focus: what it is, its formula, the numbers it has now, and what to try. "
                         "The right button offers the same."),
       explainButton, nullptr},
      {"export", QT_TRANSLATE_NOOP("Tour", "Take it with you"),
       QT_TRANSLATE_NOOP("Tour",
                         "Figures as SVG, PDF or PNG, a report as one page of HTML. A figure "
                         "carries its experiments: dropped on the window it opens them again. "
                         "Try it now or later."),
       exportButton, nullptr},
      {"end", QT_TRANSLATE_NOOP("Tour", "That was the tour"),
       QT_TRANSLATE_NOOP("Tour",
                         "Done stops the tour's run, brings back what stood in your form and shows "
                         "the axis you had. The tour's runs stay in the table until you remove "
                         "them. Help > Tour begins again."),
       nullptr, nullptr},
  };
}

}  // namespace

CurvesPlot* TourStage::curves() const {
  return window.findChild<CurvesPlot*>();
}

// A new step is an entry in the list above.
std::span<const TourStep> tourSteps() {
  static const std::vector<TourStep> all = makeSteps();
  return all;
}

}  // namespace telegrad::ui
