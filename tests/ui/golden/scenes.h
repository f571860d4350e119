// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <QApplication>
#include <QTest>

#include "tests/support/small_runs.h"
#include "tests/ui/golden/pictures.h"
#include "ui/panels/run_controller.h"
#include "ui/widgets/style_sheet.h"

namespace telegrad::test {

using namespace ui;  // what the pictures are of

/// What a picture is taken of, with all that it looks at.
struct Scene {
  RunsModel runs;
  RunController controller{runs};
  std::vector<std::shared_ptr<void>> further;  ///< whatever else the widget needs
  std::function<void()> afterwards;            ///< what is to be done once it is shown, or nothing
  std::unique_ptr<QWidget> widget;             // last, so that it goes first

  /// Makes the widget, of this class.
  template <typename Widget, typename... Arguments>
  Widget& show(Arguments&&... arguments) {
    auto made = std::make_unique<Widget>(std::forward<Arguments>(arguments)...);
    auto& shown = *made;
    widget = std::move(made);
    return shown;
  }
};

/// A picture: its name, how large it is, and what is seen.
struct Subject {
  const char* name;
  QSize size;
  std::function<void(Scene&)> arrange;
};

/// As it would be on a screen and on that ground, without a cursor, a focus or a mouse.
inline QImage photograph(QWidget& widget, const QColor& ground) {
  QCoreApplication::processEvents();
  if (auto* focused = QApplication::focusWidget()) focused->clearFocus();
  QImage taken(widget.size(), QImage::Format_RGB32);
  taken.fill(ground);
  widget.render(&taken, {}, {}, QWidget::DrawChildren);
  return taken;
}

/// A size without a height is the widget's own.
inline void resize(QWidget& widget, const QSize& size) {
  const int width = size.width();
  const int natural =
      widget.hasHeightForWidth() ? widget.heightForWidth(width) : widget.sizeHint().height();
  widget.resize(width, size.height() > 0 ? size.height() : natural);
}

/// On the ground of panels or of the window. What is drawn on other threads or a little later is
/// waited for: until the picture is the golden one, or the patience is over.
inline QString judgeScene(const Subject& subject, bool dark, bool onPanel) {
  constexpr int kPatience = 5000;  // milliseconds, of a picture that is another
  applyTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
  const auto name = QStringLiteral("%1/%2").arg(
      dark ? QStringLiteral("dark") : QStringLiteral("light"), QLatin1String(subject.name));
  Scene scene;
  subject.arrange(scene);
  scene.widget->ensurePolished();
  resize(*scene.widget, subject.size);
  scene.widget->show();
  if (scene.afterwards) scene.afterwards();
  const QColor ground = onPanel ? Theme::current().panel : Theme::current().window;
  QImage taken;
  const auto isGolden = [&] {
    taken = photograph(*scene.widget, ground);
    return looksAsBefore(name, taken);
  };
  if (!QTest::qWaitFor(isGolden, kPatience)) taken = photograph(*scene.widget, ground);
  return judge(name, taken);
}

/// Something between -1 and 1 that looks like noise and is the same everywhere.
inline double wobble(std::int64_t k, int salt) {
  const double seed = std::sin(static_cast<double>(k) * 12.9898 + salt * 78.233) * 43758.5453;
  return 2.0 * (seed - std::floor(seed)) - 1.0;
}

/// How a made-up run goes.
struct Course {
  std::string name;
  int iterations = 400;
  double pace = 1.0;         ///< how fast it learns
  double bitsEach = 130000;  ///< payload of one upload
  int workers = 8;
  int skipping = 0;  ///< of three turns, those in which a worker is silent
};

inline Sample sampleOf(const Course& course, std::int64_t k) {
  Sample sample;
  auto& record = sample.record;
  const auto at = static_cast<double>(k) * course.pace;
  record.iteration = k;
  record.epoch = static_cast<double>(k) / 100.0;
  for (int m = 0; m < course.workers; ++m) {
    WorkerSample worker;
    const auto turn = (k + m * 2 + static_cast<std::int64_t>(4 * wobble(k / 7, m))) % 3;
    if (turn < course.skipping && k > 3) worker.outcome = WorkerSample::Outcome::Skipped;
    if (course.skipping > 0 && (k + 3 * m) % 23 == 0)
      worker.outcome = WorkerSample::Outcome::Forced;
    const double threshold = 0.02 * std::exp(-at / 250.0);
    worker.threshold = threshold;
    const bool speaks = worker.outcome == WorkerSample::Outcome::Uploaded;
    worker.change = threshold * (speaks ? 2.0 + wobble(k, m) : 0.6 + 0.3 * wobble(k, m));
    record.uploads += worker.outcome != WorkerSample::Outcome::Skipped ? 1 : 0;
    record.forced += worker.outcome == WorkerSample::Outcome::Forced ? 1 : 0;
    sample.workers.push_back(worker);
  }
  record.skips = course.workers - record.uploads;
  const double spoke = course.skipping > 0 ? 0.4 : 1.0;
  record.rounds = std::llround(spoke * course.workers * static_cast<double>(k));
  record.payloadBits = std::llround(course.bitsEach * static_cast<double>(record.rounds));
  record.wireBits = record.payloadBits + record.rounds * 1024;
  record.simulatedSeconds = 0.02 * static_cast<double>(k) * (1.0 + course.bitsEach / 1e6);
  record.wallSeconds = 0.004 * static_cast<double>(k);
  record.trainLoss = 2.3 / (1.0 + at / 25.0) + 0.05 + 0.03 * (1.0 + wobble(k, 5));
  record.epochLoss = record.trainLoss;
  record.computeSeconds = 0.006;
  record.encodeSeconds = 0.0005;
  record.transferSeconds = 0.02 * course.bitsEach / 1e6;
  record.queueSeconds = 0.6 * record.transferSeconds;
  record.latencySeconds = 0.0135;
  if (k % 20 == 0) {
    record.testAccuracy = 0.96 - 0.86 / (1.0 + at / 12.0) + 0.004 * wobble(k, 9);
    record.testLoss = record.trainLoss * 1.1;
    record.residualNorm = 0.4 + 0.05 * wobble(k, 2);
  }
  record.compressionRatio = 0.01;
  return sample;
}

/// A run that ended, after `changes` that it was given.
inline int addCourse(RunsModel& runs, const Course& course, const Experiment& experiment,
                     const std::vector<AppliedChange>& changes = {}) {
  const int id = runs.add(experiment.withName(course.name), {});
  std::vector<Sample> samples;
  for (std::int64_t k = 1; k <= course.iterations; ++k) {
    samples.push_back(sampleOf(course, k));
    for (const auto& change : changes)
      if (change.iteration == k) samples.back().changes.push_back(change);
  }
  runs.append(id, std::move(samples));
  runs.setState(id, RunState::Finished);
  return id;
}

/// Three runs to compare; of the last, which is in focus, two values were changed on the way.
inline void addThreeCourses(RunsModel& runs) {
  const auto experiment = telegrad::test::smallExperiment("sasg");
  addCourse(runs, {.name = "SGD", .pace = 1.1, .bitsEach = 13'024'000}, experiment);
  addCourse(runs, {.name = "LASG", .pace = 0.8, .bitsEach = 13'024'000, .skipping = 2}, experiment);
  addCourse(runs, {.name = "SASG", .pace = 0.7, .bitsEach = 130'000, .skipping = 2}, experiment,
            {{120, {"algorithm", "learning_rate"}, 0.01, 0.005},
             {260, {"compressor", "fraction"}, 0.01, 0.002}});
  runs.setTarget(0.85);
}

/// The rows of a test that looks at each subject in both themes: its place in the list, and whether
/// dark.
inline void addRows(const std::vector<Subject>& subjects) {
  QTest::addColumn<int>("index");
  QTest::addColumn<bool>("dark");
  for (int i = 0; i < static_cast<int>(subjects.size()); ++i)
    for (const bool dark : {false, true})
      QTest::addRow("%s, %s", subjects[static_cast<std::size_t>(i)].name, dark ? "dark" : "light")
          << i << dark;
}

}  // namespace telegrad::test
