// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense.h"

#include <cmath>

#include <QtTest>

#include "core/nn/model.h"
#include "tests/support/naive_network.h"

using telegrad::Dense;
using telegrad::Layer;
using telegrad::Layout;
using telegrad::Purpose;
using telegrad::Random;
namespace naive = telegrad::naive;

class DenseTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { telegrad::useOneThreadPerWorker(); }
  void layoutIsWeightThenBias();
  void forwardIsTheSumOfProducts_data() { sizes(); }
  void forwardIsTheSumOfProducts();
  void packedWeightsAreTheSameWeights_data() { sizes(); }
  void packedWeightsAreTheSameWeights();
  void backwardIsTheDerivative_data() { sizes(); }
  void backwardIsTheDerivative();
  void aGradientIsOverwrittenOrAddedTo();
  void whatIsAddedToZerosIsWhatIsWritten_data();
  void whatIsAddedToZerosIsWhatIsWritten();
  void partsAreTheGradient_data() { whatIsAddedToZerosIsWhatIsWritten_data(); }
  void partsAreTheGradient();
  void distanceIsThatOfTheGradients_data() { sizes(); }
  void distanceIsThatOfTheGradients();
  void forwardByHand();
  void nonFinitePropagates();
  void startingWeightsAreUniform_data();
  void startingWeightsAreUniform();
  void startingWeightsAreDrawnInOrder();

 private:
  static void sizes();
};

void DenseTest::sizes() {
  QTest::addColumn<std::size_t>("batch");
  QTest::addColumn<std::size_t>("inputs");
  QTest::addColumn<std::size_t>("outputs");
  const auto row = [](std::size_t batch, std::size_t inputs, std::size_t outputs) {
    QTest::addRow("%zu x %zu -> %zu", batch, inputs, outputs) << batch << inputs << outputs;
  };
  row(1, 1, 1);
  row(1, 5, 3);
  row(3, 1, 4);
  row(4, 7, 1);
  row(10, 784, 10);
  row(10, 33, 17);
  row(10, 200, 64);
  row(129, 19, 10);
  row(10, 33, 512);
}

void DenseTest::layoutIsWeightThenBias() {
  const Layout expected{{.name = "weight", .shape = {3, 5}, .offset = 0},
                        {.name = "bias", .shape = {3}, .offset = 15}};
  QVERIFY(Dense(5, 3).layout() == expected);
}

void DenseTest::forwardIsTheSumOfProducts() {
  QFETCH(std::size_t, batch);
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  Dense dense(inputs, outputs);
  const auto weights = naive::draw((inputs + 1) * outputs, 1);
  const auto src = naive::draw(batch * inputs, 2);
  std::vector<float> dst(batch * outputs, NAN);
  dense.forward(weights, src, dst, batch);
  const auto expected = naive::dense(naive::widen(weights), naive::widen(src), inputs, outputs);
  QVERIFY(naive::worstError(dst, expected) < 1e-5);
}

void DenseTest::packedWeightsAreTheSameWeights() {
  QFETCH(std::size_t, batch);
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  Dense dense(inputs, outputs);
  Dense other(inputs, outputs);
  const auto weights = naive::draw((inputs + 1) * outputs, 1);
  const auto src = naive::draw(batch * inputs, 2);
  // The bias is read from the flat vector, the rest from the packed one alone.
  auto flat = weights;
  if (dense.packedSize() > 0) std::fill_n(flat.begin(), inputs * outputs, NAN);
  telegrad::FloatVector packed(dense.packedSize(), NAN);
  for (std::size_t part = dense.packParts(); part-- > 0;)  // in any order, by anyone
    (part % 2 == 0 ? dense : other).pack(weights, part, packed);
  std::vector<float> dst(batch * outputs, NAN);
  dense.forward({flat, packed}, src, dst, batch);
  const auto expected = naive::dense(naive::widen(weights), naive::widen(src), inputs, outputs);
  QVERIFY(naive::worstError(dst, expected) < 1e-5);
  // In parts, to the bit, where there are any.
  if (dense.forwardParts() == 0) return;
  std::vector<float> parts(batch * outputs, NAN);
  for (std::size_t part = dense.forwardParts(); part-- > 0;)
    dense.forwardPart({flat, packed}, part, src, parts, batch);
  QCOMPARE(parts, dst);
}

