// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/markdown/checklist.h"
#include "release/markdown/encoding.h"
#include "release/markdown/status_guess.h"
#include "support/runner.h"
#include "unit/release/markdown_files.h"

#include <algorithm>

using namespace release;
using std::chrono::minutes;

namespace {

QString said(const char* text)
{
    return QString::fromUtf8(text);
}

std::vector<GuessedItem> itemsOf(const ImportGuess& guess, SectionKind kind)
{
    std::vector<GuessedItem> items;
    std::ranges::copy_if(guess.items, std::back_inserter(items), [&](const GuessedItem& item) {
        return guess.sections[item.section].kind == kind;
    });
    return items;
}

QStringList titlesOf(const std::vector<GuessedItem>& items)
{
    QStringList titles;
    for (const auto& item : items)
        titles += item.title;
    return titles;
}

ImportGuess guessOf(const char* text)
{
    return guessFrom(QByteArray(text)).value();
}

} // namespace

class MarkdownGuessTest : public QObject
{
    Q_OBJECT

    const QByteArray m_source = markdown_files::corpus(said("status/estado-actual-despliegue.md"));
    const ImportGuess m_guess = guessFrom(m_source).value();

private Q_SLOTS:
    void titleAndDateAreFound()
    {
        QCOMPARE(m_guess.title, said("ESTADO ACTUAL - Preparación para Despliegue"));
        QCOMPARE(m_guess.date, said("2025-12-07"));
    }

    void whatIsReadyIsDone()
    {
        const auto items = itemsOf(m_guess, SectionKind::Ready);
        QCOMPARE(titlesOf(items),
                 QStringList({said("Correcciones críticas de auditoría"),
                              said("Migración I/O async"), said("Seguridad básica")}));
        for (const auto& item : items)
            QVERIFY(item.state == GuessState::Done);
        QCOMPARE(items[0].details.size(), 4);
        QCOMPARE(items[0].details[1], said("logMsg() implementado"));
    }

    void fiveBlockersAreMissing()
    {
        const auto items = itemsOf(m_guess, SectionKind::Blockers);
        QCOMPARE(titlesOf(items),
                 QStringList({said("PR Final Aprobado"), said("CI Verde"),
                              said("Smoke Tests en Staging"), said("Secrets en Secret Manager"),
                              said("Backups Configurados")}));
        for (const auto& item : items) {
            QVERIFY(item.state == GuessState::Todo);
            QVERIFY(item.itemClass == GuessClass::Blocker);
            QVERIFY(item.priority == GuessPriority::High);
        }
        QCOMPARE(items[0].status, said("Código listo, falta crear PR y obtener approvals"));
        QCOMPARE(items[0].action, said("Dev Lead crear PR y solicitar reviews"));
        QCOMPARE(items[0].roles, QStringList{said("dev_lead")});
        QCOMPARE(items[1].roles, QStringList());
        QCOMPARE(items[2].roles, QStringList{said("qa")});
        QCOMPARE(items[3].roles, QStringList{said("sre")});
    }

    void threeTechnicalItemsAreOfHighPriority()
    {
        const auto items = itemsOf(m_guess, SectionKind::Technical);
        QCOMPARE(items.size(), std::size_t(3));
        for (const auto& item : items) {
            QVERIFY(item.priority == GuessPriority::High);
            QVERIFY(item.itemClass == GuessClass::Required);
            QVERIFY(item.state == GuessState::Todo);
        }
        QCOMPARE(items[0].title, said("Circuit-Breaker para OpenAI (Tarea #2)"));
        QCOMPARE(items[0].impact, said("Crítico para resiliencia"));
        QCOMPARE(*items[0].estimate, minutes(2 * 24 * 60));
        QCOMPARE(*items[1].estimate, minutes(5 * 24 * 60));
    }

    void theOtherSectionsAreFound()
    {
        const auto infrastructure = itemsOf(m_guess, SectionKind::Infrastructure);
        QCOMPARE(infrastructure.size(), std::size_t(4));
        QCOMPARE(infrastructure[2].roles, QStringList({said("dev_lead"), said("sre")}));
        QVERIFY(infrastructure[0].priority == GuessPriority::Medium);
        QCOMPARE(itemsOf(m_guess, SectionKind::Observability).size(), std::size_t(3));
        QCOMPARE(itemsOf(m_guess, SectionKind::Tests).size(), std::size_t(3));
        QCOMPARE(itemsOf(m_guess, SectionKind::Documentation).size(), std::size_t(2));
        QCOMPARE(m_guess.items.size(), std::size_t(3 + 5 + 3 + 4 + 3 + 3 + 2 + 13));
    }

    void twoOptionsAreOffered()
    {
        QCOMPARE(m_guess.recommendation, said("RECOMENDACIÓN INMEDIATA"));
        QCOMPARE(m_guess.options.size(), std::size_t(2));
        const auto& first = m_guess.options[0];
        QCOMPARE(first.title, said("Opción A: Despliegue Parcial (Canary con Feature Flags)"));
        QCOMPARE(first.steps.size(), 3);
        QCOMPARE(first.steps[0], said("Desplegar código actual con SMART_MODE=false"));
        QCOMPARE(first.advantage, said("Permite validar infraestructura y flujo básico"));
        QCOMPARE(m_guess.options[1].steps.size(), 2);
    }

