// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/model.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <utility>

#include <omp.h>

#include "core/nn/softmax_cross_entropy.h"
#include "core/tensor/float_memory.h"
#include "core/tensor/onednn.h"

namespace telegrad {
namespace {

// The activations of as many examples stay in the cache.
constexpr std::size_t kVectorsAtOnce = 250;
constexpr std::size_t kImagesAtOnce = 50;

/// Classes whose logit is before the label's: larger, or equal and of a lower class.
std::size_t rankOf(std::span<const float> logits, std::size_t label) {
  const float own = logits[label];
  std::size_t rank = 0;
  for (std::size_t c = 0; c < logits.size(); ++c)
    if (logits[c] > own || (logits[c] == own && c < label)) ++rank;
  return rank;
}

std::string nameOf(dnnl::cpu_isa isa) {
  switch (isa) {
    case dnnl::cpu_isa::sse41:
      return "sse41";
    case dnnl::cpu_isa::avx:
      return "avx";
    case dnnl::cpu_isa::avx2:
      return "avx2";
    case dnnl::cpu_isa::avx2_vnni:
      return "avx2_vnni";
    case dnnl::cpu_isa::avx512_core:
      return "avx512_core";
    case dnnl::cpu_isa::avx512_core_vnni:
      return "avx512_core_vnni";
    case dnnl::cpu_isa::avx512_core_bf16:
      return "avx512_core_bf16";
    case dnnl::cpu_isa::avx512_core_amx:
      return "avx512_core_amx";
    default:
      return "other instructions";
  }
}

}  // namespace

Model::Model(std::vector<NamedLayer> layers) : layers_(std::move(layers)) {
  assert(!layers_.empty());
  // NOLINTNEXTLINE(modernize-loop-convert): the assertion needs the index
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const auto& [name, layer] = layers_[l];
    assert(l == 0 || layer->inputSize() == layers_[l - 1].layer->outputSize());
    keepsGradient_ |= layer->keepsGradient();
    offsets_.push_back(elementCount(layout_));
    append(layout_, name, layer->layout());
    statisticsOffsets_.push_back(elementCount(statisticsLayout_));
    append(statisticsLayout_, name, layer->statisticsLayout());
    for (std::size_t part = 0; part < layer->packParts(); ++part) packParts_.push_back({l, part});
  }
  offsets_.push_back(elementCount(layout_));
  statisticsOffsets_.push_back(elementCount(statisticsLayout_));
  placePacked();
  listGradientParts();
}

void Model::listGradientParts() {
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    std::size_t begin = offsets_[l];
    const auto sizes = layers_[l].layer->gradientParts();
    for (std::size_t part = 0; part < sizes.size(); ++part) {
      gradientParts_.push_back({begin, sizes[part]});
      gradientPartOf_.push_back({l, part});
      begin += sizes[part];
    }
    if (begin != offsets_[l + 1]) {  // this layer has none, and parts of others alone are of no use
      gradientParts_.clear();
      return;
    }
  }
}

/// What lasts comes first, so that it can stay when the rest goes.
void Model::placePacked() {
  packedOffsets_.resize(layers_.size());
  for (const bool lasts : {true, false}) {
    for (std::size_t l = 0; l < layers_.size(); ++l) {
      if (layers_[l].layer->packedLasts() != lasts) continue;
      packedOffsets_[l] = packedSize_;
      packedSize_ += layers_[l].layer->packedSize();
    }
    if (lasts) lastingPackedSize_ = packedSize_;
  }
}

std::size_t Model::inputSize() const {
  return layers_.front().layer->inputSize();
}

std::size_t Model::classes() const {
  return layers_.back().layer->outputSize();
}

std::int64_t Model::multiplyAdds() const {
  std::int64_t sum = 0;
  for (const auto& named : layers_) sum += named.layer->multiplyAdds();
  return sum;
}

void Model::initialise(std::span<float> weights, Random& random) const {
  assert(weights.size() == parameterCount());
  for (std::size_t l = 0; l < layers_.size(); ++l)
    layers_[l].layer->initialise(placeOf(l, weights), random);
}

Weights Model::weightsOf(std::size_t layer, const Weights& weights) const {
  Weights own(weights.flat.part(offsets_[layer], offsets_[layer + 1] - offsets_[layer]), {});
  const std::size_t packed = layers_[layer].layer->packedSize();
  if (packedOffsets_[layer] + packed <= weights.packed.size())
    own.packed = weights.packed.subspan(packedOffsets_[layer], packed);
  if (!weights.statistics.empty()) own.statistics = statisticsOf(layer, weights.statistics);
  return own;
}

