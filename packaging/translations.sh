#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings resources/translations up to date with the words in the sources and in the descriptions of the
# core, and names what is still to be translated there: with Qt Linguist, or with an editor.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cmake --preset release >/dev/null
cmake --build --preset release --target ui_translation_test
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The test fails where words are missing, which is why they are looked for.
QT_QPA_PLATFORM=offscreen TELEGRAD_CORE_WORDS=$folder/core_words.cpp \
  build/release/tests/ui/ui_translation_test germanHasEveryWord >/dev/null || true
for file in resources/translations/telegrad_*.ts; do
  /usr/lib/qt6/bin/lupdate -silent -no-obsolete -locations none -I . ui app "$folder/core_words.cpp" \
    -ts "$file" 2>/dev/null
  echo "$file: $(grep -c 'type="unfinished"' "$file") to be translated"
done
