// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start_page.h"

#include <algorithm>

#include <QAction>
#include <QDockWidget>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QtTest>

#include "core/experiment/run_forecast.h"
#include "tests/support/own_home.h"
#include "ui/main_window.h"
#include "ui/training_view.h"
#include "ui/widgets/style_sheet.h"

using telegrad::ShippedExperiment;
using telegrad::ui::MainWindow;
using telegrad::ui::offeredExperiments;
using telegrad::ui::StartCard;
using telegrad::ui::StartPage;

/// The start page, by keyboard and mouse; what it opens is told in signals, or seen in the window.
class StartPageTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() {
    telegrad::test::useOwnHome();
    QCoreApplication::setOrganizationName(QStringLiteral("Telegrad tests"));
  }

 private slots:
  void initTestCase();
  void init();
  void cleanupTestCase() { page_.reset(); }
  void theCardsAreThoseOfTheData();
  void everyCardSaysWhatItIs();
  void enterOpensAndControlEnterRuns();
  void aClickOpensAndTheButtonRuns();
  void arrowsGoFromCardToCard();
  void searchingNarrowsAndChooses();
  void typingOnACardSearches();
  void whatIsMissingIsSaid();
  void timesOfThisMachineComeFirst();
  void recentRunsAreOffered();
  void theChoiceIsKept();
  void theWindowBeginsWithItAndComesBack();
  void theWindowGoesStraightToWhatIsAskedFor();

 private:
  StartCard* card(const QString& name) const {
    return page_->findChild<StartCard*>(QStringLiteral("card.") + name);
  }

  std::unique_ptr<QTemporaryDir> data_;
  std::unique_ptr<StartPage> page_;
};

namespace {

std::vector<const telegrad::ui::OfferedCard*> offeredCards() {
  std::vector<const telegrad::ui::OfferedCard*> all;
  for (const auto& section : offeredExperiments().sections)
    for (const auto& card : section.cards) all.push_back(&card);
  return all;
}

std::string openedName(const QSignalSpy& opened) {
  return opened.back().at(0).value<const ShippedExperiment*>()->name;
}

bool isStartShown(const MainWindow& window) {
  const auto* page = window.findChild<StartPage*>();
  return page != nullptr && page->isVisibleTo(&window);
}

std::unique_ptr<MainWindow> welcomed(bool welcome) {
  MainWindow::Start start;
  start.welcome = welcome;
  auto window = std::make_unique<MainWindow>(start);
  window->resize(1280, 720);
  window->show();
  return window;
}

}  // namespace

void StartPageTest::initTestCase() {
  telegrad::ui::applyTheme(telegrad::ui::ThemeChoice::Light);
  QSettings().clear();
  data_ = std::make_unique<QTemporaryDir>();
  const std::filesystem::path empty = data_->path().toStdString();
  page_ = std::make_unique<StartPage>(StartPage::Folders{empty / "runs", empty});
  page_->resize(1280, 720);
  page_->show();
}

void StartPageTest::init() {
  QSettings().clear();
  page_->findChild<QLineEdit*>(QStringLiteral("search"))->clear();
  for (auto* card : page_->shownCards()) card->choose(0);
  page_->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(page_.get()));
}

void StartPageTest::theCardsAreThoseOfTheData() {
  const auto cards = page_->shownCards();
  const auto offered = offeredCards();
  QVERIFY(offered.size() > 10);
  QCOMPARE(cards.size(), offered.size());
  for (std::size_t i = 0; i < cards.size(); ++i)
    QCOMPARE(cards[i]->accessibleName(), offered[i]->title);
  QCOMPARE(cards.front()->variant().shipped->name, std::string("quick-start"));
}

void StartPageTest::everyCardSaysWhatItIs() {
  for (const auto* offered : offeredCards()) {
    QVERIFY2(!offered->picture.curves.empty(), qPrintable(offered->title));
    QVERIFY(!offered->picture.words.isEmpty() && !offered->picture.axis.isEmpty());
    QVERIFY(!offered->picture.top.isEmpty() && offered->picture.top != offered->picture.bottom);
    for (const auto& curve : offered->picture.curves) {
      QCOMPARE(curve.name.isEmpty(), offered->picture.curves.size() == 1);
      for (const auto& point : curve.points)
        QVERIFY(point.x() >= 0.0 && point.x() <= 1.0 && point.y() >= 0.0 && point.y() <= 1.0);
    }
  }
  for (auto* card : page_->shownCards()) {
    QVERIFY(!card->accessibleDescription().isEmpty());
    for (const auto* button : card->findChildren<QPushButton*>())
      QVERIFY2(button->accessibleName().contains(card->accessibleName()),
               qPrintable(button->accessibleName()));
  }
}

