// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain_actions.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QToolTip>

#include "ui/plots/curves_plot.h"

namespace telegrad::ui {
namespace {

constexpr int kNumbersInterval = 400;  // milliseconds: what changes faster cannot be read

/// Whether the place has a menu of its own, which then has the entry, or is no place for it.
bool hasOwnMenu(const QWidget* widget, const QPoint& position) {
  for (const auto* each : {widget, static_cast<const QWidget*>(widget->parentWidget())}) {
    if (each == nullptr) continue;
    const auto policy = each->contextMenuPolicy();
    if (policy == Qt::CustomContextMenu || policy == Qt::NoContextMenu) return true;
    if (qobject_cast<const QTextEdit*>(each) != nullptr ||
        qobject_cast<const QPlainTextEdit*>(each) != nullptr)
      return true;
  }
  for (const auto* each = widget; each != nullptr; each = each->parentWidget())
    if (const auto* curves = qobject_cast<const CurvesPlot*>(each))
      return widget == curves->plot() && curves->placeAt(position).has_value();
  return false;
}

}  // namespace

ExplainActions::ExplainActions(QWidget& window, RunController& controller)
    : QObject(&window),
      window_(window),
      controller_(controller),
      byClick_(new QAction(tr("Explain this"), this)),
      ofFocus_(new QAction(tr("Explain what has the focus"), this)) {
  byClick_->setObjectName(QStringLiteral("explain-this"));
  byClick_->setToolTip(tr("The next click explains what it meets, and does nothing else"));
  ofFocus_->setObjectName(QStringLiteral("explain-focus"));
  ofFocus_->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F1));
  ofFocus_->setShortcutContext(Qt::ApplicationShortcut);
  connect(byClick_, &QAction::triggered, this, &ExplainActions::waitForClick);
  connect(ofFocus_, &QAction::triggered, this, &ExplainActions::explainFocus);
  numbers_.setSingleShot(true);
  numbers_.setInterval(kNumbersInterval);
  connect(&numbers_, &QTimer::timeout, this, &ExplainActions::refresh);
  connect(qApp, &QApplication::focusChanged, this,
          [this](const QWidget*, const QWidget* now) { followFocus(now); });
  connectRun();
  qApp->installEventFilter(this);
}

void ExplainActions::connectRun() {
  const auto changed = [this] { later(); };
  connect(&controller_, &RunController::arrived, this, changed);
  connect(&controller_, &RunController::draftChanged, this, changed);
  connect(&controller_, &RunController::stateChanged, this, changed);
  connect(&controller_, &RunController::valueChanged, this, changed);
  connect(&controller_.runs(), &RunsModel::currentChanged, this, changed);
  connect(&controller_.runs(), &RunsModel::infoArrived, this, changed);
}

void ExplainActions::later() {
  if (card_ != nullptr && card_->isVisible() && !numbers_.isActive()) numbers_.start();
}

/// What is shown of the run in focus is as it is now, what the form has is of the next one.
Situation ExplainActions::situation() const {
  const Run* run = controller_.runs().current();
  const bool ofParameter = !topic_.key.contains(QLatin1Char(':'));
  if (topic_.ofDraft) return {controller_.draft(), run, worker_};
  if (ofParameter || run == nullptr) return {controller_.shown(), run, worker_};
  return {experimentAt(*run, static_cast<std::int64_t>(run->series.size())), run, worker_};
}

/// A modal dialog would block the card of any other window.
QWidget* ExplainActions::parentForCard() const {
  auto* modal = QApplication::activeModalWidget();
  return modal != nullptr ? modal : &window_;
}

ExplanationCard& ExplainActions::cardThere() {
  auto* parent = parentForCard();
  if (card_ != nullptr && card_->parentWidget() == parent) return *card_;
  if (card_ != nullptr) card_->deleteLater();
  card_ = new ExplanationCard(parent);
  connect(card_, &ExplanationCard::topicWanted, this, [this](const QString& key) {
    explain({key, topic_.ofDraft}, beside_);
  });
  connect(card_, &ExplanationCard::pageWanted, this, &ExplainActions::pageWanted);
  return *card_;
}

void ExplainActions::explain(const Topic& topic, QWidget* beside) {
  const auto before = topic_;
  topic_ = topic;
  const auto explanation = ui::explain(topic.key, situation());
  if (!explanation) {
    topic_ = before;
    return;
  }
  beside_ = beside;
  auto& card = cardThere();
  if (card.isVisible() && beside == nullptr) return card.show(*explanation);
  const QWidget& near = beside != nullptr ? *beside : window_;
  const bool opens = !card.isVisible();
  card.show(*explanation, QRect(near.mapToGlobal(QPoint()), near.size()));
  if (opens) card.activateWindow();
}

