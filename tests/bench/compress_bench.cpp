// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/compress/compressor.h"
#include "core/tensor/vector_ops.h"

// Every fast compressor beside a copy of the same vector, ten million Gaussian entries and one
// thread; a table of the ratios at the end. The rounds of all of them take turns, and the least
// time of each counts, so that what else the machine does spoils none more than another.

namespace telegrad {
namespace {

constexpr std::int64_t kSize = 10'000'000;

struct Case {
  std::string name;
  std::string key;
  Values values;
};

const std::vector<Case>& cases() {
  const auto word = [](const char* text) { return std::string(text); };
  static const std::vector<Case> all{
      {"Top-k 1 %", "top-k", {}},
      {"fp16", "fp16", {}},
      {"bf16", "bf16", {}},
      {"scaled sign", "scaled-sign", {}},
      {"sign", "sign", {}},
      {"natural compression", "natural-compression", {}},
      {"natural dithering s=8 p=inf", "natural-dithering", {}},
      {"natural dithering s=8 p=2", "natural-dithering", {{"norm", word("2")}}},
      {"exponential dithering b=1.5 s=16", "exponential-dithering", {{"levels", std::int64_t{16}}}},
      {"QSGD s=127 buckets of 128", "standard-dithering", {}},
      {"QSGD s=4 buckets of 512",
       "standard-dithering",
       {{"levels", std::int64_t{4}}, {"bucket", std::int64_t{512}}}},
      {"QSGD s=4 buckets of 512, Elias",
       "standard-dithering",
       {{"levels", std::int64_t{4}}, {"bucket", std::int64_t{512}}, {"coding", word("elias")}}},
      {"QSGD s=127 buckets of 128, Elias", "standard-dithering", {{"coding", word("elias")}}},
      {"standard dithering s=16 p=2",
       "standard-dithering",
       {{"levels", std::int64_t{16}}, {"scope", word("tensor")}}},
  };
  return all;
}

const FloatVector& gaussian() {
  static const auto made = [] {
    Random random(7, Purpose::Test);
    FloatVector x(kSize);
    for (auto& v : x) v = static_cast<float>(random.normal());
    return x;
  }();
  return made;
}

const Layout& layout() {
  static const Layout one{{.name = "vector", .shape = {kSize}, .offset = 0}};
  return one;
}

std::unique_ptr<Compressor> make(const Case& given) {
  const auto entry = find(compressors(), given.key, "compressor");
  if (!entry) throw std::runtime_error(entry.error().message);
  const auto settings = Settings::from((*entry)->parameters, given.values);
  if (!settings) throw std::runtime_error(settings.error().message);
  return (*entry)->make(*settings);
}

void copyBench(benchmark::State& state) {
  const auto& input = gaussian();
  static FloatVector output(input.size());
  for (auto _ : state) {
    std::memcpy(output.data(), input.data(), input.size() * sizeof(float));
    benchmark::DoNotOptimize(output.data());
    benchmark::ClobberMemory();
  }
}

void encodeBench(benchmark::State& state, const Case& given) {
  const auto compressor = make(given);
  Random random(1, Purpose::Compression);
  Payload payload;
  const auto once = [&] {
    if (!compressor->compress(gaussian(), layout(), random, payload))
      state.SkipWithError("refused");
  };
  once();  // the memory is the payload's own from the first iteration on
  for (auto _ : state) {
    once();
    benchmark::DoNotOptimize(payload.bytes.data());
    benchmark::ClobberMemory();
  }
  state.counters["bits"] = 8.0 * static_cast<double>(payload.bytes.size()) / kSize;
}

void decodeBench(benchmark::State& state, const Case& given) {
  const auto compressor = make(given);
  Random random(1, Purpose::Compression);
  Payload payload;
  Update update;
  if (!compressor->compress(gaussian(), layout(), random, payload)) state.SkipWithError("refused");
  const auto once = [&] {
    if (!compressor->decode(payload, layout(), update)) state.SkipWithError("refused");
  };
  once();
  for (auto _ : state) {
    once();
    benchmark::DoNotOptimize(update);
    benchmark::ClobberMemory();
  }
}

/// Keeps the least time and the counter of each benchmark, and prints the usual lines as well.
class Table : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const auto& run : runs) {
      if (run.error_occurred || run.run_type != Run::RT_Iteration) continue;
      const auto name = run.run_name.function_name;
      const double time = run.GetAdjustedCPUTime() / static_cast<double>(kSize);
      const auto found = least_.try_emplace(name, time).first;
      found->second = std::min(found->second, time);
      if (const auto bits = run.counters.find("bits"); bits != run.counters.end())
        bits_[name] = bits->second.value;
    }
  }

  void print() const {
    if (!least_.contains("copy")) return;
    const double copy = least_.at("copy");
    std::printf("%-34s %9s %9s %7s %9s %7s\n", "d = 10^7, ns an entry", "bits", "encode", "/ copy",
                "decode", "/ copy");
    std::printf("%-34s %9s %9.3f %7.2f\n", "memory copy", "", copy, 1.0);
    for (const auto& given : cases()) {
      const auto encode = least_.find("encode " + given.name);
      const auto decode = least_.find("decode " + given.name);
      if (encode == least_.end() || decode == least_.end()) continue;
      std::printf("%-34s %9.3f %9.3f %7.2f %9.3f %7.2f\n", given.name.c_str(),
                  bits_.at(encode->first), encode->second, encode->second / copy, decode->second,
                  decode->second / copy);
    }
  }

 private:
  std::map<std::string, double> least_;
  std::map<std::string, double> bits_;
};

}  // namespace

int run(int argc, char** argv) {
  const auto shape = [](benchmark::internal::Benchmark* one) {
    one->Unit(benchmark::kNanosecond)->Repetitions(7)->MinTime(0.04);
  };
  shape(benchmark::RegisterBenchmark("copy", copyBench));
  for (const auto& given : cases()) {
    shape(benchmark::RegisterBenchmark(("encode " + given.name).c_str(), encodeBench, given));
    shape(benchmark::RegisterBenchmark(("decode " + given.name).c_str(), decodeBench, given));
  }
  std::vector<char*> arguments(argv, argv + argc);
  char interleave[] = "--benchmark_enable_random_interleaving=true";
  arguments.push_back(interleave);
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  Table table;
  benchmark::RunSpecifiedBenchmarks(&table);
  table.print();
  benchmark::Shutdown();
  return 0;
}

}  // namespace telegrad

int main(int argc, char** argv) {
  return telegrad::run(argc, argv);
}
