// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual_window.h"

#include <algorithm>

#include <QDirIterator>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextTable>
#include <QToolButton>
#include <QtTest>

#include "tests/support/markdown.h"
#include "tests/support/own_home.h"
#include "ui/main_window.h"
#include "ui/widgets/formula.h"
#include "ui/widgets/style_sheet.h"

using telegrad::test::linksIn;
using telegrad::ui::anchorOf;
using telegrad::ui::Formula;
using telegrad::ui::MainWindow;
using telegrad::ui::Manual;
using telegrad::ui::ManualView;
using telegrad::ui::ManualWindow;

namespace {

const QString kFolder = QStringLiteral(TELEGRAD_MANUAL);

/// A small manual on disk.
void write(const QTemporaryDir& folder, const QString& name, const QByteArray& text) {
  QDir(folder.path()).mkpath(QFileInfo(name).path());
  QFile file(folder.filePath(name));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(text);
}

/// "reference/algorithms" and "../sasg.md" are "sasg".
QString resolved(const QString& page, const QString& path) {
  return QDir::cleanPath("/" + page.left(page.lastIndexOf('/') + 1) + path).mid(1);
}

bool hasAnchor(const Manual::Page& page, const QString& anchor) {
  return std::ranges::any_of(page.sections,
                             [&](const auto& section) { return section.anchor == anchor; });
}

}  // namespace

class ManualWindowTest : public QObject {
  Q_OBJECT
 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void initTestCase();
  void everyPageIsInTheContents();
  void everyFileIsInTheProgram();
  void noLinkIsBroken();
  void noLinkOfTheSourcesIsBroken();
  void formulasSayTheirWords();
  void anchorsAreAsOnTheWeb();
  void searchFindsLines();
  void showsAPageAndItsPlaces();
  void linksAreFollowedAndTheWebIsLeftToTheDesktop();
  void searchesByKeyboard();
  void grows();
  void drawsFormulasInTheThemesColour();
  void keysAreThoseOfTheWindow();
};

void ManualWindowTest::initTestCase() {
  telegrad::ui::applyTheme(telegrad::ui::ThemeChoice::Light);
}

void ManualWindowTest::everyPageIsInTheContents() {
  const auto& manual = Manual::shipped();
  QStringList named;
  for (const auto& chapter : manual.chapters()) named << chapter.pages;
  for (const auto& page : manual.pages())
    if (page.name != "index")
      QVERIFY2(named.contains(page.name), qPrintable(page.name + " is not in index.md"));
  QCOMPARE(named.size(), manual.pages().size() - 1);
}

void ManualWindowTest::everyFileIsInTheProgram() {
  QDirIterator files(kFolder, {"*.md", "*.png"}, QDir::Files, QDirIterator::Subdirectories);
  int count = 0;
  while (files.hasNext()) {
    const auto name = files.next().mid(kFolder.size());
    QVERIFY2(QFile::exists(":/manual" + name),
             qPrintable(name + " is not in manual.qrc: run packaging/manual.sh"));
    ++count;
  }
  QVERIFY(count > 20);
}

void ManualWindowTest::noLinkIsBroken() {
  const auto& manual = Manual::shipped();
  for (const auto& page : manual.pages()) {
    for (const auto& link : linksIn(page.markdown)) {
      const QUrl url(link.target);
      const auto where = page.name + ".md: " + link.target;
      if (!url.isRelative()) {
        QVERIFY2(url.scheme() == "https", qPrintable(where));
        continue;
      }
      const auto path = url.path().isEmpty() ? page.name + ".md" : resolved(page.name, url.path());
      QVERIFY2(QFile::exists(":/manual/" + path), qPrintable(where));
      if (link.isPicture) continue;
      QVERIFY2(path.endsWith(".md"), qPrintable(where));
      const auto* target = manual.page(path.chopped(3));
      QVERIFY2(target != nullptr, qPrintable(where));
      const auto anchor = url.fragment(QUrl::FullyDecoded);
      QVERIFY2(anchor.isEmpty() || hasAnchor(*target, anchor), qPrintable(where));
    }
  }
}

/// Of the pages beside the code, which link to files of the sources and to places in the manual.
void ManualWindowTest::noLinkOfTheSourcesIsBroken() {
  const QDir sources(kFolder + "/../..");
  const QDir manual(kFolder);
  for (const auto* name : {"README.md", "CONTRIBUTING.md", "tests/bench/README.md"}) {
    QFile file(sources.filePath(name));
    QVERIFY2(file.open(QIODevice::ReadOnly), name);
    for (const auto& link : linksIn(QString::fromUtf8(file.readAll()))) {
      const QUrl url(link.target);
      if (!url.isRelative()) continue;
      const auto where = QString::fromLatin1(name) + ": " + link.target;
      const auto path = QFileInfo(file).dir().filePath(url.path());
      QVERIFY2(QFile::exists(path), qPrintable(where));
      const auto anchor = url.fragment(QUrl::FullyDecoded);
      if (anchor.isEmpty()) continue;
      const auto page = QDir::cleanPath(manual.relativeFilePath(path));
      const auto* target = Manual::shipped().page(page.chopped(3));
      QVERIFY2(target != nullptr && hasAnchor(*target, anchor), qPrintable(where));
    }
  }
}

