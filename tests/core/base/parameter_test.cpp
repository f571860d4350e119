// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parameter.h"

#include <cmath>
#include <limits>

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad;

namespace {

const Parameter kFlag{
    .key = "verbose", .label = "Verbose", .unit = "", .help = "", .kind = Flag{true}};
const Parameter kCount{
    .key = "workers", .label = "Workers", .unit = "", .help = "", .kind = Integer{10, 1, 256}};
const Parameter kSize{
    .key = "overhead", .label = "Overhead", .unit = "B", .help = "", .kind = Integer{66, 0, 4096}};
const Parameter kRate{.key = "bandwidth",
                      .label = "Bandwidth",
                      .unit = "bit/s",
                      .help = "",
                      .kind = Real{1e9, 1e3, 1e12, Scale::Log}};
const Parameter kShare{
    .key = "fraction", .label = "Fraction", .unit = "", .help = "", .kind = Real{0.01, 0.0, 1.0}};
const Parameter kKept{.key = "kept",
                      .label = "Kept",
                      .unit = "",
                      .help = "",
                      .kind = Real{.initial = 0.01, .min = 1e-4, .max = 1.0, .share = true}};
const Parameter kWord{.key = "mode",
                      .label = "Mode",
                      .unit = "",
                      .help = "",
                      .kind = Choice{"slow", {"slow", "fast", "top-k"}}};

const Parameter kText{.key = "note",
                      .label = "Note",
                      .unit = "",
                      .help = "",
                      .kind = Text{"", "words without a comma", [](std::string_view text) {
                                     return text.find(',') == std::string_view::npos;
                                   }}};

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::string refusal(const Result<Value>& result) {
  return result ? "it was accepted" : result.error().message;
}

}  // namespace

class ParameterTest : public QObject {
  Q_OBJECT
 private slots:
  void initialIsAccepted();
  void bordersAreAllowed();
  void aWholeNumberIsTakenForAReal();
  void refusalsSayKeyReadAndAllowed_data();
  void refusalsSayKeyReadAndAllowed();
  void textIsRead();
  void aTextOfAFormOfItsOwnIsChecked();
  void refusedTextNamesKeyAndWhatIsAllowed_data();
  void refusedTextNamesKeyAndWhatIsAllowed();
  void textIsShort();
  void formsShowSharesInPerCent();
  void anyShareReadsBackExactly();
  void anyRealReadsBackExactly();
  void anyWholeNumberReadsBackExactly();
  void settingsAreInitialValuesAndOverrides();
  void unknownKeysListTheKeys();
  void settingsRefuseWhatTheParameterRefuses();
  void conditionsDecideWhatApplies();
  void conditionsMayBeOfWholeNumbers();
};

void ParameterTest::initialIsAccepted() {
  for (const auto& parameter : {kFlag, kCount, kSize, kRate, kShare, kWord}) {
    const auto accepted = accept(parameter, parameter.initial());
    QVERIFY2(accepted && *accepted == parameter.initial(), parameter.key.c_str());
  }
  QCOMPARE(std::get<bool>(kFlag.initial()), true);
  QCOMPARE(std::get<std::string>(kWord.initial()), std::string("slow"));
}

void ParameterTest::bordersAreAllowed() {
  QVERIFY(accept(kCount, Value{std::int64_t{1}}));
  QVERIFY(accept(kCount, Value{std::int64_t{256}}));
  QVERIFY(accept(kRate, Value{1e3}));
  QVERIFY(accept(kRate, Value{1e12}));
  QVERIFY(!accept(kRate, Value{std::nextafter(1e12, kInfinity)}));
  QVERIFY(!accept(kRate, Value{std::nextafter(1e3, 0.0)}));
}

void ParameterTest::aWholeNumberIsTakenForAReal() {
  const auto accepted = accept(kShare, Value{std::int64_t{1}});
  QVERIFY(accepted);
  QCOMPARE(std::get<double>(*accepted), 1.0);
}

