// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/control_box.h"

#include <thread>

#include <QtTest>

using namespace telegrad;

namespace {

const ParameterName kRate{"algorithm", "learning_rate"};
const ParameterName kShare{"compressor", "fraction"};

/// How many iterations may be begun before it says wait; at most `most`.
int begun(ControlBox& box, int most = 100) {
  int count = 0;
  while (count < most && box.mayGoOn()) {
    static_cast<void>(box.begin());
    ++count;
  }
  return count;
}

}  // namespace

class ControlBoxTest : public QObject {
  Q_OBJECT
 private slots:
  void goesOnUntilItIsPaused();
  void startsPausedWhereAsked();
  void stepsAreCounted();
  void noStepsIsAPause();
  void laterWishesReplaceEarlierOnes();
  void wishesAreTakenOnce();
  void waitsUntilItIsResumed();
  void stoppingEndsTheWait();
};

void ControlBoxTest::goesOnUntilItIsPaused() {
  ControlBox box(false);
  QCOMPARE(begun(box), 100);
  box.pause();
  QCOMPARE(begun(box), 0);
  box.resume();
  QCOMPARE(begun(box), 100);
}

void ControlBoxTest::startsPausedWhereAsked() {
  ControlBox box(true);
  QVERIFY(!box.mayGoOn());
}

void ControlBoxTest::stepsAreCounted() {
  ControlBox box(true);
  box.step(3);
  QCOMPARE(begun(box), 3);
  box.resume();
  box.step(2);  // also of a run that goes on
  QCOMPARE(begun(box), 2);
}

void ControlBoxTest::noStepsIsAPause() {
  for (const std::int64_t none : {0, -1, -7}) {
    ControlBox box(false);
    box.step(none);
    QCOMPARE(begun(box), 0);
  }
}

void ControlBoxTest::laterWishesReplaceEarlierOnes() {
  ControlBox box(false);
  box.change(kRate, Value{0.1});
  box.change(kShare, Value{0.2});
  box.change(kRate, Value{0.3});
  const auto wishes = box.begin();
  QCOMPARE(wishes.size(), std::size_t{2});
  QVERIFY(wishes[0].name == kRate && wishes[0].value == Value{0.3});
  QVERIFY(wishes[1].name == kShare && wishes[1].value == Value{0.2});
}

void ControlBoxTest::wishesAreTakenOnce() {
  ControlBox box(true);
  box.change(kRate, Value{0.1});
  QVERIFY(!box.mayGoOn());  // a wish moves nothing by itself
  box.step(2);
  QCOMPARE(box.begin().size(), std::size_t{1});
  QCOMPARE(box.begin().size(), std::size_t{0});
}

void ControlBoxTest::waitsUntilItIsResumed() {
  ControlBox box(true);
  std::atomic<bool> went{false};
  std::jthread run([&](const std::stop_token& stop) { went = box.waitUntilMayGoOn(stop); });
  box.resume();
  run.join();
  QVERIFY(went);
}

void ControlBoxTest::stoppingEndsTheWait() {
  ControlBox box(true);
  std::atomic<bool> went{true};
  std::jthread run([&](const std::stop_token& stop) { went = box.waitUntilMayGoOn(stop); });
  run.request_stop();
  run.join();
  QVERIFY(!went);
}

QTEST_APPLESS_MAIN(ControlBoxTest)
#include "control_box_test.moc"
