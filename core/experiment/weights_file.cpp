// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/weights_file.h"

#include <system_error>

#include "core/nn/safetensors.h"

namespace telegrad {

std::optional<std::filesystem::path> initialWeightsIn(const std::filesystem::path& folder) {
  auto file = folder / kInitialWeightsFile;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return std::nullopt;
  return file;
}

Result<void> writeWeights(const std::filesystem::path& file, const Cluster& cluster) {
  Layout layout = cluster.layout();
  const auto weights = cluster.weights();
  FloatVector values(weights.begin(), weights.end());
  append(layout, {}, cluster.objective().statisticsLayout());
  const auto statistics = cluster.objective().statistics();
  values.insert(values.end(), statistics.begin(), statistics.end());
  return writeSafetensors(file, layout, values);
}

Result<void> readWeights(const std::filesystem::path& file, Cluster& cluster) {
  const auto weights = readSafetensors(file, cluster.layout());
  if (!weights) return weights.error();
  const Layout layout = cluster.objective().statisticsLayout();
  if (!layout.empty()) {
    const auto has = holdsTensor(file, layout.front().name);
    if (!has) return has.error();
    if (*has) {
      const auto statistics = readSafetensors(file, layout);
      if (!statistics) return statistics.error();
      cluster.objective().setStatistics(*statistics);
    }
  }
  cluster.start(*weights);
  return {};
}

}  // namespace telegrad
