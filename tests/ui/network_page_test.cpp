// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network_page.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/own_home.h"
#include "ui/widgets/style_sheet.h"

using namespace telegrad;
using namespace telegrad::ui;

namespace {

constexpr int kPatience = 60000;  // milliseconds, for a machine that is busy

/// A few seconds of work that needs no file.
Experiment tiny(const std::vector<std::string>& more = {}) {
  std::vector<std::string> assignments{
      "dataset.key=synthetic-digits", "cluster.workers=3",         "cluster.batch=8",
      "dataset.train_examples=1000",  "dataset.test_examples=200", "run.max_iterations=100000",
      "run.evaluate_every=100000",    "run.epochs=100000"};
  assignments.insert(assignments.end(), more.begin(), more.end());
  Experiment experiment;
  for (const auto& assignment : assignments) {
    auto changed = experiment.withText(assignment);
    if (!changed) qFatal("%s: %s", assignment.c_str(), changed.error().message.c_str());
    experiment = *std::move(changed);
  }
  return experiment;
}

/// A page over a controller that has this draft.
struct Fixture {
  explicit Fixture(const Experiment& draft) : controller(runs), page(controller) {
    controller.setDraft(draft);
    page.resize(820, 780);
    page.show();
  }
  RunsModel runs;
  RunController controller;
  NetworkPage page;
};

}  // namespace

class NetworkPageTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void initTestCase() { applyTheme(ThemeChoice::Light); }
  void saysWhatToDoBeforeAnyRun();
  void cuttingAWorkerOffAsksForIt();
  void theServerHasTheSharedLinks();
  void messagesAreRecordedWhileThePageIsShown();
  void aChangeWhileItRunsIsMarkedAndSaysWhen();
  void aTraceIsPaintedOver();
  void whatCannotBePaintedSaysWhy();
};

void NetworkPageTest::saysWhatToDoBeforeAnyRun() {
  Fixture f(tiny());
  QCOMPARE(f.page.plot()->places().workers(), 3U);
  QVERIFY(f.page.plot()->hasServer());
  QVERIFY(f.page.plot()->film().isEmpty());
  QVERIFY(!f.page.grab().isNull());
  f.controller.setDraft(tiny({"cluster.workers=7"}));
  QCOMPARE(f.page.plot()->places().workers(), 7U);
}

void NetworkPageTest::cuttingAWorkerOffAsksForIt() {
  Fixture f(tiny());
  QSignalSpy asked(f.page.card(), &NetworkCard::chosen);
  QTest::mouseClick(f.page.plot(), Qt::LeftButton, {}, f.page.plot()->places().place(1).toPoint());
  QCOMPARE(f.page.card()->title(), QStringLiteral("Worker 2"));
  QVERIFY(f.page.card()->presence() != nullptr);
  const ParameterName present{"worker.2", "present"};
  f.page.card()->presence()->click();
  QCOMPARE(asked.count(), 1);
  QCOMPARE(asked[0][0].value<ParameterName>(), present);
  QCOMPARE(asked[0][1].value<Value>(), Value{false});
  QCOMPARE(f.controller.draft().value(present), Value{false});
  QCOMPARE(f.page.card()->presence()->text(), QStringLiteral("Bring back"));
  f.controller.undoStack().undo();
  QCOMPARE(f.controller.draft().value(present), Value{true});
  QCOMPARE(f.page.card()->presence()->text(), QStringLiteral("Cut off"));
  QVERIFY(f.page.card()->control({"worker.2", "slowdown"}) != nullptr);
  QVERIFY(f.page.card()->control({"worker.2", "link_share"}) != nullptr);
}

void NetworkPageTest::theServerHasTheSharedLinks() {
  Fixture f(tiny());
  f.page.plot()->choose(3);
  QVERIFY(f.page.card()->control({"network", "server_ingress"}) != nullptr);
  QVERIFY(f.page.card()->presence() == nullptr);
}

