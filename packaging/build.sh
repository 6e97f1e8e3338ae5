#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build.sh PRESET [TARGET...]: configures where needed, then builds all or only those targets.
set -euo pipefail

if [[ $# -lt 1 ]]; then
    printf 'usage: %s PRESET [TARGET...]\n' "$0" >&2
    exit 2
fi
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=$1
shift

# Ninja configures again by itself when a CMakeLists.txt changes, but knows nothing of the presets.
configured=build/$preset/configured
if [[ ! -e $configured || CMakePresets.json -nt $configured ]]; then
    cmake --preset "$preset"
    touch "$configured"
fi
if [[ $# -gt 0 ]]; then
    set -- --target "$@"
fi
cmake --build --preset "$preset" --parallel "${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}" "$@"
