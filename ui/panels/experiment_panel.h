// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/experiment/experiment.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/parameter_form.h"

namespace telegrad::ui {

/// The experiment as a form, made from the descriptions of its slots alone. A slot with a choice is
/// a list, its parameters unfold under it; a slot without one shows its parameters at once.
///
/// What does not go together may be chosen, in any order; the form says so, and mutes in its lists
/// what would not go with the rest.
///
/// It is always the next run that is edited. While one goes on the form says so, and stays open to
/// edit: what a run is may not change under it, what comes next may.
class ExperimentPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ExperimentPanel(QWidget* parent = nullptr);

  const Experiment& experiment() const { return experiment_; }
  /// Shows another experiment. No signal.
  void setExperiment(const Experiment& experiment);
  /// Says that a run goes on, and whether the form differs from it.
  void setRunning(bool running, bool differs);
  /// What the run says of itself; empty: not known.
  void setFacts(const QString& parameters, const QString& bitsPerUpload);
  /// How long the next run is expected to take on this machine, in words.
  void setForecast(const QString& duration);

 signals:
  void edited(const telegrad::Experiment& experiment);  ///< by the user
  void dataWanted();                                    ///< "Get the data..."
  void refused(const QString& message);

 private:
  struct Row {
    const SlotDescription* slot = nullptr;
    QWidget* place = nullptr;
    QWidget* head = nullptr;  ///< of a slot with a choice
    QComboBox* combo = nullptr;
    QToolButton* fold = nullptr;
    QWidget* formPlace = nullptr;
    ParameterForm* form = nullptr;
    std::string shownKey;
  };

  QWidget* makeSlot(const SlotDescription& slot);
  QWidget* makeHead(const SlotDescription& slot, Row& row);
  QWidget* makeSeed();
  void showSlot(Row& row);
  /// Locks and leaves out what the experiment's file says.
  void keepToRules(Row& row);
  void showConflicts();
  static void fold(Row& row, bool open);
  void take(const Result<Experiment>& changed);

  Experiment experiment_;
  std::map<std::string, Row, std::less<>> rows_;
  QWidget* seedPlace_ = nullptr;
  QLineEdit* seed_ = nullptr;
  QLabel* note_ = nullptr;
  QLabel* conflict_ = nullptr;
  QuantityLabel* parameters_ = nullptr;
  QuantityLabel* bits_ = nullptr;
  QuantityLabel* duration_ = nullptr;
};

}  // namespace telegrad::ui
