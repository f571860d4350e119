// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/explained.h"

#include <QLabel>
#include <QVariant>

#include "ui/widgets/parameter_form.h"

namespace telegrad::ui {
namespace {

constexpr auto kTopic = "topic";
constexpr auto kOfDraft = "topicOfDraft";

/// A label is about what it labels.
const QWidget* meantBy(const QWidget* widget) {
  const auto* label = qobject_cast<const QLabel*>(widget);
  return label != nullptr && label->buddy() != nullptr ? label->buddy() : widget;
}

}  // namespace

void setTopic(QWidget* widget, const Topic& topic) {
  widget->setProperty(kTopic, topic.key);
  widget->setProperty(kOfDraft, topic.ofDraft);
}

Topic ownTopic(const QWidget* widget) {
  return {widget->property(kTopic).toString(), widget->property(kOfDraft).toBool()};
}

void setTopics(const ParameterForm& form, const QString& slot, bool ofDraft) {
  for (auto* field : form.fields()) {
    const auto key = QString::fromStdString(field->parameter().key);
    setTopic(field, {slot + QLatin1Char('.') + key, ofDraft});
  }
}

Topic topicAt(const QWidget* widget, const QPoint& position) {
  const QPoint onScreen = widget->mapToGlobal(position);
  for (const auto* each = meantBy(widget); each != nullptr; each = each->parentWidget()) {
    if (const auto* places = dynamic_cast<const TopicPlaces*>(each)) {
      const auto topic = places->topicAt(each->mapFromGlobal(onScreen));
      if (!topic.isEmpty()) return topic;
    }
    const auto topic = ownTopic(each);
    if (!topic.isEmpty()) return topic;
    if (each->isWindow()) break;
  }
  return {};
}

Topic topicOf(const QWidget* widget) {
  for (const auto* each = meantBy(widget); each != nullptr; each = each->parentWidget()) {
    const auto topic = ownTopic(each);
    if (!topic.isEmpty()) return topic;
    if (each->isWindow()) break;
  }
  return {};
}

}  // namespace telegrad::ui
