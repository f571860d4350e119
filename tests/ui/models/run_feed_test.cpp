// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_feed.h"

#include <QSignalSpy>
#include <QtTest>

using namespace telegrad;
using telegrad::ui::RunFeed;
using telegrad::ui::SampleBatch;

class RunFeedTest : public QObject {
  Q_OBJECT
 private slots:
  void saysEverythingInOrder();
  void refusesWhatIsNoParameter();
};

void RunFeedTest::saysEverythingInOrder() {
  RunOptions options;
  options.startPaused = true;
  options.threads = 1;
  RunFeed feed(Experiment(), options);
  QStringList order;
  std::vector<std::int64_t> iterations;
  connect(&feed, &RunFeed::ready, this, [&] { order += "ready"; });
  connect(&feed, &RunFeed::arrived, this, [&](const SampleBatch& batch) {
    if (!order.contains("arrived")) order += "arrived";
    for (const auto& sample : batch) iterations.push_back(sample.record.iteration);
    if (iterations.size() == 3) feed.stop();
  });
  connect(&feed, &RunFeed::finished, this, [&] { order += "finished"; });
  QSignalSpy finished(&feed, &RunFeed::finished);
  QSignalSpy ready(&feed, &RunFeed::ready);
  QVERIFY(ready.wait(60000));
  feed.step(3);
  QVERIFY(finished.wait(60000));
  QCOMPARE(order, (QStringList{"ready", "arrived", "finished"}));
  QCOMPARE(iterations, (std::vector<std::int64_t>{1, 2, 3}));
  QCOMPARE(feed.state(), RunState::Stopped);
  QVERIFY(feed.isFinished());
}

void RunFeedTest::refusesWhatIsNoParameter() {
  RunOptions options;
  options.startPaused = true;
  options.threads = 1;
  RunFeed feed(Experiment(), options);
  const auto refused = feed.change({"algorithm", "no_such_key"}, Value{1.0});
  QVERIFY(!refused);
  QVERIFY(refused.error().message.find("no_such_key") != std::string::npos);
}

QTEST_MAIN(RunFeedTest)
#include "run_feed_test.moc"
