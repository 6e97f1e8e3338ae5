// SPDX-License-Identifier: GPL-3.0-or-later
// desk: the facade. Use cases, the event hub, read models. The window, the gateway and relevoctl are
// its customers and use the same calls; none of them sees the store or the engine.
//
// Three verbs: ask (an answer comes to `done` at the caller's home, never inside the call), tell (the
// same, with the expected version: Conflict when somebody was faster), hear (ids and versions only).
// Every call may come from any home; `Caller` is described in base/threads/caller.h.
//
//   desk.h       the facade;  values.h what it gives and takes
//   knowledge/   articles: use cases, the files that come with the program, what turns search
//   turns.h      the only place where conversations change;  sessions.h;  hub.h
//   smart/       whether AI may help, and its help
//   help/        AI's help for the agent: a reply, a wording, a translation, a summary
//   people/      who works here, what each may do, and how they prove who they are
//   masking/     transcripts, masked exports, why something was masked
//   understanding/   the model that messages are understood by, and its training
//
//   desk.conversationPage(m_caller, {.view = View::Mine, .person = me},
//                         [this](base::Result<desk::ConversationPage> page) { … });
#pragma once

#include "base/clock.h"
#include "base/log/log.h"
#include "base/random.h"
#include "base/threads/caller.h"
#include "desk/help/help_values.h"
#include "desk/knowledge/article_values.h"
#include "desk/masking/masking_values.h"
#include "desk/people/people_values.h"
#include "desk/releases/releases_values.h"
#include "desk/smart/ai_config.h"
#include "desk/smart/ai_settings.h"
#include "desk/smart/smart_values.h"
#include "desk/values.h"

#include <functional>
#include <memory>

namespace engine {
struct RecordedTurn;
}
namespace store {
class Store;
}

namespace metrics {
class Registry;
}

namespace desk {

template <class T>
using Done = std::function<void(base::Result<T>)>;

class Desk
{
public:
    struct Options {
        std::chrono::hours idleAfter{24}; ///< then a silent conversation is closed as abandoned
        std::chrono::hours sessionLife{48};
        QByteArray flowJson;                   ///< the flow that new conversations begin with
        std::vector<QByteArray> catalogueJson; ///< resources/knowledge, as read
        std::vector<QByteArray> intentJson;    ///< resources/nlu/intents, as read; may be none
        QString modelFile; ///< where the model of those phrases is kept; empty: nowhere
        /// resources/nlu/problems and the catalogue; read on the learning thread, may be empty.
        std::function<std::vector<QByteArray>()> problemJson;
        QString problemModelFile; ///< as modelFile, of the phrases of problems
        SmartStart smart;
        AiConfig ai;                        ///< until configureAi() says otherwise
        std::vector<QByteArray> promptJson; ///< resources/prompts, as read; may be none
        QByteArray ledgerKey; ///< of releases, at least 32 bytes; empty: their chain is unkeyed
        /// Whether this program has what a check asks; empty: it has all. New releases get no others.
        release::Offers offersCheck;
        metrics::Registry* metrics = nullptr; ///< counts AI's calls; outlives the desk; null: none

        /// resources/knowledge/articles; read on the desk thread after the start, may be empty.
        std::function<std::vector<ShippedFile>()> shippedArticles;
    };

    /// Starts the desk thread, stores the flow as a version if it is new, closes what has been idle.
    /// Blocks until ready. Invalid: the flow does not pass the checker.
    [[nodiscard]] static base::Result<std::unique_ptr<Desk>>
    start(Options options, store::Store& store, const base::Clock& clock, base::Random& random,
          base::Log& log);
    ~Desk(); ///< finishes turns under way, ends the thread

    /// Tells connected customers that the chat closes now. Blocks until their streams have been told,
    /// a second at most; before the gateway stops.
    void sayGoodbye();

    // ---- Customers (the gateway) ----
    void greet(base::Caller& caller, const GreetRequest& request, Done<Greeting> done);
    void session(base::Caller& caller, const base::SessionId& session, Done<SessionInfo> done);
    /// NotFound: no such session (expired ones too). Busy: 8 inputs wait already. Refused: engine.
    void customerSays(base::Caller& caller, const base::SessionId& session,
                      const CustomerInput& input, Done<Answer> done);
    void resetConversation(base::Caller& caller, const base::SessionId& session, Done<Answer> done);
    void customerEvents(base::Caller& caller, const base::SessionId& session, StreamPosition from,
                        int limit, Done<CustomerEventPage> done);
    /// News of one session until the caller goes; while somebody hears, the customer is online.
    void hearCustomer(base::Caller& caller, const base::SessionId& session,
                      std::function<void(CustomerNews)> work);
    /// Masked. NotFound: no such session or conversation, or another customer's.
    void transcript(base::Caller& caller, const TranscriptQuery& query, Done<Transcript> done);
    void customerTyping(const base::SessionId& session);
    void customerHasSeen(const base::SessionId& session, base::CustomerSeq upTo);

