// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/explanation_card.h"

#include <algorithm>

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/widgets/labels.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kExplanationWidth = 440;
constexpr int kLeastHeight = 220;
constexpr int kMostHeight = 620;
const auto kTopicScheme = QStringLiteral("topic:");
const auto kPageScheme = QStringLiteral("page:");

void setWords(QLabel* label, const QString& words) {
  if (label->text() != words) label->setText(words);
  label->setVisible(!words.isEmpty());
}

QString linkTo(const QString& address, const QString& words) {
  return QStringLiteral("<a href=\"%1\">%2</a>").arg(address, words.toHtmlEscaped());
}

}  // namespace

ExplanationCard::ExplanationCard(QWidget* parent)
    : QDialog(parent, Qt::Tool),
      scroll_(new QScrollArea(this)),
      follow_(new QCheckBox(tr("Go on to what gets the focus"), this)) {
  setObjectName(QStringLiteral("explanation"));
  setWindowTitle(tr("Explain this"));
  setModal(false);
  scroll_->setWidget(makeContent());
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setAccessibleName(tr("Explanation"));
  follow_->setToolTip(tr("The card then explains each control that you go to"));
  auto* close = new QPushButton(tr("Close"), this);
  close->setAutoDefault(false);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(space::kLarge, space::kSmall, space::kLarge, space::kMedium);
  foot->addWidget(follow_);
  foot->addStretch(1);
  foot->addWidget(close);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(1, 1, 1, 1);  // its border
  rows->setSpacing(0);
  rows->addWidget(scroll_, 1);
  rows->addWidget(hairline(this));
  rows->addLayout(foot);
}

QLabel* ExplanationCard::wrapped(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(QLatin1String(name));
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

QWidget* ExplanationCard::makeContent() {
  auto* content = new QWidget;
  content->setProperty("role", "panel");
  title_ = wrapped("title");
  title_->setFont(titleFont());
  kind_ = wrapped("kind");
  kind_->setProperty("role", "muted");
  what_ = wrapped("what");
  formula_ = new FormulaView(content);
  QFont larger = bodyFont();
  larger.setPixelSize(larger.pixelSize() + 2);
  formula_->setFont(larger);
  presentPlace_ = new QFrame(content);
  presentPlace_->setProperty("role", "banner");
  present_ = wrapped("present");
  present_->setAccessibleName(tr("The numbers now"));
  auto* inside = new QVBoxLayout(presentPlace_);
  inside->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
  inside->addWidget(present_);
  value_ = wrapped("value");
  value_->setProperty("role", "muted");
  tryHead_ = sectionHeader(tr("Try"), content);
  try_ = wrapped("try");
  source_ = wrapped("source");
  source_->setProperty("role", "muted");
  links_ = wrapped("links");
  links_->setTextFormat(Qt::RichText);
  links_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  links_->setAccessibleName(tr("More"));
  connect(links_, &QLabel::linkActivated, this, &ExplanationCard::follow);
  auto* rows = new QVBoxLayout(content);
  rows->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kMedium);
  rows->setSpacing(space::kSmall);
  for (QWidget* part : std::initializer_list<QWidget*>{
           title_, kind_, what_, formula_, presentPlace_, value_, tryHead_, try_, source_, links_})
    rows->addWidget(part);
  rows->addStretch(1);
  return content;
}

QString ExplanationCard::linksOf(const Explanation& explanation) {
  QStringList links;
  for (const auto& link : explanation.related)
    if (!link.title.isEmpty()) links << linkTo(kTopicScheme + link.topic, link.title);
  QString words = links.isEmpty() ? QString() : tr("See also: %1").arg(links.join(" · "));
  if (explanation.page.isEmpty()) return words;
  if (!words.isEmpty()) words += QStringLiteral("<br>");
  return words + linkTo(kPageScheme + explanation.page, tr("More of it in the manual"));
}

void ExplanationCard::show(const Explanation& explanation) {
  if (explanation == shown_) return;
  const bool another = explanation.title != shown_.title || explanation.what != shown_.what;
  shown_ = explanation;
  setWords(title_, explanation.title);
  setWords(kind_, explanation.kind);
  setWords(what_, explanation.what);
  if (another) formula_->setFormula(explanation.formula);
  formula_->setVisible(!explanation.formula.isEmpty());
  setWords(present_, explanation.present);
  presentPlace_->setVisible(!explanation.present.isEmpty());
  setWords(value_, explanation.value);
  tryHead_->setVisible(!explanation.attempt.isEmpty());
  setWords(try_, explanation.attempt);
  setWords(source_,
           explanation.source.isEmpty() ? QString() : tr("Source: %1").arg(explanation.source));
  setWords(links_, linksOf(explanation));
  setAccessibleName(tr("Explain this: %1").arg(explanation.title));
  if (another) {
    scroll_->verticalScrollBar()->setValue(0);
    fitHeight();
  }
}

/// As high as its words, within reason: what is longer scrolls.
void ExplanationCard::fitHeight() {
  auto* content = scroll_->widget();
  content->layout()->activate();
  const int width = std::max(kExplanationWidth, this->width());
  const int words = content->heightForWidth(width);
  const int foot = layout()->minimumSize().height() - scroll_->minimumSizeHint().height();
  const int most = std::min(kMostHeight, screen()->availableGeometry().height() - space::kHuge);
  resize(kExplanationWidth, std::clamp(words + foot, kLeastHeight, most));
}

void ExplanationCard::placeBeside(const QRect& onScreen) {
  if (moved_) return;
  const QRect room = screen()->availableGeometry();
  const int gap = space::kMedium;
  int x = onScreen.right() + gap;
  if (x + width() > room.right()) x = onScreen.left() - gap - width();
  if (x < room.left()) x = room.right() - width() - gap;
  const int y =
      std::clamp(onScreen.top(), room.top(), std::max(room.top(), room.bottom() - height() - gap));
  placed_ = QPoint(std::clamp(x, room.left(), std::max(room.left(), room.right() - width())), y);
  move(placed_);
  sincePlaced_.start();
}

void ExplanationCard::moveEvent(QMoveEvent* event) {
  // Right after it is placed, a window manager moves it to make room for its frame.
  constexpr qint64 kSettled = 1000;  // milliseconds
  QDialog::moveEvent(event);
  if (isVisible() && sincePlaced_.isValid() && sincePlaced_.hasExpired(kSettled)) moved_ = true;
}

void ExplanationCard::show(const Explanation& explanation, const QRect& beside) {
  show(explanation);
  placeBeside(beside);
  QDialog::show();
}

void ExplanationCard::follow(const QString& link) {
  if (link.startsWith(kTopicScheme)) emit topicWanted(link.mid(kTopicScheme.size()));
  if (link.startsWith(kPageScheme)) emit pageWanted(link.mid(kPageScheme.size()));
}

}  // namespace telegrad::ui
