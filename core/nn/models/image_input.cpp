// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/models/image_input.h"

#include <string>

#include "core/nn/models/flat_input.h"

namespace telegrad {

Result<ImageShape> imageInput(const Shape& input, std::size_t classes, std::size_t smallest) {
  if (const auto size = flatInputSize(input, classes); !size) return size.error();
  const auto least = static_cast<std::int64_t>(smallest);
  if (input.size() == 3 && input[1] >= least && input[2] >= least)
    return ImageShape{static_cast<std::size_t>(input[0]), static_cast<std::size_t>(input[1]),
                      static_cast<std::size_t>(input[2])};
  const std::string side = std::to_string(smallest);
  return Error{"cannot build a model for examples of shape " + show(input) +
               "; allowed: channels x height x width, of at least " + side + " x " + side +
               " pixels"};
}

}  // namespace telegrad
