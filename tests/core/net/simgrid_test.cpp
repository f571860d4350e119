// SPDX-License-Identifier: GPL-3.0-or-later
// Max-min fair sharing against SimGrid, an emulator of others, where it is installed
// (libsimgrid-dev): its CM02 model without cross traffic and window limit is max-min fair too.
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "core/net/star.h"
#include "core/net/wiring_file.h"

#ifdef TELEGRAD_HAS_SIMGRID
#include <simgrid/s4u.hpp>
#endif

namespace {

using telegrad::Delivery;
using telegrad::Message;
using telegrad::SimTime;
using telegrad::StarOptions;

struct Star {
  StarOptions options;
  std::vector<Message> messages;
};

constexpr std::array kAccess{telegrad::StarLink::WorkerUplink, telegrad::StarLink::WorkerDownlink};

/// A link that is always like that.
std::shared_ptr<const telegrad::Trace> always(double rate, double latency) {
  auto made = telegrad::Trace::from({{.bandwidth = {rate}, .latency = telegrad::simTime(latency)}},
                                    std::nullopt);
  if (!made) qFatal("%s", made.error().message.c_str());
  return std::make_shared<const telegrad::Trace>(*std::move(made));
}

/// Workers whose links have rates and latencies of their own, a server whose link is a third to
/// eight times as wide as the middle of theirs, sizes and times at random, in both directions.
Star randomStar(telegrad::Random& random) {
  Star star;
  star.options.workers = 1 + random.below(12);
  star.options.impairments.rules.discipline = telegrad::Discipline::Fair;
  const double access = std::pow(10.0, random.uniform(7.0, 9.0));
  const double server = access * std::pow(8.0, random.uniform(-0.5, 1.0));
  const auto latency = telegrad::simTime(random.uniform(0.0, 0.05));
  star.options.links = {{{{access}, SimTime{0}, nullptr},
                         {{access}, SimTime{0}, nullptr},
                         {{server}, latency, nullptr},
                         {{server}, latency, nullptr}}};
  for (std::size_t worker = 0; worker < star.options.workers; ++worker)
    for (const auto link : kAccess)
      star.options.own.push_back(
          {link, worker,
           always(access * std::pow(10.0, random.uniform(-0.5, 0.5)), random.uniform(0.0, 0.1))});
  const auto hub = static_cast<std::uint32_t>(star.options.workers);
  for (int i = 0; i < 40; ++i) {
    const auto worker = static_cast<std::uint32_t>(random.below(hub));
    const bool up = random.below(3) > 0;
    star.messages.push_back({telegrad::simTime(random.uniform(0.0, 1.0)),
                             up ? worker : hub,
                             up ? hub : worker,
                             {100'000 + static_cast<std::int64_t>(random.below(5'000'000))}});
  }
  return star;
}

struct Tree {
  telegrad::Wiring wiring;
  std::vector<Message> messages;
};

/// Nodes hung up one after the other on any that is there, wires of all rates and latencies,
/// messages between any two.
Tree randomTree(telegrad::Random& random) {
  Tree tree;
  const auto nodes = static_cast<std::uint32_t>(3 + random.below(10));
  for (std::uint32_t i = 0; i < nodes; ++i) {
    tree.wiring.nodes.push_back(std::string("n").append(std::to_string(i)));
    if (i == 0) continue;
    tree.wiring.wires.push_back({.one = i,
                                 .other = static_cast<std::uint32_t>(random.below(i)),
                                 .rate = {std::pow(10.0, random.uniform(7.0, 9.0))},
                                 .latency = telegrad::simTime(random.uniform(0.0, 0.1))});
  }
  for (int i = 0; i < 40; ++i) {
    const auto from = static_cast<std::uint32_t>(random.below(nodes));
    const auto to = static_cast<std::uint32_t>((from + 1 + random.below(nodes - 1)) % nodes);
    tree.messages.push_back({telegrad::simTime(random.uniform(0.0, 1.0)),
                             from,
                             to,
                             {100'000 + static_cast<std::int64_t>(random.below(5'000'000))}});
  }
  return tree;
}

/// Nothing, or the first message whose end differs by a thousandth of its time.
QString firstDifference(const std::vector<Delivery>& ours, const std::vector<double>& ends) {
  for (std::size_t j = 0; j < ours.size(); ++j) {
    const double here = telegrad::seconds(ours[j].end - ours[j].start);
    const double there = ends[j] - telegrad::seconds(ours[j].start);
    if (std::abs(here / there - 1.0) >= 1e-3)
      return QString("message %1: %2 s, SimGrid %3 s").arg(j).arg(here).arg(there);
  }
  return {};
}

#ifdef TELEGRAD_HAS_SIMGRID

namespace sg = simgrid::s4u;

/// SimGrid's engine, of which a process has one.
sg::Engine& engine() {
  static int count = 1;
  static std::string program = "simgrid_test";
  static char* arguments = program.data();
  static sg::Engine made(&count, &arguments);
  return made;
}

/// Sends the messages between these hosts, each after the latency of its way, for CM02 too pays the
/// latency before a flow has a share. Its links have none here: it shares by the latency's inverse,
/// which max-min does not. The ends are filled in as it runs.
template <typename LatencyOf>
void send(const std::string& name, const std::vector<sg::Host*>& hosts,
          const std::vector<Message>& messages, const LatencyOf& latencyOf,
          std::vector<double>& ends) {
  ends.resize(messages.size());
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto& message = messages[i];
    auto* from = hosts[message.source];
    auto* to = hosts[message.destination];
    const double begin = telegrad::seconds(message.time + latencyOf(message));
    sg::Actor::create(name + "flow" + std::to_string(i), from, [=, &ends] {
      sg::this_actor::sleep_until(begin);
      sg::Comm::sendto(from, to, static_cast<std::uint64_t>(message.bytes.value));
      ends[i] = sg::Engine::get_clock();
    });
  }
}

/// One tree among several that do not touch each other.
void build(sg::NetZone* zone, const std::string& name, const Tree& tree,
           std::vector<double>& ends) {
  std::vector<sg::Host*> hosts;
  for (const auto& node : tree.wiring.nodes)
    hosts.push_back(zone->create_host(name + node, 1e9)->seal());
  std::vector<const sg::Link*> links;  // two a wire, as Wiring::route() numbers them
  for (std::size_t i = 0; i < tree.wiring.wires.size(); ++i)
    for (const char* way : {"out", "back"})
      links.push_back(
          zone->create_link(name + way + std::to_string(i), tree.wiring.wires[i].rate.value / 8.0)
              ->set_latency(0.0)
              ->seal());
  for (std::uint32_t a = 0; a < hosts.size(); ++a)
    for (std::uint32_t b = 0; b < hosts.size(); ++b) {
      if (a == b) continue;
      std::vector<sg::LinkInRoute> way;
      for (const auto link : tree.wiring.route(a, b)) way.emplace_back(links[link]);
      zone->add_route(hosts[a]->get_netpoint(), hosts[b]->get_netpoint(), nullptr, nullptr, way,
                      false);
    }
  const auto latencyOf = [&](const Message& message) {
    SimTime sum{};
    for (const auto link : tree.wiring.route(message.source, message.destination))
      sum += tree.wiring.wires[link / 2].latency;
    return sum;
  };
  send(name, hosts, tree.messages, latencyOf, ends);
}

/// One star among several that do not touch each other; the ends are filled in as it runs.
void build(sg::NetZone* zone, const std::string& name, const Star& star,
           std::vector<double>& ends) {
  const auto link = [&](const std::string& which, double rate) {
    return zone->create_link(name + which, rate / 8.0)->set_latency(0.0)->seal();
  };
  const auto shared = [&](const std::string& which, telegrad::StarLink kind) {
    return link(which, star.options.links.at(static_cast<std::size_t>(kind)).rate.value);
  };
  const auto own = [&](const std::string& which, std::size_t number) {
    return link(which + std::to_string(number),
                star.options.own.at(number).trace->steps().front().bandwidth.value);
  };
  auto* server = zone->create_host(name + "server", 1e9)->seal();
  auto* ingress = shared("ingress", telegrad::StarLink::ServerIngress);
  auto* egress = shared("egress", telegrad::StarLink::ServerEgress);
  std::vector<sg::Host*> workers;
  for (std::size_t i = 0; i < star.options.workers; ++i) {
    workers.push_back(zone->create_host(name + "worker" + std::to_string(i), 1e9)->seal());
    const auto* up = own("up", kAccess.size() * i);
    const auto* down = own("down", kAccess.size() * i + 1);
    zone->add_route(workers[i]->get_netpoint(), server->get_netpoint(), nullptr, nullptr,
                    {sg::LinkInRoute(up), sg::LinkInRoute(ingress)}, false);
    zone->add_route(server->get_netpoint(), workers[i]->get_netpoint(), nullptr, nullptr,
                    {sg::LinkInRoute(egress), sg::LinkInRoute(down)}, false);
  }
  workers.push_back(server);
  const auto latencyOf = [&](const Message& message) {
    const bool up = message.destination == star.options.workers;
    const auto place = kAccess.size() * (up ? message.source : message.destination) + (up ? 0 : 1);
    return star.options.links.at(2).latency +
           *star.options.own.at(place).trace->steps().front().latency;
  };
  send(name, workers, star.messages, latencyOf, ends);
}

#endif

}  // namespace

class SimgridTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void randomStarsEndWhenSimgridSays();
  void randomTreesEndWhenSimgridSays();

 private:
  static constexpr std::size_t kNetworks = 25;
  std::vector<Star> stars_;
  std::vector<Tree> trees_;
  std::vector<std::vector<double>> starEnds_;
  std::vector<std::vector<double>> treeEnds_;
};

void SimgridTest::initTestCase() {
#ifdef TELEGRAD_HAS_SIMGRID
  engine();
  sg::Engine::set_config("network/model:CM02");
  sg::Engine::set_config("network/crosstraffic:0");
  sg::Engine::set_config("network/TCP-gamma:0");
  // Its clock goes on once: all networks are built first.
  auto* zone = sg::create_full_zone("zone");
  telegrad::Random random(1, telegrad::Purpose::Test);
  starEnds_.resize(kNetworks);
  treeEnds_.resize(kNetworks);
  for (std::size_t i = 0; i < kNetworks; ++i) {
    const auto number = std::to_string(i) + "-";
    stars_.push_back(randomStar(random));
    build(zone, std::string("s").append(number), stars_[i], starEnds_[i]);
    trees_.push_back(randomTree(random));
    build(zone, std::string("t").append(number), trees_[i], treeEnds_[i]);
  }
  zone->seal();
  engine().run();
#else
  telegrad::Random random(1, telegrad::Purpose::Test);
  QVERIFY(!randomStar(random).messages.empty());
  QVERIFY(!randomTree(random).messages.empty());
  QVERIFY(firstDifference({}, {}).isEmpty());
  QSKIP("SimGrid (libsimgrid-dev) was not there when this was built: no oracle to compare with");
#endif
}

void SimgridTest::randomStarsEndWhenSimgridSays() {
  for (std::size_t i = 0; i < stars_.size(); ++i) {
    const auto read = telegrad::carryOverStar(stars_[i].options, stars_[i].messages);
    QVERIFY(read.has_value());
    const auto difference = firstDifference(*read, starEnds_[i]);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
  }
}

void SimgridTest::randomTreesEndWhenSimgridSays() {
  telegrad::LinkImpairments fair;
  fair.rules.discipline = telegrad::Discipline::Fair;
  for (std::size_t i = 0; i < trees_.size(); ++i) {
    const auto read = telegrad::carryOverWires(trees_[i].wiring, fair, 1, trees_[i].messages);
    QVERIFY(read.has_value());
    const auto difference = firstDifference(*read, treeEnds_[i]);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
  }
}

QTEST_APPLESS_MAIN(SimgridTest)
#include "simgrid_test.moc"
