// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/start_cards.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <QTemporaryDir>
#include <QtTest>

#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/needed_data.h"

namespace fs = std::filesystem;
using telegrad::parsePicture;
using telegrad::parseStartCards;

/// The cards of the start page as they are shipped, and what is said of files with mistakes.
class StartCardsTest : public QObject {
  Q_OBJECT
 private slots:
  void everyShippedExperimentIsOnOneCard();
  void everyPictureIsOfItsExperiments();
  void mistakesAreNamedWithTheirLine_data();
  void mistakesAreNamedWithTheirLine();
  void picturesAreReadPointByPoint();
  void damagedPicturesAreRefused_data();
  void damagedPicturesAreRefused();
  void dataIsThereOnceAllItsFilesAre();
};

namespace {

const fs::path kResources = TELEGRAD_RESOURCES;

telegrad::StartCards shippedCards() {
  const auto text = telegrad::readFile(kResources / "cards.toml");
  if (!text) qFatal("%s", text.error().message.c_str());
  auto cards = parseStartCards(*text, "cards.toml");
  if (!cards) qFatal("%s", cards.error().message.c_str());
  return *std::move(cards);
}

/// A whole document of one card; `from` replaced by `to`.
std::string document(const std::string& from = "", const std::string& to = "") {
  std::string text = R"(machine = "a desk"

[[section]]
title = "Begin"
text = "Here."

[[section.card]]
title = "One"
teaches = "Much."
variants = [{ experiment = "a", label = "A", seconds = 3 },
            { experiment = "b", label = "B", seconds = 4.5 }]

[section.card.picture]
file = "one"
x = "iteration"
y = "test_accuracy"
log = "xy"
of = ["a", "b"]
note = "It rises."
)";
  if (!from.empty()) text.replace(text.find(from), from.size(), to);
  return text;
}

telegrad::CardPicture picture() {
  return {.file = "one", .x = "iteration", .y = "train_loss", .isLogY = true, .of = {}, .note = {}};
}

}  // namespace

void StartCardsTest::everyShippedExperimentIsOnOneCard() {
  std::map<std::string, int> offered;
  for (const auto& section : shippedCards().sections)
    for (const auto& card : section.cards)
      for (const auto& variant : card.variants) ++offered[variant.experiment];
  std::set<std::string> shipped;
  for (const auto& file : fs::directory_iterator(kResources / "experiments"))
    shipped.insert(file.path().stem().string());
  QVERIFY(!shipped.empty());
  for (const auto& name : shipped) QVERIFY2(offered[name] == 1, name.c_str());
  for (const auto& [name, count] : offered) QVERIFY2(shipped.contains(name), name.c_str());
}

void StartCardsTest::everyPictureIsOfItsExperiments() {
  std::set<std::string> files;
  for (const auto& section : shippedCards().sections)
    for (const auto& card : section.cards) {
      const auto& drawn = card.picture;
      QVERIFY2(files.insert(drawn.file).second, drawn.file.c_str());
      const auto text = telegrad::readFile(kResources / "thumbnails" / (drawn.file + ".csv"));
      QVERIFY2(text, text ? "" : text.error().message.c_str());
      const auto curves = parsePicture(*text, drawn);
      QVERIFY2(curves, curves ? "" : curves.error().message.c_str());
      std::vector<std::string> names;
      for (const auto& curve : *curves) {
        names.push_back(curve.experiment);
        QVERIFY2(curve.points.size() > 5, drawn.file.c_str());
        QVERIFY(std::ranges::is_sorted(curve.points));
        QVERIFY2(std::ranges::find(card.variants, curve.experiment,
                                   &telegrad::CardVariant::experiment) != card.variants.end(),
                 curve.experiment.c_str());
      }
      QCOMPARE(names, drawn.of);
    }
}

void StartCardsTest::mistakesAreNamedWithTheirLine_data() {
  QTest::addColumn<QString>("from");
  QTest::addColumn<QString>("to");
  QTest::addColumn<QString>("message");
  QTest::newRow("whole") << ""
                         << ""
                         << "";
  QTest::newRow("no TOML") << "machine ="
                           << "machine"
                           << "c.toml:1: not TOML";
  QTest::newRow("no machine") << "machine = \"a desk\""
                              << ""
                              << "machine is missing";
  QTest::newRow("empty") << "teaches = \"Much.\""
                         << "teaches = \"\""
                         << "c.toml:9: teaches is not text";
  QTest::newRow("number") << "title = \"One\""
                          << "title = 1"
                          << "c.toml:8: title is not text";
  QTest::newRow("no quantity") << "x = \"iteration\""
                               << "x = \"luck\""
                               << "x: unknown quantity";
  QTest::newRow("no seconds") << ", seconds = 3"
                              << ""
                              << "c.toml:10: a: seconds";
  QTest::newRow("no time") << "seconds = 4.5"
                           << "seconds = -1"
                           << "c.toml:11: b: seconds";
  QTest::newRow("twice") << "experiment = \"b\""
                         << "experiment = \"a\""
                         << "c.toml:11: a is offered twice";
  QTest::newRow("no label") << "label = \"A\", "
                            << ""
                            << "label is missing";
  QTest::newRow("no picture") << "[section.card.picture]"
                              << "[section.card.painting]"
                              << "no table for its picture";
  QTest::newRow("of nothing") << "of = [\"a\", \"b\"]"
                              << "of = []"
                              << "of is not a list";
  QTest::newRow("no card") << "[[section.card]]"
                           << "[section.card]"
                           << "card is not a list";
}

