// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/model.h"

#include <cmath>
#include <numbers>
#include <thread>

#include <QtTest>

#include "core/nn/dense.h"
#include "core/nn/relu.h"
#include "tests/support/naive_network.h"

using telegrad::Dense;
using telegrad::Evaluation;
using telegrad::Layout;
using telegrad::Model;
using telegrad::Purpose;
using telegrad::Random;
using telegrad::Relu;
namespace naive = telegrad::naive;

namespace {

Model twoLayers(std::size_t inputs, std::size_t hidden, std::size_t classes) {
  std::vector<Model::NamedLayer> layers;
  layers.push_back({"first", std::make_unique<Dense>(inputs, hidden)});
  layers.push_back({"relu", std::make_unique<Relu>(hidden)});
  layers.push_back({"second", std::make_unique<Dense>(hidden, classes)});
  return Model(std::move(layers));
}

Model fc512() {
  return twoLayers(784, 512, 10);
}

/// Minibatches of ten, and what a model makes of them; equal bits are equal values here.
struct Outcome {
  double loss = 0.0;
  std::vector<float> gradient;
  double evaluated = 0.0;
  std::size_t correct = 0;
  bool operator==(const Outcome&) const = default;
};

Outcome compute(Model& model, std::span<const float> weights, std::uint32_t stream) {
  const auto inputs = naive::draw(10 * model.inputSize(), stream);
  const auto labels = naive::drawLabels(10, model.classes(), stream);
  Outcome outcome;
  outcome.gradient.resize(model.parameterCount());
  outcome.loss = model.lossAndGradient(weights, inputs, labels, outcome.gradient);
  const Evaluation evaluation = model.evaluate(weights, inputs, labels);
  outcome.evaluated = evaluation.lossSum;
  outcome.correct = evaluation.correct;
  return outcome;
}

std::vector<float> startingWeights(const Model& model, std::uint64_t seed) {
  std::vector<float> weights(model.parameterCount());
  Random random(seed, Purpose::InitialWeights);
  model.initialise(weights, random);
  return weights;
}

telegrad::FloatVector packedWeights(Model& model, const std::vector<float>& weights) {
  telegrad::FloatVector packed(model.packedSize(), NAN);
  for (std::size_t part = 0; part < model.packParts(); ++part) model.pack(weights, part, packed);
  return packed;
}

}  // namespace

class ModelTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { telegrad::useOneThreadPerWorker(); }
  void layoutHasNoGaps();
  void lossAndGradientAgreeWithDouble();
  void wideNetworkAgreesWithDouble();
  void packedWeightsAreTheSameWeights();
  void whatIsBegunIsGoneOnWith();
  void multiplyAddsAreThoseOfTheMatrices();
  void partsAreTheGradientInItsOrder();
  void evaluateAgreesWithTheLoss();
  void evaluatePartsAddUp();
  void tiesGoToTheLowestClass();
  void theFiveLargestAreThoseOfASort();
  void tiesOfFiveGoToTheLowerClasses();
  void whatIsNoNumberIsNoHit();
  void startingWeightsDependOnTheStreamAlone();
  void againGivesTheSameBits();
  void otherModelsGiveTheSameBits();
  void otherAddressesGiveTheSameBits();
  void otherBatchesInBetweenChangeNothing();
  void twoThreadsGiveTheSameBits();
  void theKernelsNameThemselves();
};

void ModelTest::layoutHasNoGaps() {
  const Model model = twoLayers(6, 5, 4);
  const Layout expected{{.name = "first.weight", .shape = {5, 6}, .offset = 0},
                        {.name = "first.bias", .shape = {5}, .offset = 30},
                        {.name = "second.weight", .shape = {4, 5}, .offset = 35},
                        {.name = "second.bias", .shape = {4}, .offset = 55}};
  QVERIFY(model.layout() == expected);
  QCOMPARE(model.parameterCount(), std::size_t{59});
  QCOMPARE(model.inputSize(), std::size_t{6});
  QCOMPARE(model.classes(), std::size_t{4});
}