    void thirteenOpenTasksHaveTheirRoles()
    {
        const auto items = itemsOf(m_guess, SectionKind::Tasks);
        QCOMPARE(items.size(), std::size_t(13));
        QMap<QString, int> byRole;
        for (const auto& item : items) {
            QVERIFY(item.isTask);
            QVERIFY(item.state == GuessState::Todo);
            QCOMPARE(item.roles.size(), 1);
            QCOMPARE(m_guess.sections[item.section].due, said("Hoy"));
            ++byRole[item.roles[0]];
        }
        QCOMPARE(byRole, (QMap<QString, int>{{said("dev_lead"), 3},
                                             {said("qa"), 2},
                                             {said("sre"), 3},
                                             {said("security"), 3},
                                             {said("product"), 2}}));
        const auto tasks = readTasks(m_source).value();
        QCOMPARE(tasks.size(), std::size_t(13));
        QCOMPARE(tasks[3].line, items[3].line);
        QCOMPARE(tasks[3].headings,
                 QStringList({said("📊 ESTADO ACTUAL - Preparación para Despliegue"),
                              said("📋 CHECKLIST RÁPIDO PARA EQUIPO"), said("QA (Hoy)")}));
    }

    void everythingOfTheDocumentHasAPlace() { QCOMPARE(m_guess.unplaced.size(), std::size_t(0)); }

    void theDamagedCopyGivesTheSame()
    {
        const auto text = readableText(
            markdown_files::corpus(said("status/estado-actual-despliegue.mac-roman.md")));
        QVERIFY(text);
        const auto guess = guessFrom(text->utf8).value();
        QCOMPARE(titlesOf(guess.items), titlesOf(m_guess.items));
        QCOMPARE(guess.sections.size(), m_guess.sections.size());
    }

    void marksAndWordsSayTheState()
    {
        const auto guess = guessOf("# R\n## Pendiente\n- ✅ a\n- ❌ b\n- 🚧 c\n- d\n"
                                   "  - Estado: en curso\n- e\n  - Status: blocked by legal\n"
                                   "- f\n  - Estado: Listo\n- g\n  - **Estado:** ✅\n");
        std::vector<GuessState> states;
        for (const auto& item : guess.items)
            states.push_back(item.state);
        using enum GuessState;
        QVERIFY(states == std::vector<GuessState>({Done, Todo, Doing, Doing, Blocked, Done, Done}));
    }

    void responsibleIsARoleOrAPerson()
    {
        const auto guess =
            guessOf("## Tareas\n- a\n  - Responsable: QA y SRE\n- b\n"
                    "  - Responsable: Ana Gómez\n- c\n  - Owner: Backend Lead\n"
                    "- d\n  - Acción: Desarrollo y legal\n- e\n  - Acción: Devolver\n");
        QCOMPARE(guess.items[0].roles, QStringList({said("qa"), said("sre")}));
        QCOMPARE(guess.items[1].owner, said("Ana Gómez"));
        QVERIFY(guess.items[1].roles.isEmpty());
        QCOMPARE(guess.items[2].roles, QStringList{said("backend_lead")});
        QCOMPARE(guess.items[3].roles, QStringList({said("dev_lead"), said("legal")}));
        QVERIFY(guess.items[4].roles.isEmpty());
    }

    void estimatesAreLengthsOfTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("expected"); // -1: none
        QTest::newRow("days") << said("1-2 días") << 2 * 24 * 60;
        QTest::newRow("hours") << said("4 hs") << 4 * 60;
        QTest::newRow("minutes") << said("30min") << 30;
        QTest::newRow("weeks") << said("about 1 week") << 7 * 24 * 60;
        QTest::newRow("no unit") << said("3") << -1;
        QTest::newRow("no number") << said("unos días") << -1;
        QTest::newRow("huge") << said("99999999999999999999 días") << 10'000 * 24 * 60;
    }
    void estimatesAreLengthsOfTime()
    {
        QFETCH(QString, text);
        QFETCH(int, expected);
        const auto guess =
            guessFrom((said("## Tareas\n- a\n  - Estimación: ") + text).toUtf8()).value();
        const auto& item = guess.items.front();
        QCOMPARE(item.estimate ? int(item.estimate->count()) : -1, expected);
        QCOMPARE(item.details.size(), expected < 0 ? 1 : 0); // kept as it was written
    }

    void whatHasNoPlaceIsListedWithItsLine()
    {
        const auto guess =
            guessOf("# R\n\nUna introducción.\n\n## Notas\n- suelta\n- [x] con marca\n\n"
                    "```\ncódigo\n```\n");
        QCOMPARE(guess.unplaced.size(), std::size_t(3));
        QCOMPARE(guess.unplaced[0].line, 3);
        QCOMPARE(guess.unplaced[0].text, said("Una introducción."));
        QCOMPARE(guess.unplaced[1].line, 6);
        QCOMPARE(guess.unplaced[2].line, 9);
        QCOMPARE(titlesOf(guess.items), QStringList{said("con marca")});
        QVERIFY(guess.items[0].state == GuessState::Done);
    }

    void classesAreSaidInTitles()
    {
        const auto guess = guessOf("## Infra (Opcional)\n- a\n## Tests (Obligatorios)\n- b\n"
                                   "- c (opcional)\n### 🟢 Docs\n- d\n");
        QVERIFY(guess.items[0].itemClass == GuessClass::Optional);
        QVERIFY(guess.items[1].itemClass == GuessClass::Blocker);
        QVERIFY(guess.items[2].itemClass == GuessClass::Optional);
        QVERIFY(guess.items[3].itemClass == GuessClass::Blocker);
        QVERIFY(guess.items[3].priority == GuessPriority::Low);
    }
};

RELEVO_TEST(MarkdownGuessTest)
#include "markdown_guess_test.moc"
