// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"
#include "core/data/idx_dataset.h"

namespace telegrad {

/// 60,000 and 10,000 handwritten digits, 28x28.
Entry<DatasetSource> mnist() {
  Entry<DatasetSource> entry;
  entry.key = "mnist";
  entry.name = "MNIST";
  entry.summary = "Handwritten digits, 28x28 grey, 60,000 to train on and 10,000 to test on.";
  entry.source = "LeCun, Bottou, Bengio and Haffner, Proceedings of the IEEE 1998";
  entry.make = [](const Settings&) {
    return makeIdxDataset({"mnist", 0.1307F, 0.3081F, "", numberNames(10)});
  };
  return entry;
}

}  // namespace telegrad
