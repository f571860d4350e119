// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/fork_dialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/experiment/catalogues.h"
#include "ui/models/number_format.h"
#include "ui/widgets/explained.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kForkWidth = 400;
constexpr int kForkHeight = 520;

QLabel* wrapped(const QString& words, QWidget* parent) {
  auto* label = new QLabel(words, parent);
  label->setWordWrap(true);
  return label;
}

}  // namespace

ForkDialog::ForkDialog(const Run& run, std::int64_t iteration, QWidget* parent)
    : QDialog(parent),
      values_(experimentAt(run, iteration)) {
  setWindowTitle(tr("Fork from iteration %1").arg(grouped(iteration)));
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
  rows->setSpacing(space::kMedium);
  rows->addWidget(wrapped(tr("A new run that shares the first %1 iterations with %2 and then goes "
                             "on with the values below. %2 stays as it is.")
                              .arg(grouped(iteration), run.name),
                          this));
  auto* scroll = new QScrollArea(this);
  auto* place = new QWidget(scroll);
  place->setProperty("role", "panel");
  makeForms(place);
  scroll->setWidget(place);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  rows->addWidget(scroll, 1);
  changes_ = wrapped({}, this);
  changes_->setProperty("role", "muted");
  rows->addWidget(changes_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  auto* go = buttons->addButton(tr("Fork"), QDialogButtonBox::AcceptRole);
  go->setProperty("role", "primary");
  go->setDefault(true);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  rows->addWidget(buttons);
  resize(kForkWidth, kForkHeight);
  showChanges();
}

void ForkDialog::makeForms(QWidget* place) {
  for (const auto& name : liveParameters(values_)) {
    const auto parameter = describe(values_, name);
    if (!parameter) continue;
    if (groups_.empty() || groups_.back().slot != name.slot) groups_.push_back({name.slot, {}});
    groups_.back().parameters.push_back(**parameter);
  }
  auto* rows = new QVBoxLayout(place);
  rows->setContentsMargins(0, 0, space::kSmall, 0);
  rows->setSpacing(space::kSmall);
  for (auto& group : groups_) {
    const auto slot = findSlot(group.slot);
    rows->addWidget(sectionHeader(slot ? translated((*slot)->label) : QString(), place));
    group.form = new ParameterForm(group.parameters, values_.slot(group.slot).settings, place);
    setTopics(*group.form, text(group.slot), false);
    connect(group.form, &ParameterForm::edited, this, &ForkDialog::showChanges);
    rows->addWidget(group.form);
  }
  rows->addStretch(1);
}

std::vector<std::string> ForkDialog::assignments() const {
  std::vector<std::string> all;
  for (const auto& group : groups_) {
    const auto chosen = group.form->values();
    for (const auto& parameter : group.parameters) {
      const auto& value = chosen.at(parameter.key);
      const ParameterName name{group.slot, parameter.key};
      if (value == values_.value(name)) continue;
      all.push_back(name.text() + "=" + formatValue(parameter, value));
    }
  }
  return all;
}

ParameterForm* ForkDialog::form(const std::string& slot) const {
  for (const auto& group : groups_)
    if (group.slot == slot) return group.form;
  return nullptr;
}

void ForkDialog::showChanges() {
  const auto count = static_cast<int>(assignments().size());
  changes_->setText(count == 0 ? tr("Nothing is changed yet: it will go on as %1 did, until you "
                                    "change something.")
                                     .arg(QString::fromStdString(values_.name()))
                    : count == 1 ? tr("One value is changed.")
                                 : tr("%1 values are changed.").arg(count));
}

}  // namespace telegrad::ui
