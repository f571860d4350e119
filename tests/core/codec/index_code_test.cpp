// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/index_code.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad;

using Positions = std::vector<std::uint32_t>;

namespace {

std::vector<IndexCode> codes() {
  std::vector<IndexCode> all;
  for (std::size_t i = 0; i < kIndexCodes; ++i) all.push_back(static_cast<IndexCode>(i));
  return all;
}

/// Each position below `size` with probability p.
Positions support(std::size_t size, double p, std::uint64_t seed) {
  Random random(seed, Purpose::Test);
  Positions positions;
  for (std::size_t i = 0; i < size; ++i)
    if (random.uniform() < p) positions.push_back(static_cast<std::uint32_t>(i));
  return positions;
}

std::vector<std::byte> encoded(IndexCoding coding, const Positions& positions, std::size_t size) {
  std::vector<std::byte> bytes;
  appendPositions(coding, positions, size, bytes);
  return bytes;
}

QString errorOf(IndexCoding coding, const std::vector<std::byte>& bytes, std::size_t size,
                std::size_t count) {
  Positions positions(count);
  const auto read = readPositions(coding, bytes, size, positions);
  return read ? QString() : QString::fromStdString(read.error().message);
}

}  // namespace

class IndexCodeTest : public QObject {
  Q_OBJECT
 private slots:
  void exampleSupport();
  void fixedWidthAndBitmapAreTheTables();
  void positionsReadBack_data() { rows(); }
  void positionsReadBack();
  void appendsAndReadsFromTheFront_data() { rows(); }
  void appendsAndReadsFromTheFront();
  void shortestIsTheShortest();
  void riceIsNearTheEntropy();
  void anyBytesArePositionsOrAnError_data() { rows(); }
  void anyBytesArePositionsOrAnError();
  void errorsSayWhatIsAllowed();

 private:
  static void rows() {
    QTest::addColumn<int>("number");
    for (const auto code : codes())
      QTest::newRow(std::string(nameOf(code)).c_str()) << static_cast<int>(code);
  }
};

void IndexCodeTest::exampleSupport() {
  const Positions example{3, 4, 9, 20, 21, 50, 99};
  const auto bits = [&](IndexCode code) {
    const auto coding = codingFor(code, example.size(), 100);
    return static_cast<int>(positionBits(coding, example, 100));
  };
  QCOMPARE(bits(IndexCode::EliasGamma), 39);
  QCOMPARE(bits(IndexCode::EliasDelta), 39);
  QCOMPARE(bits(IndexCode::EliasOmega), 44);
  QCOMPARE(codingFor(IndexCode::Rice, 7, 100), (IndexCoding{IndexCode::Rice, 3}));
  QCOMPARE(bits(IndexCode::Rice), 38);
  QCOMPARE(codingFor(IndexCode::Golomb, 7, 100), (IndexCoding{IndexCode::Golomb, 10}));
  QCOMPARE(bits(IndexCode::Golomb), 37);
  QCOMPARE(bits(IndexCode::Varint), 56);
  QCOMPARE(bits(IndexCode::FixedWidth), 7 * 7);
  QCOMPARE(bits(IndexCode::Bitmap), 100);
  QCOMPARE(shortestCoding(example, 100), (IndexCoding{IndexCode::Golomb, 10}));
}

