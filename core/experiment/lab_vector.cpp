// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/lab_vector.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

#include "core/base/random.h"
#include "core/base/said.h"
#include "core/base/units.h"
#include "core/experiment/files.h"

namespace telegrad {
namespace {

static_assert(std::endian::native == std::endian::little, "files are of little-endian floats");

constexpr std::int64_t kUsualLength = 10'000;
constexpr std::int64_t kMostEntries = 10'000'000;
constexpr double kUsualExponent = 0.8;

std::vector<Parameter> makeParameters() {
  return {
      {.key = "distribution",
       .label = "Entries",
       .unit = "",
       .help = "How the entries are distributed: Gaussian N(0, 1), Laplace, uniform in [0, 1), "
               "exponential with mean 1, or a power law of the ranked magnitudes.",
       .kind = Choice{"gaussian",
                      {"gaussian", "laplace", "uniform", "exponential", "power-law"},
                      {"Gaussian", "Laplace", "Uniform", "Exponential", "Power law"}}},
      {.key = "exponent",
       .label = "Exponent a",
       .unit = "",
       .help = "The i-th largest magnitude is i to the power -a.",
       .kind = Real{.initial = kUsualExponent, .min = 0.0, .max = 4.0},
       .onlyWith = Condition{"distribution", "power-law"}},
      {.key = "d",
       .label = "Dimension d",
       .unit = "",
       .help = "The number of entries.",
       .kind = Integer{kUsualLength, 1, kMostEntries, Scale::Log}},
      {.key = "rows",
       .label = "Matrix rows",
       .unit = "",
       .help = "Operators that work on matrices take the vector for a matrix of that many rows; "
               "1: a vector. d is a multiple of it.",
       .kind = Integer{1, 1, kMostEntries, Scale::Log}},
      {.key = "seed",
       .label = "Seed",
       .unit = "",
       .help = "Another seed, another vector of the same distribution.",
       .kind = Integer{1, 0, std::numeric_limits<std::int32_t>::max()}}};
}

/// "10,000".
std::string grouped(std::size_t number) {
  std::string text = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), 1, ',');
  return text;
}

/// A vector, or a matrix of several rows.
Shape shapeOf(std::size_t size, std::size_t rows) {
  if (rows == 1) return {static_cast<std::int64_t>(size)};
  return {static_cast<std::int64_t>(rows), static_cast<std::int64_t>(size / rows)};
}

/// u in (0, 1], so that its logarithm is finite.
double exponential(Random& random) {
  return -std::log1p(-random.uniform());
}

double draw(const std::string& distribution, Random& random) {
  if (distribution == "gaussian") return random.normal();
  if (distribution == "uniform") return random.uniform();
  const double magnitude = exponential(random);
  if (distribution == "exponential") return magnitude;
  return (random.next32() & 1U) != 0 ? magnitude : -magnitude;
}

void fillPowerLaw(std::span<float> values, double exponent, Random& random) {
  std::vector<std::uint32_t> order(values.size());
  random.permutation(order);
  for (std::size_t rank = 0; rank < values.size(); ++rank) {
    const double magnitude = std::pow(static_cast<double>(rank + 1), -exponent);
    values[order[rank]] = static_cast<float>((random.next32() & 1U) != 0 ? magnitude : -magnitude);
  }
}

}  // namespace

std::span<const Parameter> labVectorParameters() {
  static const std::vector<Parameter> all = makeParameters();
  return all;
}

Result<LabVector> makeLabVector(const Settings& settings) {
  const std::int64_t d = settings.integer("d");
  const std::int64_t rows = settings.integer("rows");
  if (d % rows != 0) return Error{said("rows: read %1; allowed: a divisor of d = %2", rows, d)};
  const auto& distribution = settings.choice("distribution");
  LabVector vector;
  const auto& choice = std::get<Choice>(labVectorParameters().front().kind);
  const auto option = std::ranges::find(choice.options, distribution) - choice.options.begin();
  vector.name = choice.labels[static_cast<std::size_t>(option)] +
                ", d = " + grouped(static_cast<std::size_t>(d));
  vector.layout = {{"x", shapeOf(static_cast<std::size_t>(d), static_cast<std::size_t>(rows)), 0}};
  vector.values.resize(static_cast<std::size_t>(d));
  Random random(static_cast<std::uint64_t>(settings.integer("seed")), Purpose::SyntheticData);
  if (distribution == "power-law")
    fillPowerLaw(vector.values, settings.real("exponent"), random);
  else
    for (auto& value : vector.values) value = static_cast<float>(draw(distribution, random));
  return vector;
}

Result<LabVector> readLabVector(const std::filesystem::path& file, std::size_t rows) {
  const auto bytes = readFile(file);
  if (!bytes) return bytes.error();
  const std::size_t size = bytes->size();
  if (size % sizeof(float) != 0)
    return Error{said("%1: read %2 bytes; allowed: little-endian float32, a multiple of 4 bytes",
                      file, size)};
  const std::size_t count = size / sizeof(float);
  if (count > std::numeric_limits<std::uint32_t>::max())
    return Error{said("%1: read %2 entries; allowed: fewer than 4294967296", file, count)};
  if (count % rows != 0)
    return Error{
        said("%1: read %2 entries for %3 rows; allowed: a number of rows that divides them", file,
             count, rows)};
  LabVector vector;
  vector.name = file.filename().string() + ", d = " + grouped(count);
  vector.layout = {{"x", shapeOf(count, rows), 0}};
  vector.values.resize(count);
  if (size > 0) std::memcpy(vector.values.data(), bytes->data(), size);
  const auto bad =
      std::ranges::find_if_not(vector.values, [](float v) { return std::isfinite(v); });
  if (bad != vector.values.end())
    return Error{said("%1: entry %2 is %3; allowed: finite numbers", file,
                      bad - vector.values.begin(), formatNumber(*bad))};
  return vector;
}

Result<void> writeFloats(const std::filesystem::path& file, std::span<const float> values) {
  std::string bytes(values.size_bytes(), '\0');
  if (!bytes.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
  return replaceFile(file, bytes);
}

LabVector labVectorOf(const CapturedGradient& gradient, std::optional<std::size_t> tensor) {
  LabVector vector;
  const std::string when = grouped(static_cast<std::size_t>(gradient.iteration));
  if (!tensor) {
    vector.layout = gradient.layout;
    vector.values = gradient.values;
    vector.name =
        said("Whole gradient of iteration %1, d = %2", when, grouped(vector.values.size()));
  } else {
    NamedTensor part = gradient.layout.at(*tensor);
    const std::span<const float> all(gradient.values);
    const auto values = all.subspan(part.offset, part.size());
    part.offset = 0;
    vector.name =
        said("%1, gradient of iteration %2, d = %3", part.name, when, grouped(values.size()));
    vector.layout = {part};
    vector.values.assign(values.begin(), values.end());
  }
  return vector;
}

}  // namespace telegrad
