// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/timeline_export.h"

#include <QImage>
#include <QSaveFile>
#include <QSvgGenerator>

#include "core/base/said.h"

namespace telegrad::ui {

Result<void> exportTimeline(const SpanHistory& spans, const TimelineView& view, const QSize& size,
                            const std::filesystem::path& path) {
  constexpr int kScale = 3;
  const std::string ending = path.extension().string();
  if (ending != ".svg" && ending != ".png")
    return Error{said("%1: read the ending \"%2\"; allowed: .svg or .png", path, ending)};
  if (spans.isEmpty()) return Error{said("%1 is not written: the run has no spans to show", path)};
  const UnscaledType usual;  // a window that is presented has larger type
  const Theme& theme = Theme::light();
  const TimelineFigure figure(spans, view, size, theme);
  const auto draw = [&](QPaintDevice* device, double scale) {
    QPainter painter;
    if (!painter.begin(device)) return false;
    painter.scale(scale, scale);
    painter.fillRect(QRect(QPoint(0, 0), size), theme.panel);
    figure.paint(painter);
    return painter.end();
  };
  QSaveFile file(QString::fromStdString(path.string()));
  bool done = file.open(QIODevice::WriteOnly);
  if (done && ending == ".svg") {
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(0, 0), size));
    svg.setTitle(QStringLiteral("Timeline"));
    done = draw(&svg, 1.0);
  } else if (done) {
    QImage image(size * kScale, QImage::Format_ARGB32_Premultiplied);
    done = draw(&image, kScale) && image.save(&file, "PNG");
  }
  if (!done || !file.commit())
    return Error{said("cannot write %1: %2", path, file.errorString().toStdString())};
  return {};
}

}  // namespace telegrad::ui
