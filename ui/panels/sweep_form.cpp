// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sweep_form.h"

#include <algorithm>
#include <thread>

#include <QGridLayout>

#include "core/experiment/catalogues.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr std::int64_t kMostSeeds = 100;

std::int64_t coresHere() {
  return std::max<std::int64_t>(1, std::thread::hardware_concurrency());
}

const std::vector<Parameter>& numbersOfForm() {
  static const std::vector<Parameter> all{
      {.key = "seeds",
       .label = QT_TRANSLATE_NOOP("Core", "Seeds"),
       .unit = "",
       .help = QT_TRANSLATE_NOOP(
           "Core",
           "Runs at each point, with the experiment's seed and those after it; the map and the "
           "front show means."),
       .kind = Integer{1, 1, kMostSeeds}},
      {.key = "jobs",
       .label = QT_TRANSLATE_NOOP("Core", "Runs at a time"),
       .unit = "",
       .help = QT_TRANSLATE_NOOP(
           "Core",
           "Each takes one core, and only what nothing else has a use for: training in the "
           "window goes first."),
       .kind = Integer{spareCores(), 1, 4 * coresHere()}}};
  return all;
}

}  // namespace

int spareCores() {
  return static_cast<int>(std::max<std::int64_t>(1, coresHere() - 1));
}

SweepForm::SweepForm(QWidget* parent)
    : QWidget(parent),
      axes_{new SweepAxisField(tr("along x"), this), new SweepAxisField(tr("along y"), this)},
      numbers_(new ParameterForm(numbersOfForm(), *Settings::from(numbersOfForm()), this)) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(space::kSmall);
  grid->setVerticalSpacing(space::kTiny);
  grid->setColumnStretch(1, 1);
  const std::array<QString, 2> names{tr("Along x"), tr("Along y")};
  for (std::size_t i = 0; i < axes_.size(); ++i) {
    auto* label = mutedLabel(names.at(i), this);
    label->setBuddy(axes_.at(i)->parameters());
    grid->addWidget(label, static_cast<int>(i), 0);
    grid->addWidget(axes_.at(i), static_cast<int>(i), 1);
    connect(axes_.at(i), &SweepAxisField::edited, this, &SweepForm::edited);
  }
  grid->addWidget(numbers_, 2, 0, 1, 2);
  connect(numbers_, &ParameterForm::edited, this, &SweepForm::edited);
}

void SweepForm::setExperiment(const Experiment& experiment) {
  const bool first = !axes_[0]->axis() && !axes_[1]->axis() && axes_[0]->parameters()->count() == 0;
  experiment_ = experiment;
  for (auto* axis : axes_) axis->setExperiment(experiment);
  if (!first) return;
  // Something to begin with: what most of the lab is about, where the experiment has it.
  const std::string fraction = "compressor.fraction";
  const std::string rate = "algorithm.learning_rate";
  axes_[0]->setAxis(axisFromText(rate, suggestedValues(experiment, rate)));
  if (describe(experiment, {"compressor", "fraction"}) &&
      !deciderOf(experiment, {"compressor", "fraction"}))
    axes_[1]->setAxis(axisFromText(fraction, suggestedValues(experiment, fraction)));
}

int SweepForm::jobs() const {
  return static_cast<int>(std::get<std::int64_t>(numbers_->values().at("jobs")));
}

QString SweepForm::nameOf(const Sweep& sweep) const {
  QStringList words;
  for (const auto& axis : sweep.axes) {
    const auto name = parseParameterName(axis.parameter);
    const auto described = name ? describe(sweep.base, *name) : Error{};
    const auto slot = name ? findSlot(name->slot) : Error{};
    if (described)
      words << translated((*described)->label);
    else
      words << translated(slot ? (*slot)->label : axis.parameter);
  }
  const auto base = QString::fromStdString(sweep.base.name());
  return words.isEmpty() ? tr("%1: seeds").arg(base)
                         : tr("%1: %2").arg(base, words.join(tr(" by ")));
}

Result<Sweep> SweepForm::sweep() const {
  Sweep sweep;
  sweep.base = experiment_;
  for (const auto* field : axes_)
    if (auto axis = field->axis()) sweep.axes.push_back(*std::move(axis));
  const auto seeds = std::get<std::int64_t>(numbers_->values().at("seeds"));
  for (std::int64_t i = 0; i < seeds; ++i)
    sweep.seeds.push_back(experiment_.seed() + static_cast<std::uint64_t>(i));
  if (sweep.axes.empty() && seeds < 2)
    return Error{tr("Choose a parameter, or more than one seed.").toStdString()};
  for (std::size_t i = 0; i < sweep.axes.size(); ++i) {
    const auto context = contextOf(sweep, i);
    if (!context) return context.error();
    if (auto values = valuesOf(sweep.axes[i], *context); !values) return values.error();
  }
  sweep.name = nameOf(sweep).toStdString();
  return sweep;
}

Result<std::size_t> SweepForm::runs() const {
  const auto asked = sweep();
  if (!asked) return asked.error();
  std::size_t count = asked->seeds.size();
  for (std::size_t i = 0; i < asked->axes.size(); ++i)
    count *= valuesOf(asked->axes[i], *contextOf(*asked, i))->size();
  return count;
}

void SweepForm::show(const Sweep& sweep) {
  for (std::size_t i = 0; i < axes_.size(); ++i)
    axes_.at(i)->setAxis(i < sweep.axes.size() ? std::optional(sweep.axes[i]) : std::nullopt);
  numbers_->setValues(
      {{"seeds",
        std::clamp<std::int64_t>(static_cast<std::int64_t>(sweep.seeds.size()), 1, kMostSeeds)}});
}

}  // namespace telegrad::ui
