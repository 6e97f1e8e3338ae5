-- SPDX-License-Identifier: GPL-3.0-or-later
-- compatible_from: 1
--
-- Conversations and what belongs to them. One statement ends with a semicolon at the end of a line.
-- The dialect fills {id}, {i64}, {blob} and {text}. Times are UTC milliseconds, truths 0 or 1.
-- Codes on disk (held by static_assert in store/rows.cpp, never renumbered):
--   mode      0 bot, 1 waiting, 2 human, 3 closed
--   turn_of   0 us, 1 customer
--   actor     0 customer, 1 bot, 2 agent, 3 system
--   kind      0 customer_message, 1 option_chosen, 2 bot_message, 3 agent_message, 4 note,
--             5 stage_changed, 6 handoff_requested, 7 taken_over, 8 transferred,
--             9 returned_to_queue, 10 given_back, 11 contact_left, 12 rated, 13 delivered,
--             14 seen, 15 closed, 16 erased, 17 redacted, 18 ai_call

CREATE TABLE migration (
    number {i64} PRIMARY KEY,
    compatible_from {i64} NOT NULL,
    applied {i64} NOT NULL
);

-- groups: committed groups, kept beside the database too; created: when this database was made.
CREATE TABLE counter (
    name {text} PRIMARY KEY,
    value {i64} NOT NULL
);
INSERT INTO counter (name, value) VALUES ('groups', 0);

CREATE TABLE person (
    id {id},
    name {text} NOT NULL,
    is_active {i64} NOT NULL DEFAULT 1
);

CREATE TABLE customer (
    id {text} PRIMARY KEY,
    name {text} NOT NULL,
    language {text} NOT NULL
);

-- The columns from mode on are the summary that lists show. wait_from orders those who wait: the
-- first unanswered word, or the newest activity where there is none.
CREATE TABLE conversation (
    id {id},
    ulid {text} NOT NULL UNIQUE,
    customer {text} NOT NULL,
    external_id {text},
    created {i64} NOT NULL,
    flow_version {i64} NOT NULL,
    last_seq {i64} NOT NULL,
    last_customer_seq {i64} NOT NULL,
    control_seq {i64} NOT NULL,
    customer_time {i64} NOT NULL,
    is_demo {i64} NOT NULL,
    is_erased {i64} NOT NULL,
    chain {blob} NOT NULL,
    state {blob} NOT NULL,
    mode {i64} NOT NULL,
    owner {i64} NOT NULL,
    stage {text} NOT NULL,
    language {text} NOT NULL,
    name {text} NOT NULL,
    last_text {text} NOT NULL,
    last_time {i64} NOT NULL,
    turn_of {i64} NOT NULL,
    waiting_since {i64},
    wait_from {i64} NOT NULL,
    mood {i64} NOT NULL,
    priority {i64} NOT NULL,
    closed_time {i64},
    outcome {text} NOT NULL
);
CREATE INDEX conversation_newest ON conversation (last_time, id);
CREATE INDEX conversation_with_bot ON conversation (last_time, id) WHERE mode = 0;
CREATE INDEX conversation_closed ON conversation (last_time, id) WHERE mode = 3;
CREATE INDEX conversation_mine ON conversation (owner, last_time, id) WHERE mode = 2;
CREATE INDEX conversation_unassigned ON conversation (wait_from, id) WHERE mode = 1;
CREATE INDEX conversation_for_us ON conversation (wait_from, id) WHERE turn_of = 0 AND mode < 3;
CREATE INDEX conversation_for_customer ON conversation (last_time, id) WHERE turn_of = 1 AND mode = 2;
CREATE INDEX conversation_idle ON conversation (customer_time, id) WHERE turn_of = 1 AND mode < 3;
CREATE INDEX conversation_demo ON conversation (id) WHERE is_demo = 1;
CREATE INDEX conversation_customer ON conversation (customer, id);
CREATE UNIQUE INDEX conversation_external ON conversation (external_id) WHERE external_id IS NOT NULL;

-- customer_seq is 0 where the customer may not see the row. chain: see store/chain.h.
CREATE TABLE event (
    id {id},
    conversation {i64} NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    seq {i64} NOT NULL,
    customer_seq {i64} NOT NULL,
    time {i64} NOT NULL,
    kind {i64} NOT NULL,
    actor {i64} NOT NULL,
    payload {blob} NOT NULL,
    text_hash {blob} NOT NULL,
    chain {blob} NOT NULL,
    UNIQUE (conversation, seq)
);
CREATE UNIQUE INDEX event_customer ON event (conversation, customer_seq) WHERE customer_seq > 0;

-- Everything personal of an event; erasing removes the row. personal: the turn's normalised input
-- and slots, with its first event.
CREATE TABLE event_text (
    event {i64} PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    salt {blob} NOT NULL,
    text {text} NOT NULL,
    personal {blob} NOT NULL
);

CREATE TABLE turn (
    conversation {i64} NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    first_seq {i64} NOT NULL,
    last_seq {i64} NOT NULL,
    client_message_id {text} NOT NULL,
    stage {text} NOT NULL,
    handled_by {text} NOT NULL,
    input {text} NOT NULL,
    record {blob} NOT NULL,
    PRIMARY KEY (conversation, first_seq)
);
CREATE UNIQUE INDEX turn_client_message ON turn (conversation, client_message_id) WHERE client_message_id <> '';

-- Only hashes of what the browser holds.
CREATE TABLE session (
    id_hash {blob} PRIMARY KEY,
    csrf_hash {blob} NOT NULL,
    customer {text} NOT NULL,
    conversation {i64} NOT NULL,
    locale {text} NOT NULL,
    expires {i64} NOT NULL
);
CREATE INDEX session_expires ON session (expires);

CREATE TABLE draft (
    person {i64} NOT NULL,
    conversation {i64} NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    text {text} NOT NULL,
    is_note {i64} NOT NULL,
    time {i64} NOT NULL,
    PRIMARY KEY (person, conversation)
);
CREATE INDEX draft_conversation ON draft (conversation);

CREATE TABLE setting (
    name {text} PRIMARY KEY,
    value {text} NOT NULL
);

CREATE TABLE flow_version (
    version {id},
    json {blob} NOT NULL,
    sha256 {blob} NOT NULL UNIQUE,
    created {i64} NOT NULL
);

-- What the search index, the list beside the database and every restore must follow.
-- kind: 0 erased (texts gone, the skeleton stays), 1 removed (no row is left)
CREATE TABLE erasure (
    number {id},
    conversation {i64} NOT NULL,
    ulid {text} NOT NULL,
    kind {i64} NOT NULL,
    time {i64} NOT NULL
);
