// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/export.h"

#include <cmath>

#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include "core/metrics/csv.h"
#include "ui/plots/curves_figure.h"
#include "ui/plots/figure_legend.h"

namespace telegrad::ui {
namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kLogicalPerInch = 96.0;  // 11 px of type are then 8.25 points
constexpr int kPdfResolution = 1200;

Error cannotWrite(const std::filesystem::path& path, const QString& why) {
  return {"cannot write " + path.string() + (why.isEmpty() ? "" : ": " + why.toStdString())};
}

QString fileName(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

/// The figure on a plot of its own that no window shows.
struct Offscreen {
  Offscreen(const RunsModel& runs, const FigureOptions& options)
      : theme(options.dark ? Theme::dark() : Theme::light()),
        size((options.pixels ? QSizeF(*options.pixels) * kLogicalPerInch / options.dotsPerInch
                             : options.millimetres * kLogicalPerInch / kMillimetresPerInch)
                 .toSize()
                 .expandedTo({240, 180})),
        figure(&plot, runs, theme) {
    CurveOptions curves = options.curves;
    figure.setForPaper(options.target);
    figure.setOptions(curves);
    figure.fit();
    if (options.x) figure.x()->setRange(options.x->lower, options.x->upper);
    addFigureLegend(&plot, runs, theme, options.title, size.width());
  }

  const Theme& theme;
  QSize size;
  QCustomPlot plot;
  CurvesFigure figure;  // after the plot, so that it goes first
};

/// Draws on a device that has `dotsPerInch` of its own.
bool drawVector(Offscreen& offscreen, QPaintDevice* device, double dotsPerInch) {
  QCPPainter painter;
  if (!painter.begin(device)) return false;
  painter.setMode(QCPPainter::pmVectorized);
  painter.setMode(QCPPainter::pmNoCaching);
  const double scale = dotsPerInch / kLogicalPerInch;
  painter.scale(scale, scale);
  offscreen.plot.toPainter(&painter, offscreen.size.width(), offscreen.size.height());
  return painter.end();
}

QString titleOf(const FigureOptions& options) {
  return options.title.isEmpty()
             ? QStringLiteral("%1 and test accuracy").arg(lossTitle(options.curves.loss))
             : options.title;
}

QString descriptionOf(const RunsModel& runs, const FigureOptions& options) {
  QStringList names;
  for (int row = 0; row < runs.count(); ++row) {
    if (runs.at(row).visible) names += runs.at(row).name;
  }
  return QStringLiteral("%1, against %2. Made by Telegrad.")
      .arg(names.join(QStringLiteral(", ")), describe(options.curves.x).axisTitle);
}

Result<void> writeSvg(Offscreen& offscreen, const RunsModel& runs, const FigureOptions& options,
                      const std::filesystem::path& path) {
  QSaveFile file(fileName(path));
  if (!file.open(QIODevice::WriteOnly)) return cannotWrite(path, file.errorString());
  QSvgGenerator svg;
  svg.setOutputDevice(&file);
  svg.setResolution(static_cast<int>(kLogicalPerInch));
  svg.setSize(offscreen.size);
  svg.setViewBox(QRect(QPoint(0, 0), offscreen.size));
  svg.setTitle(titleOf(options));
  svg.setDescription(descriptionOf(runs, options));
  if (!drawVector(offscreen, &svg, kLogicalPerInch) || !file.commit())
    return cannotWrite(path, file.errorString());
  return {};
}

Result<void> writePdf(Offscreen& offscreen, const FigureOptions& options,
                      const std::filesystem::path& path) {
  QSaveFile file(fileName(path));
  if (!file.open(QIODevice::WriteOnly)) return cannotWrite(path, file.errorString());
  {
    QPdfWriter pdf(&file);
    pdf.setResolution(kPdfResolution);
    pdf.setPageSize(QPageSize(QSizeF(offscreen.size) * kMillimetresPerInch / kLogicalPerInch,
                              QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF());
    pdf.setTitle(titleOf(options));
    pdf.setCreator(QStringLiteral("Telegrad"));
    if (!drawVector(offscreen, &pdf, kPdfResolution)) return cannotWrite(path, file.errorString());
  }
  if (!file.commit()) return cannotWrite(path, file.errorString());
  return {};
}

Result<void> writePng(Offscreen& offscreen, const FigureOptions& options,
                      const std::filesystem::path& path) {
  const QSize wanted = options.pixels.value_or(
      (options.millimetres * options.dotsPerInch / kMillimetresPerInch).toSize());
  const double scale = static_cast<double>(wanted.width()) / offscreen.size.width();
  // Drawn at the scale that the width asks for, on exactly the pixels asked for.
  QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
  image.fill(offscreen.theme.panel);
  QCPPainter painter;
  if (!painter.begin(&image)) return cannotWrite(path, QStringLiteral("too large"));
  painter.setMode(QCPPainter::pmNoCaching);
  painter.scale(scale, scale);
  offscreen.plot.toPainter(&painter, offscreen.size.width(),
                           static_cast<int>(std::lround(wanted.height() / scale)));
  painter.end();
  const auto dotsPerMetre =
      static_cast<int>(std::lround(options.dotsPerInch * 1000.0 / kMillimetresPerInch));
  image.setDotsPerMeterX(dotsPerMetre);
  image.setDotsPerMeterY(dotsPerMetre);
  image.setText(QStringLiteral("Title"), titleOf(options));
  QSaveFile file(fileName(path));
  if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
    return cannotWrite(path, file.errorString());
  return {};
}

bool anythingToShow(const RunsModel& runs) {
  for (int row = 0; row < runs.count(); ++row) {
    if (runs.at(row).visible && !runs.at(row).series.isEmpty()) return true;
  }
  return false;
}

Error nothingToShow(const std::filesystem::path& path) {
  return {path.string() + " is not written: no run that is shown has an iteration yet"};
}

}  // namespace

Result<void> exportFigure(const RunsModel& runs, const FigureOptions& options,
                          const std::filesystem::path& path) {
  const std::string ending = path.extension().string();
  if (ending != ".svg" && ending != ".pdf" && ending != ".png")
    return Error{path.string() + ": read the ending \"" + ending +
                 "\"; allowed: .svg, .pdf or .png"};
  if (!anythingToShow(runs)) return nothingToShow(path);
  Offscreen offscreen(runs, options);
  if (ending == ".svg") return writeSvg(offscreen, runs, options, path);
  if (ending == ".pdf") return writePdf(offscreen, options, path);
  return writePng(offscreen, options, path);
}

Result<void> exportCsv(const RunsModel& runs, XQuantity x, std::optional<AxisRange> range,
                       const std::filesystem::path& path) {
  if (!anythingToShow(runs)) return nothingToShow(path);
  QSaveFile file(fileName(path));
  if (!file.open(QIODevice::WriteOnly)) return cannotWrite(path, file.errorString());
  std::string text = "run," + csvHeader();
  const auto flush = [&] {
    const bool done = file.write(text.data(), static_cast<qint64>(text.size())) >= 0;
    text.clear();
    return done;
  };
  for (int row = 0; row < runs.count(); ++row) {
    const Run& run = runs.at(row);
    if (!run.visible) continue;
    const QString name = '"' + QString(run.name).replace('"', QStringLiteral("\"\"")) + '"';
    const auto xs = run.series.column(describe(x).core());
    for (std::size_t i = 0; i < run.series.size(); ++i) {
      if (range && (xs[i] < range->lower || xs[i] > range->upper)) continue;
      text += name.toStdString() + ',';
      appendCsvRow(text, run.series.at(i));
    }
    if (!flush()) return cannotWrite(path, file.errorString());
  }
  if (!flush() || !file.commit()) return cannotWrite(path, file.errorString());
  return {};
}

}  // namespace telegrad::ui
