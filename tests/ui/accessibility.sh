#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts the window as users do, on a display and a desktop bus of its own, and walks it as a screen
# reader does: accessibility.py says what is looked for.
#
#   tests/ui/accessibility.sh [FOLDER]    the folder that holds telegrad and telegrad-cli (default:
#                                         build/release/app)
#
# Needs: xvfb xauth openbox dbus at-spi2-core python3-pyatspi. Touches nothing of the user's: home, settings and
# runs are in a folder that goes at the end.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
programs=$(realpath "${1:-build/release/app}")

python=/usr/bin/python3  # the one that Debian's packages are for
for tool in xvfb-run xauth openbox dbus-run-session "$python"; do
  command -v "$tool" >/dev/null || {
    echo "accessibility.sh: $tool is missing; install xvfb xauth openbox dbus at-spi2-core python3-pyatspi" >&2
    exit 2
  }
done
"$python" -c 'import pyatspi' || exit 2

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
unset WAYLAND_DISPLAY AT_SPI_BUS_ADDRESS TELEGRAD_DATA
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data"
export XDG_CACHE_HOME="$home/cache" XDG_STATE_HOME="$home/state" LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
export QT_QPA_PLATFORM=xcb QT_ACCESSIBILITY=1 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1

# The bus inside the display: what it starts presses the keys. A window manager gives the focus.
xvfb-run -a -s '-screen 0 1440x900x24 -nolisten tcp -noreset' dbus-run-session -- \
  bash -c 'openbox --sm-disable 2>/dev/null & "$@"' walk "$python" tests/ui/accessibility.py "$programs" 2> >(grep -v -e '^dbus-daemon' -e '^SpiRegistry' >&2)
