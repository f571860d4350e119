// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_folder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/weights_file.h"
#include "core/metrics/csv.h"
#include "core/metrics/quantities.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr auto kExperiment = "experiment.toml";
constexpr auto kJournal = "journal.jsonl";
constexpr auto kIterations = "iterations.csv";
constexpr auto kEvaluations = "evaluations.csv";
constexpr auto kLayers = "layers.csv";
constexpr auto kConfusion = "confusion.csv";
constexpr auto kSummary = "summary.json";

// The summary first: a folder that lost only some of its files must not look finished.
constexpr std::array kFiles{kSummary, kConfusion,   kDigestsFile,
                            kLayers,  kEvaluations, kIterations,
                            kJournal, kExperiment,  kInitialWeightsFile};

Error folderError(const std::string& what, const fs::path& folder, const std::string& why) {
  return {what + " " + folder.string() + ": " + why};
}

Result<void> removeFormerRun(const fs::path& folder) {
  for (const auto* name : kFiles) {
    std::error_code error;
    fs::remove(folder / name, error);
    if (error) return folderError("cannot remove", folder / name, error.message());
  }
  return {};
}

Result<void> prepareFolder(const fs::path& folder, bool overwrite) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    return folderError("run folder", folder, "there is a file of that name");
  fs::create_directories(folder, error);
  if (error) return folderError("cannot make", folder, error.message());
  const bool empty = fs::is_empty(folder, error);
  if (error) return folderError("cannot read", folder, error.message());
  if (empty) return {};
  if (overwrite) return removeFormerRun(folder);
  return folderError("run folder", folder,
                     "it exists and is not empty; choose another, or ask for overwriting");
}

Json toJson(const Record& record) {
  Json json;
  for (const auto& quantity : quantities()) {
    if (const auto* whole = std::get_if<std::int64_t Record::*>(&quantity.field))
      json[quantity.key] = record.**whole;
    else if (const double value = quantity.read(record); std::isfinite(value))
      json[quantity.key] = value;
    else
      json[quantity.key] = nullptr;  // JSON has no word for it
  }
  return json;
}

Json toJson(const RunSummary& summary) {
  Json targets = Json::array();
  for (const auto& reached : summary.targets)
    targets.push_back(
        {{accuracyQuantity(reached.target.metric).key + "_above", reached.target.accuracy},
         {"at", toJson(reached.at)}});
  return {{"state", summary.state},
          {"message", summary.message},
          {"final", toJson(summary.last)},
          {"targets", std::move(targets)},
          {"weights_sha256", summary.weightsSha256},
          {"data_origin", summary.dataOrigin},
          {"versions", summary.versions}};
}

class FolderWriter final : public RunFolderWriter {
 public:
  struct Files {
    LineFile journal;
    LineFile iterations;
    LineFile evaluations;
    LineFile layers;
    LineFile digests;
  };
  FolderWriter(fs::path folder, Files files)
      : folder_(std::move(folder)),
        files_(std::move(files)) {}

  Result<void> append(const Record& record) override {
    row_.clear();
    appendCsvRow(row_, record);
    if (auto done = files_.iterations.append(row_); !done) return done;
    return record.isEvaluated() ? files_.evaluations.append(row_) : Result<void>{};
  }
  Result<void> append(const AppliedChange& change) override {
    return files_.journal.append(journalLine(change) + '\n');
  }
  Result<void> append(std::int64_t iteration, std::span<const LayerInfo> layers,
                      std::span<const LayerRecord> records) override {
    row_.clear();
    for (std::size_t t = 0; t < std::min(layers.size(), records.size()); ++t)
      appendCsvRow(row_, iteration, layers[t], records[t]);
    return files_.layers.append(row_);
  }
  Result<void> appendDigest(std::int64_t iteration, const std::string& sha256) override {
    return files_.digests.append(std::to_string(iteration) + ',' + sha256 + '\n');
  }
  Result<void> append(std::int64_t iteration, const std::string& event,
                      const std::string& detail) override {
    return files_.journal.append(journalLine(iteration, event, detail) + '\n');
  }
  Result<void> write(const ConfusionMatrix& matrix) override {
    return replaceFile(folder_ / kConfusion, confusionCsv(matrix));
  }
  /// All of them, whatever becomes of the first: one may be on a full disk's last block.
  Result<void> flush() override {
    Result<void> first;
    for (auto* file : {&files_.iterations, &files_.evaluations, &files_.layers, &files_.digests,
                       &files_.journal})
      if (auto flushed = file->flush(); !flushed && first) first = std::move(flushed);
    return first;
  }
  Result<void> finish(const RunSummary& summary) override {
    auto flushed = flush();
    const auto text = toJson(summary).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    auto replaced = replaceFile(folder_ / kSummary, text);
    return flushed ? replaced : flushed;
  }

