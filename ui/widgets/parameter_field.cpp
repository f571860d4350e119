// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/parameter_field.h"

#include <limits>
#include <utility>

#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/widgets/choice_box.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wheel_guard.h"

namespace telegrad::ui {
namespace {

QString explanation(const Parameter& parameter) {
  QString tip = translated(parameter.help);
  if (const auto* real = std::get_if<Real>(&parameter.kind))
    tip += QStringLiteral("\n%1 to %2")
               .arg(text(displayValue(parameter, real->min)),
                    text(displayValue(parameter, real->max)));
  if (const auto* integer = std::get_if<Integer>(&parameter.kind))
    tip += QStringLiteral("\n%1 to %2")
               .arg(text(displayValue(parameter, integer->min)),
                    text(displayValue(parameter, integer->max)));
  return tip;
}

}  // namespace

ParameterField::ParameterField(Parameter parameter, const Value& value, QWidget* parent)
    : QWidget(parent),
      parameter_(std::move(parameter)),
      value_(value),
      message_(new QLabel(this)) {
  // By alternative, never by overload: a bool converts to a double without a word.
  if (std::holds_alternative<Flag>(parameter_.kind))
    editor_ = makeCheckBox(std::get<bool>(value));
  else if (const auto* integer = std::get_if<Integer>(&parameter_.kind);
           integer && integer->min >= std::numeric_limits<int>::min() &&
           integer->max <= std::numeric_limits<int>::max())
    editor_ = makeSpinBox(*integer);
  else if (const auto* choice = std::get_if<Choice>(&parameter_.kind))
    editor_ = makeComboBox(*choice);
  else
    editor_ = makeLine();
  editor_->setToolTip(explanation(parameter_));
  editor_->setAccessibleName(translated(parameter_.label));
  editor_->setAccessibleDescription(translated(parameter_.help));
  editor_->setObjectName(text(parameter_.key));
  setFocusProxy(editor_);

  message_->setProperty("role", "error");
  message_->setFont(plotFont());
  message_->setWordWrap(true);
  message_->hide();
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kTiny / 2);
  rows->addWidget(editor_);
  rows->addWidget(message_);
  setValue(value);
}

QWidget* ParameterField::makeCheckBox(bool initial) {
  auto* box = new QCheckBox(this);
  box->setChecked(initial);
  connect(box, &QCheckBox::toggled, this, [this](bool on) { offer(Value{on}); });
  return box;
}

QWidget* ParameterField::makeSpinBox(const Integer& kind) {
  auto* box = new QSpinBox(this);
  box->setRange(static_cast<int>(kind.min), static_cast<int>(kind.max));
  box->setGroupSeparatorShown(true);
  box->setKeyboardTracking(false);
  box->setAlignment(Qt::AlignRight);
  if (!parameter_.unit.empty()) box->setSuffix(QStringLiteral(" ") + text(parameter_.unit));
  takeWheelOnlyWithFocus(box);
  connect(box, &QSpinBox::valueChanged, this,
          [this](int number) { offer(accept(parameter_, Value{std::int64_t{number}})); });
  return box;
}

QWidget* ParameterField::makeLine() {
  auto* line = new QLineEdit(this);
  line->setAlignment(Qt::AlignRight);
  connect(line, &QLineEdit::editingFinished, this, [this, line] {
    const auto written = line->text().trimmed().toStdString();
    if (written != displayValue(parameter_, value_))
      offer(parseValue(parameter_, written));
    else
      show({});
  });
  return line;
}

QWidget* ParameterField::makeComboBox(const Choice& kind) {
  auto* box = new ChoiceBox(this, ChoiceBox::Width::Word);
  for (std::size_t i = 0; i < kind.options.size(); ++i)
    box->addItem(translated(i < kind.labels.size() ? kind.labels[i] : kind.options[i]),
                 text(kind.options[i]));
  connect(box, &ChoiceBox::currentIndexChanged, this, [this, box](int) {
    offer(accept(parameter_, Value{box->currentData().toString().toStdString()}));
  });
  return box;
}

QSize ParameterField::sizeHint() const {
  const auto wanted = QWidget::sizeHint();
  return {qobject_cast<ChoiceBox*>(editor_) != nullptr ? wanted.width() : minimumSizeHint().width(),
          wanted.height()};
}

void ParameterField::setValue(const Value& value) {
  value_ = value;
  show({});
  const QSignalBlocker quiet(editor_);
  if (auto* check = qobject_cast<QCheckBox*>(editor_)) check->setChecked(std::get<bool>(value));
  if (auto* spin = qobject_cast<QSpinBox*>(editor_))
    spin->setValue(static_cast<int>(std::get<std::int64_t>(value)));
  if (auto* combo = qobject_cast<ChoiceBox*>(editor_)) {
    combo->setCurrentIndex(combo->findData(text(std::get<std::string>(value))));
    combo->updateGeometry();  // it hears nothing of itself now
  }
  if (auto* line = qobject_cast<QLineEdit*>(editor_)) {
    line->setText(text(displayValue(parameter_, value)));
    line->setCursorPosition(0);
  }
}

void ParameterField::offer(const Result<Value>& read) {
  if (!read) {
    // Which parameter it is, the field says itself.
    auto reason = text(read.error().message);
    const auto key = text(parameter_.key) + QStringLiteral(": ");
    if (reason.startsWith(key)) reason.remove(0, key.size());
    reason.replace(0, 1, reason.left(1).toUpper());
    show(reason);
    return;
  }
  const bool isNew = !(*read == value_);
  setValue(*read);
  if (isNew) emit edited(value_);
}

void ParameterField::show(const QString& message) {
  message_->setText(message);
  message_->setVisible(!message.isEmpty());
  if (auto* line = qobject_cast<QLineEdit*>(editor_)) {
    line->setProperty("invalid", !message.isEmpty());
    line->style()->unpolish(line);
    line->style()->polish(line);
  }
}

}  // namespace telegrad::ui
