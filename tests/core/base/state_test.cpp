// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/state.h"

#include <chrono>
#include <cmath>

#include <QtTest>

using telegrad::StateArchive;

namespace {

enum class Colour : std::uint8_t { Red, Blue };

/// One of everything that a part may have.
struct Everything {
  bool yes = false;
  std::int64_t number = 0;
  double real = 0.0;
  float small = 0.0F;
  __extension__ unsigned __int128 wide = 0;
  Colour colour = Colour::Red;
  std::chrono::nanoseconds time{};
  telegrad::Bytes bytes;
  telegrad::BitsPerSecond rate;
  std::string text;
  std::optional<double> something;
  std::optional<double> nothing = 1.0;
  std::array<std::uint32_t, 2> pair{};
  std::vector<float> same = {0.0F, 0.0F};
  std::vector<bool> flags = {false, false, false};
  std::vector<double> free;
  std::deque<std::string> queue;
  std::map<std::int64_t, double> map;
  bool operator==(const Everything&) const = default;

  void exchange(StateArchive& state) {
    state.begin("everything");
    state(yes, number, real, small, wide, colour, time, bytes, rate, text, something, nothing, pair,
          same, flags, map);
    state.list(free);
    state.list(queue);
  }
};

Everything filled() {
  Everything all;
  all.yes = true;
  all.number = -7;
  all.real = 0.1;
  all.small = -0.0F;
  all.wide = (decltype(all.wide){3} << 100U) + 5;
  all.colour = Colour::Blue;
  all.time = std::chrono::nanoseconds(12);
  all.bytes = {34};
  all.rate = {5.5};
  all.text = std::string("a\0b", 3);
  all.something = 2.0;
  all.nothing.reset();
  all.pair = {8, 9};
  all.same = {1.0F, 2.0F};
  all.flags = {true, false, true};
  all.free = {1.0, 2.0, 3.0};
  all.queue = {"x", "", "yz"};
  all.map = {{-1, 0.5}, {4, 0.25}};
  return all;
}

template <typename T>
std::vector<std::byte> saved(T& value) {
  StateArchive state;
  state(value);
  return state.takeBytes();
}

template <typename T>
std::string errorOf(std::span<const std::byte> bytes, T& value) {
  StateArchive state(bytes);
  state(value);
  const auto finished = state.finish();
  return finished ? std::string() : finished.error().message;
}

/// Two that hold one object, and one that holds none.
struct Holders {
  struct Object {
    std::vector<double> values;
    void exchange(StateArchive& state) { state.list(values); }
  };
  std::shared_ptr<const Object> one;
  std::shared_ptr<Object> other;
  std::shared_ptr<const Object> none;
  std::shared_ptr<const Object> third;

  void exchange(StateArchive& state) {
    state.shared(one);
    state.shared(other);
    state.shared(none);
    state.shared(third);
  }
};

}  // namespace

class StateTest : public QObject {
  Q_OBJECT
 private slots:
  void whatIsSavedIsLoaded();
  void aSinkGetsTheSameBytes();
  void inPartsAreTheSameBytes();
  void numbersAreLittleEndian();
  void everyShorterOrLongerTextIsRefused();
  void anyByteMayBeAnother();
  void aLengthIsNoAllocation();
  void anotherLengthIsRefused();
  void anotherPartIsNamed();
  void sharedObjectsStayShared();
  void anObjectOfAnotherKindIsRefused();
};

void StateTest::whatIsSavedIsLoaded() {
  auto all = filled();
  const auto bytes = saved(all);
  Everything loaded;
  QCOMPARE(errorOf(bytes, loaded), std::string());
  QVERIFY(loaded == all);
  QVERIFY(std::signbit(loaded.small));
  QCOMPARE(saved(loaded), bytes);
}

