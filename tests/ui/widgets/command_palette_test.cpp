// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/command_palette.h"

#include <QAction>
#include <QLineEdit>
#include <QMenuBar>
#include <QTreeWidget>
#include <QtTest>

using namespace telegrad::ui;

class CommandPaletteTest : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void everyActionOfTheMenusIsThere();
  void lettersInOrderFit_data();
  void lettersInOrderFit();
  void beginningsOfWordsComeFirst();
  void typingAndEnterDoIt();
  void whatCannotBeDoneIsNot();
  void arrowsMove();

 private:
  std::unique_ptr<QMenuBar> menus_;
  QAction* export_ = nullptr;
  QAction* epoch_ = nullptr;
  QAction* stop_ = nullptr;
};

namespace {

QStringList shown(const CommandPalette& palette) {
  const auto* list = palette.findChild<QTreeWidget*>();
  QStringList names;
  for (int i = 0; i < list->topLevelItemCount(); ++i) names << list->topLevelItem(i)->text(0);
  return names;
}

}  // namespace

void CommandPaletteTest::init() {
  menus_ = std::make_unique<QMenuBar>();
  auto* file = menus_->addMenu(QStringLiteral("&File"));
  export_ = file->addAction(QStringLiteral("&Export figure…"));
  export_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
  file->addSeparator();
  auto* more = file->addMenu(QStringLiteral("Shipped"));
  more->addAction(QStringLiteral("Quick start"));
  auto* run = menus_->addMenu(QStringLiteral("&Run"));
  epoch_ = run->addAction(QStringLiteral("Step to the end of the epoch"));
  stop_ = run->addAction(QStringLiteral("Stop"));
  stop_->setEnabled(false);
}

void CommandPaletteTest::everyActionOfTheMenusIsThere() {
  const CommandPalette palette(entriesOf(*menus_));
  QCOMPARE(shown(palette), (QStringList{"File › Export figure", "File › Shipped › Quick start",
                                        "Run › Step to the end of the epoch", "Run › Stop"}));
  const auto* first = palette.findChild<QTreeWidget*>()->topLevelItem(0);
  QCOMPARE(first->text(1), QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText));
}

void CommandPaletteTest::lettersInOrderFit_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<bool>("fits");
  QTest::newRow("nothing") << "" << true;
  QTest::newRow("a word") << "figure" << true;
  QTest::newRow("capitals") << "EXPORT" << true;
  QTest::newRow("beginnings") << "fef" << true;
  QTest::newRow("apart") << "fil fig" << true;
  QTest::newRow("another order") << "figexp" << false;
  QTest::newRow("a letter that is not there") << "z" << false;
  QTest::newRow("one too often") << "fffff" << false;
}

void CommandPaletteTest::lettersInOrderFit() {
  QFETCH(QString, typed);
  QFETCH(bool, fits);
  QCOMPARE(misfit(typed, QStringLiteral("File › Export figure")).has_value(), fits);
}

void CommandPaletteTest::beginningsOfWordsComeFirst() {
  QVERIFY(*misfit("st", "Run › Stop") < *misfit("st", "File › Last"));
  QVERIFY(*misfit("ef", "Export figure") < *misfit("ef", "Delete file"));
  CommandPalette palette(entriesOf(*menus_));
  palette.findChild<QLineEdit*>()->setText(QStringLiteral("st"));
  QCOMPARE(shown(palette).first(), QStringLiteral("Run › Step to the end of the epoch"));
  QVERIFY(!shown(palette).contains("File › Export figure"));
}

void CommandPaletteTest::typingAndEnterDoIt() {
  CommandPalette palette(entriesOf(*menus_));
  palette.show();
  QSignalSpy done(export_, &QAction::triggered);
  auto* typed = palette.findChild<QLineEdit*>();
  QTest::keyClicks(typed, "expfig");
  QTest::keyClick(typed, Qt::Key_Return);
  QVERIFY(!palette.isVisible());
  QTRY_COMPARE(done.count(), 1);
}

void CommandPaletteTest::whatCannotBeDoneIsNot() {
  CommandPalette palette(entriesOf(*menus_));
  palette.show();
  QSignalSpy done(stop_, &QAction::triggered);
  auto* typed = palette.findChild<QLineEdit*>();
  QTest::keyClicks(typed, "stop");
  QCOMPARE(shown(palette).first(), QStringLiteral("Run › Stop"));
  QTest::keyClick(typed, Qt::Key_Return);
  QVERIFY(palette.isVisible());
  QCOMPARE(done.count(), 0);
  QTest::keyClicks(typed, "zzz");  // nothing fits
  QTest::keyClick(typed, Qt::Key_Return);
  QVERIFY(palette.isVisible());
}

void CommandPaletteTest::arrowsMove() {
  CommandPalette palette(entriesOf(*menus_));
  palette.show();
  QSignalSpy done(epoch_, &QAction::triggered);
  auto* typed = palette.findChild<QLineEdit*>();
  QTest::keyClick(typed, Qt::Key_Up);  // already at the first
  QTest::keyClick(typed, Qt::Key_Down);
  QTest::keyClick(typed, Qt::Key_Down);
  QTest::keyClick(typed, Qt::Key_Return);
  QTRY_COMPARE(done.count(), 1);
}

QTEST_MAIN(CommandPaletteTest)

#include "command_palette_test.moc"
