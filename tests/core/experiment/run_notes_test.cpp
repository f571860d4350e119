// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_notes.h"

#include <QtTest>

#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"

using telegrad::parseNotes;
using telegrad::readNotes;
using telegrad::RunNotes;
using telegrad::writeNotes;

class RunNotesTest : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void notesReadBackEqual();
  void aFolderWithoutNotesHasEmptyOnes();
  void emptyNotesLeaveNoFile();
  void anotherFolderIsNotWrittenInto();
  void overwritingTheRunRemovesThem();
  void tagsAreWhatIsBetweenCommas_data();
  void tagsAreWhatIsBetweenCommas();
  void whatIsNoNotesIsNamed_data();
  void whatIsNoNotesIsNamed();
  void othersMembersArePassedOver();

 private:
  std::filesystem::path path() const { return folder_->path().toStdString(); }
  std::unique_ptr<QTemporaryDir> folder_;
};

namespace {

RunNotes someNotes() {
  return {.name = "the \"good\" one",
          .tags = {"WAN", "für später"},
          .note = "two\nlines",
          .colour = 7,
          .baseline = true};
}

}  // namespace

void RunNotesTest::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  QVERIFY(telegrad::replaceFile(path() / telegrad::kExperimentFile,
                                telegrad::formatExperiment(telegrad::Experiment())));
}

void RunNotesTest::notesReadBackEqual() {
  QVERIFY(writeNotes(path(), someNotes()));
  auto read = readNotes(path());
  QVERIFY(read);
  QVERIFY(*read == someNotes());
  RunNotes other;
  other.colour = 0;
  QVERIFY(writeNotes(path(), other));
  read = readNotes(path());
  QVERIFY(read && *read == other);
  QCOMPARE(QDir(folder_->path()).entryList(QDir::Files),
           (QStringList{"experiment.toml", "notes.json"}));  // nothing half-written is left
}

void RunNotesTest::aFolderWithoutNotesHasEmptyOnes() {
  const auto read = readNotes(path());
  QVERIFY(read && read->isEmpty());
}

void RunNotesTest::emptyNotesLeaveNoFile() {
  QVERIFY(writeNotes(path(), someNotes()));
  QVERIFY(writeNotes(path(), {}));
  QVERIFY(!std::filesystem::exists(path() / telegrad::kNotesFile));
  QVERIFY(writeNotes(path(), {}));
}

void RunNotesTest::anotherFolderIsNotWrittenInto() {
  std::filesystem::remove(path() / telegrad::kExperimentFile);
  const auto written = writeNotes(path(), someNotes());
  QVERIFY(!written);
  QVERIFY(written.error().message.ends_with("no experiment.toml, so it is no run's"));
  QVERIFY(!std::filesystem::exists(path() / telegrad::kNotesFile));
}

void RunNotesTest::overwritingTheRunRemovesThem() {
  QVERIFY(writeNotes(path(), someNotes()));
  QVERIFY(telegrad::RunFolderWriter::create(path(), telegrad::Experiment(), true));
  QVERIFY(!std::filesystem::exists(path() / telegrad::kNotesFile));
}

void RunNotesTest::tagsAreWhatIsBetweenCommas_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QStringList>("tags");
  QTest::newRow("none") << "" << QStringList{};
  QTest::newRow("one") << "wan" << QStringList{"wan"};
  QTest::newRow("spaces around") << " wan , two words,," << QStringList{"wan", "two words"};
  QTest::newRow("twice") << "a,b, a" << QStringList{"a", "b"};
}

void RunNotesTest::tagsAreWhatIsBetweenCommas() {
  QFETCH(QString, text);
  QFETCH(QStringList, tags);
  const auto read = telegrad::parseTags(text.toStdString());
  QStringList found;
  for (const auto& tag : read) found << QString::fromStdString(tag);
  QCOMPARE(found, tags);
  QCOMPARE(telegrad::parseTags(telegrad::formatTags(read)), read);
}

void RunNotesTest::whatIsNoNotesIsNamed_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("message");
  QTest::newRow("no JSON") << "{"
                           << "n.json: this is no JSON object; allowed: {...}";
  QTest::newRow("a list") << "[]"
                          << "n.json: this is no JSON object; allowed: {...}";
  QTest::newRow("name") << R"({"name": 3})"
                        << "n.json: name: read 3; allowed: text";
  QTest::newRow("tags") << R"({"tags": "a"})"
                        << "n.json: tags: read \"a\"; allowed: a list of texts";
  QTest::newRow("a tag") << R"({"tags": ["a", 1]})"
                         << "n.json: tags: read 1; allowed: texts";
  QTest::newRow("colour") << R"({"colour": 1e3})"
                          << "n.json: colour: read 1000.0; allowed: a whole number from 0 to 999";
  QTest::newRow("negative") << R"({"colour": -1})"
                            << "n.json: colour: read -1; allowed: a whole number from 0 to 999";
  QTest::newRow("huge") << R"({"colour": 18446744073709551615})"
                        << "n.json: colour: read 18446744073709551615; allowed: a whole number "
                           "from 0 to 999";
  QTest::newRow("baseline") << R"({"baseline": "yes"})"
                            << "n.json: baseline: read \"yes\"; allowed: true or false";
}

void RunNotesTest::whatIsNoNotesIsNamed() {
  QFETCH(QString, text);
  QFETCH(QString, message);
  const auto read = parseNotes(text.toStdString(), "n.json");
  QVERIFY(!read);
  QCOMPARE(QString::fromStdString(read.error().message), message);
}

void RunNotesTest::othersMembersArePassedOver() {
  const auto read = parseNotes(R"({"name": "a", "stars": 5})", "n.json");
  QVERIFY(read);
  QVERIFY(*read == RunNotes{.name = "a"});
}

QTEST_APPLESS_MAIN(RunNotesTest)
#include "run_notes_test.moc"
