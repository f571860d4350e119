// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/present_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "ui/models/number_format.h"

namespace telegrad::ui {
namespace {

constexpr std::size_t kRecentIterations = 100;  // as the panel "Now" has it
constexpr double kBitsPerValue = 32.0;

QString withSi(double value, const char* unit) {
  if (!std::isfinite(value)) return QStringLiteral("–");
  const auto number = siNumber(value, 3);
  const bool prefixed = number.back().isLetter();
  return number + (prefixed ? QString() : QString(QChar(0x202F))) + QLatin1String(unit);
}

/// What a model has for the datasets here takes a while to find out: it is built for that.
double parametersOfModel(const Experiment& experiment) {
  static std::map<std::string, double> known;  // the window's thread alone
  const auto& model = experiment.slot("model");
  std::string name = model.key;
  for (const auto& [key, value] : model.settings.values())
    if (const auto parameter = describe(experiment, {"model", key}))
      name += ' ' + formatValue(**parameter, value);
  const auto found = known.find(name);
  if (found != known.end()) return found->second;
  return known[name] = static_cast<double>(parametersOf(experiment));
}

}  // namespace

QString timed(double seconds) {
  return withSi(seconds, "s");
}
QString rated(double bitsPerSecond) {
  return withSi(bitsPerSecond, "bit/s");
}
QString sized(double bits) {
  if (!std::isfinite(bits)) return QStringLiteral("–");
  if (std::abs(bits) < 1e7) return grouped(std::llround(bits)) + QStringLiteral(" bit");
  return withSi(bits, "bit");
}

const Run* PresentNumbers::run() const {
  return situation_.run != nullptr && !situation_.run->series.isEmpty() ? situation_.run : nullptr;
}

double PresentNumbers::workers() const {
  return static_cast<double>(experiment().workers());
}

std::optional<double> PresentNumbers::number(std::string_view slot, std::string_view key) const {
  const auto& settings = experiment().slot(slot).settings;
  const auto found = settings.values().find(key);
  if (found == settings.values().end()) return std::nullopt;
  if (const auto* real = std::get_if<double>(&found->second)) return *real;
  if (const auto* whole = std::get_if<std::int64_t>(&found->second))
    return static_cast<double>(*whole);
  return std::nullopt;
}

std::string PresentNumbers::choice(std::string_view slot, std::string_view key) const {
  const auto& settings = experiment().slot(slot).settings;
  const auto found = settings.values().find(key);
  if (found == settings.values().end()) return {};
  const auto* word = std::get_if<std::string>(&found->second);
  return word != nullptr ? *word : std::string();
}

bool PresentNumbers::runHasModel() const {
  const Run* run = situation_.run;
  return run != nullptr && run->info &&
         run->experiment.slot("model") == experiment().slot("model") &&
         run->experiment.slot("dataset").key == experiment().slot("dataset").key;
}

double PresentNumbers::parameters() const {
  if (runHasModel()) return static_cast<double>(situation_.run->info->parameters);
  // Photographs have other shapes than the model is built for there.
  const auto& dataset = experiment().slot("dataset").key;
  constexpr std::array kGrey{"mnist", "fashion-mnist", "synthetic-digits"};
  const bool grey = std::ranges::find(kGrey, dataset) != kGrey.end();
  return grey || !isNeeded(experiment(), "dataset") ? parametersOfModel(experiment()) : 0.0;
}

std::span<const LayerInfo> PresentNumbers::tensors() const {
  return runHasModel() ? std::span<const LayerInfo>(situation_.run->info->layers)
                       : std::span<const LayerInfo>();
}

Record PresentNumbers::last() const {
  const Run* has = run();
  return has == nullptr ? Record{} : has->series.at(has->series.size() - 1);
}

std::optional<PresentNumbers::Recent> PresentNumbers::recent() const {
  const Run* has = run();
  if (has == nullptr) return std::nullopt;
  const auto size = has->series.size();
  const auto count = std::min(size, kRecentIterations);
  Recent sums;
  sums.iterations = static_cast<double>(count);
  const auto sum = [&](const char* key) {
    const auto column = has->series.column(quantity(key)).last(count);
    double all = 0.0;
    for (const double value : column) all += value;
    return all;
  };
  sums.uploads = sum("uploads");
  sums.skips = sum("skips");
  sums.forced = sum("forced");
  const Record before = size > count ? has->series.at(size - count - 1) : Record{};
  const Record now = last();
  const auto rounds = static_cast<double>(now.rounds - before.rounds);
  if (!(rounds > 0.0)) return std::nullopt;
  sums.payloadBits = static_cast<double>(now.payloadBits - before.payloadBits) / rounds;
  sums.wireBits = static_cast<double>(now.wireBits - before.wireBits) / rounds;
  sums.seconds = (now.simulatedSeconds - before.simulatedSeconds) / sums.iterations;
  return sums;
}

IterationConditions PresentNumbers::conditions() const {
  return conditionsOf(experiment(), static_cast<std::size_t>(parameters()));
}

double PresentNumbers::keptShare() const {
  const double share = last().compressionRatio;
  if (std::isfinite(share) && share > 0.0) return share;
  if (const auto fraction = number("compressor", "fraction")) return *fraction;
  const auto sent = recent();
  const double d = parameters();
  return sent && d > 0.0 ? sent->payloadBits / (kBitsPerValue * d) : 1.0;
}

QString presentNumbers(std::string_view topic, const Situation& situation) {
  const PresentNumbers numbers(situation);
  for (const auto& group : {presentAlgorithm, presentCompressor, presentNetwork, presentCluster,
                            presentQuantity, presentCard})
    if (auto words = group(topic, numbers); !words.isEmpty()) return words;
  return {};
}

}  // namespace telegrad::ui
