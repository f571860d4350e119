#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and makes the Debian package in build/package; lintian reads it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/dependencies.sh

installMissing "${telegradPackages[@]}" dpkg-dev file lintian
cmake --preset release
cmake --build --preset release
rm -rf build/package
cpack --config build/release/CPackConfig.cmake -B build/package
rm -rf build/package/_CPack_Packages
lintian --allow-root --fail-on error build/package/*.deb
echo "Package: $(echo build/package/*.deb)"
