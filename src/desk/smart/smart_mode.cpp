// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/smart/smart_mode.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace desk {

namespace {

constexpr qint64 kMostOfSwitchFile = 64;

bool isOneOf(const QString& word, std::initializer_list<const char*> words)
{
    return std::ranges::any_of(words,
                               [&](const char* each) { return word == QLatin1String(each); });
}

/// Off while the file says so or is there and cannot be read.
bool fileSaysOff(const QString& path)
{
    if (path.isEmpty() || !QFileInfo::exists(path))
        return false;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return true;
    return file.read(kMostOfSwitchFile).trimmed().toLower() == "off";
}

} // namespace

std::optional<int> parseSmartShare(QStringView text)
{
    QString word = text.trimmed().toString().toLower();
    if (isOneOf(word, {"on", "yes", "true"}))
        return 100;
    if (isOneOf(word, {"off", "no", "false"}))
        return 0;
    if (word.endsWith(u'%'))
        word.chop(1);
    bool isNumber = false;
    const int share = word.trimmed().toInt(&isNumber);
    return isNumber && share >= 0 && share <= 100 ? std::optional(share) : std::nullopt;
}

int smartSlotOf(const QString& ulid)
{
    const QByteArray hash = QCryptographicHash::hash(ulid.toUtf8(), QCryptographicHash::Sha256);
    const auto byte = [&hash](int i) { return static_cast<unsigned char>(hash[i]); };
    return static_cast<int>(((byte(0) << 16) | (byte(1) << 8) | byte(2)) % 100);
}

QString smartShareText(int share)
{
    return share == 0     ? QStringLiteral("off")
           : share == 100 ? QStringLiteral("on")
                          : QString::number(share);
}

SmartState SmartMode::state() const
{
    SmartState state{.share = 100};
    const auto say = [&state](const QString& text, SmartOffBy by) {
        if (text.isEmpty())
            return;
        const int share = parseSmartShare(text).value_or(0);
        if (share < state.share)
            state.share = share;
        if (share == 0 && state.offBy == SmartOffBy::Nobody)
            state.offBy = by;
    };
    if (fileSaysOff(m_start.file))
        say(QStringLiteral("off"), SmartOffBy::File);
    say(m_settings.value(kSmartModeSetting), SmartOffBy::Setting);
    say(m_start.enabled, SmartOffBy::Start);
    say(m_start.mode, SmartOffBy::Start);
    return state;
}

QStringList SmartMode::stagesOff() const
{
    QStringList stages;
    for (const QString& stage : m_settings.value(kSmartStagesSetting).split(u','))
        stages += stage.trimmed();
    stages.removeAll(QString());
    return stages;
}

QString SmartMode::refusal(const QString& ulid, const QString& stage) const
{
    const SmartState now = state();
    switch (now.offBy) {
    case SmartOffBy::File: return QStringLiteral("smart mode off by file");
    case SmartOffBy::Setting: return QStringLiteral("smart mode off");
    case SmartOffBy::Start: return QStringLiteral("smart mode off at start");
    case SmartOffBy::Nobody: break;
    }
    if (m_settings.value(kSmartOneSetting + ulid) == u"off")
        return QStringLiteral("smart mode off in this conversation");
    if (stagesOff().contains(stage))
        return QStringLiteral("smart mode off at this stage");
    if (smartSlotOf(ulid) >= now.share)
        return QStringLiteral("not in the share of smart mode");
    return {};
}

} // namespace desk
