// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/text.h"

#include <QtTest>

using telegrad::isUtf8;
using telegrad::parseSeed;
using telegrad::tomlString;

class TextTest : public QObject {
  Q_OBJECT
 private slots:
  void utf8IsToldFromOtherBytes();
  void tomlStringsAreEscaped();
  void seedsAreAllOfSixtyFourBits();
};

void TextTest::utf8IsToldFromOtherBytes() {
  // RFC 3629's table: the ends of each range, and what lies just outside.
  for (const char* good : {"", "a", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                           "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    QVERIFY2(isUtf8(good), QByteArray(good).toHex());
  for (const char* bad : {"\x80", "\xC1\xBF", "\xC2", "\xC2\x41", "\xE0\x9F\xBF", "\xED\xA0\x80",
                          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "a\xFF"})
    QVERIFY2(!isUtf8(bad), QByteArray(bad).toHex());
}

void TextTest::tomlStringsAreEscaped() {
  QCOMPARE(tomlString("a"), std::string("\"a\""));
  QCOMPARE(tomlString("\"\\\n"), std::string("\"\\\"\\\\\\u000A\""));
  QCOMPARE(tomlString("\xFFz"), std::string("\"\xEF\xBF\xBDz\""));
}

void TextTest::seedsAreAllOfSixtyFourBits() {
  QCOMPARE(*parseSeed("0"), std::uint64_t{0});
  QCOMPARE(*parseSeed("18446744073709551615"), UINT64_MAX);
  for (const char* bad : {"", "-1", "18446744073709551616", "1.0", "1 ", "x"})
    QVERIFY2(!parseSeed(bad), bad);
}

QTEST_APPLESS_MAIN(TextTest)
#include "text_test.moc"
