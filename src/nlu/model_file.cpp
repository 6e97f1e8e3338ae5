// SPDX-License-Identifier: GPL-3.0-or-later
// A model's bytes. "RLVNLU" and the format's number (u16); the first 16 bytes of the SHA-256 of what
// follows; qCompress of: the version, the intents, the calibration (3 f64), unknown rarity (f32),
// feature count (u32), keys (u32 each), rarities and scales (f32 each), biases (f32 an intent),
// weights (a byte a feature and intent), evidence of the language (bytes behind their count), phrases
// trained on and held back (i32), figures (3 f64), the lengths of runs where they are not 2 to 5
// (2 u8). Numbers are little endian; texts are UTF-8 behind
// their length (u32).
#include "nlu/model.h"

#include <QCryptographicHash>

#include <bit>
#include <cmath>
#include <cstring>

namespace nlu {

namespace {

static_assert(std::endian::native == std::endian::little);

constexpr QByteArrayView kMagic("RLVNLU\x01\x00", 8);
constexpr qsizetype kChecksum = 16;
constexpr qsizetype kHead = kMagic.size() + kChecksum;
constexpr std::uint32_t kMostIntents = 10'000, kMostFeatures = 4'000'000;
constexpr qsizetype kMostBytes = qsizetype{1} << 30;

QByteArray checksumOf(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result().left(kChecksum);
}

class Writer
{
public:
    template <class T>
    void number(T value)
    {
        m_out.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(const QString& text)
    {
        const QByteArray utf8 = text.toUtf8();
        number(static_cast<std::uint32_t>(utf8.size()));
        m_out += utf8;
    }
    template <class T>
    void list(const std::vector<T>& values)
    {
        const std::size_t size = values.size() * sizeof(T);
        m_out.append(reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(size));
    }
    [[nodiscard]] const QByteArray& bytes() const noexcept { return m_out; }

private:
    QByteArray m_out;
};

/// What is not there is read as nothing, and remembered.
class Reader
{
public:
    explicit Reader(const QByteArray& bytes) : m_bytes(bytes) {}

    template <class T>
    [[nodiscard]] T number()
    {
        T value{};
        if (const char* at = take(sizeof value))
            std::memcpy(&value, at, sizeof value);
        return value;
    }
    [[nodiscard]] QString text()
    {
        const auto size = number<std::uint32_t>();
        const char* at = take(size);
        return at ? QString::fromUtf8(at, static_cast<qsizetype>(size)) : QString();
    }
    template <class T>
    [[nodiscard]] std::vector<T> list(std::size_t count)
    {
        const char* at = take(count * sizeof(T));
        std::vector<T> values(at ? count : 0);
        if (at && count > 0)
            std::memcpy(values.data(), at, count * sizeof(T));
        return values;
    }
    [[nodiscard]] bool isWhole() const noexcept { return m_isWhole && m_at == m_bytes.size(); }
    [[nodiscard]] bool hasFailed() const noexcept { return !m_isWhole; }

private:
    const char* take(std::size_t size)
    {
        if (!m_isWhole || size > static_cast<std::size_t>(m_bytes.size() - m_at)) {
            m_isWhole = false;
            return nullptr;
        }
        const char* at = m_bytes.constData() + m_at;
        m_at += static_cast<qsizetype>(size);
        return at;
    }