    // ---- Agents: ask ----
    void conversationPage(base::Caller& caller, const ConversationQuery& query,
                          Done<ConversationPage> done);
    void viewCounts(base::Caller& caller, base::PersonId me, Done<ViewCounts> done);
    void conversation(base::Caller& caller, base::ConversationId id, Done<ConversationHead> done);
    void events(base::Caller& caller, EventQuery query, Done<EventPage> done);
    void search(base::Caller& caller, const SearchQuery& query, Done<SearchPage> done);
    /// Customers who have the chat open now.
    void connectedCustomers(base::Caller& caller, Done<std::vector<ConversationHead>> done);
    void drafts(base::Caller& caller, base::PersonId me, Done<std::vector<Draft>> done);
    void settings(base::Caller& caller, Done<QMap<QString, QString>> done);
    void giveBackStages(base::Caller& caller, base::ConversationId id,
                        Done<QList<engine::Option>> done);
    void status(base::Caller& caller, Done<Status> done);

    // ---- Agents: tell ----
    void takeOver(base::Caller& caller, base::ConversationId id, base::PersonId me,
                  base::Seq expectedControl, Done<ConversationHead> done);
    void reply(base::Caller& caller, base::ConversationId id, base::PersonId me, QString text,
               const QString& clientMessageId, Done<base::Seq> done);
    void note(base::Caller& caller, base::ConversationId id, base::PersonId me, QString text,
              const QString& clientMessageId, Done<base::Seq> done);
    void transfer(base::Caller& caller, base::ConversationId id, base::PersonId me,
                  base::PersonId to, const QString& summary, base::Seq expectedControl,
                  Done<ConversationHead> done);
    void giveBack(base::Caller& caller, base::ConversationId id, base::PersonId me, QString stage,
                  base::Seq expectedControl, Done<ConversationHead> done);
    void close(base::Caller& caller, base::ConversationId id, base::PersonId me,
               base::Seq expectedControl, Done<ConversationHead> done);
    void erase(base::Caller& caller, base::ConversationId id, base::PersonId me,
               Done<ConversationHead> done);
    void saveDraft(base::Caller& caller, base::PersonId me, const Draft& draft, Done<void> done);
    void saveSetting(base::Caller& caller, const QString& key, const QString& value,
                     Done<void> done);
    void setDuty(base::PersonId me, Duty duty);
    /// Shown to the customer only where `me` owns the conversation; so with what follows.
    void agentTyping(base::ConversationId id, base::PersonId me);
    void agentHas(base::ConversationId id, base::PersonId me, base::Seq upTo);
    void agentHasSeen(base::ConversationId id, base::PersonId me, base::Seq upTo);
    /// Which conversation this agent looks at now; none: no one's.
    void agentViews(base::PersonId me, base::ConversationId id);

    // ---- People ----
    /// Who is there; everybody(): those who are locked out, too.
    void people(base::Caller& caller, Done<std::vector<Person>> done);
    void everybody(base::Caller& caller, Done<std::vector<Person>> done);
    /// A badge for who one is. Refused: another passphrase, or locked out. RateLimited: too many wrong
    /// ones. NotFound: nobody by that id, or several are there and none was named.
    void signIn(base::Caller& caller, const SignIn& who, Done<Badge> done);
    void signOut(const Badge& badge);
    /// Somebody is at the keyboard: the lock waits.
    void stayAwake(const Badge& badge);
    /// Changes::people tells when it may be another answer. Refused: the badge is none.
    void whoAmI(base::Caller& caller, const Badge& badge, Done<WhoAmI> done);
    void unlock(base::Caller& caller, const Badge& badge, const QString& passphrase,
                Done<void> done);
    /// Adds or changes somebody. Invalid: a name or roles that cannot stand. Conflict: another one's
    /// name. Refused: not a lead (one's own name aside), or the last one would go.
    void changePerson(base::Caller& caller, const Badge& badge, const PersonChange& change,
                      Done<Person> done);
    /// One's own, or as a lead anybody's; other badges of that person end. Invalid: too short or long.
    void setPassphrase(base::Caller& caller, const Badge& badge, const PassphraseChange& change,
                       Done<Person> done);
    /// While passphrases are not in use: no id, somebody new adds themselves; else their new name.
    void savePerson(base::Caller& caller, base::PersonId id, const QString& name,
                    Done<Person> done);
    void peopleAudit(base::Caller& caller, const Badge& badge, const PeopleAuditQuery& query,
                     Done<std::vector<PeopleAuditEntry>> done);

