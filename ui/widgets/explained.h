// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QString>
#include <QWidget>

namespace telegrad::ui {

class ParameterForm;

/// What a widget is about, as the explanations are keyed: "algorithm.learning_rate",
/// "entry:algorithm.sasg", "quantity:wire_bits", "card:who-spoke".
struct Topic {
  QString key;
  bool ofDraft = false;  ///< of the next run's settings, not of those of the run in hand
  bool isEmpty() const { return key.isEmpty(); }
  bool operator==(const Topic&) const = default;
};

/// Says what a widget, and all in it that say nothing of their own, is about.
void setTopic(QWidget* widget, const Topic& topic);
/// What it says itself; empty: nothing.
Topic ownTopic(const QWidget* widget);

/// Each field of the form is about the parameter of that name in the slot: "algorithm", or
/// "compressor.top-k".
void setTopics(const ParameterForm& form, const QString& slot, bool ofDraft);

/// A widget whose places are about several things, as a plot's axes and curves are.
class TopicPlaces {
 public:
  virtual ~TopicPlaces() = default;
  /// In the widget's own coordinates; empty: what the widget says of itself.
  virtual Topic topicAt(const QPoint& position) const = 0;
};

/// What the place of a widget is about, or the widget itself, or what it labels, or what it is in.
Topic topicAt(const QWidget* widget, const QPoint& position);
/// The same of a widget that has the focus.
Topic topicOf(const QWidget* widget);

}  // namespace telegrad::ui
