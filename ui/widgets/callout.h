// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

#include "ui/widgets/theme.h"

namespace telegrad::ui {

/// A ring around a widget of a window, above all else in it; the mouse goes through it.
class Highlight : public QWidget {
  Q_OBJECT

 public:
  explicit Highlight(QWidget* window);
  void surround(const QRect& inWindow);
  /// Stands out from every ground of the theme by 3 : 1 and more, as WCAG 2 asks of what is no
  /// text.
  static QColor colour(const Theme& theme) { return theme.accent; }

 protected:
  void paintEvent(QPaintEvent* event) override;
};

/// Words beside a widget of a window, with buttons, that block nothing: the window goes on working
/// around it. Follows the widget when it moves.
class Callout : public QFrame {
  Q_OBJECT

 public:
  struct Words {
    QString title;
    QString text;
    QString progress;  ///< "3 of 14"
    QString act;       ///< on the button that does it instead of the user; empty: none
    bool canGoBack = false;
    bool canGoOn = true;
    bool canHurry = false;
    bool isLast = false;
  };

  explicit Callout(QWidget* window);

  /// Points at a widget of the window; null: at none, in the middle.
  void point(QWidget* target, const Words& words);
  void setCanGoOn(bool can);
  QWidget* target() const { return target_; }
  QPushButton* nextButton() const { return next_; }
  QPushButton* backButton() const { return back_; }
  QPushButton* actButton() const { return act_; }
  QPushButton* hurryButton() const { return hurry_; }
  QPushButton* restartButton() const { return restart_; }
  QPushButton* skipButton() const { return skip_; }
  QRect surrounded() const { return highlight_->geometry(); }

 signals:
  void next();
  void back();
  void act();
  void hurry();
  void restart();
  void skip();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  QPushButton* button(const QString& text, const QString& help, void (Callout::*signal)());
  void place();
  void announce();
  QPoint besideTarget(const QRect& target) const;

  QWidget* window_;
  Highlight* highlight_;
  QPointer<QWidget> target_;
  QLabel* title_;
  QLabel* progress_;
  QLabel* text_;
  QPushButton* act_;
  QPushButton* hurry_;
  QPushButton* back_;
  QPushButton* restart_;
  QPushButton* skip_;
  QPushButton* next_;
};

}  // namespace telegrad::ui
