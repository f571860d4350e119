// SPDX-License-Identifier: GPL-3.0-or-later
// The window in other languages: nothing is left in English, nothing is cut off. With
// TELEGRAD_CORE_WORDS=FILE it also writes the words of the core's descriptions as C++ that lupdate
// reads, which is how packaging/translations.sh comes by them.
#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include <QComboBox>
#include <QDirIterator>
#include <QMenuBar>
#include <QProcess>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTranslator>
#include <QXmlStreamReader>
#include <QtTest>

#include "core/experiment/catalogues.h"
#include "core/experiment/checkpoint_parameters.h"
#include "core/experiment/lab_vector.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/start_cards.h"
#include "core/experiment/sweep_table.h"
#include "core/experiment/training_run.h"
#include "core/experiment/worker_slots.h"
#include "core/metrics/quantities.h"
#include "core/net/shipped_traces.h"
#include "core/net/trace_generators.h"
#include "core/net/worker_condition.h"
#include "tests/support/cut_off.h"
#include "tests/support/own_home.h"
#include "tests/support/small_runs.h"
#include "ui/main_window.h"
#include "ui/models/explanation.h"
#include "ui/models/shipped_experiments.h"
#include "ui/panels/data_dialog.h"
#include "ui/panels/settings_dialog.h"
#include "ui/plots/plot_file.h"
#include "ui/presentation.h"
#include "ui/start_page.h"
#include "ui/widgets/formula.h"
#include "ui/widgets/language.h"
#include "ui/widgets/style_sheet.h"
#include "ui/widgets/text.h"

using telegrad::test::cutOff;
using telegrad::test::textOn;
using telegrad::ui::MainWindow;
using telegrad::ui::text;

