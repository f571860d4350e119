// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include <QObject>
#include <QThreadPool>

#include "ui/models/staleness_grid.h"

namespace telegrad::ui {

/// Grids in their folders: measurement.csv, and experiment.toml with what all runs shared.
/// Files are written and read on a thread of their own, one after the other; answers come on the
/// window's. The destructor waits for what is being written.
class GridStore : public QObject {
  Q_OBJECT

 public:
  explicit GridStore(QObject* parent = nullptr);
  ~GridStore() override;
  Q_DISABLE_COPY_MOVE(GridStore)

  /// $XDG_DATA_HOME/telegrad/labs
  static std::filesystem::path labsFolder();
  /// A folder in there for a measurement that begins now; it does not exist yet.
  static std::filesystem::path newFolder();

  /// Writes a grid as it stands, the folder too if need be.
  void save(const std::filesystem::path& folder, const StalenessGrid& grid);
  /// Its rows alone, to a file that the user named.
  void exportCsv(const std::filesystem::path& file, const StalenessGrid& grid);
  /// Reads the measurement that was begun last.
  void openLast();

 signals:
  void opened(const telegrad::ui::StalenessGrid& grid, const QString& folder);
  void failed(const QString& message);

 private:
  /// Done on the thread; an error is said.
  void later(std::function<Result<void>()> task);

  QThreadPool thread_;
};

/// A measurement read back from its folder.
/// Errors: a file that is missing or cannot be read as what it should be; the message names it.
Result<StalenessGrid> readGridFolder(const std::filesystem::path& folder);

}  // namespace telegrad::ui
