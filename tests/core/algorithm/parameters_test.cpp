// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameters.h"

#include <cstring>

#include <QtTest>

using namespace telegrad;

namespace {

constexpr std::size_t kSize = 400;

/// w^0, w^1, ..., of which each differs from the one before in a few entries, one of them in the
/// sign of a zero.
std::vector<FloatVector> steps(int count) {
  std::vector<FloatVector> all(1, FloatVector(kSize, 0.0F));
  for (int k = 1; k < count; ++k) {
    auto next = all.back();
    for (std::size_t i = 0; i < 20; ++i)
      next[(7 * i + 31 * static_cast<std::size_t>(k)) % kSize] += 0.5F + static_cast<float>(i);
    next[kSize - 1] = k % 2 == 0 ? 0.0F : -0.0F;
    all.push_back(std::move(next));
  }
  return all;
}

std::vector<std::shared_ptr<Parameters>> published(const std::vector<FloatVector>& all) {
  std::vector<std::shared_ptr<Parameters>> snapshots;
  for (const auto& values : all) {
    const auto next = std::make_shared<Parameters>();
    if (snapshots.empty())
      next->values = values;
    else
      snapshots.back()->passOn(values, next);
    snapshots.push_back(next);
  }
  return snapshots;
}

bool sameBits(std::span<const float> a, std::span<const float> b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

}  // namespace

class ParametersTest : public QObject {
  Q_OBJECT
 private slots:
  void aDifferenceReadsAsWhatItWas();
  void tooLargeADifferenceIsNotMade();
  void whatIsSavedIsWhole();
  void aSuccessorStaysWhileItIsNeeded();
};

void ParametersTest::aDifferenceReadsAsWhatItWas() {
  const auto all = steps(8);
  const auto snapshots = published(all);
  FloatVector room;
  for (std::size_t k = 0; k < all.size(); ++k) {
    QCOMPARE(snapshots[k]->isDifference(), k + 1 < all.size());
    QVERIFY(sameBits(snapshots[k]->flat().read(room), all[k]));
    FloatVector small;
    for (std::size_t begin = 0; begin < kSize; begin += 80) {
      const auto half = snapshots[k]->flat().part(begin, 80).part(40, 40);
      QVERIFY(sameBits(half.read(small), std::span(all[k]).subspan(begin + 40, 40)));
    }
    QVERIFY(small.size() <= 40);
  }
  QVERIFY(snapshots.front()->floatsHeld() < kSize / 4);
}

void ParametersTest::tooLargeADifferenceIsNotMade() {
  for (const std::size_t changed : {kSize / 4, kSize / 4 + 1}) {
    auto old = std::make_shared<Parameters>();
    auto next = std::make_shared<Parameters>();
    old->values.assign(kSize, 1.0F);
    auto following = old->values;
    std::fill_n(following.begin(), changed, 2.0F);
    old->passOn(following, next);
    QCOMPARE(old->isDifference(), changed == kSize / 4);
    QVERIFY(sameBits(next->values, following));
    FloatVector room;
    QVERIFY(sameBits(old->flat().read(room), FloatVector(kSize, 1.0F)));
  }
}

void ParametersTest::whatIsSavedIsWhole() {
  const auto all = steps(3);
  const auto snapshots = published(all);
  StateArchive saving;
  saving(*snapshots.front());
  const auto bytes = saving.takeBytes();
  Parameters loaded;
  StateArchive loading(bytes);
  loading(loaded);
  QVERIFY(loading.finish());
  QVERIFY(!loaded.isDifference());
  QVERIFY(sameBits(loaded.values, all.front()));
}

void ParametersTest::aSuccessorStaysWhileItIsNeeded() {
  const auto all = steps(3);
  auto snapshots = published(all);
  const std::weak_ptr<Parameters> middle = snapshots[1];
  snapshots[1].reset();
  QVERIFY(!middle.expired());
  FloatVector room;
  QVERIFY(sameBits(snapshots[0]->flat().read(room), all[0]));
  snapshots[0].reset();
  QVERIFY(middle.expired());
}

QTEST_APPLESS_MAIN(ParametersTest)
#include "parameters_test.moc"
