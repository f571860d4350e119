// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/runs_targets_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStyle>
#include <QVBoxLayout>

#include "core/experiment/run_parameters.h"
#include "ui/models/number_format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

const auto kTop5 = QStringLiteral("top-5");

const Parameter& targetAccuracy() {
  static const auto all = runParameters();
  return *std::ranges::find(all, "target_accuracy", &Parameter::key);
}

}  // namespace

Result<std::vector<Target>> parseTargets(const QString& text) {
  std::vector<Target> targets;
  for (auto word : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
    word = word.trimmed();
    Target target;
    if (word.startsWith(kTop5, Qt::CaseInsensitive)) {
      target.metric = AccuracyMetric::Top5;
      word = word.mid(kTop5.size()).trimmed();
    }
    if (word.isEmpty()) continue;
    const auto value = parseValue(targetAccuracy(), word.toStdString());
    if (!value) return value.error();
    target.accuracy = std::get<double>(*value);
    targets.push_back(target);
  }
  return targets;
}

QString formatTargets(const std::vector<Target>& targets) {
  QStringList words;
  for (const auto& target : targets) {
    const auto share = QString::fromStdString(displayValue(targetAccuracy(), target.accuracy));
    words << (target.metric == AccuracyMetric::Top5 ? kTop5 + QLatin1Char(' ') + share : share);
  }
  return words.join(QStringLiteral(", "));
}

RunsTargetsPanel::RunsTargetsPanel(const RunDetails& details, QWidget* parent)
    : QWidget(parent),
      model_(details),
      field_(new QLineEdit(this)),
      message_(new QLabel(this)),
      table_(new QTableView(this)) {
  field_->setAccessibleName(tr("Target accuracies"));
  field_->setToolTip(tr("With commas between: 80 %, 85 %, top-5 90 %. Empty: the runs' own."));
  field_->setFixedWidth(220);
  message_->setProperty("role", "error");
  message_->hide();
  table_->setModel(&model_);
  table_->setAccessibleName(tr("What the runs needed to each target"));
  table_->setShowGrid(false);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setTabKeyNavigation(false);
  table_->setFont(plotFont());
  table_->horizontalHeader()->setFont(plotFont());
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(TargetTable::Group, QHeaderView::Stretch);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(24);
  auto* head = new QHBoxLayout;
  head->setSpacing(space::kSmall);
  head->addWidget(mutedLabel(tr("Test accuracy above"), this));
  head->addWidget(field_);
  head->addWidget(message_, 1);
  head->addStretch(1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kSmall);
  rows->addLayout(head);
  rows->addWidget(table_, 1);
  connect(field_, &QLineEdit::editingFinished, this, &RunsTargetsPanel::read);
}

void RunsTargetsPanel::setUsual(const std::vector<Target>& targets) {
  field_->setPlaceholderText(formatTargets(targets));
}

void RunsTargetsPanel::read() {
  const auto read = parseTargets(field_->text());
  field_->setProperty("invalid", !read);
  field_->style()->polish(field_);
  message_->setVisible(!read);
  if (!read) return message_->setText(QString::fromStdString(read.error().message));
  if (*read == targets_) return;
  targets_ = *read;
  emit targetsChanged();
}

}  // namespace telegrad::ui
