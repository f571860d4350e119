// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <QtTest>

#include "tests/core/compress/support.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class TopKTest : public QObject {
  Q_OBJECT
 private slots:
  void keepsTheLargestMagnitudes();
  void takesTheFirstOfEquals();
  void keepsAtLeastOneAndAtMostAll();
  void countIsPerTensorOrOfTheWholeModel();
  void agreesWithAFullSortPerTensor();
  void classesAreOfTheWorstTensor();
  void fractionsMayDifferFromTensorToTensor();
  void sizesAreKnownBefore();
  void keptCountsAreThePublishedOnes_data();
  void keptCountsAreThePublishedOnes();
  void bytesAreValuesThenIndices();
  void oneEntryNeedsNoIndexBits();
  void parametersChangeBetweenIterations();
  void publishedBitsFollowFromRounds_data();
  void publishedBitsFollowFromRounds();
  void publishedMemoryIsTenStoredUpdates();
  void badPayloadsAreNamed();
  void decodeRefusesBeforeItAllocates();
};

Values count(std::int64_t k, const std::string& scope = "tensor") {
  return {{"amount", std::string("count")}, {"count", k}, {"scope", scope}};
}

void TopKTest::keepsTheLargestMagnitudes() {
  QCOMPARE(roundTrip("top-k", {{"fraction", 0.5}}, {0.1F, -4.0F, 3.0F, 0.2F}),
           (Floats{0.0F, -4.0F, 3.0F, 0.0F}));
}

void TopKTest::takesTheFirstOfEquals() {
  QCOMPARE(roundTrip("top-k", count(2), {1.0F, -2.0F, 2.0F, -2.0F}),
           (Floats{0.0F, -2.0F, 2.0F, 0.0F}));
  QCOMPARE(roundTrip("top-k", count(3), {1.0F, -1.0F, 1.0F, -1.0F, 1.0F}),
           (Floats{1.0F, -1.0F, 1.0F, 0.0F, 0.0F}));
}

void TopKTest::keepsAtLeastOneAndAtMostAll() {
  for (std::size_t size = 1; size <= 70; ++size) {
    const auto x = normals(size, size);
    const auto few = roundTrip("top-k", {{"fraction", 1e-4}}, x);
    QCOMPARE(std::ranges::count(few, 0.0F), static_cast<std::ptrdiff_t>(size - 1));
    QCOMPARE(roundTrip("top-k", count(1'000'000), x), x);
    QCOMPARE(roundTrip("top-k", {{"fraction", 1.0}}, x), x);
  }
}

void TopKTest::countIsPerTensorOrOfTheWholeModel() {
  const auto layout = layoutOf({{3}, {2}, {1}});
  const Floats x{1.0F, 2.0F, 3.0F, 10.0F, 20.0F, 5.0F};
  const auto perTensor = make("top-k", count(2));
  QCOMPARE(decode(*perTensor, compress(*perTensor, x, layout), layout),
           (Floats{0.0F, 2.0F, 3.0F, 10.0F, 20.0F, 5.0F}));
  const auto whole = make("top-k", count(2, "model"));
  QCOMPARE(decode(*whole, compress(*whole, x, layout), layout),
           (Floats{0.0F, 0.0F, 0.0F, 10.0F, 20.0F, 0.0F}));
}

void TopKTest::agreesWithAFullSortPerTensor() {
  const auto layout = layoutOf({{90, 70}, {0}, {90}, {7, 90}, {7}});
  const auto x = normals(elementCount(layout), 21);
  Floats expected(x.size(), 0.0F);
  for (const auto& tensor : layout) {
    if (tensor.size() == 0) continue;
    std::vector<std::size_t> order(tensor.size());
    std::iota(order.begin(), order.end(), tensor.offset);
    std::ranges::stable_sort(order, std::greater<>{}, [&](auto i) { return std::abs(x[i]); });
    const auto k = std::max(1.0, std::floor(0.03 * static_cast<double>(tensor.size())));
    order.resize(static_cast<std::size_t>(k));
    for (const auto i : order) expected[i] = x[i];
  }
  const auto compressor = make("top-k", {{"fraction", 0.03}});
  QCOMPARE(decode(*compressor, compress(*compressor, x, layout), layout), expected);
}

std::vector<Shape> fc() {
  return {{512, 784}, {512}, {10, 512}, {10}};
}

