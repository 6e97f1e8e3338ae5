-- SPDX-License-Identifier: GPL-3.0-or-later
-- compatible_from: 4
--
-- What agents thought of AI's help. An older program would erase a conversation and leave the comments
-- on it, so none may work with this.

-- task and prompt: as they are named, for instance reply and help_reply/1; prompt holds the version.
-- comment is personal: the row goes with the texts of its conversation.
CREATE TABLE help_rating (
    id {id},
    conversation {i64} NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    answer {text} NOT NULL,
    task {text} NOT NULL,
    prompt {text} NOT NULL,
    model {text} NOT NULL,
    is_good {i64} NOT NULL,
    comment {text} NOT NULL,
    person {i64} NOT NULL,
    time {i64} NOT NULL,
    UNIQUE (conversation, answer, person)
);