void ParameterTest::refusalsSayKeyReadAndAllowed_data() {
  QTest::addColumn<QString>("message");
  const auto row = [](const char* name, const Parameter& parameter, const Value& value,
                      const char* expected) {
    QTest::newRow(name) << QString::fromStdString(refusal(accept(parameter, value))) + "\n" +
                               expected;
  };
  row("a flag for a count", kCount, Value{true},
      "workers: read true; allowed: a whole number from 1 to 256");
  row("a flag for a real", kShare, Value{false},
      "fraction: read false; allowed: a number from 0 to 1");
  row("a number for a flag", kFlag, Value{std::int64_t{1}},
      "verbose: read 1; allowed: true or false");
  row("a word for a flag", kFlag, Value{std::string("yes")},
      "verbose: read \"yes\"; allowed: true or false");
  row("a real for a count", kCount, Value{2.0},
      "workers: read 2; allowed: a whole number from 1 to 256");
  row("too few", kCount, Value{std::int64_t{0}},
      "workers: read 0; allowed: a whole number from 1 to 256");
  row("too many", kCount, Value{std::int64_t{257}},
      "workers: read 257; allowed: a whole number from 1 to 256");
  row("too slow", kRate, Value{10.0},
      "bandwidth: read 10; allowed: a number from 1 kbit/s to 1 Tbit/s");
  row("no number", kShare, Value{std::nan("")},
      "fraction: read nan; allowed: a number from 0 to 1");
  row("infinite", kShare, Value{kInfinity}, "fraction: read inf; allowed: a number from 0 to 1");
  row("a number for a word", kWord, Value{0.5}, "mode: read 0.5; allowed: slow, fast or top-k");
  row("another word", kWord, Value{std::string("Fast")},
      "mode: read \"Fast\"; allowed: slow, fast or top-k");
}

void ParameterTest::refusalsSayKeyReadAndAllowed() {
  QFETCH(QString, message);
  QCOMPARE(message.section('\n', 0, 0), message.section('\n', 1));
}

void ParameterTest::textIsRead() {
  QCOMPARE(std::get<bool>(*parseValue(kFlag, "false")), false);
  QCOMPARE(std::get<std::int64_t>(*parseValue(kCount, "12")), std::int64_t{12});
  QCOMPARE(std::get<std::int64_t>(*parseValue(kSize, "2 kB")), std::int64_t{2000});
  QCOMPARE(std::get<double>(*parseValue(kShare, "1 %")), 0.01);
  QCOMPARE(std::get<double>(*parseValue(kRate, "1 Gbit/s")), 1e9);
  QCOMPARE(std::get<double>(*parseValue(kRate, "25000")), 25000.0);
  QCOMPARE(std::get<std::string>(*parseValue(kWord, "top-k")), std::string("top-k"));
}

void ParameterTest::refusedTextNamesKeyAndWhatIsAllowed_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("message");
  const auto row = [](const Parameter& parameter, const char* text) {
    QTest::addRow("%s: %s", parameter.key.c_str(), text)
        << text << QString::fromStdString(refusal(parseValue(parameter, text)));
  };
  for (const auto* text : {"True", "1", "", "yes"}) row(kFlag, text);
  for (const auto* text : {"1.5", "many", "", "1e300", "12 s", "nan", "true"}) row(kCount, text);
  for (const auto* text : {"0.5 B", "5 kB", "1 s"}) row(kSize, text);
  for (const auto* text : {"nan", "inf", "-1", "1.5", "200 %", "half", "true"}) row(kShare, text);
  for (const auto* text : {"1 GB/s", "1 bit/s", "fast"}) row(kRate, text);
  for (const auto* text : {"", "slow ", "topk"}) row(kWord, text);
}

void ParameterTest::refusedTextNamesKeyAndWhatIsAllowed() {
  QFETCH(QString, text);
  QFETCH(QString, message);
  // A number that was read but is out of range is shown as the number it is.
  QVERIFY2(message.contains(": read "), qPrintable(message));
  QVERIFY2(message.contains("; allowed: "), qPrintable(message));
  QVERIFY2(message.startsWith(QString(QTest::currentDataTag()).section(':', 0, 0) + ':'),
           qPrintable(message));
}

