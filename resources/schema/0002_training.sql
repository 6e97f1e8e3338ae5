-- SPDX-License-Identifier: GPL-3.0-or-later
-- compatible_from: 2
--
-- Training from use. An older program would erase a conversation and leave its phrases, so none may
-- work with this.

-- What an agent said that a customer's message wants. The text is personal: the row goes with the
-- texts of its conversation.
CREATE TABLE phrase (
    id {id},
    conversation {i64} NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    seq {i64} NOT NULL,
    text {text} NOT NULL,
    intent {text} NOT NULL,
    language {text} NOT NULL,
    person {i64} NOT NULL,
    time {i64} NOT NULL,
    UNIQUE (conversation, seq)
);

-- Models that were learnt here. shipped: the version of the shipped phrases under it. Shares are in
-- millionths. judge: the model without the held-back part, which the next one is compared with.
CREATE TABLE model (
    id {id},
    version {text} NOT NULL,
    shipped {text} NOT NULL,
    trained {i64} NOT NULL,
    phrases {i64} NOT NULL,
    corrected {i64} NOT NULL,
    held_back {i64} NOT NULL,
    accuracy {i64} NOT NULL,
    in_scope {i64} NOT NULL,
    out_of_scope {i64} NOT NULL,
    is_active {i64} NOT NULL,
    bytes {blob} NOT NULL,
    judge {blob} NOT NULL
);
