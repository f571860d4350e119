// SPDX-License-Identifier: GPL-3.0-or-later
// Max-min fair sharing against SimGrid, an emulator of others, where it is installed
// (libsimgrid-dev): its CM02 model without cross traffic and window limit is max-min fair too.
#include <cmath>
#include <string>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "core/net/star.h"

#ifdef TELEGRAD_HAS_SIMGRID
#include <simgrid/s4u.hpp>
#endif

class SimgridTest : public QObject {
  Q_OBJECT
 private slots:
  void randomStarsEndWhenSimgridSays();
};

namespace {

using telegrad::Delivery;
using telegrad::Message;
using telegrad::SimTime;
using telegrad::StarOptions;

struct Star {
  StarOptions options;
  std::vector<Message> messages;
};

/// Workers with links alike, a server whose link is a third to eight times as wide, sizes and times
/// at random, in both directions.
Star randomStar(telegrad::Random& random) {
  Star star;
  star.options.workers = 1 + random.below(12);
  star.options.impairments.rules.discipline = telegrad::Discipline::Fair;
  const double access = std::pow(10.0, random.uniform(7.0, 9.0));
  const double server = access * std::pow(8.0, random.uniform(-0.5, 1.0));
  const double latency = random.uniform(0.0, 0.05);
  star.options.links = {{{{access}, telegrad::simTime(latency), nullptr},
                         {{access}, SimTime{0}, nullptr},
                         {{server}, SimTime{0}, nullptr},
                         {{server}, telegrad::simTime(latency), nullptr}}};
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

#ifdef TELEGRAD_HAS_SIMGRID

namespace sg = simgrid::s4u;

/// One star among several that do not touch each other; the ends are filled in as it runs.
void build(sg::NetZone* zone, const std::string& name, const Star& star,
           std::vector<double>& ends) {
  const auto link = [&](const std::string& which, std::size_t kind) {
    const auto& options = star.options.links.at(kind);
    return zone->create_link(name + which, options.rate.value / 8.0)
        ->set_latency(telegrad::seconds(options.latency))
        ->seal();
  };
  auto* server = zone->create_host(name + "server", 1e9)->seal();
  auto* ingress = link("ingress", 2);
  auto* egress = link("egress", 3);
  std::vector<sg::Host*> workers;
  for (std::size_t i = 0; i < star.options.workers; ++i) {
    const auto number = std::to_string(i);
    workers.push_back(zone->create_host(name + "worker" + number, 1e9)->seal());
    const auto* up = link("up" + number, 0);
    const auto* down = link("down" + number, 1);
    zone->add_route(workers[i]->get_netpoint(), server->get_netpoint(), nullptr, nullptr,
                    {sg::LinkInRoute(up), sg::LinkInRoute(ingress)}, false);
    zone->add_route(server->get_netpoint(), workers[i]->get_netpoint(), nullptr, nullptr,
                    {sg::LinkInRoute(egress), sg::LinkInRoute(down)}, false);
  }
  ends.resize(star.messages.size());
  for (std::size_t i = 0; i < star.messages.size(); ++i) {
    const auto& message = star.messages[i];
    auto* from = message.source < workers.size() ? workers[message.source] : server;
    auto* to = message.destination < workers.size() ? workers[message.destination] : server;
    sg::Actor::create(name + "flow" + std::to_string(i), from, [=, &ends] {
      // SimGrid pays the latency first and shares then, we share and pay it then: all latencies of
      // a star are equal, so that it is the same.
      sg::this_actor::sleep_until(telegrad::seconds(message.time));
      sg::Comm::sendto(from, to, static_cast<std::uint64_t>(message.bytes.value));
      ends[i] = sg::Engine::get_clock();
    });
  }
}

#endif

}  // namespace

void SimgridTest::randomStarsEndWhenSimgridSays() {
#ifdef TELEGRAD_HAS_SIMGRID
  constexpr std::size_t kStars = 25;
  int count = 1;
  std::string program = "simgrid_test";
  char* arguments = program.data();
  sg::Engine engine(&count, &arguments);
  sg::Engine::set_config("network/model:CM02");
  sg::Engine::set_config("network/crosstraffic:0");
  sg::Engine::set_config("network/TCP-gamma:0");
  auto* zone = sg::create_full_zone("zone");
  telegrad::Random random(1, telegrad::Purpose::Test);
  std::vector<Star> stars;
  std::vector<std::vector<double>> ends(kStars);
  for (std::size_t i = 0; i < kStars; ++i) {
    stars.push_back(randomStar(random));
    build(zone, std::string("s").append(std::to_string(i)).append("-"), stars[i], ends[i]);
  }
  zone->seal();
  engine.run();
  for (std::size_t i = 0; i < kStars; ++i) {
    const auto read = telegrad::carryOverStar(stars[i].options, stars[i].messages);
    QVERIFY(read.has_value());
    for (std::size_t j = 0; j < read->size(); ++j) {
      const auto& delivery = (*read)[j];
      const double ours = telegrad::seconds(delivery.end - delivery.start);
      const double theirs = ends[i][j] - telegrad::seconds(delivery.start);
      QVERIFY2(std::abs(ours / theirs - 1.0) < 1e-3,
               qPrintable(QString("star %1, message %2: %3 s, SimGrid %4 s")
                              .arg(i)
                              .arg(j)
                              .arg(ours)
                              .arg(theirs)));
    }
  }
#else
  telegrad::Random random(1, telegrad::Purpose::Test);
  QVERIFY(!randomStar(random).messages.empty());
  QSKIP("SimGrid (libsimgrid-dev) was not there when this was built: no oracle to compare with");
#endif
}

QTEST_APPLESS_MAIN(SimgridTest)
#include "simgrid_test.moc"