void ParameterTest::aTextOfAFormOfItsOwnIsChecked() {
  QCOMPARE(*accept(kText, Value{std::string("a b")}), Value{std::string("a b")});
  QCOMPARE(*parseValue(kText, "12"), Value{std::string("12")});
  QCOMPARE(formatValue(kText, Value{std::string("a b")}), std::string("a b"));
  const auto message = refusal(parseValue(kText, "a, " + std::string(1000, 'b')));
  QVERIFY2(message.find("note: read \"a, bb") == 0, message.c_str());
  QVERIFY2(message.find("allowed: words without a comma") != std::string::npos, message.c_str());
  QVERIFY(message.size() < 200);  // of a long text only the beginning
  QVERIFY(!accept(kText, Value{true}));
}

void ParameterTest::textIsShort() {
  QCOMPARE(formatValue(kRate, Value{1e9}), std::string("1 Gbit/s"));
  QCOMPARE(formatValue(kRate, Value{1.5e6}), std::string("1.5 Mbit/s"));
  QCOMPARE(formatValue(kShare, Value{0.1}), std::string("0.1"));
  QCOMPARE(formatValue(kShare, Value{1.0 / 3.0}), std::string("0.33333333333333331"));
  QCOMPARE(formatValue(kSize, Value{std::int64_t{66}}), std::string("66 B"));
  QCOMPARE(formatValue(kFlag, Value{true}), std::string("true"));
  QCOMPARE(formatValue(kWord, Value{std::string("top-k")}), std::string("top-k"));
}

void ParameterTest::formsShowSharesInPerCent() {
  QCOMPARE(displayValue(kKept, Value{0.01}), std::string("1 %"));
  QCOMPARE(displayValue(kKept, Value{0.0251}), std::string("2.51 %"));
  QCOMPARE(displayValue(kKept, Value{1e-4}), std::string("0.01 %"));
  QCOMPARE(displayValue(kKept, Value{1.0}), std::string("100 %"));
  QCOMPARE(formatValue(kKept, Value{0.01}), std::string("0.01"));  // as files have it
  QCOMPARE(displayValue(kShare, Value{0.01}), std::string("0.01"));
  QCOMPARE(displayValue(kRate, Value{1e9}), std::string("1 Gbit/s"));
  for (const char* text : {"1 %", "1%", "0.01"})
    QCOMPARE(std::get<double>(*parseValue(kKept, text)), 0.01);
  const auto refused = parseValue(kKept, "5");
  QCOMPARE(refusal(refused),
           std::string("kept: read 5 (500 %); allowed: a share from 0.0001 (0.01 %) to 1 (100 %)"));
}

void ParameterTest::anyShareReadsBackExactly() {
  Random random(6, Purpose::Test);
  const auto back = [](double value) {
    return std::get<double>(*parseValue(kKept, displayValue(kKept, Value{value})));
  };
  for (int i = 0; i < 20000; ++i) {
    const double value = random.uniform(1e-4, 1.0);
    QVERIFY2(back(value) == value, displayValue(kKept, Value{value}).c_str());
  }
  for (int thousandths = 1; thousandths <= 1000; ++thousandths) {
    const double value = thousandths / 1000.0;
    QVERIFY(back(value) == value);
    QVERIFY(displayValue(kKept, Value{value}).ends_with(" %"));
  }
}

void ParameterTest::anyRealReadsBackExactly() {
  Random random(4, Purpose::Test);
  for (const char* unit : {"", "s", "bit/s", "%"}) {
    Parameter parameter{.key = "x", .label = "", .unit = unit, .help = "", .kind = Real{}};
    parameter.kind = Real{0.0, -1e300, 1e300};
    for (int i = 0; i < 20000; ++i) {
      const double value = random.normal() * std::pow(10.0, random.uniform(-20.0, 20.0));
      const auto text = formatValue(parameter, Value{value});
      const auto back = parseValue(parameter, text);
      QVERIFY2(back && std::get<double>(*back) == value, text.c_str());
    }
    for (const double value : {0.0, 999.9999, 1e-3, 0.9999995, 1e23, 5e-324, 1e300}) {
      const auto back = parseValue(parameter, formatValue(parameter, Value{value}));
      QVERIFY2(back && std::get<double>(*back) == value, qPrintable(QString::number(value)));
    }
  }
}

