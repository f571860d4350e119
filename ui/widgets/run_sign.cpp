// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/run_sign.h"

#include <QIconEngine>
#include <QPainter>

namespace telegrad::ui {
namespace {

class SignEngine final : public QIconEngine {
 public:
  SignEngine(RunSign sign, QColor Theme::*colour) : sign_(sign), colour_(colour) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const Theme& theme = Theme::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mode == QIcon::Disabled ? theme.mutedText : theme.*colour_);
    const QRectF box = QRectF(rect).adjusted(rect.width() * 0.2, rect.height() * 0.16,
                                             -rect.width() * 0.2, -rect.height() * 0.16);
    if (sign_ == RunSign::Run) {
      painter->drawPolygon(
          QPolygonF{{box.topLeft(), {box.right(), box.center().y()}, box.bottomLeft()}});
    } else {
      const qreal bar = box.width() * 0.36;
      painter->drawRoundedRect(QRectF(box.left(), box.top(), bar, box.height()), 1.0, 1.0);
      painter->drawRoundedRect(QRectF(box.right() - bar, box.top(), bar, box.height()), 1.0, 1.0);
    }
    painter->restore();
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap drawn(size);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return drawn;
  }
  QIconEngine* clone() const override { return new SignEngine(*this); }

 private:
  RunSign sign_;
  QColor Theme::*colour_;
};

}  // namespace

QIcon runSign(RunSign sign, QColor Theme::*colour) {
  return QIcon(new SignEngine(sign, colour));
}

}  // namespace telegrad::ui
