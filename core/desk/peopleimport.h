#pragma once

#include "core/desk/peopletable.h"
#include "core/domain/people.h"

#include <optional>

namespace desk {

/// One thing that is wrong with one row of a list.
struct RowFault {
    enum class Why {
        Field, ///< see \c field
        LostDigits,
        Formula,
        TwiceInList, ///< as line \c line
        EnteredAlready,
    };
    Why why = Why::Field;
    QString heading; ///< of the column
    domain::FieldFault field = domain::FieldFault::None;
    int line = 0;
    bool operator==(const RowFault &) const = default;
};

/// One person of a list that is looked at before it is taken over.
struct ListedPerson {
    int line = 0; ///< in the text or sheet it came from, from 1
    QStringList cells; ///< as they stood
    QMap<QString, QString> values; ///< field → value, cleaned
    QList<RowFault> faults;
};

/// Why no row of a list can be taken.
struct ListTrouble {
    enum class Why {
        Empty,
        NoName, ///< no column is the name
        SameColumnTwice, ///< heading
        TooMany, ///< heading: how many would be in the list
    };
    Why why = Why::Empty;
    QString heading;
    bool operator==(const ListTrouble &) const = default;
};

/// A list of people, looked at against one roster of a case: nothing is taken over yet.
struct PeopleImport {
    std::optional<ListTrouble> trouble;
    QStringList headings; ///< of its columns; those of the roster where it has none
    QStringList fields; ///< by column: the field it fills; empty: it is not taken
    QList<ListedPerson> people;

    /// Headings of columns that are not taken.
    QStringList ignored() const;
    qsizetype faulty() const; ///< how many people have a fault
    /// Everybody without a fault, as new persons of the roster.
    QList<domain::Person> sound() const;
};

/// Looks at \a table as a list for \a roster, on \a day. Headings are known in any order, by the labels of the fields or by what
/// people usually write; without a heading the columns are those of the roster, in their order.
PeopleImport lookAtList(const PeopleTable &table, const domain::Plan::RosterLine &roster, QDate day);

/// The faulty rows of \a list as they came, each with its \a reasons (by row of the list), as a workbook to be corrected and
/// brought again.
base::Result<QByteArray> faultyRows(const PeopleImport &list, const QStringList &reasons);

}
