// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of how a worker's update becomes bytes.
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <QCoreApplication>

#include "core/experiment/present_values.h"
#include "ui/models/number_format.h"
#include "ui/models/present_numbers.h"

namespace telegrad::ui {
namespace {

constexpr double kValueBits = 32.0;
constexpr std::size_t kTermsOfASum = 6;  // more are not read

QString bitsOfValues(qint64 kept) {
  // Not tr(): lupdate takes the namespace for another.
  return QCoreApplication::translate("telegrad::ui", "\n32 × %1 = %2 of values an upload")
      .arg(grouped(kept), sized(kValueBits * static_cast<double>(kept)));
}

/// "4,014 + 5 + 51 + 1", or how many terms there are.
QString sumOf(const std::vector<std::int64_t>& terms) {
  if (terms.size() > kTermsOfASum) return tr("a sum over %1 tensors").arg(terms.size());
  QStringList words;
  for (const auto term : terms) words << grouped(term);
  return words.join(QStringLiteral(" + "));
}

QString ofTensors(const PresentNumbers& numbers, const std::vector<std::int64_t>& kept) {
  const auto all = std::accumulate(kept.begin(), kept.end(), std::int64_t{0});
  const auto d = grouped(std::llround(numbers.parameters()));
  const bool byShare = numbers.choice("compressor", "amount") != "count";
  QString words;
  if (kept.size() == 1 && byShare)
    words = tr("k = max(1, ⌊%1 × %2⌋) = %3 of %2 entries")
                .arg(shortNumber(*numbers.number("compressor", "fraction")), d, grouped(all));
  else if (byShare)
    words = tr("each max(1, ⌊%1 × its entries⌋): %2 = %3 of %4")
                .arg(shortNumber(*numbers.number("compressor", "fraction")), sumOf(kept),
                     grouped(all), d);
  else
    words = tr("%1 = %2 of %3 entries").arg(sumOf(kept), grouped(all), d);
  // What follows the choice may write values in fewer bits.
  return numbers.experiment().slot("compressor").key == "top-k" ? words + bitsOfValues(all) : words;
}

QString keptNow(const PresentNumbers& numbers) {
  const double d = numbers.parameters();
  if (!(d > 0.0)) return {};
  const auto tensors = numbers.tensors();
  if (!tensors.empty())
    if (const auto kept = keptEntries(numbers.experiment(), tensors))
      return ofTensors(numbers, *kept);
  const auto fraction = numbers.number("compressor", "fraction");
  if (!fraction || numbers.choice("compressor", "amount") == "count") return {};
  return tr("about %1 × %2 = %3 entries")
      .arg(shortNumber(*fraction), grouped(std::llround(d)),
           grouped(std::max<std::int64_t>(1, std::llround(std::floor(*fraction * d)))));
}

/// Of an operator whose number of entries depends on the vector.
QString sentOfLate(const PresentNumbers& numbers) {
  const auto recent = numbers.recent();
  const double d = numbers.parameters();
  if (!recent || !(d > 0.0)) return {};
  return tr("of late %1 of values an upload, %2 of the %3 of a dense one")
      .arg(sized(recent->payloadBits), percent(recent->payloadBits / (kValueBits * d), 2),
           sized(kValueBits * d));
}

QString positionsNow(const PresentNumbers& numbers) {
  const double d = numbers.parameters();
  if (!(d > 1.0)) return {};
  QString words = tr("⌈log₂ %1⌉ = %2 bit for each packed position")
                      .arg(grouped(std::llround(d)))
                      .arg(std::ceil(std::log2(d)));
  if (const auto recent = numbers.recent())
    words += tr("\nof late %1 of values and %2 on the wire an upload")
                 .arg(sized(recent->payloadBits), sized(recent->wireBits));
  return words;
}

}  // namespace

QString presentCompressor(std::string_view topic, const PresentNumbers& numbers) {
  static const std::map<std::string_view, PresentFormula> formulas{
      {"compressor.fraction", keptNow},
      {"compressor.count", keptNow},
      {"compressor.amount", keptNow},
      {"compressor.scope", keptNow},
      {"compressor.threshold", sentOfLate},
      {"compressor.levels", sentOfLate},
      {"compressor.rank", sentOfLate},
      {"compressor.bits", sentOfLate},
      {"compressor.index_coding", positionsNow},
      {"card:bits-per-upload", sentOfLate},
  };
  if (topic.starts_with("entry:compressor.")) return sentOfLate(numbers);
  const auto found = formulas.find(topic);
  return found == formulas.end() ? QString() : found->second(numbers);
}

}  // namespace telegrad::ui