void DenseTest::backwardIsTheDerivative() {
  QFETCH(std::size_t, batch);
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  Dense dense(inputs, outputs);
  const auto weights = naive::draw((inputs + 1) * outputs, 3);
  const auto src = naive::draw(batch * inputs, 4);
  const auto diffDst = naive::draw(batch * outputs, 5);
  std::vector<float> dst(batch * outputs);
  std::vector<float> diffSrc(src.size(), NAN);
  std::vector<float> diffWeights(weights.size(), NAN);
  dense.forward(weights, src, dst, batch);
  dense.backward(weights, src, dst, diffDst, diffSrc, batch);
  dense.weightGradient({.src = src, .diffDst = diffDst}, batch, 1.0F, false, diffWeights);

  naive::Vector expectedSrc(src.size(), 0.0);
  naive::Vector expectedWeights(weights.size(), 0.0);
  for (std::size_t b = 0; b < batch; ++b)
    for (std::size_t o = 0; o < outputs; ++o) {
      const double d = diffDst[b * outputs + o];
      expectedWeights[outputs * inputs + o] += d;
      for (std::size_t i = 0; i < inputs; ++i) {
        expectedSrc[b * inputs + i] += d * static_cast<double>(weights[o * inputs + i]);
        expectedWeights[o * inputs + i] += d * static_cast<double>(src[b * inputs + i]);
      }
    }
  QVERIFY(naive::worstError(diffSrc, expectedSrc) < 1e-5);
  QVERIFY(naive::worstError(diffWeights, expectedWeights) < 1e-5);
}

void DenseTest::aGradientIsOverwrittenOrAddedTo() {
  Dense dense(6, 4);
  const auto src = naive::draw(3 * 6, 7);
  const auto diffDst = naive::draw(3 * 4, 8);
  const Layer::Signals given{.src = src, .diffDst = diffDst};
  std::vector<float> first(28, 100.0F);
  std::vector<float> second(28, -7.0F);
  std::vector<float> third(28, 0.0F);
  dense.weightGradient(given, 3, 0.25F, false, first);
  dense.weightGradient(given, 3, 0.25F, false, second);
  dense.weightGradient(given, 3, 0.25F, true, third);
  QCOMPARE(second, first);
  QCOMPARE(third, first);  // the same bits: compression of everything is no compression
  dense.weightGradient(given, 3, 0.25F, true, third);
  std::vector<double> expected(28);
  for (std::size_t i = 0; i < 28; ++i) expected[i] = 2.0 * static_cast<double>(first[i]);
  QVERIFY(naive::worstError(third, expected) < 1e-6);
}

void DenseTest::whatIsAddedToZerosIsWhatIsWritten_data() {
  sizes();
  // The layers of fc-512 and of LeNet-5; with more rows than stay in the cache, and with a rest.
  const auto row = [](std::size_t inputs, std::size_t outputs) {
    QTest::addRow("%zu -> %zu", inputs, outputs) << std::size_t{10} << inputs << outputs;
  };
  row(784, 512);
  row(512, 10);
  row(256, 120);
  row(1030, 300);
}

/// To the bit; and it is the factor times what is written without one.
void DenseTest::whatIsAddedToZerosIsWhatIsWritten() {
  QFETCH(std::size_t, batch);
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  Dense dense(inputs, outputs);
  const std::size_t size = (inputs + 1) * outputs;
  const auto src = naive::draw(batch * inputs, 12);
  const auto diffDst = naive::draw(batch * outputs, 13);
  const Layer::Signals given{.src = src, .diffDst = diffDst};
  std::vector<float> gradient(size, NAN);
  dense.weightGradient(given, batch, 1.0F, false, gradient);
  for (const float factor : {0.005F, 0.3F, -1.0F}) {
    std::vector<float> written(size, NAN);
    std::vector<float> added(size, 0.0F);
    dense.weightGradient(given, batch, factor, false, written);
    dense.weightGradient(given, batch, factor, true, added);
    std::size_t different = 0;
    naive::Vector expected(size);
    for (std::size_t i = 0; i < size; ++i) {
      if (written[i] != added[i]) ++different;
      expected[i] = double{factor} * double{gradient[i]};
    }
    QCOMPARE(different, std::size_t{0});
    QVERIFY(naive::worstError(written, expected) < 1e-6);
  }
}

/// To the bit, in any order.
void DenseTest::partsAreTheGradient() {
  QFETCH(std::size_t, batch);
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  Dense dense(inputs, outputs);
  const std::size_t size = (inputs + 1) * outputs;
  const auto src = naive::draw(batch * inputs, 14);
  const auto diffDst = naive::draw(batch * outputs, 15);
  std::vector<float> whole(size, NAN);
  dense.weightGradient({.src = src, .diffDst = diffDst}, batch, 0.3F, false, whole);
  auto multiplied = diffDst;
  for (float& value : multiplied) value *= 0.3F;
  const auto sizes = dense.gradientParts();
  if (sizes.empty()) QSKIP("without kernels there are no parts");
  std::vector<float> parts(size, 0.0F);
  std::vector<float> room(telegrad::VectorInParts::kRoom);
  std::size_t end = size;
  for (std::size_t part = sizes.size(); part-- > 0;) {
    end -= sizes[part];
    const Layer::Signals given{.src = src, .diffDst = multiplied};
    dense.addGradientPart({&given, 1}, batch, part, room,
                          std::span(parts).subspan(end, sizes[part]));
  }
  QCOMPARE(end, std::size_t{0});
  QCOMPARE(parts, whole);
}

