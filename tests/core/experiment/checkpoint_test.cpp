// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/checkpoint.h"

#include <QtTest>

#include "core/base/state.h"
#include "core/experiment/checkpoint_store.h"
#include "core/experiment/files.h"

using namespace telegrad;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Checkpoint checkpointAt(std::int64_t iteration, std::size_t size = 100) {
  Checkpoint checkpoint;
  checkpoint.head = {TELEGRAD_VERSION, iteration, CheckpointReason::Change};
  checkpoint.experimentSha256 = digestOf(Experiment());
  checkpoint.current = Experiment().withName("as it is now");
  checkpoint.sizes = {.journal = 1, .iterations = 2, .evaluations = 3, .layers = 4, .digests = 5};
  for (std::size_t i = 0; i < size; ++i)
    checkpoint.state.push_back(static_cast<std::byte>(i % 251));
  return checkpoint;
}

}  // namespace

class CheckpointTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void aCheckpointReadsBackEqual();
  void pieceByPieceItIsTheSameFile();
  void everyCutIsSeen();
  void everyOtherByteIsSeen();
  void whatIsNoneIsSaid();
  void anotherExperimentOrVersionIsRefused();
  void theHeadIsReadAlone();
  void theyAreThinnedOutEvenly();
  void theNewestStays();
  void aUsersDeedsOutliveTheOthers();
  void theStoreKeepsToItsBudget();
  void theStoreForgetsWhatIsAhead();
  void aStoreWithoutRoomSaysSo();

 private:
  std::filesystem::path path(const QString& name = "1.ckpt") const {
    return folder_->filePath(name).toStdString();
  }
  std::string written(const Checkpoint& checkpoint) const {
    if (!writeCheckpoint(path(), checkpoint)) qFatal("cannot write the test's own file");
    return *readFile(path());
  }
  static std::string errorOf(std::string_view text) {
    const auto read = parseCheckpoint(std::as_bytes(std::span(text)), "some.ckpt");
    return read ? std::string() : read.error().message;
  }
  std::unique_ptr<QTemporaryDir> folder_;
};

void CheckpointTest::aCheckpointReadsBackEqual() {
  const auto checkpoint = checkpointAt(17);
  written(checkpoint);
  const auto read = readCheckpoint(path());
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QCOMPARE(read->head.iteration, std::int64_t{17});
  QVERIFY(read->head.reason == CheckpointReason::Change);
  QVERIFY(read->current == checkpoint.current);
  QCOMPARE(read->sizes.layers, std::uint64_t{4});
  QCOMPARE(read->state, checkpoint.state);
  QVERIFY(checkFits(*read, Experiment()));
}

