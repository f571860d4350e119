// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/composed.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include <QtTest>

#include "core/compress/bit_counts.h"
#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

namespace {

/// A quantiser to see what it is given: sends every entry rounded to a whole number, and how many
/// entries there are of each tensor.
class Whole final : public Compressor {
 public:
  explicit Whole(const Settings& settings) : step_(settings.real("step")) {}
  void configure(const Settings& settings) override { step_ = settings.real("step"); }
  void exchange(StateArchive& /*state*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& /*random*/,
                        Payload& payload) override {
    payload.bytes.clear();
    for (const auto& tensor : layout)
      payload.bytes.push_back(static_cast<std::byte>(tensor.size()));
    for (const auto value : input)
      payload.bytes.push_back(static_cast<std::byte>(std::lround(value / step_) + 100));
    payload.valueBits = 8 * static_cast<std::int64_t>(input.size());
    payload.indexBits = 0;
    return {};
  }
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override {
    if (payload.bytes.size() != layout.size() + elementCount(layout))
      return Error{"whole numbers: another length"};
    for (std::size_t t = 0; t < layout.size(); ++t)
      if (std::to_integer<std::size_t>(payload.bytes[t]) != layout[t].size())
        return Error{"whole numbers: another layout"};
    Floats values;
    for (std::size_t i = layout.size(); i < payload.bytes.size(); ++i)
      values.push_back(static_cast<float>(step_ * (std::to_integer<int>(payload.bytes[i]) - 100)));
    update.setDense(std::move(values));
    return {};
  }
  BitCounts count(const Payload& /*payload*/, const Layout& layout) const override {
    return {8.0 * static_cast<double>(elementCount(layout)), 0.0};
  }

 private:
  double step_;
};

CompressorEntry wholeNumbers() {
  CompressorEntry entry;
  entry.key = "whole";
  entry.parameters = {{.key = "step",
                       .label = "Step",
                       .unit = "",
                       .help = "",
                       .kind = Real{1.0, 0.1, 10.0},
                       .change = Change::BetweenIterations}};
  entry.classes = [](const Settings& /*settings*/, const Layout& layout) {
    return classesOfUnbiased(1.0 + static_cast<double>(elementCount(layout)));
  };
  entry.make = [](const Settings& settings) { return std::make_unique<Whole>(settings); };
  return entry;
}

const Description kDescription{"both", "Both", "A test's.", "", {}};

Layout all(const Settings& /*sparsifier*/, const Layout& layout) {
  return layout;
}

CompressorEntry with(const std::string& sparsifier, const KeptLayout& kept = all) {
  return composed(kDescription, entry(sparsifier), wholeNumbers(), kept);
}

}  // namespace

class ComposedTest : public QObject {
  Q_OBJECT
 private slots:
  void keepsThenRounds();
  void theQuantiserSeesTheKeptOfEachTensor();
  void everySparsifierGoesWithIt_data();
  void everySparsifierGoesWithIt();
  void identityChangesNothing();
  void bitsAreThoseOfBoth();
  void settingsReachBoth();
  void anyBytesAreAValueOrAnError();
  void classesFollowFromBoth();
  void classesHold();
};

Values topCount(std::int64_t k) {
  return {{"amount", std::string("count")}, {"count", k}};
}

std::unique_ptr<Compressor> made(const CompressorEntry& entry, const Values& values = {}) {
  const auto settings = Settings::from(entry.parameters, values);
  if (!settings) qFatal("%s", settings.error().message.c_str());
  return entry.make(*settings);
}

void ComposedTest::keepsThenRounds() {
  const auto compressor = made(with("top-k"), topCount(3));
  const auto layout = layoutOf({{6}});
  const auto payload = compress(*compressor, {0.4F, -4.4F, 3.2F, 0.2F, 0.0F, 7.7F}, layout);
  QCOMPARE(decode(*compressor, payload, layout), (Floats{0, -4, 3, 0, 0, 8}));
}

/// Two of the first, one of the second, none of the empty one: as the layout of three entries says.
void ComposedTest::theQuantiserSeesTheKeptOfEachTensor() {
  const auto compressor =
      made(with("threshold"), {{"threshold", 2.0}, {"index_coding", std::string("bitmap")}});
  const auto layout = layoutOf({{2, 2}, {3}, {0}, {1}});
  const auto payload = compress(*compressor, {5, 1, 1, -6, 1, 7, 1, 1}, layout);
  // Bitmap of three: 0, 3, 5; then the numbers of the tensors and the values.
  const std::vector<int> expected{1, 3, 0b00101001, 2, 1, 0, 0, 105, 94, 107};
  QCOMPARE(payload.bytes.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i)
    QCOMPARE(std::to_integer<int>(payload.bytes[i]), expected[i]);
  QCOMPARE(decode(*compressor, payload, layout), (Floats{5, 0, 0, -6, 0, 7, 0, 0}));
}

