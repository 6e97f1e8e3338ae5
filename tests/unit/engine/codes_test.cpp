// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/words/codes.h"
#include "support/runner.h"

class CodesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void codesAreFoundInTheirNormalForm_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* message, const char* code) {
            QTest::newRow(message) << QString::fromUtf8(message) << QString::fromUtf8(code);
        };
        row("me tira 0x80070057 al actualizar", "0x80070057");
        row("pantalla azul \"0xc000021a\"", "0xC000021A");
        row("error 651 cuando conecto", "651");
        row("código 43 en el administrador", "43");
        row("error código 10", "10");
        row("sale error nº 5", "5");
        row("DNS_PROBE_FINISHED_NXDOMAIN", "DNS_PROBE_FINISHED_NXDOMAIN");
        row("dns_probe_finished_nxdomain en chrome", "DNS_PROBE_FINISHED_NXDOMAIN");
        row("pantallazo MEMORY_MANAGEMENT", "MEMORY_MANAGEMENT");
        row("la impresora dice E05", "E05");
        row("impresora epson: e-05", "E05");
        row("canon error 5B00", "5B00");
        row("error code E3", "E3");
    }
    void codesAreFoundInTheirNormalForm()
    {
        QFETCH(QString, message);
        QFETCH(QString, code);
        QCOMPARE(engine::errorCodeIn(message).value_or(QString()), code);
    }

    void othersAreNoCodes_data()
    {
        QTest::addColumn<QString>("message");
        for (const auto* message :
             {"no prende la notebook", "mi número es 11 4444 5555", "windows 10",
              "tengo 2 problemas", "un i5 con 8gb de ram", "usb3", "foto_perro", "error",
              "me da error siempre", "compré el modelo A305 ayer", "0x", "es el lunes 12"})
            QTest::newRow(message) << QString::fromUtf8(message);
    }
    void othersAreNoCodes()
    {
        QFETCH(QString, message);
        QCOMPARE(engine::errorCodeIn(message).value_or(QString()), QString());
    }
};

RELEVO_TEST(CodesTest)
#include "codes_test.moc"
