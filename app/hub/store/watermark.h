#pragma once

#include <QString>

#include <chrono>
#include <mutex>

namespace hub {

/// A small file beside the embedded store that says how far its feed had come. A store that is behind its mark was put back from a
/// copy. Written now and then and not fsynced: it only has to be right when somebody has put back a copy of an earlier day, and what
/// it does not notice, the check in the cursors does.
class Watermark final
{
public:
    explicit Watermark(QString file) : m_file(std::move(file)) { }
    ~Watermark(); ///< writes what was noted last

    qint64 read() const; ///< 0: none, or it cannot be read
    void begin(qint64 place); ///< writes it, whatever stood there
    /// May be called from any thread; 0 is passed over.
    void note(qint64 place);

private:
    void write();

    const QString m_file;
    std::mutex m_mutex;
    qint64 m_place = 0;
    qint64 m_written = 0;
    std::chrono::steady_clock::time_point m_when;

    Q_DISABLE_COPY_MOVE(Watermark)
};

}
