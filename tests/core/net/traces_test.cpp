// SPDX-License-Identifier: GPL-3.0-or-later
// Every trace that comes with the program.
#include <QtTest>

#include "core/net/shipped_traces.h"
#include "core/net/trace_file.h"
#include "core/net/trace_generators.h"

class TracesTest : public QObject {
  Q_OBJECT
 private slots:
  void eachIsSound_data() { rows(); }
  void eachIsSound();
  void eachIsWhatItsSourceSays_data() { rows(); }
  void eachIsWhatItsSourceSays();
  void eachIsInTheProgram();
  void eachIsInTheMenuOfNetworks();

 private:
  static void rows();
};

namespace {

const QDir kFolder{TELEGRAD_RESOURCES "/traces"};

QString contents(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
  return QString::fromUtf8(file.readAll());
}

}  // namespace

void TracesTest::rows() {
  QTest::addColumn<QString>("path");
  for (const auto& name : kFolder.entryList(QDir::Files))
    QTest::newRow(qPrintable(name)) << kFolder.filePath(name);
}

void TracesTest::eachIsSound() {
  QFETCH(const QString, path);
  const auto trace = telegrad::readTrace(path.toStdString());
  if (!trace) QFAIL(trace.error().message.c_str());
  QVERIFY(path.endsWith(".csv"));
  QVERIFY(!trace->source().empty());
  QVERIFY(trace->period().has_value());
  QVERIFY(trace->meanBandwidth().value > 0.0);
}

void TracesTest::eachIsWhatItsSourceSays() {
  QFETCH(const QString, path);
  const auto trace = telegrad::readTrace(path.toStdString());
  QVERIFY(trace.has_value());
  const std::string generated = "generated: ";
  QVERIFY(trace->source().starts_with(generated));
  const auto recipe = telegrad::parseRecipe(trace->source().substr(generated.size()));
  if (!recipe) QFAIL(recipe.error().message.c_str());
  const auto again = telegrad::generateTrace(*recipe);
  if (!again) QFAIL(again.error().message.c_str());
  // The comment for the reader is the third line.
  const auto text = contents(path);
  const auto comment = text.section('\n', 2, 2);
  QVERIFY(comment.startsWith("# "));
  QCOMPARE(QString::fromStdString(telegrad::formatTraceCsv(*again, comment.mid(2).toStdString())),
           text);
}

void TracesTest::eachIsInTheProgram() {
  const auto list = contents(TELEGRAD_RESOURCES "/resources.qrc");
  const auto names = kFolder.entryList(QDir::Files);
  QVERIFY(names.size() >= 5);
  for (const auto& name : names)
    QVERIFY2(list.contains("<file>traces/" + name + "</file>"), qPrintable(name));
  QCOMPARE(list.count("<file>traces/"), names.size());
}

void TracesTest::eachIsInTheMenuOfNetworks() {
  QStringList keys;
  for (const auto& shipped : telegrad::shippedTraces()) {
    keys.append(QString::fromStdString(shipped.key));
    const auto file = telegrad::readTrace(kFolder.filePath(keys.back() + ".csv").toStdString());
    if (!file) QFAIL(file.error().message.c_str());
    QCOMPARE(file->source(), "generated: " + shipped.recipe);
    const auto twice = telegrad::shippedTrace(shipped.key, 2.0);
    QVERIFY(twice.has_value());
    QCOMPARE(twice->steps().size(), file->steps().size());
    for (std::size_t i = 0; i < twice->steps().size(); ++i) {
      QCOMPARE(twice->steps()[i].time, file->steps()[i].time);
      QCOMPARE(twice->steps()[i].bandwidth.value, 2.0 * file->steps()[i].bandwidth.value);
    }
    QCOMPARE(twice->period(), file->period());
    for (const double scale : {1e-2, 1e3}) QVERIFY(telegrad::shippedTrace(shipped.key, scale));
  }
  keys.sort();
  QCOMPARE(keys, kFolder.entryList(QDir::Files).replaceInStrings(".csv", ""));
}

QTEST_APPLESS_MAIN(TracesTest)
#include "traces_test.moc"
