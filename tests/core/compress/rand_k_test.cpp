// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <vector>

#include <QtTest>

#include "tests/core/compress/support.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class RandKTest : public QObject {
  Q_OBJECT
 private slots:
  void keepsEntriesAsTheyAre();
  void aCountIsKeptAsItIs();
  void everySetIsEquallyLikely();
  void theErrorIsItsClosedForm_data();
  void theErrorIsItsClosedForm();
  void scaledIsRightInTheMean();
  void bytesAreTheSeedAndTheValues();
  void badLengthsAreNamed();
  void scaledBeyondFloatIsRefused();
};

namespace {

/// What is received of x by the draw of that number.
Floats received(Compressor& compressor, const Floats& x, const Layout& layout, std::uint64_t draw) {
  Random random(draw, Purpose::Test);
  Payload payload;
  if (!compressor.compress(x, layout, random, payload)) qFatal("refused");
  return decode(compressor, payload, layout);
}

Values kept(double fraction, bool scaled = false) {
  return {{"fraction", fraction}, {"scaling", std::string(scaled ? "unbiased" : "none")}};
}

}  // namespace

void RandKTest::keepsEntriesAsTheyAre() {
  for (std::size_t size = 1; size <= 200; ++size) {
    const auto x = normals(size, size);
    for (const double fraction : {1e-4, 0.3, 0.99}) {
      const auto back = roundTrip("rand-k", kept(fraction), x);
      std::size_t count = 0;
      for (std::size_t i = 0; i < size; ++i) {
        QVERIFY(back[i] == 0.0F || back[i] == x[i]);
        count += back[i] != 0.0F ? 1 : 0;
      }
      QCOMPARE(count, std::max<std::size_t>(
                          1, static_cast<std::size_t>(fraction * static_cast<double>(size))));
    }
    QCOMPARE(roundTrip("rand-k", kept(1.0), x), x);
  }
}

void RandKTest::aCountIsKeptAsItIs() {
  Values values{{"amount", std::string("count")}, {"count", std::int64_t{29}}};
  const auto counted = [&](std::size_t size) {
    return std::ranges::count_if(roundTrip("rand-k", values, normals(size, 9)),
                                 [](float v) { return v != 0.0F; });
  };
  QCOMPARE(counted(100), 29);  // as a share, 0.29 * 100 is below 29 in double
  QCOMPARE(counted(17), 17);
  QCOMPARE(*entry("rand-k").classes(settings("rand-k", values), layoutOf({{290}})).delta, 10.0);
  values["scaling"] = std::string("unbiased");
  QCOMPARE(*entry("rand-k").classes(settings("rand-k", values), layoutOf({{290}})).zeta, 10.0);
  const auto compressor = make("rand-k", values);
  values["count"] = std::int64_t{3};
  compressor->configure(settings("rand-k", values));
  QCOMPARE(compress(*compressor, normals(50, 1), layoutOf({{50}})).valueBits, std::int64_t{96});
  QVERIFY(compressor->setKeptFraction(0.5));
  QCOMPARE(compress(*compressor, normals(50, 1), layoutOf({{50}})).valueBits, std::int64_t{800});
}

/// The 20 sets of 3 of 6, chi-squared with 19 degrees of freedom: 43.8 is exceeded once in 1,000.
void RandKTest::everySetIsEquallyLikely() {
  const auto layout = layoutOf({{6}});
  const auto compressor = make("rand-k", kept(0.5));
  std::map<unsigned, int> seen;
  constexpr int kDraws = 20'000;
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto back = received(*compressor, Floats(6, 1.0F), layout, draw);
    unsigned set = 0;
    for (std::size_t i = 0; i < 6; ++i) set |= back[i] != 0.0F ? 1U << i : 0U;
    QCOMPARE(std::popcount(set), 3);
    ++seen[set];
  }
  QCOMPARE(seen.size(), std::size_t{20});
  double chiSquared = 0.0;
  for (const auto& [set, count] : seen) chiSquared += (count - 1000.0) * (count - 1000.0) / 1000.0;
  QVERIFY2(chiSquared < 43.8, qPrintable(QString::number(chiSquared)));
}

