#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing to build and run Relevo on Debian 12 (`deps.sh`, `deps.sh run`), or also
# to test it (`deps.sh test`). Where nothing is missing it needs neither root nor a network.
set -euo pipefail

self=$(realpath "${BASH_SOURCE[0]}")
root=$(dirname "$(dirname "$self")")

run_packages=(
    # compiler and build
    g++ cmake ninja-build ccache pkg-config
    # Qt, its database drivers and its translators' tools
    qt6-base-dev libqt6sql6-sqlite libqt6sql6-psql qt6-charts-dev libqt6opengl6-dev
    qt6-multimedia-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    qtkeychain-qt6-dev libsecret-1-0
    # libraries
    libsqlite3-dev libboost-dev libssl-dev libsimdjson-dev libexpected-dev prometheus-cpp-dev
    liblinear-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libre2-dev libphonenumber-dev
    libprotobuf-dev libsodium-dev
    libgl-dev
    # a window: X11, Wayland, fonts
    qt6-qpa-plugins libxcb-cursor0 qt6-wayland fonts-noto-core fonts-noto-color-emoji
    ca-certificates
)
test_packages=(
    clang clang-tidy clang-format libclang-rt-14-dev lld libbenchmark-dev libvalijson-dev binutils
    xvfb xauth dbus gnome-keyring postgresql redis-server chromium
    curl jq sqlite3 imagemagick git openssl
)

say() { printf 'deps: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Names of those packages of "$@" that are not installed.
missing_of() {
    local name status
    local -A installed=()
    while read -r name status; do
        if [[ $status == installed ]]; then
            installed[$name]=1
        fi
    done < <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for name in "$@"; do
        [[ -n ${installed[$name]:-} ]] || printf '%s\n' "$name"
    done
}

# --- The part that needs root. The packages postgresql and redis-server start and enable servers;
# --- the tests start their own, so what was not there before must not be there afterwards.

policy=/usr/sbin/policy-rc.d
policy_kept=/usr/sbin/policy-rc.d.before-relevo
policy_mark='# Put here by deps.sh of Relevo while it installs.'
cluster_folder=/etc/postgresql-common/createcluster.d
cluster_rule=$cluster_folder/relevo-deps.conf
servers=(postgresql redis-server)

# Those that start with the machine, under systemd or by init scripts.
enabled_servers() {
    local name
    for name in "${servers[@]}"; do
        if [[ -n $(find /etc/systemd/system /etc/rc[2-5].d \
            \( -path "*.wants/$name.service" -o -name "S[0-9][0-9]$name" \) 2>/dev/null) ]]; then
            printf '%s\n' "$name"
        fi
    done
}

# Also cleans up after a run that was killed.
give_back() {
    if [[ -f $policy ]] && grep -qF "$policy_mark" "$policy"; then
        rm -f "$policy"
    fi
    if [[ -e $policy_kept ]]; then
        mv -f "$policy_kept" "$policy"
    fi
    if [[ -e $cluster_rule ]]; then
        rm -f "$cluster_rule"
        rmdir --ignore-fail-on-non-empty "$cluster_folder"
    fi
}

forbid_services() {
    give_back
    if [[ -e $policy || -L $policy ]]; then
        mv "$policy" "$policy_kept"
    fi
    printf '#!/bin/sh\n%s\nexit 101\n' "$policy_mark" >"$policy"
    chmod 0755 "$policy"
    mkdir -p "$cluster_folder"
    printf 'create_main_cluster = false\n' >"$cluster_rule"
}

disable_server() {
    if command -v systemctl >/dev/null; then
        systemctl --quiet disable "$1.service"
    else
        deb-systemd-helper disable "$1.service" >/dev/null
    fi
    update-rc.d "$1" disable >/dev/null
}

install_as_root() {
    local before name
    exec 9<"$(dirname "$policy")"
    flock 9 # one at a time: the policy is one file
    before=$(enabled_servers)
    trap give_back EXIT
    trap 'exit 130' INT TERM HUP
    forbid_services
    export DEBIAN_FRONTEND=noninteractive
    local apt=(apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    "${apt[@]}" update
    "${apt[@]}" install --no-remove --no-install-recommends "$@"
    for name in $(enabled_servers); do
        if ! grep -qxF "$name" <<<"$before"; then
            say "$name shall not start with the machine: disabled"
            disable_server "$name"
        fi
    done
}

# --- What a user starts.

install_missing() {
    local missing=("$@")
    say "to install: ${missing[*]}"
    if [[ $(id -u) == 0 ]]; then
        "$BASH" "$self" --install "${missing[@]}"
    elif command -v sudo >/dev/null; then
        say "installing packages needs root; sudo may ask for your password"
        sudo -- "$BASH" "$self" --install "${missing[@]}"
    else
        die "installing packages needs root and there is no sudo here; as root, run: $self $mode"
    fi
}

# A node that did not come from Debian brings its own npm and conflicts with the package npm.
node_packages() {
    if ! command -v node >/dev/null; then
        printf 'nodejs\n'
    fi
    if ! command -v npm >/dev/null; then
        printf 'npm\n'
    fi
}

install_node_modules() {
    local folder=$root/tests/e2e
    local lock=$folder/package-lock.json done_mark=$folder/node_modules/.package-lock.json
    if [[ ! -e $lock || $done_mark -nt $lock ]]; then
        return
    fi
    say "fetching the browser tests' modules"
    npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund >&2
    touch "$done_mark"
}

mode=${1:-run}
case $mode in
run) wanted=("${run_packages[@]}") ;;
test) wanted=("${run_packages[@]}" "${test_packages[@]}") ;;
--install)
    shift
    install_as_root "$@"
    exit
    ;;
*)
    printf 'usage: %s [run|test]\n' "$0" >&2
    exit 2
    ;;
esac

command -v dpkg-query >/dev/null ||
    die "this is not Debian; install what these packages hold, by your system's names: ${wanted[*]}"

mapfile -t missing < <(missing_of "${wanted[@]}")
if [[ $mode == test ]]; then
    mapfile -t -O "${#missing[@]}" missing < <(node_packages)
fi
if [[ ${#missing[@]} -gt 0 ]]; then
    install_missing "${missing[@]}"
fi
if [[ $mode == test ]]; then
    install_node_modules
fi
