// SPDX-License-Identifier: GPL-3.0-or-later
// The window explains itself: cards, clicks and keys; and the tour.
#include <array>
#include <cmath>
#include <memory>
#include <set>

#include <QComboBox>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSettings>
#include <QSlider>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

#include "tests/support/own_home.h"
#include "tests/support/small_runs.h"
#include "ui/explain_actions.h"
#include "ui/main_window.h"
#include "ui/panels/live_controls_panel.h"
#include "ui/tour.h"
#include "ui/training_view.h"
#include "ui/widgets/style_sheet.h"

using namespace telegrad;
using namespace telegrad::ui;
using telegrad::test::with;

namespace {

constexpr int kLong = 60000;  // milliseconds, for a machine that is busy

/// What the user was about to run, and nothing of the tour has.
Experiment ownDraft() {
  return with(Experiment(), {"dataset.key=synthetic-digits", "dataset.train_examples=1000",
                             "dataset.test_examples=200", "cluster.workers=3", "cluster.batch=8",
                             "algorithm.key=sasg", "run.epochs=400", "seed=7", "name=My own"});
}

/// In place of the quick start, whose images take a while to be read.
Experiment smallTour() {
  return with(Experiment(),
              {"dataset.key=synthetic-digits", "dataset.train_examples=1000",
               "dataset.test_examples=200", "cluster.workers=4", "cluster.batch=8",
               "model.hidden=32", "algorithm.key=sasg", "run.epochs=4000", "name=Small tour"});
}

std::unique_ptr<MainWindow> windowWith(const Experiment& experiment) {
  MainWindow::Start start;
  start.experiment = experiment;
  start.restoreSession = false;
  auto window = std::make_unique<MainWindow>(start);
  window->tour()->setExperiment(smallTour());
  window->resize(1280, 720);
  window->show();
  return window;
}

ExplainActions& explainOf(const MainWindow& window) {
  return *window.findChild<ExplainActions*>();
}

/// WCAG 2's contrast ratio.
double contrast(const QColor& a, const QColor& b) {
  const auto luminance = [](const QColor& colour) {
    const auto linear = [](double c) {
      return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
  };
  const double p = luminance(a);
  const double q = luminance(b);
  return (std::max(p, q) + 0.05) / (std::min(p, q) + 0.05);
}

}  // namespace

class MainWindowHelpTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { test::useOwnHome(); }

 private slots:
  void initTestCase() { applyTheme(ThemeChoice::Light); }
  void everyTopicOfTheWindowIsDescribed();
  void everyCardThatIsDescribedIsSomewhere();
  void theKeyExplainsWhatHasTheFocus();
  void aClickExplainsAndDoesNothingElse();
  void theMenuOffersIt();
  void placesOfTheCurvesAreAboutWhatTheyShow();
  void numbersFollowTheRun();
  void theRingStandsOut();
  void theTourGoesFromEndToEnd();
  void whatTheUserDoesIsNoticed();
  void theTourCanBeLeftAnywhere();
  void aRunOfTheUsersIsNotTouched();
  void itTrainsTheQuickStart();
};

void MainWindowHelpTest::everyTopicOfTheWindowIsDescribed() {
  const auto window = windowWith(ownDraft());
  std::set<QString> topics;
  for (const auto* widget : window->findChildren<QWidget*>())
    if (const auto topic = ownTopic(widget); !topic.isEmpty()) topics.insert(topic.key);
  QVERIFY(topics.size() > 60);
  for (const auto& topic : topics) {
    const auto said = ui::explain(topic, {ownDraft(), nullptr, 0});
    QVERIFY2(said.has_value(), qPrintable(topic));
    QVERIFY2(!said->title.isEmpty() && !said->what.isEmpty(), qPrintable(topic));
  }
}

void MainWindowHelpTest::everyCardThatIsDescribedIsSomewhere() {
  const auto window = windowWith(ownDraft());
  std::set<QString> shown;
  for (const auto* widget : window->findChildren<QWidget*>()) shown.insert(ownTopic(widget).key);
  for (const auto& topic : explanationTexts().topics())
    if (topic.starts_with("card:"))
      QVERIFY2(shown.contains(QString::fromStdString(topic)), topic.c_str());
}

void MainWindowHelpTest::theKeyExplainsWhatHasTheFocus() {
  const auto window = windowWith(ownDraft());
  window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(window.get()));
  auto& explain = explainOf(*window);
  const ParameterName rate{"algorithm", "learning_rate"};
  auto* control = window->findChild<LiveControlsPanel*>()->control(rate);
  control->slider()->setFocus();
  QTest::keyClick(control->slider(), Qt::Key_F1, Qt::ShiftModifier);
  QVERIFY(explain.card() != nullptr && explain.card()->isVisible());
  QVERIFY(!explain.card()->isModal());
  QCOMPARE(explain.card()->shown().title, QStringLiteral("Learning rate γ"));
  QVERIFY(explain.card()->shown().present.contains(QStringLiteral("M γ = 3 × ")));
  // A link goes on to another topic, in the same card.
  emit explain.card()->topicWanted(QStringLiteral("algorithm.momentum"));
  QCOMPARE(explain.card()->shown().title, QStringLiteral("Momentum μ"));
}

