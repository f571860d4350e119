// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_options.h"

#include <algorithm>

namespace telegrad {

std::vector<const CLI::Option*> shownOptions(const CLI::App& app) {
  auto options = app.get_options([&app](const CLI::Option* option) {
    return !option->get_group().empty() &&
           (app.get_parent() == nullptr || option != app.get_help_ptr());
  });
  std::stable_partition(options.begin(), options.end(),
                        [](const CLI::Option* option) { return option->get_positional(); });
  return options;
}

std::vector<const CLI::App*> commandsOf(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* command) { return !command->get_name().empty(); });
}

std::string typeOf(const CLI::Option& option) {
  const auto type = option.get_type_name();  // "N:INT in [0 - 256]"
  return type.substr(0, type.find(':'));
}

}  // namespace telegrad