void ManualWindowTest::formulasSayTheirWords() {
  int count = 0;
  for (const auto& page : Manual::shipped().pages()) {
    for (const auto& link : linksIn(page.markdown)) {
      if (!link.isPicture) continue;
      QVERIFY2(!link.words.isEmpty(), qPrintable(page.name + ": " + link.target));
      if (!link.target.contains("formulas/")) continue;
      const auto formula = Formula::find(QFileInfo(link.target).baseName());
      auto words = formula->words();
      QVERIFY2(link.words == words.replace('[', '(').replace(']', ')'),
               qPrintable(page.name + ": " + link.target + "; run packaging/formulas.py"));
      ++count;
    }
  }
  QVERIFY(count > 50);
}

void ManualWindowTest::anchorsAreAsOnTheWeb() {
  QCOMPARE(anchorOf("Top-k"), "top-k");
  QCOMPARE(anchorOf("Error feedback, and more (2)"), "error-feedback-and-more-2");
  QCOMPARE(anchorOf("The compression noise φ"), "the-compression-noise-φ");
  QTemporaryDir folder;
  write(folder, "index.md", "# All\n\n## One\n\n- [A](a.md)\n");
  write(folder, "a.md",
        "# A page\n\n## Twice\n\n```sh\n# no heading\n```\n\n## Twice\n\n### `x` in *it*\n");
  const auto manual = Manual::read(folder.path());
  const auto* page = manual.page("a");
  QVERIFY(page != nullptr);
  QCOMPARE(page->title, "A page");
  QCOMPARE(page->sections.size(), 3);
  QCOMPARE(page->sections[0].anchor, "twice");
  QCOMPARE(page->sections[1].anchor, "twice-1");
  QCOMPARE(page->sections[2].title, "x in it");
  QCOMPARE(page->sections[2].level, 3);
}

void ManualWindowTest::searchFindsLines() {
  QTemporaryDir folder;
  write(folder, "index.md", "# All\n\n## One\n\n- [A](a.md)\n- [B](b/c.md)\n");
  write(folder, "a.md",
        "# A\n\nA worker **skips** where\nits gradient is old.\n\n## Skips\n\n| skips | x "
        "|\n|---|---|\n");
  write(folder, "b/c.md", "# C\n\n![gamma over two](formulas/f.svg)\n\n- gradient\n- worker\n");
  const auto manual = Manual::read(folder.path());
  const auto hits = manual.search("SKIPS", 10);
  QCOMPARE(hits.size(), 3);
  QCOMPARE(hits[0].line, "Skips");  // headings first
  QCOMPARE(hits[0].anchor, "skips");
  QCOMPARE(hits[1].line, "A worker skips where its gradient is old.");
  QCOMPARE(hits[2].anchor, "skips");
  QCOMPARE(manual.search("gradient worker", 10).size(), 1);   // in one line
  QCOMPARE(manual.search("gamma", 10).value(0).page, "b/c");  // a formula's words
  QCOMPARE(manual.search("skips", 2).size(), 2);
  QVERIFY(manual.search("  ", 10).isEmpty());
}

void ManualWindowTest::showsAPageAndItsPlaces() {
  ManualWindow window(Manual::shipped());
  window.resize(900, 500);
  window.show();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  auto* view = window.findChild<ManualView*>();
  QCOMPARE(view->page(), "index");
  window.showPage("reference/algorithms", "sasg");
  QCOMPARE(view->page(), "reference/algorithms");
  const int at = view->verticalScrollBar()->value();
  QVERIFY(at > 0);
  QVERIFY(view->cursorForPosition(QPoint(60, 30)).block().text().startsWith("sasg"));
  window.showPage("sasg");
  QCOMPARE(view->verticalScrollBar()->value(), 0);
  window.showPage("no-such-page");
  QCOMPARE(view->page(), "sasg");
  // Back to the very place, and forward again.
  QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
  QCOMPARE(view->page(), "reference/algorithms");
  QCOMPARE(view->verticalScrollBar()->value(), at);
  QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
  QCOMPARE(view->page(), "sasg");
}