void CheckpointTest::pieceByPieceItIsTheSameFile() {
  const auto checkpoint = checkpointAt(7, 300'000);
  const auto whole = written(checkpoint);
  int times = 0;
  auto rest = checkpoint;
  rest.state.clear();
  QVERIFY(writeCheckpoint(path(), rest, [&](StateArchive& state) {
    ++times;
    for (auto byte : checkpoint.state) state(byte);
  }));
  QCOMPARE(times, 2);
  QVERIFY(*readFile(path()) == whole);

  CheckpointStore store(folder_->path().toStdString(), 1'000'000, false, 0);
  QVERIFY(store.writeNow(rest, [&](StateArchive& state) {
    for (auto byte : checkpoint.state) state(byte);
  }));
  QVERIFY(*readFile(checkpointFile(folder_->path().toStdString(), 7)) == whole);
}

void CheckpointTest::everyCutIsSeen() {
  const auto text = written(checkpointAt(17));
  for (std::size_t length = 0; length < text.size(); ++length) {
    const auto message = errorOf(text.substr(0, length));
    QVERIFY2(contains(message, "some.ckpt was cut short"), message.c_str());
  }
  QVERIFY(contains(errorOf(text + " "), "some.ckpt was "));
}

void CheckpointTest::everyOtherByteIsSeen() {
  const auto text = written(checkpointAt(17));
  for (std::size_t place = 0; place < text.size(); ++place) {
    for (const unsigned char change : {0x01, 0x80}) {
      auto damaged = text;
      damaged[place] = static_cast<char>(static_cast<unsigned char>(damaged[place]) ^ change);
      QVERIFY2(contains(errorOf(damaged), "some.ckpt"), std::to_string(place).c_str());
    }
  }
}

void CheckpointTest::whatIsNoneIsSaid() {
  QVERIFY(contains(errorOf("iteration,epoch\n"), "is no checkpoint"));
  const auto newer = errorOf("telegrad checkpoint 2\nand so on");
  QVERIFY2(contains(newer, "read checkpoint format 2; allowed: 1"), newer.c_str());
  QVERIFY(contains(readCheckpoint(path("none.ckpt")).error().message, "none.ckpt"));
}

void CheckpointTest::anotherExperimentOrVersionIsRefused() {
  auto checkpoint = checkpointAt(3);
  const auto other = checkFits(checkpoint, Experiment().withSeed(2));
  QVERIFY(!other);
  QVERIFY(contains(other.error().message, "another experiment"));
  checkpoint.head.program = "0.0.1";
  const auto older = checkFits(checkpoint, Experiment());
  QVERIFY(!older);
  QVERIFY(contains(older.error().message, "0.0.1") &&
          contains(older.error().message, TELEGRAD_VERSION));
}

void CheckpointTest::theHeadIsReadAlone() {
  const auto text = written(checkpointAt(42));
  QVERIFY(replaceFile(path("cut.ckpt"), text.substr(0, 60)));
  const auto head = readCheckpointHead(path("cut.ckpt"));
  QVERIFY2(head, head ? "" : head.error().message.c_str());
  QCOMPARE(head->iteration, std::int64_t{42});
  QVERIFY(replaceFile(path("cut.ckpt"), text.substr(0, 25)));
  QVERIFY(!readCheckpointHead(path("cut.ckpt")));
}

void CheckpointTest::theyAreThinnedOutEvenly() {
  std::vector<StoredCheckpoint> all;
  std::vector<std::int64_t> kept;
  for (std::int64_t k = 1; k <= 64; ++k) {
    all.push_back({k, 10, false});
    for (const auto gone : thinnedOut(all, 80))
      std::erase_if(all, [&](const auto& one) { return one.iteration == gone; });
  }
  QCOMPARE(all.size(), std::size_t{8});
  QCOMPARE(all.back().iteration, std::int64_t{64});
  // Nowhere is the way to the next one longer than twice what it would be if all were equal.
  std::int64_t before = 0;
  for (const auto& one : all) {
    QVERIFY2(one.iteration - before <= 16, std::to_string(one.iteration).c_str());
    before = one.iteration;
  }
}

void CheckpointTest::theNewestStays() {
  QCOMPARE(thinnedOut({{5, 1000, false}}, 10), std::vector<std::int64_t>{});
  QCOMPARE(thinnedOut({{5, 5, true}, {9, 1000, false}}, 10), std::vector<std::int64_t>{5});
  QCOMPARE(thinnedOut({{5, 5, false}, {9, 5, false}}, 10), std::vector<std::int64_t>{});
}

void CheckpointTest::aUsersDeedsOutliveTheOthers() {
  const std::vector<StoredCheckpoint> all{{10, 1, true}, {11, 1, false}, {50, 1, false},
                                          {90, 1, true}, {91, 1, true},  {100, 1, false}};
  QCOMPARE(thinnedOut(all, 5), std::vector<std::int64_t>{11});
  QCOMPARE(thinnedOut(all, 3), (std::vector<std::int64_t>{11, 50, 91}));
}

void CheckpointTest::theStoreKeepsToItsBudget() {
  const auto run = path("run");
  const std::uint64_t budget = written(checkpointAt(1, 500)).size() * 7 / 2;
  CheckpointStore store(run, budget, false, 0);
  for (std::int64_t k = 1; k <= 8; ++k) QVERIFY(store.write(checkpointAt(k, 500)));
  QVERIFY(store.finish());
  const auto there = checkpointsIn(run);
  QCOMPARE(there.size(), std::size_t{3});
  QCOMPARE(there.back(), std::int64_t{8});
  std::uintmax_t sum = 0;
  for (const auto k : there) {
    QCOMPARE(readCheckpoint(checkpointFile(run, k))->head.iteration, k);
    sum += std::filesystem::file_size(checkpointFile(run, k));
  }
  QVERIFY(sum <= budget);
}

void CheckpointTest::theStoreForgetsWhatIsAhead() {
  const auto run = path("run");
  {
    CheckpointStore store(run, 1'000'000, false, 0);
    for (const std::int64_t k : {1, 2, 3}) QVERIFY(store.write(checkpointAt(k)));
  }
  QVERIFY(replaceFile(run / kCheckpointsFolder / "4.ckpt.part", "half"));
  QVERIFY(replaceFile(run / kCheckpointsFolder / "notes.txt", "mine"));
  const CheckpointStore store(run, 1'000'000, false, 2);
  QCOMPARE(checkpointsIn(run), (std::vector<std::int64_t>{1, 2}));
  QVERIFY(!std::filesystem::exists(run / kCheckpointsFolder / "4.ckpt.part"));
  QVERIFY(std::filesystem::exists(run / kCheckpointsFolder / "notes.txt"));
}

void CheckpointTest::aStoreWithoutRoomSaysSo() {
  QVERIFY(replaceFile(path("run"), "a file where the folder would be"));
  CheckpointStore store(path("run"), 1000, false, 0);
  QVERIFY(store.write(checkpointAt(1)));
  const auto finished = store.finish();
  QVERIFY(!finished);
  QVERIFY(contains(finished.error().message, "checkpoints"));
}

QTEST_APPLESS_MAIN(CheckpointTest)
#include "checkpoint_test.moc"
