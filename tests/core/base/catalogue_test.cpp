// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/catalogue.h"

#include <array>

#include <QtTest>

using namespace telegrad;

namespace {

struct Shape {
  std::int64_t corners = 0;
};

std::vector<Entry<Shape>> shapes() {
  std::vector<Entry<Shape>> all(2);
  all[0].key = "square";
  all[0].make = [](const Settings&) { return std::make_unique<Shape>(Shape{4}); };
  all[1].key = "polygon";
  all[1].parameters = {
      {.key = "corners", .label = "Corners", .unit = "", .help = "", .kind = Integer{5, 3, 9}}};
  all[1].make = [](const Settings& settings) {
    return std::make_unique<Shape>(Shape{settings.integer("corners")});
  };
  return all;
}

}  // namespace

class CatalogueTest : public QObject {
  Q_OBJECT
 private slots:
  void findsByKeyAndMakes();
  void unknownKeysListTheChoices();
  void listsReadAsSentences();
};

void CatalogueTest::findsByKeyAndMakes() {
  const auto all = shapes();
  const auto entry = find(std::span(all), "polygon", "shape");
  QVERIFY(entry);
  QCOMPARE((*entry)->key, std::string("polygon"));
  const auto settings = Settings::from((*entry)->parameters, {{"corners", std::int64_t{7}}});
  QCOMPARE((*entry)->make(*settings)->corners, std::int64_t{7});
}

void CatalogueTest::unknownKeysListTheChoices() {
  const auto all = shapes();
  for (const auto* key : {"circle", "", "Square", "squar"}) {
    const auto entry = find(std::span(all), key, "shape");
    QVERIFY(!entry);
    QCOMPARE(entry.error().message,
             "unknown shape \"" + std::string(key) + "\"; allowed: square or polygon");
  }
}

void CatalogueTest::listsReadAsSentences() {
  const std::array<std::string, 3> words{"a", "b", "c"};
  QCOMPARE(listOf(std::span(words).first(0)), std::string());
  QCOMPARE(listOf(std::span(words).first(1)), std::string("a"));
  QCOMPARE(listOf(std::span(words).first(2)), std::string("a or b"));
  QCOMPARE(listOf(words), std::string("a, b or c"));
}

QTEST_APPLESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
