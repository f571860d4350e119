// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staleness_lab.h"

#include <cmath>
#include <memory>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/own_home.h"
#include "tests/support/small_runs.h"
#include "ui/plots/noise_colours.h"

using namespace telegrad;
using namespace telegrad::ui;
using telegrad::test::with;

namespace {

// Milliseconds: the grid gives way to whatever else a busy machine does.
constexpr int kPatience = 240000;

double luminance(const QColor& colour) {
  const auto linear = [](double c) {
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
         0.0722 * linear(colour.blueF());
}

/// One seed and few iterations; the points are typed.
GridPlan shortPlan() {
  GridSetting setting;
  setting.iterations = 60;
  GridPlan plan;
  if (const auto made = gridExperiment(Experiment(), setting)) plan.experiment = *made;
  plan.deltas = {0.1};
  plan.taus = {0};
  return plan;
}

/// A window's worth of it.
struct Page {
  Page() : controller(runs), lab(controller) {
    lab.resize(900, 800);
    lab.show();
  }
  void type(QLineEdit* line, const QString& text) const {
    line->setText(text);
    emit line->editingFinished();
  }
  GridMeasurement& measurement() const { return lab.grid()->measurement(); }

  RunsModel runs;
  RunController controller;
  StalenessLab lab;
};

}  // namespace

class StalenessLabTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void theMapFollowsTheExperimentUntilValuesAreTyped();
  void aGridIsMeasuredSavedAndOpenedAgain();
  void aListThatIsNoneIsSaid();
  void cellsSayWhatHasNoFigure();
  void colourGetsDarkerOrLighterThroughout();
};

