#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test.sh              builds `dev` and runs every test that is not slow
# test.sh --sanitize   what changed, alone and through the linters; then the address and thread
#                      sanitizers and twenty seconds of each fuzz target
# test.sh --slow       the slow tests, and whole builds of `plain` and `release`
#
# Each installs what is missing first. Exit 0 only when everything passed.
set -euo pipefail

cd "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/.."
root=$PWD
jobs=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
export CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-$jobs}

# Modules with threads of their own, and how long the bounded steps may take, in seconds.
threaded='base|store|desk|http|gateway'
header_seconds=45
alone_seconds=110
tidy_seconds=130
fuzz_seconds=20

failed=()

step() { printf '\n== %s\n' "$*"; }
fail() {
    printf 'FAILED: %s\n' "$*"
    failed+=("$*")
}

closing() {
    if [[ ${#failed[@]} -gt 0 ]]; then
        printf '\n%d failed:\n' "${#failed[@]}"
        printf '  %s\n' "${failed[@]}"
        exit 1
    fi
    printf '\nAll passed: %s\n' "$*"
}

# --- What changed: against origin/main; on main itself (or without a remote) the last commit; in a
# --- young or shallow history everything. Work that is not committed always counts.

repository() { git -c safe.directory="$root" "$@"; }

changed_since() {
    local base
    if base=$(repository merge-base origin/main HEAD 2>/dev/null) &&
        [[ $base != "$(repository rev-parse HEAD)" ]]; then
        printf '%s\n' "$base"
    elif [[ $(repository rev-list --count HEAD) -gt 40 ]]; then
        repository rev-parse --verify -q HEAD~1
    fi
}

# Sources (*.cpp, *.h) under src and tests, src first.
changed_sources() {
    local base file
    base=$(changed_since || true)
    {
        if [[ -n $base ]]; then
            repository diff --name-only --diff-filter=d "$base" -- src tests
            repository ls-files --others --exclude-standard -- src tests
        else
            repository ls-files --cached --others --exclude-standard -- src tests
        fi
    } | sort -u | while read -r file; do
        if [[ -f $file && $file == *.@(cpp|h) ]]; then
            printf '%s\n' "$file"
        fi
    done
}

# --- Running one thing a file, within a time.

# Runs FUNCTION for one file, unless the time is over.
before_deadline() {
    if [[ $(date +%s) -lt $deadline ]]; then
        "$1" "$2"
    else
        printf '%s\n' "$2" >>"$left_out"
    fi
}

# each_file SECONDS FUNCTION FILE...: on all cores; says how many files the time was too short for.
each_file() {
    local seconds=$1 function=$2 deadline left_out status=0
    shift 2
    deadline=$(($(date +%s) + seconds))
    left_out=$(mktemp)
    export root database deadline left_out
    export -f before_deadline command_near "$function"
    if [[ $# -gt 0 ]]; then
        printf '%s\0' "$@" | xargs -0 -n 1 -P "$jobs" \
            bash -c 'set -euo pipefail; before_deadline "$0" "$1"' "$function" || status=1
    fi
    say_left_out "$(wc -l <"$left_out")" $# "$seconds"
    rm -f "$left_out"
    return "$status"
}

say_left_out() {
    if [[ $1 -gt 0 ]]; then
        printf '%d of %d files left out after %d s\n' "$1" "$2" "$3"
    fi
}

# --- Files compiled alone, in the preset without unity batches and precompiled header.

database=build/plain/compile_commands.json

# The command that compiles some file of that folder.
command_near() {
    jq -r --arg folder "$root/$1/" \
        '[.[] | select(.file | startswith($folder)) | .command] | first // empty' "$database"
}

header_alone() {
    local command
    command=$(command_near "$(dirname "$1")")
    if [[ -n $command ]]; then # else no target compiles this folder yet
        # The flags of the neighbour, without its output and input.
        cd build/plain
        eval "${command% -o *} -fsyntax-only -include '$root/$1' -x c++ /dev/null" ||
            {
                printf '%s does not compile alone\n' "$1"
                return 1
            }
    fi
}

# Leaves the names of what was compiled in `compiled`.
sources_alone() {
    local deadline=$((SECONDS + alone_seconds)) status=0 result chunk targets
    compiled=()
    while [[ $# -gt ${#compiled[@]} && $SECONDS -lt $deadline ]]; do
        chunk=("${@:${#compiled[@]}+1:8}")
        targets=("${chunk[@]/#/$root/}")
        # Ninja's "file^" is the first output made from that file. The libraries below it may have to be
        # built first, so the time can end in the middle.
        result=0
        timeout "$((deadline - SECONDS))" \
            ninja -C build/plain -j "$jobs" -k 0 "${targets[@]/%/^}" || result=$?
        if [[ $result -eq 124 ]]; then
            break
        elif [[ $result -ne 0 ]]; then
            status=1
        fi
        compiled+=("${chunk[@]}")
    done
    say_left_out $(($# - ${#compiled[@]})) $# "$alone_seconds"
    return "$status"
}

# One line a file: the differences themselves are what `clang-format -i` makes.
format() {
    clang-format --dry-run -Werror "$@" 2>&1 |
        sed -n -E 's/^([^:]+):[0-9]+:[0-9]+: error:.*/not as clang-format writes it: \1/p' | uniq
}

tidy() {
    printf 'clang-tidy %s\n' "$1"
    clang-tidy --quiet -p build/plain --header-filter="^$root/(src|tests)/" \
        --extra-arg=-Wno-unknown-warning-option "$1" 2>&1 |
        sed -E '/^[0-9]+ warnings? (generated|treated)/d'
}

check_changed() {
    local changed headers sources compiled
    mapfile -t changed < <(changed_sources)
    step "${#changed[@]} changed files: format"
    if [[ ${#changed[@]} -eq 0 ]]; then
        return 0
    fi
    format "${changed[@]}" || fail 'clang-format'
    step 'Changed files compiled alone'
    if ! packaging/build.sh plain help >/dev/null; then
        fail 'configuring plain'
        return 0
    fi
    mapfile -t headers < <(printf '%s\n' "${changed[@]}" | grep '\.h$')
    mapfile -t sources < <(printf '%s\n' "${changed[@]}" | grep '\.cpp$' | grep -xFf <(built_files))
    each_file "$header_seconds" header_alone "${headers[@]}" || fail 'headers compiled alone'
    sources_alone "${sources[@]}" || fail 'sources compiled alone'
    step 'clang-tidy on the same sources'
    each_file "$tidy_seconds" tidy "${compiled[@]}" || fail 'clang-tidy'
}

# What some target compiles.
built_files() { jq -r --arg root "$root/" '.[].file | ltrimstr($root)' "$database"; }

# --- Sanitizers.

# The programs of a preset whose names match the expression.
targets_of() { ninja -C "build/$1" -t targets all | sed -n -E "s#^bin/($2): .*#\1#p"; }

address_sanitizer() {
    step 'Address and undefined-behaviour sanitizers'
    if ! packaging/build.sh asan; then
        fail 'building asan'
    else
        ctest --preset asan --no-tests=error -LE 'slow|e2e' || fail 'asan'
    fi
}

thread_sanitizer() {
    local targets still=()
    step 'Thread sanitizer'
    packaging/build.sh tsan help >/dev/null || {
        fail 'configuring tsan'
        return 0
    }
    mapfile -t targets < <(targets_of tsan "test_($threaded)(_[a-z_]+)?")
    if [[ ${#targets[@]} -eq 0 ]]; then
        printf 'no threaded module yet\n'
    elif ! packaging/build.sh tsan "${targets[@]}"; then
        fail 'building tsan'
    else
        # The sanitizer's shadow needs a predictable address space; newer kernels shuffle too much.
        if setarch "$(uname -m)" --addr-no-randomize true 2>/dev/null; then
            still=(setarch "$(uname -m)" --addr-no-randomize)
        fi
        "${still[@]}" ctest --preset tsan --no-tests=error -LE 'slow|e2e' \
            -R "^($threaded)(_[a-z_]+)?\$" || fail 'tsan'
    fi
}

# Fuzzes one target: what it finds goes to a scratch folder, the corpus in the tree is only read.
fuzz_one() {
    local target=$1 name=${1#fuzz_} scratch found
    local seeds=$root/tests/fuzz/corpus/$name log=$root/build/fuzz/$target.log
    scratch=$(mktemp -d)
    found=("$scratch")
    if [[ -d $seeds ]]; then
        found+=("$seeds")
    fi
    if "build/fuzz/bin/$target" -max_total_time="$fuzz_seconds" -timeout=10 -rss_limit_mb=2048 \
        -artifact_prefix="$root/build/fuzz/$target-" "${found[@]}" >"$log" 2>&1; then
        printf '%s: %s\n' "$target" "$(tail -n 1 "$log")"
        rm -rf "$scratch"
    else
        rm -rf "$scratch"
        printf '%s failed; its last lines:\n' "$target"
        tail -n 60 "$log"
        return 1
    fi
}

fuzz() {
    local targets
    step "Fuzzing, $fuzz_seconds s a target"
    packaging/build.sh fuzz help >/dev/null || {
        fail 'configuring fuzz'
        return 0
    }
    mapfile -t targets < <(targets_of fuzz 'fuzz_[a-z0-9_]+')
    if [[ ${#targets[@]} -eq 0 ]]; then
        printf 'no fuzz target yet\n'
    elif ! packaging/build.sh fuzz "${targets[@]}"; then
        fail 'building fuzz'
    else
        export root fuzz_seconds
        export -f fuzz_one
        printf '%s\0' "${targets[@]}" |
            xargs -0 -n 1 -P "$jobs" bash -c 'set -euo pipefail; fuzz_one "$1"' fuzz || fail 'fuzz'
    fi
}

case ${1:-} in
'')
    packaging/deps.sh test
    packaging/build.sh dev
    ctest --preset dev --no-tests=error -LE '^slow$'
    ;;
--sanitize)
    packaging/deps.sh test
    check_changed
    address_sanitizer
    thread_sanitizer
    fuzz
    closing 'changed files, address, thread, fuzz'
    ;;
--slow)
    packaging/deps.sh test
    packaging/build.sh dev
    step 'Slow tests'
    if ctest --preset dev --show-only -L '^slow$' | grep -q 'Total Tests: 0'; then
        printf 'no slow test yet\n'
    else
        ctest --preset dev -L '^slow$' || fail 'slow tests'
    fi
    step 'Whole builds of plain and release'
    packaging/build.sh plain || fail 'building plain'
    packaging/build.sh release || fail 'building release'
    closing 'slow tests, plain and release builds'
    ;;
*)
    printf 'usage: %s [--sanitize|--slow]\n' "$0" >&2
    exit 2
    ;;
esac
