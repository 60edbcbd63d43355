#pragma once

#include "core/journal/outbox.h"
#include "core/sync/backoff.h"
#include "core/sync/signedline.h"

#include <QDeadlineTimer>
#include <QHash>
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
/// on only while it is let. Pieces get smaller while the line breaks, so that something passes over any line.
class PictureLane final : public QObject
{
    Q_OBJECT

public:
    /// All live longer, in this thread. \a bytesPerSecond: what the lane may use of the line; 0: all.
    PictureLane(journal::Outbox &outbox, SignedLine &line, const PictureShelf &shelf, qint64 bytesPerSecond = 0);

    /// Looks for something to do, unless it is at it.
    void look();
    /// Tries at once whatever is waited for, and what was spoilt.
    void retry();
    /// While it may not, it ends after the piece that is under way.
    void setMayGo(bool mayGo);

signals:
    /// One is whole, there or here.
    void moved();
    /// A picture that is not what it was, here (\a out) or there, stays where it is and is looked at again at the next start or by retry().
    void spoilt(const journal::LanePicture &picture, bool out, const base::Error &error);
    void troubled(const syncing::Trouble &trouble, int retryIn);
    void storageFailed(const base::Error &error);

private:
    struct Task {
        journal::LanePicture picture;
        bool out = true; ///< to the hub
        QByteArray bytes; ///< out: all; else those that came so far
        QByteArray target;
        wire::Writer writer;
    };
    /// Not at the hub yet: asked for again later and later.
    struct Later {
        QDeadlineTimer next;
        int pause = 0; ///< milliseconds
    };
    base::Result<bool> choose();
    bool isToWait(const journal::LanePicture &picture) const;
    void postpone();
    void putAside();
    qint64 pieceOf(qint64 left) const;
    void takePiece(const QByteArray &piece);
    void askHub();
    void sendPiece(qint64 from);
    void fetchPiece();
    void end(qint64 lastPiece);
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
    std::optional<Task> m_begun; ///< a picture of which some came before the line broke
    QSet<QString> m_spoilt; ///< hashes
    QHash<QString, Later> m_later; ///< by hash
    QDeadlineTimer m_notBefore = QDeadlineTimer(0); ///< the share of the line is used up until then
    QTimer m_again; ///< for the first of these
    qint64 m_piece = wire::pieceBytes; ///< at a time
    int m_refusals = 0; ///< of the picture under way, one after the other
    bool m_mayGo = true;
};

}
