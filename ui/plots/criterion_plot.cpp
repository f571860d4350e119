// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/criterion_plot.h"

#include <algorithm>
#include <limits>

#include <QEvent>
#include <QVBoxLayout>

#include "ui/plots/figure_style.h"
#include "ui/plots/painted.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

CriterionPlot::CriterionPlot(RunsModel& runs, QWidget* parent)
    : QWidget(parent),
      runs_(runs),
      plot_(new QCustomPlot(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
  column->addWidget(plot_);
  plot_->setAccessibleName(tr("The skipping rule of one worker"));
  plot_->axisRect()->setupFullAxesBox();
  plot_->axisRect()->setMinimumMargins(QMargins(58, 26, 14, 4));
  setScale(*plot_->xAxis, false, true, 7);
  setScale(*plot_->yAxis, true, false, 4);
  const auto graph = [this] {
    auto* made = plot_->addGraph();
    made->setSelectable(QCP::stNone);
    return made;
  };
  threshold_ = graph();
  change_ = graph();
  uploads_ = graph();
  forced_ = graph();
  new Painted(plot_, QStringLiteral("overlay"), [this](QCPPainter& painter) {
    const Theme& theme = Theme::current();
    const QRectF rect(plot_->axisRect()->rect());
    painter.setFont(plotFont());
    if (!words_.isEmpty()) {
      painter.setFont(bodyFont());
      painter.setPen(QPen(theme.mutedText));
      painter.drawText(rect.adjusted(24, 0, -24, 0), int{Qt::AlignCenter} | Qt::TextWordWrap,
                       words_);
      return;
    }
    double x = rect.left();
    const auto entry = [&](const QPen& pen, const QString& text) {
      painter.setPen(pen);
      painter.drawLine(QPointF(x, rect.top() - 13), QPointF(x + 18, rect.top() - 13));
      painter.setPen(QPen(theme.text));
      const double wide = QFontMetricsF(plotFont()).horizontalAdvance(text);
      painter.drawText(QRectF(x + 24, rect.top() - 23, wide + 4, 20), Qt::AlignVCenter, text);
      x += wide + 24 + space::kLarge;
    };
    entry(change_->pen(), tr("change of the gradient, worker %1").arg(worker_ + 1));
    entry(threshold_->pen(), tr("threshold"));
  });
  connect(&runs, &RunsModel::samplesAppended, this, [this](int id) {
    const Run* current = runs_.current();
    if (current != nullptr && current->id == id && isVisible()) refresh();
  });
  connect(&runs, &RunsModel::currentChanged, this, &CriterionPlot::refresh);
  connect(&runs, &RunsModel::appearanceChanged, this, &CriterionPlot::refresh);
  takeTheme();
  refresh();
}

void CriterionPlot::setWorker(int worker) {
  worker_ = std::max(0, worker);
  refresh();
}

void CriterionPlot::say(const QString& text) {
  words_ = text;
  for (auto* graph : {change_, threshold_, uploads_, forced_}) graph->data()->clear();
  plot_->setAccessibleDescription(text);
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CriterionPlot::refresh() {
  const Run* run = runs_.current();
  if (run == nullptr || run->recent.empty())
    return say(tr("Both sides of the skipping rule appear as a run trains."));
  const bool hasRule = std::ranges::any_of(run->recent, [](const Sample& sample) {
    return std::ranges::any_of(sample.workers,
                               [](const auto& w) { return w.change > 0.0 || w.threshold > 0.0; });
  });
  if (!hasRule)
    return say(
        tr("%1 has no skipping rule: every worker uploads in every iteration.").arg(run->name));
  if (static_cast<std::size_t>(worker_) >= run->recent.back().workers.size())
    return say(tr("This run has %n worker(s).", nullptr,
                  static_cast<int>(run->recent.back().workers.size())));
  words_.clear();
  setData(*run);
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CriterionPlot::setData(const Run& run) {
  QVector<double> x, change, threshold, uploadX, upload, forcedX, forced;
  double low = std::numeric_limits<double>::infinity();
  double high = 0.0;
  // Zero has no logarithm; the line has a gap there.
  const auto shown = [&](double value) {
    if (!(value > 0.0)) return std::numeric_limits<double>::quiet_NaN();
    low = std::min(low, value);
    high = std::max(high, value);
    return value;
  };
  for (const auto& sample : run.recent) {
    const auto& worker = sample.workers.at(static_cast<std::size_t>(worker_));
    const auto iteration = static_cast<double>(sample.record.iteration);
    x.append(iteration);
    change.append(shown(worker.change));
    threshold.append(shown(worker.threshold));
    if (worker.outcome == WorkerSample::Outcome::Uploaded) {
      uploadX.append(iteration);
      upload.append(change.back());
    } else if (worker.outcome == WorkerSample::Outcome::Forced) {
      forcedX.append(iteration);
      forced.append(change.back());
    }
  }
  change_->setData(x, change, true);
  threshold_->setData(x, threshold, true);
  uploads_->setData(uploadX, upload, true);
  forced_->setData(forcedX, forced, true);
  plot_->xAxis->setRange(x.front() - 1, std::max(x.back(), x.front() + 10) + 1);
  if (high > 0.0) plot_->yAxis->setRange(low / 2, high * 2);
  const QColor colour = Theme::current().run(run.colour);
  change_->setPen(QPen(colour, 1.4));
  uploads_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, 5));
}

void CriterionPlot::takeTheme() {
  const Theme& theme = Theme::current();
  dark_ = theme.isDark;
  plot_->setBackground(QBrush(theme.panel));
  styleRect(*plot_->axisRect(), theme);
  titleAxis(*plot_->xAxis, tr("Iterations"), theme);
  titleAxis(*plot_->yAxis, tr("‖change‖² and threshold"), theme);
  QPen dashed(theme.mutedText, 1.4);
  dashed.setDashPattern({4, 3});
  threshold_->setPen(dashed);
  for (auto* dots : {uploads_, forced_}) dots->setLineStyle(QCPGraph::lsNone);
  forced_->setScatterStyle(
      QCPScatterStyle(QCPScatterStyle::ssDisc, theme.warning, theme.warning, 6));
}

void CriterionPlot::showEvent(QShowEvent* event) {
  refresh();  // hidden, it does not follow
  QWidget::showEvent(event);
}

void CriterionPlot::changeEvent(QEvent* event) {
  if (dark_ != Theme::current().isDark) {
    takeTheme();
    refresh();
  }
  QWidget::changeEvent(event);
}

}  // namespace telegrad::ui
