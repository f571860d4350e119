// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/compressor_lab.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>

#include "core/compress/compressor.h"
#include "core/compress/dithering.h"
#include "core/experiment/catalogues.h"

namespace telegrad {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kLeastRepetitions = 3;
constexpr int kMostRepetitions = 50;
constexpr auto kTimingBudget = std::chrono::milliseconds(4);

const CompressorEntry& entryOf(const LabOperator& op) {
  const auto found = find(compressors(), op.key, "compressor");
  assert(found.has_value());
  return **found;
}

/// <C, x>, ||C||^2 and ||C - x||^2 of one draw, not yet divided by ||x||^2.
struct Moments {
  double inner = 0.0;
  double square = 0.0;
  double error = 0.0;
};

Moments momentsOf(std::span<const float> sent, std::span<const float> x) {
  Moments sums;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double c = sent[i];
    const double v = x[i];
    sums.inner += c * v;
    sums.square += c * c;
    sums.error += (c - v) * (c - v);
  }
  return sums;
}

double squaredNormOf(std::span<const float> x) {
  double sum = 0.0;
  for (const float v : x) sum += double{v} * double{v};
  return sum;
}

/// Sums of a number over draws, for its mean and deviation.
class Spread {
 public:
  void add(double value) {  // Welford
    ++count_;
    const double step = value - mean_;
    mean_ += step / static_cast<double>(count_);
    squares_ += step * (value - mean_);
  }
  LabSpread result() const {
    if (count_ < 2) return {mean_, std::isnan(mean_) ? kNone : 0.0};
    return {mean_, std::sqrt(squares_ / static_cast<double>(count_ - 1))};
  }

 private:
  std::size_t count_ = 0;
  double mean_ = 0.0;
  double squares_ = 0.0;
};

double deltaOf(double variance) {
  return variance < 1.0 ? 1.0 / (1.0 - variance) : kNone;
}

double bestDeltaOf(double m1, double m2) {
  return m1 > 0.0 ? m2 / (m1 * m1) : kNone;
}

double secondsSince(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

/// One operator, and what the draws need again and again.
struct Bench {
  const CompressorEntry& entry;
  const LabOperator& op;
  const LabVector& vector;
  std::uint64_t seed;
  Payload payload;
  Update update;
  std::vector<float> sent;

  Result<void> encode(Compressor& compressor, std::uint64_t draw) {
    Random random(seed, Purpose::Compression, 0, draw);
    auto done = compressor.compress(vector.values, vector.layout, random, payload);
    if (!done) return Error{entry.key + ": " + done.error().message};
    return {};
  }
  Result<void> decode(const Compressor& compressor) {
    auto done = compressor.decode(payload, vector.layout, update);
    if (!done) return Error{entry.key + ": " + done.error().message};
    return {};
  }
  Result<void> time(LabMeasurement& measured);
};

Result<void> Bench::time(LabMeasurement& measured) {
  const auto compressor = entry.make(op.settings);
  double encoded = std::numeric_limits<double>::infinity();
  double decoded = encoded;
  const auto began = Clock::now();
  for (int i = 0; i < kMostRepetitions; ++i) {
    if (i >= kLeastRepetitions && Clock::now() - began > kTimingBudget) break;
    auto start = Clock::now();
    if (auto done = encode(*compressor, 0); !done) return done;
    encoded = std::min(encoded, secondsSince(start));
    start = Clock::now();
    if (auto done = decode(*compressor); !done) return done;
    decoded = std::min(decoded, secondsSince(start));
  }
  const auto size = static_cast<double>(vector.values.size());
  measured.encodeSeconds = encoded / size;
  measured.decodeSeconds = decoded / size;
  return {};
}

/// All draws of one operator.
Result<LabOutcome> drawAll(Bench& bench, const LabOptions& options) {
  LabOutcome outcome;
  auto& measured = outcome.measured;
  const double norm = squaredNormOf(bench.vector.values);
  Spread variance;
  Spread delta;
  Spread best;
  for (std::uint64_t draw = 0; draw < options.draws; ++draw) {
    const auto compressor = bench.entry.make(bench.op.settings);
    if (auto done = bench.encode(*compressor, draw); !done) return done.error();
    if (auto done = bench.decode(*compressor); !done) return done.error();
    bench.sent.assign(bench.vector.values.size(), 0.0F);
    bench.update.addTo(bench.sent, 0);
    const auto bits = compressor->count(bench.payload, bench.vector.layout);
    measured.paperBits += bits.paper;
    measured.entropyBits += bits.entropy;
    measured.wireBytes += static_cast<double>(bench.payload.bytes.size());
    const auto sums = momentsOf(bench.sent, bench.vector.values);
    measured.m1 += sums.inner / norm;
    measured.m2 += sums.square / norm;
    variance.add(sums.error / norm);
    delta.add(deltaOf(sums.error / norm));
    best.add(bestDeltaOf(sums.inner / norm, sums.square / norm));
    if (draw > 0) continue;
    outcome.decoded = bench.sent;
    if (const auto* dithering = dynamic_cast<const Dithering*>(compressor.get()))
      measured.exactVariance =
          dithering->squaredError(bench.vector.values, bench.vector.layout) / norm;
  }
  // Divided once, so that the mean of equal whole numbers is that number.
  for (double* sum : {&measured.paperBits, &measured.entropyBits, &measured.wireBytes, &measured.m1,
                      &measured.m2})
    *sum /= static_cast<double>(options.draws);
  measured.variance = variance.result();
  measured.delta = {deltaOf(measured.variance.mean), delta.result().deviation};
  measured.bestDelta = {bestDeltaOf(measured.m1, measured.m2), best.result().deviation};
  return outcome;
}

double numberOf(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::get<double>(value);
}

}  // namespace

