// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <set>

#include <QtTest>

#include "core/nn/model.h"
#include "tests/support/naive_network.h"

using telegrad::Architecture;
using telegrad::Entry;
using telegrad::Model;
using telegrad::Purpose;
using telegrad::Random;
using telegrad::Settings;
using telegrad::Shape;
namespace naive = telegrad::naive;

namespace {

const Shape kInput{3, 32, 32};
constexpr std::size_t kClasses = 7;

const Entry<Architecture>& entryOf(const QString& key) {
  return **telegrad::find(telegrad::models(), key.toStdString(), "model");
}

/// Narrow, where it can be.
std::unique_ptr<Architecture> architecture(const QString& key) {
  const auto& entry = entryOf(key);
  telegrad::Values values;
  for (const auto& parameter : entry.parameters)
    if (parameter.key == "width") values["width"] = std::int64_t{4};
  return entry.make(*Settings::from(entry.parameters, values));
}

std::unique_ptr<Model> build(const QString& key) {
  return std::move(*architecture(key)->build(kInput, kClasses));
}

std::vector<float> startingWeights(const Model& model) {
  std::vector<float> weights(model.parameterCount(), NAN);
  Random random(1, Purpose::InitialWeights);
  model.initialise(weights, random);
  return weights;
}

}  // namespace

/// What every model of the catalogue keeps.
class ModelsTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { telegrad::useOneThreadPerWorker(); }
  void keysDiffer();
  void hasWordsForTheUser_data() { everyModel(); }
  void hasWordsForTheUser();
  void layoutIsWhole_data() { everyModel(); }
  void layoutIsWhole();
  void startingWeightsAreFiniteAndDiffer_data() { everyModel(); }
  void startingWeightsAreFiniteAndDiffer();
  void gradientIsTheSlopeInEveryTensor_data() { everyModel(); }
  void gradientIsTheSlopeInEveryTensor();
  void descentLearnsAMinibatch_data() { everyModel(); }
  void descentLearnsAMinibatch();
  void refusesWhatItCannotTake_data() { everyModel(); }
  void refusesWhatItCannotTake();

 private:
  static void everyModel() {
    QTest::addColumn<QString>("key");
    for (const auto& entry : telegrad::models())
      QTest::newRow(entry.key.c_str()) << QString::fromStdString(entry.key);
  }
};

void ModelsTest::keysDiffer() {
  std::set<std::string> keys;
  for (const auto& entry : telegrad::models()) keys.insert(entry.key);
  QVERIFY(!keys.empty());
  QCOMPARE(keys.size(), telegrad::models().size());
}

void ModelsTest::hasWordsForTheUser() {
  QFETCH(QString, key);
  const auto& entry = entryOf(key);
  QVERIFY(!entry.name.empty() && !entry.summary.empty());
  for (const auto& parameter : entry.parameters)
    QVERIFY(!parameter.label.empty() && !parameter.help.empty());
}

void ModelsTest::layoutIsWhole() {
  QFETCH(QString, key);
  const auto model = build(key);
  QCOMPARE(model->inputSize(), telegrad::elementCount(kInput));
  QCOMPARE(model->classes(), kClasses);
  std::set<std::string> names;
  std::size_t offset = 0;
  for (const auto& tensor : model->layout()) {
    QCOMPARE(tensor.offset, offset);
    QVERIFY(tensor.size() > 0);
    offset += tensor.size();
    names.insert(tensor.name);
  }
  QCOMPARE(model->parameterCount(), offset);
  QCOMPARE(names.size(), model->layout().size());
}

void ModelsTest::startingWeightsAreFiniteAndDiffer() {
  QFETCH(QString, key);
  const auto weights = startingWeights(*build(key));
  for (const float weight : weights) QVERIFY(std::isfinite(weight));
  QCOMPARE(startingWeights(*build(key)), weights);
  QVERIFY(std::set<float>(weights.begin(), weights.end()).size() > weights.size() / 2);
}

void ModelsTest::gradientIsTheSlopeInEveryTensor() {
  QFETCH(QString, key);
  const auto model = build(key);
  const auto weights = startingWeights(*model);
  constexpr std::size_t kBatch = 9;
  const auto inputs = naive::draw(kBatch * model->inputSize(), 1);
  const auto labels = naive::drawLabels(kBatch, kClasses, 1);
  std::vector<float> gradient(weights.size(), NAN);
  std::vector<float> unused(weights.size());
  model->lossAndGradient(weights, inputs, labels, gradient);
  const double whole = std::sqrt(telegrad::squaredNorm(gradient));
  // A step along the gradient of one tensor at a time; the slope there is the gradient's length.
  for (const auto& tensor : model->layout()) {
    const auto part = std::span(gradient).subspan(tensor.offset, tensor.size());
    const double length = std::sqrt(telegrad::squaredNorm(part));
    QVERIFY(std::isfinite(length) && length > 0.0);
    // The loss moves by about 2e-4: above its rounding, and below most kinks.
    const double reach = std::min(2e-3, 2e-4 / length);
    // Narrow normalised networks have kinks all around; and of what a normalisation takes out
    // again, rounding alone is left. Against the whole gradient both are little.
    const double kinks = model->statisticsSize() > 0 ? 0.005 * whole : 0.0;
    const auto lossAt = [&](double step) {
      auto moved = weights;
      for (std::size_t i = 0; i < part.size(); ++i)
        moved[tensor.offset + i] +=
            static_cast<float>(step * static_cast<double>(part[i]) / length);
      return model->lossAndGradient(moved, inputs, labels, unused);
    };
    const double slope = (lossAt(reach) - lossAt(-reach)) / (2.0 * reach);
    QVERIFY2(std::abs(slope - length) < std::max(kinks, 0.01 * length),
             qPrintable(QString("%1: %2 for %3")
                            .arg(QString::fromStdString(tensor.name))
                            .arg(slope)
                            .arg(length)));
  }
}

void ModelsTest::descentLearnsAMinibatch() {
  QFETCH(QString, key);
  const auto model = build(key);
  auto weights = startingWeights(*model);
  const auto inputs = naive::draw(10 * model->inputSize(), 2);
  const auto labels = naive::drawLabels(10, kClasses, 2);
  std::vector<float> gradient(weights.size());
  for (int step = 0; step < 200; ++step) {
    model->lossAndGradient(weights, inputs, labels, gradient);
    telegrad::scaleAndAdd(-0.1F, gradient, weights, weights);
  }
  QCOMPARE(model->evaluate(weights, inputs, labels).correct, std::size_t{10});
}

void ModelsTest::refusesWhatItCannotTake() {
  QFETCH(QString, key);
  const auto& made = architecture(key);
  for (const Shape& shape : {Shape{}, Shape{1, 0, 28}, Shape{1, 28, -1},
                             Shape{std::int64_t{1} << 62U, 1 << 10, 1 << 10}})
    QVERIFY(!made->build(shape, 10) && !made->build(shape, 10).error().message.empty());
  for (const std::size_t classes : {0, 1, 257}) {
    const auto refused = made->build({1, 28, 28}, classes);
    QVERIFY(!refused);
    QVERIFY(refused.error().message.find(std::to_string(classes)) != std::string::npos);
  }
}

QTEST_APPLESS_MAIN(ModelsTest)
#include "models_test.moc"
