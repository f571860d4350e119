// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sweep_axis_field.h"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <vector>

#include <QCompleter>
#include <QHBoxLayout>

#include "core/experiment/catalogues.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr std::size_t kSuggested = 4;
constexpr int kLeastComboWidth = 150;

QString offerText(const std::string& text) {
  return QString::fromStdString(text);
}

std::string listText(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// An entry's key and some of those after it.
std::string keysAround(const SlotDescription& slot, const std::string& own) {
  std::vector<std::string> keys{own};
  for (const auto& entry : slot.entries)
    if (entry.key != own && keys.size() < kSuggested) keys.push_back(entry.key);
  return listText(keys);
}

/// Half, once, twice and four times a number, each within what is allowed.
template <typename Kind>
std::string numbersAround(const Parameter& parameter, const Kind& kind, double own) {
  const double centre = own > 0.0 ? own : 2.0;
  std::vector<std::string> values;
  for (const double factor : {own > 0.0 ? 0.5 : 0.0, 1.0, 2.0, 4.0}) {
    const double within =
        std::clamp(centre * factor, static_cast<double>(kind.min), static_cast<double>(kind.max));
    const auto text = formatValue(
        parameter, Value{static_cast<typename Kind::Type>(
                       std::is_integral_v<typename Kind::Type> ? std::round(within) : within)});
    if (std::ranges::find(values, text) == values.end()) values.push_back(text);
  }
  return listText(values);
}

/// What forms have besides the path: "Algorithm: Delay bound D".
struct Offer {
  std::string parameter;
  QString label;
  QString help;
};

std::vector<Offer> offersOf(const Experiment& experiment) {
  std::vector<Offer> all;
  for (const auto& slot : experimentSlots()) {
    if (!isNeeded(experiment, slot.key)) continue;
    if (slot.hasChoice())
      all.push_back({slot.key + ".key", translated(slot.label), translated(slot.summary)});
    const auto& selection = experiment.slot(slot.key);
    const auto entry = std::ranges::find(slot.entries, selection.key, &Description::key);
    for (const auto& parameter : entry->parameters)
      if (applies(parameter, selection.settings) &&
          !deciderOf(experiment, {slot.key, parameter.key}))
        all.push_back(
            {slot.key + "." + parameter.key,
             QStringLiteral("%1: %2").arg(translated(slot.label), translated(parameter.label)),
             translated(parameter.help)});
  }
  return all;
}

}  // namespace

std::string suggestedValues(const Experiment& experiment, const std::string& parameter) {
  const auto name = parseParameterName(parameter);
  if (!name) return {};
  if (name->key == "key") {
    const auto slot = findSlot(name->slot);
    return slot ? keysAround(**slot, experiment.slot(name->slot).key) : std::string();
  }
  const auto described = describe(experiment, *name);
  if (!described) return {};
  const auto& kind = (*described)->kind;
  const auto own = experiment.value(*name);
  if (std::holds_alternative<Flag>(kind)) return "false, true";
  if (const auto* whole = std::get_if<Integer>(&kind))
    return numbersAround(**described, *whole, static_cast<double>(std::get<std::int64_t>(own)));
  if (const auto* real = std::get_if<Real>(&kind))
    return numbersAround(**described, *real, std::get<double>(own));
  const auto* choice = std::get_if<Choice>(&kind);
  if (choice == nullptr) return formatValue(**described, own);
  auto options = choice->options;
  if (options.size() > kSuggested) options.resize(kSuggested);
  return listText(options);
}

SweepAxisField::SweepAxisField(const QString& name, QWidget* parent)
    : QWidget(parent),
      parameters_(new ChoiceBox(this)) {
  // Typed into it looks for a word in the list, or is a path of its own: "worker.2.slowdown".
  parameters_->setEditable(true);
  // After the line in the box, which Tab would else come to last.
  values_ = new QLineEdit(this);  // NOLINT(*-prefer-member-initializer)
  parameters_->setInsertPolicy(QComboBox::NoInsert);
  parameters_->completer()->setFilterMode(Qt::MatchContains);
  parameters_->completer()->setCompletionMode(QCompleter::PopupCompletion);
  parameters_->setMinimumWidth(kLeastComboWidth);
  parameters_->setMinimumContentsLength(18);
  parameters_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  parameters_->setAccessibleName(tr("Parameter %1").arg(name));
  parameters_->lineEdit()->setPlaceholderText(tr("none"));
  parameters_->setToolTip(
      tr("Any parameter of the experiment; type to search. A path as in --set "
         "is taken, too: worker.2.slowdown"));
  values_->setAccessibleName(tr("Values %1").arg(name));
  values_->setPlaceholderText(tr("0.01, 3 %, 0.1   or   0.001 to 1 in 4 log steps"));
  values_->setToolTip(
      tr("Values with commas between, or two ends and how many steps that makes, "
         "both ends included"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kSmall);
  row->addWidget(parameters_, 2);
  row->addWidget(values_, 3);
  connect(parameters_, &QComboBox::activated, this, &SweepAxisField::suggest);
  connect(parameters_->lineEdit(), &QLineEdit::editingFinished, this, [this] { emit edited(); });
  connect(values_, &QLineEdit::editingFinished, this, &SweepAxisField::edited);
}

void SweepAxisField::setExperiment(const Experiment& experiment) {
  experiment_ = experiment;
  const auto before = axis();
  const QSignalBlocker blocker(parameters_);
  parameters_->clear();
  parameters_->addItem(QString(), QString());
  for (const auto& offer : offersOf(experiment)) {
    parameters_->addItem(offer.label, offerText(offer.parameter));
    parameters_->setItemData(parameters_->count() - 1, offer.help, Qt::ToolTipRole);
  }
  setAxis(before);
}

std::string SweepAxisField::chosen() const {
  const auto text = parameters_->currentText().trimmed();
  const int place = parameters_->findText(text, Qt::MatchFixedString);
  return (place < 0 ? text : parameters_->itemData(place).toString()).toStdString();
}

void SweepAxisField::suggest() {
  const auto parameter = chosen();
  values_->setText(offerText(suggestedValues(experiment_, parameter)));
  values_->setCursorPosition(0);
  emit edited();
}

std::optional<SweepAxis> SweepAxisField::axis() const {
  auto parameter = chosen();
  if (parameter.empty()) return std::nullopt;
  return axisFromText(std::move(parameter), values_->text().toStdString());
}

void SweepAxisField::setAxis(const std::optional<SweepAxis>& axis) {
  const QSignalBlocker blocker(parameters_);
  const auto parameter = axis ? offerText(axis->parameter) : QString();
  const int place = parameters_->findData(parameter);
  if (place >= 0)
    parameters_->setCurrentIndex(place);
  else
    parameters_->setEditText(parameter);
  parameters_->lineEdit()->setCursorPosition(0);
  values_->setText(axis ? offerText(textOf(*axis)) : QString());
  values_->setCursorPosition(0);
}

}  // namespace telegrad::ui
