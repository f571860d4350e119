// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include <QObject>

#include "ui/models/lab_report.h"

namespace telegrad::ui {

/// Measures what the compressor lab wishes to see, on a thread of its own that gives way to the
/// window's. Of several wishes only the last counts: what is being measured for an earlier one is
/// given up at the next measurement. What was measured of the same vector is not measured again.
///
/// Threads: all calls and signals the window's. The destructor waits for the measurement in hand.
class LabSession : public QObject {
  Q_OBJECT

 public:
  explicit LabSession(QObject* parent = nullptr);
  ~LabSession() override;
  Q_DISABLE_COPY_MOVE(LabSession)

  void ask(LabWish wish);

 signals:
  /// What is known so far of the last wish; several times, the last time complete.
  void measured(const std::shared_ptr<const telegrad::ui::LabReport>& report);

 private:
  struct Job;

  void work(const std::stop_token& stop);
  void carryOut(const Job& job);
  bool prepare(const Job& job, LabReport& report);
  void measureRows(const Job& job, LabReport& report);
  void measureCurves(const Job& job, LabReport& report);
  Result<LabMeasurement> measurementOf(const LabOperator& op, std::size_t draws, bool times);
  bool isLast(const Job& job) const;
  void publish(const Job& job, const LabReport& report);

  mutable std::mutex mutex_;
  std::condition_variable_any asked_;
  std::optional<LabWish> wish_;  // the next; under the mutex, as is its number
  quint64 number_ = 0;

  // The thread's own.
  std::optional<LabSource> source_;  // of the vector
  std::shared_ptr<const LabVector> vector_;
  std::map<std::string, LabMeasurement> known_;  // of that vector

  std::jthread thread_;  // last, so that it ends before what it uses goes
};

}  // namespace telegrad::ui
