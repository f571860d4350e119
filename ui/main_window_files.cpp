// SPDX-License-Identifier: GPL-3.0-or-later
// The window's files: experiments, run folders, figures, data, and the session between two starts.
#include <algorithm>

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QSaveFile>
#include <QScreen>
#include <QSettings>

#include "core/experiment/experiment_file.h"
#include "ui/arrangement.h"
#include "ui/export_dialog.h"
#include "ui/main_window.h"
#include "ui/models/shipped_experiments.h"
#include "ui/panels/data_dialog.h"
#include "ui/panels/live_controls_panel.h"
#include "ui/start_screen.h"
#include "ui/training_view.h"
#include "ui/widgets/text.h"
#include "ui/window_actions.h"

namespace telegrad::ui {
namespace {

constexpr int kRunsOfASession = 8;

}  // namespace

void MainWindow::listShippedExperiments() {
  for (const auto& shipped : shippedExperiments()) {
    auto* action = actions_->shipped->addAction(text(shipped.experiment.name()));
    action->setToolTip(translated(shipped.experiment.summary()));
    connect(action, &QAction::triggered, this,
            [this, path = shippedFile(shipped)] { openExperimentFile(path); });
  }
  actions_->shipped->setToolTipsVisible(true);
}

void MainWindow::openExperimentFile(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    emit controller_.refused(tr("%1 cannot be read: %2").arg(path, file.errorString()));
    return;
  }
  const auto read = parseExperiment(file.readAll().toStdString(), path.toStdString());
  if (read)
    openDraft(*read);
  else
    emit controller_.refused(text(read.error().message));
}

void MainWindow::openDraft(const Experiment& experiment) {
  controller_.setDraft(experiment);
  live_->setInitial(experiment);
}

void MainWindow::openExperiment() {
  const auto path = QFileDialog::getOpenFileName(
      this, tr("Open experiment"), {},
      tr("Experiments, and figures that carry some (*.toml *.png *.svg *.pdf)"));
  if (!path.isEmpty()) openPath(path);
}

void MainWindow::openRunFolder() {
  const auto folder = QFileDialog::getExistingDirectory(this, tr("Open run folder"),
                                                        text(RunController::runsFolder().string()));
  if (!folder.isEmpty()) controller_.open({folder.toStdString()});
}

void MainWindow::saveExperiment() {
  auto path = QFileDialog::getSaveFileName(this, tr("Save experiment as"),
                                           QStringLiteral("experiment.telegrad.toml"),
                                           tr("Experiments (*.toml)"));
  if (path.isEmpty()) return;
  if (!path.endsWith(QStringLiteral(".toml"))) path += QStringLiteral(".toml");
  QSaveFile file(path);
  const auto written = QByteArray::fromStdString(formatExperiment(controller_.shown()));
  if (!file.open(QIODevice::WriteOnly) || file.write(written) != written.size() || !file.commit())
    emit controller_.refused(tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

void MainWindow::exportFigure() {
  ExportDialog(runs_, *view_->curves(), this).exec();
}

void MainWindow::showData(const QString& key) {
  DataDialog dialog(data_, this);
  dialog.choose(key.isEmpty() ? text(controller_.draft().slot("dataset").key) : key);
  connect(&dialog, &DataDialog::fetched, this, [this](const QString& fetched) {
    view_->banner()->say(Banner::Tone::Calm, tr("%1 is there.").arg(fetched), tr("Run"),
                         [this] { controller_.toggle(); });
  });
  dialog.exec();
  start_->refresh();
}

void MainWindow::showAbout() {
  QMessageBox::about(
      this, tr("About Telegrad"),
      tr("<b>Telegrad %1</b><p>A lab for communication-efficient distributed training.</p>"
         "<p>Free software under the GNU General Public License, version 3 or later.</p>")
          .arg(QCoreApplication::applicationVersion()));
}

std::vector<std::filesystem::path> MainWindow::restoreSession() {
  const QSettings settings;
  restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
  // The screen may be another than the one it was left on.
  const QRect there = screen()->availableGeometry();
  resize(size().boundedTo(room()));
  move(std::clamp(x(), there.left(), there.right() + 1 - width()),
       std::clamp(y(), there.top(), there.top() + std::max(0, room().height() - height())));
  restoreState(settings.value(QStringLiteral("state")).toByteArray());
  arrangement_->layouts().fitOntoScreen();
  view_->curves()->setOptions(readCurveOptions(settings));
  const auto draft = settings.value(QStringLiteral("draft")).toString();
  const auto read = parseExperiment(draft.toStdString(), "the last session");
  if (!draft.isEmpty() && read)
    openDraft(*read);
  else
    openExperimentFile(QStringLiteral(":/experiments/quick-start.toml"));
  std::vector<std::filesystem::path> folders;
  for (const auto& folder : settings.value(QStringLiteral("runs")).toStringList())
    if (QDir(folder).exists()) folders.emplace_back(folder.toStdString());
  return folders;
}

void MainWindow::saveSession() {
  if (!restore_) return;
  QSettings settings;
  settings.setValue(QStringLiteral("geometry"), saveGeometry());
  settings.setValue(QStringLiteral("state"), saveState());
  settings.setValue(QStringLiteral("draft"), text(formatExperiment(controller_.draft())));
  writeCurveOptions(settings, view_->curves()->options());
  const auto all = controller_.folders();
  settings.setValue(QStringLiteral("runs"),
                    all.mid(std::max<qsizetype>(0, all.size() - kRunsOfASession)));
}

}  // namespace telegrad::ui
