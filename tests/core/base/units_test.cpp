// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/units.h"

#include <clocale>
#include <cmath>
#include <limits>

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad;

class UnitsTest : public QObject {
  Q_OBJECT
 private slots:
  void quantitiesAreRead_data();
  void quantitiesAreRead();
  void otherTextIsRefused_data();
  void otherTextIsRefused();
  void quantitiesAreWritten_data();
  void quantitiesAreWritten();
  void theUsersLocaleChangesNothing();
  void whatIsWrittenIsRead();
  void numbersReadBackExactly();
  void timeIsRoundedToNanoseconds();
};

void UnitsTest::quantitiesAreRead_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("unit");
  QTest::addColumn<double>("value");
  QTest::newRow("giga") << "1.5 Gbit/s"
                        << "bit/s" << 1.5e9;
  QTest::newRow("milli") << "20 ms"
                         << "s" << 0.02;
  QTest::newRow("percent, rounded once") << "2.51%"
                                         << "" << 0.0251;
  QTest::newRow("percent with an exponent") << "1e-1 %"
                                            << "" << 0.001;
  QTest::newRow("percent") << "1 %"
                           << "" << 0.01;
  QTest::newRow("micro as u") << "5 us"
                              << "s" << 5e-6;
  QTest::newRow("micro sign") << "5 µs"
                              << "s" << 5e-6;
  QTest::newRow("nano") << "250 ns"
                        << "s" << 250e-9;
  QTest::newRow("kilo") << "64 kB"
                        << "B" << 64e3;
  QTest::newRow("mega") << "100 Mbit/s"
                        << "bit/s" << 100e6;
  QTest::newRow("tera") << "2 Tbit/s"
                        << "bit/s" << 2e12;
  QTest::newRow("no unit") << "12"
                           << "s" << 12.0;
  QTest::newRow("own unit") << "12 s"
                            << "s" << 12.0;
  QTest::newRow("own percent") << "7.5 %"
                               << "%" << 7.5;
  QTest::newRow("no blank") << "3ms"
                            << "s" << 0.003;
  QTest::newRow("many blanks") << "  3   ms "
                               << "s" << 0.003;
  QTest::newRow("exponent") << "-2.5e-3"
                            << "" << -0.0025;
}

void UnitsTest::quantitiesAreRead() {
  QFETCH(QString, text);
  QFETCH(QString, unit);
  QFETCH(double, value);
  const auto read = parseQuantity(text.toStdString(), unit.toStdString());
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QVERIFY2(*read == value, qPrintable(QString::number(*read, 'g', 17)));  // to the last bit
}

void UnitsTest::otherTextIsRefused_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("unit");
  QTest::newRow("nothing") << ""
                           << "s";
  QTest::newRow("blanks") << "  "
                          << "s";
  QTest::newRow("a word") << "fast"
                          << "bit/s";
  QTest::newRow("a unit alone") << "ms"
                                << "s";
  QTest::newRow("another unit") << "20 ms"
                                << "bit/s";
  QTest::newRow("a wrong prefix") << "20 xs"
                                  << "s";
  QTest::newRow("two prefixes") << "20 kMs"
                                << "s";
  QTest::newRow("a unit of a pure number") << "20 s"
                                           << "";
  QTest::newRow("a prefix of a pure number") << "20 k"
                                             << "";
  QTest::newRow("percent of a time") << "20 %"
                                     << "s";
  QTest::newRow("a comma") << "1,5"
                           << "";
  QTest::newRow("two numbers") << "1 2"
                               << "";
  QTest::newRow("hexadecimal") << "0x10"
                               << "";
  QTest::newRow("more than a double holds") << "1e999"
                                            << "";
}

void UnitsTest::otherTextIsRefused() {
  QFETCH(QString, text);
  QFETCH(QString, unit);
  const auto read = parseQuantity(text.toStdString(), unit.toStdString());
  QVERIFY2(!read, "it was read");
  const auto message = QString::fromStdString(read.error().message);
  QVERIFY2(message.contains('"' + text + '"') && message.contains(unit), qPrintable(message));
}

