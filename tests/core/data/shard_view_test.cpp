// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/shard_view.h"

#include <numeric>

#include <QtTest>

#include "core/data/partition.h"

using telegrad::Dataset;
using telegrad::dealtData;

class ShardViewTest : public QObject {
  Q_OBJECT
 private slots:
  void countsAndImagesAreTheShards();
  void distancesByHand();
  void everyPartitionIsCountedWhole_data();
  void everyPartitionIsCountedWhole();
  void classesWithoutNamesAreNumbers();
};

namespace {

/// Images of two pixels: the example's number, and its label.
Dataset made(const std::vector<std::uint8_t>& labels, std::size_t classes) {
  Dataset dataset;
  dataset.classes = classes;
  dataset.train.shape = {1, 1, 2};
  dataset.train.labels = labels;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    dataset.train.pixels.push_back(static_cast<std::uint8_t>(i));
    dataset.train.pixels.push_back(labels[i]);
  }
  return dataset;
}

}  // namespace

void ShardViewTest::countsAndImagesAreTheShards() {
  const auto dataset = made({2, 0, 0, 1, 2, 2, 0, 2}, 3);
  const auto dealt =
      dealtData(dataset, std::vector<std::vector<std::uint32_t>>{{7, 1, 4, 2}, {3}}, 2);
  QCOMPARE(dealt.workers.size(), std::size_t{2});
  const auto& first = dealt.workers.front();
  QCOMPARE(first.counts, (std::vector<std::uint32_t>{2, 0, 2}));
  QCOMPARE(first.examples, std::size_t{4});
  QCOMPARE(first.classes(), std::size_t{2});
  // By class: 1, 2 of class 0, then 7, 4 of class 2; in the middle of each half stand 2 and 4.
  QCOMPARE(first.pixels, (std::vector<std::uint8_t>{2, 0, 4, 2}));
  QCOMPARE(first.labels, (std::vector<std::uint8_t>{0, 2}));
  QCOMPARE(dealt.workers.back().labels, (std::vector<std::uint8_t>{1}));
  QCOMPARE(dealt.largestCount(), 2U);
}

void ShardViewTest::distancesByHand() {
  const auto dataset = made({0, 0, 1, 1}, 2);
  const auto apart = dealtData(dataset, std::vector<std::vector<std::uint32_t>>{{0, 1}, {2, 3}}, 1);
  QCOMPARE(apart.distances(), (std::vector<double>{0.5, 0.5}));
  const auto alike = dealtData(dataset, std::vector<std::vector<std::uint32_t>>{{0, 2}, {1, 3}}, 1);
  QCOMPARE(alike.distances(), (std::vector<double>{0.0, 0.0}));
}

void ShardViewTest::everyPartitionIsCountedWhole_data() {
  QTest::addColumn<int>("index");
  for (int i = 0; i < static_cast<int>(telegrad::partitions().size()); ++i)
    QTest::newRow(telegrad::partitions()[static_cast<std::size_t>(i)].key.c_str()) << i;
}

void ShardViewTest::everyPartitionIsCountedWhole() {
  QFETCH(int, index);
  const auto& entry = telegrad::partitions()[static_cast<std::size_t>(index)];
  std::vector<std::uint8_t> labels(240);
  for (std::size_t i = 0; i < labels.size(); ++i) labels[i] = static_cast<std::uint8_t>(i * 7 % 10);
  auto dataset = made(labels, 10);
  dataset.sources.resize(2);
  for (auto& source : dataset.sources) source.train = 120;
  const auto shards = entry.make(*telegrad::Settings::from(entry.parameters))->deal(dataset, 6, 1);
  QVERIFY(shards);
  const auto dealt = dealtData(dataset, *shards, 8);
  for (std::size_t m = 0; m < shards->size(); ++m) {
    const auto& counts = dealt.workers[m].counts;
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), std::size_t{0}), (*shards)[m].size());
    QVERIFY(std::ranges::is_sorted(dealt.workers[m].labels));
    for (const auto label : dealt.workers[m].labels) QVERIFY(counts[label] > 0);
  }
}

void ShardViewTest::classesWithoutNamesAreNumbers() {
  const auto dealt = dealtData(made({0, 1, 2}, 3), std::vector<std::vector<std::uint32_t>>{{0}}, 1);
  QCOMPARE(dealt.classNames, (std::vector<std::string>{"0", "1", "2"}));
}

QTEST_APPLESS_MAIN(ShardViewTest)
#include "shard_view_test.moc"
