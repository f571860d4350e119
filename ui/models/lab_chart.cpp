// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lab_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QCoreApplication>

#include "core/base/units.h"
#include "ui/models/number_format.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

constexpr double kFloatBits = 32.0;
constexpr double kTopKBase = 0.86;  // of the paper's Figure 1
constexpr int kReferencePoints = 65;
constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

double heightOf(const LabMeasurement& measured, LabY y) {
  switch (y) {
    case LabY::LogDelta:
      return measured.bestDelta.mean > 0.0 ? std::log10(measured.bestDelta.mean) : kNoValue;
    case LabY::Variance:
      return measured.variance.mean;
    case LabY::EncodeTime:
      return measured.encodeSeconds * 1e9;
    case LabY::DecodeTime:
      return measured.decodeSeconds * 1e9;
  }
  return kNoValue;
}

QString titleOf(LabX x) {
  switch (x) {
    case LabX::PaperBits:
      return tr("Bits per coordinate, as the papers count");
    case LabX::EntropyBits:
      return tr("Bits per coordinate, entropy bound");
    case LabX::WireBits:
      return tr("Bits per coordinate, on the wire");
  }
  return {};
}

QString titleOf(LabY y) {
  switch (y) {
    case LabY::LogDelta:
      return tr("log₁₀ δ, best scaled");
    case LabY::Variance:
      return tr("Normalised variance");
    case LabY::EncodeTime:
      return tr("Encoding, ns per entry");
    case LabY::DecodeTime:
      return tr("Decoding, ns per entry");
  }
  return {};
}

std::optional<LabChart::Point> pointOf(const LabMeasurement& measured, const std::string& label,
                                       const LabView& view) {
  const double x = bitsOf(measured, view.x);
  const double y = heightOf(measured, view.y);
  if (!std::isfinite(x) || !std::isfinite(y) || (view.logX && x <= 0.0)) return std::nullopt;
  return LabChart::Point{x, y, QString::fromStdString(label)};
}

LabChart::Curve reference(const QString& name, int colour, double (*height)(double)) {
  LabChart::Curve curve;
  curve.name = name;
  curve.colour = colour;
  curve.isReference = true;
  for (int i = 0; i < kReferencePoints; ++i) {
    const double x = kFloatBits * i / (kReferencePoints - 1);
    curve.points.push_back({x, height(x), {}});
  }
  return curve;
}

/// Unbiased operators may add a hundred times what there was: a logarithmic axis then, on which a
/// variance of 0 has no place.
void spreadHeights(LabChart& chart) {
  constexpr double kMostLinear = 2.0;
  double most = 0.0;
  for (const auto& curve : chart.curves) {
    for (const auto& point : curve.points) most = std::max(most, point.y);
    if (curve.mark) most = std::max(most, curve.mark->y);
  }
  if (most <= kMostLinear) return;
  chart.logY = true;
  for (auto& curve : chart.curves) {
    std::erase_if(curve.points, [](const LabChart::Point& point) { return !(point.y > 0.0); });
    if (curve.mark && !(curve.mark->y > 0.0)) curve.mark.reset();
  }
}

LabChart savingsChart(const LabReport& report) {
  LabChart chart;
  chart.title = tr("Energy saving along compressed gradient descent, d = 100");
  chart.xTitle = tr("Iteration");
  chart.yTitle = tr("Share of ‖∇f‖² that is kept");
  int colour = 0;
  for (const auto& saving : report.savings) {
    LabChart::Curve curve;
    const auto name = QString::fromStdString(saving.name);
    curve.name = saving.kappa > 0.0
                     ? tr("%1, κ = %2").arg(name, grouped(std::llround(saving.kappa)))
                     : tr("%1, logistic regression").arg(name);
    curve.colour = colour++;
    for (std::size_t k = 0; k < saving.share.size(); ++k)
      curve.points.push_back({static_cast<double>(k), saving.share[k], {}});
    chart.curves.push_back(std::move(curve));
  }
  LabChart::Curve line;
  line.name = tr("k / d = 0.05");
  line.colour = 1;
  line.isReference = true;
  const double last =
      report.savings.empty() ? 1.0 : static_cast<double>(report.savings.front().share.size() - 1);
  line.points = {{0.0, 0.05, {}}, {last, 0.05, {}}};
  if (!report.savings.empty()) chart.curves.push_back(std::move(line));
  return chart;
}

}  // namespace

bool LabChart::isEmpty() const {
  return std::ranges::all_of(
      curves, [](const Curve& curve) { return curve.points.empty() && !curve.mark; });
}

double bitsOf(const LabMeasurement& measured, LabX x) {
  const auto size = static_cast<double>(measured.size);
  switch (x) {
    case LabX::PaperBits:
      return measured.paperBits / size;
    case LabX::EntropyBits:
      return measured.entropyBits / size;
    case LabX::WireBits:
      return 8.0 * measured.wireBytes / size;
  }
  return kNoValue;
}

LabChart chartOf(const LabReport& report, const LabView& view) {
  if (view.figure == LabFigure::Figure2) return savingsChart(report);
  LabChart chart;
  chart.title = report.vectorName;
  chart.xTitle = titleOf(view.x);
  chart.yTitle = titleOf(view.y);
  chart.logX = view.logX;
  chart.logY = view.y == LabY::EncodeTime || view.y == LabY::DecodeTime;
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const auto& row = report.rows[i];
    LabChart::Curve curve;
    curve.name = translatedName(nameOf(row.item.op));
    if (!row.item.curve.parameter.empty()) curve.name = translatedName(row.item.curve.name);
    curve.colour = row.item.colour;
    curve.item = row.item.id;
    curve.parameter = QString::fromStdString(row.item.curve.parameter);
    if (i < report.curves.size())
      for (const auto& point : report.curves[i])
        if (auto placed = pointOf(point.measured, point.label, view))
          curve.points.push_back(*std::move(placed));
    if (row.error.isEmpty() && view.figure == LabFigure::Own)
      curve.mark = pointOf(row.measured, nameOf(row.item.op), view);
    chart.curves.push_back(std::move(curve));
  }
  if (view.y == LabY::Variance && view.figure != LabFigure::Figure1) spreadHeights(chart);
  if (view.figure == LabFigure::Figure1 && !report.rows.empty() && view.y == LabY::Variance) {
    chart.curves.push_back(reference(QStringLiteral("0.86^(b/d)"), 0,
                                     [](double x) { return std::pow(kTopKBase, x); }));
    chart.curves.push_back(reference(QStringLiteral("1 − (b/d)/32"), 1,
                                     [](double x) { return 1.0 - x / kFloatBits; }));
  }
  return chart;
}

std::string csvOf(const LabChart& chart) {
  const auto quoted = [](const QString& text) {
    return '"' + QString(text).replace('"', QStringLiteral("\"\"")).toStdString() + '"';
  };
  std::string text = "curve,parameter,value," + quoted(chart.xTitle) + ',' + quoted(chart.yTitle);
  text += '\n';
  for (const auto& curve : chart.curves) {
    const auto row = [&](const LabChart::Point& point) {
      text += quoted(curve.name) + ',' + quoted(curve.parameter) + ',' + quoted(point.label) + ',' +
              formatNumber(point.x) + ',' + formatNumber(point.y) + '\n';
    };
    for (const auto& point : curve.points) row(point);
    if (curve.mark && curve.points.empty()) row(*curve.mark);
  }
  return text;
}

}  // namespace telegrad::ui
