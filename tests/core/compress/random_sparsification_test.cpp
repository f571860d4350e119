// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps entries by chance: random_sparsification.cpp, adaptive_random.cpp.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <QtTest>

#include "core/compress/bit_counts.h"
#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class RandomSparsificationTest : public QObject {
  Q_OBJECT
 private slots:
  void everySetHasItsProbability();
  void theErrorIsItsClosedForm();
  void keepsAllOrNone();
  void bothSidesDrawTheSamePositions();
  void seedsTravelAndPositionsToo();
  void badPayloadsAreNamed();
  void classesAreThoseOfTheProbability();
  void adaptiveTakesOneByItsMagnitude();
  void adaptiveErrorIsItsClosedForm();
  void adaptiveFindsItsWayInLongVectors();
  void adaptiveIsOfItsClasses();
  void adaptiveBytes();
};

namespace {

Values kept(double p, const std::string& positions = "seed") {
  return {{"fraction", p}, {"positions", positions}};
}

bool near(double value, double expected, double tolerance) {
  if (std::abs(value - expected) <= tolerance) return true;
  qWarning("%.9g is not %.9g", value, expected);
  return false;
}

}  // namespace

/// The 32 sets among 5, p = 0.3: chi-squared with 31 degrees of freedom; 61.1 is exceeded once in
/// 1,000.
void RandomSparsificationTest::everySetHasItsProbability() {
  constexpr int kDraws = 40'000;
  const auto layout = layoutOf({{5}});
  for (const char* positions : {"seed", "sent"}) {
    const auto compressor = make("random-sparsification", kept(0.3, positions));
    std::map<unsigned, int> seen;
    for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
      const auto back = received(*compressor, {1, -2, 3, -4, 5}, layout, draw);
      unsigned set = 0;
      for (std::size_t i = 0; i < 5; ++i) {
        if (back[i] == 0.0F) continue;
        QCOMPARE(back[i], (i % 2 == 0 ? 1.0F : -1.0F) * static_cast<float>(i + 1));
        set |= 1U << i;
      }
      ++seen[set];
    }
    double chiSquared = 0.0;
    for (unsigned set = 0; set < 32; ++set) {
      const int size = std::popcount(set);
      const double expected = kDraws * std::pow(0.3, size) * std::pow(0.7, 5 - size);
      chiSquared += std::pow(seen[set] - expected, 2.0) / expected;
    }
    QVERIFY2(chiSquared < 61.1, qPrintable(QString::number(chiSquared)));
  }
}

/// E ||C(x) - x||^2 = (1 - p) ||x||^2, and sum x_i^4 p (1 - p) its variance.
void RandomSparsificationTest::theErrorIsItsClosedForm() {
  constexpr int kDraws = 50;
  const auto x = normals(10'000, 3);
  const auto layout = flatLayout(x);
  double fourth = 0.0;
  for (const double v : x) fourth += v * v * v * v;
  for (const double p : {1e-3, 0.01, 0.1, 0.5, 0.9}) {
    const auto compressor = make("random-sparsification", kept(p));
    double sum = 0.0;
    for (std::uint64_t draw = 0; draw < kDraws; ++draw)
      sum += normalisedVariance(received(*compressor, x, layout, draw), x);
    const double deviation = std::sqrt(fourth * p * (1.0 - p)) / squares(x);
    QVERIFY(near(sum / kDraws, 1.0 - p, 5.0 * deviation / std::sqrt(kDraws)));
  }
}

void RandomSparsificationTest::keepsAllOrNone() {
  const auto x = normals(50, 2);
  const auto layout = flatLayout(x);
  for (const char* positions : {"seed", "sent"}) {
    QCOMPARE(roundTrip("random-sparsification", kept(1.0, positions), x), x);
    const auto few = make("random-sparsification", kept(1e-4, positions));
    for (std::uint64_t draw = 0; draw < 20; ++draw)  // none, but for once in 10
      QVERIFY(std::ranges::count(received(*few, x, layout, draw), 0.0F) >= 49);
  }
}

/// A receiver knows no setting: the seed and p are in the payload.
void RandomSparsificationTest::bothSidesDrawTheSamePositions() {
  const auto x = normals(1000, 7);
  const auto layout = flatLayout(x);
  const auto sender = make("random-sparsification", kept(0.2));
  QVERIFY(sender->setKeptFraction(0.25));
  const auto payload = compress(*sender, x, layout);
  const auto back = decode(*make("random-sparsification", kept(0.01)), payload, layout);
  const auto sent = static_cast<std::size_t>(payload.valueBits / 32);
  QVERIFY(sent > 180 && sent < 320);
  std::size_t equal = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    QVERIFY(back[i] == 0.0F || back[i] == x[i]);
    equal += back[i] == x[i] ? 1 : 0;
  }
  QCOMPARE(equal, sent);
}

