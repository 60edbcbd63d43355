#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QString>

namespace wire {

// Having an e-licence made for a granted item: POST /issue/v1/licences at the issuing system (app/hub/README.md).

/// What the issuing system is asked for.
struct IssueWish {
    QString request; ///< the same whenever the same is asked again
    QString caseNumber;
    QString matter; ///< name
    QString item; ///< id in the guide
    QString itemName;
    QString certificate; ///< number of the certificate; may be empty
    QString code; ///< GB/T 36904 identifier, where the department has given one; may be empty
    QDate granted;
    QString holderName; ///< person data
    QString holderNumber; ///< identity number or credit code; person data
    bool operator==(const IssueWish &) const = default;
};

struct IssueAnswer {
    enum class Result {
        Issued,
        Pending, ///< it is being made: ask again
        None, ///< there is no e-licence for this
        Unreachable, ///< \c why
    };
    Result result = Result::Unreachable;
    QString code; ///< Issued: GB/T 36904 identifier
    QString kind; ///< Issued: pdf, ofd
    QByteArray document; ///< Issued
    QString why; ///< Unreachable: in words, without person data
    bool operator==(const IssueAnswer &) const = default;
};

QByteArray toJson(const IssueWish &wish);
base::Result<IssueWish> issueWishFrom(const QByteArray &body);
QByteArray toJson(const IssueAnswer &answer);
/// Error::Document with the place, never with what stood there: also where the document is not of its kind.
base::Result<IssueAnswer> issueAnswerFrom(const QByteArray &body);

}
