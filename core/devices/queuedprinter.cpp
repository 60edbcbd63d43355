#include "core/devices/queuedprinter.h"

#include "core/devices/printend.h"

#include <QUuid>

#include <algorithm>

namespace devices {

QueuedPrinter::QueuedPrinter(PrintRunner &runner, QObject *parent) : QObject(parent), m_runner(runner)
{
    connect(&runner, &PrintRunner::notForgotten, this, [this](const QString &, const base::Error &why) { emit failed(why); });
    connect(&runner, &PrintRunner::printersSeen, this, &QueuedPrinter::see);
    connect(&runner, &PrintRunner::submitted, this, [this](const QString &id, const base::Result<JobPlace> &place) {
        if (m_jobs.contains(id) && !place) {
            m_jobs.remove(id);
            emit failed(place.error());
        }
    });
    connect(&runner, &PrintRunner::fateSeen, this, [this](const QString &id, const JobFate &fate) {
        if (!m_jobs.contains(id) || !fate.isFinal())
            return;
        m_jobs.remove(id);
        if (const QString why = recordOf(fate); !why.isEmpty())
            emit failed({base::Error::Kind::Device, why, {}});
    });
}

base::Result<QString> QueuedPrinter::print(const PrintJob &job)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_jobs.insert(id);
    m_runner.submit(id, job);
    return job.printer.isEmpty() ? m_status.name : job.printer;
}

void QueuedPrinter::see(const base::Result<QList<PrinterFace>> &printers)
{
    m_printers = printers.value_or(QList<PrinterFace>());
    if (!printers) {
        m_status = {State::NoService, {}, printers.error().detail};
        return;
    }
    const auto usual = std::ranges::find_if(*printers, &PrinterFace::isUsual);
    if (usual == printers->end())
        m_status = {State::None, {}, {}};
    else
        m_status = {usual->isReady() ? State::Ready : State::Stopped, usual->name, recordOf(*usual)};
}

}
