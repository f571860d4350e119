// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <utility>

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyleOption>

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::test {

/// What stands on a widget that shows a text of ours, or nothing.
inline QString textOn(const QWidget* widget) {
  if (const auto* label = qobject_cast<const QLabel*>(widget)) return label->text();
  if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) return button->text();
  return {};
}

inline bool isCutOff(const QWidget* widget) {
  if (qobject_cast<const ui::ElidedLabel*>(widget) != nullptr) return false;
  if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->wordWrap())
    return label->height() < label->heightForWidth(label->width());
  return widget->width() < widget->minimumSizeHint().width() ||
         (qobject_cast<const QLabel*>(widget) != nullptr &&
          widget->width() < widget->sizeHint().width());
}

/// The widths of what an editor holds, and of the place it has for that; nothing for other widgets.
inline std::optional<std::pair<int, int>> wantedAndGiven(const QWidget* widget) {
  if (const auto* combo = qobject_cast<const QComboBox*>(widget)) {
    QStyleOptionComboBox option;
    option.initFrom(combo);
    const auto place = combo->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                      QStyle::SC_ComboBoxEditField, combo);
    return std::pair{combo->fontMetrics().horizontalAdvance(combo->currentText()), place.width()};
  }
  const auto* line = qobject_cast<const QLineEdit*>(widget);
  if (line == nullptr || qobject_cast<const QComboBox*>(line->parentWidget()) != nullptr) return {};
  QStyleOptionFrame option;
  option.initFrom(line);
  const auto place = line->style()->subElementRect(QStyle::SE_LineEditContents, &option, line);
  const auto text = line->text().isEmpty() ? line->placeholderText() : line->text();
  return std::pair{line->fontMetrics().horizontalAdvance(text), place.width()};
}

/// The visible scroll areas that do not scroll sideways though they have more than they show.
inline QStringList cutAtTheSide(const QWidget* parent) {
  QStringList found;
  for (const auto* area : parent->findChildren<QScrollArea*>()) {
    if (!area->isVisible() || area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff) continue;
    const int over = area->widget()->minimumSizeHint().width() - area->viewport()->width();
    if (over <= 0) continue;
    QStringList wide;
    for (const auto* child : area->findChildren<QWidget*>())
      if (child->isVisible() && child->findChild<QWidget*>() == nullptr)
        wide << QStringLiteral("%1 %2 %3: %4")
                    .arg(QLatin1String(child->metaObject()->className()), child->objectName(),
                         textOn(child))
                    .arg(child->minimumSizeHint().width());
    std::sort(wide.begin(), wide.end(), [](const QString& a, const QString& b) {
      return a.section(' ', -1).toInt() > b.section(' ', -1).toInt();
    });
    found << QStringLiteral("%1 of %2 is %3 too wide:\n    %4")
                 .arg(QLatin1String(area->widget()->metaObject()->className()),
                      QLatin1String(area->parentWidget()->metaObject()->className()))
                 .arg(over)
                 .arg(wide.mid(0, 6).join(QStringLiteral("\n    ")));
  }
  return found;
}

/// The heads of a table's columns that have no room for their words.
inline QStringList cutHeads(const QHeaderView& heads) {
  QStringList found;
  QStyleOptionHeader option;
  option.initFrom(&heads);
  for (int i = 0; i < heads.count(); ++i) {
    const auto text = heads.model()->headerData(i, heads.orientation()).toString();
    option.rect.setWidth(heads.sectionSize(i));
    option.text = text;
    const auto place = heads.style()->subElementRect(QStyle::SE_HeaderLabel, &option, &heads);
    const int wanted = QFontMetrics(ui::plotFont()).horizontalAdvance(text);  // the style sheet's
    if (!heads.isSectionHidden(i) && heads.orientation() == Qt::Horizontal &&
        wanted > place.width())
      found
          << QStringLiteral("head \"%1\": %2 of %3 wide").arg(text).arg(place.width()).arg(wanted);
  }
  return found;
}

/// The visible labels, buttons and editors below it whose text has no room, and what is cut at the
/// side; without `listsToo`, a list of words to choose from may end a word with dots.
inline QStringList cutOff(const QWidget* parent, bool listsToo) {
  QStringList found = cutAtTheSide(parent);
  for (const auto* heads : parent->findChildren<QHeaderView*>())
    if (heads->isVisible() && heads->model() != nullptr) found << cutHeads(*heads);
  for (const auto* widget : parent->findChildren<QWidget*>()) {
    if (!widget->isVisible() || (!listsToo && widget->inherits("QComboBox"))) continue;
    const auto widths = wantedAndGiven(widget);
    if (widths && widths->first > widths->second)
      found << QStringLiteral("%1 %2 \"%3\": %4 of %5 wide")
                   .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                        widget->property("currentText").toString() +
                            widget->property("text").toString())
                   .arg(widths->second)
                   .arg(widths->first);
  }
  for (const auto* widget : parent->findChildren<QWidget*>()) {
    const auto text = textOn(widget);
    if (!widget->isVisible() || text.size() < 2 || !isCutOff(widget))
      continue;  // a sign is no text
    found << QStringLiteral("%1 \"%2\": %3 of %4 wide")
                 .arg(QLatin1String(widget->metaObject()->className()), text)
                 .arg(widget->width())
                 .arg(widget->sizeHint().width());
  }
  return found;
}

}  // namespace telegrad::test
