// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QtTest>

#include "tests/support/quadratic_workers.h"

using namespace telegrad;

/// The contract that every algorithm of the list meets.
class AlgorithmsTest : public QObject {
  Q_OBJECT
 private slots:
  void hasWordsForTheUser_data() { rows(); }
  void hasWordsForTheUser();
  void repeatsItselfAndGetsCloser_data() { rows(); }
  void repeatsItselfAndGetsCloser();

 private:
  static void rows() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(algorithms().size()); ++i)
      QTest::newRow(algorithms()[static_cast<std::size_t>(i)].key.c_str()) << i;
  }
  static const AlgorithmEntry& entry() {
    const int index = *static_cast<int*>(QTest::qData("index", QMetaType::Int));
    return algorithms()[static_cast<std::size_t>(index)];
  }
};

void AlgorithmsTest::hasWordsForTheUser() {
  QVERIFY(!entry().name.empty() && !entry().summary.empty());
  QVERIFY(find(compressors(), entry().usualCompressor, "compressor"));
  for (const auto& parameter : entry().parameters) {
    QVERIFY2(!parameter.label.empty() && !parameter.help.empty(), parameter.key.c_str());
    QVERIFY2(accept(parameter, parameter.initial()), parameter.key.c_str());
  }
}

void AlgorithmsTest::repeatsItselfAndGetsCloser() {
  const Values rate{{"learning_rate", 0.005}};
  auto compression = entry().usualCompression;
  const auto* compressor = *find(compressors(), entry().usualCompressor, "compressor");
  if (std::ranges::find(compressor->parameters, "fraction", &Parameter::key) !=
      compressor->parameters.end())
    compression["fraction"] = 0.3;  // of 67 entries
  test::Workers first(entry().key, rate, entry().usualCompressor, compression);
  test::Workers again(entry().key, rate, entry().usualCompressor, compression);
  for (auto* workers : {&first, &again})
    workers->algorithm().compressorIs(compressor->classes(
        *Settings::from(compressor->parameters, compression), {{"x", {67}, 0}}));
  const auto loss = [](const std::vector<WorkerReport>& reports) {
    double sum = 0.0;
    for (const auto& report : reports) sum += report.loss;
    return sum;
  };
  const double atFirst = loss(first.iterate());
  again.iterate();
  double atLast = atFirst;
  for (int k = 0; k < 500; ++k) {
    atLast = loss(first.iterate());
    again.iterate();
  }
  QVERIFY(std::isfinite(atLast) && atLast < atFirst);
  for (std::size_t j = 0; j < first.weights().size(); ++j)
    QCOMPARE(first.weights()[j], again.weights()[j]);
}

QTEST_APPLESS_MAIN(AlgorithmsTest)
#include "algorithms_test.moc"
