// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/shard_list.h"

#include <set>

#include <QScrollBar>
#include <QtTest>

#include "tests/ui/plots/made_up_data.h"
#include "ui/widgets/theme.h"

using telegrad::DealtData;
using telegrad::test::dealt;
using telegrad::ui::ShardList;

/// The rows of what each worker has.
class ShardListTest : public QObject {
  Q_OBJECT
 private slots:
  void imagesAreThePixels();
  void scrollsDownAlone_data();
  void scrollsDownAlone();
  void widerShowsMoreImages();
  void barsAreOnOneScale();
  void saysWhatIsUnderTheMouse();
  void standsNothing();
};

void ShardListTest::imagesAreThePixels() {
  for (const int channels : {1, 3}) {
    const auto data = dealt({.workers = 2, .channels = channels});
    ShardList list;
    list.setData(data);
    const auto image = list.image(1, 3);
    QCOMPARE(image.size(), QSize(28, 28));
    const auto byte = [&](int channel, int x, int y) {
      const int plane = 3 * channels + (channels == 1 ? 0 : channel);
      return int{data->workers[1].pixels[static_cast<std::size_t>((plane * 28 + y) * 28 + x)]};
    };
    for (const auto& [x, y] : {std::pair{0, 0}, {27, 0}, {5, 20}})
      QCOMPARE(image.pixelColor(x, y), QColor(byte(0, x, y), byte(1, x, y), byte(2, x, y)));
  }
}

void ShardListTest::scrollsDownAlone_data() {
  QTest::addColumn<int>("workers");
  QTest::addColumn<bool>("scrolls");
  QTest::newRow("few") << 3 << false;
  QTest::newRow("many") << 256 << true;
}

void ShardListTest::scrollsDownAlone() {
  QFETCH(int, workers);
  QFETCH(bool, scrolls);
  ShardList list;
  list.resize(700, 420);
  list.show();
  list.setFocus();
  QVERIFY(QTest::qWaitForWindowActive(&list));  // the focus is drawn, too
  list.setData(dealt({.workers = workers}));
  QCOMPARE(list.verticalScrollBar()->maximum() > 0, scrolls);
  QCOMPARE(list.horizontalScrollBar()->maximum(), 0);
  const auto above = list.grab().toImage();
  QTest::keyClick(&list, Qt::Key_PageDown);
  QCOMPARE(list.grab().toImage() != above, scrolls);
  if (!scrolls) return;
  list.verticalScrollBar()->setValue(list.verticalScrollBar()->maximum());
  QVERIFY(list.tip({20, list.viewport()->height() - 8}).contains("Distance"));
  QVERIFY(list.tip({200, list.viewport()->height() - 20}).startsWith("Worker 256:"));
}

void ShardListTest::widerShowsMoreImages() {
  ShardList list;
  list.show();
  list.setData(dealt({.workers = 4}));
  list.resize(560, 400);
  const int narrow = list.imagesShown();
  list.resize(900, 400);
  QVERIFY(list.imagesShown() > narrow);
  QVERIFY(narrow >= 2 && list.imagesShown() <= 10);
}

void ShardListTest::barsAreOnOneScale() {
  // Worker 1 has 100 of class 0 alone, worker 2 has 10 of each of ten classes.
  auto data = std::make_shared<DealtData>(*dealt({.workers = 2}));
  data->workers[0].counts = {100, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  data->workers[1].counts = std::vector<std::uint32_t>(10, 10);
  for (auto& worker : data->workers) worker.examples = 100;
  ShardList list;
  list.resize(700, 400);
  list.show();
  list.setData(data);
  const auto image = list.viewport()->grab().toImage();
  const auto accent = telegrad::ui::Theme::current().accent;
  std::set<int> heights;
  for (int x = 350; x < image.width(); ++x) {
    int high = 0;
    for (int y = 0; y < image.height(); ++y)
      if (image.pixelColor(x, y) == accent) ++high;
    heights.insert(high);
  }
  // A bar of a tenth; both above each other in the first column; lines of a pixel lie over them.
  QVERIFY(*heights.rbegin() >= 56 && *heights.rbegin() <= 62);
  QVERIFY(heights.contains(5) || heights.contains(4));
}

void ShardListTest::saysWhatIsUnderTheMouse() {
  ShardList list;
  list.resize(700, 400);
  list.show();
  list.setData(dealt({.workers = 3}));
  QVERIFY(list.tip({690, 300}).isEmpty() || list.tip({690, 300}).startsWith("Worker"));
  QVERIFY(list.tip({140, 2}).isEmpty());
  QVERIFY(list.tip({140, 60}).startsWith("Worker 1: an example of class "));
  QVERIFY(list.tip({680, 60}).startsWith("Worker 1, class 9: "));
}

void ShardListTest::standsNothing() {
  ShardList list;
  list.resize(700, 400);
  list.setData(nullptr);
  QVERIFY(!list.grab().isNull());
  QVERIFY(list.tip({200, 200}).isEmpty());
  list.setData(dealt({.workers = 1, .classes = 100}));
  QVERIFY(!list.grab().isNull());
}

QTEST_MAIN(ShardListTest)
#include "shard_list_test.moc"
