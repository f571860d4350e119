// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telegrad {

/// From now on the first SIGINT or SIGTERM is only noted; a second one ends the program at once.
void noteInterrupts();

/// The signal that was noted; 0 while there was none.
int interruptSignal();

/// Writing past a limit of file size, or to a reader that went away, becomes an ordinary error of
/// the write instead of the program's end.
void makeWriteErrorsOrdinary();

}  // namespace telegrad
