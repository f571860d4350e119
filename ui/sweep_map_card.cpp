// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep_map_card.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QVBoxLayout>

#include "ui/models/sweep_words.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

/// The first of the cells that has that place on an axis.
const SweepCell* cellAt(const SweepPlan& plan, std::size_t axis, std::size_t place) {
  for (const auto& cell : plan.cells)
    if (!cell.at.empty() && cell.at[axis] == place) return &cell;
  return nullptr;
}

QStringList labelsOf(const SweepPlan& plan, std::size_t axis) {
  QStringList labels;
  for (std::size_t place = 0; place < plan.values[axis].size(); ++place)
    if (const auto* cell = cellAt(plan, axis, place))
      labels << parameterValue(*cell, plan.parameters[axis]);
  return labels;
}

}  // namespace

SweepMapCard::SweepMapCard(const SweepSession& session, QWidget* parent)
    : QFrame(parent),
      session_(session),
      quantity_(new ChoiceBox(this)),
      map_(new HeatMap(tr("Results of the sweep"), this)),
      told_(mutedLabel({}, this)),
      sliceRow_(new QHBoxLayout) {
  setProperty("role", "card");
  auto* title = new QLabel(tr("Heat map"), this);
  title->setFont(titleFont());
  quantity_->setAccessibleName(tr("What the cells show"));
  for (const auto& quantity : sweepQuantities()) {
    quantity_->addItem(translated(quantity.name));
    quantity_->setItemData(quantity_->count() - 1, translated(quantity.summary), Qt::ToolTipRole);
  }
  auto* head = new QHBoxLayout;
  head->addWidget(title);
  head->addStretch(1);
  head->addWidget(quantity_);
  sliceRow_->setSpacing(space::kSmall);
  told_->setFont(plotFont());
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kSmall);
  rows->addLayout(head);
  rows->addLayout(sliceRow_);
  rows->addWidget(map_, 1);
  rows->addWidget(told_);
  connect(quantity_, &QComboBox::currentIndexChanged, this, &SweepMapCard::refresh);
  connect(map_, &HeatMap::selectionChanged, this, &SweepMapCard::showSelection);
  const auto pointOfSelection = [this] {
    const auto cell = map_->selected();
    return cell ? pointAt(cell->column, cell->row) : std::nullopt;
  };
  connect(map_, &HeatMap::clicked, this, [this, pointOfSelection] {
    if (const auto point = pointOfSelection()) emit clicked(*point);
  });
  connect(map_, &HeatMap::activated, this, [this, pointOfSelection] {
    if (const auto point = pointOfSelection()) emit activated(*point);
  });
  refresh();
}

void SweepMapCard::reset() {
  for (auto* slice : std::exchange(slices_, {})) slice->deleteLater();
  const auto& plan = session_.contents().plan;
  places_.clear();
  for (const auto& cell : plan.cells)
    if (!cell.at.empty()) places_.emplace(cell.at, cell.point);
  for (std::size_t axis = 2; axis < plan.parameters.size(); ++axis) {
    auto* slice = new ChoiceBox(this);
    const auto label = parameterLabel(plan, plan.parameters[axis]);
    for (const auto& value : labelsOf(plan, axis))
      slice->addItem(QStringLiteral("%1 %2").arg(label, value));
    slice->setAccessibleName(label);
    sliceRow_->addWidget(slice);
    slices_.push_back(slice);
    connect(slice, &QComboBox::currentIndexChanged, this, &SweepMapCard::refresh);
  }
  map_->setSelected(std::nullopt);
  const auto worth = worthOf(plan).key;
  const auto all = sweepQuantities();
  const auto place = std::ranges::find(all, worth, &SweepQuantity::key) - all.begin();
  const QSignalBlocker blocker(quantity_);
  if (!plan.cells.empty()) quantity_->setCurrentIndex(static_cast<int>(place));
  refresh();
}