void StartCardsTest::mistakesAreNamedWithTheirLine() {
  QFETCH(const QString, from);
  QFETCH(const QString, to);
  QFETCH(const QString, message);
  const auto cards = parseStartCards(document(from.toStdString(), to.toStdString()), "c.toml");
  const auto said = cards ? QString() : QString::fromStdString(cards.error().message);
  QVERIFY2(said.isEmpty() == message.isEmpty() && said.contains(message), qPrintable(said));
  if (!cards) return;
  const auto& card = cards->sections.at(0).cards.at(0);
  QCOMPARE(cards->machine, std::string("a desk"));
  QCOMPARE(card.variants.at(1).seconds, 4.5);
  QCOMPARE(card.variants.at(1).label, std::string("B"));
  QVERIFY(card.picture.isLogX && card.picture.isLogY);
}

void StartCardsTest::picturesAreReadPointByPoint() {
  const auto curves =
      parsePicture("curve,iteration,train_loss\r\na,1,2.5\r\na,2,1e-3\nb,1,3\n", picture());
  QVERIFY(curves);
  QCOMPARE(curves->size(), std::size_t{2});
  QCOMPARE(curves->at(0).points.at(1), std::pair(2.0, 1e-3));
  QCOMPARE(curves->at(1).experiment, std::string("b"));
}

void StartCardsTest::damagedPicturesAreRefused_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("message");
  QTest::newRow("nothing") << ""
                           << "one.csv:1: ";
  QTest::newRow("other axes") << "curve,epoch,train_loss\n"
                              << "one.csv:1: ";
  QTest::newRow("cut") << "curve,iteration,train_loss\na,1,2\na,2"
                       << "one.csv:3: ";
  QTest::newRow("word") << "curve,iteration,train_loss\na,1,low\n"
                        << "one.csv:2: ";
  QTest::newRow("infinite") << "curve,iteration,train_loss\na,1,inf\n"
                            << "one.csv:2: ";
  QTest::newRow("no logarithm") << "curve,iteration,train_loss\na,1,0\n"
                                << "one.csv:2: ";
}

void StartCardsTest::damagedPicturesAreRefused() {
  QFETCH(const QString, text);
  QFETCH(const QString, message);
  const auto curves = parsePicture(text.toStdString(), picture());
  QVERIFY(!curves);
  QVERIFY2(QString::fromStdString(curves.error().message).startsWith(message),
           curves.error().message.c_str());
}

void StartCardsTest::dataIsThereOnceAllItsFilesAre() {
  const QTemporaryDir folder;
  const fs::path data = folder.path().toStdString();
  const auto touch = [&data](const std::string& name) {
    fs::create_directories((data / name).parent_path());
    QFile file(QString::fromStdString((data / name).string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
  };
  QVERIFY(telegrad::hasDataset("synthetic-digits", data));
  QVERIFY(!telegrad::hasDataset("mnist", data));
  for (const auto* name : {"train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte",
                           "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte.gz"}) {
    QVERIFY(!telegrad::hasDataset("mnist", data));
    touch(std::string("mnist/") + name);
  }
  QVERIFY(telegrad::hasDataset("mnist", data));
  QVERIFY(!telegrad::hasDataset("mnist-and-cifar-10", data));
  for (const auto* name : {"data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4",
                           "data_batch_5", "test_batch"})
    touch(std::string("cifar-10-batches-bin/") + name + ".bin");
  QVERIFY(telegrad::hasDataset("mnist-and-cifar-10", data));
  const auto experiment = [](const char* text) {
    const auto read = telegrad::parseExperiment(text, "e");
    return telegrad::datasetOnDisk(*read);
  };
  QCOMPARE(experiment("[dataset]\nkey = \"mnist\"\n"), std::optional<std::string>("mnist"));
  QCOMPARE(experiment("[dataset]\nkey = \"synthetic-digits\"\n"), std::optional<std::string>());
  QCOMPARE(experiment("[model]\nkey = \"quadratic\"\n"), std::optional<std::string>());
}

QTEST_GUILESS_MAIN(StartCardsTest)
#include "start_cards_test.moc"
