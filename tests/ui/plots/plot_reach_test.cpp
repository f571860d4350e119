// SPDX-License-Identifier: GPL-3.0-or-later
// Plots by keyboard, and as tables.
#include "ui/plots/plot_reach.h"

#include <cmath>

#include <QClipboard>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/ui/plots/synthetic_run.h"
#include "ui/plots/criterion_plot.h"
#include "ui/plots/curves_plot.h"
#include "ui/plots/plot_cursor.h"
#include "ui/plots/plot_table_window.h"
#include "ui/plots/worker_strip.h"

using namespace telegrad;
using namespace telegrad::ui;

namespace {

QKeyEvent pressed(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  return {QEvent::KeyPress, key, modifiers};
}

CursorCurves curvesAt(const std::vector<std::vector<double>>& pixels) {
  return {pixels.size(), [&](std::size_t i) { return pixels[i].size(); },
          [&](std::size_t i, std::size_t j) { return pixels[i][j]; }};
}

std::size_t after(const CursorCurves& curves, CursorPlace now, int key,
                  Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  return cursorAfter(pressed(key, modifiers), now, curves, 0.0)->point;
}

CurveOptions over(CurveOptions options, XQuantity x) {
  options.x = x;
  options.smoothing = 0.0;
  return options;
}

}  // namespace

class PlotReachTest : public QObject {
  Q_OBJECT
 private slots:
  void aStepIsAPointOrAFewPixels();
  void pointsThatShareAnXAreOneStep();
  void upAndDownStayAtTheirX();
  void otherKeysAreNotTheCursors();
  void cellsHaveEdges();
  void theCursorWalksAlongARun();
  void theCursorChangesTheRun();
  void theCursorIsNeverOutOfSight();
  void aCellOfWhoSpokeIsReadOut();
  void theRuleIsReadOut();
  void aTableIsWhatIsSeen();
  void aTableOfRunsThatHaveGoneIsEmpty();
  void onlyRowsThatAreLookedAtAreRead();
  void copiesCellsUnderTheirTitles();
  void savesACsvThatReadsBack();
};

void PlotReachTest::aStepIsAPointOrAFewPixels() {
  // Ten points a pixel, then one every 50 pixels.
  std::vector<std::vector<double>> pixels(1);
  for (int i = 0; i < 1000; ++i) pixels[0].push_back(0.1 * i);
  for (int i = 1; i <= 10; ++i) pixels[0].push_back(100.0 + 50.0 * i);
  const auto curves = curvesAt(pixels);
  QCOMPARE(after(curves, {0, 100}, Qt::Key_Right), std::size_t{140});
  QCOMPARE(after(curves, {0, 140}, Qt::Key_Left), std::size_t{100});
  QCOMPARE(after(curves, {0, 100}, Qt::Key_Right, Qt::ShiftModifier), std::size_t{500});
  QCOMPARE(after(curves, {0, 1000}, Qt::Key_Right), std::size_t{1001});
  QCOMPARE(after(curves, {0, 1001}, Qt::Key_Left), std::size_t{1000});
  QCOMPARE(after(curves, {0, 1000}, Qt::Key_PageDown), std::size_t{1002});
  QCOMPARE(after(curves, {0, 1009}, Qt::Key_Right), std::size_t{1009});
  QCOMPARE(after(curves, {0, 0}, Qt::Key_Left), std::size_t{0});
  QCOMPARE(after(curves, {0, 3}, Qt::Key_End, Qt::ControlModifier), std::size_t{1009});
  QCOMPARE(after(curves, {0, 3}, Qt::Key_Home, Qt::ControlModifier), std::size_t{0});
}

void PlotReachTest::pointsThatShareAnXAreOneStep() {
  const std::vector<std::vector<double>> pixels{{0, 50, 50, 50, 50, 90}};
  const auto curves = curvesAt(pixels);
  QCOMPARE(after(curves, {0, 1}, Qt::Key_Right), std::size_t{5});
  QCOMPARE(after(curves, {0, 4}, Qt::Key_Right), std::size_t{5});
  QCOMPARE(after(curves, {0, 1}, Qt::Key_Left), std::size_t{0});
}

