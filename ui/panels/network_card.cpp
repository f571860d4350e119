// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/network_card.h"

#include <algorithm>

#include "ui/models/number_format.h"
#include "ui/widgets/explained.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

bool isPresence(const Parameter& parameter) {
  return parameter.key == "present" && std::holds_alternative<Flag>(parameter.kind);
}

}  // namespace

NetworkCard::NetworkCard(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel(this)),
      words_(mutedLabel({}, this)),
      rows_(new QVBoxLayout(this)) {
  setProperty("role", "panel");
  QFont semibold = bodyFont();
  semibold.setWeight(QFont::DemiBold);
  title_->setFont(semibold);
  words_->setWordWrap(true);
  rows_->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
  rows_->setSpacing(space::kTiny);
  rows_->addWidget(title_);
  rows_->addWidget(words_);
  rows_->addStretch(1);
}

void NetworkCard::setSubject(const QString& title, const QString& words,
                             const std::vector<Item>& items) {
  title_->setText(title);
  words_->setText(words);
  words_->setVisible(!words.isEmpty());
  std::vector<ParameterName> names;
  names.reserve(items.size());
  for (const auto& item : items) names.push_back(item.name);
  if (content_ == nullptr || names != shown_) return rebuild(items);
  for (const auto& item : items) showValue(item.name, item.value, 0);
}

void NetworkCard::rebuild(const std::vector<Item>& items) {
  if (content_ != nullptr) {
    content_->hide();
    content_->deleteLater();  // it may be the sender of what led here
  }
  shown_.clear();
  controls_.clear();
  presence_ = nullptr;
  presenceChip_ = nullptr;
  content_ = new QWidget(this);
  column_ = new QVBoxLayout(content_);
  column_->setContentsMargins(0, space::kTiny, 0, 0);
  column_->setSpacing(space::kSmall);
  for (const auto& item : items) {
    shown_.push_back(item.name);
    if (isPresence(item.parameter)) {
      addPresence(item);
      continue;
    }
    auto* control = new LiveControl(item.parameter, item.value, content_);
    control->setInitial(item.parameter.initial());
    controls_.emplace_back(item.name, control);
    setTopic(control, {text(item.name.text())});
    column_->addWidget(control);
    connect(control, &LiveControl::chosen, this,
            [this, name = item.name](const Value& value) { emit chosen(name, value); });
  }
  rows_->insertWidget(rows_->count() - 1, content_);
}

void NetworkCard::addPresence(const Item& item) {
  presenceName_ = item.name;
  presence_ = new QPushButton(content_);
  presence_->setToolTip(translated(item.parameter.help));
  presence_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  presenceChip_ = chipLabel({}, content_);
  presenceChip_->hide();
  setTopic(presence_, {text(item.name.text())});
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kSmall);
  row->addWidget(presence_);
  row->addWidget(presenceChip_);
  row->addStretch(1);
  column_->addLayout(row);
  showPresence(std::get<bool>(item.value));
  connect(presence_, &QPushButton::clicked, this,
          [this] { emit chosen(presenceName_, Value{!present_}); });
}

void NetworkCard::showPresence(bool present) {
  present_ = present;
  presence_->setText(present ? tr("Cut off") : tr("Bring back"));
}

void NetworkCard::showValue(const ParameterName& name, const Value& value, qint64 iteration) {
  if (presence_ != nullptr && name == presenceName_) {
    showPresence(std::get<bool>(value));
    if (iteration == 0) return;
    presenceChip_->setText(tr("takes effect at iteration %1").arg(grouped(iteration)));
    presenceChip_->show();
    return;
  }
  auto* found = control(name);
  if (found == nullptr) return;
  if (!(found->value() == value)) found->setValue(value);
  if (iteration > 0) found->setPending(iteration);
}

void NetworkCard::showApplied(const std::vector<AppliedChange>& changes) {
  for (const auto& change : changes) {
    if (auto* found = control(change.name)) found->setInForce(change.to, change.iteration);
    if (presence_ == nullptr || !(change.name == presenceName_)) continue;
    if (!(change.to == Value{present_})) continue;
    presenceChip_->setText(tr("in force since iteration %1").arg(grouped(change.iteration)));
    presenceChip_->show();
  }
}

LiveControl* NetworkCard::control(const ParameterName& name) const {
  const auto found =
      std::ranges::find(controls_, name, &std::pair<ParameterName, LiveControl*>::first);
  return found == controls_.end() ? nullptr : found->second;
}

void NetworkCard::takeFocus() {
  if (!controls_.empty())
    controls_.front().second->field()->setFocus();
  else if (presence_ != nullptr)
    presence_->setFocus();
}

}  // namespace telegrad::ui
