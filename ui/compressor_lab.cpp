// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compressor_lab.h"

#include <algorithm>
#include <utility>

#include <QEvent>
#include <QHeaderView>
#include <QSignalBlocker>

#include "core/experiment/catalogues.h"
#include "core/experiment/lab_figures.h"
#include "ui/models/number_format.h"
#include "ui/panels/mark_delegate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kSetupWidth = 292;
constexpr int kOperatorRow = 24;
constexpr std::size_t kFirstOperators = 3;
constexpr std::size_t kFigure1Points = 32;
constexpr std::size_t kFigure3Points = 15;

QFrame* card(QWidget* parent) {
  auto* made = new QFrame(parent);
  made->setProperty("role", "card");
  auto* rows = new QVBoxLayout(made);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kSmall);
  return made;
}

QLabel* cardTitle(const QString& text, QWidget* parent) {
  auto* title = new QLabel(text, parent);
  title->setFont(titleFont());
  return title;
}

/// The vector of a figure of the paper.
LabSource paperSource(LabFigure figure) {
  static const auto gradient = std::make_shared<const LabVector>(paperFigure2Vector());
  static const auto gaussian = std::make_shared<const LabVector>(paperVector());
  return figure == LabFigure::Figure2 ? gradient : gaussian;
}

}  // namespace

CompressorLab::CompressorLab(RunController& controller, QWidget* parent)
    : QScrollArea(parent),
      vector_(new VectorPanel(controller)),
      operators_(new OperatorsPanel),
      figure_(new CompressorFigureCard),
      model_(new LabTable(this)),
      table_(new QTableView),
      effect_(new LabEffectPlot) {
  auto* page = new QWidget(this);
  page->setObjectName(QStringLiteral("page"));
  auto* above = new QHBoxLayout;
  above->setSpacing(space::kMedium);
  above->addWidget(makeSetup());
  above->addWidget(figure_, 1);
  auto* rows = new QVBoxLayout(page);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kMedium);
  rows->addLayout(above, 1);
  rows->addWidget(makeTable());
  rows->addWidget(makeEffect());
  setWidget(page);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  if (const auto slot = findSlot("compressor"))
    for (std::size_t i = 0; i < std::min(kFirstOperators, (*slot)->entries.size()); ++i)
      operators_->add((*slot)->entries[i].key);
  connectParts();
}

QWidget* CompressorLab::makeSetup() {
  auto* setup = card(this);
  setup->setFixedWidth(kSetupWidth);
  auto* rows = qobject_cast<QVBoxLayout*>(setup->layout());
  rows->addWidget(vector_);
  rows->addWidget(hairline(setup));
  rows->addWidget(operators_);
  rows->addStretch(1);
  return setup;
}

QWidget* CompressorLab::makeTable() {
  auto* frame = card(this);
  columns_ = new SegmentedControl(tr("Columns"), {tr("Loss and cost"), tr("Classes")}, frame);
  columns_->setToolTip(
      tr("Classes: what this vector shows of each class parameter, beside what is proven for all"));
  table_->setModel(model_);
  table_->setItemDelegate(new MarkDelegate(table_));
  table_->setAccessibleName(tr("Operators and their figures"));
  table_->setShowGrid(false);
  table_->setFont(plotFont());
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setTabKeyNavigation(false);  // Tab goes on, arrows move
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setFont(plotFont());
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(kOperatorRow);
  auto* head = new QHBoxLayout;
  head->addWidget(cardTitle(tr("Figures"), frame));
  head->addStretch(1);
  head->addWidget(columns_);
  auto* rows = qobject_cast<QVBoxLayout*>(frame->layout());
  rows->addLayout(head);
  fitTable();  // its heads can be read before there are figures
  rows->addWidget(table_);
  return frame;
}

QWidget* CompressorLab::makeEffect() {
  auto* frame = card(this);
  effectTitle_ = cardTitle({}, frame);
  effectWords_ = mutedLabel({}, frame);
  effectWords_->setWordWrap(true);
  effectWords_->setFont(plotFont());
  effectMarks_ = mutedLabel({}, frame);
  effectMarks_->setFont(plotFont());
  auto* head = new QHBoxLayout;
  head->addWidget(effectTitle_, 1);
  head->addWidget(effectMarks_);
  auto* rows = qobject_cast<QVBoxLayout*>(frame->layout());
  rows->addLayout(head);
  rows->addWidget(effect_);
  rows->addWidget(effectWords_);
  return frame;
}

void CompressorLab::connectParts() {
  connect(&session_, &LabSession::measured, this, &CompressorLab::take);
  const auto own = [this] {
    figure_->setFigure(LabFigure::Own);
    ask();
  };
  connect(vector_, &VectorPanel::changed, this, own);
  connect(operators_, &OperatorsPanel::changed, this, own);
  connect(operators_, &OperatorsPanel::selectionChanged, this, own);
  connect(figure_, &CompressorFigureCard::figureChosen, this, [this] {
    paperSelected_ = 1;
    ask();
  });
  connect(figure_, &CompressorFigureCard::timesWanted, this, &CompressorLab::ask);
  connect(figure_, &CompressorFigureCard::itemChosen, this, &CompressorLab::choose);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& now) { choose(model_->itemAt(now.row())); });
  connect(columns_, &SegmentedControl::chosen, this, [this](int index) {
    model_->setColumns(static_cast<LabTable::Columns>(index));
    const QSignalBlocker quiet(table_->selectionModel());
    if (const int row = model_->rowOf(selected()); row >= 0) table_->selectRow(row);
    fitTable();
  });
}