void PlotReachTest::upAndDownStayAtTheirX() {
  const std::vector<std::vector<double>> pixels{{0, 10, 20, 30}, {}, {5, 19, 40}};
  const auto curves = curvesAt(pixels);
  const auto down = cursorAfter(pressed(Qt::Key_Down), CursorPlace{0, 2}, curves, 0.0);
  QVERIFY((down == CursorPlace{2, 1}));  // over the one without a point
  QVERIFY((cursorAfter(pressed(Qt::Key_Down), down, curves, 0.0) == down));
  QVERIFY((cursorAfter(pressed(Qt::Key_Up), down, curves, 0.0) == CursorPlace{0, 2}));
  // Brought up in the middle.
  QVERIFY((cursorAfter(pressed(Qt::Key_Left), std::nullopt, curves, 12.0) == CursorPlace{0, 1}));
  // Where the curve that it stood on has gone, too.
  QVERIFY(
      (cursorAfter(pressed(Qt::Key_Left), CursorPlace{7, 7}, curves, 29.0) == CursorPlace{0, 3}));
}

void PlotReachTest::otherKeysAreNotTheCursors() {
  const std::vector<std::vector<double>> pixels{{0, 10}};
  const auto curves = curvesAt(pixels);
  // Home is for all there is, F follows, plus zooms; Ctrl with arrows is the plot's own.
  for (const auto& [key, modifiers] :
       std::vector<std::pair<int, Qt::KeyboardModifiers>>{{Qt::Key_Home, Qt::NoModifier},
                                                          {Qt::Key_F, Qt::NoModifier},
                                                          {Qt::Key_Plus, Qt::NoModifier},
                                                          {Qt::Key_Escape, Qt::NoModifier},
                                                          {Qt::Key_Tab, Qt::NoModifier},
                                                          {Qt::Key_Left, Qt::ControlModifier}})
    QVERIFY(!cursorAfter(pressed(key, modifiers), CursorPlace{}, curves, 0.0));
  QVERIFY(!cursorAfter(pressed(Qt::Key_Left), std::nullopt, CursorCurves{}, 0.0));
  QVERIFY(!cursorAfter(pressed(Qt::Key_Left), std::nullopt, curvesAt({{}, {}}), 0.0));
}

void PlotReachTest::cellsHaveEdges() {
  const CursorCell size{4, 30};
  const auto to = [&](CursorCell from, int key, Qt::KeyboardModifiers modifiers = {}) {
    return *cursorAfter(pressed(key, modifiers), from, size);
  };
  QVERIFY((to({1, 1}, Qt::Key_Right) == CursorCell{2, 1}));
  QVERIFY((to({3, 1}, Qt::Key_Right) == CursorCell{3, 1}));
  QVERIFY((to({0, 0}, Qt::Key_Up) == CursorCell{0, 0}));
  QVERIFY((to({0, 5}, Qt::Key_PageDown) == CursorCell{0, 15}));
  QVERIFY((to({0, 25}, Qt::Key_PageDown) == CursorCell{0, 29}));
  QVERIFY((to({1, 7}, Qt::Key_End, Qt::ControlModifier) == CursorCell{3, 7}));
  QVERIFY((*cursorAfter(pressed(Qt::Key_Down), std::nullopt, size, {2, 9}) == CursorCell{2, 9}));
  QVERIFY(!cursorAfter(pressed(Qt::Key_Down), std::nullopt, CursorCell{0, 3}));
}

void PlotReachTest::theCursorWalksAlongARun() {
  RunsModel runs;
  CurvesPlot plot(runs);
  plot.setOptions(over(plot.options(), XQuantity::Iterations));
  addSynthetic(runs, "short", 12);
  plot.resize(900, 500);
  plot.fit();
  plot.grab();
  const auto said = [&] { return plot.plot()->accessibleDescription(); };
  QTest::keyClick(plot.plot(), Qt::Key_Home, Qt::ControlModifier);
  QVERIFY2(said().startsWith("short, iteration 1;"), qPrintable(said()));
  // Iterations are 70 pixels apart: every one is a step.
  QTest::keyClick(plot.plot(), Qt::Key_Right);
  QVERIFY2(said().startsWith("short, iteration 2;"), qPrintable(said()));
  QTest::keyClick(plot.plot(), Qt::Key_Right);
  QVERIFY2(said().startsWith("short, iteration 3;"), qPrintable(said()));
  QVERIFY2(said().contains("1.94"), qPrintable(said()));  // 2 / 1.03
  QTest::keyClick(plot.plot(), Qt::Key_End, Qt::ControlModifier);
  QVERIFY2(said().startsWith("short, iteration 12;"), qPrintable(said()));
  QTest::keyClick(plot.plot(), Qt::Key_Escape);
  QVERIFY(said().isEmpty());
}

