// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QWidget>

#include "ui/models/target_table.h"

namespace telegrad::ui {

/// What the shown runs needed to accuracies that the user names: rounds, bits, seconds, with their
/// spread over seeds.
/// Threads: the window's.
class RunsTargetsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit RunsTargetsPanel(const RunDetails& details, QWidget* parent = nullptr);

  /// What the user typed; nothing where the field is empty.
  const std::vector<Target>& targets() const { return targets_; }
  /// What stands in the field's place while it is empty: the runs' own targets.
  void setUsual(const std::vector<Target>& targets);

  QLineEdit* field() const { return field_; }
  QTableView* table() const { return table_; }

 signals:
  void targetsChanged();

 private:
  void read();

  std::vector<Target> targets_;
  TargetTable model_;
  QLineEdit* field_;
  QLabel* message_;
  QTableView* table_;
};

/// "85 %, top-5 90 %, 0.95" -> three targets. Errors: what is no accuracy between 0 and 100 %.
Result<std::vector<Target>> parseTargets(const QString& text);
/// The text that parseTargets() reads back.
QString formatTargets(const std::vector<Target>& targets);

}  // namespace telegrad::ui
