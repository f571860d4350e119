// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/download.h"

#include <QTemporaryDir>
#include <QtTest>

#include "tests/core/data/http_server.h"
#include "tests/core/data/idx_files.h"
#include "tests/core/data/published.h"

using telegrad::fetch;
using telegrad::FetchOptions;
using telegrad::FetchProgress;
using telegrad::RemoteDataset;
using telegrad::Result;
using Manner = HttpServer::Manner;

namespace {

const QString kName = "train-images-idx3-ubyte.gz";

/// Bytes without a pattern that a shifted copy could meet by chance.
QByteArray noise(int count) {
  QByteArray bytes;
  quint32 state = 1;
  for (int i = 0; i < count; ++i) {
    state = state * 1664525U + 1013904223U;
    bytes.append(static_cast<char>(state >> 24U));
  }
  return bytes;
}

}  // namespace

class DownloadTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { qputenv("no_proxy", "127.0.0.1"); }
  void init();

  void bringsAllFiles();
  void reportsProgress();
  void keepsWhatIsThereAndRight();
  void replacesWhatIsThereAndWrong();
  void putsAWholePartInItsPlaceWithoutTraffic();
  void resumesWithOnlyTheRest();
  void resumesAtTheNextMirror();
  void startsOverWhereRangesAreNotHonoured();
  void startsOverWhenAnotherRangeComes();
  void startsOverWhenTheEarlierPartIsWrong();
  void startsOverWhenTheEarlierPartIsTooLong();
  void followsRedirects();
  void goesOnToTheNextMirror_data();
  void goesOnToTheNextMirror();
  void namesEveryAddressWithItsReason();
  void aCorruptFileLeavesNothing();
  void aBrokenOffFileLeavesItsPart();
  void aStallEndsTheTryAndKeepsItsPart();
  void cancels();
  void aFullDiskIsNamed();
  void anUnwritableFolderIsNamed();
  void fromAnAddressTakesThePlaceOfTheMirrors();
  void fromAFolderCopies();
  void fromNothingKnownIsRefused();

 private:
  RemoteDataset oneFile(const std::vector<std::string>& mirrors) const {
    return {"mnist", mirrors, {{kName.toStdString(), md5Of(file_), file_.size()}}};
  }
  FetchOptions options() const {
    FetchOptions options;
    options.folder = at("data");
    return options;
  }
  Result<void> run(const std::vector<std::string>& mirrors) const {
    return fetch(oneFile(mirrors), options());
  }
  std::filesystem::path at(const QString& name) const { return pathOf(folder_->filePath(name)); }
  std::filesystem::path target() const { return at("data/mnist/" + kName); }
  std::filesystem::path part() const { return at("data/mnist/" + kName + ".part"); }
  void verifyWhole(const Result<void>& result) const;
  void verifyFails(const Result<void>& result, const QStringList& words) const;

  const QByteArray file_ = noise(300000);
  std::unique_ptr<QTemporaryDir> folder_;
};

void DownloadTest::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  QVERIFY(folder_->isValid());
}

void DownloadTest::verifyWhole(const Result<void>& result) const {
  QVERIFY2(result, result ? "" : result.error().message.c_str());
  QVERIFY(readFile(target()) == file_);
  QVERIFY(!std::filesystem::exists(part()));
}

void DownloadTest::verifyFails(const Result<void>& result, const QStringList& words) const {
  QVERIFY(!result);
  const auto message = QString::fromStdString(result.error().message);
  for (const auto& word : words)
    QVERIFY2(message.contains(word), qPrintable(message + "\nlacks\n" + word));
  QVERIFY(!std::filesystem::exists(target()));
}

void DownloadTest::bringsAllFiles() {
  HttpServer server;
  const auto dataset = publish(at("published"), {server.address()});
  for (const auto& file : dataset.files)
    server.serve(QString::fromStdString(file.name), readFile(at("published") / file.name));
  const auto result = fetch(dataset, options());
  QVERIFY2(result, result ? "" : result.error().message.c_str());
  for (const auto& file : dataset.files)
    QVERIFY(readFile(at("data/mnist") / file.name) == readFile(at("published") / file.name));
  QCOMPARE(server.requests().size(), std::size_t{4});
}

void DownloadTest::reportsProgress() {
  HttpServer server;
  server.serve(kName, file_);
  std::vector<FetchProgress> reports;
  auto options = this->options();
  options.progress = [&](const FetchProgress& report) { reports.push_back(report); };
  verifyWhole(fetch(oneFile({server.address()}), options));
  QVERIFY(reports.size() >= 2);
  QCOMPARE(reports.front().file, kName.toStdString());
  QCOMPARE(reports.front().from, server.address() + kName.toStdString());
  QCOMPARE(reports.back().done, file_.size());
  std::int64_t before = 0;
  for (const auto& report : reports) {
    QCOMPARE(report.total, file_.size());
    QVERIFY(report.done >= before);
    before = report.done;
  }
}

