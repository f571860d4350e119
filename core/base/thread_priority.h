// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telegrad {

/// Makes the calling thread, and those that it starts from now on, give way to all others of the
/// machine that have something to do: for good, since an ordinary user may not take it back. Where
/// the system knows no priority of a single thread (elsewhere than on Linux) nothing happens.
void giveWay();

/// Further than that: only what no other thread of the machine has a use for. Likewise.
void takeOnlyWhatIsSpare();

}  // namespace telegrad
