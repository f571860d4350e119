// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/command_line.h"

using telegrad::test::run;

/// The manual's reference pages in the tree are what the programs say now.
class ReferenceTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void pagesAreOfTheCode_data();
  void pagesAreOfTheCode();
  void nothingIsOverOrMissing();
  void aFolderThatIsNotThereIsRefused();

 private:
  QTemporaryDir made_;
};

namespace {

const QStringList kPrograms{TELEGRAD_PROGRAMS};
const QString kCommitted = QStringLiteral(TELEGRAD_REFERENCE);

QByteArray contents(const QString& name) {
  QFile file(name);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList pagesIn(const QString& folder) {
  return QDir(folder).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
}

}  // namespace

void ReferenceTest::initTestCase() {
  for (const auto& program : kPrograms) {
    const auto done = run(program, {"--reference", made_.path()});
    QVERIFY2(done.status == 0, qPrintable(done.err));
  }
}

void ReferenceTest::pagesAreOfTheCode_data() {
  QTest::addColumn<QString>("page");
  for (const auto& page : pagesIn(made_.path())) QTest::newRow(qPrintable(page)) << page;
}

void ReferenceTest::pagesAreOfTheCode() {
  QFETCH(QString, page);
  const auto now = contents(made_.filePath(page)).split('\n');
  const auto committed = contents(kCommitted + "/" + page).split('\n');
  for (qsizetype i = 0; i < std::max(now.size(), committed.size()); ++i)
    QVERIFY2(now.value(i) == committed.value(i),
             qPrintable(
                 QStringLiteral("resources/manual/reference/%1, line %2: there \"%3\", of the "
                                "code \"%4\". Run packaging/manual.sh.")
                     .arg(page)
                     .arg(i + 1)
                     .arg(QString::fromUtf8(committed.value(i)), QString::fromUtf8(now.value(i)))));
}

void ReferenceTest::nothingIsOverOrMissing() {
  QVERIFY(pagesIn(made_.path()).contains("algorithms.md"));
  if (kPrograms.size() > 1) QCOMPARE(pagesIn(kCommitted), pagesIn(made_.path()));
}

void ReferenceTest::aFolderThatIsNotThereIsRefused() {
  const auto refused = run(kPrograms.first(), {"--reference", made_.filePath("none/at/all")});
  telegrad::test::verifyWords(refused, 2, {"telegrad-cli: ", "none/at/all"});
}

QTEST_GUILESS_MAIN(ReferenceTest)
#include "reference_test.moc"
