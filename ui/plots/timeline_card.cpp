// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QCoreApplication>

#include "ui/models/number_format.h"
#include "ui/models/phases.h"
#include "ui/plots/timeline_figure.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

constexpr int kDigits = 4;

QString lasted(std::int64_t nanoseconds) {
  return secondsText(static_cast<double>(nanoseconds), kDigits);
}

QString bytesText(std::int64_t bytes) {
  if (bytes == 0) return tr("nothing");
  const QString number = siNumber(static_cast<double>(bytes), 4);
  return number + (number.back().isLetter() ? QString() : QString(QChar(0x202F))) +
         QStringLiteral("B");
}

QString stalenessText(std::int64_t staleness) {
  if (staleness < 0) return tr("not applied yet");
  return staleness == 0 ? tr("0, in the next weights")
                        : counted(staleness, tr("1 iteration"), tr("%1 iterations"));
}

void sayUpload(const TimelineHit& hit, ReadOut& card) {
  const auto& s = hit.spans;
  card.facts.push_back({tr("bytes on the wire"), bytesText(s.bytes)});
  card.facts.push_back({tr("staleness"), stalenessText(hit.times.staleness)});
  for (const auto phase : {Phase::Queue, Phase::Send, Phase::Latency})
    card.controls.push_back({phaseName(phase), lasted(s.lasts(phase))});
  card.controls.push_back({tr("there after"), lasted(s.delivered - s.encoded)});
  card.controls.push_back({tr("Two links' phases are put together:"), {}});
  card.controls.push_back({tr("all queueing, all sending, all latency."), {}});
}

void sayTurn(const TimelineHit& hit, ReadOut& card) {
  const auto& s = hit.spans;
  for (const auto phase : {Phase::Wait, Phase::Compute, Phase::Encode})
    card.controls.push_back({phaseName(phase), lasted(s.lasts(phase))});
  card.controls.push_back({tr("then sent"), bytesText(s.bytes)});
}

void sayBlock(const TimelineHit& hit, ReadOut& card) {
  if (!std::isnan(hit.staleness) && hit.staleness >= 0.0F)
    card.facts.push_back({hit.count > 1 ? tr("staleness, mean") : tr("staleness"),
                          shortNumber(static_cast<double>(hit.staleness), 3)});
  for (std::size_t i = 0; i < kPhases; ++i)
    card.controls.push_back(
        {phaseName(static_cast<Phase>(i)),
         secondsText(1e9 * static_cast<double>(hit.seconds[i]) / static_cast<double>(hit.count),
                     kDigits)});
  if (hit.count > 1) card.controls.push_back({tr("Means of an iteration."), {}});
}

QString titleOf(const TimelineHit& hit) {
  const QString first = grouped(hit.before + hit.iteration + 1);
  if (hit.kind == TimelineHit::Kind::Weights) return tr("Server, iteration %1").arg(first);
  if (hit.count > 1)
    return tr("Worker %1, iterations %2 to %3")
        .arg(hit.worker + 1)
        .arg(first, grouped(hit.before + hit.iteration + hit.count));
  return tr("Worker %1, iteration %2").arg(hit.worker + 1).arg(first);
}

}  // namespace

ReadOut readOut(const TimelineHit& hit) {
  ReadOut card;
  card.title = titleOf(hit);
  QString what = phaseName(hit.phase);
  if (hit.kind == TimelineHit::Kind::Held) what = tr("held until applied");
  if (hit.kind == TimelineHit::Kind::Weights) what = tr("weights in use");
  if (hit.kind != TimelineHit::Kind::Block) card.facts.push_back({tr("phase"), what});
  card.facts.push_back({tr("starts"), secondsText(hit.begin, 9)});
  card.facts.push_back({tr("lasts"), secondsText(hit.end - hit.begin, kDigits)});
  switch (hit.kind) {
    case TimelineHit::Kind::Upload:
    case TimelineHit::Kind::Held:
      sayUpload(hit, card);
      break;
    case TimelineHit::Kind::Turn:
      sayTurn(hit, card);
      break;
    case TimelineHit::Kind::Block:
      sayBlock(hit, card);
      break;
    case TimelineHit::Kind::Weights:
      card.controls.push_back({tr("then hold uploads up to"),
                               hit.newest < 0
                                   ? tr("none yet")
                                   : tr("iteration %1").arg(grouped(hit.before + hit.newest + 1))});
      break;
  }
  return card;
}

}  // namespace telegrad::ui
