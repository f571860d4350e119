// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QScrollArea>

#include "ui/models/explanation.h"
#include "ui/widgets/formula.h"

namespace telegrad::ui {

/// "Explain this", in a window of its own that stays open beside the others and blocks none: what
/// it is, the formula, its numbers of the moment, what to try, where it comes from, and ways on.
class ExplanationCard : public QDialog {
  Q_OBJECT

 public:
  explicit ExplanationCard(QWidget* parent);

  /// Opens it beside a rectangle on the screen, without covering that; once the user has put it
  /// somewhere it stays there.
  void show(const Explanation& explanation, const QRect& beside);
  /// Another topic, or the same with newer numbers, where it is; only what differs changes.
  void show(const Explanation& explanation);
  const Explanation& shown() const { return shown_; }
  /// Whether it goes on to what gets the focus next.
  bool isFollowing() const { return follow_->isChecked(); }

 signals:
  void topicWanted(const QString& topic);
  void pageWanted(const QString& page);  ///< of the manual

 protected:
  void moveEvent(QMoveEvent* event) override;

 private:
  QWidget* makeContent();
  static QLabel* wrapped(const char* name);
  void placeBeside(const QRect& onScreen);
  void follow(const QString& link);
  void fitHeight();
  static QString linksOf(const Explanation& explanation);

  Explanation shown_;
  QScrollArea* scroll_;
  QLabel* title_ = nullptr;
  QLabel* kind_ = nullptr;
  QLabel* what_ = nullptr;
  FormulaView* formula_ = nullptr;
  QFrame* presentPlace_ = nullptr;
  QLabel* present_ = nullptr;
  QLabel* value_ = nullptr;
  QLabel* tryHead_ = nullptr;
  QLabel* try_ = nullptr;
  QLabel* source_ = nullptr;
  QLabel* links_ = nullptr;
  QCheckBox* follow_;
  QPoint placed_;
  QElapsedTimer sincePlaced_;
  bool moved_ = false;
};

}  // namespace telegrad::ui
