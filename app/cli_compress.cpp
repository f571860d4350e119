// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_compress.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "app/exit_status.h"
#include "core/experiment/compressor_lab.h"
#include "core/experiment/lab_vector.h"
#include "core/experiment/text.h"

namespace telegrad {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t kMostDraws = 1'000'000;

/// "fraction=0.05" for a parameter of this operator.
Result<void> set(const std::string& assignment, const Description& entry, Values& values) {
  const auto refused = [&](const std::string& why) {
    return Error{"--set " + assignment + ": " + why};
  };
  const auto equals = assignment.find('=');
  std::vector<std::string> keys;
  for (const auto& parameter : entry.parameters) keys.push_back(parameter.key);
  if (equals == std::string::npos)
    return refused("allowed: key=value" +
                   (keys.empty() ? std::string() : ", where key is " + listOf(keys)));
  const auto key = assignment.substr(0, equals);
  const auto parameter = std::ranges::find(entry.parameters, key, &Parameter::key);
  if (parameter == entry.parameters.end()) {
    if (keys.empty()) return refused(entry.key + " has no parameters");
    return refused(unknownKey("parameter", key, keys).message);
  }
  auto value = parseValue(*parameter, assignment.substr(equals + 1));
  if (!value) return refused(value.error().message);
  values[key] = *std::move(value);
  return {};
}

Result<LabOperator> operatorFrom(const CompressArguments& arguments) {
  const auto usual = labOperator(arguments.key);
  if (!usual) return usual.error();
  Values values;
  for (const auto& assignment : arguments.assignments)
    if (auto done = set(assignment, descriptionOf(*usual), values); !done) return done.error();
  return labOperator(arguments.key, values);
}

/// Before anything is read, so that no work is thrown away.
Result<void> checkOutput(const CompressArguments& arguments) {
  if (arguments.out.empty()) return {};
  const std::filesystem::path out(arguments.out);
  std::error_code ignored;
  if (std::filesystem::is_directory(out, ignored))
    return Error{"--out " + arguments.out + ": is a folder; allowed: a file"};
  if (!arguments.overwrite && std::filesystem::exists(out, ignored))
    return Error{"--out " + arguments.out + ": exists; allowed: another file, or --overwrite"};
  const auto folder = out.parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder, ignored))
    return Error{"--out " + arguments.out + ": there is no folder " + folder.string()};
  return {};
}

Json toJson(const Value& value) {
  return std::visit([](const auto& held) { return Json(held); }, value);
}

Json toJson(const std::optional<double>& value) {
  return value ? Json(*value) : Json();
}

Json toJson(const ClassParameters& proven) {
  Json json{{"zeta", toJson(proven.zeta)},
            {"b1", nullptr},
            {"b2", nullptr},
            {"delta", toJson(proven.delta)}};
  if (proven.b1) json["b1"] = {{"alpha", proven.b1->alpha}, {"beta", proven.b1->beta}};
  if (proven.b2) json["b2"] = {{"gamma", proven.b2->gamma}, {"beta", proven.b2->beta}};
  return json;
}

