// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace telegrad::ui {

/// What a link to a heading says after its '#': small letters, digits and what is beyond ASCII
/// stay, a space becomes a hyphen, the rest goes.
QString anchorOf(const QString& heading);

/// The manual as it is in the program's resources: Markdown pages, and index.md that orders them. A
/// folder in it with an index.md of its own is the manual in another language, with the same pages,
/// whose headings follow each other as in the original and have its anchors: a link is the same in
/// every language.
///
/// Threads: one at a time.
class Manual {
 public:
  struct Section {
    QString title;
    QString anchor;  ///< in this page; of equal headings the later ones end in -1, -2 ...
    int level = 1;
  };
  struct Page {
    QString name;  ///< its file below the manual's folder, without ".md": "reference/algorithms"
    QString file;  ///< that file, to which its links are relative
    QString title;
    QString markdown;
    QList<Section> sections;  ///< without the title
  };
  struct Chapter {
    QString title;
    QStringList pages;
  };
  /// A line that has all the words that were searched for.
  struct Hit {
    QString page, anchor;  ///< where it stands
    QString line;          ///< as plain text
  };

  /// The pages below `folder`; a translation's with what it translates.
  static Manual read(const QString& folder, const Manual* original = nullptr);
  /// The program's own, read when it is first asked for; in English where there is none in that
  /// language ("de").
  static const Manual& shipped(const QString& language = QStringLiteral("en"));

  /// index.md's headings, with the pages that are linked below each.
  const QList<Chapter>& chapters() const { return chapters_; }
  const QList<Page>& pages() const { return pages_; }
  /// Null if there is none of that name.
  const Page* page(const QString& name) const;

  /// Lines with all words of `text`, wherever in them and however written; headings first, then in
  /// the manual's order, at most so many.
  QList<Hit> search(const QString& text, int most) const;

 private:
  void add(Page page, const Page* original);
  void order();

  QList<Page> pages_;
  QList<Chapter> chapters_;
};

/// Markdown without its marks: what a reader sees, formulas and pictures in words.
QString plainText(const QString& markdown);

}  // namespace telegrad::ui