void ModelTest::lossAndGradientAgreeWithDouble() {
  Model model = twoLayers(6, 5, 4);
  const auto weights = naive::draw(model.parameterCount(), 1, 0.5);
  const auto inputs = naive::draw(7 * 6, 2);
  const auto labels = naive::drawLabels(7, 4, 3);
  const auto lossAt = [&](const naive::Vector& w) {
    return naive::meanCrossEntropy(naive::logits(model.layout(), w, naive::widen(inputs)), labels);
  };
  std::vector<float> gradient(weights.size(), NAN);
  const double loss = model.lossAndGradient(weights, inputs, labels, gradient);
  const double expected = lossAt(naive::widen(weights));
  QVERIFY(std::abs(loss - expected) < 1e-6 * expected);
  const auto differences = naive::finiteDifferences(lossAt, naive::widen(weights));
  QVERIFY(naive::worstError(gradient, differences) < 1e-5);
}

void ModelTest::wideNetworkAgreesWithDouble() {
  Model model = fc512();
  QCOMPARE(model.parameterCount(), std::size_t{407050});
  const auto weights = startingWeights(model, 1);
  const auto inputs = naive::draw(10 * 784, 4);
  const auto labels = naive::drawLabels(10, 10, 4);
  std::vector<float> gradient(weights.size());
  const double loss = model.lossAndGradient(weights, inputs, labels, gradient);
  // Along a random direction: the derivative is the gradient's product with it.
  const auto direction = naive::draw(weights.size(), 5, 1e-2);
  const auto lossAt = [&](const naive::Vector& t) {
    auto moved = naive::widen(weights);
    for (std::size_t i = 0; i < moved.size(); ++i)
      moved[i] += t.front() * static_cast<double>(direction[i]);
    return naive::meanCrossEntropy(naive::logits(model.layout(), moved, naive::widen(inputs)),
                                   labels);
  };
  double slope = 0.0;
  for (std::size_t i = 0; i < gradient.size(); ++i)
    slope += static_cast<double>(gradient[i]) * static_cast<double>(direction[i]);
  const double expected = naive::finiteDifferences(lossAt, {0.0}).front();
  QVERIFY(std::abs(loss - lossAt({0.0})) < 1e-6 * loss);
  QVERIFY2(std::abs(slope - expected) < 1e-4 * std::abs(expected),
           qPrintable(QString("%1 for %2").arg(slope).arg(expected)));
}

void ModelTest::packedWeightsAreTheSameWeights() {
  Model model = fc512();
  const auto weights = startingWeights(model, 1);
  const auto inputs = naive::draw(10 * 784, 4);
  const auto labels = naive::drawLabels(10, 10, 4);
  const auto packed = packedWeights(model, weights);
  Model::Pass pass;
  const double loss = model.differentiate({weights, packed}, inputs, labels, pass);
  const auto logits = naive::logits(model.layout(), naive::widen(weights), naive::widen(inputs));
  QVERIFY(std::abs(loss - naive::meanCrossEntropy(logits, labels)) < 1e-6 * loss);
  const Evaluation evaluation = model.evaluate({weights, packed}, inputs, labels);
  QVERIFY(std::abs(evaluation.lossSum / 10.0 - loss) < 1e-12);
}

/// To the bit, whoever computes the parts.
void ModelTest::whatIsBegunIsGoneOnWith() {
  Model model = fc512();
  const Model other = fc512();
  if (model.beginParts() == 0) QSKIP("without kernels there are no parts");
  const auto weights = startingWeights(model, 1);
  const auto inputs = naive::draw(10 * 784, 4);
  const auto labels = naive::drawLabels(10, 10, 4);
  const auto packed = packedWeights(model, weights);
  Model::Pass whole;
  const double loss = model.differentiate({weights, packed}, inputs, labels, whole);
  Model::Pass pass;
  model.prepare(pass, 10);
  for (std::size_t part = model.beginParts(); part-- > 0;)
    (part % 2 == 0 ? model : other).begin({weights, packed}, part, inputs, pass);
  QCOMPARE(model.differentiate({weights, packed}, inputs, labels, pass, true), loss);
  QVERIFY(pass.outputs == whole.outputs);
  QVERIFY(pass.differences == whole.differences);
}

