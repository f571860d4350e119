// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTextBrowser>
#include <QTimer>

#include "ui/models/manual.h"

namespace telegrad::ui {

/// A page of the manual: Markdown with formulas in the theme's text colour and pictures no wider
/// than the page. Links are told, not followed.
class ManualView final : public QTextBrowser {
  Q_OBJECT
 public:
  explicit ManualView(QWidget* parent = nullptr);

  void setPage(const Manual::Page& page);
  const QString& page() const { return page_.name; }
  /// False, and at the page's beginning, if it has no such heading; so for no name.
  bool showAnchor(const QString& anchor);
  /// Marks where `word` stands next, from that heading on.
  void mark(const QString& anchor, const QString& word);

  /// Of text and formulas, in per cent of the usual size.
  void setZoom(int percent);
  int zoom() const { return zoom_; }
  /// Formulas as sentences, for who cannot see them.
  void setInWords(bool inWords);

  QVariant loadResource(int type, const QUrl& name) override;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  /// The page anew, at the place where it was.
  void renew();
  void findHeadings();
  void dressBlocks();
  void dressTables();
  QImage picture(const QString& path) const;

  Manual::Page page_;
  QHash<QString, int> anchors_;  // to positions
  QTimer again_;                 // once a resize is over
  int zoom_ = 100;
  bool inWords_ = false;
};

}  // namespace telegrad::ui
