// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/operators_panel.h"

#include <algorithm>
#include <utility>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>

#include "core/experiment/catalogues.h"
#include "ui/widgets/explained.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/live_control.h"
#include "ui/widgets/menu_button.h"
#include "ui/widgets/parameter_form.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kIndent = 18;

QIcon markOf(int colour) {
  constexpr int kSide = 12;
  QPixmap pixmap(kSide * 2, kSide * 2);
  pixmap.setDevicePixelRatio(2.0);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(Theme::current().run(colour));
  painter.drawRoundedRect(QRectF(1, 1, kSide - 2, kSide - 2), 2, 2);
  return {pixmap};
}

bool hasNumber(const Parameter& parameter) {
  return std::holds_alternative<Real>(parameter.kind) ||
         std::holds_alternative<Integer>(parameter.kind);
}

/// The points of the curve along one of the operator's numbers.
LabSweep curveAlong(const LabOperator& op, const Parameter& parameter, std::size_t count) {
  LabSweep made;
  made.name = nameOf(op);
  made.parameter = parameter.label;
  const auto values = sweepValues(parameter, count);
  made.points = sweep(op, parameter, values);
  for (const auto& point : made.points)
    made.labels.push_back(
        displayValue(parameter, point.settings.values().find(parameter.key)->second));
  return made;
}

