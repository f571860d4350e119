// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compressor_lab.h"

#include <cmath>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "core/experiment/lab_figures.h"
#include "tests/support/own_home.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using namespace telegrad::ui;

namespace {

constexpr int kPatience = 120000;  // milliseconds: the lab gives way to whatever else there is

/// A window's worth of it, on a short vector.
struct Page {
  Page() : controller(runs), lab(controller) {
    setVector("d", Value{std::int64_t{400}});
    lab.resize(900, 800);
    lab.show();
  }
  void setVector(const char* key, const Value& value) {
    lab.vector()->form()->setValues({{key, value}});
    emit lab.vector()->changed();
  }
  /// Once everything asked for has been measured.
  bool settle() {
    return QTest::qWaitFor([this] { return lab.report() != nullptr && lab.report()->complete; },
                           kPatience);
  }
  /// After something was asked for anew.
  bool settleAnew() {
    const auto before = lab.report();
    return QTest::qWaitFor([&] { return lab.report() != before && lab.report()->complete; },
                           kPatience);
  }

  RunsModel runs;
  RunController controller;
  CompressorLab lab;
};

}  // namespace

class CompressorLabTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void theTableHasTheFirstOperators();
  void aMovedNumberIsMeasured();
  void theLastOfManyWishesCounts();
  void operatorsComeAndGo();
  void theFiguresOfThePaper();
  void aVectorThatCannotBe();
  void aGradientOfTheRun();
  void nothingIsMeasuredUnseen();
  void figuresAreWritten();
};

void CompressorLabTest::theTableHasTheFirstOperators() {
  Page page;
  QVERIFY(page.settle());
  auto* table = page.lab.table();
  QCOMPARE(table->rowCount(), 3);
  for (int row = 0; row < table->rowCount(); ++row)
    for (int column = 0; column < table->columnCount(); ++column)
      QVERIFY(!table->index(row, column).data().toString().isEmpty());
  QCOMPARE(page.lab.report()->rows[0].item.op.key, std::string("identity"));
  QCOMPARE(table->index(0, 1).data().toString(), QString("0"));   // normalised variance
  QCOMPARE(table->index(0, 4).data().toString(), QString("32"));  // the papers' bits
  table->setColumns(LabTable::Columns::Classes);
  QCOMPARE(table->index(0, 5).data().toString(), QString("1 (≤ 1)"));
  // Top-k keeps 4 of 400: it is proven to lose at most 1 - 1/100.
  QVERIFY(table->index(1, 5).data().toString().endsWith("(≤ 100)"));
  QVERIFY(page.lab.report()->effect != nullptr);
}

void CompressorLabTest::aMovedNumberIsMeasured() {
  Page page;
  QVERIFY(page.settle());
  auto* operators = page.lab.operators();
  operators->choose(operators->items()[1].id, "fraction", Value{0.5});
  QVERIFY(page.settleAnew());
  const auto& row = page.lab.report()->rows[1];
  QCOMPARE(row.item.op.settings.real("fraction"), 0.5);
  // Half of Gaussian entries, the larger ones, hold 1 - 0.0707 of the square: kap = 0.5.
  QVERIFY(std::abs(row.measured.variance.mean - 0.0707) < 0.03);
  const auto& curve = page.lab.report()->curves[1];
  QVERIFY(curve.size() > 5);
  QVERIFY(page.lab.figure()->plot()->chart().curves[1].mark.has_value());
}

void CompressorLabTest::theLastOfManyWishesCounts() {
  Page page;
  auto* operators = page.lab.operators();
  const int id = operators->items()[1].id;
  for (int i = 1; i <= 40; ++i) operators->choose(id, "fraction", Value{i / 100.0});
  QVERIFY(page.settle());
  QCOMPARE(page.lab.report()->rows[1].item.op.settings.real("fraction"), 0.4);
}

void CompressorLabTest::operatorsComeAndGo() {
  Page page;
  QVERIFY(page.settle());
  auto* operators = page.lab.operators();
  operators->add("top-k");
  QVERIFY(page.settleAnew());
  QCOMPARE(page.lab.table()->rowCount(), 4);
  QCOMPARE(page.lab.report()->effectOfItem, operators->items().back().id);
  QVERIFY(operators->items().back().colour != operators->items()[1].colour);
  while (!operators->items().empty()) operators->remove(operators->items().front().id);
  QVERIFY(page.settleAnew());
  QCOMPARE(page.lab.table()->rowCount(), 0);
  QVERIFY(page.lab.figure()->plot()->chart().isEmpty());
  QVERIFY(page.lab.report()->effect == nullptr);
}

