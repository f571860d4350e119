// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>

#include "core/compress/dithering.h"

namespace telegrad {

/// The norm as it travels: one beyond float's range as the largest float.
inline float normToSend(double norm) {
  return static_cast<float>(std::min(norm, double{std::numeric_limits<float>::max()}));
}

/// The ends of the runs of entries that share a norm, one after the other; empty tensors have none.
class NormGroups {
 public:
  NormGroups(const DitheringShape& shape, const Layout& layout)
      : scope_(shape.scope),
        bucket_(shape.bucket),
        layout_(&layout),
        size_(elementCount(layout)) {}

  std::size_t nextEnd() {
    if (scope_ == NormScope::Model) {
      end_ = size_;
    } else if (scope_ == NormScope::Bucket) {
      end_ = std::min(end_ + bucket_, size_);
    } else {
      while ((*layout_)[tensor_].size() == 0) ++tensor_;
      end_ += (*layout_)[tensor_++].size();
    }
    return end_;
  }

 private:
  NormScope scope_;
  std::size_t bucket_;
  const Layout* layout_;
  std::size_t size_;
  std::size_t tensor_ = 0;
  std::size_t end_ = 0;
};

}  // namespace telegrad
