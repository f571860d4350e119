// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/export.h"

#include <QSaveFile>

#include "core/metrics/csv.h"
#include "core/sharing/carried_runs.h"
#include "ui/plots/curves_figure.h"
#include "ui/plots/figure_legend.h"
#include "ui/plots/plot_file.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

/// The figure on a plot of its own that no window shows.
struct Offscreen {
  Offscreen(const RunsModel& runs, const FigureOptions& options)
      : theme(options.dark ? Theme::dark() : Theme::light()),
        size(options.pixels ? paperSize(*options.pixels, options.dotsPerInch)
                            : paperSize(options.millimetres)),
        figure(&plot, runs, theme) {
    CurveOptions curves = options.curves;
    figure.setForPaper(options.target);
    figure.setOptions(curves);
    figure.fit();
    if (options.x) figure.x()->setRange(options.x->lower, options.x->upper);
    addFigureLegend(&plot, runs, theme, options.title, size.width());
  }

  const Theme& theme;
  QSize size;
  QCustomPlot plot;
  CurvesFigure figure;  // after the plot, so that it goes first
};

QString titleOf(const RunsModel& runs, const FigureOptions& options) {
  if (!options.title.isEmpty()) return options.title;
  const QString accuracy = accuracyTitle(runs.targetMetric());
  return tr("%1 and %2").arg(lossTitle(options.curves.loss), inSentence(accuracy));
}

QString descriptionOf(const RunsModel& runs, const FigureOptions& options) {
  QStringList names;
  for (int row = 0; row < runs.count(); ++row) {
    if (runs.at(row).visible) names += runs.at(row).name;
  }
  return tr("%1, against %2. Made by Telegrad.")
      .arg(names.join(QStringLiteral(", ")), tr(describe(options.curves.x).axisTitle));
}

/// The experiments and journals of the runs that the figure shows.
std::string carriedBy(const RunsModel& runs) {
  std::vector<CarriedRun> carried;
  for (int row = 0; row < runs.count(); ++row) {
    const Run& run = runs.at(row);
    if (run.visible)
      carried.push_back(
          carriedRun(run.name.toStdString(), run.folder, run.experiment, run.changes));
  }
  return formatCarriedRuns(carried);
}

bool anythingToShow(const RunsModel& runs) {
  for (int row = 0; row < runs.count(); ++row) {
    if (runs.at(row).visible && !runs.at(row).series.isEmpty()) return true;
  }
  return false;
}

Error nothingToShow(const std::filesystem::path& path) {
  return {path.string() + " is not written: no run that is shown has an iteration yet"};
}

}  // namespace

Result<void> exportFigure(const RunsModel& runs, const FigureOptions& options,
                          const std::filesystem::path& path) {
  if (auto allowed = checkEnding(path); !allowed) return allowed;
  if (!anythingToShow(runs)) return nothingToShow(path);
  const UnscaledType usual;  // a window that is presented has larger type
  Offscreen offscreen(runs, options);
  PlotPaper paper;
  paper.size = offscreen.size;
  paper.pixels = options.pixels.value_or(pixelSize(options.millimetres, options.dotsPerInch));
  paper.dotsPerInch = options.dotsPerInch;
  paper.ground = offscreen.theme.panel;
  paper.title = titleOf(runs, options);
  paper.description = descriptionOf(runs, options);
  if (options.carry) paper.carried = carriedBy(runs);
  return writePlot(offscreen.plot, paper, path);
}

Result<void> exportCsv(const RunsModel& runs, XQuantity x, std::optional<AxisRange> range,
                       const std::filesystem::path& path) {
  if (!anythingToShow(runs)) return nothingToShow(path);
  QSaveFile file(fileName(path));
  if (!file.open(QIODevice::WriteOnly)) return cannotWrite(path, file.errorString());
  std::string text = "run," + csvHeader();
  const auto flush = [&] {
    const bool done = file.write(text.data(), static_cast<qint64>(text.size())) >= 0;
    text.clear();
    return done;
  };
  for (int row = 0; row < runs.count(); ++row) {
    const Run& run = runs.at(row);
    if (!run.visible) continue;
    const QString name = '"' + QString(run.name).replace('"', QStringLiteral("\"\"")) + '"';
    const auto xs = run.series.column(describe(x).core());
    for (std::size_t i = 0; i < run.series.size(); ++i) {
      if (range && (xs[i] < range->lower || xs[i] > range->upper)) continue;
      text += name.toStdString() + ',';
      appendCsvRow(text, run.series.at(i));
    }
    if (!flush()) return cannotWrite(path, file.errorString());
  }
  if (!flush() || !file.commit()) return cannotWrite(path, file.errorString());
  return {};
}

}  // namespace telegrad::ui