int CompressorLab::selected() const {
  return figure_->view().figure == LabFigure::Own ? operators_->selected() : paperSelected_;
}

void CompressorLab::choose(int item) {
  if (item == 0 || item == selected()) return;
  if (figure_->view().figure == LabFigure::Own) {
    operators_->select(item);  // which asks
  } else {
    paperSelected_ = item;
    ask();
  }
}

std::vector<LabItem> CompressorLab::paperItems(LabFigure figure) {
  auto sweeps =
      figure == LabFigure::Figure3 ? paperFigure3(kFigure3Points) : paperFigure1(kFigure1Points);
  std::vector<LabItem> items;
  for (auto& sweep : sweeps) {
    LabItem item;
    item.id = static_cast<int>(items.size()) + 1;
    item.colour = static_cast<int>(items.size());
    item.op = sweep.op;
    item.curve = std::move(sweep);
    items.push_back(std::move(item));
  }
  return items;
}

void CompressorLab::ask() {
  stale_ = !isVisible();
  if (stale_) return;
  LabWish wish;
  const auto figure = figure_->view().figure;
  wish.draws = vector_->draws();
  if (figure == LabFigure::Own) {
    wish.source = vector_->source();
    wish.items = operators_->items();
  } else {
    wish.source = paperSource(figure);
    wish.items = paperItems(figure);
  }
  wish.savings = figure == LabFigure::Figure2;
  wish.timeCurves = figure_->showsTimes();
  wish.selected = selected();
  figure_->setBusy(true);
  session_.ask(std::move(wish));
}

void CompressorLab::take(const std::shared_ptr<const LabReport>& report) {
  report_ = report;
  vector_->setError(report->error);
  figure_->setReport(report, selected());
  figure_->setBusy(!report->complete);
  const int rows = model_->rowCount();
  {
    const QSignalBlocker quiet(table_->selectionModel());
    model_->setReport(report);
    if (const int row = model_->rowOf(selected()); row >= 0) table_->selectRow(row);
  }
  if (rows != model_->rowCount() || report->complete) fitTable();
  showEffect();
  emit shown();
}

void CompressorLab::fitTable() {
  auto* header = table_->horizontalHeader();
  // Without all the room that Qt has around a head: eight of them must fit.
  const QAbstractItemView& cells = *table_;
  for (int column = 1; column < model_->columnCount(); ++column) {
    header->setSectionResizeMode(column, QHeaderView::Fixed);
    header->resizeSection(column,
                          std::max(headWidth(*model_, column), cells.sizeHintForColumn(column)));
  }
  if (model_->columnCount() > 0) header->setSectionResizeMode(0, QHeaderView::Stretch);
  table_->setFixedHeight(header->sizeHint().height() + model_->rowCount() * kOperatorRow +
                         space::kTiny);
}

void CompressorLab::showEffect() {
  const Theme& theme = Theme::current();
  const int row = report_ ? model_->rowOf(report_->effectOfItem) : -1;
  effectMarks_->setText(
      tr("<span style='color:%1'>●</span> received &nbsp; "
         "<span style='color:%2'>✕</span> lost &nbsp; "
         "<span style='color:%3'>—</span> original")
          .arg(theme.accent.name(), theme.warning.name(), theme.mutedText.name()));
  if (row < 0) {
    effectTitle_->setText(tr("What it does"));
    effectWords_->setText(tr("Select an operator to see what it does to the vector."));
    effect_->setEffect(nullptr);
    return;
  }
  const auto name = model_->index(row, 0).data().toString();
  effectTitle_->setText(tr("What %1 does").arg(name));
  effect_->setEffect(report_->effect);
  const auto& effect = *report_->effect;
  const auto values = static_cast<std::int64_t>(effect.values);
  effectWords_->setText(
      tr("%1: of %2 entries %3 became zero; the receiver sees %4 different values.")
          .arg(report_->vectorName, grouped(static_cast<std::int64_t>(effect.size)),
               grouped(static_cast<std::int64_t>(effect.lost)),
               effect.values >= LabEffect::kMostValues ? tr("%1 or more").arg(grouped(values))
                                                       : grouped(values)));
}

void CompressorLab::showEvent(QShowEvent* event) {
  QScrollArea::showEvent(event);
  if (stale_) ask();
}

void CompressorLab::resizeEvent(QResizeEvent* event) {
  figure_->fitWidth(viewport()->width() - kSetupWidth - 3 * space::kMedium);
  QScrollArea::resizeEvent(event);
}

void CompressorLab::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange && effectMarks_ != nullptr) showEffect();
  const bool isType = event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
  if (isType && table_->model() != nullptr) fitTable();
  QScrollArea::changeEvent(event);
}

}  // namespace telegrad::ui
