// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_progress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ostream>
#include <utility>

#include <unistd.h>

#include "core/base/units.h"
#include "core/experiment/run_forecast.h"

namespace telegrad {
namespace {

constexpr std::chrono::milliseconds kBarInterval{100};
constexpr std::chrono::milliseconds kLineInterval{1000};
constexpr std::int64_t kBarWidth = 24;

std::string rounded(double value, const char* format) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), format, value);  // NOLINT: the formats are below
  return text.data();
}

/// "iteration 651: compressor.fraction 0.01 -> 0.005".
std::string describeChange(const Experiment& experiment, const AppliedChange& change) {
  const auto parameter = describe(experiment, change.name);
  return "iteration " + std::to_string(change.iteration) + ": " + change.name.text() + " " +
         formatValue(**parameter, change.from) + " -> " + formatValue(**parameter, change.to);
}

}  // namespace

RunProgress::RunProgress(Experiment experiment, std::ostream& out)
    : experiment_(std::move(experiment)),
      out_(out),
      terminal_(::isatty(STDERR_FILENO) == 1),
      next_(std::chrono::steady_clock::now()) {}

void RunProgress::prepared(const RunInfo& info) {
  if (info_) return;
  info_ = info;
  plan_ = planOf(experiment_, info.iterationsPerEpoch, info.testExamples);
  note("data: " + info.dataOrigin);
  note(std::to_string(info.workers) + " workers, " + std::to_string(info.parameters) +
       " parameters, " + std::to_string(info.iterations) + " iterations, " +
       std::to_string(info.iterationsPerEpoch) + " an epoch");
}

void RunProgress::show(const Sample& sample) {
  for (const auto& change : sample.changes) note(describeChange(experiment_, change));
  record_ = sample.record;
  remaining_.add(sample.record);
  if (!std::isnan(sample.record.testAccuracy)) accuracy_ = sample.record.testAccuracy;
  if (std::chrono::steady_clock::now() < next_) return;
  draw();
  next_ = std::chrono::steady_clock::now() + (terminal_ ? kBarInterval : kLineInterval);
}

void RunProgress::note(const std::string& text) {
  if (barOnScreen_) out_ << "\r\033[K";
  barOnScreen_ = false;
  out_ << text << std::endl;
}

void RunProgress::end() {
  if (record_) draw();
  if (barOnScreen_) out_ << std::endl;
  barOnScreen_ = false;
}

std::string RunProgress::describeRecord() const {
  std::string text = "iteration " + std::to_string(record_->iteration);
  if (info_) text.append("/").append(std::to_string(info_->iterations));
  text += ", epoch " + rounded(record_->epoch, "%.2f");
  text += ", train loss " + rounded(record_->epochLoss, "%.4f");
  if (!std::isnan(record_->suboptimality))
    text += ", f - f* " + rounded(record_->suboptimality, "%.3g");
  if (!std::isnan(accuracy_)) text += ", test accuracy " + rounded(accuracy_, "%.4f");
  text += ", rounds " + std::to_string(record_->rounds);
  text += ", payload " + formatQuantity(static_cast<double>(record_->payloadBits), "bit", 4);
  const auto left = remaining_.seconds(plan_);
  if (info_ && left && record_->iteration < plan_.iterations)
    text += ", " + roughDuration(*left) + " left";
  return text;
}

void RunProgress::draw() {
  if (terminal_ && info_) {
    const auto total = std::max<std::int64_t>(info_->iterations, 1);
    const auto filled = std::min(kBarWidth * record_->iteration / total, kBarWidth);
    out_ << "\r\033[K[" << std::string(static_cast<std::size_t>(filled), '#')
         << std::string(static_cast<std::size_t>(kBarWidth - filled), '.') << "] "
         << describeRecord() << std::flush;
    barOnScreen_ = true;
  } else {
    note(describeRecord());
  }
  record_.reset();
}

}  // namespace telegrad
