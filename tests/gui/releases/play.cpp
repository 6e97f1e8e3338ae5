// SPDX-License-Identifier: GPL-3.0-or-later
#include "releases/play.h"

#include "panels/releases/releases_panel.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTabBar>
#include <QTreeWidget>

#include <sqlite3.h>

namespace {

constexpr int kPeopleSettings = 6;
constexpr std::chrono::minutes kSilence{15}; ///< after which the window locks

QString words(const char* text)
{
    return QString::fromUtf8(text);
}

release::ItemPlan task(const char* id, const char* section, const char* title, release::Role role)
{
    release::ItemPlan plan;
    plan.id = {words(id)};
    plan.section = words(section);
    plan.title = words(title);
    plan.role = role;
    return plan;
}

release::Watch errorsBelowTheLimit()
{
    release::Watch watch;
    watch.id = words("errors");
    watch.title = words("Errors below 0.5 %");
    watch.figure = words("http_error_ratio");
    watch.limit = 0.005;
    return watch;
}

std::vector<release::SignOffRule> twoSignOffs()
{
    return {{.id = words("security"),
             .title = words("Security says yes"),
             .roles = {release::Role::Security},
             .sections = {words("before")}},
            {.id = words("product"),
             .title = words("Product says yes"),
             .roles = {release::Role::Product},
             .sections = {words("operations")}}};
}

} // namespace

// ---- Behind the program's back ----

Intruder::Intruder(const QString& dataFolder)
{
    const QByteArray file = (dataFolder + QStringLiteral("/relevo.db")).toUtf8();
    if (sqlite3_open(file.constData(), &m_file) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(m_file));
}

Intruder::~Intruder()
{
    sqlite3_close(m_file);
}

int Intruder::run(const QString& sql)
{
    if (sqlite3_exec(m_file, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(m_file));
    return sqlite3_changes(m_file);
}

// ---- Who plays, and what ----

Play::Play()
{
    ledgerKey = QByteArray(32, 'k');
    hooks.checks = &checks;
    restartAll();
}

release::Template Play::plan()
{
    using namespace release;
    ItemPlan smoke = task("smoke", "before", "Smoke tests on staging", Role::Qa);
    smoke.itemClass = ItemClass::Blocker;
    smoke.evidence = EvidenceKind::Pasted;
    smoke.evidenceValidity = minutes(72 * 60);
    ItemPlan book = task("runbook", "operations", "Runbook tried out", Role::Sre);
    book.evidence = EvidenceKind::File;
    ItemPlan after = task("health", "after", "It answers", Role::Sre);
    after.isAfterGo = true;
    after.evidence = EvidenceKind::Check;
    after.checks = {
        {.id = words("hello"),
         .title = words("It says hello"),
         .kind = CheckKind::Command,
         .parameters = {{words("arguments"), QJsonArray{words("/bin/echo"), words("hola")}}}}};
    Template made;
    made.id = words("play");
    made.language = words("en");
    made.title = words("A short plan");
    made.sections = {{words("before"), words("Before"), false},
                     {words("operations"), words("Operations"), true},
                     {words("after"), words("After"), false}};
    made.items = {smoke, book, after};
    made.signOffs = twoSignOffs();
    made.canary = {{{1, minutes(10)}, {5, minutes(10)}, {25, minutes(10)}, {100, minutes(10)}},
                   {errorsBelowTheLimit()}};
    made.rollback.triggers = {{.id = words("errors"),
                               .title = words("Errors above 0.5 %"),
                               .watch = errorsBelowTheLimit(),
                               .firstStep = {}}};
    made.rollback.steps = {{words("Put the last version back"), minutes(10), {}},
                           {words("Write down what happened"), minutes(15), {}}};
    return made;
}

bool Play::shelve()
{
    return ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& c, auto done) {
               desk->saveReleaseTemplates(c, badgeOf(me), {plan()}, std::move(done));
           })
        .has_value();
}

bool Play::hire()
{
    click("settingsButton");
    find<QListWidget>("settingsPages")->setCurrentRow(kPeopleSettings);
    const auto* tree = find<QTreeWidget>("peopleTree");
    if (!until([&] { return tree->topLevelItemCount() == 1; }))
        return false;
    type("newPersonEdit", words(kBeto.name));
    click("addPersonButton");
    return until([&] { return tree->topLevelItemCount() == 2; }) &&
           hireOne(1, kBeto.words, {words("SRE"), words("Security"), words("Backend lead")}) &&
           hireOne(0, kLucia.words, {words("QA"), words("Product")});
}

