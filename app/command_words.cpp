// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_words.h"

#include <algorithm>
#include <cctype>
#include <iostream>
#include <string_view>

#include "app/command_options.h"

namespace telegrad {
namespace {

/// Text that roff takes as it is: no line begins with a control character, and a hyphen is one that
/// can be copied.
std::string roff(std::string_view text) {
  std::string escaped;
  bool lineBegins = true;
  for (const char each : text) {
    if (lineBegins && (each == '.' || each == '\'')) escaped += "\\&";
    if (each == '\\') escaped += "\\e";
    if (each == '-') escaped += '\\';
    if (each != '\\') escaped += each;
    lineBegins = each == '\n';
  }
  return escaped;
}

/// "-h, --help", "--seed N", "EXPERIMENT"
std::string spelled(const CLI::Option& option) {
  if (option.get_positional()) return roff(option.get_name(true));
  std::string names;
  const auto add = [&](const std::string& name) {
    names += (names.empty() ? "\\fB" : ", \\fB") + roff(name) + "\\fR";
  };
  for (const auto& name : option.get_snames()) add("-" + name);
  for (const auto& name : option.get_lnames()) add("--" + name);
  if (option.get_items_expected_max() > 0) names += " \\fI" + roff(typeOf(option)) + "\\fR";
  return names;
}

/// "[OPTIONS] EXPERIMENT"
std::string synopsis(const CLI::App& app) {
  std::string words = "[\\fIOPTIONS\\fR]";
  for (const auto* option : shownOptions(app)) {
    if (!option->get_positional()) continue;
    auto word = "\\fI" + roff(option->get_name(true)) + "\\fR";
    if (option->get_items_expected_max() > 1) word += "...";
    words += option->get_required() ? " " + word : " [" + word + "]";
  }
  return words;
}

std::string optionsOf(const CLI::App& app) {
  std::string text;
  for (const auto* option : shownOptions(app))
    text += ".TP\n" + spelled(*option) + "\n" + roff(option->get_description()) + "\n";
  return text;
}

std::string footerOf(const CLI::App& app) {
  const auto footer = app.get_footer();
  return footer.empty() ? "" : ".PP\n" + roff(footer) + "\n";
}

/// A summary line begins small and has no full stop.
std::string whatItIs(const CLI::App& app) {
  auto words = app.get_description();
  if (!words.empty() && words.back() == '.') words.pop_back();
  if (!words.empty())
    words.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(words.front())));
  return roff(words);
}

std::string inCapitals(std::string words) {
  std::ranges::transform(words, words.begin(),
                         [](unsigned char each) { return static_cast<char>(std::toupper(each)); });
  return words;
}

/// The words that may follow, as an argument of compgen -W.
std::string wordsAfter(const CLI::App& app) {
  std::string words;
  for (const auto* option : shownOptions(app))
    for (const auto& name : option->get_lnames()) words += "--" + name + ' ';
  for (const auto* option : shownOptions(app)) {
    if (option->get_name(true) == "EXPERIMENT") words += "$(telegrad-cli list experiments --keys) ";
    if (option->get_name(true) == "SWEEP") words += "$(telegrad-cli list sweeps --keys) ";
  }
  if (!words.empty()) words.pop_back();
  return words;
}

}  // namespace

std::string manualPage(const CLI::App& app) {
  const auto& name = app.get_name();
  const auto commands = commandsOf(app);
  std::string page = ".TH " + inCapitals(roff(name)) +
                     " 1 \"\" \"Telegrad " TELEGRAD_VERSION "\" \"User Commands\"\n.SH NAME\n" +
                     roff(name) + " \\- " + whatItIs(app) + "\n.SH SYNOPSIS\n.B " + roff(name) +
                     "\n" + synopsis(app) + "\n";
  if (!commands.empty())
    page += ".br\n.B " + roff(name) + "\n\\fICOMMAND\\fR [\\fIOPTIONS\\fR] ...\n";
  page += ".SH OPTIONS\n" + optionsOf(app);
  if (!commands.empty()) page += ".SH COMMANDS\n";
  for (const auto* command : commands)
    page += ".SS \"" + roff(command->get_name()) + " " + synopsis(*command) + "\"\n" +
            roff(command->get_description()) + "\n" + optionsOf(*command) + footerOf(*command);
  page +=
      ".SH ENVIRONMENT\n"
      ".TP\n.B TELEGRAD_DATA\nThe folder to look for datasets in, where \\fB\\-\\-data\\fR says "
      "none.\n"
      ".TP\n.B XDG_DATA_HOME\nWhere datasets are downloaded to (in \\fItelegrad/data\\fR) and the "
      "window keeps its runs (\\fItelegrad/runs\\fR).\n"
      ".TP\n.B XDG_STATE_HOME\nWhere a crash leaves its report (in \\fItelegrad/crashes\\fR).\n";
  page += ".SH SEE ALSO\n";
  page += name == "telegrad" ? ".BR telegrad\\-cli (1)\n" : ".BR telegrad (1)\n";
  return page;
}

std::string bashCompletion(const CLI::App& app) {
  std::string function = "_" + app.get_name();
  std::ranges::replace(function, '-', '_');
  std::string commands;
  std::string cases;
  for (const auto* command : commandsOf(app)) {
    commands += (commands.empty() ? "" : " ") + command->get_name();
    cases += "    " + command->get_name() + ") words=\"" + wordsAfter(*command) + "\" ;;\n";
  }
  return "# bash completion for " + app.get_name() + "\n" + function +
         "() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} command= words= i\n"
         "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
         "    if [[ \" " +
         commands +
         " \" == *\" ${COMP_WORDS[i]} \"* ]]; then\n"
         "      command=${COMP_WORDS[i]}\n"
         "      break\n"
         "    fi\n"
         "  done\n"
         "  case $command in\n" +
         cases + "    *) words=\"" + wordsAfter(app) + " " + commands +
         "\" ;;\n"
         "  esac\n"
         "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
         "}\n"
         "complete -o default -F " +
         function + " " + app.get_name() + "\n";
}

void addDocumentationFlags(CLI::App& app) {
  const auto add = [&app](const char* name, std::string (*make)(const CLI::App&)) {
    app.add_flag_callback(name,
                          [&app, make] {
                            std::cout << make(app);
                            throw CLI::Success();
                          })
        ->group("");
  };
  add("--manual", manualPage);
  add("--bash-completion", bashCompletion);
}

}  // namespace telegrad
