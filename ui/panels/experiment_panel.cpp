// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/experiment_panel.h"

#include <algorithm>
#include <charconv>

#include "ui/widgets/choice_box.h"
#include "ui/widgets/explained.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

const Description& entryOf(const SlotDescription& slot, const std::string& key) {
  const auto found = std::ranges::find(slot.entries, key, &Description::key);
  return found == slot.entries.end() ? slot.entries.front() : *found;
}

QString explanation(const Description& entry) {
  const auto source = entry.source.empty() ? QString() : QStringLiteral("\n") + text(entry.source);
  return translated(entry.summary) + source;
}

}  // namespace

ExperimentPanel::ExperimentPanel(QWidget* parent) : QWidget(parent), conflict_(new QLabel(this)) {
  setProperty("role", "panel");
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kTiny);
  rows->addWidget(sectionHeader(tr("Experiment"), this));
  note_ = chipLabel({}, this);
  note_->setWordWrap(true);
  note_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  note_->hide();
  rows->addWidget(note_);
  conflict_->setObjectName(QStringLiteral("conflict"));
  conflict_->setProperty("role", "error");
  conflict_->setWordWrap(true);
  rows->addWidget(conflict_);
  for (const auto& slot : experimentSlots()) rows->addWidget(makeSlot(slot));
  rows->addWidget(makeSeed());
  parameters_ = new QuantityLabel(tr("Parameters"), this);
  parameters_->setToolTip(tr("How many weights the model has, d"));
  bits_ = new QuantityLabel(tr("Bits per upload"), this);
  bits_->setToolTip(tr("Payload of one upload, on average over the last 100 iterations"));
  duration_ = new QuantityLabel(tr("Wall time"), this);
  duration_->setToolTip(
      tr("How long the next run takes on this machine: “about” by the last run of the same data, "
         "model, cluster, algorithm and compressor, “roughly” by what the model has to compute"));
  setTopic(parameters_, {QStringLiteral("card:parameters"), true});
  setTopic(bits_, {QStringLiteral("card:bits-per-upload")});
  setTopic(duration_, {QStringLiteral("card:forecast"), true});
  for (auto* fact : {parameters_, bits_, duration_}) rows->addWidget(fact);
  setExperiment(experiment_);
}

QWidget* ExperimentPanel::makeSlot(const SlotDescription& slot) {
  auto* place = new QWidget(this);
  auto* column = new QVBoxLayout(place);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kTiny);
  Row& row = rows_[slot.key];
  row.slot = &slot;
  row.place = place;
  if (slot.hasChoice()) column->addWidget(row.head = makeHead(slot, row));
  row.formPlace = new QWidget(place);
  auto* inner = new QVBoxLayout(row.formPlace);
  inner->setContentsMargins(slot.hasChoice() ? space::kMedium : 0, 0, 0,
                            slot.hasChoice() ? space::kSmall : 0);
  row.formPlace->setVisible(!slot.hasChoice());
  column->addWidget(row.formPlace);
  return place;
}

QWidget* ExperimentPanel::makeHead(const SlotDescription& slot, Row& row) {
  auto* head = new QWidget(this);
  auto* label = mutedLabel(translated(slot.label), head);
  label->setWordWrap(true);
  label->setToolTip(translated(slot.summary));
  row.fold = new QToolButton(head);
  row.fold->setProperty("role", "quiet");
  row.fold->setFixedWidth(16);
  row.fold->setCheckable(true);
  row.fold->setArrowType(Qt::NoArrow);
  row.fold->setText(QStringLiteral("►"));
  row.fold->setAccessibleName(tr("Parameters of %1").arg(inSentence(translated(slot.label))));
  row.fold->setToolTip(row.fold->accessibleName());
  auto policy = row.fold->sizePolicy();
  policy.setRetainSizeWhenHidden(true);
  policy.setVerticalPolicy(QSizePolicy::Ignored);  // rows with it are as high as those without
  row.fold->setSizePolicy(policy);
  row.combo = new ChoiceBox(head, ChoiceBox::Width::Word);
  row.combo->setObjectName(QStringLiteral("slot.") + text(slot.key));
  row.combo->setAccessibleName(translated(slot.label));
  row.combo->setAccessibleDescription(translated(slot.summary));
  for (const auto& entry : slot.entries) {
    row.combo->addItem(translated(entry.name), text(entry.key));
    row.combo->setItemData(row.combo->count() - 1, explanation(entry), Qt::ToolTipRole);
  }
  label->setBuddy(row.combo);
  auto* line = new FieldRow(kFieldWidth);
  line->addWidget(label);
  line->addWidget(row.fold);
  line->addWidget(row.combo);
  head->setLayout(line);
  connect(row.combo, &ChoiceBox::activated, this, [this, &row](int) {
    take(experiment_.withKey(row.slot->key, row.combo->currentData().toString().toStdString()));
  });
  connect(row.fold, &QToolButton::toggled, this, [this, &row](bool open) { fold(row, open); });
  return head;
}

