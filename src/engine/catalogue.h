// SPDX-License-Identifier: GPL-3.0-or-later
// What the stages of kind steps and guide iterate over: resources/knowledge.
#pragma once

#include "base/result.h"
#include "engine/words/text.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace engine {

/// What a step asks of whoever does it, and what a customer is able to do.
enum class Skill { Basic, Medium, Advanced };
/// What may be lost or broken where it is done wrongly.
enum class Risk { None, Low, Medium, High };
/// "basic", "medium", "advanced"; nothing: another word.
[[nodiscard]] std::optional<Skill> skillOf(QStringView name) noexcept;

/// One thing to do, of a solution or a guide.
struct StepItem {
    QString id;
    int minutes = 0;
    Skill skill = Skill::Basic; ///< of a guide: always
    Risk risk = Risk::None;
    Text text;
    Text help; ///< may be empty
};
using StepList = std::vector<StepItem>;

/// Who can do a step: a customer alone; the customer with somebody at their side who knows a little
/// more; a technician only. With help it is one level more, and nothing risky.
enum class Reach { Own, WithHelp, Technician };
[[nodiscard]] Reach reachOf(const StepItem& step, Skill customer) noexcept;

/// A problem, a device, an operating system, a how-to topic or a brand.
struct Term {
    QString code;
    Text label;
    bool isFrequent = false; ///< has a button where not all of its kind have one
    QString kindOf;          ///< of a device: the general one whose steps serve it too
    QString device; ///< of a problem: which one it is of where none is named ("it doesn't print")
    QHash<QString, QString> systems; ///< of a brand: the operating system of its devices, by device
    std::array<QStringList, kLanguages>
        phrases; ///< as written in that language; es also serves es-AR
};

enum class TermKind { Problem, Device, System, Topic, Brand };
inline constexpr std::size_t kTermKinds = 5;
/// The slot that a term of this kind fills: "problem", "device", "system", "topic", "brand".
[[nodiscard]] const QString& slotOfTerm(TermKind kind) noexcept;

enum class StepSet { Basic, Advanced, Guide };

/// Immutable once loaded.
class Catalogue
{
public:
    /// Steps, guides and the list of terms, in any order; what else a file may be is ignored.
    /// Invalid: a file is malformed, a text is missing, two steps of one entry share an id, a
    /// device is of a kind that is none or is itself of a kind, a term names one that is none.
    [[nodiscard]] static base::Result<Catalogue> load(const QList<QByteArray>& files);
    [[nodiscard]] static base::Result<Catalogue> load(const QList<QJsonObject>& files);

    [[nodiscard]] const std::vector<Term>& terms(TermKind kind) const noexcept
    {
        return m_terms[static_cast<std::size_t>(kind)];
    }
    /// -1: none.
    [[nodiscard]] int indexOf(TermKind kind, const QString& code) const;
    [[nodiscard]] const Term* term(TermKind kind, const QString& code) const;
    /// Null: the catalogue has no entry. `first` is a problem or a topic, `second` a device or a
    /// system. A device without an entry of its own is served by that of its general kind.
    [[nodiscard]] const StepList* steps(StepSet set, const QString& first,
                                        const QString& second) const;
    /// By its id, of whatever list; null: none.
    [[nodiscard]] const StepItem* step(const QString& id) const;
    /// By its id, of the lists of one set; null: none.
    [[nodiscard]] const StepItem* step(StepSet set, const QString& id) const;
    /// Basic steps that may serve a problem of a device without an entry: those for the same problem,
    /// then those for the same device, in catalogue order.
    [[nodiscard]] std::vector<const StepItem*> stepsNear(const QString& problem,
                                                         const QString& device) const;
    /// The devices or systems for which `first` has an entry in a set, in catalogue order.
    [[nodiscard]] const QStringList& servedBy(StepSet set, const QString& first) const;

private:
    [[nodiscard]] base::Result<void> addLists(const QJsonObject& file);
    [[nodiscard]] base::Result<void> addTerms(TermKind kind, const QJsonValue& list);
    [[nodiscard]] base::Result<void> addSteps(const QJsonObject& file);
    [[nodiscard]] base::Result<void> addGuide(const QJsonObject& file);
    [[nodiscard]] base::Result<void> addList(StepSet set, const QString& first,
                                             const QString& second, const QJsonValue& list);
    [[nodiscard]] base::Result<void> checkKinds() const;
    [[nodiscard]] base::Result<void> checkImplied() const;

    std::array<std::vector<Term>, kTermKinds> m_terms;
    std::array<QHash<QString, int>, kTermKinds> m_index;
    QHash<QString, StepList> m_steps;     ///< "basic/slow/notebook"
    QHash<QString, QStringList> m_served; ///< "basic/slow"
};

} // namespace engine
