// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_table_window.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include "ui/models/number_format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr std::size_t kSlice = 2000;  // rows written between two looks at other events
constexpr int kLooksAt = 40;          // rows, for the columns' widths

}  // namespace

PlotTableWindow::PlotTableWindow(const PlotTable& table, Ask ask, QWidget* parent)
    : QDialog(parent),
      ask_(std::move(ask)),
      model_(new PlotTableModel(table, this)),
      view_(new QTableView(this)),
      words_(mutedLabel({}, this)) {
  setWindowTitle(tr("Table: %1").arg(table.title));
  setAttribute(Qt::WA_DeleteOnClose);
  resize(720, 480);
  view_->setAccessibleName(windowTitle());
  view_->horizontalHeader()->setResizeContentsPrecision(kLooksAt);
  view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + space::kSmall);
  view_->setModel(model_);
  view_->setTabKeyNavigation(false);  // Tab leaves it; the arrows are for cells
  view_->setWordWrap(false);
  view_->setFont(bodyFont());
  view_->resizeColumnsToContents();
  auto* copying = new QAction(tr("Copy"), view_);
  copying->setShortcut(QKeySequence::Copy);
  copying->setShortcutContext(Qt::WidgetShortcut);
  connect(copying, &QAction::triggered, this, &PlotTableWindow::copy);
  view_->addAction(copying);
  view_->setContextMenuPolicy(Qt::ActionsContextMenu);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(space::kSmall);
  foot->addWidget(words_, 1);
  const auto button = [&](const QString& text, const QString& tip, auto act) {
    auto* made = new QPushButton(text, this);
    made->setToolTip(tip);
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, act);
    foot->addWidget(made);
    return made;
  };
  button(tr("Update"), tr("What the plot shows now"), &PlotTableWindow::update);
  button(tr("Copy"), tr("What is selected, else everything, with tabs between the cells"),
         &PlotTableWindow::copy);
  save_ = button(tr("Save as CSV…"), tr("Everything, with commas between the cells"),
                 &PlotTableWindow::askWhere);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kSmall);
  rows->addWidget(view_, 1);
  rows->addLayout(foot);
  connect(&slices_, &QTimer::timeout, this, &PlotTableWindow::writeSlice);
  showSize();
  if (model_->rowCount() > 0) view_->setCurrentIndex(model_->index(0, 0));
  view_->clearSelection();
}

void PlotTableWindow::showSize() {
  words_->setText(
      tr("%1 rows, %2 columns").arg(grouped(model_->rowCount()), grouped(model_->columnCount())));
}

void PlotTableWindow::update() {
  if (file_ != nullptr) return;
  auto table = ask_();
  if (!table) return words_->setText(tr("The plot is no longer there."));
  model_->setTable(*std::move(table));
  view_->resizeColumnsToContents();
  showSize();
}

void PlotTableWindow::copy() {
  auto selected = view_->selectionModel()->selection();
  if (selected.isEmpty() && model_->rowCount() > 0)
    selected = QItemSelection(model_->index(0, 0),
                              model_->index(model_->rowCount() - 1, model_->columnCount() - 1));
  if (selected.isEmpty()) return;
  int rows = 0;
  for (const auto& range : selected) rows = std::max(rows, range.height());
  QGuiApplication::clipboard()->setText(tabSeparated(*model_, selected, kMostCopied));
  words_->setText(rows <= kMostCopied
                      ? tr("Copied.")
                      : tr("Copied the first %1 of %2 rows. A file has room for all.")
                            .arg(grouped(kMostCopied), grouped(rows)));
}

void PlotTableWindow::askWhere() {
  auto* dialog = new QFileDialog(this, tr("Save the table as"), {}, tr("Tables (*.csv)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  connect(dialog, &QFileDialog::fileSelected, this, &PlotTableWindow::save);
  dialog->open();
}

void PlotTableWindow::save(const QString& path) {
  file_ = std::make_unique<QSaveFile>(path);
  written_ = 0;
  save_->setEnabled(false);
  if (!file_->open(QIODevice::WriteOnly)) return endSaving(file_->errorString());
  file_->write(model_->csvHeader().toUtf8());
  slices_.start(0);
}

void PlotTableWindow::writeSlice() {
  const std::size_t end = std::min(written_ + kSlice, static_cast<std::size_t>(model_->rowCount()));
  QByteArray text;
  for (; written_ < end; ++written_) text += model_->csvRow(written_).toUtf8();
  if (file_->write(text) != text.size()) return endSaving(file_->errorString());
  words_->setText(tr("%1 of %2 rows written")
                      .arg(grouped(static_cast<qint64>(written_)), grouped(model_->rowCount())));
  if (written_ < static_cast<std::size_t>(model_->rowCount())) return;
  endSaving(file_->commit() ? QString() : file_->errorString());
}

void PlotTableWindow::endSaving(const QString& error) {
  slices_.stop();
  const QString path = file_->fileName();
  file_.reset();
  save_->setEnabled(true);
  words_->setText(error.isEmpty() ? tr("Written: %1").arg(path)
                                  : tr("%1 cannot be written: %2").arg(path, error));
  emit saved(error);
}

}  // namespace telegrad::ui
