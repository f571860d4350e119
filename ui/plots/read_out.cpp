// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/read_out.h"

#include <algorithm>
#include <limits>

#include <QCoreApplication>
#include <QStringList>

#include "ui/models/number_format.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// The curve's value at the last of its points up to x; nothing beyond its end.
double valueAt(const Curve& curve, double x, double end) {
  if (x > end) return kNone;
  const auto after = std::ranges::upper_bound(curve.x, x);
  return after == curve.x.begin()
             ? kNone
             : curve.smooth[static_cast<std::size_t>(after - curve.x.begin()) - 1];
}

/// The record whose x is nearest.
std::size_t nearest(std::span<const double> xs, double x) {
  const auto above = std::ranges::lower_bound(xs, x);
  if (above == xs.begin()) return 0;
  if (above == xs.end()) return xs.size() - 1;
  const auto i = static_cast<std::size_t>(above - xs.begin());
  return x - xs[i - 1] <= xs[i] - x ? i - 1 : i;
}

QString withUnit(double value, const XDescription& quantity) {
  const Quantity& core = quantity.core();
  const QString unit = QString::fromStdString(core.unit);
  if (unit.isEmpty())
    return core.isWhole() ? grouped(static_cast<std::int64_t>(value)) : shortNumber(value, 4);
  if (!core.isWhole()) return shortNumber(value, 4) + QChar(0x202F) + unit;
  const QString number = siNumber(value, 4);
  return number + (number.back().isLetter() ? QString() : QString(QChar(0x202F))) + unit;
}

/// Where a curve is read: of a branch, before it left, on the run that it left.
struct Reader {
  const RunsModel& runs;
  const CurvesOf& curvesOf;
  const Quantity& quantity;

  double value(const Run& run, const Curve& (RunCurves::*which)() const, double x) const {
    const RunCurves* curves = curvesOf(run.id);
    const auto xs = run.series.column(quantity);
    if (curves == nullptr || xs.empty()) return kNone;
    const Run* parent = runs.parentOf(run);
    const auto shared = static_cast<std::size_t>(curves->begin());
    if (parent != nullptr && shared > 0 && (shared > xs.size() || x < xs[shared - 1]))
      return value(*parent, which, x);
    return valueAt((curves->*which)(), x, xs.back());
  }

  ReadOut::RunRow row(const Run& run, double x, bool focus) const {
    return {run.colour, focus, run.name, shortNumber(value(run, &RunCurves::loss, x), 3),
            percent(value(run, &RunCurves::accuracy, x) / 100.0, 2)};
  }
};

std::vector<ReadOut::Row> controlsOf(const Run& run, std::int64_t iteration) {
  std::vector<ReadOut::Row> rows;
  constexpr std::size_t kMost = 7;
  for (const auto& name : liveParameters(run.experiment)) {
    // The network's are many; they are said where the user has moved them.
    const bool moved = std::ranges::any_of(
        run.changes, [&](const AppliedChange& change) { return change.name == name; });
    const auto parameter = describe(run.experiment, name);
    if (!parameter || rows.size() == kMost) continue;
    if (!moved && name.slot != "algorithm" && name.slot != "compressor") continue;
    rows.push_back(
        {translated((*parameter)->label), valueText(**parameter, inForce(run, name, iteration))});
  }
  return rows;
}

}  // namespace

Value inForce(const Run& run, const ParameterName& name, std::int64_t iteration) {
  Value value = run.experiment.value(name);
  for (const auto& change : run.changes) {
    if (change.name == name && change.iteration <= iteration) value = change.to;
  }
  return value;
}

std::optional<ReadOut> readOut(const RunsModel& runs, const CurveOptions& options,
                               const ReadPlace& place, const CurvesOf& curvesOf) {
  const double x = place.x;
  const Run* run = place.run != nullptr ? place.run : runs.current();
  const RunCurves* curves = run == nullptr ? nullptr : curvesOf(run->id);
  if (curves == nullptr || run->series.isEmpty()) return std::nullopt;
  const Quantity& core = describe(options.x).core();
  const auto xs = run->series.column(core);
  const std::size_t index = nearest(xs, x);
  const Record record = run->series.at(index);
  const auto& quantity = describe(options.x);

  ReadOut result;
  result.x = xs[index];
  result.title = tr("%1, iteration %2").arg(run->name, grouped(record.iteration));
  if (options.x != XQuantity::Iterations)
    result.facts.push_back({tr(quantity.shortLabel), withUnit(result.x, quantity)});
  if (record.uploads + record.skips > 0)
    result.facts.push_back(
        {tr("uploads"), tr("%1 of %2").arg(record.uploads).arg(record.uploads + record.skips)});
  const Reader reader{runs, curvesOf, core};
  result.runs.push_back(reader.row(*run, result.x, true));
  for (int row = 0; row < runs.count(); ++row) {
    const Run& other = runs.at(row);
    const RunCurves* others = curvesOf(other.id);
    if (other.id == run->id || !other.visible || others == nullptr) continue;
    // Where the current run has ended, the others are still to be read.
    result.runs.push_back(reader.row(other, std::max(x, result.x), false));
  }
  result.controls = controlsOf(*run, record.iteration);
  return result;
}

QString ReadOut::spoken() const {
  QStringList parts{title};
  for (const auto& fact : facts) parts += fact.label + ' ' + fact.value;
  for (const auto& run : runs) parts += run.name + ": " + run.loss + ", " + run.accuracy;
  for (const auto& control : controls) parts += control.label + ' ' + control.value;
  return parts.join("; ");
}

}  // namespace telegrad::ui
