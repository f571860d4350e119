// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/whole_vector.h"

#include <limits>
#include <vector>

#include <QtTest>

using namespace telegrad;

namespace {

const Layout kLayout{{"a", {3}, 0}, {"b", {1}, 3}};

}  // namespace

class WholeVectorTest : public QObject {
  Q_OBJECT
 private slots:
  void readsBackWhatWasWritten();
  void refusesWhatIsNotFinite();
  void refusesAnotherLength();
};

void WholeVectorTest::readsBackWhatWasWritten() {
  const std::vector<float> values{1.5F, -0.0F, std::numeric_limits<float>::max(), 1e-45F};
  Payload payload;
  payload.bytes.resize(99);  // of an older message
  payload.indexBits = 7;
  QVERIFY(writeWhole(values, kLayout, payload));
  QCOMPARE(payload.bytes.size(), std::size_t{16});
  QCOMPARE(payload.valueBits, std::int64_t{128});
  QCOMPARE(payload.framingBits(), std::int64_t{0});
  Update update;
  QVERIFY(readWhole(payload, kLayout, update));
  std::vector<float> back(4);
  update.addTo(back, 0);
  QCOMPARE(back, values);
}

void WholeVectorTest::refusesWhatIsNotFinite() {
  Payload payload;
  const std::vector<float> values{1, 2, 3, std::numeric_limits<float>::infinity()};
  const auto refused = writeWhole(values, kLayout, payload);
  QVERIFY(!refused);
  QVERIFY(refused.error().message.find("\"b\"") != std::string::npos);
}

void WholeVectorTest::refusesAnotherLength() {
  for (const std::size_t length : {0U, 15U, 17U, 32U}) {
    Payload payload;
    payload.bytes.resize(length);
    Update update;
    const auto refused = readWhole(payload, kLayout, update);
    QVERIFY(!refused);
    for (const auto& word : {std::to_string(length), std::string("16")})
      QVERIFY(refused.error().message.find(word) != std::string::npos);
  }
}

QTEST_APPLESS_MAIN(WholeVectorTest)
#include "whole_vector_test.moc"