void ExplainActions::refresh() {
  if (card_ == nullptr || !card_->isVisible()) return;
  if (const auto explanation = ui::explain(topic_.key, situation())) card_->show(*explanation);
}

void ExplainActions::explainFocus() {
  auto* widget = QApplication::focusWidget();
  const auto topic = widget != nullptr ? topicOf(widget) : Topic{};
  if (topic.isEmpty()) return waitForClick();
  explain(topic, widget);
}

void ExplainActions::followFocus(const QWidget* now) {
  if (card_ == nullptr || !card_->isVisible() || !card_->isFollowing() || now == nullptr) return;
  if (now->window() == card_) return;
  const auto topic = topicOf(now);
  if (!topic.isEmpty() && !(topic == topic_)) explain(topic, nullptr);
}

void ExplainActions::waitForClick() {
  if (waits_) return;
  waits_ = true;
  QApplication::setOverrideCursor(Qt::WhatsThisCursor);
}

void ExplainActions::stopWaiting() {
  if (!waits_) return;
  waits_ = false;
  QApplication::restoreOverrideCursor();
}

QAction* ExplainActions::actionFor(const Topic& topic, QWidget* beside, QMenu* menu) {
  auto* action = new QAction(tr("Explain this"), menu);
  const QPointer<QWidget> place(beside);
  connect(action, &QAction::triggered, this, [this, topic, place] { explain(topic, place); });
  return action;
}

/// The whole of the click is taken, so that it explains and does nothing.
bool ExplainActions::clickWhileWaiting(QWidget* widget, QEvent* event) {
  switch (event->type()) {
    case QEvent::MouseButtonPress: {
      const auto& mouse = dynamic_cast<QMouseEvent&>(*event);
      if (widget->window() == card_) return false;
      if (mouse.button() == Qt::LeftButton)
        explain(topicAt(widget, mouse.position().toPoint()), widget);
      return true;
    }
    case QEvent::MouseButtonDblClick:
      return true;
    case QEvent::MouseButtonRelease:
      stopWaiting();
      return true;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
      if (dynamic_cast<QKeyEvent&>(*event).key() != Qt::Key_Escape) return false;
      stopWaiting();
      event->accept();
      return true;
    default:
      return false;
  }
}

bool ExplainActions::offerMenu(QWidget* widget, const QContextMenuEvent& event) {
  const bool byKey = event.reason() == QContextMenuEvent::Keyboard;
  const auto topic = byKey ? topicOf(widget) : topicAt(widget, event.pos());
  if (topic.isEmpty() || hasOwnMenu(widget, event.pos())) return false;
  auto* edit = qobject_cast<QLineEdit*>(widget);
  auto* menu = edit != nullptr ? edit->createStandardContextMenu() : new QMenu(widget);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (widget->contextMenuPolicy() == Qt::ActionsContextMenu) menu->addActions(widget->actions());
  if (!menu->isEmpty()) menu->addSeparator();
  menu->addAction(actionFor(topic, widget, menu));
  menu->popup(event.globalPos());
  return true;
}

/// The tool tip of what can be explained says how.
bool ExplainActions::hint(QWidget* widget, QEvent* event) {
  const auto& help = dynamic_cast<QHelpEvent&>(*event);
  const auto tip = widget->toolTip();
  if (tip.isEmpty() || Qt::mightBeRichText(tip) || topicAt(widget, help.pos()).isEmpty())
    return false;
  QToolTip::showText(
      help.globalPos(),
      tip + QStringLiteral("\n\n") +
          tr("%1 explains more").arg(ofFocus_->shortcut().toString(QKeySequence::NativeText)),
      widget);
  return true;
}

bool ExplainActions::eventFilter(QObject* watched, QEvent* event) {
  const auto type = event->type();  // asked first: every event of the program comes by
  if (!waits_ && type != QEvent::ContextMenu && type != QEvent::ToolTip) return false;
  auto* widget = qobject_cast<QWidget*>(watched);
  if (widget == nullptr) return false;
  if (waits_) return clickWhileWaiting(widget, event);
  if (type == QEvent::ToolTip) return hint(widget, event);
  return offerMenu(widget, dynamic_cast<QContextMenuEvent&>(*event));
}

}  // namespace telegrad::ui
