// SPDX-License-Identifier: GPL-3.0-or-later
// Every statement that the store runs on its tables, in one place: a test prepares them all on
// SQLite and on PostgreSQL, and reads their query plans.
#pragma once

#include <string_view>

namespace store {

enum class Sql {
    // turns
    TurnOfClientMessage,
    ConversationHead,
    InsertConversation,
    UpdateConversation,
    InsertEvent,
    InsertEventText,
    InsertTurn,
    EraseTexts,
    EraseDrafts,
    EraseCustomer,
    InsertErasure,
    CountGroup,
    Groups,
    // other writing
    SaveSession,
    RemoveExpiredSessions,
    SaveCustomer,
    SaveDraft,
    RemoveDraft,
    InsertPerson,
    UpdatePerson,
    InsertAudit,
    SaveSetting,
    RemoveSetting,
    InsertFlowVersion,
    InsertFlowVersionAs,
    FlowVersionOfHash,
    DemoConversations,
    RemoveConversation,
    InsertMigration,
    // training
    SavePhrase,
    RemovePhrase,
    ErasePhrases,
    InsertModel,
    DeactivateModels,
    ActivateModel,
    RemoveOldModels,
    Phrases,
    Models,
    ActiveModel,
    // help
    SaveHelpRating,
    EraseHelpRatings,
    HelpRatings,
    // releases
    InsertChecklist,
    UpdateChecklist,
    SaveChecklistItem,
    RemoveChecklistItem,
    InsertChecklistEntry,
    EraseChecklistText,
    ItemsShowing,
    InsertChecklistSource,
    RemoveChecklistSource,
    ChecklistIds,
    ChecklistOfUlid,
    ChecklistItems,
    ChecklistEntries,
    ChecklistSourceOf,
    InsertReleaseTemplate,
    ReleaseTemplates,
    // knowledge base
    ArticleOfSlug,
    ArticleTexts,
    ArticleTitles,
    ArticlePage,
    ArticlePageOfTag,
    ArticleTags,
    ArticleVersions,
    ArticlesChangedAfter,
    ArticleChanges,
    CountArticleChange,
    InsertArticle,
    UpdateArticle,
    PublishArticle,
    RemoveArticleTexts,
    InsertArticleText,
    InsertArticleVersion,
    CountArticleUsed,
    CountArticleAnswered,
    CountArticleNotAnswered,
    // reading
    Conversation,
    PageMine,
    PageUnassigned,
    PageWaitingForUs,
    PageWaitingForCustomer,
    PageWithBot,
    PageClosed,
    PageAll,
    CountMine,
    CountUnassigned,
    CountWaitingForUs,
    CountWaitingForCustomer,
    CountWithBot,
    CountClosed,
    CountAll,
    CountHuman,
    EventsBefore,
    EventsAfter,
    EventsAfterCustomer,
    EventsBetween,
    Turns,
    ChainRows,
    Session,
    Customer,
    Drafts,
    People,
    Audit,
    Settings,
    FlowVersions,
    Idle,
    NewestEvent,
    // search index and erasure list, which follow the database
    TextsAfter,
    ErasuresAfter,
    IsErased,
    IdOfUlid,
    LatestCompatibleFrom,
    EraseSummary,
    NameOfConversation,
    // backups
    CountRows,
    ContentRows,
    ErasedUlids,
    Count_,
};

/// What a statement's test has to know of it.
enum class Plan {
    Indexed, ///< must never scan a table that grows with the conversations
    Whole,   ///< reads a small table whole, or is a backup's check that reads everything
};

struct StatementText {
    Sql id;
    Plan plan;
    std::string_view text;       ///< parameters are `?`
    std::string_view idColumn{}; ///< of an INSERT whose new id is wanted
};

[[nodiscard]] const StatementText& statementText(Sql id) noexcept;

} // namespace store