/// What is not a number becomes null.
Json toJson(const LabOperator& op, const LabMeasurement& measured, std::uint64_t seed) {
  const auto& entry = descriptionOf(op);
  Json parameters = Json::object();
  for (const auto& parameter : entry.parameters)
    parameters[parameter.key] = toJson(op.settings.values().find(parameter.key)->second);
  const auto size = static_cast<double>(measured.size);
  Json json{{"operator", op.key}, {"name", entry.name}, {"parameters", std::move(parameters)}};
  json["d"] = measured.size;
  json["seed"] = seed;
  json["draws"] = measured.draws;
  json["normalised_variance"] = measured.variance.mean;
  json["normalised_variance_std"] = measured.variance.deviation;
  json["normalised_variance_exact"] = toJson(measured.exactVariance);
  json["delta"] = measured.delta.mean;
  json["delta_std"] = measured.delta.deviation;
  json["delta_best_scaled"] = measured.bestDelta.mean;
  json["delta_best_scaled_std"] = measured.bestDelta.deviation;
  json["paper_bits"] = measured.paperBits;
  json["entropy_bits"] = measured.entropyBits;
  json["wire_bytes"] = measured.wireBytes;
  json["bits_per_coordinate"] = {{"paper", measured.paperBits / size},
                                 {"entropy", measured.entropyBits / size},
                                 {"wire", 8.0 * measured.wireBytes / size}};
  json["measured"] = {{"alpha", measured.alpha()},
                      {"beta", measured.beta()},
                      {"gamma", measured.gamma()},
                      {"m1", measured.m1},
                      {"m2", measured.m2}};
  json["proven"] = toJson(measured.proven);
  json["proven"]["delta_best_scaled"] = toJson(measured.provenBestDelta());
  json["all_reducible"] = isAllReducible(op);
  return json;
}

}  // namespace

CLI::App* addCompressCommand(CLI::App& app, CompressArguments& arguments) {
  auto* compress = app.add_subcommand("compress", "Put a vector through a compressor and back.");
  compress
      ->add_option("KEY", arguments.key, "The compressor; `telegrad-cli list compressors` has them")
      ->required();
  compress
      ->add_option("--set", arguments.assignments,
                   "key=value: another value of one of its parameters than the usual. Repeatable")
      ->allow_extra_args(false)
      ->type_name("ASSIGNMENT");
  compress->add_option("--in", arguments.in, "The vector: little-endian float32, nothing else")
      ->required()
      ->type_name("FILE");
  compress
      ->add_option("--out", arguments.out,
                   "Where to put what the receiver gets, in the same form; of several draws, the "
                   "first. Without it only figures are printed")
      ->type_name("FILE");
  compress
      ->add_option(
          "--rows", arguments.rows,
          "The vector is a matrix of so many rows, row after row: for operators on matrices")
      ->capture_default_str()
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  compress->add_flag("--overwrite", arguments.overwrite, "Replace the file that is at --out");
  compress->add_option("--seed", arguments.seed, "Of the compressor's own randomness")
      ->capture_default_str()
      ->type_name("N");
  compress
      ->add_option("--draws", arguments.draws,
                   "How often; the figures are then means, with standard deviations of one draw")
      ->capture_default_str()
      ->check(CLI::Range(std::uint64_t{1}, kMostDraws))
      ->type_name("N");
  compress->footer(
      "Prints JSON; what is not defined, as delta where the normalised variance is 1 or more, is\n"
      "null. Bits and bytes are of one payload, in the mean over the draws.\n"
      "Exit status: 0 done; 1 the result cannot be written; 2 unusable arguments or files.");
  return compress;
}

int compressCommand(const CompressArguments& arguments) {
  const auto op = operatorFrom(arguments);
  if (!op) return refuse("telegrad-cli", op.error().message);
  if (const auto free = checkOutput(arguments); !free)
    return refuse("telegrad-cli", free.error().message);
  const auto seed = parseSeed(arguments.seed);
  if (!seed) return refuse("telegrad-cli", "--" + seed.error().message);
  const auto vector = readLabVector(arguments.in, arguments.rows);
  if (!vector) return refuse("telegrad-cli", vector.error().message);
  LabOptions options;
  options.draws = arguments.draws;
  options.seed = *seed;
  options.times = false;
  const auto outcome = measure(*op, *vector, options);
  if (!outcome) return refuse("telegrad-cli", arguments.in + ": " + outcome.error().message);
  if (!arguments.out.empty()) {
    if (auto written = writeFloats(arguments.out, outcome->decoded); !written) {
      std::cerr << "telegrad-cli: " << written.error().message << '\n';
      return kFailed;
    }
  }
  std::cout << toJson(*op, outcome->measured, *seed).dump(2) << '\n';
  return kDone;
}

}  // namespace telegrad
