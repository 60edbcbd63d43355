#include "app/counter/printerwatch.h"

using namespace std::chrono_literals;

PrinterWatch::PrinterWatch(const devices::Printer &printer, QObject *parent) : QObject(parent), m_printer(printer)
{
    m_there.moveToThread(&m_thread);
    m_pause.setInterval(30s);
    connect(&m_pause, &QTimer::timeout, this, &PrinterWatch::look);
    m_thread.start(QThread::LowPriority);
}

PrinterWatch::~PrinterWatch()
{
    m_thread.quit();
    m_thread.wait();
}

void PrinterWatch::look()
{
    m_pause.start();
    QMetaObject::invokeMethod(&m_there, [this] {
        const devices::Printer::Status status = m_printer.status();
        QMetaObject::invokeMethod(this, [this, status] { emit seen(status); });
    });
}
