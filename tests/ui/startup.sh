#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints how long the window takes to its first paint, and to the first curve of a run that begins
# at once, on a display of its own (Xvfb), five times after one that warms up; fails if the median
# is above a second, or two for the curve: for a machine with nothing else to do.
# Usage: tests/ui/startup.sh [build directory]
set -euo pipefail
program=$(realpath "${1:-build/release}/app/telegrad")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

# once: one start in a home of its own; what it said goes to standard output.
cat >"$home/once.sh" <<'END'
rm -rf "$HOME"/.local
"$1" quick-start --run --timing 2>"$HOME/said" &
for ((tenth = 0; tenth < 300; ++tenth)); do
  sleep 0.1
  ! grep --quiet '^first curve' "$HOME/said" || break
done
kill $!
wait $! || true
grep '^first' "$HOME/said"
END
once() {
  HOME=$home QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1440x900x24" bash "$home/once.sh" "$program"
}
once >/dev/null
for ((i = 0; i < 5; ++i)); do once; done | tee "$home/all"

# median WORDS: of the milliseconds after them.
median() {
  sed -n "s/^$1: \([0-9]*\) ms.*/\1/p" "$home/all" | sort -n | sed -n 3p
}
paint=$(median 'first paint')
curve=$(median 'first curve')
echo "median: first paint after $paint ms (limit 1000), first curve after $curve ms (limit 2000)"
((paint < 1000 && curve < 2000))
