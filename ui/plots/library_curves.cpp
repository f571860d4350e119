// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/library_curves.h"

#include <set>
#include <tuple>
#include <utility>

#include "core/experiment/run_columns.h"
#include "core/metrics/smoothing.h"
#include "ui/plots/run_curves.h"

namespace telegrad::ui {

const Quantity& core(LibraryY y) {
  switch (y) {
    case LibraryY::TestLoss:
      return quantity("test_loss");
    case LibraryY::TestAccuracy:
      return quantity("test_accuracy");
    case LibraryY::Top5Accuracy:
      return quantity("test_top5_accuracy");
    case LibraryY::Suboptimality:
      return quantity("suboptimality");
    default:
      return quantity("train_loss");
  }
}

QString title(LibraryY y) {
  switch (y) {
    case LibraryY::TestLoss:
      return lossTitle(LossKind::Test);
    case LibraryY::TestAccuracy:
      return accuracyTitle(AccuracyMetric::Top1);
    case LibraryY::Top5Accuracy:
      return accuracyTitle(AccuracyMetric::Top5);
    case LibraryY::Suboptimality:
      return lossTitle(LossKind::Suboptimality);
    default:
      return lossTitle(LossKind::Train);
  }
}

bool isAccuracy(LibraryY y) {
  return y == LibraryY::TestAccuracy || y == LibraryY::Top5Accuracy;
}

bool isPerIteration(LibraryY y) {
  return y == LibraryY::TrainingLoss;
}

Result<LinePointer> readLine(const std::filesystem::path& folder, const CurveChoice& choice,
                             const std::stop_token& stop) {
  const bool each = isPerIteration(choice.y);
  const auto columns = readColumns(
      folder, {&quantity("iteration"), &describe(choice.x).core(), &core(choice.y)}, !each, stop);
  if (!columns) return columns.error();
  const auto& [iterations, x, y] =
      std::tie(columns->values[0], columns->values[1], columns->values[2]);
  const double span = each ? smoothingSpan(choice.smoothing) : 0.0;
  const double scale = isAccuracy(choice.y) ? 100.0 : 1.0;
  Smoother smoother(span);
  const SmootherPlaces places(span);
  auto line = std::make_shared<DecimatedLine>(choice.xLog, choice.yLog());
  for (std::size_t row = 0; row < x.size(); ++row)
    line->append(x[row], smoother.push(places.of(iterations[row]), scale * y[row]));
  return LinePointer(std::move(line));
}

LibraryCurves::LibraryCurves(QObject* parent) : QObject(parent) {
  threads_.setMaxThreadCount(2);
  threads_.setThreadPriority(QThread::LowPriority);
}

LibraryCurves::~LibraryCurves() {
  stop_.request_stop();
  threads_.clear();
  threads_.waitForDone();
}

void LibraryCurves::want(const std::vector<std::filesystem::path>& folders,
                         const CurveChoice& choice) {
  if (choice != choice_) {
    choice_ = choice;
    stop_.request_stop();
    stop_ = {};
    lines_.clear();
    waiting_ = 0;
  }
  const std::set<std::filesystem::path> wanted(folders.begin(), folders.end());
  std::erase_if(lines_, [&](const auto& entry) { return !wanted.contains(entry.first); });
  for (const auto& folder : folders)
    if (!lines_.contains(folder)) read(folder);
}

void LibraryCurves::read(const std::filesystem::path& folder) {
  const int question = ++question_;
  lines_[folder].question = question;
  ++waiting_;
  threads_.start([this, question, folder, choice = choice_, stop = stop_.get_token()] {
    auto line = readLine(folder, choice, stop);
    if (stop.stop_requested()) return;
    QMetaObject::invokeMethod(this, [this, question, folder, stop, line = std::move(line)] {
      if (stop.stop_requested()) return;
      --waiting_;
      if (!line) emit failed(QString::fromStdString(line.error().message));
      const auto slot = lines_.find(folder);
      if (line && slot != lines_.end() && slot->second.question == question)
        slot->second.line = *line;
      emit arrived();
    });
  });
}

LinePointer LibraryCurves::line(const std::filesystem::path& folder) const {
  const auto found = lines_.find(folder);
  return found == lines_.end() ? nullptr : found->second.line;
}

}  // namespace telegrad::ui
