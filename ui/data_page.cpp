// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data_page.h"

#include <numeric>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/models/entry_name.h"
#include "ui/models/number_format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

bool hasData(const Run& run) {
  return isNeeded(run.experiment, "dataset");
}

}  // namespace

DataPage::DataPage(RunsModel& runs, QWidget* parent)
    : QWidget(parent),
      runs_(runs),
      heading_(new QLabel(this)),
      remark_(mutedLabel({}, this)),
      choice_(new SegmentedControl(tr("What to show"), {tr("Workers"), tr("Confusion")}, this)),
      views_(new QStackedWidget(this)),
      shards_(new ShardList(this)),
      confusion_(new ConfusionPlot(this)) {
  heading_->setWordWrap(true);
  heading_->setFont(titleFont());
  remark_->setWordWrap(true);
  views_->addWidget(shards_);
  views_->addWidget(confusion_);
  auto* card = new QFrame(this);
  card->setProperty("role", "card");
  auto* top = new QHBoxLayout;
  top->setSpacing(space::kLarge);
  top->addWidget(heading_, 1);
  top->addWidget(choice_, 0, Qt::AlignTop);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
  inside->setSpacing(space::kSmall);
  inside->addLayout(top);
  inside->addWidget(remark_);
  inside->addWidget(views_, 1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->addWidget(card);
  connect(choice_, &SegmentedControl::chosen, this, &DataPage::refresh);
  connect(&runs, &RunsModel::currentChanged, this, &DataPage::refresh);
  connect(&runs, &RunsModel::infoArrived, this, &DataPage::refresh);
  connect(&runs, &RunsModel::appearanceChanged, this, &DataPage::refresh);
  connect(&runs, &RunsModel::samplesAppended, this, [this](int id) {
    // Between evaluations there is nothing new.
    const Run* run = runs_.current();
    if (run != nullptr && run->id == id && (id != run_ || run->confusionAt != at_)) refresh();
  });
  refresh();
}

void DataPage::refresh() {
  const Run* run = runs_.current();
  run_ = run == nullptr ? 0 : run->id;
  at_ = run == nullptr ? 0 : run->confusionAt;
  views_->setCurrentIndex(choice_->current());
  if (choice_->current() == 0)
    showShards(run);
  else
    showConfusion(run);
  remark_->setVisible(!remark_->text().isEmpty());
}

void DataPage::showShards(const Run* run) {
  const auto dealt = run != nullptr && run->info ? run->info->data : nullptr;
  shards_->setData(dealt);
  remark_->clear();
  if (run == nullptr) {
    heading_->setText(tr("What each worker has to learn from appears when a run begins."));
    remark_->setText(
        tr("Press Space to begin one; choose the partition in the form to see how "
           "evenly it deals the classes out."));
  } else if (!hasData(*run)) {
    heading_->setText(tr("%1 trains a convex problem, which brings its own functions: there are no "
                         "images.")
                          .arg(run->name));
  } else if (run->isReadBack()) {
    heading_->setText(
        tr("%1 was read back from its folder, which holds no images.").arg(run->name));
    remark_->setText(tr("The same experiment, run again, deals out the same."));
  } else if (dealt == nullptr) {
    heading_->setText(run->state == RunState::Failed
                          ? tr("%1 could not begin, so nothing was dealt out.").arg(run->name)
                          : tr("The data of %1 are being read.").arg(run->name));
  } else {
    const auto distances = dealt->distances();
    const double mean = std::accumulate(distances.begin(), distances.end(), 0.0) /
                        static_cast<double>(std::max<std::size_t>(distances.size(), 1));
    heading_->setText(tr("%1 over %2 workers, %3: mean distance %4")
                          .arg(entryName(run->experiment, "dataset"))
                          .arg(distances.size())
                          .arg(entryName(run->experiment, "partition"))
                          .arg(mean, 0, 'f', 2));
    remark_->setText(
        tr("Bars: a worker's examples of each class, on one scale up to %1; the line is what it "
           "would have if classes were dealt out evenly. Distance 0: like all workers together.")
            .arg(grouped(qint64{dealt->largestCount()})));
  }
}

void DataPage::showConfusion(const Run* run) {
  const auto matrix = run == nullptr ? nullptr : run->confusion;
  confusion_->setMatrix(matrix);
  remark_->clear();
  if (run == nullptr) {
    heading_->setText(
        tr("Which classes are taken for each other appears when a run is first evaluated."));
    remark_->setText(tr("Press Space to begin one."));
  } else if (!hasData(*run)) {
    heading_->setText(tr("%1 trains a convex problem: there are no classes to take for each other.")
                          .arg(run->name));
  } else if (matrix == nullptr) {
    heading_->setText(
        run->isReadBack()
            ? tr("%1 was read back from its folder, which holds no confusion.csv.").arg(run->name)
            : tr("The confusion matrix of %1 appears when it is first evaluated.").arg(run->name));
  } else {
    std::uint64_t all = 0;
    std::uint64_t right = 0;
    for (std::size_t c = 0; c < matrix->classes(); ++c) {
      all += matrix->examples(c);
      right += matrix->at(c, c);
    }
    heading_->setText(tr("%1, iteration %2: %3 of %4 test examples read right")
                          .arg(run->name, grouped(run->confusionAt),
                               grouped(static_cast<qint64>(right)),
                               grouped(static_cast<qint64>(all))));
  }
}

}  // namespace telegrad::ui
