// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lab_session.h"

#include <algorithm>
#include <utility>

#include "core/base/thread_priority.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

constexpr std::size_t kMostKnown = 20'000;
constexpr std::size_t kMostDrawsOnACurve = 4;
constexpr std::size_t kSavingIterations = 60;
constexpr std::size_t kSavingDraws = 100;

std::string textOf(const LabOperator& op, std::size_t draws, bool times) {
  std::string text = op.key;
  for (const auto& parameter : descriptionOf(op).parameters) {
    text += '|';
    text += formatValue(parameter, op.settings.values().find(parameter.key)->second);
  }
  text += '#';
  text += std::to_string(draws);
  return times ? text + 't' : text;
}

}  // namespace

struct LabSession::Job {
  LabWish wish;
  quint64 number = 0;
};

LabSession::LabSession(QObject* parent)
    : QObject(parent),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

LabSession::~LabSession() {
  thread_.request_stop();
  {
    const std::scoped_lock lock(mutex_);
    ++number_;  // what is in hand is nobody's any more
  }
  thread_.join();
}

void LabSession::ask(LabWish wish) {
  {
    const std::scoped_lock lock(mutex_);
    wish_ = std::move(wish);
    ++number_;
  }
  asked_.notify_one();
}

void LabSession::work(const std::stop_token& stop) {
  giveWay();
  while (!stop.stop_requested()) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      if (!asked_.wait(lock, stop, [this] { return wish_.has_value(); })) return;
      job.wish = *std::exchange(wish_, std::nullopt);
      job.number = number_;
    }
    carryOut(job);
  }
}

bool LabSession::isLast(const Job& job) const {
  const std::scoped_lock lock(mutex_);
  return job.number == number_;
}

void LabSession::publish(const Job& job, const LabReport& report) {
  if (!isLast(job)) return;
  auto made = std::make_shared<const LabReport>(report);
  QMetaObject::invokeMethod(this, [this, made, number = job.number] {
    const bool last = [&] {
      const std::scoped_lock lock(mutex_);
      return number == number_;
    }();
    if (last) emit measured(made);
  });
}

bool LabSession::prepare(const Job& job, LabReport& report) {
  if (!(source_ == job.wish.source)) {
    source_ = job.wish.source;
    known_.clear();
    vector_ = nullptr;
    if (const auto* settings = std::get_if<Settings>(&job.wish.source)) {
      auto made = makeLabVector(*settings);
      if (!made) {
        report.error = QString::fromStdString(made.error().message);
        source_.reset();
        return false;
      }
      vector_ = std::make_shared<const LabVector>(*std::move(made));
    } else {
      vector_ = std::get<std::shared_ptr<const LabVector>>(job.wish.source);
    }
  }
  report.vectorName = translatedName(vector_->name);
  return true;
}

Result<LabMeasurement> LabSession::measurementOf(const LabOperator& op, std::size_t draws,
                                                 bool times) {
  const auto text = textOf(op, draws, times);
  if (const auto found = known_.find(text); found != known_.end()) return found->second;
  LabOptions options;
  options.draws = draws;
  options.times = times;
  const auto outcome = measure(op, *vector_, options);
  if (!outcome) return outcome.error();
  if (known_.size() >= kMostKnown) known_.clear();
  known_[text] = outcome->measured;
  return outcome->measured;
}

void LabSession::measureRows(const Job& job, LabReport& report) {
  for (const auto& item : job.wish.items) {
    if (!isLast(job)) return;
    LabReport::Row row;
    row.item = item;
    const auto measured = measurementOf(item.op, job.wish.draws, true);
    if (measured)
      row.measured = *measured;
    else
      row.error = QString::fromStdString(measured.error().message);
    report.rows.push_back(std::move(row));
  }
  for (const auto& item : job.wish.items) {
    if (item.id != job.wish.selected || !isLast(job)) continue;
    LabOptions once;
    once.times = false;
    const auto outcome = measure(item.op, *vector_, once);
    if (!outcome) continue;
    report.effectOfItem = item.id;
    report.effect = std::make_shared<const LabEffect>(effectOf(vector_->values, outcome->decoded));
  }
}

void LabSession::measureCurves(const Job& job, LabReport& report) {
  const std::size_t draws = std::min(job.wish.draws, kMostDrawsOnACurve);
  for (const auto& item : job.wish.items) {
    std::vector<LabReport::Point> points;
    for (std::size_t i = 0; i < item.curve.points.size(); ++i) {
      if (!isLast(job)) return;
      const auto measured = measurementOf(item.curve.points[i], draws, job.wish.timeCurves);
      if (!measured) continue;
      points.push_back({*measured, i < item.curve.labels.size() ? item.curve.labels[i] : ""});
    }
    report.curves.push_back(std::move(points));
    publish(job, report);
  }
}

void LabSession::carryOut(const Job& job) {
  LabReport report;
  if (prepare(job, report)) {
    measureRows(job, report);
    publish(job, report);
    if (job.wish.savings) {
      auto savings = paperFigure2(kSavingIterations, kSavingDraws);
      if (savings) report.savings = *std::move(savings);
    } else {
      measureCurves(job, report);
    }
  }
  report.complete = true;
  publish(job, report);
}

}  // namespace telegrad::ui