void PlotReachTest::theCursorChangesTheRun() {
  RunsModel runs;
  CurvesPlot plot(runs);
  plot.setOptions(over(plot.options(), XQuantity::Iterations));
  const int first = addSynthetic(runs, "first", 100);
  const int second = addSynthetic(runs, "second", 60);
  plot.resize(900, 500);
  plot.fit();
  plot.grab();
  QTest::keyClick(plot.plot(), Qt::Key_End, Qt::ControlModifier);
  const int current = runs.current()->id;
  QCOMPARE(plot.placeOfReadOut()->run, current);
  QTest::keyClick(plot.plot(), Qt::Key_Up);
  QTest::keyClick(plot.plot(), Qt::Key_End, Qt::ControlModifier);
  QCOMPARE(plot.placeOfReadOut()->run, first);
  QCOMPARE(plot.placeOfReadOut()->iteration, std::int64_t{100});
  QTest::keyClick(plot.plot(), Qt::Key_Down);
  QCOMPARE(plot.placeOfReadOut()->run, second);
  QCOMPARE(plot.placeOfReadOut()->iteration, std::int64_t{60});  // where it ends
  runs.remove(second);
  QCOMPARE(plot.placeOfReadOut()->run, first);
}

void PlotReachTest::theCursorIsNeverOutOfSight() {
  RunsModel runs;
  CurvesPlot plot(runs);
  plot.setOptions(over(plot.options(), XQuantity::Iterations));
  addSynthetic(runs, "run", 1000);
  plot.resize(900, 500);
  plot.fit();
  plot.grab();
  for (int i = 0; i < 4; ++i) QTest::keyClick(plot.plot(), Qt::Key_Plus);
  for (const auto key : {Qt::Key_End, Qt::Key_Home}) {
    QTest::keyClick(plot.plot(), key, Qt::ControlModifier);
    const auto at = static_cast<double>(plot.placeOfReadOut()->iteration);
    QCOMPARE(at, key == Qt::Key_End ? 1000.0 : 1.0);
    QVERIFY(plot.visibleRange().lower <= at && plot.visibleRange().upper >= at);
  }
  QVERIFY(!plot.isFollowing());
}

void PlotReachTest::aCellOfWhoSpokeIsReadOut() {
  RunsModel runs;
  const int id = runs.add(Experiment(), {});
  runs.append(id, syntheticSamples(50));
  WorkerStrip strip(runs);
  strip.resize(600, 110);
  strip.grab();
  QTest::keyClick(&strip, Qt::Key_Left);
  QVERIFY(strip.iteration() == 50);
  QTest::keyClick(&strip, Qt::Key_Left);
  QTest::keyClick(&strip, Qt::Key_Down);
  QVERIFY(strip.iteration() == 49);
  QCOMPARE(strip.worker(), 1);
  QVERIFY2(strip.accessibleDescription().startsWith("Worker 2, iteration 49: uploaded"),
           qPrintable(strip.accessibleDescription()));
  const auto table = strip.table();
  QCOMPARE(table.rows(), std::size_t{50});
  QCOMPARE(table.columns.size(), std::size_t{5});
  QCOMPARE(table.columns[0].value(48).toLongLong(), 49);
  QCOMPARE(table.columns[2].value(48).toString(), QString("uploaded"));
  // It moves on with what it stands on.
  runs.append(id, syntheticSamples(5, 51));
  QVERIFY(strip.iteration() == 49);
  QTest::keyClick(&strip, Qt::Key_Escape);
  QVERIFY(!strip.iteration());
}

void PlotReachTest::theRuleIsReadOut() {
  RunsModel runs;
  runs.append(runs.add(Experiment(), {}), syntheticSamples(40));
  CriterionPlot plot(runs);
  plot.resize(500, 240);
  plot.show();
  plot.grab();
  QTest::keyClick(plot.plot(), Qt::Key_End, Qt::ControlModifier);
  const auto said = [&] { return plot.plot()->accessibleDescription(); };
  QVERIFY2(said().startsWith("Worker 1, iteration 40"), qPrintable(said()));
  QSignalSpy chosen(&plot, &CriterionPlot::workerChosen);
  QTest::keyClick(plot.plot(), Qt::Key_Down);
  QCOMPARE(chosen.size(), 1);
  QVERIFY2(said().startsWith("Worker 2, iteration 40"), qPrintable(said()));
  QVERIFY2(said().contains("threshold 1"), qPrintable(said()));
  const auto table = plot.table();
  QCOMPARE(table.columns[1].value(table.rows() - 1).toDouble(), 0.5);  // (40 + 1) is odd
}

