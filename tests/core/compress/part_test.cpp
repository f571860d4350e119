// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/part.h"

#include <algorithm>
#include <string>
#include <vector>

#include <QtTest>

#include "tests/core/compress/support.h"

using namespace telegrad;

class PartTest : public QObject {
  Q_OBJECT
 private slots:
  void parametersAreTheEntrysUnderOtherNames();
  void whatIsFixedIsNotTheUsers();
  void bothConditionsHold();
};

namespace {

const Parameter& named(const std::vector<Parameter>& list, const std::string& key) {
  const auto found = std::ranges::find(list, key, &Parameter::key);
  if (found == list.end()) qFatal("no parameter %s", key.c_str());
  return *found;
}

}  // namespace

void PartTest::parametersAreTheEntrysUnderOtherNames() {
  const Part part{test::entry("top-k"), "a_", "A: "};
  const auto list = parametersOf(part);
  QCOMPARE(list.size(), part.entry.parameters.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    QCOMPARE(list[i].key, "a_" + part.entry.parameters[i].key);
    QCOMPARE(list[i].help, part.entry.parameters[i].help);
    QVERIFY(list[i].initial() == part.entry.parameters[i].initial());
    QVERIFY(list[i].change == part.entry.parameters[i].change);
  }
  QCOMPARE(named(list, "a_fraction").label, std::string("A: kept fraction k"));
  const auto whole = Settings::from(list, {{"a_fraction", 0.3}});
  QVERIFY(whole);
  const auto own = settingsOf(part, *whole);
  QCOMPARE(own.real("fraction"), 0.3);
  QCOMPARE(own.choice("index_coding"), std::string("packed"));
}

void PartTest::whatIsFixedIsNotTheUsers() {
  const Part part{test::entry("rand-k"), "b_", "", {{"scaling", std::string("unbiased")}}};
  const auto list = parametersOf(part);
  QCOMPARE(list.size(), std::size_t{3});  // amount, fraction and count
  for (const auto& parameter : list) QVERIFY(parameter.key != "b_scaling");
  QCOMPARE(settingsOf(part, *Settings::from(list)).choice("scaling"), std::string("unbiased"));
}

/// A part's parameter applies where the part is chosen and its own condition holds.
void PartTest::bothConditionsHold() {
  const Part part{test::entry("top-k"), "a_", ""};
  auto list = parametersOf(part, Condition{"which", "top-k"});
  list.push_back({.key = "which",
                  .label = "",
                  .unit = "",
                  .help = "",
                  .kind = Choice{"none", {"none", "top-k"}}});
  const auto shown = [&](const std::string& which, const std::string& amount,
                         const std::string& key) {
    return applies(named(list, key),
                   *Settings::from(list, {{"which", which}, {"a_amount", amount}}));
  };
  for (const char* amount : {"fraction", "count"})
    for (const char* key : {"a_fraction", "a_count", "a_scope"})
      QVERIFY(!shown("none", amount, key));
  QVERIFY(shown("top-k", "fraction", "a_fraction"));
  QVERIFY(!shown("top-k", "fraction", "a_count"));
  QVERIFY(!shown("top-k", "count", "a_fraction"));
  QVERIFY(shown("top-k", "count", "a_count"));
  QVERIFY(shown("top-k", "count", "a_scope"));
}

QTEST_APPLESS_MAIN(PartTest)
#include "part_test.moc"
