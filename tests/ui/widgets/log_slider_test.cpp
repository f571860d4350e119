// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/log_slider.h"

#include <cmath>

#include <QWheelEvent>
#include <QtTest>

#include "ui/widgets/live_control.h"

using telegrad::Parameter;
using telegrad::Scale;
using telegrad::Value;
using telegrad::ui::LiveControl;
using telegrad::ui::LogSlider;
using telegrad::ui::SliderTravel;

class LogSliderTest : public QObject {
  Q_OBJECT
 private slots:
  void decadesAreEquallyLong();
  void endsAreExact_data();
  void endsAreExact();
  void valueAndShareAreInverse_data() { endsAreExact_data(); }
  void valueAndShareAreInverse();
  void aGivenNumberIsKeptExactly();
  void keysMoveWholeNumbersOneByOne();
  void theWheelNeedsTheFocus();
  void aControlTellsItsChip();
};

void LogSliderTest::decadesAreEquallyLong() {
  const SliderTravel range{1e-4, 1.0, Scale::Log, false};
  QCOMPARE(range.share(1e-3), 0.25);
  QCOMPARE(range.share(1e-2), 0.5);
  QCOMPARE(range.value(0.75), 0.1);
  const SliderTravel linear{0.0, 10.0, Scale::Linear, false};
  QCOMPARE(linear.share(2.5), 0.25);
}

void LogSliderTest::endsAreExact_data() {
  QTest::addColumn<double>("min");
  QTest::addColumn<double>("max");
  QTest::addColumn<bool>("log");
  QTest::addColumn<bool>("whole");
  QTest::newRow("fractions") << 1e-4 << 1.0 << true << false;
  QTest::newRow("linear") << -3.0 << 0.123456789 << false << false;
  QTest::newRow("from zero") << 0.0 << 7.77 << true << false;
  QTest::newRow("whole") << 1.0 << 1000.0 << true << true;
  QTest::newRow("whole from zero") << 0.0 << 100.0 << true << true;
}

void LogSliderTest::endsAreExact() {
  QFETCH(double, min);
  QFETCH(double, max);
  QFETCH(bool, log);
  QFETCH(bool, whole);
  const SliderTravel range{min, max, log ? Scale::Log : Scale::Linear, whole};
  QCOMPARE(range.value(0.0), min);
  QCOMPARE(range.value(1.0), max);
  QCOMPARE(range.share(min), 0.0);
  QCOMPARE(range.share(max), 1.0);
}

void LogSliderTest::valueAndShareAreInverse() {
  QFETCH(double, min);
  QFETCH(double, max);
  QFETCH(bool, log);
  QFETCH(bool, whole);
  const SliderTravel range{min, max, log ? Scale::Log : Scale::Linear, whole};
  double before = min;
  for (int i = 1; i < 20; ++i) {
    const double value = range.value(i / 20.0);
    QVERIFY(value >= before && value <= max);
    before = value;
    // Rounded to whole numbers or three figures, so the share comes back near, not exactly.
    if (!whole) QVERIFY(std::abs(range.share(value) - i / 20.0) < 0.005);
    if (whole) QCOMPARE(value, std::round(value));
  }
}

void LogSliderTest::aGivenNumberIsKeptExactly() {
  LogSlider slider({1e-4, 1.0, Scale::Log, false});
  QSignalSpy moved(&slider, &LogSlider::numberMoved);
  slider.setNumber(0.0123456789);
  QCOMPARE(slider.number(), 0.0123456789);
  QCOMPARE(moved.count(), 0);
}

void LogSliderTest::keysMoveWholeNumbersOneByOne() {
  LogSlider slider({1.0, 4.0, Scale::Linear, true});
  slider.setNumber(1.0);
  for (const double expected : {2.0, 3.0, 4.0, 4.0}) {
    QTest::keyClick(&slider, Qt::Key_Right);
    QCOMPARE(slider.number(), expected);
  }
  QTest::keyClick(&slider, Qt::Key_Home);
  QCOMPARE(slider.number(), 1.0);
}

void LogSliderTest::theWheelNeedsTheFocus() {
  LogSlider slider({0.0, 1.0, Scale::Linear, false});
  slider.setNumber(0.5);
  QWheelEvent wheel(QPointF(5, 5), slider.mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 120),
                    Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(&slider, &wheel);
  QCOMPARE(slider.number(), 0.5);
  QVERIFY(!wheel.isAccepted());
}

void LogSliderTest::aControlTellsItsChip() {
  const Parameter parameter{.key = "k",
                            .label = "Kept",
                            .unit = "",
                            .help = "Share.",
                            .kind = telegrad::Real{0.01, 1e-4, 1.0, Scale::Log}};
  LiveControl control(parameter, 0.01);
  std::vector<Value> heard;
  connect(&control, &LiveControl::chosen, this,
          [&](const Value& value) { heard.push_back(value); });
  QCOMPARE(control.chip(), QString());
  QTest::keyClick(control.slider(), Qt::Key_End);
  QTRY_COMPARE(heard.size(), std::size_t{1});
  QCOMPARE(std::get<double>(heard.front()), 1.0);
  control.setPending(6501);
  QCOMPARE(control.chip(), QStringLiteral("takes effect at iteration 6,501"));
  control.setInForce(0.5, 6000);  // an earlier wish: this one is still on its way
  QCOMPARE(control.chip(), QStringLiteral("takes effect at iteration 6,501"));
  control.setInForce(1.0, 6501);
  QCOMPARE(control.chip(), QStringLiteral("in force since iteration 6,501"));
}

QTEST_MAIN(LogSliderTest)
#include "log_slider_test.moc"
