// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/kinds/checks.h"
#include "support/runner.h"

#include <array>

namespace checks = privacy::checks;

namespace {

struct Published {
    const char* name;
    bool (*check)(std::string_view);
    std::string_view right;
};

/// Examples that the issuers, or documents about them, print.
constexpr std::array kPublished{
    Published{"Luhn: ISO/IEC 7812", checks::luhn, "79927398713"},
    Published{"Visa, test number", checks::luhn, "4111111111111111"},
    Published{"American Express, test number", checks::luhn, "378282246310005"},
    Published{"Mastercard 2-series, test number", checks::luhn, "2223003122003222"},
    Published{"IBAN, Spain", checks::iban, "ES9121000418450200051332"},
    Published{"IBAN, Germany", checks::iban, "DE89370400440532013000"},
    Published{"IBAN, United Kingdom", checks::iban, "GB29NWBK60161331926819"},
    Published{"IBAN, Malta", checks::iban, "MT84MALT011000012345MTLCAST001S"},
    Published{"IBAN, Brazil", checks::iban, "BR1800360305000010009795493C1"},
    Published{"CBU", checks::cbu, "2850590940090418135201"},
    Published{"CUIT", checks::cuit, "20123456786"},
    Published{"CUIT of a company", checks::cuit, "30703088534"},
    Published{"CPF", checks::cpf, "52998224725"},
    Published{"CNPJ", checks::cnpj, "11222333000181"},
    Published{"CNPJ with letters, Receita Federal", checks::cnpj, "12ABC34501DE35"},
    Published{"RFC", checks::rfc, "GODE561231GR8"},
    Published{"NIF", checks::nif, "12345678Z"},
    Published{"NIE", checks::nie, "X1234567L"},
    Published{"CIF, digit", checks::cif, "A58818501"},
    Published{"RUT, Chile", checks::rutChile, "123456785"},
    Published{"RUT, Chile, seven digits", checks::rutChile, "76543216"},
    Published{"RUC", checks::ruc, "20100070970"},
    Published{"NIT", checks::nit, "9001234568"},
    Published{"CI, Uruguay", checks::ciUruguay, "12345672"},
    Published{"CI, Ecuador", checks::ciEcuador, "1710034065"},
};

} // namespace

class ChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedExamplesAreRight()
    {
        for (const auto& [name, check, right] : kPublished)
            QVERIFY2(check(right), name);
    }
    /// Every rule here catches any single wrong digit at the check digit's own place.
    void aWrongCheckDigitIsRefused()
    {
        for (const auto& [name, check, right] : kPublished) {
            int accepted = 0;
            for (char c = '0'; c <= '9'; ++c) {
                std::string number(right);
                number.back() = c;
                accepted += check(number) ? 1 : 0;
            }
            QVERIFY2(accepted <= 1, name);
        }
    }
    void whatIsNoNumberIsRefused()
    {
        for (const auto& [name, check, right] : kPublished) {
            for (const std::string_view text :
                 {std::string_view(), std::string_view("1"), std::string_view("ABCDEFGHIJK"),
                  right.substr(1), std::string_view("99999999999999999999999999999")})
                QVERIFY2(!check(text) || text == right.substr(1), name);
            QVERIFY2(!check(std::string(right) + "\x80"), name);
        }
        QVERIFY(!checks::cpf("11111111111"));
        QVERIFY(!checks::cnpj("00000000000000"));
        QVERIFY(!checks::cbu("0000000000000000000000"));
    }
    void issuersAreKnown()
    {
        for (const std::string_view card :
             {"4111111111111111", "5500005555555559", "2223003122003222", "378282246310005",
              "36227206271667", "6011111111111117", "3530111333300000", "5895620000000002",
              "6042010000000000"})
            QVERIFY2(checks::isCardRange(card), card.data());
        for (const std::string_view number : {"1234567890123452", "9000000000000000",
                                              "7992739871300", "0000000000000000", "2720990000000"})
            QVERIFY2(!checks::isCardRange(number), number.data());
        QVERIFY(checks::isCuitPrefix("27123456780"));
        QVERIFY(!checks::isCuitPrefix("21123456780"));
        QCOMPARE(checks::ibanLength("ES"), std::size_t{24});
        QCOMPARE(checks::ibanLength("AR"), std::size_t{0});
    }
    void daysOfBirthAreDays()
    {
        QVERIFY(checks::isDayOfBirth("561231"));
        QVERIFY(!checks::isDayOfBirth("561331"));
        QVERIFY(!checks::isDayOfBirth("560431"));
        QVERIFY(!checks::isDayOfBirth("5612"));
    }
    /// Rule 3: alone they may mask only where chance passes at most one number in a hundred.
    void chancePassesSeldomWhereACheckMasksAlone()
    {
        struct Alone {
            const char* name;
            bool (*check)(std::string_view);
            int digits;
        };
        constexpr std::array kAlone{
            Alone{"CUIT", checks::cuit, 11}, Alone{"CPF", checks::cpf, 11},
            Alone{"RUC", checks::ruc, 11},   Alone{"CNPJ", checks::cnpj, 14},
            Alone{"CBU", checks::cbu, 22},   Alone{"RUT, Uruguay", checks::rutUruguay, 12}};
        constexpr int kTimes = 100'000;
        quint64 state = 20261126;
        for (const auto& [name, check, digits] : kAlone) {
            int passed = 0;
            for (int i = 0; i < kTimes; ++i) {
                std::string number;
                for (int k = 0; k < digits; ++k) {
                    state = state * 6364136223846793005ULL + 1442695040888963407ULL; // Knuth's MMIX
                    number += static_cast<char>('0' + (state >> 33) % 10);
                }
                passed += check(number) ? 1 : 0;
            }
            QVERIFY2(passed <= kTimes / 100 * 11 / 10, name); // a tenth for chance itself
        }
    }
};

RELEVO_TEST(ChecksTest)
#include "checks_test.moc"
