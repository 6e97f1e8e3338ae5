// SPDX-License-Identifier: GPL-3.0-or-later
// The figures that a canary watches, read by the program: its own, and those of a Prometheus server.
#include "app/desktop/desktop_figures.h"
#include "metrics/registry.h"
#include "panels/look/language.h"
#include "panels/releases/releases_panel.h"
#include "releases/release_window.h"
#include "support/runner.h"
#include "unit/probes/servers.h"

#include <QTreeWidget>

using namespace std::chrono_literals;

/// A server that answers every question with one number, or as a broken one does.
class SomePrometheus
{
public:
    void breakDown() { m_isBroken = true; }
    void mend() { m_isBroken = false; }
    double value = 0.001;
    QList<QByteArray> past; ///< what was asked as of another time
    [[nodiscard]] QString address() const { return m_server.address(); }

private:
    bool m_isBroken = false;
    HttpServer m_server{[this](QTcpSocket& socket, const HttpServer::Request& request) {
        if (const auto at = request.target.indexOf("&time="); at >= 0)
            past += request.target.mid(at);
        const QByteArray answer =
            R"({"status":"success","data":{"resultType":"vector","result":[{"value":[1,")" +
            QByteArray::number(value) + R"("]}]}})";
        HttpServer::say(socket, m_isBroken ? 503 : 200, m_isBroken ? "down" : answer);
    }};
};

class FiguresWindow : public ReleaseWindow
{
public:
    /// A release that may go out, at its page Canary.
    explicit FiguresWindow(const release::Template& plan = small())
    {
        hooks.figures = &m_figures;
        window.reset();
        open();
        openReady(plan);
    }
    ~FiguresWindow() { window.reset(); }

    void begin()
    {
        click("canaryBegin");
        if (!until([&] { return shows("canaryPromote"); }))
            qFatal("the canary does not begin");
    }
    void readFrom(const QString& address)
    {
        type("canarySource", address);
        QTest::keyClick(find("canarySource"), Qt::Key_Return);
    }
    bool waits(const char* label, const char* words)
    {
        return until([&] { return text(label).contains(QString::fromUtf8(words)); });
    }
    std::vector<desk::LedgerLine> history()
    {
        return ask<std::vector<desk::LedgerLine>>([&](base::Caller& c, auto done) {
                   desk->releaseHistory(c, id, std::move(done));
               })
            .value();
    }

    metrics::Registry own{folder.path().toStdString()};

private:
    app::DesktopFigures m_figures{home.home(), clock, [this] { return own.exposition(); }, 20ms};
};

namespace {

/// Watches the volume that holds the data, with a limit that it surely keeps or breaks.
release::Template watchingTheDisk(double limit)
{
    release::Template plan = ReleaseWindow::small();
    release::Watch& watch = plan.canary.watches.front();
    watch.figure = QStringLiteral("disk_free_ratio");
    watch.side = release::Side::Below;
    watch.limit = limit;
    plan.rollback.triggers.front().watch = watch;
    return plan;
}

} // namespace

class FiguresTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itsOwnFiguresAreReadByThemselves()
    {
        FiguresWindow f(watchingTheDisk(0));
        QVERIFY(f.waits("watchState-errors", "fine"));
        QVERIFY(f.waits("canarySourceState", "Last reading"));
        f.begin();
        f.clock.advance(31min);
        QVERIFY(f.waits("canaryProposal", "promote"));
        QVERIFY(!f.shows("canaryFired"));
        f.click("canaryPromote"); // a person decides
        QVERIFY(f.waits("canaryState", "100 %"));
    }

    void aBreachProposesToAbortAndSaysThatThereIsAReasonToGoBack()
    {
        FiguresWindow f(watchingTheDisk(2));
        f.begin();
        QVERIFY(f.waits("canaryProposal", "abort"));
        QVERIFY(f.shows("canaryFired"));
        f.page(QStringLiteral("Rollback"));
        QVERIFY(f.find<QTreeWidget>("rollbackTriggers")
                    ->topLevelItem(0)
                    ->text(1)
                    .contains(QStringLiteral("it is so")));
        f.page(QStringLiteral("Canary"));
        f.type("canaryReason", QStringLiteral("disco lleno"));
        f.click("canaryAbort");
        QVERIFY(f.waits("canaryState", "Aborted"));
        // What the figure said is written down with the decision.
        const auto reading = f.history().back().entry.fields.at(QStringLiteral("reading:errors"));
        QVERIFY2(reading.endsWith(QStringLiteral(" breached")), qPrintable(reading));
    }

    void aPrometheusServerIsReadOnceItIsNamed()
    {
        SomePrometheus prometheus;
        FiguresWindow f;
        f.begin();
        QVERIFY(f.waits("watchState-errors", "no reading")); // too few calls of its own
        f.readFrom(prometheus.address());
        QVERIFY(f.waits("watchState-errors", "fine"));
        QCOMPARE(f.view().release->parameters.value(QStringLiteral("prometheus")),
                 prometheus.address());
        prometheus.value = 0.2;
        QVERIFY(f.waits("watchState-errors", "0.2"));
        QVERIFY(f.waits("canaryProposal", "abort"));
    }

    void whatCannotBeReadIsAGapAndSaidInWords()
    {
        SomePrometheus prometheus;
        FiguresWindow f;
        f.begin();
        f.readFrom(prometheus.address());
        QVERIFY(f.waits("watchState-errors", "fine"));
        prometheus.breakDown();
        QVERIFY(f.waits("canarySourceState", "status 503"));
        QVERIFY(f.text("canarySourceState").contains(QStringLiteral("Last reading")));
        f.clock.advance(40min);
        QVERIFY(f.waits("watchState-errors", "no reading"));
        QVERIFY(f.waits("canaryProposal", "hold"));
        panels::applyLanguage(QStringLiteral("es"));
        QVERIFY(f.waits("canarySourceState", "no se pueden leer"));
        panels::applyLanguage(QStringLiteral("en"));
        f.type("watchValue-errors", QStringLiteral("0.002")); // a person can always say it
        f.click("watchNote-errors");
        QVERIFY(f.waits("watchState-errors", "fine"));
        prometheus.mend();
        prometheus.value = 0.003;
        QVERIFY(f.waits("watchState-errors", "0.003"));
        QVERIFY(f.until([&] {
            return !f.text("canarySourceState").contains(QStringLiteral("cannot be read"));
        }));
    }

    void whoBeginsAgainComparesWithWhatWasBeforeTheFirstTime()
    {
        SomePrometheus prometheus;
        FiguresWindow f;
        f.readFrom(prometheus.address());
        QVERIFY(f.waits("watchState-errors", "fine"));
        f.begin();
        QVERIFY(f.until([&] { return prometheus.past.size() == 1; }));
        f.clock.advance(10min);
        f.type("canaryReason", QStringLiteral("lento"));
        f.click("canaryAbort");
        QVERIFY(f.waits("canaryState", "Aborted"));
        f.clock.advance(2min);
        f.begin();
        f.window.reset(); // also who opens it only now
        f.open();
        f.click("releasesButton");
        f.window->releases().openRelease(f.id);
        QVERIFY(f.until([&] { return prometheus.past.size() > 1; }));
        QCOMPARE(prometheus.past.last(), prometheus.past.first());
    }

    void theBaselineOutlivesTheWindow()
    {
        release::Template plan = watchingTheDisk(2);
        plan.canary.watches.front().isOfBaseline = true;
        plan.canary.watches.front().limit = 0.5;
        FiguresWindow f(plan);
        QVERIFY(f.waits("canarySourceState", "Last reading"));
        f.begin();
        QVERIFY(f.waits("watchState-errors", "before the release: 0."));
        QVERIFY(f.text("watchState-errors").contains(QStringLiteral("fine")));
        f.window.reset();
        f.open();
        f.click("releasesButton");
        f.window->releases().openRelease(f.id);
        f.page(QStringLiteral("Canary"));
        QVERIFY(f.waits("watchState-errors", "before the release: 0."));
    }
};

RELEVO_TEST(FiguresTest)
#include "figures_test.moc"
