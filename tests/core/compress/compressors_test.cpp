// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include <QtTest>

#include "tests/core/compress/support.h"

using namespace telegrad;
using namespace telegrad::test;

/// What every compressor promises, one row of data a key.
class CompressorsTest : public QObject {
  Q_OBJECT
 private slots:
  void keysDiffer();
  void unknownKeysAreErrors();
  void hasWordsForTheUser_data() { rows(); }
  void hasWordsForTheUser();
  void sameInputAndStreamGiveTheSamePayload_data() { rows(); }
  void sameInputAndStreamGiveTheSamePayload();
  void bitsAddUpToBytes_data() { rows(); }
  void bitsAddUpToBytes();
  void finiteNumbersComeBack_data() { rows(); }
  void finiteNumbersComeBack();
  void zeroComesBackAsZero_data() { rows(); }
  void zeroComesBackAsZero();
  void takesAnyLength_data() { rows(); }
  void takesAnyLength();
  void refusesWhatIsNotFinite_data() { rows(); }
  void refusesWhatIsNotFinite();
  void anyBytesAreAValueOrAnError_data() { rows(); }
  void anyBytesAreAValueOrAnError();

 private:
  static void rows() {
    QTest::addColumn<std::string>("key");
    for (const auto& compressor : compressors())
      QTest::newRow(compressor.key.c_str()) << compressor.key;
  }
};

const Layout& someLayout() {
  static const auto layout = layoutOf({{60, 100}, {60}, {3, 60}, {1}});
  return layout;
}

void CompressorsTest::keysDiffer() {
  std::set<std::string> keys;
  for (const auto& compressor : compressors()) keys.insert(compressor.key);
  QCOMPARE(keys.size(), compressors().size());
}

void CompressorsTest::unknownKeysAreErrors() {
  const auto found = find(compressors(), "top-q", "compressor");
  QVERIFY(!found);
  for (const auto& compressor : compressors())
    QVERIFY(found.error().message.find(compressor.key) != std::string::npos);
}

void CompressorsTest::hasWordsForTheUser() {
  QFETCH(std::string, key);
  const auto& compressor = entry(key);
  QVERIFY(!compressor.name.empty());
  QVERIFY(!compressor.summary.empty());
  std::set<std::string> keys;
  for (const auto& parameter : compressor.parameters) {
    QVERIFY2(!parameter.label.empty() && !parameter.help.empty(), parameter.key.c_str());
    QVERIFY2(keys.insert(parameter.key).second, parameter.key.c_str());
    QVERIFY2(accept(parameter, parameter.initial()), parameter.key.c_str());
    if (const auto* choice = std::get_if<Choice>(&parameter.kind))
      QVERIFY(choice->labels.empty() || choice->labels.size() == choice->options.size());
  }
}

/// Of an operator that goes on from its last payload, the settings in which it does not.
Values withoutMemory(const std::string& key) {
  const bool remembers = std::ranges::count(entry(key).parameters, "start", &Parameter::key) > 0;
  return remembers ? Values{{"start", std::string("cold")}} : Values{};
}

void CompressorsTest::sameInputAndStreamGiveTheSamePayload() {
  QFETCH(std::string, key);
  const auto x = normals(elementCount(someLayout()), 1);
  const auto one = make(key, withoutMemory(key));
  const auto other = make(key, withoutMemory(key));
  const auto expected = compress(*one, x, someLayout());
  compress(*other, normals(elementCount(someLayout()), 2), someLayout());
  const auto again = compress(*other, x, someLayout());
  QVERIFY(again.bytes == expected.bytes);
  QCOMPARE(again.valueBits, expected.valueBits);
  QCOMPARE(again.indexBits, expected.indexBits);
}

