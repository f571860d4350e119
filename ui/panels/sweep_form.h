// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QLabel>
#include <QWidget>

#include "core/experiment/sweep.h"
#include "ui/panels/sweep_axis_field.h"
#include "ui/widgets/parameter_form.h"

namespace telegrad::ui {

/// What a sweep is to be: up to two axes over the experiment of the window, and seeds.
class SweepForm : public QWidget {
  Q_OBJECT

 public:
  explicit SweepForm(QWidget* parent = nullptr);

  /// The base of the next sweep.
  void setExperiment(const Experiment& experiment);
  /// The sweep that is asked for. Errors: as valuesOf(); no axis and no second seed.
  Result<Sweep> sweep() const;
  /// How many runs that makes. Errors: as sweep().
  Result<std::size_t> runs() const;
  /// Shows the axes and the seeds of another sweep, as far as there is a place for them.
  void show(const Sweep& sweep);
  int jobs() const;

  SweepAxisField* axis(std::size_t index) const { return axes_.at(index); }
  ParameterForm* numbers() const { return numbers_; }

 signals:
  void edited();

 private:
  QString nameOf(const Sweep& sweep) const;

  Experiment experiment_;
  std::array<SweepAxisField*, 2> axes_;
  ParameterForm* numbers_;
};

/// Cells at a time that leave a core to the window.
int spareCores();

}  // namespace telegrad::ui
