// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/live_controls_panel.h"

#include "core/experiment/catalogues.h"
#include "ui/widgets/explained.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/parameter_form.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

LiveControlsPanel::LiveControlsPanel(QWidget* parent)
    : QWidget(parent),
      rows_(new QVBoxLayout(this)) {
  setProperty("role", "panel");
  rows_->setContentsMargins(0, 0, 0, 0);
  rows_->setSpacing(space::kSmall);
}

void LiveControlsPanel::setExperiment(const Experiment& experiment) {
  const auto& rules = experiment.window();
  auto names = liveParameters(experiment);
  std::erase_if(names, [&](const ParameterName& n) { return rules.hides(n.slot, n.key); });
  std::vector<const Parameter*> wanted;
  for (const auto& name : names) {
    const auto parameter = describe(experiment, name);
    wanted.push_back(parameter ? *parameter : nullptr);
  }
  if (content_ == nullptr || wanted != shown_ || !(rules == rules_)) {
    shown_ = wanted;
    rules_ = rules;
    rebuild(experiment, names);
    return;
  }
  for (auto& [name, control] : controls_) control->setValue(experiment.value(name));
}

void LiveControlsPanel::setInitial(const Experiment& experiment) {
  for (auto& [name, control] : controls_)
    if (describe(experiment, name)) control->setInitial(experiment.value(name));
}

void LiveControlsPanel::rebuild(const Experiment& experiment,
                                const std::vector<ParameterName>& names) {
  if (content_ != nullptr) {
    content_->hide();
    content_->deleteLater();
  }
  controls_.clear();
  content_ = new QWidget(this);
  auto* column = new QVBoxLayout(content_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kSmall);
  rows_->addWidget(content_);
  std::string group;
  for (const auto& name : names) {
    const auto parameter = describe(experiment, name);
    if (!parameter) continue;
    if (name.slot != group) {
      const auto slot = findSlot(name.slot);
      if (!group.empty()) column->addSpacing(space::kTiny);
      const auto title = slot ? translated((*slot)->label) : QString();
      column->addWidget(sectionHeader(title, content_));
      group = name.slot;
    }
    auto* control = new LiveControl(**parameter, experiment.value(name), content_);
    setTopic(control, {text(name.text())});
    column->addWidget(control);
    if (rules_.locks(name.slot, name.key)) {
      control->setEnabled(false);
      control->setToolTip(lockedWords());
    }
    controls_[name] = control;
    connect(control, &LiveControl::chosen, this,
            [this, name](const Value& value) { emit chosen(name, value); });
  }
  if (names.empty()) {
    auto* nothing =
        mutedLabel(tr("Nothing in this experiment can change while it runs."), content_);
    nothing->setWordWrap(true);
    column->addWidget(nothing);
  }
}

LiveControl* LiveControlsPanel::control(const ParameterName& name) const {
  const auto found = controls_.find(name);
  return found == controls_.end() ? nullptr : found->second;
}

void LiveControlsPanel::showValue(const ParameterName& name, const Value& value, qint64 iteration) {
  auto* found = control(name);
  if (found == nullptr) return;
  if (!(found->value() == value)) found->setValue(value);
  if (iteration > 0) found->setPending(iteration);
}

void LiveControlsPanel::showApplied(const std::vector<AppliedChange>& changes) {
  for (const auto& change : changes)
    if (auto* found = control(change.name)) found->setInForce(change.to, change.iteration);
}

}  // namespace telegrad::ui
