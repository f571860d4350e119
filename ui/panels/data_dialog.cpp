// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/data_dialog.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/models/number_format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

enum Column { Name, There, Where, Columns };
constexpr int kCanFetch = Qt::UserRole + 1;

}  // namespace

DataDialog::DataDialog(std::optional<std::filesystem::path> folder, QWidget* parent)
    : QDialog(parent),
      fetch_(std::move(folder)) {
  setWindowTitle(tr("Data"));
  resize(720, 420);
  build();
  connect(&fetch_, &DataFetch::found, this, &DataDialog::showState);
  connect(&fetch_, &DataFetch::idle, this, [this] {
    say(tr("Downloads go to %1.").arg(fetch_.target()));
    refreshButtons();
  });
  connect(&fetch_, &DataFetch::progressed, this, &DataDialog::showProgress);
  connect(&fetch_, &DataFetch::ended, this, &DataDialog::showEnd);
  connect(table_, &QTableWidget::itemSelectionChanged, this, &DataDialog::refreshButtons);
  say(tr("Looking for datasets…"));
  fetch_.look();
  refreshButtons();
}

void DataDialog::build() {
  table_ = new QTableWidget(0, Columns, this);
  table_->setHorizontalHeaderLabels({tr("Dataset"), QString(), tr("Where")});
  table_->setAccessibleName(tr("Datasets"));
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setShowGrid(false);
  table_->setTabKeyNavigation(false);
  table_->setWordWrap(false);
  table_->verticalHeader()->hide();
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table_->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(There, QHeaderView::ResizeToContents);
  from_ = new QLineEdit(this);
  from_->setPlaceholderText(tr("The publisher's mirrors"));
  from_->setAccessibleName(tr("Download from"));
  from_->setToolTip(tr("Another address, or a folder that has the files"));
  auto* label = new QLabel(tr("From"), this);
  label->setBuddy(from_);
  auto* folder = new QPushButton(tr("Folder…"), this);
  bar_ = new QProgressBar(this);
  bar_->setTextVisible(false);
  bar_->setAccessibleName(tr("Progress of the download"));
  bar_->hide();
  message_ = mutedLabel({}, this);
  message_->setObjectName(QStringLiteral("message"));
  message_->setWordWrap(true);
  message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  download_ = new QPushButton(tr("Download"), this);
  download_->setProperty("role", "primary");
  cancel_ = new QPushButton(tr("Cancel"), this);
  auto* close = new QPushButton(tr("Close"), this);

  auto* source = new QHBoxLayout;
  source->addWidget(label);
  source->addWidget(from_, 1);
  source->addWidget(folder);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(cancel_);
  buttons->addWidget(download_);
  buttons->addWidget(close);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
  rows->setSpacing(space::kMedium);
  rows->addWidget(table_, 1);
  rows->addLayout(source);
  rows->addWidget(bar_);
  rows->addWidget(message_);
  rows->addLayout(buttons);
  connect(folder, &QPushButton::clicked, this, &DataDialog::browse);
  connect(download_, &QPushButton::clicked, this, &DataDialog::start);
  connect(cancel_, &QPushButton::clicked, this, [this] { fetch_.cancel(); });
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void DataDialog::showState(const DataState& state) {
  int row = 0;
  while (row < table_->rowCount() && table_->item(row, Name)->data(Qt::UserRole) != state.key)
    ++row;
  if (row == table_->rowCount()) table_->insertRow(row);
  auto* name = new QTableWidgetItem(state.name);
  name->setData(Qt::UserRole, state.key);
  name->setData(kCanFetch, state.canFetch);
  table_->setItem(row, Name, name);
  auto* there = new QTableWidgetItem(!state.canFetch ? tr("built in")
                                     : state.isThere ? tr("there")
                                                     : tr("missing"));
  if (!state.isThere) there->setForeground(Theme::current().warning);
  table_->setItem(row, There, there);
  auto* where = new QTableWidgetItem(state.where.simplified());
  where->setToolTip(state.where);
  table_->setItem(row, Where, where);
  if (state.key == wanted_) table_->selectRow(row);
}

void DataDialog::choose(const QString& key) {
  wanted_ = key;
  for (int row = 0; row < table_->rowCount(); ++row)
    if (table_->item(row, Name)->data(Qt::UserRole) == key) table_->selectRow(row);
}

QString DataDialog::selectedKey() const {
  const int row = table_->currentRow();
  return row < 0 ? QString() : table_->item(row, Name)->data(Qt::UserRole).toString();
}

void DataDialog::refreshButtons() {
  const int row = table_->currentRow();
  const bool canFetch = row >= 0 && table_->item(row, Name)->data(kCanFetch).toBool();
  download_->setEnabled(canFetch && !fetch_.isBusy());
  cancel_->setVisible(fetch_.isBusy() && !bar_->isHidden());
}

void DataDialog::browse() {
  const auto folder = QFileDialog::getExistingDirectory(this, tr("A folder that has the files"));
  if (!folder.isEmpty()) from_->setText(folder);
}

void DataDialog::start() {
  bar_->setRange(0, 0);
  bar_->show();
  say(tr("Connecting…"));
  fetch_.fetch(selectedKey(), from_->text().trimmed());
  refreshButtons();
}

void DataDialog::showProgress(const QString& file, const QString& from, double done, double total) {
  bar_->setRange(0, total > 0 ? 1000 : 0);
  if (total > 0) bar_->setValue(static_cast<int>(1000.0 * done / total));
  const auto amount = total > 0 ? tr("%1B of %2B").arg(siNumber(done, 3), siNumber(total, 3))
                                : siNumber(done, 3) + QStringLiteral("B");
  say(tr("%1 from %2, %3").arg(file, from, amount));
}

void DataDialog::say(const QString& text, bool isError) {
  message_->setText(text);
  message_->setProperty("role", isError ? "error" : "muted");
  message_->style()->unpolish(message_);
  message_->style()->polish(message_);
}

void DataDialog::showEnd(const QString& key, const QString& error) {
  bar_->hide();
  if (error.isEmpty()) {
    say(tr("%1 is there.").arg(key));
    emit fetched(key);
    fetch_.look();
  } else {
    say(error, true);
  }
  refreshButtons();
}

}  // namespace telegrad::ui
