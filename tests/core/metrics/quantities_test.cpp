// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/quantities.h"

#include <algorithm>
#include <set>

#include <QtTest>

using telegrad::Quantity;
using telegrad::Record;

class QuantitiesTest : public QObject {
  Q_OBJECT
 private slots:
  void haveWordsAndUniqueKeys();
  void unitsAreInTheKeys();
  void eachReadsItsOwnField();
  void axesAreTheCounters();
  void dashesAreUnderscores();
  void unknownKeyListsThoseThereAre();
};

void QuantitiesTest::haveWordsAndUniqueKeys() {
  std::set<std::string> keys;
  std::set<std::string> names;
  std::size_t index = 0;
  for (const auto& quantity : telegrad::quantities()) {
    QVERIFY2(keys.insert(quantity.key).second, quantity.key.c_str());
    QVERIFY2(names.insert(quantity.name).second, quantity.key.c_str());
    QVERIFY2(!quantity.summary.empty(), quantity.key.c_str());
    QCOMPARE(quantity.index, index++);
    QVERIFY(&telegrad::quantity(quantity.key) == &quantity);
  }
}

void QuantitiesTest::unitsAreInTheKeys() {
  for (const auto& quantity : telegrad::quantities()) {
    QCOMPARE(quantity.unit == "s", quantity.key.ends_with("_s"));
    QCOMPARE(quantity.unit == "bit", quantity.key.ends_with("_bits"));
  }
}

void QuantitiesTest::eachReadsItsOwnField() {
  // Every field of Record has its quantity, and no two share one.
  const Record record{.iteration = 1,
                      .epoch = 2,
                      .rounds = 3,
                      .payloadBits = 4,
                      .wireBits = 5,
                      .simulatedSeconds = 6,
                      .wallSeconds = 7,
                      .trainLoss = 8,
                      .epochLoss = 9,
                      .testLoss = 10,
                      .testAccuracy = 11,
                      .uploads = 12,
                      .skips = 13,
                      .forced = 14,
                      .computeSeconds = 15,
                      .queueSeconds = 16,
                      .transferSeconds = 17,
                      .latencySeconds = 18,
                      .residualNorm = 19,
                      .staleness = 20,
                      .compressionRatio = 21,
                      .encodeSeconds = 22,
                      .compressionError = 23,
                      .cosine = 24,
                      .paperBits = 25,
                      .entropyBits = 26,
                      .codedBits = 27,
                      .suboptimality = 28,
                      .testTop5Accuracy = 29,
                      .source1Accuracy = 30,
                      .source2Accuracy = 31};
  double expected = 1.0;
  for (const auto& quantity : telegrad::quantities()) QCOMPARE(quantity.read(record), expected++);
  QCOMPARE(telegrad::quantities().size() * 8, sizeof(Record));
  QCOMPARE(telegrad::quantity("wire_bits").read(record), 5.0);
  QCOMPARE(telegrad::quantity("test_accuracy").read(record), 11.0);
  QCOMPARE(telegrad::quantity("latency_s").read(record), 18.0);
}

void QuantitiesTest::axesAreTheCounters() {
  std::set<std::string> axes;
  for (const auto& quantity : telegrad::quantities())
    if (quantity.axis) axes.insert(quantity.key);
  QVERIFY((axes == std::set<std::string>{"iteration", "epoch", "rounds", "payload_bits",
                                         "wire_bits", "simulated_s", "wall_s"}));
}

void QuantitiesTest::dashesAreUnderscores() {
  QCOMPARE((*telegrad::findQuantity("wire-bits"))->name, std::string("Wire bits"));
  QCOMPARE((*telegrad::findQuantity("wire_bits"))->name, std::string("Wire bits"));
}

void QuantitiesTest::unknownKeyListsThoseThereAre() {
  const auto missing = telegrad::findQuantity("speed");
  QVERIFY(!missing.has_value());
  const auto& message = missing.error().message;
  QVERIFY2(message.starts_with("unknown quantity \"speed\"; allowed: iteration, epoch, rounds"),
           message.c_str());
  QVERIFY(message.ends_with("source_2_accuracy"));
}

QTEST_APPLESS_MAIN(QuantitiesTest)
#include "quantities_test.moc"
