// SPDX-License-Identifier: GPL-3.0-or-later
// A release out of the owners' own document.
#include "panels/releases/import/draft_model.h"
#include "panels/releases/import/import_wizard.h"
#include "releases/release_window.h"
#include "support/runner.h"

#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QTableView>
#include <QTreeWidget>
#include <QUrl>

#include <algorithm>

using panels::DraftModel;

class ImportWindow : public ReleaseWindow
{
public:
    explicit ImportWindow(const QString& language = QStringLiteral("en"))
        : ReleaseWindow(Start::Named, language)
    {
        click("releasesButton");
        click("importReleaseButton");
        wizard = window->findChild<panels::ImportWizard*>();
    }

    /// Drops a file on the wizard, as from a file manager.
    bool drop(const QString& path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(wizard, &enter);
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(wizard, &event);
        return until([&] { return shows("importTable") || shows("importFault"); });
    }
    QAbstractItemModel& table() const { return *find<QTableView>("importTable")->model(); }
    int count(int column, const QString& text) const
    {
        int found = 0;
        for (int row = 0; row < table().rowCount(); ++row)
            found += table().index(row, column).data().toString() == text ? 1 : 0;
        return found;
    }
    /// Through the list that opens in the cell.
    bool choose(int row, int column, const QString& choice)
    {
        auto* view = find<QTableView>("importTable");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the list before
        view->scrollTo(table().index(row, column));
        view->edit(table().index(row, column));
        auto* box = view->findChild<QComboBox*>(QStringLiteral("importChoice"));
        if (!box)
            return false;
        box->setCurrentIndex(box->findText(choice));
        Q_EMIT box->activated(box->currentIndex());
        return table().index(row, column).data().toString() == choice;
    }
    int rowOf(const QString& title) const
    {
        for (int row = 0; row < table().rowCount(); ++row) {
            if (table().index(row, 0).data().toString().trimmed() == title)
                return row;
        }
        return -1;
    }
    /// Creates it and waits until it is open in the panel.
    bool create()
    {
        click("importCreate");
        if (!until([&] { return shows("releaseTabs"); }))
            return false;
        id = ask<std::vector<desk::ReleaseSummary>>(
                 [&](base::Caller& c, auto done) { desk->releases(c, std::move(done)); })
                 .value()
                 .front()
                 .id;
        return true;
    }

    panels::ImportWizard* wizard = nullptr;
};

class ImportWizardTest : public QObject
{
    Q_OBJECT

    const QString m_owners = ReleaseWindow::corpus("status/estado-actual-despliegue.md");
    const QString m_damaged = ReleaseWindow::corpus("status/estado-actual-despliegue.mac-roman.md");

private Q_SLOTS:
    void theGuessIsShownBeforeAnythingIsSaved()
    {
        ImportWindow f;
        QVERIFY(f.drop(m_owners));
        QCOMPARE(f.table().rowCount(), 36);
        QCOMPARE(f.count(DraftModel::ClassColumn, QStringLiteral("Blocker")), 5);
        QCOMPARE(f.count(DraftModel::StateColumn, QStringLiteral("Done")), 3);
        QVERIFY(!f.shows("importRepaired"));
        QVERIFY(f.text("importSummary").contains(QStringLiteral("5 blocker")));
        QVERIFY(f.text("importSummary").contains(QStringLiteral("Opción A")));
        const auto* unplaced = f.find<QTreeWidget>("importUnplaced");
        QVERIFY(unplaced->topLevelItemCount() > 0 || !unplaced->isVisible());
        QVERIFY(!f.text("importUnplacedLabel").isEmpty());
        const auto releases = f.ask<std::vector<desk::ReleaseSummary>>(
            [&](base::Caller& c, auto done) { f.desk->releases(c, std::move(done)); });
        QVERIFY(releases->empty());
    }

    void theTasksAloneHaveTheOwnersRoles()
    {
        ImportWindow f;
        QVERIFY(f.drop(m_owners));
        auto* taking = f.find<QComboBox>("importTaking");
        QVERIFY(taking->itemText(1).contains(QStringLiteral("13")));
        taking->setCurrentIndex(1);
        Q_EMIT taking->activated(1);
        QVERIFY(f.until([&] { return f.table().rowCount() == 13; }));
        const QList<std::pair<const char*, int>> roles{
            {"Development lead", 3}, {"QA", 2}, {"SRE", 3}, {"Security", 3}, {"Product", 2}};
        for (const auto& [role, count] : roles)
            QCOMPARE(f.count(DraftModel::RoleColumn, QString::fromLatin1(role)), count);
        QCOMPARE(f.count(DraftModel::StateColumn, QStringLiteral("To do")), 13);
    }

