// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/finite.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace telegrad {

Error notFinite(std::span<const float> input, const Layout& layout) {
  const auto found = std::ranges::find_if(input, [](float x) { return !std::isfinite(x); });
  const auto index = static_cast<std::size_t>(found - input.begin());
  std::string place = "entry " + std::to_string(index);
  for (const auto& tensor : layout)
    if (tensor.offset <= index && index < tensor.offset + tensor.size())
      place = "tensor \"" + tensor.name + "\", entry " + std::to_string(index - tensor.offset) +
              " (entry " + std::to_string(index) + " of the whole vector)";
  const std::string read = found == input.end() ? "a number that is not finite"
                           : std::isnan(*found) ? "nan"
                           : *found > 0.0F      ? "inf"
                                                : "-inf";
  return {place + ": read " + read + "; only finite numbers can be compressed"};
}

}  // namespace telegrad
