// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the window to be shared, and what comes back: figures that carry runs, reports, event
// files, command lines.
#include <algorithm>

#include <QClipboard>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

#include "core/sharing/event_file.h"
#include "core/sharing/report.h"
#include "ui/main_window.h"
#include "ui/models/shipped_experiments.h"
#include "ui/panels/figure_dialog.h"
#include "ui/panels/runs_panel.h"
#include "ui/training_view.h"
#include "ui/widgets/text.h"
#include "ui/window_actions.h"

namespace telegrad::ui {
namespace {

bool isFigure(const QString& path) {
  const auto ending = QFileInfo(path).suffix().toLower();
  return ending == QLatin1String("png") || ending == QLatin1String("svg") ||
         ending == QLatin1String("pdf");
}

/// The files of this machine among what is dragged.
QStringList pathsIn(const QMimeData* data) {
  QStringList paths;
  for (const auto& url : data->urls())
    if (url.isLocalFile()) paths << url.toLocalFile();
  return paths;
}

/// Something to begin a file's name with.
QString fileStem(const QString& name) {
  QString stem;
  for (const auto character : name)
    stem += character.isLetterOrNumber() ? character.toLower() : QLatin1Char('-');
  return stem.left(60);
}

}  // namespace

void MainWindow::connectSharing() {
  setAcceptDrops(true);
  connect(actions_->copyCommandLine, &QAction::triggered, this, &MainWindow::copyCommandLine);
  connect(actions_->exportReport, &QAction::triggered, this, &MainWindow::exportReport);
  connect(actions_->exportTensorBoard, &QAction::triggered, this, &MainWindow::exportTensorBoard);
  runsPanel_->table()->addActions(
      {actions_->copyCommandLine, actions_->exportReport, actions_->exportTensorBoard});
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (!pathsIn(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  const auto paths = pathsIn(event->mimeData());
  event->acceptProposedAction();
  // Whoever dragged it waits for the drop to end, and a dialog may follow.
  QMetaObject::invokeMethod(
      this,
      [this, paths] {
        for (const auto& path : paths) openPath(path);
      },
      Qt::QueuedConnection);
}

void MainWindow::openPath(const QString& path) {
  if (QFileInfo(path).isDir())
    controller_.open({path.toStdString()});
  else if (isFigure(path))
    openFigure(path);
  else
    openExperimentFile(path);
}

void MainWindow::openFigure(const QString& path) {
  errands_.run([file = path.toStdString()] { return readFigure(file); },
               [this, figure = QFileInfo(path).fileName()](auto&& read) {
                 if (read)
                   showCarried(figure, *std::forward<decltype(read)>(read));
                 else
                   emit controller_.refused(text(read.error().message));
               });
}

void MainWindow::showCarried(const QString& figure, std::vector<RepeatableRun>&& runs) {
  if (runs.size() == 1) return openCarried(figure, runs.front());
  auto* dialog = new FigureDialog(figure, runs, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::finished, this,
          [this, dialog, figure, runs = std::move(runs)](int answer) {
            const auto& run = runs[std::min(dialog->chosen(), runs.size() - 1)];
            if (answer == FigureDialog::Settings) openCarried(figure, run);
            if (answer == FigureDialog::Repeat) controller_.repeat(run.experiment, run.changes);
          });
  dialog->open();
}

void MainWindow::openCarried(const QString& figure, const RepeatableRun& run) {
  openDraft(run.experiment);
  const auto changes = static_cast<int>(run.changes.size());
  const auto repeat = changes == 0   ? tr("Repeat it")
                      : changes == 1 ? tr("Repeat with its 1 change")
                                     : tr("Repeat with its %1 changes").arg(changes);
  auto words = tr("The settings of %1, from %2.").arg(text(run.files.name), figure);
  if (run.files.givenWeights)
    words += tr(" It began with weights of a file, which a figure does not carry.");
  view_->banner()->say(Banner::Tone::Calm, words, repeat,
                       [this, experiment = run.experiment, made = run.changes] {
                         controller_.repeat(experiment, made);
                       });
}

void MainWindow::copyCommandLine() {
  const Run* run = runs_.byId(runsPanel_->selectedId());
  if (run == nullptr) run = runs_.current();
  const auto line = run == nullptr
                        ? runCommandLine(controller_.draft(), {}, false, shippedExperiments())
                        : runCommandLine(run->experiment, run->folder, !run->changes.empty(),
                                         shippedExperiments());
  if (!line) {
    emit controller_.refused(tr("No command line leads to this experiment; save it as a file."));
    return;
  }
  QGuiApplication::clipboard()->setText(text(*line));
  const bool isLost = run != nullptr && !run->changes.empty() && run->folder.empty();
  view_->banner()->say(Banner::Tone::Calm,
                       tr("Copied: %1").arg(text(*line)) +
                           (isLost ? tr(" Without the changes made on the way: the run was kept in "
                                        "no folder.")
                                   : QString()));
}

const Run* MainWindow::runToShare() {
  const Run* run = runs_.byId(runsPanel_->selectedId());
  if (run == nullptr) run = runs_.current();
  if (run != nullptr && !run->folder.empty() && !run->series.isEmpty()) return run;
  emit controller_.refused(run == nullptr
                               ? tr("There is no run yet.")
                               : tr("%1 has no iteration in a folder yet.").arg(run->name));
  return nullptr;
}

void MainWindow::sayWhere(const Result<std::filesystem::path>& written) {
  if (!written) {
    emit controller_.refused(text(written.error().message));
    return;
  }
  const auto path = text(written->string());
  const auto shown = path.endsWith(QStringLiteral(".html")) ? path : QFileInfo(path).path();
  view_->banner()->say(Banner::Tone::Calm, tr("Written: %1").arg(path), tr("Open"),
                       [shown] { QDesktopServices::openUrl(QUrl::fromLocalFile(shown)); });
}

void MainWindow::exportReport() {
  const Run* run = runToShare();
  if (run == nullptr) return;
  auto path = QFileDialog::getSaveFileName(this, tr("Save the report as"),
                                           fileStem(run->name) + QStringLiteral(".html"),
                                           tr("Web pages (*.html)"));
  if (path.isEmpty()) return;
  if (!path.endsWith(QStringLiteral(".html"))) path += QStringLiteral(".html");
  errands_.run(
      [folder = run->folder,
       file = std::filesystem::path(path.toStdString())]() -> Result<std::filesystem::path> {
        if (auto done = writeReport(folder, file); !done) return done.error();
        return file;
      },
      [this](const auto& written) { sayWhere(written); });
}

void MainWindow::exportTensorBoard() {
  const Run* run = runToShare();
  if (run == nullptr) return;
  const auto out =
      QFileDialog::getExistingDirectory(this, tr("Folder for the event file of %1").arg(run->name));
  if (out.isEmpty()) return;
  errands_.run(
      [folder = run->folder,
       out = std::filesystem::path(out.toStdString())]() -> Result<std::filesystem::path> {
        const auto stored = readRunFolder(folder);
        if (!stored) return stored.error();
        return telegrad::exportTensorBoard(*stored, out);
      },
      [this](const auto& written) { sayWhere(written); });
}

}  // namespace telegrad::ui
