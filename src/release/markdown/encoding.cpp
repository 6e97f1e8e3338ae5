// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/markdown/encoding.h"

#include "release/markdown/line_index.h"

#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace release {

namespace {

/// Signs of the bytes 0x80–0xFF. What Windows-1252 leaves open is the control sign, as in Latin-1.
constexpr std::array<char16_t, 128> kMacRoman{
    0x00c4, 0x00c5, 0x00c7, 0x00c9, 0x00d1, 0x00d6, 0x00dc, 0x00e1, 0x00e0, 0x00e2, 0x00e4, 0x00e3,
    0x00e5, 0x00e7, 0x00e9, 0x00e8, 0x00ea, 0x00eb, 0x00ed, 0x00ec, 0x00ee, 0x00ef, 0x00f1, 0x00f3,
    0x00f2, 0x00f4, 0x00f6, 0x00f5, 0x00fa, 0x00f9, 0x00fb, 0x00fc, 0x2020, 0x00b0, 0x00a2, 0x00a3,
    0x00a7, 0x2022, 0x00b6, 0x00df, 0x00ae, 0x00a9, 0x2122, 0x00b4, 0x00a8, 0x2260, 0x00c6, 0x00d8,
    0x221e, 0x00b1, 0x2264, 0x2265, 0x00a5, 0x00b5, 0x2202, 0x2211, 0x220f, 0x03c0, 0x222b, 0x00aa,
    0x00ba, 0x03a9, 0x00e6, 0x00f8, 0x00bf, 0x00a1, 0x00ac, 0x221a, 0x0192, 0x2248, 0x2206, 0x00ab,
    0x00bb, 0x2026, 0x00a0, 0x00c0, 0x00c3, 0x00d5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201c, 0x201d,
    0x2018, 0x2019, 0x00f7, 0x25ca, 0x00ff, 0x0178, 0x2044, 0x20ac, 0x2039, 0x203a, 0xfb01, 0xfb02,
    0x2021, 0x00b7, 0x201a, 0x201e, 0x2030, 0x00c2, 0x00ca, 0x00c1, 0x00cb, 0x00c8, 0x00cd, 0x00ce,
    0x00cf, 0x00cc, 0x00d3, 0x00d4, 0xf8ff, 0x00d2, 0x00da, 0x00db, 0x00d9, 0x0131, 0x02c6, 0x02dc,
    0x00af, 0x02d8, 0x02d9, 0x02da, 0x00b8, 0x02dd, 0x02db, 0x02c7,
};

constexpr std::array<char16_t, 128> kWindows1252{
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178, 0x00a0, 0x00a1, 0x00a2, 0x00a3,
    0x00a4, 0x00a5, 0x00a6, 0x00a7, 0x00a8, 0x00a9, 0x00aa, 0x00ab, 0x00ac, 0x00ad, 0x00ae, 0x00af,
    0x00b0, 0x00b1, 0x00b2, 0x00b3, 0x00b4, 0x00b5, 0x00b6, 0x00b7, 0x00b8, 0x00b9, 0x00ba, 0x00bb,
    0x00bc, 0x00bd, 0x00be, 0x00bf, 0x00c0, 0x00c1, 0x00c2, 0x00c3, 0x00c4, 0x00c5, 0x00c6, 0x00c7,
    0x00c8, 0x00c9, 0x00ca, 0x00cb, 0x00cc, 0x00cd, 0x00ce, 0x00cf, 0x00d0, 0x00d1, 0x00d2, 0x00d3,
    0x00d4, 0x00d5, 0x00d6, 0x00d7, 0x00d8, 0x00d9, 0x00da, 0x00db, 0x00dc, 0x00dd, 0x00de, 0x00df,
    0x00e0, 0x00e1, 0x00e2, 0x00e3, 0x00e4, 0x00e5, 0x00e6, 0x00e7, 0x00e8, 0x00e9, 0x00ea, 0x00eb,
    0x00ec, 0x00ed, 0x00ee, 0x00ef, 0x00f0, 0x00f1, 0x00f2, 0x00f3, 0x00f4, 0x00f5, 0x00f6, 0x00f7,
    0x00f8, 0x00f9, 0x00fa, 0x00fb, 0x00fc, 0x00fd, 0x00fe, 0x00ff,
};

using SignTable = std::array<char16_t, 128>;

std::optional<char> byteOf(char16_t sign, const SignTable& table, bool takesControls)
{
    if (sign < 0x80 || (takesControls && sign < 0xa0))
        return static_cast<char>(sign);
    const auto found = std::ranges::find(table, sign);
    if (found == table.end())
        return std::nullopt;
    return static_cast<char>(0x80 + (found - table.begin()));
}

/// Where the first sequence that is not UTF-8 begins (RFC 3629: no surrogates, nothing above
/// U+10FFFF, the shortest form); -1 where there is none.
qsizetype notUtf8(QByteArrayView bytes)
{
    const auto follows = [&](qsizetype at, unsigned low, unsigned high) {
        if (at >= bytes.size())
            return false;
        const auto byte = static_cast<unsigned char>(bytes[at]);
        return byte >= low && byte <= high;
    };
    for (qsizetype i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const qsizetype more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
        if (more > 0 && (lead < 0xc2 || lead > 0xf4))
            return i;
        const unsigned low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        for (qsizetype k = 1; k <= more; ++k) {
            if (!follows(i + k, k == 1 ? low : 0x80, k == 1 ? high : 0xbf))
                return i;
        }
        i += more + 1;
    }
    return -1;
}

std::optional<QByteArray> undoneDamage(const QString& text, const SignTable& table,
                                       bool takesControls)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (const QChar sign : text) {
        const auto byte = byteOf(sign.unicode(), table, takesControls);
        if (!byte)
            return std::nullopt;
        bytes += *byte;
    }
    if (notUtf8(bytes) >= 0)
        return std::nullopt;
    return bytes;
}

QString wideByteOrderMark(const QByteArray& file)
{
    if (file.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)) ||
        file.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return QStringLiteral("UTF-32");
    if (file.startsWith("\xFF\xFE") || file.startsWith("\xFE\xFF"))
        return QStringLiteral("UTF-16");
    return {};
}

} // namespace

base::Result<ReadableText> readableText(const QByteArray& file)
{
    if (const QString wide = wideByteOrderMark(file); !wide.isEmpty())
        return base::fail(base::Code::Invalid, wide + QStringLiteral(", not UTF-8"));
    if (const qsizetype bad = notUtf8(file); bad >= 0)
        return base::fail(base::Code::Invalid,
                          QStringLiteral("line %1 is not UTF-8").arg(LineIndex(file).lineAt(bad)));
    const QString text = QString::fromUtf8(file); // without a byte-order mark
    if (std::ranges::all_of(text, [](QChar sign) { return sign.unicode() < 0x80; }))
        return ReadableText{file, TextDamage::None};
    if (auto bytes = undoneDamage(text, kMacRoman, false))
        return ReadableText{std::move(*bytes), TextDamage::ReadAsMacRoman};
    if (auto bytes = undoneDamage(text, kWindows1252, true))
        return ReadableText{std::move(*bytes), TextDamage::ReadAsLatin1};
    return ReadableText{file, TextDamage::None};
}

} // namespace release