    // ---- Smart mode ----
    void smartState(base::Caller& caller, Done<SmartState> done);
    /// For one conversation; on, it is as for all. Counts from the next turn.
    void setSmartFor(base::Caller& caller, base::ConversationId id, bool isOn, Done<void> done);
    /// Counts for every call from now on. The same servers as before keep what was learnt of them.
    void configureAi(AiConfig config);
    void aiHealth(base::Caller& caller, Done<AiHealth> done);
    /// One server's breakers by hand; Changes::ai tells when it is done.
    void steerAi(const QString& endpoint, AiSteer what);
    /// Calls a server as it was written, saved or not. `key` empty: the one that is configured for it.
    /// Takes up to a minute.
    void tryAi(base::Caller& caller, const AiServer& server, const QString& key,
               Done<AiTrial> done);
    /// Saves the share, 0 to 100, as the setting; answers what counts now. Invalid: another number.
    void setSmartShare(base::Caller& caller, int share, Done<SmartState> done);

    /// AI helps at all stages but these, from the next turn. Invalid: the bot answers at no stage of
    /// that id, which is the detail.
    void setSmartStagesOff(base::Caller& caller, const QStringList& stages, Done<SmartState> done);

    // ---- AI's help for the agent ----
    /// One answer, whatever AI does. `delta` hears the text as it comes (not a summary's), until the
    /// caller goes: a caller of its own for each help keeps them apart. Busy: a ticket used twice.
    void help(base::Caller& caller, const HelpRequest& request, std::function<void(QString)> delta,
              Done<HelpAnswer> done);
    /// HelpAnswer::sent as help() would send it now; nothing is sent.
    void previewHelp(base::Caller& caller, const HelpRequest& request, Done<HelpAnswer> done);
    void cancelHelp(const QString& ticket);
    /// Kept with who and when, until the conversation's texts are erased. One a ticket and person.
    void rateHelp(base::Caller& caller, const HelpRating& rating, Done<void> done);
    void helpRatings(base::Caller& caller, Done<std::vector<HelpRated>> done);

    // ---- Training from use ----
    /// Refused: not a customer's message, or its text is gone.
    void understood(base::Caller& caller, base::ConversationId id, base::Seq seq,
                    Done<Understood> done);
    /// Keeps the message as a phrase of that intent; a new model is learnt a minute later.
    void correct(base::Caller& caller, const Correction& correction, Done<void> done);
    void removePhrase(base::Caller& caller, qint64 id, Done<void> done);
    void training(base::Caller& caller, Done<Training> done);
    /// Busy: a training is under way.
    void retrain(base::Caller& caller, Done<Retrained> done);
    /// NotFound: the shipped model is in use, there is none before it.
    void previousModel(base::Caller& caller, Done<void> done);

    // ---- Knowledge base ----
    void articlePage(base::Caller& caller, const ArticleQuery& query, Done<ArticlePage> done);
    void article(base::Caller& caller, const QString& slug, Done<Article> done);
    /// Every tag and how many articles have it.
    void articleTags(base::Caller& caller, Done<QMap<QString, int>> done);
    void articleVersions(base::Caller& caller, const QString& slug,
                         Done<std::vector<ArticleVersion>> done);
    /// Conflict: somebody saved since. Invalid: a text, tag or code that cannot stand.
    void saveArticle(base::Caller& caller, base::PersonId me, const ArticleSave& save,
                     Done<Article> done);
    void publishArticle(base::Caller& caller, const QString& slug, bool isPublished,
                        Done<Article> done);
    /// Saves what stood there as this version; the article as it is becomes a version too.
    void restoreArticle(base::Caller& caller, base::PersonId me, const QString& slug, int version,
                        int expectedVersion, Done<Article> done);
    /// The current flow's problems and devices, in catalogue order.
    void catalogueTerms(base::Caller& caller, const QString& language, Done<CatalogueTerms> done);
    /// Published articles that a sentence is about or near to, best first.
    void suggestArticles(base::Caller& caller, const engine::ArticleSearch& search,
                         Done<QList<engine::FoundArticle>> done);
    /// In the first of these languages that it has; NotFound where it is not published.
    void publishedArticle(base::Caller& caller, const QString& slug, const QStringList& languages,
                          Done<PublishedArticle> done);
    /// Where customers reach the gateway, with a slash at the end; links to articles begin with it.
    void setWebAddress(const QString& address);

