// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/sparse_payload.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <QtTest>

#include "core/compress/bit_counts.h"
#include "tests/core/compress/support.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;
using Positions = std::vector<std::uint32_t>;

namespace {

const std::vector<std::string>& options() {
  static const auto parameter = SparsePayload::parameter();
  return std::get_if<Choice>(&parameter.kind)->options;
}

Payload written(const SparsePayload& form, const Positions& positions, std::size_t size) {
  const auto values = normals(positions.size(), 3);
  Payload payload;
  form.write(positions, std::as_bytes(std::span(values)), size, payload);
  return payload;
}

Positions everyOther(std::size_t count, std::uint32_t step) {
  Positions positions(count);
  for (std::size_t i = 0; i < count; ++i) positions[i] = static_cast<std::uint32_t>(i) * step;
  return positions;
}

}  // namespace

class SparsePayloadTest : public QObject {
  Q_OBJECT
 private slots:
  void packedIsTheDefault();
  void entriesReadBack_data() { rows(); }
  void entriesReadBack();
  void bitsAreThoseOfTheCode();
  void automaticIsTheShortest();
  void sizesAreKnownWhereTheyDependOnNoPositions();
  void anyBytesAreEntriesOrAnError_data() { rows(); }
  void anyBytesAreEntriesOrAnError();
  void errorsNameThePayload();
  void topKSendsTheSameEntriesInEveryCode_data() { rows(); }
  void topKSendsTheSameEntriesInEveryCode();

 private:
  static void rows() {
    QTest::addColumn<std::string>("coding");
    for (const auto& option : options()) QTest::newRow(option.c_str()) << option;
  }
};

void SparsePayloadTest::packedIsTheDefault() {
  const auto parameter = SparsePayload::parameter();
  QCOMPARE(std::get_if<Choice>(&parameter.kind)->initial, std::string("packed"));
  QCOMPARE(options().size(), std::size_t{10});
}

void SparsePayloadTest::entriesReadBack() {
  QFETCH(std::string, coding);
  const SparsePayload form("some", coding, 0);
  for (const std::size_t size : {1, 2, 9, 64, 1000})
    for (const std::uint32_t step : {1U, 3U, 40U})
      for (std::size_t count = 0; count * step <= size; count += 1 + count / 2) {
        if (count > size) break;
        const auto positions = everyOther(count, step);
        if (!positions.empty() && positions.back() >= size) break;
        const auto payload = written(form, positions, size);
        QCOMPARE(payload.valueBits, static_cast<std::int64_t>(32 * count));
        QVERIFY(payload.indexBits >= 0 && payload.framingBits() >= 0);
        Update update;
        QVERIFY(form.read(payload.bytes, size, update));
        QCOMPARE(update.size(), size);
        QCOMPARE(update.entries()->indices, positions);
        QCOMPARE(update.entries()->values, normals(count, 3));
      }
}

/// The example of {3, 4, 9, 20, 21, 50, 99} below 100, of which no code can be shorter than 33.898.
void SparsePayloadTest::bitsAreThoseOfTheCode() {
  const Positions example{3, 4, 9, 20, 21, 50, 99};
  QVERIFY(std::abs(log2Choose(100, 7) - 33.898) < 5e-4);
  const std::vector<std::pair<std::string, int>> lengths{
      {"packed", 49},      {"fixed-32", 224},   {"bitmap", 100}, {"elias-gamma", 39},
      {"elias-delta", 39}, {"elias-omega", 44}, {"rice", 38},    {"golomb", 37},
      {"varint", 56},      {"automatic", 37}};
  QCOMPARE(lengths.size(), options().size());
  for (const auto& [coding, bits] : lengths) {
    const auto payload = written({"some", coding, 0}, example, 100);
    QCOMPARE(static_cast<int>(payload.indexBits), bits);
    QCOMPARE(static_cast<int>(payload.valueBits), 7 * 32);
    // Two bytes or three of header, and filling, or filling alone.
    const bool headed = coding != "packed" && coding != "fixed-32";
    QVERIFY(payload.framingBits() < (headed ? 32 : 8));
    QVERIFY(!headed || payload.framingBits() >= 16);
  }
}

void SparsePayloadTest::automaticIsTheShortest() {
  Random random(2, Purpose::Test);
  for (const double p : {0.001, 0.02, 0.2, 0.5, 0.7, 1.0}) {
    Positions positions;
    for (std::uint32_t i = 0; i < 3000; ++i)
      if (random.uniform() < p) positions.push_back(i);
    const auto bits = [&](const std::string& coding) {
      return written({"some", coding, 0}, positions, 3000).indexBits;
    };
    QCOMPARE(bits("automatic"), std::min({bits("bitmap"), bits("rice"), bits("golomb")}));
  }
}