namespace {

constexpr int kPatience = 60000;  // milliseconds, for a run that takes a second

using Words = std::set<std::string>;

void collect(const telegrad::Parameter& parameter, Words& words) {
  words.insert({parameter.label, parameter.help});
  if (const auto* choice = std::get_if<telegrad::Choice>(&parameter.kind))
    words.insert(choice->labels.empty() ? choice->options.begin() : choice->labels.begin(),
                 choice->labels.empty() ? choice->options.end() : choice->labels.end());
  if (const auto* text = std::get_if<telegrad::Text>(&parameter.kind)) words.insert(text->allowed);
}

template <typename Parameters>
void collectAll(const Parameters& parameters, Words& words) {
  for (const auto& parameter : parameters) collect(parameter, words);
}

/// What the shipped sweeps' files say after that key.
Words shippedSweeps(const char* key) {
  Words words;
  const QDir folder(QStringLiteral(":/sweeps"));
  const QRegularExpression line(QStringLiteral("^%1 = \"(.*)\"$").arg(QLatin1String(key)),
                                QRegularExpression::MultilineOption);
  for (const auto& name : folder.entryList(QDir::Files)) {
    QFile file(folder.filePath(name));
    if (file.open(QIODevice::ReadOnly))
      words.insert(line.match(QString::fromUtf8(file.readAll())).captured(1).toStdString());
  }
  return words;
}

/// What the start page reads from its data.
void collectCards(Words& words) {
  QFile file(QStringLiteral(":/cards.toml"));
  if (!file.open(QIODevice::ReadOnly)) qFatal("no cards");
  const auto cards = telegrad::parseStartCards(file.readAll().toStdString(), "cards.toml");
  if (!cards) qFatal("%s", cards.error().message.c_str());
  words.insert(cards->machine);
  for (const auto& section : cards->sections) {
    words.insert({section.title, section.text});
    for (const auto& card : section.cards) {
      words.insert({card.title, card.teaches, card.picture.note});
      for (const auto& variant : card.variants) words.insert(variant.label);
    }
  }
}

/// What the literals of a file's said("..." "...") are, and of its require(..., "...").
void collectSaid(const QString& path, Words& words) {
  static const QRegularExpression call(
      QStringLiteral(R"re(\b(?:said\(|require\([^;"]*,)\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re"));
  static const QRegularExpression literal(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("%s", qPrintable(path));
  for (auto calls = call.globalMatch(QString::fromUtf8(file.readAll())); calls.hasNext();) {
    QString pattern;
    for (auto parts = literal.globalMatch(calls.next().captured(1)); parts.hasNext();)
      pattern += parts.next().captured(1);
    words.insert(pattern.replace("\\\"", "\"").replace("\\n", "\n").toStdString());
  }
}

/// The messages of the core and of the window's files, and the words of the reference's pages, from
/// their sources.
Words saidWords() {
  Words words;
  for (const auto* room : {"/core", "/ui", "/app"}) {
    QDirIterator files(QStringLiteral(TELEGRAD_SOURCE) + QLatin1String(room), {"*.cpp", "*.h"},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
      if (const auto path = files.next(); !path.endsWith(QLatin1String("base/said.h")))
        collectSaid(path, words);
  }
  return words;
}

/// All that the core's descriptions and messages say and the window shows.
Words coreWords() {
  Words words;
  for (const auto& slot : telegrad::experimentSlots()) {
    words.insert({slot.label, slot.summary});
    if (slot.hasChoice()) words.insert(slot.title());
    for (const auto& entry : slot.entries) {
      words.insert({entry.name, entry.summary});
      collectAll(entry.parameters, words);
    }
  }
  const auto& worker = telegrad::workerSlotDescription();
  words.insert({worker.label, worker.summary});
  collectAll(telegrad::workerConditionParameters(), words);
  collectAll(telegrad::checkpointParameters(), words);
  collectAll(telegrad::labVectorParameters(), words);
  for (const auto& generator : telegrad::traceGenerators()) {
    words.insert({generator.name, generator.summary});
    collectAll(generator.parameters, words);
  }
  for (const auto& trace : telegrad::shippedTraces()) words.insert(trace.name);
  for (const auto& quantity : telegrad::quantities())
    words.insert({quantity.name, quantity.summary});
  for (const auto& quantity : telegrad::sweepQuantities())
    words.insert({quantity.name, quantity.summary});
  for (const auto state :
       {telegrad::RunState::Preparing, telegrad::RunState::Running, telegrad::RunState::Paused,
        telegrad::RunState::Finished, telegrad::RunState::Stopped, telegrad::RunState::Diverged,
        telegrad::RunState::Failed})
    words.insert(stateName(state));
  words.insert(telegrad::kInterruptedState);
  for (const auto& shipped : telegrad::ui::shippedExperiments())
    words.insert(shipped.experiment.summary());
  words.merge(shippedSweeps("summary"));
  collectCards(words);
  const auto& explanations = telegrad::ui::explanationTexts();
  for (const auto& topic : explanations.topics())
    if (const auto* said = explanations.find(topic))
      words.insert({said->title, said->what, said->attempt});
  for (const auto& id : telegrad::ui::Formula::ids())
    words.insert(telegrad::ui::Formula::find(id)->words().toStdString());
  words.merge(saidWords());
  words.erase("");
  return words;
}

/// A C++ string literal.
QByteArray quoted(const std::string& word) {
  QByteArray text = QByteArray::fromStdString(word);
  return '"' + text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n") + '"';
}

void writeCoreWords(const QString& path) {
  QFile file(path);
  QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
  file.write("#include <QCoreApplication>\nconst char* const words[] = {\n");
  for (const auto& word : coreWords())
    file.write("QT_TRANSLATE_NOOP(\"Core\", " + quoted(word) + "),\n");
  file.write("};\n");
}

struct Message {
  QString context, source, comment;
  bool operator<(const Message& other) const {
    return std::tie(context, source, comment) <
           std::tie(other.context, other.source, other.comment);
  }
};

/// The messages of a file of Qt Linguist's, and those of them without a finished translation.
struct Messages {
  std::set<Message> all, unfinished;
};

Messages readMessages(const QString& path) {
  Messages messages;
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return messages;
  QXmlStreamReader xml(&file);
  Message message;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("name")) message.context = xml.readElementText();
    if (xml.name() == QLatin1String("message")) message.comment.clear();
    if (xml.name() == QLatin1String("source")) message.source = xml.readElementText();
    if (xml.name() == QLatin1String("comment")) message.comment = xml.readElementText();
    if (xml.name() != QLatin1String("translation")) continue;
    const bool open = xml.attributes().hasAttribute(QLatin1String("type"));
    const auto words = xml.readElementText(QXmlStreamReader::IncludeChildElements);
    messages.all.insert(message);
    if (open || words.isEmpty()) messages.unfinished.insert(message);
  }
  return messages;
}

QString list(const std::set<Message>& messages) {
  QStringList lines;
  for (const auto& message : messages)
    if (lines.size() < 20) lines << message.context + QStringLiteral(": ") + message.source;
  return QStringLiteral("%1, for example\n%2").arg(messages.size()).arg(lines.join('\n'));
}

std::set<Message> without(const std::set<Message>& from, const std::set<Message>& what) {
  std::set<Message> rest;
  std::set_difference(from.begin(), from.end(), what.begin(), what.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

/// A language that nobody speaks: marked and longer by a quarter than English, as many are.
class PseudoLanguage : public QTranslator {
 public:
  QString translate(const char* context, const char* source, const char*, int) const override {
    if (qstrcmp(context, "Numbers") == 0) return {};
    const auto text = QString::fromUtf8(source);
    if (text.isEmpty() || context == QByteArray("QShortcut")) return {};
    return QStringLiteral("[") + text + QString((text.size() + 3) / 4, QChar(u'é')) +
           QStringLiteral("]");
  }
  bool isEmpty() const override { return false; }
};

/// Asked for what the language before it has no word for, and keeps that: from the window's own
/// sources and the core's descriptions, not from Qt.
class Unspoken : public QTranslator {
 public:
  QString translate(const char* context, const char* source, const char*, int) const override {
    if (context[0] != 'Q' && source[0] != '\0')
      words_ << QStringLiteral("%1: %2").arg(QLatin1String(context), QString::fromUtf8(source));
    return {};
  }
  bool isEmpty() const override { return false; }
  QStringList words() const { return words_; }

 private:
  mutable QStringList words_;
};

/// Layouts have laid out.
void settle() {
  for (int round = 0; round < 5; ++round) QCoreApplication::processEvents();
}

std::unique_ptr<MainWindow> smallWindow() {
  MainWindow::Start start;
  start.restoreSession = false;
  auto window = std::make_unique<MainWindow>(start);
  window->resize(1280, 720);
  window->show();
  return window;
}

}  // namespace

class TranslationTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void initTestCase() { telegrad::ui::applyTheme(telegrad::ui::ThemeChoice::Light); }
  void cleanup();
  void germanHasEveryWord();
  void germanIsSpoken();
  void germanIsSpokenEverywhere();
  void nothingIsCutOff_data();
  void nothingIsCutOff();
  void nothingIsLeftInEnglish();

 private:
  void speak(const QString& language);

  std::unique_ptr<PseudoLanguage> pseudo_;
};

void TranslationTest::cleanup() {
  if (pseudo_) QCoreApplication::removeTranslator(pseudo_.get());
  pseudo_.reset();
  telegrad::ui::applyLanguage(QStringLiteral("en"));
}

void TranslationTest::speak(const QString& language) {
  if (language != QLatin1String("pseudo")) return telegrad::ui::applyLanguage(language);
  pseudo_ = std::make_unique<PseudoLanguage>();
  QCoreApplication::installTranslator(pseudo_.get());
}

void TranslationTest::germanHasEveryWord() {
  const QTemporaryDir folder;
  const auto words = qEnvironmentVariable("TELEGRAD_CORE_WORDS", folder.filePath("core_words.cpp"));
  writeCoreWords(words);
  const QString source = QStringLiteral(TELEGRAD_SOURCE);
  const QString kept = source + QStringLiteral("/resources/translations/telegrad_de.ts");
  const QString fresh = folder.filePath(QStringLiteral("fresh.ts"));
  QProcess lupdate;
  lupdate.start(QStringLiteral(TELEGRAD_LUPDATE),
                {"-silent", "-no-obsolete", "-I", source, source + "/ui", source + "/app", words,
                 "-ts", fresh});
  QVERIFY2(lupdate.waitForFinished() && lupdate.exitCode() == 0, lupdate.readAllStandardError());
  const auto wanted = readMessages(fresh);
  const auto there = readMessages(kept);
  QVERIFY(wanted.all.size() > 1000);
  const char* mend = "run packaging/translations.sh, then translate what it names";
  const auto missing = without(wanted.all, there.all);
  QVERIFY2(missing.empty(), qPrintable(list(missing) + '\n' + mend));
  const auto gone = without(there.all, wanted.all);
  QVERIFY2(gone.empty(), qPrintable(list(gone) + '\n' + mend));
  QVERIFY2(there.unfinished.empty(), qPrintable(list(there.unfinished) + '\n' + mend));
}

void TranslationTest::germanIsSpoken() {
  QCOMPARE(telegrad::ui::grouped(1234567), QStringLiteral("1,234,567"));
  telegrad::ui::applyLanguage(QStringLiteral("de"));
  QCOMPARE(telegrad::ui::grouped(1234567), QStringLiteral("1\u202F234\u202F567"));
  QCOMPARE(telegrad::ui::translated("running"), QStringLiteral("läuft"));
  const telegrad::Error refused = telegrad::ui::checkEnding("a.txt").error();
  QCOMPARE(QString::fromStdString(refused.message),
           QStringLiteral("a.txt: gelesen: die Endung \".txt\"; erlaubt: .svg, .pdf oder .png"));
  const auto window = smallWindow();
  QStringList menus;
  for (const auto* action : window->menuBar()->actions()) menus << action->text().remove('&');
  QVERIFY2(menus.contains(QStringLiteral("Datei")), qPrintable(menus.join(' ')));
}

void TranslationTest::germanIsSpokenEverywhere() {
  Unspoken unspoken;
  QCoreApplication::installTranslator(&unspoken);  // before German, so that it is asked after it
  speak(QStringLiteral("de"));
  const auto window = smallWindow();
  const auto explainAll = [](const telegrad::ui::Situation& situation) {
    for (const auto& topic : telegrad::ui::explanationTexts().topics())
      (void)telegrad::ui::explain(text(topic), situation);
  };
  for (const auto& shipped : telegrad::ui::shippedExperiments()) {
    window->controller().setDraft(shipped.experiment);
    settle();
    explainAll({shipped.experiment, nullptr, 0});
  }
  MainWindow::Start run;
  run.restoreSession = false;
  run.experiment = telegrad::test::smallExperiment("sasg");
  run.run = true;
  MainWindow trained(run);
  trained.show();
  QTRY_VERIFY_WITH_TIMEOUT(!trained.controller().isActive(), kPatience);
  explainAll({*run.experiment, &trained.controller().runs().at(0), 0});
  for (const MainWindow* each : {window.get(), &trained}) {
    auto* tabs = each->findChild<QTabBar*>();
    for (int page = 0; page < tabs->count(); ++page) {
      tabs->setCurrentIndex(page);
      settle();
    }
  }
  telegrad::ui::SettingsDialog settings;
  telegrad::ui::DataDialog data(std::nullopt);
  telegrad::ui::StartPage start(telegrad::ui::StartPage::Folders{});
  QCoreApplication::removeTranslator(&unspoken);
  auto words = unspoken.words();
  words.removeDuplicates();
  QVERIFY2(words.isEmpty(), qPrintable(words.join('\n')));
}

void TranslationTest::nothingIsCutOff_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<QSize>("size");
  for (const auto* language : {"en", "de"})
    QTest::newRow(language) << QString::fromLatin1(language) << QSize(1280, 720);
  QTest::newRow("pseudo") << QStringLiteral("pseudo") << QSize(1600, 900);
}

