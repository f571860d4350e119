// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/base/random.h"
#include "core/net/fabric.h"
#include "core/net/link_parameters.h"
#include "core/net/network.h"

// The emulated network, one thread: messages a second through a star, whole iterations of the
// parameter server, and whether a message costs more after a long history.

namespace telegrad {
namespace {

constexpr std::uint32_t kWorkers = 100;

/// Uplinks into one shared link. A window of messages is under way at any time, as in a run.
class Star {
 public:
  explicit Star(const LinkImpairments& impairments) {
    const auto ingress = fabric_.addLink({1e9}, {});
    for (std::uint32_t worker = 0; worker < kWorkers; ++worker)
      fabric_.addRoute(std::array{fabric_.addLink({100e6}, SimTime{1'000'000}), ingress});
    applyImpairments(impairments, fabric_, 1, {});
    for (std::uint32_t worker = 0; worker < kWorkers; ++worker) send(worker);
  }

  /// One message arrives, and its worker sends another.
  void step() {
    const auto message = fabric_.runToDelivery();
    fabric_.forget(*message);
    send(worker_[*message]);
  }

 private:
  void send(std::uint32_t worker) {
    const auto size = static_cast<std::int64_t>(500 + random_.below(2000));
    const auto message = fabric_.send(worker, fabric_.now(), {size});
    if (worker_.size() <= message) worker_.resize(message + 1);
    worker_[message] = worker;
  }

  Fabric fabric_;
  Random random_{1, Purpose::Test};
  std::vector<std::uint32_t> worker_;  // by message number
};

Settings settingsOf(const std::vector<Parameter>& parameters, const Values& values) {
  auto settings = Settings::from(parameters, values);
  if (!settings) throw std::runtime_error(settings.error().message);
  return *std::move(settings);
}

Values impairmentNamed(const std::string& name) {
  if (name == "plain") return {};
  if (name == "jitter") return {{"jitter", std::string("normal")}};
  if (name == "loss") return {{"loss", std::string("independent")}};
  if (name == "queue") return {{"queue", std::string("limited")}, {"queue_limit", 1e5}};
  if (name == "cold") return {{"connection", std::string("cold")}};
  return {{"discipline", std::string("fair")}};
}

/// `history` messages have passed before the measurement.
void messages(benchmark::State& state, const std::string& impairment) {
  const auto settings = settingsOf(linkImpairments(), impairmentNamed(impairment));
  Star star(impairmentsOf(settings));
  for (std::int64_t i = 0; i < state.range(0); ++i) star.step();
  for (auto _ : state) star.step();
  state.SetItemsProcessed(state.iterations());
}

/// 1,000 workers upload in every iteration.
void parameterServer(benchmark::State& state, const Values& values) {
  constexpr std::size_t kMany = 1000;
  const auto& entry = networks().front();
  const auto settings = settingsOf(entry.parameters, values);
  std::vector<WorkerLoad> loads(kMany);
  for (std::size_t worker = 0; worker < kMany; ++worker)
    loads[worker] = {.broadcast = {40'000},
                     .uploads = true,
                     .upload = {static_cast<std::int64_t>(1000 + worker)}};
  for (auto _ : state) {
    const auto network = entry.make(settings)->build(kMany, 1);
    for (std::int64_t k = 0; k < state.range(0); ++k)
      benchmark::DoNotOptimize(network->iterate(loads, k));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0) * static_cast<std::int64_t>(kMany));
}

BENCHMARK_CAPTURE(messages, plain, "plain")->ArgName("history")->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(messages, jitter, "jitter")->ArgName("history")->Arg(10'000);
BENCHMARK_CAPTURE(messages, loss, "loss")->ArgName("history")->Arg(10'000);
BENCHMARK_CAPTURE(messages, queue, "queue")->ArgName("history")->Arg(10'000);
BENCHMARK_CAPTURE(messages, cold, "cold")->ArgName("history")->Arg(10'000);
BENCHMARK_CAPTURE(messages, fair, "fair")->ArgName("history")->Arg(1'000);
BENCHMARK_CAPTURE(parameterServer, plain, Values{})
    ->ArgName("iterations")
    ->Arg(1000)
    ->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(parameterServer, broadcast, Values{{"broadcast", std::string("dense")}})
    ->ArgName("iterations")
    ->Arg(1000)
    ->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(parameterServer, lognormal, Values{{"compute_model", std::string("lognormal")}})
    ->ArgName("iterations")
    ->Arg(1000)
    ->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(parameterServer, fair, Values{{"discipline", std::string("fair")}})
    ->ArgName("iterations")
    ->Arg(10)
    ->Unit(benchmark::kSecond);

}  // namespace
}  // namespace telegrad

BENCHMARK_MAIN();
