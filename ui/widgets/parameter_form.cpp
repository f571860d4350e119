// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/parameter_form.h"

#include <algorithm>

#include <QVBoxLayout>

#include "ui/widgets/field_row.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

QString lockedWords() {
  return tr("Locked by the experiment file");
}

ParameterForm::ParameterForm(std::span<const Parameter> parameters, const Settings& settings,
                             QWidget* parent)
    : QWidget(parent),
      settings_(settings) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kTiny);
  for (const auto& parameter : parameters) {
    auto* field =
        new ParameterField(parameter, settings.values().find(parameter.key)->second, this);
    auto* label = mutedLabel(translated(parameter.label), this);
    label->setWordWrap(true);
    label->setBuddy(field->editor());
    label->setToolTip(field->editor()->toolTip());
    auto* row = new FieldRow(kFieldWidth);
    row->addWidget(label);
    row->addWidget(field);
    rows->addLayout(row);
    rows->addWidget(field->message());
    connect(field, &ParameterField::edited, this, [this, key = parameter.key](const Value& value) {
      showWhatApplies();
      emit edited(key, value);
    });
    fields_.push_back(field);
    labels_.push_back(label);
    access_.push_back(Access::Free);
  }
  showWhatApplies();
}

std::string ParameterForm::choiceOf(const std::string& key) const {
  const auto found = settings_.values().find(key);
  if (found == settings_.values().end()) return {};
  const auto* word = std::get_if<std::string>(&found->second);
  const auto* whole = std::get_if<std::int64_t>(&found->second);
  return word != nullptr ? *word : whole != nullptr ? std::to_string(*whole) : std::string();
}

void ParameterForm::showWhatApplies() {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const auto& parameter = fields_[i]->parameter();
    const bool shown =
        access_[i] != Access::Hidden && applies(parameter, [this](const std::string& key) {
          const auto* other = field(key);
          return other != nullptr ? formatValue(other->parameter(), other->value()) : choiceOf(key);
        });
    fields_[i]->setVisible(shown);
    labels_[i]->setVisible(shown);
  }
}

void ParameterForm::setAccess(const std::function<Access(const std::string& key)>& access) {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const auto& parameter = fields_[i]->parameter();
    access_[i] = access(parameter.key);
    const bool free = access_[i] == Access::Free;
    fields_[i]->setEnabled(free);
    fields_[i]->setToolTip(free ? QString() : lockedWords());
    fields_[i]->editor()->setToolTip(
        free ? labels_[i]->toolTip() : labels_[i]->toolTip() + QLatin1Char('\n') + lockedWords());
  }
  showWhatApplies();
}

Values ParameterForm::values() const {
  Values all;
  for (const auto* field : fields_) all[field->parameter().key] = field->value();
  return all;
}

void ParameterForm::setValues(const Values& values) {
  for (auto* field : fields_) {
    const auto found = values.find(field->parameter().key);
    if (found != values.end() && !(found->second == field->value())) field->setValue(found->second);
  }
  showWhatApplies();
}

ParameterField* ParameterForm::field(std::string_view key) const {
  const auto found = std::ranges::find_if(
      fields_, [key](const ParameterField* field) { return field->parameter().key == key; });
  return found == fields_.end() ? nullptr : *found;
}

}  // namespace telegrad::ui
