// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_checks.h"
#include "releases/releases_window.h"

struct sqlite3;

/// Somebody of the play, with a passphrase.
struct Player {
    const char* name;
    const char* words;
};
inline constexpr Player kLucia{"Lucía", "gato sobre el piano"};
inline constexpr Player kBeto{"Beto", "perro en la terraza"};

/// Whoever writes in the program's data without it: another connection to its file.
class Intruder
{
public:
    explicit Intruder(const QString& dataFolder);
    ~Intruder();
    Intruder(const Intruder&) = delete;
    Intruder& operator=(const Intruder&) = delete;
    /// Answers how many rows it changed; fails the test where the file refuses.
    int run(const QString& sql);

private:
    sqlite3* m_file = nullptr;
};

/// The window with a keyed ledger and two people in it, who do everything by its controls. Lucía leads,
/// and is QA and product; Beto is SRE, security and backend lead.
class Play : public ReleasesWindow
{
public:
    Play();
    ~Play() { window.reset(); }
    Play(const Play&) = delete;
    Play& operator=(const Play&) = delete;

    /// Gives the two their roles and passphrases, in Settings → People.
    bool hire();
    /// Puts the short plan of this play on the shelf of templates.
    bool shelve();
    /// Whoever sits there gets up, and this one says who they are. False: the door stays shut.
    bool sits(const Player& player);
    /// With these words at the door that is shown.
    bool enters(const char* words);
    /// Time goes by; the window locks if it was long, and whoever sat there comes back.
    bool pass(base::milliseconds time, const Player& whoSits);
    /// A key of the window's own.
    void press(Qt::Key pressed, Qt::KeyboardModifiers modifiers);
    /// Clicks an item's row of the board.
    void clickItem(const char* id);
    void step(const char* name);
    /// Shows a file by the dialog of its button.
    bool showFile(const QByteArray& bytes, const QString& name);
    /// The page's row of this sign-off, signed with these words.
    void sign(int rule, const char* words, const QString& comment = {});
    void page(const QString& text) { tab("releaseTabs", text); }
    void note(const char* figure);
    bool decides(const char* button, const QString& stateThen);
    [[nodiscard]] QStringList reasons() const;
    [[nodiscard]] const release::Release& release() const;
    [[nodiscard]] release::LedgerHead head() const;
    /// Asks the report's page, with a head that was given away; answers what it says.
    QString verified(const QString& known = {});

    /// Whether a label comes to say this.
    [[nodiscard]] bool tells(const char* label, const QString& part) const
    {
        return until([&] { return text(label).contains(part); }, 5000);
    }

    static release::Template plan();

    app::DesktopChecks checks{home.home(), systemClock, {}};

private:
    bool hireOne(int row, const char* words, const QStringList& roles);
};
