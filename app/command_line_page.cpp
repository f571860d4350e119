// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iostream>
#include <string>
#include <utility>

#include "app/command_options.h"
#include "app/exit_status.h"
#include "app/reference_pages.h"
#include "app/reference_text.h"
#include "core/experiment/files.h"

namespace telegrad {
namespace {

std::string spelledInCode(const CLI::Option& option) {
  std::string names;
  const auto add = [&names](const std::string& name) {
    names += (names.empty() ? "" : ", ") + name;
  };
  if (option.get_positional()) return "`" + option.get_name(true) + "`";
  for (const auto& name : option.get_snames()) add("-" + name);
  for (const auto& name : option.get_lnames()) add("--" + name);
  if (option.get_items_expected_max() > 0) names += " " + typeOf(option);
  return "`" + names + "`";
}

std::string tableOf(const CLI::App& app) {
  const auto options = shownOptions(app);
  if (options.empty()) return {};
  std::string table = "| | |\n|---|---|\n";
  for (const auto* option : options)
    table += "| " + spelledInCode(*option) + " | " + escaped(option->get_description()) + " |\n";
  return table + "\n";
}

std::string usageOf(const CLI::App& app, const std::string& name) {
  std::string words = "`" + name + " [OPTIONS]";
  for (const auto* option : shownOptions(app)) {
    if (!option->get_positional()) continue;
    auto word = option->get_name(true);
    if (option->get_items_expected_max() > 1) word += " ...";
    words += option->get_required() ? " " + word : " [" + word + "]";
  }
  return words + "`\n\n";
}

Result<void> writePages(const std::vector<ReferencePage>& pages,
                        const std::filesystem::path& folder) {
  for (const auto& page : pages)
    if (auto written = replaceFile(folder / page.file, page.markdown); !written) return written;
  return {};
}

}  // namespace

std::string commandLinePage(const CLI::App& app) {
  const auto& name = app.get_name();
  std::string page =
      "<!-- Made from the programs' own words by packaging/manual.sh; not to be edited. "
      "-->\n# " +
      name + "\n\n" + escaped(app.get_description()) + "\n\n" + usageOf(app, name) + tableOf(app);
  for (const auto* command : commandsOf(app)) {
    page += "## " + command->get_name() + "\n\n" + escaped(command->get_description()) + "\n\n" +
            usageOf(*command, name + " " + command->get_name()) + tableOf(*command);
    if (!command->get_footer().empty()) page += escaped(command->get_footer()) + "\n\n";
  }
  endWithOneLineBreak(page);
  return page;
}

void addReferenceOption(CLI::App& app, const std::string& flag,
                        std::function<Result<std::vector<ReferencePage>>()> pages) {
  const auto write = [&app, make = std::move(pages)](const std::string& folder) {
    const auto made = make();
    const auto written = made ? writePages(*made, folder) : Result<void>(made.error());
    if (written) throw CLI::Success();
    std::cerr << app.get_name() << ": " << written.error().message << '\n';
    throw CLI::RuntimeError(kFailed);
  };
  app.add_option_function<std::string>(flag, write)->group("");
}

}  // namespace telegrad
