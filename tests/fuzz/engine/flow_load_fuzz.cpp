// SPDX-License-Identifier: GPL-3.0-or-later
// Foreign bytes as a flow, a bundle, a catalogue, a state, and as what a customer says. The first
// byte chooses. Nothing may crash, hang or grow without bound. A good corpus: resources/flows and
// tests/conversations, each with a byte before it.
#include "engine/engine.h"
#include "engine/flow.h"
#include "engine/recording.h"
#include "engine/study/conversation_test.h"

#include <QFile>

#include <cstddef>
#include <cstdint>

namespace {

QByteArray fileBytes(const char* path)
{
    QFile file(QString::fromUtf8(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const engine::Flow& shippedFlow()
{
    static const engine::Flow flow = [] {
        auto loaded = engine::Flow::load(
            fileBytes(RELEVO_SOURCE_DIR "/resources/flows/default.json"),
            {fileBytes(RELEVO_SOURCE_DIR "/tests/support/knowledge/catalogue.json"),
             fileBytes(RELEVO_SOURCE_DIR "/tests/support/knowledge/steps_slow.json")});
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().detail));
        return std::move(*loaded);
    }();
    return flow;
}

/// A few turns, whatever the flow is.
void converse(const engine::Flow& flow, engine::State state, const QString& text)
{
    const engine::Facts facts;
    for (const auto& input :
         {engine::Input{.kind = engine::Input::Kind::Begin},
          engine::Input{.kind = engine::Input::Kind::Message, .text = text},
          engine::Input{.kind = engine::Input::Kind::Option, .value = text.left(40)},
          engine::Input{.kind = engine::Input::Kind::Message, .text = QStringLiteral("sí")}}) {
        if (auto decision = engine::step(flow, state, input, facts))
            state = decision->next;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1),
                           static_cast<qsizetype>(size - 1));
    switch (data[0] % 6) {
    case 0:
        if (const auto flow = engine::Flow::load(bytes, {}))
            converse(*flow, {}, QString::fromUtf8(bytes.left(200)));
        break;
    case 1:
        if (const auto flow = engine::Flow::loadBundle(bytes))
            converse(*flow, {}, QStringLiteral("hola"));
        break;
    case 2: (void)engine::Catalogue::load({bytes}); break;
    case 3:
        if (auto state = engine::stateFromJson(bytes))
            converse(shippedFlow(), *state, QStringLiteral("volver"));
        (void)engine::inputFromJson(bytes);
        (void)engine::factsFromJson(bytes);
        (void)engine::payloadOptions(bytes);
        break;
    case 4: converse(shippedFlow(), {}, QString::fromUtf8(bytes)); break;
    default: (void)engine::runConversationTest(shippedFlow(), bytes); break;
    }
    return 0;
}