void ModelTest::multiplyAddsAreThoseOfTheMatrices() {
  QCOMPARE(twoLayers(6, 5, 4).multiplyAdds(), std::int64_t{6 * 5 + 5 * 4});
}

void ModelTest::partsAreTheGradientInItsOrder() {
  Model model = fc512();
  if (model.gradientParts().empty()) QSKIP("without kernels there are no parts");
  const auto weights = startingWeights(model, 3);
  const auto inputs = naive::draw(10 * model.inputSize(), 4);
  const auto labels = naive::drawLabels(10, model.classes(), 4);
  Model::Pass pass;
  model.differentiate(weights, inputs, labels, pass);
  std::vector<float> whole(model.parameterCount());
  model.gradient(pass, 0.005F, false, whole);
  std::vector<telegrad::FloatVector> scaled;
  model.scaledDifferences(pass, 0.005F, scaled);
  std::vector<float> parts(model.parameterCount());
  std::vector<float> room(telegrad::VectorInParts::kRoom);
  std::size_t end = 0;
  for (std::size_t part = 0; part < model.gradientParts().size(); ++part) {
    const auto [begin, size] = model.gradientParts()[part];
    QCOMPARE(begin, end);
    end += size;
    const auto given = model.scaledSignals(pass, scaled, part);
    model.addGradientPart({&given, 1}, pass.batch, part, room,
                          std::span(parts).subspan(begin, size));
  }
  QCOMPARE(end, model.parameterCount());
  QCOMPARE(parts, whole);
}

void ModelTest::evaluateAgreesWithTheLoss() {
  Model model = twoLayers(6, 5, 4);
  const auto weights = naive::draw(model.parameterCount(), 6);
  const auto inputs = naive::draw(30 * 6, 7);
  const auto labels = naive::drawLabels(30, 4, 8);
  std::vector<float> gradient(weights.size());
  const double loss = model.lossAndGradient(weights, inputs, labels, gradient);
  const Evaluation evaluation = model.evaluate(weights, inputs, labels);
  QVERIFY(std::abs(evaluation.lossSum / 30.0 - loss) < 1e-12);
  QCOMPARE(evaluation.count, std::size_t{30});
  const auto logits = naive::logits(model.layout(), naive::widen(weights), naive::widen(inputs));
  std::size_t hits = 0;
  std::vector<std::uint32_t> confusion(16);
  for (std::size_t i = 0; i < 30; ++i) {
    const auto row = logits.begin() + static_cast<std::ptrdiff_t>(4 * i);
    const auto best = std::max_element(row, row + 4) - row;
    if (best == labels[i]) ++hits;
    ++confusion[4U * labels[i] + static_cast<std::size_t>(best)];
  }
  QVERIFY(hits > 0 && hits < 30);
  QCOMPARE(evaluation.correct, hits);
  QCOMPARE(evaluation.confusion, confusion);
}

void ModelTest::evaluatePartsAddUp() {
  Model model = twoLayers(6, 5, 4);
  const auto weights = naive::draw(model.parameterCount(), 9);
  const auto inputs = naive::draw(30 * 6, 10);
  const auto labels = naive::drawLabels(30, 4, 11);
  const auto all = model.evaluate(weights, inputs, labels);
  Evaluation sum;
  for (const auto& [begin, size] : {std::pair{0, 1}, {1, 12}, {13, 17}}) {
    const auto part = model.evaluate(
        weights,
        std::span(inputs).subspan(static_cast<std::size_t>(6 * begin),
                                  static_cast<std::size_t>(6 * size)),
        std::span(labels).subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(size)));
    sum += part;
  }
  QVERIFY(std::abs(sum.lossSum - all.lossSum) < 1e-5 * all.lossSum);
  QCOMPARE(sum.correct, all.correct);
  QCOMPARE(sum.count, all.count);
  QCOMPARE(sum.correctTop5, all.correctTop5);
  QCOMPARE(all.correctTop5, all.count);  // there are four classes
  const auto none = model.evaluate(weights, {}, {});
  QCOMPARE(none.count + none.correct, std::size_t{0});
  QCOMPARE(none.lossSum, 0.0);
}

