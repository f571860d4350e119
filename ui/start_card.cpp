// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start_card.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyle>
#include <QVBoxLayout>

#include "core/experiment/needed_data.h"
#include "ui/models/entry_name.h"
#include "ui/plots/curve_thumbnail.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/style_sheet.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

constexpr int kWidePicture = 300;

bool hasAll(const QString& text, const QStringList& words) {
  const auto folded = text.toCaseFolded();
  return std::ranges::all_of(words, [&](const QString& word) { return folded.contains(word); });
}

QString searched(const OfferedVariant& variant) {
  const auto& experiment = variant.shipped->experiment;
  return text(variant.shipped->name) + QLatin1Char(' ') + text(experiment.name()) +
         QLatin1Char(' ') + variant.label + QLatin1Char(' ') + entryName(experiment, "dataset") +
         QLatin1Char(' ') + entryName(experiment, "algorithm");
}

bool isArrow(int key) {
  return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

}  // namespace

StartCard::StartCard(const OfferedCard& card, bool wide, QWidget* parent)
    : QFrame(parent),
      card_(card),
      facts_(mutedLabel({}, this)),
      variants_(new ChoiceBox(this)),
      run_(new QPushButton(this)) {
  setObjectName(QStringLiteral("card.") + text(card.variants.front().shipped->name));
  setProperty("role", "offer");
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAccessibleName(card.title);
  auto* picture = new CurveThumbnail(card.picture, this);
  auto* parts = new QBoxLayout(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
  parts->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
  parts->setSpacing(wide ? space::kHuge : space::kMedium);
  if (wide) {
    picture->setFixedWidth(kWidePicture);
    picture->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
  }
  parts->addWidget(picture);
  auto* words = makeWords();
  words->addLayout(makeButtons(wide));
  parts->addLayout(words, 1);
  refresh();
}

QBoxLayout* StartCard::makeWords() {
  auto* title = new QLabel(card_.title, this);
  title->setFont(titleFont());
  title->setWordWrap(true);
  auto* teaches = mutedLabel(card_.teaches, this);
  teaches->setWordWrap(true);
  teaches->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  facts_->setFont(plotFont());
  facts_->setWordWrap(true);
  auto* words = new QVBoxLayout;
  words->setSpacing(space::kSmall);
  words->addWidget(title);
  words->addWidget(teaches);
  words->addStretch(1);
  words->addWidget(facts_);
  return words;
}

QBoxLayout* StartCard::makeButtons(bool wide) {
  for (const auto& variant : card_.variants) variants_->addItem(variant.label);
  variants_->setAccessibleName(tr("Which of %1").arg(card_.title));
  variants_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  variants_->setMinimumContentsLength(8);
  variants_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  variants_->setCursor(Qt::ArrowCursor);
  variants_->setVisible(card_.variants.size() > 1);
  connect(variants_, &QComboBox::currentIndexChanged, this, &StartCard::refresh);
  auto* open = new QPushButton(tr("Open"), this);
  open->setObjectName(QStringLiteral("open"));
  open->setAccessibleName(tr("Open %1").arg(card_.title));
  open->setToolTip(tr("Fills the form with its settings; nothing begins yet  (Enter)"));
  connect(open, &QPushButton::clicked, this, [this] { this->open(false); });
  run_->setObjectName(QStringLiteral("run"));
  if (wide) run_->setProperty("role", "primary");
  connect(run_, &QPushButton::clicked, this, &StartCard::runOrGetData);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kSmall);
  if (card_.variants.size() > 1)
    row->addWidget(variants_, 1);
  else
    row->addStretch(1);
  row->addWidget(open);
  row->addWidget(run_);
  for (auto* button : {open, run_}) button->setCursor(Qt::ArrowCursor);
  return row;
}

const OfferedVariant& StartCard::variant() const {
  const auto last = static_cast<int>(card_.variants.size()) - 1;
  return card_.variants[static_cast<std::size_t>(std::clamp(variants_->currentIndex(), 0, last))];
}

void StartCard::choose(int variant) {
  variants_->setCurrentIndex(variant);
}

void StartCard::setMissing(const std::set<std::string>& keys) {
  missing_ = keys;
  refresh();
}

void StartCard::refresh() {
  const auto& chosen = variant();
  const auto& experiment = chosen.shipped->experiment;
  const auto key = datasetOnDisk(experiment);
  isMissing_ = key && missing_.contains(*key);
  const auto duration = durationOf(chosen);
  const auto dataset = entryName(experiment, "dataset");
  const auto words = isMissing_                        ? tr("%1 is not here yet").arg(dataset)
                     : isNeeded(experiment, "dataset") ? dataset
                                                       : tr("needs no data");
  facts_->setText(duration.text + QStringLiteral("  ·  ") + words);
  facts_->setProperty("role", isMissing_ ? "error" : "muted");
  facts_->style()->unpolish(facts_);
  facts_->style()->polish(facts_);
  facts_->setToolTip(
      duration.isOfHere
          ? tr("As such a run took on this machine the last time")
          : tr("Worked out from measurements for %1").arg(offeredExperiments().machine));
  run_->setText(isMissing_ ? tr("Get the data…") : tr("Run"));
  run_->setAccessibleName(isMissing_ ? tr("Get the data for %1").arg(card_.title)
                                     : tr("Run %1").arg(card_.title));
  run_->setToolTip(isMissing_ ? tr("What there is, and where it can be had  (Ctrl+Enter)")
                              : tr("Opens it and begins at once  (Ctrl+Enter)"));
  setAccessibleDescription(card_.teaches + QLatin1Char(' ') + facts_->text());
  variants_->setToolTip(text(experiment.summary()));
}

bool StartCard::narrow(const QStringList& words) {
  QString all = card_.title + QLatin1Char(' ') + card_.teaches;
  int fitting = -1;
  for (int i = 0; i < static_cast<int>(card_.variants.size()); ++i) {
    const auto own = searched(card_.variants[static_cast<std::size_t>(i)]);
    if (fitting < 0 && hasAll(own, words)) fitting = i;
    all += QLatin1Char(' ') + own;
  }
  if (!words.isEmpty() && fitting >= 0) choose(fitting);
  return hasAll(all, words);
}

bool StartCard::event(QEvent* event) {
  // Space opens the card that has the focus, before it runs and pauses.
  if (event->type() == QEvent::ShortcutOverride &&
      dynamic_cast<const QKeyEvent&>(*event).key() == Qt::Key_Space)
    event->accept();
  return QFrame::event(event);
}

void StartCard::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  const bool control = event->modifiers().testFlag(Qt::ControlModifier);
  if (key == Qt::Key_Return || key == Qt::Key_Enter)
    control ? runOrGetData() : open(false);
  else if (key == Qt::Key_Space)
    open(false);
  else if (isArrow(key))
    emit neighbourWanted(key);
  else
    QFrame::keyPressEvent(event);
}

void StartCard::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
    open(false);
}

void StartCard::open(bool run) {
  emit opened(variant().shipped, run);
}

void StartCard::runOrGetData() {
  if (!isMissing_) return open(true);
  emit dataWanted(text(variant().shipped->experiment.slot("dataset").key));
}

}  // namespace telegrad::ui
