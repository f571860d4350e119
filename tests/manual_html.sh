#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# manual_html.sh FOLDER: whether the manual's pages of HTML there have all that they link to and show, and ask
# nobody else for anything.
set -euo pipefail
cd "$1"

wrong=0
links=0
complain() {
  printf '%s: %s\n' "$1" "$2"
  wrong=1
}

while read -r page; do
  grep -qE '<(script|iframe|link[^>]*https?:|img[^>]*https?:)' "$page" && complain "$page" 'asks others for something'
  while read -r target; do
    links=$((links + 1))
    case $target in http://* | https://*) continue ;; esac
    file=${target%%#*}
    if [[ -z $file ]]; then file=$page; else file=$(dirname "$page")/$file; fi
    [[ -e $file ]] || {
      complain "$page" "$target is not there"
      continue
    }
    [[ $target == *#* ]] || continue
    anchor=$(printf '%b' "$(sed 's/%/\\x/g' <<<"${target#*#}")")
    grep -qF "id=\"$anchor\"" "$file" || complain "$page" "$target has no such heading"
  done < <(grep -oE '(href|src)="[^"]*"' "$page" | sed 's/^[a-z]*="//; s/"$//' | LC_ALL=C sort -u)
done < <(find . -name '*.html')

((links > 100)) || complain . "$links links only"
((wrong == 0)) && echo "$links links"
exit $wrong
