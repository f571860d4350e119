// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include <QtTest>

#include "core/data/partition.h"

using telegrad::Dataset;
using telegrad::epochOrder;
using telegrad::Partition;

Q_DECLARE_METATYPE(const telegrad::Entry<Partition>*)

namespace {

std::vector<std::uint32_t> flat(const std::vector<std::vector<std::uint32_t>>& shards) {
  std::vector<std::uint32_t> all;
  for (const auto& shard : shards) all.insert(all.end(), shard.begin(), shard.end());
  return all;
}

/// Labels in order, as a set sorted by class would have them.
std::vector<std::uint8_t> sortedLabels(std::size_t count) {
  std::vector<std::uint8_t> labels(count);
  for (std::size_t i = 0; i < count; ++i) labels[i] = static_cast<std::uint8_t>(i * 10 / count);
  return labels;
}

/// A dataset with those labels, put together of two: "even" has one example more if they are odd.
Dataset labelled(std::vector<std::uint8_t> labels) {
  Dataset dataset;
  const std::size_t half = labels.size() / 2;
  dataset.sources = {{"even", labels.size() - half, 0, {}, {}}, {"odd", half, 0, {}, {}}};
  dataset.train.labels = std::move(labels);
  return dataset;
}

}  // namespace

class PartitionsTest : public QObject {
  Q_OBJECT
 private slots:
  void everyOneDealsEachExampleAtMostOnce_data() { catalogue(); }
  void everyOneDealsEachExampleAtMostOnce();
  void everyOneIsAFunctionOfTheSeed_data() { catalogue(); }
  void everyOneIsAFunctionOfTheSeed();
  void everyOneRefusesTooFewExamples_data() { catalogue(); }
  void everyOneRefusesTooFewExamples();
  void everyOneSpeaksToTheUser_data() { catalogue(); }
  void everyOneSpeaksToTheUser();
  void iidShardsAreEqual_data();
  void iidShardsAreEqual();
  void iidShardsAreFairSamples();
  void byLabelGivesFewClasses();
  void dirichletIsAsUnlikeAsAlphaSays_data();
  void dirichletIsAsUnlikeAsAlphaSays();
  void bySourceGivesEveryWorkerOne_data();
  void bySourceGivesEveryWorkerOne();
  void bySourceRefusesOneSource();
  void epochOrderHoldsTheShard();
  void epochOrderDependsOnNothingElse();

 private:
  static void catalogue();
  static std::unique_ptr<Partition> make(const telegrad::Entry<Partition>& entry) {
    return entry.make(*telegrad::Settings::from(entry.parameters));
  }
};

void PartitionsTest::catalogue() {
  QTest::addColumn<const telegrad::Entry<Partition>*>("entry");
  for (const auto& entry : telegrad::partitions()) QTest::newRow(entry.key.c_str()) << &entry;
}

void PartitionsTest::everyOneDealsEachExampleAtMostOnce() {
  QFETCH(const telegrad::Entry<Partition>*, entry);
  const auto shards = make(*entry)->deal(labelled(sortedLabels(1003)), 10, 5);
  QVERIFY(shards);
  QCOMPARE(shards->size(), std::size_t{10});
  const auto all = flat(*shards);
  QCOMPARE(std::set<std::uint32_t>(all.begin(), all.end()).size(), all.size());
  QVERIFY(*std::ranges::max_element(all) < 1003);
  for (const auto& shard : *shards) QVERIFY(!shard.empty());
}

void PartitionsTest::everyOneIsAFunctionOfTheSeed() {
  QFETCH(const telegrad::Entry<Partition>*, entry);
  const auto labels = sortedLabels(500);
  const auto first = make(*entry)->deal(labelled(labels), 4, 5);
  const auto again = make(*entry)->deal(labelled(labels), 4, 5);
  const auto other = make(*entry)->deal(labelled(labels), 4, 6);
  QVERIFY(first && again && other);
  QCOMPARE(*first, *again);
  QVERIFY(*first != *other);
}

void PartitionsTest::everyOneRefusesTooFewExamples() {
  QFETCH(const telegrad::Entry<Partition>*, entry);
  const auto shards = make(*entry)->deal(labelled(sortedLabels(3)), 4, 1);
  QVERIFY(!shards);
  const auto message = QString::fromStdString(shards.error().message);
  for (const auto* word : {"3 examples", "4 workers", "allowed"})
    QVERIFY2(message.contains(word), qPrintable(message));
  QVERIFY(!make(*entry)->deal(labelled(sortedLabels(3)), 0, 1));
}

