// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <vector>

#include <QAbstractTableModel>
#include <QStringList>
#include <QThreadPool>

#include "core/experiment/run_listing.h"

namespace telegrad::ui {

/// A run of the library, as its folder says; without its curves.
struct LibraryRun {
  int id = 0;  ///< never reused while the window is open
  RunListing listing;
  QString name;
  QString searched;    ///< all that a search looks at, in lower case
  int colour = 0;      ///< index into the theme's run colours: the notes', else one given for now
  bool shown = false;  ///< in the curves and tables beside the list
};

/// All run folders that the window knows of: those below its own runs folder, and those that the
/// user has added or opened, which are remembered between starts, as is which of them are shown. A
/// table of them, a row for each.
///
/// Columns: see Column; figures "to the target" are those of the run's own target.
/// Threads: the window's. Folders are read, and notes written, on a thread of their own, one thing
/// after the other; the destructor waits for notes that are being written.
class RunLibrary : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column {
    Name,
    Method,
    Data,
    Network,
    Seed,
    State,
    Iterations,
    Accuracy,
    Rounds,
    PayloadBits,
    SimulatedSeconds,
    Tags,
    Begun,
    ColumnCount
  };
  /// What a column is sorted by: a number, or text; nothing where there is none.
  static constexpr int kSortRole = Qt::UserRole;
  static constexpr int kIdRole = Qt::UserRole + 1;
  static constexpr int kSearchRole = Qt::UserRole + 2;
  static constexpr int kTagsRole = Qt::UserRole + 3;

  /// `own` is looked through beside the folders that are remembered.
  explicit RunLibrary(std::filesystem::path own, QObject* parent = nullptr);
  ~RunLibrary() override;
  Q_DISABLE_COPY_MOVE(RunLibrary)

  // What is there.
  int count() const { return static_cast<int>(runs_.size()); }
  const LibraryRun& at(int row) const { return runs_.at(static_cast<std::size_t>(row)); }
  const LibraryRun* byId(int id) const;
  const LibraryRun* byFolder(const std::filesystem::path& folder) const;
  /// The shown ones, in the order in which they were shown.
  const std::vector<int>& shown() const { return shown_; }
  QStringList tags() const;  ///< of all runs, each once, in alphabetical order
  bool isReading() const { return reading_; }
  /// What could not be read, a line each.
  const QStringList& problems() const { return problems_; }

  /// Looks through the folders again, on another thread. Runs that are there stay meanwhile.
  void refresh();
  /// A run folder, or one that has some below; remembered.
  void addFolder(const std::filesystem::path& folder);
  void forgetFolder(const QString& folder);
  QStringList folders() const;  ///< the remembered ones

  void setShown(const std::vector<int>& ids, bool shown);
  void showOnly(const std::vector<int>& ids);
  /// Changes what is noted of runs, and writes it into their folders. Refused where that fails.
  void annotate(const std::vector<int>& ids, const std::function<void(RunNotes&)>& change);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 signals:
  void refreshed();                      ///< all folders have been looked through
  void shownChanged();                   ///< which runs are shown
  void annotated();                      ///< what is noted of some run
  void grew(int id);                     ///< a shown run has other curves than before
  void refused(const QString& message);  ///< something asked for cannot be; why

 private:
  void read(int question, const std::vector<std::filesystem::path>& folders);
  void take(int question, std::vector<RunListing> listings);
  void finish(int question, const QStringList& problems,
              const std::vector<std::filesystem::path>& found);
  void put(RunListing&& listing);
  int rowOf(int id) const;
  int freeColour() const;
  void rowChanged(int row);
  void rememberShown() const;
  void recallShown();

  std::filesystem::path own_;
  std::vector<LibraryRun> runs_;
  std::vector<int> shown_;
  std::map<int, int> annotatedDuring_;  // of each run, the refresh that may not know of it
  QStringList problems_;
  int nextId_ = 1;
  std::atomic<int> question_ = 0;  // the last refresh; those before it need no answer
  bool reading_ = false;
  bool recalled_ = false;  // what was shown in the last session
  QThreadPool thread_;
};

}  // namespace telegrad::ui
