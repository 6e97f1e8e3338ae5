-- SPDX-License-Identifier: GPL-3.0-or-later
-- compatible_from: 5
--
-- What people are here and how they prove it. An older program would let anybody in as anybody, so
-- none may work with this.

-- roles: names of people/permissions.h with a space between; whoever was there before there were roles
-- could do everything. passphrase: an Argon2id string, empty where none is set. name_key: what two names
-- are compared by; empty for rows older than it, whose names may be alike.
ALTER TABLE person ADD COLUMN roles {text} NOT NULL DEFAULT 'agent lead reviewer';
ALTER TABLE person ADD COLUMN passphrase {text} NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN name_key {text} NOT NULL DEFAULT '';
CREATE UNIQUE INDEX person_name_key ON person (name_key) WHERE name_key <> '';

-- Who changed what, and when; never changed itself. what: "person.added" …, subject: the row's id.
-- detail: JSON, never a secret.
CREATE TABLE audit (
    id {id},
    time {i64} NOT NULL,
    person {i64} NOT NULL,
    what {text} NOT NULL,
    subject {i64} NOT NULL,
    detail {text} NOT NULL
);
