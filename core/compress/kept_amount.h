// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/base/catalogue.h"
#include "core/base/state.h"
#include "core/compress/kept_count.h"

namespace telegrad {

/// k as a user gives it: by "amount" the share "fraction" of the entries or the number "count".
class KeptAmount {
 public:
  explicit KeptAmount(const Settings& settings)
      : byFraction_(settings.choice("amount") == "fraction") {
    configure(settings);
  }

  /// Takes new values of both; which of them counts stays.
  void configure(const Settings& settings) {
    fraction_ = settings.real("fraction");
    count_ = static_cast<std::size_t>(settings.integer("count"));
  }
  /// From now on this share.
  void setFraction(double fraction) {
    byFraction_ = true;
    fraction_ = fraction;
  }
  void exchange(StateArchive& state) { state(byFraction_, fraction_); }

  /// Of `size` entries: at least 1 and at most all. size > 0.
  std::size_t of(std::size_t size) const {
    return byFraction_ ? keptCount(fraction_, size) : std::clamp<std::size_t>(count_, 1, size);
  }

 private:
  bool byFraction_;
  double fraction_ = 0.0;
  std::size_t count_ = 0;
};

}  // namespace telegrad
