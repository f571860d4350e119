// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/manual.h"

#include <algorithm>
#include <functional>
#include <optional>

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

// As in style_sheet.cpp.
static void useManual() {
  Q_INIT_RESOURCE(manual);
}

namespace telegrad::ui {
namespace {

struct Heading {
  QString title;
  int level = 1;
};

std::optional<Heading> headingIn(const QString& line) {
  static const QRegularExpression pattern(QStringLiteral("^(#{1,6}) +(.+)$"));
  const auto match = pattern.match(line);
  if (!match.hasMatch()) return std::nullopt;
  return Heading{plainText(match.captured(2)), static_cast<int>(match.capturedLength(1))};
}

/// Calls `visit` with each line that is no part of a fenced block.
void forEachLine(const QString& markdown, const std::function<void(const QString&)>& visit) {
  bool fenced = false;
  for (const auto& line : markdown.split(u'\n')) {
    const bool fence = line.trimmed().startsWith(QStringLiteral("```"));
    if (fence) fenced = !fenced;
    if (!fence && !fenced) visit(line);
  }
}

/// The same anchor for equal headings once, then with numbers.
class Anchors {
 public:
  QString next(const QString& heading) {
    const auto anchor = anchorOf(heading);
    const int before = count_[anchor]++;
    return before == 0 ? anchor : QStringLiteral("%1-%2").arg(anchor).arg(before);
  }

 private:
  QHash<QString, int> count_;
};

/// Paragraphs, list items, table rows and headings, each as one line, in order.
QStringList linesToSearch(const QString& markdown) {
  static const QRegularExpression begins(QStringLiteral("^ *([-*] |\\d+\\. |\\||#|!\\[|```|>)"));
  QStringList lines;
  bool open = false;
  for (const auto& line : markdown.split(u'\n')) {
    if (line.trimmed().isEmpty()) {
      open = false;
    } else if (!open || begins.match(line).hasMatch()) {
      lines << line;
      open = true;
    } else {
      lines.last() += u' ' + line.trimmed();
    }
  }
  return lines;
}

}  // namespace

QString anchorOf(const QString& heading) {
  QString anchor;
  for (const QChar each : heading.toLower()) {
    if (each.isLetterOrNumber() || each == u'-' || each == u'_') anchor += each;
    if (each == u' ') anchor += u'-';
  }
  return anchor;
}

QString plainText(const QString& markdown) {
  static const QRegularExpression link(QStringLiteral("!?\\[([^\\]]*)\\]\\([^)]*\\)"));
  static const QRegularExpression comment(QStringLiteral("<!--.*?-->"));
  static const QRegularExpression start(QStringLiteral("^ *(#{1,6} |[-*] |\\d+\\. |> )"));
  static const QRegularExpression mark(QStringLiteral("(?<!\\\\)[*`|]|\\\\(?=[^\\w\\s])"));
  auto text = markdown;
  text.remove(comment).remove(start).replace(link, QStringLiteral("\\1")).remove(mark);
  return text.simplified();
}

Manual Manual::read(const QString& folder) {
  Manual manual;
  QDirIterator files(folder, {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    auto name = file.fileName().mid(folder.size() + 1);
    name.chop(3);
    if (file.open(QIODevice::ReadOnly)) manual.add(name, QString::fromUtf8(file.readAll()));
  }
  manual.order();
  return manual;
}

const Manual& Manual::shipped() {
  static const Manual manual = [] {
    useManual();
    return read(QStringLiteral(":/manual"));
  }();
  return manual;
}

void Manual::add(const QString& name, const QString& markdown) {
  Page page{name, name, markdown, {}};
  Anchors anchors;
  forEachLine(markdown, [&](const QString& line) {
    const auto heading = headingIn(line);
    if (!heading) return;
    const auto anchor = anchors.next(heading->title);
    if (heading->level == 1)
      page.title = heading->title;
    else
      page.sections << Section{heading->title, anchor, heading->level};
  });
  pages_ << page;
}

/// As index.md has them; a page that it does not name comes last.
void Manual::order() {
  static const QRegularExpression link(QStringLiteral("\\]\\(([^)#]+)\\.md\\)"));
  QHash<QString, int> places;
  if (const auto* index = page(QStringLiteral("index"))) {
    forEachLine(index->markdown, [&](const QString& line) {
      if (const auto heading = headingIn(line)) chapters_ << Chapter{heading->title, {}};
      for (auto all = link.globalMatch(line); all.hasNext() && !chapters_.isEmpty();) {
        const auto name = all.next().captured(1);
        if (places.contains(name) || page(name) == nullptr) continue;
        places[name] = static_cast<int>(places.size());
        chapters_.last().pages << name;
      }
    });
  }
  const auto place = [&](const Page& each) {
    return places.value(each.name, static_cast<int>(places.size()));
  };
  std::ranges::stable_sort(pages_, {}, &Page::name);
  std::ranges::stable_sort(pages_, {}, place);
}

const Manual::Page* Manual::page(const QString& name) const {
  const auto found = std::ranges::find(pages_, name, &Page::name);
  return found == pages_.end() ? nullptr : &*found;
}

QList<Manual::Hit> Manual::search(const QString& text, int most) const {
  const auto words = text.split(u' ', Qt::SkipEmptyParts);
  if (words.isEmpty()) return {};
  QList<Hit> headings, others;
  for (const auto& page : pages_) {
    Anchors anchors;
    QString anchor;
    bool fenced = false;
    for (const auto& line : linesToSearch(page.markdown)) {
      if (line.trimmed().startsWith(QStringLiteral("```"))) fenced = !fenced;
      const auto heading = fenced ? std::nullopt : headingIn(line);
      if (heading) anchor = anchors.next(heading->title);
      const auto plain = fenced ? line : plainText(line);
      const auto has = [&](const QString& word) {
        return plain.contains(word, Qt::CaseInsensitive);
      };
      if (std::ranges::all_of(words, has))
        (heading ? headings : others) << Hit{page.name, anchor, plain};
    }
  }
  return (headings + others).mid(0, most);
}

}  // namespace telegrad::ui