void DownloadTest::keepsWhatIsThereAndRight() {
  HttpServer server(Manner::NotFound);
  QVERIFY(writeFile(target(), file_));
  verifyWhole(run({server.address()}));
  QVERIFY(server.requests().empty());
}

void DownloadTest::replacesWhatIsThereAndWrong() {
  HttpServer server;
  server.serve(kName, file_);
  QVERIFY(writeFile(target(), "something else"));
  verifyWhole(run({server.address()}));
}

void DownloadTest::putsAWholePartInItsPlaceWithoutTraffic() {
  HttpServer server(Manner::NotFound);
  QVERIFY(writeFile(part(), file_));
  verifyWhole(run({server.address()}));
  QVERIFY(server.requests().empty());
}

void DownloadTest::resumesWithOnlyTheRest() {
  HttpServer server(Manner::BreakOff);
  server.serve(kName, file_);
  QVERIFY(!run({server.address()}));
  const auto kept = static_cast<qint64>(std::filesystem::file_size(part()));
  QCOMPARE(kept, file_.size() / 2);
  server.behave(Manner::Good);
  verifyWhole(run({server.address()}));
  const auto requests = server.requests();
  QCOMPARE(requests.size(), std::size_t{2});
  QVERIFY(!requests[0].from);
  QCOMPARE(requests[1].from, std::optional(kept));
  QCOMPARE(requests[1].sent, file_.size() - kept);
}

void DownloadTest::resumesAtTheNextMirror() {
  HttpServer bad(Manner::BreakOff);
  HttpServer good;
  bad.serve(kName, file_);
  good.serve(kName, file_);
  verifyWhole(run({bad.address(), good.address()}));
  QCOMPARE(good.requests().front().sent, file_.size() - file_.size() / 2);
}

void DownloadTest::startsOverWhereRangesAreNotHonoured() {
  HttpServer server(Manner::NoRange);
  server.serve(kName, file_);
  QVERIFY(writeFile(part(), file_.left(1000)));
  verifyWhole(run({server.address()}));
  const auto requests = server.requests();
  QCOMPARE(requests.size(), std::size_t{1});  // the answer that came is used, not asked for again
  QCOMPARE(requests[0].from, std::optional<qint64>(1000));
}

void DownloadTest::startsOverWhenAnotherRangeComes() {
  HttpServer server(Manner::WrongRange);
  server.serve(kName, file_);
  QVERIFY(writeFile(part(), file_.left(1000)));
  verifyWhole(run({server.address()}));
}

void DownloadTest::startsOverWhenTheEarlierPartIsWrong() {
  HttpServer server;
  server.serve(kName, file_);
  QVERIFY(writeFile(part(), "<html>a page of some hotel's network</html>"));
  verifyWhole(run({server.address()}));
  const auto requests = server.requests();
  QCOMPARE(requests.size(), std::size_t{2});
  QVERIFY(!requests[1].from);
}

void DownloadTest::startsOverWhenTheEarlierPartIsTooLong() {
  HttpServer server;
  server.serve(kName, file_);
  QVERIFY(writeFile(part(), file_ + "and more"));
  verifyWhole(run({server.address()}));
  QVERIFY(!server.requests().front().from);
}

void DownloadTest::followsRedirects() {
  HttpServer server(Manner::Redirect);
  server.serve(kName, file_);
  verifyWhole(run({server.address()}));
}

void DownloadTest::goesOnToTheNextMirror_data() {
  QTest::addColumn<int>("manner");
  QTest::newRow("404") << static_cast<int>(Manner::NotFound);
  QTest::newRow("corrupt") << static_cast<int>(Manner::Corrupt);
  QTest::newRow("surplus") << static_cast<int>(Manner::Surplus);
  QTest::newRow("broken off") << static_cast<int>(Manner::BreakOff);
}

void DownloadTest::goesOnToTheNextMirror() {
  QFETCH(int, manner);
  HttpServer bad(static_cast<Manner>(manner));
  HttpServer good;
  bad.serve(kName, file_);
  good.serve(kName, file_);
  verifyWhole(run({bad.address(), good.address()}));
  QCOMPARE(bad.requests().size(), std::size_t{1});
  QCOMPARE(good.requests().size(), std::size_t{1});
}

