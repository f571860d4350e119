// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab_grid_card.h"

#include <utility>

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widgets/labels.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kProgressSteps = 1000;

bool isIncomplete(const StalenessGrid& grid) {
  return !grid.runs.empty() && grid.over() < grid.runs.size();
}

}  // namespace

LabGridCard::LabGridCard(RunController& controller, QWidget* parent)
    : QFrame(parent),
      controller_(controller),
      quantity_(new SegmentedControl(
          tr("What the cells show"),
          {tr("Residual"), tr("Iterations"), tr("Simulated time"), tr("φ")}, this)),
      cells_(new GridHeatMap(this)),
      sentence_(new QLabel(this)),
      form_(new GridForm(this)),
      error_(new QLabel(this)),
      bar_(new QProgressBar(this)),
      status_(mutedLabel({}, this)),
      main_(new QPushButton(this)) {
  setProperty("role", "card");
  main_->setProperty("role", "primary");
  main_->setMinimumWidth(88);
  last_ = quietButton(tr("Open last"), tr("The measurement that was begun last"),
                      [this] { openLast(); });
  csv_ = quietButton(tr("Save CSV…"), tr("One row for every run"), [this] { exportCsv(); });
  command_ = quietButton(tr("Copy command"),
                         tr("What carries out the selected cell’s run on the command line: every "
                            "cell is an ordinary “telegrad-cli run”"),
                         [this] { copyCommand(); });
  quantity_->setToolTip(
      tr("Residual: the squared norm ‖e‖² of what compression has left out, averaged over workers "
         "and the second half of a run. Iterations and simulated time: to the target accuracy. φ: "
         "the model at "
         "the same points."));
  layOut();
  connectMeasurement();
  showGrid();
  showState();
}

void LabGridCard::layOut() {
  auto* title = new QLabel(tr("Measurement: real runs"), this);
  title->setFont(titleFont());
  auto* about = mutedLabel(tr("Every cell trains DD-EF-SGD from the start, on this machine. Under "
                              "the figure: its change since the lowest row, and that of φ."),
                           this);
  about->setWordWrap(true);
  about->setFont(plotFont());
  sentence_->setWordWrap(true);
  error_->setProperty("role", "error");
  error_->setWordWrap(true);
  error_->hide();
  bar_->setRange(0, kProgressSteps);
  bar_->setTextVisible(false);
  auto still = bar_->sizePolicy();
  still.setRetainSizeWhenHidden(true);  // so that nothing moves when it comes and goes
  bar_->setSizePolicy(still);
  auto* choice = new QHBoxLayout;
  choice->addWidget(quantity_);
  choice->addStretch(1);
  auto* go = new QHBoxLayout;
  go->addWidget(main_);
  go->addWidget(status_, 1);
  auto* tools = new QHBoxLayout;
  for (auto* button : {last_, csv_, command_}) tools->addWidget(button);
  tools->addStretch(1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kSmall);
  rows->addWidget(title);
  rows->addWidget(about);
  rows->addLayout(choice);
  rows->addWidget(cells_, 1);
  rows->addWidget(sentence_);
  rows->addWidget(hairline(this));
  rows->addWidget(form_);
  rows->addWidget(error_);
  rows->addWidget(bar_);
  rows->addLayout(go);
  rows->addLayout(tools);
}

QToolButton* LabGridCard::quietButton(const QString& text, const QString& help,
                                      std::function<void()> act) {
  auto* button = new QToolButton(this);
  button->setText(text);
  button->setToolTip(help);
  button->setProperty("role", "quiet");
  connect(button, &QToolButton::clicked, this, std::move(act));
  return button;
}

