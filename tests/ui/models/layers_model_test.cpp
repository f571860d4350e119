// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/layers_model.h"

#include <QtTest>

using telegrad::LayerRecord;
using telegrad::RunInfo;
using telegrad::Sample;
using telegrad::ui::LayersModel;
using telegrad::ui::RunsModel;

/// The table of what compression did to each layer, as samples come in.
class LayersModelTest : public QObject {
  Q_OBJECT
 private slots:
  void saysWhyItIsEmpty();
  void hasARowForEachTensorOfTheLastEvaluation();
  void barsAreShares();
};

namespace {

Sample sampleAt(std::int64_t iteration, std::vector<LayerRecord> layers) {
  Sample sample;
  sample.record.iteration = iteration;
  if (iteration % 2 == 0) sample.record.testAccuracy = 0.5;
  sample.layers = std::move(layers);
  return sample;
}

int beginRun(RunsModel& runs) {
  const int id = runs.add(telegrad::Experiment(), {});
  RunInfo info;
  info.layers = {{"dense1.weight", {20, 30}, 600}, {"dense1.bias", {20}, 20}};
  runs.setInfo(id, info);
  return id;
}

const std::vector<LayerRecord> kLayers{{0.01, 0.75, 4.0, 0.5}, {0.05, 0.25, 1.0, -0.5}};

}  // namespace

void LayersModelTest::saysWhyItIsEmpty() {
  RunsModel runs;
  const LayersModel model(runs);
  QCOMPARE(model.rowCount(), 0);
  QVERIFY(model.heading().contains(QStringLiteral("as a run trains")));
  const int id = beginRun(runs);
  runs.append(id, {sampleAt(1, {})});
  QVERIFY(model.heading().contains(QStringLiteral("first evaluated")));
  runs.append(id, {sampleAt(2, {})});
  QVERIFY(model.heading().contains(QStringLiteral("messages of its own")));
}

void LayersModelTest::hasARowForEachTensorOfTheLastEvaluation() {
  RunsModel runs;
  const LayersModel model(runs);
  const int id = beginRun(runs);
  runs.append(id, {sampleAt(2, kLayers), sampleAt(3, {})});
  QCOMPARE(model.rowCount(), 2);
  QVERIFY(model.heading().contains(QStringLiteral("iteration 2:")));
  const auto text = [&](int row, int column) {
    return model.data(model.index(row, column)).toString();
  };
  QCOMPARE(text(0, LayersModel::Name), QStringLiteral("dense1.weight"));
  QCOMPARE(text(0, LayersModel::Extents), QStringLiteral("20 × 30"));
  QCOMPARE(text(0, LayersModel::Entries), QStringLiteral("600"));
  QCOMPARE(model.data(model.index(0, LayersModel::Name), Qt::ToolTipRole).toString(),
           QStringLiteral("dense1.weight: 20 × 30, 600 entries"));
  QVERIFY(text(0, LayersModel::Kept).startsWith(QStringLiteral("1.00")));
  QVERIFY(text(1, LayersModel::Error).startsWith(QStringLiteral("25.00")));
  QCOMPARE(text(0, LayersModel::Residual), QStringLiteral("4"));
  QCOMPARE(text(0, LayersModel::Cosine), QStringLiteral("0.5"));
}

void LayersModelTest::barsAreShares() {
  RunsModel runs;
  const LayersModel model(runs);
  runs.append(beginRun(runs), {sampleAt(2, kLayers)});
  const auto bar = [&](int row, int column) {
    return model.data(model.index(row, column), LayersModel::kBarRole).toDouble();
  };
  QCOMPARE(bar(0, LayersModel::Error), 0.75);
  QCOMPARE(bar(0, LayersModel::Residual), 1.0);  // the largest
  QCOMPARE(bar(1, LayersModel::Residual), 0.25);
  QVERIFY(bar(1, LayersModel::Cosine) < 0.0);  // against the gradient: no bar
}

QTEST_MAIN(LayersModelTest)
#include "layers_model_test.moc"
