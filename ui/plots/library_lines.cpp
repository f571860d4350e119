// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/library_lines.h"

#include <map>
#include <utility>

#include <QCoreApplication>

#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

CurveView viewOf(const DecimatedLine& line) {
  return {line.x(), line.y()};
}

NamedLine meanOf(const std::vector<const SourceLine*>& members, const CurveChoice& choice) {
  std::vector<CurveView> curves;
  for (const auto* member : members) curves.push_back(viewOf(*member->line));
  auto band = std::make_shared<const MeanBand>(meanBand(curves, {.logarithmic = choice.xLog}));
  auto line = std::make_shared<DecimatedLine>(choice.xLog, choice.yLog());
  for (std::size_t i = 0; i < band->x.size(); ++i) line->append(band->x[i], band->mean[i]);
  return {members.front()->groupName, members.front()->colour, std::move(line), std::move(band)};
}

/// Each group's mean in the place of its first member.
std::map<std::size_t, NamedLine> meansOf(const LineQuestion& question) {
  std::map<std::size_t, std::vector<const SourceLine*>> groups;
  for (const auto& source : question.sources) groups[source.group].push_back(&source);
  std::map<std::size_t, NamedLine> means;
  for (const auto& [group, members] : groups)
    if (members.size() > 1) means[group] = meanOf(members, question.choice);
  return means;
}

LinePointer ratioOf(const DecimatedLine& line, const DecimatedLine& base,
                    const LineQuestion& question) {
  const auto& choice = question.choice;
  const bool atX = question.view == LineView::RatioAtX;
  const auto better = isAccuracy(choice.y) ? Better::Higher : Better::Lower;
  const auto points =
      atX ? ratioAtEqualX(viewOf(line), viewOf(base), {.logarithmic = choice.xLog})
          : ratioAtEqualY(viewOf(line), viewOf(base), better, {.logarithmic = choice.yLog()});
  auto ratio = std::make_shared<DecimatedLine>(atX ? choice.xLog : choice.yLog(), true);
  for (const auto& point : points) ratio->append(point.x, point.y);
  return ratio;
}

}  // namespace

std::vector<NamedLine> linesFor(const LineQuestion& question) {
  const auto means = question.mean ? meansOf(question) : std::map<std::size_t, NamedLine>();
  std::vector<NamedLine> lines;
  std::size_t base = 0;
  std::map<std::size_t, std::size_t> placeOf;  // of each group that is drawn as one
  for (std::size_t i = 0; i < question.sources.size(); ++i) {
    const auto& source = question.sources[i];
    const auto mean = means.find(source.group);
    const auto [place, isNew] = mean == means.end()
                                    ? std::pair(placeOf.end(), true)
                                    : placeOf.try_emplace(source.group, lines.size());
    if (i == question.baseline) base = isNew ? lines.size() : place->second;
    if (!isNew) continue;
    lines.push_back(mean == means.end() ? NamedLine{source.name, source.colour, source.line, {}}
                                        : mean->second);
  }
  if (question.view == LineView::Curves || lines.empty()) return lines;
  std::vector<NamedLine> ratios;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == base) continue;
    auto ratio = ratioOf(*lines[i].line, *lines[base].line, question);
    if (ratio->size() > 0)
      ratios.push_back({lines[i].name, lines[i].colour, std::move(ratio), nullptr});
  }
  return ratios;
}

LibraryAxes axesFor(const CurveChoice& choice, LineView view) {
  const auto& x = describe(choice.x);
  const QString y = title(choice.y);
  const QString unit = isAccuracy(choice.y) ? QStringLiteral(", %") : QString();
  LibraryAxes axes;
  if (view == LineView::RatioAtValue) {
    axes.xTitle = tr("%1 reached").arg(y) + unit;
    axes.xName = y;
    axes.yTitle = tr("%1, × baseline").arg(translated(x.core().name));
    axes.xLog = choice.yLog();
    axes.yLog = true;
    return axes;
  }
  axes.xTitle = tr(x.axisTitle);
  axes.xName = translated(x.core().name);
  axes.xLog = choice.xLog;
  axes.wholeX = x.core().isWhole();
  const bool ratio = view == LineView::RatioAtX;
  axes.yTitle = ratio ? tr("%1, × baseline").arg(y) : y + unit;
  axes.yLog = ratio || choice.yLog();
  return axes;
}

}  // namespace telegrad::ui