void TranslationTest::nothingIsCutOff() {
  QFETCH(QString, language);
  QFETCH(QSize, size);
  speak(language);
  const auto window = smallWindow();
  window->resize(size);
  // A list may end a word with dots where the form's whole width is too narrow for it: not in a
  // language that somebody speaks.
  const bool listsToo = language != QLatin1String("pseudo");
  QStringList found;
  auto* tabs = window->findChild<QTabBar*>();
  // Every form that the shipped experiments have, unfolded.
  for (auto* button : window->findChildren<QToolButton*>())
    if (button->isCheckable() && button->text() == QStringLiteral("►")) button->setChecked(true);
  for (const auto& shipped : telegrad::ui::shippedExperiments()) {
    window->controller().setDraft(shipped.experiment);
    settle();
    for (const auto& each : cutOff(window.get(), listsToo))
      found << text(shipped.experiment.name()) + ": " + each;
  }
  const auto lookAtPages = [&](const QString& how) {
    for (int page = 0; page < tabs->count(); ++page) {
      tabs->setCurrentIndex(page);
      settle();
      for (const auto& each : cutOff(window.get(), listsToo))
        found << how + tabs->tabText(page) + ": " + each;
    }
  };
  lookAtPages({});
  if (language != QLatin1String("pseudo")) {  // longer and larger is too much to ask
    auto* presentation = window->findChild<telegrad::ui::Presentation*>();
    presentation->action()->trigger();
    window->resize(size);
    lookAtPages(QStringLiteral("presented, "));
    presentation->action()->trigger();
  }
  telegrad::ui::SettingsDialog settings;
  settings.show();
  found << cutOff(&settings, listsToo);
  telegrad::ui::DataDialog data(std::nullopt);
  data.show();
  settle();
  found << cutOff(&data, listsToo);
  telegrad::ui::StartPage start(telegrad::ui::StartPage::Folders{});
  start.resize(size);
  start.show();
  settle();
  found << cutOff(&start, listsToo);
  found.removeDuplicates();
  QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
  // Who it is that needs more room than the screen has.
  QStringList wide;
  for (const auto* widget : window->findChildren<QWidget*>())
    if (widget->minimumSizeHint().width() > 720 || widget->minimumWidth() > 720)
      wide << QStringLiteral("%1 %2: %3")
                  .arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
                  .arg(widget->minimumSizeHint().width());
  QVERIFY2(window->width() <= size.width(), qPrintable(wide.join('\n')));
}

