// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/chwn_tiles.h"

namespace telegrad::chwn {
namespace {

template <typename Set, std::size_t kOutputs, std::size_t kVectors>
void convolveRow(const ChwnShape& of, const Tile& row) {
  const Steps steps{.row = of.dstWidth() * of.batch, .width = kVectors * Set::Lanes::kCount};
  for (std::size_t step = 0; step < steps.count(); ++step) {
    Tile tile = row;
    tile.src += steps.at(step);
    tile.dst += steps.at(step);
    Set::template convolve<kOutputs, kVectors>(of, tile);
  }
}

/// A row that fills no vector, place by place.
template <std::size_t kOutputs>
void convolveShortRow(const ChwnShape& of, const Tile& row) {
  for (std::size_t x = 0; x < of.dstWidth() * of.batch; ++x) {
    Tile tile = row;
    tile.src += x;
    tile.dst += x;
    convolveTile<Lanes1, kOutputs, 1>(of, tile);
  }
}

template <typename Set, std::size_t kOutputs>
void convolveOutputs(const ChwnShape& of, const ChwnForward& call, std::size_t first) {
  const std::size_t dstRow = of.dstWidth() * of.batch;
  const std::size_t dstPlane = of.dstHeight() * dstRow;
  const std::size_t bottom = of.height + of.beyond;  // in rows that count the zeros above
  for (std::size_t y = 0; y < of.dstHeight(); ++y) {
    const Tile row{.src = call.src,
                   .packed = call.packed + first * of.taps(),
                   .bias = call.bias + first,
                   .dst = call.dst + first * dstPlane + y * dstRow,
                   .dstPlane = dstPlane,
                   .y = y,
                   .first = y < of.beyond ? of.beyond - y : 0,
                   .last = y + of.kernel > bottom ? bottom - y : of.kernel,
                   .relu = call.relu};
    if (dstRow >= 2 * Set::Lanes::kCount)
      convolveRow<Set, kOutputs, 2>(of, row);
    else if (dstRow >= Set::Lanes::kCount)
      convolveRow<Set, kOutputs, 1>(of, row);
    else
      convolveShortRow<kOutputs>(of, row);
  }
}

}  // namespace

template <typename Set>
void forward(const ChwnShape& of, const ChwnForward& call) {
  overOutputs(of.outputs, [&](auto outputs, std::size_t first) {
    convolveOutputs<Set, outputs()>(of, call, first);
  });
}

template void forward<Portable>(const ChwnShape& of, const ChwnForward& call);
#if defined(__x86_64__)
template void forward<Avx2>(const ChwnShape& of, const ChwnForward& call);
template void forward<Avx512>(const ChwnShape& of, const ChwnForward& call);
#endif

}  // namespace telegrad::chwn
