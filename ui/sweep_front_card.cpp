// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep_front_card.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/models/sweep_words.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr std::array<const char*, 4> kWorths{"final_accuracy", "best_accuracy", "test_loss",
                                             "suboptimality"};
constexpr std::array<const char*, 3> kCosts{"payload_bits", "wire_bits", "simulated_s"};
constexpr double kWideRange = 20.0;  // a range that is read better in factors

template <typename Values>
bool isWide(const Values& values) {
  if (values.empty()) return false;
  const auto [low, high] = std::ranges::minmax(values);
  return low > 0.0 && high / low > kWideRange;
}

}  // namespace

SweepFrontCard::SweepFrontCard(const SweepSession& session, QWidget* parent)
    : QFrame(parent),
      session_(session),
      worth_(new ChoiceBox(this)),
      cost_(new SegmentedControl(tr("Against"), {tr("Payload"), tr("Wire"), tr("Simulated time")},
                                 this)),
      plot_(new FrontPlot(this)),
      told_(mutedLabel({}, this)) {
  setProperty("role", "card");
  auto* title = new QLabel(tr("Pareto front"), this);
  title->setFont(titleFont());
  title->setToolTip(tr("What no other combination beats: none costs less and is as good"));
  worth_->setAccessibleName(tr("What the points are judged by"));
  for (const char* key : kWorths) worth_->addItem(translated(sweepQuantity(key).name));
  told_->setFont(plotFont());
  told_->setWordWrap(true);
  auto* head = new QHBoxLayout;
  head->addWidget(title);
  head->addStretch(1);
  head->addWidget(worth_);
  auto* against = new QHBoxLayout;
  against->addWidget(mutedLabel(tr("against"), this));
  against->addWidget(cost_);
  against->addStretch(1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kSmall);
  rows->addLayout(head);
  rows->addLayout(against);
  rows->addWidget(plot_, 1);
  rows->addWidget(told_);
  connect(worth_, &QComboBox::currentIndexChanged, this, &SweepFrontCard::refresh);
  connect(cost_, &SegmentedControl::chosen, this, &SweepFrontCard::refresh);
  refresh();
}

void SweepFrontCard::reset() {
  const auto& plan = session_.contents().plan;
  const auto* const place = std::ranges::find(kWorths, worthOf(plan).key);
  const QSignalBlocker blocker(worth_);
  if (!plan.cells.empty()) worth_->setCurrentIndex(static_cast<int>(place - kWorths.begin()));
  refresh();
}

FrontContents SweepFrontCard::contentsOf(const SweepQuantity& worth,
                                         const SweepQuantity& cost) const {
  const auto& contents = session_.contents();
  FrontContents shown;
  shown.xTitle = quantityTitle(cost);
  shown.yTitle = quantityTitle(worth);
  shown.emptyWords =
      tr("Every combination that has finished is a point here; the line joins those "
         "that no other beats.");
  const double scale = worth.isShare ? 100.0 : 1.0;
  std::vector<double> costs;
  std::vector<double> worths;
  for (std::size_t i = 0; i < contents.points.size(); ++i) {
    const double price = meanOf(cost, contents.points[i], contents.results).mean;
    const double value = meanOf(worth, contents.points[i], contents.results).mean;
    if (!std::isfinite(price) || !std::isfinite(value)) continue;
    shown.points.push_back({i,
                            price,
                            scale * value,
                            pointTitle(contents, i),
                            {{translated(worth.name), figureText(worth, value, 4)},
                             {translated(cost.name), figureText(cost, price, 4)}}});
    costs.push_back(price);
    worths.push_back(value);
  }
  shown.logX = isWide(costs);
  shown.logY = !worth.isShare && isWide(worths);
  std::ranges::stable_sort(shown.points, {}, &FrontContents::Point::cost);
  for (const auto point : frontOf(contents.points, contents.results, worth, cost)) {
    const auto at = std::ranges::find(shown.points, point, &FrontContents::Point::id);
    if (at != shown.points.end())
      shown.front.push_back(static_cast<std::size_t>(at - shown.points.begin()));
  }
  return shown;
}

void SweepFrontCard::refresh() {
  const auto& worth = sweepQuantity(kWorths.at(static_cast<std::size_t>(worth_->currentIndex())));
  const auto& cost = sweepQuantity(kCosts.at(static_cast<std::size_t>(cost_->current())));
  auto shown = contentsOf(worth, cost);
  if (shown.front.empty()) {
    told_->setText({});
  } else {
    const auto& best = shown.points[shown.front.back()];
    told_->setText(tr("%1 of %2 points on the front. The best: %3, %4 for %5.")
                       .arg(shown.front.size())
                       .arg(shown.points.size())
                       .arg(best.title, best.facts[0].second, best.facts[1].second));
  }
  plot_->setContents(std::move(shown));
}

}  // namespace telegrad::ui
