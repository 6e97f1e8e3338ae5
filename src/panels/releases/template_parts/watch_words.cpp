// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/template_parts/watch_words.h"

#include "panels/releases/words/release_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace panels {

namespace {

struct WatchWords {
    Q_DECLARE_TR_FUNCTIONS(Watches)
};

} // namespace

QString watchText(const release::Watch& watch)
{
    const bool isAbove = watch.side == release::Side::Above;
    const QString limit = QLocale().toString(watch.limit, 'g', QLocale::FloatingPointShortest);
    QString text = (watch.isOfBaseline
                        ? (isAbove ? WatchWords::tr("%1 above %2 times what it was before")
                                   : WatchWords::tr("%1 below %2 times what it was before"))
                        : (isAbove ? WatchWords::tr("%1 above %2") : WatchWords::tr("%1 below %2")))
                       .arg(watch.figure, limit);
    if (watch.andGrowing)
        text += QStringLiteral(" · ") + WatchWords::tr("only while it gets worse");
    if (watch.sustained.count() > 0)
        text += QStringLiteral(" · ") + WatchWords::tr("for %1").arg(durationText(watch.sustained));
    return text;
}

} // namespace panels
