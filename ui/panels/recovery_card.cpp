// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/recovery_card.h"

#include <algorithm>
#include <chrono>

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QToolButton>

#include "ui/models/number_format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kMostLines = 4;  // then they scroll
constexpr int kLineHeight = 34;

QString whenText(std::filesystem::file_time_type when) {
  using std::chrono::duration_cast;
  const auto age = std::filesystem::file_time_type::clock::now() - when;
  const auto then =
      QDateTime::currentDateTime().addSecs(-duration_cast<std::chrono::seconds>(age).count());
  return QLocale().toString(then, QLocale::ShortFormat);
}

}  // namespace

RecoveryCard::RecoveryCard(QWidget* parent) : QFrame(parent), title_(new QLabel(this)) {
  setProperty("role", "banner");
  title_->setWordWrap(true);
  auto* close = new QToolButton(this);
  close->setText(QStringLiteral("×"));
  close->setProperty("role", "quiet");
  close->setAccessibleName(tr("Ask again at the next start"));
  close->setToolTip(close->accessibleName());
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  auto* head = new QHBoxLayout;
  head->addWidget(title_, 1);
  head->addWidget(close);
  auto* scroll = new QScrollArea(this);
  auto* lines = new QWidget(scroll);
  rows_ = new QVBoxLayout(lines);
  rows_->setContentsMargins(0, 0, 0, 0);
  rows_->setSpacing(0);
  rows_->addStretch(1);
  scroll->setWidget(lines);
  scroll->viewport()->setAutoFillBackground(false);  // the banner shows through
  lines->setAutoFillBackground(false);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(space::kMedium, space::kSmall, space::kSmall, space::kSmall);
  all->setSpacing(space::kTiny);
  all->addLayout(head);
  all->addWidget(scroll);
  hide();
}

RecoveryCard::Line RecoveryCard::makeLine(const InterruptedRun& run) {
  const auto name = QString::fromStdString(run.name);
  Line line;
  line.row = new QWidget(this);
  line.row->setFixedHeight(kLineHeight);
  auto* words = new ElidedLabel(
      tr("%1, up to iteration %2, %3").arg(name, grouped(run.iteration), whenText(run.when)),
      line.row);
  line.goOn = new QPushButton(tr("Go on"), line.row);
  line.goOn->setAccessibleName(tr("Go on with %1").arg(name));
  line.keep = new QPushButton(tr("Keep as it is"), line.row);
  line.keep->setAccessibleName(tr("Keep %1 as it is").arg(name));
  line.keep->setToolTip(
      tr("It is shown with the other runs, and you are not asked again. You can "
         "still go on with it later."));
  auto* columns = new QHBoxLayout(line.row);
  columns->setContentsMargins(0, 0, space::kSmall, 0);
  columns->setSpacing(space::kSmall);
  columns->addWidget(words, 1);
  columns->addWidget(line.goOn);
  columns->addWidget(line.keep);
  auto* row = line.row;
  connect(line.goOn, &QPushButton::clicked, this, [this, row, folder = run.folder] {
    decided(row);
    emit goOn(folder);
  });
  connect(line.keep, &QPushButton::clicked, this, [this, row, folder = run.folder] {
    decided(row);
    emit keep(folder);
  });
  return line;
}

void RecoveryCard::setRuns(const std::vector<InterruptedRun>& runs) {
  for (const auto& line : lines_) line.row->deleteLater();
  lines_.clear();
  for (const auto& run : runs) {
    lines_.push_back(makeLine(run));
    rows_->insertWidget(rows_->count() - 1, lines_.back().row);
  }
  setCanGoOn(canGoOn_);
  showTitle();
}

void RecoveryCard::setCanGoOn(bool can) {
  canGoOn_ = can;
  for (const auto& line : lines_) {
    line.goOn->setEnabled(can);
    line.goOn->setToolTip(
        can ? tr("From its last checkpoint: to the bit as if nothing had happened")
            : tr("When the run in hand has ended"));
  }
}

void RecoveryCard::decided(QWidget* row) {
  std::erase_if(lines_, [row](const Line& line) { return line.row == row; });
  row->hide();
  row->deleteLater();
  showTitle();
}

void RecoveryCard::showTitle() {
  title_->setText(
      count() == 1 ? tr("The last session ended without closing. This run was still going:")
                   : tr("The last session ended without closing. These %1 runs were still going:")
                         .arg(count()));
  auto* scroll = findChild<QScrollArea*>();
  scroll->setFixedHeight(std::min(count(), kMostLines) * kLineHeight);
  setVisible(count() > 0);
}

}  // namespace telegrad::ui