const Parameter* parameterOf(const LabOperator& op, std::string_view key) {
  const auto& all = descriptionOf(op).parameters;
  const auto found = std::ranges::find(all, key, &Parameter::key);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

OperatorsPanel::OperatorsPanel(QWidget* parent)
    : QWidget(parent),
      add_(new QToolButton(this)),
      rows_(new QVBoxLayout(this)) {
  add_->setText(tr("Add operator"));
  auto* menu = new QMenu(add_);
  menu->setToolTipsVisible(true);
  if (const auto slot = findSlot("compressor")) {
    for (const auto& entry : (*slot)->entries) {
      auto* action =
          menu->addAction(translated(entry.name), this, [this, key = entry.key] { add(key); });
      action->setToolTip(translated(entry.summary));
    }
  }
  giveMenu(*add_, *menu);
  rows_->setContentsMargins(0, 0, 0, 0);
  rows_->setSpacing(space::kSmall);
  rows_->addWidget(sectionHeader(tr("Operators"), this));
  rows_->addWidget(add_, 0, Qt::AlignLeft);
}

LabItem* OperatorsPanel::itemOf(int id) {
  const auto found = std::ranges::find(items_, id, &LabItem::id);
  return found == items_.end() ? nullptr : &*found;
}

int OperatorsPanel::freeColour() const {
  int colour = 0;
  while (std::ranges::any_of(items_, [&](const LabItem& item) { return item.colour == colour; }))
    ++colour;
  return colour;
}

void OperatorsPanel::add(const std::string& key) {
  auto op = labOperator(key);
  if (!op) return;
  LabItem item;
  item.id = ++lastId_;
  item.colour = freeColour();
  item.curve = sweepOf(*op, kCurvePoints);
  item.op = *std::move(op);
  items_.push_back(std::move(item));
  selected_ = lastId_;
  rebuild();
  emit changed();
}

void OperatorsPanel::remove(int id) {
  const auto found = std::ranges::find(items_, id, &LabItem::id);
  if (found == items_.end()) return;
  items_.erase(found);
  if (selected_ == id) selected_ = items_.empty() ? 0 : items_.back().id;
  rebuild();
  emit changed();
}

void OperatorsPanel::select(int id) {
  if (id == selected_ || (id != 0 && itemOf(id) == nullptr)) return;
  selected_ = id;
  rebuild();
  emit selectionChanged(id);
}

void OperatorsPanel::choose(int id, const std::string& key, const Value& value) {
  auto* item = itemOf(id);
  if (item == nullptr) return;
  Values values = item->op.settings.values();
  values[key] = value;
  auto op = labOperator(item->op.key, values);
  if (!op) return;
  item->op = *std::move(op);
  const auto* moved = parameterOf(item->op, key);
  if (moved == nullptr || !hasNumber(*moved)) {
    // A choice: the same curve again, if its number still means anything.
    const auto& all = descriptionOf(item->op).parameters;
    const auto along = std::ranges::find(all, item->curve.parameter, &Parameter::label);
    moved = along != all.end() && applies(*along, item->op.settings) ? &*along
                                                                     : sweptParameter(item->op);
  }
  item->curve = moved == nullptr ? sweepOf(item->op, kCurvePoints)
                                 : curveAlong(item->op, *moved, kCurvePoints);
  showWhatApplies();
  emit changed();
}

void OperatorsPanel::changeEvent(QEvent* event) {
  // The marks have the theme's colours. Queued: widgets are not made while the style changes.
  if (event->type() == QEvent::PaletteChange)
    QMetaObject::invokeMethod(this, &OperatorsPanel::rebuild, Qt::QueuedConnection);
  QWidget::changeEvent(event);
}

void OperatorsPanel::rebuild() {
  if (content_ != nullptr) {
    content_->hide();
    content_->deleteLater();
  }
  fields_.clear();
  content_ = new QWidget(this);
  auto* column = new QVBoxLayout(content_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kTiny);
  if (items_.empty()) {
    auto* nothing = mutedLabel(tr("None yet: add those that are to be compared."), content_);
    nothing->setWordWrap(true);
    column->addWidget(nothing);
  }
  for (const auto& item : items_) {
    column->addWidget(makeRow(item));
    if (item.id == selected_) column->addWidget(makeForm(item));
  }
  rows_->insertWidget(1, content_);
  showWhatApplies();
}

QWidget* OperatorsPanel::makeRow(const LabItem& item) {
  auto* row = new QWidget(content_);
  auto* name = new QToolButton(row);
  name->setProperty("role", "quiet");
  name->setIcon(markOf(item.colour));
  name->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  const auto& entry = descriptionOf(item.op);
  name->setText(translated(entry.name));
  name->setToolTip(translated(entry.summary));
  name->setCheckable(true);
  name->setChecked(item.id == selected_);
  name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  if (item.id == selected_) {
    QFont bold = name->font();
    bold.setWeight(QFont::DemiBold);
    name->setFont(bold);
  }
  auto* away = new QToolButton(row);
  away->setProperty("role", "quiet");
  away->setText(QStringLiteral("×"));
  away->setToolTip(tr("Remove"));
  away->setAccessibleName(tr("Remove %1").arg(name->text()));
  auto* cells = new QHBoxLayout(row);
  cells->setContentsMargins(0, 0, 0, 0);
  cells->setSpacing(space::kTiny);
  cells->addWidget(name, 1);
  cells->addWidget(away);
  // Queued: the row that is clicked goes with the others.
  connect(
      name, &QToolButton::clicked, this, [this, id = item.id] { select(id); },
      Qt::QueuedConnection);
  connect(
      away, &QToolButton::clicked, this, [this, id = item.id] { remove(id); },
      Qt::QueuedConnection);
  return row;
}

QWidget* OperatorsPanel::makeForm(const LabItem& item) {
  auto* form = new QWidget(content_);
  auto* column = new QVBoxLayout(form);
  column->setContentsMargins(kIndent, 0, 0, space::kSmall);
  column->setSpacing(space::kSmall);
  const auto topic = QStringLiteral("compressor.") + text(descriptionOf(item.op).key);
  for (const auto& parameter : descriptionOf(item.op).parameters) {
    const auto& value = item.op.settings.values().find(parameter.key)->second;
    const auto chosen = [this, id = item.id, key = parameter.key](const Value& now) {
      choose(id, key, now);
    };
    QWidget* field = nullptr;
    if (hasNumber(parameter)) {
      auto* control = new LiveControl(parameter, value, form);
      control->setInitial(parameter.initial());
      connect(control, &LiveControl::chosen, this, chosen);
      setTopic(control, {topic + QLatin1Char('.') + text(parameter.key)});
      field = control;
    } else {
      Parameter alone = parameter;  // what it goes with is not in this form: showWhatApplies()
      alone.onlyWith.reset();
      alone.notWith.clear();
      auto* one = new ParameterForm(std::span(&alone, 1), item.op.settings, form);
      connect(one, &ParameterForm::edited, this,
              [chosen](const std::string& /*key*/, const Value& now) { chosen(now); });
      setTopics(*one, topic, false);
      field = one;
    }
    column->addWidget(field);
    fields_.emplace_back(parameter.key, field);
  }
  if (fields_.empty()) column->addWidget(mutedLabel(tr("No parameters."), form));
  return form;
}

void OperatorsPanel::showWhatApplies() {
  const auto* item = itemOf(selected_);
  if (item == nullptr) return;
  for (const auto& [key, field] : fields_)
    if (const auto* parameter = parameterOf(item->op, key))
      field->setVisible(applies(*parameter, item->op.settings));
}

}  // namespace telegrad::ui
