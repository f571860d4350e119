// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMainWindow>

namespace telegrad::ui {

/// The window for a room of people: type and lines larger, the docks out of the way so that the
/// curves fill it. Leaving it puts everything back as it was; the window is also left so before it
/// is closed, and what the session keeps is the arrangement without it. Threads: the window's.
class Presentation : public QObject {
  Q_OBJECT

 public:
  static constexpr double kScale = 1.25;

  explicit Presentation(QMainWindow& window);
  ~Presentation() override;
  Q_DISABLE_COPY_MOVE(Presentation)

  QAction* action() const { return action_; }  ///< checked while it is on

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void begin();
  void end();

  QMainWindow& window_;
  QAction* action_;
  QByteArray before_;
};

}  // namespace telegrad::ui
