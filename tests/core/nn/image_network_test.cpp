// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/image_network.h"

#include <cmath>

#include <QtTest>

#include "core/nn/dense.h"
#include "core/nn/model.h"
#include "tests/support/naive_images.h"

using namespace telegrad;

namespace {

const ImageShape kImage{3, 5, 5};
constexpr std::size_t kClasses = 4;
constexpr std::size_t kBatch = 3;

/// A block whose result is read twice, with a shortcut of either kind, and all kinds of steps.
std::unique_ptr<Model> smallModel(std::size_t block) {
  auto network = std::make_unique<ImageNetwork>(kImage, ImageFormat(block));
  const ConvolutionOptions same{.outputs = 4, .kernel = 3, .padding = 1};
  auto node = network->convolve("conv1", ImageNetwork::kInput, same);
  node = network->normalise("bn1", node, true);
  auto inner = network->normalise("a.bn1", network->convolve("a.conv1", node, same), true);
  node = network->normaliseAndAdd("a.bn2", network->convolve("a.conv2", inner, same), node);
  inner =
      network->convolve("b.conv1", node, {.outputs = 8, .kernel = 3, .stride = 2, .padding = 1});
  node = network->normaliseAndAdd("b.bn1", inner, network->widen(node, 8, 2));
  node = network->pool(node,
                       {.kind = PoolingOptions::Kind::Max, .height = 2, .width = 2, .stride = 1});
  network->averageAll(node);
  std::vector<Model::NamedLayer> layers;
  layers.push_back({"", std::move(network)});
  layers.push_back({"fc", std::make_unique<Dense>(8, kClasses)});
  return std::make_unique<Model>(std::move(layers));
}

/// The same in double.
naive::Vector smallLogits(const Layout& layout, const naive::Vector& weights,
                          const naive::Vector& inputs) {
  std::size_t next = 0;
  const auto take = [&](std::size_t tensors) {
    const auto begin = weights.begin() + static_cast<std::ptrdiff_t>(layout.at(next).offset);
    std::size_t size = 0;
    for (std::size_t t = 0; t < tensors; ++t) size += layout.at(next++).size();
    return naive::Vector(begin, begin + static_cast<std::ptrdiff_t>(size));
  };
  const auto normal = [&](const naive::Vector& x, const ImageShape& shape) {
    return naive::normalisation(take(2), x, shape, naive::channelStatistics(x, shape));
  };
  const auto sum = [](naive::Vector a, const naive::Vector& b) {
    for (std::size_t i = 0; i < a.size(); ++i) a[i] += b[i];
    return a;
  };
  const ImageShape wide{4, 5, 5};
  const ImageShape halved{8, 3, 3};
  const naive::Window three{3, 1, 1};
  auto x = naive::convolution(take(1), inputs, kImage, 4, three);
  x = naive::relu(normal(x, wide));
  auto inner = naive::relu(normal(naive::convolution(take(1), x, wide, 4, three), wide));
  x = naive::relu(sum(normal(naive::convolution(take(1), inner, wide, 4, three), wide), x));
  inner = naive::convolution(take(1), x, wide, 8, {3, 2, 1});
  naive::Vector shortcut(inner.size(), 0.0);
  for (std::size_t n = 0; n < kBatch; ++n)
    for (std::size_t c = 0; c < 4; ++c)
      for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
          naive::pixel(shortcut, halved, n, c, i, j) = naive::pixel(x, wide, n, c, 2 * i, 2 * j);
  x = naive::relu(sum(normal(inner, halved), shortcut));
  x = naive::pooling(x, halved, {2, 1, 0}, true);
  x = naive::pooling(x, {8, 2, 2}, {2, 1, 0}, false);
  return naive::dense(take(2), x, 8, kClasses);
}

std::vector<float> startingWeights(const Model& model) {
  std::vector<float> weights(model.parameterCount());
  Random random(1, Purpose::InitialWeights);
  model.initialise(weights, random);
  // No normalisation that does nothing: its derivatives would hide mistakes.
  const auto noise = naive::draw(weights.size(), 9, 0.2);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += noise[i];
  return weights;
}

struct Outcome {
  double loss = 0.0;
  std::vector<float> gradient;
  bool operator==(const Outcome&) const = default;
};

Outcome compute(Model& model, const Weights& weights, std::size_t batch = kBatch) {
  const auto inputs = naive::draw(batch * model.inputSize(), 5);
  const auto labels = naive::drawLabels(batch, kClasses, 5);
  Outcome outcome;
  outcome.gradient.resize(model.parameterCount());
  outcome.loss = model.lossAndGradient(weights, inputs, labels, outcome.gradient);
  return outcome;
}

}  // namespace

class ImageNetworkTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { useOneThreadPerWorker(); }
  void tensorsAreNamedWhole();
  void lossAndGradientAgreeWithDouble_data();
  void lossAndGradientAgreeWithDouble();
  void packedWeightsGiveTheSameBits();
  void packedWeightsThatLastAreEnough_data();
  void packedWeightsThatLastAreEnough();
  void otherBatchesInBetweenChangeNothing();
  void otherModelsGiveTheSameBits();
  void aGradientIsOverwrittenOrAddedTo();
  void distanceIsThatOfTheGradients();
  void statisticsAreTheMinibatchs();
  void evaluationReadsTheRunningStatistics();
  void memoryIsUsedAgain();
};