bool Play::hireOne(int row, const char* passphrase, const QStringList& roles)
{
    auto* tree = find<QTreeWidget>("peopleTree");
    tree->setCurrentItem(tree->topLevelItem(row));
    for (const QString& role : roles) {
        for (QAction* action : find<QMenu>("rolesMenu")->actions()) {
            if (action->text() == role)
                action->trigger();
        }
        if (!until([&] { return tree->topLevelItem(row)->text(1).contains(role); }))
            return false;
    }
    type("freshPassphrase", words(passphrase));
    click("setPassphraseButton");
    return until([&] { return tree->topLevelItem(row)->text(2) == words("with a passphrase"); });
}

// ---- At the door ----

bool Play::enters(const char* passphrase)
{
    type("doorPassphrase", words(passphrase));
    QTest::keyClick(find("doorPassphrase"), Qt::Key_Return);
    const auto& open = window->releases().release();
    return until([&] { return find("rail")->isEnabled() || shows("doorError"); }) &&
           find("rail")->isEnabled() &&
           until([&] { return !open.isOpen() || open.view().me.person == open.me(); });
}

bool Play::sits(const Player& player)
{
    if (!shows("DoorPage"))
        press(Qt::Key_L, Qt::ControlModifier);
    auto* people = find<QComboBox>("doorPeople");
    if (!until([&] { return shows("DoorPage") && people->findText(words(player.name)) >= 0; }))
        return false;
    people->setCurrentIndex(people->findText(words(player.name)));
    return enters(player.words);
}

bool Play::pass(base::milliseconds time, const Player& whoSits)
{
    settle(); // the last key was told
    clock.advance(time);
    settle();
    if (time < kSilence)
        return true;
    return until([&] {
               settle(); // the desk looks at its clock
               return shows("DoorPage") && shows("doorPassphrase");
           }) &&
           enters(whoSits.words);
}

// ---- At the board ----

void Play::press(Qt::Key pressed, Qt::KeyboardModifiers modifiers)
{
    window->activateWindow(); // a dialog that was closed leaves no window active here
    std::ignore = QTest::qWaitForWindowActive(window.get());
    key(window.get(), pressed, modifiers);
}

void Play::clickItem(const char* id)
{
    page(words("Board"));
    const QAbstractItemModel* model = board()->model();
    for (int g = 0; g < model->rowCount(); ++g) {
        const QModelIndex group = model->index(g, 0);
        for (int i = 0; i < model->rowCount(group); ++i) {
            const QModelIndex row = model->index(i, 0, group);
            if (row.data().toString().trimmed() != item(id).plan.title)
                continue;
            board()->scrollTo(row);
            QPoint place = board()->visualRect(row).center();
            QTest::mouseClick(board()->viewport(), Qt::LeftButton, {}, place);
            return;
        }
    }
    qFatal("no row of %s", id);
}

void Play::step(const char* name)
{
    click(qPrintable(QStringLiteral("step_") + words(name)));
}

bool Play::showFile(const QByteArray& bytes, const QString& name)
{
    const QString path = windowFolder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return false;
    file.close();
    find<QTabBar>("itemTabs")->setCurrentIndex(1);
    click("evidenceFileButton");
    auto* dialog = window->findChild<QFileDialog*>();
    if (!dialog || !until([&] { return dialog->isVisible(); }))
        return false;
    auto* edit = dialog->findChild<QLineEdit*>(words("fileNameEdit"));
    edit->setText(path);
    QTest::keyClick(edit, Qt::Key_Return);
    return true;
}

// ---- At the other pages ----

const release::Release& Play::release() const
{
    return window->releases().release().release();
}

release::LedgerHead Play::head() const
{
    return window->releases().release().view().ledger;
}

QStringList Play::reasons() const
{
    QStringList texts;
    const auto* tree = find<QTreeWidget>("gateReasons");
    for (int i = 0; i < tree->topLevelItemCount(); ++i)
        texts += tree->topLevelItem(i)->text(0);
    return texts;
}

void Play::sign(int rule, const char* passphrase, const QString& comment)
{
    page(words("Gate"));
    auto* tree = find<QTreeWidget>("signOffsTree");
    tree->setCurrentItem(tree->topLevelItem(rule));
    click("gateSignButton");
    type("signCommentEdit", comment);
    type("signPassphraseEdit", words(passphrase));
    click("signButton");
}

void Play::note(const char* figure)
{
    type("watchValue-errors", words(figure));
    click("watchNote-errors");
}

bool Play::decides(const char* button, const QString& stateThen)
{
    click(button);
    return until([&] { return text("canaryState").contains(stateThen); }, 5000);
}

QString Play::verified(const QString& known)
{
    page(words("Report"));
    type("reportKnown", known);
    find("reportVerdict")->hide();
    click("reportVerify");
    if (!until([&] { return shows("reportVerdict") && find("reportVerify")->isEnabled(); }))
        return text("releaseMessage");
    return text("reportVerdict");
}
