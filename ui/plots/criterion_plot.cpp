// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/criterion_plot.h"

#include <algorithm>
#include <limits>
#include <span>

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/plots/figure_style.h"
#include "ui/plots/lazy_plot.h"
#include "ui/plots/painted.h"
#include "ui/plots/plot_reach.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kPixelsAnIteration = 4;
constexpr std::size_t kFewestIterations = 30;

}  // namespace

/// What the lines are.
class CriterionPlot::Key : public QWidget {
 public:
  explicit Key(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
  }

  void setPens(const QPen& change, const QPen& threshold) {
    entries_ = {{telegrad::ui::tr("change"), change}, {telegrad::ui::tr("threshold"), threshold}};
    updateGeometry();
    update();
  }
  QSize sizeHint() const override {
    int wide = 0;
    for (const auto& entry : entries_) wide += widthOf(entry.first) + kBetween;
    return {std::max(0, wide - kBetween), QFontMetrics(plotFont()).height() + 2};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(plotFont());
    int x = std::max(0, width() - sizeHint().width());
    for (const auto& [text, pen] : entries_) {
      painter.setPen(pen);
      painter.drawLine(QPointF(x, height() / 2.0), QPointF(x + kLine, height() / 2.0));
      painter.setPen(Theme::current().mutedText);
      painter.drawText(QRect(x + kLine + kGap, 0, width(), height()), Qt::AlignVCenter, text);
      x += widthOf(text) + kBetween;
    }
  }

 private:
  static constexpr int kLine = 18;
  static constexpr int kGap = 6;
  static constexpr int kBetween = space::kLarge;
  static int widthOf(const QString& text) {
    return kLine + kGap + QFontMetrics(plotFont()).horizontalAdvance(text);
  }

  std::vector<std::pair<QString, QPen>> entries_;
};

CriterionPlot::CriterionPlot(RunsModel& runs, QWidget* parent)
    : QWidget(parent),
      runs_(runs),
      choice_(new ChoiceBox(this)),
      key_(new Key(this)),
      plot_(new LazyPlot(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kLarge, space::kSmall, space::kSmall, space::kTiny);
  column->setSpacing(space::kTiny);
  makeHeader();
  column->addWidget(plot_, 1);
  makeGraphs();
  connect(&runs, &RunsModel::samplesAppended, this, [this](int id) {
    const Run* current = runs_.current();
    if (current != nullptr && current->id == id && isVisible()) refresh();
  });
  connect(&runs, &RunsModel::currentChanged, this, &CriterionPlot::refresh);
  connect(&runs, &RunsModel::appearanceChanged, this, &CriterionPlot::refresh);
  takeTheme();
  refresh();
}

void CriterionPlot::makeHeader() {
  QFont bold = bodyFont();
  bold.setWeight(QFont::DemiBold);
  const auto word = [&](const QString& text) {
    auto* label = new QLabel(text, this);
    label->setFont(bold);
    return label;
  };
  choice_->addItem(QStringLiteral("1"));
  choice_->setFixedWidth(58);
  choice_->setAccessibleName(tr("Worker whose skipping rule is shown"));
  choice_->setToolTip(tr("Also chosen by a click on a row of “Who spoke”"));
  head_ = new QHBoxLayout;
  head_->setContentsMargins(0, 0, space::kSmall, 0);
  head_->setSpacing(6);
  head_->addWidget(word(tr("Why worker")));
  head_->addWidget(choice_);
  head_->addWidget(word(tr("uploads")));
  head_->addStretch(1);
  head_->addWidget(key_);
  qobject_cast<QVBoxLayout*>(layout())->addLayout(head_);
  connect(choice_, &QComboBox::activated, this, [this](int worker) {
    setWorker(worker);
    emit workerChosen(worker_);
  });
}

void CriterionPlot::makeGraphs() {
  plot_->setAccessibleName(tr("The skipping rule of one worker"));
  plot_->installEventFilter(this);
  new PlotReach(plot_, [this] { return table(); });
  plot_->axisRect()->setupFullAxesBox();
  plot_->axisRect()->setMinimumMargins(QMargins(30, 6, 10, 4));
  setScale(*plot_->xAxis, false, true, 4);
  setScale(*plot_->yAxis, true, false, 3);
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
    if (words_.isEmpty()) return paintCursor(painter);
    const QRectF rect(plot_->rect());
    painter.setFont(bodyFont());
    painter.setPen(QPen(Theme::current().mutedText));
    painter.drawText(rect.adjusted(24, 0, -24, 0), int{Qt::AlignCenter} | Qt::TextWordWrap, words_);
  });
}

