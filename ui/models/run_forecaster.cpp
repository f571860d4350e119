// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_forecaster.h"

#include <utility>

#include "core/experiment/run_forecast.h"
#include "ui/models/number_format.h"
#include "ui/models/pace_memory.h"

namespace telegrad::ui {

RunForecaster::~RunForecaster() = default;

void RunForecaster::ask(const Experiment& experiment) {
  ++question_;
  wanted_.reset();
  if (const auto seconds = PaceMemory::seconds(experiment)) {
    emit known(tr("about %1").arg(roughly(*seconds)));
    return;
  }
  if (!PaceMemory::multiplyAddsPerSecond()) {
    emit known(tr("known when it runs"));
    return;
  }
  wanted_ = experiment;
  if (!counting_) count();
}

void RunForecaster::count() {
  counting_ = true;
  counter_ = std::jthread(
      [this, question = question_, experiment = *std::exchange(wanted_, std::nullopt)] {
        const auto work = expectedWork(experiment);
        QMetaObject::invokeMethod(this, [this, question, work] {
          counting_ = false;
          if (wanted_) return count();
          if (question != question_) return;
          const auto rate = PaceMemory::multiplyAddsPerSecond();
          emit known(work && rate ? tr("roughly %1").arg(roughly(work->seconds(*rate)))
                                  : tr("known when it runs"));
        });
      });
}

}  // namespace telegrad::ui
