// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>

#include "ui/models/data_fetch.h"

namespace telegrad::ui {

/// "Data": which datasets are there and where, and a way to come by the others: from the
/// publishers' mirrors, another address, or a folder. Nothing is fetched unless asked for.
class DataDialog : public QDialog {
  Q_OBJECT

 public:
  explicit DataDialog(const std::filesystem::path& folder, QWidget* parent = nullptr);

  /// Chooses the row of that dataset.
  void choose(const QString& key);

 signals:
  void fetched(const QString& key);

 private:
  void refresh();
  void start();
  void browse();
  void showProgress(const FetchStep& step);
  void showEnd(const QString& key, const QString& error);

  DataFetch fetch_;
  QTableWidget* table_ = nullptr;
  QLineEdit* from_ = nullptr;
  QProgressBar* bar_ = nullptr;
  QLabel* message_ = nullptr;
  QPushButton* download_ = nullptr;
  QPushButton* cancel_ = nullptr;
};

}  // namespace telegrad::ui