void RandomSparsificationTest::seedsTravelAndPositionsToo() {
  const auto x = normals(1000, 7);
  const auto layout = flatLayout(x);
  const auto seeded = make("random-sparsification", kept(0.2));
  const auto payload = compress(*seeded, x, layout);
  const auto k = static_cast<std::size_t>(payload.valueBits / 32);
  QCOMPARE(payload.bytes.size(), 16 + 4 * k);
  QCOMPARE(payload.indexBits, std::int64_t{0});
  QCOMPARE(payload.framingBits(), std::int64_t{128});
  QCOMPARE(seeded->count(payload, layout).paper, 32.0 * static_cast<double>(k));
  const auto sending = make("random-sparsification", kept(0.2, "sent"));
  const auto whole = compress(*sending, x, layout);
  QCOMPARE(whole.valueBits, payload.valueBits);  // drawn alike
  QCOMPARE(whole.indexBits, static_cast<std::int64_t>(10 * k));
  QCOMPARE(decode(*sending, whole, layout), decode(*seeded, payload, layout));
  const auto counts = sending->count(whole, layout);
  QVERIFY(near(counts.paper, (33.0 + std::log2(1000.0)) * static_cast<double>(k), 1e-6));
  QVERIFY(near(counts.entropy, 32.0 * static_cast<double>(k) + log2Choose(1000, k), 1e-6));
}

void RandomSparsificationTest::badPayloadsAreNamed() {
  const auto layout = layoutOf({{10}});
  const auto refused = [&](std::vector<int> bytes) {
    return refusal("random-sparsification", {}, layout, bytes);
  };
  const std::vector<int> seed(8, 1);
  const auto with = [&](std::vector<int> more) {
    more.insert(more.begin(), seed.begin(), seed.end());
    return more;
  };
  QVERIFY(refused(seed).contains("read 8 bytes and the probability 0"));
  QVERIFY(refused(with({0, 0, 0, 0, 0, 0, 0, 0x40})).contains("probability 2"));
  QVERIFY(refused(with({0, 0, 0, 0, 0, 0, 0xF8, 0x7F})).contains("probability nan"));
  QVERIFY(refused(with({0, 0, 0, 0, 0, 0, 0xF0, 0x3F})).contains("end too early"));  // p = 1
  QVERIFY(refused(with({0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 1, 2, 3, 4})).contains("4 bytes of values"));
  QCOMPARE(refused(with({1, 0, 0, 0, 0, 0, 0, 0})), QString());  // the least p there is: nothing
}

void RandomSparsificationTest::classesAreThoseOfTheProbability() {
  const auto classes =
      entry("random-sparsification")
          .classes(settings("random-sparsification", kept(0.2)), layoutOf({{1000}}));
  QVERIFY(classes == classesOfSparsifier(0.2));
}

/// x = (3, -1, 0.5, -0.3, 2.5, -4, 0.1, 0.75): each with the probability |x_i| / 12.15; chi-squared
/// with 7 degrees of freedom; 24.3 is exceeded once in 1,000.
void RandomSparsificationTest::adaptiveTakesOneByItsMagnitude() {
  constexpr int kDraws = 50'000;
  const auto layout = flatLayout(eight());
  const auto compressor = make("adaptive-random");
  std::vector<int> seen(8, 0);
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    const auto back = received(*compressor, eight(), layout, draw);
    QCOMPARE(std::ranges::count(back, 0.0F), std::ptrdiff_t{7});
    const auto at = std::ranges::find_if(back, [](float v) { return v != 0.0F; }) - back.begin();
    QCOMPARE(back[static_cast<std::size_t>(at)], eight()[static_cast<std::size_t>(at)]);
    ++seen[static_cast<std::size_t>(at)];
  }
  double chiSquared = 0.0;
  for (std::size_t i = 0; i < 8; ++i) {
    const double expected = kDraws * std::abs(static_cast<double>(eight()[i])) / 12.15;
    chiSquared += std::pow(seen[i] - expected, 2.0) / expected;
  }
  QVERIFY2(chiSquared < 24.3, qPrintable(QString::number(chiSquared)));
}