void CompressorsTest::bitsAddUpToBytes() {
  QFETCH(std::string, key);
  const auto payload = compress(*make(key), normals(elementCount(someLayout()), 3), someLayout());
  QVERIFY(payload.valueBits > 0);
  QVERIFY(payload.indexBits >= 0);
  QVERIFY(payload.framingBits() >= 0);
  QCOMPARE(payload.valueBits + payload.indexBits + payload.framingBits(),
           8 * static_cast<std::int64_t>(payload.bytes.size()));
}

void CompressorsTest::finiteNumbersComeBack() {
  QFETCH(std::string, key);
  auto x = normals(elementCount(someLayout()), 4);
  x[7] = std::numeric_limits<float>::max();
  x[8] = std::numeric_limits<float>::denorm_min();
  const auto compressor = make(key);
  const auto back = decode(*compressor, compress(*compressor, x, someLayout()), someLayout());
  QCOMPARE(back.size(), x.size());
  QVERIFY(std::ranges::all_of(back, [](float v) { return std::isfinite(v); }));
}

void CompressorsTest::zeroComesBackAsZero() {
  QFETCH(std::string, key);
  const std::vector<float> zero(elementCount(someLayout()), 0.0F);
  const auto compressor = make(key);
  QCOMPARE(decode(*compressor, compress(*compressor, zero, someLayout()), someLayout()), zero);
}

void CompressorsTest::takesAnyLength() {
  QFETCH(std::string, key);
  const auto compressor = make(key);
  for (std::size_t size = 0; size <= 70; ++size) {
    const auto layout = layoutOf({{static_cast<std::int64_t>(size)}});
    const auto payload = compress(*compressor, normals(size, size), layout);
    QCOMPARE(decode(*compressor, payload, layout).size(), size);
  }
}

void CompressorsTest::refusesWhatIsNotFinite() {
  QFETCH(std::string, key);
  const float infinity = std::numeric_limits<float>::infinity();
  const auto size = elementCount(someLayout());
  for (const float bad : {infinity, -infinity, std::nanf("")})
    for (const std::size_t at : {std::size_t{0}, std::size_t{6'010}, size - 1}) {
      auto x = normals(size, 6);
      x[at] = bad;
      Random random(1, Purpose::Compression);
      Payload payload;
      const auto done = make(key)->compress(x, someLayout(), random, payload);
      QVERIFY(!done);
      const std::string tensor = at == 0 ? "t0" : at == 6'010 ? "t1" : "t3";
      QVERIFY2(done.error().message.find(tensor) != std::string::npos,
               done.error().message.c_str());
      QVERIFY2(done.error().message.find(std::to_string(at)) != std::string::npos,
               done.error().message.c_str());
    }
}

void CompressorsTest::anyBytesAreAValueOrAnError() {
  QFETCH(std::string, key);
  const auto compressor = make(key);
  const auto size = elementCount(someLayout());
  const auto valid = compress(*compressor, normals(size, 7), someLayout());
  Random random(8, Purpose::Test);
  Update update;
  int errors = 0;
  for (int trial = 0; trial < 4000; ++trial) {
    Payload payload = valid;
    if (trial % 2 == 0) payload.bytes.resize(random.below(2 * valid.bytes.size() + 9));
    const auto changes = trial % 4 < 2 ? payload.bytes.size() : 1 + random.below(4);
    for (std::uint64_t i = 0; i < changes && !payload.bytes.empty(); ++i)
      payload.bytes[trial % 4 < 2 ? i : random.below(payload.bytes.size())] =
          static_cast<std::byte>(random.below(256));
    const auto done = compressor->decode(payload, someLayout(), update);
    if (!done) {
      ++errors;
      QVERIFY(!done.error().message.empty());
    } else {
      QCOMPARE(dense(update).size(), size);
    }
  }
  QVERIFY(errors > 0);
  QVERIFY(compressor->decode(valid, someLayout(), update));  // an error leaves nothing behind
  QCOMPARE(dense(update), decode(*make(key), valid, someLayout()));
}

QTEST_APPLESS_MAIN(CompressorsTest)
#include "compressors_test.moc"
