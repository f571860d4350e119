// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says in its banner: what to do first, how a run ended and what to do next.
#include "ui/main_window.h"
#include "ui/models/entry_name.h"
#include "ui/models/number_format.h"
#include "ui/models/pace_memory.h"
#include "ui/panels/data_fetch.h"
#include "ui/panels/live_controls_panel.h"
#include "ui/training_view.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
void MainWindow::sayWhatToDo() {
  if (offersTour()) return;
  const auto& draft = controller_.draft();
  const auto workers = draft.value({"cluster", "workers"});
  const auto* count = std::get_if<std::int64_t>(&workers);
  const char* const task = isNeeded(draft, "dataset") ? "dataset" : "model";
  view_->banner()->say(
      Banner::Tone::Calm,
      tr("Press Space to train %1 on %2 with %3.")
          .arg(counted(count != nullptr ? *count : 0, tr("1 worker"), tr("%1 workers")),
               entryName(draft, task), entryName(draft, "algorithm")),
      tr("Run"), [this] { controller_.toggle(); });
}

/// Of the run in hand or the last, for the next forecast.
void MainWindow::takeDownPace() {
  const Run* run = runs_.byId(controller_.runId());
  if (run == nullptr) return;
  PaceMemory::remember(*run);
  forecaster_.ask(controller_.draft());
}

void MainWindow::sayHowItEnded(int id) {
  const Run* run = runs_.byId(id);
  if (run == nullptr || id != controller_.runId()) return;
  live_->setExperiment(controller_.draft());
  const auto again = [this] { controller_.rewind(); };
  const auto at = grouped(controller_.iteration());
  if (run->state == RunState::Finished)
    view_->banner()->say(
        Banner::Tone::Calm,
        tr("%1 finished after %2 iterations. Change something and press Space: the "
           "next run is drawn over this one.")
            .arg(run->name, at));
  if (run->state == RunState::Diverged) {
    view_->banner()->say(Banner::Tone::Warning,
                         tr("%1 diverged: after iteration %2 its numbers are no longer finite. A "
                            "smaller learning rate may help.")
                             .arg(run->name, at),
                         tr("Rewind"), again);
    view_->banner()->setToolTip(run->message);
  }
  if (run->state != RunState::Failed) return;
  const auto dataset = text(run->experiment.slot("dataset").key);
  if (!run->info && isNeeded(run->experiment, "dataset") && DataFetch::isPublished(dataset))
    view_->banner()->say(Banner::Tone::Warning, run->message, tr("Get the data…"),
                         [this, dataset] { showData(dataset); });
  else
    view_->banner()->say(Banner::Tone::Warning, run->message, tr("Try again"), again);
}

}  // namespace telegrad::ui
