// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"

using namespace telegrad;
using telegrad::test::GivenGradients;

namespace {

using Floats = std::vector<float>;

Floats plain(const FloatVector& values) {
  return {values.begin(), values.end()};
}

GivenGradients run(std::size_t workers, std::int64_t size, double momentum,
                   const char* compressor = "identity") {
  return {workers,    {{"x", {size}, 0}},
          "signum",   {{"learning_rate", 0.25}, {"momentum", momentum}},
          compressor, {}};
}

}  // namespace

class SignumTest : public QObject {
  Q_OBJECT
 private slots:
  void stepsByTheSignsOfTheSum();
  void momentumByHand();
  void whatComesBackIsABitForEachWeight();
  void whoIsAwayHasNoVote();
};

void SignumTest::stepsByTheSignsOfTheSum() {
  auto workers = run(2, 9, 0.0);
  const auto gradient = [](std::size_t worker, std::int64_t /*iteration*/) {
    return worker == 0 ? Floats{3, -1, 2, 0, -4, 1, 1, 1, -1}
                       : Floats{-1, -1, -2, 0, 1, 1, 1, -2, -9};
  };
  // Sums 2, -2, 0, 0, -3, 2, 2, -1, -10; a sum of zero counts as plus.
  QVERIFY(workers.iterate(gradient));
  QCOMPARE(plain(workers.weights()),
           (Floats{-0.25, 0.25, -0.25, -0.25, 0.25, -0.25, -0.25, 0.25, 0.25}));
  QCOMPARE(workers.lastMove(), 9 * 0.0625);
}

void SignumTest::momentumByHand() {
  auto workers = run(1, 2, 0.75);
  // u = (1, -1), then (0.75 - 1, -0.75 + 2).
  QVERIFY(workers.iterate([](std::size_t, std::int64_t) { return Floats{4, -4}; }));
  QCOMPARE(plain(workers.weights()), (Floats{-0.25, 0.25}));
  QVERIFY(workers.iterate([](std::size_t, std::int64_t) { return Floats{-4, 8}; }));
  QCOMPARE(plain(workers.weights()), (Floats{0, 0}));
  // Half the gradient would not have turned it: u = (0.75 * -0.25 + 0.25, ...) > 0.
  QVERIFY(workers.iterate([](std::size_t, std::int64_t) { return Floats{1, -1}; }));
  QCOMPARE(plain(workers.weights()), (Floats{-0.25, -0.25}));
}

void SignumTest::whatComesBackIsABitForEachWeight() {
  auto workers = run(2, 9, 0.0);
  QVERIFY(!workers.algorithm().broadcast(0));  // the weights themselves
  QCOMPARE(workers.algorithm().broadcast(1)->value, std::int64_t{2});
  QCOMPARE(workers.algorithm().broadcast(7)->value, std::int64_t{2});
}

void SignumTest::whoIsAwayHasNoVote() {
  auto workers = run(2, 1, 0.0);
  workers.setAway(0, true);
  QVERIFY(workers.iterate(
      [](std::size_t worker, std::int64_t) { return Floats{worker == 0 ? 9.0F : -1.0F}; }));
  QCOMPARE(plain(workers.weights()), (Floats{0.25}));
}

QTEST_APPLESS_MAIN(SignumTest)
#include "signum_test.moc"
