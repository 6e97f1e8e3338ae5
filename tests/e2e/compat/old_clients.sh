#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# old_clients.sh RELEVOCTL
#
# Starts a server on a free port and a scratch folder, and talks to it as the clients of the earlier
# backend did: health, greeting, session/validate, chat, with its shapes and its button values, in
# Spanish and in English; with the tokens in headers, with them in fields, and without the CSRF token.
set -euo pipefail

relevoctl=${1:?usage: old_clients.sh RELEVOCTL}
scratch=$(mktemp -d)
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
    printf 'last answer (%s): %s\n' "${status:-none}" "${answer:-}" >&2
    cat "$scratch/err" >&2
    exit 1
}

start() {
    # One script makes more calls than one customer may.
    env -u LOG_TOKEN -u ALLOWED_ORIGINS \
        LC_ALL=C.UTF-8 RELEVO_LIMIT_GREETING_IP=off RELEVO_LIMIT_CHAT_IP=off \
        "$relevoctl" serve --listen 127.0.0.1:0 --data "$scratch/data" \
        >"$scratch/out" 2>"$scratch/err" &
    server=$!
    for _ in {1..300}; do
        base=$(grep -o 'http://127\.0\.0\.1:[0-9]*' "$scratch/out" || true)
        if [[ -n $base ]]; then
            return
        fi
        kill -0 "$server" 2>/dev/null || fail 'the server ended'
        sleep 0.1
    done
    fail 'the server printed no address'
}

# call METHOD PATH [BODY [HEADER...]]: sets status and answer.
call() {
    local method=$1 path=$2 body=${3:-} header
    local options=(-sS -X "$method" -o "$scratch/answer" -w '%{http_code}' --max-time 20)
    if [[ -n $body ]]; then
        options+=(-H 'Content-Type: application/json' --data-binary "$body")
    fi
    for header in "${@:4}"; do
        options+=(-H "$header")
    done
    status=$(curl "${options[@]}" "$base$path")
    answer=$(<"$scratch/answer")
}

# holds WHAT JQ-EXPRESSION: the last answer is as it says.
holds() {
    jq -e "$2" "$scratch/answer" >"$scratch/jq" || fail "$1: $2"
}

expect() {
    [[ $status == "$2" ]] || fail "$1: status $status, not $2"
}

field() {
    jq -r ".$1" "$scratch/answer"
}

health() {
    call GET /api/health
    expect health 200
    holds health '.ok == true and .status == "ok" and (.version | type) == "string"
        and ((.timestamp | sub("\\.[0-9]+Z$"; "Z") | fromdateiso8601) > 0)
        and (.uptimeSeconds | type) == "number" and (.memory.rss | type) == "number"
        and (.services | has("database") and has("gateway"))
        and .services.ai == "not_configured" and .services.redis == "not_configured"
        and (.stats | has("activeConversations") and has("messages") and has("errors"))'
}

greeting() { # LOCALE
    call POST /api/greeting "{\"locale\":\"$1\"}"
    expect greeting 200
    holds greeting '.ok == true and .greeting == .reply and (.greeting | length) > 0
        and ([.sessionId, .csrfToken, .customerId] | all(test("^[0-9a-f]{32}$")))
        and .stage == "consent" and (.buttons | length) > 1
        and (.buttons | all((.text | length) > 0 and (.value | length) > 0))'
    IFS=$'\t' read -r session csrf hello < <(jq -r '[.sessionId, .csrfToken, .greeting] | @tsv' \
        "$scratch/answer")
}

validate() {
    call POST /api/session/validate "{\"sessionId\":\"$session\"}"
    expect validate 200
    holds validate '.ok == true and .valid == true and (.stage | length) > 0
        and (.expiresAt | length) > 0'
}

# chat HOW FIELDS WHAT: HOW is headers, fields or bare (no CSRF token); WHAT must hold too.
chat() {
    case $1 in
    headers) call POST /api/chat "{$2}" "x-session-id: $session" "x-csrf-token: $csrf" ;;
    fields) call POST /api/chat "{\"sessionId\":\"$session\",\"csrfToken\":\"$csrf\",$2}" ;;
    bare) call POST /api/chat "{\"sessionId\":\"$session\",$2}" ;;
    esac
    expect "chat $2" 200
    holds "chat $2" '.ok == true and (.reply | length) > 0 and .handledBy == "flow"
        and (.seq | type) == "number" and (.latencyMs | type) == "number"
        and (.conversationId | test("^[A-Z]{2,3}-[0-9]{4}$"))
        and (.buttons | type) == "array" and (.stage | length) > 0
        and ('"${3:-true}"')'
}

