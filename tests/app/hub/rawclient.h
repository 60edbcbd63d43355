#pragma once

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <optional>

/// A client that sends whatever bytes it is told to, right or wrong.
class RawClient final
{
public:
    explicit RawClient(quint16 port); ///< connects to 127.0.0.1
    RawClient(RawClient &&other) noexcept;
    RawClient &operator=(RawClient &&other) noexcept;
    ~RawClient();

    bool isConnected() const { return m_socket >= 0; }
    bool send(const QByteArray &bytes); ///< false: the other side is gone
    void sayEnd(); ///< nothing more is sent
    void goAway(); ///< with everything unread
    void takeLittle(); ///< from now on the kernel keeps little that was not read

    struct Answer {
        int status = 0;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };
    /// The next answer (of a HEAD when \a isHead); nothing when the line ends or the time is over before it is whole.
    std::optional<Answer> answer(bool isHead = false, std::chrono::milliseconds most = std::chrono::seconds(10));
    /// Whether the other side ends the line within \a most; what comes before is thrown away.
    bool ends(std::chrono::milliseconds most);
    int socket() const { return m_socket; }

private:
    bool readMore(std::chrono::milliseconds most);

    int m_socket = -1;
    QByteArray m_read;
};
