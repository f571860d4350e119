// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recent_runs_card.h"

#include <cmath>

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

#include "ui/models/number_format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

/// "86.4 %", or how far it got where no accuracy was measured.
QString reached(const RunListing& run) {
  const auto& last = run.summary.last;
  return std::isfinite(last.testAccuracy)
             ? percent(last.testAccuracy)
             : RecentRunsCard::tr("%1 iterations").arg(grouped(last.iteration));
}

/// The time of a day that is today, else the day.
QString begunText(std::int64_t seconds) {
  const auto then = QDateTime::fromSecsSinceEpoch(seconds);
  return then.date() == QDate::currentDate()
             ? QLocale().toString(then.time(), QStringLiteral("HH:mm"))
             : QLocale().toString(then.date(), QLocale::ShortFormat);
}

}  // namespace

RecentRunsCard::RecentRunsCard(QWidget* parent) : QFrame(parent), rows_(new QVBoxLayout) {
  setProperty("role", "card");
  auto* parts = new QVBoxLayout(this);
  parts->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
  parts->setSpacing(space::kMedium);
  parts->addWidget(sectionHeader(tr("Recent runs"), this));
  rows_->setSpacing(0);
  parts->addLayout(rows_);
  parts->addStretch(1);
  auto* ways = new QHBoxLayout;
  ways->setSpacing(space::kSmall);
  auto* file = new QPushButton(tr("Open a file…"), this);
  file->setToolTip(tr("An experiment file (TOML), or a figure that carries one"));
  connect(file, &QPushButton::clicked, this, &RecentRunsCard::experimentFileWanted);
  auto* folder = new QPushButton(tr("Open a run…"), this);
  folder->setToolTip(tr("The folder of a run, from the window or the command line"));
  connect(folder, &QPushButton::clicked, this, &RecentRunsCard::runFolderWanted);
  ways->addWidget(file, 1);
  ways->addWidget(folder, 1);
  parts->addLayout(ways);
  setRuns({});
}

void RecentRunsCard::setRuns(const std::vector<RunListing>& runs) {
  while (auto* item = rows_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  if (runs.empty()) {
    auto* none = mutedLabel(tr("What you train is kept, and found here the next time."), this);
    none->setWordWrap(true);
    rows_->addWidget(none);
  }
  for (const auto& run : runs) rows_->addWidget(line(run));
}

QWidget* RecentRunsCard::line(const RunListing& run) {
  const auto name = text(run.name());
  const auto when = begunText(run.begun);
  auto* button = new QPushButton(this);
  button->setProperty("role", "row");
  button->setAccessibleName(tr("Open the run %1, %2, begun %3").arg(name, reached(run), when));
  button->setToolTip(text(run.folder.string()));
  auto* words = new QHBoxLayout(button);
  words->setContentsMargins(space::kSmall, 0, space::kSmall, 0);
  auto* left = new ElidedLabel(name, button);
  left->setMinimumWidth(0);
  auto* right = mutedLabel(reached(run) + QStringLiteral("  ·  ") + when, button);
  right->setFont(plotFont());
  words->addWidget(left, 1);
  words->addWidget(right);
  for (auto* label : {static_cast<QLabel*>(left), right})
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
  connect(button, &QPushButton::clicked, this,
          [this, folder = text(run.folder.string())] { emit runWanted(folder); });
  return button;
}

}  // namespace telegrad::ui
