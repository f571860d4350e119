// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/vector_panel.h"

#include <array>
#include <cassert>

#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/experiment/lab_vector.h"
#include "ui/models/number_format.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr std::int64_t kMostDraws = 1000;
constexpr std::int64_t kUsualDraws = 4;

std::span<const Parameter> drawsParameters() {
  static const std::array<Parameter, 1> all{
      {{.key = "draws",
        .label = QT_TRANSLATE_NOOP("Core", "Draws"),
        .unit = "",
        .help = QT_TRANSLATE_NOOP(
            "Core",
            "How often each operator is tried, each time with other random numbers of its own. "
            "The table has means, and after ± the deviation of one draw."),
        .kind = Integer{kUsualDraws, 1, kMostDraws, Scale::Log}}}};
  return all;
}

Settings initialOf(std::span<const Parameter> parameters) {
  auto made = Settings::from(parameters);
  assert(made.has_value());
  return *std::move(made);
}

}  // namespace

VectorPanel::VectorPanel(RunController& controller, QWidget* parent)
    : QWidget(parent),
      controller_(controller),
      choice_(new SegmentedControl(tr("Vector"), {tr("Generated"), tr("Run's gradient")}, this)),
      form_(new ParameterForm(labVectorParameters(), initialOf(labVectorParameters()), this)),
      drawsForm_(new ParameterForm(drawsParameters(), initialOf(drawsParameters()), this)),
      error_(new QLabel(this)) {
  error_->setProperty("role", "error");
  error_->setWordWrap(true);
  error_->hide();
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kSmall);
  rows->addWidget(sectionHeader(tr("Vector"), this));
  rows->addWidget(choice_);
  rows->addWidget(form_);
  rows->addWidget(makeRunPart());
  rows->addWidget(drawsForm_);
  rows->addWidget(error_);
  connect(choice_, &SegmentedControl::chosen, this, [this] {
    showSource();
    emit changed();
  });
  connect(form_, &ParameterForm::edited, this, &VectorPanel::changed);
  connect(drawsForm_, &ParameterForm::edited, this, &VectorPanel::changed);
  connect(&controller_, &RunController::arrived, this, &VectorPanel::take);
  connect(&controller_, &RunController::stateChanged, this, &VectorPanel::showState);
  showSource();
}

QWidget* VectorPanel::makeRunPart() {
  runPart_ = new QWidget(this);
  capture_ = new QPushButton(tr("Capture the next gradient"), runPart_);
  capture_->setToolTip(
      tr("Of worker 1’s minibatch in the next iteration, before anything is left out of it"));
  tensors_ = new ChoiceBox(runPart_);
  tensors_->setAccessibleName(tr("Tensor"));
  tensors_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  words_ = mutedLabel({}, runPart_);
  words_->setWordWrap(true);
  auto* rows = new QVBoxLayout(runPart_);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kSmall);
  rows->addWidget(capture_);
  rows->addWidget(tensors_);
  rows->addWidget(words_);
  connect(capture_, &QPushButton::clicked, this, &VectorPanel::capture);
  connect(tensors_, &QComboBox::currentIndexChanged, this, &VectorPanel::chooseTensor);
  return runPart_;
}

LabSource VectorPanel::source() const {
  if (choice_->current() == 1 && vector_) return vector_;
  auto settings = Settings::from(labVectorParameters(), form_->values());
  return settings ? *std::move(settings) : initialOf(labVectorParameters());
}

std::size_t VectorPanel::draws() const {
  return static_cast<std::size_t>(std::get<std::int64_t>(drawsForm_->field("draws")->value()));
}

void VectorPanel::setError(const QString& error) {
  error_->setText(error);
  error_->setVisible(!error.isEmpty());
}

void VectorPanel::showSource() {
  const bool fromRun = choice_->current() == 1;
  form_->setVisible(!fromRun);
  runPart_->setVisible(fromRun);
  showState();
}

void VectorPanel::showState() {
  const bool active = controller_.isActive();
  if (!active) waiting_ = false;
  capture_->setEnabled(active && !waiting_);
  tensors_->setVisible(gradient_ != nullptr);
  if (waiting_ && controller_.state() == RunState::Paused)
    words_->setText(tr("The run is paused: its next step brings the gradient."));
  else if (waiting_)
    words_->setText(tr("Waiting for the next iteration."));
  else if (gradient_)
    words_->setText(tr("Worker %1, iteration %2.")
                        .arg(gradient_->worker + 1)
                        .arg(grouped(gradient_->iteration)));
  else if (active)
    words_->setText(tr("Until a gradient is captured, the figures are of the generated vector."));
  else
    words_->setText(
        tr("No run goes on: start one to capture its gradient. Until then the figures "
           "are of the generated vector."));
}

void VectorPanel::capture() {
  waiting_ = true;
  controller_.captureGradient();
  showState();
}

void VectorPanel::take(const SampleBatch& batch) {
  for (const auto& sample : batch) {
    if (!sample.gradient) continue;
    waiting_ = false;
    const bool sameTensors = gradient_ && gradient_->layout == sample.gradient->layout;
    gradient_ = sample.gradient;
    if (!sameTensors) {
      const QSignalBlocker quiet(tensors_);
      tensors_->clear();
      tensors_->addItem(tr("All layers, d = %1")
                            .arg(grouped(static_cast<std::int64_t>(gradient_->values.size()))));
      for (const auto& tensor : gradient_->layout)
        tensors_->addItem(QStringLiteral("%1, d = %2")
                              .arg(QString::fromStdString(tensor.name),
                                   grouped(static_cast<std::int64_t>(tensor.size()))));
    }
    showState();
    chooseTensor();
  }
}

void VectorPanel::chooseTensor() {
  if (!gradient_ || tensors_->currentIndex() < 0) return;
  const auto index = static_cast<std::size_t>(tensors_->currentIndex());
  vector_ = std::make_shared<const LabVector>(
      labVectorOf(*gradient_, index == 0 ? std::nullopt : std::optional(index - 1)));
  emit changed();
}

}  // namespace telegrad::ui
