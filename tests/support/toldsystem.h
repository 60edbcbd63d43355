#pragma once

#include "core/devices/printsystem.h"

#include <QMutex>

namespace support {

using namespace Qt::StringLiterals;

/// A print system that does what the test says; used from the runner's thread and, between acts, from the test.
class ToldSystem final : public devices::PrintSystem
{
public:
    base::Result<QList<devices::PrinterFace>> printers() override { return faces; }
    base::Result<devices::JobPlace> submit(const devices::PrintJob &job) override
    {
        const QMutexLocker lock(&m_mutex);
        if (m_broken)
            return base::Fail({base::Error::Kind::Device, u"printer counter is stopped: 缺纸"_s, {}});
        m_jobs << job;
        m_fates << devices::JobFate{};
        return devices::JobPlace{u"counter"_s, int(m_jobs.size())};
    }
    devices::JobFate fate(const devices::JobPlace &place) override
    {
        const QMutexLocker lock(&m_mutex);
        return m_fates.value(place.job - 1, {devices::JobFate::State::Unknown, {}, {}});
    }
    base::Result<> cancel(const devices::JobPlace &place) override
    {
        set(place.job, devices::JobFate::State::Cancelled);
        return {};
    }
    base::Result<> forget(const devices::JobPlace &place) override
    {
        const QMutexLocker lock(&m_mutex);
        m_forgotten << place.job;
        return {};
    }
    QList<int> forgotten()
    {
        const QMutexLocker lock(&m_mutex);
        return m_forgotten;
    }
    void set(int job, devices::JobFate::State state, const QList<devices::Complaint> &complaints = {})
    {
        const QMutexLocker lock(&m_mutex);
        m_fates[job - 1] = {state, complaints, {}};
    }
    void setBroken(bool broken)
    {
        const QMutexLocker lock(&m_mutex);
        m_broken = broken;
    }
    QList<devices::PrintJob> jobs()
    {
        const QMutexLocker lock(&m_mutex);
        return m_jobs;
    }
    QList<devices::PrinterFace> faces{{.name = u"counter"_s, .isUsual = true}, {.name = u"roll"_s, .raw = true, .roll = true}};

private:
    QMutex m_mutex;
    QList<devices::PrintJob> m_jobs;
    QList<devices::JobFate> m_fates;
    QList<int> m_forgotten;
    bool m_broken = false;
};

}
