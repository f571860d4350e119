// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/confusion_plot.h"

#include <QtTest>

#include "ui/plots/noise_colours.h"
#include "ui/widgets/theme.h"

using telegrad::ConfusionMatrix;
using telegrad::ui::blueColour;
using telegrad::ui::ConfusionPlot;
using telegrad::ui::Theme;

class ConfusionPlotTest : public QObject {
  Q_OBJECT
 private slots:
  void saysTheCommonestMistake();
  void hoveringSpellsACellOut();
  void keysMoveTheCell();
  void coloursAreSharesOfTheRow();
  void cellsNeverLeaveTheWidget_data();
  void cellsNeverLeaveTheWidget();
  void standsNothing();
};

namespace {

std::shared_ptr<const ConfusionMatrix> three() {
  return std::make_shared<const ConfusionMatrix>(
      ConfusionMatrix{{"cat", "dog", "ship"}, {900, 100, 10, 250, 750, 0, 0, 0, 1000}});
}

std::shared_ptr<const ConfusionMatrix> many(std::size_t classes, const std::string& name) {
  ConfusionMatrix matrix;
  for (std::size_t c = 0; c < classes; ++c) matrix.classNames.push_back(name + std::to_string(c));
  matrix.counts.assign(classes * classes, 1);
  for (std::size_t c = 0; c < classes; ++c) matrix.counts[c * classes + c] = 60;
  return std::make_shared<const ConfusionMatrix>(matrix);
}

}  // namespace

void ConfusionPlotTest::saysTheCommonestMistake() {
  ConfusionPlot plot;
  plot.setMatrix(three());
  QVERIFY2(plot.readOut().startsWith("Most often mistaken: dog read as cat: 250 of 1,000 (25.0"),
           qPrintable(plot.readOut()));
  plot.setMatrix(
      std::make_shared<const ConfusionMatrix>(ConfusionMatrix{{"a", "b"}, {5, 0, 0, 4}}));
  QCOMPARE(plot.readOut(), QStringLiteral("Every example was read right"));
}

void ConfusionPlotTest::hoveringSpellsACellOut() {
  ConfusionPlot plot;
  plot.resize(700, 500);
  plot.show();
  QVERIFY(QTest::qWaitForWindowExposed(&plot));
  plot.setMatrix(three());
  QTest::mouseMove(&plot, plot.rectOf({0, 1}).center().toPoint());
  QVERIFY2(plot.readOut().startsWith(QStringLiteral("cat read as dog: 100 of 1,010")),
           qPrintable(plot.readOut()));
  QCOMPARE(plot.accessibleDescription(), plot.readOut());
  QTest::mouseMove(&plot, {2, 2});
  QVERIFY(!plot.chosen().has_value());
}

void ConfusionPlotTest::keysMoveTheCell() {
  ConfusionPlot plot;
  plot.setMatrix(three());
  QTest::keyClick(&plot, Qt::Key_Right);
  QVERIFY(plot.chosen() == ConfusionPlot::Cell{});
  QTest::keyClick(&plot, Qt::Key_Right);
  QTest::keyClick(&plot, Qt::Key_Down);
  QVERIFY((plot.chosen() == ConfusionPlot::Cell{1, 1}));
  for (int i = 0; i < 5; ++i) QTest::keyClick(&plot, Qt::Key_Down);
  QVERIFY((plot.chosen() == ConfusionPlot::Cell{2, 1}));
  QTest::keyClick(&plot, Qt::Key_Escape);
  QVERIFY(!plot.chosen().has_value());
}

void ConfusionPlotTest::coloursAreSharesOfTheRow() {
  ConfusionPlot plot;
  plot.resize(700, 500);
  plot.setMatrix(three());
  const auto image = plot.grab().toImage();
  const auto corner = [&](const ConfusionPlot::Cell& cell) {
    return image.pixelColor((plot.rectOf(cell).topLeft() + QPointF(3, 3)).toPoint());
  };
  QCOMPARE(corner({1, 0}), blueColour(Theme::current(), 0.5));  // a quarter
  QCOMPARE(corner({2, 0}), blueColour(Theme::current(), 0.0));
  QCOMPARE(corner({2, 2}), blueColour(Theme::current(), 1.0));
  QCOMPARE(plot.number({1, 0}), QStringLiteral("25.0"));
  QCOMPARE(plot.number({2, 2}), QStringLiteral("100"));
  QVERIFY(plot.number({1, 2}).isEmpty());
}

void ConfusionPlotTest::cellsNeverLeaveTheWidget_data() {
  QTest::addColumn<int>("classes");
  QTest::addColumn<QString>("name");
  QTest::addColumn<QSize>("size");
  for (const QSize size : {QSize(380, 260), QSize(640, 420), QSize(1000, 700)})
    for (const int classes : {2, 10, 37, 100, 256})
      for (const char* name : {"", "rather a long name "})
        QTest::addRow("%d, \"%s\", %d x %d", classes, name, size.width(), size.height())
            << classes << QString(name) << size;
}

void ConfusionPlotTest::cellsNeverLeaveTheWidget() {
  QFETCH(int, classes);
  QFETCH(QString, name);
  QFETCH(QSize, size);
  ConfusionPlot plot;
  plot.resize(size);
  const auto n = static_cast<std::size_t>(classes);
  plot.setMatrix(many(n, name.toStdString()));
  QVERIFY(!plot.grab().isNull());
  const auto all = plot.rectOf({0, 0}).united(plot.rectOf({n - 1, n - 1}));
  QVERIFY(all.width() > 0.0 && all.height() > 0.0);
  QVERIFY(QRectF(plot.rect()).contains(all));
  QVERIFY(all.right() <= size.width() - 100);   // room for the shares that were read right
  QVERIFY(all.bottom() <= size.height() - 40);  // and for the read-out
}

void ConfusionPlotTest::standsNothing() {
  ConfusionPlot plot;
  plot.setMatrix(nullptr);
  QVERIFY(!plot.grab().isNull());
  QTest::keyClick(&plot, Qt::Key_Down);
  QVERIFY(!plot.chosen().has_value() && plot.readOut().isEmpty());
}

QTEST_MAIN(ConfusionPlotTest)
#include "confusion_plot_test.moc"
