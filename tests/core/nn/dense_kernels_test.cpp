// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense_kernels.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <set>
#include <vector>

#include <QtTest>

#include "core/tensor/vector_in_parts.h"
#include "tests/support/naive_images.h"

using namespace telegrad;

namespace {

using Floats = std::vector<float>;

/// sum over k of a_k b_k in the order that the header promises.
template <typename A, typename B>
float fusedSum(std::size_t count, A a, B b) {
  float sum = 0.0F;
  for (std::size_t k = 0; k < count; ++k) sum = std::fma(a(k), b(k), sum);
  return sum;
}

bool same(const Floats& a, const Floats& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

Floats packed(const DenseKernels& kernels, const Floats& weights, std::size_t inputs,
              std::size_t outputs) {
  Floats panels(kernels.packedSize(inputs, outputs), NAN);
  for (std::size_t first = 0; first < outputs; first += kernels.panel)
    kernels.pack(weights.data() + first * inputs, inputs, std::min(kernels.panel, outputs - first),
                 panels.data() + first * inputs);
  return panels;
}

constexpr std::size_t kLine = 16;  // behind each result: must stay as it is

}  // namespace

/// Every instruction set of this machine, bit for bit, against loops of std::fma.
class DenseKernelsTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void panelsHoldTheWeightsSideBySide_data() { shapes(); }
  void panelsHoldTheWeightsSideBySide();
  void forwardIsTheFusedSum_data() { shapes(); }
  void forwardIsTheFusedSum();
  void gradientIsTheFusedSum_data() { shapes(); }
  void gradientIsTheFusedSum();
  void severalGradientsAreAddedInTheirOrder_data() { shapes(); }
  void severalGradientsAreAddedInTheirOrder();
  void whatIsNoNumberStaysThat();

 private:
  static void shapes();
};

void DenseKernelsTest::initTestCase() {
  if (denseKernels().empty()) QSKIP("this processor, or the limit set for oneDNN, fuses nothing");
}

void DenseKernelsTest::shapes() {
  QTest::addColumn<std::size_t>("batch");
  QTest::addColumn<std::size_t>("inputs");
  QTest::addColumn<std::size_t>("outputs");
  const auto row = [](std::size_t batch, std::size_t inputs, std::size_t outputs) {
    QTest::addRow("%zu x %zu -> %zu", batch, inputs, outputs) << batch << inputs << outputs;
  };
  // Every number of rows that a tile may have, and one beyond.
  for (std::size_t batch = 1; batch <= 13; ++batch) row(batch, 40, 35);
  // Whole and broken vectors, panels and blocks of rows.
  for (const std::size_t size : {1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 64}) row(5, size, 19);
  for (const std::size_t size : {1, 3, 4, 5, 8, 11, 16, 17, 31, 32, 33, 64}) row(10, 21, size);
  row(10, 784, 10);
  row(32, 120, 84);
}

void DenseKernelsTest::panelsHoldTheWeightsSideBySide() {
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  const auto weights = naive::draw(outputs * inputs, 1);
  for (const auto* kernels : denseKernels()) {
    const auto panels = packed(*kernels, {weights.begin(), weights.end()}, inputs, outputs);
    for (std::size_t at = 0; at < panels.size(); ++at) {
      const std::size_t panel = at / (kernels->panel * inputs);
      const std::size_t input = at / kernels->panel % inputs;
      const std::size_t output = panel * kernels->panel + at % kernels->panel;
      const float wanted = output < outputs ? weights[output * inputs + input] : 0.0F;
      QVERIFY2(panels[at] == wanted, kernels->name);
    }
  }
}

void DenseKernelsTest::forwardIsTheFusedSum() {
  QFETCH(std::size_t, batch);
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  const auto weights = naive::draw(outputs * inputs, 1);
  const auto bias = naive::draw(outputs, 2);
  const auto src = naive::draw(batch * inputs, 3);
  Floats wanted(batch * outputs + kLine, -1.0F);
  for (std::size_t b = 0; b < batch; ++b)
    for (std::size_t o = 0; o < outputs; ++o)
      wanted[b * outputs + o] =
          bias[o] + fusedSum(
                        inputs, [&](std::size_t i) { return src[b * inputs + i]; },
                        [&](std::size_t i) { return weights[o * inputs + i]; });
  for (const auto* kernels : denseKernels()) {
    const auto panels = packed(*kernels, {weights.begin(), weights.end()}, inputs, outputs);
    Floats dst(batch * outputs + kLine, -1.0F);
    kernels->forward({.src = src.data(),
                      .panels = panels.data(),
                      .bias = bias.data(),
                      .dst = dst.data(),
                      .batch = batch,
                      .inputs = inputs,
                      .outputs = outputs,
                      .stride = outputs});
    QVERIFY2(same(dst, wanted), kernels->name);
    // Panel after panel, as others do.
    dst.assign(dst.size(), -1.0F);
    for (std::size_t first = 0; first < outputs; first += kernels->panel)
      kernels->forward({.src = src.data(),
                        .panels = panels.data() + first * inputs,
                        .bias = bias.data() + first,
                        .dst = dst.data() + first,
                        .batch = batch,
                        .inputs = inputs,
                        .outputs = std::min(kernels->panel, outputs - first),
                        .stride = outputs});
    QVERIFY2(same(dst, wanted), kernels->name);
  }
}

