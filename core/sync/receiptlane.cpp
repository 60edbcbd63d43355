#include "core/sync/receiptlane.h"

#include "core/wire/messages.h"

#include <algorithm>

namespace syncing {

namespace {

constexpr int daysLookedAt = 1000;
constexpr int pauseOfToday = 600; // seconds
constexpr int pauseWhileItDiffers = 60; // seconds

/// Another time before the last, by a clock that was turned back, is long ago too.
bool isOver(const QDateTime &since, const QDateTime &now, int pause)
{
    return !since.isValid() || qAbs(since.secsTo(now)) >= pause;
}

}

ReceiptLane::ReceiptLane(journal::Outbox &outbox, SignedLine &line) : m_outbox(outbox), m_line(line)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &ReceiptLane::lookAgain);
}

/// By the hub's clock, where it is known: receipts of a PC whose clock is wrong are told under its wrong days all the same.
QDate ReceiptLane::today() const
{
    const QDateTime hubNow = m_line.clock().now();
    return hubNow.isValid() ? hubNow.toLocalTime().date() : QDate::currentDate();
}

bool ReceiptLane::isDue(const journal::ReceiptDay &day, const QDateTime &now) const
{
    const bool isChanged = day.revision > day.told;
    const bool isAskedFor = m_allSince.isValid() && (!day.toldAt.isValid() || day.toldAt < m_allSince);
    if (isAskedFor && (isChanged || day.differs() || day.day == today()))
        return true;
    const bool mayAgree = isOver(day.toldAt, now, pauseWhileItDiffers) || (m_movedAt.isValid() && day.toldAt < m_movedAt);
    if (day.differs() && mayAgree)
        return true;
    return isChanged && (day.day != today() || isOver(day.toldAt, now, pauseOfToday));
}

base::Result<std::optional<journal::ReceiptDay>> ReceiptLane::next()
{
    return m_outbox.noteDay(today())
        .and_then([&] { return m_outbox.receiptDays(daysLookedAt); })
        .map([&](const QList<journal::ReceiptDay> &days) -> std::optional<journal::ReceiptDay> {
            const QDateTime now = QDateTime::currentDateTime();
            const auto due = std::ranges::find_if(days, [&](const journal::ReceiptDay &day) { return isDue(day, now); });
            return due == days.end() ? std::nullopt : std::optional(*due);
        });
}

void ReceiptLane::look(bool moved)
{
    if (moved)
        m_movedAt = QDateTime::currentDateTime();
    lookAgain();
}

void ReceiptLane::lookAgain()
{
    if (m_busy || m_wait.isActive())
        return;
    const base::Result<std::optional<journal::ReceiptDay>> day = next();
    if (!day)
        failStorage(day.error());
    else if (*day)
        tell(**day);
    else
        m_allSince = m_movedAt = {};
}

void ReceiptLane::tellAll()
{
    m_allSince = QDateTime::currentDateTime();
    m_wait.stop();
    lookAgain();
}

void ReceiptLane::tell(const journal::ReceiptDay &day)
{
    const auto receipts = m_outbox.receiptsOf(day.day);
    const auto writers = m_outbox.acknowledged();
    if (!receipts || !writers) {
        failStorage(receipts ? writers.error() : receipts.error());
        return;
    }
    if (writers->isEmpty())
        return;
    wire::ReceiptList list{.day = day.day, .receipts = {}};
    for (const journal::ReceiptPrinted &receipt : *receipts)
        list.receipts.append({receipt.number, receipt.at, receipt.pieces});
    const wire::Writer writer{writers->constLast().first.device, writers->constLast().first.incarnation};
    const Call call{.method = "POST", .target = "/sync/v1/receipts", .type = wire::jsonType, .body = wire::toJson(list)};
    m_busy = true;
    m_line.send(writer, call, this, [this, day](const SignedLine::Outcome &outcome) {
        m_busy = false;
        const auto answer = outcome ? wire::receiptDifferencesFrom(outcome->body) : base::Result<wire::ReceiptDifferences>();
        if (!outcome)
            fail(outcome.error());
        else if (!answer)
            fail({.kind = Trouble::Kind::Nonsense, .detail = answer.error().detail});
        else
            take(day, *answer);
    });
}

/// A receipt that was printed meanwhile has made another revision: the day is due again.
void ReceiptLane::take(journal::ReceiptDay day, const wire::ReceiptDifferences &answer)
{
    m_backoff.reset();
    day.told = day.revision;
    day.toldAt = QDateTime::currentDateTime();
    day.unknownToHub = answer.unknownToHub;
    day.notListed = answer.notListed;
    if (const base::Result<> kept = m_outbox.receiptsTold(day); !kept) {
        failStorage(kept.error());
        return;
    }
    emit moved();
    QMetaObject::invokeMethod(this, &ReceiptLane::lookAgain, Qt::QueuedConnection);
}

void ReceiptLane::fail(const Trouble &trouble)
{
    const int wait = m_backoff.next(trouble.problem.retryAfter);
    m_wait.start(wait);
    emit troubled(trouble, wait);
}

void ReceiptLane::failStorage(const base::Error &error)
{
    emit storageFailed(error);
    m_wait.start(m_backoff.next());
}

}
