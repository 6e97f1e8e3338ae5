// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of the default flow and of the catalogue: complete, in their own voice, short enough.
#include "support/runner.h"
#include "unit/engine/talk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using engine_test::bytesOf;

namespace {

struct FoundText {
    QString place;
    QJsonObject languages;
};

/// Every {"es-AR":…} object below a value.
void collectTexts(const QJsonValue& value, const QString& place, QList<FoundText>& out)
{
    if (value.isArray()) {
        const auto array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            collectTexts(array[i], place + u'/' + QString::number(i), out);
        return;
    }
    const auto object = value.toObject();
    if (object.value(u"es-AR").isString() || object.value(u"en").isString()) {
        out.append({place, object});
        return;
    }
    for (auto it = object.begin(); it != object.end(); ++it)
        collectTexts(it.value(), place + u'/' + it.key(), out);
}

QList<FoundText> allTexts()
{
    QList<FoundText> texts;
    collectTexts(
        QJsonDocument::fromJson(bytesOf(QStringLiteral("resources/flows/default.json"))).object(),
        QStringLiteral("flow"), texts);
    for (const auto& file : engine_test::shippedKnowledge())
        collectTexts(QJsonDocument::fromJson(file).object(), QStringLiteral("knowledge"), texts);
    return texts;
}

int emojiCount(const QString& text)
{
    int count = 0;
    for (const QChar c : text)
        count += c.isHighSurrogate() ? 1 : 0;
    return count;
}

} // namespace

class TextsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyLanguageIsThere()
    {
        const auto texts = allTexts();
        QVERIFY(texts.size() > 100);
        for (const auto& text : texts) {
            QVERIFY2(!text.languages.value(u"es-AR").toString().trimmed().isEmpty(),
                     qPrintable(text.place));
            QVERIFY2(!text.languages.value(u"en").toString().trimmed().isEmpty(),
                     qPrintable(text.place));
        }
    }

    void argentineTextsSpeakAsPeopleDoThere()
    {
        static const QRegularExpression forbidden(
            QStringLiteral("\\b(puedes|tienes|cuéntame|dime|quieres)\\b"),
            QRegularExpression::CaseInsensitiveOption |
                QRegularExpression::UseUnicodePropertiesOption);
        for (const auto& text : allTexts()) {
            const auto match = forbidden.match(text.languages.value(u"es-AR").toString());
            QVERIFY2(!match.hasMatch(),
                     qPrintable(text.place + QStringLiteral(": ") + match.captured()));
        }
    }

    void neutralTextsHaveNoVoseo()
    {
        static const QRegularExpression voseo(
            QStringLiteral("\\b(podés|tenés|querés|contame|fijate|sos|decime|probá|hacé|tocá|"
                           "escribí|elegí|mirá)\\b"),
            QRegularExpression::CaseInsensitiveOption |
                QRegularExpression::UseUnicodePropertiesOption);
        const auto& flow = engine_test::defaultFlow();
        for (qsizetype i = 0; i < flow.textKeys().size(); ++i) {
            const auto match =
                voseo.match(flow.text(static_cast<int>(i)).in(engine::Language::Es).source());
            QVERIFY2(!match.hasMatch(),
                     qPrintable(flow.textKeys()[i] + QStringLiteral(": ") + match.captured()));
        }
    }

    void messagesAreShort()
    {
        const auto texts =
            QJsonDocument::fromJson(bytesOf(QStringLiteral("resources/flows/default.json")))
                .object()
                .value(u"texts")
                .toObject();
        for (auto it = texts.begin(); it != texts.end(); ++it) {
            const auto languages = it->toObject();
            for (const auto& language : languages) {
                const auto paragraphs =
                    language.toString().split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
                QVERIFY2(paragraphs.size() <= 4, qPrintable(it.key()));
                QVERIFY2(emojiCount(language.toString()) <= 1, qPrintable(it.key()));
            }
        }
    }

    void thePrivacyTextNamesOnlyWhatRuns()
    {
        const auto text =
            QJsonDocument::fromJson(bytesOf(QStringLiteral("resources/flows/default.json")))
                .object()
                .value(u"texts")
                .toObject()
                .value(u"consent.ask")
                .toObject();
        QCOMPARE(text.value(u"es-AR").toString().count(u'•'), 5);
        QCOMPARE(text.value(u"en").toString().count(u'•'), 5);
        QVERIFY(text.value(u"es-AR").toString().contains(QStringLiteral("borrar mis datos")));
        QVERIFY(text.value(u"en").toString().contains(QStringLiteral("erase my data")));
    }

    void labelsAreShortEnoughForAButton()
    {
        const auto& flow = engine_test::defaultFlow();
        for (const auto& stage : flow.stages()) {
            for (const auto& option : stage.options) {
                for (const auto language :
                     {engine::Language::EsAr, engine::Language::Es, engine::Language::En})
                    QVERIFY2(option.label.plain(language).size() <= 32, qPrintable(option.value));
            }
        }
    }
};

RELEVO_TEST(TextsTest)
#include "texts_test.moc"
