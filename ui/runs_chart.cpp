// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs_chart.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widgets/choice_box.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr std::array kValues{LibraryY::TrainingLoss, LibraryY::TestLoss, LibraryY::TestAccuracy,
                             LibraryY::Top5Accuracy, LibraryY::Suboptimality};

}  // namespace

RunsChart::RunsChart(const RunDetails& details, QWidget* parent)
    : QWidget(parent),
      details_(details),
      y_(new ChoiceBox(this)),
      x_(new ChoiceBox(this)),
      kind_(new ChoiceBox(this)),
      baseline_(new ChoiceBox(this)),
      against_(mutedLabel(tr("against"), this)),
      log_(new QCheckBox(tr("log x"), this)),
      mean_(new QCheckBox(tr("mean over seeds"), this)),
      progress_(mutedLabel({}, this)),
      plot_(new LibraryPlot(this)) {
  thread_.setMaxThreadCount(1);
  makeControls();
  connect(&curves_, &LibraryCurves::arrived, this, &RunsChart::derive);
  connect(&curves_, &LibraryCurves::failed, this, &RunsChart::failed);
  connect(&details_, &RunDetails::changed, this, &RunsChart::derive);
  setRatio(false);
}

RunsChart::~RunsChart() {
  ++question_;
  thread_.waitForDone();
}

void RunsChart::makeControls() {
  for (const auto value : kValues) y_->addItem(title(value));
  for (const auto& quantity : xQuantities())
    x_->addItem(tr("over %1").arg(telegrad::ui::tr(quantity.shortLabel)));
  x_->setCurrentIndex(static_cast<int>(XQuantity::PayloadBits));
  kind_->addItems({tr("what it takes to the same value"), tr("the value at the same x")});
  y_->setAccessibleName(tr("What is drawn"));
  x_->setAccessibleName(tr("Over what it is drawn"));
  kind_->setAccessibleName(tr("Ratio of what"));
  baseline_->setAccessibleName(tr("Baseline"));
  baseline_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  baseline_->setMinimumContentsLength(12);
  log_->setChecked(true);
  mean_->setChecked(true);
  mean_->setToolTip(
      tr("Runs that differ by their seed alone as one curve, with a band of one deviation"));
  // Two lines: in one they would make the window wider than small screens are.
  const auto inLine = [](std::initializer_list<QWidget*> parts) {
    auto* line = new QHBoxLayout;
    line->setSpacing(space::kSmall);
    for (auto* part : parts) line->addWidget(part);
    line->addStretch(1);
    return line;
  };
  auto* controls = inLine({y_, x_, log_, mean_});
  controls->addWidget(progress_);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kSmall);
  rows->addLayout(controls);
  rows->addLayout(inLine({kind_, against_, baseline_}));
  rows->addWidget(plot_, 1);
  for (auto* combo : {x_, y_}) connect(combo, &QComboBox::activated, this, &RunsChart::read);
  connect(log_, &QCheckBox::toggled, this, &RunsChart::read);
  for (auto* combo : {kind_, baseline_})
    connect(combo, &QComboBox::activated, this, &RunsChart::derive);
  connect(mean_, &QCheckBox::toggled, this, &RunsChart::derive);
}

CurveChoice RunsChart::choice() const {
  CurveChoice chosen;
  chosen.x = xQuantities().at(static_cast<std::size_t>(x_->currentIndex())).quantity;
  chosen.y = kValues.at(static_cast<std::size_t>(y_->currentIndex()));
  chosen.xLog = log_->isChecked();
  return chosen;
}

LineView RunsChart::view() const {
  if (!ratio_) return LineView::Curves;
  return kind_->currentIndex() == 0 ? LineView::RatioAtValue : LineView::RatioAtX;
}

void RunsChart::setRuns(std::vector<Shown> runs) {
  runs_ = std::move(runs);
  listBaselines();
  read();
}

void RunsChart::setRatio(bool ratio) {
  ratio_ = ratio;
  for (QWidget* each : std::initializer_list<QWidget*>{kind_, against_, baseline_})
    each->setVisible(ratio);
  derive();
}

/// The one that was chosen stays; else the first that is marked as one, else the first.
void RunsChart::listBaselines() {
  const int before = baseline_->currentData().toInt();
  baseline_->clear();
  int chosen = 0;
  for (const auto& run : runs_) {
    if (run.baseline && chosen == 0) chosen = baseline_->count();
    baseline_->addItem(run.name, run.id);
  }
  const int again = baseline_->findData(before);
  baseline_->setCurrentIndex(again >= 0 ? again : chosen);
}

void RunsChart::read() {
  std::vector<std::filesystem::path> folders;
  for (const auto& run : runs_) folders.push_back(run.folder);
  curves_.want(folders, choice());
  derive();
}

/// Works out what is to be drawn of what has been read.
void RunsChart::derive() {
  LineQuestion asked;
  asked.choice = choice();
  asked.view = view();
  asked.mean = mean_->isChecked();
  bool hasBaseline = false;
  for (const auto& run : runs_) {
    auto line = curves_.line(run.folder);
    if (line == nullptr) continue;
    SourceLine source{run.name, run.name, run.colour,
                      details_.groups().size() + asked.sources.size(), std::move(line)};
    for (std::size_t group = 0; group < details_.groups().size(); ++group)
      for (const std::size_t member : details_.groups()[group])
        if (details_.runs()[member].id == run.id) {
          source.group = group;
          source.groupName = details_.groupName(group);
        }
    if (run.id == baseline_->currentData().toInt()) {
      asked.baseline = asked.sources.size();
      hasBaseline = true;
    }
    asked.sources.push_back(std::move(source));
  }
  if (ratio_ && !hasBaseline) asked.sources.clear();  // it is not read yet
  deriving_ = true;
  const int question = ++question_;
  sayWhatIsMissing();
  thread_.start([this, question, asked = std::move(asked)] {
    if (question != question_) return;
    auto lines = linesFor(asked);
    QMetaObject::invokeMethod(
        this, [this, question, lines = std::move(lines), axes = axesFor(asked.choice, asked.view)] {
          if (question == question_) draw(lines, axes);
        });
  });
}

void RunsChart::draw(std::vector<NamedLine> lines, const LibraryAxes& axes) {
  deriving_ = false;
  plot_->setReference(ratio_ ? std::optional(1.0) : std::nullopt);
  plot_->setLines(std::move(lines), axes);
  sayWhatIsMissing();
}

void RunsChart::sayWhatIsMissing() {
  const int waiting = curves_.waiting();
  progress_->setText(waiting == 0 ? QString()
                                  : tr("reading %1 of %2").arg(waiting).arg(runs_.size()));
  if (runs_.empty())
    plot_->setEmptyWords(tr("No runs are shown"),
                         tr("Click the square before a run's name, or choose runs and press H."));
  else if (waiting > 0)
    plot_->setEmptyWords(tr("Reading the curves"), tr("They appear one by one."));
  else if (ratio_ && runs_.size() < 2)
    plot_->setEmptyWords(tr("One run has nothing to be measured against"),
                         tr("Show another, or run the baseline."));
  else
    plot_->setEmptyWords(tr("These runs have no such values"),
                         tr("Choose another quantity above."));
}

}  // namespace telegrad::ui
