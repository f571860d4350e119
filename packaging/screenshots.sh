#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures of the manual (resources/manual/pictures, and in German resources/manual/de/pictures) and of the
# README (resources/pictures) anew from the release build: runs real experiments, shows them in the real window on a
# display in memory, and photographs that. Needs xvfb, xauth, xdotool and imagemagick; takes some minutes. Look at what comes out before it is committed.
#
#   packaging/screenshots.sh [ITERATIONS]    of the runs shown; 1500 unless given. With fewer than 1000 the README's
#                                            picture of a WAN, which takes whole runs, stays as it is
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [[ ${1:-} != inside ]]; then
  source packaging/dependencies.sh
  installMissing xvfb xauth xdotool imagemagick
  exec xvfb-run --auto-servernum -s '-screen 0 1440x900x24' "$0" inside "${1:-1500}"
fi

iterations=$2
manual=$PWD/resources/manual
readme=$PWD/resources/pictures
mkdir -p "$manual/pictures" "$manual/de/pictures"
work=$(mktemp -d)
window=
cleanUp() {
  [[ -z $window ]] || kill "$window" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanUp EXIT
# The data that the user has; nothing else of theirs.
export TELEGRAD_DATA=${TELEGRAD_DATA:-${XDG_DATA_HOME:-$HOME/.local/share}/telegrad/data}
export HOME=$work XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config XDG_RUNTIME_DIR=$work
cli=$PWD/build/release/app/telegrad-cli
program=$PWD/build/release/app/telegrad
runs=$XDG_DATA_HOME/telegrad/runs
mkdir -p "$runs" "$XDG_CONFIG_HOME/telegrad" "$XDG_DATA_HOME/telegrad/sweeps"

language=en
remark='half of the way'
# settings THEME X LOG [RUN...]: 1 light, 2 dark; what the curves are over; runs that the library shows.
settings() {
  local shown='' run
  for run in "${@:4}"; do shown+=${shown:+, }$run; done
  printf '[General]\ntheme=%s\nlanguage=%s\n[curves]\nx=%s\nxLog=%s\n[library]\nshown=%s\n' \
    "$1" "$language" "$2" "$3" "$shown" >"$XDG_CONFIG_HOME/telegrad/telegrad.conf"
}

# train NAME ARGUMENT...: a run in the library.
train() {
  printf '%s\n' "$1"
  "$cli" run "${@:2}" --out "$runs/$1" >/dev/null 2>&1
}

# open WIDTH HEIGHT ARGUMENT...: the window, over the whole of that much of the display.
open() {
  width=$1 height=$2
  "$program" "${@:3}" >/dev/null 2>&1 &
  window=$!
  local id=
  while id=$(xdotool search --onlyvisible --name '^Telegrad$' 2>/dev/null | tail -n 1) || true; [[ -z $id ]]; do
    kill -0 "$window" || {
      echo "the window did not open: ${*:3}" >&2
      exit 1
    }
    sleep 0.5
  done
  xdotool windowmove "$id" 0 0 windowsize "$id" "$1" "$2"
  sleep 3
  xdotool mousemove $((width / 2 + 100)) 60 click 1  # beside the buttons: so that keys reach the window
}
# resize WIDTH HEIGHT: the window that is open.
resize() {
  width=$1 height=$2
  xdotool search --onlyvisible --name '^Telegrad$' windowsize "$1" "$2"
  sleep 2
}
close() {
  kill "$window" 2>/dev/null || true
  wait "$window" 2>/dev/null || true
  window=
}
key() {
  xdotool mousemove "$((width - 3))" "$((height - 3))" key --delay 60 "$@"
  sleep "${pause:-2}"
}

# rows: how many iterations the run in the window has done.
rows() {
  cat "$runs"/*/iterations.csv 2>/dev/null | wc -l
}
# trainInWindow COUNT: lets the run in the window go on for so many iterations, then pauses it.
trainInWindow() {
  local before
  before=$(rows)
  key space
  for ((second = 0; second < 300 && $(rows) < before + $1; ++second)); do sleep 1; done
  key space
  sleep 2
}

# shot FILE [GEOMETRY]: the display, or a part of it, in few colours.
shot() {
  import -window root -crop "${2:-${width}x$height+0+0}" +repage "$work/shot.png"
  convert "$work/shot.png" -strip +dither -colors 160 "PNG8:$1"
  printf '%s %s\n' "$(basename "$1")" "$(stat -c %s "$1")"
}

size=(--set "run.max_iterations=$iterations" --set run.evaluate_every=50)
train sgd quick-start "${size[@]}" --set algorithm.key=sgd --set name=SGD
train sparse quick-start "${size[@]}" --set algorithm.key=sparse --set name=Sparse
train sasg-2 quick-start "${size[@]}" --set seed=2 --set name=SASG
train sasg-3 quick-start "${size[@]}" --set seed=3 --set name=SASG
"$cli" sweep fraction-by-staleness --out "$XDG_DATA_HOME/telegrad/sweeps/fraction-by-staleness" >/dev/null 2>&1

# Longer than it will be trained here, so that it does not end.
sed 's/^epochs = .*/epochs = 200/' resources/experiments/quick-start.toml >"$work/quick-start.toml"
# manualPictures FOLDER: those of the manual in the language that is set. A run goes on in them, which it starts.
manualPictures() {
  local pictures=$1 left right top foot
  # The start page is what the window has without a file.
  settings 1 payload_bits true
  open 1120 780
  sleep 5
  shot "$pictures/start.png"
  close

  # What is shown of a run that goes on: the training page, and the pages that need one.
  settings 1 payload_bits true "$runs/sgd" "$runs/sparse" "$runs/sasg-2" "$runs/sasg-3"
  open 1440 900 "$work/quick-start.toml" "$runs/sgd" "$runs/sparse"
  trainInWindow $((iterations / 2))
  key ctrl+m
  xdotool type --delay 40 "$remark"
  key Return
  # The second live control, which is the threshold factor of SASG.
  xdotool mousemove $((width - 70)) 210 click --repeat 3 --delay 60 1
  xdotool type --delay 60 '8'
  key Return
  xdotool mousemove $((width / 2)) $((height / 3)) click 1  # the curves: so that Space is no longer the field's
  trainInWindow $((iterations / 3))
  shot "$pictures/training.png"
  left=278
  right=$((width - 292))
  top=85
  foot=$((height - 25))
  shot "$pictures/experiment.png" "${left}x$((foot - top - 283))+0+$top"
  shot "$pictures/runs-table.png" "${left}x283+0+$((foot - 283))"
  shot "$pictures/live.png" "292x$((foot - top - 268))+$right+$top"
  shot "$pictures/why.png" "292x268+$right+$((foot - 268))"
  shot "$pictures/curves.png" "$((right - left))x$((foot - top - 222))+$left+$top"
  shot "$pictures/who-spoke.png" "$((right - left))x222+$left+$((foot - 222))"
  # The other pages without the docks, which would be in every picture.
  key ctrl+1 ctrl+2
  resize 1120 780
  key alt+2
  xdotool mousemove $((width / 2)) $((height / 2)) click 1
  for ((i = 0; i < 30; ++i)); do xdotool click 4; done  # the wheel: down to some iterations
  sleep 2
  key alt+2
  shot "$pictures/timeline.png"
  pause=3 key alt+3
  for ((i = 0; i < 4; ++i)); do pause=3 key period; done  # iterations whose messages it can play
  key Right Right
  shot "$pictures/network.png"
  pause=4 key alt+4
  shot "$pictures/staleness-lab.png"
  pause=8 key alt+5
  shot "$pictures/sweeps.png"
  pause=12 key alt+6
  shot "$pictures/compressors.png"
  key alt+7
  shot "$pictures/layers.png"
  pause=4 key alt+8
  shot "$pictures/data.png"
  pause=6 key alt+9
  shot "$pictures/runs.png"
  close
}

manualPictures "$manual/pictures"
cp "$manual/pictures/training.png" "$readme/main-window.png"
cp "$manual/pictures/timeline.png" "$readme/timeline.png"

settings 2 payload_bits true
open 1440 900 "$runs"/*-quick-start "$runs/sgd" "$runs/sparse"
sleep 4
shot "$readme/main-window-dark.png"
close

rm -r "$runs"/*-quick-start
language=de remark='auf halbem Weg'
manualPictures "$manual/de/pictures"
language=en

# Uploads that queue for a server behind a narrow link, and the fifth worker chosen.
sed 's|^worker_uplink|server_ingress = "20 Mbit/s"\n&|' "$work/quick-start.toml" >"$work/narrow.toml"
settings 1 payload_bits true
open 1120 780 "$work/narrow.toml"
key ctrl+1 ctrl+2
trainInWindow 200
pause=3 key alt+3
for ((i = 0; i < 4; ++i)); do pause=3 key period; done
key Left Down Down Down Down
# The time, from the end to the middle of what is played.
xdotool mousemove $((width - 44)) 456 mousedown 1 mousemove 800 456 mousemove 520 456 mouseup 1
sleep 2
shot "$readme/network.png"
close

((iterations >= 1000)) || exit 0
# Three methods over a WAN: finished runs, on a logarithmic axis of simulated time.
for name in d-sgd-wan dd-ef-sgd-wan deco-wan; do train "$name" "$name"; done
settings 1 simulated_s true
open 1440 900 "$runs/d-sgd-wan" "$runs/dd-ef-sgd-wan" "$runs/deco-wan"
sleep 4
shot "$readme/wan.png"
close
