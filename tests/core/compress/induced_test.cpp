// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>
#include <vector>

#include <QtTest>

#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class InducedTest : public QObject {
  Q_OBJECT
 private slots:
  void errorIsThatOfTheSecondOnTheRest();
  void isRightInTheMean_data();
  void isRightInTheMean();
  void everyPairGoesTogether();
  void countsTheCodesOfItsParts();
  void keepsWhatTheFirstKeeps();
  void classesFollowFromBoth();
  void bytesAreALengthAndTwoPayloads();
  void badPayloadsAreNamed();
  void anyBytesAreAValueOrAnError();
};

namespace {

Values both(const std::string& first, const std::string& second) {
  return {{"first", first}, {"second", second}};
}

Values counts(std::int64_t k, double fraction) {
  return {{"first_top_k_amount", std::string("count")},
          {"first_top_k_count", k},
          {"second_rand_k_fraction", fraction}};
}

bool near(double value, double expected, double tolerance) {
  if (std::abs(value - expected) <= tolerance) return true;
  qWarning("%.9g is not %.9g to %.3g", value, expected, tolerance);
  return false;
}

std::vector<std::string> optionsOf(const std::string& key) {
  for (const auto& parameter : entry("induced").parameters)
    if (parameter.key == key) return std::get_if<Choice>(&parameter.kind)->options;
  return {};
}

}  // namespace

/// Top-1000 and Rand-1000 of 10,000 normal entries: (d/k - 1) ||x - Top-k(x)||^2 / ||x||^2, 5.0464
/// in the limit; a draw's deviation is 0.168.
void InducedTest::errorIsThatOfTheSecondOnTheRest() {
  constexpr int kDraws = 40;
  const auto compressor = make("induced", counts(1000, 0.1));
  double sum = 0.0;
  double expected = 0.0;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    const auto x = normals(10'000, draw);
    sum += normalisedVariance(received(*compressor, x, flatLayout(x), draw), x);
    const Values top{{"amount", std::string("count")}, {"count", std::int64_t{1000}}};
    expected += 9.0 * normalisedVariance(roundTrip("top-k", top, x), x);
  }
  QVERIFY(near(expected / kDraws, 5.0464, 0.03));
  QVERIFY(near(sum / kDraws, expected / kDraws, 5.0 * 0.168 / std::sqrt(kDraws)));
}

void InducedTest::isRightInTheMean_data() {
  QTest::addColumn<std::string>("second");
  for (const auto& second : optionsOf("second")) QTest::newRow(second.c_str()) << second;
}

/// E C(x) = x: each entry's mean over many draws within 5 of its deviations.
void InducedTest::isRightInTheMean() {
  QFETCH(std::string, second);
  constexpr int kDraws = 20'000;
  auto values = both("top-k", second);
  values["first_top_k_fraction"] = 0.25;
  values["second_rand_k_fraction"] = 0.3;
  const auto compressor = make("induced", values);
  const auto layout = flatLayout(eight());
  std::vector<double> sum(8, 0.0);
  std::vector<double> squared(8, 0.0);
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    const auto back = received(*compressor, eight(), layout, draw);
    for (std::size_t i = 0; i < 8; ++i) {
      const double error = static_cast<double>(back[i]) - static_cast<double>(eight()[i]);
      sum[i] += error / kDraws;
      squared[i] += error * error / kDraws;
    }
  }
  for (std::size_t i = 0; i < 8; ++i)
    QVERIFY(near(sum[i], 0.0, 5.0 * std::sqrt(squared[i] / kDraws) + 1e-6));
}

void InducedTest::everyPairGoesTogether() {
  const auto layout = layoutOf({{30}, {0}, {10, 3}});
  const auto x = normals(60, 4);
  for (const auto& first : optionsOf("first"))
    for (const auto& second : optionsOf("second")) {
      const auto compressor = make("induced", both(first, second));
      const auto payload = compress(*compressor, x, layout);
      QVERIFY(payload.framingBits() >= 0);
      QVERIFY(8.0 * static_cast<double>(payload.bytes.size()) >=
              compressor->count(payload, layout).entropy);
      QCOMPARE(decode(*compressor, payload, layout).size(), x.size());
    }
}