/// ResNet18 for 32x32 pictures: stem, four stages of two blocks, head.
std::vector<Shape> resNet18(std::int64_t classes) {
  std::vector<Shape> shapes{{64, 3, 3, 3}, {64}, {64}};
  std::int64_t before = 64;
  for (const std::int64_t width : {64, 128, 256, 512})
    for (int block = 0; block < 2; ++block) {
      shapes.insert(shapes.end(), {{width, before, 3, 3}, {width}, {width}});
      shapes.insert(shapes.end(), {{width, width, 3, 3}, {width}, {width}});
      if (before != width) shapes.insert(shapes.end(), {{width, before, 1, 1}, {width}, {width}});
      before = width;
    }
  shapes.insert(shapes.end(), {{classes, 512}, {classes}});
  return shapes;
}

/// A vector may have everything in the tensor of which the least is kept; if its entries are alike
/// there, just that share of it is.
void TopKTest::classesAreOfTheWorstTensor() {
  const auto deltaOf = [](const Values& values, const std::vector<Shape>& shapes) {
    return *test::entry("top-k")
                .classes(test::settings("top-k", values), test::layoutOf(shapes))
                .delta;
  };
  QCOMPARE(deltaOf({{"fraction", 0.01}}, fc()), 102.4);    // 5 of 512
  QCOMPARE(deltaOf({{"fraction", 0.001}}, fc()), 1024.0);  // 5 of 5120
  QCOMPARE(deltaOf({{"fraction", 0.01}}, std::vector<Shape>(50, {199})), 199.0);
  QCOMPARE(deltaOf({{"fraction", 0.01}}, {{0}, {100}}), 100.0);
  const Values count{{"amount", std::string("count")}, {"count", std::int64_t{20}}};
  QCOMPARE(deltaOf(count, fc()), 512.0 * 784.0 / 20.0);
  const Values whole{{"fraction", 0.01}, {"scope", std::string("model")}};
  QCOMPARE(deltaOf(whole, std::vector<Shape>(50, {199})), 9950.0 / 99.0);

  const auto layout = test::layoutOf({{40, 10}, {199}});
  std::vector<float> x(599, 0.0F);
  std::fill(x.begin() + 400, x.end(), 1.0F);
  const auto compressor = test::make("top-k", {{"fraction", 0.01}});
  const auto kept = test::decode(*compressor, test::compress(*compressor, x, layout), layout);
  QCOMPARE(std::ranges::count(kept, 1.0F) * deltaOf({{"fraction", 0.01}}, {{40, 10}, {199}}),
           199.0);
}

void TopKTest::fractionsMayDifferFromTensorToTensor() {
  const auto layout = test::layoutOf({{10, 10}, {40}, {7}});
  const auto x = test::normals(147, 8);
  const auto compressor = test::make("top-k", {{"fraction", 0.5}});
  const auto kept = [&] {
    const auto back = test::decode(*compressor, test::compress(*compressor, x, layout), layout);
    std::vector<std::ptrdiff_t> counts;
    for (const auto& tensor : layout) {
      const auto part = std::span(back).subspan(tensor.offset, tensor.size());
      counts.push_back(std::ssize(part) - std::ranges::count(part, 0.0F));
    }
    return counts;
  };
  using Counts = std::vector<std::ptrdiff_t>;
  QVERIFY(compressor->setKeptFractions(std::vector{0.25, 1.0, 0.01}));
  QCOMPARE(kept(), (Counts{25, 40, 1}));
  QVERIFY(compressor->setKeptFraction(0.1));
  QCOMPARE(kept(), (Counts{10, 4, 1}));
  QVERIFY(compressor->setKeptFractions(std::vector{0.25, 1.0, 0.01}));
  compressor->configure(test::settings("top-k", {{"fraction", 0.5}}));
  QCOMPARE(kept(), (Counts{50, 20, 3}));
  const auto whole = test::make("top-k", {{"scope", std::string("model")}});
  QVERIFY(!whole->setKeptFractions(std::vector{0.25, 1.0, 0.01}));
}

void TopKTest::sizesAreKnownBefore() {
  const auto layout = test::layoutOf({{10, 10}, {40}, {7}});
  const auto x = test::normals(147, 8);
  for (const char* scope : {"tensor", "model"})
    for (const char* coding : {"packed", "fixed-32"}) {
      const auto compressor = test::make(
          "top-k", {{"scope", std::string(scope)}, {"index_coding", std::string(coding)}});
      for (const double fraction : {1e-6, 0.01, 0.1, 0.333, 0.5, 1.0}) {
        const auto expected = compressor->bytesFor(fraction, layout);
        QVERIFY(compressor->setKeptFraction(fraction));
        QCOMPARE(test::compress(*compressor, x, layout).bytes.size(), *expected);
      }
      QCOMPARE(*compressor->bytesFor(0.1, {}), std::size_t{0});
    }
  QVERIFY(!test::make("identity")->bytesFor(0.1, layout));
}

