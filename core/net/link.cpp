// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/link.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace telegrad {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr int kMantissaBits = std::numeric_limits<double>::digits;
constexpr std::uint64_t kBitsPerByteAndNanosecond = 8'000'000'000;

}  // namespace

SimTime serialisationTime(Bytes size, BitsPerSecond rate) {
  assert(size.value >= 0 && size.value <= (std::int64_t{1} << 50));
  assert(rate.value >= 1.0 && rate.value <= 1e15);
  if (rate.value < 1e4)
    return sendAt(fixedRate(rate), {SimTime{}, workOf(size)}, SimTime::max()).time;
  // rate = mantissa * 2^exponent with an odd mantissa, so that both shifts stay within 128 bits:
  // the numerator has at most 50 + 33 + 39 of them.
  int exponent = 0;
  const double fraction = std::frexp(rate.value, &exponent);
  auto mantissa = static_cast<std::uint64_t>(std::ldexp(fraction, kMantissaBits));
  const int zeros = std::countr_zero(mantissa);
  mantissa >>= static_cast<unsigned>(zeros);
  exponent += zeros - kMantissaBits;
  Wide numerator = Wide{static_cast<std::uint64_t>(size.value)} * kBitsPerByteAndNanosecond;
  Wide denominator = mantissa;
  if (exponent < 0)
    numerator <<= static_cast<unsigned>(-exponent);
  else
    denominator <<= static_cast<unsigned>(exponent);
  const Wide time = (numerator + denominator - 1) / denominator;
  constexpr auto kMost = static_cast<Wide>(std::numeric_limits<std::int64_t>::max());
  return SimTime{static_cast<std::int64_t>(std::min(time, kMost))};
}

void Link::configure(BitsPerSecond rate, SimTime latency) {
  rate_ = rate;
  fixedRate_ = fixedRate(rate);
  latency_ = latency;
}

std::optional<Link::Transmission> Link::arrive(std::uint32_t message, Bytes size, SimTime now) {
  assert(accepts(size));
  in_.value += size.value;
  if (!busy_) return begin({message, size, now}, now);
  queue_.push_back({message, size, now});
  queued_.value += size.value;
  peakQueued_.value = std::max(peakQueued_.value, queued_.value);
  return std::nullopt;
}

std::optional<Link::Transmission> Link::next(SimTime now) {
  assert(busy_ && current_.end == now);
  busy_ = false;
  ended();
  if (head_ == queue_.size()) return std::nullopt;
  const Waiting message = queue_[head_++];
  queued_.value -= message.size.value;
  if (head_ == queue_.size()) {
    queue_.clear();
    head_ = 0;
  } else if (head_ > 64 && head_ > queue_.size() / 2) {
    // A queue that never runs empty must not keep all that ever passed through it.
    queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(head_));
    head_ = 0;
  }
  return begin(message, now);
}

Link::Transmission Link::pass(Bytes size, SimTime ready) {
  assert(!busy_);
  in_.value += size.value;
  begin({0, size, ready}, std::max(ready, current_.end));
  busy_ = false;
  ended();
  return current_;
}

void Link::ended() {
  out_.value += currentSize_.value;
  worked_ += current_.end - current_.start;
  filled_ = current_.end;
}

const Link::Transmission& Link::begin(const Waiting& message, SimTime now) {
  busy_ = true;
  currentSize_ = message.size;
  currentSource_ = {fixedRate_, trace_};
  // What arrives now was not there in the fraction of a nanosecond before.
  progress_ = {now, workOf(message.size)};
  if (message.arrived < now) progress_.take(std::exchange(spare_, {}));
  current_ = {message.message, message.arrived, now, now};
  if (hasBucket_) spendTokens(now);
  finish();
  return current_;
}

Progress Link::sendTo(const Progress& from, SimTime until) const {
  return trace_ ? trace_->send(from, until) : sendAt(fixedRate_, from, until);
}

