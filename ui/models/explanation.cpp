// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/explanation.h"

#include <algorithm>

#include <QFile>

#include "core/experiment/worker_slots.h"
#include "core/metrics/quantities.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

constexpr std::string_view kEntry = "entry:";
constexpr std::string_view kQuantity = "quantity:";

/// A parameter's topic, taken apart: "algorithm.learning_rate", "algorithm.dgc.momentum",
/// "worker.3.slowdown".
struct ParameterTopic {
  std::string slot;
  std::string entry;  ///< empty: whatever stands in the slot
  std::string key;
};

std::optional<ParameterTopic> parameterTopic(std::string_view topic) {
  if (topic.find(':') != std::string_view::npos) return std::nullopt;
  const auto last = topic.rfind('.');
  if (last == std::string_view::npos) return std::nullopt;
  ParameterTopic made{std::string(topic.substr(0, last)), {}, std::string(topic.substr(last + 1))};
  if (workerNumber(made.slot)) return made;
  if (const auto first = made.slot.find('.'); first != std::string::npos) {
    made.entry = made.slot.substr(first + 1);
    made.slot.resize(first);
  }
  return made;
}

const Description* entryOfSlot(const std::string& slotKey, const std::string& entry) {
  const auto slot = findSlot(slotKey);
  if (!slot) return nullptr;
  if (!(*slot)->hasChoice()) return &(*slot)->entries.front();
  const auto found = std::ranges::find((*slot)->entries, entry, &Description::key);
  return found == (*slot)->entries.end() ? nullptr : &*found;
}

const Description* entryOfTopic(const ParameterTopic& topic, const Experiment& experiment) {
  if (!topic.entry.empty()) return entryOfSlot(topic.slot, topic.entry);
  if (workerNumber(topic.slot)) return &workerSlotDescription().entries.front();
  return findSlot(topic.slot) ? entryOfSlot(topic.slot, experiment.slot(topic.slot).key) : nullptr;
}

const Parameter* parameterOfEntry(const Description* entry, const std::string& key) {
  if (entry == nullptr) return nullptr;
  const auto found = std::ranges::find(entry->parameters, key, &Parameter::key);
  return found == entry->parameters.end() ? nullptr : &*found;
}

QString rangeWords(const Parameter& parameter) {
  const auto shown = [&](const Value& value) { return text(displayValue(parameter, value)); };
  if (const auto* real = std::get_if<Real>(&parameter.kind))
    return tr("%1 to %2").arg(shown(real->min), shown(real->max));
  if (const auto* whole = std::get_if<Integer>(&parameter.kind))
    return tr("%1 to %2").arg(shown(whole->min), shown(whole->max));
  if (const auto* choice = std::get_if<Choice>(&parameter.kind)) {
    QStringList words;
    const auto& labels = choice->labels.empty() ? choice->options : choice->labels;
    for (const auto& label : labels) words << translated(label);
    return words.join(QStringLiteral(", "));
  }
  return {};
}

QString valueWords(const Parameter& parameter, const ParameterTopic& topic,
                   const Experiment& experiment) {
  QStringList parts;
  const bool chosen = topic.entry.empty() || experiment.slot(topic.slot).key == topic.entry;
  const ParameterName name{topic.slot, topic.key};
  if (chosen && describe(experiment, name)) {
    const auto value = text(displayValue(parameter, experiment.value(name)));
    if (!value.isEmpty()) parts << tr("now %1").arg(value);
  }
  if (const auto range = rangeWords(parameter); !range.isEmpty())
    parts << tr("allowed: %1").arg(range);
  const auto initial = text(displayValue(parameter, parameter.initial()));
  if (!initial.isEmpty()) parts << tr("usual: %1").arg(initial);
  parts << (parameter.change == Change::BetweenIterations ? tr("may change while a run goes on")
                                                          : tr("fixed once a run has started"));
  return parts.join(QStringLiteral("; "));
}

void addText(Explanation& explanation, const ExplanationText* words, const Experiment& experiment) {
  if (words == nullptr) return;
  if (!words->what.empty()) {
    if (!explanation.what.isEmpty()) explanation.what += QStringLiteral("\n\n");
    explanation.what += translated(words->what);
  }
  if (!words->source.empty()) explanation.source = text(words->source);
  explanation.formula = text(words->formula);
  explanation.attempt = translated(words->attempt);
  explanation.page = text(words->page);
  for (const auto& topic : words->related)
    explanation.related.push_back({text(topic), titleOf(text(topic), experiment)});
}