void ImageNetworkTest::tensorsAreNamedWhole() {
  const auto model = smallModel(8);
  std::vector<std::string> names;
  for (const auto& tensor : model->layout()) names.push_back(tensor.name);
  QCOMPARE(names.front(), std::string("conv1.weight"));
  QCOMPARE(names.at(1), std::string("bn1.weight"));
  QCOMPARE(names.at(2), std::string("bn1.bias"));
  QCOMPARE(names.back(), std::string("fc.bias"));
  QCOMPARE(model->parameterCount(), std::size_t{108 + 8 + 144 + 8 + 144 + 8 + 288 + 16 + 36});
  QCOMPARE(model->statisticsSize(), std::size_t{2 * (4 + 4 + 4 + 8)});
}

void ImageNetworkTest::lossAndGradientAgreeWithDouble_data() {
  QTest::addColumn<std::size_t>("block");
  for (const std::size_t block : {1, 8, 16}) QTest::addRow("blocks of %zu", block) << block;
}

void ImageNetworkTest::lossAndGradientAgreeWithDouble() {
  QFETCH(std::size_t, block);
  const auto model = smallModel(block);
  const auto weights = startingWeights(*model);
  const auto inputs = naive::widen(naive::draw(kBatch * model->inputSize(), 5));
  const auto labels = naive::drawLabels(kBatch, kClasses, 5);
  const auto lossAt = [&](const naive::Vector& w) {
    return naive::meanCrossEntropy(smallLogits(model->layout(), w, inputs), labels);
  };
  const auto outcome = compute(*model, weights);
  const double expected = lossAt(naive::widen(weights));
  QVERIFY(std::abs(outcome.loss - expected) < 1e-5 * expected);
  const auto differences = naive::finiteDifferences(lossAt, naive::widen(weights));
  QVERIFY2(naive::worstError(outcome.gradient, differences) < 1e-4,
           qPrintable(QString::number(naive::worstError(outcome.gradient, differences))));
}

void ImageNetworkTest::packedWeightsGiveTheSameBits() {
  const auto model = smallModel(ImageFormat::best().block());
  const auto other = smallModel(ImageFormat::best().block());
  const auto weights = startingWeights(*model);
  FloatVector packed(model->packedSize(), NAN);
  for (std::size_t part = model->packParts(); part-- > 0;)
    (part % 2 == 0 ? *model : *other).pack(weights, part, packed);
  QVERIFY(compute(*model, {weights, packed}) == compute(*model, weights));
}

void ImageNetworkTest::packedWeightsThatLastAreEnough_data() {
  QTest::addColumn<QString>("key");
  for (const auto* key : {"lenet-5", "resnet-8"}) QTest::newRow(key) << key;
}

/// As the cluster keeps old ones: the same loss, gradient and distance.
void ImageNetworkTest::packedWeightsThatLastAreEnough() {
  QFETCH(QString, key);
  const auto entry = *find(models(), key.toStdString(), "model");
  const auto model = *entry->make(*Settings::from(entry->parameters))->build({3, 16, 16}, kClasses);
  const auto weights = startingWeights(*model);
  FloatVector packed(model->packedSize(), NAN);
  for (std::size_t part = 0; part < model->packParts(); ++part) model->pack(weights, part, packed);
  QVERIFY(model->lastingPackedSize() < packed.size());
  const Weights whole(weights, packed);
  const Weights lasting(weights, std::span(packed).first(model->lastingPackedSize()));
  QVERIFY(compute(*model, lasting) == compute(*model, whole));
  const auto inputs = naive::draw(kBatch * model->inputSize(), 5);
  const auto labels = naive::drawLabels(kBatch, kClasses, 5);
  Model::Pass pass;
  model->differentiate(whole, inputs, labels, pass);
  QCOMPARE(model->squaredChange(pass, lasting), 0.0);
}

void ImageNetworkTest::otherBatchesInBetweenChangeNothing() {
  const auto model = smallModel(ImageFormat::best().block());
  const auto weights = startingWeights(*model);
  const auto first = compute(*model, weights);
  QVERIFY(!(compute(*model, weights, 7) == first));
  const auto inputs = naive::draw(11 * model->inputSize(), 6);
  (void)model->evaluate(weights, inputs, naive::drawLabels(11, kClasses, 6));
  QVERIFY(compute(*model, weights) == first);
}

void ImageNetworkTest::otherModelsGiveTheSameBits() {
  const auto model = smallModel(ImageFormat::best().block());
  const auto other = smallModel(ImageFormat::best().block());
  const auto weights = startingWeights(*model);
  (void)compute(*other, weights, 2);
  QVERIFY(compute(*model, weights) == compute(*other, weights));
}

