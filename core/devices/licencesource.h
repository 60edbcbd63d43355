#pragma once

#include <QDate>
#include <QObject>
#include <QString>

namespace devices {

/// What is asked of shared data or of the store of e-licences, about one person or firm, for one case.
struct LicenceQuestion {
    enum class Kind { Shared, ELicence };
    Kind kind = Kind::ELicence;
    QString material; ///< id in the guide
    QString materialName; ///< as the guide calls it
    QString holderName; ///< person data
    QString holderNumber; ///< identity number or credit code; may be empty; person data
    QString purpose; ///< in words; never empty
    QString caseNumber;
};

/// What came back. What a source says that it found is no fact yet: see domain::licenceFault().
struct LicenceAnswer {
    enum class Result {
        Found,
        NotFound,
        Refused, ///< it is there and not given out for this, or this window may not ask
        Unreachable, ///< no connection, no answer in time, or one that says “later”
        Garbled, ///< an answer that is none
    };
    Result result = Result::Unreachable;
    QString identifier; ///< Found; as the fields below
    QString name; ///< of the licence or the data
    QString holder; ///< person data
    QString issuer;
    QDate from; ///< null: not said
    QDate until; ///< null: no end
    bool isBeyondHub = false; ///< Unreachable: the hub answered, whoever it asks did not
    QString detail; ///< why, for the log and for whoever looks after the PC; without person data
};

/// Where licences and shared data are looked up. One question at a time.
class LicenceSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// False: there is nobody to ask, and ask() must not be called.
    virtual bool isSetUp() const = 0;
    /// Returns at once; answered() follows once, in bounded time, unless cancel() comes first. Not while a question is open.
    virtual void ask(const LicenceQuestion &question) = 0;
    /// The open question is not waited for any more; nothing when there is none.
    virtual void cancel() = 0;

signals:
    void answered(const devices::LicenceAnswer &answer);
};

}
