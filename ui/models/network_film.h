// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "core/experiment/training_run.h"

namespace telegrad::ui {

/// Where a message is at an instant. It waits for its first link, crosses it (transfer and
/// latency), waits for what follows, and crosses that; on a route of one link the last two take no
/// time.
struct MessageStage {
  enum class Stage : std::uint8_t {
    Ahead,
    FirstQueue,
    FirstLink,
    SecondQueue,
    SecondLink,
    Arrived
  };
  Stage stage = Stage::Ahead;
  double share = 0.0;  ///< of the way over the link it is on, in [0, 1)
  bool operator==(const MessageStage&) const = default;
};

/// Whether nothing is told apart of its way, which then is that of one link.
inline bool crossesOneLink(const Carried& message) {
  return message.first == Way{};
}

MessageStage stageOf(const Carried& message, SimTime time);

/// One direction of a node's connection, as far as messages tell: what leaves the node, or what
/// comes in after having left another.
struct LinkKey {
  std::uint32_t node = 0;
  bool incoming = false;
  // NOLINTNEXTLINE(modernize-use-nullptr,readability-implicit-bool-conversion): the language's own
  auto operator<=>(const LinkKey&) const = default;
};

/// What a worker is at.
struct WorkerStage {
  enum class Doing : std::uint8_t { Away, Waits, Computes, Sends };
  Doing doing = Doing::Waits;
  double share = 0.0;  ///< of its computation (with the encoding) that is done, while it computes
};

/// A few iterations of a run in simulated time, played at a readable pace: a clip of at most
/// kPlayed iterations, and when that has been seen, the newest there are then. What falls between
/// is left out, so that what is seen is never far behind a run that is faster.
///
/// Threads: the window's.
class NetworkFilm {
 public:
  static constexpr std::size_t kPlayed = 4;  ///< iterations of a clip
  static constexpr std::size_t kKept =
      12;  ///< with those before, whose messages are still under way
  static constexpr double kSecondsPerIteration = 2.5;  ///< at the usual pace

  /// An iteration that became known; they come in order. The first begins a clip.
  void take(const IterationTiming& timing);
  void clear() { *this = NetworkFilm(); }

  bool isEmpty() const { return clip_.empty(); }
  /// The iterations whose messages can be seen: those played, after the ones before them.
  const std::vector<IterationTiming>& iterations() const { return clip_; }
  std::size_t played() const { return played_; }  ///< of them, the last so many are played
  const IterationTiming& firstPlayed() const { return clip_[clip_.size() - played_]; }
  SimTime begin() const { return isEmpty() ? SimTime{} : firstPlayed().start; }
  SimTime end() const { return isEmpty() ? SimTime{} : clip_.back().end; }

  SimTime time() const { return time_; }
  void seek(SimTime time);  ///< within the clip
  /// That much further on the wall's clock. At the end of the clip the next one begins if there is
  /// one. False: nothing is left to play.
  bool advance(double wallSeconds);
  /// The newest iterations from their beginning.
  void cutToNewest();
  /// The clip is left for the first one that begins with this iteration or a later one, as soon as
  /// that is known: something happened there.
  void skipTo(std::int64_t iteration) { wanted_ = iteration; }
  bool hasNewer() const;  ///< than the clip's last

  /// Seconds of simulated time in a second: an iteration in kSecondsPerIteration, times speed().
  double pace() const;
  double speed() const { return speed_; }
  void setSpeed(double speed) { speed_ = speed; }

  /// The iteration that is on at that time.
  const IterationTiming& at(SimTime time) const;
  WorkerStage worker(std::size_t worker, SimTime time) const;
  /// For how much of the clip each link was sending, in [0, 1].
  const std::map<LinkKey, double>& busy() const { return busy_; }
  std::int64_t largestMessage() const { return largest_; }  ///< bytes; 0: there is none
  std::size_t messages() const { return count_; }           ///< of the iterations that are played
  /// Changes with every clip, so that what is drawn of one can be kept.
  std::uint64_t clip() const { return number_; }

 private:
  void cut(std::size_t played);
  void measure();

  std::deque<IterationTiming> newest_;
  std::vector<IterationTiming> clip_;
  std::size_t played_ = 0;
  std::optional<std::int64_t> wanted_;  // to skip to
  SimTime time_{};
  double rest_ = 0.0;  // of a nanosecond that advance() has not used
  double speed_ = 1.0;
  std::uint64_t number_ = 0;
  std::map<LinkKey, double> busy_;
  std::int64_t largest_ = 0;
  std::size_t count_ = 0;
};

}  // namespace telegrad::ui
