// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formula.h"

#include <cmath>
#include <map>
#include <optional>
#include <string>

#include <QCryptographicHash>
#include <QtTest>
#include <toml++/toml.h>

using telegrad::ui::Formula;
using telegrad::ui::FormulaView;

namespace {

struct Listed {
  std::string tex, words;
};

/// The list as it is in the tree.
std::map<std::string, Listed> listed() {
  std::map<std::string, Listed> all;
  const auto file = toml::parse_file(TELEGRAD_FORMULAS);
  for (const auto& [key, formula] : file)
    all[std::string(key.str())] = {formula.at_path("tex").value_or(std::string()),
                                   formula.at_path("words").value_or(std::string())};
  return all;
}

/// The rows of an image in which something was drawn, and the colour of what is most opaque.
struct Ink {
  int top = -1, bottom = -1, left = -1, right = -1;
  QColor colour;
};
Ink inkOf(const QImage& image) {
  Ink ink;
  int most = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const auto colour = image.pixelColor(x, y);
      if (colour.alpha() < 64) continue;
      if (ink.top < 0) ink.top = y;
      ink.bottom = y;
      ink.left = ink.left < 0 ? x : std::min(ink.left, x);
      ink.right = std::max(ink.right, x);
      if (colour.alpha() > most) {
        most = colour.alpha();
        ink.colour = colour;
      }
    }
  return ink;
}

}  // namespace

class FormulaTest : public QObject {
  Q_OBJECT
 private slots:
  void picturesAreOfTheList();
  void isDrawnInItsColourAndWhole();
  void isSharpAtAnyScale();
  void standsOnItsLine();
  void viewIsNamedAndShrinks();
};

void FormulaTest::picturesAreOfTheList() {
  const auto list = listed();
  QVERIFY(!list.empty());
  for (const auto& [id, formula] : list) {
    const auto mend = QString::fromStdString(id) + ": run packaging/formulas.py";
    const auto picture = Formula::find(QString::fromStdString(id));
    QVERIFY2(picture.has_value(), qPrintable(mend));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::fromStdString(formula.tex + "\n" + formula.words));
    QVERIFY2(picture->mark() == QString::fromLatin1(hash.result().toHex().left(16)),
             qPrintable(mend));
    QCOMPARE(picture->words().toStdString(), formula.words);
  }
  QVERIFY2(Formula::ids().size() == static_cast<qsizetype>(list.size()),
           "a picture of no formula: run packaging/formulas.py");
}

void FormulaTest::isDrawnInItsColourAndWhole() {
  for (const auto& id : Formula::ids()) {
    const auto formula = Formula::find(id);
    const QImage image = formula->image(20, QColor(200, 30, 60), 1);
    const Ink ink = inkOf(image);
    QVERIFY2(ink.top >= 0, qPrintable(id));
    QCOMPARE(ink.colour.rgb(), QColor(200, 30, 60).rgb());
    // Nothing is cut off: there is a margin all around, and no more than that.
    QVERIFY2(ink.top >= 0 && ink.top <= 3 && image.height() - ink.bottom <= 4, qPrintable(id));
    QVERIFY2(ink.left >= 0 && ink.left <= 3 && image.width() - ink.right <= 4, qPrintable(id));
  }
  QVERIFY(!Formula::find(QStringLiteral("no-such-formula")));
}

void FormulaTest::isSharpAtAnyScale() {
  const auto formula = Formula::find(QStringLiteral("phi"));
  const auto once = formula->image(16, Qt::black, 1);
  const auto twice = formula->image(16, Qt::black, 2);
  QCOMPARE(twice.devicePixelRatio(), 2.0);
  QVERIFY(std::abs(twice.width() - 2 * once.width()) <= 2);
  // With more pixels, a smaller share of them is of an edge.
  const auto soft = [](const QImage& image) {
    int edge = 0, ink = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) {
        const int alpha = image.pixelColor(x, y).alpha();
        edge += alpha > 20 && alpha < 235 ? 1 : 0;
        ink += alpha > 20 ? 1 : 0;
      }
    return static_cast<double>(edge) / ink;
  };
  QVERIFY(soft(twice) < soft(once));
}

void FormulaTest::standsOnItsLine() {
  // "b = 32 d" has nothing below the line, a fraction has.
  const auto plain = Formula::find(QStringLiteral("payload-dense"));
  const auto fraction = Formula::find(QStringLiteral("threshold-factor"));
  QVERIFY(plain->depth(20) < 2.0);
  QVERIFY(fraction->depth(20) > 10.0);
  QCOMPARE(fraction->size(40).height(), 2 * fraction->size(20).height());
}

void FormulaTest::viewIsNamedAndShrinks() {
  QWidget window;
  auto* view = new FormulaView(&window);
  QVERIFY(view->isHidden());
  view->setFormula(QStringLiteral("phi"));
  QVERIFY(!view->isHidden());
  QCOMPARE(view->accessibleName(), QStringLiteral("φ(δ, τ) = (1 − δ) / (δ (1 − δ/2)^τ)"));
  // In a narrow place it is drawn smaller, and whole.
  view->setGeometry(0, 0, 60, 40);
  QImage image(60, 40, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  view->render(&image, QPoint(), QRegion(), QWidget::RenderFlags());
  const Ink ink = inkOf(image);
  QVERIFY(ink.left >= 0 && ink.left < 4);
  QVERIFY(ink.right > 50 && ink.right < 60);
  view->setFormula(QStringLiteral("no-such-formula"));
  QVERIFY(view->isHidden());
}

QTEST_MAIN(FormulaTest)
#include "formula_test.moc"
