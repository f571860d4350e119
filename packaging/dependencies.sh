# SPDX-License-Identifier: GPL-3.0-or-later
# What Telegrad needs from Debian 12 to be built, run and tested, and how what is missing gets
# there. Sourced by run.sh and test.sh; does nothing by itself.

telegradPackages=(
  # Tools
  g++ cmake ninja-build
  # The window: Qt 6 with its SVG reader, its Wayland connection and its own words in other
  # languages, what compiles ours, the plots, the typeface
  qt6-base-dev qt6-svg-dev qt6-wayland qt6-translations-l10n qt6-l10n-tools libqcustomplot-dev fonts-inter
  # The numbers. oneDNN's CMake file asks for OpenCL although nothing here uses it
  libtbb-dev libdnnl-dev ocl-icd-opencl-dev opencl-headers libeigen3-dev
  # Files, command line, downloads, archives, checksums
  libtomlplusplus-dev nlohmann-json3-dev libcli11-dev zlib1g-dev libcurl4-openssl-dev libarchive-dev libssl-dev
  # The manual's HTML
  cmark-gfm
  # A real dataset that is there without a download
  dataset-fashion-mnist
)

# installMissing PACKAGE...: installs those that are not there yet, and says so. Asks for nothing
# and changes nothing when all are there.
installMissing() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "Not a Debian system: please install the equivalents of: $*" >&2
    return 2
  fi
  local package missing=() asRoot=()
  for package in "$@"; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
      missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    command -v sudo >/dev/null || {
      echo "Missing packages, and neither root nor sudo to install them: ${missing[*]}" >&2
      return 2
    }
    asRoot=(sudo)
  fi
  echo "Installing what is missing: ${missing[*]}"
  "${asRoot[@]}" apt-get update
  "${asRoot[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends "${missing[@]}"
}