void StateTest::aSinkGetsTheSameBytes() {
  auto all = filled();
  std::vector<double> large(100'000, 0.25);  // more than a piece
  std::vector<std::byte> got;
  std::size_t largest = 0;
  StateArchive pieces([&](std::span<const std::byte> piece) {
    got.insert(got.end(), piece.begin(), piece.end());
    largest = std::max(largest, piece.size());
  });
  StateArchive whole;
  for (auto* state : {&pieces, &whole}) {
    for (int i = 0; i < 1000; ++i) (*state)(all);
    (*state)(large, all);
  }
  pieces.flush();
  QCOMPARE(largest, large.size() * sizeof(double));
  QCOMPARE(got, whole.takeBytes());
  QVERIFY(pieces.takeBytes().empty());
}

void StateTest::inPartsAreTheSameBytes() {
  for (const std::size_t size : {0U, 1U, 65'536U, 150'000U}) {
    std::vector<float> values(size);
    for (std::size_t i = 0; i < size; ++i) values[i] = static_cast<float>(i);
    StateArchive whole;
    whole.list(values);
    StateArchive parts;
    parts.listInParts(size, [&](std::size_t begin, std::size_t count) {
      return std::span(values).subspan(begin, count);
    });
    QVERIFY(parts.takeBytes() == whole.takeBytes());
  }
}

void StateTest::numbersAreLittleEndian() {
  std::uint32_t number = 0x01020304;
  QCOMPARE(saved(number), (std::vector{std::byte{4}, std::byte{3}, std::byte{2}, std::byte{1}}));
}

void StateTest::everyShorterOrLongerTextIsRefused() {
  auto all = filled();
  auto bytes = saved(all);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    Everything loaded;
    QVERIFY(errorOf(std::span(bytes).first(length), loaded).find("state") != std::string::npos);
  }
  bytes.push_back(std::byte{0});
  Everything loaded;
  QVERIFY(errorOf(bytes, loaded).find("1 bytes are left over") != std::string::npos);
}

/// An error or another value, and the end of it.
void StateTest::anyByteMayBeAnother() {
  auto all = filled();
  const auto bytes = saved(all);
  int refused = 0;
  for (std::size_t place = 0; place < bytes.size(); ++place) {
    for (const auto change : {std::byte{1}, std::byte{0x80}, std::byte{0xFF}}) {
      auto damaged = bytes;
      damaged[place] ^= change;
      Everything loaded;
      if (errorOf(damaged, loaded).empty())
        QVERIFY(!(loaded == all) || std::signbit(loaded.small) != std::signbit(all.small));
      else
        ++refused;
    }
  }
  QVERIFY(refused > 0);
}

void StateTest::aLengthIsNoAllocation() {
  std::uint64_t huge = std::uint64_t{1} << 60U;
  const auto bytes = saved(huge);
  StateArchive state(bytes);
  std::vector<double> values;
  state.list(values);
  QVERIFY(!state.isGood());
  QVERIFY(values.empty());
  StateArchive again(bytes);
  std::deque<std::string> texts;
  again.list(texts);
  QVERIFY(!again.isGood());
}

void StateTest::anotherLengthIsRefused() {
  std::vector<float> three(3);
  const auto bytes = saved(three);
  std::vector<float> two(2);
  QVERIFY(errorOf(bytes, two).find("length of 3; expected 2") != std::string::npos);
  QCOMPARE(two.size(), std::size_t{2});
  StateArchive state(bytes);
  std::vector<float> maybe;
  state.emptyOr(4, maybe);
  QVERIFY(!state.isGood());
  StateArchive fits(bytes);
  fits.emptyOr(3, maybe);
  QVERIFY(fits.isGood());
  QCOMPARE(maybe.size(), std::size_t{3});
}

void StateTest::anotherPartIsNamed() {
  StateArchive state;
  state.begin("one");
  const auto bytes = state.takeBytes();
  StateArchive other(bytes);
  other.begin("two");
  const auto message = other.finish().error().message;
  QVERIFY2(
      message.find("\"one\"") != std::string::npos && message.find("\"two\"") != std::string::npos,
      message.c_str());
}

void StateTest::sharedObjectsStayShared() {
  Holders holders;
  holders.other = std::make_shared<Holders::Object>();
  holders.other->values = {1.0, 2.0};
  holders.one = holders.other;
  holders.third = std::make_shared<Holders::Object>();
  const auto bytes = saved(holders);
  Holders loaded;
  loaded.none = holders.one;
  QCOMPARE(errorOf(bytes, loaded), std::string());
  QVERIFY(loaded.one == loaded.other && loaded.one != loaded.third);
  QVERIFY(loaded.none == nullptr);
  QCOMPARE(loaded.one->values, holders.one->values);
  QCOMPARE(saved(loaded), bytes);
}

void StateTest::anObjectOfAnotherKindIsRefused() {
  Holders holders;
  holders.one = std::make_shared<Holders::Object>();
  holders.other = std::const_pointer_cast<Holders::Object>(holders.one);
  const auto bytes = saved(holders);
  StateArchive state(bytes);
  std::shared_ptr<const Holders::Object> one;
  std::shared_ptr<Everything> other;
  state.shared(one);
  state.shared(other);
  QVERIFY(!state.isGood());
  QVERIFY(other == nullptr);
}

QTEST_APPLESS_MAIN(StateTest)
#include "state_test.moc"
