// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/grid_words.h"

#include <cmath>
#include <limits>

#include <QCoreApplication>

#include "core/base/units.h"
#include "ui/models/number_format.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

QString factor(double value) {
  return QString::number(value, 'f', value < 10.0 ? 2 : 0);
}

/// "88.5 %".
QString accuracyText(double share) {
  return shortNumber(100.0 * share, 4) + QStringLiteral("\u202F%");
}

/// Growths over the kept fractions that have one for both, as geometric means.
struct Comparison {
  int fractions = 0;
  double measured = 1.0;
  double model = 1.0;
  // Where the two differ most.
  double widest = 0.0;
  double delta = 1.0;
  double measuredThere = 1.0;
  double modelThere = 1.0;
};

Comparison compare(const StalenessGrid& grid, GridQuantity quantity, PhiBase base,
                   std::size_t tau) {
  Comparison found;
  double measured = 0.0;
  double model = 0.0;
  for (std::size_t delta = 0; delta < grid.plan.deltas.size(); ++delta) {
    const auto own = growth(grid, quantity, base, delta, tau);
    const auto phi = growth(grid, GridQuantity::Noise, base, delta, tau);
    if (!own || !phi) continue;
    ++found.fractions;
    measured += std::log(*own);
    model += std::log(*phi);
    const double apart = std::abs(std::log(*own / *phi));
    if (apart < found.widest) continue;
    found.widest = apart;
    found.delta = grid.plan.deltas[delta];
    found.measuredThere = *own;
    found.modelThere = *phi;
  }
  if (found.fractions == 0) return found;
  found.measured = std::exp(measured / found.fractions);
  found.model = std::exp(model / found.fractions);
  return found;
}

QString subject(GridQuantity quantity, double target) {
  if (quantity == GridQuantity::Iterations)
    return tr("the iterations to %1 accuracy").arg(accuracyText(target));
  if (quantity == GridQuantity::Seconds)
    return tr("the simulated time to %1 accuracy").arg(accuracyText(target));
  return tr("the residual");
}

/// Where the figure is least.
QString leastOf(const StalenessGrid& grid, GridQuantity quantity, PhiBase base) {
  double least = std::numeric_limits<double>::infinity();
  QString where;
  for (std::size_t tau = 0; tau < grid.plan.taus.size(); ++tau)
    for (std::size_t delta = 0; delta < grid.plan.deltas.size(); ++delta) {
      const double value = figureOf(grid, quantity, base, delta, tau);
      if (!(value < least)) continue;
      least = value;
      where = tr(" Least: %1 at δ = %2, staleness %3.")
                  .arg(secondsText(value),
                       QString::fromStdString(formatNumber(grid.plan.deltas[delta])))
                  .arg(grid.plan.taus[tau]);
    }
  return where;
}

/// Points whose runs are over without the target.
int neverReached(const StalenessGrid& grid) {
  int points = 0;
  for (std::size_t tau = 0; tau < grid.plan.taus.size(); ++tau)
    for (std::size_t delta = 0; delta < grid.plan.deltas.size(); ++delta) {
      const auto point = grid.point(delta, tau);
      if (point.over == grid.plan.seeds && point.reached == 0) ++points;
    }
  return points;
}

}  // namespace

QString secondsText(double seconds) {
  const auto text = siNumber(seconds, 3);
  const bool bare = !text.isEmpty() && text.back().isDigit();
  return text + (bare ? QStringLiteral("\u202Fs") : QStringLiteral("s"));
}

double figureOf(const StalenessGrid& grid, GridQuantity quantity, PhiBase base, std::size_t delta,
                std::size_t tau) {
  if (quantity == GridQuantity::Noise)
    return compressionNoise(grid.plan.deltas[delta], grid.plan.taus[tau], base);
  const auto point = grid.point(delta, tau);
  if (quantity == GridQuantity::Iterations) return point.iterations;
  return quantity == GridQuantity::Seconds ? point.seconds : point.residual;
}

std::optional<double> growth(const StalenessGrid& grid, GridQuantity quantity, PhiBase base,
                             std::size_t delta, std::size_t tau) {
  const double first = figureOf(grid, quantity, base, delta, 0);
  const double here = figureOf(grid, quantity, base, delta, tau);
  if (!(first > 0.0) || !(here > 0.0) || !std::isfinite(here / first)) return std::nullopt;
  return here / first;
}

QString sentenceOf(const StalenessGrid& grid, GridQuantity quantity, PhiBase base) {
  if (grid.over() == 0) return {};
  if (quantity == GridQuantity::Noise)
    return tr("φ at the same points, for comparison: the model, not measured.");
  const double target = grid.plan.experiment.slot("run").settings.real("target_accuracy");
  const int never = quantity == GridQuantity::Residual ? 0 : neverReached(grid);
  const QString lacking = never == 0   ? QString()
                          : never == 1 ? tr(" 1 point never reached the target.")
                                       : tr(" %1 points never reached the target.").arg(never);
  std::size_t tau = grid.plan.taus.size();
  Comparison found;
  while (tau > 1 && found.fractions == 0) found = compare(grid, quantity, base, --tau);
  if (found.fractions == 0 && never > 0)
    return tr("Too few points reached %1 accuracy to compare them.").arg(accuracyText(target)) +
           lacking;
  if (found.fractions == 0)
    return tr("Two values of staleness are needed to say what staleness does.");
  if (quantity == GridQuantity::Seconds)
    return tr("From staleness %1 to %2 %3 changed by a factor of %4.")
               .arg(grid.plan.taus.front())
               .arg(grid.plan.taus[tau])
               .arg(subject(quantity, target), factor(found.measured)) +
           leastOf(grid, quantity, base) + lacking;
  QString text = tr("From staleness %1 to %2 %3 changed by a factor of %4, φ by %5.")
                     .arg(grid.plan.taus.front())
                     .arg(grid.plan.taus[tau])
                     .arg(subject(quantity, target), factor(found.measured), factor(found.model));
  if (found.fractions > 1)
    text += tr(" Furthest apart at δ = %1: measured %2, φ %3.")
                .arg(QString::fromStdString(formatNumber(found.delta)), factor(found.measuredThere),
                     factor(found.modelThere));
  return text + lacking;
}

QString commandOf(const StalenessGrid& grid, const std::filesystem::path& folder, std::size_t delta,
                  std::size_t tau) {
  auto file = QString::fromStdString((folder / "experiment.toml").string());
  // For a shell: in single quotes, and those of the path itself as '\''.
  file.replace(QStringLiteral("'"), QStringLiteral("'\\''"));
  return QStringLiteral(
             "telegrad-cli run '%1' --set compressor.fraction=%2 --set "
             "algorithm.staleness=%3")
      .arg(file, QString::fromStdString(formatNumber(grid.plan.deltas[delta])))
      .arg(grid.plan.taus[tau]);
}

}  // namespace telegrad::ui
