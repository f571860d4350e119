// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

#include "core/experiment/experiment.h"
#include "core/experiment/journal.h"
#include "ui/widgets/live_control.h"

namespace telegrad::ui {

/// The card beside the network's picture: what is chosen there, and the parameters that can be
/// changed of it. Whether it is present is a button, "Cut off" or "Bring back"; the others are live
/// controls. Chips say when a wish takes effect and since when it holds.
class NetworkCard : public QWidget {
  Q_OBJECT

 public:
  struct Item {
    ParameterName name;
    Parameter parameter;
    Value value;
  };

  explicit NetworkCard(QWidget* parent = nullptr);

  /// Controls that are there already keep their chips. No signal.
  void setSubject(const QString& title, const QString& words, const std::vector<Item>& items);
  /// A wish is on its way, or, where `iteration` is 0, holds at once.
  void showValue(const ParameterName& name, const Value& value, qint64 iteration);
  /// The run says that changes took effect.
  void showApplied(const std::vector<AppliedChange>& changes);

  QString title() const { return title_->text(); }
  /// "Cut off", "Bring back"; nothing where that cannot be changed.
  QPushButton* presence() const { return presence_; }
  LiveControl* control(const ParameterName& name) const;
  /// To the first control.
  void takeFocus();

 signals:
  void chosen(const telegrad::ParameterName& name, const telegrad::Value& value);

 private:
  void rebuild(const std::vector<Item>& items);
  void addPresence(const Item& item);
  void showPresence(bool present);

  QLabel* title_;
  QLabel* words_;
  QVBoxLayout* rows_;
  QWidget* content_ = nullptr;
  QVBoxLayout* column_ = nullptr;
  std::vector<ParameterName> shown_;
  std::vector<std::pair<ParameterName, LiveControl*>> controls_;
  ParameterName presenceName_;
  QPushButton* presence_ = nullptr;
  QLabel* presenceChip_ = nullptr;
  bool present_ = true;
};

}  // namespace telegrad::ui