void CriterionPlot::setWorker(int worker) {
  worker_ = std::max(0, worker);
  refresh();
}

void CriterionPlot::say(const QString& text) {
  words_ = text;
  plot_->axisRect()->setVisible(false);
  for (auto* graph : {change_, threshold_, uploads_, forced_}) graph->data()->clear();
  plot_->setAccessibleDescription(text);
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CriterionPlot::refresh() {
  const Run* run = runs_.current();
  if (run != nullptr && run->isReadBack())
    return say(
        tr("This run was read back from its folder, which does not keep both sides of the rule."));
  if (run == nullptr || run->recent.empty())
    return say(tr("Both sides of the skipping rule appear as a run trains."));
  if (run->recent.back().workers.empty()) return say({});
  const bool hasRule = std::ranges::any_of(run->recent, [](const Sample& sample) {
    return std::ranges::any_of(sample.workers,
                               [](const auto& w) { return w.change > 0.0 || w.threshold > 0.0; });
  });
  // In the first iteration every worker uploads, whatever the algorithm.
  if (!hasRule && run->recent.size() < 2)
    return say(tr("Both sides of the skipping rule appear as a run trains."));
  if (!hasRule)
    return say(
        tr("%1 has no skipping rule: every worker uploads in every iteration.").arg(run->name));
  const auto workers = static_cast<int>(run->recent.back().workers.size());
  worker_ = std::min(worker_, workers - 1);
  while (choice_->count() > workers) choice_->removeItem(choice_->count() - 1);
  while (choice_->count() < workers) choice_->addItem(QString::number(choice_->count() + 1));
  choice_->setCurrentIndex(worker_);
  words_.clear();
  plot_->axisRect()->setVisible(true);
  setData(*run);
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

std::size_t CriterionPlot::iterationsShown(const Run& run) const {
  const int room = std::max(0, plot_->axisRect()->width()) / kPixelsAnIteration;
  return std::min(run.recent.size(), std::max(kFewestIterations, static_cast<std::size_t>(room)));
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
  for (const auto& sample : std::span(run.recent).last(iterationsShown(run))) {
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
  change_->setPen(QPen(colour, 1.0));
  key_->setPens(change_->pen(), threshold_->pen());
  placeKey();
  uploads_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, 4));
}

void CriterionPlot::takeTheme() {
  const Theme& theme = Theme::current();
  look_ = Theme::look();
  plot_->setBackground(QBrush(theme.panel));
  styleRect(*plot_->axisRect(), theme);
  titleAxis(*plot_->xAxis, plot_->xAxis->label(), theme);
  titleAxis(*plot_->yAxis, plot_->yAxis->label(), theme);
  plot_->yAxis->setLabelPadding(4);
  plot_->xAxis->setLabelPadding(2);
  QPen dashed(theme.mutedText, 1.4);
  dashed.setDashPattern({4, 3});
  threshold_->setPen(dashed);
  for (auto* dots : {uploads_, forced_}) dots->setLineStyle(QCPGraph::lsNone);
  forced_->setScatterStyle(
      QCPScatterStyle(QCPScatterStyle::ssTriangle, theme.warning, theme.warning, 7));
}

void CriterionPlot::showEvent(QShowEvent* event) {
  refresh();  // hidden, it does not follow
  QWidget::showEvent(event);
}

void CriterionPlot::placeKey() {
  auto* column = qobject_cast<QVBoxLayout*>(layout());
  const auto margins = column->contentsMargins();
  int needed = margins.left() + margins.right() + space::kSmall + key_->sizeHint().width();
  for (const QWidget* word : findChildren<QLabel*>()) needed += word->sizeHint().width();
  needed += choice_->width() + 4 * head_->spacing();
  const bool below = column->indexOf(key_) >= 0;
  if (below == (width() < needed)) return;
  if (below) {
    column->removeWidget(key_);
    head_->addWidget(key_);
  } else {
    head_->removeWidget(key_);
    column->insertWidget(1, key_);
  }
}

void CriterionPlot::resizeEvent(QResizeEvent* event) {
  placeKey();
  QWidget::resizeEvent(event);
  // What is left of a low card belongs to the lines.
  constexpr int kRoomForTitles = 190;
  plot_->yAxis->setLabel(height() < kRoomForTitles ? QString() : tr("Squared norm"));
  plot_->xAxis->setLabel(height() < kRoomForTitles ? QString() : tr("Iterations"));
  refresh();
}

void CriterionPlot::changeEvent(QEvent* event) {
  if (look_ != Theme::look()) {
    takeTheme();
    refresh();
  }
  QWidget::changeEvent(event);
}

}  // namespace telegrad::ui
