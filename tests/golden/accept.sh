#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes all pictures of tests/golden/images as the program draws them now, where they differ by more
# than the tolerance; `git diff --stat` then says which, and each is to be looked at.
# Usage: tests/golden/accept.sh [preset]
set -eu
cd "$(dirname "$0")/../.."
preset=${1:-release}
cmake --build --preset "$preset" --target ui_golden_tests
TELEGRAD_ACCEPT=1 ctest --preset "$preset" -R '^ui\.golden\.'
git status --short tests/golden/images
