// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QDialog>

#include "ui/models/runs_model.h"
#include "ui/widgets/parameter_form.h"

namespace telegrad::ui {

/// Asks with which values a run is to go on from an iteration of another: a form of the parameters
/// that may change while it goes on, slot by slot, with the values they had there.
class ForkDialog : public QDialog {
  Q_OBJECT

 public:
  ForkDialog(const Run& run, std::int64_t iteration, QWidget* parent = nullptr);

  /// What was changed, each "slot.key=value".
  std::vector<std::string> assignments() const;
  /// The form of a slot, or nothing.
  ParameterForm* form(const std::string& slot) const;

 private:
  struct Group {
    std::string slot;
    std::vector<Parameter> parameters;
    ParameterForm* form = nullptr;
  };
  void makeForms(QWidget* place);
  void showChanges();

  Experiment values_;
  std::vector<Group> groups_;
  QLabel* changes_ = nullptr;
};

}  // namespace telegrad::ui
