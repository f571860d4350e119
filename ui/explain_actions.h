// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QAction>
#include <QMenu>
#include <QPointer>
#include <QTimer>

#include "ui/panels/explanation_card.h"
#include "ui/panels/run_controller.h"
#include "ui/widgets/explained.h"

class QContextMenuEvent;

namespace telegrad::ui {

/// "Explain this" everywhere: an action for what has the focus, one after which a click explains
/// instead of doing, and an entry in the menus of all that says what it is about (setTopic()). One
/// card shows it; its numbers follow the run at a rate that can be read.
/// Threads: the window's.
class ExplainActions : public QObject {
  Q_OBJECT

 public:
  ExplainActions(QWidget& window, RunController& controller);

  QAction* byClick() const { return byClick_; }
  QAction* ofFocus() const { return ofFocus_; }
  QAction* actionFor(const Topic& topic, QWidget* beside, QMenu* menu);  ///< the menu's own
  /// Which worker the rule's numbers are of.
  void setWorker(int worker) { worker_ = worker; }
  /// Of a topic that nobody has described: nothing.
  void explain(const Topic& topic, QWidget* beside);
  ExplanationCard* card() const { return card_; }
  bool waitsForClick() const { return waits_; }

 signals:
  void pageWanted(const QString& page);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void connectRun();
  void explainFocus();
  void waitForClick();
  void stopWaiting();
  bool clickWhileWaiting(QWidget* widget, QEvent* event);
  bool offerMenu(QWidget* widget, const QContextMenuEvent& event);
  bool hint(QWidget* widget, QEvent* event);
  void followFocus(const QWidget* now);
  void refresh();
  void later();
  Situation situation() const;
  QWidget* parentForCard() const;
  ExplanationCard& cardThere();

  QWidget& window_;
  RunController& controller_;
  QAction* byClick_;
  QAction* ofFocus_;
  QPointer<ExplanationCard> card_;
  QPointer<QWidget> beside_;
  Topic topic_;
  int worker_ = 0;
  bool waits_ = false;
  QTimer numbers_;
};

}  // namespace telegrad::ui
