// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/said.h"

#include <QtTest>

using namespace telegrad;

class SaidTest : public QObject {
  Q_OBJECT
 private slots:
  void cleanup() { speak({}); }
  void argumentsTakeTheirPlaces();
  void whatIsNoPlaceStays();
  void anotherLanguageMayHaveAnotherOrder();
};

void SaidTest::argumentsTakeTheirPlaces() {
  const Error inner{"not 3"};
  const std::filesystem::path file("a/b.toml");
  QCOMPARE(said("%1: read %2; allowed: %3 to %4, %5", file, -2, std::string("1"), "x", inner),
           std::string("a/b.toml: read -2; allowed: 1 to x, not 3"));
  QCOMPARE(said("%2%1%2", 'a' - 'a', std::size_t{7}), std::string("707"));
  QCOMPARE(said("nothing"), std::string("nothing"));
}

void SaidTest::whatIsNoPlaceStays() {
  QCOMPARE(said("100 % of %1, %2, %0 and %", "%1"), std::string("100 % of %1, %2, %0 and %"));
}

void SaidTest::anotherLanguageMayHaveAnotherOrder() {
  speak([](const char* pattern) {
    return std::string(pattern) == "%1 of %2" ? std::string("von %2: %1") : std::string(pattern);
  });
  QCOMPARE(said("%1 of %2", 3, "5 %1"), std::string("von 5 %1: 3"));
  QCOMPARE(said("%1 else", 3), std::string("3 else"));
}

QTEST_APPLESS_MAIN(SaidTest)
#include "said_test.moc"