void DenseTest::distanceIsThatOfTheGradients() {
  QFETCH(std::size_t, batch);
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  Dense dense(inputs, outputs);
  const std::size_t size = (inputs + 1) * outputs;
  const auto src = naive::draw(batch * inputs, 9);
  auto otherSrc = src;
  const auto diffDst = naive::draw(batch * outputs, 10);
  auto otherDiff = diffDst;
  const auto noise = naive::draw(otherSrc.size() + otherDiff.size(), 11);
  for (std::size_t i = 0; i < otherSrc.size(); ++i) otherSrc[i] += 1e-3F * noise[i];
  for (std::size_t i = 0; i < otherDiff.size(); ++i)
    otherDiff[i] += 1e-3F * noise[otherSrc.size() + i];
  const auto naiveDistance = [&](std::span<const float> x, std::span<const float> d) {
    std::vector<double> difference(size, 0.0);
    for (std::size_t b = 0; b < batch; ++b)
      for (std::size_t o = 0; o < outputs; ++o) {
        const double d1 = diffDst[b * outputs + o];
        const double d2 = d[b * outputs + o];
        difference[outputs * inputs + o] += d1 - d2;
        for (std::size_t i = 0; i < inputs; ++i)
          difference[o * inputs + i] += d1 * static_cast<double>(src[b * inputs + i]) -
                                        d2 * static_cast<double>(x[b * inputs + i]);
      }
    double sum = 0.0;
    for (const double entry : difference) sum += entry * entry;
    return sum;
  };
  const Layer::Signals here{.src = src, .diffDst = diffDst};
  const auto close = [](double a, double b) { return std::abs(a - b) <= 1e-3 * b; };
  QVERIFY(close(dense.squaredDistance(here, {.src = otherSrc, .diffDst = otherDiff}, batch),
                naiveDistance(otherSrc, otherDiff)));
  QVERIFY(close(dense.squaredDistance(here, {.src = src, .diffDst = otherDiff}, batch),
                naiveDistance(src, otherDiff)));
  const auto copy = src;  // equal, but elsewhere
  QCOMPARE(dense.squaredDistance(here, {.src = copy, .diffDst = diffDst}, batch), 0.0);
}

void DenseTest::forwardByHand() {
  Dense dense(2, 3);
  const std::vector<float> weights{1, 2, 3, 4, 5, 6, 0.5F, -0.5F, 10};
  std::vector<float> dst(6);
  dense.forward(weights, std::vector<float>{1, 10, -1, 0}, dst, 2);
  QCOMPARE(dst, (std::vector<float>{21.5F, 42.5F, 75.0F, -0.5F, -3.5F, 5.0F}));
}

void DenseTest::nonFinitePropagates() {
  Dense dense(40, 20);
  auto weights = naive::draw(41 * 20, 9);
  weights[3 * 40 + 5] = NAN;
  const auto src = naive::draw(10 * 40, 10);
  std::vector<float> dst(10 * 20);
  dense.forward(weights, src, dst, 10);
  for (std::size_t i = 0; i < dst.size(); ++i) QCOMPARE(std::isnan(dst[i]), i % 20 == 3);
}

void DenseTest::startingWeightsAreUniform_data() {
  QTest::addColumn<std::size_t>("inputs");
  QTest::addColumn<std::size_t>("outputs");
  QTest::newRow("784 -> 512") << std::size_t{784} << std::size_t{512};
  QTest::newRow("512 -> 10") << std::size_t{512} << std::size_t{10};
}

void DenseTest::startingWeightsAreUniform() {
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  std::vector<float> weights((inputs + 1) * outputs, NAN);
  Random random(3, Purpose::InitialWeights);
  Dense(inputs, outputs).initialise(weights, random);
  const double bound = 1.0 / std::sqrt(static_cast<double>(inputs));
  const auto n = static_cast<double>(weights.size());
  double mean = 0.0;
  double square = 0.0;
  double fourth = 0.0;
  double largest = 0.0;
  for (const float weight : weights) {
    const double u = static_cast<double>(weight) / bound;
    mean += u / n;
    square += u * u / n;
    fourth += u * u * u * u / n;
    largest = std::max(largest, std::abs(u));
  }
  // Of U(-1, 1): moments 0, 1/3, 1/5; five standard deviations of each mean.
  QVERIFY(largest <= 1.0 + 1e-7 && largest > 0.99);
  QVERIFY(std::abs(mean) < 5.0 * std::sqrt(1.0 / 3.0 / n));
  QVERIFY(std::abs(square - 1.0 / 3.0) < 5.0 * std::sqrt((1.0 / 5.0 - 1.0 / 9.0) / n));
  QVERIFY(std::abs(fourth - 1.0 / 5.0) < 5.0 * std::sqrt((1.0 / 9.0 - 1.0 / 25.0) / n));
}

void DenseTest::startingWeightsAreDrawnInOrder() {
  std::vector<float> weights(5 * 3);
  Random random(4, Purpose::InitialWeights);
  Dense(4, 3).initialise(weights, random);
  Random again(4, Purpose::InitialWeights);
  for (const float weight : weights) QCOMPARE(weight, static_cast<float>(again.uniform(-0.5, 0.5)));
  QCOMPARE(random.next64(), again.next64());
}

QTEST_APPLESS_MAIN(DenseTest)
#include "dense_test.moc"