std::optional<std::size_t> SweepMapCard::pointAt(std::size_t column, std::size_t row) const {
  std::vector<std::size_t> at{column, row};
  for (const auto* slice : slices_) at.push_back(static_cast<std::size_t>(slice->currentIndex()));
  at.resize(session_.contents().plan.parameters.size());
  const auto place = places_.find(at);
  return place == places_.end() ? std::nullopt : std::optional(place->second);
}

HeatMapContents::Cell SweepMapCard::cellOf(std::size_t point, const SweepQuantity& quantity) const {
  const auto& contents = session_.contents();
  const auto& at = contents.points[point];
  const auto figure = meanOf(quantity, at, contents.results);
  HeatMapContents::Cell cell;
  cell.value = figure.mean;
  cell.told = pointText(contents, point);
  cell.running =
      std::ranges::any_of(at.cells, [&](std::size_t i) { return contents.isRunning(i); });
  cell.over = at.finished + at.diverged + at.failed > 0;
  if (figure.count > 0) {
    cell.words << figureText(quantity, figure.mean);
    if (quantity.isOfTarget && figure.count < at.finished)
      cell.words << tr("%1 of %2").arg(figure.count).arg(at.finished);
    else if (at.diverged > 0)
      cell.words << tr("%1 diverged").arg(at.diverged);
  } else if (cell.running) {
    cell.words << tr("running");
  } else if (at.failed > 0) {
    cell.words << tr("failed");
  } else if (at.diverged > 0) {
    cell.words << tr("diverged");
  } else if (at.finished > 0 && quantity.isOfTarget) {
    cell.words << tr("never") << tr("reached");
  } else if (at.finished > 0) {
    cell.words << QStringLiteral("–");
  }
  return cell;
}

void SweepMapCard::refresh() {
  const auto& contents = session_.contents();
  const auto& plan = contents.plan;
  HeatMapContents shown;
  shown.emptyWords = contents.isEmpty()
                         ? tr("Nothing swept yet. Choose parameters and values above: “Start” runs "
                              "every combination, and the map fills in as the runs end.")
                         : tr("This sweep has no axes, only seeds or a list: see the front and the "
                              "table.");
  const auto& quantity = sweepQuantities()[static_cast<std::size_t>(quantity_->currentIndex())];
  if (!plan.parameters.empty()) {
    shown.xTitle = parameterLabel(plan, plan.parameters[0]);
    shown.columns = labelsOf(plan, 0);
    const bool hasRows = plan.parameters.size() > 1;
    shown.rows = hasRows ? labelsOf(plan, 1) : QStringList{QString()};
    if (hasRows) shown.yTitle = parameterLabel(plan, plan.parameters[1]);
    for (std::size_t row = 0; row < static_cast<std::size_t>(shown.rows.size()); ++row)
      for (std::size_t column = 0; column < static_cast<std::size_t>(shown.columns.size());
           ++column) {
        const auto point = pointAt(column, row);
        shown.cells.push_back(point ? cellOf(*point, quantity) : HeatMapContents::Cell{});
      }
  }
  shown.log = !quantity.isShare;
  map_->setContents(std::move(shown));
  showSelection();
}

void SweepMapCard::showSelection() {
  const auto cell = map_->selected();
  const auto point = cell ? pointAt(cell->column, cell->row) : std::nullopt;
  told_->setText(point ? pointTitle(session_.contents(), *point)
                 : session_.contents().plan.parameters.empty()
                     ? QString()
                     : tr("Click a cell to add its run to the table of runs; Enter or a "
                          "double click shows its curves."));
  told_->setWordWrap(true);
}

void SweepMapCard::setChosen(std::optional<std::size_t> point) {
  const auto& shown = map_->contents();
  std::optional<HeatMap::Cell> chosen;
  for (std::size_t row = 0; row < static_cast<std::size_t>(shown.rows.size()); ++row)
    for (std::size_t column = 0; column < static_cast<std::size_t>(shown.columns.size()); ++column)
      if (point && pointAt(column, row) == point) chosen = HeatMap::Cell{column, row};
  map_->setSelected(chosen);
  showSelection();
}

}  // namespace telegrad::ui
