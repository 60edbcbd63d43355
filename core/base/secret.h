#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace base {

/// Bytes that are overwritten when they are given up: keys and passphrases. Copies are whole copies.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret other) noexcept;
    ~Secret();

    /// \a size bytes from the system's random source.
    static Secret random(qsizetype size);

    bool isEmpty() const { return m_bytes.isEmpty(); }
    qsizetype size() const { return m_bytes.size(); }
    const unsigned char *data() const { return reinterpret_cast<const unsigned char *>(m_bytes.constData()); }
    QByteArrayView view() const { return m_bytes; }
    /// Equal in constant time.
    bool operator==(const Secret &other) const;

private:
    QByteArray m_bytes; ///< never shared with another owner: every copy is detached
};

}
