// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/crash_card.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QFile>
#include <QHBoxLayout>
#include <QLocale>
#include <QSettings>
#include <QTimer>
#include <QUrl>

#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

const QString kClosed = QStringLiteral("crash/closed");  // the name of the last one

QString fileName(const CrashReport& report) {
  return text(report.file.filename().string());
}

/// As the user's language and time zone have it.
QString whenItWas(const CrashReport& report) {
  auto when = QDateTime::fromString(text(report.time), QStringLiteral("yyyy-MM-dd hh:mm:ss 'UTC'"));
  if (!when.isValid()) return text(report.time);
  when.setTimeSpec(Qt::UTC);
  return QLocale().toString(when.toLocalTime(), QLocale::ShortFormat);
}

}  // namespace

CrashCard::CrashCard(QWidget* parent)
    : QFrame(parent),
      text_(new QLabel(this)),
      copy_(new QPushButton(tr("Copy the report"), this)),
      folder_(new QPushButton(tr("Open its folder"), this)),
      close_(new QToolButton(this)) {
  setProperty("role", "banner");
  text_->setWordWrap(true);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  close_->setText(QStringLiteral("×"));
  close_->setProperty("role", "quiet");
  close_->setAccessibleName(tr("Do not name this crash again"));
  close_->setToolTip(close_->accessibleName());
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(space::kMedium, space::kSmall, space::kSmall, space::kSmall);
  line->setSpacing(space::kSmall);
  line->addWidget(text_, 1);
  line->addWidget(copy_);
  line->addWidget(folder_);
  line->addWidget(close_);
  connect(copy_, &QPushButton::clicked, this, &CrashCard::copy);
  connect(folder_, &QPushButton::clicked, this, [this] {
    QDesktopServices::openUrl(QUrl::fromLocalFile(text(report_.file.parent_path().string())));
  });
  connect(close_, &QToolButton::clicked, this, &CrashCard::close);
  hide();
}

void CrashCard::look() {
  QTimer::singleShot(0, this, [this] {
    const auto reports = crashReports(crashFolder());
    const auto closed = QSettings().value(kClosed).toString();
    if (!reports.empty() && fileName(reports.front()) != closed) setReport(reports.front());
    emit looked();
  });
}

void CrashCard::setReport(const CrashReport& report) {
  report_ = report;
  text_->setText(tr("%1 crashed on %2. A report says what was going on. It was sent nowhere.")
                     .arg(text(report.program), whenItWas(report)));
  text_->setToolTip(text(report.file.string() + "\n" + report.cause));
  setAccessibleName(text_->text());
  show();
}

void CrashCard::copy() {
  QFile file(text(report_.file.string()));
  const bool isThere = file.open(QIODevice::ReadOnly | QIODevice::Text);
  if (isThere) QApplication::clipboard()->setText(QString::fromUtf8(file.readAll()));
  copy_->setText(isThere ? tr("Copied") : tr("It is no longer there"));
}

void CrashCard::close() {
  QSettings().setValue(kClosed, fileName(report_));
  hide();
}

}  // namespace telegrad::ui
