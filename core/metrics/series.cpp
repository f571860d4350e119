// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/series.h"

#include <algorithm>
#include <cassert>

#include "core/metrics/column_reader.h"

namespace telegrad {

RunSeries::RunSeries() : columns_(quantities().size()) {}

void RunSeries::append(const Record& record) {
  if (record.isEvaluated()) evaluations_.push_back(size());
  for (const auto& quantity : quantities()) {
    auto& column = columns_[quantity.index];
    const double value = quantity.read(record);
    assert(!quantity.axis || column.empty() || value >= column.back());
    column.push_back(value);
  }
}

void RunSeries::clear() {
  for (auto& column : columns_) column.clear();
  evaluations_.clear();
}

Record RunSeries::at(std::size_t row) const {
  Record record;
  for (const auto& quantity : quantities()) assign(record, quantity, columns_[quantity.index][row]);
  return record;
}

double RunSeries::map(const Quantity& from, const Quantity& to, double value) const {
  const auto x = column(from);
  const auto next = std::ranges::upper_bound(x, value);
  return interpolate(from, to, value, static_cast<std::size_t>(next - x.begin()));
}

AxisRange RunSeries::map(const Quantity& from, const Quantity& to, AxisRange range) const {
  const auto x = column(from);
  const auto first = std::ranges::lower_bound(x, range.lower);
  return {interpolate(from, to, range.lower, static_cast<std::size_t>(first - x.begin())),
          map(from, to, range.upper)};
}

/// `next` is the first row beyond the value, or at it.
double RunSeries::interpolate(const Quantity& from, const Quantity& to, double value,
                              std::size_t next) const {
  assert(from.axis && to.axis);
  const auto x = column(from);
  const auto y = column(to);
  if (value < 0.0) return value * meanSlope(from, to);
  if (x.empty()) return 0.0;
  if (next == x.size()) return y.back() + (value - x.back()) * meanSlope(from, to);
  const double x0 = next == 0 ? 0.0 : x[next - 1];
  const double y0 = next == 0 ? 0.0 : y[next - 1];
  // Only the first row can be as far as the origin; the range then begins at the origin.
  if (x[next] == x0) return y0;
  return y0 + (y[next] - y0) * ((value - x0) / (x[next] - x0));
}

double RunSeries::meanSlope(const Quantity& from, const Quantity& to) const {
  if (isEmpty() || column(from).back() == 0.0) return 0.0;
  return column(to).back() / column(from).back();
}

}  // namespace telegrad
