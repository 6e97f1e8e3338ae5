// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/passphrase.h"

#include <QList>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>

namespace people {

static_assert(HashCost().operations == crypto_pwhash_OPSLIMIT_INTERACTIVE);
static_assert(HashCost().memory == crypto_pwhash_MEMLIMIT_INTERACTIVE);

namespace {

/// The bytes that are hashed; wiped at the end.
class Told
{
public:
    explicit Told(const QString& passphrase)
        : m_bytes(passphrase.normalized(QString::NormalizationForm_C).toUtf8())
    {
    }
    ~Told() { sodium_memzero(m_bytes.data(), static_cast<std::size_t>(m_bytes.size())); }
    Q_DISABLE_COPY_MOVE(Told)

    [[nodiscard]] const char* data() const { return m_bytes.constData(); }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }

private:
    QByteArray m_bytes;
};

/// libsodium's call for a hash with its zero at the end, as it wants it.
std::optional<std::array<char, crypto_pwhash_STRBYTES>> hashField(const QByteArray& hash)
{
    std::array<char, crypto_pwhash_STRBYTES> field{};
    if (hash.isEmpty() || hash.size() >= std::ssize(field))
        return std::nullopt;
    std::copy(hash.begin(), hash.end(), field.begin());
    return field;
}

bool isReady()
{
    return sodium_init() >= 0; // harmless when repeated, from any thread
}

} // namespace

base::Result<void> checkPassphrase(const QString& passphrase)
{
    const auto invalid = [](const char* why) {
        return base::fail(base::Code::Invalid, QString::fromLatin1(why));
    };
    if (passphrase.isEmpty())
        return invalid("the passphrase is empty");
    if (passphrase.size() > kLongestPassphrase)
        return invalid("the passphrase is longer than 1024 bytes");
    const Told told(passphrase);
    if (told.size() > kLongestPassphrase)
        return invalid("the passphrase is longer than 1024 bytes");
    if (passphrase.toUcs4().size() < kShortestPassphrase)
        return invalid("the passphrase is shorter than 8 characters");
    return {};
}

base::Result<QByteArray> hashPassphrase(const QString& passphrase, const HashCost& cost)
{
    if (const auto checked = checkPassphrase(passphrase); !checked)
        return base::fail(checked.error());
    if (!isReady())
        return base::fail(base::Code::Internal, QStringLiteral("libsodium does not start"));
    const Told told(passphrase);
    std::array<char, crypto_pwhash_STRBYTES> field{};
    if (crypto_pwhash_str(field.data(), told.data(), static_cast<unsigned long long>(told.size()),
                          cost.operations, cost.memory) != 0)
        return base::fail(base::Code::Busy, QStringLiteral("no memory to hash a passphrase"));
    return QByteArray(field.data());
}

bool isPassphrase(const QByteArray& hash, const QString& passphrase)
{
    const auto field = hashField(hash);
    if (!field || !checkPassphrase(passphrase) || !isReady())
        return false;
    const Told told(passphrase);
    return crypto_pwhash_str_verify(field->data(), told.data(),
                                    static_cast<unsigned long long>(told.size())) == 0;
}

bool needsRehash(const QByteArray& hash, const HashCost& cost)
{
    const auto field = hashField(hash);
    return !field ||
           crypto_pwhash_str_needs_rehash(field->data(), cost.operations, cost.memory) != 0;
}

} // namespace people
