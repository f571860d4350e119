#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether the desktop entry, the metainfo and the Flatpak manifest are what their formats ask for, and
# agree with each other.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/dependencies.sh
installMissing appstream desktop-file-utils python3-yaml

desktop-file-validate packaging/telegrad.desktop
appstreamcli validate --no-net packaging/telegrad.metainfo.xml
# The same with pictures, as whoever publishes them builds it; each picture that it names is there.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
root=$PWD
(cd "$folder" && cmake -D TELEGRAD_PICTURES_URL=https://example.org/pictures -P "$root/packaging/metainfo.cmake")
appstreamcli validate --no-net "$folder/telegrad.metainfo.xml"
pictures=$(grep -oP '(?<=<image>https://example.org/pictures/)[^<]*' "$folder/telegrad.metainfo.xml")
(($(wc -l <<<"$pictures") == 4))
for picture in $pictures; do test -s "resources/pictures/$picture"; done
/usr/bin/python3 - <<'END'
import configparser
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

import yaml

packaging = pathlib.Path("packaging")
wrong = []


def check(what, holds):
    if not holds:
        wrong.append(what)


component = xml.parse(packaging / "telegrad.metainfo.xml").getroot()
entry = configparser.ConfigParser(interpolation=None)
entry.optionxform = str
entry.read(packaging / "telegrad.desktop")
entry = entry["Desktop Entry"]
(file,) = (packaging / "flatpak").glob("*.yml")
manifest = yaml.safe_load(file.read_text())

application = component.findtext("id")
check("the manifest's id is the metainfo's", manifest["id"] == application)
check("the manifest is named after its id", file.stem == application)
launched = component.findtext("launchable")
check("the metainfo launches the desktop entry", (packaging / launched).is_file())
check("the desktop entry is renamed", manifest["rename-desktop-file"] == launched)
check("the metainfo is renamed", (packaging / manifest["rename-appdata-file"]).is_file())
check("the icon is renamed", manifest["rename-icon"] == entry["Icon"])
icon = pathlib.Path("resources/icons") / (entry["Icon"] + ".svg")
check("there is such an icon", icon.is_file())
programs = [binary.text for binary in component.iter("binary")]
check("the command is a program of the metainfo", manifest["command"] in programs)
check("the desktop entry starts it", entry["Exec"].split()[0] == manifest["command"])
kinds = [kind.text for kind in component.iter("mediatype")]
check("both open the same files", entry["MimeType"].rstrip(";").split(";") == kinds)
types = xml.parse(packaging / "telegrad-mime.xml").getroot()
check("which have a type", [kind.get("type") for kind in types] == kinds)
named = [kind.replace("/", "-") for kind in kinds]
check("and icons", manifest["rename-mime-icons"] == named)
asked = set(manifest["finish-args"])
allowed = {"--socket=wayland", "--socket=fallback-x11", "--share=ipc"}
check("the sandbox has a window and nothing else", asked == allowed)
for module in manifest["modules"]:
    for source in module["sources"]:
        name = module["name"]
        if source["type"] == "archive":
            check(name + ": https", source["url"].startswith("https://"))
            check(name + ": SHA-256", re.fullmatch("[0-9a-f]{64}", source["sha256"]))
        else:
            check(name + ": its source is there", (file.parent / source["path"]).exists())
project = re.search(r"VERSION ([\d.]+) LANG", pathlib.Path("CMakeLists.txt").read_text())[1]
release = component.find("releases/release").get("version")
check("the newest release is the project's version", release == project)

for what in wrong:
    print("does not hold:", what)
sys.exit(1 if wrong else 0)
END
echo "desktop entry, metainfo and Flatpak manifest agree"