void StalenessLabTest::theMapFollowsTheExperimentUntilValuesAreTyped() {
  Page page;
  const auto* conditions = page.lab.map()->conditions();
  page.controller.setDraft(with(Experiment(), {"network.latency=70 ms"}));
  QCOMPARE(conditions->conditions().latencySeconds, 0.07);
  QCOMPARE(conditions->conditions().gradientBits,
           QString::number(32.0 * 407'050, 'g', 4).toDouble());
  QCOMPARE(page.lab.map()->map().conditions.latencySeconds, 0.07);
  auto* line = qobject_cast<QLineEdit*>(conditions->form()->field("latency")->editor());
  QVERIFY(line != nullptr);
  page.type(line, QStringLiteral("1.5 s"));
  QVERIFY(conditions->source() == ConditionsForm::Source::Own);
  page.controller.setDraft(with(Experiment(), {"network.latency=80 ms"}));
  QCOMPARE(page.lab.map()->map().conditions.latencySeconds, 1.5);
  const auto decided = decideDeco(conditions->conditions(), page.lab.map()->map().settings);
  QVERIFY(decided.has_value());
  QVERIFY(page.lab.map()->map().decision->chosen == decided->chosen);
}

void StalenessLabTest::aGridIsMeasuredSavedAndOpenedAgain() {
  auto page = std::make_unique<Page>();
  page->controller.setDraft(with(Experiment(), {"seed=3"}));
  auto* grid = page->lab.grid();
  grid->form()->setPlan(shortPlan());
  page->type(grid->form()->fractions(), QStringLiteral("10 %, 0.5"));
  page->type(grid->form()->stalenesses(), QStringLiteral("2; 0"));
  QSignalSpy ended(&page->measurement(), &GridMeasurement::ended);
  grid->mainButton()->click();
  QVERIFY(page->measurement().isRunning());
  QVERIFY(ended.wait(kPatience));
  const auto measured = page->measurement().grid();
  QCOMPARE(measured.plan.deltas, (std::vector<double>{0.1, 0.5}));
  QCOMPARE(measured.plan.taus, (std::vector<int>{0, 2}));
  QCOMPARE(measured.over(), std::size_t{4});
  QCOMPARE(measured.plan.experiment.slot("run").settings.integer("max_iterations"),
           std::int64_t{60});
  const auto sentence = grid->sentence();
  QVERIFY2(sentence.startsWith(QStringLiteral("From staleness 0 to 2")), qPrintable(sentence));
  QCOMPARE(grid->heatMap()->words({0, 0}).size(), 1);
  QCOMPARE(grid->heatMap()->words({0, 1}).size(), 3);
  const auto folder = grid->folder();
  page.reset();  // waits until all is written

  Page again;
  QSignalSpy changed(&again.measurement(), &GridMeasurement::changed);
  again.lab.grid()->openLast();
  QVERIFY(changed.wait(kPatience));
  QVERIFY(again.measurement().grid().plan == measured.plan);
  QCOMPARE(again.lab.grid()->sentence(), sentence);
  QCOMPARE(again.lab.grid()->folder().string(), folder.string());
  QCOMPARE(again.lab.grid()->form()->fractions()->text(), QStringLiteral("0.1, 0.5"));
}

void StalenessLabTest::aListThatIsNoneIsSaid() {
  Page page;
  auto* grid = page.lab.grid();
  for (const auto& text : {QStringLiteral("2"), QStringLiteral("a, b"), QString(),
                           QStringLiteral("1,2,3,4,5,6,7,8,9 %")}) {
    page.type(grid->form()->fractions(), text);
    grid->mainButton()->click();
    QVERIFY(!page.measurement().isRunning());
    QVERIFY2(!grid->errorText().isEmpty(), qPrintable(text));
  }
  page.type(grid->form()->fractions(), QStringLiteral("0.1"));
  QVERIFY(grid->errorText().isEmpty());
}

void StalenessLabTest::cellsSayWhatHasNoFigure() {
  StalenessGrid grid;
  grid.plan.deltas = {0.1, 0.5, 1.0};
  grid.plan.taus = {0};
  grid.plan.seeds = 2;
  grid.runs.assign(6, GridRun{});
  grid.runs[0] = {GridRun::State::Done, 2.0, GridRun::kNone, GridRun::kNone, 0.5};
  grid.runs[1].state = GridRun::State::Diverged;
  grid.runs[2] = {GridRun::State::Done, 0.0, 40.0, 1.5, 0.9};
  grid.runs[5] = {GridRun::State::Done, 0.0, GridRun::kNone, GridRun::kNone, 0.1};
  GridHeatMap cells;
  cells.resize(400, 300);
  cells.setGrid(grid, GridQuantity::Iterations, PhiBase::HalfRatio);
  QCOMPARE(cells.words({0, 0}), (QStringList{"never", "reached"}));
  QCOMPARE(cells.words({1, 0}), QStringList{"diverged"});
  QCOMPARE(cells.words({2, 0}), (QStringList{"40", "1 of 2"}));
  cells.setGrid(grid, GridQuantity::Residual, PhiBase::HalfRatio);
  QCOMPARE(cells.words({0, 0}), QStringList{"2"});
  QCOMPARE(cells.words({2, 0}), QStringList{"0"});
  // A click and the arrow keys select.
  QTest::mouseClick(&cells, Qt::LeftButton, {}, cells.rectOf({1, 0}).center().toPoint());
  QVERIFY(cells.selected() == (GridHeatMap::Cell{1, 0}));
  QTest::keyClick(&cells, Qt::Key_Right);
  QVERIFY(cells.selected() == (GridHeatMap::Cell{2, 0}));
}

void StalenessLabTest::colourGetsDarkerOrLighterThroughout() {
  for (const auto* theme : {&Theme::light(), &Theme::dark()}) {
    double last = luminance(noiseColour(*theme, 0.0));
    for (int i = 0; i <= 100; ++i) {
      const auto colour = noiseColour(*theme, i / 100.0);
      const double now = luminance(colour);
      QVERIFY(i == 0 || (theme->isDark ? now > last : now < last));
      last = now;
      const double ink = luminance(inkOn(colour));
      const double contrast = (std::max(ink, now) + 0.05) / (std::min(ink, now) + 0.05);
      QVERIFY2(contrast >= 4.5, qPrintable(colour.name()));
    }
  }
}

QTEST_MAIN(StalenessLabTest)
#include "staleness_lab_test.moc"
