#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and starts Relevo with the arguments given here. Without a
# display it starts the server alone, which prints the address of its demonstration page.
set -euo pipefail

here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
programs=$(dirname "$here")/build/release/bin

"$here/deps.sh" run >&2
"$here/build.sh" release relevo relevoctl >&2

if [[ -z ${DISPLAY:-} && -z ${WAYLAND_DISPLAY:-} ]]; then
    printf 'There is no display here, so the server starts without a window (Ctrl-C ends it).\n' >&2
    exec "$programs/relevoctl" serve "$@"
fi
exec "$programs/relevo" "$@"
