// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/units.h"
#include "core/net/trace.h"
#include "core/net/work.h"

namespace telegrad {

/// How long `size` occupies a link of that rate: 8 * bytes / rate, rounded up to whole nanoseconds
/// and otherwise exact (the double that is the rate is taken as the binary fraction it is; under
/// 1e4 bit/s, to 2^-40 bit/s, as a trace's is).
///
/// Range: rate from 1 to 1e15 bit/s, size from 0 to 2^50 B. The largest time there is if that is
/// over 292 years.
SimTime serialisationTime(Bytes size, BitsPerSecond rate);

/// One direction of a wire, store and forward: a message is sent once it has wholly arrived and all
/// that arrived before it has been sent; it is at the far end one latency after its last bit left.
/// The queue is FIFO, and unbounded unless limited. A token bucket, if it has one, lets as much
/// leave in no time as it holds (TokenBucket says how it fills).
///
/// An end is rounded up to a whole nanosecond, by itself: what the link carries between a message's
/// exact end and the rounded one goes to the next message if that was there before, else into the
/// bucket. So of messages that follow each other without a pause each ends when all up to it have
/// been sent, rounded up once, and a message whose turn begins at t may end sooner than one of its
/// size that finds the link free at t, by less than a nanosecond.
///
/// The link keeps no clock: it is told what time it is, and says when what it began will end.
/// Whoever drives it calls next() at exactly that time. When a change of rate moves that end, what
/// was scheduled for the former one is stale: an event at a time that is not current().end, or
/// after the link has become free, is to be ignored.
///
/// Threads: one.
class Link {
 public:
  /// A message's turn on the link. Queueing is start - arrived, serialisation end - start.
  struct Transmission {
    std::uint32_t message = 0;
    SimTime arrived{};
    SimTime start{};
    SimTime end{};

    void exchange(StateArchive& state) { state(message, arrived, start, end); }
  };

  Link(BitsPerSecond rate, SimTime latency)
      : rate_(rate),
        fixedRate_(fixedRate(rate)),
        latency_(latency) {}

  /// A new rate and latency, for what has not begun yet. The rate counts while no trace is
  /// followed.
  void configure(BitsPerSecond rate, SimTime latency);

  /// A new rate from now on, which ends following a trace. What is being sent goes on at it: what
  /// has left has left, the rest is integrated anew, exactly.
  ///
  /// Returns the transmission that is on, with the end it has now.
  std::optional<Transmission> setRate(BitsPerSecond rate, SimTime now);
  /// From now on the bandwidth is the trace's at that simulated time, also for what is being sent;
  /// so is the latency if the trace has one. Without a trace, the rate's again.
  std::optional<Transmission> setTrace(std::shared_ptr<const Trace> trace, SimTime now);

  /// Drop-tail: no more than that many bytes may wait, without those of the message being sent.
  /// What waits already stays. Nothing: no limit.
  void limitQueue(std::optional<Bytes> limit) { queueLimit_ = limit; }
  /// Whether a message of that size would be taken now; a free link takes any.
  bool accepts(Bytes size) const {
    return !busy_ || !queueLimit_ || queued_.value + size.value <= queueLimit_->value;
  }
  /// Counts a message that was not accepted. When it comes again is its sender's affair.
  void drop(Bytes size) { dropped_.value += size.value; }

  /// A token bucket of that depth from now on, full; zero: none. One of another depth keeps what it
  /// lacks, as far as that is possible. It fills at the link's rate, whatever that is at each time.
  void setBucket(Bytes depth, SimTime now);

  /// A message has wholly arrived, and is accepted. Its transmission if the link was free; nothing
  /// if it waits.
  std::optional<Transmission> arrive(std::uint32_t message, Bytes size, SimTime now);
  /// The transmission that was on has ended, now. The next one if something waits.
  std::optional<Transmission> next(SimTime now);

  /// What has just begun is that much longer: packets that are sent again. Its transmission now.
  const Transmission& prolong(Bytes more);

  /// For a link that is driven in the order of its messages alone, without arrive() and next(): the
  /// message is there at `ready`, not earlier than the one before it. Its turn on the link.
  Transmission pass(Bytes size, SimTime ready);

  /// What is being sent. Only while the link is busy.
  const Transmission& current() const { return current_; }
  bool isBusy() const { return busy_; }
  /// Messages that wait, without the one being sent.
  std::size_t waiting() const { return queue_.size() - head_; }
  /// Bytes that wait, without those of the message being sent.
  Bytes queued() const { return queued_; }

  /// The most bytes that waited at once since this was last asked, or since construction.
  Bytes takePeakQueued();

  /// For a link that is shared as a fluid, by whoever does so: what goes over it is only counted.
  void countIn(Bytes size) { in_.value += size.value; }
  void countOut(Bytes size) { out_.value += size.value; }

  /// Bytes of the message being sent that have not left by `now`, rounded up; zero when free.
  Bytes unsent(SimTime now) const;

  BitsPerSecond rate() const { return rate_; }
  SimTime latency() const { return latency_; }
  const Trace* trace() const { return trace_.get(); }
  /// What holds at that time: the trace's where there is one that says so.
  BitsPerSecond rateAt(SimTime time) const { return trace_ ? trace_->at(time).bandwidth : rate_; }
  SimTime latencyAt(SimTime time) const {
    return trace_ ? trace_->at(time).latency.value_or(latency_) : latency_;
  }

  // Since construction.
  Bytes bytesIn() const { return in_; }    ///< of the messages that arrived and were taken
  Bytes bytesOut() const { return out_; }  ///< of the messages wholly sent
  Bytes bytesDropped() const { return dropped_; }
  SimTime busyTime() const { return worked_; }  ///< of the transmissions that ended

  void exchange(StateArchive& state);
  /// Whether all messages on it have numbers below that.
  bool knowsOnly(std::uint32_t messages) const;

 private:
  struct Waiting {
    std::uint32_t message = 0;
    Bytes size;
    SimTime arrived{};

    void exchange(StateArchive& state) { state(message, size, arrived); }
  };

  /// What a transmission goes by.
  struct Source {
    FixedRate rate;
    std::shared_ptr<const Trace> trace;
  };

  const Transmission& begin(const Waiting& message, SimTime now);
  void finish();
  void ended();
  void spendTokens(SimTime now);
  void fillBucket(SimTime now);
  Progress sendTo(const Progress& from, SimTime until) const;
  Progress progressAt(SimTime now) const;
  std::optional<Transmission> goOn(SimTime now);

  BitsPerSecond rate_;
  FixedRate fixedRate_;  // the same
  SimTime latency_;
  std::shared_ptr<const Trace> trace_;
  Progress progress_;  // of the current message, when its source last changed
  Work spare_;         // between the exact end of the current or last message and the rounded one
  Transmission current_;
  Bytes currentSize_;
  Source currentSource_;        // configure() leaves it alone
  std::vector<Waiting> queue_;  // [head_, end) wait; the vector is kept, so that a message
  std::size_t head_ = 0;        // allocates nothing once it has grown
  Bytes queued_;
  Bytes peakQueued_;
  std::optional<Bytes> queueLimit_;
  Work depth_;    // of the bucket
  Work missing_;  // from a full one, at filled_
  SimTime filled_{};
  Bytes in_;
  Bytes out_;
  Bytes dropped_;
  SimTime worked_{};
  bool busy_ = false;
  bool hasBucket_ = false;
};

}  // namespace telegrad
