// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choice_box.h"

#include <memory>

#include <QAbstractItemView>
#include <QWheelEvent>
#include <QtTest>

#include "tests/support/cut_off.h"
#include "tests/support/own_home.h"
#include "ui/widgets/style_sheet.h"

using telegrad::ui::ChoiceBox;

namespace {

const QString kLong = QStringLiteral("A word that is a good deal longer than others");

std::unique_ptr<ChoiceBox> shortAndLong(ChoiceBox::Width width) {
  auto box = std::make_unique<ChoiceBox>(nullptr, width);
  box->addItems({QStringLiteral("Short"), kLong});
  return box;
}

}  // namespace

class ChoiceBoxTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void initTestCase() { telegrad::ui::applyTheme(telegrad::ui::ThemeChoice::Light); }
  void asksForTheWordThatIsChosen();
  void asksForTheSameWidthWhateverIsChosen();
  void opensAsWideAsTheLongestWord();
  void leavesTheWheelToThePanelAroundIt();
};

void ChoiceBoxTest::asksForTheWordThatIsChosen() {
  const auto box = shortAndLong(ChoiceBox::Width::Word);
  const int narrow = box->sizeHint().width();
  QVERIFY(narrow < box->fontMetrics().horizontalAdvance(kLong));
  box->setCurrentIndex(1);
  box->resize(box->sizeHint());
  const auto widths = telegrad::test::wantedAndGiven(box.get());
  QVERIFY(widths && widths->first <= widths->second);
  QVERIFY(box->minimumSizeHint().width() <= narrow);
}

void ChoiceBoxTest::asksForTheSameWidthWhateverIsChosen() {
  const auto box = shortAndLong(ChoiceBox::Width::Policy);
  const int width = box->sizeHint().width();
  QVERIFY(width > box->fontMetrics().horizontalAdvance(kLong));
  box->setCurrentIndex(1);
  QCOMPARE(box->sizeHint().width(), width);
}

void ChoiceBoxTest::opensAsWideAsTheLongestWord() {
  const auto box = shortAndLong(ChoiceBox::Width::Word);
  box->resize(80, box->sizeHint().height());
  box->show();
  box->showPopup();
  const auto* list = box->view();
  QVERIFY(list->isVisible());
  QVERIFY(list->viewport()->width() >= list->fontMetrics().horizontalAdvance(kLong));
  QVERIFY(list->mapToGlobal(QPoint()).y() >= box->mapToGlobal(QPoint(0, box->height())).y() - 1);
  box->hidePopup();
}

void ChoiceBoxTest::leavesTheWheelToThePanelAroundIt() {
  const auto box = shortAndLong(ChoiceBox::Width::Word);
  box->show();
  box->clearFocus();
  const QPointF place(5, 5);
  QWheelEvent turn(place, box->mapToGlobal(place), {}, QPoint(0, -120), Qt::NoButton,
                   Qt::NoModifier, Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(box.get(), &turn);
  QCOMPARE(box->currentIndex(), 0);
}

QTEST_MAIN(ChoiceBoxTest)
#include "choice_box_test.moc"
