// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <vector>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QThreadPool>
#include <QWidget>

#include "ui/models/run_details.h"
#include "ui/plots/library_curves.h"
#include "ui/plots/library_lines.h"

namespace telegrad::ui {

/// The curves of the library's shown runs, their means over seeds, or their ratio to one of them;
/// what is drawn is read and worked out on other threads.
/// Threads: the window's.
class RunsChart : public QWidget {
  Q_OBJECT

 public:
  /// A run to draw.
  struct Shown {
    int id = 0;
    std::filesystem::path folder;
    QString name;
    int colour = 0;
    bool baseline = false;
  };

  explicit RunsChart(const RunDetails& details, QWidget* parent = nullptr);
  ~RunsChart() override;
  Q_DISABLE_COPY_MOVE(RunsChart)

  void setRuns(std::vector<Shown> runs);
  /// The run has other curves than before: they are read again at the next setRuns().
  void forget(const std::filesystem::path& folder) { curves_.forget(folder); }
  /// Instead of the curves their ratio to the baseline.
  void setRatio(bool ratio);

  LibraryPlot* plot() const { return plot_; }
  QComboBox* x() const { return x_; }
  QComboBox* y() const { return y_; }
  QComboBox* kind() const { return kind_; }
  QComboBox* baseline() const { return baseline_; }
  QCheckBox* mean() const { return mean_; }
  QCheckBox* log() const { return log_; }
  /// All that was asked for is drawn, or nothing can be.
  bool isSettled() const { return curves_.waiting() == 0 && !deriving_; }

 signals:
  void failed(const QString& message);

 private:
  void makeControls();
  CurveChoice choice() const;
  LineView view() const;
  void read();
  void listBaselines();
  void derive();
  void draw(std::vector<NamedLine> lines, const LibraryAxes& axes);
  void sayWhatIsMissing();

  const RunDetails& details_;
  std::vector<Shown> runs_;
  LibraryCurves curves_;
  QComboBox* y_;
  QComboBox* x_;
  QComboBox* kind_;
  QComboBox* baseline_;
  QLabel* against_;
  QCheckBox* log_;
  QCheckBox* mean_;
  QLabel* progress_;
  LibraryPlot* plot_;
  bool ratio_ = false;
  std::atomic<int> question_ = 0;
  bool deriving_ = false;
  QThreadPool thread_;
};

}  // namespace telegrad::ui