std::optional<double> LabMeasurement::provenBestDelta() const {
  const auto best = bestContraction(proven);
  return best ? std::optional(best->delta) : std::nullopt;
}

Result<LabOperator> labOperator(std::string_view key, const Values& values) {
  const auto entry = find(compressors(), key, "compressor");
  if (!entry) return entry.error();
  auto settings = Settings::from((*entry)->parameters, values);
  if (!settings) return Error{(*entry)->key + ": " + settings.error().message};
  return LabOperator{(*entry)->key, *std::move(settings)};
}

const Description& descriptionOf(const LabOperator& op) {
  return entryOf(op);
}

std::string nameOf(const LabOperator& op) {
  const auto& entry = entryOf(op);
  std::string name = entry.name;
  for (const auto& parameter : entry.parameters) {
    const auto& value = op.settings.values().find(parameter.key)->second;
    if (value == parameter.initial() || !applies(parameter, op.settings)) continue;
    name += ", " + parameter.key + " = " + displayValue(parameter, value);
  }
  return name;
}

bool isAllReducible(const LabOperator& op) {
  return entryOf(op).allReducible;
}

Result<LabOutcome> measure(const LabOperator& op, const LabVector& vector,
                           const LabOptions& options) {
  assert(options.draws > 0);
  assert(vector.values.size() == elementCount(vector.layout));
  Bench bench{entryOf(op), op, vector, options.seed, {}, Update{}, {}};
  auto outcome = drawAll(bench, options);
  if (!outcome) return outcome;
  auto& measured = outcome->measured;
  measured.size = vector.values.size();
  measured.draws = options.draws;
  if (measured.size == 0) return outcome;
  measured.proven = bench.entry.classes(op.settings, vector.layout);
  if (options.times)
    if (auto timed = bench.time(measured); !timed) return timed.error();
  return outcome;
}

const Parameter* sweptParameter(const LabOperator& op) {
  for (const auto& parameter : entryOf(op).parameters) {
    const bool number = std::holds_alternative<Real>(parameter.kind) ||
                        std::holds_alternative<Integer>(parameter.kind);
    if (number && applies(parameter, op.settings)) return &parameter;
  }
  return nullptr;
}

std::vector<Value> sweepValues(const Parameter& parameter, std::size_t count) {
  double low = 0.0;
  double high = 0.0;
  bool logarithmic = false;
  const auto* real = std::get_if<Real>(&parameter.kind);
  if (real != nullptr) {
    low = real->slider ? real->slider->min : real->min;
    high = real->slider ? real->slider->max : real->max;
    logarithmic = real->scale == Scale::Log && low > 0.0;
  } else {
    const auto& whole = std::get<Integer>(parameter.kind);
    low = static_cast<double>(whole.min);
    high = static_cast<double>(whole.max);
    logarithmic = whole.scale == Scale::Log && low > 0.0;
  }
  std::vector<Value> values;
  for (std::size_t i = 0; i < count; ++i) {
    const double share = count > 1 ? static_cast<double>(i) / static_cast<double>(count - 1) : 0.0;
    double number = logarithmic ? low * std::pow(high / low, share) : low + (high - low) * share;
    number = std::clamp(number, low, high);
    Value value = real != nullptr ? Value{number} : Value{std::int64_t{std::llround(number)}};
    if (values.empty() || numberOf(value) > numberOf(values.back())) values.push_back(value);
  }
  return values;
}

std::vector<LabOperator> sweep(const LabOperator& op, const Parameter& parameter,
                               std::span<const Value> values) {
  std::vector<LabOperator> points;
  for (const auto& value : values) {
    Values changed = op.settings.values();
    changed[parameter.key] = value;
    if (auto point = labOperator(op.key, changed)) points.push_back(*std::move(point));
  }
  return points;
}

}  // namespace telegrad
