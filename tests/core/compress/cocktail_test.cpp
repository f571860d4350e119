// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <vector>

#include <QtTest>

#include "core/compress/bit_counts.h"
#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class CocktailTest : public QObject {
  Q_OBJECT
 private slots:
  void sendsTheLargestOfTheMask_data();
  void sendsTheLargestOfTheMask();
  void valuesAreWithinAStep_data() { sendsTheLargestOfTheMask_data(); }
  void valuesAreWithinAStep();
  void everyEntryIsAsLikely_data() { sendsTheLargestOfTheMask_data(); }
  void everyEntryIsAsLikely();
  void bitsAreThoseOfThePublication();
  void badPayloadsAreNamed();
};

namespace {

Values of(const std::string& mask, double share = 0.25, double kept = 0.5) {
  return {{"mask", mask},
          {"mask_fraction", share},
          {"kept_fraction", kept},
          {"bits", std::int64_t{8}},
          {"bucket", std::int64_t{10}}};
}

/// The sent entries by the draw of that number.
Update::Entries sent(Compressor& compressor, const Floats& x, std::uint64_t draw) {
  Random random(3, Purpose::Test, 0, draw);
  Payload payload;
  Update update;
  const auto layout = flatLayout(x);
  if (!compressor.compress(x, layout, random, payload)) qFatal("refused");
  if (!compressor.decode(payload, layout, update)) qFatal("misread");
  return update.takeEntries();
}

}  // namespace

void CocktailTest::sendsTheLargestOfTheMask_data() {
  QTest::addColumn<std::string>("mask");
  for (const char* mask : {"rolled", "random"}) QTest::newRow(mask) << std::string(mask);
}

/// With all of the mask sent the mask shows; with half of it, by the same draw, the larger half.
void CocktailTest::sendsTheLargestOfTheMask() {
  QFETCH(std::string, mask);
  const auto x = normals(400, 5);
  for (int draw = 0; draw < 20; ++draw) {
    const auto all = sent(*make("cocktail", of(mask, 0.25, 1.0)), x, draw).indices;
    QCOMPARE(all.size(), std::size_t{100});
    auto largest = all;
    std::ranges::sort(largest, std::greater<>{}, [&](auto i) { return std::abs(x[i]); });
    largest.resize(50);
    std::ranges::sort(largest);
    QCOMPARE(sent(*make("cocktail", of(mask)), x, draw).indices, largest);
    if (mask != "rolled") continue;
    for (std::size_t i = 1; i < all.size(); ++i) QCOMPARE(all[i] - all[i - 1], 4U);
  }
}

void CocktailTest::valuesAreWithinAStep() {
  QFETCH(std::string, mask);
  const auto x = normals(400, 6);
  const auto entries = sent(*make("cocktail", of(mask)), x, 2);
  double most = 0.0;
  for (const auto i : entries.indices) most = std::max<double>(most, std::abs(x[i]));
  for (std::size_t i = 0; i < entries.indices.size(); ++i)
    // Half a step of 2^-7 of a scale, or a whole one where the largest level is cut, and the scale
    // is rounded.
    QVERIFY(std::abs(static_cast<double>(entries.values[i]) -
                     static_cast<double>(x[entries.indices[i]])) <=
            most * (1.0 / 128.0 + 1.0 / 2048.0));
}

/// Each of 40 entries is in a mask of 10 of them a quarter of the times.
void CocktailTest::everyEntryIsAsLikely() {
  QFETCH(std::string, mask);
  const Floats x(40, 1.0F);
  const auto compressor = make("cocktail", of(mask, 0.25, 1.0));
  constexpr int kDraws = 4000;
  std::vector<int> counts(40, 0);
  std::set<std::vector<std::uint32_t>> masks;
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto indices = sent(*compressor, x, draw).indices;
    QCOMPARE(indices.size(), std::size_t{10});
    QVERIFY(std::ranges::is_sorted(indices));
    for (const auto i : indices) ++counts[i];
    masks.insert(indices);
  }
  for (const int count : counts)
    QVERIFY(std::abs(count - kDraws / 4) < 5.0 * std::sqrt(kDraws * 3.0 / 16.0));
  QVERIFY(mask == "rolled" ? masks.size() <= 40 : masks.size() > kDraws - 40);
}

void CocktailTest::bitsAreThoseOfThePublication() {
  // Of 64,000 entries a tenth in whole buckets, 6,400; of these a fifth, 1,280 in ten buckets.
  const auto x = normals(64'000, 7);
  const auto layout = flatLayout(x);
  const auto compressor = make("cocktail");
  const auto payload = compress(*compressor, x, layout);
  QCOMPARE(payload.indexBits, qint64{6400});
  QCOMPARE(payload.valueBits, qint64{4 * 1280 + 16 * 10});
  QCOMPARE(payload.framingBits(), qint64{64});
  const auto counts = compressor->count(payload, layout);
  QCOMPARE(counts.paper, 6400.0 + 4.0 * 1280.0 + 160.0);
  const double fixed = log2Choose(6400, 1280) + 160.0;
  QVERIFY(counts.entropy > fixed && counts.entropy < fixed + 4.0 * 1280.0);
}

void CocktailTest::badPayloadsAreNamed() {
  const auto layout = layoutOf({{4}});
  QCOMPARE(refusal("cocktail", {}, layout, {1, 2, 3}),
           QString("cocktail payload: read 3 bytes; allowed: none for no entries, else a number of "
                   "8 and what follows"));
  QCOMPARE(refusal("cocktail", {}, layout, {0, 0, 0, 0, 0, 0, 0, 0x80}),
           QString("cocktail payload: the mask's number is 9223372036854775808; allowed: below "
                   "2^63"));
  QVERIFY(
      refusal("cocktail", {}, layout, {0, 0, 0, 0, 0, 0, 0, 0, 1}).contains("quantised payload"));
  QVERIFY(refusal("cocktail", {}, layoutOf({{0}}), {0}).contains("none for no entries"));
}

QTEST_APPLESS_MAIN(CocktailTest)
#include "cocktail_test.moc"
