#pragma once

#include "core/domain/copymap.h"
#include "core/domain/plan.h"

namespace domain {

/// One blank of another system with what one case has for it.
struct CopyLine {
    enum class State {
        Ready, ///< \c value is what to paste
        Passed, ///< the case has nothing, and the map says that nothing is needed
        ByHand, ///< nothing that could be copied, see \c fault
    };
    enum class Fault {
        None,
        NothingThere, ///< the case has no such value
        NoDate,
        NoIdentityNumber, ///< of which sex or date of birth could be read
        NoSuchPart, ///< the address does not say its province, city …
        NotInTable,
        TooLong, ///< \c detail: how many characters the blank takes
    };
    enum class Secrecy { None, Number, Phone };

    qsizetype screen = 0; ///< index in CopySheet::screens
    QString label;
    QString value; ///< Ready: to be copied. ByHand: as the case has it, may be empty
    State state = State::Ready;
    Fault fault = Fault::None;
    QString detail = {};
    Secrecy secrecy = Secrecy::None;

    /// The value as it may stand on a screen that others see.
    QString shown() const;
    bool operator==(const CopyLine &) const = default;
};

/// One case in the order of another system.
struct CopySheet {
    QString system;
    bool sample = false;
    QStringList screens; ///< titles; a screen of a roster stands once for each person
    QList<CopyLine> lines;

    /// How a line is called in the record of what was copied: “screen › label”.
    QString nameOf(qsizetype line) const;
    bool operator==(const CopySheet &) const = default;
};

/// \a file in the order of \a map; \a plan is what was applied for (asFiledOf()).
CopySheet copySheetOf(const CopyMap &map, const Case &file, const Plan &plan, const Guide &guide);

}
