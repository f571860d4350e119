// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QColor>
#include <QString>

#include "core/experiment/continuation.h"
#include "core/experiment/training_run.h"
#include "core/metrics/remaining_time.h"
#include "core/metrics/series.h"
#include "core/metrics/targets.h"
#include "ui/models/span_history.h"

namespace telegrad::ui {

/// A run as the window shows it: training, or read back from its folder.
struct Run {
  int id = 0;  ///< never reused while the window is open
  QString name;
  int colour = 0;  ///< index into the theme's run colours and dashes
  bool visible = true;
  RunState state = RunState::Preparing;
  QString message;  ///< why it failed or diverged
  Experiment experiment;
  std::filesystem::path folder;  ///< empty: kept nowhere
  /// Where it left another run's way, as rewinding and forking make it; nothing: it began itself.
  /// Its series has the iterations that both share, too.
  std::optional<BranchPoint> branch;
  std::optional<RunInfo> info;
  RunSeries series;                    ///< one Record an iteration
  std::vector<AppliedChange> changes;  ///< in order
  std::vector<JournalEvent> notes;     ///< the user's words in its journal, in order
  std::vector<Sample> recent;          ///< ring of the last kRecent samples (workers' decisions)
  static constexpr std::size_t kRecent = 256;
  std::vector<LayerRecord> layers;                   ///< of the last evaluation that had any
  std::int64_t layersAt = 0;                         ///< its iteration
  std::shared_ptr<const ConfusionMatrix> confusion;  ///< of the last evaluation; none yet: null
  std::int64_t confusionAt = 0;                      ///< its iteration
  RemainingTime remaining;                           ///< of a run that trains here
  SpanHistory spans;  ///< where each worker's time went, for the whole run

  /// From its folder, which holds what all workers did together and nothing of each.
  bool isReadBack() const { return recent.empty() && !series.isEmpty(); }
};

/// The experiment with the values that were in force in that iteration.
Experiment experimentAt(const Run& run, std::int64_t iteration);

/// All runs of the window, in the order they were begun, but branches under the run they left; the
/// table "Runs" and every plot read it.
///
/// Columns: name (with colour mark), and for the target: rounds, bits, simulated seconds.
/// Threads: the window's.
class RunsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Name, Rounds, PayloadBits, SimulatedSeconds, ColumnCount };

  explicit RunsModel(QObject* parent = nullptr);
  ~RunsModel() override;
  Q_DISABLE_COPY_MOVE(RunsModel)

  // What is there.
  int count() const;
  const Run& at(int row) const;
  const Run* byId(int id) const;
  /// The run in focus: the one that trains, else the last chosen. None: nullptr.
  const Run* current() const;
  double target() const;  ///< in [0, 1]
  /// Of which accuracy that is: of all runs, whatever their own experiments say.
  AccuracyMetric targetMetric() const;
  /// The first record with that accuracy strictly above the target, if there is one.
  std::optional<Record> reached(int row) const;
  /// The run whose way it left, if that is in the table.
  const Run* parentOf(const Run& run) const;

  // What changes it. Ids that are not there are ignored.
  int add(Experiment experiment,
          std::filesystem::path folder);  ///< a run that begins; becomes current
  int add(const StoredRun& stored);       ///< one read back
  /// A run that begins as a branch of another, from which it takes its first `known` iterations;
  /// it delivers those after them. Becomes current. 0 where there is no such run.
  int branch(int id, std::int64_t known, const BranchPoint& point, std::filesystem::path folder);
  /// A run goes on after so many of its iterations, and delivers those after them again.
  void goOn(int id, std::int64_t known);
  void append(int id, std::vector<Sample>&& samples);  ///< once per drain, not per sample
  void setState(int id, RunState state, const QString& message = {});
  void setInfo(int id, const RunInfo& info);
  void setFolder(int id, const std::filesystem::path& folder);
  void setCurrent(int id);
  void rename(int id, const QString& name);
  void setVisible(int id, bool visible);
  void setColour(int id, int colour);
  void setTarget(double accuracy);  ///< of the same metric
  void setTarget(const Target& target);
  /// Takes a run out of the table; restore() puts it back as it was (undo). Files stay.
  void remove(int id);
  void restore(int id);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 signals:
  void runAdded(int id);
  void runRemoved(int id);
  void samplesAppended(int id, int from, int count);  ///< indices into the run's series
  void appearanceChanged(int id);                     ///< name, colour, visibility or state
  void currentChanged(int id);
  void infoArrived(int id);  ///< the run has been prepared
  void targetChanged(double accuracy);
  void targetMetricChanged();  ///< before targetChanged()

 private:
  int insert(Run&& run);
  std::size_t placeOf(const Run& run) const;
  void rowChanged(int id);
  void announceCurrent();

  struct RunRow;
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace telegrad::ui
