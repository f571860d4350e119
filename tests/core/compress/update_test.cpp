// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include <QtTest>

#include "core/compress/compressor.h"

using namespace telegrad;

/// Adding and subtracting what was sent, against plain loops over the dense vector.
class UpdateTest : public QObject {
  Q_OBJECT
 private slots:
  void isZeroUntilSet();
  void denseReadsBytesAnywhere();
  void sparseTouchesItsEntriesOnly();
  void clearsWhereSomethingWasSent();
  void stretchesAddUpToTheWhole();
  void severalAddUpInTheirOrder();
  void memoryIsHandedBack();
};

using Floats = std::vector<float>;

std::vector<std::byte> bytesOf(const Floats& x, std::size_t before = 0) {
  std::vector<std::byte> bytes(before + x.size() * sizeof(float));
  std::memcpy(bytes.data() + before, x.data(), x.size() * sizeof(float));
  return bytes;
}

void UpdateTest::isZeroUntilSet() {
  const Update update(3);
  Floats x{1.0F, 2.0F, 3.0F};
  update.addTo(x, 0);
  update.subtractFrom(x);
  QCOMPARE(update.size(), std::size_t{3});
  QCOMPARE(x, (Floats{1.0F, 2.0F, 3.0F}));
  QCOMPARE(Update().size(), std::size_t{0});
}

void UpdateTest::denseReadsBytesAnywhere() {
  Floats x(100);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = 0.25F * static_cast<float>(i) - 7.0F;
  for (std::size_t shift = 0; shift < 5; ++shift) {  // four of them not aligned
    const auto bytes = bytesOf(x, shift);
    Update update;
    update.setDense(std::span(bytes).subspan(shift));
    QCOMPARE(update.size(), x.size());
    Floats sum(100, 1.0F);
    update.addTo(sum, 0);
    for (std::size_t i = 0; i < x.size(); ++i) QVERIFY(sum[i] == 1.0F + x[i]);
    update.subtractFrom(sum);
    QCOMPARE(sum, Floats(100, 1.0F));
  }
}

void UpdateTest::sparseTouchesItsEntriesOnly() {
  Update update;
  update.setSparse(6, {{1, 4}, {2.0F, -3.0F}});
  Floats x(6, 10.0F);
  update.addTo(x, 0);
  QCOMPARE(x, (Floats{10.0F, 12.0F, 10.0F, 10.0F, 7.0F, 10.0F}));
  update.subtractFrom(x);
  QCOMPARE(x, Floats(6, 10.0F));
}

void UpdateTest::clearsWhereSomethingWasSent() {
  Update update;
  update.setSparse(4, {{0, 2}, {0.0F, 5.0F}});
  Floats x{1.0F, 2.0F, 3.0F, 4.0F};
  update.clearWhereSent(x);
  QCOMPARE(x, (Floats{0.0F, 2.0F, 0.0F, 4.0F}));  // a zero was sent, too
  const auto bytes = bytesOf({0.0F, 7.0F});
  update.setDense(bytes);
  Floats y{1.0F, 2.0F};
  update.clearWhereSent(y);
  QCOMPARE(y, Floats(2, 0.0F));
  update.takeEntries();
  update.setSparse(4, {});
  update.clearWhereSent(x);
  QCOMPARE(x, (Floats{0.0F, 2.0F, 0.0F, 4.0F}));
}

void UpdateTest::stretchesAddUpToTheWhole() {
  const Floats x{0.0F, 1.0F, 0.0F, 2.0F, 3.0F, 0.0F, 4.0F};
  const auto bytes = bytesOf(x);
  Update dense;
  dense.setDense(bytes);
  Update sparse;
  sparse.setSparse(7, {{1, 3, 4, 6}, {1.0F, 2.0F, 3.0F, 4.0F}});
  for (const auto* update : {&dense, &sparse})
    for (std::size_t begin = 0; begin <= 7; ++begin)
      for (std::size_t end = begin; end <= 7; ++end) {
        Floats sum(7, 0.0F);
        update->addTo(std::span(sum).subspan(begin, end - begin), begin);
        for (std::size_t i = 0; i < 7; ++i)
          QVERIFY(sum[i] == (begin <= i && i < end ? x[i] : 0.0F));
      }
}

void UpdateTest::severalAddUpInTheirOrder() {
  // Numbers of so different magnitudes that any other order of the sum has other bits.
  constexpr std::size_t kSize = 70;
  constexpr std::size_t kMost = 13;
  std::vector<std::vector<std::byte>> bytes;
  for (std::size_t m = 0; m < kMost; ++m) {
    Floats x(kSize);
    for (std::size_t i = 0; i < kSize; ++i)
      x[i] =
          std::ldexp(static_cast<float>(1 + (7 * m + 3 * i) % 11), static_cast<int>(5 * m) % 29) *
          ((m + i) % 3 == 0 ? -1.0F : 1.0F);
    bytes.push_back(bytesOf(x));
  }
  for (const std::size_t sparse : {kMost, std::size_t{0}, std::size_t{4}, std::size_t{9}}) {
    std::vector<Update> updates(kMost);
    for (std::size_t m = 0; m < kMost; ++m) updates[m].setDense(bytes[m]);
    if (sparse < kMost) updates[sparse].setSparse(kSize, {{1, 4}, {0.7F, -3e7F}});
    for (std::size_t count = 0; count <= kMost; ++count) {
      Floats expected(kSize - 3, 0.1F);
      for (std::size_t m = 0; m < count; ++m) updates[m].addTo(expected, 2);
      Floats sum(kSize - 3, 0.1F);
      addInTurn(std::span(updates).first(count), sum, 2);
      QVERIFY2(sum == expected, qPrintable(QString::number(count)));
    }
  }
}

void UpdateTest::memoryIsHandedBack() {
  Update::Entries entries;
  entries.indices.reserve(100);
  entries.indices = {2};
  entries.values = {5.0F};
  const auto* memory = entries.indices.data();
  Update update;
  update.setSparse(3, std::move(entries));
  const auto bytes = bytesOf({1.0F, 2.0F});
  update.setDense(bytes);  // keeps the vectors for the next sparse one
  const auto taken = update.takeEntries();
  QVERIFY(taken.indices.data() == memory);
  QVERIFY(update.takeEntries().indices.empty());
}

QTEST_APPLESS_MAIN(UpdateTest)
#include "update_test.moc"