void LabGridCard::connectMeasurement() {
  connect(quantity_, &SegmentedControl::chosen, this, &LabGridCard::showGrid);
  connect(cells_, &GridHeatMap::selectionChanged, this, &LabGridCard::showState);
  connect(form_, &GridForm::edited, this, [this] {
    say({});
    showState();
  });
  connect(main_, &QPushButton::clicked, this, &LabGridCard::press);
  connect(&controller_, &RunController::draftChanged, this, &LabGridCard::showState);
  connect(&measurement_, &GridMeasurement::changed, this, [this] {
    const auto& grid = measurement_.grid();
    const bool begins = measurement_.isRunning() && grid.over() == 0;
    if (begins || grid.over() != saved_) store_.save(folder_, grid);
    saved_ = grid.over();
    showGrid();
    showState();
  });
  connect(&measurement_, &GridMeasurement::progressed, this, &LabGridCard::showProgress);
  connect(&measurement_, &GridMeasurement::ended, this, [this] {
    say(measurement_.failure());
    showState();
  });
  connect(&store_, &GridStore::failed, this, &LabGridCard::say);
  connect(&store_, &GridStore::opened, this,
          [this](const StalenessGrid& grid, const QString& folder) {
            if (measurement_.isRunning()) return;
            folder_ = folder.toStdString();
            saved_ = grid.over();
            form_->setPlan(grid.plan);
            say({});
            measurement_.show(grid);
          });
}

void LabGridCard::setBase(PhiBase base) {
  base_ = base;
  showGrid();
}

void LabGridCard::setGradientBits(double bits) {
  gradientBits_ = bits;
  showState();
}

void LabGridCard::press() {
  say({});
  if (measurement_.isRunning()) return measurement_.cancel();
  const auto plan = form_->plan(controller_.draft(), gradientBits_);
  if (!plan) return say(QString::fromStdString(plan.error().message));
  Result<void> begun;
  if (isIncomplete(measurement_.grid()) && *plan == measurement_.grid().plan) {
    begun = measurement_.resume(controller_.dataFolder());
  } else {
    const auto before = std::exchange(folder_, GridStore::newFolder());
    begun = measurement_.start(*plan, controller_.dataFolder());
    if (!begun) folder_ = before;
  }
  if (!begun) say(QString::fromStdString(begun.error().message));
}

void LabGridCard::showGrid() {
  const auto& grid = measurement_.grid();
  cells_->setGrid(grid, quantity(), base_);
  sentence_->setText(sentenceOf(grid, quantity(), base_));
  sentence_->setVisible(!sentence_->text().isEmpty());
}

void LabGridCard::showState() {
  const auto& grid = measurement_.grid();
  const bool runs = measurement_.isRunning();
  const auto plan = form_->plan(controller_.draft(), gradientBits_);
  const bool resumes = isIncomplete(grid) && plan && *plan == grid.plan;
  main_->setText(runs ? tr("Cancel") : resumes ? tr("Go on") : tr("Measure"));
  form_->setEnabled(!runs);
  last_->setEnabled(!runs);
  csv_->setEnabled(grid.over() > 0);
  command_->setEnabled(cells_->selected().has_value() && !folder_.empty());
  bar_->setVisible(runs);
  showProgress();
  if (runs) return;
  status_->setToolTip({});
  if (plan && !resumes && !(*plan == grid.plan)) {
    const auto count = counted(static_cast<std::int64_t>(plan->runs()), tr("1 run"), tr("%1 runs"));
    status_->setText(grid.over() == 0 ? count
                                      : tr("%1; the cells are of other settings").arg(count));
  } else if (grid.over() > 0) {
    status_->setText(tr("%1 of %2 runs, saved").arg(grid.over()).arg(grid.runs.size()));
    status_->setToolTip(QString::fromStdString(folder_.string()));
  } else {
    status_->setText({});
  }
}

void LabGridCard::showProgress() {
  if (!measurement_.isRunning()) return;
  const auto& grid = measurement_.grid();
  bar_->setValue(static_cast<int>(kProgressSteps * measurement_.progress()));
  status_->setText(measurement_.isCancelling()
                       ? tr("Stopping")
                       : tr("Run %1 of %2").arg(grid.over() + 1).arg(grid.runs.size()));
}

void LabGridCard::say(const QString& error) {
  error_->setText(error);
  error_->setVisible(!error.isEmpty());
}

void LabGridCard::exportCsv() {
  const auto file = QFileDialog::getSaveFileName(
      this, tr("Save the measurement"), QStringLiteral("staleness-grid.csv"), tr("CSV (*.csv)"));
  if (!file.isEmpty()) store_.exportCsv(file.toStdString(), measurement_.grid());
}

void LabGridCard::copyCommand() {
  const auto cell = cells_->selected();
  if (!cell) return;
  QGuiApplication::clipboard()->setText(
      commandOf(measurement_.grid(), folder_, cell->column, cell->row));
  status_->setText(tr("Copied"));
}

}  // namespace telegrad::ui
