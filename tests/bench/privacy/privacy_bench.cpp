// SPDX-License-Identifier: GPL-3.0-or-later
// Masking: a chat as people write it, texts made to be slow, and a line of the log.
#include "bench/bench.h"
#include "privacy/privacy.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace bench {

namespace {

constexpr qsizetype kBytes = 10'000; ///< of UTF-8

/// Milliseconds of one call, the fastest of some: what else runs only makes it slower.
template <class F>
double fastest(int times, F call)
{
    double best = 1e9;
    for (int i = 0; i < times; ++i) {
        const auto began = std::chrono::steady_clock::now();
        call();
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - began;
        best = std::min(best, took.count());
    }
    return best;
}

QString filled(const std::function<QString(int)>& line)
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < kBytes; ++i)
        bytes += line(i).toUtf8();
    return QString::fromUtf8(bytes.first(kBytes));
}

/// One line in ten holds personal data.
QString chat()
{
    static const QStringList lines{
        QStringLiteral("hola, buenas tardes, la notebook no prende desde ayer a la noche\n"),
        QStringLiteral("¿Probaste con otro cargador? A veces es eso nomás.\n"),
        QStringLiteral("sí, probé con el de mi hermano y no pasa nada, ni una lucecita\n"),
        QStringLiteral("mi celular es 11 4%1-5678 y mi mail es lucia.%1@example.com\n"),
        QStringLiteral("The screen shows error 0x80070057 after the update to 10.0.19045.\n"),
        QStringLiteral("el presupuesto era de $ 45.900 y el ticket es AB-1%1\n"),
        QStringLiteral("dale, te la llevo mañana entre las 10:30 y las 13, ¿puede ser?\n"),
        QStringLiteral("perfecto, preguntá por Sergio, la dirección está en la página\n"),
        QStringLiteral("ok gracias!! es una HP 15-dw1085la con 8 GB de ram y disco de 500\n"),
        QStringLiteral("la garantía dura 90 días desde el 26/11/2026, guardá el recibo\n"),
        QStringLiteral("buenísimo, nos vemos entonces, cualquier cosa te escribo por acá\n"),
        QStringLiteral("necesito factura, mi dni es 30.%1.456\n")};
    return filled([](int i) {
        const QString line = lines[i % lines.size()];
        return line.contains(u'%') ? line.arg(100 + i % 900) : line;
    });
}

struct Hostile {
    const char* name;
    QString (*line)(int);
};

constexpr std::array kHostile{
    Hostile{"digits alone", [](int i) { return QString::number(1'000'000'007LL * (i + 1)); }},
    Hostile{"pairs of digits", [](int i) { return QString::number(10 + i % 90) + u' '; }},
    Hostile{"phones, all different",
            [](int i) { return QStringLiteral("11 4%1-5678 ").arg(100 + i % 900); }},
    Hostile{
        "almost phones",
        [](int i) { return QStringLiteral("tel 0%1-15-%2 ").arg(900 + i % 90).arg(100000 + i); }},
    Hostile{"context words",
            [](int i) { return QStringLiteral("dni tel cuit cbu %1 ").arg(30'000'000 + i); }},
    Hostile{"at signs", [](int) { return QStringLiteral("a@"); }},
    Hostile{"spoken mails", [](int) { return QStringLiteral("a1 arroba b punto "); }},
    Hostile{"beginnings of keys", [](int) { return QStringLiteral("-----BEGIN eyJ sk-"); }},
    Hostile{"passwords", [](int) { return QStringLiteral("clave de la pass "); }},
    Hostile{"streets", [](int) { return QStringLiteral("calle de la av 1 "); }},
    Hostile{"beginnings of IBANs", [](int) { return QStringLiteral("ES91 "); }},
    Hostile{"letters and digits", [](int i) { return QStringLiteral("X%1").arg(1234567 + i); }},
    Hostile{"colons", [](int) { return QStringLiteral("a:b::1:"); }},
    Hostile{"addresses", [](int) { return QStringLiteral("http://a:b@c?token=12345&"); }},
    Hostile{"compatibility forms", [](int) { return QString(QChar(0xfdfa)); }},
    Hostile{"brackets", [](int) { return QStringLiteral("[EMAIL-1][DNI-"); }}};

} // namespace

void measurePrivacy(const Settings& settings, Report& to)
{
    to.section(QStringLiteral("Masking"));
    const int times = settings.count(100);
    const auto milliseconds = [&](const QString& what, const QString& text, double most) {
        std::vector<double> runs;
        for (int i = 0; i < settings.rounds; ++i)
            runs.push_back(fastest(times, [&] { std::ignore = privacy::mask(text); }));
        to.add({what, QStringLiteral("ms"), runs, atMost(most)});
    };
    milliseconds(QStringLiteral("10 kB of chat"), chat(), 2);
    for (const Hostile& hostile : kHostile)
        milliseconds(QStringLiteral("hostile 10 kB: %1").arg(QLatin1String(hostile.name)),
                     filled(hostile.line), 20);
    const auto nanoseconds = [&](const QString& what, const QString& text) {
        constexpr int kCalls = 1000;
        std::vector<double> runs;
        for (int i = 0; i < settings.rounds; ++i)
            runs.push_back(fastest(times,
                                   [&] {
                                       for (int k = 0; k < kCalls; ++k)
                                           std::ignore = privacy::mask(text);
                                   }) /
                           kCalls * 1e6);
        to.add({what, QStringLiteral("ns"), runs});
    };
    nanoseconds(QStringLiteral("a value of the log without digits"),
                QStringLiteral("the store took the turn and answered"));
    nanoseconds(QStringLiteral("a value of the log with a number"),
                QStringLiteral("conversation AB-1234 answered in 12 ms"));
}

} // namespace bench
