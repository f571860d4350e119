// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/grid_form.h"

#include <algorithm>
#include <set>

#include <QRegularExpression>
#include <QVBoxLayout>

#include "core/base/said.h"
#include "core/base/units.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr std::size_t kMostValues = 8;  // along an axis: more would not be read in a cell

const Parameter& fraction() {
  static const Parameter parameter{
      .key = "fractions",
      .label = QT_TRANSLATE_NOOP("Core", "Kept fractions δ"),
      .unit = "",
      .help =
          QT_TRANSLATE_NOOP("Core", "One column for each, with commas between: 0.01, 3 %, 0.1."),
      .kind = Real{.initial = 0.01, .min = 1e-4, .max = 1.0, .share = true}};
  return parameter;
}

const Parameter& staleness() {
  static const Parameter parameter{
      .key = "staleness",
      .label = QT_TRANSLATE_NOOP("Core", "Staleness τ"),
      .unit = "",
      .help = QT_TRANSLATE_NOOP("Core", "One row for each, with commas between: 0, 2, 4, 8."),
      .kind = Integer{0, 0, 64}};
  return parameter;
}

const std::vector<Parameter>& others() {
  static const std::vector<Parameter> all{
      {.key = "trained",
       .label = QT_TRANSLATE_NOOP("Core", "What is trained"),
       .unit = "",
       .help = QT_TRANSLATE_NOOP(
           "Core",
           "Logistic regression on 4,000 synthetic digits with four workers, which takes less "
           "than a second a run; or the experiment's data, model and workers. The network is "
           "the experiment's in both cases."),
       .kind = Choice{"quick",
                      {"quick", "draft"},
                      {QT_TRANSLATE_NOOP("Core", "Small and quick"),
                       QT_TRANSLATE_NOOP("Core", "The experiment")}}},
      {.key = "iterations",
       .label = QT_TRANSLATE_NOOP("Core", "Iterations of a run"),
       .unit = "",
       .help = QT_TRANSLATE_NOOP("Core", "The residual is averaged over their second half."),
       .kind = Integer{400, 10, 1'000'000, Scale::Log}},
      {.key = "seeds",
       .label = QT_TRANSLATE_NOOP("Core", "Seeds"),
       .unit = "",
       .help = QT_TRANSLATE_NOOP(
           "Core",
           "Runs at each point, with the experiment's seed and those after it; cells show "
           "means."),
       .kind = Integer{2, 1, 20}},
      {.key = "learning_rate",
       .label = QT_TRANSLATE_NOOP("Core", "Learning rate"),
       .unit = "",
       .help = QT_TRANSLATE_NOOP("Core", "The same in all runs."),
       .kind = Real{0.01, 1e-6, 10.0, Scale::Log}},
      {.key = "target",
       .label = QT_TRANSLATE_NOOP("Core", "Target accuracy"),
       .unit = "",
       .help = QT_TRANSLATE_NOOP(
           "Core", "Iterations and simulated time are counted until the test accuracy exceeds it."),
       .kind = Real{.initial = 0.85, .max = 1.0, .share = true}}};
  return all;
}

QString joined(const QStringList& words) {
  return words.join(QStringLiteral(", "));
}

}  // namespace

Result<std::vector<double>> parseList(const Parameter& parameter, const QString& text,
                                      std::size_t most) {
  static const QRegularExpression kBetween(QStringLiteral("[,;]"));
  std::set<double> numbers;
  for (const auto& word : text.split(kBetween, Qt::SkipEmptyParts)) {
    const auto value = parseValue(parameter, word.trimmed().toStdString());
    if (!value) return value.error();
    const auto* whole = std::get_if<std::int64_t>(&*value);
    numbers.insert(whole != nullptr ? static_cast<double>(*whole) : std::get<double>(*value));
  }
  if (numbers.empty() || numbers.size() > most)
    return Error{said("%1: read %2 numbers; allowed: 1 to %3, with commas between",
                      translated(parameter.label).toStdString(), numbers.size(), most)};
  return std::vector<double>(numbers.begin(), numbers.end());
}

GridForm::GridForm(QWidget* parent)
    : QWidget(parent),
      fractions_(makeList(fraction(), QStringLiteral("0.01, 0.03, 0.1, 0.3"))),
      stalenesses_(makeList(staleness(), QStringLiteral("0, 2, 4, 8"))),
      form_(new ParameterForm(others(), *Settings::from(others()), this)) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kTiny);
  const auto add = [&](const Parameter& parameter, QLineEdit* line) {
    auto* label = mutedLabel(translated(parameter.label), this);
    label->setBuddy(line);
    label->setToolTip(line->toolTip());
    auto* row = new FieldRow(kFieldWidth);
    row->addWidget(label);
    row->addWidget(line);
    rows->addLayout(row);
  };
  add(fraction(), fractions_);
  add(staleness(), stalenesses_);
  rows->addWidget(form_);
  connect(form_, &ParameterForm::edited, this, &GridForm::edited);
}

QLineEdit* GridForm::makeList(const Parameter& parameter, const QString& initial) {
  auto* line = new QLineEdit(initial, this);
  line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // as wide as the column
  line->setAlignment(Qt::AlignRight);
  line->setToolTip(translated(parameter.help));
  line->setAccessibleName(translated(parameter.label));
  connect(line, &QLineEdit::editingFinished, this, &GridForm::edited);
  return line;
}

Result<GridPlan> GridForm::plan(const Experiment& draft, double gradientBits) const {
  GridPlan plan;
  auto deltas = parseList(fraction(), fractions_->text(), kMostValues);
  if (!deltas) return deltas.error();
  plan.deltas = *std::move(deltas);
  const auto taus = parseList(staleness(), stalenesses_->text(), kMostValues);
  if (!taus) return taus.error();
  for (const double tau : *taus) plan.taus.push_back(static_cast<int>(tau));
  const auto settings = Settings::from(others(), form_->values());
  if (!settings) return settings.error();
  plan.seeds = static_cast<int>(settings->integer("seeds"));
  GridSetting setting;
  setting.quick = settings->choice("trained") == "quick";
  setting.iterations = settings->integer("iterations");
  setting.learningRate = settings->real("learning_rate");
  setting.targetAccuracy = settings->real("target");
  setting.gradientBits = gradientBits;
  auto experiment = gridExperiment(draft, setting);
  if (!experiment) return experiment.error();
  plan.experiment = *std::move(experiment);
  return plan;
}

void GridForm::setPlan(const GridPlan& plan) {
  QStringList fractions;
  for (const double delta : plan.deltas) fractions << QString::fromStdString(formatNumber(delta));
  fractions_->setText(joined(fractions));
  QStringList taus;
  for (const int tau : plan.taus) taus << QString::number(tau);
  stalenesses_->setText(joined(taus));
  const auto& run = plan.experiment.slot("run").settings;
  const bool quick = plan.experiment.slot("model").key == "logistic-regression" &&
                     plan.experiment.slot("dataset").key == "synthetic-digits";
  form_->setValues(
      {{"trained", std::string(quick ? "quick" : "draft")},
       {"seeds", std::int64_t{plan.seeds}},
       {"iterations", run.integer("max_iterations")},
       {"learning_rate", plan.experiment.slot("algorithm").settings.real("learning_rate")},
       {"target", run.real("target_accuracy")}});
}

}  // namespace telegrad::ui