void UnitsTest::quantitiesAreWritten_data() {
  QTest::addColumn<double>("value");
  QTest::addColumn<QString>("unit");
  QTest::addColumn<int>("digits");
  QTest::addColumn<QString>("text");
  QTest::newRow("giga") << 1.5e9 << "bit/s" << 6 << "1.5 Gbit/s";
  QTest::newRow("milli") << 0.02 << "s" << 6 << "20 ms";
  QTest::newRow("micro") << 5e-6 << "s" << 6 << "5 µs";
  QTest::newRow("nano") << 1e-9 << "s" << 6 << "1 ns";
  QTest::newRow("below nano") << 2e-12 << "s" << 6 << "0.002 ns";
  QTest::newRow("zero") << 0.0 << "s" << 6 << "0 s";
  QTest::newRow("negative") << -2500.0 << "B" << 6 << "-2.5 kB";
  QTest::newRow("pure") << 1500.0 << "" << 6 << "1500";
  QTest::newRow("percent has no prefix") << 0.01 << "%" << 6 << "0.01 %";
  // At the border the rounded number decides, or "1000 B" would stand there.
  QTest::newRow("just below a border") << 999.9999 << "B" << 4 << "1 kB";
  QTest::newRow("below it with all digits") << 999.9999 << "B" << 7 << "999.9999 B";
  QTest::newRow("just below mega") << 999999.6 << "bit/s" << 6 << "1 Mbit/s";
  QTest::newRow("just below one") << 0.9999999 << "s" << 6 << "1 s";
  QTest::newRow("at a border") << 1000.0 << "B" << 6 << "1 kB";
  QTest::newRow("above the last border") << 2.5e15 << "B" << 6 << "2500 TB";
}

void UnitsTest::quantitiesAreWritten() {
  QFETCH(double, value);
  QFETCH(QString, unit);
  QFETCH(int, digits);
  QFETCH(QString, text);
  QCOMPARE(QString::fromStdString(formatQuantity(value, unit.toStdString(), digits)), text);
}

void UnitsTest::theUsersLocaleChangesNothing() {
  const char* set = nullptr;
  for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "fr_FR.utf8"})
    if (set == nullptr) set = std::setlocale(LC_NUMERIC, name);
  if (set == nullptr) QSKIP("this system has no locale with a decimal comma");
  const auto text = formatQuantity(1.5e9, "bit/s");
  const auto back = parseQuantity("1.5 Gbit/s", "bit/s");
  std::setlocale(LC_NUMERIC, "C");
  QCOMPARE(text, std::string("1.5 Gbit/s"));
  QVERIFY(back && *back == 1.5e9);
}

void UnitsTest::whatIsWrittenIsRead() {
  Random random(7, Purpose::Test);
  for (int i = 0; i < 20000; ++i) {
    const double value = std::pow(10.0, random.uniform(-11.0, 14.0));
    const auto text = formatQuantity(value, "bit/s", 6);
    const auto back = parseQuantity(text, "bit/s");
    QVERIFY2(back, text.c_str());
    QVERIFY2(std::abs(*back - value) <= 5.1e-6 * value, text.c_str());  // half of the sixth digit
    const double shown = std::stod(text);
    QVERIFY2(value < 1e-9 || value >= 1e15 || (shown >= 1.0 && shown < 1000.0), text.c_str());
  }
}

void UnitsTest::numbersReadBackExactly() {
  QCOMPARE(QString::fromStdString(formatNumber(0.1)), QString("0.1"));
  QCOMPARE(QString::fromStdString(formatNumber(407050.0)), QString("407050"));
  Random random(8, Purpose::Test);
  for (int i = 0; i < 20000; ++i) {
    const double value = random.normal() * std::pow(10.0, random.uniform(-300.0, 300.0));
    QVERIFY(std::stod(formatNumber(value)) == value);
  }
}

void UnitsTest::timeIsRoundedToNanoseconds() {
  QCOMPARE(simTime(1.0).count(), std::int64_t{1000000000});
  QCOMPARE(simTime(1.4e-9).count(), std::int64_t{1});
  QCOMPARE(simTime(1.6e-9).count(), std::int64_t{2});
  QCOMPARE(simTime(-1.6e-9).count(), std::int64_t{-2});
  QCOMPARE(simTime(0.1 + 0.2).count(), std::int64_t{300000000});
  QVERIFY(std::abs(seconds(SimTime{12500000}) - 0.0125) < 1e-15);
}

QTEST_APPLESS_MAIN(UnitsTest)
#include "units_test.moc"
