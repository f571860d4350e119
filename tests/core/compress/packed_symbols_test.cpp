// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/packed_symbols.h"

#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "core/codec/bit_packing.h"

using namespace telegrad;

using Symbols = std::vector<std::uint32_t>;

class PackedSymbolsTest : public QObject {
  Q_OBJECT
 private slots:
  void tritsComeBack();
  void fiveTritsAByteLowestFirst();
  void anyByteIsDigitsOrAnError();
  void badTritsAreNamed();
  void symbolsComeBack();
  void badSymbolsAreNamed();
  void entropyOfSymbols();
};

namespace {

Symbols draws(std::size_t count, std::uint64_t below) {
  Random random(count, Purpose::Test);
  Symbols symbols(count);
  for (auto& symbol : symbols) symbol = static_cast<std::uint32_t>(random.below(below));
  return symbols;
}

Symbols listOf(std::span<const std::uint32_t> symbols) {
  return {symbols.begin(), symbols.end()};
}

}  // namespace

void PackedSymbolsTest::tritsComeBack() {
  for (std::size_t count = 0; count < 60; ++count) {
    const auto trits = draws(count, 3);
    std::vector<std::byte> bytes{std::byte{7}};
    appendTrits(trits, bytes);
    QCOMPARE(bytes.size(), 1 + (count + 4) / 5);
    const auto back = readTrits(std::span(bytes).subspan(1), count, "x");
    QVERIFY(back);
    QCOMPARE(listOf(*back), trits);
  }
}

void PackedSymbolsTest::fiveTritsAByteLowestFirst() {
  std::vector<std::byte> bytes;
  appendTrits(Symbols{1, 0, 2, 0, 1, 2}, bytes);
  QCOMPARE(bytes, (std::vector<std::byte>{std::byte{1 + 2 * 9 + 81}, std::byte{2}}));
}

void PackedSymbolsTest::anyByteIsDigitsOrAnError() {
  for (int value = 0; value < 256; ++value) {
    const std::vector<std::byte> bytes{static_cast<std::byte>(value)};
    const auto back = readTrits(bytes, 5, "x");
    QCOMPARE(back.has_value(), value <= 242);
    if (!back) continue;
    std::vector<std::byte> again;
    appendTrits(listOf(*back), again);
    QCOMPARE(again, bytes);
  }
}

void PackedSymbolsTest::badTritsAreNamed() {
  const auto message = [](std::vector<int> values, std::size_t count) {
    std::vector<std::byte> bytes;
    for (const int value : values) bytes.push_back(static_cast<std::byte>(value));
    const auto read = readTrits(bytes, count, "some");
    return read ? QString() : QString::fromStdString(read.error().message);
  };
  QCOMPARE(message({0}, 6),
           QString("some payload: read 1 bytes of symbols; allowed: the 2 of 6 entries"));
  QCOMPARE(message({0, 243}, 6),
           QString("some payload: byte 1 of the signs is 243; allowed: 0 to 242"));
  QCOMPARE(message({0, 3}, 6),
           QString("some payload: digits are set after the last entry; allowed: zeros"));
  QCOMPARE(message({0, 2}, 6), QString());
}

void PackedSymbolsTest::symbolsComeBack() {
  for (const unsigned width : {0U, 1U, 9U, 17U, 32U})
    for (std::size_t count = 0; count < 40; ++count) {
      const auto symbols = draws(count, std::uint64_t{1} << width);
      std::vector<std::byte> bytes;
      appendPacked(symbols, width, bytes);
      const auto back = readSymbols(bytes, width, count, "x");
      QVERIFY(back);
      QCOMPARE(listOf(*back), symbols);
    }
}

void PackedSymbolsTest::badSymbolsAreNamed() {
  const std::vector<std::byte> bytes{std::byte{0}, std::byte{16}};
  QVERIFY(readSymbols(bytes, 3, 5, "x"));
  const auto set = readSymbols(bytes, 3, 4, "some");
  QCOMPARE(QString::fromStdString(set.error().message),
           QString("some payload: bits are set after the last entry; allowed: zeros"));
  const auto length = readSymbols(bytes, 3, 6, "some");
  QCOMPARE(QString::fromStdString(length.error().message),
           QString("some payload: read 2 bytes of symbols; allowed: the 3 of 6 entries"));
}

void PackedSymbolsTest::entropyOfSymbols() {
  QCOMPARE(symbolEntropy({}), 0.0);
  QCOMPARE(symbolEntropy(Symbols{5, 5, 5}), 0.0);
  QCOMPARE(symbolEntropy(Symbols{0, 1, 2, 3}), 8.0);
  // Half, a quarter, a quarter of eight: 8 * 1.5. The same with numbers too large for a table.
  QCOMPARE(symbolEntropy(Symbols{0, 0, 0, 0, 1, 1, 7, 7}), 12.0);
  constexpr std::uint32_t kMost = 0xFFFFFFFF;
  QCOMPARE(symbolEntropy(Symbols{kMost, 0, 9, kMost, 0, kMost, kMost, 9}), 12.0);
}

QTEST_APPLESS_MAIN(PackedSymbolsTest)
#include "packed_symbols_test.moc"
