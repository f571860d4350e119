// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QToolButton>
#include <QVBoxLayout>
#include <QWidget>

#include "ui/models/lab_report.h"

namespace telegrad::ui {

/// The operators of the compressor lab: added from the catalogue, each with a form of its own that
/// shows while it is selected. The curve of an operator goes along the number that was moved last.
class OperatorsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit OperatorsPanel(QWidget* parent = nullptr);

  const std::vector<LabItem>& items() const { return items_; }
  int selected() const { return selected_; }
  /// Selects it and shows its form; 0: none. Signal only if it is another than before.
  void select(int id);
  /// Adds an operator as the catalogue has it, and selects it. Unknown keys are passed over.
  void add(const std::string& key);
  void remove(int id);
  /// A parameter's new value, as if the user had chosen it.
  void choose(int id, const std::string& key, const Value& value);
  QToolButton* addButton() const { return add_; }

 signals:
  void changed();  ///< operators, or their parameters
  void selectionChanged(int id);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  static constexpr std::size_t kCurvePoints = 15;

  LabItem* itemOf(int id);
  int freeColour() const;
  void rebuild();
  QWidget* makeRow(const LabItem& item);
  QWidget* makeForm(const LabItem& item);
  void showWhatApplies();

  std::vector<LabItem> items_;
  int selected_ = 0;
  int lastId_ = 0;
  QToolButton* add_;
  QVBoxLayout* rows_;
  QWidget* content_ = nullptr;
  std::vector<std::pair<std::string, QWidget*>> fields_;  // of the form that is shown
};

}  // namespace telegrad::ui
