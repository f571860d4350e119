// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/token_bucket.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace telegrad {

TokenBucket::TokenBucket(BitsPerSecond rate, Bytes depth)
    : rate_(fixedRate(rate)),
      depth_(workOf(depth)) {
  assert(rate.value >= 1e4);
}

Work TokenBucket::missingAt(SimTime now) const {
  // Filling is sending what is missing.
  return sendAt(rate_, {time_, missing_}, now).left;
}

SimTime TokenBucket::send(SimTime arrival, Bytes size) {
  missing_ = missingAt(arrival);
  missing_.value += workOf(size).value;
  time_ = arrival;
  if (missing_.value <= depth_.value) return arrival;
  return sendAt(rate_, {arrival, {missing_.value - depth_.value}}, SimTime::max()).time;
}

Bytes TokenBucket::tokens(SimTime now) const {
  const Bytes missing = bytesOf(missingAt(now));  // rounded up
  return {std::max<std::int64_t>(0, bytesOf(depth_).value - missing.value)};
}

}  // namespace telegrad