void StartPageTest::enterOpensAndControlEnterRuns() {
  QSignalSpy opened(page_.get(), &StartPage::opened);
  page_->begin();
  auto* first = page_->shownCards().front();
  QTRY_VERIFY(first->hasFocus());
  QTest::keyClick(first, Qt::Key_Return);
  QCOMPARE(opened.count(), 1);
  QCOMPARE(openedName(opened), std::string("quick-start"));
  QCOMPARE(opened.back().at(1).toBool(), false);
  first->setMissing({});
  QTest::keyClick(first, Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(opened.count(), 2);
  QCOMPARE(opened.back().at(1).toBool(), true);
}

void StartPageTest::aClickOpensAndTheButtonRuns() {
  QSignalSpy opened(page_.get(), &StartPage::opened);
  auto* feedback = card(QStringLiteral("divergence-without-feedback"));
  QTest::mouseClick(feedback, Qt::LeftButton, {}, QPoint(feedback->width() / 2, 30));
  QCOMPARE(openedName(opened), std::string("divergence-without-feedback"));
  feedback->choose(1);
  QTest::mouseClick(feedback->findChild<QPushButton*>(QStringLiteral("run")), Qt::LeftButton);
  QCOMPARE(opened.count(), 2);
  QCOMPARE(openedName(opened), std::string("divergence-with-feedback"));
  QCOMPARE(opened.back().at(1).toBool(), true);
}

void StartPageTest::arrowsGoFromCardToCard() {
  page_->begin();
  const auto cards = page_->shownCards();
  QTRY_VERIFY(cards[0]->hasFocus());
  QTest::keyClick(cards[0], Qt::Key_Right);
  QVERIFY(cards[1]->hasFocus());
  QTest::keyClick(cards[1], Qt::Key_Down);  // the second row of three
  QVERIFY(cards[4]->hasFocus());
  QTest::keyClick(cards[4], Qt::Key_Left);
  QVERIFY(cards[3]->hasFocus());
  QTest::keyClick(cards[3], Qt::Key_Up);  // over which the first is alone
  QVERIFY(cards[0]->hasFocus());
  QTest::keyClick(cards[0], Qt::Key_Up);
  QVERIFY(page_->findChild<QLineEdit*>(QStringLiteral("search"))->hasFocus());
}

void StartPageTest::searchingNarrowsAndChooses() {
  auto* search = page_->findChild<QLineEdit*>(QStringLiteral("search"));
  QTest::keyClicks(search, QStringLiteral("cifar-100 LASG resnet-20"));
  const auto shown = page_->shownCards();
  QCOMPARE(shown.size(), std::size_t{1});
  QCOMPARE(shown.front()->variant().shipped->name, std::string("lasg-cifar-100-resnet-20"));
  QTest::keyClick(search, Qt::Key_Return);
  QVERIFY(shown.front()->hasFocus());
  search->setText(QStringLiteral("no such thing"));
  QVERIFY(page_->shownCards().empty());
  search->clear();
  QCOMPARE(page_->shownCards().size(), offeredCards().size());
}

/// Also with letters that are a key of the menus; Ctrl and a letter stay one.
void StartPageTest::typingOnACardSearches() {
  auto* search = page_->findChild<QLineEdit*>(QStringLiteral("search"));
  auto* first = page_->shownCards().front();
  first->setFocus();
  QTRY_VERIFY(first->hasFocus());
  QTest::keyClick(first, Qt::Key_B, Qt::ControlModifier);
  QVERIFY(first->hasFocus() && search->text().isEmpty());
  QAction follow;
  follow.setShortcut(QKeySequence(Qt::Key_F));
  page_->addAction(&follow);
  QSignalSpy followed(&follow, &QAction::triggered);
  QTest::keyClick(first, Qt::Key_F);
  QVERIFY(search->hasFocus() && followed.isEmpty());
  QTest::keyClicks(search, QStringLiteral("eedback"));
  QCOMPARE(search->text(), QStringLiteral("feedback"));
  const auto shown = page_->shownCards().size();
  QVERIFY(shown > 0 && shown < offeredCards().size());
}

void StartPageTest::whatIsMissingIsSaid() {
  QSignalSpy wanted(page_.get(), &StartPage::dataWanted);
  page_->refresh();
  auto* digits = card(QStringLiteral("sasg-mnist"));
  auto* run = digits->findChild<QPushButton*>(QStringLiteral("run"));
  QTRY_VERIFY(run->text().contains(QStringLiteral("data")));
  QVERIFY(digits->accessibleDescription().contains(QStringLiteral("MNIST is not here")));
  QTest::keyClick(digits, Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(wanted.count(), 1);
  QCOMPARE(wanted.front().front().toString(), QStringLiteral("mnist"));
  auto* feedback = card(QStringLiteral("divergence-without-feedback"));
  QCOMPARE(feedback->findChild<QPushButton*>(QStringLiteral("run"))->text(), QStringLiteral("Run"));
  QVERIFY(feedback->accessibleDescription().contains(QStringLiteral("no data")));
}

void StartPageTest::timesOfThisMachineComeFirst() {
  const auto& variant = card(QStringLiteral("quick-start"))->variant();
  const auto before = telegrad::ui::durationOf(variant);
  QVERIFY(!before.isOfHere);
  QCOMPARE(before.seconds, variant.seconds);
  // 4 epochs of 600 iterations in 0.1 s each; evaluations cost nothing.
  QSettings().setValue(QStringLiteral("pace/workloads"),
                       QVariantMap{{QString::fromStdString(workloadOf(variant.shipped->experiment)),
                                    QVariantMap{{QStringLiteral("iteration_s"), 0.1},
                                                {QStringLiteral("evaluation_s"), 0.0},
                                                {QStringLiteral("per_epoch"), 600}}}});
  const auto after = telegrad::ui::durationOf(variant);
  QVERIFY(after.isOfHere);
  QVERIFY(std::abs(after.seconds - 240.0) < 1e-6);
  page_->refresh();
  QVERIFY(card(QStringLiteral("quick-start"))
              ->accessibleDescription()
              .contains(QStringLiteral("about 4 min")));
}

void StartPageTest::recentRunsAreOffered() {
  telegrad::RunListing listing;
  listing.folder = "/tmp/somewhere";
  listing.experiment = listing.experiment.withName("Mine");
  listing.summary.last.testAccuracy = 0.875;
  telegrad::ui::RecentRunsCard recent;
  QSignalSpy wanted(&recent, &telegrad::ui::RecentRunsCard::runWanted);
  recent.setRuns({listing});
  const auto buttons = recent.findChildren<QPushButton*>();
  const auto mine = std::ranges::find_if(buttons, [](const QPushButton* button) {
    return button->accessibleName().contains(QStringLiteral("Mine"));
  });
  QVERIFY(mine != buttons.end());
  QVERIFY((*mine)->accessibleName().contains(QStringLiteral("87.5")));
  (*mine)->click();
  QCOMPARE(wanted.front().front().toString(), QStringLiteral("/tmp/somewhere"));
}

void StartPageTest::theChoiceIsKept() {
  QVERIFY(StartPage::isWantedAtStart());
  auto* box = page_->findChild<QCheckBox*>(QStringLiteral("at-start"));
  QVERIFY(box->isChecked());
  box->click();
  QVERIFY(!StartPage::isWantedAtStart());
  QVERIFY(!isStartShown(*welcomed(true)));
}

void StartPageTest::theWindowBeginsWithItAndComesBack() {
  const auto window = welcomed(true);
  QVERIFY(isStartShown(*window));
  QVERIFY(window->minimumSizeHint().width() <= 1280 && window->minimumSizeHint().height() <= 720);
  for (const auto* dock : window->findChildren<QDockWidget*>()) QVERIFY(dock->isHidden());
  auto* page = window->findChild<StartPage*>();
  auto* chosen = page->findChild<StartCard*>(QStringLiteral("card.heterogeneous-ef21"));
  QTest::mouseClick(chosen->findChild<QPushButton*>(QStringLiteral("open")), Qt::LeftButton);
  QVERIFY(!isStartShown(*window));
  QCOMPARE(window->controller().draft().name(), std::string("EF21 does not stall"));
  QVERIFY(!window->controller().isActive());
  QVERIFY(window->view()->isVisible());
  for (const auto* dock : window->findChildren<QDockWidget*>()) QVERIFY(!dock->isHidden());
  for (auto* action : window->findChildren<QAction*>())
    if (action->text() == QStringLiteral("Start page")) action->trigger();
  QVERIFY(isStartShown(*window));
  auto* tabs = window->findChild<QTabBar*>();
  QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
  QVERIFY(!isStartShown(*window) && window->view()->isVisible());
}

void StartPageTest::theWindowGoesStraightToWhatIsAskedFor() {
  QVERIFY(!isStartShown(*welcomed(false)));
  const auto window = welcomed(true);
  QVERIFY(isStartShown(*window));
  auto* chosen = window->findChild<StartCard*>(QStringLiteral("card.heterogeneous-ef21"));
  QTest::keyClick(chosen, Qt::Key_Return, Qt::ControlModifier);
  QVERIFY(!isStartShown(*window));
  QTRY_VERIFY_WITH_TIMEOUT(!window->controller().isActive(), 60000);
  QCOMPARE(window->controller().state(), telegrad::RunState::Finished);
}

QTEST_MAIN(StartPageTest)
#include "start_page_test.moc"