void ParameterTest::anyWholeNumberReadsBackExactly() {
  constexpr std::int64_t kMost = std::int64_t{1} << 53;
  Random random(5, Purpose::Test);
  for (const char* unit : {"", "B"}) {
    const Parameter parameter{
        .key = "n", .label = "", .unit = unit, .help = "", .kind = Integer{0, -kMost, kMost}};
    for (int i = 0; i < 20000; ++i) {
      const auto value = static_cast<std::int64_t>(random.next64() >> (11U + random.below(53)));
      const auto text = formatValue(parameter, Value{i % 2 == 0 ? value : -value});
      const auto back = parseValue(parameter, text);
      QVERIFY2(back && std::get<std::int64_t>(*back) == (i % 2 == 0 ? value : -value),
               text.c_str());
    }
  }
}

void ParameterTest::settingsAreInitialValuesAndOverrides() {
  const std::vector<Parameter> all{kFlag, kCount, kShare, kWord};
  const auto settings = Settings::from(all, {{"workers", std::int64_t{4}}, {"fraction", 0.5}});
  QVERIFY(settings);
  QCOMPARE(settings->flag("verbose"), true);
  QCOMPARE(settings->integer("workers"), std::int64_t{4});
  QCOMPARE(settings->real("fraction"), 0.5);
  QCOMPARE(settings->choice("mode"), std::string("slow"));
  QCOMPARE(settings->values().size(), all.size());
  QVERIFY(settings->has("mode") && !settings->has("speed"));
  QVERIFY(*settings == *Settings::from(all, settings->values()));
  QVERIFY(!(*settings == *Settings::from(all)));
}

void ParameterTest::unknownKeysListTheKeys() {
  const std::vector<Parameter> all{kFlag, kCount, kShare};
  const auto settings = Settings::from(all, {{"worker", std::int64_t{4}}});
  QVERIFY(!settings);
  QCOMPARE(settings.error().message,
           std::string("unknown key \"worker\"; allowed: verbose, workers or fraction"));
  const auto none = Settings::from({}, {{"worker", std::int64_t{4}}});
  QVERIFY(!none);
  QCOMPARE(none.error().message,
           std::string("unknown key \"worker\"; there is nothing to set here"));
}

void ParameterTest::settingsRefuseWhatTheParameterRefuses() {
  const std::vector<Parameter> all{kCount};
  const auto settings = Settings::from(all, {{"workers", std::int64_t{1000}}});
  QVERIFY(!settings);
  QCOMPARE(settings.error().message,
           std::string("workers: read 1000; allowed: a whole number from 1 to 256"));
}

void ParameterTest::conditionsDecideWhatApplies() {
  auto conditional = kShare;
  conditional.onlyWith = Condition{"mode", "fast"};
  const std::vector<Parameter> all{kWord, conditional};
  QVERIFY(!applies(conditional, *Settings::from(all)));
  QVERIFY(applies(conditional, *Settings::from(all, {{"mode", std::string("fast")}})));
  auto opposite = conditional;
  opposite.onlyWith->isAnyOther = true;
  QVERIFY(applies(opposite, *Settings::from(all)));
  QVERIFY(!applies(opposite, *Settings::from(all, {{"mode", std::string("fast")}})));
  QVERIFY(applies(kWord, *Settings::from(all)));
  // Where all of notWith hold, whatever onlyWith says.
  const Parameter other{.key = "other",
                        .label = "Other",
                        .unit = "",
                        .help = "Another choice.",
                        .kind = Choice{"a", {"a", "b"}, {}}};
  auto neither = kShare;
  neither.notWith = {{"mode", "fast"}, {"other", "b"}};
  const std::vector<Parameter> both{kWord, other, neither};
  const auto shown = [&](const Values& values) {
    return applies(neither, *Settings::from(both, values));
  };
  QVERIFY(shown({}));
  QVERIFY(shown({{"mode", std::string("fast")}}));
  QVERIFY(shown({{"other", std::string("b")}}));
  QVERIFY(!shown({{"mode", std::string("fast")}, {"other", std::string("b")}}));
}

void ParameterTest::conditionsMayBeOfWholeNumbers() {
  auto several = kShare;
  several.onlyWith = Condition{"workers", "1", true};
  const std::vector<Parameter> all{kCount, several};
  QVERIFY(applies(several, *Settings::from(all, {{"workers", std::int64_t{11}}})));
  QVERIFY(!applies(several, *Settings::from(all, {{"workers", std::int64_t{1}}})));
}

QTEST_APPLESS_MAIN(ParameterTest)
#include "parameter_test.moc"
