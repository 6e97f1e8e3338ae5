// SPDX-License-Identifier: GPL-3.0-or-later
// translations_test ROOT LUPDATE: translations/relevo_es.ts and relevo_en.ts are complete, agree
// with their sources in placeholders, accelerators and closing signs, and hold every text that
// people read. First the rules are held to samples that must be refused.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <cstdio>

namespace {

struct Message {
    QString context;
    QString source;
    QString comment;
    QString type;      // "", "unfinished", "vanished", "obsolete"
    QStringList forms; // one, or one for each plural form
    bool plural = false;
    qint64 line = 0;

    QString key() const { return context + u'\n' + source + u'\n' + comment; }
};

struct Catalogue {
    QString language;
    QList<Message> messages;
    QString error;
};

// --- Reading.

// The text of an element; a <byte value="x"/> and the like is none of ours.
QString textOf(QXmlStreamReader& xml)
{
    return xml.readElementText(QXmlStreamReader::IncludeChildElements);
}

void readTranslation(QXmlStreamReader& xml, Message& message)
{
    message.type = xml.attributes().value(QLatin1String("type")).toString();
    if (!message.plural) {
        message.forms << textOf(xml);
        return;
    }
    while (xml.readNextStartElement())
        message.forms << textOf(xml);
}

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message;
    message.context = context;
    message.line = xml.lineNumber();
    message.plural = xml.attributes().value(QLatin1String("numerus")) == u"yes";
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source")
            message.source = textOf(xml);
        else if (xml.name() == u"comment")
            message.comment = textOf(xml);
        else if (xml.name() == u"translation")
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

void readContext(QXmlStreamReader& xml, Catalogue& catalogue)
{
    QString context;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"name")
            context = textOf(xml);
        else if (xml.name() == u"message")
            catalogue.messages << readMessage(xml, context);
        else
            xml.skipCurrentElement();
    }
}

Catalogue readCatalogue(QXmlStreamReader& xml)
{
    Catalogue catalogue;
    if (!xml.readNextStartElement() || xml.name() != u"TS")
        xml.raiseError(QStringLiteral("this is no file of translations"));
    catalogue.language = xml.attributes().value(QLatin1String("language")).toString();
    while (xml.readNextStartElement()) {
        if (xml.name() == u"context")
            readContext(xml, catalogue);
        else
            xml.skipCurrentElement();
    }
    if (xml.hasError())
        catalogue.error =
            QStringLiteral("line %1: %2").arg(xml.lineNumber()).arg(xml.errorString());
    return catalogue;
}

Catalogue readCatalogue(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return {.language = {}, .messages = {}, .error = file.errorString()};
    QXmlStreamReader xml(&file);
    return readCatalogue(xml);
}

// --- What a translation must keep of its source. Each answers with a sentence, or nothing.

