// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staleness_lab.h"

#include <QHBoxLayout>

#include "ui/widgets/theme.h"

namespace telegrad::ui {

StalenessLab::StalenessLab(RunController& controller, QWidget* parent)
    : QScrollArea(parent),
      map_(new LabMapCard(controller)),
      grid_(new LabGridCard(controller)) {
  auto* page = new QWidget(this);
  page->setObjectName(QStringLiteral("page"));
  auto* columns = new QHBoxLayout(page);
  columns->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  columns->setSpacing(space::kMedium);
  columns->addWidget(map_, 1);
  columns->addWidget(grid_, 1);
  setWidget(page);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  connect(map_, &LabMapCard::baseChanged, this, [this] { grid_->setBase(map_->base()); });
  connect(map_, &LabMapCard::experimentChanged, this,
          [this] { grid_->setGradientBits(map_->experimentConditions().gradientBits); });
}

}  // namespace telegrad::ui
