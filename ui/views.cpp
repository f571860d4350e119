// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views.h"

#include <vector>

#include "ui/compressor_lab.h"
#include "ui/data_page.h"
#include "ui/network_page.h"
#include "ui/panels/layers_page.h"
#include "ui/plots/timeline_plot.h"
#include "ui/runs_page.h"
#include "ui/staleness_lab.h"
#include "ui/sweeps_page.h"

namespace telegrad::ui {

// A new view is a file here, in plots or in panels, and a line in this list.
std::span<const ViewEntry> views() {
  static const std::vector<ViewEntry> all{
      {"timeline", QT_TRANSLATE_NOOP("Views", "Timeline"),
       [](RunController& controller, QWidget* parent) -> QWidget* {
         return new TimelinePlot(controller.runs(), parent);
       }},
      {"network", QT_TRANSLATE_NOOP("Views", "Network"),
       [](RunController& controller, QWidget* parent) -> QWidget* {
         return new NetworkPage(controller, parent);
       }},
      {"staleness-lab", QT_TRANSLATE_NOOP("Views", "Staleness lab"),
       [](RunController& controller, QWidget* parent) -> QWidget* {
         return new StalenessLab(controller, parent);
       }},
      {"sweeps", QT_TRANSLATE_NOOP("Views", "Sweeps"),
       [](RunController& controller, QWidget* parent) -> QWidget* {
         return new SweepsPage(controller, parent);
       }},
      {"compressors", QT_TRANSLATE_NOOP("Views", "Compressors"),
       [](RunController& controller, QWidget* parent) -> QWidget* {
         return new CompressorLab(controller, parent);
       }},
      {"layers", QT_TRANSLATE_NOOP("Views", "Layers"),
       [](RunController& controller, QWidget* parent) -> QWidget* {
         return new LayersPage(controller.runs(), parent);
       }},
      {"data", QT_TRANSLATE_NOOP("Views", "Data"),
       [](RunController& controller, QWidget* parent) -> QWidget* {
         return new DataPage(controller.runs(), parent);
       }},
      {"runs", QT_TRANSLATE_NOOP("Views", "Runs"),
       [](RunController& controller, QWidget* parent) -> QWidget* {
         return new RunsPage(controller, parent);
       }},
  };
  return all;
}

}  // namespace telegrad::ui
