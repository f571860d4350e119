// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/network_plot.h"

#include <QSignalSpy>
#include <QtTest>

using namespace telegrad;
using namespace telegrad::ui;
using Stage = MessageStage::Stage;

namespace {

constexpr std::uint32_t kWorkers = 4;

Carried message(std::uint32_t source, std::uint32_t destination) {
  Carried made;
  made.source = source;
  made.destination = destination;
  made.bytes = {125000};
  made.end = SimTime{1000};
  made.way = {SimTime{400}, SimTime{500}, SimTime{100}};
  made.first = {SimTime{0}, SimTime{200}, SimTime{100}};
  return made;
}

IterationTiming iteration(const std::vector<Carried>& messages) {
  IterationTiming timing;
  timing.end = SimTime{1000};
  timing.workers.resize(kWorkers);
  for (auto& worker : timing.workers) worker.delivered = SimTime{1000};
  timing.messages = messages;
  return timing;
}

void prepare(NetworkPlot& plot, const std::vector<Carried>& messages) {
  plot.setPlaying(false);
  plot.resize(800, 480);
  plot.take({iteration(messages)});
}

bool near(const QPointF& a, const QPointF& b) {
  return QLineF(a, b).length() < 0.01;
}

}  // namespace

class NetworkPlotTest : public QObject {
  Q_OBJECT
 private slots:
  void anUploadGoesFromItsWorkerToTheServer();
  void withoutAServerMessagesGoFromWorkerToWorker();
  void aClickChoosesWhatItHits();
  void keysChoose();
  void theSentenceNamesTheBusiestLink();
  void everyStateIsDrawn();
};

void NetworkPlotTest::anUploadGoesFromItsWorkerToTheServer() {
  const NetworkLayout places({0, 0, 800, 400}, kWorkers, true, false);
  const Carried upload = message(1, kWorkers);
  const auto links = places.way(1, kWorkers);
  QVERIFY(QLineF(links[0].p1(), places.place(1)).length() <= places.radius() + 0.01);
  QVERIFY(near(links[0].p2(), links[1].p1()));
  QCOMPARE(links[1].x2(), places.server().left());
  QVERIFY(near(places.position(upload, stageOf(upload, SimTime{0})), links[0].p1()));
  QVERIFY(near(places.position(upload, stageOf(upload, SimTime{150})), links[0].center()));
  QVERIFY(near(places.position(upload, stageOf(upload, SimTime{500})), links[1].p1()));
  QVERIFY(near(places.position(upload, stageOf(upload, SimTime{850})), links[1].center()));
  // The shared link is the same for all.
  QVERIFY(near(places.way(3, kWorkers)[1].p1(), links[1].p1()));
}

void NetworkPlotTest::withoutAServerMessagesGoFromWorkerToWorker() {
  const NetworkLayout places({0, 0, 400, 400}, kWorkers, false, false);
  for (std::uint32_t worker = 0; worker < kWorkers; ++worker) {
    const auto next = (worker + 1) % kWorkers;
    const auto links = places.way(worker, next);
    const double reach = places.radius() + 6.0;
    QVERIFY(QLineF(links[0].p1(), places.place(worker)).length() < reach);
    QVERIFY(QLineF(links[1].p2(), places.place(next)).length() < reach);
    // Over one link it goes all the way evenly.
    Carried one = message(worker, next);
    one.first = {};
    const auto middle = places.position(one, stageOf(one, SimTime{700}));
    QVERIFY(near(middle, QLineF(links[0].p1(), links[1].p2()).center()));
    // There and back are drawn beside each other.
    QVERIFY(QLineF(links[0].center(), places.way(next, worker)[0].center()).length() > 4.0);
  }
}

void NetworkPlotTest::aClickChoosesWhatItHits() {
  NetworkPlot plot;
  prepare(plot, {message(0, kWorkers), message(2, kWorkers)});
  QSignalSpy chosen(&plot, &NetworkPlot::nodeChosen);
  const auto click = [&](const QPointF& place) {
    QTest::mouseClick(&plot, Qt::LeftButton, {}, place.toPoint());
  };
  click(plot.places().place(3));
  QCOMPARE(plot.chosen(), std::optional<std::uint32_t>(3));
  click(plot.places().place(kWorkers));
  QCOMPARE(plot.chosen(), std::optional<std::uint32_t>(kWorkers));
  click(plot.places().way(2, kWorkers)[0].center());  // its own link
  QCOMPARE(plot.chosen(), std::optional<std::uint32_t>(2));
  click(plot.places().way(2, kWorkers)[1].center());  // the shared one
  QCOMPARE(plot.chosen(), std::optional<std::uint32_t>(kWorkers));
  click({5, 5});
  QVERIFY(!plot.chosen());
  QCOMPARE(chosen.count(), 5);
}

void NetworkPlotTest::keysChoose() {
  NetworkPlot plot;
  prepare(plot, {message(0, kWorkers)});
  QSignalSpy asked(&plot, &NetworkPlot::editAsked);
  for (int i = 0; i < 3; ++i) QTest::keyClick(&plot, Qt::Key_Down);
  QCOMPARE(plot.chosen(), std::optional<std::uint32_t>(2));
  QTest::keyClick(&plot, Qt::Key_Return);
  QCOMPARE(asked.count(), 1);
  QTest::keyClick(&plot, Qt::Key_Right);
  QCOMPARE(plot.chosen(), std::optional<std::uint32_t>(kWorkers));
  QTest::keyClick(&plot, Qt::Key_Escape);
  QVERIFY(!plot.chosen());
}

void NetworkPlotTest::theSentenceNamesTheBusiestLink() {
  NetworkPlot plot;
  prepare(plot, {message(0, kWorkers), message(1, kWorkers)});
  // Each is on its own link for 200 of 1000, and on the server's from 700 to 1000.
  QVERIFY2(plot.sentence().contains("2 uploads of 1\u202fMbit"), qPrintable(plot.sentence()));
  QVERIFY2(plot.sentence().contains("the server's incoming link is busy 30\u202f%"),
           qPrintable(plot.sentence()));
  plot.clear();
  plot.take({iteration({})});
  QVERIFY2(plot.sentence().contains("idle"), qPrintable(plot.sentence()));
}

void NetworkPlotTest::everyStateIsDrawn() {
  NetworkPlot plot;
  plot.setHint(QStringLiteral("Press Run"));
  plot.setNetwork(kWorkers, true);
  plot.resize(800, 480);
  QImage last = plot.grab().toImage();
  prepare(plot, {message(0, kWorkers), message(kWorkers, 1)});
  for (const int time : {10, 150, 500, 850}) {
    plot.seek(SimTime{time});
    const QImage now = plot.grab().toImage();
    QVERIFY(now != last);
    last = now;
  }
  plot.setMarks({{false, QStringLiteral("cut off")}});
  QVERIFY(plot.grab().toImage() != last);
  plot.clear();
  prepare(plot, {message(0, 1), message(1, 2), message(2, 3), message(3, 0)});
  QVERIFY(!plot.hasServer());
  QVERIFY(!plot.grab().isNull());
  NetworkPlot many;
  many.setNetwork(1000, true);
  many.resize(320, 240);
  QVERIFY(!many.grab().isNull());
}

QTEST_MAIN(NetworkPlotTest)

#include "network_plot_test.moc"
