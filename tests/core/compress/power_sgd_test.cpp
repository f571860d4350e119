// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

#include <Eigen/Dense>
#include <QtTest>

#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class PowerSgdTest : public QObject {
  Q_OBJECT
 private slots:
  void oneColdStep_data();
  void oneColdStep();
  void warmStepsReachTheBestThereIs_data();
  void warmStepsReachTheBestThereIs();
  void aMatrixOfThatRankComesBack_data();
  void aMatrixOfThatRankComesBack();
  void isTheProjectionOntoWhatItSends();
  void aMatrixOfLowerRankComesBack();
  void goesOnAfterZeros();
  void coldDoesNotRemember();
  void whatWouldNotShrinkIsSentAsItIs();
  void firstExtentsAreRows();
  void keepsTheProvenShare();
  void bytesAreFloats();
  void beyondFloatIsRefused();
  void badLengthsAreNamed();
};

namespace {

Values of(std::int64_t rank, const char* start = "warm") {
  return {{"rank", rank}, {"start", std::string(start)}};
}

Eigen::MatrixXd matrix(const Floats& x, Eigen::Index rows) {
  Eigen::MatrixXd m(rows, static_cast<Eigen::Index>(x.size()) / rows);
  for (Eigen::Index i = 0; i < m.rows(); ++i)
    for (Eigen::Index j = 0; j < m.cols(); ++j)
      m(i, j) = static_cast<double>(x[static_cast<std::size_t>(i * m.cols() + j)]);
  return m;
}

/// The least error that a matrix of rank r makes: the squares of the singular values left out.
double leastError(const Floats& x, Eigen::Index rows, Eigen::Index rank) {
  const Eigen::VectorXd values =
      Eigen::JacobiSVD<Eigen::MatrixXd>(matrix(x, rows)).singularValues();
  return values.tail(values.size() - rank).squaredNorm() / values.squaredNorm();
}

/// The product of two thin normal matrices.
Floats ofRank(std::size_t rank, std::size_t rows, std::size_t columns, std::uint64_t seed) {
  const auto left = normals(rows * rank, seed);
  const auto right = normals(columns * rank, seed + 1);
  Floats x(rows * columns, 0.0F);
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t j = 0; j < columns; ++j)
      for (std::size_t c = 0; c < rank; ++c)
        x[i * columns + j] += left[i * rank + c] * right[j * rank + c];
  return x;
}

}  // namespace

void PowerSgdTest::oneColdStep_data() {
  QTest::addColumn<int>("rank");
  QTest::addColumn<double>("best");
  QTest::addColumn<double>("error");
  QTest::addColumn<double>("deviation");  // of one draw of matrix and start
  QTest::newRow("1") << 1 << 0.9614 << 0.9802 << 0.0024;
  QTest::newRow("2") << 2 << 0.9259 << 0.9607 << 0.0026;
  QTest::newRow("4") << 4 << 0.8591 << 0.9223 << 0.0036;
  QTest::newRow("8") << 8 << 0.7394 << 0.8481 << 0.0056;
}

void PowerSgdTest::oneColdStep() {
  QFETCH(int, rank);
  QFETCH(double, error);
  QFETCH(double, deviation);
  constexpr int kDraws = 10;
  const auto layout = layoutOf({{100, 100}});
  double mean = 0.0;
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto x = normals(10'000, 130 + draw);
    const auto compressor = make("power-sgd", of(rank));
    mean += normalisedVariance(received(*compressor, x, layout, draw), x) / kDraws;
  }
  QVERIFY2(std::abs(mean - error) < 5.0 * deviation / std::sqrt(kDraws),
           qPrintable(QString::number(mean, 'g', 8)));
}

void PowerSgdTest::warmStepsReachTheBestThereIs_data() {
  oneColdStep_data();
}

