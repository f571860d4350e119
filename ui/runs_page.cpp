// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs_page.h"

#include <algorithm>
#include <utility>

#include <QVBoxLayout>

#include "core/experiment/run_parameters.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

QFrame* pageCard(QWidget* parent) {
  auto* made = new QFrame(parent);
  made->setProperty("role", "card");
  auto* rows = new QVBoxLayout(made);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kSmall);
  rows->setSpacing(space::kSmall);
  return made;
}

}  // namespace

RunsPage::RunsPage(RunController& controller, QWidget* parent)
    : QWidget(parent),
      controller_(controller),
      library_(RunController::runsFolder()),
      banner_(new Banner(this)),
      list_(new RunsLibraryPanel(library_, this)),
      chart_(new RunsChart(details_, this)),
      targets_(new RunsTargetsPanel(details_, this)),
      differences_(new RunsDifferencesPanel(details_, this)),
      notes_(new RunsNotesPanel(library_, this)) {
  auto* above = pageCard(this);
  above->layout()->addWidget(list_);
  auto* split = new QSplitter(Qt::Vertical, this);
  split->setChildrenCollapsible(false);
  split->setHandleWidth(space::kMedium);
  split->addWidget(above);
  split->addWidget(makeBelow());
  split->setStretchFactor(0, 4);
  split->setStretchFactor(1, 5);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kMedium);
  rows->addWidget(banner_);
  rows->addWidget(split, 1);
  connect(&library_, &RunLibrary::shownChanged, this, &RunsPage::takeShown);
  connect(&library_, &RunLibrary::annotated, this, &RunsPage::takeShown);
  connect(&library_, &RunLibrary::refreshed, this, &RunsPage::takeShown);
  connect(&library_, &RunLibrary::grew, this,
          [this](int id) { chart_->forget(library_.byId(id)->listing.folder); });
  connect(&library_, &RunLibrary::refused, this, &RunsPage::refuse);
  connect(chart_, &RunsChart::failed, this, &RunsPage::refuse);
  connect(targets_, &RunsTargetsPanel::targetsChanged, this, &RunsPage::ask);
  connect(list_, &RunsLibraryPanel::chosenChanged, this,
          [this] { notes_->setRuns(list_->chosen()); });
  connect(list_, &RunsLibraryPanel::baselineWanted, this, &RunsPage::runBaseline);
  connect(list_, &RunsLibraryPanel::openWanted, this,
          [this](const auto& folders) { controller_.open(folders); });
  connectController();
  library_.refresh();
}

RunsPage::~RunsPage() {
  disconnect(&library_, nullptr, this, nullptr);
  // They write down and ask what is a member here.
  qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

QWidget* RunsPage::makeBelow() {
  auto* below = pageCard(this);
  choice_ = new SegmentedControl(tr("Of the shown runs"),
                                 {tr("Curves"), tr("Ratio to a baseline"), tr("To the target"),
                                  tr("Differences"), tr("Notes")},
                                 below);
  views_ = new QStackedWidget(below);
  for (QWidget* view : std::initializer_list<QWidget*>{chart_, targets_, differences_, notes_})
    views_->addWidget(view);
  auto* rows = qobject_cast<QVBoxLayout*>(below->layout());
  rows->addWidget(choice_);
  rows->addWidget(views_, 1);
  connect(choice_, &SegmentedControl::chosen, this, [this](int view) { showView(View(view)); });
  return below;
}

void RunsPage::showView(View view) {
  choice_->setCurrent(view);
  chart_->setRatio(view == Ratio);
  views_->setCurrentIndex(std::max(0, view - Ratio));
}

void RunsPage::connectController() {
  connect(&controller_, &RunController::ended, this, &RunsPage::takeEnded);
  connect(&controller_, &RunController::runBegan, this, [this] { library_.refresh(); });
  connect(&controller_.runs(), &RunsModel::runAdded, this, &RunsPage::takeOpened);
}

/// What the user opens from elsewhere is found again; what is known here keeps its name.
void RunsPage::takeOpened(int id) {
  const Run* run = controller_.runs().byId(id);
  if (run == nullptr || !run->isReadBack() || run->folder.empty()) return;
  const auto* known = library_.byFolder(run->folder);
  if (known == nullptr) return library_.addFolder(run->folder);
  if (!known->listing.notes.name.empty()) controller_.runs().rename(id, known->name);
}

void RunsPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (stale_) takeShown();
  library_.refresh();
}

void RunsPage::takeShown() {
  const auto* ended = ended_.empty() ? nullptr : library_.byFolder(ended_);
  if (ended != nullptr) {
    const int id = ended->id;
    ended_.clear();
    library_.annotate({id}, [](RunNotes& notes) { notes.baseline = true; });
    return library_.setShown({id}, true);  // comes here again
  }
  stale_ = !isVisible();  // curves are read when somebody looks at them
  if (stale_) return;
  std::vector<RunsChart::Shown> shown;
  for (const int id : library_.shown()) {
    const auto* run = library_.byId(id);
    shown.push_back({id, run->listing.folder, run->name, run->colour, run->listing.notes.baseline});
  }
  chart_->setRuns(std::move(shown));
  ask();
}

void RunsPage::ask() {
  std::vector<DetailedRun> runs;
  std::vector<Target> usual;
  for (const int id : library_.shown()) {
    const auto* run = library_.byId(id);
    const auto own = targetOf(run->listing.experiment.slot("run").settings);
    if (std::ranges::find(usual, own) == usual.end()) usual.push_back(own);
    runs.push_back(
        {id, run->name, run->colour, run->listing.folder, {run->listing.experiment, {}}, {}});
  }
  targets_->setUsual(usual);
  const auto& chosen = targets_->targets();
  details_.ask(std::move(runs), chosen.empty() ? usual : chosen);
}

void RunsPage::runBaseline(int id) {
  const auto* run = library_.byId(id);
  if (run == nullptr) return;
  auto experiment = denseBaseline(run->listing.experiment);
  if (!experiment) return refuse(QString::fromStdString(experiment.error().message));
  baseline_ = Baseline{*std::move(experiment), id};
  library_.setShown({id}, true);
  if (controller_.isActive())
    banner_->say(Banner::Tone::Calm, tr("A run goes on. The baseline begins when it has ended."));
  else
    beginBaseline();
}

/// The draft in the form stays what it is.
void RunsPage::beginBaseline() {
  const auto draft = controller_.draft();
  controller_.setDraft(baseline_->experiment);
  controller_.toggle();
  baseline_->run = controller_.runId();
  controller_.setDraft(draft);
  const auto* of = library_.byId(baseline_->of);
  banner_->say(Banner::Tone::Calm,
               tr("The baseline of %1 trains; it is shown here when it has ended.")
                   .arg(of == nullptr ? QString() : of->name));
}

void RunsPage::takeEnded(int id) {
  if (baseline_ && baseline_->run == id) {
    const Run* run = controller_.runs().byId(id);
    if (run != nullptr) ended_ = run->folder;
    baseline_.reset();
    banner_->hide();
  } else if (baseline_ && baseline_->run == 0 && !controller_.isActive()) {
    // Not in the midst of the other's end.
    QMetaObject::invokeMethod(
        this,
        [this] {
          if (baseline_ && baseline_->run == 0 && !controller_.isActive()) beginBaseline();
        },
        Qt::QueuedConnection);
  }
  library_.refresh();
}

void RunsPage::refuse(const QString& message) {
  banner_->say(Banner::Tone::Warning, message);
}

}  // namespace telegrad::ui
