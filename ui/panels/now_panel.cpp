// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/now_panel.h"

#include <algorithm>
#include <cmath>

#include <QVBoxLayout>

#include "ui/models/number_format.h"
#include "ui/widgets/explained.h"

namespace telegrad::ui {

RecentFigures RecentFigures::of(const RunSeries& series) {
  constexpr std::size_t kLast = 100;
  RecentFigures sums;
  const std::size_t from = series.size() > kLast ? series.size() - kLast : 0;
  for (std::size_t row = from; row < series.size(); ++row) {
    const Record record = series.at(row);
    ++sums.iterations;
    sums.uploads += static_cast<double>(record.uploads);
    sums.skips += static_cast<double>(record.skips);
    sums.compute += record.computeSeconds;
    sums.encode += record.encodeSeconds;
    sums.queue += record.queueSeconds;
    sums.transfer += record.transferSeconds;
    sums.latency += record.latencySeconds;
  }
  if (sums.iterations > 0) {
    const Record before = from > 0 ? series.at(from - 1) : Record{};
    const Record last = series.at(series.size() - 1);
    const auto rounds = static_cast<double>(last.rounds - before.rounds);
    sums.seconds = last.simulatedSeconds - before.simulatedSeconds;
    // The last iteration of all applies what is left.
    sums.staleness = series.at(series.size() > 1 ? series.size() - 2 : 0).staleness;
    if (rounds > 0) {
      sums.bitsPerUpload = static_cast<double>(last.payloadBits - before.payloadBits) / rounds;
      sums.wireBitsPerUpload = static_cast<double>(last.wireBits - before.wireBits) / rounds;
    }
  }
  return sums;
}

NowPanel::NowPanel(QWidget* parent) : QWidget(parent) {
  setProperty("role", "panel");
  loss_ = new QuantityLabel(tr("Training loss"), this);
  loss_->setToolTip(tr("Mean over the workers since the epoch began"));
  accuracy_ = new QuantityLabel(tr("Test accuracy"), this);
  accuracy_->setToolTip(tr("At the last evaluation"));
  suboptimality_ = new QuantityLabel(tr("Suboptimality"), this);
  suboptimality_->setToolTip(tr("How far the workers' mean function is above its minimum, f − f*"));
  uploads_ = new QuantityLabel(tr("Uploads, last 100 it."), this);
  uploads_->setToolTip(tr("Of all the uploads there could have been"));
  residual_ = new QuantityLabel(tr("Residual norm"), this);
  residual_->setToolTip(
      tr("What compression left out so far, root mean square over workers, at the last "
         "evaluation"));
  delayed_ = new QuantityLabel(tr("Staleness · share sent"), this);
  delayed_->setToolTip(
      tr("Iterations until an update is applied, and value bits of the last uploads over those of "
         "whole gradients"));
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(sectionHeader(tr("Now"), this));
  for (auto* label : {loss_, accuracy_, suboptimality_, uploads_, residual_, delayed_})
    rows->addWidget(label);
  setTopic(loss_, {QStringLiteral("quantity:epoch_loss")});
  setTopic(accuracy_, {QStringLiteral("quantity:test_accuracy")});
  setTopic(suboptimality_, {QStringLiteral("quantity:suboptimality")});
  setTopic(uploads_, {QStringLiteral("card:upload-share")});
  setTopic(residual_, {QStringLiteral("quantity:residual_norm")});
  setTopic(delayed_, {QStringLiteral("quantity:staleness")});
  delayed_->hide();
  suboptimality_->hide();
}

void NowPanel::showRun(const Run* run) {
  const QString none = QStringLiteral("–");
  if (run == nullptr || run->series.isEmpty()) {
    for (auto* label : {loss_, accuracy_, uploads_, residual_}) label->setQuantity(none);
    delayed_->hide();
    suboptimality_->hide();
    accuracy_->show();
    return;
  }
  const Record last = run->series.at(run->series.size() - 1);
  loss_->setQuantity(shortNumber(last.epochLoss));
  const auto evaluations = run->series.evaluations();
  // Both are measured at evaluations only.
  const Record evaluated = evaluations.empty() ? Record{} : run->series.at(evaluations.back());
  const bool convex = std::isfinite(evaluated.suboptimality);
  accuracy_->setVisible(!convex);
  accuracy_->setQuantity(std::isfinite(evaluated.testAccuracy) ? percent(evaluated.testAccuracy)
                                                               : none);
  suboptimality_->setVisible(convex);
  suboptimality_->setQuantity(shortNumber(evaluated.suboptimality));
  const auto recent = RecentFigures::of(run->series);
  const double all = recent.uploads + recent.skips;
  uploads_->setQuantity(all > 0 ? percent(recent.uploads / all, 0) : none);
  residual_->setQuantity(shortNumber(evaluated.residualNorm));
  delayed_->setVisible(recent.staleness > 0);
  delayed_->setQuantity(QString::number(recent.staleness) + QStringLiteral(" · ") +
                        percent(last.compressionRatio));
}

}  // namespace telegrad::ui
