// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the links, and of what the workers take for a gradient.
#include <cmath>
#include <map>

#include "ui/models/number_format.h"
#include "ui/models/present_numbers.h"

namespace telegrad::ui {
namespace {

constexpr double kByteBits = 8.0;
constexpr double kDenseBits = 32.0;

/// Bits of an upload on the wire: of late, or of a dense gradient.
double uploadBits(const PresentNumbers& numbers) {
  if (const auto recent = numbers.recent()) return recent->wireBits;
  return kDenseBits * numbers.parameters();
}

QString serialisation(const PresentNumbers& numbers, const char* link, double messages) {
  const auto rate = numbers.number("network", link);
  const double bits = uploadBits(numbers);
  if (!rate || !(*rate > 0.0) || !(bits > 0.0)) return {};
  if (messages > 1.0)
    return tr("%1 uploads × %2 / %3 = %4, one behind the other")
        .arg(messages)
        .arg(sized(bits), rated(*rate), timed(messages * bits / *rate));
  return tr("%1 / %2 = %3 for an upload").arg(sized(bits), rated(*rate), timed(bits / *rate));
}

QString uplinkNow(const PresentNumbers& numbers) {
  return serialisation(numbers, "worker_uplink", 1.0);
}
QString linkNow(const PresentNumbers& numbers) {
  return serialisation(numbers, "link_bandwidth", 1.0);
}
QString ingressNow(const PresentNumbers& numbers) {
  const auto recent = numbers.recent();
  const double messages = recent ? recent->uploads / recent->iterations : numbers.workers();
  return serialisation(numbers, "server_ingress", std::max(1.0, std::round(messages)));
}

/// What is carried back is dense.
QString broadcastOver(const PresentNumbers& numbers, const char* link, double messages) {
  const auto rate = numbers.number("network", link);
  const double bits = kDenseBits * numbers.parameters();
  if (!rate || !(*rate > 0.0) || !(bits > 0.0)) return {};
  if (numbers.choice("network", "broadcast") != "dense")
    return tr("not in use: weights are carried back in no time");
  return tr("%1 × %2 / %3 = %4")
      .arg(messages)
      .arg(sized(bits), rated(*rate), timed(messages * bits / *rate));
}

QString downlinkNow(const PresentNumbers& numbers) {
  return broadcastOver(numbers, "worker_downlink", 1.0);
}
QString egressNow(const PresentNumbers& numbers) {
  return broadcastOver(numbers, "server_egress", numbers.workers());
}

QString latencyNow(const PresentNumbers& numbers) {
  const auto conditions = numbers.conditions();
  if (!areUsable(conditions) || !(conditions.gradientBits > 0.0)) return {};
  const double link = numbers.keptShare() * conditions.gradientBits / conditions.bitsPerSecond;
  const double all = conditions.computeSeconds + conditions.latencySeconds + link;
  return tr("T_comp + b + δ S / a = %1 + %2 + %3 = %4")
      .arg(timed(conditions.computeSeconds), timed(conditions.latencySeconds), timed(link),
           timed(all));
}

QString overheadNow(const PresentNumbers& numbers) {
  const auto bytes = numbers.number("network", "message_overhead");
  if (!bytes) return {};
  QString words = tr("8 × %1 B = %2 a message").arg(*bytes).arg(sized(kByteBits * *bytes));
  if (const auto recent = numbers.recent())
    words += tr(": %1 of an upload of %2")
                 .arg(percent(kByteBits * *bytes / recent->wireBits, 2), sized(recent->wireBits));
  return words;
}

QString computeNow(const PresentNumbers& numbers) {
  const auto time = numbers.number("network", "compute_time");
  const auto recent = numbers.recent();
  if (!time || !recent || !(recent->seconds > 0.0)) return {};
  return tr("%1 of the %2 that an iteration takes: %3")
      .arg(timed(*time), timed(recent->seconds), percent(*time / recent->seconds, 0));
}

QString spreadNow(const PresentNumbers& numbers) {
  const auto time = numbers.number("network", "compute_time");
  const auto spread = numbers.number("network", "compute_spread");
  if (!time || !spread) return {};
  return tr("mean %1 × e^(%2² / 2) = %3")
      .arg(timed(*time), shortNumber(*spread), timed(*time * std::exp(*spread * *spread / 2.0)));
}

QString tailNow(const PresentNumbers& numbers) {
  const auto time = numbers.number("network", "compute_time");
  const auto tail = numbers.number("network", "compute_tail");
  if (!time || !tail) return {};
  const double least = *time / std::pow(2.0, 1.0 / *tail);
  QString words =
      tr("least %1 / 2^(1 / %2) = %3").arg(timed(*time), shortNumber(*tail), timed(least));
  if (*tail > 1.0)
    words += tr(", mean %1 × %2 / (%2 − 1) = %3")
                 .arg(timed(least), shortNumber(*tail), timed(least * *tail / (*tail - 1.0)));
  return words;
}

QString emulatedNow(const PresentNumbers& numbers) {
  const auto bits = numbers.number("network", "emulated_gradient");
  const double dense = kDenseBits * numbers.parameters();
  if (!bits || !(dense > 0.0)) return {};
  if (*bits == 0.0)
    return tr("the real size, 32 × %1 = %2")
        .arg(grouped(std::llround(numbers.parameters())), sized(dense));
  return tr("every message is %1 / %2 = %3 times as large")
      .arg(sized(*bits), sized(dense), shortNumber(*bits / dense));
}

QString packetsNow(const PresentNumbers& numbers) {
  constexpr double kHeaders = 52.0;  // IPv4's and TCP's, with timestamps
  const auto mtu = numbers.number("network", "mtu");
  const auto recent = numbers.recent();
  if (!mtu || !recent) return {};
  const double bytes = std::ceil(recent->wireBits / kByteBits);
  const double room = *mtu - kHeaders;
  return tr("⌈%1 B / (%2 − 52)⌉ = %3 packets an upload")
      .arg(grouped(std::llround(bytes)))
      .arg(*mtu)
      .arg(grouped(std::llround(std::ceil(bytes / room))));
}

QString lossNow(const PresentNumbers& numbers) {
  const auto rate = numbers.number("network", "loss_rate");
  if (!rate || *rate >= 1.0) return {};
  return tr("1 / (1 − %1) = %2 transmissions a packet, in the mean")
      .arg(shortNumber(*rate), shortNumber(1.0 / (1.0 - *rate)));
}

QString burstsNow(const PresentNumbers& numbers) {
  const auto begin = numbers.number("network", "burst_begin");
  const auto end = numbers.number("network", "burst_end");
  const auto good = numbers.number("network", "loss_rate");
  const auto bad = numbers.number("network", "burst_loss");
  if (!begin || !end || !good || !bad || !(*begin + *end > 0.0)) return {};
  const double share = *begin / (*begin + *end);
  return tr("bursts of 1 / %1 = %2 packets, %3 of all packets\nlost in all: %4")
      .arg(shortNumber(*end), shortNumber(1.0 / *end), percent(share),
           percent((1.0 - share) * *good + share * *bad));
}

QString queueNow(const PresentNumbers& numbers) {
  const auto room = numbers.number("network", "queue_limit");
  const auto recent = numbers.recent();
  if (!room || !recent) return {};
  return tr("%1 B / %2 B = room for %3 uploads")
      .arg(grouped(std::llround(*room)), grouped(std::llround(recent->wireBits / kByteBits)),
           shortNumber(*room / (recent->wireBits / kByteBits)));
}

QString retriesNow(const PresentNumbers& numbers) {
  constexpr double kLongest = 60.0;
  const auto first = numbers.number("network", "retry_after");
  if (!first) return {};
  const auto after = [&](double turn) { return timed(std::min(kLongest, *first * turn)); };
  return tr("after %1, then %2, %3 and so on, up to 60 s").arg(after(1.0), after(2.0), after(4.0));
}

QString encodeNow(const PresentNumbers& numbers) {
  const auto time = numbers.number("network", "encode_time");
  const auto recent = numbers.recent();
  const double dense = kDenseBits * numbers.parameters();
  if (!time || !recent || !(*time > 0.0) || !(dense > recent->wireBits)) return {};
  return tr("pays below (%1 − %2) / %3 = %4")
      .arg(sized(dense), sized(recent->wireBits), timed(*time),
           rated((dense - recent->wireBits) / *time));
}

}  // namespace

QString presentNetwork(std::string_view topic, const PresentNumbers& numbers) {
  static const std::map<std::string_view, PresentFormula> formulas{
      {"network.worker_uplink", uplinkNow},
      {"network.link_bandwidth", linkNow},
      {"network.server_ingress", ingressNow},
      {"network.worker_downlink", downlinkNow},
      {"network.server_egress", egressNow},
      {"network.latency", latencyNow},
      {"network.message_overhead", overheadNow},
      {"network.compute_time", computeNow},
      {"network.compute_spread", spreadNow},
      {"network.compute_tail", tailNow},
      {"network.emulated_gradient", emulatedNow},
      {"network.mtu", packetsNow},
      {"network.framing", packetsNow},
      {"network.loss_rate", lossNow},
      {"network.burst_begin", burstsNow},
      {"network.burst_end", burstsNow},
      {"network.burst_loss", burstsNow},
      {"network.queue_limit", queueNow},
      {"network.retry_after", retriesNow},
      {"network.encode_time", encodeNow},
  };
  const auto found = formulas.find(topic);
  return found == formulas.end() ? QString() : found->second(numbers);
}

}  // namespace telegrad::ui
