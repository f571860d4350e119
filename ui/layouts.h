// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QHash>
#include <QMainWindow>
#include <QMenu>

namespace telegrad::ui {

/// Where the docks of a window are: arrangements of the user's by name, kept in the settings under
/// "layouts", and the one the window was made with. A menu of them, and of where each dock goes, so
/// that all of it is done by keyboard, too. Threads: the window's.
class Layouts : public QObject {
  Q_OBJECT

 public:
  /// Called once the docks are where they belong by default.
  explicit Layouts(QMainWindow& window);

  QMenu* menu() const { return menu_; }
  static QStringList names();
  /// What is there now, under that name, whatever it held before.
  void save(const QString& name);
  /// False if there is none, or it is of another version of the window.
  bool choose(const QString& name);
  void remove(const QString& name);
  void reset();
  /// Where an arrangement was restored that this screen has no room for: floating docks are brought
  /// back onto it; docks that make the window larger than it go back to where they were made.
  void fitOntoScreen();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill();
  void fillPlaces(QDockWidget* dock, QMenu& places);
  void askForName();

  QMainWindow& window_;
  QMenu* menu_;
  QMenu* removing_;
  QByteArray initial_;
  struct Place {
    Qt::DockWidgetArea area;
    int width;
  };
  QHash<QDockWidget*, Place> places_;  // by default
};

}  // namespace telegrad::ui
