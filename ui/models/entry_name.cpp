// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/entry_name.h"

#include <algorithm>

#include "core/experiment/catalogues.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {

QString entryName(const Experiment& experiment, const std::string& slotKey) {
  const auto& key = experiment.slot(slotKey).key;
  const auto slot = findSlot(slotKey);
  if (!slot) return QString::fromStdString(key);
  const auto found = std::ranges::find((*slot)->entries, key, &Description::key);
  return found == (*slot)->entries.end() ? QString::fromStdString(key) : translated(found->name);
}

}  // namespace telegrad::ui
