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
    snapshots.push_back(std::make_shared<Parameters>());
    snapshots.back()->values = values;
    if (snapshots.size() > 1) snapshots[snapshots.size() - 2]->becomeDifference(snapshots.back());
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
    QVERIFY(sameBits(snapshots[k]->read(room), all[k]));
  }
  QVERIFY(snapshots.front()->floatsHeld() < kSize / 4);
}

void ParametersTest::tooLargeADifferenceIsNotMade() {
  for (const std::size_t changed : {kSize / 4, kSize / 4 + 1}) {
    auto old = std::make_shared<Parameters>();
    auto next = std::make_shared<Parameters>();
    old->values.assign(kSize, 1.0F);
    next->values = old->values;
    for (std::size_t i = 0; i < changed; ++i) next->values[i] = 2.0F;
    old->becomeDifference(next);
    QCOMPARE(old->isDifference(), changed == kSize / 4);
    FloatVector room;
    QVERIFY(sameBits(old->read(room), FloatVector(kSize, 1.0F)));
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
  QVERIFY(sameBits(snapshots[0]->read(room), all[0]));
  snapshots[0].reset();
  QVERIFY(middle.expired());
}

QTEST_APPLESS_MAIN(ParametersTest)
#include "parameters_test.moc"