    // ---- Releases ----
    /// One that cannot be read is among them, with its fault.
    void releases(base::Caller& caller, Done<std::vector<ReleaseSummary>> done);
    /// Those that are looked after since then or later (release::lookedAfterFrom): cheap, for whoever looks after them at each change.
    void releasesOut(base::Caller& caller, base::WallTime since, Done<OutReleases> done);
    /// NotFound. Corrupt: a stored item is damaged, which is named.
    void release(base::Caller& caller, const Badge& badge, const QString& id,
                 Done<ReleaseView> done);
    /// Invalid: no title, a plan that does not fit together, too large.
    void createRelease(base::Caller& caller, const Badge& badge, const NewRelease& wanted,
                       Done<ReleaseView> done);
    /// The answer holds why the release's rules refuse; the error, why the shop's do: Refused (not
    /// allowed, a wrong passphrase, a secret as evidence), Conflict, Invalid, NotFound.
    void actOnRelease(base::Caller& caller, const Badge& badge, const ReleaseDeed& deed,
                      Done<DeedAnswer> done);
    /// What a check found that a schedule started: evidence without a person, masked as any.
    void recordFinding(base::Caller& caller, const QString& release, const release::ItemId& item,
                       const release::Evidence& evidence, Done<DeedAnswer> done);
    /// Texts, their salts and the evidence files that nothing else shows; the ledger stays whole and says
    /// who did it. The answer holds why not: NothingToErase, ReasonMissing. Refused. Offline: a file could
    /// not be removed; asked for again, it is tried again, and nothing more is said in the ledger.
    void eraseReleaseTexts(base::Caller& caller, const Badge& badge, const ReleaseErasure& erasure,
                           Done<EraseAnswer> done);
    void releaseHistory(base::Caller& caller, const QString& id,
                        Done<std::vector<LedgerLine>> done);
    /// Of what is stored now, the freeze windows with it. `known`: a head that was given away before.
    void verifyRelease(base::Caller& caller, const QString& id,
                       const std::optional<release::LedgerHead>& known, Done<LedgerReport> done);
    /// NotFound: it was not imported.
    void releaseSource(base::Caller& caller, const QString& id, Done<ReleaseSource> done);
    /// The bytes of a file that is shown. NotFound; Corrupt: it was changed.
    void releaseEvidence(base::Caller& caller, const QByteArray& hash, Done<QByteArray> done);
    /// All versions in a language ("es" or "en"), by id, the newest first.
    void releaseTemplates(base::Caller& caller, const QString& language,
                          Done<std::vector<ShelvedTemplate>> done);
    /// All of them or none, of one language. Each as a new version of its id, whose number is given here;
    /// or a new template. Invalid: no title, a plan that does not fit together. Refused: a secret in it.
    void saveReleaseTemplates(base::Caller& caller, const Badge& badge,
                              const std::vector<release::Template>& plans,
                              Done<std::vector<ShelvedTemplate>> done);
    void freezeWindows(base::Caller& caller, Done<std::vector<release::FreezeWindow>> done);
    /// Who set, changed and took away windows, oldest first; also of those that are gone.
    void freezeHistory(base::Caller& caller, Done<std::vector<LedgerLine>> done);
    /// A new one, or another one of that id.
    void setFreeze(base::Caller& caller, const Badge& badge, const release::FreezeWindow& window,
                   Done<void> done);
    void removeFreeze(base::Caller& caller, const Badge& badge, const QString& id, Done<void> done);

    // ---- Personal data ----
    /// What of a text would be masked where these people are known, and why; a newer ask replaces the
    /// older. Invalid: too long.
    void explainMasking(base::Caller& caller, const QString& text, const QStringList& names,
                        Done<MaskingExplained> done);

    // ---- Keeping ----
    void backup(base::Caller& caller, const QString& folder, Done<BackupInfo> done);
    void backups(base::Caller& caller, Done<std::vector<BackupInfo>> done);
    /// One imported conversation, closed; `turns` as in the export format.
    void importConversation(base::Caller& caller, const QByteArray& jsonLine,
                            Done<base::ConversationId> done);
    /// One line of the export format for each conversation of the page.
    void exportPage(base::Caller& caller, const QByteArray& after, Texts texts,
                    Done<std::pair<QList<QByteArray>, QByteArray>> done);
    /// The conversation's turns as replay takes them (engine/study/replay.h).
    void recordedTurns(base::Caller& caller, base::ConversationId id,
                       Done<std::vector<engine::RecordedTurn>> done);
    void loadDemo(base::Caller& caller, Done<int> done);
    void clearDemo(base::Caller& caller, Done<int> done);
    void verify(base::Caller& caller, base::ConversationId id, Done<void> done);

    // ---- Hear ----
    void hear(base::Caller& caller, std::function<void(Changes)> work);
    void hearAlerts(base::Caller& caller, std::function<void(Alert)> work);

private:
    struct Impl;
    explicit Desk(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace desk
