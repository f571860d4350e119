// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include <QString>

#include "core/theory/compression_noise.h"
#include "ui/models/staleness_grid.h"

namespace telegrad::ui {

/// "40.5 s", "203 ms".
QString secondsText(double seconds);

/// What a cell of the grid shows.
enum class GridQuantity : std::uint8_t {
  Residual,    ///< measured ||e||^2
  Iterations,  ///< measured, to the target
  Seconds,     ///< simulated, to the target
  Noise,       ///< phi: the model
};

/// The figure of a point; NaN where there is none (yet).
double figureOf(const StalenessGrid& grid, GridQuantity quantity, PhiBase base, std::size_t delta,
                std::size_t tau);

/// How a figure grew from the least staleness to that one at the same kept fraction: 1 for no
/// change. Nothing where one of them is missing or zero.
std::optional<double> growth(const StalenessGrid& grid, GridQuantity quantity, PhiBase base,
                             std::size_t delta, std::size_t tau);

/// One sentence on what the grid shows so far, computed from it: how much the quantity grew from
/// the least to the largest staleness that was measured, beside what phi says of the same points;
/// of simulated time, also where it is least.
QString sentenceOf(const StalenessGrid& grid, GridQuantity quantity, PhiBase base);

/// The command that carries out one point's first run: the experiment of the folder, with the
/// point's values set.
QString commandOf(const StalenessGrid& grid, const std::filesystem::path& folder, std::size_t delta,
                  std::size_t tau);

}  // namespace telegrad::ui
