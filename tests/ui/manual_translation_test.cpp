// SPDX-License-Identifier: GPL-3.0-or-later
// The German manual beside the English one: the same pages, headings, links, formulas, code, tables
// and numbers, and translated from what the English page says now.
#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include "tests/support/markdown.h"
#include "tests/support/own_home.h"
#include "ui/models/manual.h"
#include "ui/widgets/formula.h"
#include "ui/widgets/language.h"
#include "ui/widgets/text.h"

using telegrad::test::found;
using telegrad::test::linksIn;
using telegrad::test::prose;
using telegrad::ui::Formula;
using telegrad::ui::Manual;

namespace {

const auto kEnglish = QStringLiteral(":/manual/");
const auto kGerman = QStringLiteral(":/manual/de/");

QByteArray contents(const QString& name) {
  QFile file(name);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The numbers in it, without marks between thousands, in their own order.
QStringList numbersIn(const QString& markdown) {
  static const QRegularExpression target(QStringLiteral("\\]\\([^)]*\\)"));
  static const QRegularExpression thousands(QStringLiteral("(?<=\\d)[,\\x{202F}](?=\\d{3})"));
  static const QRegularExpression number(QStringLiteral("\\d+(\\.\\d+)?(e\\d+)?"));
  static const QRegularExpression home(QStringLiteral("\\bPos1\\b"));  // a key
  auto numbers = found(number, prose(markdown).remove(target).remove(thousands).remove(home));
  numbers.sort();
  return numbers;
}

/// What of each line that is a row of a table, an item of a list or a heading begins it, and a
/// row's number of cells: how a page is built.
QStringList shapeOf(const QString& markdown) {
  static const QRegularExpression begin(QStringLiteral("^ *([-*] |\\d+\\. |#+ |\\|.*$|!\\[)"),
                                        QRegularExpression::MultilineOption);
  static const QRegularExpression cell(QStringLiteral("(?<!\\\\)\\|"));
  QStringList shape;
  for (const auto& line : found(begin, QString(markdown).remove(telegrad::test::fencedBlock())))
    shape << (line.trimmed().startsWith('|') ? QString(line.count(cell), '|') : line);
  return shape;
}

}  // namespace

class ManualTranslationTest : public QObject {
  Q_OBJECT
 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void initTestCase();
  void hasTheSamePages();
  void isWhatTheWindowShows();
  void isOfTheSamePage_data() { eachPage(); }
  void isOfTheSamePage();
  void isBuiltAlike_data() { eachPage(); }
  void isBuiltAlike();
  void linksAlike_data() { eachPage(); }
  void linksAlike();
  void hasTheSameCode_data() { eachPage(); }
  void hasTheSameCode();
  void hasTheSameNumbers_data() { eachPage(); }
  void hasTheSameNumbers();
  void namesTheSameKeys();
  void isInGerman_data() { eachPage(); }
  void isInGerman();

 private:
  void eachPage() const;

