// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <QTemporaryDir>
#include <QtTest>

#include "core/data/dataset.h"
#include "core/data/download.h"
#include "tests/core/data/idx_files.h"

using telegrad::DatasetSource;

Q_DECLARE_METATYPE(const telegrad::Entry<DatasetSource>*)

/// What every dataset meets before it has a test of its own.
class DatasetsTest : public QObject {
  Q_OBJECT
 private slots:
  void keysDiffer();
  void speaksToTheUser_data() { catalogue(); }
  void speaksToTheUser();
  void loadsOrSaysHowToGetIt_data() { catalogue(); }
  void loadsOrSaysHowToGetIt();
  void everyRemoteDatasetIsInTheList();

 private:
  static void catalogue();
};

void DatasetsTest::catalogue() {
  QTest::addColumn<const telegrad::Entry<DatasetSource>*>("entry");
  for (const auto& entry : telegrad::datasets()) QTest::newRow(entry.key.c_str()) << &entry;
}

void DatasetsTest::keysDiffer() {
  std::set<std::string> keys;
  for (const auto& entry : telegrad::datasets()) keys.insert(entry.key);
  QCOMPARE(keys.size(), telegrad::datasets().size());
}

void DatasetsTest::speaksToTheUser() {
  QFETCH(const telegrad::Entry<DatasetSource>*, entry);
  QVERIFY(!entry->name.empty());
  QVERIFY(entry->summary.ends_with('.'));
  for (const auto& parameter : entry->parameters) {
    QVERIFY(!parameter.label.empty());
    QVERIFY(parameter.help.ends_with('.'));
    QVERIFY(telegrad::accept(parameter, parameter.initial()));
  }
}

void DatasetsTest::loadsOrSaysHowToGetIt() {
  QFETCH(const telegrad::Entry<DatasetSource>*, entry);
  const QTemporaryDir empty;
  QVERIFY(empty.isValid());
  const auto settings = telegrad::Settings::from(entry->parameters);
  QVERIFY(settings);
  const auto dataset = entry->make(*settings)->load({{pathOf(empty.path())}});
  if (!dataset) {
    const auto message = QString::fromStdString(dataset.error().message);
    QVERIFY2(message.contains(empty.path()), qPrintable(message));
    const auto remotes = telegrad::remotesOf(entry->key);
    QVERIFY(!remotes.empty());
    for (const auto* remote : remotes) {
      const auto hint = QString::fromStdString("telegrad-cli fetch " + remote->key);
      QVERIFY2(message.contains(hint), qPrintable(message));
    }
    return;
  }
  QCOMPARE(dataset->key, entry->key);
  QVERIFY(!dataset->origin.empty());
  for (const auto* images : {&dataset->train, &dataset->test}) {
    QVERIFY(images->count() > 0);
    QCOMPARE(images->pixels.size(), images->count() * telegrad::elementCount(images->shape));
    QVERIFY(*std::ranges::max_element(images->labels) < dataset->classes);
  }
  QCOMPARE(dataset->classNames.size(), dataset->classes);
  QCOMPARE(std::set(dataset->classNames.begin(), dataset->classNames.end()).size(),
           dataset->classes);
  const auto outline = entry->make(*settings)->outline();
  QVERIFY(outline);
  QCOMPARE(outline->shape, dataset->train.shape);
  QCOMPARE(outline->classes, dataset->classes);
  QCOMPARE(outline->train, dataset->train.count());
  QCOMPARE(outline->test, dataset->test.count());
  const auto channels = static_cast<std::size_t>(dataset->train.shape.front());
  QCOMPARE(dataset->normalisation.mean.size(), channels);
  QCOMPARE(dataset->normalisation.deviation.size(), channels);
}

void DatasetsTest::everyRemoteDatasetIsInTheList() {
  for (const auto& remote : telegrad::remoteDatasets()) {
    QVERIFY(telegrad::find(telegrad::datasets(), remote.key, "dataset"));
    QVERIFY(remote.mirrors.size() >= 2);
    for (const auto& mirror : remote.mirrors)
      QVERIFY(mirror.starts_with("http") && mirror.ends_with('/'));
    QCOMPARE(remote.files.size(), std::size_t{remote.archive ? 1U : 4U});
    for (const auto& file : remote.files) {
      QCOMPARE(file.md5.size(), std::size_t{32});
      QVERIFY(file.md5.find_first_not_of("0123456789abcdef") == std::string::npos);
      QVERIFY(file.bytes > 0);
    }
    // Whole records, of 60,000 images in all.
    std::int64_t unpacked = 0;
    if (remote.archive)
      for (const auto& file : remote.archive->files) unpacked += file.bytes;
    if (remote.key == "cifar-10") QCOMPARE(unpacked, std::int64_t{60000} * 3073);
    if (remote.key == "cifar-100") QCOMPARE(unpacked, std::int64_t{60000} * 3074);
  }
}

QTEST_APPLESS_MAIN(DatasetsTest)
#include "datasets_test.moc"
