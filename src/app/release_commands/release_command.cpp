// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release_commands/release_command.h"

#include "app/service.h"
#include "desk/releases/template_shelf.h"
#include "release/report/answers.h"
#include "release/report/report_texts.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace app {

namespace {

constexpr qsizetype kLargestDocument = qsizetype{64} * 1024 * 1024;
constexpr qsizetype kShownOfAWord = 60;

} // namespace

QString optionText(const CommandContext& context, const char* name)
{
    return context.given.options.value(QString::fromLatin1(name));
}

base::Result<base::WallTime> timeGiven(const QString& text, base::WallTime now)
{
    if (text.startsWith(u'+') && text.size() > 2) {
        bool isNumber = false;
        const int number = text.mid(1, text.size() - 2).toInt(&isNumber);
        const QChar unit = text.back();
        const int minutes = unit == u'm' ? 1 : unit == u'h' ? 60 : unit == u'd' ? 24 * 60 : 0;
        const release::minutes ahead{qint64{number} * minutes};
        if (isNumber && ahead.count() > 0 && release::isTime(ahead))
            return now + ahead;
    } else if (const auto time = QDateTime::fromString(text, Qt::ISODate); time.isValid()) {
        const bool saysZone = time.timeSpec() != Qt::LocalTime;
        const base::WallTime at = base::fromMs(
            (saysZone ? time : QDateTime(time.date(), time.time(), Qt::UTC)).toMSecsSinceEpoch());
        if (at <= now + release::kLongestTime && at >= now - release::kLongestTime)
            return at;
    }
    return base::fail(base::Code::Invalid, text.left(kShownOfAWord));
}

base::Result<release::Role> roleGiven(const CommandContext& context, const release::Actor& me,
                                      const release::Roles& possible)
{
    if (const QString said = optionText(context, "role"); !said.isEmpty())
        return nameGiven<release::Role>(context, said);
    const auto mine = std::ranges::find_if(possible, [&me](release::Role role) {
        return std::ranges::find(me.roles, role) != me.roles.end();
    });
    if (mine != possible.end())
        return *mine;
    return possible.empty() ? release::Role::Supervisor : possible.front();
}

base::Error unknownWord(const CommandContext& context, const QString& said,
                        const QStringList& known)
{
    return {base::Code::Invalid,
            context.translate("relevoctl", "\"%1\" is not known here, only: %2")
                .arg(said.left(kShownOfAWord), known.join(QStringLiteral(", ")))};
}

base::Result<QString> languageGiven(const CommandContext& context)
{
    const QStringList known{QStringLiteral("es"), QStringLiteral("en")};
    const QString said = optionText(context, "language");
    if (said.isEmpty())
        return context.given.language;
    return known.contains(said) ? base::Result<QString>(said)
                                : base::fail(unknownWord(context, said, known));
}

base::Result<std::vector<desk::ShelvedTemplate>> templatesIn(CommandContext& context,
                                                             const QString& language)
{
    return context.ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& caller, auto done) {
        context.service().desk().releaseTemplates(caller, language, std::move(done));
    });
}

base::Result<release::Template> templateNamed(const std::vector<desk::ShelvedTemplate>& all,
                                              const QString& name)
{
    const qsizetype at = name.lastIndexOf(u'@');
    const QString id = name.left(at < 0 ? name.size() : at);
    bool isNumber = at < 0;
    const int version = at < 0 ? 0 : name.mid(at + 1).toInt(&isNumber);
    const auto found = std::ranges::find_if(all, [&](const desk::ShelvedTemplate& each) {
        return isNumber && each.plan.id == id && (at < 0 || each.plan.version == version);
    });
    return found == all.end()
               ? base::Result<release::Template>(base::fail(base::Code::NotFound, name))
               : found->plan;
}

base::Result<QByteArray> wholeDocument(CommandContext& context, const QString& file)
{
    if (const auto opened = context.io.openInput(file); !opened)
        return base::fail(opened.error());
    QByteArray bytes;
    while (true) {
        const auto piece = context.io.read();
        if (!piece)
            return base::fail(piece.error());
        if (piece->isEmpty())
            return bytes;
        bytes += *piece;
        if (bytes.size() > kLargestDocument)
            return base::fail(base::Code::Invalid, file + QStringLiteral(": over 64 MB"));
    }
}

base::Result<release::ReportWords> releaseWords(const QString& language)
{
    return release::ReportWords::load(desk::releaseWords(), language);
}

base::Result<void> ReleaseCommand::begin()
{
    auto words = releaseWords(m_context.given.language);
    if (!words)
        return base::fail(words.error());
    m_words = *std::move(words);
    return acting.begin();
}

base::Result<std::vector<desk::ReleaseSummary>> ReleaseCommand::list()
{
    return m_context.ask<std::vector<desk::ReleaseSummary>>([&](base::Caller& caller, auto done) {
        m_context.service().desk().releases(caller, std::move(done));
    });
}

base::Result<desk::ReleaseView> ReleaseCommand::find(const QString& which)
{
    const auto all = list();
    if (!all)
        return base::fail(all.error());
    QStringList found, names;
    for (const desk::ReleaseSummary& each : *all) {
        if (each.id == which || each.title == which ||
            (which.size() >= 4 && each.id.startsWith(which, Qt::CaseInsensitive)))
            found += each.id;
        if (!found.isEmpty() && found.back() == each.id)
            names += QStringLiteral("%1 = %2").arg(each.id, each.title);
    }
    if (found.isEmpty())
        return base::fail(base::Code::NotFound, which.left(kShownOfAWord));
    if (found.size() > 1)
        return base::fail(base::Code::Invalid,
                          m_context.translate("relevoctl", "several releases fit \"%1\": %2")
                              .arg(which.left(kShownOfAWord), names.join(QStringLiteral("; "))));
    return m_context.ask<desk::ReleaseView>([&](base::Caller& caller, auto done) {
        m_context.service().desk().release(caller, acting.badge(), found.front(), std::move(done));
    });
}

Exit ReleaseCommand::act(desk::ReleaseView& view, const release::Deed& deed, const QByteArray& file)
{
    auto answer = m_context.ask<desk::DeedAnswer>([&](base::Caller& caller, auto done) {
        m_context.service().desk().actOnRelease(
            caller, acting.badge(),
            {.release = view.release->id, .deed = deed, .passphrase = acting.typed(), .file = file},
            std::move(done));
    });
    if (!answer)
        return acting.fail(answer.error());
    if (!*answer)
        return refuse(answer->error(), *view.release);
    view = **std::move(answer);
    return Exit::Done;
}

Exit ReleaseCommand::refuse(const release::Refusal& refusal, const release::Release& release)
{
    m_context.complain(release::refusalText(refusal, release, *m_words) + u'.');
    return Exit::No;
}

release::ReportFacts ReleaseCommand::facts(const desk::ReleaseView& view) const
{
    release::ReportFacts facts{.now = m_context.service().clock().wall(),
                               .freezes = view.freezes,
                               .ledger = view.ledger,
                               .ledgerWord = view.ledgerWord};
    for (const desk::Person& person : acting.everybody())
        facts.names.insert(person.id, person.name);
    return facts;
}

Exit ReleaseCommand::end(Exit exit)
{
    acting.end();
    return exit;
}

Exit ReleaseCommand::fail(const base::Error& error)
{
    return end(acting.fail(error));
}

} // namespace app