    const QByteArray& m_bytes;
    qsizetype m_at = 0;
    bool m_isWhole = true;
};

bool areFinite(const std::vector<float>& values)
{
    return std::ranges::all_of(values, [](float value) { return std::isfinite(value); });
}

bool areIncreasing(const std::vector<std::uint32_t>& keys)
{
    return std::ranges::adjacent_find(keys, std::greater_equal<>()) == keys.end();
}

tl::unexpected<base::Error> corrupt(const char* what)
{
    return base::fail(base::Code::Corrupt, QStringLiteral("model: ") + QString::fromUtf8(what));
}

base::Result<QByteArray> payloadOf(const QByteArray& bytes)
{
    if (bytes.size() < kHead + 4 || !bytes.startsWith(kMagic))
        return corrupt("not a model of this format");
    const QByteArrayView packed = QByteArrayView(bytes).sliced(kHead);
    if (checksumOf(packed) != bytes.mid(kMagic.size(), kChecksum))
        return corrupt("the checksum does not fit");
    // qUncompress believes the size in front; zlib packs at most 1,032 to one.
    qsizetype size = 0;
    for (int i = 0; i < 4; ++i)
        size = size * 256 + static_cast<unsigned char>(packed[i]);
    if (size > kMostBytes || size > packed.size() * 1032)
        return corrupt("the size cannot be");
    QByteArray payload = qUncompress(reinterpret_cast<const uchar*>(packed.data()), packed.size());
    if (payload.size() != size)
        return corrupt("cannot be unpacked");
    return payload;
}

} // namespace

QByteArray Model::serialise() const
{
    Writer out;
    const Parts& parts = m_parts;
    out.text(parts.version);
    out.number(static_cast<std::uint32_t>(parts.intents.size()));
    for (const QString& intent : parts.intents)
        out.text(intent);
    out.number(parts.calibration.sharpness);
    out.number(parts.calibration.noneScore);
    out.number(parts.calibration.threshold);
    out.number(parts.dictionary.unknownRarity());
    out.number(static_cast<std::uint32_t>(parts.dictionary.size()));
    out.list(parts.dictionary.keys());
    out.list(parts.dictionary.rarities());
    out.list(parts.weights.scales());
    out.list(parts.weights.biases());
    out.list(parts.weights.bytes());
    out.number(static_cast<std::uint32_t>(parts.language.evidence().size()));
    out.list(parts.language.evidence());
    out.number(static_cast<std::int32_t>(parts.phrases));
    out.number(static_cast<std::int32_t>(parts.figures.phrases));
    out.number(parts.figures.accuracy);
    out.number(parts.figures.inScopeAccuracy);
    out.number(parts.figures.outOfScopeRecall);
    if (parts.runs != Runs()) {
        out.number(parts.runs.shortest);
        out.number(parts.runs.longest);
    }
    const QByteArray packed = qCompress(out.bytes(), 6);
    return kMagic.toByteArray() + checksumOf(packed) + packed;
}

base::Result<std::shared_ptr<const Model>> Model::deserialise(const QByteArray& bytes)
{
    const auto payload = payloadOf(bytes);
    if (!payload)
        return base::fail(payload.error());
    Reader in(*payload);
    Parts parts;
    parts.version = in.text();
    const auto intents = in.number<std::uint32_t>();
    if (intents < 2 || intents > kMostIntents)
        return corrupt("too few or too many intents");
    for (std::uint32_t i = 0; i < intents && !in.hasFailed(); ++i)
        parts.intents += in.text();
    parts.calibration.sharpness = in.number<double>();
    parts.calibration.noneScore = in.number<double>();
    parts.calibration.threshold = in.number<double>();
    const auto unknownRarity = in.number<float>();
    const std::size_t features = in.number<std::uint32_t>();
    if (features > kMostFeatures)
        return corrupt("too many features");
    const auto keys = in.list<std::uint32_t>(features);
    const auto rarities = in.list<float>(features);
    auto scales = in.list<float>(features);
    auto biases = in.list<float>(intents);
    auto weights = in.list<std::int8_t>(features * intents);
    const std::size_t evidence = in.number<std::uint32_t>();
    if (evidence != 0 && evidence != LanguageGuess::kBuckets)
        return corrupt("not an evidence of the language");
    parts.language = LanguageGuess(in.list<std::int8_t>(evidence));
    parts.phrases = in.number<std::int32_t>();
    parts.figures.phrases = in.number<std::int32_t>();
    parts.figures.accuracy = in.number<double>();
    parts.figures.inScopeAccuracy = in.number<double>();
    parts.figures.outOfScopeRecall = in.number<double>();
    if (!in.isWhole())
        parts.runs = {.shortest = in.number<std::uint8_t>(), .longest = in.number<std::uint8_t>()};
    if (!in.isWhole() || !areIncreasing(keys) || parts.runs.shortest < 1)
        return corrupt("parts do not fit");
    if (!areFinite(rarities) || !areFinite(scales) || !areFinite(biases) ||
        !std::isfinite(unknownRarity) || !std::isfinite(parts.calibration.sharpness) ||
        !std::isfinite(parts.calibration.noneScore) || !std::isfinite(parts.calibration.threshold))
        return corrupt("a number is none");
    parts.dictionary = Dictionary(keys, rarities, unknownRarity);
    parts.weights = Weights(intents, std::move(weights), std::move(scales), std::move(biases));
    return std::make_shared<const Model>(std::move(parts));
}

} // namespace nlu
