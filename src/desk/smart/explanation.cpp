// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/smart/explanation.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace desk {

namespace {

constexpr qsizetype kShortest = 15;
constexpr qsizetype kLongest = 900;
constexpr qsizetype kMostLines = 12;
constexpr int kFewestTellingWords = 2;

/// Lower case without accents, so that one spelling stands for all.
QString folded(const QString& text)
{
    QString plain;
    const QString parts = text.normalized(QString::NormalizationForm_KD);
    for (const QChar c : parts) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c.toLower();
    }
    return plain;
}

QRegularExpression pattern(const char* words)
{
    return QRegularExpression(QString::fromUtf8(words),
                              QRegularExpression::UseUnicodePropertiesOption);
}

/// What may be spoken of only where the step does; folded.
struct Danger {
    const char* name;
    QRegularExpression words;
};

const std::array<Danger, 4>& dangers()
{
    static const std::array<Danger, 4> all{
        Danger{"firmware", pattern("\\b(bios|uefi|cmos|firmware|flash(e|a|ear|ing)?)\\b")},
        Danger{"command",
               pattern("\\b(cmd|powershell|terminal|consola|regedit|registro|registry|diskpart|"
                       "sudo|chkdsk|sfc|dism|msconfig|simbolo del sistema|linea de comandos?|"
                       "comandos?|commands?|command (prompt|line)|administrador|administrator)\\b|"
                       "\\b(rm|del|rd)\\s+[-/]|win(dows)?\\s*\\+\\s*[rx]\\b")},
        Danger{
            "destroy",
            pattern("\\b(format\\w*|reinstal\\w*|desinstal\\w*|uninstall\\w*|borr\\w+|elimin\\w+|"
                    "delet\\w+|eras\\w+|wip(e|es|ing)|partici\\w+|partition\\w*|"
                    "(de|valores de) fabrica|factory)\\b")},
        Danger{"opening",
               pattern(
                   "\\b(destornillador\\w*|tornillo\\w*|screw\\w*|desarm\\w+|desmont\\w+|"
                   "disassembl\\w+|placa madre|motherboard|sold(a|e)\\w*|solder\\w*|carcasa|"
                   "gabinete|casing)\\b|"
                   "\\b(abr(i|a|ir|is|e|es)|abrilo|abrila|destap\\w+|sac(a|ale|ar|ate)) "
                   "(el|la|tu|su|le la) (equipo|notebook|computadora|compu|pc|celular|telefono|"
                   "tapa|fuente|disco|memoria|monitor|impresora|bateria)\\b|"
                   "\\b(open|remove|take off) (up )?(the|your) (\\w+ )?(case|computer|laptop|pc|"
                   "device|phone|power supply|cover|back|panel|drive|memory|monitor|battery)\\b")}};
    return all;
}

bool hasMarkup(const QString& text)
{
    static const QRegularExpression markup(
        QStringLiteral("```|`|<|>|\\*\\*|\\]\\(|^\\s*#|\\|.*\\|"),
        QRegularExpression::MultilineOption);
    return markup.match(text).hasMatch();
}

bool hasHiddenSigns(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c != u'\n' &&
               (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
                c.category() == QChar::Other_PrivateUse);
    });
}

/// Addresses, files to run, and phone numbers.
QStringList addressesIn(const QString& text)
{
    static const QRegularExpression address = pattern(
        "[a-z]+://\\S*|www\\.\\S+|\\S*@\\S+|"
        "\\b[\\w-]+(\\.[\\w-]+)*\\.(com|net|org|ar|io|info|dev|app|co|me|xyz|site|online|store|ru|"
        "cn|es|mx|cl|uy|gov|edu|tk|exe|msi|bat|ps1|apk|zip|dmg|sh)\\b\\S*|\\b(\\d[\\s().-]*){7,}|"
        "\\b\\d{1,3}(\\.\\d{1,3}){3}\\b");
    QStringList found;
    for (auto it = address.globalMatch(text); it.hasNext();)
        found.append(it.next().captured().trimmed());
    return found;
}

/// One that the step does not name itself.
bool namesAddress(const QString& text, const QString& step)
{
    return !std::ranges::all_of(addressesIn(text),
                                [&](const QString& each) { return step.contains(each); });
}

QString withoutStop(QString address)
{
    while (!address.isEmpty() && QStringView(u".,;:!?)").contains(address.back()))
        address.chop(1);
    return address;
}

