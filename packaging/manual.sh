#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the manual's reference pages anew from what the programs of the release build say, in both languages (the
# command line has one), and the list of what of the manual is in the window. (Formulas are packaging/formulas.py's,
# pictures packaging/screenshots.sh's.) With --list, the list alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [[ ${1:-} != --list ]]; then
  cmake --build --preset release --target telegrad-cli telegrad
  mkdir -p resources/manual/reference resources/manual/de/reference
  rm -f resources/manual/reference/*.md resources/manual/de/reference/*.md
  for program in telegrad-cli telegrad; do
    build/release/app/$program --reference resources/manual/reference
    cp "resources/manual/reference/$program.md" resources/manual/de/reference
  done
  build/release/app/telegrad --german-reference resources/manual/de/reference
fi

{
  printf '<!DOCTYPE RCC>\n<RCC version="1.0">\n  <qresource prefix="/manual">\n'
  (cd resources/manual && find . -name '*.md' -o -path '*/pictures/*.png') | sed 's|^\./||' | LC_ALL=C sort |
    sed 's|.*|    <file>&</file>|'
  printf '  </qresource>\n</RCC>\n'
} >resources/manual/manual.qrc
