// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/explanations.h"

#include <QtTest>

#include "core/experiment/present_values.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::with;

/// The texts of "explain this", and what settings come to.
class ExplanationsTest : public QObject {
  Q_OBJECT
 private slots:
  void findsWhatIsCloser();
  void aStarStandsForAnyLetters();
  void saysWhatIsWrong_data();
  void saysWhatIsWrong();
  void theRateFollowsItsSchedule();
  void theThresholdsWeight();
  void keptEntriesOfEachTensor();
};

namespace {

constexpr auto kTexts = R"(
["algorithm.momentum"]
what = "of all"
formula = "momentum"
related = ["algorithm.learning_rate", "card:curves"]
["algorithm.dgc.momentum"]
what = "of one"
["compressor.scope"]
what = "of all"
["compressor.*-dithering.scope"]
what = "of a family"
["compressor.second_*"]
what = "second"
["compressor.*_fraction"]
what = "any"
["quantity:source_*_accuracy"]
what = "a source"
)";

/// The layers of a network of 784, 512 and 10 units.
const std::vector<LayerInfo> kFullyConnected{
    {"w1", {512, 784}, 401408}, {"b1", {512}, 512}, {"w2", {10, 512}, 5120}, {"b2", {10}, 10}};

}  // namespace

void ExplanationsTest::findsWhatIsCloser() {
  const auto texts = ExplanationTexts::parse(kTexts, "here");
  QVERIFY2(texts, texts ? "" : texts.error().message.c_str());
  QCOMPARE(texts->findParameter("algorithm", "sgd", "momentum")->what, std::string("of all"));
  QCOMPARE(texts->findParameter("algorithm", "dgc", "momentum")->what, std::string("of one"));
  QCOMPARE(texts->find("algorithm.momentum")->related.size(), std::size_t{2});
  QCOMPARE(texts->findParameter("compressor", "natural-dithering", "scope")->what,
           std::string("of a family"));
  QCOMPARE(texts->findParameter("compressor", "top-k", "scope")->what, std::string("of all"));
  // Of two families that fit, the first in the file.
  const auto* nested = texts->findParameter("compressor", "induced", "second_rand_k_fraction");
  QCOMPARE(nested->what, std::string("second"));
  QCOMPARE(texts->findParameter("compressor", "cocktail", "mask_fraction")->what,
           std::string("any"));
  QCOMPARE(texts->find("quantity:source_2_accuracy")->what, std::string("a source"));
  QVERIFY(texts->find("quantity:loss") == nullptr);
  QVERIFY(texts->findParameter("compressor", "top-k", "fraction") == nullptr);
  QCOMPARE(texts->topics().size(), std::size_t{7});
}

void ExplanationsTest::aStarStandsForAnyLetters() {
  QVERIFY(fits("a.*", "a."));
  QVERIFY(fits("a.*c", "a.bc"));
  QVERIFY(fits("*b*", "abc"));
  QVERIFY(!fits("a.*c", "a.cb"));
  QVERIFY(!fits("a", "ab"));
}

void ExplanationsTest::saysWhatIsWrong_data() {
  QTest::addColumn<QString>("toml");
  QTest::addColumn<QString>("said");
  QTest::newRow("no TOML") << "[x"
                           << "here:1";
  QTest::newRow("no table") << "\nx = 1"
                            << "here:2: a table is allowed";
  QTest::newRow("unknown member") << "[x]\nhint = \"\""
                                  << "read \"hint\"; allowed: title, what";
  QTest::newRow("no text") << "[x]\nwhat = 3"
                           << "here:2: what: a text is allowed";
  QTest::newRow("no topics") << "[x]\nrelated = [1]"
                             << "here:2: related: a list of topics";
}

void ExplanationsTest::saysWhatIsWrong() {
  QFETCH(QString, toml);
  QFETCH(QString, said);
  const auto texts = ExplanationTexts::parse(toml.toStdString(), "here");
  QVERIFY(!texts);
  QVERIFY2(QString::fromStdString(texts.error().message).contains(said),
           texts.error().message.c_str());
}

void ExplanationsTest::theRateFollowsItsSchedule() {
  const auto experiment = with(Experiment(), {"algorithm.key=sgd", "algorithm.learning_rate=0.02",
                                              "algorithm.decay_epoch=3"});
  QCOMPARE(*learningRateAt(experiment, 2.9), 0.02);
  QCOMPARE(*learningRateAt(experiment, 3.0), 0.002);  // a tenth from there on
  QVERIFY(addsWorkersUp(experiment));
  QVERIFY(!addsWorkersUp(with(experiment, {"algorithm.key=dd-ef-sgd"})));
}

void ExplanationsTest::theThresholdsWeight() {
  const auto authors =
      with(Experiment(), {"algorithm.key=sasg", "algorithm.learning_rate=0.005",
                          "algorithm.threshold_factor=2", "algorithm.decay_epoch=3"});
  const auto weight = skippingWeightAt(authors, 3.0);
  QVERIFY(weight.has_value());
  QCOMPARE(weight->alpha, 400.0);  // 2 / 0.005: it lags an epoch behind the decay
  QCOMPARE(weight->moves, std::int64_t{9});
  QCOMPARE(weight->skips, std::int64_t{10});
  QCOMPARE(skippingWeightAt(authors, 4.0)->alpha, 4000.0);
  const auto paper = skippingWeightAt(with(authors, {"algorithm.preset=paper"}), 3.0);
  QCOMPARE(paper->alpha, 4000.0);
  QCOMPARE(paper->moves, std::int64_t{10});
  const auto program = with(authors, {"algorithm.preset=authors-dist"});
  QCOMPARE(skippingWeightAt(program, 3.3)->alpha, 400.0);
  QCOMPARE(skippingWeightAt(program, 3.5)->alpha, 4000.0);
  QCOMPARE(skippingWeightAt(program, 3.5)->moves, std::int64_t{9});
  QCOMPARE(skippingWeightAt(program, 3.5)->skips, std::int64_t{11});
  QVERIFY(!skippingWeightAt(with(authors, {"algorithm.key=sgd"}), 0.0));
}

/// The counts that the SASG authors print for this network.
void ExplanationsTest::keptEntriesOfEachTensor() {
  using Counts = std::vector<std::int64_t>;
  const auto percent = with(
      Experiment(), {"algorithm.key=sasg", "compressor.key=top-k", "compressor.fraction=0.01"});
  QCOMPARE(*keptEntries(percent, kFullyConnected), (Counts{4014, 5, 51, 1}));
  const auto model = with(percent, {"compressor.scope=model"});
  QCOMPARE(*keptEntries(model, kFullyConnected), (Counts{4070}));
  const auto count = with(percent, {"compressor.amount=count", "compressor.count=100"});
  QCOMPARE(*keptEntries(count, kFullyConnected), (Counts{100, 100, 100, 10}));
  QVERIFY(!keptEntries(with(percent, {"compressor.key=sign"}), kFullyConnected));
}

QTEST_GUILESS_MAIN(ExplanationsTest)
#include "explanations_test.moc"
