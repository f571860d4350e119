// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telegrad {

/// `telegrad-cli --selftest`: trains a little on generated data, once with one thread and once with
/// three, and once more with a change on the way that is then replayed. The result is the exit
/// status: 0 if the loss fell, and the weights are the same bits whenever they must be.
int selfTest();

/// `telegrad-cli --diagnose`: versions, kernels, threads, which datasets are there and where they
/// were looked for, and what is shipped; for a report of a mistake. Reads files and changes
/// nothing. The result is the exit status.
int diagnose();

}  // namespace telegrad
