#include "core/devices/printrunner.h"

#include <QTimer>

namespace devices {

PrintRunner::PrintRunner(PrintSystem &system, int pace, QObject *parent)
    : QObject(parent), m_system(system), m_pause(new QTimer(&m_there))
{
    m_pause->setInterval(pace);
    connect(m_pause, &QTimer::timeout, &m_there, [this] { lookAtJobs(); });
    m_there.moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority);
}

PrintRunner::~PrintRunner()
{
    there([this] {
        m_pause->stop();
        m_thread.quit();
    });
    m_thread.wait();
}

template <class Act>
void PrintRunner::there(Act act)
{
    QMetaObject::invokeMethod(&m_there, act, Qt::QueuedConnection);
}

void PrintRunner::look()
{
    there([this] {
        const base::Result<QList<PrinterFace>> printers = m_system.printers();
        QMetaObject::invokeMethod(this, [this, printers] { emit printersSeen(printers); });
    });
}

void PrintRunner::submit(const QString &id, const PrintJob &job)
{
    there([this, id, job] {
        const base::Result<JobPlace> place = m_system.submit(job);
        QMetaObject::invokeMethod(this, [this, id, place] { emit submitted(id, place); });
        if (place) {
            m_followed.insert(id, {*place, {}, true, job.leavesNothing});
            m_pause->start();
        }
    });
}

void PrintRunner::follow(const QString &id, const JobPlace &place)
{
    there([this, id, place] {
        if (m_followed.contains(id))
            return;
        m_followed.insert(id, {place, {}, true});
        m_pause->start();
    });
}

void PrintRunner::cancel(const QString &id, const JobPlace &place)
{
    there([this, id, place] {
        const base::Result<> done = m_system.cancel(place);
        if (!done)
            QMetaObject::invokeMethod(this, [this, id, why = done.error()] { emit notCancelled(id, why); });
        lookAtJobs();
    });
}

void PrintRunner::lookAtJobs()
{
    for (auto it = m_followed.begin(); it != m_followed.end();) {
        const JobFate fate = m_system.fate(it->place);
        const bool isNews = it->isNew || fate != it->seen;
        it->isNew = false;
        it->seen = fate;
        if (isNews)
            QMetaObject::invokeMethod(this, [this, id = it.key(), fate] { emit fateSeen(id, fate); });
        if (fate.isFinal() && it->leavesNothing && fate.state != JobFate::State::Unknown) {
            if (const base::Result<> forgotten = m_system.forget(it->place); !forgotten)
                QMetaObject::invokeMethod(this, [this, id = it.key(), why = forgotten.error()] { emit notForgotten(id, why); });
        }
        it = fate.isFinal() ? m_followed.erase(it) : std::next(it);
    }
    if (m_followed.isEmpty())
        m_pause->stop();
}

}
