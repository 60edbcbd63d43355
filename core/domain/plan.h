#pragma once

#include "core/domain/case.h"
#include "core/domain/fieldcheck.h"

namespace domain {

/// What one case is asked for today: derived from guide, answers and choices, never stored.
struct Plan {
    struct Question {
        Situation situation;
        QString answer; ///< empty: still open
    };
    struct ItemLine {
        Item item;
        Truth applies = Truth::Unknown;
        bool chosen = false; ///< applies and was not dropped
        QString path; ///< chosen or the only possible one; empty: still open, or the item has none
        QList<Path> paths; ///< those that the answers allow
        int promisedDays = -1;
        int statutoryDays = -1;
    };
    struct MaterialLine {
        Material material;
        QStringList itemIds; ///< chosen items that need it, in order
        QStringList itemNames;
        QStringList notes;
    };
    struct FieldLine {
        Field field;
        QString value;
        FieldFault fault = FieldFault::None; ///< Missing only for required ones
        FieldSource source = FieldSource::Typed; ///< of the value
    };

    /// One person of a roster. The faults of the first, number 1, are those of the form's fields.
    struct PersonLine {
        Person person;
        QMap<QString, FieldFault> faults; ///< field → fault, only where there is one
        bool twice = false; ///< somebody before has the same identity number
    };
    /// A list of people, as far as the chosen items ask for it.
    struct RosterLine {
        Roster roster;
        QList<Field> columns; ///< those that are asked for now, the name first
        QList<PersonLine> people; ///< the first of the form, when anything is filled in, then all others
    };

    QList<Question> questions; ///< those to ask, in order
    QList<ItemLine> items; ///< all of the matter, in order
    QList<MaterialLine> materials; ///< merged by identity, in order of first need
    QList<FieldLine> fields; ///< merged by identity, as the form shows them: putInBlocks()
    QList<RosterLine> rosters;
    bool agentActs = false; ///< somebody with a letter of authority acts for the applicant

    const ItemLine *item(const QString &id) const;
    const MaterialLine *material(const QString &id) const;
    const FieldLine *field(const QString &id) const;
    const RosterLine *roster(const QString &id) const;
    /// When each chosen item is promised to end, prerequisites first: item id → working days from acceptance; -1 when its own
    /// time or one it waits for is unknown.
    QMap<QString, int> promisedEnds() const;
    /// The matter's own promise: longest way over prerequisites of the chosen items, in working days; -1 when one is unknown.
    int promisedDays() const;
};

/// The plan of \a file under \a guide as the law stands on \a day.
Plan planOf(const Case &file, const Guide &guide, QDate day);

}
