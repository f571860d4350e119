// SPDX-License-Identifier: GPL-3.0-or-later
// The window goes on answering: ten runs of 12,000 iterations are overlaid, another trains as fast
// as it can, the mouse moves over the curves, and no turn of the event loop takes long.
//
// Long is a share of what it takes to draw every point of the ten runs, measured before: both are
// processor time of the window's thread, so that the share is the same on a slow or busy machine.
// A virtual machine may lose its processor for a while and still count that as used: what is long
// because of the program is long each time, and one of three attempts has to be without.
// Milliseconds are printed. 50 of them, on the clock, sleep included, are the limit where
// TELEGRAD_ASSERT_CLOCK is set, and there is one attempt: for a quiet machine, and a display of its
// own, tests/ui/responsiveness.sh.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <limits>
#include <memory>

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include "tests/support/own_home.h"
#include "tests/ui/plots/synthetic_run.h"
#include "ui/main_window.h"
#include "ui/training_view.h"
#include "ui/widgets/style_sheet.h"

using telegrad::Experiment;
using telegrad::ui::MainWindow;

namespace {

constexpr double kLongestOnTheClock = 50.0;  // milliseconds
constexpr double kLongestShare = 1.5;        // of drawing every point
constexpr int kAttempts = 3;
constexpr int kPatience = 120000;
constexpr int kOverlays = 10;
constexpr int kIterations = 12000;

bool assertsClock() {
  return qEnvironmentVariableIsSet("TELEGRAD_ASSERT_CLOCK");
}

double threadMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// Ticks at every turn of the event loop. Between two the thread sleeps a millisecond, as it does
/// in use: one that never slept would compete with the training for the cores.
class Turns : public QObject {
 public:
  Turns() {
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &Turns::take);
    begin();
  }
  void begin() {
    ++turns_;
    longest_ = longestWall_ = 0.0;
    lastCpu_ = threadMilliseconds();
    wall_.start();
    timer_.start(1);
  }
  /// Returns at the beginning of another turn.
  bool waitForNext() { return QSignalSpy(&timer_, &QTimer::timeout).wait(kPatience); }
  /// Prints the longest turn beside `allPoints`, the time that drawing every point takes. True if
  /// none was too long.
  bool wereShort(const char* what, double allPoints) const {
    qInfo(
        "%s: longest turn %.1f ms of the window's thread, %.3f of drawing all points; %.1f ms on "
        "the clock, %lld turns",
        what, longest_, longest_ / allPoints, longestWall_, static_cast<long long>(turns_));
    return longest_ < kLongestShare * allPoints &&
           (longestWall_ < kLongestOnTheClock || !assertsClock());
  }

 private:
  void take() {
    const double cpu = threadMilliseconds();
    longest_ = std::max(longest_, cpu - lastCpu_);
    longestWall_ = std::max(longestWall_, 1e-6 * static_cast<double>(wall_.nsecsElapsed()));
    ++turns_;
    lastCpu_ = cpu;
    wall_.start();
  }

  QTimer timer_;
  QElapsedTimer wall_;
  double lastCpu_ = 0.0, longest_ = 0.0, longestWall_ = 0.0;
  std::int64_t turns_ = 0;
};

/// The loss of a run at each iteration, with the noise of minibatches, which is what makes curves
/// dear to draw.
double noisyLoss(double loss, int number, std::uint32_t& state) {
  state = 1664525U * state + 1013904223U;
  const double noise = static_cast<double>(state >> 8U) / (1U << 24U) - 0.5;
  return loss * std::exp(noise) * (1.0 + 0.1 * number);
}

void overlay(telegrad::ui::RunsModel& runs, int number) {
  auto samples = telegrad::ui::syntheticSamples(kIterations, 1, 10);
  auto state = static_cast<std::uint32_t>(number + 1);
  for (auto& sample : samples)
    sample.record.trainLoss = noisyLoss(sample.record.trainLoss, number, state);
  const int id = runs.add(Experiment().withName("Run " + std::to_string(number + 1)), {});
  runs.append(id, std::move(samples));
  runs.setState(id, telegrad::RunState::Finished);
}

/// What it takes this thread to draw every point of the ten runs as one line each, on a picture as
/// large as a plot, 100 pixels a decade: what a window does that thinks of nothing. The least of
/// three, in milliseconds.
double drawingAllPoints() {
  QImage picture(700, 320, QImage::Format_ARGB32_Premultiplied);
  double least = std::numeric_limits<double>::infinity();
  for (int repetition = 0; repetition < 3; ++repetition) {
    picture.fill(Qt::white);
    const double began = threadMilliseconds();
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 1.0));
    for (int number = 0; number < kOverlays; ++number) {
      auto state = static_cast<std::uint32_t>(number + 1);
      QPolygonF line;
      for (int k = 1; k <= kIterations; ++k)
        line << QPointF(picture.width() * static_cast<double>(k) / kIterations,
                        -100.0 * std::log10(noisyLoss(0.5 / (1.0 + k / 100.0), number, state)));
      painter.drawPolyline(line);
    }
    painter.end();
    least = std::min(least, threadMilliseconds() - began);
  }
  return least;
}

