// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <memory>
#include <vector>

#include <QtTest>

using telegrad::Error;
using telegrad::Result;

class ResultTest : public QObject {
  Q_OBJECT
 private slots:
  void holdsAValueOrAnError();
  void handsOutWhatCannotBeCopied();
  void tellsTextFromAnError();
  void doneOrWhyNot();
};

Result<int> half(int number) {
  if (number % 2 != 0) return Error{"read " + std::to_string(number) + "; allowed: even"};
  return number / 2;
}

Result<void> check(bool fine) {
  if (!fine) return Error{"not fine"};
  return {};
}

void ResultTest::holdsAValueOrAnError() {
  QVERIFY(half(6).has_value());
  QCOMPARE(*half(6), 3);
  const auto odd = half(7);
  QVERIFY(!odd);
  QCOMPARE(odd.error(), (Error{"read 7; allowed: even"}));
  Result<std::vector<int>> list{std::vector<int>{1, 2}};
  list->push_back(3);
  QCOMPARE((*list).size(), std::size_t{3});
  list = Error{"gone"};
  QVERIFY(!list.has_value());
}

void ResultTest::handsOutWhatCannotBeCopied() {
  Result<std::unique_ptr<int>> made{std::make_unique<int>(5)};
  const std::unique_ptr<int> taken = *std::move(made);
  QCOMPARE(*taken, 5);
}

void ResultTest::tellsTextFromAnError() {
  const Result<std::string> text{std::string("a message")};
  QVERIFY(text.has_value());
  const Result<std::string> error{Error{"a message"}};
  QVERIFY(!error.has_value());
  QCOMPARE(*text, error.error().message);
}

void ResultTest::doneOrWhyNot() {
  QVERIFY(check(true));
  QVERIFY(!check(false));
  QCOMPARE(check(false).error().message, std::string("not fine"));
}

QTEST_APPLESS_MAIN(ResultTest)
#include "result_test.moc"