void RandKTest::theErrorIsItsClosedForm_data() {
  QTest::addColumn<int>("k");
  for (const int k : {10, 100, 500, 900}) QTest::addRow("k %d", k) << k;
}

/// E ||C(x) - x||^2 / ||x||^2 = 1 - k/d, and d/k - 1 when scaled.
void RandKTest::theErrorIsItsClosedForm() {
  QFETCH(int, k);
  constexpr int kSize = 1000;
  constexpr int kDraws = 400;
  const auto layout = layoutOf({{kSize}});
  const auto x = normals(kSize, 3);
  const double share = static_cast<double>(k) / kSize;
  for (const bool scaled : {false, true}) {
    const auto compressor = make("rand-k", kept(share + 1e-9, scaled));
    double error = 0.0;
    double whole = 0.0;
    for (int draw = 0; draw < kDraws; ++draw) {
      const auto back = received(*compressor, x, layout, draw);
      for (std::size_t i = 0; i < x.size(); ++i) {
        error += std::pow(static_cast<double>(back[i]) - static_cast<double>(x[i]), 2.0);
        whole += std::pow(static_cast<double>(x[i]), 2.0);
      }
    }
    const double expected = scaled ? 1.0 / share - 1.0 : 1.0 - share;
    // The kurtosis of normal entries makes one draw's share of the squares vary by less than
    // sqrt(2 (1 - share) / k).
    const double spread = std::sqrt(2.0 * (1.0 - share) / k / kDraws);
    const double allowed = 5.0 * spread * (scaled ? 1.0 / share : share);
    QVERIFY2(std::abs(error / whole - expected) < allowed,
             qPrintable(QString::number(error / whole, 'g', 9)));
  }
}

void RandKTest::scaledIsRightInTheMean() {
  const auto layout = layoutOf({{8}});
  const auto x = normals(8, 4);
  const auto compressor = make("rand-k", kept(0.25, true));
  constexpr int kDraws = 40'000;
  std::vector<double> mean(x.size(), 0.0);
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto back = received(*compressor, x, layout, draw);
    for (std::size_t i = 0; i < x.size(); ++i) mean[i] += static_cast<double>(back[i]) / kDraws;
  }
  // Each is 4 x_i with probability 1/4: its deviation is sqrt(3) |x_i|.
  for (std::size_t i = 0; i < x.size(); ++i)
    QVERIFY(std::abs(mean[i] - static_cast<double>(x[i])) <
            5.0 * std::sqrt(3.0 / kDraws) * std::abs(static_cast<double>(x[i])));
}

void RandKTest::bytesAreTheSeedAndTheValues() {
  const auto layout = layoutOf({{60, 10}, {400}});
  const auto compressor = make("rand-k", kept(0.05));
  const auto payload = compress(*compressor, normals(1000, 5), layout);
  QCOMPARE(payload.bytes.size(), std::size_t{8 + 4 * 50});
  QCOMPARE(payload.valueBits, std::int64_t{32 * 50});
  QCOMPARE(payload.indexBits, std::int64_t{0});
  QCOMPARE(payload.framingBits(), std::int64_t{64});
}

void RandKTest::badLengthsAreNamed() {
  const auto layout = layoutOf({{10}});
  const auto compressor = make("rand-k");
  Update update;
  for (const std::size_t length : {0U, 4U, 8U, 11U, 13U, 52U}) {
    Payload payload;
    payload.bytes.resize(length);
    const auto done = compressor->decode(payload, layout, update);
    QVERIFY(!done);
    const auto message = QString::fromStdString(done.error().message);
    QVERIFY2(message.contains(QStringLiteral("read %1 bytes").arg(length)), qPrintable(message));
    QVERIFY2(message.contains(QStringLiteral("1 to 10 values")), qPrintable(message));
  }
}

void RandKTest::scaledBeyondFloatIsRefused() {
  const auto layout = layoutOf({{4}});
  Random random(1, Purpose::Test);
  Payload payload;
  const auto done =
      make("rand-k", kept(0.25, true))->compress(Floats(4, 3e38F), layout, random, payload);
  QVERIFY(!done);
  QVERIFY(done.error().message.find("beyond float") != std::string::npos);
}

QTEST_APPLESS_MAIN(RandKTest)
#include "rand_k_test.moc"
