// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cifar.h"

namespace telegrad {

/// 50,000 and 10,000 photographs, 32x32, with the normalisation that the SASG paper's code uses.
Entry<DatasetSource> cifar10() {
  Entry<DatasetSource> entry;
  entry.key = "cifar-10";
  entry.name = "CIFAR-10";
  entry.summary =
      "Photographs in ten classes, 32x32 in colour, 50,000 to train on, 10,000 to test.";
  entry.source = "Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009";
  entry.parameters = {augmentParameter("shifted by up to 4 pixels, and flipped every second time")};
  entry.make = [](const Settings& settings) {
    CifarFacts facts{.key = "cifar-10",
                     .folder = "cifar-10-batches-bin",
                     .format = {.labels = {10}},
                     .train = {},
                     .test = {"test_batch.bin"},
                     .normalisation = {{0.4914F, 0.4822F, 0.4465F}, {0.2023F, 0.1994F, 0.2010F}},
                     .augmentation = {},
                     .classNames = {"airplane", "automobile", "bird", "cat", "deer", "dog", "frog",
                                    "horse", "ship", "truck"}};
    for (const char* number : {"1", "2", "3", "4", "5"})
      facts.train.push_back(std::string("data_batch_") + number + ".bin");
    if (settings.flag("augment")) facts.augmentation = {.padding = 4, .flip = true};
    return makeCifarDataset(std::move(facts));
  };
  return entry;
}

}  // namespace telegrad
