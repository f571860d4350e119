// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/checkpoint_store.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "core/base/thread_priority.h"
#include "core/data/part_file.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

constexpr const char* kExtension = ".ckpt";

std::optional<std::int64_t> iterationOf(const fs::path& file) {
  if (file.extension() != kExtension) return std::nullopt;
  const auto digits = file.stem().string();
  std::int64_t iteration = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), iteration);
  if (error != std::errc{} || iteration < 1 || std::to_string(iteration) != digits)
    return std::nullopt;
  return iteration;
}

/// The one, not the last, that may go and whose going leaves the smallest gap; of equals the first.
std::optional<std::size_t> mostDispensable(std::span<const StoredCheckpoint> all, bool lasting) {
  std::optional<std::size_t> chosen;
  auto least = std::numeric_limits<std::int64_t>::max();
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    if (all[i].lasting != lasting) continue;
    const auto gap = all[i + 1].iteration - (i == 0 ? 0 : all[i - 1].iteration);
    if (gap >= least) continue;
    least = gap;
    chosen = i;
  }
  return chosen;
}

void removeQuietly(const fs::path& file) {
  std::error_code ignored;  // one that stays takes up room, and nothing else
  fs::remove(file, ignored);
}

std::vector<StoredCheckpoint> storedIn(const fs::path& runFolder) {
  std::vector<StoredCheckpoint> all;
  for (const auto iteration : checkpointsIn(runFolder)) {
    const auto file = checkpointFile(runFolder, iteration);
    const auto head = readCheckpointHead(file);
    all.push_back({iteration, static_cast<std::uint64_t>(bytesThere(file)),
                   head && head->reason != CheckpointReason::Interval});
  }
  return all;
}

/// What a crash has left of one that was being written.
void removeUnfinished(const fs::path& folder) {
  std::error_code none;
  for (const auto& file : fs::directory_iterator(folder, none))
    if (file.path().extension() == ".part") removeQuietly(file.path());
}

}  // namespace

std::vector<std::int64_t> thinnedOut(std::vector<StoredCheckpoint> checkpoints,
                                     std::uint64_t budget) {
  std::uint64_t sum = 0;
  for (const auto& one : checkpoints) sum += one.bytes;
  std::vector<std::int64_t> gone;
  while (sum > budget && checkpoints.size() > 1) {
    auto next = mostDispensable(checkpoints, false);
    if (!next) next = mostDispensable(checkpoints, true);
    const auto place = checkpoints.begin() + static_cast<std::ptrdiff_t>(*next);
    sum -= place->bytes;
    gone.push_back(place->iteration);
    checkpoints.erase(place);
  }
  return gone;
}

fs::path checkpointFile(const fs::path& runFolder, std::int64_t iteration) {
  return runFolder / kCheckpointsFolder / (std::to_string(iteration) + kExtension);
}

std::vector<std::int64_t> checkpointsIn(const fs::path& runFolder) {
  std::vector<std::int64_t> iterations;
  std::error_code none;
  for (const auto& file : fs::directory_iterator(runFolder / kCheckpointsFolder, none))
    if (const auto iteration = iterationOf(file.path())) iterations.push_back(*iteration);
  std::ranges::sort(iterations);
  return iterations;
}

void pruneCheckpoints(const fs::path& runs, std::uint64_t budget) {
  std::vector<std::pair<fs::file_time_type, fs::path>> all;
  std::error_code none;
  for (const auto& run : fs::directory_iterator(runs, none)) {
    std::error_code missing;
    const auto written = fs::last_write_time(run.path() / kCheckpointsFolder, missing);
    if (!missing) all.emplace_back(written, run.path());
  }
  std::ranges::sort(all, std::ranges::greater());
  for (const auto& [written, run] : all) {
    auto there = storedIn(run);
    if (!isBeingWritten(run))
      for (const auto iteration : thinnedOut(there, budget)) {
        removeQuietly(checkpointFile(run, iteration));
        std::erase_if(there, [&](const auto& one) { return one.iteration == iteration; });
      }
    for (const auto& one : there) budget -= std::min(budget, one.bytes);
  }
}

CheckpointStore::CheckpointStore(fs::path runFolder, std::uint64_t budget, bool giveWay,
                                 std::int64_t iteration)
    : runFolder_(std::move(runFolder)),
      budget_(budget),
      giveWay_(giveWay) {
  removeUnfinished(runFolder_ / kCheckpointsFolder);
  for (const auto& there : storedIn(runFolder_)) {
    if (there.iteration > iteration)
      removeQuietly(checkpointFile(runFolder_, there.iteration));
    else
      stored_.push_back(there);
  }
}

bool CheckpointStore::adopt(const fs::path& file, std::int64_t iteration) {
  if (!makeFolder(runFolder_ / kCheckpointsFolder)) return false;
  std::error_code error;
  fs::create_hard_link(file, checkpointFile(runFolder_, iteration), error);  // written once, ever
  if (error) return false;
  stored_.push_back({iteration, static_cast<std::uint64_t>(bytesThere(file)), true});
  return true;
}

bool CheckpointStore::isBusy() const {
  return inHand_.valid() && inHand_.wait_for(std::chrono::seconds(0)) != std::future_status::ready;
}

Result<void> CheckpointStore::write(Checkpoint checkpoint) {
  auto before = finish();
  inHand_ = std::async(std::launch::async, [this, checkpoint = std::move(checkpoint)] {
    if (giveWay_) giveWay();
    return writeNow(checkpoint);
  });
  return before;
}

Result<void> CheckpointStore::finish() {
  return inHand_.valid() ? inHand_.get() : Result<void>{};
}

Result<void> CheckpointStore::writeNow(const Checkpoint& checkpoint) {
  return keep(checkpoint.head,
              [&](const fs::path& file) { return writeCheckpoint(file, checkpoint); });
}

Result<void> CheckpointStore::writeNow(const Checkpoint& checkpoint, const StateSaver& save) {
  auto before = finish();
  auto written = keep(checkpoint.head, [&](const fs::path& file) {
    return writeCheckpoint(file, checkpoint, save);
  });
  return before ? written : before;
}

Result<void> CheckpointStore::keep(const CheckpointHead& head,
                                   const std::function<Result<void>(const fs::path&)>& write) {
  const std::int64_t iteration = head.iteration;
  const bool lasting = head.reason != CheckpointReason::Interval;
  if (auto made = makeFolder(runFolder_ / kCheckpointsFolder); !made) return made;
  const auto file = checkpointFile(runFolder_, iteration);
  if (auto written = write(file); !written) return written;
  std::erase_if(stored_, [&](const auto& one) { return one.iteration >= iteration; });
  stored_.push_back({iteration, static_cast<std::uint64_t>(bytesThere(file)), lasting});
  thinOut();
  return {};
}

void CheckpointStore::thinOut() {
  for (const auto iteration : thinnedOut(stored_, budget_)) {
    removeQuietly(checkpointFile(runFolder_, iteration));
    std::erase_if(stored_, [&](const auto& one) { return one.iteration == iteration; });
  }
}

}  // namespace telegrad
