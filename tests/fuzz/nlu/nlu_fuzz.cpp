// SPDX-License-Identifier: GPL-3.0-or-later
// The files that nlu reads. The first byte chooses: labelled phrases; a model's bytes as they are; a
// model's inside, packed and with the right checksum. Whatever the bytes: what is read holds text
// and label, and a model that is read can be asked, and written again as it was.
#include "nlu/nlu.h"

#include <QCryptographicHash>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

void readPhrases(const QByteArray& bytes)
{
    const auto examples = nlu::readLabelled(bytes);
    if (!examples)
        return;
    require(!examples->empty());
    for (const auto& example : *examples)
        require(!example.text.isEmpty() && !example.intent.isEmpty());
}

void readModel(const QByteArray& bytes)
{
    const auto model = nlu::Model::deserialise(bytes);
    if (!model)
        return;
    const auto understood = (*model)->classify(u"hola, no prende la notebook and also the wifi");
    require(understood.candidates.size() <= 5);
    require(nlu::Model::deserialise((*model)->serialise()).has_value());
}

QByteArray sealed(const QByteArray& inside)
{
    const QByteArray packed = qCompress(inside);
    const QByteArray sum = QCryptographicHash::hash(packed, QCryptographicHash::Sha256).left(16);
    return QByteArray("RLVNLU\x01\x00", 8) + sum + packed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data) + 1,
                           static_cast<qsizetype>(size) - 1);
    switch (data[0] % 3) {
    case 0: readPhrases(bytes); break;
    case 1: readModel(bytes); break;
    default: readModel(sealed(bytes)); break;
    }
    return 0;
}
