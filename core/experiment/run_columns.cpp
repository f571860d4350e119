// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_columns.h"

#include <fstream>
#include <string_view>

#include "core/base/said.h"
#include "core/experiment/run_folder.h"
#include "core/metrics/column_reader.h"

namespace telegrad {

Result<RunColumns> readColumns(const std::filesystem::path& folder,
                               const std::vector<const Quantity*>& wanted, bool evaluated,
                               const std::stop_token& stop) {
  constexpr std::size_t kPiece = std::size_t{1} << 18U;
  const auto file = folder / (evaluated ? kEvaluationsFile : kIterationsFile);
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return Error{said("cannot read %1", file)};
  RunColumns columns;
  ColumnReader reader(file.string(), wanted);
  std::string piece(kPiece, '\0');
  while (!stop.stop_requested()) {
    stream.read(piece.data(), kPiece);
    const auto count = static_cast<std::size_t>(stream.gcount());
    if (count == 0) break;
    const auto taken = reader.take(std::string_view(piece).substr(0, count));
    if (taken) continue;
    if (reader.rows() == 0) return taken.error();
    columns.notes.push_back(taken.error().message);
    break;
  }
  if (stop.stop_requested()) return Error{said("reading %1 was called off", file)};
  columns.values = reader.release();
  return columns;
}

Result<std::vector<std::optional<Record>>> firstAbove(const std::filesystem::path& folder,
                                                      std::span<const Target> targets) {
  std::vector<std::optional<Record>> reached(targets.size());
  std::error_code ignored;
  if (!std::filesystem::exists(folder / kEvaluationsFile, ignored)) return reached;
  std::vector<const Quantity*> wanted;
  for (const auto& quantity : quantities())
    if (quantity.axis) wanted.push_back(&quantity);
  for (const auto metric : {AccuracyMetric::Top1, AccuracyMetric::Top5})
    wanted.push_back(&accuracyQuantity(metric));
  const auto columns = readColumns(folder, wanted, true);
  if (!columns) return columns.error();
  for (std::size_t row = 0; row < columns->values.front().size(); ++row) {
    Record record;
    for (std::size_t i = 0; i < wanted.size(); ++i)
      assign(record, *wanted[i], columns->values[i][row]);
    for (std::size_t t = 0; t < targets.size(); ++t)
      if (!reached[t] && targets[t].isReachedBy(record)) reached[t] = record;
  }
  return reached;
}

}  // namespace telegrad