void PowerSgdTest::warmStepsReachTheBestThereIs() {
  QFETCH(int, rank);
  QFETCH(double, best);
  const auto layout = layoutOf({{100, 100}});
  const auto x = normals(10'000, 7);
  const double least = leastError(x, 100, rank);
  QVERIFY(std::abs(least - best) < 0.02);  // another matrix of the same distribution
  const auto compressor = make("power-sgd", of(rank));
  double error = normalisedVariance(received(*compressor, x, layout, 0), x);
  for (int step = 1; step <= 31; ++step) {
    const double next = normalisedVariance(received(*compressor, x, layout, step), x);
    QVERIFY(next < error + 1e-6);
    error = next;
  }
  QVERIFY2(error > least - 1e-6 && error < least + 0.002, qPrintable(QString::number(error)));
}

void PowerSgdTest::aMatrixOfThatRankComesBack_data() {
  QTest::addColumn<int>("rank");
  for (const int rank : {1, 2, 5}) QTest::addRow("%d", rank) << rank;
}

void PowerSgdTest::aMatrixOfThatRankComesBack() {
  QFETCH(int, rank);
  const auto x = ofRank(rank, 40, 60, 11);
  const auto layout = layoutOf({{40, 60}});
  const auto compressor = make("power-sgd", of(rank));
  const double error = normalisedVariance(received(*compressor, x, layout, 1), x);
  QVERIFY2(error < 1e-12, qPrintable(QString::number(error)));  // of floats
}

/// ||C||^2 = <C, x>, and nothing of what is left lies along the columns sent.
void PowerSgdTest::isTheProjectionOntoWhatItSends() {
  const auto layout = layoutOf({{30, 50}});
  const auto x = normals(1500, 5);
  const auto compressor = make("power-sgd", of(3));
  const auto payload = compress(*compressor, x, layout);
  const auto back = decode(*compressor, payload, layout);
  const auto m = moments(back, x);
  QVERIFY(std::abs(m.first - m.second) < 1e-6);
  Eigen::MatrixXf left(30, 3);
  std::memcpy(left.data(), payload.bytes.data(), 90 * sizeof(float));
  const Eigen::MatrixXd p = left.cast<double>();
  QVERIFY((p.transpose() * p - Eigen::MatrixXd::Identity(3, 3)).norm() < 1e-6);
  QVERIFY((p.transpose() * (matrix(x, 30) - matrix(back, 30))).norm() < 1e-5);
  QVERIFY((p * p.transpose() * matrix(x, 30) - matrix(back, 30)).norm() < 1e-5);
}

void PowerSgdTest::aMatrixOfLowerRankComesBack() {
  const auto layout = layoutOf({{30, 50}});
  const auto low = ofRank(1, 30, 50, 2);
  const auto high = ofRank(4, 30, 50, 3);
  const auto compressor = make("power-sgd", of(4));
  QVERIFY(normalisedVariance(received(*compressor, low, layout, 1), low) < 1e-12);
  QVERIFY(normalisedVariance(received(*compressor, high, layout, 2), high) < 1e-12);
}

void PowerSgdTest::goesOnAfterZeros() {
  const auto layout = layoutOf({{30, 50}});
  const Floats zeros(1500, 0.0F);
  const auto x = ofRank(2, 30, 50, 3);
  const auto compressor = make("power-sgd", of(2));
  QCOMPARE(received(*compressor, zeros, layout, 1), zeros);
  QCOMPARE(received(*compressor, zeros, layout, 2), zeros);
  QVERIFY(normalisedVariance(received(*compressor, x, layout, 3), x) < 1e-12);
}

void PowerSgdTest::coldDoesNotRemember() {
  const auto layout = layoutOf({{30, 50}});
  const auto x = normals(1500, 5);
  const auto cold = make("power-sgd", of(2, "cold"));
  const auto first = received(*cold, x, layout, 1);
  QVERIFY(received(*cold, x, layout, 2) != first);
  QCOMPARE(received(*cold, x, layout, 1), first);
  const auto warm = make("power-sgd", of(2));
  QCOMPARE(received(*warm, x, layout, 1), first);
  QVERIFY(received(*warm, x, layout, 1) != first);
}

void PowerSgdTest::whatWouldNotShrinkIsSentAsItIs() {
  // r (4 + 5) numbers in place of 20; a row; a vector; a number; nothing.
  const auto layout = layoutOf({{4, 5}, {1, 9}, {7}, {1}, {0, 3}});
  const auto x = normals(elementCount(layout), 8);
  for (const int rank : {3, 4, 50}) {
    const auto compressor = make("power-sgd", of(rank));
    const auto payload = compress(*compressor, x, layout);
    QCOMPARE(decode(*compressor, payload, layout), x);
    QCOMPARE(payload.bytes.size(), 4 * x.size());
  }
  QCOMPARE(compress(*make("power-sgd", of(2)), x, layout).bytes.size(), 4 * (x.size() - 2));
}

void PowerSgdTest::firstExtentsAreRows() {
  // Four filters of 3 x 3 x 3, all alike but for a factor: a matrix of 4 x 27 of rank 1.
  const auto x = ofRank(1, 4, 27, 6);
  const auto layout = layoutOf({{4, 3, 3, 3}});
  const auto compressor = make("power-sgd", of(1));
  const auto payload = compress(*compressor, x, layout);
  QCOMPARE(payload.bytes.size(), std::size_t{4 * (4 + 27)});
  QVERIFY(normalisedVariance(decode(*compressor, payload, layout), x) < 1e-12);
}

/// 1 / min(rows, columns) in the mean over starts; the worst matrices have equal singular values.
void PowerSgdTest::keepsTheProvenShare() {
  const auto layout = layoutOf({{8, 8}});
  Floats identity(64, 0.0F);
  for (std::size_t i = 0; i < 8; ++i) identity[9 * i] = 1.0F;
  for (const auto& x : {identity, normals(64, 3), ofRank(3, 8, 8, 2)}) {
    const auto compressor = make("power-sgd", of(1, "cold"));
    constexpr int kDraws = 2000;
    double kept = 0.0;
    for (int draw = 0; draw < kDraws; ++draw)
      kept += moments(received(*compressor, x, layout, draw), x).second / kDraws;
    QVERIFY2(kept >= 1.0 / 8.0 - 1e-6, qPrintable(QString::number(kept)));
  }
  const auto classes = entry("power-sgd").classes(settings("power-sgd", of(1, "cold")), layout);
  QVERIFY(std::abs(*classes.delta - 8.0) < 1e-12);
  QVERIFY(entry("power-sgd").classes(settings("power-sgd"), layout) == ClassParameters{});
  // The worst of the matrices that are sent as products; the bias and the small one are whole.
  const auto of1 = settings("power-sgd", of(1, "cold"));
  QCOMPARE(*entry("power-sgd").classes(of1, layoutOf({{30, 50}, {1000}, {6, 2, 5}, {2, 2}})).delta,
           30.0);
  QCOMPARE(*entry("power-sgd").classes(of1, layoutOf({{1000}})).delta, 1.0);
}

void PowerSgdTest::bytesAreFloats() {
  const auto layout = layoutOf({{30, 50}, {30}, {6, 2, 5}});
  const auto compressor = make("power-sgd", of(2));
  const auto payload = compress(*compressor, normals(elementCount(layout), 4), layout);
  const std::size_t floats = 2 * (30 + 50) + 30 + 2 * (6 + 10);
  QCOMPARE(payload.bytes.size(), 4 * floats);
  QCOMPARE(payload.valueBits, static_cast<qint64>(32 * floats));
  QCOMPARE(payload.framingBits(), qint64{0});
  QCOMPARE(compressor->count(payload, layout).paper, 32.0 * static_cast<double>(floats));
}

void PowerSgdTest::beyondFloatIsRefused() {
  const auto layout = layoutOf({{30, 50}});
  const Floats x(1500, std::numeric_limits<float>::max());
  const auto compressor = make("power-sgd");
  Random random(1, Purpose::Test);
  Payload payload;
  const auto done = compressor->compress(x, layout, random, payload);
  QVERIFY(!done);
  QVERIFY(done.error().message.find("t0") != std::string::npos);
  const auto fine = ofRank(2, 30, 50, 3);
  QVERIFY(normalisedVariance(received(*compressor, fine, layout, 3), fine) < 1e-12);
}

void PowerSgdTest::badLengthsAreNamed() {
  QCOMPARE(refusal("power-sgd", of(1), layoutOf({{4, 4}, {2}}), {1, 2, 3}),
           QString("power-sgd payload: read 3 bytes; allowed: the 40 of the factors and the "
                   "tensors sent as they are"));
}

QTEST_APPLESS_MAIN(PowerSgdTest)
#include "power_sgd_test.moc"
