#pragma once

#include "core/offices/guidestand.h"
#include "core/offices/hubcases.h"
#include "core/wire/issue.h"

namespace offices {

/// The system that makes e-licences. From several threads at once.
class Issuer
{
public:
    virtual ~Issuer() = default;
    virtual wire::IssueAnswer ask(const wire::IssueWish &wish) = 0;
};

/// One question to the issuing system.
struct IssueErrand {
    hub::IssuedLicence licence;
    wire::IssueWish wish;
};

/// E-licences of granted items: asks for them until they are there, keeps them sealed under the key of their case, and hands them to whoever
/// shows the secret of a receipt. From any thread.
class LicenceIssuing final
{
public:
    struct Needs {
        const hub::Engine &engine;
        GuideStand &guides;
        HubCases &cases;
    };
    /// Everything must live as long as this.
    explicit LicenceIssuing(const Needs &needs) : m(needs) { }

    /// A question that is due and now ours for a minute; nothing: none is.
    base::Result<std::optional<IssueErrand>> next() const;
    /// What came of it: kept, or to be asked again, later each time; after about three days it is given up and somebody told.
    [[nodiscard]] base::Result<> settle(const IssueErrand &errand, const wire::IssueAnswer &answer) const;

    /// The e-licences that are there for the case with this number, without their documents.
    base::Result<QList<hub::IssuedLicence>> issuedOf(const QString &number) const;
    struct Document {
        QString kind; ///< pdf, ofd
        QByteArray bytes;
    };
    /// One of them, which is written into the book; nothing when there is none.
    base::Result<std::optional<Document>> fetch(const QString &number, const QString &item) const;

private:
    const Needs m;
};

}
