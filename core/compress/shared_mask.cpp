// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/shared_mask.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"

namespace telegrad {
namespace {

/// Chunks' streams of random numbers are beside those of the workers, whose numbers are smaller.
constexpr std::uint32_t kChunks = 1U << 31U;

}  // namespace

SharedMask::SharedMask(Rule rule, std::size_t size, std::size_t chunks) : rule_(rule) {
  for (std::size_t c = 0; c < chunks; ++c) {
    Chunk chunk;
    chunk.begin = c * size / chunks;
    chunk.size = (c + 1) * size / chunks - chunk.begin;
    const auto share =
        static_cast<std::size_t>(std::floor(rule.share * static_cast<double>(chunk.size)));
    const std::size_t whole = share - share % rule.bucket;
    chunk.first = count_;
    chunk.count = whole > 0 ? whole : chunk.size;
    count_ += chunk.count;
    chunks_.push_back(std::move(chunk));
  }
}

void SharedMask::select(std::int64_t message, std::vector<std::uint32_t>& positions) {
  positions.resize(count_);
  for (std::size_t c = 0; c < chunks_.size(); ++c) {
    const auto part = std::span(positions).subspan(chunks_[c].first, chunks_[c].count);
    if (rule_.rolled)
      roll(chunks_[c], message, part);
    else
      takeOrdered(c, message, part);
  }
}

void SharedMask::roll(const Chunk& chunk, std::int64_t message,
                      std::span<std::uint32_t> positions) const {
  if (chunk.size == 0) return;
  const auto shift = static_cast<std::size_t>(message) % chunk.size;
  // All of a chunk is its entries side by side, whatever p is.
  const double stride = positions.size() == chunk.size ? 1.0 : 1.0 / rule_.share;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const auto at = static_cast<std::size_t>(static_cast<double>(i) * stride) + shift;
    positions[i] =
        static_cast<std::uint32_t>(chunk.begin + (at < chunk.size ? at : at - chunk.size));
  }
}

void SharedMask::takeOrdered(std::size_t number, std::int64_t message,
                             std::span<std::uint32_t> positions) {
  auto& chunk = chunks_[number];
  if (chunk.size == 0) return;
  const auto messages = static_cast<std::int64_t>(chunk.size / chunk.count);  // of one order
  if (chunk.drawn != message / messages) {
    chunk.drawn = message / messages;
    chunk.order.resize(chunk.size);
    Random random(rule_.seed, Purpose::Compression, kChunks + static_cast<std::uint32_t>(number),
                  static_cast<std::uint64_t>(chunk.drawn));
    random.permutation(chunk.order);
  }
  const auto from = static_cast<std::size_t>(message % messages) * chunk.count;
  for (std::size_t i = 0; i < positions.size(); ++i)
    positions[i] = static_cast<std::uint32_t>(chunk.begin) + chunk.order[from + i];
}

}  // namespace telegrad
