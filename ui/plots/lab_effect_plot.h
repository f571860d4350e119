// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>

#include <QWidget>

#include "ui/models/lab_report.h"

class QCPAxisRect;
class QCPCurve;
class QCPBars;
class QCustomPlot;

namespace telegrad::ui {

/// What an operator did to a vector, in three pictures: the magnitudes in descending order and what
/// became of each, every entry against what was made of it, and how often each error occurs.
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

  QCustomPlot* plot_;
  std::array<QCPAxisRect*, PictureCount> rects_{};
  QCPCurve* original_ = nullptr;
  QCPCurve* kept_ = nullptr;
  QCPCurve* lost_ = nullptr;
  QCPCurve* identity_ = nullptr;
  QCPCurve* pairs_ = nullptr;
  QCPBars* errors_ = nullptr;
  std::shared_ptr<const LabEffect> effect_;
};

}  // namespace telegrad::ui
