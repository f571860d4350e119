// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/verification.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include "core/base/said.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/weights_file.h"
#include "core/metrics/quantities.h"

namespace telegrad {
namespace {

constexpr std::string_view kHeader = "iteration,weights_sha256";
constexpr std::size_t kDigestDigits = 64;

Result<WeightsDigest> parseDigest(std::string_view line, const std::string& place) {
  WeightsDigest digest;
  const auto comma = line.find(',');
  const auto number = line.substr(0, comma);
  const auto [end, error] =
      std::from_chars(number.data(), number.data() + number.size(), digest.iteration);
  const auto word = comma == std::string_view::npos ? std::string_view{} : line.substr(comma + 1);
  const bool isHex = word.size() == kDigestDigits && std::ranges::all_of(word, [](char c) {
                       return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                     });
  if (error != std::errc{} || end != number.data() + number.size() || digest.iteration < 1 ||
      !isHex)
    return Error{said("%1: read \"%2\"; allowed: an iteration, a comma and 64 hexadecimal digits",
                      place, line.substr(0, 80))};
  digest.sha256 = word;
  return digest;
}

/// Quantities that no two runs have alike.
std::set<std::string> incomparable(const Experiment& experiment, std::vector<std::string>& notes) {
  std::set<std::string> keys{"wall_s"};
  const auto& network = experiment.slot("network").settings;
  if (!network.has("compute_model") || network.choice("compute_model") != "measured") return keys;
  for (const auto* key : {"simulated_s", "compute_s", "queue_s", "transfer_s", "latency_s"})
    keys.insert(key);
  notes.push_back(
      said("compute time is this machine's (compute_model = measured): simulated times are not "
           "compared"));
  return keys;
}

std::string wordsOf(const Quantity& quantity, const Record& record) {
  const double value = quantity.read(record);
  return std::isnan(value) ? said("nothing") : formatNumber(value);
}

/// What differs first of two records.
std::optional<std::string> difference(const Record& before, const Record& now,
                                      const std::set<std::string>& without) {
  for (const auto& quantity : quantities()) {
    if (without.contains(quantity.key)) continue;
    const double was = quantity.read(before);
    const double is = quantity.read(now);
    if (was == is || (std::isnan(was) && std::isnan(is))) continue;
    return said("iteration %1, %2: the folder has %3, now it is %4", before.iteration, quantity.key,
                wordsOf(quantity, before), wordsOf(quantity, now));
  }
  return std::nullopt;
}

/// The comparison, sample by sample.
class FolderComparison {
 public:
  FolderComparison(const StoredRun& stored, std::vector<WeightsDigest> digests,
                   Verification& result)
      : stored_(stored),
        digests_(std::move(digests)),
        without_(incomparable(stored.experiment, result.notes)),
        result_(result) {
    if (digests_.empty())
      result.notes.push_back(
          said("the folder has no digests of the weights: figures are compared alone"));
  }

  /// False when there is nothing more to compare.
  bool take(const Sample& sample) {
    const auto row = static_cast<std::size_t>(result_.iterations);
    if (row >= stored_.records.size()) return false;
    result_.difference = difference(stored_.records[row], sample.record, without_);
    if (!result_.difference) compareDigest(sample);
    if (result_.difference) return false;
    ++result_.iterations;
    return result_.iterations < static_cast<std::int64_t>(stored_.records.size());
  }

 private:
  void compareDigest(const Sample& sample) {
    if (next_ >= digests_.size() || digests_[next_].iteration != sample.record.iteration) return;
    const auto& expected = digests_[next_++].sha256;
    if (expected == sample.weightsSha256)
      ++result_.digests;
    else
      result_.difference =
          said("iteration %1, the weights' digest: the folder has %2, now it is %3",
               sample.record.iteration, expected, sample.weightsSha256);
  }

  const StoredRun& stored_;
  std::vector<WeightsDigest> digests_;
  std::set<std::string> without_;
  Verification& result_;
  std::size_t next_ = 0;
};

}  // namespace

Result<std::vector<WeightsDigest>> readDigests(const std::filesystem::path& folder) {
  const auto file = folder / kDigestsFile;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return std::vector<WeightsDigest>{};
  const auto text = readFile(file);
  if (!text) return text.error();
  std::vector<WeightsDigest> digests;
  std::string_view rest(*text);
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) break;  // a crash in the middle of it
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    const std::string place = file.string() + ":" + std::to_string(number);
    if (number == 1) {
      if (line != kHeader)
        return Error{said("%1: read \"%2\"; allowed: %3", place, line.substr(0, 80), kHeader)};
      continue;
    }
    auto digest = parseDigest(line, place);
    if (!digest) return digest.error();
    if (!digests.empty() && digest->iteration <= digests.back().iteration)
      return Error{said("%1: read iteration %2; allowed: more than the %3 of the line above", place,
                        digest->iteration, digests.back().iteration)};
    digests.push_back(*std::move(digest));
  }
  return digests;
}

Result<Verification> verifyRun(const std::filesystem::path& folder, RunOptions options,
                               const std::function<bool(const Sample&)>& watch) {
  // What is not known of an experiment cannot be run again.
  if (const auto whole = readExperiment(folder / kExperimentFile); !whole) return whole.error();
  const auto stored = readRunFolder(folder);
  if (!stored) return stored.error();
  auto digests = readDigests(folder);
  if (!digests) return digests.error();
  Verification result;
  result.notes = stored->notes;
  FolderComparison comparison(*stored, *std::move(digests), result);
  options.folder.reset();
  options.controls = stored->changes;
  options.initialWeights = initialWeightsIn(folder);
  TrainingRun run(stored->experiment, options);
  bool goOn = !stored->records.empty();
  while (goOn) {
    const bool last = run.finished();  // read first: what it published before is then in the queue
    bool any = false;
    while (const auto sample = goOn ? run.poll() : std::nullopt) {
      any = true;
      goOn = comparison.take(*sample) && (!watch || watch(*sample));
    }
    if (last) break;
    if (!any) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  run.stop();
  if (!goOn) return result;
  // It ended before the folder did.
  if (!run.info()) return Error{run.summary().message};
  const auto& end = run.summary();
  result.difference =
      said("iteration %1: the folder goes on, now the run is over (%2)", result.iterations + 1,
           end.message.empty() ? end.state : end.state + ": " + end.message);
  return result;
}

}  // namespace telegrad