QSet<QString> placeholders(const QString& text)
{
    static const QRegularExpression kPlaceholder(QStringLiteral("%(L?[0-9]{1,2}|L?n)"));
    QSet<QString> found;
    for (auto it = kPlaceholder.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    return found;
}

QString checkPlaceholders(const Message& message, const QString& form, bool isSingular)
{
    auto wanted = placeholders(message.source);
    auto found = placeholders(form);
    if (message.plural && isSingular) { // "Un chat" needs no number
        for (const auto& number : {QStringLiteral("%n"), QStringLiteral("%Ln")}) {
            if (!found.contains(number))
                wanted.remove(number);
        }
    }
    return wanted == found ? QString() : QStringLiteral("placeholders differ");
}

// How many letters a text marks as accelerators; "&&" is a written ampersand.
qsizetype accelerators(QString text)
{
    static const QRegularExpression kMark(QStringLiteral("&(?=[\\p{L}\\p{N}])"));
    static const QRegularExpression kEntity(QStringLiteral("&(#?\\w+);"));
    text.remove(QStringLiteral("&&")).remove(kEntity);
    return text.count(kMark);
}

QString checkAccelerators(const Message& message, const QString& form)
{
    const auto wanted = accelerators(message.source);
    return accelerators(form) == wanted ? QString() : QStringLiteral("accelerators differ");
}

// The closing sign of a text: "…" and "..." are one.
QString closing(const QString& text)
{
    const auto end = text.trimmed();
    if (end.endsWith(QStringLiteral("...")) || end.endsWith(u'…'))
        return QStringLiteral("…");
    static const QString kSigns = QStringLiteral(".:;!?,");
    return !end.isEmpty() && kSigns.contains(end.back()) ? QString(end.back()) : QString();
}

QString checkClosing(const Message& message, const QString& form)
{
    const auto edges = [](const QString& text) {
        return std::pair(text.front().isSpace(), text.back().isSpace());
    };
    if (closing(message.source) != closing(form))
        return QStringLiteral("closing signs differ");
    return edges(message.source) == edges(form) ? QString()
                                                : QStringLiteral("spaces at the edges differ");
}

// Spanish as the shop speaks it: voseo, and questions that are opened.
QString checkSpanish(const QString& form)
{
    static const QRegularExpression kWord(
        QStringLiteral("\\b(puedes|tienes|cu[eé]ntame|dime|quieres)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    if (const auto match = kWord.match(form); match.hasMatch())
        return QStringLiteral("\"%1\" is not how we speak").arg(match.captured());
    if (form.count(u'?') > 0 && !form.contains(u'¿'))
        return QStringLiteral("a question is not opened");
    if (form.count(u'!') > 0 && !form.contains(u'¡'))
        return QStringLiteral("an exclamation is not opened");
    return {};
}

QStringList checkForm(const Catalogue& catalogue, const Message& message, qsizetype index)
{
    const auto& form = message.forms[index];
    if (form.trimmed().isEmpty())
        return {QStringLiteral("empty")};
    QStringList wrong{checkPlaceholders(message, form, index == 0),
                      checkAccelerators(message, form), checkClosing(message, form)};
    if (catalogue.language.startsWith(QStringLiteral("es")))
        wrong << checkSpanish(form);
    wrong.removeAll(QString());
    return wrong;
}

QStringList checkMessage(const Catalogue& catalogue, const Message& message)
{
    constexpr qsizetype kPluralForms = 2; // one and many, in Spanish and in English
    if (!message.type.isEmpty())
        return {message.type};
    if (message.forms.isEmpty() || message.source.isEmpty())
        return {QStringLiteral("empty")};
    if (message.plural && message.forms.size() != kPluralForms)
        return {QStringLiteral("%1 plural forms").arg(message.forms.size())};
    QStringList wrong;
    for (qsizetype i = 0; i < message.forms.size(); ++i)
        wrong << checkForm(catalogue, message, i);
    return wrong;
}

QStringList checkCatalogue(const QString& name, const Catalogue& catalogue)
{
    if (!catalogue.error.isEmpty())
        return {name + QStringLiteral(": ") + catalogue.error};
    QStringList findings;
    for (const auto& message : catalogue.messages) {
        for (const auto& wrong : checkMessage(catalogue, message))
            findings << QStringLiteral("%1:%2: %3: \"%4\"")
                            .arg(name, QString::number(message.line), wrong, message.source);
    }
    return findings;
}

// --- Against the sources.

enum class Needs { Everything, Plurals };

QStringList compare(const QString& name, const Catalogue& catalogue, const Catalogue& sources,
                    Needs needs)
{
    QMap<QString, Message> known;
    QMap<QString, Message> used;
    for (const auto& message : catalogue.messages)
        known.insert(message.key(), message);
    QStringList findings;
    for (const auto& message : sources.messages) {
        used.insert(message.key(), message);
        if (!known.contains(message.key()) && (needs == Needs::Everything || message.plural))
            findings << QStringLiteral("%1: not translated: \"%2\" of %3")
                            .arg(name, message.source, message.context);
    }
    for (const auto& message : catalogue.messages) {
        if (!used.contains(message.key()))
            findings << QStringLiteral("%1:%2: no longer in the sources: \"%3\"")
                            .arg(name, QString::number(message.line), message.source);
    }
    return findings;
}

// Every text in src and ui that people read, as lupdate finds it.
Catalogue readSources(const QString& root, const QString& lupdate)
{
    QTemporaryDir scratch;
    const auto file = scratch.filePath(QStringLiteral("sources.ts"));
    QStringList folders;
    for (const auto* folder : {"src", "ui"}) {
        const auto path = QDir(root).filePath(QString::fromLatin1(folder));
        if (QDir(path).exists())
            folders << path;
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(lupdate,
                  folders +
                      QStringList{QStringLiteral("-I"), // else deep folders lose their namespace
                                  QDir(root).filePath(QStringLiteral("src")),
                                  QStringLiteral("-locations"), QStringLiteral("none"),
                                  QStringLiteral("-target-language"), QStringLiteral("es"),
                                  QStringLiteral("-ts"), file});
    constexpr int kPatienceMs = 60'000;
    if (!process.waitForFinished(kPatienceMs) || process.exitCode() != 0)
        return {.language = {},
                .messages = {},
                .error = QStringLiteral("lupdate failed: ") +
                         QString::fromUtf8(process.readAllStandardOutput())};
    return readCatalogue(file);
}

QStringList checkTree(const QString& root, const QString& lupdate)
{
    const auto sources = readSources(root, lupdate);
    if (!sources.error.isEmpty())
        return {sources.error};
    QStringList findings;
    // The sources are English: what English leaves out reads as written, but for plurals.
    for (const auto& [name, needs] : {std::pair(QStringLiteral("relevo_es.ts"), Needs::Everything),
                                      std::pair(QStringLiteral("relevo_en.ts"), Needs::Plurals)}) {
        const auto file = QStringLiteral("translations/") + name;
        const auto catalogue = readCatalogue(QDir(root).filePath(file));
        const auto language = name.mid(7, 2);
        if (!catalogue.messages.isEmpty() && !catalogue.language.startsWith(language))
            findings << file + QStringLiteral(": its language is not ") + language;
        findings << checkCatalogue(file, catalogue) << compare(file, catalogue, sources, needs);
    }
    return findings;
}

// --- The rules over samples.

Catalogue sample(const QString& messages)
{
    QXmlStreamReader xml(QStringLiteral("<?xml version=\"1.0\"?><!DOCTYPE TS><TS version=\"2.1\" "
                                        "language=\"es\"><context><name>A</name>%1</context></TS>")
                             .arg(messages));
    return readCatalogue(xml);
}

QString single(const char16_t* source, const char16_t* translation, const char* attributes = "")
{
    return QStringLiteral("<message><source>%1</source><translation %3>%2</translation></message>")
        .arg(QString::fromUtf16(source), QString::fromUtf16(translation),
             QString::fromLatin1(attributes));
}

QString plural(const QStringList& forms)
{
    return QStringLiteral("<message numerus=\"yes\"><source>%n chats.</source><translation>"
                          "<numerusform>%1</numerusform></translation></message>")
        .arg(forms.join(QStringLiteral("</numerusform><numerusform>")));
}

struct Sample {
    QString messages;
    QString refusal; // part of the only finding; empty: nothing may be found
};

QList<Sample> refusedSamples()
{
    return {
        {single(u"Save", u"Guardar", "type=\"unfinished\""), QStringLiteral("unfinished")},
        {single(u"Save", u"Guardar", "type=\"vanished\""), QStringLiteral("vanished")},
        {single(u"Save", u"Guardar", "type=\"obsolete\""), QStringLiteral("obsolete")},
        {single(u"Save", u" "), QStringLiteral("empty")},
        {QStringLiteral("<message><source>Save</source></message>"), QStringLiteral("empty")},
        {plural({QStringLiteral("%n chats.")}), QStringLiteral("1 plural forms")},
        {plural({QStringLiteral("Un chat."), QString()}), QStringLiteral("empty")},
        {plural({QStringLiteral("Un chat."), QStringLiteral("Chats.")}),
         QStringLiteral("placehol")},
        {single(u"%1 of %2", u"%1 de %1"), QStringLiteral("placeholders")},
        {single(u"%L1 ms", u"%1 ms"), QStringLiteral("placeholders")},
        {single(u"&amp;Save", u"Guardar"), QStringLiteral("accelerators")},
        {single(u"Save", u"&amp;Guardar"), QStringLiteral("accelerators")},
        {single(u"Name:", u"Nombre"), QStringLiteral("closing")},
        {single(u"Open…", u"Abrir"), QStringLiteral("closing")},
        {single(u"Name ", u"Nombre"), QStringLiteral("spaces")},
        {single(u"Tell me", u"Cuéntame"), QStringLiteral("how we speak")},
        {single(u"You can", u"Puedes"), QStringLiteral("how we speak")},
        {single(u"Sure?", u"Seguro?"), QStringLiteral("question")},
        {single(u"Done!", u"Listo!"), QStringLiteral("exclamation")},
        {QStringLiteral("<message><source>Save</message>"), QStringLiteral("line 1")},
    };
}

QList<Sample> goodSamples()
{
    return {
        {single(u"&amp;Save…", u"&amp;Guardar..."), {}},
        {single(u"Search &amp;&amp; find", u"Buscar y encontrar"), {}},
        {single(u"%1 of %2?", u"¿%1 de %2?"), {}},
        {single(u"Budgets", u"Presupuestos: dimensiones"), {}},
        {plural({QStringLiteral("Un chat."), QStringLiteral("%n chats.")}), {}},
    };
}

QStringList compareSamples()
{
    const auto save = sample(single(u"Save", u"Guardar"));
    const auto chats = sample(plural({QStringLiteral("Un chat."), QStringLiteral("%n chats.")}));
    QStringList wrong;
    if (!compare({}, save, save, Needs::Everything).isEmpty())
        wrong << QStringLiteral("equal catalogues differ");
    if (compare({}, {}, save, Needs::Everything).size() != 1)
        wrong << QStringLiteral("a missing text was not seen");
    if (!compare({}, {}, save, Needs::Plurals).isEmpty())
        wrong << QStringLiteral("English needs more than plurals");
    if (compare({}, {}, chats, Needs::Plurals).size() != 1)
        wrong << QStringLiteral("a missing plural was not seen");
    if (compare({}, save, {}, Needs::Plurals).size() != 1)
        wrong << QStringLiteral("a text that is no more was not seen");
    return wrong;
}

QStringList selfTest()
{
    auto wrong = compareSamples();
    for (const auto& [messages, refusal] : refusedSamples()) {
        const auto findings = checkCatalogue(QStringLiteral("sample"), sample(messages));
        if (findings.size() != 1 || !findings[0].contains(refusal))
            wrong << messages + findings.join(u'\n');
    }
    for (const auto& good : goodSamples()) {
        const auto findings = checkCatalogue(QStringLiteral("sample"), sample(good.messages));
        if (!findings.isEmpty())
            wrong << good.messages + findings.join(u'\n');
    }
    return wrong;
}

int print(const QStringList& lines, int exitCode)
{
    for (const auto& line : lines)
        std::printf("%s\n", qUtf8Printable(line));
    std::printf("translations: %d findings\n", static_cast<int>(lines.size()));
    return lines.isEmpty() ? 0 : exitCode;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (const auto wrong = selfTest(); !wrong.isEmpty() || arguments.size() != 3)
        return print(wrong + QStringList{QStringLiteral("usage: translations_test ROOT LUPDATE")},
                     2);
    return print(checkTree(arguments[1], arguments[2]), 1);
}
