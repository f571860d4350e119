#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the longest turns of the window's event loop on a display of its own (Xvfb), and fails if
# one took 50 ms on the clock: for a machine with nothing else to do.
# Usage: tests/ui/responsiveness.sh [build directory]
exec xvfb-run -a -s "-screen 0 1440x900x24" env QT_QPA_PLATFORM=xcb TELEGRAD_ASSERT_CLOCK=1 \
  "${1:-build/release}/tests/ui/ui_responsiveness_test"
