// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/training/correction_menu.h"

#include "panels/error_texts.h"
#include "panels/training/intent_texts.h"

#include <QLocale>

#include <cmath>

namespace panels {

namespace {

constexpr qsizetype kShownCandidates = 3;

} // namespace

CorrectionMenu::CorrectionMenu(desk::Desk& desk, std::shared_ptr<base::Home> home, Say say,
                               QWidget* parent)
    : QMenu(parent), m_desk(desk), m_caller(std::move(home)), m_say(std::move(say))
{
    setObjectName(QStringLiteral("correctionMenu"));
}

void CorrectionMenu::showFor(base::ConversationId conversation, base::Seq seq, base::PersonId me)
{
    m_correction = {.conversation = conversation, .seq = seq, .intent = {}, .person = me};
    setTitle(tr("Correct what was understood…"));
    clear();
    addAction(tr("Loading…"))->setEnabled(false);
    m_desk.understood(m_caller, conversation, seq,
                      [this](const base::Result<desk::Understood>& understood) {
                          if (understood)
                              fill(*understood);
                          else
                              fillRefusal(understood.error());
                      });
}

void CorrectionMenu::fillRefusal(const base::Error& error)
{
    clear();
    addAction(errorText(error))->setEnabled(false);
}

void CorrectionMenu::fill(const desk::Understood& understood)
{
    clear();
    if (understood.candidates.isEmpty())
        addAction(tr("Nothing was understood here"))->setEnabled(false);
    for (const auto& candidate :
         understood.candidates.first(std::min(kShownCandidates, understood.candidates.size())))
        addAction(tr("Understood: %1 (%2 %)")
                      .arg(intentText(candidate.intent))
                      .arg(static_cast<int>(std::lround(candidate.score * 100))))
            ->setEnabled(false);
    addSeparator();
    for (const QString& intent : understood.intents) {
        QAction* action = addAction(intentText(intent));
        action->setData(intent);
        action->setCheckable(true);
        action->setChecked(intent == understood.corrected);
        connect(action, &QAction::triggered, this, [this, intent] { correct(intent); });
    }
}

void CorrectionMenu::correct(const QString& intent)
{
    m_correction.intent = intent;
    m_desk.correct(m_caller, m_correction, [this, intent](const base::Result<void>& saved) {
        m_say(saved ? tr("Kept as: %1. It will be learnt in a moment.").arg(intentText(intent))
                    : errorText(saved.error()));
    });
}

} // namespace panels
