// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QSaveFile>

#include "core/base/said.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/sweep_file.h"
#include "ui/sweeps_page.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

QString pageText(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

Result<std::string> fileText(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return Error{
        said("%1 cannot be read: %2", path.toStdString(), file.errorString().toStdString())};
  return file.readAll().toStdString();
}

/// An experiment as a sweep's file names it: one beside it, else a shipped one.
Result<Experiment> findBase(const QString& sweepFile, const std::string& reference) {
  const auto name = pageText(reference);
  const auto beside = QFileInfo(sweepFile).dir().filePath(name);
  const auto shipped = QStringLiteral(":/experiments/%1.toml").arg(name);
  const auto path = QFileInfo::exists(beside) ? beside : shipped;
  const auto text = fileText(path);
  if (!text)
    return Error{said("read \"%1\"; allowed: a file beside the sweep's, or a shipped experiment",
                      reference)};
  return parseExperiment(*text, path.toStdString());
}

}  // namespace

void SweepsPage::openFile(const QString& path) {
  say({});
  const auto text = fileText(path);
  const auto sweep =
      text ? parseSweep(*text, path.toStdString(),
                        [path](const std::string& reference) { return findBase(path, reference); })
           : Result<Sweep>(text.error());
  if (!sweep) return say(pageText(sweep.error().message));
  session_.show(*sweep, SweepSession::newFolder(sweep->name));
}

void SweepsPage::openPoint(std::size_t point, bool curves) {
  openCells(session_.contents().points[point].cells, curves);
}

void SweepsPage::openCells(const std::vector<std::size_t>& cells, bool curves) {
  const auto& contents = session_.contents();
  std::vector<std::filesystem::path> folders;
  for (const auto cell : cells)
    if (!contents.isRunning(cell) && contents.results[cell].state != CellState::Absent)
      folders.push_back(contents.folder / contents.plan.cells[cell].folder);
  if (folders.empty()) return say(tr("This run can be opened when it has ended."));
  say({});
  auto& runs = controller_.runs();
  // One that went on since it was opened is read again.
  std::vector<int> former;
  for (int row = 0; row < runs.count(); ++row)
    if (std::ranges::find(folders, runs.at(row).folder) != folders.end() &&
        runs.at(row).state == RunState::Stopped)
      former.push_back(runs.at(row).id);
  for (const int id : former) runs.remove(id);
  const auto first = folders.front();
  controller_.open(std::move(folders), [this, first, curves] {
    auto& there = controller_.runs();
    for (int row = 0; row < there.count(); ++row)
      if (there.at(row).folder == first) {
        there.setCurrent(there.at(row).id);
        break;
      }
    if (curves) emit curvesWanted();
  });
}

QMenu* SweepsPage::makeOpenMenu() {
  auto* menu = new QMenu(tr("Open sweep"), this);
  menu->setToolTipsVisible(true);
  const QDir shipped(QStringLiteral(":/sweeps"));
  for (const auto& name : shipped.entryList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name)) {
    const auto path = shipped.filePath(name);
    const auto text = fileText(path);
    const auto read =
        text
            ? parseSweep(*text, name.toStdString(),
                         [path](const std::string& reference) { return findBase(path, reference); })
            : Result<Sweep>(text.error());
    if (!read) continue;
    auto* action = menu->addAction(pageText(read->name), this, [this, path] { openFile(path); });
    action->setToolTip(translated(read->summary));
  }
  menu->addSeparator();
  menu->addAction(tr("Sweep file…"), this, [this] {
    const auto path =
        QFileDialog::getOpenFileName(this, tr("Open sweep"), {}, tr("Sweeps (*.toml)"));
    if (!path.isEmpty()) openFile(path);
  });
  menu->addAction(tr("Sweep folder…"), this, [this] {
    const auto folder = QFileDialog::getExistingDirectory(
        this, tr("Open sweep folder"), pageText(SweepSession::sweepsFolder().string()));
    say({});
    if (!folder.isEmpty()) session_.open(folder.toStdString());
  });
  menu->addAction(tr("The last sweep"), this, [this] {
    say({});
    session_.openLast(true);
  });
  menu->addSeparator();
  menu->addAction(tr("Its experiment and axes in the forms"), this, [this] {
    const auto& contents = session_.contents();
    if (contents.isEmpty()) return say(tr("There is no sweep yet."));
    if (const auto base = baseOf(contents.sweep)) controller_.setDraft(*base);
    form_->show(contents.sweep);
    showState();
  });
  return menu;
}

QMenu* SweepsPage::makeSaveMenu() {
  auto* menu = new QMenu(tr("Save sweep"), this);
  menu->addAction(tr("Sweep file…"), this, [this] {
    saveText(tr("Save the sweep"), QStringLiteral("sweep.toml"), tr("Sweeps (*.toml)"),
             formatSweep(session_.contents().sweep));
  });
  menu->addAction(tr("Results as CSV…"), this, [this] {
    const auto& contents = session_.contents();
    saveText(tr("Save the results"), QStringLiteral("results.csv"), tr("CSV (*.csv)"),
             resultsCsv(contents.plan, contents.results));
  });
  menu->addAction(tr("Copy command line"), this, [this] {
    auto folder = pageText(session_.contents().folder.string());
    // For a shell: in single quotes, and those of the path itself as '\''.
    folder.replace(QStringLiteral("'"), QStringLiteral("'\\''"));
    QGuiApplication::clipboard()->setText(
        QStringLiteral("telegrad-cli sweep '%1/sweep.toml' --out '%1'").arg(folder));
    status_->setText(tr("Copied"));
  });
  return menu;
}

void SweepsPage::saveText(const QString& title, const QString& name, const QString& filter,
                          const std::string& text) {
  const auto path = QFileDialog::getSaveFileName(this, title, name, filter);
  if (path.isEmpty()) return;
  QSaveFile file(path);
  const auto written = QByteArray::fromStdString(text);
  if (!file.open(QIODevice::WriteOnly) || file.write(written) != written.size() || !file.commit())
    say(tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

}  // namespace telegrad::ui
