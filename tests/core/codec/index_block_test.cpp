// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/index_block.h"

#include <vector>

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad;

using Positions = std::vector<std::uint32_t>;

class IndexBlockTest : public QObject {
  Q_OBJECT
 private slots:
  void saysItselfWhatFollows();
  void headersByHand();
  void allocatesForNoMoreThanThereIsRoomFor();
  void anyBytesArePositionsOrAnError();
};

void IndexBlockTest::saysItselfWhatFollows() {
  Random random(1, Purpose::Test);
  std::vector<std::byte> bytes;
  std::vector<Positions> all;
  for (int trial = 0; trial < 200; ++trial) {
    Positions positions;
    for (std::uint32_t i = 0; i < 500; ++i)
      if (random.below(10) < static_cast<std::uint64_t>(trial % 11)) positions.push_back(i);
    const auto code = static_cast<IndexCode>(trial % static_cast<int>(kIndexCodes));
    const auto coding = codingFor(code, positions.size(), 500);
    const std::size_t before = bytes.size();
    const auto bits = appendIndexBlock(coding, positions, 500, bytes);
    QCOMPARE(bits, positionBits(coding, positions, 500));
    QCOMPARE(bytes.size() - before, indexHeaderBytes(coding, positions.size()) + (bits + 7) / 8);
    all.push_back(positions);
  }
  std::span<const std::byte> rest(bytes);
  Positions back{1, 2, 3};
  for (const auto& positions : all) {
    const auto read = readIndexBlock(rest, 500, back);
    QVERIFY(read);
    QCOMPARE(back, positions);
    rest = rest.subspan(*read);
  }
  QVERIFY(rest.empty());
}

void IndexBlockTest::headersByHand() {
  const auto bytes = [](IndexCoding coding, const Positions& positions, std::size_t size) {
    std::vector<std::byte> written;
    appendIndexBlock(coding, positions, size, written);
    std::vector<int> list;
    for (const auto b : written) list.push_back(std::to_integer<int>(b));
    return list;
  };
  // Golomb, M = 300 in two bytes, one position: one zero, a one, the remainder 2 in eight bits.
  QCOMPARE(bytes({IndexCode::Golomb, 300}, {302}, 1000),
           (std::vector{6, 0xAC, 2, 1, 0b00001010, 0}));
  // A map of five positions.
  QCOMPARE(bytes({IndexCode::Bitmap, 0}, {0, 3}, 5), (std::vector{1, 2, 0b01001}));
  QCOMPARE(bytes({IndexCode::EliasOmega, 0}, {}, 5), (std::vector{4, 0}));
}

void IndexBlockTest::allocatesForNoMoreThanThereIsRoomFor() {
  // Rice, m = 0, 2^28 positions.
  std::vector<std::byte> bytes(40, std::byte{0xFF});
  const std::vector<int> header{5, 0, 0x80, 0x80, 0x80, 0x80, 1};
  for (std::size_t i = 0; i < header.size(); ++i) bytes[i] = static_cast<std::byte>(header[i]);
  Positions positions;
  const auto read = readIndexBlock(bytes, 1000, positions);
  QVERIFY(!read);
  QVERIFY(QString::fromStdString(read.error().message).contains("up to 1000 positions"));
  QCOMPARE(positions.capacity(), std::size_t{0});
}

void IndexBlockTest::anyBytesArePositionsOrAnError() {
  Random random(2, Purpose::Test);
  Positions positions;
  int taken = 0;
  for (int trial = 0; trial < 60'000; ++trial) {
    std::vector<std::byte> bytes(random.below(40));
    for (auto& b : bytes) b = static_cast<std::byte>(random.below(256));
    // The header's numbers are small ones in most of them, so that there is more to read.
    if (!bytes.empty() && trial % 4 != 0) bytes[0] = static_cast<std::byte>(random.below(9));
    if (bytes.size() > 2 && trial % 4 > 1) {
      bytes[1] = static_cast<std::byte>(random.below(12));
      bytes[2] = static_cast<std::byte>(random.below(12));
    }
    const std::size_t size = random.below(300);
    const auto read = readIndexBlock(bytes, size, positions);
    if (!read) {
      QVERIFY(!read.error().message.empty());
      continue;
    }
    ++taken;
    QVERIFY(*read <= bytes.size());
    QVERIFY(positions.size() <= size);
    for (std::size_t i = 0; i < positions.size(); ++i)
      QVERIFY(positions[i] < size && (i == 0 || positions[i - 1] < positions[i]));
  }
  QVERIFY(taken > 1000);
}

QTEST_APPLESS_MAIN(IndexBlockTest)
#include "index_block_test.moc"
