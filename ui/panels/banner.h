// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFrame>
#include <QLabel>
#include <QPushButton>

namespace telegrad::ui {

/// One calm line over the curves: what happened, and a button for what to do next.
class Banner : public QFrame {
  Q_OBJECT

 public:
  enum class Tone { Calm, Warning };

  explicit Banner(QWidget* parent = nullptr);

  /// `action` empty: no button.
  void say(Tone tone, const QString& what, const QString& action = {},
           std::function<void()> act = {});
  QString text() const { return isHidden() ? QString() : text_->text(); }
  QPushButton* button() const { return action_; }

 private:
  QLabel* text_ = nullptr;
  QPushButton* action_ = nullptr;
  std::function<void()> act_;
};

}  // namespace telegrad::ui
