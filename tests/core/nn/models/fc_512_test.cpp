// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/nn/model.h"

using telegrad::Layout;
using telegrad::Settings;

class Fc512Test : public QObject {
  Q_OBJECT
 private slots:
  void has407050WeightsForMnist();
  void theHiddenWidthIsASetting();
  void anEmptyExampleIsNamed();

 private:
  static auto build(const telegrad::Values& settings, const telegrad::Shape& input) {
    const auto* entry = *telegrad::find(telegrad::models(), "fc-512", "model");
    return entry->make(*Settings::from(entry->parameters, settings))->build(input, 10);
  }
};

void Fc512Test::has407050WeightsForMnist() {
  const auto model = build({}, {1, 28, 28});
  QVERIFY(model.has_value());
  QCOMPARE((*model)->parameterCount(), std::size_t{407050});
  const Layout expected{{.name = "dense1.weight", .shape = {512, 784}, .offset = 0},
                        {.name = "dense1.bias", .shape = {512}, .offset = 401408},
                        {.name = "dense2.weight", .shape = {10, 512}, .offset = 401920},
                        {.name = "dense2.bias", .shape = {10}, .offset = 407040}};
  QVERIFY((*model)->layout() == expected);
}

void Fc512Test::theHiddenWidthIsASetting() {
  const auto model = build({{"hidden", std::int64_t{3}}}, {4});
  QVERIFY(model.has_value());
  QCOMPARE((*model)->parameterCount(), std::size_t{3 * 4 + 3 + 10 * 3 + 10});
}

void Fc512Test::anEmptyExampleIsNamed() {
  const auto refused = build({}, {1, 0, 28});
  QVERIFY(!refused);
  QCOMPARE(QString::fromStdString(refused.error().message),
           QString("cannot build a model for examples of shape 1 x 0 x 28; allowed: extents of at "
                   "least 1"));
}

QTEST_APPLESS_MAIN(Fc512Test)
#include "fc_512_test.moc"
