// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/runs_differences_panel.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

RunsDifferencesPanel::RunsDifferencesPanel(const RunDetails& details, QWidget* parent)
    : QWidget(parent),
      details_(details),
      model_(details),
      words_(mutedLabel({}, this)),
      table_(new QTableView(this)) {
  words_->setWordWrap(true);
  table_->setModel(&model_);
  table_->setAccessibleName(tr("Differences of settings"));
  table_->setShowGrid(false);
  table_->setTabKeyNavigation(false);
  table_->setFont(plotFont());
  table_->horizontalHeader()->setFont(plotFont());
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setMaximumSectionSize(260);
  table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(24);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kSmall);
  rows->addWidget(words_);
  rows->addWidget(table_, 1);
  connect(&model_, &QAbstractItemModel::modelReset, this, &RunsDifferencesPanel::say);
  say();
}

void RunsDifferencesPanel::say() {
  const auto runs = details_.runs().size();
  const bool differ = model_.rowCount() > 0;
  if (runs < 2)
    words_->setText(tr("Show two runs or more, and what differs in their settings stands here."));
  else
    words_->setText(tr("These runs have the same settings, and nothing was changed on the way."));
  words_->setVisible(!differ);
  table_->setVisible(differ);
  table_->resizeColumnsToContents();
}

}  // namespace telegrad::ui
