// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/catalogues.h"

#include <set>

#include <QtTest>

using telegrad::Description;
using telegrad::findSlot;
using telegrad::experimentSlots;

class CataloguesTest : public QObject {
  Q_OBJECT
 private slots:
  void slotsAreInTheOrderOfFiles();
  void everyEntryHasWordsForTheUser_data();
  void everyEntryHasWordsForTheUser();
  void everyInitialValueIsAllowedAndReadsBack_data() { everyEntryHasWordsForTheUser_data(); }
  void everyInitialValueIsAllowedAndReadsBack();
  void anUnknownSlotIsAnsweredWithTheKnownOnes();
};

void CataloguesTest::slotsAreInTheOrderOfFiles() {
  QStringList keys;
  for (const auto& slot : telegrad::experimentSlots()) keys << QString::fromStdString(slot.key);
  QCOMPARE(keys.join(' '),
           QString("dataset partition model cluster algorithm compressor network run"));
}

void CataloguesTest::everyEntryHasWordsForTheUser_data() {
  QTest::addColumn<QString>("slot");
  QTest::addColumn<int>("index");
  for (const auto& slot : telegrad::experimentSlots())
    for (int i = 0; i < static_cast<int>(slot.entries.size()); ++i)
      QTest::addRow("%s %s", slot.key.c_str(),
                    slot.entries.at(static_cast<std::size_t>(i)).key.c_str())
          << QString::fromStdString(slot.key) << i;
}

const Description& entryOfRow() {
  QFETCH(QString, slot);
  QFETCH(int, index);
  return (*findSlot(slot.toStdString()))->entries.at(static_cast<std::size_t>(index));
}

void CataloguesTest::everyEntryHasWordsForTheUser() {
  const auto& entry = entryOfRow();
  static const QRegularExpression kebab("^[a-z0-9]+(-[a-z0-9]+)*$");
  static const QRegularExpression snake("^[a-z0-9]+(_[a-z0-9]+)*$");
  QVERIFY2(kebab.match(QString::fromStdString(entry.key)).hasMatch(), entry.key.c_str());
  QVERIFY(!entry.name.empty() && !entry.summary.empty());
  std::set<std::string> keys;
  for (const auto& parameter : entry.parameters) {
    QVERIFY2(snake.match(QString::fromStdString(parameter.key)).hasMatch(), parameter.key.c_str());
    // "key" is the table's own line in an experiment file.
    QVERIFY(parameter.key != "key");
    QVERIFY2(keys.insert(parameter.key).second, parameter.key.c_str());
    QVERIFY2(!parameter.label.empty() && !parameter.help.empty(), parameter.key.c_str());
  }
}

void CataloguesTest::everyInitialValueIsAllowedAndReadsBack() {
  for (const auto& parameter : entryOfRow().parameters) {
    const auto initial = parameter.initial();
    const auto accepted = accept(parameter, initial);
    QVERIFY2(accepted && *accepted == initial, parameter.key.c_str());
    const auto back = parseValue(parameter, formatValue(parameter, initial));
    QVERIFY2(back && *back == initial, parameter.key.c_str());
  }
}

void CataloguesTest::anUnknownSlotIsAnsweredWithTheKnownOnes() {
  const auto slot = findSlot("optimizer");
  QVERIFY(!slot);
  QVERIFY(slot.error().message.find("\"optimizer\"") != std::string::npos);
  QVERIFY(slot.error().message.find("compressor, network or run") != std::string::npos);
}

QTEST_APPLESS_MAIN(CataloguesTest)
#include "catalogues_test.moc"
