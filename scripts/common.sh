# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the scripts share; meant to be sourced. Everything said here goes to standard error, which
# leaves standard output to the program that a script starts.
# shellcheck disable=SC2034 # used where this is sourced

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# libqcustomplot-dev brings the library for Qt 6 along; the fonts are for pictures and offscreen tests.
build_packages=(g++ cmake ninja-build qt6-base-dev qt6-l10n-tools qt6-svg-dev libqcustomplot-dev
    libmuparser-dev libsleef-dev libboost-dev libeigen3-dev librandom123-dev
    pkgconf libavcodec-dev libavfilter-dev libavformat-dev libavutil-dev
    fonts-dejavu-core)
test_packages=("${build_packages[@]}" librapidcheck-dev mold librsvg2-bin poppler-utils ffmpeg
    python3-numpy python3-contourpy)

say() {
    printf '%s\n' "$*" >&2
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "Root rights are needed to run: $*"
        return 1
    fi
}

# require PACKAGE...: installs those that are missing. Elsewhere than on Debian and its kin it names
# them and goes on with what is there.
require() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "Without apt-get nothing is installed here. These must be present, by their Debian names:" \
            "$*"
        return
    fi
    local package missing=()
    for package in "$@"; do
        [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
            missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    say "Installing ${missing[*]} ..."
    as_root apt-get update >&2
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends "${missing[@]}" >&2
}

# quietly COMMAND...: shows what the command prints only when it fails.
quietly() {
    local output
    output=$("$@" 2>&1) || {
        say "$output"
        return 1
    }
}
