// SPDX-License-Identifier: GPL-3.0-or-later
#include <cassert>

#include "core/data/dataset.h"

namespace telegrad {
namespace {

/// One of the two sets of a dataset, and the member that says how many of it a source has.
struct Part {
  const Dataset& dataset;
  const Images& images;
  std::size_t DataSource::*count;
};

/// The source of an example; none where the dataset is one itself.
const DataSource* sourceOf(const Part& part, std::uint32_t index) {
  std::size_t end = 0;
  for (const auto& source : part.dataset.sources) {
    end += source.*part.count;
    if (index < end) return &source;
  }
  assert(part.dataset.sources.empty());
  return nullptr;
}

/// body(normalisation, augmentation, indices, inputs, labels) for each run of examples of one
/// source.
template <typename Body>
void forEachRun(const Part& part, std::span<const std::uint32_t> indices, std::span<float> inputs,
                std::span<std::uint8_t> labels, Body body) {
  const std::size_t example = elementCount(part.images.shape);
  for (std::size_t first = 0; first < indices.size();) {
    const auto* source = sourceOf(part, indices[first]);
    std::size_t end = source == nullptr ? indices.size() : first + 1;
    while (end < indices.size() && sourceOf(part, indices[end]) == source) ++end;
    const std::size_t count = end - first;
    body(source == nullptr ? part.dataset.normalisation : source->normalisation,
         source == nullptr ? part.dataset.augmentation : source->augmentation,
         indices.subspan(first, count), inputs.subspan(first * example, count * example),
         labels.subspan(first, count));
    first = end;
  }
}

}  // namespace

void gatherTraining(const Dataset& dataset, std::span<const std::uint32_t> indices, Random& random,
                    std::span<float> inputs, std::span<std::uint8_t> labels) {
  const auto& images = dataset.train;
  forEachRun({dataset, images, &DataSource::train}, indices, inputs, labels,
             [&](const Normalisation& normalisation, const Augmentation& augmentation, auto of,
                 auto to, auto named) {
               if (augmentation.any())
                 gatherAugmented(images, normalisation, augmentation, of, random, to, named);
               else
                 gather(images, normalisation, of, to, named);
             });
}

void gatherTest(const Dataset& dataset, std::span<const std::uint32_t> indices,
                std::span<float> inputs, std::span<std::uint8_t> labels) {
  const auto& images = dataset.test;
  forEachRun({dataset, images, &DataSource::test}, indices, inputs, labels,
             [&](const Normalisation& normalisation, const Augmentation& /*of training*/, auto of,
                 auto to, auto named) { gather(images, normalisation, of, to, named); });
}

}  // namespace telegrad