void SparsePayloadTest::sizesAreKnownWhereTheyDependOnNoPositions() {
  for (const auto& coding : options()) {
    const SparsePayload form("some", coding, 0);
    const bool known = coding == "packed" || coding == "fixed-32" || coding == "bitmap";
    for (const std::size_t count : {0, 1, 130, 400}) {
      const auto expected = form.bytesFor(count, 1000);
      QCOMPARE(expected.has_value(), known);
      if (known) QCOMPARE(written(form, everyOther(count, 2), 1000).bytes.size(), *expected);
    }
  }
}

/// 20,000 strings a code, random and mutated.
void SparsePayloadTest::anyBytesAreEntriesOrAnError() {
  QFETCH(std::string, coding);
  const SparsePayload none("some", coding, 0);
  const SparsePayload one("some", coding, 1);
  Random random(4, Purpose::Test);
  Update update;
  int taken = 0;
  for (int trial = 0; trial < 20'000; ++trial) {
    const std::size_t size = 1 + random.below(200);
    auto bytes = written(none, everyOther(random.below(size / 2 + 1), 2), size).bytes;
    if (trial % 2 == 0) {
      if (trial % 4 == 0) bytes.resize(random.below(bytes.size() + 12));
      for (auto& b : bytes)
        if (random.below(4) == 0) b = static_cast<std::byte>(random.below(256));
    } else if (!bytes.empty()) {
      bytes[random.below(bytes.size())] ^= std::byte{1} << random.below(8);
    }
    const bool emptyToo = trial % 3 == 0;
    const auto done = (emptyToo ? none : one).read(bytes, size, update);
    QCOMPARE(update.size(), size);
    const auto& entries = *update.entries();
    if (!done) {
      QVERIFY(!done.error().message.empty());
      QVERIFY(entries.indices.empty());
      continue;
    }
    ++taken;
    QVERIFY(emptyToo || !entries.indices.empty());
    QCOMPARE(entries.values.size(), entries.indices.size());
    for (std::size_t i = 0; i < entries.indices.size(); ++i)
      QVERIFY(entries.indices[i] < size && (i == 0 || entries.indices[i - 1] < entries.indices[i]));
  }
  QVERIFY(taken > 1000);
}

void SparsePayloadTest::errorsNameThePayload() {
  Update update;
  const auto message = [&](const SparsePayload& form, std::vector<int> values) {
    std::vector<std::byte> bytes;
    for (const int v : values) bytes.push_back(static_cast<std::byte>(v));
    const auto done = form.read(bytes, 10, update);
    return done ? QString() : QString::fromStdString(done.error().message);
  };
  QCOMPARE(message({"some", "rice", 0}, {}),
           QString("some payload: positions: the header has no parameter, or no count; allowed: up "
                   "to 10 positions"));
  QCOMPARE(message({"some", "rice", 0}, {8, 0, 0}),
           QString("some payload: positions: read the code 8; allowed: those below 8"));
  QCOMPARE(message({"some", "rice", 1}, {5, 0, 0}),
           QString("some payload: read 0 positions and 0 bytes of values; allowed: 1 positions or "
                   "more, 4 bytes for each"));
  QCOMPARE(message({"some", "rice", 0}, {5, 0, 1, 1, 0, 0, 0}),
           QString("some payload: read 1 positions and 3 bytes of values; allowed: 0 positions or "
                   "more, 4 bytes for each"));
  QCOMPARE(message({"some", "packed", 0}, {1, 2, 3}),
           QString("some payload: read 3 bytes; allowed: the length of 0 to 10 entries of 32 + 4 "
                   "bits"));
  QCOMPARE(message({"some", "packed", 0}, {}), QString());
}

void SparsePayloadTest::topKSendsTheSameEntriesInEveryCode() {
  QFETCH(std::string, coding);
  const auto layout = layoutOf({{90, 70}, {0}, {90}, {7, 90}, {7}});
  const auto x = normals(elementCount(layout), 21);
  const auto compressor = make("top-k", {{"fraction", 0.03}, {"index_coding", coding}});
  const auto plain = make("top-k", {{"fraction", 0.03}});
  const auto expected = compress(*plain, x, layout);
  const auto payload = compress(*compressor, x, layout);
  QCOMPARE(decode(*compressor, payload, layout), decode(*plain, expected, layout));
  QCOMPARE(payload.valueBits, expected.valueBits);
  const auto counts = compressor->count(payload, layout);
  QCOMPARE(counts.paper, plain->count(expected, layout).paper);
  QVERIFY(8.0 * static_cast<double>(payload.bytes.size()) > counts.entropy);
  if (coding == "automatic") QVERIFY(payload.bytes.size() < expected.bytes.size());
}

QTEST_APPLESS_MAIN(SparsePayloadTest)
#include "sparse_payload_test.moc"
