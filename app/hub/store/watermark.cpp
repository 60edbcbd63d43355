#include "app/hub/store/watermark.h"

#include <QFile>

namespace hub {

namespace {

constexpr std::chrono::seconds pause{1};

}

Watermark::~Watermark()
{
    write();
}

qint64 Watermark::read() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.read(32).trimmed().toLongLong() : 0;
}

void Watermark::begin(qint64 place)
{
    const std::scoped_lock lock(m_mutex);
    m_place = place;
    m_written = -1;
    write();
}

void Watermark::note(qint64 place)
{
    const std::scoped_lock lock(m_mutex);
    m_place = qMax(m_place, place);
    if (std::chrono::steady_clock::now() - m_when >= pause)
        write();
}

void Watermark::write()
{
    if (m_place == m_written)
        return;
    QFile file(m_file);
    if (file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(m_place) + '\n') > 0)
        m_written = m_place;
    m_when = std::chrono::steady_clock::now();
}

}
