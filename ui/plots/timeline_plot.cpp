// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/timeline_plot.h"

#include <array>

#include <QFileDialog>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QVBoxLayout>

#include "ui/plots/timeline_export.h"
#include "ui/widgets/labels.h"

namespace telegrad::ui {
namespace {

constexpr std::array<std::int64_t, 3> kFollowed{0, 100, 10};

}  // namespace

TimelinePlot::TimelinePlot(RunsModel& runs, QWidget* parent)
    : QWidget(parent),
      canvas_(new TimelineCanvas(runs, this)),
      colour_(
          new SegmentedControl(tr("Uploads coloured by"), {tr("phase"), tr("staleness")}, this)),
      follow_(new SegmentedControl(tr("What is followed"),
                                   {tr("whole run"), tr("last 100"), tr("last 10")}, this)),
      export_(new QToolButton(this)) {
  auto* card = new QFrame(this);
  card->setProperty("role", "card");
  auto* title = new QLabel(tr("Timeline"), this);
  QFont bold = bodyFont();
  bold.setWeight(QFont::DemiBold);
  title->setFont(bold);
  auto* subtitle = new ElidedLabel(tr("workers × simulated time"), this);
  subtitle->setProperty("role", "muted");
  export_->setText(tr("Save picture…"));
  export_->setToolTip(tr("What is seen now, as SVG or PNG"));
  auto* head = new QHBoxLayout;
  head->setSpacing(space::kSmall);
  head->addWidget(title);
  head->addWidget(subtitle);
  head->addStretch(1);
  head->addWidget(colour_);
  head->addWidget(follow_);
  head->addWidget(export_);
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  page->addWidget(card);
  auto* rows = new QVBoxLayout(card);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kSmall);
  rows->setSpacing(space::kSmall);
  rows->addLayout(head);
  rows->addWidget(canvas_, 1);
  connect(colour_, &SegmentedControl::chosen, this,
          [this](int index) { canvas_->colourByStaleness(index == 1); });
  connect(follow_, &SegmentedControl::chosen, this,
          [this](int index) { canvas_->follow(kFollowed.at(static_cast<std::size_t>(index))); });
  connect(canvas_, &TimelineCanvas::followingChanged, this, &TimelinePlot::showFollowing);
  connect(export_, &QToolButton::clicked, this, &TimelinePlot::save);
}

void TimelinePlot::showFollowing() {
  for (std::size_t i = 0; i < kFollowed.size(); ++i)
    if (canvas_->followed() == kFollowed[i]) follow_->setCurrent(static_cast<int>(i));
}

void TimelinePlot::save() {
  const SpanHistory* spans = canvas_->spans();
  if (spans == nullptr) return;
  auto path = QFileDialog::getSaveFileName(this, tr("Save picture"), QStringLiteral("timeline.svg"),
                                           QStringLiteral("*.svg *.png"));
  if (path.isEmpty()) return;
  if (const auto done =
          exportTimeline(*spans, canvas_->view(), canvas_->size(), path.toStdString());
      !done)
    QMessageBox::warning(this, tr("Save picture"), QString::fromStdString(done.error().message));
}

}  // namespace telegrad::ui