void MainWindowHelpTest::aClickExplainsAndDoesNothingElse() {
  const auto window = windowWith(ownDraft());
  auto& explain = explainOf(*window);
  explain.byClick()->trigger();
  QVERIFY(explain.waitsForClick());
  auto* button = window->findChild<QToolButton*>(QStringLiteral("export"));
  QTest::mouseClick(button, Qt::LeftButton);
  QVERIFY(!explain.waitsForClick());
  QVERIFY(QApplication::activePopupWidget() == nullptr);  // it would have opened its menu
  QCOMPARE(explain.card()->shown().title, QStringLiteral("Run, step, stop, rewind, fork"));
  explain.byClick()->trigger();
  QTest::keyClick(window.get(), Qt::Key_Escape);
  QVERIFY(!explain.waitsForClick());
}

void MainWindowHelpTest::theMenuOffersIt() {
  const auto window = windowWith(ownDraft());
  auto& explain = explainOf(*window);
  auto* combo = window->findChild<QComboBox*>(QStringLiteral("slot.algorithm"));
  QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(4, 4), combo->mapToGlobal(QPoint(4, 4)));
  QApplication::sendEvent(combo, &event);
  auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
  QVERIFY(menu != nullptr);
  QCOMPARE(menu->actions().last()->text(), QStringLiteral("Explain this"));
  menu->actions().last()->trigger();
  menu->close();
  QCOMPARE(explain.card()->shown().title, QStringLiteral("SASG"));
}

void MainWindowHelpTest::placesOfTheCurvesAreAboutWhatTheyShow() {
  const auto window = windowWith(ownDraft());
  auto* curves = window->view()->curves();
  QCoreApplication::processEvents();
  auto* plot = curves->plot();
  plot->replot();
  const auto at = [&](const QPoint& inPlot) {
    return curves->topicAt(plot->mapTo(curves, inPlot)).key;
  };
  QCOMPARE(at(curves->figure().lossRect()->center()), QStringLiteral("quantity:train_loss"));
  QCOMPARE(at(curves->figure().accuracyRect()->center()), QStringLiteral("quantity:test_accuracy"));
  auto options = curves->options();
  options.x = XQuantity::WireBits;
  curves->setOptions(options);
  QCOMPARE(at(QPoint(plot->width() / 2, plot->height() - 4)), QStringLiteral("quantity:wire_bits"));
}

void MainWindowHelpTest::numbersFollowTheRun() {
  const auto window = windowWith(ownDraft());
  auto& explain = explainOf(*window);
  explain.explain({QStringLiteral("quantity:rounds")}, window.get());
  QVERIFY(explain.card()->shown().present.isEmpty());
  window->controller().step(3);
  // All three workers upload in each of the first iterations.
  QTRY_VERIFY_WITH_TIMEOUT(
      explain.card()->shown().present.startsWith(QStringLiteral("9 uploads of 3 × 3 = 9 turns")),
      kLong);
}

void MainWindowHelpTest::theRingStandsOut() {
  constexpr double kOfWhatIsNoText = 3.0;  // WCAG 2.1, criterion 1.4.11
  for (const auto* theme : {&Theme::light(), &Theme::dark()})
    for (const auto& ground : {theme->window, theme->panel, theme->grid, theme->hairline})
      QVERIFY2(contrast(Highlight::colour(*theme), ground) >= kOfWhatIsNoText,
               qPrintable(ground.name()));
}

/// With nothing but "Fast-forward" and "Next".
void MainWindowHelpTest::theTourGoesFromEndToEnd() {
  const auto window = windowWith(ownDraft());
  auto* tour = window->tour();
  auto* callout = tour->callout();
  const auto before = window->view()->curves()->options();
  window->findChild<QTabBar*>()->setCurrentIndex(3);
  tour->action()->trigger();
  std::set<QString> seen;
  for (std::size_t i = 1; i < tourSteps().size(); ++i) {
    const auto& step = tourSteps()[i];
    QCOMPARE(tour->step(), QString::fromLatin1(step.key));
    QVERIFY(callout->isVisible());
    QCOMPARE(callout->target() == nullptr, !step.target);
    if (callout->target() != nullptr) {
      QVERIFY2(callout->target()->isVisible(), step.key);
      const QRect target(callout->target()->mapTo(window.get(), QPoint()),
                         callout->target()->size());
      QVERIFY2(window->rect().contains(callout->geometry()), step.key);
      QVERIFY2(callout->surrounded().intersects(target), step.key);
    }
    seen.insert(tour->step());
    if (callout->hurryButton()->isVisible())
      callout->hurryButton()->click();
    else
      callout->nextButton()->click();
  }
  QCOMPARE(seen.size(), tourSteps().size() - 1);
  QVERIFY(!tour->isOn() && !callout->isVisible());
  QCOMPARE(window->controller().draft(), ownDraft());
  QCOMPARE(window->view()->curves()->options(), before);
  QCOMPARE(window->findChild<QTabBar*>()->currentIndex(), 3);
  // Two runs of the tour, which stay, and go on no more.
  QTRY_VERIFY_WITH_TIMEOUT(!window->controller().isActive(), kLong);
  QCOMPARE(window->controller().runs().count(), 2);
}

