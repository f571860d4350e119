// SPDX-License-Identifier: GPL-3.0-or-later
// NetworkPlot in words: what is read out of a node, and all of them as a table.
#include <vector>

#include "ui/models/number_format.h"
#include "ui/plots/network_plot.h"

namespace telegrad::ui {

QString NetworkPlot::doing(std::uint32_t worker) const {
  if (film_.isEmpty()) return {};
  switch (film_.worker(worker, film_.time()).doing) {
    case WorkerStage::Doing::Away:
      return tr("away");
    case WorkerStage::Doing::Waits:
      return tr("waits");
    case WorkerStage::Doing::Computes:
      return tr("computes");
    case WorkerStage::Doing::Sends:
      return tr("sends");
  }
  return {};
}

QString NetworkPlot::told(std::uint32_t node) const {
  QStringList words{nodeName(node)};
  if (!film_.isEmpty())
    words << tr("outgoing link busy %1 of the time").arg(percent(busy({node, false}), 0))
          << tr("incoming link busy %1 of the time").arg(percent(busy({node, true}), 0));
  if (node < workers_ && !film_.isEmpty()) words << doing(node);
  if (node < marks_.size() && !marks_[node].words.isEmpty()) words << marks_[node].words;
  return words.join(QStringLiteral(", "));
}

PlotTable NetworkPlot::table() const {
  PlotTable table;
  table.title = accessibleName();
  std::vector<QVariant> names, now, out, in, marks;
  for (std::uint32_t node = 0; node < workers_ + (layout_.hasServer() ? 1 : 0); ++node) {
    names.emplace_back(nodeName(node));
    now.emplace_back(node < workers_ ? doing(node) : QString());
    out.emplace_back(busy({node, false}));
    in.emplace_back(busy({node, true}));
    marks.emplace_back(node < marks_.size() ? marks_[node].words : QString());
  }
  table.columns = {columnOf(tr("Node"), names), columnOf(tr("Now"), now),
                   columnOf(tr("Outgoing link, share of the time busy"), out),
                   columnOf(tr("Incoming link, share of the time busy"), in),
                   columnOf(tr("What was done to it"), marks)};
  return table;
}

}  // namespace telegrad::ui
