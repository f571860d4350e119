// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QWidget>

#include "ui/models/run_library_filter.h"

namespace telegrad::ui {

/// The list of the library's runs: searched, filtered by a tag, sorted by any column. The square
/// before a name shows or hides its curve, H does so for all that are chosen, Return shows the
/// chosen ones alone; F2 or a double click renames, or edits tags. The menu has all of it, and
/// colours, the baseline's mark, and folders.
/// Threads: the window's.
class RunsLibraryPanel : public QWidget {
  Q_OBJECT

 public:
  explicit RunsLibraryPanel(RunLibrary& library, QWidget* parent = nullptr);

  QTableView* table() const { return table_; }
  QLineEdit* search() const { return search_; }
  QComboBox* tag() const { return tag_; }
  QPushButton* baselineButton() const { return baselineButton_; }
  const RunLibraryFilter& filter() const { return filter_; }
  QString summary() const { return summary_->text(); }
  std::vector<int> chosen() const;  ///< ids of the selected rows, from top to bottom
  void choose(const std::vector<int>& ids);

 signals:
  void chosenChanged();
  void baselineWanted(int id);  ///< of that run
  void openWanted(const std::vector<std::filesystem::path>& folders);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeHead();
  void makeTable();
  void fitColumns();
  void fillMenu(QMenu& menu);
  void fillRunActions(QMenu& menu);
  void fillFolders(QMenu& menu);
  void toggleShown(const std::vector<int>& ids);
  void addFolder();
  void listTags();
  void say();

  RunLibrary& library_;
  RunLibraryFilter filter_;
  QLineEdit* search_;
  QComboBox* tag_;
  QToolButton* more_;
  QPushButton* baselineButton_;
  QTableView* table_;
  QLabel* summary_;
};

}  // namespace telegrad::ui
