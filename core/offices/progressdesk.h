#pragma once

#include "core/domain/deadlines.h"
#include "core/hub/engine.h"
#include "core/offices/guidestand.h"
#include "core/offices/hubcases.h"
#include "core/papers/stamp.h"

namespace offices {

/// Where one item of a case stands, as its applicant is told.
struct ItemProgress {
    enum class Stand {
        Waiting, ///< for its department to accept it
        Working, ///< accepted
        Paused, ///< a special step that the promise does not count
        Refused, ///< not accepted
        Decided, ///< granted, the result is on its way to the issuance window
        Denied, ///< decided against the applicant
        Ready, ///< the result can be collected, or is about to be sent
        Delivered,
        Withdrawn,
        Lapsed, ///< what was promised to come did not
    };
    QString name;
    QString department;
    Stand stand = Stand::Waiting;
    QDateTime at; ///< since when; null: not known
    QDate due; ///< Waiting, Working: last day; null: none is known
    int daysLeft = 0; ///< working days to \c due, today not counted; negative: it is past
    bool provisional = false; ///< \c due leads through a year without a calendar
    QString step; ///< Paused
    QString reason; ///< Refused, Denied, Withdrawn
    QString outcome; ///< name of the result
    bool onPaper = false; ///< Ready: there is something to hold in hands
    QString tracking; ///< Delivered by courier
    QString id = {}; ///< of the item in the guide
};

/// What a citizen is told of a case: nothing of any person.
struct Progress {
    QString number;
    domain::GuideRef guide;
    QString matter; ///< empty: the hub has not got the guide, and no items
    QString lead;
    domain::Stage stage = domain::Stage::Intake;
    QString joinedTo; ///< number of the case that stands for this one, which was taken in twice; else empty
    bool awaitsReview = false; ///< came online, and nobody has looked yet
    QDateTime filedAt;
    QList<ItemProgress> items;
    QDate due; ///< of the whole matter; null: none is known, or all is done
    int daysLeft = 0;
    bool provisional = false;
    /// What the applicant still has to bring.
    struct Missing {
        QString material;
        QString reason; ///< of the notice; empty: it was promised for \c due
        QDate due;
        bool isLate = false;
    };
    QList<Missing> missing;
    domain::CollectionChoice collection; ///< without the address
    bool isDone = false; ///< every item has ended, and what there was to hand over was handed over
};

/// Shows one case to who proves that it is theirs, and nobody else. Unknown and wrong are one answer: nothing. From any thread.
class ProgressDesk final
{
public:
    struct Needs {
        const hub::Engine &engine;
        HubCases &cases;
        GuideStand &guides;
        const domain::ClockRules &rules;
    };
    /// Everything must live as long as this.
    explicit ProgressDesk(const Needs &needs) : m(needs) { }

    /// What a code on a paper shows.
    struct Shown {
        Progress progress;
        papers::Stamp stamp;
        QString hall;
        QString device; ///< that signed the paper
    };
    /// By the code of a paper of the case, NUMBER.STAMP, which a window that is enrolled here and not revoked must have signed, or the hub.
    base::Result<std::optional<Shown>> byCode(const QString &code) const;
    /// By the number, in groups or not, and the last four characters of the identity document (or credit code) of the applicant, the
    /// enterprise or the agent.
    base::Result<std::optional<Progress>> byIdentity(const QString &number, const QString &lastFour) const;

private:
    base::Result<QString> signerOf(const papers::ScannedStamp &scanned) const;

    const Needs m;
};

}