void ModelTest::tiesGoToTheLowestClass() {
  std::vector<Model::NamedLayer> layers;
  layers.push_back({"dense", std::make_unique<Dense>(1, 4)});
  Model model(std::move(layers));
  const std::vector<std::uint8_t> labels{0, 1, 2, 3};
  const std::vector<float> inputs(4, 1.0F);
  // All equal: class 0. Then 1 and 3 equal and largest: class 1.
  const std::vector<float> zeros(8, 0.0F);
  const auto equal = model.evaluate(zeros, inputs, labels);
  QCOMPARE(equal.correct, std::size_t{1});
  QVERIFY(std::abs(equal.lossSum - 4.0 * std::numbers::ln2 * 2.0) < 1e-12);
  const std::vector<float> bias{0, 0, 0, 0, 1, 5, 2, 5};
  QCOMPARE(
      model.evaluate(bias, std::span(inputs).first(1), std::span(labels).subspan(1, 1)).correct,
      std::size_t{1});
  QCOMPARE(
      model.evaluate(bias, std::span(inputs).first(1), std::span(labels).subspan(3, 1)).correct,
      std::size_t{0});
}

void ModelTest::theFiveLargestAreThoseOfASort() {
  constexpr std::size_t kClasses = 12;
  Model model = twoLayers(6, 5, kClasses);
  const auto weights = naive::draw(model.parameterCount(), 31);
  const auto inputs = naive::draw(200 * 6, 32);
  const auto labels = naive::drawLabels(200, kClasses, 33);
  const auto logits = naive::logits(model.layout(), naive::widen(weights), naive::widen(inputs));
  std::size_t expected = 0;
  for (std::size_t i = 0; i < 200; ++i) {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t c = 0; c < kClasses; ++c) order.emplace_back(-logits[kClasses * i + c], c);
    std::sort(order.begin(), order.end());
    for (std::size_t place = 0; place < 5; ++place)
      if (order[place].second == labels[i]) ++expected;
  }
  const auto evaluation = model.evaluate(weights, inputs, labels);
  QVERIFY(expected > 40 && expected < 160);
  QCOMPARE(evaluation.correctTop5, expected);
  QVERIFY(evaluation.correct < evaluation.correctTop5);
}

void ModelTest::tiesOfFiveGoToTheLowerClasses() {
  std::vector<Model::NamedLayer> layers;
  layers.push_back({"dense", std::make_unique<Dense>(1, 7)});
  Model model(std::move(layers));
  std::vector<float> weights(14, 0.0F);
  const std::vector<float> inputs(7, 1.0F);
  const std::vector<std::uint8_t> labels{0, 1, 2, 3, 4, 5, 6};
  QCOMPARE(model.evaluate(weights, inputs, labels).correctTop5, std::size_t{5});
  weights[13] = 1.0F;  // class 6 is before all, so that class 4 is the sixth
  const auto place = [&](std::size_t label) {
    return model.evaluate(weights, std::span(inputs).first(1), std::span(labels).subspan(label, 1))
        .correctTop5;
  };
  for (const std::size_t label : {0, 1, 2, 3, 6}) QCOMPARE(place(label), std::size_t{1});
  for (const std::size_t label : {4, 5}) QCOMPARE(place(label), std::size_t{0});
}

void ModelTest::whatIsNoNumberIsNoHit() {
  Model model = twoLayers(3, 4, 2);
  const std::vector<float> weights(model.parameterCount(), NAN);
  const std::vector<float> inputs(6, 1.0F);
  const std::vector<std::uint8_t> labels{0, 1};
  std::vector<float> gradient(weights.size());
  QVERIFY(std::isnan(model.lossAndGradient(weights, inputs, labels, gradient)));
  QVERIFY(std::isnan(gradient.front()));
  const auto evaluation = model.evaluate(weights, inputs, labels);
  QVERIFY(std::isnan(evaluation.lossSum));
  QCOMPARE(evaluation.correct, std::size_t{0});
  QCOMPARE(evaluation.correctTop5, std::size_t{0});
}

