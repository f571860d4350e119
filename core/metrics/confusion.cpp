// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/confusion.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>

#include "core/base/said.h"
#include "core/metrics/csv_text.h"

namespace telegrad {
namespace {

constexpr std::string_view kHeader = "true_class,true_name,predicted_class,predicted_name,count";

struct Row {
  std::size_t truth = 0;
  std::size_t predicted = 0;
  std::string_view name;  // of the predicted class
  std::uint32_t count = 0;
};

Result<Row> rowOf(std::string_view line, const std::string& where) {
  const auto cells = csv::cells(line);
  if (cells.size() != 5) return Error{said("%1: read %2 cells; allowed: 5", where, cells.size())};
  const auto truth = csv::parseNumber<std::size_t>(cells[0]);
  const auto predicted = csv::parseNumber<std::size_t>(cells[2]);
  const auto count = csv::parseNumber<std::uint32_t>(cells[4]);
  if (!truth || !predicted || !count)
    return Error{
        said("%1: read \"%2\"; allowed: whole numbers for the classes and the count", where, line)};
  return Row{*truth, *predicted, cells[3], *count};
}

/// The first class's row has every class once, so it says how many there are.
bool follows(const Row& row, std::size_t place, std::size_t classes) {
  if (row.truth == 0) return row.predicted == place && classes == place + 1;
  return classes > 0 && row.truth == place / classes && row.predicted == place % classes;
}

}  // namespace

std::uint64_t ConfusionMatrix::examples(std::size_t truth) const {
  const auto row = std::span(counts).subspan(truth * classes(), classes());
  return std::accumulate(row.begin(), row.end(), std::uint64_t{0});
}

double ConfusionMatrix::share(std::size_t truth, std::size_t predicted) const {
  const auto all = examples(truth);
  if (all == 0) return std::numeric_limits<double>::quiet_NaN();
  return at(truth, predicted) / static_cast<double>(all);
}

std::string confusionCsv(const ConfusionMatrix& matrix) {
  std::string text(kHeader);
  text += '\n';
  for (std::size_t truth = 0; truth < matrix.classes(); ++truth) {
    for (std::size_t predicted = 0; predicted < matrix.classes(); ++predicted) {
      csv::appendNumber(text, truth);
      text.append(",").append(matrix.classNames[truth]).append(",");
      csv::appendNumber(text, predicted);
      text.append(",").append(matrix.classNames[predicted]).append(",");
      csv::appendNumber(text, matrix.at(truth, predicted));
      text += '\n';
    }
  }
  return text;
}

Result<ConfusionMatrix> parseConfusion(std::string_view text, std::string_view file) {
  ConfusionMatrix matrix;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    begin = end + 1;
    const std::string where = std::string(file) + ":" + std::to_string(++number);
    if (number == 1 && line == kHeader) continue;
    if (number == 1) return Error{said("%1: read \"%2\"; allowed: %3", where, line, kHeader)};
    const auto row = rowOf(line, where);
    if (!row) return row.error();
    if (row->truth == 0) matrix.classNames.emplace_back(row->name);
    if (!follows(*row, matrix.counts.size(), matrix.classes()))
      return Error{said("%1: read the pair %2, %3; allowed: all pairs of classes in order", where,
                        row->truth, row->predicted)};
    matrix.counts.push_back(row->count);
  }
  if (number == 0 || matrix.counts.size() != matrix.classes() * matrix.classes())
    return Error{said("%1: read %2 pairs of classes; allowed: all pairs of %3", file,
                      matrix.counts.size(), matrix.classes())};
  return matrix;
}

}  // namespace telegrad
