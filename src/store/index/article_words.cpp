// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/index/article_words.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace store {

namespace {

constexpr qsizetype kMostAskedCharacters = 1000;
constexpr qsizetype kMostAskedWords = 24;

// Folded. What a repair shop's customers write around their question, and words that stand in every
// article.
const QSet<QString>& stopWords()
{
    static const QSet<QString> kWords = [] {
        QSet<QString> words;
        const QString all = QStringLiteral("a al algo alguien algun alguna algunas algunos ahora "
                                           "ahi aca alla alli ante anda antes asi aun "
                                           "aunque ayuda ayudame ayudar ayer bien bueno buenas "
                                           "buenos cada casi cierto como con contra cosa cosas "
                                           "cual cuales cualquier cuando cuanto cuanta cuantos de "
                                           "dale debe debo decime deci decir del desde dia "
                                           "dias donde dos el ella ellas ellos en entonces entre "
                                           "era eran eres es esa esas ese esos eso esta "
                                           "estaba estan estar estas este esto estos estoy fue fui "
                                           "gracias gente ha haber habia hace hacen hacer "
                                           "haces hacerle hacerlo hago hasta hay haya he hola hoy "
                                           "igual ir la las le les lo los luego mas me mi "
                                           "mia mias mio mios mis misma mismo momento mucha muchas "
                                           "mucho muchos muy nada necesito necesitaria "
                                           "ni ningun ninguna no nos nosotros nuestra nuestro o os "
                                           "otra otras otro otros para parece pero poco "
                                           "poder podes podria podrian podrias poner por porfa "
                                           "porfavor porque puede pueden puedo pues que queria "
                                           "quien quiere quieren quiero quisiera q k xq pq se sea "
                                           "segun ser si sido siempre sin sino sobre solo "
                                           "son soy su sus tal tambien tan tanto tarde tardes te "
                                           "tenes tengo tener tenia tiene tienen toda todas "
                                           "todavia todo todos tu tus un una unas uno unos usted "
                                           "ustedes va vamos van vas ver vez vos voy y ya "
                                           "yo noche noches favor saber sabes sale salir queda "
                                           "quedo dice decia problema problemas tema temas "
                                           "about after again all also am an and any are as at be "
                                           "because been before being but by can cannot "
                                           "cant could did do does doesnt doing dont for from get "
                                           "gets getting got had has have hello help hey "
                                           "hi him his how i if im in into is isnt it its ive just "
                                           "know let like me more most much my need "
                                           "never not now of off on one only or other our out over "
                                           "please problem problems really same she "
                                           "should so some someone something still such than "
                                           "thanks that the their them then there these they "
                                           "thing things this those though to too under until up "
                                           "us very want was we well went were what when "
                                           "where which while who why will with without wont would "
                                           "yes yet you your good morning afternoon "
                                           "evening keeps llamo llama nombre name called");
        for (const QString& word : all.split(u' '))
            words.insert(word);
        return words;
    }();
    return kWords;
}

QStringList wordsOf(const QString& folded)
{
    QStringList words;
    QString word;
    const auto take = [&] {
        if (!word.isEmpty())
            words += std::exchange(word, {});
    };
    for (const QChar c : folded) {
        if (c.isLetterOrNumber())
            word += c;
        else
            take();
    }
    take();
    return words;
}

bool hasBeginning(const QStringList& words, const QString& stem)
{
    return std::ranges::any_of(words, [&](const QString& word) { return word.startsWith(stem); });
}

} // namespace

QString foldedText(const QString& text)
{
    const QString parts = text.normalized(QString::NormalizationForm_D);
    QString folded;
    folded.reserve(parts.size());
    for (const QChar c : parts) {
        if (c.category() != QChar::Mark_NonSpacing)
            folded += c.toLower();
    }
    return folded;
}

QStringList askedWords(const QString& text, ArticleSearchQuery::Words words)
{
    QStringList all = wordsOf(foldedText(text.left(kMostAskedCharacters)));
    all.removeDuplicates();
    QStringList asked;
    for (const QString& word : all) {
        if (!stopWords().contains(word) && (word.size() > 1 || word[0].isDigit()))
            asked += word;
    }
    // Who types "como" into a search box looks for it.
    if (asked.isEmpty() && words == ArticleSearchQuery::Words::Typed)
        asked = all;
    return asked.mid(0, kMostAskedWords);
}

QString stemOf(const QString& word)
{
    static const std::array<QString, 38> kEndings{
        "amientos", "amiento", "imiento", "aciones", "ciones", "ando",  "iendo", "cion",
        "ados",     "adas",    "idos",    "idas",    "aron",   "ieron", "amos",  "emos",
        "ing",      "ado",     "ada",     "ido",     "ida",    "ar",    "er",    "ir",
        "an",       "en",      "as",      "os",      "es",     "ed",    "ly",    "a",
        "e",        "o",       "s",       "i",       "y",      "n"};
    const qsizetype least = word.size() <= 5 ? 3 : 4;
    for (const QString& ending : kEndings) {
        if (word.endsWith(ending) && word.size() - ending.size() >= least)
            return word.left(word.size() - ending.size());
    }
    return word;
}

QString articleExpression(const QStringList& asked, ArticleSearchQuery::Words words)
{
    QStringList terms;
    for (const QString& word : asked) {
        if (words == ArticleSearchQuery::Words::Typed) {
            terms += u'"' + word + "\" *";
            continue;
        }
        terms += u'"' + word + u'"';
        if (const QString stem = stemOf(word); stem.size() >= 3)
            terms += u'"' + stem + "\" *";
    }
    return terms.join(words == ArticleSearchQuery::Words::Typed ? " AND " : " OR ");
}

double shareOf(const QStringList& asked, const QString& titleAndTags, const QString& body)
{
    constexpr double kInBody = 1.0 / 3;
    constexpr qsizetype kShortStem = 3;
    if (asked.isEmpty())
        return 0;
    const QStringList first = wordsOf(foldedText(titleAndTags));
    const QStringList second = wordsOf(foldedText(body));
    double found = 0;
    for (const QString& word : asked) {
        const QString stem = stemOf(word);
        if (hasBeginning(first, stem))
            found += 1;
        else if (stem.size() > kShortStem ? hasBeginning(second, stem) : second.contains(word))
            found += kInBody; // "auto" is not in "automática"
    }
    return found / static_cast<double>(asked.size());
}

} // namespace store
