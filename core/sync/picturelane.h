#pragma once

#include "core/journal/outbox.h"
#include "core/sync/backoff.h"
#include "core/sync/signedline.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace syncing {

/// Where the pictures of this window are; called from the thread of the lane.
class PictureShelf
{
public:
    virtual ~PictureShelf() = default;
    /// The whole bytes, proved to be those that were stored.
    virtual base::Result<QByteArray> read(const journal::LanePicture &picture) const = 0;
    /// Durable when it returns; fails when \a bytes are not \a picture.
    virtual base::Result<> keep(const journal::LanePicture &picture, const QByteArray &bytes) const = 0;
};

/// Pictures to the hub and from it, piece by piece, resumed where they were broken off; ours first. Never holds up an event: it goes
/// on only while it is let.
class PictureLane final : public QObject
{
    Q_OBJECT

public:
    /// All live longer, in this thread. \a bytesPerSecond: what the lane may use of the line; 0: all.
    PictureLane(journal::Outbox &outbox, SignedLine &line, const PictureShelf &shelf, qint64 bytesPerSecond = 0);

    /// Looks for something to do, unless it is at it.
    void look();
    /// While it may not, it ends after the piece that is under way.
    void setMayGo(bool mayGo);

signals:
    /// One is whole, there or here.
    void moved();
    /// A picture that is not what it was stays where it is and is looked at again at the next start.
    void spoilt(const journal::LanePicture &picture, const base::Error &error);
    void troubled(const syncing::Trouble &trouble, int retryIn);
    void storageFailed(const base::Error &error);

private:
    struct Task {
        journal::LanePicture picture;
        bool out = true; ///< to the hub
        QByteArray bytes;
        QByteArray target;
        wire::Writer writer;
    };
    base::Result<bool> choose();
    void askHub();
    void sendPiece(qint64 from);
    void fetchPiece();
    void end();
    void giveUp(const base::Error &error);
    void fail(const Trouble &trouble);
    /// Goes on with \a next once the share of the line for \a bytes is over.
    void afterPiece(qint64 bytes, std::function<void()> next);

    journal::Outbox &m_outbox;
    SignedLine &m_line;
    const PictureShelf &m_shelf;
    qint64 m_rate;
    QTimer m_wait;
    Backoff m_backoff;
    std::optional<Task> m_task;
    QSet<QString> m_passed; ///< spoilt, or not at the hub yet
    bool m_mayGo = true;
};

}
