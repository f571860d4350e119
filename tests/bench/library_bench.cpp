// SPDX-License-Identifier: GPL-3.0-or-later
// How the window takes a large library: 200 run folders, 20 of them with a million iterations and
// shown at once. Prints how long the window takes to open, how long until the curves are there, the
// longest turn of the window's thread meanwhile, and what the frames of a pan and of a zoom take.
//
//   xvfb-run -a -s "-screen 0 1440x900x24" env QT_QPA_PLATFORM=xcb
//   build/release/tests/bench/library_bench FOLDER
//
// FOLDER gets the runs at the first call (about 5 GB with a million points each) and serves again
// at the next. Further arguments: points of a long run, runs, long runs.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QSettings>
#include <QTabBar>
#include <QTest>

#include "core/experiment/run_folder.h"
#include "ui/main_window.h"
#include "ui/runs_page.h"
#include "ui/widgets/style_sheet.h"

using namespace telegrad;
using namespace telegrad::ui;

namespace {

struct Size {
  int points = 1'000'000;
  int runs = 200;
  int longRuns = 20;
};

double milliseconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// A loss that falls with the noise of minibatches, which is what makes curves dear to draw.
void writeRun(const std::filesystem::path& folder, int number, int points) {
  const auto experiment = Experiment()
                              .withName("run " + std::to_string(number))
                              .withSeed(static_cast<std::uint64_t>(number));
  auto writer = RunFolderWriter::create(folder, experiment, false);
  if (!writer) qFatal("%s", writer.error().message.c_str());
  auto state = static_cast<std::uint32_t>(number + 1);
  RunSummary summary;
  summary.state = "finished";
  for (int i = 1; i <= points; ++i) {
    state = 1664525U * state + 1013904223U;
    const double noise = static_cast<double>(state >> 8U) / (1U << 24U) - 0.5;
    Record& row = summary.last;
    row.iteration = i;
    row.epoch = i / 600.0;
    row.rounds += 4 + state % 3;
    row.payloadBits += 65128 + state % 4096;
    row.wireBits += 98304 + state % 8192;
    row.simulatedSeconds += 0.0137 + 1e-4 * noise;
    row.wallSeconds += 0.0016;
    row.trainLoss = (2.3 * std::pow(1.0 + i / 40.0, -0.5) + 0.01) * std::exp(noise) *
                    (1.0 + 0.02 * (number % 20));
    row.epochLoss = row.trainLoss;
    row.testAccuracy = i % 1000 == 0 ? 0.98 - 0.9 / std::sqrt(1.0 + i / 1000.0) : Record::kNone;
    if (!(*writer)->append(row)) qFatal("the disk is full");
  }
  if (!(*writer)->finish(summary)) qFatal("the disk is full");
}

void writeLibrary(const std::filesystem::path& runs, const Size& size) {
  for (int i = 0; i < size.runs; ++i) {
    const auto folder = runs / ("run-" + std::to_string(i));
    if (std::filesystem::exists(folder / kSummaryFile)) continue;
    std::filesystem::remove_all(folder);
    writeRun(folder, i, i < size.longRuns ? size.points : 2000);
  }
}

/// Times of one kind, in milliseconds.
class Times {
 public:
  void add(double time) { all_.push_back(time); }
  void print(const char* what) {
    std::ranges::sort(all_);
    const auto at = [&](double share) {
      return all_[static_cast<std::size_t>(share * static_cast<double>(all_.size() - 1))];
    };
    std::printf("%-46s median %6.2f   95 %% %6.2f   longest %6.2f ms   (%zu)\n", what, at(0.5),
                at(0.95), at(1.0), all_.size());
  }

