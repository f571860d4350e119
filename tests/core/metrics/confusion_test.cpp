// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/confusion.h"

#include <cmath>

#include <QtTest>

using telegrad::confusionCsv;
using telegrad::ConfusionMatrix;
using telegrad::parseConfusion;

class ConfusionTest : public QObject {
  Q_OBJECT
 private slots:
  void sharesAreOfRows();
  void readsBackEqual();
  void whatIsNoMatrixIsNamed_data();
  void whatIsNoMatrixIsNamed();
};

namespace {

const ConfusionMatrix kThree{{"cat", "dog", "T-shirt/top"}, {7, 2, 1, 0, 0, 0, 5, 0, 15}};

}  // namespace

void ConfusionTest::sharesAreOfRows() {
  QCOMPARE(kThree.examples(0), std::uint64_t{10});
  QCOMPARE(kThree.share(0, 1), 0.2);
  QCOMPARE(kThree.recall(2), 0.75);
  QVERIFY(std::isnan(kThree.recall(1)));  // there are no dogs
}

void ConfusionTest::readsBackEqual() {
  const auto text = confusionCsv(kThree);
  QVERIFY(text.find("\n0,cat,1,dog,2\n") != std::string::npos);
  const auto read = parseConfusion(text, "confusion.csv");
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QCOMPARE(*read, kThree);
}

void ConfusionTest::whatIsNoMatrixIsNamed_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("where");
  const QString head = "true_class,true_name,predicted_class,predicted_name,count\n";
  QTest::newRow("nothing") << QString() << "c.csv";
  QTest::newRow("another header") << "a,b\n"
                                  << "c.csv:1";
  QTest::newRow("a short row") << head + "0,a,0\n"
                               << "c.csv:2";
  QTest::newRow("no number") << head + "0,a,0,a,x\n"
                             << "c.csv:2";
  QTest::newRow("a negative count") << head + "0,a,0,a,-1\n"
                                    << "c.csv:2";
  QTest::newRow("a pair is left out") << head + "0,a,0,a,1\n0,a,1,b,1\n1,b,1,b,1\n"
                                      << "c.csv:4";
  QTest::newRow("the first class is left out") << head + "1,b,0,a,1\n"
                                               << "c.csv:2";
  QTest::newRow("a late class") << head + "0,a,0,a,1\n1,b,0,a,1\n0,a,2,c,1\n"
                                << "c.csv:4";
  QTest::newRow("the end is missing") << head + "0,a,0,a,1\n0,a,1,b,1\n1,b,0,a,1\n"
                                      << "c.csv";
}

void ConfusionTest::whatIsNoMatrixIsNamed() {
  QFETCH(QString, text);
  QFETCH(QString, where);
  const auto read = parseConfusion(text.toStdString(), "c.csv");
  QVERIFY(!read);
  const auto message = QString::fromStdString(read.error().message);
  QVERIFY2(message.startsWith(where + ":"), qPrintable(message));
  QVERIFY2(message.contains("allowed: "), qPrintable(message));
}

QTEST_APPLESS_MAIN(ConfusionTest)
#include "confusion_test.moc"
