// SPDX-License-Identifier: GPL-3.0-or-later
// Where a form's field stands: at the right edge, beside its label or, with no room, below it.
#include "ui/widgets/field_row.h"

#include <QLabel>
#include <QVBoxLayout>
#include <QtTest>

#include "tests/support/own_home.h"

using telegrad::ui::FieldRow;

namespace {

constexpr int kColumn = 100;
constexpr int kGap = 4;  // between the parts of a row, and between a label and a field below it

/// Wants that width and height, and can be that much narrower.
class Block : public QWidget {
 public:
  Block(const QSize& wanted, int least) : wanted_(wanted), least_(least) {}
  QSize sizeHint() const override { return wanted_; }
  QSize minimumSizeHint() const override { return {least_, wanted_.height()}; }

 private:
  QSize wanted_;
  int least_;
};

/// A row of a label, a sign and a field in a window of their own.
struct Form {
  Form(Block* first, Block* between, Block* last) : label(first), sign(between), field(last) {
    auto* rows = new QVBoxLayout(&window);
    rows->setContentsMargins(0, 0, 0, 0);
    auto* row = new FieldRow(kColumn);
    row->addWidget(label);
    if (sign != nullptr) row->addWidget(sign);
    row->addWidget(field);
    rows->addLayout(row);
    rows->addStretch(1);
  }
  void show(int width) {
    window.resize(width, 300);
    window.show();
    QCoreApplication::processEvents();
  }

  QWidget window;
  Block* label;
  Block* sign;
  Block* field;
};

}  // namespace

class FieldRowTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void aFieldIsAsWideAsItsColumnAtTheRightEdge();
  void aFieldThatAsksForMoreIsWider();
  void whereThereIsNoRoomTheFieldIsBelow_data();
  void whereThereIsNoRoomTheFieldIsBelow();
  void aFieldNeverLeavesTheForm();
  void aHiddenSignTakesNoRoom();
  void aHiddenRowTakesNoRoom();
};

void FieldRowTest::aFieldIsAsWideAsItsColumnAtTheRightEdge() {
  Form form(new Block({40, 20}, 40), new Block({16, 10}, 16), new Block({30, 24}, 10));
  form.show(300);
  QCOMPARE(form.field->geometry(), QRect(200, 0, 100, 24));
  QCOMPARE(form.label->geometry(), QRect(0, 0, 300 - 100 - kGap - 16 - kGap, 24));
  QCOMPARE(form.sign->geometry().left(), 300 - 100 - kGap - 16);
}

void FieldRowTest::aFieldThatAsksForMoreIsWider() {
  Form form(new Block({40, 20}, 40), nullptr, new Block({150, 24}, 10));
  form.show(300);
  QCOMPARE(form.field->geometry(), QRect(150, 0, 150, 24));
  form.field->setMaximumWidth(120);
  form.show(300);
  QCOMPARE(form.field->geometry(), QRect(180, 0, 120, 24));
}

void FieldRowTest::whereThereIsNoRoomTheFieldIsBelow_data() {
  QTest::addColumn<int>("width");
  QTest::addColumn<bool>("isBelow");
  QTest::newRow("as wide as both") << 60 + kGap + 16 + kGap + kColumn << false;
  QTest::newRow("a pixel less") << 60 + kGap + 16 + kGap + kColumn - 1 << true;
}

void FieldRowTest::whereThereIsNoRoomTheFieldIsBelow() {
  QFETCH(int, width);
  QFETCH(bool, isBelow);
  Form form(new Block({90, 20}, 60), new Block({16, 10}, 16), new Block({30, 24}, 10));
  form.show(width);
  const QRect below(width - kColumn, 20 + kGap, kColumn, 24);
  const QRect beside(width - kColumn, 0, kColumn, 24);
  QCOMPARE(form.field->geometry(), isBelow ? below : beside);
  QCOMPARE(form.label->width(), isBelow ? width - 16 - kGap : 60);
  QCOMPARE(form.window.layout()->heightForWidth(width), isBelow ? 20 + kGap + 24 : 24);
}

void FieldRowTest::aFieldNeverLeavesTheForm() {
  Form form(new Block({90, 20}, 60), nullptr, new Block({500, 24}, 10));
  QCOMPARE(form.window.minimumSizeHint().width(), kColumn);
  form.show(130);
  QCOMPARE(form.field->geometry(), QRect(0, 20 + kGap, 130, 24));
}

void FieldRowTest::aHiddenSignTakesNoRoom() {
  Form form(new Block({90, 20}, 60), new Block({16, 10}, 16), new Block({30, 24}, 10));
  form.sign->hide();
  form.show(60 + kGap + kColumn);
  QCOMPARE(form.field->geometry().top(), 0);
  QCOMPARE(form.label->width(), 60);
}

void FieldRowTest::aHiddenRowTakesNoRoom() {
  Form form(new Block({90, 20}, 60), nullptr, new Block({30, 24}, 10));
  form.label->hide();
  form.field->hide();
  QCOMPARE(form.window.layout()->heightForWidth(300), 0);
}

QTEST_MAIN(FieldRowTest)
#include "field_row_test.moc"
