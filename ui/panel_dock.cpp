// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel_dock.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/widgets/dock_handle.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

QWidget* stackedPanels(const QList<QWidget*>& panels) {
  auto* content = new QWidget;
  content->setProperty("role", "panel");
  auto* rows = new QVBoxLayout(content);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kMedium);
  for (auto* panel : panels) {
    if (panel != panels.front()) rows->addWidget(hairline(content));
    rows->addWidget(panel);
  }
  return content;
}

QDockWidget* panelDock(const DockPlace& dock, const QList<QWidget*>& panels, QWidget* foot) {
  auto* made = new QDockWidget(dock.title, &dock.window);
  made->setObjectName(dock.key);
  made->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
  made->setTitleBarWidget(new DockHandle(made));  // the panels have heads of their own
  auto* content = stackedPanels(panels);
  auto* rows = qobject_cast<QVBoxLayout*>(content->layout());
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->addStretch(1);
  auto* scroll = new QScrollArea(made);
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* place = new QWidget(made);
  place->setProperty("role", "panel");
  place->setMinimumWidth(dock.width);
  auto* parts = new QVBoxLayout(place);
  parts->setContentsMargins(0, 0, 0, 0);
  parts->setSpacing(0);
  parts->addWidget(scroll, 1);
  if (foot != nullptr) {
    foot->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    parts->addWidget(hairline(place));
    parts->addWidget(foot);
  }
  made->setWidget(place);
  return made;
}

}  // namespace telegrad::ui
