-- SPDX-License-Identifier: GPL-3.0-or-later
-- compatible_from: 5
--
-- Releases. "release" is a word of SQL's own, so a release is a checklist here.

-- frame: everything of a release but its items, as release/record/ writes it. entries and head: how far
-- its ledger goes, so that a cut tail is seen; whoever writes names the number that they rest on.
CREATE TABLE checklist (
    id {id},
    ulid {text} NOT NULL UNIQUE,
    frame {text} NOT NULL,
    entries {i64} NOT NULL,
    head {blob} NOT NULL
);

-- item: its id in the release. place: its number in the release's order.
CREATE TABLE checklist_item (
    checklist {i64} NOT NULL REFERENCES checklist (id) ON DELETE CASCADE,
    item {text} NOT NULL,
    place {i64} NOT NULL,
    record {text} NOT NULL,
    PRIMARY KEY (checklist, item)
);
CREATE INDEX checklist_item_place ON checklist_item (checklist, place);

-- The ledger: line as release/ledger/ledger_file.h writes it. text is personal and stands outside the
-- chain, with its salt; erasing takes both.
CREATE TABLE checklist_entry (
    checklist {i64} NOT NULL REFERENCES checklist (id) ON DELETE CASCADE,
    number {i64} NOT NULL,
    line {text} NOT NULL,
    salt {blob} NOT NULL,
    text {text} NOT NULL,
    PRIMARY KEY (checklist, number)
);

-- The file that a release was imported from, byte for byte.
CREATE TABLE checklist_source (
    checklist {i64} PRIMARY KEY REFERENCES checklist (id) ON DELETE CASCADE,
    name {text} NOT NULL,
    bytes {blob} NOT NULL
);

-- When nothing is released; of all releases.
CREATE TABLE freeze_window (
    name {text} PRIMARY KEY,
    record {text} NOT NULL
);

-- Versions of templates that people saved; what came with the program is not here. saved_by: 0 where
-- nobody was there yet.
CREATE TABLE release_template (
    name {text} NOT NULL,
    language {text} NOT NULL,
    version {i64} NOT NULL,
    record {text} NOT NULL,
    saved_at {i64} NOT NULL,
    saved_by {i64} NOT NULL,
    PRIMARY KEY (name, language, version)
);
