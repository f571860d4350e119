// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QtTest>

#include "core/nn/model.h"
#include "tests/support/naive_network.h"

using telegrad::Layout;
namespace naive = telegrad::naive;

class LogisticRegressionTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { telegrad::useOneThreadPerWorker(); }
  void has7850WeightsForMnist();
  void theLossIsConvex();

 private:
  static std::unique_ptr<telegrad::Model> build(const telegrad::Shape& input) {
    const auto* entry = *telegrad::find(telegrad::models(), "logistic-regression", "model");
    return std::move(*entry->make({})->build(input, 10));
  }
};

void LogisticRegressionTest::has7850WeightsForMnist() {
  const auto model = build({1, 28, 28});
  const Layout expected{{.name = "dense1.weight", .shape = {10, 784}, .offset = 0},
                        {.name = "dense1.bias", .shape = {10}, .offset = 7840}};
  QVERIFY(model->layout() == expected);
  QCOMPARE(model->parameterCount(), std::size_t{7850});
}

void LogisticRegressionTest::theLossIsConvex() {
  // (g(v) - g(w)) . (v - w) >= 0 for any two points.
  const auto model = build({20});
  const auto inputs = naive::draw(8 * 20, 1);
  const auto labels = naive::drawLabels(8, 10, 1);
  for (std::uint32_t stream = 10; stream < 60; stream += 2) {
    const auto v = naive::draw(model->parameterCount(), stream, 0.5);
    const auto w = naive::draw(model->parameterCount(), stream + 1, 0.5);
    std::vector<float> atV(v.size());
    std::vector<float> atW(w.size());
    model->lossAndGradient(v, inputs, labels, atV);
    model->lossAndGradient(w, inputs, labels, atW);
    double product = 0.0;
    for (std::size_t i = 0; i < v.size(); ++i)
      product += (static_cast<double>(atV[i]) - static_cast<double>(atW[i])) *
                 (static_cast<double>(v[i]) - static_cast<double>(w[i]));
    QVERIFY(product > 0.0);
  }
}

QTEST_APPLESS_MAIN(LogisticRegressionTest)
#include "logistic_regression_test.moc"
