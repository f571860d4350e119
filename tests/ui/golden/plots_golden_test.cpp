// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of plot, light and dark, beside the pictures in tests/golden/images.
#include <QtTest>
#include <qcustomplot.h>

#include "tests/ui/golden/scenes.h"
#include "tests/ui/plots/made_up_data.h"
#include "tests/ui/synthetic_timings.h"
#include "ui/models/lab_chart.h"
#include "ui/models/lab_report.h"
#include "ui/panels/trace_canvas.h"
#include "ui/plots/confusion_plot.h"
#include "ui/plots/criterion_plot.h"
#include "ui/plots/curves_plot.h"
#include "ui/plots/export.h"
#include "ui/plots/front_plot.h"
#include "ui/plots/grid_heat_map.h"
#include "ui/plots/lab_chart_plot.h"
#include "ui/plots/lab_effect_plot.h"
#include "ui/plots/library_plot.h"
#include "ui/plots/network_plot.h"
#include "ui/plots/plots.h"
#include "ui/plots/shard_list.h"
#include "ui/plots/staleness_map_plot.h"
#include "ui/plots/timeline_plot.h"
#include "ui/plots/worker_strip.h"

using namespace telegrad;
using namespace telegrad::ui;
using namespace telegrad::test;

namespace {

constexpr QSize kUsual(560, 360);

// Curves and what stands under them.

void curves(Scene& scene) {
  addThreeCourses(scene.runs);
  scene.show<CurvesPlot>(scene.runs);
}

void curvesOverBits(Scene& scene) {
  addThreeCourses(scene.runs);
  auto& plot = scene.show<CurvesPlot>(scene.runs);
  auto options = plot.options();
  options.x = XQuantity::PayloadBits;
  options.xLog = true;
  plot.setOptions(options);
}

void curvesReadOut(Scene& scene) {
  addThreeCourses(scene.runs);
  auto& plot = scene.show<CurvesPlot>(scene.runs);
  plot.resize(kUsual);
  plot.fit();
  plot.showReadOut(240.0);
}

void noCurves(Scene& scene) {
  scene.show<CurvesPlot>(scene.runs);
}

void whoSpoke(Scene& scene) {
  const auto experiment = telegrad::test::smallExperiment("sasg");
  const int id = addCourse(scene.runs, {.name = "SASG", .skipping = 2}, experiment);
  auto away = sampleOf({.name = "SASG", .skipping = 2}, 401);
  away.workers[2].outcome = WorkerSample::Outcome::Absent;
  for (int k = 0; k < 20; ++k) scene.runs.append(id, {away});
  scene.show<WorkerStrip>(scene.runs);
}

void skippingRule(Scene& scene) {
  addCourse(scene.runs, {.name = "SASG", .skipping = 2}, telegrad::test::smallExperiment("sasg"));
  scene.show<CriterionPlot>(scene.runs).setWorker(2);
}

// Time and the network.

void addSynchronous(RunsModel& runs, int iterations) {
  std::vector<Sample> samples;
  for (int k = 0; k < iterations; ++k) samples.push_back(synchronousSample(k, 4));
  runs.append(runs.add(Experiment(), {}), std::move(samples));
}

void timelineSpans(Scene& scene) {
  addSynchronous(scene.runs, 60);
  scene.show<TimelinePlot>(scene.runs).canvas()->follow(4);
}

void timelineWhole(Scene& scene) {
  addSynchronous(scene.runs, 3000);
  scene.show<TimelinePlot>(scene.runs).canvas()->follow(0);
}

Carried carried(std::uint32_t source, std::uint32_t destination, std::int64_t delay) {
  Carried made;
  made.source = source;
  made.destination = destination;
  made.bytes = {125000};
  made.start = SimTime{delay};
  made.end = SimTime{1000 + delay};
  made.way = {SimTime{400}, SimTime{500}, SimTime{100}};
  made.first = {SimTime{0}, SimTime{200}, SimTime{100}};
  return made;
}

void playback(NetworkPlot& plot, const std::vector<Carried>& messages, std::uint32_t workers) {
  IterationTiming timing;
  timing.end = SimTime{1600};
  timing.workers.resize(workers);
  for (auto& worker : timing.workers) worker.delivered = SimTime{1600};
  timing.messages = messages;
  plot.setPlaying(false);
  plot.resize(kUsual);
  plot.take({timing});
  plot.seek(SimTime{620});
}

void networkServer(Scene& scene) {
  constexpr std::uint32_t kWorkers = 8;
  auto& plot = scene.show<NetworkPlot>();
  std::vector<Carried> messages;
  for (std::uint32_t m = 0; m < kWorkers; ++m)
    if (m != 3) messages.push_back(carried(m, kWorkers, 70 * m));
  playback(plot, messages, kWorkers);
  std::vector<WorkerMark> marks(kWorkers);
  marks[1].words = QStringLiteral("3 × slower");
  marks[3] = {false, QStringLiteral("cut off")};
  plot.setMarks(marks);
  plot.choose(5);
}

void networkRing(Scene& scene) {
  constexpr std::uint32_t kWorkers = 6;
  auto& plot = scene.show<NetworkPlot>();
  std::vector<Carried> messages;
  for (std::uint32_t m = 0; m < kWorkers; ++m)
    messages.push_back(carried(m, (m + 1) % kWorkers, 50 * m));
  playback(plot, messages, kWorkers);
}

void paintedTrace(Scene& scene) {
  std::vector<TraceStep> steps;
  for (int i = 0; i < 60; ++i)
    steps.push_back({.time = SimTime{std::int64_t{i} * 1'000'000'000},
                     .bandwidth = BitsPerSecond{8e7 * (1.2 + wobble(i / 3, 1))}});
  const auto trace = Trace::from(steps, SimTime{60'000'000'000});
  if (!trace) qFatal("%s", trace.error().message.c_str());
  auto& canvas = scene.show<TraceCanvas>();
  canvas.setTrace(*trace, {{SimTime{20'000'000'000}, SimTime{32'000'000'000}, BitsPerSecond{3e7}}},
                  {});
  canvas.setNow(SimTime{41'000'000'000});
}

// Maps.

void heatMap(Scene& scene) {
  HeatMapContents contents;
  contents.xTitle = QStringLiteral("Kept fraction");
  contents.yTitle = QStringLiteral("Staleness");
  contents.columns = {QStringLiteral("0.1 %"), QStringLiteral("1 %"), QStringLiteral("10 %"),
                      QStringLiteral("100 %")};
  contents.rows = {QStringLiteral("0"), QStringLiteral("2"), QStringLiteral("4")};
  for (int i = 0; i < 12; ++i) {
    HeatMapContents::Cell cell;
    cell.value = 0.70 + 0.02 * i;
    cell.words = {QStringLiteral("%1 %").arg(100.0 * cell.value, 0, 'f', 1)};
    contents.cells.push_back(cell);
  }
  contents.cells[8] = {.words = {QStringLiteral("diverged")}, .told = {}, .over = true};
  contents.cells[10] = {.words = {QStringLiteral("40 %")}, .told = {}, .running = true};
  contents.cells[11] = {};
  auto& map = scene.show<HeatMap>(QStringLiteral("Sweep"));
  map.setContents(contents);
  map.setSelected(HeatMap::Cell{1, 1});
}

void gridMap(Scene& scene) {
  StalenessGrid grid;
  grid.plan.deltas = {0.01, 0.1, 1.0};
  grid.plan.taus = {0, 2, 8};
  for (int i = 0; i < 9; ++i) {
    GridRun run;
    run.state = GridRun::State::Done;
    run.residual = 4.0 / (1.0 + 3.0 * (i % 3)) * (1.0 + 0.4 * (i / 3));
    run.iterations = 100.0 + 10.0 * i;
    grid.runs.push_back(run);
  }
  grid.runs[6] = {.state = GridRun::State::Diverged};
  grid.runs[7] = {.state = GridRun::State::Running};
  grid.runs[8] = {};
  scene.show<GridHeatMap>().setGrid(grid, GridQuantity::Residual, PhiBase::HalfRatio);
}

void stalenessMapOfAWan(Scene& scene) {
  IterationConditions conditions;
  conditions.gradientBits = 1.3e7;
  conditions.bitsPerSecond = 1e8;
  conditions.latencySeconds = 0.1;
  conditions.computeSeconds = 0.05;
  auto& plot = scene.show<StalenessMapPlot>();
  plot.setMap(stalenessMap(conditions, DecoSettings{}));
  plot.resize(kUsual);
}

// Points and lines.

void front(Scene& scene) {
  FrontContents contents;
  contents.xTitle = QStringLiteral("Payload, bit");
  contents.yTitle = QStringLiteral("Final accuracy, %");
  contents.logX = true;
  for (std::size_t i = 0; i < 12; ++i) {
    const auto k = static_cast<std::int64_t>(i);
    FrontContents::Point point;
    point.id = i;
    point.cost = 1e6 * std::pow(2.0, static_cast<double>(i));
    point.worth = 96.0 - 40.0 / (1.0 + static_cast<double>(i)) + 3.0 * wobble(k, 4);
    point.title = QStringLiteral("Kept fraction %1 %").arg(k + 1);
    if (contents.front.empty() || point.worth > contents.points[contents.front.back()].worth)
      contents.front.push_back(i);
    contents.points.push_back(point);
  }
  auto& plot = scene.show<FrontPlot>();
  plot.setContents(contents);
  plot.setChosen(4);
}

void library(Scene& scene) {
  std::vector<NamedLine> lines;
  for (int number = 0; number < 3; ++number) {
    auto line = std::make_shared<DecimatedLine>();
    auto band = std::make_shared<MeanBand>();
    for (int i = 1; i <= 200; ++i) {
      const double y = 2.3 / (1.0 + i * (number + 1) / 40.0) + 0.03;
      line->append(i * 1e6, y);
      band->x.push_back(i * 1e6);
      band->mean.push_back(y);
      band->low.push_back(0.85 * y);
      band->high.push_back(1.15 * y);
    }
    const auto name = QStringLiteral("Method %1").arg(number + 1);
    lines.push_back({name, number, line, number == 1 ? band : nullptr});
  }
  LibraryAxes axes;
  axes.xTitle = QStringLiteral("Payload sent by the workers, bit");
  axes.yTitle = QStringLiteral("Training loss");
  axes.yLog = true;
  scene.show<LibraryPlot>().setLines(lines, axes);
}

LabChart labChart() {
  LabChart made;
  made.title = QStringLiteral("Gaussian, d = 10,000");
  made.xTitle = QStringLiteral("Bits per coordinate");
  made.yTitle = QStringLiteral("log₁₀ δ");
  made.logX = true;
  const QStringList names{QStringLiteral("Top-k"), QStringLiteral("Rand-k"),
                          QStringLiteral("Natural compression")};
  for (int number = 0; number < 3; ++number) {
    LabChart::Curve curve;
    curve.name = names[number];
    curve.colour = number;
    curve.item = number + 1;
    for (int i = 0; i < 9; ++i)
      curve.points.push_back({0.05 * std::pow(2.0, i), 2.4 - 0.3 * i / (1.0 + 0.3 * number), {}});
    curve.mark = curve.points[4];
    made.curves.push_back(curve);
  }
  LabChart::Curve bound;
  bound.name = QStringLiteral("0.86^(b/d)");
  bound.isReference = true;
  bound.points = {{0.05, 2.5, {}}, {12.8, 0.2, {}}};
  made.curves.push_back(bound);
  return made;
}

void labCurves(Scene& scene) {
  scene.show<LabChartPlot>().setChart(labChart(), 1);
}

void labEffect(Scene& scene) {
  std::vector<float> original;
  std::vector<float> sent;
  for (int i = 0; i < 2000; ++i) {
    const double value = wobble(i, 1) + wobble(i, 2) + wobble(i, 3);
    original.push_back(static_cast<float>(value));
    sent.push_back(std::abs(value) > 1.0 ? static_cast<float>(std::round(4.0 * value) / 4.0)
                                         : 0.0F);
  }
  scene.show<LabEffectPlot>().setEffect(
      std::make_shared<const LabEffect>(effectOf(original, sent)));
}

// Data.

void shards(Scene& scene) {
  scene.show<ShardList>().setData(dealt({}));
}

void confusion(Scene& scene) {
  const std::vector<std::string> names{"T-shirt", "Trouser", "Pullover", "Dress", "Coat",
                                       "Sandal",  "Shirt",   "Sneaker",  "Bag",   "Boot"};
  ConfusionMatrix matrix{names, {}};
  for (std::uint32_t truth = 0; truth < 10; ++truth)
    for (std::uint32_t taken = 0; taken < 10; ++taken)
      matrix.counts.push_back(truth == taken ? 850 - 40 * (truth % 4)
                                             : (truth * 7 + taken * 3) % 11 * (taken % 2) * 3);
  scene.show<ConfusionPlot>().setMatrix(std::make_shared<const ConfusionMatrix>(matrix));
}

// What is written to files.

/// A picture that was read from a file.
void showFile(Scene& scene, const QString& path, const Result<void>& written) {
  if (!written) qFatal("%s", written.error().message.c_str());
  const QPixmap picture(path);
  auto& label = scene.show<QLabel>();
  label.setPixmap(picture);
}

void exportedFigure(Scene& scene) {
  addThreeCourses(scene.runs);
  const QTemporaryDir folder;
  FigureOptions options;
  options.dotsPerInch = 100.0;  // 630 x 472
  options.dark = Theme::current().isDark;
  options.title = QStringLiteral("Three ways to train");
  options.carry = false;
  const auto path = folder.filePath(QStringLiteral("figure.png"));
  showFile(scene, path, exportFigure(scene.runs, options, path.toStdString()));
}

const std::vector<Subject>& subjects() {
  static const std::vector<Subject> all{
      {"curves", {720, 460}, curves},
      {"curves-over-bits", kUsual, curvesOverBits},
      {"curves-read-out", kUsual, curvesReadOut},
      {"curves-empty", {480, 320}, noCurves},
      {"who-spoke", {480, 150}, whoSpoke},
      {"skipping-rule", {480, 220}, skippingRule},
      {"timeline", {720, 320}, timelineSpans},
      {"timeline-whole-run", {720, 320}, timelineWhole},
      {"network-server", kUsual, networkServer},
      {"network-ring", kUsual, networkRing},
      {"trace", {480, 160}, paintedTrace},
      {"heat-map", {420, 300}, heatMap},
      {"grid-map", {420, 300}, gridMap},
      {"staleness-map", {480, 340}, stalenessMapOfAWan},
      {"front", {420, 300}, front},
      {"library", {480, 300}, library},
      {"lab-chart", {520, 380}, labCurves},
      {"lab-effect", {700, 220}, labEffect},
      {"shards", {720, 300}, shards},
      {"confusion", {640, 460}, confusion},
      {"exported-figure", {630, 472}, exportedFigure},
  };
  return all;
}

}  // namespace

class PlotsGoldenTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { useFixedSurroundings(); }

 private slots:
  void initTestCase();
  void aComparisonSeesWhatPeopleSee();
  void aPaletteKeepsThePicture();
  void everyPlotIsThere();
  void looksAsItDid_data();
  void looksAsItDid();
};

void PlotsGoldenTest::initTestCase() {
  QCOMPARE(bodyFont().family(), QStringLiteral("Inter"));  // else: apt install fonts-inter
}

namespace {

QImage words(const QString& text, const QPoint& at, const QColor& colour) {
  QImage made(480, 300, QImage::Format_RGB32);
  made.fill(Qt::white);
  QPainter painter(&made);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(plotFont());
  painter.setPen(colour);
  painter.drawText(at, text);
  painter.setPen(QPen(colour, 1.5));
  painter.drawLine(QPointF(40.0, 250.0), QPointF(440.0, 60.0));
  return made;
}

}  // namespace

void PlotsGoldenTest::aComparisonSeesWhatPeopleSee() {
  const QColor blue = Theme::light().run(0);
  const QImage golden = words(QStringLiteral("0.83"), {40, 40}, blue);
  const auto differs = [&](const QImage& other) {
    return !compare(inPalette(golden), other).isWithin({});
  };
  QVERIFY(!differs(golden));
  QVERIFY(differs(words(QStringLiteral("0.88"), {40, 40}, blue)));  // a digit
  QVERIFY(differs(golden.copy(1, 0, 480, 300)));                    // a pixel aside
  QVERIFY(differs(words(QStringLiteral("0.83"), {40, 40}, Theme::light().run(1))));
  QVERIFY(differs(words(QStringLiteral("0.83"), {40, 40}, blue.lighter(130))));  // a tone
  QVERIFY(differs(golden.copy(0, 0, 480, 299)));                                 // its size
  QVERIFY(differs(QImage()));
  QImage rounded = golden;  // as another processor blends
  for (int y = 0; y < rounded.height(); ++y)
    for (int x = 0; x < rounded.width(); ++x)
      rounded.setPixelColor(x, y, rounded.pixelColor(x, y).darker(101));
  QVERIFY(rounded != golden);
  QVERIFY(!differs(rounded));
}

void PlotsGoldenTest::aPaletteKeepsThePicture() {
  QImage rainbow(256, 64, QImage::Format_RGB32);
  for (int y = 0; y < rainbow.height(); ++y)
    for (int x = 0; x < rainbow.width(); ++x) rainbow.setPixel(x, y, qRgb(x, 255 - x, x / 2));
  const QImage packed = inPalette(rainbow);
  QCOMPARE(packed.format(), QImage::Format_Indexed8);
  QVERIFY(compare(packed, rainbow).largest < 16);
  QImage plain(20, 20, QImage::Format_RGB32);
  plain.fill(qRgb(1, 2, 3));
  QCOMPARE(compare(inPalette(plain), plain).largest, 0);
}

/// What the View menu offers has a picture.
void PlotsGoldenTest::everyPlotIsThere() {
  for (const auto& entry : plots())
    QVERIFY2(
        std::ranges::any_of(subjects(),
                            [&](const auto& one) {
                              return QLatin1String(one.name) == entry.key ||
                                     (entry.key == QLatin1String("criterion") &&
                                      QLatin1String(one.name) == QLatin1String("skipping-rule"));
                            }),
        entry.key);
}

void PlotsGoldenTest::looksAsItDid_data() {
  addRows(subjects());
}

void PlotsGoldenTest::looksAsItDid() {
  QFETCH(int, index);
  QFETCH(bool, dark);
  const auto wrong = judgeScene(subjects()[static_cast<std::size_t>(index)], dark, true);
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

QTEST_MAIN(PlotsGoldenTest)
#include "plots_golden_test.moc"
