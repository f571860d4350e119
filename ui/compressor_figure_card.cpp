// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compressor_figure_card.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include "ui/plots/lab_chart_drawing.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/menu_button.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

QString sentenceOf(LabFigure figure) {
  switch (figure) {
    case LabFigure::Own:
      return CompressorFigureCard::tr(
          "A curve goes along the number of its operator that was moved last; the disc is where it "
          "stands now.");
    case LabFigure::Figure1:
      return CompressorFigureCard::tr(
          "Figure 1 of Beznosikov et al.: d = 10,000 Gaussian entries, k from d/32 to d. Dashed: "
          "0.86^(b/d) and 1 − (b/d)/32.");
    case LabFigure::Figure2:
      return CompressorFigureCard::tr(
          "Figure 2 of Beznosikov et al.: what 5 of 100 entries keep of ‖∇f‖² along gradient "
          "descent with these alone, step 1/L, on two quadratics and a logistic regression.");
    case LabFigure::Figure3:
      return CompressorFigureCard::tr(
          "Figure 3 of Beznosikov et al.: d = 10,000 Gaussian entries, sparsifiers over k, "
          "ditherings over their levels, others a point. Further left and lower is better.");
  }
  return {};
}

}  // namespace

CompressorFigureCard::CompressorFigureCard(QWidget* parent)
    : QFrame(parent),
      figure_(new SegmentedControl(tr("Figure"),
                                   {tr("Yours"), tr("Fig. 1"), tr("Fig. 2"), tr("Fig. 3")}, this)),
      x_(new SegmentedControl(tr("Bits"), {tr("paper b"), tr("entropy b"), tr("wire b")}, this)),
      y_(new SegmentedControl(tr("Height"), {tr("δ"), tr("variance"), tr("encode"), tr("decode")},
                              this)),
      scale_(new SegmentedControl(tr("Scale of the bits"), {tr("log"), tr("lin")}, this)),
      plot_(new LabChartPlot(this)),
      axes_(new QBoxLayout(QBoxLayout::TopToBottom)),
      title_(new QLabel(this)),
      busy_(mutedLabel(tr("measuring"), this)),
      sentence_(mutedLabel({}, this)),
      error_(new QLabel(this)) {
  setProperty("role", "card");
  layOut();
  plot_->setEmptyWords(tr("Add an operator, and its curve appears here."));
  connect(figure_, &SegmentedControl::chosen, this, [this] {
    followFigure();
    report_.reset();  // of the figure before
    refresh();
    emit figureChosen();
  });
  for (auto* control : {x_, scale_})
    connect(control, &SegmentedControl::chosen, this, &CompressorFigureCard::refresh);
  connect(y_, &SegmentedControl::chosen, this, [this] {
    refresh();
    if (showsTimes()) emit timesWanted();
  });
  connect(plot_, &LabChartPlot::itemChosen, this, &CompressorFigureCard::itemChosen);
  followFigure();
}

void CompressorFigureCard::layOut() {
  title_->setFont(titleFont());
  sentence_->setWordWrap(true);
  sentence_->setFont(plotFont());
  busy_->setFont(plotFont());
  auto still = busy_->sizePolicy();
  still.setRetainSizeWhenHidden(true);
  busy_->setSizePolicy(still);
  busy_->hide();
  error_->setProperty("role", "error");
  error_->setWordWrap(true);
  error_->hide();
  x_->setToolTip(
      tr("Bits per coordinate as the papers count them, as no code could go below, or "
         "of the bytes that really travel"));
  y_->setToolTip(tr("log₁₀ δ of the best multiple, normalised variance, or nanoseconds per entry"));
  auto* head = new QHBoxLayout;
  head->setSpacing(space::kSmall);
  head->addWidget(title_);
  head->addStretch(1);
  head->addWidget(busy_);
  head->addWidget(exportButton());
  auto* first = new QHBoxLayout;
  first->setSpacing(space::kSmall);
  first->addWidget(figure_);
  first->addStretch(1);
  first->addWidget(scale_);
  axes_->setSpacing(space::kSmall);
  axes_->addWidget(y_);
  axes_->addStretch(1);
  axes_->addWidget(x_);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kSmall);
  rows->addLayout(head);
  rows->addLayout(first);
  rows->addLayout(axes_);
  rows->addWidget(plot_, 1);
  rows->addWidget(sentence_);
  rows->addWidget(error_);
}

