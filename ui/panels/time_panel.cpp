// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/time_panel.h"

#include <array>
#include <utility>
#include <vector>

#include <QPainter>
#include <QVBoxLayout>

#include "ui/models/number_format.h"
#include "ui/models/phases.h"
#include "ui/panels/time_words.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kBarHeight = 12;
constexpr int kColumns = 3;
constexpr std::array<double, kColumns> kLefts{0.0, 0.37, 0.7};  // "compute 100 %" is the longest

}  // namespace

/// Shares as one bar, their words in columns under it: they never run into each other, however
/// small a share.
class TimePanel::Bar : public QWidget {
 public:
  using Parts = std::vector<std::pair<Phase, double>>;

  Bar(const QString& title, Parts parts, QWidget* parent)
      : QWidget(parent),
        title_(title),
        parts_(std::move(parts)) {
    setFont(plotFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(title);
  }

  void setShares(const std::vector<double>& shares) {
    QStringList words;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      parts_[i].second = i < shares.size() ? shares[i] : 0.0;
      words << word(parts_[i]);
    }
    known_ = !shares.empty();
    setAccessibleDescription(known_ ? words.join(QStringLiteral(", ")) : QString());
    update();
  }

  QSize sizeHint() const override {
    const int lines = (static_cast<int>(parts_.size()) + kColumns - 1) / kColumns;
    return {200, line() + kBarHeight + 6 + lines * line()};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::current();
    painter.setPen(theme.text);
    painter.drawText(QRect(0, 0, width(), line()), Qt::AlignLeft | Qt::AlignVCenter, title_);
    painter.setPen(Qt::NoPen);
    const int top = line();
    if (!known_) {
      painter.setBrush(theme.hairline);
      painter.drawRoundedRect(QRectF(0, top, width(), kBarHeight), 2, 2);
      return;
    }
    double x = 0.0;
    for (const auto& [phase, share] : parts_) {
      const double wide = share * width();
      painter.setBrush(phaseColour(phase, theme));
      if (wide >= 1.0)
        painter.drawRoundedRect(QRectF(x, top, std::max(1.0, wide - 2), kBarHeight), 2, 2);
      x += wide;
    }
    for (int i = 0; i < static_cast<int>(parts_.size()); ++i) {
      const auto& part = parts_[static_cast<std::size_t>(i)];
      const QRect cell(
          static_cast<int>(kLefts.at(static_cast<std::size_t>(i % kColumns)) * width()),
          top + kBarHeight + 5 + (i / kColumns) * line(), width() / kColumns, line());
      painter.setBrush(phaseColour(part.first, theme));
      painter.setPen(Qt::NoPen);
      painter.drawRoundedRect(QRectF(cell.left(), cell.center().y() - 3, 7, 7), 1.5, 1.5);
      painter.setPen(theme.mutedText);
      drawTabular(painter, cell.adjusted(11, 0, 0, 0), Qt::AlignLeft, word(part));
    }
  }

 private:
  int line() const { return fontMetrics().height() + 3; }
  static QString word(const std::pair<Phase, double>& part) {
    return phaseName(part.first) + QStringLiteral(" ") + percent(part.second, 0);
  }

  QString title_;
  Parts parts_;
  bool known_ = false;
};

TimePanel::TimePanel(QWidget* parent) : QWidget(parent) {
  setProperty("role", "panel");
  turn_ = new Bar(tr("A worker's time"),
                  {{Phase::Compute, 0.0}, {Phase::Encode, 0.0}, {Phase::Wait, 0.0}}, this);
  turn_->setToolTip(tr("Mean over the workers, last 100 iterations"));
  way_ = new Bar(tr("The slowest update's way"),
                 {{Phase::Compute, 0.0},
                  {Phase::Encode, 0.0},
                  {Phase::Queue, 0.0},
                  {Phase::Send, 0.0},
                  {Phase::Latency, 0.0}},
                 this);
  way_->setToolTip(
      tr("Of the worker whose upload arrives last: from the weights to the server, last 100 "
         "iterations. Without staleness this is all of an iteration."));
  sentence_ = mutedLabel({}, this);
  sentence_->setFont(plotFont());
  sentence_->setWordWrap(true);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kSmall);
  rows->addWidget(sectionHeader(tr("Why no speed-up?"), this));
  rows->addWidget(turn_);
  rows->addWidget(way_);
  rows->addWidget(sentence_);
  showRun(nullptr);
}

void TimePanel::showRun(const Run* run) {
  const auto shares = run != nullptr ? TimeShares::of(*run) : TimeShares{};
  if (!shares.isKnown()) {
    turn_->setShares({});
    way_->setShares({});
    sentence_->setText(tr("Once a run goes on: what holds it up, and what would help."));
    return;
  }
  turn_->setShares({shares.computes, shares.encodes, shares.waits});
  way_->setShares({shares.way.begin(), shares.way.end()});
  const auto report = findBottleneck(shares.figures);
  QStringList words{bottleneckWords(shares, report), leverWords(shares, report)};
  const QString payoff = payoffWords(shares, report);
  if (!payoff.isEmpty()) words << payoff;
  sentence_->setText(words.join(QLatin1Char(' ')));
}

}  // namespace telegrad::ui