 private:
  std::vector<double> all_;
};

/// Turns the event loop until something holds; the longest turn of this thread, in milliseconds of
/// its own time and of the clock.
template <typename Condition>
void waitFor(const char* what, Condition condition) {
  const double begin = milliseconds(CLOCK_MONOTONIC);
  double longest = 0.0;
  double longestWall = 0.0;
  while (!condition()) {
    const double cpu = milliseconds(CLOCK_THREAD_CPUTIME_ID);
    const double wall = milliseconds(CLOCK_MONOTONIC);
    QCoreApplication::processEvents();
    longest = std::max(longest, milliseconds(CLOCK_THREAD_CPUTIME_ID) - cpu);
    longestWall = std::max(longestWall, milliseconds(CLOCK_MONOTONIC) - wall);
    QTest::qSleep(1);
  }
  std::printf("%-46s %.2f s; longest turn %.1f ms of the window's thread, %.1f ms on the clock\n",
              what, 1e-3 * (milliseconds(CLOCK_MONOTONIC) - begin), longest, longestWall);
}

/// One frame: what the mouse brings about, until it is painted.
void frame(Times& wall, Times& cpu, QWidget* plot, QEvent& event) {
  const double wallBefore = milliseconds(CLOCK_MONOTONIC);
  const double cpuBefore = milliseconds(CLOCK_THREAD_CPUTIME_ID);
  QCoreApplication::sendEvent(plot, &event);
  QCoreApplication::processEvents();
  wall.add(milliseconds(CLOCK_MONOTONIC) - wallBefore);
  cpu.add(milliseconds(CLOCK_THREAD_CPUTIME_ID) - cpuBefore);
  QTest::qSleep(2);  // as long as a screen waits, roughly
}

void mouse(Times& wall, Times& cpu, QWidget* plot, QEvent::Type type, const QPointF& at) {
  const auto buttons = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
  QMouseEvent event(type, at, plot->mapToGlobal(at),
                    type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons,
                    Qt::NoModifier);
  frame(wall, cpu, plot, event);
}

void pan(const char* what, LibraryPlot& curves, double step) {
  auto* plot = curves.plot();
  Times wall;
  Times cpu;
  const QPointF middle = plot->axisRect()->center();
  Times ignored;
  mouse(ignored, ignored, plot, QEvent::MouseButtonPress, middle);
  for (int i = 0; i < 400; ++i)
    mouse(wall, cpu, plot, QEvent::MouseMove,
          middle + QPointF(300.0 * std::sin(i * step / 300.0), 20.0 * std::sin(i * 0.05)));
  mouse(ignored, ignored, plot, QEvent::MouseButtonRelease, middle);
  wall.print((std::string(what) + ", on the clock").c_str());
  cpu.print((std::string(what) + ", the window's thread").c_str());
}

void zoom(LibraryPlot& curves) {
  auto* plot = curves.plot();
  Times wall;
  Times cpu;
  const QPointF middle = plot->axisRect()->center();
  for (int i = 0; i < 120; ++i) {
    QWheelEvent event(middle, plot->mapToGlobal(middle), {}, {0, i % 40 < 20 ? 120 : -120},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    frame(wall, cpu, plot, event);
  }
  wall.print("zoom, on the clock");
  cpu.print("zoom, the window's thread");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: library_bench FOLDER [POINTS [RUNS [LONG_RUNS]]]\n");
    return 2;
  }
  Size size;
  if (argc > 2) size.points = std::stoi(argv[2]);
  if (argc > 3) size.runs = std::stoi(argv[3]);
  if (argc > 4) size.longRuns = std::stoi(argv[4]);
  const std::filesystem::path home = std::filesystem::absolute(argv[1]);
  writeLibrary(home / "telegrad" / "runs", size);
  qputenv("XDG_DATA_HOME", home.c_str());
  qputenv("XDG_CONFIG_HOME", (home / "config").c_str());

  const double begin = milliseconds(CLOCK_MONOTONIC);
  QApplication application(argc, argv);
  QCoreApplication::setOrganizationName(QStringLiteral("telegrad"));
  QSettings().clear();
  QStringList shown;
  for (int i = 0; i < size.longRuns; ++i)
    shown << QString::fromStdString(
        (home / "telegrad" / "runs" / ("run-" + std::to_string(i))).string());
  QSettings().setValue(QStringLiteral("library/shown"), shown);
  applyTheme(ThemeChoice::Light);
  MainWindow window({});
  window.resize(1440, 900);
  window.show();
  if (!QTest::qWaitForWindowExposed(&window)) qFatal("no window");
  std::printf("%-46s %.2f s\n", "the window is open",
              1e-3 * (milliseconds(CLOCK_MONOTONIC) - begin));
  auto* page = window.findChild<RunsPage*>();
  waitFor("the runs are listed", [&] { return page->library().count() == size.runs; });
  auto* tabs = window.findChild<QTabBar*>();
  tabs->setCurrentIndex(tabs->count() - 1);
  const auto isDrawn = [&] {
    return page->chart()->isSettled() && page->chart()->plot()->raster().isFresh() &&
           page->chart()->plot()->lines().size() == static_cast<std::size_t>(size.longRuns);
  };
  page->chart()->mean()->setChecked(false);
  waitFor("their curves are read and drawn", isDrawn);
  auto& curves = *page->chart()->plot();
  pan("a slow pan", curves, 2.0);
  pan("a fast pan", curves, 40.0);
  zoom(curves);
  QTest::keyClick(curves.plot(), Qt::Key_Home);
  page->chart()->mean()->setChecked(true);
  waitFor("their mean and band are worked out", [&] {
    return page->chart()->isSettled() && curves.lines().size() == 1 && curves.raster().isFresh();
  });
  return 0;
}
