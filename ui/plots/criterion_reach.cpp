// SPDX-License-Identifier: GPL-3.0-or-later
// CriterionPlot without a mouse: the keyboard's cursor, and the rule as a table.
#include <algorithm>
#include <memory>
#include <vector>

#include <QKeyEvent>

#include "ui/models/number_format.h"
#include "ui/plots/criterion_plot.h"
#include "ui/plots/map_marks.h"
#include "ui/plots/plot_cursor.h"
#include "ui/plots/worker_strip.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

std::span<const Sample> CriterionPlot::seen() const {
  const Run* run = runs_.current();
  if (run == nullptr || !words_.isEmpty()) return {};
  return std::span(run->recent).last(iterationsShown(*run));
}

const Sample* CriterionPlot::sampleOfCursor() const {
  const auto samples = seen();
  const auto found =
      std::ranges::find(samples, iteration_, [](const Sample& s) { return s.record.iteration; });
  return iteration_ == 0 || found == samples.end() ? nullptr : &*found;
}

QList<QPair<QString, QString>> CriterionPlot::facts(const Sample& sample) const {
  const auto& worker = sample.workers.at(static_cast<std::size_t>(worker_));
  return {{tr("it"), outcomeWords(worker.outcome)},
          {tr("change"), shortNumber(worker.change)},
          {tr("threshold"), shortNumber(worker.threshold)}};
}

void CriterionPlot::paintCursor(QPainter& painter) const {
  const Sample* sample = sampleOfCursor();
  if (sample == nullptr) return;
  const Theme& theme = Theme::current();
  const QRectF rect(plot_->axisRect()->rect());
  const double x = plot_->xAxis->coordToPixel(static_cast<double>(sample->record.iteration));
  QPen pen(theme.mutedText, 1.0);
  pen.setDashPattern({1.5, 2.5});
  painter.setPen(pen);
  painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
  const auto rows = facts(*sample);
  paintFacts(painter, theme,
             tr("Worker %1, iteration %2").arg(worker_ + 1).arg(grouped(sample->record.iteration)),
             {rows.begin(), rows.end()}, QPointF(x, rect.center().y()),
             QRectF(plot_->rect()).adjusted(4, 4, -4, -4));
}

bool CriterionPlot::key(const QKeyEvent& event) {
  const auto samples = seen();
  if (samples.empty()) return false;
  const auto show = [this](std::int64_t iteration) {
    iteration_ = iteration;
    QStringList words;
    if (const Sample* sample = sampleOfCursor()) {
      words << tr("Worker %1, iteration %2").arg(worker_ + 1).arg(grouped(iteration));
      for (const auto& [word, value] : facts(*sample)) words << word + ' ' + value;
    }
    plot_->setAccessibleDescription(words.join(QStringLiteral(", ")));
    plot_->replot(QCustomPlot::rpQueuedReplot);
  };
  if (event.key() == Qt::Key_Escape && sampleOfCursor() != nullptr) return show(0), true;
  const std::size_t workers = samples.back().workers.size();
  const CursorCurves curves{
      workers, [&](std::size_t) { return samples.size(); },
      [&](std::size_t, std::size_t i) {
        return plot_->xAxis->coordToPixel(static_cast<double>(samples[i].record.iteration));
      },
      static_cast<std::size_t>(worker_)};
  std::optional<CursorPlace> now;
  if (const Sample* sample = sampleOfCursor())
    now = CursorPlace{curves.start, static_cast<std::size_t>(sample - samples.data())};
  const auto next = cursorAfter(event, now, curves, plot_->axisRect()->center().x());
  if (!next) return false;
  const auto iteration = samples[next->point].record.iteration;
  if (const int worker = static_cast<int>(next->curve); worker != worker_) {
    setWorker(worker);
    emit workerChosen(worker_);
  }
  show(iteration);
  return true;
}

bool CriterionPlot::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress && key(dynamic_cast<QKeyEvent&>(*event))) return true;
  return QWidget::eventFilter(watched, event);
}

PlotTable CriterionPlot::table() const {
  PlotTable table;
  table.title = tr("The skipping rule of worker %1").arg(worker_ + 1);
  const auto samples = seen();
  if (samples.empty()) return table;
  std::vector<QVariant> iterations, changes, thresholds, outcomes;
  for (const auto& sample : samples) {
    const auto& worker = sample.workers.at(static_cast<std::size_t>(worker_));
    iterations.emplace_back(qint64{sample.record.iteration});
    changes.emplace_back(worker.change);
    thresholds.emplace_back(worker.threshold);
    outcomes.emplace_back(outcomeWords(worker.outcome));
  }
  table.columns = {columnOf(tr("Iteration"), iterations),
                   columnOf(tr("Change, squared norm"), changes),
                   columnOf(tr("Threshold, squared norm"), thresholds),
                   columnOf(tr("What the worker did"), outcomes)};
  return table;
}

}  // namespace telegrad::ui
