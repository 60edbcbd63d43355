#pragma once

#include "core/domain/merging.h"
#include "tests/support/sampleguide.h"

/// Histories with several writers, written down by hand.
namespace branching {

using namespace domain;
using namespace Qt::StringLiterals;

inline QByteArray idNumber(int number)
{
    return QByteArray::number(number).rightJustified(32, '0');
}

/// A history in the making; every event takes a minute.
class Chronicle
{
public:
    /// Adds \a fact by \a writer, who knew \a seen; returns its id.
    QByteArray add(const QString &writer, const Fact &fact, const QList<QByteArray> &seen)
    {
        const int number = int(history.size()) + 1;
        history.append({.event = {support::noon().addSecs(60 * number), writer, fact},
                        .id = idNumber(number),
                        .seen = seen,
                        .writer = writerOf(writer, 1)});
        return history.last().id;
    }
    /// By a writer who knew everything.
    QByteArray add(const QString &writer, const Fact &fact)
    {
        return add(writer, fact, history.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{history.last().id});
    }
    void open() { add(u"base"_s, CaseOpened{u"case"_s, u"41120200110A120261121000013"_s, {u"p"_s, u"1"_s, u"m"_s}}); }
    /// Filed, with the deferral of "lease" to be supplied.
    void file()
    {
        add(u"base"_s, CaseFiled{support::noon()});
        add(u"base"_s, LifeFact{DeferralPromised{u"lease"_s, QDate(2026, 12, 1)}});
    }
    Merged merged() const { return merge(history); }

    QList<Placed> history;
};

inline Fact given(VerdictKind kind, const QString &material = u"licence"_s)
{
    return VerdictGiven{material, {.kind = kind}};
}

inline Fact delivered(const QString &collector, const QStringList &items = {u"shop"_s})
{
    return LifeFact{ItemsDelivered{items, {.collector = collector, .relation = u"本人"_s, .signedFor = true}}};
}

}
