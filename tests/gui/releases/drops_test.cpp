// SPDX-License-Identifier: GPL-3.0-or-later
// Files, links and pictures that are dragged or pasted into Releases.
#include "releases/releases_window.h"
#include "support/runner.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QTableView>
#include <QUrl>

namespace releases_drops {

/// As the desktop does it: to the widget under the pointer, and up to whoever takes it. False: nobody.
bool drop(QWidget* at, const QMimeData& data)
{
    const QPoint middle = at->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(at, &enter);
    if (!enter.isAccepted()) {
        QDragLeaveEvent leave;
        QApplication::sendEvent(at, &leave);
        return false;
    }
    QDropEvent event(QPointF(middle), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(at, &event);
    return event.isAccepted();
}

bool dropFiles(QWidget* at, const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls += QUrl::fromLocalFile(path);
    data.setUrls(urls);
    return drop(at, data);
}

QString written(const QTemporaryDir& folder, const char* name, const QByteArray& bytes)
{
    QFile file(folder.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", name);
    return file.fileName();
}

QImage picture()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}

/// The board with an item open at its evidence.
class EvidenceWindow : public ReleasesWindow
{
public:
    EvidenceWindow()
    {
        openOne();
        select("smoke");
        key(board(), Qt::Key_E, Qt::ControlModifier);
    }
    bool has(std::size_t count)
    {
        return until([&] { return item("smoke").evidence.size() == count; }, 5000);
    }
    const release::Evidence& last() { return item("smoke").evidence.back(); }
};

} // namespace releases_drops

using namespace releases_drops;

class ReleasesDropsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileOnTheListIsImported()
    {
        ReleasesWindow f;
        f.click("releasesButton");
        QVERIFY(f.until([&] { return f.shows("releasesEmptyLabel"); }));
        const QTemporaryDir folder;
        const QString list =
            written(folder, "salida.md", "# Salida\n\n- [ ] Probar\n- [x] Copiar\n");
        QVERIFY(!dropFiles(f.find("releasesEmptyLabel"), {list, list})); // one at a time
        QVERIFY(dropFiles(f.find("releasesEmptyLabel"), {list}));
        QVERIFY(f.until([&] { return f.shows("importTable"); }));
        QCOMPARE(f.find<QTableView>("importTable")->model()->rowCount(), 2);
        QCOMPARE(f.text("importTitle"), QStringLiteral("Salida"));
    }

    void theListBelowRowsTakesAFileToo()
    {
        ReleasesWindow f;
        f.make(ReleasesWindow::plan(), QStringLiteral("Chat 2.4"));
        f.click("releasesButton");
        QVERIFY(f.until([&] { return f.shows("releasesView"); }));
        const QTemporaryDir folder;
        const QString list = written(folder, "a.md", "- [ ] Probar\n");
        QVERIFY(dropFiles(f.find<QAbstractItemView>("releasesView")->viewport(), {list}));
        QVERIFY(f.until([&] { return f.shows("importTable"); }));
    }

    void filesDroppedOnAnItemAreEvidence()
    {
        EvidenceWindow f;
        const QTemporaryDir folder;
        QWidget* at = f.find<QAbstractScrollArea>("evidenceEdit")->viewport();
        QVERIFY(dropFiles(at, {written(folder, "log.txt", "8 passed"),
                               written(folder, "shot.png", "\x89PNG of sorts")}));
        QVERIFY(f.has(2));
        QList<release::EvidenceKind> kinds;
        for (const auto& each : f.item("smoke").evidence)
            kinds += each.kind;
        QCOMPARE(kinds, (QList{release::EvidenceKind::File, release::EvidenceKind::Screenshot}));
    }

    void whatCannotBeReadIsNoEvidenceAndSaysSo()
    {
        EvidenceWindow f;
        const QTemporaryDir folder;
        QVERIFY(dropFiles(f.find("evidenceNone"), {written(folder, "empty.txt", {})}));
        QVERIFY(f.until([&] { return f.shows("evidenceError"); }));
        QCOMPARE(f.text("evidenceError"), QStringLiteral("That file is empty."));
        QVERIFY(dropFiles(f.find("evidenceNone"), {folder.path()}));
        QVERIFY(f.text("evidenceError").startsWith(QStringLiteral("That file cannot be read")));
        QVERIFY(f.item("smoke").evidence.empty());
    }

    void aLinkDroppedFromABrowserIsALink()
    {
        EvidenceWindow f;
        QMimeData data;
        data.setUrls({QUrl(QStringLiteral("https://ci.example/run/7"))});
        data.setText(QStringLiteral("https://ci.example/run/7"));
        QVERIFY(drop(f.find("evidenceNone"), data));
        QVERIFY(f.has(1));
        QCOMPARE(f.last().kind, release::EvidenceKind::Link);
        QCOMPARE(f.last().title, QStringLiteral("https://ci.example/run/7"));
    }

    // Some programs give the address alone.
    void aLinkWithoutATextIsALinkToo()
    {
        EvidenceWindow f;
        QMimeData data;
        data.setUrls({QUrl(QStringLiteral("https://ci.example/run/8"))});
        QVERIFY(drop(f.find("evidenceNone"), data));
        QVERIFY(f.has(1));
        QCOMPARE(f.last().kind, release::EvidenceKind::Link);
    }

    void aPictureDraggedFromAProgramIsAScreenshot()
    {
        EvidenceWindow f;
        QMimeData data;
        data.setImageData(picture());
        QVERIFY(drop(f.find("evidenceNone"), data));
        QVERIFY(f.has(1));
        QCOMPARE(f.last().kind, release::EvidenceKind::Screenshot);
    }

    void aScreenshotIsPastedWhereTextIsWritten()
    {
        EvidenceWindow f;
        f.type("evidenceEdit", QStringLiteral("half a sentence"));
        QApplication::clipboard()->setImage(picture());
        f.key(f.find("evidenceEdit"), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(f.has(1));
        QCOMPARE(f.last().kind, release::EvidenceKind::Screenshot);
        QCOMPARE(f.text("evidenceEdit"), QStringLiteral("half a sentence")); // is kept
    }

    void aFileCopiedInTheFileManagerIsPasted()
    {
        EvidenceWindow f;
        const QTemporaryDir folder;
        auto* data = new QMimeData; // the clipboard's from now on
        const QString path = written(folder, "log.txt", "8 passed");
        data->setUrls({QUrl::fromLocalFile(path)});
        data->setText(path); // as file managers do
        QApplication::clipboard()->setMimeData(data);
        f.key(f.find("evidenceEdit"), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(f.has(1));
        QCOMPARE(f.last().kind, release::EvidenceKind::File);
        QCOMPARE(f.last().title, QStringLiteral("log.txt"));
    }
};

RELEVO_TEST(ReleasesDropsTest)
#include "drops_test.moc"