QWidget* ExperimentPanel::makeSeed() {
  auto* place = seedPlace_ = new QWidget(this);
  auto* label = mutedLabel(tr("Seed"), place);
  seed_ = new QLineEdit(place);
  seed_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // as wide as the column
  seed_->setAlignment(Qt::AlignRight);
  seed_->setAccessibleName(tr("Seed"));
  seed_->setToolTip(tr("Initial weights, minibatches and all other chance come from it"));
  setTopic(place, {QStringLiteral("card:seed"), true});
  label->setBuddy(seed_);
  auto* line = new FieldRow(kFieldWidth);
  line->addWidget(label);
  line->addWidget(seed_);
  place->setLayout(line);
  connect(seed_, &QLineEdit::editingFinished, this,
          [this] { take(experiment_.withText("seed=" + seed_->text().trimmed().toStdString())); });
  return place;
}

void ExperimentPanel::fold(Row& row, bool open) {
  row.fold->setText(open ? QStringLiteral("▼") : QStringLiteral("►"));
  row.formPlace->setVisible(open && row.form != nullptr);
}

void ExperimentPanel::showSlot(Row& row) {
  const Selection& selection = experiment_.slot(row.slot->key);
  const Description& entry = entryOf(*row.slot, selection.key);
  if (row.form != nullptr && row.shownKey == selection.key) {
    row.form->setValues(selection.settings.values());
  } else {
    // Later, not now: it may be the sender of the signal that led here.
    if (row.form != nullptr) row.form->deleteLater();
    row.form = entry.parameters.empty()
                   ? nullptr
                   : new ParameterForm(entry.parameters, selection.settings, row.formPlace);
    if (row.form != nullptr) {
      setTopics(*row.form, text(row.slot->key), true);
      row.formPlace->layout()->addWidget(row.form);
      connect(row.form, &ParameterForm::edited, this,
              [this, slot = row.slot->key](const std::string& key, const Value& value) {
                take(experiment_.with({slot, key}, value));
              });
    }
    row.shownKey = selection.key;
  }
  keepToRules(row);
  if (row.combo == nullptr) return;
  row.combo->setCurrentIndex(row.combo->findData(text(selection.key)));
  row.combo->setToolTip(row.combo->isEnabled()
                            ? explanation(entry)
                            : explanation(entry) + QLatin1Char('\n') + lockedWords());
  setTopic(row.combo, {QStringLiteral("entry:") + text(row.slot->key + '.' + entry.key), true});
  row.fold->setVisible(row.form != nullptr);
  fold(row, row.fold->isChecked());
}

void ExperimentPanel::keepToRules(Row& row) {
  const auto& rules = experiment_.window();
  const auto& slot = row.slot->key;
  row.place->setVisible(isNeeded(experiment_, slot) && !rules.hides(slot, "*"));
  if (row.head != nullptr) row.head->setVisible(!rules.hides(slot, "key"));
  if (row.combo != nullptr) row.combo->setEnabled(!rules.locks(slot, "key"));
  if (row.form == nullptr) return;
  row.form->setAccess([&](const std::string& key) {
    return rules.hides(slot, key)   ? Access::Hidden
           : rules.locks(slot, key) ? Access::Locked
                                    : Access::Free;
  });
}

void ExperimentPanel::setExperiment(const Experiment& experiment) {
  experiment_ = experiment;
  const auto& rules = experiment.window();
  seedPlace_->setVisible(!rules.hides("seed", {}));
  seed_->setEnabled(!rules.locks("seed", {}));
  for (auto& [key, row] : rows_) showSlot(row);
  showConflicts();
  seed_->setText(QString::number(experiment.seed()));
}

void ExperimentPanel::showConflicts() {
  const auto conflict = conflictIn(experiment_);
  conflict_->setText(conflict ? tr("Does not go together: %1").arg(text(conflict->message))
                              : QString());
  conflict_->setVisible(conflict.has_value());
  for (const char* slot : {"algorithm", "compressor", "network"}) {
    auto& row = rows_.at(slot);
    for (int i = 0; i < row.combo->count(); ++i) {
      const auto& entry = row.slot->entries[static_cast<std::size_t>(i)];
      const auto chosen = experiment_.withKey(slot, entry.key);
      const auto reason = chosen ? conflictIn(*chosen) : std::nullopt;
      row.combo->setItemData(i, reason ? QVariant(Theme::current().mutedText) : QVariant(),
                             Qt::ForegroundRole);
      row.combo->setItemData(
          i,
          reason ? explanation(entry) + QStringLiteral("\n\n") + text(reason->message)
                 : explanation(entry),
          Qt::ToolTipRole);
    }
  }
}

void ExperimentPanel::setRunning(bool running, bool differs) {
  note_->setText(differs ? tr("Changed: Rewind runs it anew.")
                         : tr("Edits here make the next run."));
  note_->setVisible(running);
}

void ExperimentPanel::setFacts(const QString& parameters, const QString& bitsPerUpload) {
  parameters_->setQuantity(parameters.isEmpty() ? QStringLiteral("–") : parameters);
  bits_->setQuantity(bitsPerUpload.isEmpty() ? QStringLiteral("–") : bitsPerUpload);
}

void ExperimentPanel::setForecast(const QString& duration) {
  duration_->setQuantity(duration);
}

void ExperimentPanel::take(const Result<Experiment>& changed) {
  if (!changed) {
    emit refused(text(changed.error().message));
    setExperiment(experiment_);
    return;
  }
  if (*changed == experiment_) return;
  setExperiment(Experiment(*changed));
  emit edited(experiment_);
}

}  // namespace telegrad::ui
