// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/runs_notes_panel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

RunsNotesPanel::RunsNotesPanel(RunLibrary& library, QWidget* parent)
    : QWidget(parent),
      library_(library),
      heading_(new QLabel(this)),
      facts_(mutedLabel({}, this)),
      tagsLabel_(mutedLabel({}, this)),
      tags_(new QLineEdit(this)),
      note_(new QPlainTextEdit(this)) {
  heading_->setFont(titleFont());
  heading_->setWordWrap(true);
  facts_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  facts_->setWordWrap(true);
  tags_->setPlaceholderText(tr("With commas between: WAN, for the report"));
  tags_->setAccessibleName(tr("Tags"));
  note_->setPlaceholderText(tr("What you want to remember of this run"));
  note_->setAccessibleName(tr("Note"));
  note_->setTabChangesFocus(true);
  note_->installEventFilter(this);
  auto* line = new QHBoxLayout;
  line->setSpacing(space::kSmall);
  line->addWidget(tagsLabel_);
  line->addWidget(tags_, 1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kSmall);
  rows->addWidget(heading_);
  rows->addWidget(facts_);
  rows->addLayout(line);
  rows->addWidget(note_, 1);
  rows->addStretch();
  connect(tags_, &QLineEdit::editingFinished, this, &RunsNotesPanel::save);
  connect(&library_, &RunLibrary::annotated, this, &RunsNotesPanel::refresh);
  refresh();
}

RunsNotesPanel::~RunsNotesPanel() {
  disconnect(&library_, nullptr, this, nullptr);
  save();
}

void RunsNotesPanel::setRuns(const std::vector<int>& ids) {
  if (ids == ids_) return;
  save();
  ids_ = ids;
  refresh();
}

void RunsNotesPanel::refresh() {
  const auto* run = isOfOne() ? library_.byId(ids_.front()) : nullptr;
  for (QWidget* each : std::initializer_list<QWidget*>{tagsLabel_, tags_})
    each->setVisible(!ids_.empty());
  note_->setVisible(run != nullptr);
  facts_->setVisible(run != nullptr);
  tagsLabel_->setText(run != nullptr ? tr("Tags") : tr("Give all of them the tags"));
  if (ids_.empty()) return heading_->setText(tr("Choose a run in the list to write about it."));
  if (run == nullptr) {
    heading_->setText(tr("%1 runs").arg(ids_.size()));
    return tags_->clear();
  }
  const auto& notes = run->listing.notes;
  heading_->setText(run->name);
  facts_->setText(QString::fromStdString(run->listing.folder.string()));
  tags_->setText(QString::fromStdString(formatTags(notes.tags)));
  const auto note = QString::fromStdString(notes.note);
  if (note != note_->toPlainText()) note_->setPlainText(note);
}

void RunsNotesPanel::save() {
  if (ids_.empty()) return;
  const auto tags = parseTags(tags_->text().toStdString());
  if (!isOfOne() && tags.empty()) return;
  const bool one = isOfOne();
  const auto note = note_->toPlainText().toStdString();
  library_.annotate(ids_, [&](RunNotes& notes) {
    if (one) {
      notes.tags = tags;
      notes.note = note;
      return;
    }
    for (const auto& tag : tags)
      if (std::ranges::find(notes.tags, tag) == notes.tags.end()) notes.tags.push_back(tag);
  });
}

bool RunsNotesPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == note_ && event->type() == QEvent::FocusOut) save();
  return QWidget::eventFilter(watched, event);
}

}  // namespace telegrad::ui