 private:
  fs::path folder_;
  Files files_;
  std::string row_;  // scratch
};

/// The state in summary.json; "interrupted" and a note where none can be read.
std::string readState(const fs::path& folder, std::vector<std::string>& notes) {
  const auto file = folder / kSummary;
  const auto text = readFile(file);
  std::error_code ignored;
  if (!text && !fs::exists(file, ignored)) {
    notes.emplace_back("there is no summary.json: the run did not come to its end");
    return "interrupted";
  }
  const auto json = text ? Json::parse(*text, nullptr, false) : Json{};
  if (json.is_object() && json.contains("state") && json["state"].is_string())
    return json["state"].get<std::string>();
  notes.push_back(text ? file.string() + " has no state in it" : text.error().message);
  return "interrupted";
}

/// None where there is none, and with a note where there is one that cannot be read.
std::shared_ptr<const ConfusionMatrix> readConfusion(const fs::path& folder,
                                                     std::vector<std::string>& notes) {
  const auto file = folder / kConfusion;
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return nullptr;
  const auto text = readFile(file);
  auto matrix = text ? parseConfusion(*text, file.string()) : text.error();
  if (matrix) return std::make_shared<const ConfusionMatrix>(*std::move(matrix));
  notes.push_back(matrix.error().message);
  return nullptr;
}

}  // namespace

Result<std::unique_ptr<RunFolderWriter>> RunFolderWriter::create(const fs::path& folder,
                                                                 const Experiment& experiment,
                                                                 bool overwrite) {
  if (auto prepared = prepareFolder(folder, overwrite); !prepared) return prepared.error();
  if (auto written = replaceFile(folder / kExperiment, formatExperiment(experiment)); !written)
    return written.error();
  auto journal = LineFile::create(folder / kJournal);
  if (!journal) return journal.error();
  auto iterations = LineFile::create(folder / kIterations);
  if (!iterations) return iterations.error();
  auto evaluations = LineFile::create(folder / kEvaluations);
  if (!evaluations) return evaluations.error();
  auto layers = LineFile::create(folder / kLayers);
  if (!layers) return layers.error();
  auto digests = LineFile::create(folder / kDigestsFile);
  if (!digests) return digests.error();
  const std::array<std::pair<LineFile*, std::string>, 4> tables{
      {{&*iterations, csvHeader()},
       {&*evaluations, csvHeader()},
       {&*layers, layersCsvHeader()},
       {&*digests, "iteration,weights_sha256\n"}}};
  for (const auto& [table, header] : tables) {
    if (auto written = table->append(header); !written) return written.error();
    if (auto written = table->flush(); !written) return written.error();
  }
  FolderWriter::Files files{*std::move(journal), *std::move(iterations), *std::move(evaluations),
                            *std::move(layers), *std::move(digests)};
  return std::unique_ptr<RunFolderWriter>(std::make_unique<FolderWriter>(folder, std::move(files)));
}

Result<StoredRun> readRunFolder(const fs::path& folder) {
  auto experiment = readExperiment(folder / kExperiment);
  if (!experiment) return experiment.error();
  StoredRun run;
  run.folder = folder;
  run.experiment = *std::move(experiment);
  const auto rows = readFile(folder / kIterations);
  if (!rows) return rows.error();
  auto table = parseCsv(*rows, (folder / kIterations).string());
  if (!table) return table.error();
  run.records = std::move(table->records);
  run.notes = std::move(table->notes);
  std::error_code ignored;
  if (fs::exists(folder / kJournal, ignored)) {
    auto changes = readJournal(folder / kJournal, run.experiment);
    if (changes)
      run.changes = *std::move(changes);
    else
      run.notes.push_back(changes.error().message);
  } else {
    run.notes.emplace_back("there is no journal.jsonl: changes made during the run are not known");
  }
  run.confusion = readConfusion(folder, run.notes);
  run.state = readState(folder, run.notes);
  return run;
}

}  // namespace telegrad
