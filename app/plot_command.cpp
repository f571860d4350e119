// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot_command.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <optional>

#include "app/exit_status.h"
#include "core/base/parameter.h"
#include "core/experiment/run_folder.h"
#include "ui/plots/export.h"

namespace telegrad {
namespace {

constexpr auto kTop5 = "test-top5-accuracy";
constexpr std::array<const char*, 6> kY{"test-accuracy", kTop5,       "train-loss",
                                        "epoch-loss",    "test-loss", "suboptimality"};

/// Columns are named with underscores, arguments with hyphens; both are understood.
std::string hyphenated(std::string key) {
  std::ranges::replace(key, '_', '-');
  return key;
}

std::vector<std::string> xKeys() {
  std::vector<std::string> keys;
  for (const auto& quantity : ui::xQuantities()) keys.push_back(hyphenated(quantity.key));
  return keys;
}

/// A side of a figure, in millimetres.
std::optional<double> readSide(const std::string& text) {
  const Parameter side{"side", "", "mm", "", Real{160.0, 20.0, 2000.0}};
  const auto read = parseValue(side, text);
  return read ? std::optional(std::get<double>(*read)) : std::nullopt;
}

/// "160x120", also with a unit: "160x120 mm".
std::optional<QSizeF> readSize(const std::string& text) {
  const auto times = text.find('x');
  if (times == std::string::npos) return std::nullopt;
  const auto width = readSide(text.substr(0, times));
  const auto height = readSide(text.substr(times + 1));
  if (!width || !height) return std::nullopt;
  return QSizeF(*width, *height);
}

ui::FigureOptions figureOf(const PlotArguments& arguments) {
  ui::FigureOptions figure;
  for (const auto& quantity : ui::xQuantities())
    if (arguments.x == hyphenated(quantity.key)) figure.curves.x = quantity.quantity;
  figure.curves.xLog = arguments.logX;
  figure.curves.smoothing = arguments.smoothing;
  if (arguments.y == "epoch-loss") figure.curves.loss = ui::LossKind::Epoch;
  if (arguments.y == "test-loss") figure.curves.loss = ui::LossKind::Test;
  if (arguments.y == "suboptimality") figure.curves.loss = ui::LossKind::Suboptimality;
  figure.dark = arguments.dark;
  figure.title = QString::fromStdString(arguments.title);
  return figure;
}

}  // namespace

CLI::App* addPlotCommand(CLI::App& app, PlotArguments& arguments) {
  auto* plot = app.add_subcommand("plot", "Draw runs' curves to a file; needs no display.");
  plot->add_option("RUN_FOLDER", arguments.folders, "Folders that runs were left in")->required();
  plot->add_option("--x", arguments.x, "What the curves are drawn over")
      ->transform(hyphenated)
      ->check(CLI::IsMember(xKeys()))
      ->capture_default_str();
  plot->add_option("--y", arguments.y,
                   "What they show. The figure has a loss above a test accuracy; the one that is "
                   "named here is drawn, beside the usual other")
      ->transform(hyphenated)
      ->check(CLI::IsMember(std::vector<std::string>(kY.begin(), kY.end())))
      ->capture_default_str();
  plot->add_option("-o,--out", arguments.out, "File to write: .svg, .pdf or .png")->required();
  plot->add_option("--size", arguments.size, "Width and height in millimetres, as 160x120")
      ->type_name("WxH");
  plot->add_option("--title", arguments.title, "A line above the figure");
  plot->add_option("--target", arguments.target, "Test accuracy of the target line, 0 to 1")
      ->check(CLI::Range(0.0, 1.0));
  plot->add_option("--smoothing", arguments.smoothing, "0: none, towards 1: more")
      ->check(CLI::Range(0.0, 0.99))
      ->capture_default_str();
  plot->add_flag("--log-x", arguments.logX, "Logarithmic x axis");
  plot->add_flag("--dark", arguments.dark, "Light on dark, for slides");
  return plot;
}

int plotCommand(const PlotArguments& arguments) {
  ui::RunsModel runs;
  for (const auto& folder : arguments.folders) {
    const auto stored = readRunFolder(folder);
    if (!stored) return refuse("telegrad", stored.error().message);
    runs.add(*stored);
    for (const auto& note : stored->notes) std::cerr << "telegrad: " << note << '\n';
  }
  runs.setTarget({arguments.target >= 0.0 ? arguments.target : runs.target(),
                  arguments.y == kTop5 ? AccuracyMetric::Top5 : AccuracyMetric::Top1});
  auto figure = figureOf(arguments);
  if (!arguments.size.empty()) {
    const auto size = readSize(arguments.size);
    if (!size)
      return refuse("telegrad", "--size: read \"" + arguments.size +
                                    "\"; allowed: width and height in millimetres, from 20 to "
                                    "2000, as 160x120");
    figure.millimetres = *size;
  }
  const auto done = exportFigure(runs, figure, arguments.out);
  return done ? kDone : refuse("telegrad", done.error().message);
}

}  // namespace telegrad
