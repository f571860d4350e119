// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/relu.h"

#include <cmath>
#include <limits>

#include <QtTest>

#include "tests/support/naive_network.h"

using telegrad::Relu;
namespace naive = telegrad::naive;

class ReluTest : public QObject {
  Q_OBJECT
 private slots:
  void keepsWhatIsPositive();
  void theDerivativeIsOneOrZero();
  void hasNoWeights();
  void nonFinitePropagates();
};

void ReluTest::keepsWhatIsPositive() {
  Relu relu(3);
  std::vector<float> dst(6, NAN);
  relu.forward({}, std::vector<float>{-1, 0, 2, 1e-30F, -1e30F, 3}, dst, 2);
  QCOMPARE(dst, (std::vector<float>{0, 0, 2, 1e-30F, 0, 3}));

  const auto src = naive::draw(10 * 513, 1);
  std::vector<float> many(src.size());
  Relu(513).forward({}, src, many, 10);
  QCOMPARE(naive::widen(many), naive::relu(naive::widen(src)));
}

void ReluTest::theDerivativeIsOneOrZero() {
  Relu relu(5);
  const std::vector<float> src{-1, 0, 2, 1e-30F, -1e30F};
  const std::vector<float> diffDst{10, 20, 30, 40, 50};
  std::vector<float> dst(5);
  std::vector<float> diffSrc(5, NAN);
  relu.forward({}, src, dst, 1);
  relu.backward({}, src, dst, diffDst, diffSrc, 1);
  QCOMPARE(diffSrc, (std::vector<float>{0, 0, 30, 40, 0}));
}

void ReluTest::hasNoWeights() {
  Relu relu(5);
  QVERIFY(relu.layout().empty());
  QCOMPARE(relu.inputSize(), std::size_t{5});
  QCOMPARE(relu.outputSize(), std::size_t{5});
  telegrad::Random random(1, telegrad::Purpose::Test);
  telegrad::Random again(1, telegrad::Purpose::Test);
  relu.initialise({}, random);
  QCOMPARE(random.next64(), again.next64());
}

void ReluTest::nonFinitePropagates() {
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  Relu relu(20);
  std::vector<float> src(20, 1.0F);
  src[3] = NAN;
  src[17] = NAN;
  src[18] = kInfinity;
  src[19] = -kInfinity;
  std::vector<float> dst(20);
  relu.forward({}, src, dst, 1);
  QVERIFY(std::isnan(dst[3]) && std::isnan(dst[17]));
  QCOMPARE(dst[18], kInfinity);
  QCOMPARE(dst[19], 0.0F);
  std::vector<float> diffDst(20, 1.0F);
  diffDst[5] = NAN;
  std::vector<float> diffSrc(20);
  relu.backward({}, src, dst, diffDst, diffSrc, 1);
  QVERIFY(std::isnan(diffSrc[5]));
}

QTEST_APPLESS_MAIN(ReluTest)
#include "relu_test.moc"
