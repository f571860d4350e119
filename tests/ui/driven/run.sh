#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a script of this folder with the real window in front of it, on a display of its own (Xvfb) with a
# window manager, a session bus and a home of its own.
# Usage: tests/ui/driven/run.sh SCRIPT.py [folder for pictures]
# Environment: TELEGRAD_BUILD, the build tree (default build/release).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

script=tests/ui/driven/$1
pictures=$(realpath -m "${2:-build/pictures/${1%.py}}")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/runtime"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME TELEGRAD_DATA WAYLAND_DISPLAY
export HOME=$home XDG_RUNTIME_DIR=$home/runtime LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 PYTHONDONTWRITEBYTECODE=1
export TELEGRAD=$PWD/${TELEGRAD_BUILD:-build/release}/app/telegrad
# Debian's interpreter: the bus's bindings are its own.
dbus-run-session -- xvfb-run -a -s '-screen 0 1600x1000x24' \
  bash -c 'openbox --sm-disable 2>/dev/null & /usr/bin/python3 "$@"' driven "$script" "$pictures" 2> >(grep -v '^dbus-daemon' >&2)
