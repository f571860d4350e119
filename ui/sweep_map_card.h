// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>

#include "ui/models/sweep_session.h"
#include "ui/plots/heat_map.h"

namespace telegrad::ui {

/// The heat map's card: a result that is chosen over two axes that are chosen; of further axes one
/// value each.
class SweepMapCard : public QFrame {
  Q_OBJECT

 public:
  explicit SweepMapCard(const SweepSession& session, QWidget* parent = nullptr);

  void reset();    ///< there is another sweep
  void refresh();  ///< something of its cells changed
  /// The point that is chosen elsewhere. No signal.
  void setChosen(std::optional<std::size_t> point);

  HeatMap* map() const { return map_; }
  QComboBox* quantity() const { return quantity_; }
  /// Of the third axis and those after it: "Batch 10".
  const std::vector<QComboBox*>& slices() const { return slices_; }

 signals:
  void clicked(std::size_t point);
  void activated(std::size_t point);

 private:
  /// The point in that place of the map; nothing where a slice has none.
  std::optional<std::size_t> pointAt(std::size_t column, std::size_t row) const;
  HeatMapContents::Cell cellOf(std::size_t point, const SweepQuantity& quantity) const;
  void showSelection();

  const SweepSession& session_;
  QComboBox* quantity_;
  HeatMap* map_;
  QLabel* told_;
  QHBoxLayout* sliceRow_;
  std::vector<QComboBox*> slices_;
  std::map<std::vector<std::size_t>, std::size_t> places_;  // of the grid's points
};

}  // namespace telegrad::ui
