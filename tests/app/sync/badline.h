#pragma once

#include <QByteArrayList>
#include <QThread>
#include <QUrl>

#include <array>
#include <atomic>
#include <random>

class QTcpServer;
class QTcpSocket;

/// The line between many windows and a hub, in a thread of its own. It knows where a request begins and ends, and while it is bad does
/// to it whatever a network, a proxy or somebody who recorded it may do.
class BadLine final
{
public:
    /// \a seed: of the same chances.
    explicit BadLine(unsigned seed);
    ~BadLine();

    QUrl url() const { return m_url; }
    void setHub(quint16 port) { m_hub = port; }
    void setBad(bool bad) { m_isBad = bad; }
    /// Breaks what is under way and lets nothing through.
    void pullOut();
    void plugIn() { m_isOut = false; }
    void breakAll();

    /// What happened to requests, most of which went through as they were.
    enum Mishap {
        CutRequest, ///< ended somewhere in the request
        CutAnswer, ///< the hub has it, the window does not know
        Late, ///< the window was cut off, and the hub got it up to two seconds later, behind others
        Twice, ///< the hub got it twice at once
        Replayed, ///< the hub also got an old one, of any window
        Slow,
        mishaps
    };
    int count(Mishap mishap) const { return m_counts[mishap]; }

private:
    struct Caller;
    void take();
    void read(const std::shared_ptr<Caller> &caller);
    void pass(const std::shared_ptr<Caller> &caller, const QByteArray &request);
    void forward(const std::shared_ptr<Caller> &caller, const QByteArray &request);
    void sendAside(const QByteArray &request, int milliseconds); ///< whose answer nobody hears
    void remember(const QByteArray &request);
    int below(int end) { return int(m_chance() % unsigned(end)); }

    QThread m_thread;
    QObject *m_here; ///< lives in the thread; owns every socket
    QTcpServer *m_server;
    QUrl m_url;
    std::mt19937 m_chance;
    QByteArrayList m_old;
    std::atomic<quint16> m_hub = 0;
    std::atomic<bool> m_isBad = false;
    std::atomic<bool> m_isOut = false;
    std::array<std::atomic<int>, mishaps> m_counts{};

    Q_DISABLE_COPY_MOVE(BadLine)
};
