// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/former_floats.h"

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad;

/// Runs of more than one page of 65,536 entries: shorter ones are parameters_test's.
class FormerFloatsTest : public QObject {
  Q_OBJECT
 private slots:
  void everyPartIsWhatItWas();
  void pagesMayBeEmpty();
  void anEntryTakesSixBytes();
};

void FormerFloatsTest::everyPartIsWhatItWas() {
  constexpr std::size_t kSize = 200'003;
  Random random(3, Purpose::Test);
  FloatVector oldest(kSize);
  for (auto& value : oldest) value = static_cast<float>(random.normal());
  auto older = oldest;
  std::vector<FormerEntries> changes(2);
  for (auto& change : changes) {  // the older one first
    for (std::size_t i = 0; i < kSize; ++i) {
      if (random.uniform() > 0.1) continue;
      change.add(i, older[i]);
      older[i] = static_cast<float>(random.normal());
    }
  }
  FormerFloats floats(older);  // as they are now
  floats.goBack(changes[1]);
  floats.goBack(changes[0]);
  FloatVector room;
  for (const std::size_t size : {std::size_t{1}, std::size_t{3}, std::size_t{1000}, kSize / 3})
    for (const std::size_t begin :
         {std::size_t{0}, std::size_t{65'535}, std::size_t{65'536}, std::size_t{131'071}}) {
      const auto read = floats.part(begin, size).read(room);
      QVERIFY(std::ranges::equal(read, std::span(oldest).subspan(begin, size)));
    }
  QVERIFY(std::ranges::equal(floats.read(room), oldest));
}

void FormerFloatsTest::pagesMayBeEmpty() {
  FormerEntries change;
  for (const std::size_t position : {65'535U, 196'608U, 327'679U})
    change.add(position, static_cast<float>(position));
  const FloatVector now(400'000, 1.0F);
  FormerFloats floats(now);
  floats.goBack(change);
  FloatVector room;
  const auto read = floats.read(room);
  for (std::size_t i = 0; i < now.size(); ++i) {
    const bool changed = i == 65'535 || i == 196'608 || i == 327'679;
    QCOMPARE(read[i], changed ? static_cast<float>(i) : 1.0F);
  }
  const auto past = floats.part(327'680, 72'320).read(room);
  QCOMPARE(std::ranges::count(past, 1.0F), std::ptrdiff_t{72'320});
}

void FormerFloatsTest::anEntryTakesSixBytes() {
  FormerEntries change;
  change.reserve(6'000);
  for (std::size_t i = 0; i < 6'000; ++i) change.add(10 * i, 1.0F);
  QCOMPARE(change.bytesHeld(), std::size_t{6 * 6'000 + 4});
}

QTEST_APPLESS_MAIN(FormerFloatsTest)
#include "former_floats_test.moc"