/// Bits an index: ceil(log2 d), and d / k.
void IndexCodeTest::fixedWidthAndBitmapAreTheTables() {
  QCOMPARE(codingFor(IndexCode::FixedWidth, 100, 10'000).parameter, 14U);
  QCOMPARE(codingFor(IndexCode::FixedWidth, 100, 1'000'000).parameter, 20U);
  const std::vector<std::pair<std::size_t, int>> rows{
      {10, 1000}, {100, 100}, {500, 20}, {1000, 10}, {2000, 5}};
  for (const auto& [count, bitmap] : rows) {
    Positions positions(count);
    for (std::size_t i = 0; i < count; ++i) positions[i] = static_cast<std::uint32_t>(i);
    const auto perIndex = [&positions, count = count](IndexCode code) {
      return positionBits(codingFor(code, count, 10'000), positions, 10'000) / count;
    };
    QCOMPARE(perIndex(IndexCode::FixedWidth), std::uint64_t{14});
    QCOMPARE(static_cast<int>(perIndex(IndexCode::Bitmap)), bitmap);
  }
}

void IndexCodeTest::positionsReadBack() {
  QFETCH(int, number);
  const auto code = static_cast<IndexCode>(number);
  const auto check = [&](const Positions& positions, std::size_t size) {
    const auto coding = codingFor(code, positions.size(), size);
    const auto bytes = encoded(coding, positions, size);
    if (bytes.size() != (positionBits(coding, positions, size) + 7) / 8) return false;
    Positions back(positions.size(), 7);
    const auto read = readPositions(coding, bytes, size, back);
    return read && *read == bytes.size() && back == positions;
  };
  QVERIFY(check({}, 0));
  QVERIFY(check({}, 9));
  QVERIFY(check({0}, 1));
  for (const std::size_t size : {2, 7, 8, 9, 63, 64, 65, 1000, 5003})
    for (const double p : {0.0005, 0.01, 0.1, 0.5, 0.9, 1.0})
      QVERIFY(check(support(size, p, size), size));
  QVERIFY(check({4999}, 5000));
  QVERIFY(check({0, 4999}, 5000));
  if (code == IndexCode::Bitmap) return;  // half a gigabyte of it
  constexpr std::size_t kLongest = std::size_t{1} << 32U;
  QVERIFY(check({0, 1, 77, 0x7FFFFFFFU, 0x80000000U, 0xFFFFFFFEU, 0xFFFFFFFFU}, kLongest));
  QVERIFY(check({0xFFFFFFFFU}, kLongest));
}

void IndexCodeTest::appendsAndReadsFromTheFront() {
  QFETCH(int, number);
  const auto positions = support(777, 0.05, 3);
  const auto coding = codingFor(static_cast<IndexCode>(number), positions.size(), 777);
  std::vector<std::byte> bytes{std::byte{0xAB}};
  const auto bits = appendPositions(coding, positions, 777, bytes);
  QCOMPARE(bits, positionBits(coding, positions, 777));
  QCOMPARE(std::to_integer<int>(bytes[0]), 0xAB);
  const std::size_t length = bytes.size() - 1;
  bytes.insert(bytes.end(), 5, std::byte{0xFF});
  Positions back(positions.size());
  const auto read = readPositions(coding, std::span(bytes).subspan(1), 777, back);
  QVERIFY(read);
  QCOMPARE(*read, length);
  QCOMPARE(back, positions);
}

void IndexCodeTest::shortestIsTheShortest() {
  for (const double p : {0.001, 0.03, 0.2, 0.45, 0.5, 0.6, 0.99}) {
    const auto positions = support(4000, p, 5);
    const auto bits = positionBits(shortestCoding(positions, 4000), positions, 4000);
    for (const auto code : {IndexCode::Bitmap, IndexCode::Rice, IndexCode::Golomb})
      QVERIFY(bits <= positionBits(codingFor(code, positions.size(), 4000), positions, 4000));
  }
  // Side by side they are far from spread at random: no gap code does better than a bit each.
  Positions together(2000);
  for (std::size_t i = 0; i < together.size(); ++i) together[i] = static_cast<std::uint32_t>(i);
  QVERIFY(positionBits(shortestCoding(together, 4000), together, 4000) <= 4000);
  QCOMPARE(positionBits(shortestCoding({}, 4000), {}, 4000), std::uint64_t{0});
}

/// Of a random support, within 2.4 % of H(p) / p bits an index.
void IndexCodeTest::riceIsNearTheEntropy() {
  constexpr std::size_t kSize = 200'000;
  for (const double p : {0.01, 0.05, 0.1, 0.2}) {
    const auto positions = support(kSize, p, 9);
    const double entropy = -(p * std::log2(p) + (1.0 - p) * std::log2(1.0 - p)) / p;
    const auto bits =
        positionBits(codingFor(IndexCode::Rice, positions.size(), kSize), positions, kSize);
    const double perIndex = static_cast<double>(bits) / static_cast<double>(positions.size());
    // A support varies by some 1 / sqrt(k) of that.
    const double spread = 3.0 / std::sqrt(static_cast<double>(positions.size()));
    QVERIFY(perIndex < (1.024 + spread) * entropy && perIndex > (1.0 - spread) * entropy);
  }
}

/// 40,000 strings a code, random and mutated: what is taken is what its positions are written as.
void IndexCodeTest::anyBytesArePositionsOrAnError() {
  QFETCH(int, number);
  const auto code = static_cast<IndexCode>(number);
  Random random(static_cast<std::uint64_t>(number), Purpose::Test);
  int taken = 0;
  int refused = 0;
  for (int trial = 0; trial < 40'000; ++trial) {
    const std::size_t size = 1 + random.below(trial % 3 == 0 ? 20 : 400);
    const auto positions = support(size, random.uniform(), static_cast<std::uint64_t>(trial));
    auto coding = codingFor(code, positions.size(), size);
    auto bytes = encoded(coding, positions, size);
    std::size_t count = positions.size();
    if (trial % 2 == 0) {
      bytes.resize(random.below(60));
      for (auto& b : bytes) b = static_cast<std::byte>(random.below(256));
      count = random.below(size + 1);
      if (trial % 8 == 0) coding.parameter = random.next32() >> random.below(32);
    } else if (!bytes.empty()) {
      for (auto changes = random.below(3); changes > 0; --changes)
        bytes[random.below(bytes.size())] ^= std::byte{1} << random.below(8);
      if (trial % 5 == 0) bytes.resize(random.below(bytes.size() + 1));
    }
    Positions back(count);
    const auto read = readPositions(coding, bytes, size, back);
    if (!read) {
      ++refused;
      QVERIFY(!read.error().message.empty());
      continue;
    }
    ++taken;
    QVERIFY(*read <= bytes.size());
    QVERIFY(std::ranges::is_sorted(back, std::ranges::less_equal{}) || count < 2);
    QVERIFY(std::ranges::adjacent_find(back) == back.end());
    QVERIFY(back.empty() || back.back() < size);
    bytes.resize(*read);
    QVERIFY(encoded(coding, back, size) == bytes);
  }
  QVERIFY(taken > 500 && refused > 500);
}

void IndexCodeTest::errorsSayWhatIsAllowed() {
  const auto bytes = [](std::vector<int> values) {
    std::vector<std::byte> list;
    for (const int v : values) list.push_back(static_cast<std::byte>(v));
    return list;
  };
  const QString misplaced(
      "positions in %1 code: position %2 is no number of the code or not in its place; allowed: "
      "strictly ascending and below %3");
  QCOMPARE(errorOf({IndexCode::FixedWidth, 8}, bytes({3, 3}), 10, 2),
           misplaced.arg("fixed-width").arg(1).arg(10));
  QCOMPARE(errorOf({IndexCode::FixedWidth, 8}, bytes({10}), 10, 1),
           misplaced.arg("fixed-width").arg(0).arg(10));
  QCOMPARE(errorOf({IndexCode::Varint, 0}, bytes({9, 0}), 10, 2),
           misplaced.arg("varint").arg(1).arg(10));
  QCOMPARE(errorOf({IndexCode::Varint, 0}, bytes({0x80, 0}), 10, 1),  // 0, but not its shortest
           misplaced.arg("varint").arg(0).arg(10));
  QCOMPARE(errorOf({IndexCode::EliasGamma, 0}, bytes({0}), 10, 1),
           misplaced.arg("elias-gamma").arg(0).arg(10));
  QCOMPARE(errorOf({IndexCode::Bitmap, 0}, bytes({7, 0}), 10, 2),
           QString("positions in bitmap code: read 3 marks; allowed: 2"));
  QCOMPARE(errorOf({IndexCode::Bitmap, 0}, bytes({7}), 10, 3),
           QString("positions in bitmap code: read 1 bytes, which end too early; allowed: the code "
                   "of 3 positions"));
  QCOMPARE(errorOf({IndexCode::Bitmap, 0}, bytes({1, 4}), 10, 1),
           QString("positions in bitmap code: bits are set after the last position; allowed: "
                   "zeros"));
  QCOMPARE(errorOf({IndexCode::Rice, 0}, bytes({0x81}), 10, 1),
           QString("positions in rice code: bits are set after the last position; allowed: zeros"));
  QCOMPARE(errorOf({IndexCode::Rice, 5}, bytes({0x80}), 100, 1),
           QString("positions in rice code: position 0 is no number of the code or not in its "
                   "place; allowed: strictly ascending and below 100"));
  QVERIFY(errorOf({IndexCode::Rice, 32}, bytes({1}), 10, 1).contains("read the parameter 32"));
  QVERIFY(errorOf({IndexCode::Golomb, 0}, bytes({1}), 10, 1).contains("an M of at least 1"));
  QVERIFY(errorOf({IndexCode::FixedWidth, 33}, bytes({1}), 10, 1).contains("at most 32"));
}

QTEST_APPLESS_MAIN(IndexCodeTest)
#include "index_code_test.moc"
