// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrangement.h"

#include <QApplication>

#include "ui/plots/plot_reach.h"
#include "ui/widgets/motion.h"

namespace telegrad::ui {

Arrangement::Arrangement(QMainWindow& window, QMenu& view)
    : QObject(&window),
      window_(window),
      layouts_(new Layouts(window)),
      presentation_(new Presentation(window)),
      asTable_(new QAction(tr("Show as table"), this)) {
  asTable_->setObjectName(QStringLiteral("show-as-table"));
  asTable_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
  asTable_->setToolTip(
      tr("The numbers of the plot that has the focus, else of the first one seen"));
  connect(asTable_, &QAction::triggered, this, &Arrangement::showTable);
  view.addSeparator();
  view.addActions({asTable_, presentation_->action()});
  view.addMenu(layouts_->menu());
  applyMotion();
}

void Arrangement::showTable() {
  auto* plot = PlotReach::of(window_.focusWidget());
  if (plot == nullptr) {
    for (auto* any : window_.findChildren<PlotReach*>()) {
      const auto* widget = qobject_cast<QWidget*>(any->parent());
      if (widget == nullptr || !widget->isVisible()) continue;
      plot = any;
      break;
    }
  }
  if (plot != nullptr) plot->showTable();
}

}  // namespace telegrad::ui
