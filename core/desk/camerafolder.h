#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace desk {

/// The folder into which the program of a document camera writes its pictures. A file is offered when it has stood still for a
/// moment, so that none is taken while it is being written; an empty one after some seconds, so that it is refused and not ignored.
class CameraFolder final : public QObject
{
    Q_OBJECT

public:
    /// \a folder is not made here; empty: no camera is set up.
    explicit CameraFolder(const QString &folder, QObject *parent = nullptr);

    enum class State { NotSetUp, Missing, Watched };
    State state() const;
    QString folder() const { return m_folder; }

    /// Pictures in the folder that stand still, by name; of earlier days and of other citizens too, so whoever takes them knows why.
    QStringList files() const { return m_ready; }
    /// Looks again for \a files the next time, e.g. because they could not be taken.
    void forget(const QStringList &files);

signals:
    /// \a files (paths, by name) are new and stand still.
    void came(const QStringList &files);
    /// \a files (paths, by name) are called like pictures and are links, pipes or devices: they are never opened. Told once.
    void strange(const QStringList &files);
    void stateChanged();

private:
    struct Seen {
        qint64 size = -1;
        QDateTime changed;
        bool operator==(const Seen &) const = default;
    };
    void watch();
    void look();
    void tellStrange(const QStringList &files);

    const QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_pause; ///< between two looks while something is still being written
    QTimer m_absence; ///< while the folder is not there
    QHash<QString, Seen> m_seen; ///< all pictures by path
    QStringList m_ready;
    QStringList m_strange;
    bool m_wasThere = false;
};

}