std::optional<Explanation> ofParameter(const ParameterTopic& topic, const Situation& situation) {
  const auto* entry = entryOfTopic(topic, situation.experiment);
  const auto* parameter = parameterOfEntry(entry, topic.key);
  if (parameter == nullptr) return std::nullopt;
  Explanation made;
  made.title = translated(parameter->label);
  made.kind = tr("Parameter: %1").arg(translated(entry->name));
  made.what = translated(parameter->help);
  made.source = text(entry->source);
  made.value = valueWords(*parameter, topic, situation.experiment);
  const auto slot = workerNumber(topic.slot) ? std::string("worker") : topic.slot;
  addText(made, explanationTexts().findParameter(slot, entry->key, topic.key),
          situation.experiment);
  if (topic.entry.empty() || situation.experiment.slot(topic.slot).key == topic.entry)
    made.present = presentNumbers(topic.slot + '.' + topic.key, situation);
  return made;
}

std::optional<Explanation> ofEntry(std::string_view topic, const Situation& situation) {
  const auto name = topic.substr(kEntry.size());
  const auto dot = name.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string slotKey(name.substr(0, dot));
  const auto* entry = entryOfSlot(slotKey, std::string(name.substr(dot + 1)));
  if (entry == nullptr) return std::nullopt;
  Explanation made;
  made.title = translated(entry->name);
  if (const auto slot = findSlot(slotKey)) made.kind = translated((*slot)->label);
  made.what = translated(entry->summary);
  made.source = text(entry->source);
  addText(made, explanationTexts().find(topic), situation.experiment);
  if (situation.experiment.slot(slotKey).key == entry->key)
    made.present = presentNumbers(topic, situation);
  return made;
}

std::optional<Explanation> ofQuantity(std::string_view topic, const Situation& situation) {
  const auto found = findQuantity(topic.substr(kQuantity.size()));
  if (!found) return std::nullopt;
  Explanation made;
  made.title = translated((*found)->name);
  made.kind =
      (*found)->unit.empty() ? tr("Measured") : tr("Measured, in %1").arg(text((*found)->unit));
  made.what = translated((*found)->summary);
  addText(made, explanationTexts().find(topic), situation.experiment);
  made.present = presentNumbers(topic, situation);
  return made;
}

}  // namespace

const ExplanationTexts& explanationTexts() {
  static const ExplanationTexts texts = [] {
    const auto name = QStringLiteral(":/manual/explanations.toml");
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return ExplanationTexts{};
    auto read = ExplanationTexts::parse(file.readAll().toStdString(), name.toStdString());
    if (!read) qWarning("%s", read.error().message.c_str());
    return read ? *std::move(read) : ExplanationTexts{};
  }();
  return texts;
}

QString titleOf(const QString& topic, const Experiment& experiment) {
  const auto key = topic.toStdString();
  if (const auto parameter = parameterTopic(key)) {
    const auto* found = parameterOfEntry(entryOfTopic(*parameter, experiment), parameter->key);
    return found == nullptr ? QString() : translated(found->label);
  }
  if (key.starts_with(kQuantity)) {
    const auto found = findQuantity(key.substr(kQuantity.size()));
    return found ? translated((*found)->name) : QString();
  }
  if (key.starts_with(kEntry)) {
    const auto dot = key.find('.');
    const auto* entry =
        dot == std::string::npos
            ? nullptr
            : entryOfSlot(key.substr(kEntry.size(), dot - kEntry.size()), key.substr(dot + 1));
    return entry == nullptr ? QString() : translated(entry->name);
  }
  const auto* card = explanationTexts().find(key);
  return card == nullptr ? QString() : translated(card->title);
}

std::optional<Explanation> explain(const QString& topic, const Situation& situation) {
  const auto key = topic.toStdString();
  if (const auto parameter = parameterTopic(key)) return ofParameter(*parameter, situation);
  if (key.starts_with(kEntry)) return ofEntry(key, situation);
  if (key.starts_with(kQuantity)) return ofQuantity(key, situation);
  const auto* card = explanationTexts().find(key);
  if (card == nullptr) return std::nullopt;
  Explanation made;
  made.title = translated(card->title);
  addText(made, card, situation.experiment);
  made.present = presentNumbers(key, situation);
  return made;
}

}  // namespace telegrad::ui