say() { chat "$1" "\"message\":\"$2\"" "${3:-true}"; }
tap() { chat "$1" "\"action\":\"button\",\"value\":\"$2\",\"label\":\"$2\"" "${3:-true}"; }

# From consent to the close, by the values of the old buttons.
conversation() { # HOW LOCALE CONSENT LANGUAGE NAME PROBLEM
    greeting "$2"
    validate
    tap "$1" "$3" '.stage == "language"'
    tap "$1" "$4" '.stage == "name"'
    say "$1" "$5" ".stage == \"need\" and (.reply | contains(\"$5\"))"
    say "$1" "$6" '.stage == "basic"'
    tap "$1" BTN_PERSIST '.stage == "basic"'
    tap "$1" BTN_SOLVED '.stage == "rating"'
    tap "$1" BTN_CLOSE '.stage == "closed"'
}

for_a_person() { # HOW
    greeting es-AR
    tap "$1" si
    tap "$1" español
    say "$1" Ana
    tap "$1" BTN_CONNECT_TECH '.stage == "waiting" or .stage == "contact" or .stage == "escalation"'
}

refused_consent() {
    greeting es-AR
    tap fields no '.stage == "refused"'
    tap fields DEVICE_CONFIRM_YES '.stage == "language"'
}

repeats() {
    greeting es-AR
    chat headers '"message":"sí","clientMessageId":"m-1"'
    local first
    first=$(jq -S 'del(.latencyMs)' "$scratch/answer")
    say headers español
    chat headers '"message":"sí","clientMessageId":"m-1"'
    [[ $(jq -S 'del(.latencyMs)' "$scratch/answer") == "$first" ]] || fail 'the repeat differs'
}

resets() {
    greeting en-US
    say bare yes
    local before
    before=$(field conversationId)
    call POST /api/reset '' "x-session-id: $session" "x-csrf-token: $csrf"
    expect reset 200
    holds reset ".stage == \"consent\" and .conversationId != \"$before\""
}

refusals() {
    greeting es-AR
    call POST /api/chat '{"message":"hola"}'
    expect 'no session' 401
    call POST /api/chat '{"message":"hola"}' 'x-session-id: web-of-the-old-backend' \
        'Accept-Language: en'
    expect 'an old session' 410
    holds 'an old session' '.ok == false and .error.code == "session_expired"'
    holds 'an old session' '(.error.message | contains("start again")) and (.error.requestId | length) > 0'
    call POST /api/chat '{"message":"hola"}' "x-session-id: $session" 'x-csrf-token: wrong'
    expect 'a wrong token' 403
    call POST /api/session/validate '{"sessionId":"web-of-the-old-backend"}'
    expect 'an old session' 200
    holds 'an old session' '.ok == true and .valid == false'
}

transcripts() {
    greeting es-AR
    tap headers si
    tap headers español
    say headers Zulema
    say headers 'soy Zulema, mi mail es zulema@example.com y no me anda el wifi'
    local code
    code=$(field conversationId)
    call GET "/api/transcript/$session" '' "x-session-id: $session" "x-csrf-token: $csrf"
    expect 'transcript by the session' 200
    holds transcript ".ok == true and .conversationId == \"$code\" and .next == null
        and .cut == false and (.messages | length) > 8
        and ([.messages[].text | select(. != null)] | all(test(\"ulema\") | not))
        and ([.messages[].text] | index(\"soy [NAME-1], mi mail es [EMAIL-1] y no me anda el wifi\"))"
    call GET "/api/transcript/$code" '' "x-session-id: $session"
    expect 'transcript by the conversation' 200
    call GET "/api/transcript/$session"
    expect 'transcript of anybody' 401
    greeting es-AR
    call GET "/api/transcript/$code" '' "x-session-id: $session"
    expect 'transcript of somebody else' 404
}

start
health
for how in headers fields bare; do
    conversation "$how" es-AR si español Ana 'mi notebook no enciende'
    spanish=$hello
    conversation "$how" en-US BTN_CONSENT_YES english Bob 'my notebook does not turn on'
    [[ $spanish != "$hello" ]] || fail 'one greeting for both languages'
    for_a_person "$how"
done
call GET /api/greeting
expect 'greeting by GET' 200
holds 'greeting by GET' '.ok == true and (.sessionId | length) == 32'
refused_consent
repeats
resets
transcripts
refusals
health
printf 'old clients are served\n'
