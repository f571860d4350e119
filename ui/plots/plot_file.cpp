// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_file.h"

#include <cmath>

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <qcustomplot.h>

#include "core/base/said.h"
#include "core/sharing/figure_file.h"

namespace telegrad::ui {
namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kLogicalPerInch = 96.0;
constexpr int kPdfResolution = 1200;
constexpr QSize kSmallest(240, 180);

/// Draws on a device that has `dotsPerInch` of its own.
bool drawVector(QCustomPlot& plot, const QSize& size, QPaintDevice* device, double dotsPerInch) {
  QCPPainter painter;
  if (!painter.begin(device)) return false;
  painter.setMode(QCPPainter::pmVectorized);
  painter.setMode(QCPPainter::pmNoCaching);
  const double scale = dotsPerInch / kLogicalPerInch;
  painter.scale(scale, scale);
  plot.toPainter(&painter, size.width(), size.height());
  return painter.end();
}

Result<void> writeSvg(QCustomPlot& plot, const PlotPaper& paper,
                      const std::filesystem::path& path) {
  QBuffer drawn;
  QSvgGenerator svg;
  svg.setOutputDevice(&drawn);
  svg.setResolution(static_cast<int>(kLogicalPerInch));
  svg.setSize(paper.size);
  svg.setViewBox(QRect(QPoint(0, 0), paper.size));
  // Which QSvgGenerator writes as they are.
  svg.setTitle(paper.title.toHtmlEscaped());
  svg.setDescription(paper.description.toHtmlEscaped());
  if (!drawVector(plot, paper.size, &svg, kLogicalPerInch))
    return cannotWrite(path, QStringLiteral("too large"));
  auto text = drawn.data().toStdString();
  if (paper.carried.empty()) return writeText(text, path);
  const auto carrying = carryInSvg(text, paper.carried);
  return carrying ? writeText(*carrying, path) : carrying.error();
}

Result<void> writePdf(QCustomPlot& plot, const PlotPaper& paper,
                      const std::filesystem::path& path) {
  QSaveFile file(fileName(path));
  if (!file.open(QIODevice::WriteOnly)) return cannotWrite(path, file.errorString());
  {
    QPdfWriter pdf(&file);
    pdf.setResolution(kPdfResolution);
    pdf.setPageSize(QPageSize(QSizeF(paper.size) * kMillimetresPerInch / kLogicalPerInch,
                              QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF());
    pdf.setTitle(paper.title);
    pdf.setCreator(QStringLiteral("Telegrad"));
    if (!paper.carried.empty())
      pdf.setDocumentXmpMetadata(
          QByteArray::fromStdString(xmpPacket(paper.carried, paper.title.toStdString())));
    if (!drawVector(plot, paper.size, &pdf, kPdfResolution))
      return cannotWrite(path, file.errorString());
  }
  if (!file.commit()) return cannotWrite(path, file.errorString());
  return {};
}

Result<void> writePng(QCustomPlot& plot, const PlotPaper& paper,
                      const std::filesystem::path& path) {
  const double scale = static_cast<double>(paper.pixels.width()) / paper.size.width();
  // Drawn at the scale that the width asks for, on exactly the pixels asked for.
  QImage image(paper.pixels, QImage::Format_ARGB32_Premultiplied);
  image.fill(paper.ground);
  QCPPainter painter;
  if (!painter.begin(&image)) return cannotWrite(path, QStringLiteral("too large"));
  painter.setMode(QCPPainter::pmNoCaching);
  painter.scale(scale, scale);
  plot.toPainter(&painter, paper.size.width(),
                 static_cast<int>(std::lround(paper.pixels.height() / scale)));
  painter.end();
  const auto dotsPerMetre =
      static_cast<int>(std::lround(paper.dotsPerInch * 1000.0 / kMillimetresPerInch));
  image.setDotsPerMeterX(dotsPerMetre);
  image.setDotsPerMeterY(dotsPerMetre);
  image.setText(QStringLiteral("Title"), paper.title);
  QBuffer drawn;
  drawn.open(QIODevice::WriteOnly);
  if (!image.save(&drawn, "PNG")) return cannotWrite(path, QStringLiteral("too large"));
  const auto bytes = drawn.data().toStdString();
  if (paper.carried.empty()) return writeText(bytes, path);
  const auto carrying = carryInPng(bytes, paper.carried);
  return carrying ? writeText(*carrying, path) : carrying.error();
}

}  // namespace

Error cannotWrite(const std::filesystem::path& path, const QString& why) {
  return {"cannot write " + path.string() + (why.isEmpty() ? "" : ": " + why.toStdString())};
}

QString fileName(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

QSize paperSize(const QSizeF& millimetres) {
  return (millimetres * kLogicalPerInch / kMillimetresPerInch).toSize().expandedTo(kSmallest);
}

QSize pixelSize(const QSizeF& millimetres, double dotsPerInch) {
  return (millimetres * dotsPerInch / kMillimetresPerInch).toSize();
}

QSize paperSize(const QSize& pixels, double dotsPerInch) {
  return (QSizeF(pixels) * kLogicalPerInch / dotsPerInch).toSize().expandedTo(kSmallest);
}

Result<void> checkEnding(const std::filesystem::path& path) {
  const std::string ending = path.extension().string();
  if (ending == ".svg" || ending == ".pdf" || ending == ".png") return {};
  return Error{said("%1: read the ending \"%2\"; allowed: .svg, .pdf or .png", path, ending)};
}

Result<void> writePlot(QCustomPlot& plot, const PlotPaper& paper,
                       const std::filesystem::path& path) {
  if (auto allowed = checkEnding(path); !allowed) return allowed;
  const std::string ending = path.extension().string();
  if (ending == ".svg") return writeSvg(plot, paper, path);
  if (ending == ".pdf") return writePdf(plot, paper, path);
  return writePng(plot, paper, path);
}

Result<void> writeText(const std::string& text, const std::filesystem::path& path) {
  QSaveFile file(fileName(path));
  const auto size = static_cast<qint64>(text.size());
  if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), size) != size || !file.commit())
    return cannotWrite(path, file.errorString());
  return {};
}

}  // namespace telegrad::ui
