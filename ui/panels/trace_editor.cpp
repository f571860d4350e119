// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/trace_editor.h"

#include <utility>

#include <QHBoxLayout>
#include <QUndoCommand>

#include "ui/widgets/explained.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kChoiceWidth = 110;
constexpr int kWidestChoice = 200;
constexpr const char* kSlot = "network";
constexpr const char* kTrace = "trace";
constexpr const char* kTraceScale = "trace_scale";
constexpr const char* kPainted = "painted";
constexpr const char* kConstant = "constant";

/// A value of the draft, to and fro.
class DraftCommand : public QUndoCommand {
 public:
  DraftCommand(RunController& controller, ParameterName name, Value to, const QString& text)
      : controller_(controller),
        name_(std::move(name)),
        from_(controller.draft().value(name_)),
        to_(std::move(to)) {
    setText(text);
  }
  void undo() override { set(from_); }
  void redo() override { set(to_); }

 private:
  // A draft that has another network by then has nothing to undo.
  void set(const Value& value) {
    const auto changed = controller_.draft().with(name_, value);
    if (changed)
      controller_.setDraft(*changed);
    else
      setObsolete(true);
  }

  RunController& controller_;
  ParameterName name_;
  Value from_;
  Value to_;
};

bool canBePainted(const Experiment& experiment) {
  const auto& settings = experiment.slot(kSlot).settings;
  return settings.has(kTrace) && settings.has(kTraceScale) && settings.has(kPainted);
}

}  // namespace

TraceEditor::TraceEditor(RunController& controller, QWidget* parent)
    : QWidget(parent),
      controller_(controller),
      rows_(new QVBoxLayout(this)),
      head_(new QHBoxLayout),
      canvas_(new TraceCanvas(this)) {
  setProperty("role", "panel");
  rows_->setContentsMargins(space::kLarge, space::kMedium, space::kMedium, space::kSmall);
  rows_->setSpacing(space::kTiny);
  auto* title = new QLabel(tr("Bandwidth over time"), this);
  QFont semibold = bodyFont();
  semibold.setWeight(QFont::DemiBold);
  title->setFont(semibold);
  paint_ = new QPushButton(tr("Paint"), this);
  paint_->setCheckable(true);
  paint_->setToolTip(
      tr("Then drag over the trace to give it another bandwidth; or with the arrows and Enter"));
  reset_ = new QPushButton(tr("Reset"), this);
  reset_->setToolTip(tr("The trace as it was; undo brings back what was painted"));
  head_->setSpacing(space::kSmall);
  title->setWordWrap(true);
  head_->addWidget(title, 1);
  head_->addWidget(paint_);
  head_->addWidget(reset_);
  note_ = chipLabel({}, this);
  rows_->addLayout(head_);
  rows_->addWidget(note_);
  rows_->addWidget(canvas_, 1);
  connect(paint_, &QPushButton::toggled, canvas_, &TraceCanvas::setPainting);
  connect(reset_, &QPushButton::clicked, this,
          [this] { set(kPainted, Value{std::string()}, tr("reset of the trace")); });
  connect(canvas_, &TraceCanvas::paintedOver, this, [this] {
    set(kPainted, Value{formatPaint(canvas_->painted())}, tr("painting of the trace"));
  });
  connect(&controller, &RunController::draftChanged, this, &TraceEditor::showDraft);
  connect(&controller, &RunController::stateChanged, this,
          [this] { note_->setVisible(controller_.isActive()); });
  showDraft();
}

void TraceEditor::set(const std::string& key, const Value& value, const QString& what) {
  const ParameterName name{kSlot, key};
  const auto changed = controller_.draft().with(name, value);
  if (!changed) {
    emit controller_.refused(QString::fromStdString(changed.error().message));
    showDraft();
    return;
  }
  if (controller_.draft().value(name) == value) return;
  controller_.undoStack().push(new DraftCommand(controller_, name, value, what));
}

void TraceEditor::showChoice() {
  const auto parameter = describe(controller_.draft(), {kSlot, kTrace});
  const Parameter* wanted = parameter ? *parameter : nullptr;
  if (wanted != shown_ && choice_ != nullptr) {
    choice_->hide();
    choice_->deleteLater();  // it may be the sender of what led here
    choice_ = nullptr;
  }
  shown_ = wanted;
  if (wanted == nullptr) return;
  const Value value = controller_.draft().value({kSlot, kTrace});
  if (choice_ != nullptr) return choice_->setValue(value);
  choice_ = new ParameterField(*wanted, value, this);
  setTopic(choice_, {QStringLiteral("network.trace"), true});
  choice_->setMinimumWidth(kChoiceWidth);
  choice_->setMaximumWidth(kWidestChoice);
  choice_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  head_->insertWidget(1, choice_);
  connect(choice_, &ParameterField::edited, this,
          [this](const Value& chosen) { set(kTrace, chosen, tr("choice of the trace")); });
}

void TraceEditor::showDraft() {
  showChoice();
  const Experiment& draft = controller_.draft();
  const bool has = canBePainted(draft);
  const auto& settings = draft.slot(kSlot).settings;
  const bool follows = has && settings.choice(kTrace) != kConstant;
  paint_->setEnabled(follows);
  reset_->setEnabled(follows && !settings.choice(kPainted).empty());
  note_->setText(tr("Edits here make the next run."));
  note_->setVisible(controller_.isActive());
  if (!has)
    return canvas_->setTrace({}, {}, tr("The links of this network do not follow a trace."));
  if (!follows)
    return canvas_->setTrace(
        {}, {}, tr("The bandwidth is constant. Choose a trace to see it, and to paint over it."));
  const auto shipped = paintedTrace(settings.choice(kTrace), settings.real(kTraceScale), {});
  const auto stretches = parsePaint(settings.choice(kPainted));
  if (!shipped || !stretches) return canvas_->setTrace({}, {}, tr("This trace cannot be shown."));
  canvas_->setTrace(*shipped, *stretches, {});
}

void TraceEditor::setNow(SimTime time) {
  const Run* run = controller_.runs().byId(controller_.runId());
  const bool same = run != nullptr && canBePainted(controller_.draft()) &&
                    canBePainted(run->experiment) &&
                    run->experiment.slot(kSlot).settings.choice(kTrace) != kConstant;
  const auto equal = [&](const char* key) {
    const ParameterName name{kSlot, key};
    return run->experiment.value(name) == controller_.draft().value(name);
  };
  const bool shown = same && equal(kTrace) && equal(kTraceScale) && equal(kPainted);
  canvas_->setNow(shown ? std::optional(time) : std::nullopt);
}

}  // namespace telegrad::ui
