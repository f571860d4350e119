// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/network_film.h"

#include <QtTest>

using namespace telegrad;
using namespace telegrad::ui;
using Stage = MessageStage::Stage;

namespace {

/// Over two links: waits 100, is sent for 200 with a latency of 50; waits 300, is sent for 400.
Carried message(std::uint32_t source, std::uint32_t destination, std::int64_t start) {
  Carried made;
  made.source = source;
  made.destination = destination;
  made.bytes = {1000};
  made.start = SimTime{start};
  made.end = SimTime{start + 1050};
  made.way = {SimTime{400}, SimTime{600}, SimTime{50}};
  made.first = {SimTime{100}, SimTime{200}, SimTime{50}};
  return made;
}

/// Two workers; iteration k lasts from 2000 k to 2000 (k + 1).
IterationTiming iteration(std::int64_t k) {
  IterationTiming timing;
  timing.iteration = k;
  timing.start = SimTime{2000 * k};
  timing.end = SimTime{2000 * (k + 1)};
  WorkerTiming worker;
  worker.start = timing.start;
  worker.received = timing.start;
  worker.computed = worker.encoded = timing.start + SimTime{500};
  worker.delivered = worker.encoded + SimTime{1050};
  worker.sent = {1000};
  timing.workers = {worker, worker};
  timing.messages = {message(0, 2, 2000 * k + 500)};
  return timing;
}

}  // namespace

class NetworkFilmTest : public QObject {
  Q_OBJECT
 private slots:
  void aMessageIsWhereItsTimesSay_data();
  void aMessageIsWhereItsTimesSay();
  void overOneLinkNothingFollows();
  void aLinkIsBusyWhileItSends();
  void whatOverlapsCountsOnce();
  void anIterationTakesItsTimeOnTheWall();
  void afterAClipComesWhatFollowsOrTheNewest();
  void aClipIsLeftForWhatIsWanted();
  void aWorkerIsAtWhatItsTimesSay();
};

void NetworkFilmTest::aMessageIsWhereItsTimesSay_data() {
  QTest::addColumn<int>("time");
  QTest::addColumn<int>("stage");
  QTest::addColumn<double>("share");
  const auto row = [](const char* name, int time, Stage stage, double share) {
    QTest::newRow(name) << time << static_cast<int>(stage) << share;
  };
  row("before", 999, Stage::Ahead, 0.0);
  row("waits for the first link", 1000, Stage::FirstQueue, 0.0);
  row("leaves", 1100, Stage::FirstLink, 0.0);
  row("half of transfer and latency", 1225, Stage::FirstLink, 0.5);
  row("at the second link", 1350, Stage::SecondQueue, 0.0);
  row("still waits", 1649, Stage::SecondQueue, 0.0);
  row("a quarter of the second link", 1750, Stage::SecondLink, 0.25);
  row("there", 2050, Stage::Arrived, 0.0);
}

void NetworkFilmTest::aMessageIsWhereItsTimesSay() {
  QFETCH(int, time);
  QFETCH(int, stage);
  QFETCH(double, share);
  const auto at = stageOf(message(0, 2, 1000), SimTime{time});
  QCOMPARE(static_cast<int>(at.stage), stage);
  QCOMPARE(at.share, share);
}

void NetworkFilmTest::overOneLinkNothingFollows() {
  Carried one = message(0, 1, 0);
  one.first = {};
  QCOMPARE(stageOf(one, SimTime{399}).stage, Stage::FirstQueue);
  QCOMPARE(stageOf(one, SimTime{1049}).stage, Stage::FirstLink);
  QCOMPARE(stageOf(one, SimTime{1050}).stage, Stage::Arrived);
}

void NetworkFilmTest::aLinkIsBusyWhileItSends() {
  NetworkFilm film;
  film.take(iteration(0));
  QCOMPARE(film.messages(), std::size_t{1});
  QCOMPARE(film.busy().at({0, false}), 200.0 / 2000.0);
  QCOMPARE(film.busy().at({2, true}), 400.0 / 2000.0);
  QVERIFY(!film.busy().contains({1, false}));
}

void NetworkFilmTest::whatOverlapsCountsOnce() {
  NetworkFilm film;
  auto both = iteration(0);
  both.messages.push_back(message(1, 2, 700));  // on the server's link from 1350 to 1750
  film.take(both);                              // the other one from 1150 to 1550
  QCOMPARE(film.busy().at({2, true}), 600.0 / 2000.0);
}

void NetworkFilmTest::anIterationTakesItsTimeOnTheWall() {
  NetworkFilm film;
  QVERIFY(!film.advance(1.0));
  film.take(iteration(0));
  QVERIFY(film.advance(NetworkFilm::kSecondsPerIteration / 4));
  QCOMPARE(film.time(), SimTime{500});
  film.setSpeed(2.0);
  QVERIFY(film.advance(NetworkFilm::kSecondsPerIteration / 4));
  QCOMPARE(film.time(), SimTime{1500});
  film.seek(SimTime{90000});
  QCOMPARE(film.time(), SimTime{2000});
  QVERIFY(!film.advance(1.0));  // played, and nothing is newer
}

void NetworkFilmTest::afterAClipComesWhatFollowsOrTheNewest() {
  NetworkFilm film;
  for (std::int64_t k = 0; k < 3; ++k) film.take(iteration(k));
  QCOMPARE(film.played(), std::size_t{1});  // the first begins at once
  film.seek(film.end());
  QVERIFY(film.advance(0.01));
  QCOMPARE(film.firstPlayed().iteration, std::int64_t{1});
  QCOMPARE(film.begin(), SimTime{2000});
  QCOMPARE(film.end(), SimTime{6000});
  for (std::int64_t k = 3; k < 1000; ++k) film.take(iteration(k));
  QCOMPARE(film.end(), SimTime{6000});  // what is played is not changed under it
  QVERIFY(film.hasNewer());
  film.seek(film.end());
  QVERIFY(film.advance(0.01));
  QCOMPARE(film.firstPlayed().iteration, std::int64_t{1000 - NetworkFilm::kPlayed});
  QCOMPARE(film.iterations().size(), NetworkFilm::kKept);
  QVERIFY(!film.hasNewer());
}

void NetworkFilmTest::aClipIsLeftForWhatIsWanted() {
  NetworkFilm film;
  for (std::int64_t k = 0; k < 3; ++k) film.take(iteration(k));
  film.skipTo(5);
  for (std::int64_t k = 3; k < 5; ++k) film.take(iteration(k));
  QCOMPARE(film.firstPlayed().iteration, std::int64_t{0});
  for (std::int64_t k = 5; k < 8; ++k) film.take(iteration(k));
  QCOMPARE(film.firstPlayed().iteration, std::int64_t{5});
  QCOMPARE(film.time(), SimTime{10000});
}

void NetworkFilmTest::aWorkerIsAtWhatItsTimesSay() {
  using Doing = WorkerStage::Doing;
  NetworkFilm film;
  auto timing = iteration(0);
  timing.workers[1].present = false;
  film.take(timing);
  QCOMPARE(film.worker(0, SimTime{125}).doing, Doing::Computes);
  QCOMPARE(film.worker(0, SimTime{125}).share, 0.25);
  QCOMPARE(film.worker(0, SimTime{600}).doing, Doing::Sends);
  QCOMPARE(film.worker(0, SimTime{1900}).doing, Doing::Waits);
  QCOMPARE(film.worker(1, SimTime{125}).doing, Doing::Away);
}

QTEST_GUILESS_MAIN(NetworkFilmTest)

#include "network_film_test.moc"
