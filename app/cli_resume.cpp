// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_resume.h"

#include <iostream>
#include <utility>

#include "app/exit_status.h"
#include "core/experiment/continuation.h"

namespace telegrad {
namespace {

int goOn(Continuation continuation, const CarryOutArguments& how) {
  if (auto applied = apply(how, continuation.options); !applied)
    return refuse("telegrad-cli", applied.error().message);
  for (const auto& note : continuation.notes) std::cerr << "note: " << note << '\n';
  std::cerr << "from "
            << (continuation.from > 0 ? "iteration " + std::to_string(continuation.from)
                                      : std::string("the beginning"))
            << '\n';
  return carryOut(continuation.experiment, std::move(continuation.options));
}

}  // namespace

CLI::App* addResumeCommand(CLI::App& app, ResumeArguments& arguments) {
  auto* resume =
      app.add_subcommand("resume", "Go on with a run that was interrupted or stopped, to its end.");
  resume->add_option("FOLDER", arguments.folder, "The run's folder")->required();
  addCarryOutOptions(*resume, arguments.how);
  resume->footer(
      "It goes on from the newest checkpoint that is whole, else from the beginning. What comes\n"
      "out is what would have, had it never stopped. Exit status: as run.");
  return resume;
}

CLI::App* addForkCommand(CLI::App& app, ForkArguments& arguments) {
  auto* fork = app.add_subcommand(
      "fork", "Make a run that shares another's first iterations, and go on with other values.");
  fork->add_option("FOLDER", arguments.folder, "The folder of the run to begin with")->required();
  fork->add_option("--at", arguments.at, "Iterations that both share")
      ->required()
      ->type_name("ITERATION");
  fork->add_option("--set", arguments.assignments,
                   "slot.key=value: a value that counts from the next iteration on. Repeatable")
      ->allow_extra_args(false)
      ->type_name("ASSIGNMENT");
  fork->add_option("--out", arguments.out, "Folder to leave the new run in")
      ->required()
      ->type_name("FOLDER");
  fork->add_flag("--overwrite", arguments.overwrite, "Replace the run that is in --out");
  addCarryOutOptions(*fork, arguments.how);
  fork->footer("Nothing of the run in FOLDER is touched. Exit status: as run.");
  return fork;
}

int resumeCommand(const ResumeArguments& arguments) {
  auto continuation = prepareResume(arguments.folder);
  if (!continuation) return refuse("telegrad-cli", continuation.error().message);
  return goOn(*std::move(continuation), arguments.how);
}

int forkCommand(const ForkArguments& arguments) {
  auto continuation = prepareFork(arguments.folder, arguments.at, arguments.assignments);
  if (!continuation) return refuse("telegrad-cli", continuation.error().message);
  continuation->options.folder = arguments.out;
  continuation->options.overwrite = arguments.overwrite;
  return goOn(*std::move(continuation), arguments.how);
}

}  // namespace telegrad
