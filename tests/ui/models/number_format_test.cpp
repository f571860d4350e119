// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/number_format.h"

#include <cmath>

#include <QtTest>

using namespace telegrad::ui;

class NumberFormatTest : public QObject {
  Q_OBJECT
 private slots:
  void writesNumbers_data();
  void writesNumbers();
  void writesPowers();
};

void NumberFormatTest::writesNumbers_data() {
  QTest::addColumn<QString>("written");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char* name, const QString& written, const char* expected) {
    QTest::newRow(name) << written << QString::fromUtf8(expected);
  };
  row("si", siNumber(3.31e9), "3.3\u202FG");
  row("si without prefix", siNumber(36.0), "36");
  row("si small", siNumber(0.0125, 3), "12.5\u202Fm");
  row("si rounded up to the next prefix", siNumber(999.9), "1\u202Fk");
  row("si nothing", siNumber(std::nan("")), "–");
  row("short", shortNumber(0.0256, 2), "0.026");
  row("short whole", shortNumber(12.0), "12");
  row("short very small", shortNumber(2.6e-7, 2), "2.6·10⁻⁷");
  row("percent", percent(0.98123), "98.1\u202F%");
  row("grouped", grouped(25562), "25,562");
}

void NumberFormatTest::writesNumbers() {
  QFETCH(QString, written);
  QFETCH(QString, expected);
  QCOMPARE(written, expected);
}

void NumberFormatTest::writesPowers() {
  QCOMPARE(powerOfTen(12), QString::fromUtf8("10¹²"));
  QCOMPARE(powerOfTen(-3), QString::fromUtf8("10⁻³"));
}

QTEST_APPLESS_MAIN(NumberFormatTest)
#include "number_format_test.moc"
