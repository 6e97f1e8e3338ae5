// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/open_release.h"

#include "panels/error_texts.h"
#include "panels/releases/words/refusal_words.h"

#include <QSettings>

#include <algorithm>
#include <utility>

namespace panels {

namespace {

const QString kConfirmed = QStringLiteral("releases/confirmedCommands");

QString keyOf(const QString& release, const QString& name)
{
    return QStringLiteral("releaseValues/%1/%2").arg(release, name);
}

bool isSame(const desk::ReleaseView& a, const desk::ReleaseView& b)
{
    return a.release && b.release && a.release->id == b.release->id && a.ledger == b.ledger &&
           a.ledgerWord == b.ledgerWord && a.gate == b.gate && a.freezes == b.freezes &&
           a.me == b.me && a.mayRunCommands == b.mayRunCommands;
}

} // namespace

OpenRelease::OpenRelease(desk::Desk& desk, std::shared_ptr<base::Home> home,
                         const base::Clock& clock, QSettings& local, QObject* parent)
    : QObject(parent), m_desk(desk), m_caller(std::move(home)), m_clock(clock), m_local(local)
{
    m_desk.hear(m_caller, [this](const desk::Changes& changes) {
        if (changes.people)
            readPeople();
        if ((changes.releases || changes.people) && !m_id.isEmpty())
            read();
    });
    readPeople();
}

void OpenRelease::setMe(base::PersonId me, const desk::Badge& badge)
{
    const bool isAnother = std::exchange(m_me, me) != me;
    m_badge = badge;
    if (isAnother)
        Q_EMIT anotherSits();
    if (!m_id.isEmpty())
        read();
}

void OpenRelease::open(const QString& id)
{
    m_id = id;
    read();
}

void OpenRelease::close()
{
    m_id.clear();
    m_view = {};
    Q_EMIT closed();
}

void OpenRelease::lookAgain()
{
    if (isOpen())
        read();
}

void OpenRelease::read()
{
    m_desk.release(m_caller, m_badge, m_id,
                   [this, id = m_id](const base::Result<desk::ReleaseView>& view) {
                       if (id != m_id)
                           return;
                       if (!view)
                           Q_EMIT said(errorWords(view.error()), false);
                       else if (!isSame(*view, m_view))
                           take(*view);
                   });
}

void OpenRelease::readPeople()
{
    using List = std::vector<desk::Person>;
    m_desk.everybody(m_caller, [this](base::Result<List> people) {
        if (!people)
            return;
        m_people = *std::move(people);
        if (isOpen())
            Q_EMIT changed();
    });
}

void OpenRelease::take(const desk::ReleaseView& view)
{
    m_id = view.release->id;
    m_view = view;
    if (outline()) {
        m_states = release::statesAt(*outline(), *view.release, now());
    } else {
        m_states.clear();
        for (const release::Item& item : view.release->items)
            m_states.push_back(release::stateAt(item, now()));
    }
    Q_EMIT changed();
}

const release::Item* OpenRelease::itemOf(const release::ItemId& id) const
{
    if (outline()) {
        const int index = outline()->indexOf(id);
        return index < 0 ? nullptr : &release().items[static_cast<std::size_t>(index)];
    }
    const auto found = std::ranges::find(release().items, id,
                                         [](const release::Item& item) { return item.plan.id; });
    return found == release().items.end() ? nullptr : &*found;
}

QString OpenRelease::titleOf(const release::ItemId& id) const
{
    const release::Item* item = itemOf(id);
    return item ? item->plan.title : id.value;
}

QString OpenRelease::nameOf(base::PersonId person) const
{
    const auto found = std::ranges::find(m_people, person, &desk::Person::id);
    return found == m_people.end() ? QString() : found->name;
}

bool OpenRelease::hasPassphrase() const
{
    const auto found = std::ranges::find(m_people, m_me, &desk::Person::id);
    return found != m_people.end() && found->hasPassphrase;
}

QString OpenRelease::parameter(const QString& name) const
{
    return isOpen() ? release().parameters.value(name) : QString();
}

QString OpenRelease::remembered(const QString& release, const QString& name) const
{
    return m_local.value(keyOf(release, name)).toString();
}

void OpenRelease::remember(const QString& release, const QString& name, const QString& value)
{
    m_local.setValue(keyOf(release, name), value);
}

void OpenRelease::keepParameter(const QString& name, const QString& value, Done done)
{
    if (isOpen() && value != parameter(name))
        act(release::SetParameter{name, value}, std::move(done));
    else if (done)
        done({});
}

QSet<QByteArray> OpenRelease::confirmed() const
{
    QSet<QByteArray> keys;
    for (const QString& key : m_local.value(kConfirmed).toStringList())
        keys.insert(QByteArray::fromHex(key.toLatin1()));
    return keys;
}

void OpenRelease::confirm(const QByteArray& command)
{
    QStringList keys = m_local.value(kConfirmed).toStringList();
    const QString key = QString::fromLatin1(command.toHex());
    if (command.isEmpty() || keys.contains(key))
        return;
    m_local.setValue(kConfirmed, keys << key);
}

void OpenRelease::act(release::Deed deed, Done done)
{
    act(desk::ReleaseDeed{.release = {}, .deed = std::move(deed), .passphrase = {}, .file = {}},
        std::move(done));
}

void OpenRelease::act(desk::ReleaseDeed deed, Done done)
{
    if (m_id.isEmpty())
        return;
    deed.release = m_id;
    m_desk.actOnRelease(
        m_caller, m_badge, deed,
        [this, id = m_id, done = std::move(done)](const base::Result<desk::DeedAnswer>& answer) {
            wasDone(answer, id, done);
        });
}

void OpenRelease::wasDone(const base::Result<desk::DeedAnswer>& answer, const QString& id,
                          const Done& done)
{
    if (id != m_id || !isOpen())
        return;
    QString whyNot;
    if (!answer)
        whyNot = errorWords(answer.error());
    else if (!*answer)
        whyNot = refusalText(answer->error(), release());
    else
        take(**answer);
    if (whyNot.isEmpty())
        Q_EMIT said({}, true); // what was told before is over
    if (done)
        done(whyNot);
    else if (!whyNot.isEmpty())
        Q_EMIT said(whyNot, false);
}

QString OpenRelease::errorWords(const base::Error& error)
{
    switch (error.code) {
    case base::Code::Refused:
        return error.detail.contains(QLatin1String("no parameter"))
                   ? tr("There is a password or key in that value. It is used now, and not kept.")
               : error.detail.contains(QLatin1String("no part of a plan"))
                   ? tr("There is a secret in it. Write a name in braces, {log_token} for "
                        "instance.")
               : error.detail.contains(QLatin1String("secret"))
                   ? tr("There is a secret in it. Show that it is there without its value.")
               : error.detail.contains(QLatin1String("passphrase"))
                   ? tr("That is not the passphrase.")
                   : tr("Your roles do not allow that: a lead gives roles in Settings → People.");
    case base::Code::Conflict:
        return tr(
            "Somebody else changed this release just now. Open that again, then try once more.");
    default: return errorText(error);
    }
}

QString OpenRelease::whyNotErased(const base::Result<desk::EraseAnswer>& answer) const
{
    if (!answer)
        return errorWords(answer.error());
    return isOpen() ? refusalText(answer->error(), release())
                    : errorWords({base::Code::NotFound, {}});
}

} // namespace panels