void PlotReachTest::aTableIsWhatIsSeen() {
  RunsModel runs;
  CurvesPlot plot(runs);
  plot.setOptions(over(plot.options(), XQuantity::PayloadBits));
  addSynthetic(runs, "a", 100);
  addSynthetic(runs, "b", 30);
  plot.resize(900, 500);
  plot.fit();
  const auto all = plot.table();
  QCOMPARE(all.columns.size(), std::size_t{6});
  QCOMPARE(all.columns[0].rows, std::size_t{100});
  QCOMPARE(all.columns[3].rows, std::size_t{30});
  QVERIFY(all.columns[0].title.startsWith("a: ") && all.columns[0].title.endsWith("bit"));
  QCOMPARE(all.columns[0].value(9).toLongLong(), 10'000);
  QCOMPARE(all.columns[1].value(99).toDouble(), 1.0);  // 2 / 2, as measured
  QVERIFY(!all.columns[2].value(3).isValid());         // accuracy: every tenth
  QCOMPARE(all.columns[2].value(9).toDouble(), 1.0 - 0.9 / 1.1);
  plot.figure().x()->setRange(20'500, 40'500);
  const auto part = plot.table();
  QCOMPARE(part.columns[0].rows, std::size_t{20});
  QCOMPARE(part.columns[0].value(0).toLongLong(), 21'000);
  QCOMPARE(part.columns[3].rows, std::size_t{10});
}

void PlotReachTest::aTableOfRunsThatHaveGoneIsEmpty() {
  RunsModel runs;
  CurvesPlot plot(runs);
  const int id = addSynthetic(runs, "a", 100);
  plot.fit();
  const auto table = plot.table();
  QVERIFY(table.columns.at(0).value(1).isValid());
  runs.remove(id);
  QVERIFY(!table.columns.at(0).value(1).isValid());
}

void PlotReachTest::onlyRowsThatAreLookedAtAreRead() {
  std::size_t reads = 0;
  PlotTable table{"long", {{"x", 5'000'000, [&](std::size_t row) {
                              ++reads;
                              return QVariant(static_cast<double>(row) / 4);
                            }}}};
  PlotTableWindow window(
      table, [&] { return std::optional(table); }, nullptr);
  window.setAttribute(Qt::WA_DeleteOnClose, false);
  window.show();
  QCOMPARE(window.model().rowCount(), 5'000'000);
  window.view()->scrollToBottom();
  window.grab();
  QCOMPARE(window.model().words(4'999'999, 0), QString("1249999.75"));
  QVERIFY2(reads < 2000, qPrintable(QString::number(reads)));
}

void PlotReachTest::copiesCellsUnderTheirTitles() {
  PlotTable table{"t",
                  {columnOf("x, bit", {1, 2, 3}), columnOf("words", {"a\tb", "c", QVariant()}),
                   columnOf("short", {0.1})}};
  PlotTableWindow window(
      table, [&] { return std::optional(table); }, nullptr);
  window.setAttribute(Qt::WA_DeleteOnClose, false);
  window.show();
  window.copy();
  QCOMPARE(QGuiApplication::clipboard()->text(),
           QString("x, bit\twords\tshort\n1\ta b\t0.1\n2\tc\t\n3\t\t"));
  window.view()->setCurrentIndex(window.model().index(1, 0));
  QTest::keyClick(window.view(), Qt::Key_C, Qt::ControlModifier);
  QCOMPARE(QGuiApplication::clipboard()->text(), QString("2"));
}

void PlotReachTest::savesACsvThatReadsBack() {
  const QTemporaryDir folder;
  const QString path = folder.filePath("t.csv");
  const double third = 1.0 / 3.0;
  PlotTable table{"t", {columnOf("x, \"bit\"", {third}), columnOf("n", {})}};
  table.columns.push_back({"row", 5001, [](std::size_t row) { return QVariant(qulonglong{row}); }});
  PlotTableWindow window(
      table, [&] { return std::optional(table); }, nullptr);
  window.setAttribute(Qt::WA_DeleteOnClose, false);
  QSignalSpy saved(&window, &PlotTableWindow::saved);
  window.save(path);
  QTRY_COMPARE(saved.size(), 1);
  QVERIFY(saved.front().front().toString().isEmpty());
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto lines = file.readAll().split('\n');
  QCOMPARE(lines.size(), 5003);  // the last is empty
  QCOMPARE(lines[0], QByteArray("\"x, \"\"bit\"\"\",n,row"));
  QCOMPARE(lines[1].split(',')[0].toDouble(), third);
  QCOMPARE(lines[5001], QByteArray(",,5000"));
  window.save("/nowhere/t.csv");
  QTRY_COMPARE(saved.size(), 2);
  QVERIFY(!saved.back().front().toString().isEmpty());
}

QTEST_MAIN(PlotReachTest)
#include "plot_reach_test.moc"