  Manual english_, german_;
};

void ManualTranslationTest::initTestCase() {
  Manual::shipped();  // so that its resources are there
  english_ = Manual::read(kEnglish.chopped(1));
  german_ = Manual::read(kGerman.chopped(1), &english_);
  telegrad::ui::applyLanguage(QStringLiteral("de"));
}

void ManualTranslationTest::eachPage() const {
  QTest::addColumn<QString>("page");
  for (const auto& page : english_.pages()) QTest::newRow(qPrintable(page.name)) << page.name;
}

void ManualTranslationTest::hasTheSamePages() {
  QStringList english, german;
  for (const auto& page : english_.pages()) english << page.name;
  for (const auto& page : german_.pages()) german << page.name;
  QCOMPARE(german, english);
  QVERIFY(english.size() > 25);
  QCOMPARE(german_.chapters().size(), english_.chapters().size());
}

/// In the window's language; a place of the English manual is found there.
void ManualTranslationTest::isWhatTheWindowShows() {
  const auto& shipped = Manual::shipped(telegrad::ui::spokenLanguage());
  const auto* page = shipped.page(QStringLiteral("sasg"));
  QVERIFY(page != nullptr);
  QCOMPARE(page->file, kGerman + "sasg.md");
  QVERIFY(std::ranges::any_of(page->sections, [](const auto& section) {
    return section.anchor == "learning-rates" && section.title == "Lernraten";
  }));
  const auto hits = shipped.search(QStringLiteral("Lernraten"), 1);
  QCOMPARE(hits.value(0).anchor, "learning-rates");
  QCOMPARE(Manual::shipped(QStringLiteral("none")).page(QStringLiteral("sasg"))->file,
           kEnglish + "sasg.md");
}

/// So that nobody changes a page and forgets its translation. Reference pages are made.
void ManualTranslationTest::isOfTheSamePage() {
  QFETCH(QString, page);
  if (page.startsWith(QStringLiteral("reference/"))) return;
  const auto sum =
      QCryptographicHash::hash(contents(kEnglish + page + ".md"), QCryptographicHash::Sha256);
  const auto wanted = "<!-- Translates the page whose SHA-256 is " + sum.toHex() + " -->";
  const auto first = contents(kGerman + page + ".md").split('\n').value(0);
  QVERIFY2(first == wanted,
           qPrintable(page + ".md is not what its translation was made from: bring de/" + page +
                      ".md up to date, then write in its first line\n" + wanted));
}

void ManualTranslationTest::isBuiltAlike() {
  QFETCH(QString, page);
  const auto* german = german_.page(page);
  const auto english = shapeOf(english_.page(page)->markdown);
  const auto shape = shapeOf(german->markdown);
  for (qsizetype i = 0; i < std::max(english.size(), shape.size()); ++i)
    QVERIFY2(shape.value(i) == english.value(i),
             qPrintable(QStringLiteral("line %1 of headings, items and rows: \"%2\", in English "
                                       "\"%3\"")
                            .arg(i + 1)
                            .arg(shape.value(i), english.value(i))));
  QCOMPARE(german->sections.size(), english_.page(page)->sections.size());
}

void ManualTranslationTest::linksAlike() {
  QFETCH(QString, page);
  const auto links = linksIn(german_.page(page)->markdown);
  const auto wanted = linksIn(english_.page(page)->markdown);
  QCOMPARE(links.size(), wanted.size());
  for (qsizetype i = 0; i < links.size(); ++i) {
    const auto& link = links[i];
    // Formulas are beside the languages; a picture is the language's own, where it has one.
    auto target = wanted[i].target;
    if (link.isPicture && !QFile::exists(kGerman + target)) target.prepend("../");
    QCOMPARE(link.target, target);
    if (!link.target.contains(QStringLiteral("formulas/"))) continue;
    const auto formula = Formula::find(QFileInfo(link.target).baseName());
    const auto words = telegrad::ui::translated(formula->words().toStdString());
    QCOMPARE(link.words, QString(words).replace('[', '(').replace(']', ')'));
  }
}

void ManualTranslationTest::hasTheSameCode() {
  QFETCH(QString, page);
  const auto codeIn = [](const QString& markdown) {
    auto code = found(telegrad::test::fencedBlock(), markdown);
    auto inlined = found(telegrad::test::inlineCode(),
                         QString(markdown).remove(telegrad::test::fencedBlock()));
    inlined.sort();
    return code + inlined;
  };
  QCOMPARE(codeIn(german_.page(page)->markdown), codeIn(english_.page(page)->markdown));
}

void ManualTranslationTest::hasTheSameNumbers() {
  QFETCH(QString, page);
  static const QRegularExpression comment(QStringLiteral("<!--.*?-->"));
  const auto numbersOf = [](QString markdown) { return numbersIn(markdown.remove(comment)); };
  QCOMPARE(numbersOf(german_.page(page)->markdown), numbersOf(english_.page(page)->markdown));
}

/// By the names that German keyboards have.
void ManualTranslationTest::namesTheSameKeys() {
  static const QRegularExpression row(QStringLiteral("^\\| ([^|]+) \\| [^|]+\\|$"),
                                      QRegularExpression::MultilineOption);
  const auto keysOf = [](const Manual& manual) {
    QStringList keys;
    const auto& page = manual.page(QStringLiteral("keyboard"))->markdown;
    for (auto rows = row.globalMatch(page); rows.hasNext();) keys << rows.next().captured(1);
    return keys.mid(1);  // without the head
  };
  auto german = keysOf(german_).join('\n');
  const std::initializer_list<std::pair<const char*, const char*>> names = {{"Strg", "Ctrl"},
                                                                            {"Umschalt", "Shift"},
                                                                            {"Pos1", "Home"},
                                                                            {"Leertaste", "Space"},
                                                                            {" und ", " and "}};
  for (const auto& [name, english] : names)
    german.replace(QString::fromLatin1(name), QString::fromLatin1(english));
  QCOMPARE(german.split('\n'), keysOf(english_));
}

/// No word that is frequent in English and none in German, but in sources and titles (in italics)
/// and in keys. The command line is in English.
void ManualTranslationTest::isInGerman() {
  QFETCH(QString, page);
  if (page.startsWith(QStringLiteral("reference/telegrad"))) return;
  static const QRegularExpression target(
      QStringLiteral("\\]\\([^)]*\\)|<!--.*?-->|\\*\\*[^*\\n]*\\*\\*|\\*[^*\\n]*\\*|^Quelle: .*$"),
      QRegularExpression::MultilineOption);
  static const QRegularExpression english(
      QStringLiteral("(?<![-\\w])(the|of|with|which|from|whose|what|are|than|where)(?![-\\w])"),
      QRegularExpression::CaseInsensitiveOption);
  for (const auto& line : prose(german_.page(page)->markdown).remove(target).split('\n'))
    QVERIFY2(!english.match(line).hasMatch(), qPrintable(line));
}

QTEST_MAIN(ManualTranslationTest)
#include "manual_translation_test.moc"
