// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_verify.h"

#include <iostream>
#include <optional>

#include "app/exit_status.h"
#include "app/interrupt.h"
#include "app/run_progress.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/verification.h"

namespace telegrad {

int verifyCommand(const VerifyArguments& arguments) {
  const auto stored = readRunFolder(arguments.folder);
  if (!stored) return refuse("telegrad-cli", stored.error().message);
  RunOptions options;
  if (!arguments.data.empty()) options.data = arguments.data;
  options.threads = arguments.threads;
  noteInterrupts();
  RunProgress progress(stored->experiment, std::cerr);
  const auto result = verifyRun(arguments.folder, options, [&](const Sample& sample) {
    progress.show(sample);
    return interruptSignal() == 0;
  });
  progress.end();
  if (!result) return refuse("telegrad-cli", result.error().message);
  for (const auto& note : result->notes) std::cerr << "note: " << note << '\n';
  if (result->difference) {
    std::cout << "different at " << *result->difference << '\n';
    return kFailed;
  }
  const bool whole = result->iterations == static_cast<std::int64_t>(stored->records.size());
  std::cout << (whole ? "the same: " : "the same as far as it went: ") << result->iterations
            << " iterations, " << result->digests << " digests of the weights\n";
  return whole ? kDone : 128 + interruptSignal();
}

}  // namespace telegrad
