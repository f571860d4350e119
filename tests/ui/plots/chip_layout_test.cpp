// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/chip_layout.h"

#include <set>

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad::ui;

namespace {

ChipSpace space() {
  ChipSpace result;
  result.area = QRectF(50, 10, 700, 200);
  result.rows = 2;
  result.rowHeight = 18;
  result.width = [](const QString& text) { return 7.0 * static_cast<double>(text.size()) + 14; };
  return result;
}

}  // namespace

class ChipLayoutTest : public QObject {
  Q_OBJECT
 private slots:
  void aChipStandsBesideItsPlace();
  void neighboursStackThenMerge();
  void noneOverlapsWhateverTheirPlaces();
};

void ChipLayoutTest::aChipStandsBesideItsPlace() {
  const auto placed = layoutChips({{100, "k 1 % → 0.5 %"}, {745, "late"}}, space());
  QCOMPARE(placed.size(), std::size_t{2});
  QVERIFY(placed[0].rect.left() > 100 && placed[0].rect.left() < 110);
  QVERIFY(placed[1].rect.right() <= 745);  // no room to the right of it
}

void ChipLayoutTest::neighboursStackThenMerge() {
  const auto placed =
      layoutChips({{100, "first change"}, {110, "second change"}, {120, "third change"}}, space());
  QCOMPARE(placed.size(), std::size_t{2});
  QVERIFY(placed[0].rect.top() < placed[1].rect.top());
  QVERIFY(placed[1].text.endsWith("+1"));
  QCOMPARE(placed[1].members, (std::vector<std::size_t>{1, 2}));
}

void ChipLayoutTest::noneOverlapsWhateverTheirPlaces() {
  telegrad::Random random(1, telegrad::Purpose::Test);
  for (int trial = 0; trial < 100; ++trial) {
    std::vector<Chip> chips;
    double x = 50.0;
    while (x < 750.0 && chips.size() < 60) {
      chips.push_back({x, QString(3 + static_cast<int>(random.below(20)), 'x')});
      x += 60.0 * random.uniform();
    }
    const auto placed = layoutChips(chips, space());
    std::multiset<std::size_t> members;
    for (std::size_t i = 0; i < placed.size(); ++i) {
      QVERIFY(space().area.contains(placed[i].rect));
      members.insert(placed[i].members.begin(), placed[i].members.end());
      for (std::size_t j = 0; j < i; ++j) QVERIFY(!placed[i].rect.intersects(placed[j].rect));
    }
    QCOMPARE(members.size(), chips.size());
    QCOMPARE(std::set<std::size_t>(members.begin(), members.end()).size(), chips.size());
  }
}

QTEST_APPLESS_MAIN(ChipLayoutTest)
#include "chip_layout_test.moc"
