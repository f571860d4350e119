// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <vector>

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include "core/experiment/run_comparison.h"
#include "core/metrics/spread.h"

namespace telegrad::ui {

/// A run that is shown, as the tables beside the library read it.
struct DetailedRun {
  int id = 0;
  QString name;
  int colour = 0;
  std::filesystem::path folder;
  RunSettings settings;
  std::vector<std::optional<Record>> reached;  ///< of each target, where it was first exceeded
};

/// What the shown runs were made of and what each needed to its targets: their journals and
/// evaluations, which are read again when other runs or targets are asked for.
///
/// Threads: the window's; files are read on a thread of their own.
class RunDetails : public QObject {
  Q_OBJECT

 public:
  explicit RunDetails(QObject* parent = nullptr);
  ~RunDetails() override;
  Q_DISABLE_COPY_MOVE(RunDetails)

  /// Answered by changed(); of several questions in a row, the last.
  void ask(std::vector<DetailedRun> runs, std::vector<Target> targets);

  // As of the last answer.
  const std::vector<DetailedRun>& runs() const { return runs_; }
  const std::vector<Target>& targets() const { return targets_; }
  /// Indices into runs() of those that differ by their seed alone.
  const std::vector<std::vector<std::size_t>>& groups() const { return groups_; }
  const QStringList& problems() const { return problems_; }
  /// What a group needed to a target.
  TargetCost cost(std::size_t group, std::size_t target) const;
  /// "SASG, 3 seeds", or a lone run's own name.
  QString groupName(std::size_t group) const;

 signals:
  void changed();

 private:
  std::vector<DetailedRun> runs_;
  std::vector<Target> targets_;
  std::vector<std::vector<std::size_t>> groups_;
  QStringList problems_;
  std::atomic<int> question_ = 0;
  QThreadPool thread_;
};

}  // namespace telegrad::ui
