#pragma once

#include <QLocalServer>
#include <QObject>

/// One window per profile: the second start asks the first to show itself and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &profileFolder, QObject *parent = nullptr);

    /// Asks the program that holds the profile to raise its window; false when nobody answers within five
    /// seconds.
    bool raiseOther();
    /// From now on answers other starts; false when the system refuses.
    bool listen();

signals:
    /// Another start asked for our window.
    void raiseRequested();

private:
    void answer();

    const QString m_name;
    QLocalServer m_server;
};
