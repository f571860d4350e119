// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QUrl>

#include "ui/manual_view.h"
#include "ui/models/manual.h"

namespace telegrad::ui {

/// The manual in a window of its own: contents or search results on the left, the page on the
/// right. Links between pages are followed here; others are handed to the desktop, and only when
/// clicked.
class ManualWindow final : public QMainWindow {
  Q_OBJECT
 public:
  explicit ManualWindow(const Manual& manual, QWidget* parent = nullptr);

  /// "sasg", "reference/algorithms"; the anchor of a heading there, or empty for its beginning. Of
  /// a page that there is not, nothing happens.
  void showPage(const QString& page, const QString& anchor = {});

 signals:
  void leavesProgram(const QUrl& address);  ///< something outside is wanted

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  struct Place {
    QString page;
    int scroll = 0;
  };

  void makeContents();
  void makeSearch();
  void makeToolBar();
  QAction* make(const QString& text, const QList<QKeySequence>& shortcuts);
  void follow(const QUrl& link);
  void open(const QString& page);
  void go(QList<Place>& from, QList<Place>& to);
  Place here() const;
  void search(const QString& text);
  void openHit(const QListWidgetItem* item);
  void zoomBy(int percent);
  void refresh();

  const Manual& manual_;
  ManualView* view_;
  QStackedWidget* side_;
  QTreeWidget* contents_;
  QListWidget* hits_;
  QLabel* count_;
  QLineEdit* search_;
  QAction* back_ = nullptr;
  QAction* forward_ = nullptr;
  QList<Place> before_, after_;
};

/// The manual of the window that `widget` is in, opened if it is not, at that page.
void showManual(QWidget* widget, const QString& page = QStringLiteral("index"),
                const QString& anchor = {});

}  // namespace telegrad::ui