QToolButton* CompressorFigureCard::exportButton() {
  auto* button = new QToolButton(this);
  button->setText(tr("Export"));
  button->setAccessibleName(tr("Export the figure"));
  auto* menu = new QMenu(button);
  const auto offer = [&](const QString& words, const QString& ending) {
    menu->addAction(words, this, [this, ending] {
      auto path =
          QFileDialog::getSaveFileName(this, tr("Save as"), QStringLiteral("compressors.") + ending,
                                       QStringLiteral("*.") + ending);
      if (path.isEmpty()) return;
      if (!path.endsWith(QLatin1Char('.') + ending)) path += QLatin1Char('.') + ending;
      exportTo(path);
    });
  };
  offer(tr("PDF, for LaTeX…"), QStringLiteral("pdf"));
  offer(tr("SVG, for the web…"), QStringLiteral("svg"));
  offer(tr("PNG, for slides…"), QStringLiteral("png"));
  offer(tr("CSV, the points…"), QStringLiteral("csv"));
  giveMenu(*button, *menu);
  return button;
}

void CompressorFigureCard::fitWidth(int width) {
  const int beside =
      y_->sizeHint().width() + x_->sizeHint().width() + 2 * space::kMedium + space::kSmall + 2;
  axes_->setDirection(width >= beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

LabView CompressorFigureCard::view() const {
  LabView view;
  view.figure = static_cast<LabFigure>(figure_->current());
  view.x = static_cast<LabX>(x_->current());
  view.y = static_cast<LabY>(y_->current());
  view.logX = scale_->current() == 0;
  return view;
}

bool CompressorFigureCard::showsTimes() const {
  const auto y = view().y;
  return y == LabY::EncodeTime || y == LabY::DecodeTime;
}

void CompressorFigureCard::setFigure(LabFigure figure) {
  if (figure == view().figure) return;
  figure_->setCurrent(static_cast<int>(figure));
  followFigure();
}

/// The axes as the paper has them.
void CompressorFigureCard::followFigure() {
  const auto figure = view().figure;
  sentence_->setText(sentenceOf(figure));
  const bool descends = figure == LabFigure::Figure2;
  title_->setText(descends ? tr("Energy kept along descent") : tr("Loss against bits"));
  for (auto* control : {x_, y_, scale_}) control->setVisible(!descends);
  if (figure == LabFigure::Figure1) {
    x_->setCurrent(static_cast<int>(LabX::PaperBits));
    y_->setCurrent(static_cast<int>(LabY::Variance));
    scale_->setCurrent(1);
  } else if (figure == LabFigure::Figure3) {
    x_->setCurrent(static_cast<int>(LabX::PaperBits));
    y_->setCurrent(static_cast<int>(LabY::LogDelta));
    scale_->setCurrent(0);
  }
}

void CompressorFigureCard::setReport(const std::shared_ptr<const LabReport>& report, int focus) {
  report_ = report;
  focus_ = focus;
  refresh();
}

void CompressorFigureCard::setBusy(bool busy) {
  busy_->setVisible(busy);
}

void CompressorFigureCard::refresh() {
  error_->hide();
  plot_->setChart(report_ ? chartOf(*report_, view()) : LabChart{}, focus_);
  plot_->setEmptyWords(!report_ ? tr("Measuring")
                       : report_->rows.empty() && report_->savings.empty()
                           ? tr("Add an operator, and its curve appears here.")
                           : tr("Nothing of this has a place on these axes."));
}

void CompressorFigureCard::exportTo(const QString& path) {
  ChartPaper paper;
  paper.title = plot_->chart().title;
  const auto done = exportChart(plot_->chart(), paper, path.toStdString());
  error_->setText(done ? QString() : QString::fromStdString(done.error().message));
  error_->setVisible(!done);
}

}  // namespace telegrad::ui
