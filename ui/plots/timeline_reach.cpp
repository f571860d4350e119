// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineCanvas without a mouse: the keyboard's cursor, and the spans as a table.
#include <algorithm>
#include <limits>

#include <QKeyEvent>

#include "ui/models/phases.h"
#include "ui/plots/timeline_plot.h"

namespace telegrad::ui {
namespace {

constexpr double kTurnNanoseconds = 1e9;
constexpr std::size_t kMostBlocks = 2000;

double inSeconds(std::int64_t nanoseconds) {
  return static_cast<double>(nanoseconds) / kTurnNanoseconds;
}

void addBlocks(PlotTable& table, const SpanHistory& spans, const TimeRange& range) {
  std::vector<SpanBlock> blocks;
  spans.blocks(static_cast<std::int64_t>(range.from), static_cast<std::int64_t>(range.to),
               kMostBlocks, blocks);
  const auto add = [&](const QString& title, auto value) {
    std::vector<QVariant> values;
    for (const auto& block : blocks) values.emplace_back(value(block));
    table.columns.push_back(columnOf(title, std::move(values)));
  };
  add(TimelineCanvas::tr("First iteration"), [before = spans.before()](const SpanBlock& block) {
    return qint64{block.first + before + 1};
  });
  add(TimelineCanvas::tr("Iterations"), [](const SpanBlock& block) { return qint64{block.count}; });
  add(TimelineCanvas::tr("Begins, s"),
      [](const SpanBlock& block) { return inSeconds(block.begin); });
  add(TimelineCanvas::tr("Ends, s"), [](const SpanBlock& block) { return inSeconds(block.end); });
  for (std::size_t phase = 0; phase < kPhases; ++phase)
    add(TimelineCanvas::tr("%1, s, all workers").arg(phaseName(static_cast<Phase>(phase))),
        [phase](const SpanBlock& block) {
          double sum = 0.0;
          for (const auto& worker : block.workers) sum += double{worker.at(phase)};
          return sum;
        });
}

/// A row for each worker's turn, read while the run keeps it.
struct TurnRows {
  const RunsModel& runs;
  int run;
  std::int64_t first;
  std::size_t workers;
  std::size_t rows;

  template <typename Value>
  void add(PlotTable& table, const QString& title, Value value) const {
    table.columns.push_back({title, rows, [from = *this, value](std::size_t row) -> QVariant {
                               const Run* there = from.runs.byId(from.run);
                               const auto k =
                                   from.first + static_cast<std::int64_t>(row / from.workers);
                               if (there == nullptr || k < there->spans.firstDetailed()) return {};
                               return value(there->spans, k, row % from.workers);
                             }});
  }
  void addTime(PlotTable& table, const QString& title, std::int64_t WorkerSpans::*member) const {
    add(table, title, [member](const SpanHistory& spans, std::int64_t k, std::size_t m) {
      return QVariant(inSeconds(spans.spans(k, m).*member));
    });
  }
};

void addTurns(PlotTable& table, const TurnRows& turns) {
  turns.add(table, TimelineCanvas::tr("Iteration"),
            [](const SpanHistory& all, std::int64_t k, std::size_t) {
              return QVariant(qint64{k + all.before() + 1});
            });
  turns.add(table, TimelineCanvas::tr("Worker"),
            [](const SpanHistory&, std::int64_t, std::size_t m) {
              return QVariant(static_cast<qint64>(m + 1));
            });
  turns.addTime(table, TimelineCanvas::tr("Waits from, s"), &WorkerSpans::idleFrom);
  turns.addTime(table, TimelineCanvas::tr("Has the weights, s"), &WorkerSpans::received);
  turns.addTime(table, TimelineCanvas::tr("Has computed, s"), &WorkerSpans::computed);
  turns.addTime(table, TimelineCanvas::tr("Has encoded, s"), &WorkerSpans::encoded);
  turns.addTime(table, TimelineCanvas::tr("Upload is there, s"), &WorkerSpans::delivered);
  turns.addTime(table, TimelineCanvas::tr("In queues, s"), &WorkerSpans::queue);
  turns.addTime(table, TimelineCanvas::tr("On the way, s"), &WorkerSpans::send);
  turns.add(table, TimelineCanvas::tr("On the wire, bytes"),
            [](const SpanHistory& all, std::int64_t k, std::size_t m) {
              return QVariant(qint64{std::max<std::int64_t>(0, all.spans(k, m).bytes)});
            });
}

}  // namespace

bool TimelineCanvas::moveCursor(const QKeyEvent& event) {
  if (event.key() == Qt::Key_Escape && mouse_) {
    mouse_.reset();
    setAccessibleDescription({});
    update();
    return true;
  }
  const auto shown = figure();
  if (!shown || !event.modifiers().testFlag(Qt::ControlModifier)) return false;
  const int key = event.key();
  const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
  if (!across && key != Qt::Key_Up && key != Qt::Key_Down) return false;
  const QRectF plot = shown->plot().adjusted(1, 1, -1, -1);
  const double row = shown->laneHeight() / 2.0;
  // Brought up on the first worker's row: the server's lane, above, has two.
  QPointF at = mouse_.value_or(QPointF(plot.center().x(), plot.top() + 2.5 * row));
  if (mouse_ && !across) at.ry() += key == Qt::Key_Up ? -row : row;
  if (mouse_ && across) {
    const auto hit = shown->at(at);
    const double step = key == Qt::Key_Left ? -1.0 : 1.0;
    if (!hit)
      at.rx() += 8.0 * step;
    else
      at.rx() = shown->x(step < 0.0 ? hit->begin : hit->end) + step;
  }
  if (at.x() > plot.right() || at.x() < plot.left()) {
    const double by = at.x() > plot.right() ? 0.5 : -0.5;
    const double before = view_.range.from;
    pan(by);
    at.rx() -= (view_.range.from - before) / view_.range.length() * plot.width();
  }
  at = {std::clamp(at.x(), plot.left(), plot.right()),
        std::clamp(at.y(), plot.top(), plot.bottom())};
  hover(at);
  const auto hit = figure()->at(at);
  setAccessibleDescription(hit ? readOut(*hit).spoken() : tr("Nothing here"));
  return true;
}

PlotTable TimelineCanvas::table() const {
  PlotTable table;
  table.title = accessibleName();
  const auto shown = figure();
  const Run* run = runs_.current();
  if (!shown || run == nullptr) return table;
  const SpanHistory& spans = run->spans;
  if (!shown->drawsSpans()) {
    addBlocks(table, spans, view_.range);
    return table;
  }
  const auto from = static_cast<std::int64_t>(view_.range.from);
  const auto to = static_cast<std::int64_t>(view_.range.to);
  const std::int64_t first = std::max(spans.firstEndingAfter(from), spans.firstDetailed());
  const std::int64_t last = std::min(spans.iterations(), spans.firstEndingAfter(to) + 1);
  const auto iterations = static_cast<std::size_t>(std::max<std::int64_t>(0, last - first));
  addTurns(table, {runs_, run->id, first, spans.workers(), iterations * spans.workers()});
  return table;
}

}  // namespace telegrad::ui
