// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sweep_words.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QStringList>

#include "core/base/units.h"
#include "core/experiment/catalogues.h"
#include "ui/models/number_format.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

QString sweepText(const std::string& text) {
  return QString::fromStdString(text);
}

const SlotDescription* slotOfKey(const ParameterName& name) {
  const auto slot = findSlot(name.slot);
  return name.key == "key" && slot ? *slot : nullptr;
}

}  // namespace

QString parameterLabel(const SweepPlan& plan, const std::string& parameter) {
  const auto name = parseParameterName(parameter);
  if (!name) return sweepText(parameter);
  if (const auto* slot = slotOfKey(*name)) return translated(slot->label);
  for (const auto& cell : plan.cells)
    if (const auto described = describe(cell.experiment, *name); described) {
      const auto label = translated((*described)->label);
      if (!name->slot.starts_with("worker.")) return label;
      return tr("%1, worker %2").arg(label, sweepText(name->slot.substr(7)));
    }
  return sweepText(parameter);
}

QString parameterValue(const SweepCell& cell, const std::string& parameter) {
  const auto name = parseParameterName(parameter);
  if (!name) return {};
  if (const auto* slot = slotOfKey(*name)) {
    const auto entry =
        std::ranges::find(slot->entries, cell.experiment.slot(name->slot).key, &Description::key);
    return entry == slot->entries.end() ? QString() : translated(entry->name);
  }
  const auto described = describe(cell.experiment, *name);
  if (!described) return QStringLiteral("–");
  return sweepText(displayValue(**described, cell.experiment.value(*name)));
}

QString figureText(const SweepQuantity& quantity, double value, int digits) {
  if (std::isnan(value)) return QStringLiteral("–");
  if (quantity.isShare) return percent(value);
  if (quantity.isWhole && quantity.unit.empty() && std::abs(value) < 1e6)
    return grouped(std::llround(value));
  if (quantity.unit.empty()) return shortNumber(value, digits);
  return sweepText(formatQuantity(value, quantity.unit, digits));
}

QString quantityTitle(const SweepQuantity& quantity) {
  if (quantity.isShare) return QStringLiteral("%1, %").arg(translated(quantity.name));
  return quantity.unit.empty() || quantity.unit == "bit"
             ? translated(quantity.name)
             : QStringLiteral("%1, %2").arg(translated(quantity.name), sweepText(quantity.unit));
}

QString stateText(const SweepSession::Contents& contents, std::size_t cell) {
  if (contents.isRunning(cell))
    return tr("running, %1").arg(percent(std::min(1.0, contents.running[cell]), 0));
  switch (contents.results[cell].state) {
    case CellState::Absent:
      return tr("waiting");
    case CellState::Unfinished:
      return tr("unfinished");
    case CellState::Finished:
      return tr("finished");
    case CellState::Diverged:
      return tr("diverged");
    case CellState::Failed:
      break;
  }
  return tr("failed");
}

QString pointTitle(const SweepSession::Contents& contents, std::size_t point) {
  const auto& cell = contents.plan.cells[contents.points[point].cells.front()];
  QStringList words;
  for (const auto& assignment : cell.assignments) {
    const auto parameter = assignment.substr(0, assignment.find('='));
    words << parameterLabel(contents.plan, parameter) + QStringLiteral(" ") +
                 parameterValue(cell, parameter);
  }
  return words.isEmpty() ? sweepText(contents.sweep.name) : words.join(QStringLiteral(", "));
}

QString pointText(const SweepSession::Contents& contents, std::size_t point) {
  const auto& at = contents.points[point];
  QStringList lines{pointTitle(contents, point)};
  lines << tr("%1 of %2 runs finished").arg(at.finished).arg(at.cells.size());
  if (at.diverged > 0) lines << tr("%1 diverged").arg(at.diverged);
  for (const auto& quantity : sweepQuantities()) {
    const auto figure = meanOf(quantity, at, contents.results);
    if (figure.count == 0) continue;
    auto line = QStringLiteral("%1: %2").arg(translated(quantity.name),
                                             figureText(quantity, figure.mean, 4));
    if (quantity.isOfTarget && figure.count < at.finished)
      line += tr(", in %1 of %2 runs").arg(figure.count).arg(at.finished);
    lines << line;
  }
  for (const auto cell : at.cells)
    if (const auto& message = contents.results[cell].message; !message.empty())
      lines << sweepText(message);
  return lines.join('\n');
}

}  // namespace telegrad::ui
