// SPDX-License-Identifier: GPL-3.0-or-later
// What a newcomer is helped by, and what tells of the machine, light and dark, beside the pictures
// in tests/golden/images. What differs between machines is put in from here.
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtTest>

#include "tests/ui/golden/scenes.h"
#include "ui/panels/data_dialog.h"
#include "ui/panels/explanation_card.h"
#include "ui/start_page.h"
#include "ui/status_line.h"
#include "ui/tour_steps.h"
#include "ui/widgets/callout.h"

using namespace telegrad;
using namespace telegrad::ui;
using namespace telegrad::test;
using telegrad::test::smallExperiment;

namespace {

constexpr int kPatience = 20000;  // milliseconds, until all datasets were looked for

// The start page.

void startPage(Scene& scene) {
  scene.show<StartPage>(StartPage::Folders{});
}

void startPageWithoutData(Scene& scene) {
  auto& page = scene.show<StartPage>(StartPage::Folders{});
  for (auto* card : page.findChildren<StartCard*>())
    card->setMissing({"fashion-mnist", "mnist", "cifar-10", "cifar-100", "mnist-and-cifar-10"});
}

/// The page while something is searched.
void startPageSearched(Scene& scene) {
  auto& page = scene.show<StartPage>(StartPage::Folders{});
  page.findChild<QLineEdit*>(QStringLiteral("search"))->setText(QStringLiteral("deco"));
}

// Help.

void tourStep(Scene& scene) {
  auto& window = scene.show<QWidget>();
  auto* rows = new QVBoxLayout(&window);
  rows->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
  auto* target = new QPushButton(QStringLiteral("Run"), &window);
  rows->addWidget(target, 0, Qt::AlignLeft);
  rows->addStretch(1);
  const auto& step = tourSteps()[2];
  auto* callout = new Callout(&window);
  scene.afterwards = [callout, target, &step] {
    callout->point(target, {.title = QString::fromUtf8(step.title),
                            .text = QString::fromUtf8(step.text),
                            .progress = QStringLiteral("2 of 14"),
                            .act = QStringLiteral("Do it for me"),
                            .canGoBack = true,
                            .canGoOn = false,
                            .canHurry = true});
  };
}

void explanation(Scene& scene) {
  Situation situation;
  situation.experiment = smallExperiment("sasg");
  const auto found = explain(QStringLiteral("algorithm.threshold_factor"), situation);
  QVERIFY(found);
  scene.show<ExplanationCard>(nullptr).show(*found);
}

// What tells of the machine.

/// As on a machine that has two of them.
void dataDialog(Scene& scene) {
  auto& dialog = scene.show<DataDialog>(std::nullopt);
  auto* table = dialog.findChild<QTableWidget*>();
  auto* message = dialog.findChild<QLabel*>(QStringLiteral("message"));
  const auto hasLooked = [message] {
    return message->text().startsWith(QLatin1String("Downloads"));
  };
  QVERIFY(QTest::qWaitFor(hasLooked, kPatience));
  message->setText(QStringLiteral("Downloads go to /home/me/.local/share/telegrad/data."));
  for (int row = 0; row < table->rowCount(); ++row) {
    const auto key = table->item(row, 0)->data(Qt::UserRole).toString();
    if (table->item(row, 1)->text() == QLatin1String("built in")) continue;
    const bool isThere = key == QLatin1String("fashion-mnist") || key == QLatin1String("mnist");
    dialog.showState({.key = key,
                      .name = table->item(row, 0)->text(),
                      .canFetch = true,
                      .isThere = isThere,
                      .where = isThere ? QStringLiteral("/usr/share/datasets/") + key
                                       : QStringLiteral("/usr/share/datasets: no such files")});
  }
  dialog.choose(QStringLiteral("cifar-10"));
}

void withTwoThreads(StatusLine& line) {
  for (auto* label : line.findChildren<FigureLabel*>())
    if (label->text().contains(QLatin1String(" thread")))
      label->setText(QStringLiteral("2 threads"));
}

void statusWhenReady(Scene& scene) {
  auto& line = scene.show<StatusLine>();
  withTwoThreads(line);
  line.showRun(nullptr, 7);
}

void statusOfARun(Scene& scene) {
  addThreeCourses(scene.runs);
  auto& line = scene.show<StatusLine>();
  withTwoThreads(line);
  line.showRun(scene.runs.current(), 7);
}

const std::vector<Subject>& subjects() {
  static const std::vector<Subject> all{
      {"page-start", {1160, 1000}, startPage},
      {"page-start-no-data", {1160, 1000}, startPageWithoutData},
      {"page-start-searched", {1160, 480}, startPageSearched},
      {"tour-step", {480, 340}, tourStep},
      {"dialog-explanation", {420, 560}, explanation},
      {"dialog-data", {720, 420}, dataDialog},
      {"status-ready", {1160, 0}, statusWhenReady},
      {"status-run", {1160, 0}, statusOfARun},
  };
  return all;
}

}  // namespace

class HelpGoldenTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { useFixedSurroundings(); }

 private slots:
  void initTestCase() { QCOMPARE(bodyFont().family(), QStringLiteral("Inter")); }
  void looksAsItDid_data() { addRows(subjects()); }
  void looksAsItDid();
};

void HelpGoldenTest::looksAsItDid() {
  QFETCH(int, index);
  QFETCH(bool, dark);
  const auto wrong = judgeScene(subjects()[static_cast<std::size_t>(index)], dark, false);
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

QTEST_MAIN(HelpGoldenTest)
#include "help_golden_test.moc"
