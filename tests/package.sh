#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian package, checks what it holds, then installs, uses and purges it in a clean Debian
# in a temporary folder. Needs root, and Debian's packages.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../scripts/common.sh"

fail() {
    say "The package is wrong: $*"
    exit 1
}

clean_up() {
    # debootstrap mounts what it needs there; killed, it leaves that behind.
    findmnt --list --noheadings --output TARGET | { grep "^$work/" || true; } | sort --reverse |
        xargs --no-run-if-empty umount --lazy
    rm --recursive --force --one-file-system "$work"
}

# The program, what the desktop needs to know of it, and its documents; no test, header or library.
holds_what_users_need_and_no_more() {
    diff - <(dpkg-deb --fsys-tarfile "$deb" | tar --list | grep --invert-match '/$' | sort) <<'END' ||
./usr/bin/thalweg
./usr/share/applications/thalweg.desktop
./usr/share/doc/thalweg/changelog.gz
./usr/share/doc/thalweg/copyright
./usr/share/icons/hicolor/128x128/apps/thalweg.png
./usr/share/icons/hicolor/256x256/apps/thalweg.png
./usr/share/icons/hicolor/48x48/apps/thalweg.png
./usr/share/icons/hicolor/scalable/apps/thalweg.svg
./usr/share/man/man1/thalweg.1.gz
./usr/share/metainfo/org.example.thalweg.metainfo.xml
./usr/share/mime/packages/thalweg.xml
END
        fail "it lacks the files marked < or should not hold those marked >"
}

tells_one_version() {
    local told
    told=$(dpkg-parsechangelog --file "$root/resources/changelog" --show-field Version)
    [[ $told == "$version" ]] || fail "its version is $version, the changelog's $told"
    told=$(grep --max-count=1 --only-matching '<release version="[^"]*' \
        "$root/resources/thalweg.metainfo.xml") || true
    [[ ${told#*\"} == "$version" ]] || fail "its version is $version, the metainfo's ${told#*\"}"
}

# Text needs a font and Wayland a plugin; neither is a library that packing could find by itself.
depends_on_what_is_found_at_run_time() {
    [[ $(dpkg-deb --field "$deb" Depends) == *fonts-dejavu-core* ]] || fail "it depends on no font"
    [[ $(dpkg-deb --field "$deb" Recommends) == *qt6-wayland* ]] || fail "it leaves out Wayland"
}

satisfies_the_checkers() {
    local tree=$work/tree remarks
    dpkg-deb --extract "$deb" "$tree"
    remarks=$(desktop-file-validate --no-hints "$tree/usr/share/applications/thalweg.desktop") || true
    [[ -z $remarks ]] || fail "$remarks"
    quietly appstreamcli validate-tree --no-net --strict "$tree" || fail "its metainfo"
    quietly lintian --allow-root --fail-on error,warning "$deb" || fail "lintian"
}

man_page_names_every_option() {
    local page=$work/page option
    env LC_ALL=C.UTF-8 MANROFFSEQ='' man --warnings --encoding=UTF-8 --local-file \
        "$work/tree/usr/share/man/man1/thalweg.1.gz" >"$page" 2>"$work/remarks"
    [[ ! -s $work/remarks ]] || fail "the man page: $(cat "$work/remarks")"
    for option in $(in_clean thalweg --help | grep --only-matching '^ *--[a-z-]*'); do
        grep --quiet --fixed-strings --regexp="       $option" "$page" ||
            fail "the man page does not explain $option"
    done
}

in_clean() {
    chroot "$clean" /usr/bin/env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
        LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

apt_in_clean() {
    quietly in_clean apt-get --yes --no-install-recommends -o Dpkg::Options::=--force-unsafe-io "$@"
}

# A Debian as old as this one, with all the package needs and what reads desktop entries and MIME types.
make_clean_debian() {
    say "Making a clean Debian ..."
    # shellcheck source=/dev/null
    quietly debootstrap --variant=minbase "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$clean"
    quietly in_clean apt-get update
    apt_in_clean satisfy "$(dpkg-deb --field "$deb" Depends)" shared-mime-info desktop-file-utils
    cp "$deb" "$clean/tmp/thalweg.deb"
}

files_in_clean() {
    find "$clean" -xdev -regextype posix-extended -regex "$clean/(tmp|var/(cache|log|lib/(apt|dpkg/.*-old)))" \
        -prune -o -printf '/%P\n' | sort
}

computes_and_draws_without_a_display() {
    [[ $(in_clean thalweg --version) == "thalweg $version" ]] || fail "--version does not say $version"
    in_clean thalweg --function 'x^2' --initial-guess 1 --export /tmp/run.csv --export /tmp/run.json \
        --export /tmp/run.png >"$work/verdict" || fail "it does not run"
    [[ -s $work/verdict ]] || fail "it gives no verdict"
    [[ $(head --lines=2 "$clean/tmp/run.csv") == $'iteration,x,f,gradient\n0,1,1,2' ]] || fail "run.csv"
    grep --quiet '"outcome": "converged"' "$clean/tmp/run.json" || fail "run.json"
    [[ $(file "$clean/tmp/run.png") == *"PNG image data, 1200 x 700"* ]] || fail "run.png"
}

has_what_its_window_needs() {
    local plugin
    plugin=$(in_clean find /usr/lib -name libqxcb.so)
    [[ -n $plugin ]] || fail "nothing can open a window"
    ! in_clean ldd "$plugin" | grep 'not found' >&2 || fail "a library for the window is missing"
}

is_known_to_the_desktop() {
    grep --quiet 'application/vnd.thalweg+json:\*.thalweg$' "$clean/usr/share/mime/globs2" ||
        fail "*.thalweg has no MIME type"
    grep --quiet '^application/vnd.thalweg+json=thalweg.desktop;$' \
        "$clean/usr/share/applications/mimeinfo.cache" || fail "nothing opens *.thalweg"
}

leaves_nothing_behind() {
    apt_in_clean purge thalweg
    diff "$work/before" <(files_in_clean) || fail "purging it leaves or takes these files"
}

if [[ $(id -u) -ne 0 ]]; then
    say "Skipped: the package can only be tested by root, who may install it in a folder."
    exit
fi
require lintian appstream desktop-file-utils debootstrap dpkg-dev shared-mime-info file man-db
work=$(mktemp --directory)
clean=$work/clean
trap clean_up EXIT
trap 'exit 1' INT TERM HUP

deb=$("$root/scripts/package")
version=$(dpkg-deb --field "$deb" Version)
holds_what_users_need_and_no_more
tells_one_version
depends_on_what_is_found_at_run_time
satisfies_the_checkers

make_clean_debian
files_in_clean >"$work/before"
apt_in_clean install /tmp/thalweg.deb
computes_and_draws_without_a_display
has_what_its_window_needs
is_known_to_the_desktop
man_page_names_every_option
leaves_nothing_behind
say "The package $(basename "$deb") is right."