void PartitionsTest::everyOneSpeaksToTheUser() {
  QFETCH(const telegrad::Entry<Partition>*, entry);
  QVERIFY(!entry->name.empty() && !entry->summary.empty());
  for (const auto& parameter : entry->parameters)
    QVERIFY(!parameter.label.empty() && !parameter.help.empty());
}

void PartitionsTest::iidShardsAreEqual_data() {
  QTest::addColumn<int>("examples");
  QTest::addColumn<int>("workers");
  QTest::addColumn<int>("size");
  QTest::newRow("divides") << 100 << 10 << 10;
  QTest::newRow("leaves a rest out") << 109 << 10 << 10;
  QTest::newRow("one each") << 7 << 7 << 1;
  QTest::newRow("one worker") << 7 << 1 << 7;
}

void PartitionsTest::iidShardsAreEqual() {
  QFETCH(int, examples);
  QFETCH(int, workers);
  QFETCH(int, size);
  const auto iid = telegrad::find(telegrad::partitions(), "iid", "partition");
  QVERIFY(iid);
  const auto shards = make(**iid)->deal(labelled(sortedLabels(static_cast<std::size_t>(examples))),
                                        static_cast<std::size_t>(workers), 3);
  QVERIFY(shards);
  for (const auto& shard : *shards) QCOMPARE(shard.size(), static_cast<std::size_t>(size));
}

void PartitionsTest::iidShardsAreFairSamples() {
  const auto iid = telegrad::find(telegrad::partitions(), "iid", "partition");
  QVERIFY(iid);
  const auto labels = sortedLabels(20000);
  const auto shards = make(**iid)->deal(labelled(labels), 10, 1);
  QVERIFY(shards);
  for (const auto& shard : *shards) {
    std::vector<int> counts(10, 0);
    for (const auto index : shard) ++counts.at(labels[index]);
    double chiSquare = 0.0;
    for (const int count : counts) chiSquare += (count - 200.0) * (count - 200.0) / 200.0;
    QVERIFY2(chiSquare < 33.7, qPrintable(QString::number(chiSquare)));  // nine degrees, p = 1e-4
  }
}

void PartitionsTest::byLabelGivesFewClasses() {
  const auto byLabel = *telegrad::find(telegrad::partitions(), "by-label", "partition");
  const auto labels = sortedLabels(20000);
  for (const std::int64_t pieces : {1, 2, 5}) {
    const auto partition =
        byLabel->make(*telegrad::Settings::from(byLabel->parameters, {{"pieces", pieces}}));
    const auto shards = partition->deal(labelled(labels), 10, 1);
    QVERIFY(shards);
    for (const auto& shard : *shards) {
      QCOMPARE(shard.size(), std::size_t{2000});
      std::set<int> classes;
      for (const auto index : shard) classes.insert(labels[index]);
      // 10 * pieces pieces of 2,000 / pieces examples, none of which crosses a class's end.
      QVERIFY(classes.size() <= static_cast<std::size_t>(pieces));
    }
  }
}

void PartitionsTest::dirichletIsAsUnlikeAsAlphaSays_data() {
  QTest::addColumn<double>("alpha");
  for (const double alpha : {0.01, 0.5, 5.0, 1000.0}) QTest::addRow("alpha = %g", alpha) << alpha;
}

void PartitionsTest::dirichletIsAsUnlikeAsAlphaSays() {
  QFETCH(double, alpha);
  const auto dirichlet = *telegrad::find(telegrad::partitions(), "dirichlet", "partition");
  const auto partition =
      dirichlet->make(*telegrad::Settings::from(dirichlet->parameters, {{"alpha", alpha}}));
  const auto labels = sortedLabels(20000);
  // The first worker of each seed draws before any class can run out: 150 draws of shares p.
  constexpr int kSeeds = 150;
  constexpr std::size_t kShard = 50;
  double squares = 0.0;
  for (int seed = 0; seed < kSeeds; ++seed) {
    const auto shards = partition->deal(labelled(labels), 400, static_cast<std::uint64_t>(seed));
    QVERIFY(shards);
    QCOMPARE(shards->back().size(), kShard);
    std::vector<double> counts(10, 0.0);
    for (const auto index : shards->front()) counts.at(labels[index]) += 1.0;
    for (const double count : counts) squares += count * (count - 1.0);
  }
  // Two examples of a shard are of one class with probability sum_c E p_c^2 = (alpha + 1) /
  // (10 alpha + 1).
  const double alike = squares / (kSeeds * kShard * (kShard - 1.0));
  const double expected = (alpha + 1.0) / (10.0 * alpha + 1.0);
  QVERIFY2(std::abs(alike - expected) < 0.05, qPrintable(QString::number(alike)));
  if (alpha >= 5.0) QVERIFY(std::abs(alike - expected) < 0.02);
}

