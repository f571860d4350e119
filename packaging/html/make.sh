#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh MANUAL FOLDER: the manual's Markdown as pages of HTML in FOLDER, with contents beside each, anchors at
# headings as the window has them, formulas, pictures and a style sheet; its translation in MANUAL/de in FOLDER/de.
# Needs cmark-gfm.
set -euo pipefail
manual=$1
out=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
rm -rf "$out"
mkdir -p "$out"
cp "$here/style.css" "$out"
cp -r "$manual/formulas" "$out"
[[ ! -d $manual/pictures ]] || cp -r "$manual/pictures" "$out"
[[ ! -d $manual/de/pictures ]] || {
  mkdir "$out/de"
  cp -r "$manual/de/pictures" "$out/de"
}

# What cmark-gfm makes of a page: headings get ids, those of a translation in their order the original's (the page's
# second argument), links to pages their new names.
page() {
  local ids=''
  [[ -z ${2:-} ]] || ids=$(page "$2" | sed -n 's/^<h[1-6] id="\([^"]*\)".*/\1/p')
  cmark-gfm --extension table "$1" | LC_ALL=C awk -v ids="${ids//$'\n'/ }" '
    BEGIN { split(ids, given, " ") }
    # As anchorOf() in ui/models/manual.cpp.
    function slug(text) {
      gsub(/<[^>]*>|&[a-z]+;/, "", text)
      text = tolower(text)
      gsub(/ /, "-", text)
      gsub(/[^a-z0-9_\200-\377-]/, "", text)
      if (text in seen) return text "-" seen[text]++
      seen[text] = 1
      return text
    }
    /^<!-- raw HTML omitted -->$/ { next }
    match($0, /^<h[1-6]>/) {
      id = ids != "" ? given[++headings] : slug(substr($0, 5))
      $0 = substr($0, 1, 3) " id=\"" id "\"" substr($0, 4)
    }
    { gsub(/\.md"/, ".html\""); gsub(/\.md#/, ".html#"); print }'
}

# The chapters of an index.md, for the side.
contents() {
  page "$1" | awk '/^<h2/ { on = 1 } on && /^<(h2|ul|\/ul|li)/' | sed 's/ id="[^"]*"//'
}

# pages SOURCE OUT ORIGINAL CODE WORD OTHER-CODE OTHER-NAME OTHER-FOLDER: all of a language, whose word for contents is
# WORD; each with a link to the same in the other one.
pages() {
  local source=$1 to=$2 original=$3 code=$4 word=$5 otherCode=$6 other=$7 folder=$8 side file name up title
  side=$(contents "$source/index.md")
  while read -r file; do
    name=${file%.md}
    mkdir -p "$to/$(dirname "$name")"
    up=''
    [[ $name != */* ]] || up='../'
    title=$(sed -n 's/^# //p' "$source/$file" | head -n 1)
    {
      printf '<!DOCTYPE html>\n<html lang="%s">\n<head>\n<meta charset="utf-8">\n' "$code"
      printf '<meta name="viewport" content="width=device-width">\n<title>%s - Telegrad</title>\n' "$title"
      printf '<link rel="stylesheet" href="%sstyle.css">\n</head>\n<body>\n' "$up${original:+../}"
      printf '<nav aria-label="%s">\n<a href="%sindex.html"><strong>Telegrad</strong></a>\n' "$word" "$up"
      printf '<p><a lang="%s" hreflang="%s" href="%s/%s.html">%s</a></p>\n' "$otherCode" "$otherCode" \
        "$up$folder" "$name" "$other"
      sed "s|href=\"|href=\"$up|" <<<"$side"
      printf '</nav>\n<main>\n'
      page "$source/$file" "${original:+$original/$file}"
      printf '</main>\n</body>\n</html>\n'
    } >"$to/$name.html"
  done < <(cd "$source" && find . -path ./de -prune -o -name '*.md' -print | sed 's|^\./||' | LC_ALL=C sort)
}

pages "$manual" "$out" '' en Contents de Deutsch de
pages "$manual/de" "$out/de" "$manual" de Inhalt en English ..