void TopKTest::keptCountsAreThePublishedOnes_data() {
  QTest::addColumn<int>("classes");  // 0: the fully connected net
  QTest::addColumn<qint64>("size");
  QTest::addColumn<qint64>("kept");
  QTest::addColumn<qint64>("valueBits");
  QTest::addColumn<qint64>("wordIndexTotal");
  QTest::addColumn<qint64>("indexWidth");
  QTest::newRow("fc") << 0 << qint64{407'050} << qint64{4'071} << qint64{130'272} << qint64{260'544}
                      << qint64{19};
  QTest::newRow("10 classes") << 10 << qint64{11'173'962} << qint64{111'723} << qint64{3'575'136}
                              << qint64{7'150'272} << qint64{24};
  QTest::newRow("100 classes") << 100 << qint64{11'220'132} << qint64{112'184} << qint64{3'589'888}
                               << qint64{7'179'776} << qint64{24};
}

void TopKTest::keptCountsAreThePublishedOnes() {
  QFETCH(int, classes);
  QFETCH(qint64, size);
  QFETCH(qint64, kept);
  QFETCH(qint64, valueBits);
  QFETCH(qint64, wordIndexTotal);
  QFETCH(qint64, indexWidth);
  const auto layout = layoutOf(classes == 0 ? fc() : resNet18(classes));
  QCOMPARE(static_cast<qint64>(elementCount(layout)), size);
  if (classes > 0) QCOMPARE(layout.size(), std::size_t{62});
  Floats x(static_cast<std::size_t>(size));
  std::iota(x.begin(), x.end(), 1.0F);

  const auto packed = compress(*make("top-k"), x, layout);
  QCOMPARE(packed.valueBits, valueBits);
  QCOMPARE(packed.valueBits, 32 * kept);
  QCOMPARE(packed.indexBits, indexWidth * kept);
  QVERIFY(packed.framingBits() < 8);

  const auto fixed =
      compress(*make("top-k", {{"index_coding", std::string("fixed-32")}}), x, layout);
  QCOMPARE(fixed.valueBits, valueBits);
  QCOMPARE(fixed.valueBits + fixed.indexBits, wordIndexTotal);
  QCOMPARE(fixed.framingBits(), qint64{0});
}

void TopKTest::bytesAreValuesThenIndices() {
  const Floats x{0.0F, 1.0F, 0.0F, -2.0F, 0.0F};
  const auto bytes = [&](const std::string& coding) {
    auto values = count(2);
    values["index_coding"] = coding;
    std::vector<int> list;
    for (const auto b : compress(*make("top-k", values), x, layoutOf({{5}})).bytes)
      list.push_back(std::to_integer<int>(b));
    return list;
  };
  // 1 and 3 in three bits each, the first one lowest: 011 001.
  QCOMPARE(bytes("packed"), (std::vector{0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0b011001}));
  QCOMPARE(bytes("fixed-32"),
           (std::vector{0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 1, 0, 0, 0, 3, 0, 0, 0}));
}

void TopKTest::oneEntryNeedsNoIndexBits() {
  const auto payload = compress(*make("top-k"), {2.5F}, layoutOf({{1}}));
  QCOMPARE(payload.bytes.size(), std::size_t{4});
  QCOMPARE(payload.indexBits, std::int64_t{0});
  QCOMPARE(roundTrip("top-k", {}, {2.5F}), Floats{2.5F});
}

void TopKTest::parametersChangeBetweenIterations() {
  const auto layout = layoutOf({{100}});
  const auto compressor = make("top-k");
  QCOMPARE(compress(*compressor, normals(100, 1), layout).valueBits, std::int64_t{32});
  compressor->configure(settings("top-k", {{"fraction", 0.25}}));
  QCOMPARE(compress(*compressor, normals(100, 1), layout).valueBits, std::int64_t{32 * 25});
}

void TopKTest::publishedBitsFollowFromRounds_data() {
  QTest::addColumn<int>("classes");
  QTest::addColumn<bool>("sparse");
  QTest::addColumn<double>("rounds");
  QTest::addColumn<QString>("bits");
  const auto row = [](const char* name, int classes, bool sparse, double rounds, const char* bits) {
    QTest::newRow(name) << classes << sparse << rounds << bits;
  };
  row("MNIST SGD", 0, false, 60400, "7.87e+11");
  row("MNIST Sparse", 0, true, 67400, "8.78e+09");
  row("MNIST LASG", 0, false, 33853, "4.41e+11");
  row("MNIST SASG", 0, true, 22823, "2.97e+09");
  row("CIFAR-10 SGD", 10, false, 111200, "3.98e+13");
  row("CIFAR-10 Sparse", 10, true, 109800, "3.93e+11");
  row("CIFAR-10 LASG", 10, false, 107389, "3.84e+13");
  row("CIFAR-10 SASG", 10, true, 90846, "3.25e+11");
  row("CIFAR-100 SGD", 100, false, 152000, "5.46e+13");
  row("CIFAR-100 Sparse", 100, true, 152800, "5.49e+11");
  row("CIFAR-100 LASG", 100, false, 145971, "5.24e+13");
  row("CIFAR-100 SASG", 100, true, 137937, "4.95e+11");
}

/// Table II of Deng et al., SASG: rounds times the value bits of an upload, as printed.
void TopKTest::publishedBitsFollowFromRounds() {
  QFETCH(int, classes);
  QFETCH(bool, sparse);
  QFETCH(double, rounds);
  QFETCH(QString, bits);
  const auto layout = layoutOf(classes == 0 ? fc() : resNet18(classes));
  const Floats x(elementCount(layout), 1.0F);
  const auto payload = compress(*make(sparse ? "top-k" : "identity"), x, layout);
  QCOMPARE(QString::number(rounds * static_cast<double>(payload.valueBits), 'e', 2), bits);
}

/// Table III of the same: what a server holds of ten workers' updates, MiB, the values alone.
void TopKTest::publishedMemoryIsTenStoredUpdates() {
  const auto layout = layoutOf(resNet18(10));
  const Floats x(elementCount(layout), 1.0F);
  const auto mebibytes = [&](const char* compressor) {
    const auto bits = compress(*make(compressor), x, layout).valueBits;
    return 10.0 * static_cast<double>(bits) / 8.0 / 1048576.0;
  };
  QCOMPARE(QString::number(mebibytes("identity"), 'f', 2), QString("426.25"));
  QCOMPARE(QString::number(mebibytes("top-k"), 'f', 3), QString("4.262"));
}

void TopKTest::badPayloadsAreNamed() {
  const auto layout = layoutOf({{5}});
  const auto compressor = make("top-k", {{"index_coding", std::string("fixed-32")}});
  const auto message = [&](std::size_t size, std::vector<unsigned char> last) {
    Payload payload;
    payload.bytes.resize(size);
    for (std::size_t i = 0; i < last.size(); ++i)
      payload.bytes[size - last.size() + i] = static_cast<std::byte>(last[i]);
    Update update;
    const auto done = compressor->decode(payload, layout, update);
    if (done || update.size() != 5 || dense(update) != Floats(5, 0.0F)) return QString();
    return QString::fromStdString(done.error().message);
  };
  const QString length(
      "top-k payload: read %1 bytes; allowed: the length of 1 to 5 entries of "
      "32 + 32 bits");
  QCOMPARE(message(0, {}), length.arg(0));
  QCOMPARE(message(7, {}), length.arg(7));
  QCOMPARE(message(48, {}), length.arg(48));
  const QString index("top-k payload: index %1 is %2; allowed: strictly ascending and below 5");
  QCOMPARE(message(16, {3, 0, 0, 0, 3, 0, 0, 0}), index.arg(1).arg(3));
  QCOMPARE(message(16, {3, 0, 0, 0, 1, 0, 0, 0}), index.arg(1).arg(1));
  QCOMPARE(message(16, {3, 0, 0, 0, 5, 0, 0, 0}), index.arg(1).arg(5));
  QCOMPARE(message(16, {0, 0, 0, 0x80, 4, 0, 0, 0}), index.arg(0).arg(0x80000000U));
}

void TopKTest::decodeRefusesBeforeItAllocates() {
  Payload payload;
  payload.bytes.resize(8'000'000);
  Update update;
  QVERIFY(!make("top-k")->decode(payload, layoutOf({{10}}), update));
  QCOMPARE(update.takeEntries().values.capacity(), std::size_t{0});
}

QTEST_APPLESS_MAIN(TopKTest)
#include "top_k_test.moc"
