// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/finite.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/said.h"

namespace telegrad {

Error notFinite(std::span<const float> input, const Layout& layout) {
  const auto found = std::ranges::find_if(input, [](float x) { return !std::isfinite(x); });
  const auto index = static_cast<std::size_t>(found - input.begin());
  const std::string read = found == input.end() ? said("a number that is not finite")
                           : std::isnan(*found) ? "nan"
                           : *found > 0.0F      ? "inf"
                                                : "-inf";
  for (const auto& tensor : layout)
    if (tensor.offset <= index && index < tensor.offset + tensor.size())
      return {
          said("tensor \"%1\", entry %2 (entry %3 of the whole vector): read %4; only finite "
               "numbers can be compressed",
               tensor.name, index - tensor.offset, index, read)};
  return {said("entry %1: read %2; only finite numbers can be compressed", index, read)};
}

}  // namespace telegrad
