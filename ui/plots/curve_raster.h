// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include <QImage>
#include <QObject>
#include <QPen>
#include <QRectF>
#include <QString>

#include "core/metrics/curve_comparison.h"
#include "ui/plots/library_curves.h"
#include "ui/plots/pixel_points.h"

class QPainter;

namespace telegrad::ui {

/// A line and how it is drawn, with the band around it, if it has one.
struct RasterLine {
  LinePointer line;
  std::shared_ptr<const MeanBand> band;
  QPen pen;
};

/// The lines as they lie in a view, its lower left corner at (0, height): bands first.
/// Takes as long as the view is wide, whatever the lines' lengths; any thread.
void drawLines(QPainter& painter, const std::vector<RasterLine>& lines, const PixelView& view,
               const std::stop_token& stop = {});

/// What is seen, with as much again on either side, above and below half as much: room to pan.
PixelView widened(const PixelView& view);
/// Where in a view's pixels that lies which another shows; both with the same scales.
QRectF placeIn(const PixelView& view, const PixelView& other);

/// A picture of curves that is painted on another thread and shown from this one: until the picture
/// of a new view is there, the former stands, moved and stretched to where it belongs. So a frame
/// costs the copying of a picture, whatever there is to draw.
/// Threads: the window's.
class CurveRaster : public QObject {
  Q_OBJECT

 public:
  explicit CurveRaster(QObject* parent = nullptr);
  ~CurveRaster() override;
  Q_DISABLE_COPY_MOVE(CurveRaster)

  /// Other lines, from now on; the former picture goes when theirs is there, or at once where the
  /// scales are others.
  void setLines(std::vector<RasterLine> lines);
  const std::vector<RasterLine>& lines() const { return lines_; }
  /// What is seen now, on a screen with that many device pixels to one. Paints anew where the
  /// picture is of another scale, or leaves too little room.
  void show(const PixelView& view, double devicePixels);
  /// The picture, as it belongs into the view shown last, whose upper left corner is `corner`.
  void paint(QPainter& painter, const QPointF& corner) const;
  /// Whether the picture is of these lines and this view.
  bool isFresh() const;

 signals:
  void painted();  ///< a new picture

 private:
  struct Picture {
    QImage image;
    PixelView view;
    int edition = 0;
  };
  bool suffices(const Picture& picture) const;
  bool isOfTheirScale() const;
  void begin();
  void take(std::optional<Picture> picture);

  std::vector<RasterLine> lines_;
  int edition_ = 1;  // of the lines
  PixelView view_;
  double devicePixels_ = 1.0;
  std::optional<Picture> picture_;
  std::optional<Picture> begun_;  // without its image: what is being painted
  std::jthread painter_;          // nobody waits for it but the destructor
};

}  // namespace telegrad::ui
