// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/model.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <utility>

#include <omp.h>

#include "core/nn/softmax_cross_entropy.h"
#include "core/tensor/onednn.h"

namespace telegrad {
namespace {

/// The first `size` entries; the vector grows when a batch is larger than any before.
std::span<float> firstOf(FloatVector& vector, std::size_t size) {
  if (vector.size() < size) vector.resize(size);
  return std::span(vector).first(size);
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

Model::Model(std::vector<NamedLayer> layers)
    : layers_(std::move(layers)),
      activations_(layers_.size()),
      differences_(layers_.size()) {
  assert(!layers_.empty());
  std::size_t offset = 0;
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const auto& [name, layer] = layers_[l];
    assert(l == 0 || layer->inputSize() == layers_[l - 1].layer->outputSize());
    offsets_.push_back(offset);
    const Layout own = layer->layout();
    for (const auto& tensor : own)
      layout_.push_back({name + "." + tensor.name, tensor.shape, offset + tensor.offset});
    offset += elementCount(own);
  }
  offsets_.push_back(offset);
}

std::size_t Model::inputSize() const {
  return layers_.front().layer->inputSize();
}

std::size_t Model::classes() const {
  return layers_.back().layer->outputSize();
}

void Model::initialise(std::span<float> weights, Random& random) const {
  assert(weights.size() == parameterCount());
  for (std::size_t l = 0; l < layers_.size(); ++l)
    layers_[l].layer->initialise(weights.subspan(offsets_[l], offsets_[l + 1] - offsets_[l]),
                                 random);
}

std::span<const float> Model::forward(std::span<const float> weights, std::span<const float> inputs,
                                      std::size_t batch) {
  assert(batch > 0 && inputs.size() == batch * inputSize());
  assert(weights.size() == parameterCount());
  std::span<const float> src = inputs;
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    auto& layer = *layers_[l].layer;
    const auto dst = firstOf(activations_[l], batch * layer.outputSize());
    layer.forward(weights.subspan(offsets_[l], offsets_[l + 1] - offsets_[l]), src, dst, batch);
    src = dst;
  }
  return src;
}

double Model::lossAndGradient(std::span<const float> weights, std::span<const float> inputs,
                              std::span<const std::uint8_t> labels, std::span<float> gradient) {
  assert(gradient.size() == parameterCount());
  const std::size_t batch = labels.size();
  const auto logits = forward(weights, inputs, batch);
  const double loss = meanCrossEntropy(logits, labels, firstOf(differences_.back(), logits.size()));
  for (std::size_t l = layers_.size(); l-- > 0;) {
    auto& layer = *layers_[l].layer;
    const std::size_t size = offsets_[l + 1] - offsets_[l];
    const auto src =
        l == 0 ? inputs
               : std::span<const float>(activations_[l - 1]).first(batch * layer.inputSize());
    const auto diffSrc =
        l == 0 ? std::span<float>{} : firstOf(differences_[l - 1], batch * layer.inputSize());
    layer.backward(weights.subspan(offsets_[l], size), src,
                   firstOf(activations_[l], batch * layer.outputSize()),
                   firstOf(differences_[l], batch * layer.outputSize()), diffSrc,
                   gradient.subspan(offsets_[l], size), batch);
  }
  return loss;
}

Evaluation Model::evaluate(std::span<const float> weights, std::span<const float> inputs,
                           std::span<const std::uint8_t> labels) {
  Evaluation evaluation{.count = labels.size()};
  if (labels.empty()) return evaluation;
  const auto logits = forward(weights, inputs, labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto row = logits.subspan(i * classes(), classes());
    const double loss = crossEntropy(row, labels[i]);
    const auto best = std::distance(row.begin(), std::ranges::max_element(row));
    evaluation.lossSum += loss;
    // Logits that are no numbers have no largest: they are no hit.
    if (!std::isnan(loss) && best == labels[i]) ++evaluation.correct;
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
