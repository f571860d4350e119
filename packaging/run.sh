#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and starts the quick start: in the window where there is a
# display, else on the command line with its curves drawn into a file.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/dependencies.sh

installMissing "${telegradPackages[@]}"
echo "Building in build/release"
cmake --preset release
cmake --build --preset release --target telegrad telegrad-cli

experiment=resources/experiments/quick-start.toml
if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
  exec build/release/app/telegrad --run "$experiment"
fi

# What an earlier call left stays: the next free number is taken.
results=runs/quick-start
for ((number = 2; ; ++number)); do
  [[ -e $results ]] || break
  results=runs/quick-start-$number
done
echo "No display: running $experiment on the command line"
build/release/app/telegrad-cli run "$experiment" --out "$results"
for format in svg png; do
  QT_QPA_PLATFORM=offscreen build/release/app/telegrad plot "$results" \
    --x payload-bits --y test-accuracy -o "$results/figure.$format"
done
echo "Results: $results/summary.json, iterations.csv, evaluations.csv, figure.svg, figure.png"
