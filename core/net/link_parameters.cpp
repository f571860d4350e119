// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/link_parameters.h"

#include <utility>

#include "core/base/said.h"
#include "core/base/units.h"

namespace telegrad {
namespace {

constexpr Change kLive = Change::BetweenIterations;
// An MTU does not hold Ethernet's own header.
constexpr std::int64_t kEthernetHeader = 14;

Parameter choice(std::string key, std::string label, std::string help, Choice kind, Change change) {
  return {.key = std::move(key),
          .label = std::move(label),
          .unit = "",
          .help = std::move(help),
          .kind = std::move(kind),
          .change = change};
}

Parameter share(std::string key, std::string label, std::string help, Real kind,
                Condition onlyWith) {
  kind.share = true;
  return {.key = std::move(key),
          .label = std::move(label),
          .unit = "",
          .help = std::move(help),
          .kind = kind,
          .change = kLive,
          .onlyWith = std::move(onlyWith)};
}

Parameter quantity(std::string key, std::string label, std::string unit, std::string help,
                   Real kind, Condition onlyWith) {
  return {.key = std::move(key),
          .label = std::move(label),
          .unit = std::move(unit),
          .help = std::move(help),
          .kind = kind,
          .change = kLive,
          .onlyWith = std::move(onlyWith)};
}

void addSharing(std::vector<Parameter>& all) {
  all.push_back(choice("discipline", "Messages share a link",
                       "One after the other, each link passing on whole messages, or all at once "
                       "with fair shares (max-min), a message on all its links at the same time.",
                       {"fifo", {"fifo", "fair"}, {"One after the other", "Fair shares"}},
                       Change::BetweenRuns));
  all.push_back(choice(
      "framing", "Headers", "Once a message, or in every packet of an Ethernet that carries TCP.",
      {"message", {"message", "packets"}, {"Once a message", "In every packet"}}, kLive));
  all.push_back({.key = "mtu",
                 .label = "MTU",
                 .unit = "B",
                 .help = "Largest packet without Ethernet's 14 B of header; 52 B of it are IPv4's "
                         "and TCP's (with timestamps).",
                 .kind = Integer{1500, 68, 65535, Scale::Log},
                 .change = kLive,
                 .onlyWith = Condition{"framing", "packets"}});
}

void addJitter(std::vector<Parameter>& all) {
  const Condition some{"jitter", "none", true};
  all.push_back(choice("jitter", "Jitter",
                       "How the latency varies from message to message; it is never negative.",
                       {"none",
                        {"none", "uniform", "normal", "exponential"},
                        {"None", "Uniform", "Normal", "Exponential, only later"}},
                       kLive));
  all.push_back(quantity("jitter_spread", "Jitter's spread", "s",
                         "Uniform: the most it differs by; normal: its standard deviation; "
                         "exponential: the mean of what is added.",
                         {1e-3, 0.0, 10.0, Scale::Log, SliderRange{1e-5, 1.0}}, some));
  auto order = choice("jitter_order", "Messages on a link",
                      "Keep their order: one that would overtake arrives with the one before it. "
                      "May overtake: every message has a latency of its own.",
                      {"kept", {"kept", "free"}, {"Keep their order", "May overtake"}}, kLive);
  order.onlyWith = some;
  all.push_back(std::move(order));
}

void addLoss(std::vector<Parameter>& all) {
  all.push_back(choice(
      "loss", "Packet loss",
      "Lost packets are sent again, a round trip later each time. In bursts: the "
      "link is good or bad, and loses more while it is bad (Gilbert-Elliott).",
      {"none", {"none", "independent", "bursts"}, {"None", "Each by itself", "In bursts"}}, kLive));
  all.push_back(share("loss_rate", "Packets lost",
                      "Share of the packets that are lost; with bursts, between them.",
                      {0.01, 0.0, 0.9, Scale::Linear}, {"loss", "none", true}));
  const Condition bursts{"loss", "bursts"};
  all.push_back(share("burst_begin", "A burst begins",
                      "Probability before each packet that the link turns bad.",
                      {0.001, 0.0, 1.0, Scale::Linear}, bursts));
  all.push_back(share("burst_end", "A burst ends",
                      "Probability before each packet that the link turns good again: a burst has "
                      "one over this many packets.",
                      {0.1, 1e-3, 1.0, Scale::Linear}, bursts));
  all.push_back(share("burst_loss", "Packets lost in a burst",
                      "Share of the packets that are lost while the link is bad.",
                      {0.5, 0.0, 1.0, Scale::Linear}, bursts));
}

void addQueues(std::vector<Parameter>& all) {
  const Condition fifo{"discipline", "fifo"};
  const Condition limited{"queue", "limited"};
  all.push_back(quantity("bucket", "Token bucket", "B",
                         "How much leaves a link in no time after it has been idle for long "
                         "enough, as behind tc's tbf; 0 for a plain link.",
                         {0.0, 0.0, 1e12, Scale::Log, SliderRange{1e3, 1e9}}, fifo));
  auto queue = choice("queue", "Queues",
                      "Unlimited, or of a size: a message that finds a queue full is dropped, and "
                      "sent again later.",
                      {"unlimited", {"unlimited", "limited"}, {"Unlimited", "Limited"}}, kLive);
  queue.onlyWith = fifo;
  all.push_back(std::move(queue));
  auto limit = quantity("queue_limit", "Queue's size", "B",
                        "Bytes that may wait at a link, without the message being sent.",
                        {1e6, 0.0, 1e12, Scale::Log, SliderRange{1e3, 1e10}}, limited);
  auto retry = quantity("retry_after", "Sent again after", "s",
                        "How long after a drop a message is sent again; twice as long after each "
                        "further one, up to a minute.",
                        {0.2, 1e-3, 60.0, Scale::Log}, limited);
  for (auto* parameter : {&limit, &retry}) {
    parameter->notWith = {{"discipline", "fair"}};
    all.push_back(std::move(*parameter));
  }
}

void addConnection(std::vector<Parameter>& all) {
  all.push_back(choice("connection", "Connections",
                       "Whether messages wait for acknowledgements (slow start from 10 packets): "
                       "never, each anew, only the first ones, or again after a pause as Linux "
                       "does.",
                       {"ideal",
                        {"ideal", "cold", "warm", "idle-reset"},
                        {"Ideal", "Cold: a new one each time", "Warm: kept open",
                         "Kept open, slow again after a pause"}},
                       Change::BetweenRuns));
}

Jitter jitterOf(const Settings& settings) {
  using Kind = Jitter::Kind;
  const auto& word = settings.choice("jitter");
  const Kind kind = word == "uniform"       ? Kind::Uniform
                    : word == "normal"      ? Kind::Normal
                    : word == "exponential" ? Kind::Exponential
                                            : Kind::None;
  return {kind, simTime(settings.real("jitter_spread")), settings.choice("jitter_order") == "kept"};
}

LossModel lossOf(const Settings& settings) {
  const auto& word = settings.choice("loss");
  const double rate = settings.real("loss_rate");
  if (word == "independent") return LossModel::bernoulli(rate);
  if (word == "bursts")
    return {settings.real("burst_begin"), settings.real("burst_end"), rate,
            settings.real("burst_loss")};
  return {};
}

ConnectionModel::Kind connectionOf(const Settings& settings) {
  using Kind = ConnectionModel::Kind;
  const auto& word = settings.choice("connection");
  if (word == "cold") return Kind::Cold;
  if (word == "warm") return Kind::Warm;
  return word == "idle-reset" ? Kind::IdleReset : Kind::Ideal;
}

Bytes bytesOf(double value) {
  return {static_cast<std::int64_t>(value)};
}

std::string withSpeed(const Link& link, const std::string& name) {
  const auto* trace = link.trace();
  if (trace == nullptr) return said("%1 at %2", name, formatQuantity(link.rate().value, "bit/s"));
  const auto mean = formatQuantity(trace->meanBandwidth().value, "bit/s");
  if (trace->source().empty()) return said("%1 with its trace (%2 on average)", name, mean);
  return said("%1 with its trace (%2 on average: %3)", name, mean, trace->source());
}

}  // namespace

std::vector<Parameter> linkImpairments() {
  std::vector<Parameter> all;
  addSharing(all);
  addJitter(all);
  addLoss(all);
  addQueues(all);
  addConnection(all);
  return all;
}

std::vector<Parameter> portImpairments() {
  auto all = linkImpairments();
  std::erase_if(all, [](const Parameter& parameter) {
    return parameter.key == "discipline" || parameter.key == "queue" ||
           parameter.key == "queue_limit" || parameter.key == "retry_after";
  });
  for (auto& parameter : all)
    if (parameter.key == "bucket") parameter.onlyWith.reset();
  return all;
}

Parameter messageOverhead() {
  return {.key = "message_overhead",
          .label = "Message overhead",
          .unit = "B",
          .help =
              "Added to every message on the wire, once; 66 B are the Ethernet, IPv4 and TCP "
              "headers (with timestamps) of one packet.",
          .kind = Integer{66, 0, 4096, Scale::Linear},
          .change = kLive,
          .onlyWith = Condition{"framing", "message"}};
}

WireFormat wireFormat(const Settings& settings) {
  WireFormat format{{settings.integer("message_overhead")}, std::nullopt};
  if (settings.choice("framing") == "packets")
    format.framing = Framing::ethernet(settings.integer("mtu"));
  return format;
}

LinkImpairments impairmentsOf(const Settings& settings) {
  LinkImpairments impairments;
  auto& [profile, rules] = impairments;
  profile.jitter = jitterOf(settings);
  profile.loss = lossOf(settings);
  rules.connection = connectionOf(settings);
  if (settings.choice("framing") == "packets")
    rules.packet = {settings.integer("mtu") + kEthernetHeader};
  if (settings.has("discipline") && settings.choice("discipline") == "fair") {
    rules.discipline = Discipline::Fair;
    return impairments;
  }
  profile.bucket = bytesOf(settings.real("bucket"));
  if (!settings.has("queue")) return impairments;
  rules.retransmission.first = simTime(settings.real("retry_after"));
  if (settings.choice("queue") == "limited")
    profile.queueLimit = bytesOf(settings.real("queue_limit"));
  return impairments;
}

std::optional<Error> impairmentsConflict(const Settings& settings) {
  if (!settings.has("discipline") || settings.choice("discipline") != "fair") return std::nullopt;
  const double bucket = settings.real("bucket");
  if (bucket == 0.0) return std::nullopt;
  return Error{
      said("bucket: read %1; a link with fair shares has no token bucket; allowed: 0 B, or "
           "discipline \"fifo\"",
           formatQuantity(bucket, "B"))};
}

void applyImpairments(const LinkImpairments& impairments, Fabric& fabric, std::uint64_t seed,
                      SimTime now, std::uint32_t firstStream) {
  const auto& [profile, common] = impairments;
  if (profile.isPlain() && common.isPlain() && fabric.isPlain()) return;
  FabricRules rules = common;
  rules.seed = seed;
  rules.firstStream = firstStream;
  fabric.setRules(rules);
  for (Fabric::LinkId id = 0; id < fabric.links(); ++id) fabric.impair(id, profile, now);
}

Error standstill(const Fabric& fabric, const std::function<std::string(Fabric::LinkId)>& name) {
  const auto reason = fabric.standstill();
  if (!reason) return endOfTime();
  if (!reason->loses) return tooSlow(fabric.link(reason->link), name(reason->link));
  return {
      said("the network delivers nothing any more: %1 loses so many packets that some are still "
           "missing after %2 attempts; allowed: a loss with which every packet arrives in fewer",
           name(reason->link), PacketLoss::kMostRounds)};
}

Error tooSlow(const Link& link, const std::string& name) {
  return {
      said("the network delivers nothing any more: %1 would be busy beyond 1e9 s of simulated "
           "time; allowed: a bandwidth, or a trace, that carries every message before that",
           withSpeed(link, name))};
}

Error endOfTime() {
  return {
      said("the clock of the network has reached 1e9 s of simulated time, where it ends; allowed: "
           "shorter compute times, or faster links")};
}

}  // namespace telegrad
