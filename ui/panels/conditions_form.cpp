// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/conditions_form.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

struct Bounds {
  double min;
  double max;
};
constexpr Bounds kBandwidth{1e3, 1e15};
constexpr Bounds kLatency{0.0, 100.0};
constexpr Bounds kCompute{0.0, 3600.0};
constexpr Bounds kGradient{1.0, 1e13};

Parameter quantity(std::string key, std::string label, std::string unit, const Bounds& bounds,
                   std::string help) {
  return {.key = std::move(key),
          .label = std::move(label),
          .unit = std::move(unit),
          .help = std::move(help),
          .kind = Real{bounds.max, bounds.min, bounds.max, Scale::Log}};
}

const std::vector<Parameter>& parameters() {
  static const std::vector<Parameter> all{
      quantity("bandwidth", QT_TRANSLATE_NOOP("Core", "Bandwidth a"), "bit/s", kBandwidth,
               QT_TRANSLATE_NOOP(
                   "Core",
                   "Of the slowest link; of a trace, its mean. A shared link counts by a worker's "
                   "share.")),
      quantity("latency", QT_TRANSLATE_NOOP("Core", "Latency b"), "s", kLatency,
               QT_TRANSLATE_NOOP(
                   "Core",
                   "Of one aggregation: to the server and, where the weights are carried, back.")),
      quantity(
          "compute", QT_TRANSLATE_NOOP("Core", "Compute time"), "s", kCompute,
          QT_TRANSLATE_NOOP(
              "Core", "Of one gradient on the slowest worker; the median where it is random.")),
      quantity("gradient", QT_TRANSLATE_NOOP("Core", "Dense gradient"), "bit", kGradient,
               QT_TRANSLATE_NOOP("Core", "Its size on the network before anything is left out."))};
  return all;
}

/// What the network has within what the form takes; rounded, so that it is easily read.
double within(double value, const Bounds& bounds) {
  if (!std::isfinite(value)) return bounds.max;
  constexpr int kDigits = 4;
  const double rounded = QString::number(value, 'g', kDigits).toDouble();
  return std::clamp(rounded, bounds.min, bounds.max);
}

IterationConditions read(const Values& values) {
  const auto real = [&](const char* key) { return std::get<double>(values.find(key)->second); };
  return {.computeSeconds = real("compute"),
          .gradientBits = real("gradient"),
          .bitsPerSecond = real("bandwidth"),
          .latencySeconds = real("latency")};
}

}  // namespace

ConditionsForm::ConditionsForm(QWidget* parent)
    : QWidget(parent),
      source_(new SegmentedControl(tr("Network of the model"),
                                   {tr("Experiment"), tr("Observed"), tr("Own")}, this)),
      form_(new ParameterForm(parameters(), *Settings::from(parameters()), this)),
      note_(mutedLabel({}, this)) {
  note_->setFont(plotFont());
  note_->setWordWrap(true);
  note_->hide();
  auto* head = new QHBoxLayout;
  head->addWidget(sectionHeader(tr("Network"), this), 1);
  head->addWidget(source_);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kSmall);
  rows->addLayout(head);
  rows->addWidget(form_);
  rows->addWidget(note_);
  connect(source_, &SegmentedControl::chosen, this, &ConditionsForm::refresh);
  connect(form_, &ParameterForm::edited, this, [this] {
    source_->setCurrent(static_cast<int>(Source::Own));
    refresh();
  });
}

ConditionsForm::Source ConditionsForm::source() const {
  return static_cast<Source>(source_->current());
}

void ConditionsForm::setExperiment(const IterationConditions& conditions) {
  experiment_ = conditions;
  refresh();
}

void ConditionsForm::setObserved(const std::optional<IterationConditions>& conditions) {
  observed_ = conditions;
  // A field that is being edited keeps still.
  if (focusWidget() == nullptr || !focusWidget()->hasFocus() || !form_->isAncestorOf(focusWidget()))
    refresh();
}

void ConditionsForm::refresh() {
  const bool waits = source() == Source::Observed && !observed_;
  note_->setText(tr("No run has observed the network yet: these are the experiment's values."));
  note_->setVisible(waits);
  if (source() == Source::Own)
    show(read(form_->values()));
  else
    show(source() == Source::Observed && observed_ ? *observed_ : experiment_);
}

void ConditionsForm::show(const IterationConditions& conditions) {
  const Values values{{"bandwidth", within(conditions.bitsPerSecond, kBandwidth)},
                      {"latency", within(conditions.latencySeconds, kLatency)},
                      {"compute", within(conditions.computeSeconds, kCompute)},
                      {"gradient", within(conditions.gradientBits, kGradient)}};
  const auto now = read(values);
  if (now.bitsPerSecond == shown_.bitsPerSecond && now.latencySeconds == shown_.latencySeconds &&
      now.computeSeconds == shown_.computeSeconds && now.gradientBits == shown_.gradientBits)
    return;
  shown_ = now;
  form_->setValues(values);
  emit changed();
}

}  // namespace telegrad::ui
