// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <thread>

#include <QObject>
#include <QString>

#include "core/experiment/experiment.h"

namespace telegrad::ui {

/// How long a run would take, before it begins: by the last run of its workload on this machine,
/// else by its arithmetic and how fast this machine did that last, else not known.
///
/// Threads: the window's; what a model has to compute is counted on a thread of its own, which
/// makes one for it.
class RunForecaster : public QObject {
  Q_OBJECT

 public:
  explicit RunForecaster(QObject* parent = nullptr) : QObject(parent) {}
  ~RunForecaster() override;
  Q_DISABLE_COPY_MOVE(RunForecaster)

  /// Answered by known(), at once or soon; of several questions in a row, the last.
  void ask(const Experiment& experiment);

 signals:
  void known(const QString& text);

 private:
  void count();

  std::optional<Experiment> wanted_;
  int question_ = 0;  // the last
  bool counting_ = false;
  std::jthread counter_;
};

}  // namespace telegrad::ui
