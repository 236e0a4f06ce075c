# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the scripts: install_missing run|test … installs what scripts/packages lists and the system lacks.

install_missing() {
    local purpose missing=() package
    for purpose in "$@"; do
        while read -r _ package _; do
            dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
        done < <(grep -E "^$purpose[[:space:]]" scripts/packages)
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "Packages are missing and there is no sudo. As root: apt-get install ${missing[*]}" >&2
            return 1
        }
        as_root=(sudo)
    fi
    echo "Installing: ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# configure_and_build PRESET: says what it does, and shows output only where something is wrong.
configure_and_build() {
    local log
    log=$(mktemp)
    echo "Building ($1) …" >&2
    if ! { cmake --preset "$1" && cmake --build --preset "$1" -j "$(nproc)"; } >"$log" 2>&1; then
        tail -n 60 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}