void DenseKernelsTest::gradientIsTheFusedSum() {
  QFETCH(std::size_t, batch);
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  const auto diffDst = naive::draw(batch * outputs, 4);
  const auto src = naive::draw(batch * inputs, 5);
  const std::size_t first = outputs / 3;  // a block from the middle on
  const std::size_t count = outputs - first;
  Floats wanted(count * inputs + kLine, -1.0F);
  for (std::size_t o = 0; o < count; ++o)
    for (std::size_t i = 0; i < inputs; ++i)
      wanted[o * inputs + i] = fusedSum(
          batch, [&](std::size_t b) { return diffDst[b * outputs + first + o]; },
          [&](std::size_t b) { return src[b * inputs + i]; });
  const std::set<float> numbers(wanted.begin(), wanted.end());
  for (const auto* kernels : denseKernels()) {
    Floats product(count * inputs + kLine, -1.0F);
    Floats message(VectorInParts::kRoom, NAN);
    const Layer::Signals term{.src = src, .diffDst = diffDst};
    DenseGradient call{.terms = {&term, 1},
                       .product = product.data(),
                       .batch = batch,
                       .inputs = inputs,
                       .outputs = outputs,
                       .first = first,
                       .count = count,
                       .use = DenseGradient::Use::Write,
                       .message = nullptr};
    kernels->differentiate(call);
    QVERIFY2(same(product, wanted), kernels->name);
    call.message = message.data();
    for (const auto use : {DenseGradient::Use::Add, DenseGradient::Use::AddEncoded}) {
      call.use = use;
      kernels->differentiate(call);
      for (std::size_t i = 0; i < count * inputs; ++i) product[i] *= 0.5F;  // exact
      QVERIFY2(same(product, wanted), kernels->name);
    }
    // What is left in the message are the last numbers; beside them nothing, or what has no column.
    std::size_t written = 0;
    for (const float left : message) {
      if (std::isnan(left)) continue;
      ++written;
      QVERIFY2(left == 0.0F || numbers.contains(left), kernels->name);
    }
    QVERIFY2(written > 0, kernels->name);
  }
}

/// One after the other, each a whole sum of its own, to what was there.
void DenseKernelsTest::severalGradientsAreAddedInTheirOrder() {
  QFETCH(std::size_t, batch);
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  constexpr std::uint64_t kTerms = 3;
  std::vector<Floats> numbers;
  for (std::uint64_t t = 0; t < kTerms; ++t) {
    numbers.push_back(naive::draw(batch * inputs, 20 + 2 * t));
    numbers.push_back(naive::draw(batch * outputs, 21 + 2 * t));
  }
  std::vector<Layer::Signals> terms;
  for (std::size_t t = 0; t < numbers.size(); t += 2)
    terms.push_back({.src = numbers[t], .diffDst = numbers[t + 1]});
  const auto before = naive::draw(outputs * inputs, 30);
  auto wanted = before;
  for (std::size_t o = 0; o < outputs; ++o)
    for (std::size_t i = 0; i < inputs; ++i)
      for (const auto& term : terms)
        wanted[o * inputs + i] += fusedSum(
            batch, [&](std::size_t b) { return term.diffDst[b * outputs + o]; },
            [&](std::size_t b) { return term.src[b * inputs + i]; });
  for (const auto* kernels : denseKernels()) {
    auto sum = before;
    Floats message(VectorInParts::kRoom);
    kernels->differentiate({.terms = terms,
                            .product = sum.data(),
                            .batch = batch,
                            .inputs = inputs,
                            .outputs = outputs,
                            .first = 0,
                            .count = outputs,
                            .use = DenseGradient::Use::AddEncoded,
                            .message = message.data()});
    QVERIFY2(same(sum, wanted), kernels->name);
  }
}

void DenseKernelsTest::whatIsNoNumberStaysThat() {
  constexpr std::size_t kBatch = 3, kInputs = 20, kOutputs = 5;
  Floats src(kBatch * kInputs, 1.0F);
  src[kInputs + 18] = std::numeric_limits<float>::infinity();
  const Floats weights(kInputs * kOutputs, 0.0F);
  const Floats bias(kOutputs, 2.0F);
  for (const auto* kernels : denseKernels()) {
    const auto panels = packed(*kernels, weights, kInputs, kOutputs);
    Floats dst(kBatch * kOutputs);
    kernels->forward({.src = src.data(),
                      .panels = panels.data(),
                      .bias = bias.data(),
                      .dst = dst.data(),
                      .batch = kBatch,
                      .inputs = kInputs,
                      .outputs = kOutputs,
                      .stride = kOutputs});
    for (std::size_t i = 0; i < dst.size(); ++i)
      QCOMPARE(std::isnan(dst[i]), i / kOutputs == 1);  // infinity times zero
  }
}

QTEST_GUILESS_MAIN(DenseKernelsTest)
#include "dense_kernels_test.moc"
