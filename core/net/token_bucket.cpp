// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/token_bucket.h"

#include <cassert>

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

SimTime TokenBucket::send(SimTime start, Bytes size) {
  missing_ = missingAt(start);
  missing_.value += workOf(size).value;
  time_ = start;
  if (missing_.value <= depth_.value) return start;
  time_ = sendAt(rate_, {start, {missing_.value - depth_.value}}, SimTime::max()).time;
  missing_ = depth_;
  return time_;
}

Bytes TokenBucket::tokens(SimTime now) const {
  const Bytes missing = bytesOf(missingAt(now));  // rounded up
  return {bytesOf(depth_).value - missing.value};
}

}  // namespace telegrad
