// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/experiment/experiment_file.h"
#include "tests/support/mixed_files.h"
#include "tests/support/small_runs.h"

namespace telegrad::test {

inline const std::string kMixed = "mnist-and-cifar-10";

/// A shipped experiment on generated images, and a narrow network where it convolves, so that it
/// takes a second or two. What mixes two sets reads them from files.
inline Experiment shortened(const std::filesystem::path& file) {
  const auto experiment = readExperiment(file);
  if (!experiment) qFatal("%s", experiment.error().message.c_str());
  const auto shorter =
      with(*experiment, {"run.epochs=1000", "run.max_iterations=120", "run.evaluate_every=30"});
  if (problemIn(shorter) != nullptr) return shorter;  // it has its data and its workers
  const auto& dataset = experiment->slot("dataset").key;
  if (dataset == kMixed)
    return with(shorter, {"model.width=4", "run.max_iterations=24", "run.evaluate_every=12"});
  const bool colour = dataset.starts_with("cifar");
  const auto few =
      with(shorter, {colour ? "dataset.key=synthetic-objects" : "dataset.key=synthetic-digits",
                     colour ? "dataset.train_examples=300" : "dataset.train_examples=600",
                     "dataset.test_examples=200", "cluster.workers=10"});
  if (!colour) return few;
  const auto narrow = with(
      few, {"model.width=4", "cluster.batch=10", "run.max_iterations=24", "run.evaluate_every=12"});
  // The longest ones, and those that differ from CIFAR-10's in their data alone.
  if (!experiment->slot("model").key.starts_with("vgg") && dataset != "cifar-100") return narrow;
  return with(narrow, {"run.max_iterations=4"});
}

/// Where it finds its data: generated files of MNIST and CIFAR-10, or nowhere special.
inline std::optional<std::filesystem::path> dataOf(const Experiment& experiment) {
  if (experiment.slot("dataset").key != kMixed) return std::nullopt;
  static const QTemporaryDir folder;
  static const auto path = pathOf(folder.path());
  static const bool written = writeMixedData(path);
  if (!written) qFatal("cannot write the test's own files");
  return path;
}

}  // namespace telegrad::test
