// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/time_panel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <QPainter>
#include <QVBoxLayout>

#include "ui/models/number_format.h"
#include "ui/panels/now_panel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kShares = 4;
using Shares = std::array<double, kShares>;  // compute, queue, transfer, latency

QString synchronousSentence(const RecentFigures& recent, const Shares& shares) {
  static const std::array<const char*, kShares> kMeaning{
      QT_TRANSLATE_NOOP("TimePanel",
                        "Computing takes longest: fewer bits would save little, faster workers "
                        "much."),
      QT_TRANSLATE_NOOP("TimePanel",
                        "Messages queue behind each other at the server: fewer or smaller ones "
                        "pay."),
      QT_TRANSLATE_NOOP("TimePanel",
                        "Bits on the wire take longest: a smaller k or more bandwidth pays."),
      QT_TRANSLATE_NOOP("TimePanel",
                        "Distance takes longest: smaller uploads save little, rarer ones much.")};
  const auto largest = static_cast<std::size_t>(std::ranges::max_element(shares) - shares.begin());
  return TimePanel::tr("An iteration takes %1s of simulated time. ")
             .arg(siNumber(recent.seconds / recent.iterations, 3)) +
         TimePanel::tr(kMeaning.at(largest));
}

/// `path`: from a gradient's beginning to its arrival, summed like the figures.
QString delayedSentence(const RecentFigures& recent, double path) {
  constexpr double kNearly = 1.02;
  const QString times = TimePanel::tr("An iteration takes %1s, an update is there after %2s. ")
                            .arg(siNumber(recent.seconds / recent.iterations, 3),
                                 siNumber(path / recent.iterations, 3));
  if (recent.seconds <= kNearly * recent.compute)
    return times + TimePanel::tr("Computing hides the network: fewer bits would save no time.");
  return times + TimePanel::tr("Workers wait %1 of the time: a smaller k or more staleness pays.")
                     .arg(percent(1.0 - recent.compute / recent.seconds, 0));
}

}  // namespace

class TimePanel::Bar : public QWidget {
 public:
  explicit Bar(QWidget* parent) : QWidget(parent) {
    setFont(plotFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Where simulated time goes"));
  }

  void setShares(const Shares& shares) {
    shares_ = shares;
    QStringList words;
    for (int i = 0; i < kShares; ++i) words << word(i);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
  }

  QSize sizeHint() const override { return {200, kBarHeight + 6 + 2 * fontMetrics().height() + 4}; }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::current();
    const std::array<QColor, kShares> colours{theme.run(0), theme.run(2), theme.run(1),
                                              theme.run(3)};
    painter.setPen(Qt::NoPen);
    if (std::accumulate(shares_.begin(), shares_.end(), 0.0) <= 0.0) {
      painter.setBrush(theme.hairline);
      painter.drawRoundedRect(QRectF(0, 0, width(), kBarHeight), 2, 2);
      return;
    }
    double x = 0.0;
    for (std::size_t i = 0; i < kShares; ++i) {
      const double wide = shares_[i] * width();
      painter.setBrush(colours[i]);
      if (wide >= 1.0)
        painter.drawRoundedRect(QRectF(x, 0, std::max(1.0, wide - 2), kBarHeight), 2, 2);
      x += wide;
    }
    // Two columns of words under the bar: they never run into each other, however small a share.
    const int line = fontMetrics().height() + 2;
    for (int i = 0; i < kShares; ++i) {
      const QRect cell((i % 2) * width() / 2, kBarHeight + 6 + (i / 2) * line, width() / 2, line);
      painter.setBrush(colours[static_cast<std::size_t>(i)]);
      painter.setPen(Qt::NoPen);
      painter.drawRoundedRect(QRectF(cell.left(), cell.center().y() - 3, 7, 7), 1.5, 1.5);
      painter.setPen(theme.mutedText);
      drawTabular(painter, cell.adjusted(12, 0, 0, 0), Qt::AlignLeft, word(i));
    }
  }

 private:
  static constexpr int kBarHeight = 14;
  QString word(int i) const {
    const std::array<QString, kShares> names{tr("compute"), tr("queue"), tr("transfer"),
                                             tr("latency")};
    const auto index = static_cast<std::size_t>(i);
    return names.at(index) + QStringLiteral(" ") + percent(shares_.at(index), 0);
  }

  Shares shares_{};
};

TimePanel::TimePanel(QWidget* parent) : QWidget(parent), bar_(new Bar(this)) {
  setProperty("role", "panel");
  sentence_ = mutedLabel({}, this);
  sentence_->setFont(plotFont());
  sentence_->setWordWrap(true);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kSmall);
  rows->addWidget(sectionHeader(tr("Where simulated time goes"), this));
  rows->addWidget(bar_);
  rows->addWidget(sentence_);
  showRun(nullptr);
}

void TimePanel::showRun(const Run* run) {
  const auto recent = run != nullptr ? RecentFigures::of(run->series) : RecentFigures{};
  const double all = recent.compute + recent.queue + recent.transfer + recent.latency;
  if (all <= 0.0) {
    bar_->setShares({});
    sentence_->setText(tr("Once a run goes on: what its slowest worker waited for."));
    return;
  }
  const Shares shares{recent.compute / all, recent.queue / all, recent.transfer / all,
                      recent.latency / all};
  bar_->setShares(shares);
  sentence_->setText(recent.staleness > 0 ? delayedSentence(recent, all)
                                          : synchronousSentence(recent, shares));
}

}  // namespace telegrad::ui
