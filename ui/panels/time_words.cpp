// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/time_words.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QCoreApplication>

#include "ui/models/number_format.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

constexpr std::int64_t kRecent = 100;  // as RecentFigures
constexpr double kLittle = 0.05;       // of an iteration

QString withUnit(double value, const char* unit) {
  const QString number = siNumber(value, 3);
  return number + (number.back().isLetter() ? QString() : QString(QChar(0x202F))) +
         QLatin1String(unit);
}

/// A network's setting as it is now: the experiment's, or the last change's; the fallback where it
/// has none of that name.
Value networkValue(const Run& run, const char* key, const Value& fallback) {
  const auto& settings = run.experiment.slot("network").settings;
  if (!settings.has(key)) return fallback;
  const ParameterName name{"network", key};
  Value value = run.experiment.value(name);
  for (const auto& change : run.changes)
    if (change.name == name) value = change.to;
  return value;
}

/// Uploads as the links see them: a larger model may be emulated, or values alone be carried.
void measureBits(const Run& run, const RecentFigures& recent, TimeShares& shares) {
  constexpr double kBits = 32.0;
  const Record last = run.series.at(run.series.size() - 1);
  const double dense = run.info ? kBits * static_cast<double>(run.info->parameters)
                                : recent.bitsPerUpload / last.compressionRatio;
  const bool values =
      networkValue(run, "message_size", std::string("bytes")) == Value(std::string("values"));
  const auto emulated = networkValue(run, "emulated_gradient", 0.0);
  const auto* size = std::get_if<double>(&emulated);
  const double scale = size != nullptr && *size > 0.0 && dense > 0.0 ? *size / dense : 1.0;
  shares.denseBits = scale * dense;
  shares.sentBits = scale * (values ? recent.bitsPerUpload : recent.wireBitsPerUpload);
}

/// The recent iterations whose way is known: the first ones of a delayed run have none yet.
double timedIterations(const RunSeries& series) {
  double count = 0.0;
  const std::size_t last = series.size();
  for (auto row = last - std::min<std::size_t>(last, kRecent); row < last; ++row) {
    const Record record = series.at(row);
    if (record.computeSeconds + record.transferSeconds + record.latencySeconds > 0.0) ++count;
  }
  return count;
}

double saving(const TimeShares& shares, double seconds) {
  return 1.0 - seconds / shares.figures.iterationSeconds;
}

}  // namespace

TimeShares TimeShares::of(const Run& run) {
  TimeShares shares;
  if (run.series.isEmpty()) return shares;
  const auto recent = RecentFigures::of(run.series);
  const double all =
      recent.compute + recent.encode + recent.queue + recent.transfer + recent.latency;
  if (!(all > 0.0) || !(recent.seconds > 0.0)) return shares;
  const double count = timedIterations(run.series);
  if (count == 0.0) return shares;
  shares.way = {recent.compute / all, recent.encode / all, recent.queue / all,
                recent.transfer / all, recent.latency / all};
  shares.waySeconds = all / count;
  shares.figures = {recent.seconds / recent.iterations, recent.compute / count,
                    recent.encode / count, recent.latency / count,
                    static_cast<int>(recent.staleness)};
  const auto spent = run.spans.recent(kRecent);
  const auto in = [&](Phase phase) { return spent[static_cast<std::size_t>(phase)]; };
  const double time = in(Phase::Compute) + in(Phase::Encode) + in(Phase::Wait);
  if (time > 0.0) {
    shares.computes = in(Phase::Compute) / time;
    shares.encodes = in(Phase::Encode) / time;
    shares.waits = in(Phase::Wait) / time;
  } else {  // read back: known of the worker that is waited for
    shares.computes = std::min(1.0, recent.compute / recent.seconds);
    shares.encodes = std::min(1.0 - shares.computes, recent.encode / recent.seconds);
    shares.waits = 1.0 - shares.computes - shares.encodes;
  }
  measureBits(run, recent, shares);
  return shares;
}

QString bottleneckWords(const TimeShares& shares, const BottleneckReport& report) {
  QString text =
      shares.figures.staleness > 0
          ? tr("An iteration takes %1, an update is there after %2. ")
                .arg(withUnit(shares.figures.iterationSeconds, "s"),
                     withUnit(shares.waySeconds, "s"))
          : tr("An iteration takes %1. ").arg(withUnit(shares.figures.iterationSeconds, "s"));
  if (report.networkHidden)
    return text + (report.bottleneck == Bottleneck::Encode
                       ? tr("Encoding is the bottleneck; it hides the network.")
                       : tr("Computing is the bottleneck; it hides the network."));
  switch (report.bottleneck) {
    case Bottleneck::Compute:
      return text + tr("Computing is the bottleneck.");
    case Bottleneck::Encode:
      return text + tr("Encoding is the bottleneck.");
    case Bottleneck::Latency:
      return text + tr("Latency is the bottleneck.");
    case Bottleneck::Link:
      break;
  }
  return text + (shares.way[2] > shares.way[3]
                     ? tr("The link is the bottleneck: messages queue for it.")
                     : tr("The link is the bottleneck."));
}

QString leverWords(const TimeShares& shares, const BottleneckReport& report) {
  struct Lever {
    QString words;
    double saves;
  };
  const double bits = saving(shares, report.seconds.halfTheBits);
  std::vector<Lever> levers{
      {tr("half the bits"), bits},
      {tr("half the compute time"), saving(shares, report.seconds.halfTheCompute)},
      {tr("a server without latency"), saving(shares, report.seconds.noLatency)},
      {tr("encoding in no time"), saving(shares, report.seconds.noEncoding)}};
  if (shares.figures.staleness > 0)
    levers.push_back(
        {tr("one more iteration of staleness"), saving(shares, report.seconds.oneMoreStale)});
  const auto best = std::ranges::max_element(levers, {}, &Lever::saves);
  const QString save = percent(std::max(0.0, bits), 0);
  QString text = tr("Half the bits would save %1 of an iteration.").arg(save);
  if (bits < kLittle)
    text =
        report.bottleneck == Bottleneck::Link
            ? tr("Computing takes nearly as long: half the bits would save only %1 of an "
                 "iteration.")
                  .arg(save)
            : tr("Fewer bits can do little: half of them would save %1 of an iteration.").arg(save);
  if (best != levers.begin() && best->saves >= kLittle)
    text += tr(" Most would help: %1 (%2 saved).").arg(best->words, percent(best->saves, 0));
  return text;
}

QString payoffWords(const TimeShares& shares, const BottleneckReport& report) {
  const double below =
      payoffBandwidth(shares.denseBits, shares.sentBits, shares.figures.encodeSeconds);
  if (std::isnan(below)) return {};
  if (below == 0.0) return tr("Uploads are as large as gradients: nothing is saved by encoding.");
  const bool counts = report.seconds.halfTheBits < 0.98 * shares.figures.iterationSeconds;
  if (std::isinf(below))
    return counts ? tr("Encoding takes no time here, so compressing pays at any bandwidth, as long "
                       "as the link is waited for.")
                  : tr("Encoding takes no time here, so compressing costs none either, though the "
                       "link is not waited for.");
  const QString rate = withUnit(below, "bit/s");
  return counts ? tr("Compressing pays below %1; above, the gradient is cheaper to send whole.")
                      .arg(rate)
                : tr("Where the link is waited for, compressing pays below %1; here it is not.")
                      .arg(rate);
}

}  // namespace telegrad::ui