void ImageNetworkTest::aGradientIsOverwrittenOrAddedTo() {
  const auto model = smallModel(8);
  const auto weights = startingWeights(*model);
  const auto inputs = naive::draw(kBatch * model->inputSize(), 5);
  const auto labels = naive::drawLabels(kBatch, kClasses, 5);
  Model::Pass pass;
  model->differentiate(weights, inputs, labels, pass);
  std::vector<float> written(weights.size(), 100.0F);
  std::vector<float> added(weights.size(), 0.0F);
  model->gradient(pass, 0.25F, false, written);
  model->gradient(pass, 0.25F, true, added);
  QCOMPARE(added, written);  // the same bits: compression of everything is no compression
  model->gradient(pass, 0.25F, true, added);
  for (std::size_t i = 0; i < added.size(); ++i) QCOMPARE(added[i], 2.0F * written[i]);
}

void ImageNetworkTest::distanceIsThatOfTheGradients() {
  const auto model = smallModel(8);
  const auto weights = startingWeights(*model);
  auto moved = weights;
  const auto noise = naive::draw(weights.size(), 8, 1e-2);
  for (std::size_t i = 0; i < moved.size(); ++i) moved[i] += noise[i];
  const auto inputs = naive::draw(kBatch * model->inputSize(), 5);
  const auto labels = naive::drawLabels(kBatch, kClasses, 5);
  Model::Pass here;
  Model::Pass there;
  std::vector<float> one(weights.size());
  std::vector<float> other(weights.size());
  model->differentiate(weights, inputs, labels, here);
  QCOMPARE(model->squaredChange(here, weights), 0.0);
  const double change = model->squaredChange(here, moved);
  model->differentiate(moved, inputs, labels, there);
  model->gradient(here, 1.0F, false, one);
  model->gradient(there, 1.0F, false, other);
  double expected = 0.0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    const double difference = static_cast<double>(one[i]) - static_cast<double>(other[i]);
    expected += difference * difference;
  }
  QVERIFY(expected > 0.0);
  QVERIFY(std::abs(change - expected) < 1e-5 * expected);
}

void ImageNetworkTest::statisticsAreTheMinibatchs() {
  const auto model = smallModel(8);
  const auto weights = startingWeights(*model);
  const auto inputs = naive::draw(kBatch * model->inputSize(), 5);
  Model::Pass pass;
  model->differentiate(weights, inputs, naive::drawLabels(kBatch, kClasses, 5), pass);
  std::vector<float> statistics(model->statisticsSize(), NAN);
  model->statistics(pass, statistics);
  // Of the first normalisation, by hand: of the first convolution's results.
  const naive::Vector w(weights.begin(), weights.begin() + 108);
  auto expected = naive::channelStatistics(
      naive::convolution(w, naive::widen(inputs), kImage, 4, {3, 1, 1}), {4, 5, 5});
  for (std::size_t c = 4; c < 8; ++c) expected[c] *= 75.0 / 74.0;
  QVERIFY(naive::worstError(std::span(statistics).first(8), expected) < 1e-5);
  for (const float entry : statistics) QVERIFY(std::isfinite(entry));
  std::vector<float> initial(model->statisticsSize(), NAN);
  model->initialiseStatistics(initial);
  QCOMPARE(std::vector<float>(initial.begin(), initial.begin() + 8),
           (std::vector<float>{0, 0, 0, 0, 1, 1, 1, 1}));
}

void ImageNetworkTest::evaluationReadsTheRunningStatistics() {
  const auto model = smallModel(8);
  const auto weights = startingWeights(*model);
  const auto inputs = naive::draw(kBatch * model->inputSize(), 5);
  const auto labels = naive::drawLabels(kBatch, kClasses, 5);
  const auto evaluate = [&](std::span<const float> statistics) {
    Weights given(weights);
    given.statistics = statistics;
    return model->evaluate(given, inputs, labels).lossSum;
  };
  const double own = evaluate({});
  QVERIFY(std::abs(own / kBatch - compute(*model, weights).loss) < 1e-6);  // the batch's own
  std::vector<float> running(model->statisticsSize());
  model->initialiseStatistics(running);
  const double atStart = evaluate(running);
  QVERIFY(std::abs(atStart - own) > 1e-3);
  running.back() *= 2.0F;  // a variance of the last normalisation
  QVERIFY(evaluate(running) != atStart);
}

void ImageNetworkTest::memoryIsUsedAgain() {
  ImageNetwork network({3, 16, 16}, ImageFormat(8));
  auto node =
      network.convolve("0", ImageNetwork::kInput, {.outputs = 8, .kernel = 3, .padding = 1});
  for (int i = 1; i < 10; ++i)
    node = network.convolve(std::to_string(i), node, {.outputs = 8, .kernel = 3, .padding = 1});
  constexpr std::size_t kFeatures = 2 * 8 * 256;  // of one step, at batch 2
  // Training keeps every step's result, and two derivatives; evaluation two results.
  QCOMPARE(network.activationSize(2, true), 12 * kFeatures);
  QCOMPARE(network.activationSize(2, false), 2 * kFeatures);
}

QTEST_APPLESS_MAIN(ImageNetworkTest)
#include "image_network_test.moc"
