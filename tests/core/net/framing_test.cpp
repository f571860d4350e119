// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/framing.h"

#include <QtTest>

using telegrad::Bytes;
using telegrad::Framing;

class FramingTest : public QObject {
  Q_OBJECT
 private slots:
  void countsPacketsAndTheirHeaders_data();
  void countsPacketsAndTheirHeaders();
  void knowsEthernet();
};

void FramingTest::countsPacketsAndTheirHeaders_data() {
  QTest::addColumn<qint64>("message");
  QTest::addColumn<qint64>("packets");
  QTest::addColumn<qint64>("wire");
  QTest::newRow("nothing still says so") << qint64{0} << qint64{1} << qint64{66};
  QTest::newRow("a byte") << qint64{1} << qint64{1} << qint64{67};
  QTest::newRow("a full packet") << qint64{1448} << qint64{1} << qint64{1514};
  QTest::newRow("and a byte") << qint64{1449} << qint64{2} << qint64{1449 + 132};
  QTest::newRow("a megabyte") << qint64{1'000'000} << qint64{691} << qint64{1'045'606};
}

void FramingTest::countsPacketsAndTheirHeaders() {
  QFETCH(const qint64, message);
  QFETCH(const qint64, packets);
  QFETCH(const qint64, wire);
  QCOMPARE(qint64{Framing{}.packets({message})}, packets);
  QCOMPARE(Framing{}.wire({message}), Bytes{wire});
}

void FramingTest::knowsEthernet() {
  QCOMPARE(Framing::ethernet(1500).payload, std::int64_t{1448});
  QCOMPARE(Framing::ethernet(9000).wire({8948}), Bytes{9014});
}

QTEST_APPLESS_MAIN(FramingTest)
#include "framing_test.moc"
