// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QTableView>

#include "ui/compressor_figure_card.h"
#include "ui/models/lab_session.h"
#include "ui/models/lab_table.h"
#include "ui/panels/operators_panel.h"
#include "ui/panels/vector_panel.h"
#include "ui/plots/lab_effect_plot.h"

namespace telegrad::ui {

/// The page "Compressors": one vector and any number of operators, what each loses and costs, and
/// what it did to the vector. Everything is measured on another thread, anew whenever something is
/// moved; only while the page is seen.
class CompressorLab : public QScrollArea {
  Q_OBJECT

 public:
  explicit CompressorLab(RunController& controller, QWidget* parent = nullptr);

  VectorPanel* vector() const { return vector_; }
  OperatorsPanel* operators() const { return operators_; }
  CompressorFigureCard* figure() const { return figure_; }
  LabTable* table() const { return model_; }
  QTableView* tableView() const { return table_; }
  LabEffectPlot* effect() const { return effect_; }
  /// What is shown; nothing before the first measurement.
  const std::shared_ptr<const LabReport>& report() const { return report_; }

 signals:
  void shown();  ///< a report

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeSetup();
  QWidget* makeTable();
  QWidget* makeEffect();
  void connectParts();
  void ask();
  void take(const std::shared_ptr<const LabReport>& report);
  void choose(int item);
  void showEffect();
  void fitTable();
  int selected() const;
  /// The items of a figure of the paper.
  static std::vector<LabItem> paperItems(LabFigure figure);

  LabSession session_;
  VectorPanel* vector_;
  OperatorsPanel* operators_;
  CompressorFigureCard* figure_;
  LabTable* model_;
  QTableView* table_;
  LabEffectPlot* effect_;
  QLabel* effectTitle_ = nullptr;
  QLabel* effectWords_ = nullptr;
  QLabel* effectMarks_ = nullptr;
  SegmentedControl* columns_ = nullptr;
  int paperSelected_ = 1;
  bool stale_ = true;
  std::shared_ptr<const LabReport> report_;
};

}  // namespace telegrad::ui