void MainWindowHelpTest::whatTheUserDoesIsNoticed() {
  const auto window = windowWith(ownDraft());
  auto* tour = window->tour();
  auto* callout = tour->callout();
  auto& controller = window->controller();
  window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(window.get()));
  tour->begin();
  callout->nextButton()->click();
  QCOMPARE(tour->step(), QStringLiteral("start"));
  QVERIFY(!callout->nextButton()->isEnabled());
  QTest::keyClick(window.get(), Qt::Key_Space);
  QTRY_VERIFY_WITH_TIMEOUT(callout->nextButton()->isEnabled(), kLong);
  callout->backButton()->click();
  QCOMPARE(tour->step(), QStringLiteral("welcome"));
  callout->nextButton()->click();
  callout->nextButton()->click();
  QCOMPARE(tour->step(), QStringLiteral("curves"));
  for (const char* next : {"who-spoke", "axis"}) {
    if (callout->hurryButton()->isVisible())
      callout->hurryButton()->click();
    else
      callout->nextButton()->click();
    QCOMPARE(tour->step(), QString::fromLatin1(next));
  }
  QVERIFY(!callout->nextButton()->isEnabled());
  callout->actButton()->click();
  QCOMPARE(window->view()->curves()->options().x, XQuantity::PayloadBits);
  QVERIFY(callout->nextButton()->isEnabled());
  callout->nextButton()->click();
  QCOMPARE(tour->step(), QStringLiteral("change"));
  controller.change({"compressor", "fraction"}, 0.002);  // as the slider would
  QTRY_VERIFY_WITH_TIMEOUT(callout->nextButton()->isEnabled(), kLong);
  callout->restartButton()->click();
  QCOMPARE(tour->step(), QStringLiteral("welcome"));
  QTRY_VERIFY_WITH_TIMEOUT(!controller.isActive(), kLong);
  tour->end();
  QCOMPARE(controller.draft(), ownDraft());
}

void MainWindowHelpTest::theTourCanBeLeftAnywhere() {
  const auto window = windowWith(ownDraft());
  window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(window.get()));
  auto* tour = window->tour();
  tour->begin();
  QVERIFY(window->controller().draft() != ownDraft());
  tour->callout()->skipButton()->click();
  QCOMPARE(window->controller().draft(), ownDraft());
  tour->begin();
  tour->callout()->nextButton()->click();
  tour->callout()->actButton()->click();
  QVERIFY(window->controller().isActive());
  QTest::keyClick(window.get(), Qt::Key_Escape);
  QVERIFY(!tour->isOn());
  QCOMPARE(window->controller().draft(), ownDraft());
  tour->begin();
  QVERIFY(window->close());
  QCOMPARE(window->controller().draft(), ownDraft());
}

void MainWindowHelpTest::aRunOfTheUsersIsNotTouched() {
  const auto window = windowWith(ownDraft());
  auto& controller = window->controller();
  controller.toggle();
  const int own = controller.runId();
  auto* tour = window->tour();
  tour->begin();
  QCOMPARE(tour->step(), QStringLiteral("busy"));
  QCOMPARE(controller.draft(), ownDraft());
  QVERIFY(!tour->callout()->hurryButton()->isVisible());
  tour->callout()->skipButton()->click();
  QVERIFY(controller.isActive() && controller.runId() == own);
  tour->begin();
  tour->callout()->actButton()->click();  // the user's own wish
  QTRY_COMPARE_WITH_TIMEOUT(tour->step(), QStringLiteral("welcome"), kLong);
  QCOMPARE(controller.runs().byId(own)->state, RunState::Stopped);
  tour->end();
  QCOMPARE(controller.draft(), ownDraft());
  QCOMPARE(controller.runs().count(), 1);
}

void MainWindowHelpTest::itTrainsTheQuickStart() {
  MainWindow::Start start;
  start.experiment = ownDraft();
  start.restoreSession = false;
  MainWindow window(start);
  window.tour()->begin();
  const auto& draft = window.controller().draft();
  QCOMPARE(draft.slot("algorithm").key, std::string("sasg"));
  QCOMPARE(draft.slot("model").key, std::string("fc-512"));
  QCOMPARE(draft.workers(), std::size_t{10});
  QVERIFY(liveParameters(draft).size() > 5);
  window.tour()->end();
  QCOMPARE(window.controller().draft(), ownDraft());
}

QTEST_MAIN(MainWindowHelpTest)
#include "main_window_help_test.moc"