    void whatWasCorrectedIsSaved()
    {
        ImportWindow f;
        QVERIFY(f.drop(m_owners));
        const int row = f.rowOf(QStringLiteral("Crear runbook básico"));
        QVERIFY(row >= 0);
        QVERIFY(f.choose(row, DraftModel::RoleColumn, QStringLiteral("SRE")));
        QVERIFY(f.choose(row, DraftModel::ClassColumn, QStringLiteral("Blocker")));
        f.table().setData(f.table().index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
        f.type("importTitle", QStringLiteral("Despliegue de diciembre"));
        QVERIFY(f.create());
        const auto view = f.view();
        QCOMPARE(view.release->title, QStringLiteral("Despliegue de diciembre"));
        QCOMPARE(view.release->items.size(), std::size_t{35});
        const auto runbook = std::ranges::find_if(view.release->items, [](const auto& item) {
            return item.plan.title == QStringLiteral("Crear runbook básico");
        });
        QVERIFY(runbook->plan.role == release::Role::Sre);
        QVERIFY(runbook->plan.itemClass == release::ItemClass::Blocker);
        QCOMPARE(
            std::ranges::count(view.release->items, release::State::Done, &release::Item::state),
            2);
        QVERIFY(!view.release->signOffs.empty()); // as in the deployment's template
        const auto source = f.ask<desk::ReleaseSource>(
            [&](base::Caller& c, auto done) { f.desk->releaseSource(c, f.id, std::move(done)); });
        QFile file(m_owners);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(source->bytes, file.readAll());
    }

    void aDamagedCopyIsRepairedAndSaysSo()
    {
        ImportWindow f;
        QVERIFY(f.drop(m_damaged));
        QVERIFY(f.shows("importRepaired"));
        QVERIFY(f.text("importRepaired").contains(QStringLiteral("Mac Roman")));
        QCOMPARE(f.table().rowCount(), 36);
        QVERIFY(f.rowOf(QStringLiteral("Crear runbook básico")) >= 0);
    }

    void aFileThatCannotBeUsedSaysWhyAndKeepsWhatWasTyped_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("falla");
        const auto row = [](const char* name, const QByteArray& bytes, const char* en,
                            const char* es) {
            QTest::newRow(name) << bytes << QString::fromUtf8(en) << QString::fromUtf8(es);
        };
        row("empty", {}, "That file is empty.", "Ese archivo está vacío.");
        row("blank", " \n\t\n", "That file is empty.", "Ese archivo está vacío.");
        row("binary", QByteArray::fromHex("7f454c460201010000ff00fe"), "That file holds no text.",
            "Ese archivo no contiene texto.");
        row("Latin-1", "- [ ] caf\xe9\n", "That file's text is not UTF-8",
            "El texto de ese archivo no es UTF-8");
        row("UTF-16", QByteArray::fromHex("fffe2d0020005b0020005d00"),
            "That file's text is not UTF-8", "El texto de ese archivo no es UTF-8");
        row("no item", "only a sentence\n", "No task", "ningún punto");
        row("folder", "folder", "That is a folder", "Eso es una carpeta");
        row("gone", "gone", "That file is not there.", "Ese archivo no está.");
        row("large", "large", "That file is larger than 50", "Ese archivo supera los 50");
        row("forbidden", "forbidden", "no permission", "No tenés permiso");
    }
    void aFileThatCannotBeUsedSaysWhyAndKeepsWhatWasTyped()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, fault);
        QFETCH(QString, falla);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.md")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(bytes) == bytes.size());
        QVERIFY(bytes != "large" || file.resize(desk::kLongestReleaseSource + 1));
        file.close();
        if (bytes == "forbidden") {
            QVERIFY(file.setPermissions({}));
            if (QFileInfo(file).isReadable())
                QSKIP("whoever runs this may read everything");
        }
        const QString path = bytes == "folder" ? folder.path()
                             : bytes == "gone" ? folder.filePath(QStringLiteral("b.md"))
                                               : file.fileName();
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("es")}) {
            ImportWindow f(language);
            const QString& wanted = language == u"es" ? falla : fault;
            QVERIFY(f.drop(path));
            QVERIFY2(f.text("importFault").contains(wanted), qPrintable(f.text("importFault")));
            QVERIFY(f.drop(m_owners));
            QVERIFY(f.until([&] { return f.shows("importTable"); }));
            f.type("importTitle", QStringLiteral("Despliegue de diciembre"));
            f.table().setData(f.table().index(3, 0), Qt::Unchecked, Qt::CheckStateRole);
            f.wizard->readFile(path);
            QVERIFY(f.until([&] { return f.text("importResult").contains(wanted); }));
            QCOMPARE(f.text("importTitle"), QStringLiteral("Despliegue de diciembre"));
            QCOMPARE(f.table().index(3, 0).data(Qt::CheckStateRole).toInt(), Qt::Unchecked);
            QVERIFY(f.find("importCreate")->isEnabled());
        }
    }

    void whatIsNoTextSaysSoAndAnotherFileCanBeChosen()
    {
        ImportWindow f;
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.md")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromHex("fffe410042"));
        file.close();
        QVERIFY(f.drop(file.fileName()));
        QVERIFY(f.shows("importFault") && !f.text("importFault").isEmpty());
        QVERIFY(f.drop(m_owners));
        QVERIFY(f.until([&] { return f.shows("importTable"); }));
        f.click("importBack");
        QVERIFY(f.shows("importChoose"));
    }
};

RELEVO_TEST(ImportWizardTest)
#include "import_wizard_test.moc"
