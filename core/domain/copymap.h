#pragma once

#include "core/domain/guide.h"

namespace domain {

// How the screens of another system (a province's, a department's) want a case: data that a hall writes, see
// resources/copycards/README.md. What becomes of it with one case: copysheet.h.

/// Where the value of one blank comes from.
struct CopySource {
    enum class Kind {
        Field, ///< of the form; \c subject: its id
        PartyName, ///< of the first who is named in \c role
        PartyIdentity,
        PartyPhone,
        CaseNumber,
        FiledAt, ///< ISO, with the offset of the window
        OpenedAt,
        Clerk,
        MatterName,
        MatterCode,
        LeadDepartment,
        Region,
        ItemNames, ///< of all that were applied for, by 、
        ItemCodes,
        Departments, ///< of those items, each once
        Text, ///< \c subject itself, the same in every case
    };
    Kind kind = Kind::Text;
    QString subject = {};
    Field::Role role = Field::Role::Applicant;
    bool operator==(const CopySource &) const = default;
};

/// One change on the way from the case to the blank.
struct CopyStep {
    enum class Kind {
        Upper,
        Lower,
        Digits, ///< all else is left out
        Date, ///< \c argument: how it is written, letters as in QDateTime::toString
        BirthDate, ///< of an identity number; ISO
        Sex, ///< of an identity number: 男 or 女
        Province, ///< of an address
        City,
        County,
        Street, ///< what follows province, city and county
        Table, ///< \c argument: name of a code table of the map
        Most, ///< \c argument: as many characters as the blank takes; nothing is cut, the clerk is told
    };
    Kind kind = Kind::Upper;
    QString argument = {};
    bool operator==(const CopyStep &) const = default;
};

/// One blank of a screen.
struct CopyBlank {
    /// What is done when the case has nothing for it.
    enum class Missing {
        Stop, ///< the clerk is told to type it by hand
        Skip, ///< passed over
        Fallback, ///< \c fallback is copied
    };
    QString label; ///< as it stands on that screen
    QList<CopySource> from; ///< the first that has something counts
    QList<CopyStep> steps; ///< in order
    Missing missing = Missing::Stop;
    QString fallback = {};
    bool secret = false; ///< masked on the card although it is no number of a person
    bool operator==(const CopyBlank &) const = default;
};

struct CopyScreen {
    QString title;
    QString roster = {}; ///< id: the screen is filled in once for each person of this list; empty: once
    QList<CopyBlank> blanks;
    bool operator==(const CopyScreen &) const = default;
};

/// All screens of one system, in the order in which they come up there.
struct CopyMap {
    QString id;
    QString system; ///< its name
    bool sample = false; ///< made up to show how it is done; the card says so
    QStringList matters = {}; ///< ids; empty: every matter
    QMap<QString, QMap<QString, QString>> tables = {}; ///< name → word of the case → code of the system
    QList<CopyScreen> screens;
    bool operator==(const CopyMap &) const = default;
};

}