void DownloadTest::namesEveryAddressWithItsReason() {
  HttpServer missing(Manner::NotFound);
  HttpServer corrupt(Manner::Corrupt);
  corrupt.serve(kName, file_);
  const auto name = kName.toStdString();
  std::string closed;
  {
    const HttpServer gone;
    closed = gone.address();
  }
  const auto line = [&](const std::string& address, const QString& reason) {
    return QString::fromStdString(address + name + ": ") + reason;
  };
  verifyFails(run({missing.address(), corrupt.address(), closed, "gopher://127.0.0.1/"}),
              {kName + " of mnist", line(missing.address(), "HTTP status 404"),
               line(corrupt.address(), "the checksum differs: read MD5 "),
               QString::fromStdString("allowed: " + md5Of(file_)),
               line(closed, "Failed to connect"), line("gopher://127.0.0.1/", "Protocol")});
}

void DownloadTest::aCorruptFileLeavesNothing() {
  HttpServer server(Manner::Corrupt);
  server.serve(kName, file_);
  verifyFails(run({server.address()}), {"checksum"});
  QVERIFY(!std::filesystem::exists(part()));
}

void DownloadTest::aBrokenOffFileLeavesItsPart() {
  HttpServer server(Manner::BreakOff);
  server.serve(kName, file_);
  verifyFails(run({server.address()}), {"transfer closed"});
  QVERIFY(readFile(part()) == file_.left(file_.size() / 2));
}

void DownloadTest::aStallEndsTheTryAndKeepsItsPart() {
  HttpServer half(Manner::Stall);
  HttpServer mute(Manner::Mute);
  half.serve(kName, file_);
  mute.serve(kName, file_);
  auto options = this->options();
  options.stallSeconds = 1;
  verifyFails(fetch(oneFile({half.address(), mute.address()}), options),
              {QString::fromStdString(half.address()) + kName + ": nothing arrived for 1 s",
               QString::fromStdString(mute.address()) + kName + ": nothing arrived for 1 s"});
  QVERIFY(readFile(part()) == file_.left(file_.size() / 2));
}

void DownloadTest::cancels() {
  HttpServer server(Manner::Stall);
  server.serve(kName, file_);
  std::stop_source source;
  auto options = this->options();
  options.progress = [&](const FetchProgress& /*report*/) { source.request_stop(); };
  verifyFails(fetch(oneFile({server.address()}), options, source.get_token()),
              {"cancelled", QString::fromStdString(part().string())});
  QVERIFY(std::filesystem::file_size(part()) > 0);
  verifyFails(fetch(oneFile({server.address()}), options, source.get_token()), {"cancelled"});
  QCOMPARE(server.requests().size(), std::size_t{1});
}

void DownloadTest::aFullDiskIsNamed() {
  // Linux's /dev/full takes no byte, as a full disk does.
  if (!std::filesystem::exists("/dev/full")) QSKIP("this system has no /dev/full");
  HttpServer server;
  HttpServer second;
  server.serve(kName, file_);
  second.serve(kName, file_);
  std::filesystem::create_directories(at("data/mnist"));
  std::filesystem::create_symlink("/dev/full", part());
  verifyFails(run({server.address(), second.address()}),
              {QString::fromStdString(part().string()), "No space left on device"});
  QVERIFY(second.requests().empty());  // no other address would do better
}

void DownloadTest::anUnwritableFolderIsNamed() {
  QVERIFY(writeFile(at("data"), "a file where the folder should be"));
  const auto result = run({"http://127.0.0.1:1/"});
  QVERIFY(!result);
  QCOMPARE(result.error().message, at("data/mnist").string() + ": cannot be made: Not a directory");
}

void DownloadTest::fromAnAddressTakesThePlaceOfTheMirrors() {
  HttpServer mirror;
  HttpServer other;
  other.serve(kName, file_);
  auto options = this->options();
  options.from = other.address() + "some/where";  // without its last slash
  verifyWhole(fetch(oneFile({mirror.address()}), options));
  QCOMPARE(other.requests().front().path, "/some/where/" + kName.toUtf8());
  QVERIFY(mirror.requests().empty());
}

void DownloadTest::fromAFolderCopies() {
  auto options = this->options();
  const auto dataset = publish(at("published"), {"http://127.0.0.1:1/"});
  options.from = at("published").string();
  const auto result = fetch(dataset, options);
  QVERIFY2(result, result ? "" : result.error().message.c_str());
  for (const auto& file : dataset.files)
    QVERIFY(std::filesystem::exists(at("data/mnist") / file.name));
}

void DownloadTest::fromNothingKnownIsRefused() {
  auto options = this->options();
  options.from = "ftp://127.0.0.1/";
  verifyFails(fetch(oneFile({}), options), {"ftp://127.0.0.1/", "allowed", "http://"});
  options.from = at("nowhere").string();
  verifyFails(fetch(oneFile({}), options), {"nowhere", "allowed", "folder"});
}

QTEST_GUILESS_MAIN(DownloadTest)
#include "download_test.moc"
