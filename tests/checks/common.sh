# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the checks share; meant to be sourced. A check prints its outcome, one sentence, to standard
# output and all else to standard error.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../scripts/common.sh"
cd "$root" || exit

# What a check leaves in here goes with it, and so do the programs that it started.
work=$(mktemp --directory)
clean_up() {
    local started
    mapfile -t started < <(jobs -p)
    [[ ${#started[@]} -eq 0 ]] || kill "${started[@]}" 2>/dev/null || true
    wait
    rm --recursive --force "$work"
}
trap clean_up EXIT
trap 'exit 1' INT TERM HUP

# fail SENTENCE...: the outcome of a check that failed.
fail() {
    printf '%s\n' "$*"
    exit 1
}

# build PRESET TARGET...
build() {
    local preset=$1
    shift
    cmake --preset "$preset" -DBUILD_TESTING=ON >&2
    cmake --build --preset "$preset" -j 2 --target "$@" >&2
}

# await SECONDS COMMAND...: until it succeeds; its status is then 0.
await() {
    local -i tries=$(($1 * 10))
    shift
    until "$@"; do
        ((tries-- > 0)) || return 1
        sleep 0.1
    done
}

# An X server with a window manager, and a home in which nothing was ever set.
start_desktop() {
    export HOME=$work/home XDG_RUNTIME_DIR=$work/runtime LC_ALL=C.UTF-8
    unset WAYLAND_DISPLAY QT_QPA_PLATFORM XDG_CONFIG_HOME XDG_DATA_HOME
    mkdir --mode=700 "$HOME" "$XDG_RUNTIME_DIR"
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/display" >&2 2>&1 &
    await 20 test -s "$work/display" || fail "Xvfb does not start."
    DISPLAY=:$(<"$work/display")
    export DISPLAY
    openbox >&2 &
}
