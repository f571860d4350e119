// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/journal_file.h"

#include <limits>

#include <QtTest>

#include "tests/support/file_size_limit.h"

using namespace telegrad;

namespace {

AppliedChange changeAt(std::int64_t iteration, double to, double from = 0.005) {
  return {iteration, {"algorithm", "learning_rate"}, from, to};
}

const JournalEvent kPaused{4, "paused", ""};

std::vector<JournalEntry> expecting(const std::vector<AppliedChange>& changes,
                                    const std::vector<JournalEvent>& events = {}) {
  return expectedEntries(changes, events);
}

}  // namespace

class JournalFileTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void linesAreThereAtOnce();
  void whatIsExpectedIsThereFromTheBeginning();
  void whatComesTrueLeavesTheFileAlone();
  void anotherLineComesBefore();
  void whatPassedGoes();
  void anExpectedChangeMayBeFromAnotherValue();
  void itGoesOnWhereItWas();
  void changesComeBeforeEventsOfTheirIteration();
  void whatThereWasNoRoomForFollows_data();
  void whatThereWasNoRoomForFollows();

 private:
  std::filesystem::path path() const { return folder_->filePath("journal.jsonl").toStdString(); }
  std::string text() const { return *readFile(path()); }
  JournalFile begun(std::span<const JournalEntry> expected, const std::string& happened = {}) {
    auto journal = JournalFile::begin(path(), happened, expected);
    if (!journal) qFatal("%s", journal.error().message.c_str());
    return *std::move(journal);
  }
  std::unique_ptr<QTemporaryDir> folder_;
};

template <typename... Entries>
std::string lines(const Entries&... entries) {
  return (std::string() + ... + (journalLine(entries) + "\n"));
}

void JournalFileTest::linesAreThereAtOnce() {
  auto journal = begun({});
  QCOMPARE(text(), std::string());
  QVERIFY(journal.append(changeAt(3, 0.1)));
  QCOMPARE(text(), lines(changeAt(3, 0.1)));
  QVERIFY(journal.append(kPaused));
  QCOMPARE(text(), lines(changeAt(3, 0.1), kPaused));
  QCOMPARE(journal.size(), std::uint64_t{text().size()});
}

void JournalFileTest::whatIsExpectedIsThereFromTheBeginning() {
  auto journal = begun(expecting({changeAt(3, 0.1), changeAt(9, 0.2)}));
  QCOMPARE(text(), lines(changeAt(3, 0.1), changeAt(9, 0.2)));
  QCOMPARE(journal.size(), std::uint64_t{0});
}

void JournalFileTest::whatComesTrueLeavesTheFileAlone() {
  auto journal = begun(expecting({changeAt(3, 0.1), changeAt(9, 0.2)}, {kPaused}));
  const auto before = text();
  QCOMPARE(before, lines(changeAt(3, 0.1), kPaused, changeAt(9, 0.2)));
  const auto inode = std::filesystem::last_write_time(path());
  QVERIFY(journal.append(changeAt(3, 0.1)));
  QCOMPARE(journal.size(), std::uint64_t{lines(changeAt(3, 0.1)).size()});
  QVERIFY(journal.append(kPaused));
  QVERIFY(journal.append(changeAt(9, 0.2)));
  QCOMPARE(text(), before);
  QVERIFY(std::filesystem::last_write_time(path()) == inode);
  QVERIFY(journal.append(changeAt(10, 0.3)));
  QCOMPARE(text(), before + lines(changeAt(10, 0.3)));
}

void JournalFileTest::anotherLineComesBefore() {
  auto journal = begun(expecting({changeAt(3, 0.1), changeAt(9, 0.2)}));
  QVERIFY(journal.append(changeAt(2, 0.7)));
  QCOMPARE(text(), lines(changeAt(2, 0.7), changeAt(3, 0.1), changeAt(9, 0.2)));
  QVERIFY(journal.append(changeAt(3, 0.1)));
  QVERIFY(journal.append(kPaused));
  QCOMPARE(text(), lines(changeAt(2, 0.7), changeAt(3, 0.1), kPaused, changeAt(9, 0.2)));
  QCOMPARE(journal.size(),
           std::uint64_t{lines(changeAt(2, 0.7), changeAt(3, 0.1), kPaused).size()});
}

