#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# production.sh RELEVOCTL
#
# What an operator relies on: production mode says what is missing and does not start; with it, the
# guarded calls open to the token alone, and neither token nor session stands in an answer or a file.
set -euo pipefail

relevoctl=${1:?usage: production.sh RELEVOCTL}
scratch=$(mktemp -d)
token=0123456789abcdef0123456789abcdef-token
server=

finish() {
    if [[ -n $server ]]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$scratch"
}
trap finish EXIT

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    cat "$scratch/out" "$scratch/err" >&2
    exit 1
}

serve() { # NAME=VALUE...: becomes the server, so it runs in a subshell
    exec env -u LOG_TOKEN -u ALLOWED_ORIGINS LC_ALL=C.UTF-8 RELEVO_ENV=production "$@" \
        "$relevoctl" serve --listen 127.0.0.1:0 --data "$scratch/data" \
        >"$scratch/out" 2>"$scratch/err"
}

refuses() { # WORD NAME=VALUE...
    local exit=0
    (serve "${@:2}") || exit=$?
    [[ $exit == 2 ]] || fail "without $1 it ends with $exit, not 2"
    grep -q "$1" "$scratch/err" || fail "it does not name $1"
}

status_of() { # PATH [CURL-OPTION...]
    curl -sS -o "$scratch/answer" -w '%{http_code}' --max-time 20 "${@:2}" "$base$1"
}

refuses LOG_TOKEN
refuses 32 LOG_TOKEN=short ALLOWED_ORIGINS=https://shop.example
refuses ALLOWED_ORIGINS LOG_TOKEN="$token"

serve LOG_TOKEN="$token" ALLOWED_ORIGINS=https://shop.example/ RELEVO_LOG_LEVEL=debug &
server=$!
base=
for _ in {1..300}; do
    base=$(grep -o 'http://127\.0\.0\.1:[0-9]*' "$scratch/out" || true)
    if [[ -n $base ]]; then
        break
    fi
    sleep 0.1
done
[[ -n $base ]] || fail 'the server printed no address'

for path in /metrics /api/metrics /api/logs /api/debug/flags; do
    [[ $(status_of "$path") == 401 ]] || fail "$path is open"
    [[ $(status_of "$path" -H "Authorization: Bearer $token") == 200 ]] || fail "$path is shut"
    if grep -q "$token" "$scratch/answer"; then
        fail "the token stands in the answer of $path"
    fi
done
jq -e '."log.token".value == "set"' "$scratch/answer" >"$scratch/jq" || fail 'flags tell no "set"'

[[ $(status_of /api/greeting -H 'Origin: https://evil.example') == 403 ]] || fail 'any origin may'
[[ $(status_of /api/greeting -H 'Origin: https://shop.example') == 200 ]] || fail 'the shop may not'
session=$(jq -r .sessionId "$scratch/answer")
[[ $(status_of /api/chat -H "x-session-id: $session" --json '{"message":"hola"}') == 200 ]] ||
    fail 'no chat'

kill "$server"
wait "$server" || fail "it ended with $? on SIGTERM"
server=
for secret in "$token" "$session"; do
    if grep -rqF "$secret" "$scratch/data" "$scratch/out" "$scratch/err"; then
        fail 'a secret stands in a file'
    fi
done
printf 'production mode keeps its promises\n'
