// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window takes from "fork" to the fork's first point: trains an experiment to its end,
// then forks it at several iterations, and prints what passed until a point after the iteration is
// in the table of runs. On a machine with nothing else to do.
//
//   QT_QPA_PLATFORM=offscreen fork_latency EXPERIMENT.toml [ITERATIONS [DATA_FOLDER]]
#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string>

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include "core/experiment/checkpoint_store.h"
#include "core/experiment/experiment_file.h"
#include "tests/support/own_home.h"
#include "ui/main_window.h"

using telegrad::ui::MainWindow;
using telegrad::ui::RunController;

namespace {

constexpr int kLook = 5;    // milliseconds
constexpr int kParts = 12;  // of the run, at whose borders it is forked

/// Asleep between events, so that training has the machine.
template <typename Condition>
void waitUntil(const Condition& condition) {
  QTimer look;
  look.start(kLook);
  while (!condition()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// Milliseconds from the wish to the first point that the parent does not have.
double latency(RunController& controller, int parent, std::int64_t iteration) {
  const int before = controller.runId();
  QElapsedTimer timer;
  timer.start();
  controller.fork(parent, iteration, {"algorithm.learning_rate=0.004"});
  waitUntil([&] { return controller.runId() != before && controller.iteration() > iteration; });
  const double passed = 1e-6 * static_cast<double>(timer.nsecsElapsed());
  controller.stop();
  waitUntil([&] { return !controller.isActive(); });
  return passed;
}

int measure(const telegrad::Experiment& experiment, const char* data) {
  MainWindow::Start start;
  start.experiment = experiment;
  start.restoreSession = false;
  if (data != nullptr) start.data = data;
  MainWindow window(start);
  window.resize(1440, 900);
  window.show();
  auto& controller = window.controller();
  QElapsedTimer timer;
  timer.start();
  controller.toggle();
  waitUntil([&] { return !controller.isActive(); });
  const int parent = controller.runId();
  const auto last = controller.iteration();
  const auto there = telegrad::checkpointsIn(controller.runs().byId(parent)->folder);
  std::printf("%lld iterations in %.1f s, %zu checkpoints\n", static_cast<long long>(last),
              1e-3 * static_cast<double>(timer.elapsed()), there.size());
  for (int part = 1; part < kParts; ++part) {
    const auto iteration = last * part / kParts;
    const auto checkpoint = *std::prev(std::ranges::upper_bound(there, iteration));
    std::printf("fork at %6lld, %4lld after a checkpoint: first new point after %5.0f ms\n",
                static_cast<long long>(iteration), static_cast<long long>(iteration - checkpoint),
                latency(controller, parent, iteration));
  }
  return last > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  telegrad::test::useOwnHome();
  const QApplication application(argc, argv);
  if (argc < 2) return 2;
  auto experiment = telegrad::readExperiment(argv[1]);
  const auto iterations = std::string("run.max_iterations=") + (argc > 2 ? argv[2] : "12000");
  if (experiment) experiment = experiment->withText(iterations);
  if (experiment) return measure(*experiment, argc > 3 ? argv[3] : nullptr);
  std::fprintf(stderr, "%s\n", experiment.error().message.c_str());
  return 2;
}
