// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <QList>
#include <QPair>
#include <QWidget>

#include "ui/models/lab_report.h"
#include "ui/plots/plot_cursor.h"
#include "ui/plots/plot_table.h"

class QCPAxisRect;
class QKeyEvent;
class QCPCurve;
class QCPBars;
class QCustomPlot;

namespace telegrad::ui {

/// What an operator did to a vector, in three pictures: the magnitudes in descending order and what
/// became of each, every entry against what was made of it, and how often each error occurs. The
/// keyboard's cursor (cursorAfter()) reads out a point; Up and Down go to another picture.
/// Threads: the window's.
class LabEffectPlot : public QWidget {
  Q_OBJECT

 public:
  explicit LabEffectPlot(QWidget* parent = nullptr);
  ~LabEffectPlot() override;
  Q_DISABLE_COPY_MOVE(LabEffectPlot)

  /// Nothing: empty pictures.
  void setEffect(const std::shared_ptr<const LabEffect>& effect);
  QSize sizeHint() const override { return {680, 210}; }
  QSize minimumSizeHint() const override { return {420, 190}; }
  QCustomPlot* plot() const { return plot_; }
  /// The points of all three pictures.
  PlotTable table() const;

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum Picture { Ranks, Pairs, Errors, PictureCount };

  QCPCurve* scatter(Picture picture, const QString& name);
  void takeTheme();
  void showRanks();
  void showPairs();
  void showErrors();
  bool key(const QKeyEvent& event);
  bool hasPoint(const CursorPlace& place) const;
  QList<QPair<QString, QString>> facts(const CursorPlace& place) const;
  QPointF pixelOf(const CursorPlace& place) const;
  void paintCursor(QPainter& painter) const;
  std::vector<std::size_t> sizes() const;
  double errorAt(std::size_t bin) const;

  QCustomPlot* plot_;
  std::array<QCPAxisRect*, PictureCount> rects_{};
  QCPCurve* original_ = nullptr;
  QCPCurve* kept_ = nullptr;
  QCPCurve* lost_ = nullptr;
  QCPCurve* identity_ = nullptr;
  QCPCurve* pairs_ = nullptr;
  QCPBars* errors_ = nullptr;
  std::shared_ptr<const LabEffect> effect_;
  std::optional<CursorPlace> cursor_;  ///< curves are pictures
};

}  // namespace telegrad::ui
