// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>

#include "core/compress/compressor.h"
#include "core/compress/error_feedback.h"
#include "core/tensor/vector_ops.h"

// Compressors beside a copy of the same vector, one thread. The lengths are those of the fully
// connected net, tensor by tensor, and ten million.

namespace telegrad {
namespace {

constexpr std::int64_t kFcSize = 407'050;

Layout layoutOf(std::int64_t size) {
  if (size != kFcSize) return {{.name = "vector", .shape = {size}, .offset = 0}};
  return {{.name = "dense1.weight", .shape = {512, 784}, .offset = 0},
          {.name = "dense1.bias", .shape = {512}, .offset = 401'408},
          {.name = "dense2.weight", .shape = {10, 512}, .offset = 401'920},
          {.name = "dense2.bias", .shape = {10}, .offset = 407'040}};
}

enum Kind : std::int64_t { Gaussian, ManyZeros, AllZero, Ascending };

/// ManyZeros is like a first layer's gradient: 40 % of the inputs, the border of the picture, are
/// never lit, and the rest has normal entries of different scale from row to row.
FloatVector vectorOf(std::int64_t size, std::int64_t kind) {
  Random random(7, Purpose::Test);
  FloatVector x(static_cast<std::size_t>(size));
  float rowScale = 1.0F;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (i % 784 == 0) rowScale = static_cast<float>(random.uniform(0.1, 2.0));
    const auto z = static_cast<float>(random.normal());
    const bool border = i % 28 < 5 || i % 28 >= 22 || i % 784 / 28 < 1;
    if (kind == Gaussian) x[i] = z;
    if (kind == ManyZeros) x[i] = border ? 0.0F : rowScale * z;
    if (kind == Ascending) x[i] = static_cast<float>(i);
  }
  return x;
}

void compressBench(benchmark::State& state, const std::string& key, const Values& values) {
  const auto entry = find(compressors(), key, "compressor");
  if (!entry) throw std::runtime_error(entry.error().message);
  const auto settings = Settings::from((*entry)->parameters, values);
  if (!settings) throw std::runtime_error(settings.error().message);
  const auto compressor = (*entry)->make(*settings);
  const auto layout = layoutOf(state.range(0));
  const auto input = vectorOf(state.range(0), state.range(1));
  Random random(1, Purpose::Compression);
  Payload payload;
  for (auto _ : state) {
    if (!compressor->compress(input, layout, random, payload)) state.SkipWithError("refused");
    benchmark::DoNotOptimize(payload.bytes.data());
    benchmark::ClobberMemory();
  }
  state.counters["kept"] = static_cast<double>(payload.valueBits) / 32.0;
}

void topKPerTensor(benchmark::State& state) {
  compressBench(state, "top-k", {});
}

void topKWholeModel(benchmark::State& state) {
  compressBench(state, "top-k", {{"scope", std::string("model")}});
}

void identityCopy(benchmark::State& state) {
  compressBench(state, "identity", {});
}

void memoryCopy(benchmark::State& state) {
  const auto input = vectorOf(state.range(0), Gaussian);
  FloatVector output(input.size());
  for (auto _ : state) {
    std::memcpy(output.data(), input.data(), input.size() * sizeof(float));
    benchmark::DoNotOptimize(output.data());
    benchmark::ClobberMemory();
  }
}

void decodeTopK(benchmark::State& state) {
  const auto compressor = compressors()[1].make(*Settings::from(compressors()[1].parameters));
  const auto layout = layoutOf(state.range(0));
  const auto input = vectorOf(state.range(0), Gaussian);
  Random random(1, Purpose::Compression);
  Payload payload;
  if (!compressor->compress(input, layout, random, payload)) state.SkipWithError("refused");
  Update update;
  for (auto _ : state) {
    if (!compressor->decode(payload, layout, update)) state.SkipWithError("refused");
    benchmark::DoNotOptimize(update);
  }
}

const std::vector<std::int64_t> kSizes{kFcSize, 10'000'000};
const std::vector<std::int64_t> kKinds{Gaussian, ManyZeros, AllZero, Ascending};

BENCHMARK(topKPerTensor)->ArgNames({"d", "kind"})->ArgsProduct({kSizes, kKinds});
BENCHMARK(topKWholeModel)->ArgNames({"d", "kind"})->ArgsProduct({{kFcSize}, {Gaussian}});
BENCHMARK(identityCopy)->ArgNames({"d", "kind"})->ArgsProduct({kSizes, {Gaussian}});
BENCHMARK(memoryCopy)->ArgName("d")->ArgsProduct({kSizes});
BENCHMARK(decodeTopK)->ArgName("d")->ArgsProduct({kSizes});

}  // namespace
}  // namespace telegrad

BENCHMARK_MAIN();
