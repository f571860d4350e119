// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/timeline_plot.h"

#include <chrono>

#include <QTemporaryDir>
#include <QtTest>

#include "tests/ui/synthetic_timings.h"
#include "ui/plots/timeline_export.h"

using namespace telegrad;
using namespace telegrad::ui;

class TimelinePlotTest : public QObject {
  Q_OBJECT
 private slots:
  void hitsByHand();
  void theServersLane();
  void zoomToOneMessageFindsIt();
  void paintedItemsAreBounded();
  void aLongRunIsShownWhole();
  void nothingToShowIsSaid();
  void keysMoveIt();
  void manyWorkersScroll();
  void pictures();
};

namespace {

constexpr QSizeF kSize(900, 400);

SpanHistory synchronous(std::int64_t iterations, int workers) {
  SpanHistory history;
  for (std::int64_t k = 0; k < iterations; ++k) history.append(synchronousSample(k, workers));
  return history;
}

TimeRange milliseconds(double from, double to) {
  return {from * kMillisecond, to * kMillisecond};
}

/// The middle of a worker's lane, in its upper or lower half.
double y(const TimelineFigure& figure, int worker, bool upload) {
  const double lane = figure.plot().height() / (figure.lanes() + 1);
  return figure.plot().top() + lane * (worker + 1) + lane * (upload ? 0.8 : 0.3);
}

}  // namespace

void TimelinePlotTest::hitsByHand() {
  const auto history = synchronous(5, 3);
  const TimelineFigure figure(history, {milliseconds(0, 500)}, kSize, Theme::light());
  QVERIFY(figure.drawsSpans());
  struct Expected {
    double at;
    bool upload;
    Phase phase;
    double begin, end;
  };
  // Iteration 2 of worker 1: received at 202.
  for (const auto& e :
       {Expected{195, false, Phase::Wait, 147, 202}, Expected{220, false, Phase::Compute, 202, 242},
        Expected{244, false, Phase::Encode, 242, 247}, Expected{250, true, Phase::Queue, 247, 257},
        Expected{270, true, Phase::Send, 257, 277},
        Expected{285, true, Phase::Latency, 277, 292}}) {
    const auto hit = figure.at({figure.x(e.at * kMillisecond), y(figure, 1, e.upload)});
    QVERIFY(hit.has_value());
    QCOMPARE(hit->kind, e.upload ? TimelineHit::Kind::Upload : TimelineHit::Kind::Turn);
    QCOMPARE(hit->worker, 1);
    QCOMPARE(hit->iteration, std::int64_t{2});
    QCOMPARE(hit->phase, e.phase);
    QCOMPARE(hit->begin, e.begin * kMillisecond);
    QCOMPARE(hit->end, e.end * kMillisecond);
  }
  const auto held = figure.at({figure.x(296.0 * kMillisecond), y(figure, 1, true)});
  QVERIFY(held && held->kind == TimelineHit::Kind::Held);
  QCOMPARE(held->end, 300.0 * kMillisecond);
  QVERIFY(!figure.at({figure.x(230.0 * kMillisecond), y(figure, 1, true)}));  // nothing under way
  QVERIFY(!figure.at({2, 2}));
}

void TimelinePlotTest::theServersLane() {
  const auto history = synchronous(5, 3);
  const TimelineFigure figure(history, {milliseconds(0, 500)}, kSize, Theme::light());
  const auto hit = figure.at({figure.x(250.0 * kMillisecond), figure.plot().top() + 10});
  QVERIFY(hit && hit->kind == TimelineHit::Kind::Weights);
  QCOMPARE(hit->iteration, std::int64_t{2});
  QCOMPARE(hit->newest, std::int64_t{2});
}

