#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries build/package/*.deb in a Debian 12 of its own with nothing else in it: installs it, trains the
# quick start on the command line and in the window, looks whether what belongs beside the programs is
# there, and removes it without a trace. Root only; the Debian is made by debootstrap and goes again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/dependencies.sh

packages=(build/package/*.deb)
[[ -f ${packages[0]} && ${#packages[@]} == 1 ]] || {
  echo "build/package holds ${#packages[@]} packages; allowed: one, from packaging/package.sh" >&2
  exit 2
}
((EUID == 0)) || {
  echo "A Debian of its own needs root" >&2
  exit 2
}
installMissing debootstrap
root=$(mktemp -d)
cleanUp() {
  umount "$root/proc" 2>/dev/null || true
  rm -rf --one-file-system "$root" "$root.log"
}
trap cleanUp EXIT

# From where this machine has its own packages.
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
  sed -n 's|^URIs: *\(http[^ ]*\).*|\1|p; s|^deb *\(http[^ ]*\).*|\1|p' | head -n 1 || true)
debootstrap --variant=minbase bookworm "$root" "${mirror:-http://deb.debian.org/debian}" >"$root.log" 2>&1 || {
  tail "$root.log"
  exit 1
}
mount -t proc proc "$root/proc"
cp "${packages[0]}" "$root/telegrad.deb"

# inside COMMAND: in that Debian, with a home of its own.
inside() {
  chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp/home LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive bash -euo pipefail -c "$1"
}
mkdir "$root/tmp/home"
inside 'apt-get install --yes xvfb xauth /telegrad.deb >/install.log 2>&1 || { tail /install.log; exit 1; }'
echo "installed: $(inside "dpkg-query -W -f '\${Version}' telegrad")"

inside 'telegrad-cli run quick-start --set run.max_iterations=200 --out ~/run >/dev/null 2>&1'
inside 'grep --quiet "\"state\": \"finished\"" ~/run/summary.json'
inside 'telegrad plot ~/run -o ~/figure.png && test -s ~/figure.png'
echo 'the command line trained and drew'

# Until its run folder has some iterations; a minute or two at most. Then it is told to end.
cat >"$root/window.sh" <<'END'
telegrad --run &
for ((second = 0; second < 120; ++second)); do
  sleep 1
  (($(cat ~/.local/share/telegrad/runs/*/iterations.csv 2>/dev/null | wc -l) < 10)) || break
done
kill $!
wait $!
((second < 120))
END
inside 'xvfb-run --auto-servernum bash /window.sh >/dev/null 2>&1'
echo 'the window trained'

for file in man/man1/telegrad.1.gz man/man1/telegrad-cli.1.gz bash-completion/completions/telegrad-cli \
  applications/telegrad.desktop metainfo/telegrad.metainfo.xml mime/packages/telegrad.xml \
  icons/hicolor/scalable/apps/telegrad.svg doc/telegrad/copyright doc/telegrad/html/index.html \
  doc/telegrad/html/reference/algorithms.html doc/telegrad/html/formulas/phi.svg; do
  [[ -s $root/usr/share/$file ]] || {
    echo "missing: /usr/share/$file"
    exit 1
  }
done

rm -r "$root/tmp/home" "$root/telegrad.deb" "$root/window.sh"
inside 'apt-get purge --yes telegrad >/dev/null 2>&1'
left=$(inside "find / -xdev -iname '*telegrad*' -not -path '/var/cache/*' -not -path '/var/log/*'")
[[ -z $left ]] || {
  printf 'left behind:\n%s\n' "$left"
  exit 1
}
echo 'removed without a trace'
