// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"

#include "base/random.h"

#include <span>
#include <utility>

namespace base {

namespace {

// An affine permutation of 0 … n-1 hides the order of arrival; the factor is prime and divides no
// power of 26 x 10,000, so it has an inverse for every length.
constexpr qint64 kFactor = 1'640'531;
constexpr qint64 kShift = 2'718'281;
constexpr int kDigits = 10'000;

constexpr qint64 codesOf(int letters)
{
    qint64 n = kDigits;
    for (int i = 0; i < letters; ++i)
        n *= 26;
    return n;
}

constexpr qint64 inverse(qint64 a, qint64 n)
{
    qint64 t = 0, newT = 1, r = n, newR = a % n;
    while (newR != 0) {
        const qint64 q = r / newR;
        t = std::exchange(newT, t - q * newT);
        r = std::exchange(newR, r - q * newR);
    }
    return t < 0 ? t + n : t;
}

__extension__ using Wide = unsigned __int128;

qint64 multiply(qint64 a, qint64 b, qint64 n)
{
    return static_cast<qint64>(static_cast<Wide>(a) * static_cast<Wide>(b) % static_cast<Wide>(n));
}

// The lowest 5 x `digits` bits of `bits` in Crockford's base 32.
QString base32(quint64 bits, int digits)
{
    static constexpr char kAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString text(digits, u'0');
    for (int i = digits - 1; i >= 0; --i, bits >>= 5)
        text[i] = QLatin1Char(kAlphabet[bits & 31U]);
    return text;
}

} // namespace

QString conversationCode(ConversationId id)
{
    Q_ASSERT(id.isValid());
    qint64 index = id.value - 1;
    int letters = 2;
    while (index >= codesOf(letters) && letters < 9)
        index -= codesOf(letters++);
    const qint64 n = codesOf(letters);
    qint64 mixed = (multiply(index % n, kFactor, n) + kShift) % n;
    const qint64 number = mixed % kDigits;
    mixed /= kDigits;
    QString code(letters, u'A');
    for (int i = letters - 1; i >= 0; --i, mixed /= 26)
        code[i] = QChar(static_cast<char16_t>(u'A' + mixed % 26));
    return code + QStringLiteral("-%1").arg(number, 4, 10, QLatin1Char('0'));
}

std::optional<ConversationId> conversationOfCode(QStringView code)
{
    const auto dash = code.indexOf(u'-');
    if (dash < 2 || dash > 9 || code.size() != dash + 5)
        return std::nullopt;
    qint64 mixed = 0;
    for (const QChar c : code.first(dash)) {
        const char16_t upper = c.toUpper().unicode();
        if (upper < u'A' || upper > u'Z')
            return std::nullopt;
        mixed = mixed * 26 + (upper - u'A');
    }
    for (const QChar c : code.last(4)) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        mixed = mixed * 10 + (c.unicode() - u'0');
    }
    const int letters = static_cast<int>(dash);
    const qint64 n = codesOf(letters);
    qint64 index = multiply((mixed + n - kShift % n) % n, inverse(kFactor, n), n);
    for (int shorter = 2; shorter < letters; ++shorter)
        index += codesOf(shorter);
    return ConversationId{index + 1};
}

QString makeUlid(WallTime now, Random& random)
{
    constexpr quint64 kFortyBits = 1ULL << 40;
    return base32(static_cast<quint64>(toMs(now)), 10) + base32(random.below(kFortyBits), 8) +
           base32(random.below(kFortyBits), 8);
}

QString randomHex(Random& random, int bytes)
{
    QByteArray raw(bytes, Qt::Uninitialized);
    random.fill(
        std::as_writable_bytes(std::span(raw.data(), static_cast<std::size_t>(raw.size()))));
    return QString::fromLatin1(raw.toHex());
}

bool isHexId(QStringView text) noexcept
{
    if (text.size() != 32)
        return false;
    for (const QChar c : text) {
        if (!((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f')))
            return false;
    }
    return true;
}

} // namespace base
