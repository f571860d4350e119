// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/chwn_tiles.h"

namespace telegrad {
namespace chwn {
namespace {

constexpr std::size_t kMostOutputs = chwnOutputsAtOnce(~std::size_t{0});
constexpr std::size_t kNearFloats = 4096;  // half of a first-level cache

/// How many rows of dst are multiplied with src while they are near, and where things lie in the
/// scratch memory: sums [outputs][taps][16], of the bias [outputs][16], and the rows.
struct Chunks {
  explicit Chunks(const ChwnShape& of)
      : steps{.row = of.dstWidth() * of.batch, .width = kSums},
        rows(std::clamp<std::size_t>(kNearFloats / (kMostOutputs * steps.row), 1, of.dstHeight())),
        bias(of.outputs * of.taps() * kSums),
        vectors(bias + of.outputs * kSums),
        size(vectors + kMostOutputs * rowSize() * rows) {}
  std::size_t rowSize() const { return steps.count() * kSums; }
  Steps steps;
  std::size_t rows;
  std::size_t bias;
  std::size_t vectors;
  std::size_t size;
};

/// A row as its vectors; what the last one meets again is 0.
void spreadRow(const Steps& steps, const float* from, float* to) {
  const std::size_t last = steps.count() - 1;
  const std::size_t again = last * kSums - steps.at(last);
  std::copy_n(from, last * kSums, to);
  std::fill_n(to + last * kSums, again, 0.0F);
  std::copy_n(from + last * kSums, kSums - again, to + last * kSums + again);
}

/// What lies under that weight at the beginning of row y of dst.
const float* underTap(const ChwnShape& of, const float* src, std::size_t tap, std::size_t y) {
  const std::size_t area = of.kernel * of.kernel;
  const std::size_t row = tap / area * of.height + y + tap % area / of.kernel;
  return src + (row * of.width + tap % of.kernel) * of.batch;
}

/// Rows [y, y + count) of some outputs.
template <typename Set, std::size_t kOutputs>
void addRows(const ChwnShape& of, const ChwnGradient& call, std::size_t first, std::size_t y) {
  const Chunks chunks(of);
  const std::size_t count = std::min(chunks.rows, of.dstHeight() - y);
  float* vectors = call.scratch + chunks.vectors;
  for (std::size_t o = 0; o < kOutputs; ++o)
    for (std::size_t i = 0; i < count; ++i) {
      float* row = vectors + (o * chunks.rows + i) * chunks.rowSize();
      spreadRow(chunks.steps,
                call.diffDst + ((first + o) * of.dstHeight() + y + i) * chunks.steps.row, row);
      float* bias = call.scratch + chunks.bias + (first + o) * kSums;
      for (std::size_t v = 0; v < chunks.rowSize(); v += kSums)
        for (std::size_t l = 0; l < kSums; ++l) bias[l] += row[v + l];
    }
  const std::size_t between = of.taps() * kSums;
  float* sums = call.scratch + first * between;
  const auto under = [&](std::size_t tap) { return underTap(of, call.src, tap, y); };
  std::size_t tap = 0;
  for (; tap + 2 <= of.taps(); tap += 2)
    Set::template multiply<kOutputs, 2>(of, {.rows = vectors,
                                             .count = count,
                                             .rowsThere = chunks.rows,
                                             .src = {under(tap), under(tap + 1)},
                                             .sums = sums + tap * kSums,
                                             .between = between});
  if (tap < of.taps())
    Set::template multiply<kOutputs, 1>(of, {.rows = vectors,
                                             .count = count,
                                             .rowsThere = chunks.rows,
                                             .src = {under(tap)},
                                             .sums = sums + tap * kSums,
                                             .between = between});
}

/// All rows, where none fills 16 sums.
void addShortRows(const ChwnShape& of, const ChwnGradient& call) {
  const Chunks chunks(of);
  const std::size_t row = chunks.steps.row;
  for (std::size_t o = 0; o < of.outputs; ++o)
    for (std::size_t y = 0; y < of.dstHeight(); ++y) {
      const float* d = call.diffDst + (o * of.dstHeight() + y) * row;
      float* bias = call.scratch + chunks.bias + o * kSums;
      for (std::size_t x = 0; x < row; ++x) bias[x] += d[x];
      for (std::size_t tap = 0; tap < of.taps(); ++tap) {
        const float* src = underTap(of, call.src, tap, y);
        float* sums = call.scratch + (o * of.taps() + tap) * kSums;
        for (std::size_t x = 0; x < row; ++x) sums[x] += d[x] * src[x];
      }
    }
}

float total(const float* sums) {
  std::array<float, kSums> tree{};
  std::copy_n(sums, kSums, tree.begin());
  for (std::size_t half = kSums / 2; half > 0; half /= 2)
    for (std::size_t l = 0; l < half; ++l) tree.at(l) += tree.at(l + half);
  return tree[0];
}

}  // namespace

template <typename Set>
void differentiate(const ChwnShape& of, const ChwnGradient& call) {
  const Chunks chunks(of);
  std::fill_n(call.scratch, chunks.vectors, 0.0F);
  if (chunks.steps.row < kSums)
    addShortRows(of, call);
  else
    for (std::size_t y = 0; y < of.dstHeight(); y += chunks.rows)
      overOutputs(of.outputs, [&](auto outputs, std::size_t first) {
        addRows<Set, outputs()>(of, call, first, y);
      });
  for (std::size_t i = 0; i < of.outputs * of.taps(); ++i)
    call.gradient[i] = total(call.scratch + i * kSums);
  for (std::size_t o = 0; o < of.outputs; ++o)
    call.biasGradient[o] = total(call.scratch + chunks.bias + o * kSums);
}

template void differentiate<Portable>(const ChwnShape& of, const ChwnGradient& call);
#if defined(__x86_64__)
template void differentiate<Avx2>(const ChwnShape& of, const ChwnGradient& call);
template void differentiate<Avx512>(const ChwnShape& of, const ChwnGradient& call);
#endif

}  // namespace chwn

std::size_t chwnScratchSize(const ChwnShape& of) {
  return chwn::Chunks(of).size;
}

}  // namespace telegrad