void NetworkPageTest::messagesAreRecordedWhileThePageIsShown() {
  Fixture f(tiny());
  f.page.hide();
  f.controller.toggle();
  QTRY_VERIFY_WITH_TIMEOUT(f.controller.iteration() > 5, kPatience);
  QVERIFY(f.page.plot()->film().isEmpty());
  f.page.show();
  QTRY_VERIFY_WITH_TIMEOUT(f.page.plot()->film().messages() > 0, kPatience);
  QTRY_VERIFY_WITH_TIMEOUT(f.page.plot()->film().time() > f.page.plot()->film().begin(), kPatience);
  f.controller.stop();
  QTRY_VERIFY_WITH_TIMEOUT(!f.controller.isActive(), kPatience);
  QVERIFY(!f.page.plot()->film().isEmpty());  // its last iterations stay
}

void NetworkPageTest::aChangeWhileItRunsIsMarkedAndSaysWhen() {
  Fixture f(tiny());
  f.controller.toggle();
  QTRY_VERIFY_WITH_TIMEOUT(f.controller.iteration() > 5, kPatience);
  f.page.plot()->choose(0);
  auto* control = f.page.card()->control({"worker.1", "slowdown"});
  QVERIFY(control != nullptr);
  f.controller.change({"worker.1", "slowdown"}, Value{4.0});
  QCOMPARE(control->value(), Value{4.0});
  QVERIFY(!control->chip().isEmpty());
  QTRY_VERIFY_WITH_TIMEOUT(control->chip().startsWith("in force"), kPatience);
  f.controller.stop();
  QTRY_VERIFY_WITH_TIMEOUT(!f.controller.isActive(), kPatience);
}

void NetworkPageTest::aTraceIsPaintedOver() {
  Fixture f(tiny({"network.trace=square-wan"}));
  auto* canvas = f.page.trace()->canvas();
  const QPoint from(static_cast<int>(canvas->x(simTime(5.0))), static_cast<int>(canvas->y(4e6)));
  const QPoint to(static_cast<int>(canvas->x(simTime(15.0))), from.y());
  const auto drag = [&] {
    QTest::mousePress(canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas, to);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
  };
  const ParameterName name{"network", "painted"};
  const auto text = [&] { return std::get<std::string>(f.controller.draft().value(name)); };
  drag();
  QCOMPARE(text(), std::string());  // only when asked to
  f.page.trace()->paintButton()->click();
  const double bandwidth = canvas->bandwidthAt(from.y());
  drag();
  const auto trace = paintedTrace("square-wan", 1.0, text());
  QVERIFY(trace);
  QCOMPARE(trace->at(simTime(10.0)).bandwidth.value, bandwidth);
  QVERIFY(std::abs(bandwidth - 4e6) < 0.4e6);
  QCOMPARE(trace->at(simTime(2.0)).bandwidth.value, 100e6);
  QCOMPARE(trace->at(simTime(25.0)).bandwidth.value, 10e6);
  // It is part of the experiment: a file holds it, and undo takes it away.
  const auto stroke = text();
  f.controller.undoStack().undo();
  QCOMPARE(text(), std::string());
  f.controller.undoStack().redo();
  QCOMPARE(text(), stroke);
  f.page.trace()->resetButton()->click();
  QCOMPARE(text(), std::string());
  f.controller.undoStack().undo();
  QCOMPARE(text(), stroke);
  QVERIFY(!f.page.grab().isNull());
}

void NetworkPageTest::whatCannotBePaintedSaysWhy() {
  Fixture f(tiny());
  QVERIFY(!f.page.trace()->paintButton()->isEnabled());
  f.controller.setDraft(tiny({"network.trace=lte-like"}));
  QVERIFY(f.page.trace()->paintButton()->isEnabled());
  QVERIFY(!f.page.trace()->resetButton()->isEnabled());
}

QTEST_MAIN(NetworkPageTest)

#include "network_page_test.moc"
