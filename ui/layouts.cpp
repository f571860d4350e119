// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layouts.h"

#include <algorithm>

#include <QChildEvent>
#include <QInputDialog>
#include <QScreen>
#include <QSettings>
#include <QTabBar>

namespace telegrad::ui {
namespace {

const QString& layoutGroup() {
  static const QString name = QStringLiteral("layouts");
  return name;
}

/// Settings take a slash in a name for a group.
QString layoutKey(const QString& name) {
  return layoutGroup() + '/' + QString::fromLatin1(name.toUtf8().toPercentEncoding());
}

/// An experiment's file may say of a panel that it is not to be seen: then its action is not,
/// either.
bool isAllowed(const QDockWidget& dock) {
  return dock.toggleViewAction()->isVisible();
}

}  // namespace

Layouts::Layouts(QMainWindow& window)
    : QObject(&window),
      window_(window),
      menu_(new QMenu(tr("Layouts"), &window)),
      removing_(new QMenu(tr("Remove"), &window)),
      initial_(window.saveState()) {
  menu_->setObjectName(QStringLiteral("layouts"));
  for (auto* dock : window.findChildren<QDockWidget*>())
    places_.insert(dock, {window.dockWidgetArea(dock), dock->widget()->minimumWidth()});
  window.installEventFilter(this);
  fill();
}

QStringList Layouts::names() {
  QSettings settings;
  settings.beginGroup(layoutGroup());
  QStringList found;
  for (const auto& key : settings.childKeys())
    found << QString::fromUtf8(QByteArray::fromPercentEncoding(key.toLatin1()));
  found.sort(Qt::CaseInsensitive);
  return found;
}

void Layouts::fill() {
  menu_->clear();
  removing_->clear();
  for (const auto& name : names()) {
    // An ampersand in a name is no mark of a key.
    const auto shown = QString(name).replace('&', QStringLiteral("&&"));
    connect(menu_->addAction(shown), &QAction::triggered, this, [this, name] { choose(name); });
    connect(removing_->addAction(shown), &QAction::triggered, this, [this, name] { remove(name); });
  }
  if (!names().isEmpty()) menu_->addSeparator();
  connect(menu_->addAction(tr("Save this layout…")), &QAction::triggered, this,
          &Layouts::askForName);
  if (!names().isEmpty()) menu_->addMenu(removing_);
  connect(menu_->addAction(tr("Default layout")), &QAction::triggered, this, &Layouts::reset);
  menu_->addSeparator();
  for (auto* dock : window_.findChildren<QDockWidget*>())
    fillPlaces(dock, *menu_->addMenu(dock->windowTitle()));
}

void Layouts::fillPlaces(QDockWidget* dock, QMenu& places) {
  const auto to = [&](const QString& text, Qt::DockWidgetArea area) {
    connect(places.addAction(text), &QAction::triggered, dock, [this, dock, area] {
      dock->setFloating(false);
      window_.addDockWidget(area, dock);
      dock->setVisible(isAllowed(*dock));
    });
  };
  to(tr("To the left"), Qt::LeftDockWidgetArea);
  to(tr("To the right"), Qt::RightDockWidgetArea);
  connect(places.addAction(tr("In a window of its own")), &QAction::triggered, dock, [dock] {
    dock->setFloating(true);
    dock->setVisible(isAllowed(*dock));
  });
  connect(places.addAction(tr("As a tab beside the other panel")), &QAction::triggered, dock,
          [this, dock] {
            for (auto* other : window_.findChildren<QDockWidget*>()) {
              if (other == dock) continue;
              dock->setFloating(false);
              window_.tabifyDockWidget(other, dock);
              dock->setVisible(isAllowed(*dock));
              dock->raise();
              return;
            }
          });
}

void Layouts::askForName() {
  auto* dialog = new QInputDialog(&window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Save this layout"));
  dialog->setLabelText(tr("Its name; a layout that has it already is replaced:"));
  connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
    if (!name.trimmed().isEmpty()) save(name.trimmed());
  });
  dialog->open();
}

void Layouts::save(const QString& name) {
  QSettings().setValue(layoutKey(name), window_.saveState());
  fill();
}

bool Layouts::choose(const QString& name) {
  const bool done = window_.restoreState(QSettings().value(layoutKey(name)).toByteArray());
  for (auto* dock : window_.findChildren<QDockWidget*>())
    if (!isAllowed(*dock)) dock->hide();
  if (done) fitOntoScreen();
  return done;
}

void Layouts::remove(const QString& name) {
  QSettings().remove(layoutKey(name));
  fill();
}

void Layouts::reset() {
  window_.restoreState(initial_);
  QList<QDockWidget*> docks;
  QList<int> widths;
  for (auto place = places_.cbegin(); place != places_.cend(); ++place) {
    auto* dock = place.key();
    dock->setFloating(false);
    window_.addDockWidget(place->area, dock);
    dock->setVisible(isAllowed(*dock));
    docks << dock;
    widths << place->width;
  }
  window_.resizeDocks(docks, widths, Qt::Horizontal);
}

void Layouts::fitOntoScreen() {
  const QRect there = window_.screen()->availableGeometry();
  for (auto* dock : window_.findChildren<QDockWidget*>()) {
    if (!dock->isFloating()) continue;
    dock->resize(dock->size().boundedTo(there.size()));
    dock->move(std::clamp(dock->x(), there.left(), there.right() + 1 - dock->width()),
               std::clamp(dock->y(), there.top(), there.bottom() + 1 - dock->height()));
  }
  const QSize least = window_.minimumSizeHint();
  if (least.width() <= there.width() && least.height() <= there.height()) return;
  const auto state = window_.saveState();
  reset();
  const QSize usual = window_.minimumSizeHint();
  if (usual.width() >= least.width() && usual.height() >= least.height())
    window_.restoreState(state);  // it was not for the docks
}

bool Layouts::eventFilter(QObject* watched, QEvent* event) {
  // Docks in tabs: the window makes the bar itself.
  if (event->type() == QEvent::ChildPolished)
    if (auto* bar = qobject_cast<QTabBar*>(dynamic_cast<QChildEvent&>(*event).child());
        bar != nullptr && bar->accessibleName().isEmpty())
      bar->setAccessibleName(tr("Panels"));
  return QObject::eventFilter(watched, event);
}

}  // namespace telegrad::ui
