#pragma once

#include "core/base/clock.h"
#include "core/devices/printer.h"
#include "core/people/profilekey.h"

#include <QMap>

/// Stand-ins for the doors to the world.
namespace support {

class FakeClock final : public base::Clock
{
public:
    explicit FakeClock(QDateTime start = QDateTime(QDate(2026, 11, 21), QTime(9, 30))) : m_now(std::move(start)) { }
    QDateTime now() const override { return m_now; }
    void advance(qint64 seconds) { m_now = m_now.addSecs(seconds); }
    void set(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now;
};

/// A desktop without a key store.
class NoKeyStore final : public people::KeyStore
{
public:
    base::Result<base::Secret> read(const QString &) override { return base::Fail(locked()); }
    base::Result<> write(const QString &, const base::Secret &) override { return base::Fail(locked()); }
    base::Result<> remove(const QString &) override { return base::Fail(locked()); }

private:
    static base::Error locked() { return {base::Error::Kind::Secret, QStringLiteral("locked"), {}}; }
};

/// Keeps what it was given; fails while told to.
class FakePrinter final : public devices::Printer
{
public:
    Status status() const override { return {failing ? State::Stopped : State::Ready, QStringLiteral("fake"), {}}; }
    QList<devices::PrinterFace> printers() const override { return faces; }
    using devices::Printer::print;
    base::Result<QString> print(const devices::PrintJob &job) override
    {
        if (failing)
            return base::Fail({base::Error::Kind::Device, QStringLiteral("out of paper"), {}});
        jobs.append({job.title, job.bytes});
        given.append(job);
        return QStringLiteral("fake, %1").arg(jobs.size());
    }

    bool failing = false;
    QList<std::pair<QString, QByteArray>> jobs;
    QList<devices::PrintJob> given; ///< as jobs, with all that was asked for
    QList<devices::PrinterFace> faces; ///< what it says there is
};

}
