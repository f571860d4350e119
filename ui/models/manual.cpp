// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/manual.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

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

bool isManual(const QString& folder) {
  return QFile::exists(folder + QStringLiteral("/index.md"));
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

Manual Manual::read(const QString& folder, const Manual* original) {
  Manual manual;
  QDirIterator files(folder, {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    const auto name = file.fileName().mid(folder.size() + 1).chopped(3);
    if (isManual(folder + u'/' + name.section(u'/', 0, 0))) continue;
    if (!file.open(QIODevice::ReadOnly)) continue;
    manual.add({name, file.fileName(), name, QString::fromUtf8(file.readAll()), {}},
               original ? original->page(name) : nullptr);
  }
  manual.order();
  return manual;
}

const Manual& Manual::shipped(const QString& language) {
  static const QString folder = QStringLiteral(":/manual");
  static const Manual english = [] {
    useManual();
    return read(folder);
  }();
  static std::map<QString, Manual> others;
  const auto translation = folder + u'/' + language;
  if (!isManual(translation)) return english;
  const auto [place, isNew] = others.try_emplace(translation);
  if (isNew) place->second = read(translation, &english);
  return place->second;
}

void Manual::add(Page page, const Page* original) {
  Anchors anchors;
  forEachLine(page.markdown, [&](const QString& line) {
    const auto heading = headingIn(line);
    if (!heading) return;
    auto anchor = anchors.next(heading->title);
    if (heading->level == 1) {
      page.title = heading->title;
      return;
    }
    if (original) anchor = original->sections.value(page.sections.size()).anchor;
    page.sections << Section{heading->title, anchor, heading->level};
  });
  pages_ << std::move(page);
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
    qsizetype sections = 0;
    QString anchor;
    bool fenced = false;
    for (const auto& line : linesToSearch(page.markdown)) {
      if (line.trimmed().startsWith(QStringLiteral("```"))) fenced = !fenced;
      const auto heading = fenced ? std::nullopt : headingIn(line);
      if (heading && heading->level > 1) anchor = page.sections.value(sections++).anchor;
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
