#!/usr/bin/env bash
# Installs the system packages that Descent needs: Cairo, libpng, giflib, zlib, SQLite, LAPACK and OpenBLAS, with fonts for text.
# Says what it installs; quick and silent when nothing is missing. Packages that are named as arguments
# are installed too.
set -euo pipefail

fail() {
  echo "setup.sh: $1" >&2
  exit 1
}

# Runs a command as root: directly, or through sudo.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "installing $missing needs root; run this as root or install them yourself"
  fi
}

missing=""

if command -v apt-get >/dev/null; then
  for package in libcairo2-dev libpng-dev libgif-dev zlib1g-dev libsqlite3-dev liblapacke-dev libopenblas-pthread-dev pkg-config fonts-dejavu-core "$@"; do
    if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed"; then
      # pkgconf provides pkg-config on newer systems.
      if [ "$package" = pkg-config ] && command -v pkg-config >/dev/null; then continue; fi
      missing="$missing $package"
    fi
  done
  [ -z "$missing" ] && exit 0
  missing="${missing# }"
  echo "setup.sh: installing $missing"
  as_root apt-get update -qq || echo "setup.sh: could not refresh the package lists" >&2
  # sudo drops exported variables, so this one travels with the command.
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends $missing >/dev/null ||
    fail "apt-get could not install $missing"
elif command -v brew >/dev/null; then
  for package in cairo libpng giflib zlib lapack openblas pkgconf "$@"; do
    brew list --versions "$package" >/dev/null 2>&1 || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    missing="${missing# }"
    echo "setup.sh: installing $missing"
    # shellcheck disable=SC2086
    brew install --quiet $missing || fail "brew could not install $missing"
  fi
  # Homebrew keeps LAPACK out of the default search path; the package manager looks into the
  # folders of the providers that Package.swift names.
else
  fail "found neither apt-get nor brew; install Cairo, libpng, giflib, zlib, SQLite, LAPACKE, OpenBLAS and pkg-config yourself"
fi