/// A part's bits are those of its codes, which the payload of the whole does not tell.
void InducedTest::countsTheCodesOfItsParts() {
  auto values = both("top-k", "standard-dithering");
  values["second_standard_dithering_coding"] = std::string("elias");
  const auto x = normals(600, 5);
  const auto compressor = make("induced", values);
  const auto payload = compress(*compressor, x, flatLayout(x));
  const double paper = compressor->count(payload, flatLayout(x)).paper;
  // The bytes have the two lengths and markers more, and positions in whole bits.
  const double bytes = 8.0 * static_cast<double>(payload.bytes.size());
  QVERIFY(paper < bytes && paper > bytes - 150.0);
}

/// Where the first sends all, nothing is left for the second.
void InducedTest::keepsWhatTheFirstKeeps() {
  const auto x = normals(50, 4);
  for (const auto& second : optionsOf("second")) {
    auto values = both("top-k", second);
    values["first_top_k_fraction"] = 1.0;
    QCOMPARE(roundTrip("induced", values, x), x);
  }
}

/// U(1 + (zeta - 1)(1 - 1/delta)).
void InducedTest::classesFollowFromBoth() {
  const auto& induced = entry("induced");
  const auto zetaOf = [&](Values values) {
    return induced.classes(settings("induced", values), layoutOf({{10'000}})).zeta;
  };
  QVERIFY(near(*zetaOf(counts(1000, 0.1)), 1.0 + 9.0 * 0.9, 1e-12));
  auto natural = counts(1000, 0.1);
  natural["second"] = std::string("natural-compression");
  QVERIFY(near(*zetaOf(natural), 1.0 + 0.9 / 8.0, 1e-12));
  QVERIFY(!zetaOf(both("threshold", "rand-k")));
}

void InducedTest::bytesAreALengthAndTwoPayloads() {
  const auto layout = layoutOf({{100}});
  const auto compressor = make("induced", counts(10, 0.2));
  const auto payload = compress(*compressor, normals(100, 2), layout);
  const std::size_t first = 40 + 9;
  QCOMPARE(std::to_integer<std::size_t>(payload.bytes[0]), first);
  QCOMPARE(payload.bytes.size(), 1 + first + 8 + 80);
  QCOMPARE(payload.valueBits, std::int64_t{32 * 30});
  QCOMPARE(payload.indexBits, std::int64_t{70});
}

void InducedTest::badPayloadsAreNamed() {
  const auto layout = layoutOf({{4}});
  QVERIFY(refusal("induced", {}, layout, {}).contains("read 0 bytes"));
  QVERIFY(refusal("induced", {}, layout, {5, 1, 2}).contains("a payload of that length"));
  QVERIFY(refusal("induced", {}, layout, {2, 1, 2, 3}).contains("top-k payload: read 2 bytes"));
  QVERIFY(refusal("induced", {}, layout, {5, 1, 2, 3, 4, 0, 9}).contains("rand-k payload"));
}

void InducedTest::anyBytesAreAValueOrAnError() {
  Random random(8, Purpose::Test);
  const auto layout = layoutOf({{30}, {10, 3}});
  for (const auto& second : optionsOf("second")) {
    const auto compressor = make("induced", both("top-k", second));
    const auto valid = compress(*compressor, normals(60, 1), layout);
    Update update;
    int errors = 0;
    for (int trial = 0; trial < 10'000; ++trial) {
      auto payload = valid;
      if (trial % 3 == 0) payload.bytes.resize(random.below(2 * valid.bytes.size()));
      for (auto changes = random.below(4); changes > 0 && !payload.bytes.empty(); --changes)
        payload.bytes[random.below(payload.bytes.size())] =
            static_cast<std::byte>(random.below(256));
      const auto done = compressor->decode(payload, layout, update);
      errors += done ? 0 : 1;
      QCOMPARE(update.size(), std::size_t{60});
    }
    QVERIFY(errors > 500);
  }
}

QTEST_APPLESS_MAIN(InducedTest)
#include "induced_test.moc"
