#pragma once

#include "core/hub/engine.h"
#include "core/wire/lookup.h"

namespace hub {

/// A system beyond the hub that has licences or shared data too. Asked from several threads at once; answers in bounded time.
class Upstream
{
public:
    virtual ~Upstream() = default;
    /// Result::Unreachable with what happened, in words, when it could not be asked.
    virtual wire::LookUpAnswer ask(const wire::LookUpWish &wish) = 0;
};

/// A licence, or a piece of shared data, as it is brought to the hub.
struct Licence {
    bool isShared = false; ///< a piece of shared data; else an e-licence
    QString number; ///< of the holder; identity number or credit code
    QString holder; ///< name
    QString name; ///< of the licence
    QString code;
    QString issuer;
    QDate from; ///< null: not said
    QDate until; ///< the last day; null: no end
    QStringList materials; ///< ids in the guide for which it is good; none: those whose name has its name in it
    bool operator==(const Licence &) const = default;
};

/// Looks licences up for enrolled windows. Nothing is answered before it is on record who asks, for whom, for which case and purpose.
class LookUps final
{
public:
    static constexpr int mostAMinute = 30; ///< of one window

    /// \a upstream is asked for what is not here; nullptr: nobody is. Both outlive this.
    explicit LookUps(const Engine &engine, Upstream *upstream = nullptr) : m_engine(engine), m_upstream(upstream) { }

    /// Refused: BadRequest without purpose or case, Busy when this window asks too often. Found is only what is in the name of the
    /// holder whose number was given, and the one that is valid longest.
    wire::Answer<wire::LookUpAnswer> ask(const Device &device, const wire::LookUpWish &wish) const;

    /// Takes all of \a licences in, or none; one with the kind, code and holder of an earlier one takes its place.
    [[nodiscard]] base::Result<> import(const QList<Licence> &licences, const QString &by = atConsole()) const;

    /// One line of the record.
    struct Recorded {
        QDateTime at; ///< UTC
        QString device;
        LookUpLine::Outcome outcome = LookUpLine::Outcome::Asked;
        QString clerk, caseNumber, purpose, material;
        bool isShared = false;
    };
    /// The newest first; only those about the holder of \a number unless that is empty.
    /// \a by, for the book.
    base::Result<QList<Recorded>> record(const QString &number, int most, const QString &by = atConsole()) const;

private:
    base::Result<qint64> note(const Device &device, const wire::LookUpWish &wish, Transaction &rows) const;
    base::Result<wire::LookUpAnswer> find(const wire::LookUpWish &wish) const;
    QByteArray holderOf(const QString &number) const;

    const Engine &m_engine;
    Upstream *const m_upstream;
};

/// The licences of a table that somebody exported (CSV; app/hub/README.md has its columns); Error::Document with the line and column of
/// everything that is wrong, one a line, at most twenty.
base::Result<QList<Licence>> licencesFrom(const QByteArray &table);

}
