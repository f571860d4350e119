// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QToolButton>

namespace telegrad::ui {

/// A dock's slim title bar, for docks whose panels have heads of their own: a grip to drag it by, a
/// button that lets it float or puts it back, and one that closes it. Threads: the window's.
class DockHandle : public QWidget {
  Q_OBJECT

 public:
  explicit DockHandle(QDockWidget* dock);

  QSize sizeHint() const override { return {60, kHeight}; }
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  static constexpr int kHeight = 18;
  QToolButton* button(const QString& name);
  void showState();
  void takeIcons();
  void changeEvent(QEvent* event) override;

  QDockWidget* dock_;
  QToolButton* float_;
  QToolButton* close_;
};

}  // namespace telegrad::ui
