// SPDX-License-Identifier: GPL-3.0-or-later
// What a model of the catalogue makes of given weights and examples, and how fast: the other half
// of torch_models.py.
//
// model_probe KEY FOLDER: reads weights.safetensors, inputs.f32 and labels.u8 (batch examples of 3
// x
//   32 x 32) and writes gradient.safetensors, logits.f32; prints the loss.
// model_probe KEY --time WORKERS BATCH THREADS REPETITIONS: prints seconds for one gradient each of
//   that many workers, the least of the repetitions.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "core/cluster/worker_pool.h"
#include "core/nn/model.h"
#include "core/nn/safetensors.h"

namespace {

using namespace telegrad;
namespace fs = std::filesystem;

const Shape kImage{3, 32, 32};
constexpr std::size_t kClasses = 10;

template <typename T>
std::vector<T> readAll(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<T> values(fs::file_size(path) / sizeof(T));
  file.read(reinterpret_cast<char*>(values.data()),
            static_cast<std::streamsize>(values.size() * sizeof(T)));
  return values;
}

std::unique_ptr<Model> build(const std::string& key) {
  const auto entry = find(models(), key, "model");
  if (!entry) throw std::runtime_error(entry.error().message);
  auto model = (*entry)->make(*Settings::from((*entry)->parameters))->build(kImage, kClasses);
  if (!model) throw std::runtime_error(model.error().message);
  return *std::move(model);
}

int compute(const std::string& key, const fs::path& folder) {
  useOneThreadPerWorker();
  const auto model = build(key);
  const auto weights = readSafetensors(folder / "weights.safetensors", model->layout());
  if (!weights) throw std::runtime_error(weights.error().message);
  const auto inputs = readAll<float>(folder / "inputs.f32");
  const auto labels = readAll<std::uint8_t>(folder / "labels.u8");
  FloatVector gradient(model->parameterCount());
  Model::Pass pass;
  const double loss = model->differentiate(*weights, inputs, labels, pass);
  model->gradient(pass, 1.0F, false, gradient);
  if (const auto wrote =
          writeSafetensors(folder / "gradient.safetensors", model->layout(), gradient);
      !wrote)
    throw std::runtime_error(wrote.error().message);
  const auto& logits = pass.outputs.back();
  std::ofstream(folder / "logits.f32", std::ios::binary)
      .write(reinterpret_cast<const char*>(logits.data()),
             static_cast<std::streamsize>(logits.size() * sizeof(float)));
  std::printf("%.9g\n", loss);
  return 0;
}

/// What a thread has of its own.
struct Slot {
  std::unique_ptr<Model> model;
  Model::Pass pass;
  FloatVector gradient;
};

int time(const std::string& key, std::size_t workers, std::size_t batch, int threads,
         int repetitions) {
  WorkerPool pool(threads);
  std::vector<Slot> slots(pool.threads());
  for (auto& slot : slots) {
    slot.model = build(key);
    slot.gradient.resize(slot.model->parameterCount());
  }
  auto& first = *slots.front().model;
  FloatVector weights(first.parameterCount());
  FloatVector packed(first.packedSize());
  Random random(1, Purpose::InitialWeights);
  first.initialise(weights, random);
  FloatVector inputs(batch * first.inputSize());
  for (auto& input : inputs) input = static_cast<float>(random.normal());
  std::vector<std::uint8_t> labels(batch);
  for (auto& label : labels) label = static_cast<std::uint8_t>(random.below(kClasses));
  std::vector<double> seconds;
  for (int repetition = 0; repetition <= repetitions; ++repetition) {
    const auto began = std::chrono::steady_clock::now();
    // As an iteration does: the weights are packed once, and every worker writes its gradient.
    pool.forEach(first.packParts(), [&](std::size_t part, std::size_t slot) {
      slots[slot].model->pack(weights, part, packed);
    });
    pool.forEach(workers, [&](std::size_t /*worker*/, std::size_t index) {
      auto& slot = slots[index];
      slot.model->differentiate({weights, packed}, inputs, labels, slot.pass);
      slot.model->gradient(slot.pass, 0.01F, false, slot.gradient);
    });
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    if (repetition > 0) seconds.push_back(took.count());  // the first makes the kernels
  }
  std::printf("%.6f\n", std::ranges::min(seconds));
  return 0;
}

}  // namespace

int main(int count, char** given) {
  const std::vector<std::string> words(given, given + count);
  try {
    if (words.size() == 3) return compute(words[1], words[2]);
    if (words.size() == 7 && words[2] == "--time")
      return time(words[1], std::stoul(words[3]), std::stoul(words[4]), std::stoi(words[5]),
                  std::stoi(words[6]));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "model_probe: %s\n", error.what());
    return 1;
  }
  std::fprintf(stderr,
               "usage: model_probe KEY FOLDER\n"
               "       model_probe KEY --time WORKERS BATCH THREADS REPETITIONS\n");
  return 2;
}
