// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QWidget>

#include "core/experiment/captured_gradient.h"
#include "ui/models/lab_report.h"
#include "ui/panels/run_controller.h"
#include "ui/widgets/parameter_form.h"
#include "ui/widgets/segmented_control.h"

namespace telegrad::ui {

/// Which vector the compressor lab tries its operators on: one generated from a seed, or a gradient
/// of the run in hand, whole or one tensor of it.
class VectorPanel : public QWidget {
  Q_OBJECT

 public:
  explicit VectorPanel(RunController& controller, QWidget* parent = nullptr);

  LabSource source() const;
  std::size_t draws() const;
  ParameterForm* form() const { return form_; }
  QPushButton* captureButton() const { return capture_; }
  QComboBox* tensors() const { return tensors_; }
  SegmentedControl* sourceChoice() const { return choice_; }
  /// Why the vector cannot be made; empty: it can.
  void setError(const QString& error);

 signals:
  void changed();

 private:
  QWidget* makeRunPart();
  void showSource();
  void showState();
  void capture();
  void take(const SampleBatch& batch);
  void chooseTensor();

  RunController& controller_;
  SegmentedControl* choice_;
  ParameterForm* form_;
  QWidget* runPart_ = nullptr;
  QPushButton* capture_ = nullptr;
  QComboBox* tensors_ = nullptr;
  QLabel* words_ = nullptr;
  ParameterForm* drawsForm_;
  QLabel* error_;
  bool waiting_ = false;
  std::shared_ptr<const CapturedGradient> gradient_;
  std::shared_ptr<const LabVector> vector_;  // of it
};

}  // namespace telegrad::ui