void Model::initialiseStatistics(std::span<float> statistics) const {
  assert(statistics.size() == statisticsSize());
  for (std::size_t l = 0; l < layers_.size(); ++l)
    layers_[l].layer->initialiseStatistics(statisticsOf(l, statistics));
}

void Model::statistics(const Pass& pass, std::span<float> statistics) {
  assert(statistics.size() == pass.statistics.size());
  std::ranges::copy(pass.statistics, statistics.begin());
}

std::size_t Model::usualEvaluation() const {
  return keepsGradient_ ? kImagesAtOnce : kVectorsAtOnce;
}

void Model::pack(std::span<const float> weights, std::size_t part, std::span<float> packed) {
  assert(weights.size() == parameterCount() && packed.size() == packedSize());
  const auto& [l, own] = packParts_.at(part);
  layers_[l].layer->pack(placeOf(l, weights), own,
                         packed.subspan(packedOffsets_[l], layers_[l].layer->packedSize()));
}

std::span<const float> Model::forward(const Weights& weights, std::span<const float> inputs,
                                      std::size_t batch, Pass& pass, bool training, bool begun) {
  assert(batch > 0 && inputs.size() == batch * inputSize());
  assert(weights.flat.size() == parameterCount());
  assert(weights.packed.empty() || weights.packed.size() == packedSize() ||
         weights.packed.size() == lastingPackedSize());
  pass.outputs.resize(layers_.size());
  std::span<const float> src = inputs;
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    auto& layer = *layers_[l].layer;
    const auto dst = firstOf(pass.outputs[l], batch * layer.outputSize());
    if (l == 0 && begun) {
      src = dst;
      continue;
    }
    if (training)
      layer.forwardForTraining(weightsOf(l, weights), src, dst, batch,
                               statisticsOf(l, std::span(pass.statistics)));
    else
      layer.forward(weightsOf(l, weights), src, dst, batch);
    src = dst;
  }
  return src;
}

Layer::Signals Model::signalsOf(const Pass& pass, std::size_t layer) const {
  const auto& here = *layers_[layer].layer;
  const auto src = layer == 0 ? pass.inputs : std::span<const float>(pass.outputs[layer - 1]);
  return {.src = src.first(pass.batch * here.inputSize()),
          .diffDst = std::span(pass.differences[layer]).first(pass.batch * here.outputSize()),
          .gradient = pass.gradient.empty() ? std::span<const float>()
                                            : placeOf(layer, std::span(pass.gradient))};
}

template <typename Complete>
double Model::passThrough(const Weights& weights, Pass& pass, bool begun, Complete complete) {
  pass.differences.resize(layers_.size());
  pass.statistics.resize(statisticsSize());
  const auto logits = forward(weights, pass.inputs, pass.batch, pass, true, begun);
  const double loss =
      meanCrossEntropy(logits, pass.labels, firstOf(pass.differences.back(), logits.size()));
  for (std::size_t l = layers_.size(); l-- > 0;) {
    auto& layer = *layers_[l].layer;
    const auto here = signalsOf(pass, l);
    const auto diffSrc =
        l == 0 ? std::span<float>() : firstOf(pass.differences[l - 1], here.src.size());
    if (layer.keepsGradient())
      complete(l, here, diffSrc);
    else if (l > 0)
      layer.backward(weightsOf(l, weights), here.src,
                     std::span(pass.outputs[l]).first(pass.batch * layer.outputSize()),
                     here.diffDst, diffSrc, pass.batch);
  }
  return loss;
}

void Model::prepare(Pass& pass, std::size_t batch) const {
  pass.outputs.resize(layers_.size());
  firstOf(pass.outputs.front(), batch * layers_.front().layer->outputSize());
}

void Model::begin(const Weights& weights, std::size_t part, std::span<const float> inputs,
                  Pass& pass) const {
  const auto& layer = *layers_.front().layer;
  const std::size_t batch = inputs.size() / inputSize();
  layer.forwardPart(weightsOf(0, weights), part, inputs,
                    std::span(pass.outputs.front()).first(batch * layer.outputSize()), batch);
}

double Model::differentiate(const Weights& weights, std::span<const float> inputs,
                            std::span<const std::uint8_t> labels, Pass& pass, bool begun) {
  pass.inputs = inputs;
  pass.labels = labels;
  pass.batch = labels.size();
  if (keepsGradient_) pass.gradient.resize(parameterCount());
  return passThrough(weights, pass, begun,
                     [&](std::size_t l, const Layer::Signals& here, std::span<float> diffSrc) {
                       layers_[l].layer->differentiate(weightsOf(l, weights), here.src,
                                                       here.diffDst, diffSrc, pass.batch,
                                                       placeOf(l, std::span(pass.gradient)));
                     });
}