void JournalFileTest::whatPassedGoes() {
  auto journal = begun(expecting({changeAt(3, 0.1), changeAt(5, 0.2), changeAt(9, 0.3)}));
  QVERIFY(journal.append(changeAt(5, 0.2)));  // that of 3 was refused
  QCOMPARE(text(), lines(changeAt(5, 0.2), changeAt(9, 0.3)));
  QVERIFY(journal.forgetThrough(8));
  QCOMPARE(text(), lines(changeAt(5, 0.2), changeAt(9, 0.3)));
  QVERIFY(journal.append(JournalEvent{8, "stopped", ""}));
  QVERIFY(journal.forgetThrough(std::numeric_limits<std::int64_t>::max()));
  QCOMPARE(text(), lines(changeAt(5, 0.2), JournalEvent{8, "stopped", ""}));
}

void JournalFileTest::anExpectedChangeMayBeFromAnotherValue() {
  auto journal = begun(expecting({changeAt(3, 0.1), changeAt(9, 0.2)}));
  QVERIFY(journal.append(changeAt(3, 0.1, 0.004)));
  QCOMPARE(text(), lines(changeAt(3, 0.1, 0.004), changeAt(9, 0.2)));
}

void JournalFileTest::itGoesOnWhereItWas() {
  {
    auto journal = begun({});
    QVERIFY(journal.append(changeAt(3, 0.1)));
    QVERIFY(journal.append(changeAt(9, 0.2)));
    QVERIFY(journal.append(JournalEvent{12, "stopped", ""}));
  }
  const std::string happened = lines(changeAt(3, 0.1));
  const auto expected = expecting({changeAt(9, 0.2)});
  auto journal = begun(expected, happened);
  QCOMPARE(text(), lines(changeAt(3, 0.1), changeAt(9, 0.2)));
  QVERIFY(journal.append(changeAt(9, 0.2)));
  QVERIFY(journal.append(changeAt(10, 0.3)));
  QCOMPARE(text(), lines(changeAt(3, 0.1), changeAt(9, 0.2), changeAt(10, 0.3)));
}

void JournalFileTest::changesComeBeforeEventsOfTheirIteration() {
  const auto entries = expecting({changeAt(4, 0.1), changeAt(5, 0.2)}, {kPaused});
  QCOMPARE(entries.size(), std::size_t{3});
  QVERIFY(std::get<AppliedChange>(entries[0].what) == changeAt(4, 0.1));
  QVERIFY(std::get<JournalEvent>(entries[1].what) == kPaused);
  QVERIFY(std::get<AppliedChange>(entries[2].what) == changeAt(5, 0.2));
}

void JournalFileTest::whatThereWasNoRoomForFollows_data() {
  QTest::addColumn<bool>("expects");
  QTest::newRow("lines that are added") << false;
  QTest::newRow("a file that is replaced") << true;
}

void JournalFileTest::whatThereWasNoRoomForFollows() {
  QFETCH(bool, expects);
  const std::vector<AppliedChange> later =
      expects ? std::vector{changeAt(90, 0.5)} : std::vector<AppliedChange>{};
  auto journal = begun(expecting(later));
  std::string expected;
  {
    const telegrad::test::FileSizeLimit limit(1000);
    bool refused = false;
    for (int k = 1; k <= 20; ++k) {
      const auto change = changeAt(k, 0.01 * k);
      expected += lines(change);
      refused = !journal.append(change) || refused;
    }
    QVERIFY(refused);
    QVERIFY(!journal.flush());
    QVERIFY(text().size() <= 1000);
  }
  QVERIFY(journal.flush());
  QCOMPARE(text(), expects ? expected + lines(later.front()) : expected);
  QVERIFY(journal.append(changeAt(21, 0.7)));
  QVERIFY(text().find(lines(changeAt(21, 0.7))) != std::string::npos);
  QCOMPARE(journal.size(), expected.size() + lines(changeAt(21, 0.7)).size());
}

QTEST_APPLESS_MAIN(JournalFileTest)
#include "journal_file_test.moc"
