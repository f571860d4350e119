// SPDX-License-Identifier: GPL-3.0-or-later
// How much memory the long vectors of a run take, all of which are allocated on lines.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

#include <QtTest>

#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::SmallCluster;
using telegrad::test::smallExperiment;

namespace {

// What was asked for stands a line before what is given out.
constexpr std::size_t kLine = 64;
std::atomic<std::size_t> live{0};
std::atomic<std::size_t> most{0};

void* give(std::size_t size) {
  const std::size_t rounded = (size + 2 * kLine - 1) / kLine * kLine;
  auto* const memory = static_cast<std::byte*>(std::aligned_alloc(kLine, rounded));
  if (memory == nullptr) throw std::bad_alloc();
  new (memory) std::size_t(size);
  const std::size_t now = live += size;
  for (auto before = most.load(); before < now && !most.compare_exchange_weak(before, now);) {
  }
  return memory + kLine;
}

void take(void* pointer) {
  if (pointer == nullptr) return;
  auto* const memory = static_cast<std::byte*>(pointer) - kLine;
  live -= *reinterpret_cast<std::size_t*>(memory);  // NOLINT: as give() put it there
  std::free(memory);                                // NOLINT
}

}  // namespace

void* operator new(std::size_t size, std::align_val_t /*line*/) {
  return give(size);
}
void operator delete(void* pointer, std::align_val_t /*line*/) noexcept {
  take(pointer);
}
void operator delete(void* pointer, std::size_t /*size*/, std::align_val_t /*line*/) noexcept {
  take(pointer);
}

class MemoryTest : public QObject {
  Q_OBJECT
 private slots:
  void ofTenWorkersThatCompareGradients();
};

/// SASG on a ResNet-18 of a quarter of the width, in vectors of its d weights: ten residuals, two
/// of each thread (a gradient, and scratch memory that nobody writes), the weights, and packed two
/// of them, are 17. The largest tensor is a fifth of the model, each thread has two of those, and
/// one image's activations are nearly half a vector. One more vector, as for weights that are still
/// to come, is too much.
void MemoryTest::ofTenWorkersThatCompareGradients() {
  const std::size_t before = live;
  most = before;
  SmallCluster cluster(smallExperiment(
      "sasg", {"dataset.key=synthetic-objects", "dataset.train_examples=100",
               "dataset.test_examples=100", "model.key=resnet-18", "model.width=16",
               "cluster.workers=10", "cluster.batch=1", "algorithm.delay_bound=2"}));
  cluster->holdDifferencesFrom(1);
  for (int k = 0; k < 5; ++k) QVERIFY(cluster->iterate(k == 4));
  const auto vector = static_cast<double>(cluster->weights().size_bytes());
  const double vectors = static_cast<double>(most - before) / vector;
  QVERIFY2(vectors > 17.0 && vectors < 20.5, qPrintable(QString::number(vectors)));
}

QTEST_APPLESS_MAIN(MemoryTest)
#include "memory_test.moc"