void CompressorLabTest::theFiguresOfThePaper() {
  Page page;
  QVERIFY(page.settle());
  auto* card = page.lab.figure();
  const auto show = [&](LabFigure figure) {
    card->figures()->setCurrent(static_cast<int>(figure));
    emit card->figures()->chosen(static_cast<int>(figure));
    return page.settleAnew();
  };
  QVERIFY(show(LabFigure::Figure1));
  QVERIFY(card->view().y == LabY::Variance && !card->view().logX);
  const auto& chart = card->plot()->chart();
  QCOMPARE(chart.curves.size(), std::size_t{4});
  // Rand-k as it is: what is lost falls by the bits over 32, but for the draws' chance.
  for (const auto& point : chart.curves[1].points)
    QVERIFY(std::abs(point.y - (1.0 - point.x / 32.0)) < 0.05);
  QVERIFY(show(LabFigure::Figure2));
  QCOMPARE(card->plot()->chart().curves.size(), std::size_t{7});  // two of each, and the line
  QVERIFY(show(LabFigure::Figure3));
  QCOMPARE(card->plot()->chart().curves.size(), paperFigure3(3).size());
  QCOMPARE(page.lab.table()->rowCount(), static_cast<int>(paperFigure3(3).size()));
  // To move something of one's own leads back to it.
  page.setVector("d", Value{std::int64_t{300}});
  QVERIFY(card->view().figure == LabFigure::Own);
}

void CompressorLabTest::aVectorThatCannotBe() {
  Page page;
  page.setVector("rows", Value{std::int64_t{7}});
  QVERIFY(page.settleAnew());
  QVERIFY(page.lab.report()->error.contains("divisor of d = 400"));
  page.setVector("rows", Value{std::int64_t{20}});
  QVERIFY(page.settleAnew());
  QVERIFY(page.lab.report()->error.isEmpty());
}

void CompressorLabTest::aGradientOfTheRun() {
  Page page;
  QVERIFY(page.settle());
  auto* panel = page.lab.vector();
  panel->sourceChoice()->setCurrent(1);
  emit panel->sourceChoice()->chosen(1);
  QVERIFY(!panel->captureButton()->isEnabled());
  page.controller.setDraft(telegrad::test::smallExperiment("sgd"));
  page.controller.step(1);
  QVERIFY(panel->captureButton()->isEnabled());
  panel->captureButton()->click();
  QVERIFY(!panel->captureButton()->isEnabled());
  page.controller.step(2);
  QVERIFY(QTest::qWaitFor([&] { return panel->tensors()->count() > 0; }, kPatience));
  QCOMPARE(panel->tensors()->count(), 5);  // all, and two layers' weights and biases
  QVERIFY(QTest::qWaitFor(
      [&] { return page.lab.report()->vectorName.startsWith("Whole gradient"); }, kPatience));
  panel->tensors()->setCurrentIndex(2);
  QVERIFY(QTest::qWaitFor(
      [&] {
        return page.lab.report()->complete && page.lab.report()->vectorName.endsWith("d = 32");
      },
      kPatience));
  QCOMPARE(page.lab.report()->rows[0].measured.size, std::size_t{32});
}

void CompressorLabTest::nothingIsMeasuredUnseen() {
  RunsModel runs;
  RunController controller(runs);
  CompressorLab lab(controller);
  QSignalSpy shown(&lab, &CompressorLab::shown);
  lab.operators()->add("top-k");
  QCoreApplication::processEvents();
  QCOMPARE(shown.size(), 0);
  lab.show();
  QVERIFY(QTest::qWaitFor([&] { return lab.report() != nullptr && lab.report()->complete; },
                          kPatience));
  QCOMPARE(lab.report()->rows.size(), std::size_t{4});
}

void CompressorLabTest::figuresAreWritten() {
  Page page;
  QVERIFY(page.settle());
  const QTemporaryDir folder;
  for (const char* name : {"a.svg", "a.pdf", "a.png", "a.csv"}) {
    page.lab.figure()->exportTo(folder.filePath(name));
    QVERIFY2(QFileInfo(folder.filePath(name)).size() > 0, name);
    QVERIFY(page.lab.figure()->errorText().isEmpty());
  }
  page.lab.figure()->exportTo(folder.filePath("a.gif"));
  QVERIFY(page.lab.figure()->errorText().contains(".gif"));
}

QTEST_MAIN(CompressorLabTest)
#include "compressor_lab_test.moc"