void ModelTest::startingWeightsDependOnTheStreamAlone() {
  const Model model = twoLayers(6, 5, 4);
  const Model other = twoLayers(6, 5, 4);
  QCOMPARE(startingWeights(model, 1), startingWeights(other, 1));
  QVERIFY(startingWeights(model, 1) != startingWeights(model, 2));
}

void ModelTest::againGivesTheSameBits() {
  Model model = fc512();
  const auto weights = startingWeights(model, 1);
  const auto first = compute(model, weights, 20);
  compute(model, startingWeights(model, 2), 21);
  QVERIFY(compute(model, weights, 20) == first);
}

void ModelTest::otherModelsGiveTheSameBits() {
  Model model = fc512();
  const auto weights = startingWeights(model, 1);
  const auto first = compute(model, weights, 20);
  Model other = fc512();
  QVERIFY(compute(other, weights, 20) == first);
}

void ModelTest::otherAddressesGiveTheSameBits() {
  Model model = fc512();
  const auto weights = startingWeights(model, 1);
  const auto inputs = naive::draw(10 * 784, 20);
  const auto labels = naive::drawLabels(10, 10, 20);
  std::vector<float> expected(weights.size());
  const double loss = model.lossAndGradient(weights, inputs, labels, expected);
  const auto moved = [](const std::vector<float>& x, std::size_t shift) {
    telegrad::FloatVector y(x.size() + shift);
    std::copy(x.begin(), x.end(), y.begin() + static_cast<std::ptrdiff_t>(shift));
    return y;
  };
  for (std::size_t shift = 0; shift < 16; ++shift) {
    const auto w = moved(weights, shift);
    const auto x = moved(inputs, (3 * shift) % 16);
    auto g = moved(std::vector<float>(weights.size()), (5 * shift) % 16);
    const auto gradient = std::span(g).last(weights.size());
    QCOMPARE(model.lossAndGradient(std::span(w).last(weights.size()),
                                   std::span(x).last(inputs.size()), labels, gradient),
             loss);
    QVERIFY2(std::ranges::equal(gradient, expected), qPrintable(QString::number(shift)));
  }
}

void ModelTest::otherBatchesInBetweenChangeNothing() {
  Model model = fc512();
  const auto weights = startingWeights(model, 1);
  const auto first = compute(model, weights, 20);
  for (const std::size_t batch : {1, 3, 100, 7}) {
    const auto inputs = naive::draw(batch * 784, 22);
    std::vector<float> gradient(weights.size());
    model.lossAndGradient(weights, inputs, naive::drawLabels(batch, 10, 22), gradient);
  }
  QVERIFY(compute(model, weights, 20) == first);
}

void ModelTest::twoThreadsGiveTheSameBits() {
  // Both models are warmed up here, then run elsewhere: what they share must not be scratch.
  Model left = fc512();
  Model right = fc512();
  const auto weights = startingWeights(left, 1);
  constexpr std::uint32_t kCalls = 20;
  std::vector<Outcome> expected;
  for (std::uint32_t i = 0; i < 2 * kCalls; ++i)
    expected.push_back(compute(i % 2 == 0 ? left : right, weights, 30 + i));
  std::vector<Outcome> read(expected.size());
  const auto every = [&](Model& model, std::uint32_t start) {
    telegrad::useOneThreadPerWorker();
    // The outcomes that the other model had computed.
    for (std::uint32_t i = start; i < 2 * kCalls; i += 2) read[i] = compute(model, weights, 30 + i);
  };
  std::thread one([&] { every(left, 1); });
  std::thread two([&] { every(right, 0); });
  one.join();
  two.join();
  for (std::size_t i = 0; i < read.size(); ++i) QVERIFY(read[i] == expected[i]);
}

void ModelTest::theKernelsNameThemselves() {
  const auto name = QString::fromStdString(telegrad::kernelVersion());
  const QRegularExpression form(R"(^oneDNN \d+\.\d+\.\d+ \([a-z0-9_ ]+\)$)");
  QVERIFY2(form.match(name).hasMatch(), qPrintable(name));
}

QTEST_APPLESS_MAIN(ModelTest)
#include "model_test.moc"
