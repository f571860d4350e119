// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/live_control.h"

#include <QVBoxLayout>

#include "ui/widgets/field_row.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kMillisecondsBetweenWords = 100;
constexpr int kNumberWidth = 92;
constexpr int kWordsWidth = 132;

bool isNumber(const Parameter& parameter) {
  return std::holds_alternative<Real>(parameter.kind) ||
         std::holds_alternative<Integer>(parameter.kind);
}

double numberOf(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::get<double>(value);
}

}  // namespace

LiveControl::LiveControl(const Parameter& parameter, const Value& value, QWidget* parent)
    : QWidget(parent),
      parameter_(parameter),
      initial_(value),
      field_(new ParameterField(parameter, value, this)),
      reset_(new QToolButton(this)),
      chip_(chipLabel({}, this)) {
  auto* label = new QLabel(translated(parameter.label), this);
  label->setToolTip(field_->editor()->toolTip());
  label->setBuddy(field_->editor());
  label->setWordWrap(true);
  reset_->setText(QStringLiteral("↺"));
  reset_->setProperty("role", "quiet");
  reset_->setAccessibleName(tr("Reset %1").arg(label->text()));
  auto policy = reset_->sizePolicy();
  policy.setRetainSizeWhenHidden(true);
  reset_->setSizePolicy(policy);
  chip_->hide();

  const bool isChoice = std::holds_alternative<Choice>(parameter.kind);
  auto* row = new FieldRow(isChoice ? kWordsWidth : kNumberWidth);
  row->addWidget(label);
  row->addWidget(reset_);
  row->addWidget(field_);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addLayout(row);
  rows->addWidget(field_->message());  // the field alone is too narrow for a sentence
  if (isNumber(parameter)) {
    slider_ = new LogSlider(SliderTravel::of(parameter), this);
    slider_->setAccessibleName(label->text());
    slider_->setAccessibleDescription(translated(parameter.help));
    slider_->setToolTip(field_->editor()->toolTip());
    slider_->setNumber(numberOf(value));
    connect(slider_, &LogSlider::numberMoved, this, &LiveControl::slide);
    connect(slider_, &QSlider::sliderReleased, this, [this] {
      if (!wait_.isActive()) return;
      wait_.stop();
      emit chosen(field_->value());
    });
    rows->addWidget(slider_);
  }
  rows->addWidget(chip_);
  wait_.setSingleShot(true);
  wait_.setInterval(kMillisecondsBetweenWords);
  connect(&wait_, &QTimer::timeout, this, [this] { emit chosen(field_->value()); });
  connect(field_, &ParameterField::edited, this, &LiveControl::choose);
  connect(reset_, &QToolButton::clicked, this, [this] {
    field_->setValue(initial_);
    choose(initial_);
  });
  setInitial(value);
}

void LiveControl::setInitial(const Value& value) {
  initial_ = value;
  reset_->setToolTip(
      tr("Back to %1").arg(QString::fromStdString(displayValue(parameter_, initial_))));
  showReset();
}

void LiveControl::slide(double number) {
  const Value value = std::holds_alternative<Integer>(parameter_.kind)
                          ? Value{static_cast<std::int64_t>(number)}
                          : Value{number};
  field_->setValue(value);
  showReset();
  // One word every tenth of a second: the timer is not begun anew, so a long drag is heard.
  if (!wait_.isActive()) wait_.start();
}

void LiveControl::choose(const Value& value) {
  wait_.stop();
  if (slider_ != nullptr) slider_->setNumber(numberOf(value));
  showReset();
  emit chosen(value);
}

void LiveControl::setValue(const Value& value) {
  wait_.stop();
  field_->setValue(value);
  if (slider_ != nullptr) slider_->setNumber(numberOf(value));
  chip_->hide();
  showReset();
}

void LiveControl::setPending(qint64 iteration) {
  chip_->setText(tr("takes effect at iteration %1").arg(grouped(iteration)));
  chip_->show();
}

void LiveControl::setInForce(const Value& value, qint64 iteration) {
  if (!(value == field_->value())) return;
  chip_->setText(tr("in force since iteration %1").arg(grouped(iteration)));
  chip_->show();
}

void LiveControl::showReset() {
  reset_->setVisible(!(field_->value() == initial_));
}

}  // namespace telegrad::ui
