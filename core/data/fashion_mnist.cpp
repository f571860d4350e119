// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"
#include "core/data/idx_dataset.h"

namespace telegrad {

/// 60,000 and 10,000 photographs of clothes, 28x28.
Entry<DatasetSource> fashionMnist() {
  Entry<DatasetSource> entry;
  entry.key = "fashion-mnist";
  entry.name = "Fashion-MNIST";
  entry.summary = "Pieces of clothing, 28x28 grey, 60,000 to train on and 10,000 to test on.";
  entry.source = "Xiao, Rasul and Vollgraf, arXiv:1708.07747, 2017";
  entry.make = [](const Settings&) {
    return makeIdxDataset({"fashion-mnist",
                           0.2860F,
                           0.3530F,
                           "dataset-fashion-mnist",
                           {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal",
                            "Shirt", "Sneaker", "Bag", "Ankle boot"}});
  };
  return entry;
}

}  // namespace telegrad
