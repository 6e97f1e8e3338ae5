// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/people/door.h"

#include "panels/error_texts.h"

#include <QApplication>
#include <QEvent>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace panels {

namespace {
constexpr int kTellEveryMs = 20'000;
} // namespace

Door::Door(desk::Desk& desk, std::shared_ptr<base::Home> home, QStackedWidget& pages,
           QObject* parent)
    : QObject(parent), m_desk(desk), m_caller(std::move(home)), m_pages(pages),
      m_page(new DoorPage(&pages))
{
    m_pages.addWidget(m_page);
    connect(m_page, &DoorPage::entering, this,
            [this](qint64 person, const QString& passphrase) { enter({person}, passphrase); });
    connect(m_page, &DoorPage::newHere, this, [this] {
        m_before = nullptr; // the welcome page says where to go on
        Q_EMIT welcomeWanted();
    });
    connect(m_page, &DoorPage::otherWanted, this, &Door::leave);
    m_desk.hear(m_caller, [this](const desk::Changes& changes) {
        if (changes.people)
            look();
    });
    qApp->installEventFilter(this);
}

void Door::knock(base::PersonId last, Data data)
{
    m_last = last;
    using List = std::vector<desk::Person>;
    m_desk.people(m_caller, [this, data](const base::Result<List>& people) {
        if ((!people || people->empty()) && data == Data::ReadOnly)
            Q_EMIT opened(0, {}); // looks on
        else if (!people || people->empty())
            Q_EMIT welcomeWanted();
        else if (std::ranges::any_of(*people, [this](const desk::Person& person) {
                     return person.id == m_last && !person.hasPassphrase;
                 }))
            enter(m_last, {});
        else
            shutFor(DoorPage::Why::Choose);
    });
}

void Door::enter(base::PersonId person, const QString& passphrase)
{
    m_last = person;
    if (m_locked.isValid()) {
        m_desk.unlock(m_caller, m_locked, passphrase, [this](const base::Result<void>& done) {
            if (done)
                open(std::exchange(m_locked, {}));
            else
                wasAnswered(done.error());
        });
        return;
    }
    m_desk.signIn(m_caller, {person, passphrase}, [this](const base::Result<desk::Badge>& badge) {
        if (badge)
            open(*badge);
        else
            wasAnswered(badge.error());
    });
}

void Door::wasAnswered(const base::Error& error)
{
    if (m_pages.currentWidget() != m_page)
        shutFor(DoorPage::Why::Choose);
    m_page->say(error.code == base::Code::Refused ? tr("That is not the passphrase.")
                : error.code == base::Code::RateLimited
                    ? tr("That was wrong too often. Wait a little, then try again.")
                    : errorText(error));
}

void Door::open(const desk::Badge& badge)
{
    m_badge = badge;
    m_desk.whoAmI(m_caller, badge, [this](const base::Result<desk::WhoAmI>& who) {
        if (!who || !who->person.isValid()) {
            m_badge = {};
            shutFor(DoorPage::Why::Choose);
            return;
        }
        m_last = who->person;
        if (m_before)
            m_pages.setCurrentWidget(std::exchange(m_before, nullptr));
        Q_EMIT opened(who->person.value, who->name);
    });
}

void Door::leave()
{
    for (desk::Badge* badge : {&m_badge, &m_locked}) {
        if (badge->isValid())
            m_desk.signOut(std::exchange(*badge, {}));
    }
    shutFor(DoorPage::Why::Choose);
}

// The people changed: is it still somebody who may be here?
void Door::look()
{
    if (!m_badge.isValid())
        return;
    m_desk.whoAmI(m_caller, m_badge,
                  [this, badge = m_badge](const base::Result<desk::WhoAmI>& who) {
                      if (badge != m_badge || (who && !who->isLocked))
                          return;
                      if (!who && who.error().code != base::Code::Refused)
                          return;
                      m_locked = who ? m_badge : desk::Badge();
                      m_badge = {};
                      shutFor(who ? DoorPage::Why::Locked : DoorPage::Why::Choose);
                  });
}

void Door::shutFor(DoorPage::Why why)
{
    if (m_pages.currentWidget() != m_page)
        m_before = m_pages.currentWidget();
    m_page->show(why, {}, {}); // nothing of before, until the names are there
    using List = std::vector<desk::Person>;
    m_desk.people(m_caller, [this, why](const base::Result<List>& people) {
        List shown = people.value_or(List());
        if (why == DoorPage::Why::Locked)
            std::erase_if(shown, [this](const desk::Person& p) { return p.id != m_last; });
        m_page->show(why, std::move(shown), m_last);
        m_page->setFocus();
    });
    m_pages.setCurrentWidget(m_page);
    Q_EMIT shut();
}

bool Door::eventFilter(QObject* watched, QEvent* event)
{
    const bool isLife = event->type() == QEvent::KeyPress ||
                        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel;
    if (isLife && m_badge.isValid() && (!m_told.isValid() || m_told.elapsed() > kTellEveryMs)) {
        m_told.start();
        m_desk.stayAwake(m_badge);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace panels
