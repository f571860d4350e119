// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <limits>
#include <vector>

#include <QtTest>

#include "tests/core/compress/support.h"

using namespace telegrad;
using namespace telegrad::test;

class IdentityTest : public QObject {
  Q_OBJECT
 private slots:
  void bytesAreTheFloats();
  void bitsAreThirtyTwoEach();
  void namesTheFirstNumberThatIsNotFinite();
  void otherLengthsAreErrors();
};

void IdentityTest::bytesAreTheFloats() {
  const std::vector<float> x{1.0F, -2.0F};
  const auto payload = compress(*make("identity"), x, layoutOf({{2}}));
  const std::vector<std::byte> expected{std::byte{0},    std::byte{0},   std::byte{0x80},
                                        std::byte{0x3F}, std::byte{0},   std::byte{0},
                                        std::byte{0},    std::byte{0xC0}};
  QVERIFY(payload.bytes == expected);
  for (const std::size_t size : {1, 15, 16, 17, 1000}) {
    const auto any = normals(size, size);
    QCOMPARE(roundTrip("identity", {}, any), any);
  }
}

void IdentityTest::bitsAreThirtyTwoEach() {
  const auto layout = layoutOf({{512, 784}, {512}, {10, 512}, {10}});
  const auto payload = compress(*make("identity"), normals(407'050, 1), layout);
  QCOMPARE(payload.valueBits, std::int64_t{13'025'600});
  QCOMPARE(payload.indexBits, std::int64_t{0});
  QCOMPARE(payload.framingBits(), std::int64_t{0});
}

void IdentityTest::namesTheFirstNumberThatIsNotFinite() {
  const auto layout = layoutOf({{2, 3}, {4}});
  std::vector<float> x(10, 1.0F);
  x[8] = -std::numeric_limits<float>::infinity();
  x[9] = std::numeric_limits<float>::quiet_NaN();
  Random random(1, Purpose::Compression);
  Payload payload;
  const auto done = make("identity")->compress(x, layout, random, payload);
  QVERIFY(!done);
  QCOMPARE(QString::fromStdString(done.error().message),
           QString("tensor \"t1\", entry 2 (entry 8 of the whole vector): read -inf; only finite "
                   "numbers can be compressed"));
}

void IdentityTest::otherLengthsAreErrors() {
  Update update;
  Payload payload;
  payload.bytes.resize(7);
  const auto done = make("identity")->decode(payload, layoutOf({{2}}), update);
  QVERIFY(!done);
  QVERIFY(done.error().message.find("7 bytes") != std::string::npos);
  QVERIFY(done.error().message.find("8") != std::string::npos);
}

QTEST_APPLESS_MAIN(IdentityTest)
#include "identity_test.moc"
