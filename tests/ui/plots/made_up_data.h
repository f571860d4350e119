// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/experiment/training_run.h"

namespace telegrad::test {

struct MadeUp {
  int workers = 4;
  int channels = 1;
  int classes = 10;
};

/// Data of 28 x 28 pixels, dealt out more and more unevenly from worker to worker; 10 images each.
inline std::shared_ptr<const DealtData> dealt(const MadeUp& made) {
  auto data = std::make_shared<DealtData>();
  data->shape = {made.channels, 28, 28};
  for (int c = 0; c < made.classes; ++c) data->classNames.push_back(std::to_string(c));
  for (int m = 0; m < made.workers; ++m) {
    ShardView shard;
    for (int c = 0; c < made.classes; ++c) {
      shard.counts.push_back(static_cast<std::uint32_t>(100 + 10 * m * (c % 3)));
      shard.examples += shard.counts.back();
    }
    for (int i = 0; i < 10; ++i)
      shard.labels.push_back(static_cast<std::uint8_t>(i % made.classes));
    shard.pixels.resize(static_cast<std::size_t>(10 * made.channels * 28 * 28));
    for (std::size_t p = 0; p < shard.pixels.size(); ++p)
      shard.pixels[p] = static_cast<std::uint8_t>((p + static_cast<std::size_t>(m)) % 251);
    data->workers.push_back(std::move(shard));
  }
  return data;
}

}  // namespace telegrad::test
