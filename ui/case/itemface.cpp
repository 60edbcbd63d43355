#include "ui/case/itemface.h"

#include "core/domain/codes.h"
#include "ui/words/lifewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using domain::CaseItem;
using Look = BadgeFace::Look;

namespace {

struct ItemWords {
    Q_DECLARE_TR_FUNCTIONS(CaseItems)
};

/// What is made up never looks as if somebody had said it.
QString handlerWords(const desk::UnitBook::Handler &handler)
{
    const QString words = handler.unit.isEmpty() ? ItemWords::tr("No unit is named: %1").arg(handler.why)
                                                 : ItemWords::tr("Handled by %1").arg(handler.unit);
    return handler.isSample ? ItemWords::tr("%1 (sample routing, not official)").arg(words) : words;
}

const domain::Deadline *promiseIn(const CaseView &view, const QString &id)
{
    for (const domain::CaseClock &clock : view.clocks) {
        if (clock.deadline.kind == domain::Deadline::Kind::ItemPromise && clock.deadline.item == id)
            return &clock.deadline;
    }
    return nullptr;
}

QString byDay(const QString &day, bool provisional)
{
    return provisional ? ItemWords::tr("by %1, provisional").arg(day) : ItemWords::tr("by %1").arg(day);
}

BadgeFace acceptedFace(const CaseItem &item)
{
    if (item.isPaused())
        return {ItemWords::tr("Paused: %1").arg(item.pauses.last().step), Look::Warn, u"clock"_s};
    if (item.preReviewedAt.isValid())
        return {ItemWords::tr("Pre-reviewed"), Look::Accent, u"check"_s};
    return {words::name(item.state), Look::Accent, u"chevron-right"_s};
}

BadgeFace decidedFace(const CaseItem &item)
{
    if (item.delivery)
        return {ItemWords::tr("Handed over"), Look::Good, u"person"_s};
    if (!item.outcome->granted)
        return {ItemWords::tr("Denied"), Look::Bad, u"cross"_s};
    return {ItemWords::tr("Granted"), Look::Good, u"check"_s};
}

QString numberedBy(const QString &text, const QString &number)
{
    return number.isEmpty() ? text : text + ItemWords::tr(", number %1").arg(number);
}

QString withReason(const QString &text, const QString &reason)
{
    return reason.isEmpty() ? text : ItemWords::tr("%1: %2").arg(text, reason);
}

QStringList courseOf(const CaseItem &item)
{
    QStringList lines;
    if (item.acceptedAt.isValid())
        lines << numberedBy(ItemWords::tr("Accepted %1 by %2").arg(words::moment(item.acceptedAt), item.by),
                            item.state == CaseItem::State::Refused ? QString() : item.number);
    for (const CaseItem::Pause &pause : item.pauses)
        lines << (pause.until.isNull()
                      ? ItemWords::tr("Not counted since %2: %1").arg(pause.step, words::moment(pause.from))
                      : ItemWords::tr("Not counted %2 – %3: %1")
                            .arg(pause.step, words::moment(pause.from), words::moment(pause.until)));
    if (item.preReviewedAt.isValid())
        lines << ItemWords::tr("Pre-reviewed %1").arg(words::moment(item.preReviewedAt));
    if (item.sentAt.isValid() && item.custody.isEmpty())
        lines << ItemWords::tr("Result on its way since %1 to %2").arg(words::moment(item.sentAt), item.sentTo);
    return lines;
}

QStringList endOf(const CaseItem &item)
{
    if (!item.isEnded())
        return {};
    const QString at = words::moment(item.endedAt);
    if (!item.outcome)
        return {withReason(numberedBy(words::name(item.state) + u' ' + at,
                                      item.state == CaseItem::State::Refused ? item.number : QString()),
                           item.reason)};
    if (!item.outcome->granted)
        return {ItemWords::tr("Denied %1: %2").arg(at, item.outcome->reason)};
    QStringList lines{ItemWords::tr("Granted %1").arg(at)};
    if (!item.outcome->certificate.isEmpty())
        lines[0] += ItemWords::tr(", certificate %1").arg(item.outcome->certificate);
    if (!item.outcome->eLicence.isEmpty())
        lines << ItemWords::tr("E-licence %1").arg(item.outcome->eLicence);
    return lines;
}

QStringList resultOf(const CaseItem &item)
{
    QStringList lines;
    for (const domain::Custody &custody : item.custody)
        lines << words::custody(custody);
    if (item.delivery) {
        const domain::Delivery &delivery = *item.delivery;
        QString line = ItemWords::tr("Handed over %1 %2").arg(words::moment(delivery.at), words::name(delivery.way));
        if (!delivery.collector.isEmpty())
            line += ItemWords::tr(", to %1 (%2)").arg(domain::maskedName(delivery.collector), delivery.relation);
        if (!delivery.identity.isEmpty())
            line += u' ' + domain::maskedNumber(delivery.identity);
        if (!delivery.authority.isEmpty())
            line += ItemWords::tr(", by %1").arg(delivery.authority);
        if (!delivery.company.isEmpty())
            line += u' ' + delivery.company;
        if (!delivery.tracking.isEmpty())
            line += ItemWords::tr(", parcel %1").arg(delivery.tracking);
        if (delivery.signedFor)
            line += ItemWords::tr(", signed for");
        lines << line;
    }
    if (item.proofSentAt.isValid())
        lines << ItemWords::tr("Proof sent to the department %1").arg(words::moment(item.proofSentAt));
    return lines;
}

}