double Model::squaredChange(const Pass& pass, const Weights& other) {
  auto& there = scratch_;
  there.inputs = pass.inputs;
  there.labels = pass.labels;
  there.batch = pass.batch;
  std::vector<double> distances(layers_.size());
  passThrough(other, there, false,
              [&](std::size_t l, const Layer::Signals& here, std::span<float> diffSrc) {
                distances[l] = layers_[l].layer->squaredChange(weightsOf(l, other), here, diffSrc,
                                                               there.batch, signalsOf(pass, l));
              });
  double sum = 0.0;
  for (std::size_t l = 0; l < layers_.size(); ++l)
    sum += layers_[l].layer->keepsGradient()
               ? distances[l]
               : layers_[l].layer->squaredDistance(signalsOf(pass, l), signalsOf(there, l),
                                                   there.batch);
  return sum;
}

void Model::gradient(const Pass& pass, float factor, bool accumulate, std::span<float> target) {
  assert(target.size() == parameterCount());
  for (std::size_t l = 0; l < layers_.size(); ++l)
    layers_[l].layer->weightGradient(signalsOf(pass, l), pass.batch, factor, accumulate,
                                     placeOf(l, target));
}

void Model::scaledDifferences(const Pass& pass, float factor,
                              std::vector<FloatVector>& scaled) const {
  scaled.resize(layers_.size());
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    if (offsets_[l] == offsets_[l + 1]) continue;
    const auto here = signalsOf(pass, l).diffDst;
    scale(factor, here, firstOf(scaled[l], here.size()));
  }
}

Layer::Signals Model::scaledSignals(const Pass& pass, const std::vector<FloatVector>& scaled,
                                    std::size_t part) const {
  const std::size_t l = gradientPartOf_.at(part).layer;
  auto given = signalsOf(pass, l);
  given.diffDst = std::span(scaled[l]).first(given.diffDst.size());
  return given;
}

void Model::addGradientPart(std::span<const Layer::Signals> scaled, std::size_t batch,
                            std::size_t part, std::span<float> room, std::span<float> sum) const {
  const auto& [l, own] = gradientPartOf_.at(part);
  layers_[l].layer->addGradientPart(scaled, batch, own, room, sum);
}

std::span<const float> Model::wholeGradient(Pass& pass, std::span<float> room) {
  if (!keepsGradient_) {
    gradient(pass, 1.0F, false, room);
    return room;
  }
  for (std::size_t l = 0; l < layers_.size(); ++l)
    if (!layers_[l].layer->keepsGradient())
      layers_[l].layer->weightGradient(signalsOf(pass, l), pass.batch, 1.0F, false,
                                       placeOf(l, std::span(pass.gradient)));
  return pass.gradient;
}

double Model::lossAndGradient(const Weights& weights, std::span<const float> inputs,
                              std::span<const std::uint8_t> labels, std::span<float> gradient) {
  const double loss = differentiate(weights, inputs, labels, scratch_);
  this->gradient(scratch_, 1.0F, false, gradient);
  return loss;
}

Evaluation& Evaluation::operator+=(const Evaluation& other) {
  lossSum += other.lossSum;
  correct += other.correct;
  count += other.count;
  correctTop5 += other.correctTop5;
  confusion.resize(std::max(confusion.size(), other.confusion.size()));
  for (std::size_t i = 0; i < other.confusion.size(); ++i) confusion[i] += other.confusion[i];
  return *this;
}

Evaluation Model::evaluate(const Weights& weights, std::span<const float> inputs,
                           std::span<const std::uint8_t> labels) {
  Evaluation evaluation{.count = labels.size()};
  if (labels.empty()) return evaluation;
  evaluation.confusion.resize(classes() * classes());
  const auto logits = forward(weights, inputs, labels.size(), scratch_, false);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto row = logits.subspan(i * classes(), classes());
    const double loss = crossEntropy(row, labels[i]);
    evaluation.lossSum += loss;
    if (std::isnan(loss)) continue;  // logits that are no numbers have no largest: no hit
    const std::size_t rank = rankOf(row, labels[i]);
    if (rank == 0) ++evaluation.correct;
    if (rank < 5) ++evaluation.correctTop5;
    const auto best = std::distance(row.begin(), std::ranges::max_element(row));
    ++evaluation.confusion[labels[i] * classes() + static_cast<std::size_t>(best)];
  }
  return evaluation;
}

void useOneThreadPerWorker() {
  omp_set_num_threads(1);
}

std::string kernelVersion() {
  const dnnl_version_t* version = dnnl_version();
  return "oneDNN " + std::to_string(version->major) + "." + std::to_string(version->minor) + "." +
         std::to_string(version->patch) + " (" + nameOf(dnnl::get_effective_cpu_isa()) + ")";
}

}  // namespace telegrad
