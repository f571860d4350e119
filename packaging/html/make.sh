#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh MANUAL FOLDER: the manual's Markdown as pages of HTML in FOLDER, with contents beside each, anchors at
# headings as the window has them, formulas, pictures and a style sheet. Needs cmark-gfm.
set -euo pipefail
manual=$1
out=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
rm -rf "$out"
mkdir -p "$out"
cp "$here/style.css" "$out"
cp -r "$manual/formulas" "$out"
[[ ! -d $manual/pictures ]] || cp -r "$manual/pictures" "$out"

# What cmark-gfm makes of a page: headings get ids, links to pages their new names.
page() {
  cmark-gfm --extension table "$1" | LC_ALL=C awk '
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
      id = slug(substr($0, 5))
      $0 = substr($0, 1, 3) " id=\"" id "\"" substr($0, 4)
    }
    { gsub(/\.md"/, ".html\""); gsub(/\.md#/, ".html#"); print }'
}

# The chapters of index.md, for the side.
contents() {
  page "$manual/index.md" | awk '/^<h2/ { on = 1 } on && /^<(h2|ul|\/ul|li)/' | sed 's/ id="[^"]*"//'
}

while read -r file; do
  name=${file%.md}
  mkdir -p "$out/$(dirname "$name")"
  up=''
  [[ $name != */* ]] || up='../'
  title=$(sed -n 's/^# //p' "$manual/$file" | head -n 1)
  {
    printf '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    printf '<meta name="viewport" content="width=device-width">\n<title>%s - Telegrad</title>\n' "$title"
    printf '<link rel="stylesheet" href="%sstyle.css">\n</head>\n<body>\n<nav aria-label="Contents">\n' "$up"
    printf '<a href="%sindex.html"><strong>Telegrad</strong></a>\n' "$up"
    contents | sed "s|href=\"|href=\"$up|"
    printf '</nav>\n<main>\n'
    page "$manual/$file"
    printf '</main>\n</body>\n</html>\n'
  } >"$out/$name.html"
done < <(cd "$manual" && find . -name '*.md' | sed 's|^\./||' | LC_ALL=C sort)
