// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/passphrase.h"
#include "support/runner.h"

using base::Code;
using namespace people;

namespace {

/// As cheap as libsodium allows.
constexpr HashCost kCheap{.operations = 1, .memory = 8192};
const QString kPassphrase = QString::fromUtf16(u"gato sobre el piano");

} // namespace

class PassphraseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRightOneAndNoOtherIsTaken()
    {
        const auto hash = hashPassphrase(kPassphrase);
        QVERIFY(hash);
        QVERIFY(hash->startsWith("$argon2id$") && hash->size() < 128 && !hash->contains('\0'));
        QVERIFY(isPassphrase(*hash, kPassphrase));
        QVERIFY(!isPassphrase(*hash, kPassphrase + u' '));
        QVERIFY(!isPassphrase(*hash, kPassphrase.toUpper()));
        QVERIFY(!isPassphrase(*hash, {}));
    }

    void twoHashesOfOneDiffer()
    {
        QVERIFY(*hashPassphrase(kPassphrase, kCheap) != *hashPassphrase(kPassphrase, kCheap));
    }

    void whatCannotStandIsRefused()
    {
        const auto why = [](const QString& text) {
            const auto hash = hashPassphrase(text, kCheap);
            return hash || hash.error().code != Code::Invalid ? QString() : hash.error().detail;
        };
        QVERIFY(why({}).contains(QLatin1String("empty")));
        QVERIFY(why(QStringLiteral("1234567")).contains(QLatin1String("shorter than 8")));
        QVERIFY(
            why(QStringLiteral("a").repeated(1025)).contains(QLatin1String("longer than 1024")));
        QVERIFY(why(QString::fromUtf16(u"ñ").repeated(513)).contains(QLatin1String("longer")));
        QVERIFY(why(QStringLiteral("a").repeated(50'000'000)).contains(QLatin1String("longer")));
        QVERIFY(hashPassphrase(QStringLiteral("12345678"), kCheap));
        QVERIFY(hashPassphrase(QStringLiteral("a").repeated(1024), kCheap));
        QVERIFY(why(QString::fromUtf16(u"😀😀😀😀")).contains(QLatin1String("shorter"))); // 4, not 8
        QVERIFY(hashPassphrase(QString::fromUtf16(u"😀").repeated(8), kCheap));
    }

    void zeroBytesCount()
    {
        const QString one = QStringLiteral("12345678") + QChar(0) + u'a';
        const auto hash = hashPassphrase(one, kCheap);
        QVERIFY(isPassphrase(*hash, one));
        QVERIFY(!isPassphrase(*hash, QStringLiteral("12345678") + QChar(0) + u'b'));
    }

    void accentsMayBeTypedEitherWay()
    {
        const auto hash = hashPassphrase(QString::fromUtf16(u"canción de cuna"), kCheap);
        QVERIFY(isPassphrase(*hash, QString::fromUtf16(u"cancio\u0301n de cuna")));
    }

    void aHashOfAnotherCostIsMadeAgain()
    {
        const auto cheap = hashPassphrase(kPassphrase, kCheap);
        QVERIFY(needsRehash(*cheap));
        QVERIFY(!needsRehash(*cheap, kCheap));
        QVERIFY(isPassphrase(*cheap, kPassphrase)); // until then it counts
    }

    void whatIsNoHashFitsNothing()
    {
        for (const QByteArray& hash :
             {QByteArray(), QByteArray("x"), QByteArray("$argon2id$v=19$m=65536"),
              QByteArray(200, 'a'), QByteArray(127, '$')}) {
            QVERIFY(!isPassphrase(hash, kPassphrase));
            QVERIFY(needsRehash(hash));
        }
    }
};

RELEVO_TEST(PassphraseTest)
#include "passphrase_test.moc"