BadgeFace itemFace(const CaseItem &item)
{
    switch (item.state) {
    case CaseItem::State::Filed:
        return {words::name(item.state), Look::Neutral, u"question"_s};
    case CaseItem::State::Accepted:
        return acceptedFace(item);
    case CaseItem::State::Decided:
        return decidedFace(item);
    case CaseItem::State::Refused:
        return {item.delivery ? ItemWords::tr("Refused, handed over") : words::name(item.state), Look::Bad, u"cross"_s};
    case CaseItem::State::Withdrawn:
        return {words::name(item.state), Look::Neutral, u"back"_s};
    case CaseItem::State::Lapsed:
        return {words::name(item.state), Look::Bad, u"warning"_s};
    }
    Q_UNREACHABLE();
}

QStringList itemDetails(const CaseView &view, const QString &id)
{
    const auto *entry = view.item(id);
    if (!entry)
        return {};
    const auto &[line, item] = *entry;
    QStringList waitsFor;
    for (const QString &before : line.item.after) {
        if (const auto *other = view.item(before); other && !other->second.isEnded())
            waitsFor << other->first.item.name;
    }
    QStringList lines{line.item.department};
    if (const QString promise = promiseOf(view, id); !promise.isEmpty())
        lines[0] += u"  ·  "_s + ItemWords::tr("promised %1").arg(promise);
    if (const auto handler = view.handlers.constFind(id); handler != view.handlers.constEnd())
        lines << handlerWords(*handler);
    if (!waitsFor.isEmpty() && !item.isEnded())
        lines << ItemWords::tr("Waits for %1").arg(waitsFor.join(u"、"_s));
    return lines + courseOf(item) + endOf(item) + resultOf(item);
}

QString promiseOf(const CaseView &view, const QString &id)
{
    const domain::Deadline *promise = promiseIn(view, id);
    return promise && promise->due.isValid() ? byDay(words::day(promise->due.date()), promise->provisional) : QString();
}

QString shortPromiseOf(const CaseView &view, const QString &id)
{
    const domain::Deadline *promise = promiseIn(view, id);
    return promise && promise->due.isValid() ? byDay(promise->due.toString(u"MM-dd"_s), promise->provisional)
                                             : QString();
}