void ComposedTest::everySparsifierGoesWithIt_data() {
  QTest::addColumn<std::string>("key");
  for (const char* key :
       {"top-k", "rand-k", "random-sparsification", "adaptive-random", "threshold"})
    QTest::newRow(key) << std::string(key);
}

/// The sparsifier alone, then rounded.
void ComposedTest::everySparsifierGoesWithIt() {
  QFETCH(std::string, key);
  for (const auto& parameter : entry(key).parameters) {
    std::vector<std::string> options{""};
    if (const auto* choice = std::get_if<Choice>(&parameter.kind))
      if (parameter.key == "index_coding" || parameter.key == "positions")
        options = choice->options;
    for (const auto& option : options) {
      Values values;
      if (!option.empty()) values[parameter.key] = option;
      const auto both = made(with(key), values);
      const auto alone = make(key, values);
      for (std::size_t size = 0; size < 90; size += 1 + size / 4) {
        const auto layout = layoutOf({{static_cast<std::int64_t>(size)}});
        const auto x = normals(size, size);
        auto expected = decode(*alone, compress(*alone, x, layout), layout);
        for (auto& v : expected) v = static_cast<float>(std::lround(v));
        QCOMPARE(decode(*both, compress(*both, x, layout), layout), expected);
      }
    }
  }
}

void ComposedTest::identityChangesNothing() {
  const auto layout = layoutOf({{90, 7}, {90}});
  const auto x = normals(elementCount(layout), 2);
  const auto both =
      made(composed(kDescription, entry("top-k"), entry("identity"), all), {{"fraction", 0.1}});
  const auto alone = make("top-k", {{"fraction", 0.1}});
  const auto payload = compress(*both, x, layout);
  const auto plain = compress(*alone, x, layout);
  QCOMPARE(decode(*both, payload, layout), decode(*alone, plain, layout));
  QCOMPARE(payload.valueBits, plain.valueBits);
  QCOMPARE(payload.indexBits, plain.indexBits);
  QCOMPARE(both->count(payload, layout).paper, alone->count(plain, layout).paper);
  QCOMPARE(both->count(payload, layout).entropy, alone->count(plain, layout).entropy);
}

void ComposedTest::bitsAreThoseOfBoth() {
  const auto layout = layoutOf({{100}});
  const auto compressor = made(with("top-k"), topCount(10));
  const auto payload = compress(*compressor, normals(100, 1), layout);
  QCOMPARE(payload.valueBits, std::int64_t{80});
  QCOMPARE(payload.indexBits, std::int64_t{70});
  QCOMPARE(payload.bytes.size(), std::size_t{3 + 9 + 11});  // the header, ten positions, values
  const auto counts = compressor->count(payload, layout);
  QCOMPARE(counts.paper, 80.0 + log2Choose(100, 10));
  QCOMPARE(counts.entropy, log2Choose(100, 10));
}

void ComposedTest::settingsReachBoth() {
  const auto both = with("top-k");
  const auto layout = layoutOf({{4}});
  const Floats x{9.0F, 1.0F, -3.0F, 8.0F};
  const auto compressor = made(both, {{"fraction", 0.25}});
  const auto back = [&] { return decode(*compressor, compress(*compressor, x, layout), layout); };
  QCOMPARE(back(), (Floats{9, 0, 0, 0}));
  compressor->configure(
      *Settings::from(both.parameters, {{"fraction", 0.5}, {"values_step", 2.0}}));
  QCOMPARE(back(), (Floats{10, 0, 0, 8}));
  QVERIFY(compressor->setKeptFraction(0.75));
  QCOMPARE(back(), (Floats{10, 0, -4, 8}));
  QVERIFY(compressor->setKeptFractions(std::vector{0.25}));
  QCOMPARE(back(), (Floats{10, 0, 0, 0}));
  QVERIFY(!compressor->bytesFor(0.5, layout));
  QVERIFY(!made(with("adaptive-random"))->setKeptFraction(0.5));
}

