// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/command_line.h"

using telegrad::test::run;

/// The manual's reference pages in the tree, in both languages, are what the programs say now.
class ReferenceTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void pagesAreOfTheCode_data();
  void pagesAreOfTheCode();
  void nothingIsOverOrMissing();
  void aFolderThatIsNotThereIsRefused();

 private:
  QTemporaryDir made_, translated_;
};

namespace {

const QStringList kPrograms{TELEGRAD_PROGRAMS};
const QString kCommitted = QStringLiteral(TELEGRAD_REFERENCE);
const QString kTranslated = QStringLiteral(TELEGRAD_REFERENCE "/../de/reference");

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
  if (kPrograms.size() == 1) return;  // without the window there are no translations
  const auto done = run(kPrograms.last(), {"--german-reference", translated_.path()});
  QVERIFY2(done.status == 0, qPrintable(done.err));
  // The command line speaks one language.
  for (const auto* page : {"telegrad-cli.md", "telegrad.md"})
    QVERIFY(QFile::copy(made_.filePath(page), translated_.filePath(page)));
}

void ReferenceTest::pagesAreOfTheCode_data() {
  QTest::addColumn<QString>("made");
  QTest::addColumn<QString>("committed");
  const auto add = [](const QString& from, const QString& in) {
    for (const auto& page : pagesIn(from)) {
      const auto kept = QDir::cleanPath(in + '/' + page);
      QTest::newRow(qPrintable(kept.section('/', -3))) << from + '/' + page << kept;
    }
  };
  add(made_.path(), kCommitted);
  add(translated_.path(), kTranslated);
}

void ReferenceTest::pagesAreOfTheCode() {
  QFETCH(QString, made);
  QFETCH(QString, committed);
  const auto now = contents(made).split('\n');
  const auto kept = contents(committed).split('\n');
  for (qsizetype i = 0; i < std::max(now.size(), kept.size()); ++i)
    QVERIFY2(
        now.value(i) == kept.value(i),
        qPrintable(QStringLiteral("%1, line %2: there \"%3\", of the code \"%4\". Run "
                                  "packaging/manual.sh.")
                       .arg(committed)
                       .arg(i + 1)
                       .arg(QString::fromUtf8(kept.value(i)), QString::fromUtf8(now.value(i)))));
}

void ReferenceTest::nothingIsOverOrMissing() {
  QVERIFY(pagesIn(made_.path()).contains("algorithms.md"));
  if (kPrograms.size() == 1) return;
  QCOMPARE(pagesIn(kCommitted), pagesIn(made_.path()));
  QCOMPARE(pagesIn(kTranslated), pagesIn(translated_.path()));
}

void ReferenceTest::aFolderThatIsNotThereIsRefused() {
  const auto refused = run(kPrograms.first(), {"--reference", made_.filePath("none/at/all")});
  telegrad::test::verifyWords(refused, 2, {"telegrad-cli: ", "none/at/all"});
}

QTEST_GUILESS_MAIN(ReferenceTest)
#include "reference_test.moc"
