// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_reach.h"

#include <utility>

#include <QAbstractScrollArea>
#include <QAccessibleWidget>
#include <QAction>
#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QMenu>
#include <QPainter>
#include <QWidget>

#include "ui/plots/plot_table_window.h"
#include "ui/widgets/accessible_as.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

/// A chart; its value is what the cursor reads out.
class ChartAccessible : public QAccessibleWidget {
 public:
  explicit ChartAccessible(QWidget* plot) : QAccessibleWidget(plot, QAccessible::Chart) {}

  QString text(QAccessible::Text which) const override {
    return QAccessibleWidget::text(which == QAccessible::Value ? QAccessible::Description : which);
  }
};

QAccessibleInterface* chartFor(const QString& /*className*/, QObject* object) {
  auto* widget = qobject_cast<QWidget*>(object);
  if (widget == nullptr) return nullptr;
  const bool reaches = widget->findChild<PlotReach*>({}, Qt::FindDirectChildrenOnly) != nullptr;
  return reaches ? new ChartAccessible(widget) : nullptr;
}

/// Around the plot, above what it draws, as long as it has the focus.
class FocusRing : public QWidget {
 public:
  explicit FocusRing(QWidget* plot) : QWidget(plot) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::current().accent, 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
  }
};

}  // namespace

QList<QPair<QString, QString>> plotKeys() {
  return {{PlotReach::tr("Next point, next cell"), QStringLiteral("← →")},
          {PlotReach::tr("Ten times as far"), PlotReach::tr("Shift+← →")},
          {PlotReach::tr("Another curve, another row"), QStringLiteral("↑ ↓")},
          {PlotReach::tr("A long way"), PlotReach::tr("Page Up, Page Down")},
          {PlotReach::tr("First and last point"), PlotReach::tr("Ctrl+Home, Ctrl+End")},
          {PlotReach::tr("Next change of the run; next span of the timeline"),
           PlotReach::tr("Ctrl+← →")},
          {PlotReach::tr("Closer, further away"), QStringLiteral("+ −")},
          {PlotReach::tr("What the point stands for"), PlotReach::tr("Enter")},
          {PlotReach::tr("Menu of the place"), PlotReach::tr("Menu, Shift+F10")},
          {PlotReach::tr("Away with the cursor"), PlotReach::tr("Esc")}};
}

PlotReach::PlotReach(QWidget* plot, Table table, bool ownMenu)
    : QObject(plot),
      plot_(plot),
      table_(std::move(table)),
      ownMenu_(ownMenu),
      action_(new QAction(tr("Show as table"), this)),
      ring_(new FocusRing(plot)) {
  if (plot->focusPolicy() == Qt::NoFocus) plot->setFocusPolicy(Qt::StrongFocus);
  plot->installEventFilter(this);
  // The mouse asks the viewport of a list for its menu.
  if (auto* area = qobject_cast<QAbstractScrollArea*>(plot))
    area->viewport()->installEventFilter(this);
  makeAccessibleAs<ChartAccessible>(*plot, chartFor);
  connect(action_, &QAction::triggered, this, &PlotReach::showTable);
}

PlotReach* PlotReach::of(QWidget* widget) {
  for (; widget != nullptr; widget = widget->parentWidget())
    if (auto* found = widget->findChild<PlotReach*>({}, Qt::FindDirectChildrenOnly)) return found;
  return nullptr;
}

PlotTableWindow* PlotReach::showTable() {
  const QPointer<PlotReach> self(this);
  auto* window = new PlotTableWindow(
      table_(),
      [self]() -> std::optional<PlotTable> {
        if (self.isNull()) return std::nullopt;
        return self->table();
      },
      plot_->window());
  window->show();
  window->activateWindow();
  return window;
}

void PlotReach::showRing() {
  ring_->setGeometry(plot_->rect());
  ring_->raise();
  ring_->show();
}

bool PlotReach::eventFilter(QObject* watched, QEvent* event) {
  if (watched != plot_ && event->type() != QEvent::ContextMenu) return false;
  switch (event->type()) {
    case QEvent::FocusIn:
      if (dynamic_cast<QFocusEvent&>(*event).reason() != Qt::MouseFocusReason &&
          dynamic_cast<QFocusEvent&>(*event).reason() != Qt::OtherFocusReason)
        showRing();
      break;
    case QEvent::KeyPress:
      showRing();
      break;
    case QEvent::FocusOut:
      ring_->hide();
      break;
    case QEvent::Resize:
      ring_->setGeometry(plot_->rect());
      break;
    case QEvent::ContextMenu: {
      if (ownMenu_) break;
      auto* menu = new QMenu(plot_);
      menu->setAttribute(Qt::WA_DeleteOnClose);
      menu->addAction(action_);
      menu->popup(dynamic_cast<QContextMenuEvent&>(*event).globalPos());
      return true;
    }
    default:
      break;
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace telegrad::ui