void TimelinePlotTest::zoomToOneMessageFindsIt() {
  RunsModel runs;
  const int id = runs.add(Experiment(), {});
  std::vector<Sample> samples;
  for (int k = 0; k < 3000; ++k) samples.push_back(synchronousSample(k, 4));
  runs.append(id, std::move(samples));
  TimelineCanvas canvas(runs);
  canvas.resize(kSize.toSize());
  canvas.show();
  QVERIFY(QTest::qWaitForWindowExposed(&canvas));
  QVERIFY(!canvas.figure()->drawsSpans());
  // Iteration 1234, worker 2: on the wire from 123,459 ms (2 * 2 + 40 + 5 + 10) for 20 ms.
  const double aim = 123'465.0 * kMillisecond;
  for (int i = 0; i < 80; ++i) {
    const QPointF at(canvas.figure()->x(aim), 100);
    QWheelEvent wheel(at, canvas.mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&canvas, &wheel);
  }
  const auto figure = *canvas.figure();
  QVERIFY(!canvas.isFollowing());
  QVERIFY(canvas.view().range.length() < 20.0 * kMillisecond);
  const auto hit = figure.at({figure.x(aim), y(figure, 2, true)});
  QVERIFY(hit.has_value());
  QCOMPARE(hit->iteration, std::int64_t{1234});
  QCOMPARE(hit->phase, Phase::Send);
  QCOMPARE(hit->spans.bytes, std::int64_t{2234});
  QCOMPARE(hit->begin, 123'459.0 * kMillisecond);
  QCOMPARE(hit->end, 123'479.0 * kMillisecond);
  QVERIFY(readOut(*hit).title.contains(QStringLiteral("1,235")));
}

void TimelinePlotTest::paintedItemsAreBounded() {
  // How long it takes is printed, not asserted.
  const int iterations = qEnvironmentVariableIntValue("TELEGRAD_TIMELINE_ITERATIONS") > 0
                             ? qEnvironmentVariableIntValue("TELEGRAD_TIMELINE_ITERATIONS")
                             : 100'000;
  constexpr int kWorkers = 10;
  SpanHistory history;
  const auto began = std::chrono::steady_clock::now();
  for (int k = 0; k < iterations; ++k) history.append(synchronousSample(k, kWorkers));
  const auto grown = std::chrono::steady_clock::now() - began;
  qInfo("%d iterations taken in: %.2f us each, %.1f MB", iterations,
        std::chrono::duration<double, std::micro>(grown).count() / iterations,
        static_cast<double>(history.memory()) / 1e6);
  QImage image(1100, 600, QImage::Format_ARGB32_Premultiplied);
  const double end = static_cast<double>(history.end());
  // At most: in a column two rows of three phases; of a wide iteration ten items and four words.
  const int bound = (kWorkers + 1) * std::max(6 * 550, 14 * 2 * 370);
  for (const double share : {1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0001}) {
    for (const bool newest : {true, false}) {
      const double from = newest ? end * (1.0 - share) : 0.0;
      const TimelineFigure figure(history, {{from, from + share * end}}, image.size(),
                                  Theme::light());
      QPainter painter(&image);
      const auto start = std::chrono::steady_clock::now();
      const int items = figure.paint(painter);
      const auto took = std::chrono::steady_clock::now() - start;
      qInfo("share %g %s: %d items, %.2f ms", share, newest ? "newest" : "oldest", items,
            std::chrono::duration<double, std::milli>(took).count());
      QVERIFY(items > 40);
      QVERIFY(items <= bound);
    }
  }
}

void TimelinePlotTest::aLongRunIsShownWhole() {
  // Half of the run the workers compute for 40 % of the time, then for 80 %.
  SpanHistory history;
  for (int k = 0; k < 40'000; ++k) {
    auto sample = synchronousSample(k, 1);
    auto& worker = sample.timings.front().workers.front();
    if (k >= 20'000) worker.computed += SimTime(40 * kMillisecond);
    worker.encoded = worker.delivered = worker.computed;
    worker.upload = {};
    worker.sent = {};
    history.append(sample);
  }
  QImage image(900, 300, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  const Theme& theme = Theme::light();
  const TimelineFigure figure(history, {{0.0, static_cast<double>(history.end())}}, image.size(),
                              theme);
  QVERIFY(!figure.drawsSpans());
  QPainter painter(&image);
  figure.paint(painter);
  painter.end();
  const auto computing = [&](double share) {
    int pixels = 0;
    const int column = static_cast<int>(figure.plot().left() + share * figure.plot().width());
    for (int row = static_cast<int>(figure.plot().top()); row < image.height(); ++row)
      if (image.pixelColor(column, row) == theme.run(0)) ++pixels;
    return pixels;
  };
  QVERIFY(computing(0.25) > 5);
  QVERIFY(std::abs(computing(0.75) - 2 * computing(0.25)) <= 1);
  const auto hit = figure.at({figure.plot().center().x(), y(figure, 0, false)});
  QVERIFY(hit && hit->kind == TimelineHit::Kind::Block);
}

void TimelinePlotTest::nothingToShowIsSaid() {
  RunsModel runs;
  TimelinePlot plot(runs);
  plot.resize(700, 400);
  plot.show();
  QVERIFY(!plot.grab().isNull());
  QVERIFY(!plot.canvas()->figure());
  const int id = runs.add(Experiment(), {});
  Sample sample;
  sample.record.iteration = 1;
  runs.append(id, {sample});
  QVERIFY(!plot.grab().isNull());
  QVERIFY(!plot.canvas()->figure());
  QTest::keyClick(plot.canvas(), Qt::Key_Left);
  QTest::keyClick(plot.canvas(), Qt::Key_Plus);
  QVERIFY(plot.canvas()->isFollowing());
}

void TimelinePlotTest::keysMoveIt() {
  RunsModel runs;
  const int id = runs.add(Experiment(), {});
  for (int k = 0; k < 50; ++k) runs.append(id, {synchronousSample(k, 2)});
  TimelineCanvas canvas(runs);
  canvas.resize(700, 400);
  canvas.follow(0);
  QCOMPARE(canvas.view().range, (TimeRange{0.0, 5000.0 * kMillisecond}));
  QTest::keyClick(&canvas, Qt::Key_Plus);
  QVERIFY(!canvas.isFollowing());
  const auto zoomed = canvas.view().range;
  QVERIFY(std::abs(zoomed.length() - 3500.0 * kMillisecond) < 1.0);
  QTest::keyClick(&canvas, Qt::Key_Right);
  QVERIFY(std::abs(canvas.view().range.from - zoomed.from - 350.0 * kMillisecond) < 1.0);
  QTest::keyClick(&canvas, Qt::Key_Left);
  QVERIFY(std::abs(canvas.view().range.from - zoomed.from) < 1.0);
  QTest::keyClick(&canvas, Qt::Key_Home);
  QVERIFY(canvas.isFollowing());
  canvas.follow(10);
  QCOMPARE(canvas.view().range, (TimeRange{4000.0 * kMillisecond, 5000.0 * kMillisecond}));
  QTest::keyClick(&canvas, Qt::Key_Minus);
  QTest::keyClick(&canvas, Qt::Key_F);
  QCOMPARE(canvas.view().range.length(), 1000.0 * kMillisecond);
}

void TimelinePlotTest::manyWorkersScroll() {
  const auto history = synchronous(20, 300);
  TimelineView view{milliseconds(0, 2000)};
  view.firstWorker = 1000;  // beyond: the last ones
  const TimelineFigure figure(history, view, kSize, Theme::dark());
  QVERIFY(figure.lanes() < 40);
  const auto hit = figure.at({figure.x(20.0 * kMillisecond), figure.plot().bottom() - 10});
  QVERIFY(hit.has_value());
  QCOMPARE(hit->worker, 299);
}

void TimelinePlotTest::pictures() {
  const QTemporaryDir folder;
  const auto history = synchronous(5, 3);
  const TimelineView view{milliseconds(0, 500)};
  for (const char* name : {"t.svg", "t.png"}) {
    const auto path = std::filesystem::path(folder.path().toStdString()) / name;
    QVERIFY(exportTimeline(history, view, kSize.toSize(), path).has_value());
    QVERIFY(std::filesystem::file_size(path) > 2000);
  }
  QCOMPARE(QImage(folder.filePath(QStringLiteral("t.png"))).size(), QSize(2700, 1200));
  const auto refused = exportTimeline(history, view, kSize.toSize(), "t.gif");
  QVERIFY(!refused && refused.error().message.find("t.gif") != std::string::npos);
  QVERIFY(!exportTimeline({}, view, kSize.toSize(), "t.svg"));
}

QTEST_MAIN(TimelinePlotTest)
#include "timeline_plot_test.moc"