void TranslationTest::nothingIsLeftInEnglish() {
  speak(QStringLiteral("pseudo"));
  const auto window = smallWindow();
  QStringList found;
  const auto look = [&found](const QString& text) {
    const bool hasWord = text.contains(QRegularExpression(QStringLiteral("[A-Za-z]{3,}")));
    if (hasWord && !text.contains('[')) found << text;
  };
  for (const auto* action : window->findChildren<QAction*>()) {
    look(action->text());
    look(action->toolTip());
  }
  for (const auto* widget : window->findChildren<QWidget*>()) {
    look(textOn(widget));
    look(widget->accessibleName());
    if (const auto* combo = qobject_cast<const QComboBox*>(widget))
      for (int i = 0; i < combo->count(); ++i) look(combo->itemText(i));
  }
  found.removeDuplicates();
  // Names: of the program, and what experiments and sweeps are called.
  found.removeAll(QStringLiteral("Telegrad"));
  for (const auto& shipped : telegrad::ui::shippedExperiments())
    found.removeAll(text(shipped.experiment.name()));
  for (const auto& name : shippedSweeps("name")) found.removeAll(text(name));
  for (const auto& each : found) qWarning().noquote() << each;
  QVERIFY(found.isEmpty());
}

QTEST_MAIN(TranslationTest)
#include "translation_test.moc"