void PartitionsTest::bySourceGivesEveryWorkerOne_data() {
  QTest::addColumn<int>("even");
  QTest::addColumn<int>("odd");
  QTest::addColumn<int>("workers");
  QTest::addColumn<int>("size");
  QTest::newRow("CIFAR-10 and MNIST") << 50000 << 60000 << 10 << 5000;
  QTest::newRow("all that there is of the scarcer") << 90 << 61 << 6 << 20;
  QTest::newRow("one has a worker more") << 90 << 61 << 7 << 20;
  QTest::newRow("one worker") << 90 << 7 << 1 << 90;
}

void PartitionsTest::bySourceGivesEveryWorkerOne() {
  QFETCH(int, even);
  QFETCH(int, odd);
  QFETCH(int, workers);
  QFETCH(int, size);
  Dataset dataset;
  dataset.sources = {{"even", static_cast<std::size_t>(even), 0, {}, {}},
                     {"odd", static_cast<std::size_t>(odd), 0, {}, {}}};
  dataset.train.labels.resize(static_cast<std::size_t>(even + odd));
  const auto entry = *telegrad::find(telegrad::partitions(), "by-source", "partition");
  const auto shards = make(*entry)->deal(dataset, static_cast<std::size_t>(workers), 1);
  QVERIFY2(shards, shards ? "" : shards.error().message.c_str());
  for (std::size_t m = 0; m < shards->size(); ++m) {
    const auto& shard = (*shards)[m];
    QCOMPARE(shard.size(), static_cast<std::size_t>(size));
    for (const auto index : shard)
      QVERIFY(m % 2 == 0 ? index < static_cast<std::uint32_t>(even)
                         : index >= static_cast<std::uint32_t>(even) &&
                               index < static_cast<std::uint32_t>(even + odd));
  }
  const auto all = flat(*shards);
  QCOMPARE(std::set<std::uint32_t>(all.begin(), all.end()).size(), all.size());
}

void PartitionsTest::bySourceRefusesOneSource() {
  Dataset dataset = labelled(sortedLabels(100));
  dataset.key = "mnist";
  dataset.sources.clear();
  const auto entry = *telegrad::find(telegrad::partitions(), "by-source", "partition");
  const auto shards = make(*entry)->deal(dataset, 10, 1);
  QVERIFY(!shards);
  QCOMPARE(
      shards.error().message,
      std::string("partition by-source: read mnist, which is of one source; allowed: a dataset "
                  "of several, as mnist-and-cifar-10"));
}

void PartitionsTest::epochOrderHoldsTheShard() {
  const std::vector<std::uint32_t> shard{40, 7, 19, 3, 88, 52};
  auto order = epochOrder(shard, 1, 2, 3);
  auto expected = shard;
  std::ranges::sort(order);
  std::ranges::sort(expected);
  QCOMPARE(order, expected);
  QVERIFY(epochOrder({}, 1, 2, 3).empty());
}

void PartitionsTest::epochOrderDependsOnNothingElse() {
  std::vector<std::uint32_t> shard(100);
  for (std::size_t i = 0; i < shard.size(); ++i) shard[i] = static_cast<std::uint32_t>(1000 + i);
  const auto order = epochOrder(shard, 1, 2, 3);
  QCOMPARE(epochOrder(shard, 1, 2, 3), order);
  QVERIFY(epochOrder(shard, 2, 2, 3) != order);
  QVERIFY(epochOrder(shard, 1, 3, 3) != order);
  QVERIFY(epochOrder(shard, 1, 2, 4) != order);
}

QTEST_APPLESS_MAIN(PartitionsTest)
#include "partitions_test.moc"
