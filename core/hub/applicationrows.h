#pragma once

#include "core/base/result.h"
#include "core/journal/seal.h"

#include <QDate>

#include <optional>

namespace hub {

// What online applications need rows for. Secrets and codes are blinded (HubKey::blinded()), what was filled in is sealed under a key of
// the application's own; who throws that away throws away the rest.

/// An application that somebody began at the pages.
struct ApplicationLine {
    enum class State {
        Open = 0, ///< being filled in
        Submitted = 1, ///< is a case; a window looks at it
        AtWindow = 2, ///< is a case that a window opened with its code
    };
    qint64 id = 0; ///< 0: not stored yet
    State state = State::Open;
    QByteArray secret; ///< blinded; of the browser that goes on with it
    QByteArray resume; ///< blinded; of the code with which another device goes on
    QByteArray window; ///< blinded; of the code for a window; empty: none was asked for
    QByteArray network; ///< blinded; of who began it
    journal::Sealed key; ///< under the hub's
    journal::Sealed body;
    QString caseUuid; ///< Submitted, AtWindow
    QString device; ///< AtWindow: whose
    QDateTime madeAt; ///< UTC
    QDateTime changedAt; ///< UTC
    QDateTime expires; ///< UTC
};

class ApplicationRows
{
public:
    virtual ~ApplicationRows() = default;
    enum class By { Secret, Resume, Window };
    /// In a transaction that writes: held until it ends.
    virtual base::Result<std::optional<ApplicationLine>> application(By by, const QByteArray &blinded) = 0;
    virtual base::Result<int> openOnes() = 0;
    virtual base::Result<int> openOnesOf(const QByteArray &network) = 0;
    virtual base::Result<qint64> put(const ApplicationLine &line) = 0; ///< new where its id is 0; its id
    [[nodiscard]] virtual base::Result<> drop(qint64 id) = 0; ///< with its pictures
    virtual base::Result<int> dropExpired(const QDateTime &now) = 0; ///< the same; how many went

    virtual base::Result<qint64> addPicture(qint64 application, const journal::Sealed &picture) = 0; ///< its id
    virtual base::Result<std::optional<journal::Sealed>> picture(qint64 application, qint64 id) = 0;
    [[nodiscard]] virtual base::Result<> dropPicture(qint64 application, qint64 id) = 0;
    [[nodiscard]] virtual base::Result<> dropPicturesOf(qint64 application) = 0;

    /// The next number, from 1, of the cases that the hub opens in \a region on \a day; never given twice.
    virtual base::Result<int> nextCaseSerial(const QString &region, QDate day) = 0;
};

}
