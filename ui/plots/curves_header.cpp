// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves_header.h"

#include <functional>

#include <QActionGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QWidgetAction>

#include "ui/widgets/menu_button.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

QStringList quantityWords() {
  QStringList words;
  for (const auto& each : xQuantities()) words += telegrad::ui::tr(each.shortLabel);
  return words;
}

/// A choice of one of several in a menu; `read` says which holds, `write` sets it.
void addChoices(QMenu* menu, const QString& title, const QStringList& words,
                const std::function<int()>& read, const std::function<void(int)>& write) {
  menu->addSection(title);
  auto* group = new QActionGroup(menu);
  for (int i = 0; i < words.size(); ++i) {
    auto* action = menu->addAction(words[i]);
    action->setCheckable(true);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, menu, [write, i] { write(i); });
    QObject::connect(menu, &QMenu::aboutToShow, action,
                     [action, read, i] { action->setChecked(read() == i); });
  }
}

}  // namespace

CurvesHeader::CurvesHeader(RunsModel& runs, QWidget* parent)
    : QWidget(parent),
      legend_(new LegendStrip(runs, this)),
      controls_(new QWidget(this)),
      quantity_(new SegmentedControl(tr("x axis"), quantityWords(), controls_)),
      scale_(new SegmentedControl(tr("x axis scale"), {tr("log"), tr("lin")}, controls_)),
      more_(new QToolButton(controls_)),
      grid_(new QGridLayout(this)) {
  auto* row = new QHBoxLayout(controls_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kSmall);
  row->addWidget(quantity_);
  row->addWidget(scale_);
  row->addWidget(more_);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(space::kMedium);
  grid_->setVerticalSpacing(space::kTiny);
  grid_->setColumnStretch(0, 1);
  makeMenu();
  connect(quantity_, &SegmentedControl::chosen, this, [this](int index) {
    CurveOptions options = options_;
    options.x = xQuantities().at(static_cast<std::size_t>(index)).quantity;
    choose(options);
  });
  connect(scale_, &SegmentedControl::chosen, this, [this](int index) {
    CurveOptions options = options_;
    options.xLog = index == 0;
    choose(options);
  });
  show(options_);
  arrange();
}

void CurvesHeader::makeMenu() {
  more_->setText(tr("Curves"));
  more_->setToolTip(tr("Which loss, its scale, and smoothing"));
  auto* menu = new QMenu(more_);
  giveMenu(*more_, *menu);
  const auto with = [this](auto&& set) {
    CurveOptions options = options_;
    set(options);
    choose(options);
  };
  addChoices(
      menu, tr("Upper plot"),
      {lossTitle(LossKind::Train), lossTitle(LossKind::Epoch), lossTitle(LossKind::Test),
       lossTitle(LossKind::Suboptimality)},
      [this] { return static_cast<int>(options_.loss); },
      [with](int i) { with([i](CurveOptions& o) { o.loss = static_cast<LossKind>(i); }); });
  addChoices(
      menu, tr("Loss axis"), {tr("Logarithmic"), tr("Linear")},
      [this] { return options_.lossLog ? 0 : 1; },
      [with](int i) { with([i](CurveOptions& o) { o.lossLog = i == 0; }); });
  menu->addSection(tr("Smoothing"));
  auto* slider = new QSlider(Qt::Horizontal);
  slider->setRange(0, 99);
  slider->setAccessibleName(tr("Smoothing"));
  slider->setToolTip(tr("Looks back only: what is drawn never moves as training goes on."));
  slider->setMinimumWidth(180);
  auto* holder = new QWidget(menu);
  auto* box = new QHBoxLayout(holder);
  box->setContentsMargins(space::kLarge, space::kTiny, space::kLarge, space::kSmall);
  box->addWidget(slider);
  auto* action = new QWidgetAction(menu);
  action->setDefaultWidget(holder);
  action->setText(slider->accessibleName());  // what the menu says of it to a screen reader
  menu->addAction(action);
  connect(menu, &QMenu::aboutToShow, slider, [this, slider] {
    const QSignalBlocker quiet(slider);
    slider->setValue(qRound(100 * options_.smoothing));
  });
  connect(slider, &QSlider::valueChanged, this,
          [with](int value) { with([value](CurveOptions& o) { o.smoothing = value / 100.0; }); });
}

void CurvesHeader::show(const CurveOptions& options) {
  options_ = options;
  quantity_->setCurrent(static_cast<int>(options.x));
  scale_->setCurrent(options.xLog ? 0 : 1);
}

void CurvesHeader::choose(const CurveOptions& options) {
  if (options == options_) return;
  show(options);
  emit chosen(options);
}

QSize CurvesHeader::minimumSizeHint() const {
  const auto margins = grid_->contentsMargins();
  return {controls_->minimumSizeHint().width() + margins.left() + margins.right(),
          QWidget::minimumSizeHint().height()};
}

void CurvesHeader::arrange() {
  const int needed = legend_->sizeHint().width() + controls_->sizeHint().width() + space::kMedium;
  const int rows = needed <= width() ? 1 : 2;
  if (rows == rows_) return;
  rows_ = rows;
  grid_->removeWidget(legend_);
  grid_->removeWidget(controls_);
  const bool beside = rows == 1;  // else under each other, each over both columns
  grid_->addWidget(legend_, rows - 1, 0, 1, beside ? 1 : 2);
  grid_->addWidget(controls_, 0, beside ? 1 : 0, 1, beside ? 1 : 2, Qt::AlignRight | Qt::AlignTop);
}

/// The legend asks for other room once its entries have come, gone or changed their names.
bool CurvesHeader::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) arrange();
  return QWidget::event(event);
}

void CurvesHeader::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

}  // namespace telegrad::ui