/// QVERIFY in a function that returns something.
bool verified(bool condition, const char* what) {
  return QTest::qVerify(condition, what, "", __FILE__, __LINE__);
}

/// Whether the turns of one attempt were short; none is made after it. Whatever else an attempt
/// verifies has to hold in each.
template <typename Attempt>
bool oneHasShortTurns(Attempt attempt) {
  for (int i = 0; i < (assertsClock() ? 1 : kAttempts); ++i) {
    const bool wereShort = attempt();
    if (QTest::currentTestFailed()) return false;
    if (wereShort) return true;
  }
  return false;
}

Experiment training() {
  Experiment experiment;
  for (const auto* assignment :
       {"dataset.key=synthetic-digits", "algorithm.key=sasg", "cluster.workers=4",
        "cluster.batch=4", "dataset.train_examples=2000", "dataset.test_examples=200",
        "run.max_iterations=1500", "run.epochs=100", "run.evaluate_every=50"}) {
    auto changed = experiment.withText(assignment);
    if (!changed) qFatal("%s: %s", assignment, changed.error().message.c_str());
    experiment = *std::move(changed);
  }
  return experiment;
}

}  // namespace

class ResponsivenessTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void initTestCase() { allPoints_ = drawingAllPoints(); }
  void aTurnIsShortWhileARunTrains();
  void aTurnIsShortWhenTheCurvesAreReadAnew();
  void cleanup() { window_.reset(); }

 private:
  void makeWindow();
  bool trainsWithShortTurns();
  bool readsAnewInShortTurns();

  double allPoints_ = 0.0;  // milliseconds
  std::unique_ptr<MainWindow> window_;
};

/// With the ten runs, and at rest: what is measured begins afterwards.
void ResponsivenessTest::makeWindow() {
  telegrad::ui::applyTheme(telegrad::ui::ThemeChoice::Light);
  MainWindow::Start start;
  start.experiment = training();
  start.restoreSession = false;
  window_ = std::make_unique<MainWindow>(start);
  window_->resize(1440, 900);
  window_->show();
  const auto* curves = window_->view()->curves();
  QSignalSpy drawn(curves->plot(), &QCustomPlot::afterReplot);
  auto& runs = window_->controller().runs();
  for (int number = 0; number < kOverlays; ++number) overlay(runs, number);
  const auto isDrawn = [&] {
    const auto* last = curves->figure().curves(runs.at(runs.count() - 1).id);
    return last != nullptr && last->size() == kIterations;
  };
  while (!isDrawn()) QVERIFY(drawn.wait(kPatience));
  Turns turns;
  for (qsizetype before = -1; before != drawn.count();) {
    before = drawn.count();
    QVERIFY(turns.waitForNext());
  }
}

bool ResponsivenessTest::trainsWithShortTurns() {
  makeWindow();
  auto& controller = window_->controller();
  auto* plot = window_->view()->curves()->plot();
  QTimer mouse;
  int moves = 0;
  connect(&mouse, &QTimer::timeout, plot, [&] {
    const QPointF at(80 + (7 * ++moves) % std::max(1, plot->width() - 120), plot->height() / 3.0);
    QMouseEvent event(QEvent::MouseMove, at, plot->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(plot, &event);
  });
  mouse.start(16);
  Turns turns;
  QSignalSpy ended(&controller, &telegrad::ui::RunController::ended);
  controller.toggle();
  // QTRY_VERIFY would sleep between its looks, and no turn could begin meanwhile.
  return verified(ended.wait(kPatience), "the run ended") &&
         verified(controller.iteration() > 500, "it trained") &&
         verified(moves > 10, "the mouse moved") && turns.wereShort("Training", allPoints_);
}

bool ResponsivenessTest::readsAnewInShortTurns() {
  makeWindow();
  auto* curves = window_->view()->curves();
  Turns turns;
  QSignalSpy drawn(curves->plot(), &QCustomPlot::afterReplot);
  for (const auto& quantity : telegrad::ui::xQuantities()) {
    for (const bool log : {true, false}) {
      auto options = curves->options();
      options.x = quantity.quantity;
      options.xLog = log;
      curves->setOptions(options);
      if (!verified(drawn.wait(kPatience) && turns.waitForNext(), "the curves were drawn"))
        return false;
    }
  }
  return turns.wereShort("Another x axis", allPoints_);
}

void ResponsivenessTest::aTurnIsShortWhileARunTrains() {
  QVERIFY(oneHasShortTurns([this] { return trainsWithShortTurns(); }));
}

void ResponsivenessTest::aTurnIsShortWhenTheCurvesAreReadAnew() {
  QVERIFY(oneHasShortTurns([this] { return readsAnewInShortTurns(); }));
}

QTEST_MAIN(ResponsivenessTest)
#include "responsiveness_test.moc"