void Link::finish() {
  const Progress end = sendTo(progress_, SimTime::max());
  current_.end = end.time;
  spare_ = end.spare;
}

const Link::Transmission& Link::prolong(Bytes more) {
  assert(busy_ && progress_.time == current_.start);
  in_.value += more.value;
  currentSize_.value += more.value;
  spare_ = {};  // of an end that is none any more
  progress_.left.value += workOf(more).value;
  progress_.take(std::exchange(progress_.spare, {}));
  if (hasBucket_) spendTokens(current_.start);
  finish();
  return current_;
}

void Link::setBucket(Bytes depth, SimTime now) {
  if (workOf(depth) == depth_) return;
  if (!busy_) fillBucket(now);
  depth_ = workOf(depth);
  // An empty one stays empty while a message takes all that flows in.
  missing_ = busy_ ? depth_ : Work{std::min(missing_.value, depth_.value)};
  filled_ = now;
  hasBucket_ = depth.value > 0;
}

void Link::fillBucket(SimTime now) {
  if (now < filled_) return;
  if (hasBucket_) {
    missing_.value -= std::min(missing_.value, std::exchange(spare_, {}).value);
    // Filling is sending what is missing.
    missing_ = sendTo({filled_, missing_}, now).left;
  }
  filled_ = now;
}

/// What is left of the message takes the tokens that are there; it waits for the others.
void Link::spendTokens(SimTime now) {
  fillBucket(now);
  const WideInteger spent = std::min(progress_.left.value, depth_.value - missing_.value);
  missing_.value += spent;
  progress_.left.value -= spent;
}

Bytes Link::takePeakQueued() {
  const Bytes peak = peakQueued_;
  peakQueued_ = queued_;
  return peak;
}

Progress Link::progressAt(SimTime now) const {
  assert(progress_.time <= now && now <= current_.end);
  const auto& [rate, trace] = currentSource_;
  return trace ? trace->send(progress_, now) : sendAt(rate, progress_, now);
}

std::optional<Link::Transmission> Link::setRate(BitsPerSecond rate, SimTime now) {
  if (!busy_) fillBucket(now);
  rate_ = rate;
  fixedRate_ = fixedRate(rate);
  trace_ = nullptr;
  return goOn(now);
}

std::optional<Link::Transmission> Link::setTrace(std::shared_ptr<const Trace> trace, SimTime now) {
  if (!busy_) fillBucket(now);
  trace_ = std::move(trace);
  return goOn(now);
}

std::optional<Link::Transmission> Link::goOn(SimTime now) {
  if (!busy_) return std::nullopt;
  if (now < current_.end) {
    progress_ = progressAt(now);
    currentSource_ = {fixedRate_, trace_};
    finish();
  }
  return current_;
}

void Link::exchange(StateArchive& state) {
  state(rate_, latency_, progress_, spare_, current_, currentSize_, currentSource_.rate.value);
  state.require(rate_.value >= 0.0 && rate_.value <= 1e15, "a link's rate");
  if (state.isGood()) fixedRate_ = fixedRate(rate_);
  Trace::exchange(state, trace_);
  Trace::exchange(state, currentSource_.trace);
  if (!state.isLoading())
    queue_.erase(queue_.begin(),
                 queue_.begin() + std::ssize(queue_) - static_cast<std::ptrdiff_t>(waiting()));
  head_ = 0;
  state.list(queue_);
  state(queued_, peakQueued_, queueLimit_, depth_, missing_, filled_, in_, out_, dropped_, worked_,
        busy_, hasBucket_);
  state.require(missing_.value <= depth_.value, "a bucket that lacks no more than it holds");
}

bool Link::knowsOnly(std::uint32_t messages) const {
  return (!busy_ || current_.message < messages) &&
         std::ranges::all_of(queue_, [&](const Waiting& one) { return one.message < messages; });
}

Bytes Link::unsent(SimTime now) const {
  return busy_ ? bytesOf(progressAt(now).left) : Bytes{};
}

}  // namespace telegrad
