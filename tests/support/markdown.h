// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

/// What tests of pages in Markdown look for in them.
namespace telegrad::test {

inline const QRegularExpression& fencedBlock() {
  static const QRegularExpression pattern(
      QStringLiteral("^```.*?^```$"),
      QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption);
  return pattern;
}

inline const QRegularExpression& inlineCode() {
  static const QRegularExpression pattern(QStringLiteral("`[^`\\n]*`"));
  return pattern;
}

/// Everything outside of fenced blocks and code.
inline QString prose(const QString& markdown) {
  auto text = markdown;
  return text.remove(fencedBlock()).remove(inlineCode());
}

struct Link {
  bool isPicture = false;
  QString words, target;
};

inline QList<Link> linksIn(const QString& markdown) {
  static const QRegularExpression pattern(QStringLiteral("(!?)\\[([^\\]]*)\\]\\(([^)]*)\\)"));
  QList<Link> links;
  for (auto all = pattern.globalMatch(prose(markdown)); all.hasNext();) {
    const auto match = all.next();
    links << Link{!match.captured(1).isEmpty(), match.captured(2), match.captured(3)};
  }
  return links;
}

/// All that a pattern finds, in order.
inline QStringList found(const QRegularExpression& pattern, const QString& text) {
  QStringList all;
  for (auto matches = pattern.globalMatch(text); matches.hasNext();)
    all << matches.next().captured();
  return all;
}

}  // namespace telegrad::test
