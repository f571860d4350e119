// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staleness_lab.h"

#include "ui/widgets/theme.h"

namespace telegrad::ui {

StalenessLab::StalenessLab(RunController& controller, QWidget* parent)
    : QScrollArea(parent),
      map_(new LabMapCard(controller)),
      grid_(new LabGridCard(controller)) {
  auto* page = new QWidget(this);
  page->setObjectName(QStringLiteral("page"));
  cards_ = new QBoxLayout(QBoxLayout::LeftToRight, page);
  cards_->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  cards_->setSpacing(space::kMedium);
  cards_->addWidget(map_, 1);
  cards_->addWidget(grid_, 1);
  setWidget(page);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(map_, &LabMapCard::baseChanged, this, [this] { grid_->setBase(map_->base()); });
  connect(map_, &LabMapCard::experimentChanged, this,
          [this] { grid_->setGradientBits(map_->draftGradientBits()); });
}

void StalenessLab::resizeEvent(QResizeEvent* event) {
  const int beside =
      map_->minimumSizeHint().width() + grid_->minimumSizeHint().width() + 3 * space::kMedium;
  const bool fits = viewport()->width() >= beside;
  const auto direction = fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
  if (cards_->direction() != direction) cards_->setDirection(direction);
  QScrollArea::resizeEvent(event);
}

}  // namespace telegrad::ui