void ComposedTest::anyBytesAreAValueOrAnError() {
  Random random(6, Purpose::Test);
  const auto layout = layoutOf({{30}, {10, 3}});
  for (const char* key : {"top-k", "rand-k", "random-sparsification"}) {
    const auto compressor = made(with(key), {{"fraction", 0.2}});
    const auto valid = compress(*compressor, normals(60, 1), layout);
    Update update;
    int errors = 0;
    for (int trial = 0; trial < 20'000; ++trial) {
      auto payload = valid;
      if (trial % 3 == 0) payload.bytes.resize(random.below(40));
      for (auto changes = random.below(4); changes > 0 && !payload.bytes.empty(); --changes)
        payload.bytes[random.below(payload.bytes.size())] =
            static_cast<std::byte>(random.below(256));
      const auto done = compressor->decode(payload, layout, update);
      errors += done ? 0 : 1;
      QCOMPARE(update.size(), std::size_t{60});
      QVERIFY(update.entries() != nullptr);
      QVERIFY(done || update.entries()->indices.empty());
    }
    QVERIFY(errors > 1000 && errors < 20'000);
  }
}

void ComposedTest::classesFollowFromBoth() {
  const auto kept = classesOfSparsifier(0.2);
  const auto natural = classesOfComposed(kept, classesOfUnbiased(9.0 / 8.0));
  QVERIFY(!natural.zeta);
  QCOMPARE(natural.b1->alpha, 0.2);
  QCOMPARE(natural.b1->beta, 9.0 / 8.0);
  QCOMPARE(natural.b2->gamma, 0.2);
  QCOMPARE(natural.b2->beta, 9.0 / 8.0);
  QVERIFY(std::abs(*natural.delta - 5.0 * 8.0 / 7.0) < 1e-12);  // 1 / (2 - zeta) over the share
  ClassParameters rounding;                                     // biased, to powers of two
  rounding.b1 = {4.0 / 9, 4.0 / 3};
  rounding.b2 = {2.0 / 3, 4.0 / 3};
  rounding.delta = 9.0 / 8;
  const auto biased = classesOfComposed(kept, rounding);
  QVERIFY(std::abs(biased.b1->alpha - 0.8 / 9) < 1e-12);
  QCOMPARE(*biased.delta, 9.0 / 8 / 0.2);
  const auto unbiased = classesOfComposed(classesOfUnbiased(5.0), classesOfUnbiased(9.0 / 8.0));
  QVERIFY(unbiased == classesOfUnbiased(45.0 / 8.0));
  QVERIFY(classesOfComposed(classesOfUnbiased(5.0), rounding) == ClassParameters{});
  QVERIFY(classesOfComposed({}, rounding) == ClassParameters{});
  QCOMPARE(*classesOfComposed(classesOfSparsifier(1.0), classesOfUnbiased(2.0)).zeta, 2.0);
  // What is proven of the quantiser is taken on what it is given.
  const auto beta = [&](const KeptLayout& given) {
    const auto both = with("top-k", given);
    return both.classes(*Settings::from(both.parameters, {{"fraction", 0.25}}), layoutOf({{40}}))
        .b1->beta;
  };
  QCOMPARE(beta(all), 41.0);
  QCOMPARE(beta([](const Settings& sparsifier, const Layout& layout) {
             const double count =
                 sparsifier.real("fraction") * static_cast<double>(elementCount(layout));
             return layoutOf({{std::llround(count)}});
           }),
           11.0);
}

/// Top-k and natural compression, of vectors of many kinds. With y = Top-k(x), E C = y and
/// E ||C||^2 = ||y||^2 + sum (2^{a+1} - |y_i|)(|y_i| - 2^a).
void ComposedTest::classesHold() {
  const auto& both = entry("top-k-natural");
  for (const std::int64_t k : {1, 4, 20, 40}) {
    const auto settings = Settings::from(both.parameters, topCount(k));
    const auto classes = both.classes(*settings, layoutOf({{40}}));
    for (const auto& x : unlikeVectors()) {
      const auto y = roundTrip("top-k", topCount(k), x);
      double variance = 0.0;
      for (const float v : y) {
        if (v == 0.0F) continue;
        const double magnitude = std::abs(static_cast<double>(v));
        const double low = std::exp2(std::floor(std::log2(magnitude)));
        variance += (2.0 * low - magnitude) * (magnitude - low);
      }
      const double kept = squares(y) / squares(x);
      QVERIFY(isOfItsClasses(classes, {kept, kept + variance / squares(x)}));
    }
  }
}

QTEST_APPLESS_MAIN(ComposedTest)
#include "composed_test.moc"
