// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/banner.h"

#include <utility>

#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>

#include "core/base/crash_handler.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

Banner::Banner(QWidget* parent)
    : QFrame(parent),
      text_(new QLabel(this)),
      action_(new QPushButton(this)) {
  text_->setWordWrap(true);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* close = new QToolButton(this);
  close->setText(QStringLiteral("×"));
  close->setProperty("role", "quiet");
  close->setAccessibleName(tr("Close this message"));
  close->setToolTip(close->accessibleName());
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(space::kMedium, space::kSmall, space::kSmall, space::kSmall);
  line->setSpacing(space::kMedium);
  line->addWidget(text_, 1);
  line->addWidget(action_);
  line->addWidget(close);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  connect(action_, &QPushButton::clicked, this, [this] {
    if (act_) act_();
  });
  hide();
}

void Banner::say(Tone tone, const QString& what, const QString& action, std::function<void()> act) {
  setProperty("role", tone == Tone::Warning ? "warningBanner" : "banner");
  for (QWidget* part : {static_cast<QWidget*>(this), static_cast<QWidget*>(text_)}) {
    style()->unpolish(part);
    style()->polish(part);
  }
  rememberMessage(what.toStdString());  // what a user saw before a crash
  setToolTip({});
  text_->setText(what);
  action_->setText(action);
  action_->setVisible(!action.isEmpty());
  act_ = std::move(act);
  setAccessibleName(what);
  show();
}

}  // namespace telegrad::ui