/// Folded; sorted, so that their order does not matter. "One" is no number: it is an article too.
QStringList numbersIn(const QString& text)
{
    static const QRegularExpression number = pattern(
        "(us\\$|u\\$s|[$€])?\\s?\\d+([.,:/]\\d+)*\\s?(%|pesos|dolares|dollars|usd|ars|euros?)?|"
        "\\b(dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|treinta|cien|mil|two|three|"
        "four|"
        "five|six|seven|eight|nine|ten|twenty|thirty|hundred|thousand)\\b");
    QStringList found;
    for (auto it = number.globalMatch(text); it.hasNext();)
        found.append(it.next().captured().remove(u' ').remove(u'\n'));
    found.sort();
    return found;
}

QStringList quotationsIn(const QString& text)
{
    static const QRegularExpression quotation = pattern("«[^»]+»|“[^”]+”|\"[^\"]+\"");
    QStringList found;
    for (auto it = quotation.globalMatch(text); it.hasNext();) {
        const QString quoted = it.next().captured();
        found.append(quoted.mid(1, quoted.size() - 2));
    }
    return found;
}

bool keeps(const QString& text, const QString& said, const QStringList& literals)
{
    const auto isKept = [&text](const QString& literal) { return text.contains(literal); };
    const auto quotations = quotationsIn(said);
    return std::ranges::all_of(quotations, isKept) &&
           std::ranges::all_of(literals, [&](const QString& literal) {
               return !said.contains(literal) || isKept(literal);
           });
}

bool keepsAddresses(const QString& text, const QString& said)
{
    const auto addresses = addressesIn(said);
    return std::ranges::all_of(
        addresses, [&text](const QString& address) { return text.contains(withoutStop(address)); });
}

int countOf(const QStringList& words, const QStringList& telling)
{
    return static_cast<int>(
        std::ranges::count_if(words, [&](const QString& word) { return telling.contains(word); }));
}

bool isInLanguage(const QString& text, const QString& language)
{
    static const QRegularExpression notLetters = pattern("[^\\p{L}]+");
    static const QStringList spanish =
        QStringLiteral("el la los las un una que en de del y con por para si se al lo tu su no")
            .split(u' ');
    static const QStringList english =
        QStringLiteral("the a an of to and in is it you your on that with for if this not")
            .split(u' ');
    static const QStringList tu =
        QStringLiteral("puedes tienes cuentame dime quieres haz eres").split(u' ');
    static const QStringList vos =
        QStringLiteral("podes tenes contame decime queres sos").split(u' ');
    const QStringList words = text.split(notLetters, Qt::SkipEmptyParts);
    const bool isEnglish = language == u"en";
    const int own = countOf(words, isEnglish ? english : spanish);
    const int other = countOf(words, isEnglish ? spanish : english);
    if (own < kFewestTellingWords || own <= other)
        return false;
    return isEnglish || countOf(words, language == u"es-AR" ? tu : vos) == 0;
}

} // namespace

const char* flawOfExplanation(const QString& text, const ExplainedStep& step)
{
    if (text.size() < kShortest)
        return "short";
    if (text.size() > kLongest || text.count(u'\n') > kMostLines)
        return "long";
    if (hasHiddenSigns(text) || hasMarkup(text))
        return "markup";
    const QString said = folded(text);
    const QString own = folded(step.text);
    if (namesAddress(said, own))
        return "address";
    for (const auto& danger : dangers()) {
        if (danger.words.match(said).hasMatch() && !danger.words.match(own).hasMatch())
            return danger.name;
    }
    return isInLanguage(said, step.language) ? nullptr : "language";
}

const char* flawOfWording(const QString& text, const ExplainedStep& said,
                          const QStringList& literals)
{
    constexpr qsizetype kMoreSigns = 120, kParagraphBreaks = 3;
    if (const char* flaw = flawOfExplanation(text, said))
        return flaw;
    const QString gap = QStringLiteral("\n\n");
    if (text.size() > said.text.size() * 3 / 2 + kMoreSigns ||
        text.count(gap) > std::max(said.text.count(gap), kParagraphBreaks))
        return "long";
    const QString worded = folded(text);
    const QString own = folded(said.text);
    if (numbersIn(worded) != numbersIn(own))
        return "numbers";
    if (!keepsAddresses(worded, own))
        return "lost_address";
    if (!keeps(text, said.text, literals))
        return "lost_fact";
    return said.text.contains(u'?') && !text.contains(u'?') ? "lost_question" : nullptr;
}

} // namespace desk
