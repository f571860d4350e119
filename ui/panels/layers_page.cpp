// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/layers_page.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kRoomForShapes = 860;  // of the page
constexpr int kRoomForEntries = 740;

/// A measured number with its bar before it.
class BarDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const Theme& theme = Theme::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected)) painter->fillRect(option.rect, theme.chip);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme.hairline);
    const QRect inner = option.rect.adjusted(space::kSmall, 0, -space::kSmall, 0);
    const QRectF groove(inner.left(), inner.center().y() - 3, inner.width() - kNumber, 7);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.grid);
    painter->drawRoundedRect(groove, 3, 3);
    const double share = index.data(LayersModel::kBarRole).toDouble();
    if (share > 0.0) {
      painter->setBrush(theme.accent);
      QRectF bar = groove;
      bar.setWidth(std::max(3.0, share * groove.width()));
      painter->drawRoundedRect(bar, 3, 3);
    }
    painter->setPen(theme.text);
    painter->setFont(bodyFont());
    drawTabular(*painter, inner, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    painter->restore();
  }

 private:
  static constexpr int kNumber = 62;
};

}  // namespace

LayersPage::LayersPage(RunsModel& runs, QWidget* parent)
    : QWidget(parent),
      model_(runs),
      heading_(new QLabel(this)),
      bits_(mutedLabel({}, this)),
      table_(new QTableView(this)) {
  heading_->setWordWrap(true);
  heading_->setFont(titleFont());
  table_->setModel(&model_);
  table_->setAccessibleName(tr("What compression does to each layer"));
  table_->setItemDelegate(new BarDelegate(table_));
  auto* plain = new QStyledItemDelegate(table_);
  for (const int column : {LayersModel::Name, LayersModel::Extents, LayersModel::Entries})
    table_->setItemDelegateForColumn(column, plain);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setShowGrid(false);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(28);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  for (const int column : {LayersModel::Name, LayersModel::Extents, LayersModel::Entries})
    table_->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
  auto* card = new QFrame(this);
  card->setProperty("role", "card");
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
  inside->setSpacing(space::kMedium);
  inside->addWidget(heading_);
  inside->addWidget(bits_);
  inside->addWidget(table_, 1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->addWidget(card);
  connect(&model_, &LayersModel::headingChanged, this, &LayersPage::showHeading);
  showHeading();
}

void LayersPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // The bars first: what has no room any more is in the name's tool tip.
  table_->setColumnHidden(LayersModel::Extents, width() < kRoomForShapes);
  table_->setColumnHidden(LayersModel::Entries, width() < kRoomForEntries);
}

void LayersPage::showHeading() {
  heading_->setText(model_.heading());
  bits_->setText(model_.bits());
  bits_->setVisible(!bits_->text().isEmpty());
  table_->setVisible(model_.rowCount() > 0);
}

}  // namespace telegrad::ui
