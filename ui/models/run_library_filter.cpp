// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_library_filter.h"

#include <algorithm>

namespace telegrad::ui {

RunLibraryFilter::RunLibraryFilter(RunLibrary& library, QObject* parent)
    : QSortFilterProxyModel(parent) {
  setSourceModel(&library);
  setSortRole(RunLibrary::kSortRole);
  setDynamicSortFilter(true);
}

void RunLibraryFilter::setWords(const QString& text) {
  words_ = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  invalidateFilter();
}

void RunLibraryFilter::setTag(const QString& tag) {
  tag_ = tag;
  invalidateFilter();
}

bool RunLibraryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const auto index = sourceModel()->index(row, 0, parent);
  if (!tag_.isEmpty() && !index.data(RunLibrary::kTagsRole).toStringList().contains(tag_))
    return false;
  const auto searched = index.data(RunLibrary::kSearchRole).toString();
  return std::ranges::all_of(words_, [&](const auto& word) { return searched.contains(word); });
}

bool RunLibraryFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const auto one = left.data(RunLibrary::kSortRole);
  const auto other = right.data(RunLibrary::kSortRole);
  if (!one.isValid() || !other.isValid()) {
    // Descending turns everything round, and this back.
    const bool last = !one.isValid() && other.isValid();
    const bool first = one.isValid() && !other.isValid();
    return sortOrder() == Qt::AscendingOrder ? first : last;
  }
  return QSortFilterProxyModel::lessThan(left, right);
}

}  // namespace telegrad::ui
