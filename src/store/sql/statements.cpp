// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql/statements.h"

#include <array>
#include <cstddef>

namespace store {

namespace {

// clang-format off
#define SUMMARY_COLUMNS                                                                            \
    "c.id, c.ulid, c.customer, c.created, c.flow_version, c.last_seq, c.last_customer_seq, "       \
    "c.control_seq, c.customer_time, c.is_demo, c.is_erased, c.mode, c.owner, c.stage, "           \
    "c.language, c.name, c.last_text, c.last_time, c.turn_of, c.waiting_since, c.mood, "           \
    "c.priority, c.closed_time, c.outcome, c.wait_from"
#define PAGE_NEWEST(where)                                                                         \
    "SELECT " SUMMARY_COLUMNS " FROM conversation c WHERE " where                                  \
    " (c.last_time, c.id) < (?, ?) ORDER BY c.last_time DESC, c.id DESC LIMIT ?"
#define PAGE_LONGEST(where)                                                                        \
    "SELECT " SUMMARY_COLUMNS " FROM conversation c WHERE " where                                  \
    " (c.wait_from, c.id) > (?, ?) ORDER BY c.wait_from, c.id LIMIT ?"
#define COUNT_SOME(where)                                                                          \
    "SELECT count(*) FROM (SELECT 1 FROM conversation" where " LIMIT 10000) AS counted"
#define EVENTS                                                                                     \
    "SELECT e.conversation, e.seq, e.customer_seq, e.time, e.kind, e.actor, e.payload, "           \
    "length(e.text_hash), t.event, t.text, u.client_message_id FROM event e "                      \
    "LEFT JOIN event_text t ON t.event = e.id "                                                    \
    "LEFT JOIN turn u ON u.conversation = e.conversation AND u.first_seq = e.seq "                 \
    "WHERE e.conversation = ? "
#define ARTICLE_COLUMNS                                                                            \
    "id, slug, tags, problems, devices, is_published, origin, is_edited, shipped_hash, version, "  \
    "saved, saved_by, used, answered, not_answered, sort_key"

constexpr auto kIndexed = Plan::Indexed;
constexpr auto kWhole = Plan::Whole;

constexpr std::array kStatements{
    StatementText{Sql::TurnOfClientMessage, kIndexed,
        "SELECT first_seq, last_seq, stage, handled_by FROM turn "
        "WHERE conversation = ? AND client_message_id = ? AND client_message_id <> ''"},
    StatementText{Sql::ConversationHead, kIndexed,
        "SELECT last_seq, last_customer_seq, control_seq, customer_time, chain, mode, ulid, customer, "
        "is_erased FROM conversation WHERE id = ?"},
    StatementText{Sql::InsertConversation, kIndexed,
        "INSERT INTO conversation (ulid, customer, external_id, created, is_demo, flow_version, "
        "last_seq, last_customer_seq, control_seq, customer_time, is_erased, chain, state, mode, owner, "
        "stage, language, name, last_text, last_time, turn_of, waiting_since, wait_from, mood, priority, "
        "closed_time, outcome) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "id"},
    StatementText{Sql::UpdateConversation, kIndexed,
        "UPDATE conversation SET flow_version = ?, last_seq = ?, last_customer_seq = ?, control_seq = ?, "
        "customer_time = ?, is_erased = ?, chain = ?, state = ?, mode = ?, owner = ?, stage = ?, "
        "language = ?, name = ?, last_text = ?, last_time = ?, turn_of = ?, waiting_since = ?, "
        "wait_from = ?, mood = ?, priority = ?, closed_time = ?, outcome = ? WHERE id = ?"},
    StatementText{Sql::InsertEvent, kIndexed,
        "INSERT INTO event (conversation, seq, customer_seq, time, kind, actor, payload, text_hash, chain) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", "id"},
    StatementText{Sql::InsertEventText, kIndexed,
        "INSERT INTO event_text (event, salt, text, personal) VALUES (?, ?, ?, ?)"},
    StatementText{Sql::InsertTurn, kIndexed,
        "INSERT INTO turn (conversation, first_seq, last_seq, client_message_id, stage, handled_by, input, "
        "record) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"},
    StatementText{Sql::EraseTexts, kIndexed,
        "DELETE FROM event_text WHERE event IN (SELECT id FROM event WHERE conversation = ?)"},
    StatementText{Sql::EraseDrafts, kIndexed, "DELETE FROM draft WHERE conversation = ?"},
    StatementText{Sql::EraseCustomer, kIndexed, "UPDATE customer SET name = '' WHERE id = ?"},
    StatementText{Sql::InsertErasure, kIndexed,
        "INSERT INTO erasure (conversation, ulid, kind, time) VALUES (?, ?, ?, ?)"},
    StatementText{Sql::CountGroup, kIndexed, "UPDATE counter SET value = value + 1 WHERE name = 'groups'"},
    StatementText{Sql::Groups, kIndexed, "SELECT value FROM counter WHERE name = 'groups'"},

    StatementText{Sql::SaveSession, kIndexed,
        "INSERT INTO session (id_hash, csrf_hash, customer, conversation, locale, expires) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id_hash) DO UPDATE SET csrf_hash = excluded.csrf_hash, "
        "customer = excluded.customer, conversation = excluded.conversation, locale = excluded.locale, "
        "expires = excluded.expires"},
    StatementText{Sql::RemoveExpiredSessions, kIndexed, "DELETE FROM session WHERE expires < ?"},
    StatementText{Sql::SaveCustomer, kIndexed,
        "INSERT INTO customer (id, name, language) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "name = excluded.name, language = excluded.language"},
    StatementText{Sql::SaveDraft, kIndexed,
        "INSERT INTO draft (person, conversation, text, is_note, time) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (person, conversation) DO UPDATE SET text = excluded.text, "
        "is_note = excluded.is_note, time = excluded.time"},
    StatementText{Sql::RemoveDraft, kIndexed, "DELETE FROM draft WHERE person = ? AND conversation = ?"},
    StatementText{Sql::InsertPerson, kIndexed,
        "INSERT INTO person (name, name_key, is_active, roles, passphrase) VALUES (?, ?, ?, ?, ?)", "id"},
    StatementText{Sql::UpdatePerson, kIndexed,
        "UPDATE person SET name = ?, name_key = ?, is_active = ?, roles = ?, passphrase = ? WHERE id = ?"},
    StatementText{Sql::InsertAudit, kIndexed,
        "INSERT INTO audit (time, person, what, subject, detail) VALUES (?, ?, ?, ?, ?)"},
    StatementText{Sql::SaveSetting, kIndexed,
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET "
        "value = excluded.value"},
    StatementText{Sql::RemoveSetting, kIndexed, "DELETE FROM setting WHERE name = ?"},
    StatementText{Sql::InsertFlowVersion, kIndexed,
        "INSERT INTO flow_version (json, sha256, created) VALUES (?, ?, ?)", "version"},
    StatementText{Sql::InsertFlowVersionAs, kIndexed,
        "INSERT INTO flow_version (version, json, sha256, created) VALUES (?, ?, ?, ?)"},
    StatementText{Sql::FlowVersionOfHash, kIndexed,
        "SELECT version, json, sha256, created FROM flow_version WHERE sha256 = ?"},
    StatementText{Sql::DemoConversations, kIndexed, "SELECT id, ulid, mode FROM conversation WHERE is_demo = 1"},
    StatementText{Sql::RemoveConversation, kIndexed, "DELETE FROM conversation WHERE id = ?"},
    StatementText{Sql::InsertMigration, kIndexed,
        "INSERT INTO migration (number, compatible_from, applied) VALUES (?, ?, ?)"},

    StatementText{Sql::SavePhrase, kIndexed,
        "INSERT INTO phrase (conversation, seq, text, intent, language, person, time) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (conversation, seq) DO UPDATE SET "
        "text = excluded.text, intent = excluded.intent, language = excluded.language, "
        "person = excluded.person, time = excluded.time"},
    StatementText{Sql::RemovePhrase, kIndexed, "DELETE FROM phrase WHERE id = ?"},
    StatementText{Sql::ErasePhrases, kIndexed, "DELETE FROM phrase WHERE conversation = ?"},
    StatementText{Sql::InsertModel, kIndexed,
        "INSERT INTO model (version, shipped, trained, phrases, corrected, held_back, accuracy, in_scope, "
        "out_of_scope, is_active, bytes, judge) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "id"},
    StatementText{Sql::DeactivateModels, kIndexed, "UPDATE model SET is_active = 0 WHERE is_active = 1"},
    StatementText{Sql::ActivateModel, kIndexed, "UPDATE model SET is_active = 1 WHERE id = ?"},
    StatementText{Sql::RemoveOldModels, kIndexed,
        "DELETE FROM model WHERE id NOT IN (SELECT id FROM model ORDER BY id DESC LIMIT ?)"},
    StatementText{Sql::Phrases, kWhole,
        "SELECT id, conversation, seq, text, intent, language, person, time FROM phrase ORDER BY id"},
    StatementText{Sql::Models, kWhole,
        "SELECT id, version, shipped, trained, phrases, corrected, held_back, accuracy, in_scope, "
        "out_of_scope, is_active FROM model ORDER BY id DESC"},
    StatementText{Sql::ActiveModel, kWhole,
        "SELECT id, version, shipped, trained, phrases, corrected, held_back, accuracy, in_scope, "
        "out_of_scope, is_active, bytes, judge FROM model WHERE is_active = 1"},

    StatementText{Sql::SaveHelpRating, kIndexed,
        "INSERT INTO help_rating (conversation, answer, task, prompt, model, is_good, comment, person, time) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (conversation, answer, person) DO UPDATE SET "
        "is_good = excluded.is_good, comment = excluded.comment, time = excluded.time"},
    StatementText{Sql::EraseHelpRatings, kIndexed, "DELETE FROM help_rating WHERE conversation = ?"},
    StatementText{Sql::HelpRatings, kWhole,
        "SELECT id, conversation, answer, task, prompt, model, is_good, comment, person, time "
        "FROM help_rating ORDER BY id"},

    StatementText{Sql::InsertChecklist, kIndexed,
        "INSERT INTO checklist (ulid, frame, entries, head) VALUES (?, ?, ?, ?)", "id"},
    StatementText{Sql::UpdateChecklist, kIndexed,
        "UPDATE checklist SET frame = ?, entries = ?, head = ? WHERE id = ? AND entries = ? AND head = ?"},
    StatementText{Sql::SaveChecklistItem, kIndexed,
        "INSERT INTO checklist_item (checklist, item, place, record) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (checklist, item) DO UPDATE SET place = excluded.place, record = excluded.record"},
    StatementText{Sql::RemoveChecklistItem, kIndexed,
        "DELETE FROM checklist_item WHERE checklist = ? AND item = ?"},
    StatementText{Sql::InsertChecklistEntry, kIndexed,
        "INSERT INTO checklist_entry (checklist, number, line, salt, text) VALUES (?, ?, ?, ?, ?)"},
    StatementText{Sql::EraseChecklistText, kIndexed,
        "UPDATE checklist_entry SET salt = ?, text = ? WHERE checklist = ? AND number = ?"},
    StatementText{Sql::ItemsShowing, kWhole,
        "SELECT 1 FROM checklist_item WHERE record LIKE ? LIMIT 1"},
    StatementText{Sql::InsertChecklistSource, kIndexed,
        "INSERT INTO checklist_source (checklist, name, bytes) VALUES (?, ?, ?)"},
    StatementText{Sql::RemoveChecklistSource, kIndexed,
        "DELETE FROM checklist_source WHERE checklist = ?"},
    StatementText{Sql::ChecklistIds, kWhole,
        "SELECT ulid FROM checklist WHERE ulid <> ? ORDER BY id DESC"},
    StatementText{Sql::ChecklistOfUlid, kIndexed,
        "SELECT id, frame, entries, head FROM checklist WHERE ulid = ?"},
    StatementText{Sql::ChecklistItems, kIndexed,
        "SELECT item, place, record FROM checklist_item WHERE checklist = ? ORDER BY place"},
    StatementText{Sql::ChecklistEntries, kIndexed,
        "SELECT number, line, salt, text FROM checklist_entry WHERE checklist = ? ORDER BY number"},
    StatementText{Sql::ChecklistSourceOf, kIndexed,
        "SELECT s.name, s.bytes FROM checklist c JOIN checklist_source s ON s.checklist = c.id "
        "WHERE c.ulid = ?"},
    StatementText{Sql::InsertReleaseTemplate, kIndexed,
        "INSERT INTO release_template (name, language, version, record, saved_at, saved_by) "
        "VALUES (?, ?, ?, ?, ?, ?)"},
    StatementText{Sql::ReleaseTemplates, kWhole,
        "SELECT name, version, record, saved_at, saved_by FROM release_template "
        "WHERE language = ? ORDER BY name, version"},

    StatementText{Sql::ArticleOfSlug, kIndexed, "SELECT " ARTICLE_COLUMNS " FROM article WHERE slug = ?"},
    StatementText{Sql::ArticleTexts, kIndexed,
        "SELECT language, title, markdown, plain, excerpt FROM article_text WHERE article = ? ORDER BY language"},
    StatementText{Sql::ArticleTitles, kIndexed,
        "SELECT language, title FROM article_text WHERE article = ? ORDER BY language"},
    StatementText{Sql::ArticlePage, kIndexed,
        "SELECT " ARTICLE_COLUMNS " FROM article WHERE (sort_key, id) > (?, ?) ORDER BY sort_key, id LIMIT ?"},
    StatementText{Sql::ArticlePageOfTag, kIndexed,
        "SELECT " ARTICLE_COLUMNS " FROM article WHERE (sort_key, id) > (?, ?) AND tags LIKE ? "
        "ORDER BY sort_key, id LIMIT ?"},
    StatementText{Sql::ArticleTags, kWhole, "SELECT tags FROM article"},
    StatementText{Sql::ArticleVersions, kIndexed,
        "SELECT version, saved, saved_by, content FROM article_version WHERE article = ? "
        "ORDER BY version DESC LIMIT ?"},
    StatementText{Sql::ArticlesChangedAfter, kIndexed,
        "SELECT " ARTICLE_COLUMNS ", changed FROM article WHERE changed > ? ORDER BY changed"},
    StatementText{Sql::ArticleChanges, kIndexed, "SELECT value FROM counter WHERE name = 'articles'"},
    StatementText{Sql::CountArticleChange, kIndexed, "UPDATE counter SET value = value + 1 WHERE name = 'articles'"},
    StatementText{Sql::InsertArticle, kIndexed,
        "INSERT INTO article (slug, sort_key, tags, problems, devices, is_published, origin, is_edited, "
        "shipped_hash, version, saved, saved_by, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "id"},
    StatementText{Sql::UpdateArticle, kIndexed,
        "UPDATE article SET sort_key = ?, tags = ?, problems = ?, devices = ?, is_published = ?, is_edited = ?, "
        "shipped_hash = ?, version = ?, saved = ?, saved_by = ?, changed = ? WHERE id = ?"},
    StatementText{Sql::PublishArticle, kIndexed, "UPDATE article SET is_published = ?, changed = ? WHERE slug = ?"},
    StatementText{Sql::RemoveArticleTexts, kIndexed, "DELETE FROM article_text WHERE article = ?"},
    StatementText{Sql::InsertArticleText, kIndexed,
        "INSERT INTO article_text (article, language, title, markdown, plain, excerpt) VALUES (?, ?, ?, ?, ?, ?)"},
    StatementText{Sql::InsertArticleVersion, kIndexed,
        "INSERT INTO article_version (article, version, saved, saved_by, content) VALUES (?, ?, ?, ?, ?)"},
    StatementText{Sql::CountArticleUsed, kIndexed, "UPDATE article SET used = used + 1 WHERE slug = ?"},
    StatementText{Sql::CountArticleAnswered, kIndexed, "UPDATE article SET answered = answered + 1 WHERE slug = ?"},
    StatementText{Sql::CountArticleNotAnswered, kIndexed,
        "UPDATE article SET not_answered = not_answered + 1 WHERE slug = ?"},

    StatementText{Sql::Conversation, kIndexed,
        "SELECT " SUMMARY_COLUMNS ", c.state FROM conversation c WHERE c.id = ?"},
    StatementText{Sql::PageMine, kIndexed, PAGE_NEWEST("c.mode = 2 AND c.owner = ? AND")},
    StatementText{Sql::PageUnassigned, kIndexed, PAGE_LONGEST("c.mode = 1 AND")},
    StatementText{Sql::PageWaitingForUs, kIndexed, PAGE_LONGEST("c.turn_of = 0 AND c.mode < 3 AND")},
    StatementText{Sql::PageWaitingForCustomer, kIndexed, PAGE_NEWEST("c.turn_of = 1 AND c.mode = 2 AND")},
    StatementText{Sql::PageWithBot, kIndexed, PAGE_NEWEST("c.mode = 0 AND")},
    StatementText{Sql::PageClosed, kIndexed, PAGE_NEWEST("c.mode = 3 AND")},
    StatementText{Sql::PageAll, kIndexed, PAGE_NEWEST("")},
    StatementText{Sql::CountMine, kIndexed, COUNT_SOME(" WHERE mode = 2 AND owner = ?")},
    StatementText{Sql::CountUnassigned, kIndexed, COUNT_SOME(" WHERE mode = 1")},
    StatementText{Sql::CountWaitingForUs, kIndexed, COUNT_SOME(" WHERE turn_of = 0 AND mode < 3")},
    StatementText{Sql::CountWaitingForCustomer, kIndexed, COUNT_SOME(" WHERE turn_of = 1 AND mode = 2")},
    StatementText{Sql::CountWithBot, kIndexed, COUNT_SOME(" WHERE mode = 0")},
    StatementText{Sql::CountClosed, kIndexed, COUNT_SOME(" WHERE mode = 3")},
    StatementText{Sql::CountAll, kWhole, COUNT_SOME("")}, // stops after 10,000 rows
    StatementText{Sql::CountHuman, kIndexed, COUNT_SOME(" WHERE mode = 2")},
    StatementText{Sql::EventsBefore, kIndexed, EVENTS "AND e.seq < ? ORDER BY e.seq DESC LIMIT ?"},
    StatementText{Sql::EventsAfter, kIndexed, EVENTS "AND e.seq > ? ORDER BY e.seq LIMIT ?"},
    StatementText{Sql::EventsAfterCustomer, kIndexed,
        EVENTS "AND e.customer_seq > ? AND e.customer_seq > 0 ORDER BY e.customer_seq LIMIT ?"},
    StatementText{Sql::EventsBetween, kIndexed, EVENTS "AND e.seq BETWEEN ? AND ? ORDER BY e.seq"},
    StatementText{Sql::Turns, kIndexed,
        "SELECT u.first_seq, u.last_seq, u.record, t.personal FROM turn u "
        "JOIN event e ON e.conversation = u.conversation AND e.seq = u.first_seq "
        "LEFT JOIN event_text t ON t.event = e.id WHERE u.conversation = ? ORDER BY u.first_seq"},
    StatementText{Sql::ChainRows, kIndexed,
        "SELECT e.seq, e.customer_seq, e.time, e.kind, e.actor, e.payload, e.text_hash, e.chain, t.event, "
        "t.salt, t.text, t.personal FROM event e LEFT JOIN event_text t ON t.event = e.id "
        "WHERE e.conversation = ? ORDER BY e.seq"},
    StatementText{Sql::Session, kIndexed,
        "SELECT id_hash, csrf_hash, customer, conversation, locale, expires FROM session WHERE id_hash = ?"},
    StatementText{Sql::Customer, kIndexed, "SELECT id, name, language FROM customer WHERE id = ?"},
    StatementText{Sql::Drafts, kIndexed,
        "SELECT conversation, person, text, is_note, time FROM draft WHERE person = ? ORDER BY conversation"},
    StatementText{Sql::People, kWhole,
        "SELECT id, name, name_key, is_active, roles, passphrase FROM person ORDER BY id"},
    StatementText{Sql::Audit, kIndexed,
        "SELECT id, time, person, what, subject, detail FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?"},
    StatementText{Sql::Settings, kWhole, "SELECT name, value FROM setting"},
    StatementText{Sql::FlowVersions, kWhole,
        "SELECT version, json, sha256, created FROM flow_version ORDER BY version"},
    StatementText{Sql::Idle, kIndexed,
        "SELECT id FROM conversation WHERE turn_of = 1 AND mode < 3 AND customer_time < ? "
        "ORDER BY customer_time, id LIMIT ?"},
    StatementText{Sql::NewestEvent, kIndexed, "SELECT id FROM event ORDER BY id DESC LIMIT 1"},

    StatementText{Sql::TextsAfter, kIndexed,
        "SELECT e.id, e.conversation, e.seq, e.time, e.kind, e.actor, t.text FROM event e "
        "LEFT JOIN event_text t ON t.event = e.id WHERE e.id > ? ORDER BY e.id LIMIT ?"},
    StatementText{Sql::ErasuresAfter, kIndexed,
        "SELECT number, conversation, ulid, kind, time FROM erasure WHERE number > ? ORDER BY number LIMIT ?"},
    StatementText{Sql::IsErased, kIndexed, "SELECT is_erased FROM conversation WHERE id = ?"},
    StatementText{Sql::IdOfUlid, kIndexed, "SELECT id, customer, is_erased FROM conversation WHERE ulid = ?"},
    StatementText{Sql::LatestCompatibleFrom, kWhole, "SELECT max(compatible_from) FROM migration"},
    StatementText{Sql::EraseSummary, kIndexed,
        "UPDATE conversation SET is_erased = 1, name = '', last_text = '', state = ? WHERE id = ?"},
    StatementText{Sql::NameOfConversation, kIndexed, "SELECT name FROM conversation WHERE id = ?"},

    StatementText{Sql::CountRows, kWhole,
        "SELECT (SELECT count(*) FROM conversation), (SELECT count(*) FROM event), "
        "(SELECT count(*) FROM event_text), (SELECT count(*) FROM turn), (SELECT count(*) FROM customer), "
        "(SELECT count(*) FROM person), (SELECT count(*) FROM flow_version), (SELECT count(*) FROM erasure)"},
    StatementText{Sql::ContentRows, kWhole,
        "SELECT ulid, last_seq, last_customer_seq, is_erased, chain FROM conversation ORDER BY id"},
    StatementText{Sql::ErasedUlids, kWhole, "SELECT ulid FROM erasure WHERE kind = 0 ORDER BY number"},
};
// clang-format on

#undef SUMMARY_COLUMNS
#undef PAGE_NEWEST
#undef PAGE_LONGEST
#undef COUNT_SOME
#undef EVENTS
#undef ARTICLE_COLUMNS

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < kStatements.size(); ++i) {
        if (static_cast<std::size_t>(kStatements[i].id) != i)
            return false;
    }
    return kStatements.size() == static_cast<std::size_t>(Sql::Count_);
}
static_assert(isInOrder(), "one row a statement, in the order of the enumeration");

} // namespace

const StatementText& statementText(Sql id) noexcept
{
    return kStatements[static_cast<std::size_t>(id)];
}

} // namespace store
