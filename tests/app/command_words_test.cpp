// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_words.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

#include "tests/support/command_line.h"

using telegrad::test::run;

/// The manual page and the completion say what --help says.
class CommandWordsTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void theManualHasEveryCommandAndOption();
  void theManualIsMadeOfKnownMacros();
  void textIsTakenAsItIs();
  void bashCompletes_data();
  void bashCompletes();
  void keysAreListed();

 private:
  QString manual_;
  QStringList commands_;
};

namespace {

const QString kProgram = QStringLiteral(TELEGRAD_CLI);

QStringList matches(const QString& text, const QString& pattern) {
  QStringList found;
  auto all = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
  while (all.hasNext()) found << all.next().captured(1);
  return found;
}

}  // namespace

void CommandWordsTest::initTestCase() {
  const auto manual = run(kProgram, {"--manual"});
  QCOMPARE(manual.status, 0);
  manual_ = manual.out;
  const auto help = run(kProgram, {"--help"}).out;
  commands_ = matches(help.section("Subcommands:", 1), "^  ([a-z]+) ");
  QVERIFY(commands_.size() > 10);
}

void CommandWordsTest::theManualHasEveryCommandAndOption() {
  for (const auto& command : commands_) {
    const auto section = manual_.section(".SS \"" + command + ' ', 1).section("\n.SS ", 0, 0);
    QVERIFY2(!section.isEmpty(), qPrintable(command));
    auto options = matches(run(kProgram, {command, "--help"}).out, "^  (?:-\\w,)?(--[a-z-]+)");
    QVERIFY2(options.removeOne("--help"), qPrintable(command));  // which stands once, above
    for (auto& option : options)
      QVERIFY2(section.contains("\\fB" + option.replace("-", "\\-") + "\\fR"),
               qPrintable(command + ' ' + option));
  }
  QCOMPARE(manual_.count("\\-\\-help"), 1);
  QVERIFY(!manual_.contains("manual\\fR"));  // hidden ones
}

void CommandWordsTest::theManualIsMadeOfKnownMacros() {
  const QSet<QString> known{"TH", "SH", "SS", "TP", "PP", "B", "BR", "br"};
  for (const auto& macro : matches(manual_, "^\\.(\\S*)"))
    QVERIFY2(known.contains(macro), qPrintable(macro));
  QVERIFY(manual_.startsWith(".TH TELEGRAD\\-CLI 1 "));
  QVERIFY(manual_.contains(".SH NAME\ntelegrad\\-cli \\- "));
}

void CommandWordsTest::textIsTakenAsItIs() {
  CLI::App app("Does a\\b.", "tool");
  auto* command = app.add_subcommand("go", "Goes.\n.far 'away'\n'tis");
  std::string value;
  bool flag = false;
  command->add_option("-v,--a-value", value, "one - or two")->type_name("A|B");
  command->add_flag("--quiet", flag, "says nothing");
  command->add_flag("--secret", flag, "not told")->group("");
  const auto page = QString::fromStdString(telegrad::manualPage(app));
  QVERIFY2(page.contains("tool \\- does a\\eb\n"), qPrintable(page));
  QVERIFY2(page.contains("Goes.\n\\&.far 'away'\n\\&'tis\n"), qPrintable(page));
  QVERIFY2(
      page.contains(".TP\n\\fB\\-v\\fR, \\fB\\-\\-a\\-value\\fR \\fIA|B\\fR\none \\- or two\n"),
      qPrintable(page));
  QVERIFY2(page.contains(".TP\n\\fB\\-\\-quiet\\fR\n"), qPrintable(page));
  QVERIFY(!page.contains("secret"));
  QVERIFY(!QString::fromStdString(telegrad::bashCompletion(app)).contains("secret"));
}

void CommandWordsTest::bashCompletes_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("expected");
  QTest::newRow("a command") << "ver"
                             << "verify";
  QTest::newRow("the program's option") << "--ver"
                                        << "--version";
  QTest::newRow("a command's option") << "run --ove"
                                      << "--overwrite";
  QTest::newRow("after an argument") << "run quick-start --save"
                                     << "--save-weights";
  QTest::newRow("a shipped experiment") << "run quick-s"
                                        << "quick-start";
  QTest::newRow("a shipped sweep") << "sweep fraction-by-s"
                                   << "fraction-by-staleness";
  QTest::newRow("another command's option") << "fetch --ove"
                                            << "";
}

void CommandWordsTest::bashCompletes() {
  QFETCH(QString, line);
  QFETCH(QString, expected);
  const auto script = QStringLiteral(
      "PATH=$1:$PATH; source <(telegrad-cli --bash-completion); COMP_WORDS=(telegrad-cli $2); "
      "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _telegrad_cli; echo \"${COMPREPLY[*]}\"");
  const auto completed = run("/bin/bash", {"-c", script, "bash", QFileInfo(kProgram).path(), line});
  QCOMPARE(completed.err, QString());
  QCOMPARE(completed.out.trimmed(), expected);
}

void CommandWordsTest::keysAreListed() {
  const auto keys = run(kProgram, {"list", "experiments", "--keys"});
  QCOMPARE(keys.status, 0);
  const auto lines = keys.out.split('\n', Qt::SkipEmptyParts);
  QVERIFY(lines.contains("quick-start"));
  const auto all = run(kProgram, {"list", "experiments"}).out;
  QVERIFY(all.contains("Quick start"));
  QCOMPARE(matches(all, "^(\\S+)"), lines);
  QVERIFY(run(kProgram, {"list", "sweeps", "--keys"}).out.contains("fraction-by-staleness\n"));
  QCOMPARE(run(kProgram, {"list", "models", "--json", "--keys"}).status, 2);
}

QTEST_GUILESS_MAIN(CommandWordsTest)

#include "command_words_test.moc"
