#include "app/counter/wiping.h"

#include "core/sync/httpline.h"
#include "core/wire/messages.h"
#include "ui/staff/wipepage.h"

#include <QApplication>
#include <QLockFile>
#include <QTextStream>

#include <chrono>

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds lookAgainAfter(500);
constexpr std::chrono::seconds tryAgainAfter(5);
constexpr int mostQueued = 10'000;

/// Destroys, tells the hub, and shows what came of it, again and again until both are done.
class Finish final : public QObject
{
public:
    Finish(const upkeep::Place &place, desk::WipeRecord record, WipePage &page) : m_place(place), m_record(std::move(record)), m_page(page)
    {
        m_again.setInterval(tryAgainAfter);
        connect(&m_again, &QTimer::timeout, this, &Finish::goOn);
        goOn();
        if (!m_record.isReported)
            m_again.start();
    }

private:
    void goOn()
    {
        if (!m_record.wipedAt.isValid()) {
            const auto wiped = desk::carryOutWipe(m_place.profile, m_place.keyStore, m_record, m_place.clock.now());
            if (!wiped) {
                m_page.showUnfinished(m_record, wiped.error());
                return;
            }
            m_record = *wiped;
        }
        m_page.showWiped(m_record, m_place.profile);
        if (!m_record.isReported && syncing::isHubAddress(m_record.hub))
            report();
    }

    void report()
    {
        if (!m_line)
            m_line = std::make_unique<syncing::HttpLine>(m_record.hub);
        const wire::WipeOrder &order = m_record.wipe.order;
        const syncing::Call call{.method = "POST",
                                 .target = "/sync/v1/wiped",
                                 .type = wire::jsonType,
                                 .body = wire::toJson(wire::Wiped{order.id, order.device, m_record.receipt})};
        m_line->send(call, this, [this](const syncing::Reply &reply) {
            if (reply.status != 200 || m_record.isReported)
                return;
            m_record.isReported = true;
            m_again.stop();
            // Not kept, it is told once more at the next start, which does no harm.
            std::ignore = desk::keepWipe(m_place.profile, m_record);
            m_page.showWiped(m_record, m_place.profile);
        });
    }

    const upkeep::Place &m_place;
    desk::WipeRecord m_record;
    WipePage &m_page;
    QTimer m_again;
    std::unique_ptr<syncing::Line> m_line;
};

QString placeOf(const QString &profile)
{
    const base::Result<base::HallSettings> hall = base::readSettings(profile + u"/hall.ini"_s);
    return hall ? hall->hallName + u" · "_s + hall->windowName : QString();
}

}

Wiping::Wiping(Workplace &workplace, QObject *parent) : QObject(parent), m_workplace(workplace)
{
    connect(&workplace.hub(), &desk::HubLink::wipeOrdered, this, &Wiping::begin);
    connect(&workplace.hub(), &desk::HubLink::wipeRefused, this, [&workplace](const QString &why) {
        std::ignore = workplace.audit().note(desk::AuditAct::Refused, u"wipe"_s, why);
    });
    m_look.setInterval(lookAgainAfter);
    connect(&m_look, &QTimer::timeout, this, &Wiping::look);
}

Wiping::~Wiping() = default;

void Wiping::begin(const wire::SignedWipe &wipe)
{
    if (m_page)
        return;
    m_page = std::make_unique<WipePage>(m_workplace.hall().hallName + u" · "_s + m_workplace.hall().windowName);
    m_page->showSending({.wipe = wipe, .hub = m_workplace.hub().place()->url, .receipt = {}, .heardAt = {}}, 0);
    m_page->showMaximized();
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget != m_page.get())
            widget->hide();
    }
    m_page->repaint(); // what was on the screen is gone before anything else is done
    emit puttingDown();
    m_record = m_workplace.takeWipe(wipe);
    std::ignore = m_workplace.audit().note(desk::AuditAct::Wiped, wipe.order.id);
    m_workplace.hub().acted();
    m_since.start();
    m_stillSince.start();
    m_look.start();
    look();
}

void Wiping::look()
{
    int events = 0, pictures = 0;
    const auto queue = m_workplace.hub().queue(mostQueued);
    for (const journal::QueueLine &line : queue.value_or(QList<journal::QueueLine>())) {
        events += line.events;
        pictures += line.pictures;
    }
    if (events + pictures != m_left)
        m_stillSince.restart();
    m_left = events + pictures;
    m_record->unsent = events;
    m_record->pictures = pictures;
    m_page->showSending(*m_record, events);
    if (m_left > 0 && !m_since.hasExpired(mostSending) && !m_stillSince.hasExpired(mostSilence))
        return;
    m_look.stop();
    m_record->hasRemnant = m_record->hasRemnant && events > 0;
    if (!m_record->hasRemnant)
        QFile::remove(m_workplace.profileFolder() + u"/unsent.sealed"_s);
    std::ignore = desk::keepWipe(m_workplace.profileFolder(), *m_record); // else the next start reads it as it was
    emit over();
}

int finishWipe(const upkeep::Place &place, desk::WipeRecord record, bool isConsole)
{
    QLockFile lock(place.profile + u"/profile.lock"_s);
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0)) {
        QTextStream(stderr) << place.profile << u": wiped by order of the hub, another program is at it"_s << Qt::endl;
        return 1;
    }
    if (isConsole) {
        const auto wiped = record.wipedAt.isValid() ? base::Result<desk::WipeRecord>(record)
                                                    : desk::carryOutWipe(place.profile, place.keyStore, record, place.clock.now());
        QTextStream(stderr) << (wiped ? u"%1: wiped by order of the hub on %2: %3"_s.arg(place.profile, wiped->wipedAt.toString(Qt::ISODate), record.wipe.order.reason)
                                      : u"%1: %2"_s.arg(wiped.error().place, wiped.error().detail))
                            << Qt::endl;
        return 1;
    }
    WipePage page(placeOf(place.profile));
    const Finish finish(place, std::move(record), page);
    page.showMaximized();
    QApplication::exec();
    return 0;
}