void ManualWindowTest::linksAreFollowedAndTheWebIsLeftToTheDesktop() {
  ManualWindow window(Manual::shipped());
  window.resize(900, 500);
  window.show();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  auto* view = window.findChild<ManualView*>();
  QSignalSpy leaves(&window, &ManualWindow::leavesProgram);
  window.showPage("sasg");
  emit view->anchorClicked(QUrl("reference/experiments.md#quick-start"));
  QCOMPARE(view->page(), "reference/experiments");
  emit view->anchorClicked(QUrl("../sasg.md"));
  QCOMPARE(view->page(), "sasg");
  emit view->anchorClicked(QUrl("#learning-rates"));
  QCOMPARE(view->page(), "sasg");
  QVERIFY(view->verticalScrollBar()->value() > 0);
  QCOMPARE(leaves.size(), 0);
  emit view->anchorClicked(QUrl("https://arxiv.org/abs/2112.04088"));
  QCOMPARE(leaves.size(), 1);
  QCOMPARE(view->page(), "sasg");
}

void ManualWindowTest::searchesByKeyboard() {
  ManualWindow window(Manual::shipped());
  window.show();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  auto* field = window.findChild<QLineEdit*>();
  auto* hits = window.findChild<QListWidget*>();
  QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
  QVERIFY(field->hasFocus());
  QTest::keyClicks(field, "staleness amplifies nothing");
  QCOMPARE(hits->count(), 0);
  field->clear();
  QTest::keyClicks(field, "majority");
  QVERIFY(hits->count() > 0);
  QTest::keyClick(field, Qt::Key_Return);
  QVERIFY(hits->hasFocus());
  auto* view = window.findChild<ManualView*>();
  QVERIFY(view->textCursor().selectedText().contains("majority", Qt::CaseInsensitive));
  QTest::keyClick(hits, Qt::Key_Escape);  // away with the search, then with the window
  QVERIFY(field->text().isEmpty());
  QTest::keyClick(&window, Qt::Key_Escape);
  QVERIFY(!window.isVisible());
}

void ManualWindowTest::grows() {
  ManualWindow window(Manual::shipped());
  window.show();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  window.showPage("delayed");
  auto* view = window.findChild<ManualView*>();
  const auto before = view->document()->size().height();
  QTest::keyClick(&window, Qt::Key_Plus, Qt::ControlModifier);
  QTest::keyClick(&window, Qt::Key_Equal, Qt::ControlModifier);
  QCOMPARE(view->zoom(), 120);
  QVERIFY(view->document()->size().height() > before);
  QTest::keyClick(&window, Qt::Key_0, Qt::ControlModifier);
  QCOMPARE(view->zoom(), 100);
  for (auto* button : window.findChildren<QToolButton*>())
    if (button->isVisible() && button->parentWidget()->inherits("QToolBar"))
      QVERIFY(!button->accessibleName().isEmpty());
}

void ManualWindowTest::drawsFormulasInTheThemesColour() {
  ManualView view;
  view.resize(800, 600);
  for (const auto choice : {telegrad::ui::ThemeChoice::Dark, telegrad::ui::ThemeChoice::Light}) {
    telegrad::ui::applyTheme(choice);
    view.setPage(*Manual::shipped().page("delayed"));
    const auto drawn =
        view.loadResource(QTextDocument::ImageResource, QUrl("formulas/phi.svg")).value<QImage>();
    QVERIFY(!drawn.isNull());
    QColor ink;
    for (int x = 0; x < drawn.width(); ++x)
      for (int y = 0; y < drawn.height(); ++y)
        if (drawn.pixelColor(x, y).alpha() == 255) ink = drawn.pixelColor(x, y);
    QCOMPARE(ink.rgb(), telegrad::ui::Theme::current().text.rgb());
  }
  // In words there is no picture of it left.
  view.setInWords(true);
  QVERIFY(view.toPlainText().contains("φ(δ, τ) = (1 − δ) / (δ (1 − δ/2)^τ)"));
}

/// The table of the page on the keyboard promises nothing that the window does not have.
void ManualWindowTest::keysAreThoseOfTheWindow() {
  MainWindow::Start start;
  start.restoreSession = false;
  const MainWindow window(start);
  QSet<QKeySequence> known;
  for (const auto* action : window.findChildren<QAction*>())
    for (const auto& sequence : action->shortcuts()) known << sequence;
  static const QRegularExpression row(QStringLiteral("^\\| ([^|]+) \\| [^|]+\\|$"),
                                      QRegularExpression::MultilineOption);
  static const QRegularExpression between(QStringLiteral(", | and | … "));
  int count = 0;
  for (auto all = row.globalMatch(Manual::shipped().page("keyboard")->markdown); all.hasNext();) {
    const auto keys = all.next().captured(1).trimmed();
    if (keys == "Key") continue;
    for (const auto& key : keys.split(between)) {
      QVERIFY2(known.contains(QKeySequence(key)), qPrintable(key));
      ++count;
    }
  }
  QVERIFY(count > 20);
}

QTEST_MAIN(ManualWindowTest)
#include "manual_window_test.moc"
