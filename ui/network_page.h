// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QWidget>

#include "ui/panels/network_card.h"
#include "ui/panels/run_controller.h"
#include "ui/panels/trace_editor.h"
#include "ui/plots/network_plot.h"

namespace telegrad::ui {

/// The page "Network": the picture of the run in hand, or of the last one, with its playback, and
/// under it what can be changed of the part that is chosen. Messages are recorded while the page is
/// shown.
class NetworkPage : public QWidget {
  Q_OBJECT

 public:
  explicit NetworkPage(RunController& controller, QWidget* parent = nullptr);

  NetworkPlot* plot() const { return plot_; }
  NetworkCard* card() const { return card_; }
  TraceEditor* trace() const { return trace_; }

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  QWidget* makePicture();
  QWidget* makePlayback();
  void connectController();
  void take(const SampleBatch& batch);
  void showNetwork();  ///< of the experiment that is shown, where no messages say it
  void showState();
  void showPlayback();
  void showSubject();
  QString hint() const;
  std::vector<NetworkCard::Item> itemsOf(const std::vector<ParameterName>& names) const;

  RunController& controller_;
  NetworkPlot* plot_;
  NetworkCard* card_;
  TraceEditor* trace_;
  QLabel* when_ = nullptr;
  QLabel* pace_ = nullptr;
  QLabel* sentence_ = nullptr;
  QSlider* scrub_ = nullptr;
  QToolButton* play_ = nullptr;
  QToolButton* latest_ = nullptr;
  std::uint64_t describedClip_ = 0;
};

}  // namespace telegrad::ui