/// E ||C - x||^2 / ||x||^2 = 1 - sum |x_i|^3 / (||x||_1 ||x||^2): 1 - 0.2685364344 here, and 1 -
/// 2/d in the limit of many normal entries.
void RandomSparsificationTest::adaptiveErrorIsItsClosedForm() {
  constexpr int kDraws = 20'000;
  const auto closedForm = [](const Floats& x) {
    double sum = 0.0;
    double cubes = 0.0;
    for (const double v : x) {
      sum += std::abs(v);
      cubes += std::abs(v * v * v);
    }
    return cubes / (sum * squares(x));
  };
  QVERIFY(near(closedForm(eight()), 0.2685364344, 1e-7));
  const auto compressor = make("adaptive-random");
  const auto meanSaving = [&](const Floats& x, double& deviation) {
    const auto layout = flatLayout(x);
    double sum = 0.0;
    double squaresOfIt = 0.0;
    for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
      const double saving = 1.0 - normalisedVariance(received(*compressor, x, layout, draw), x);
      sum += saving;
      squaresOfIt += saving * saving;
    }
    deviation = std::sqrt((squaresOfIt / kDraws - std::pow(sum / kDraws, 2.0)) / kDraws);
    return sum / kDraws;
  };
  double deviation = 0.0;
  const double saved = meanSaving(eight(), deviation);
  QVERIFY(near(saved, 0.2685364344, 5.0 * deviation));
  const auto x = normals(1000, 4);
  const double few = meanSaving(x, deviation);
  QVERIFY(near(few, closedForm(x), 5.0 * deviation));
  QVERIFY(near(1000.0 * closedForm(normals(1000, 8)), 2.0, 0.2));
}

void RandomSparsificationTest::adaptiveFindsItsWayInLongVectors() {
  const auto compressor = make("adaptive-random");
  for (const std::size_t only : {0U, 4095U, 4096U, 12'000U, 20'001U}) {
    Floats x(20'002, 0.0F);
    x[only] = -2.5F;
    QCOMPARE(received(*compressor, x, flatLayout(x), only), x);
  }
  Floats x(20'002, 0.0F);
  x[5000] = 1.0F;
  x[15'000] = 3.0F;
  int later = 0;
  for (std::uint64_t draw = 0; draw < 400; ++draw)
    later += received(*compressor, x, flatLayout(x), draw)[15'000] != 0.0F ? 1 : 0;
  QVERIFY(std::abs(later - 300) < 5 * 9);  // sqrt(400 * 3/4 * 1/4) = 8.7
}

void RandomSparsificationTest::adaptiveIsOfItsClasses() {
  const auto classes =
      entry("adaptive-random").classes(settings("adaptive-random"), layoutOf({{40}}));
  QVERIFY(classes == classesOfSparsifier(1.0 / 40));
  for (const auto& x : unlikeVectors()) {
    // The means are sums over the 40 outcomes.
    double sum = 0.0;
    double cubes = 0.0;
    for (const double v : x) {
      sum += std::abs(v);
      cubes += std::abs(v * v * v);
    }
    const double saved = cubes / (sum * squares(x));
    QVERIFY(isOfItsClasses(classes, {saved, saved}));
  }
}

void RandomSparsificationTest::adaptiveBytes() {
  const auto layout = layoutOf({{1000}});
  const auto compressor = make("adaptive-random");
  const auto payload = compress(*compressor, normals(1000, 3), layout);
  QCOMPARE(payload.bytes.size(), std::size_t{6});
  QCOMPARE(payload.indexBits, std::int64_t{10});
  const auto counts = compressor->count(payload, layout);
  QCOMPARE(counts.paper, 42.0);
  QVERIFY(near(counts.entropy, 32.0 + std::log2(1000.0), 1e-9));
  const auto two = compress(*make("top-k", {{"fraction", 0.002}}), normals(1000, 3), layout);
  Update update;
  const auto done = compressor->decode(two, layout, update);
  QVERIFY(!done);
  QVERIFY(done.error().message.find("read 2 entries; allowed: 1") != std::string::npos);
}

QTEST_APPLESS_MAIN(RandomSparsificationTest)
#include "random_sparsification_test.moc"
