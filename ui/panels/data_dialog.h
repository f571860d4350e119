// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

#include "ui/panels/data_fetch.h"

namespace telegrad::ui {

/// "Data": which datasets are there and where, and a way to come by the others: from the
/// publishers' mirrors, another address, or a folder. Nothing is fetched unless asked for.
class DataDialog : public QDialog {
  Q_OBJECT

 public:
  explicit DataDialog(std::optional<std::filesystem::path> folder, QWidget* parent = nullptr);

  /// Chooses the row of that dataset.
  void choose(const QString& key);
  /// Where that dataset stands: a row of its own.
  void showState(const DataState& state);

 signals:
  void fetched(const QString& key);

 private:
  void build();
  void start();
  void browse();
  void showProgress(const QString& file, const QString& from, double done, double total);
  void say(const QString& text, bool isError = false);
  void showEnd(const QString& key, const QString& error);
  void refreshButtons();
  QString selectedKey() const;

  DataFetch fetch_;
  QString wanted_;
  QTableWidget* table_ = nullptr;
  QLineEdit* from_ = nullptr;
  QProgressBar* bar_ = nullptr;
  QLabel* message_ = nullptr;
  QPushButton* download_ = nullptr;
  QPushButton* cancel_ = nullptr;
};

}  // namespace telegrad::ui
