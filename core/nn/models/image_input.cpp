// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/models/image_input.h"

#include "core/base/said.h"
#include "core/nn/models/flat_input.h"

namespace telegrad {

Result<ImageShape> imageInput(const Shape& input, std::size_t classes, std::size_t smallest) {
  if (const auto size = flatInputSize(input, classes); !size) return size.error();
  const auto least = static_cast<std::int64_t>(smallest);
  if (input.size() == 3 && input[1] >= least && input[2] >= least)
    return ImageShape{static_cast<std::size_t>(input[0]), static_cast<std::size_t>(input[1]),
                      static_cast<std::size_t>(input[2])};
  return Error{
      said("cannot build a model for examples of shape %1; allowed: channels x height x width, of "
           "at least %2 x %2 pixels",
           show(input), smallest)};
}

}  // namespace telegrad
