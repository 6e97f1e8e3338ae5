-- SPDX-License-Identifier: GPL-3.0-or-later
-- compatible_from: 2
--
-- The knowledge base. The words of its texts are found through search.db, which follows `changed`:
-- the counter `articles` counts the changes that a search can see.
-- Codes on disk (held by static_assert in store/knowledge/article_reads.cpp):
--   origin    0 shipped with the program, 1 own

INSERT INTO counter (name, value) VALUES ('articles', 0);

-- tags, problems, devices: ",a,b," or empty, so that one can be found by ",a,". sort_key: the title,
-- small and without accents. shipped_hash: of the shipped files that the texts were taken from.
CREATE TABLE article (
    id {id},
    slug {text} NOT NULL UNIQUE,
    sort_key {text} NOT NULL,
    tags {text} NOT NULL,
    problems {text} NOT NULL,
    devices {text} NOT NULL,
    is_published {i64} NOT NULL,
    origin {i64} NOT NULL,
    is_edited {i64} NOT NULL,
    shipped_hash {blob} NOT NULL,
    version {i64} NOT NULL,
    saved {i64} NOT NULL,
    saved_by {i64} NOT NULL,
    changed {i64} NOT NULL,
    used {i64} NOT NULL DEFAULT 0,
    answered {i64} NOT NULL DEFAULT 0,
    not_answered {i64} NOT NULL DEFAULT 0
);
CREATE INDEX article_sorted ON article (sort_key, id);
CREATE INDEX article_changed ON article (changed);

-- plain and excerpt are made from markdown when it is saved.
CREATE TABLE article_text (
    article {i64} NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    language {text} NOT NULL,
    title {text} NOT NULL,
    markdown {text} NOT NULL,
    plain {text} NOT NULL,
    excerpt {text} NOT NULL,
    PRIMARY KEY (article, language)
);

-- What stood there before a save. content: JSON, see store/knowledge/article_content.h.
CREATE TABLE article_version (
    article {i64} NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    version {i64} NOT NULL,
    saved {i64} NOT NULL,
    saved_by {i64} NOT NULL,
    content {text} NOT NULL,
    PRIMARY KEY (article, version)
);
