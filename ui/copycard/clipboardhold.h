#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QClipboard;
class QMimeData;

/// A value that lies on the clipboard for a while and is taken off again, unless somebody has put something else there. The
/// selection of the middle button is left alone.
class ClipboardHold final : public QObject
{
    Q_OBJECT

public:
    /// \a keep: how long a value lies there.
    ClipboardHold(QClipboard &clipboard, std::chrono::seconds keep, QObject *parent = nullptr);
    ~ClipboardHold() override;

    /// Takes the place of what lies on the clipboard, from now on for the whole time.
    void put(const QString &text);
    /// Takes our value off now; what others have put there stays.
    void clear();
    /// Our value lies on the clipboard.
    bool holds() const;
    /// Until it is taken off; 0 when it does not lie there.
    int secondsLeft() const;

signals:
    /// Our value came, went, or a second has passed.
    void changed();

private:
    void tick();
    void look();

    QClipboard &m_clipboard;
    const std::chrono::seconds m_keep;
    QPointer<QMimeData> m_given; ///< belongs to the clipboard
    QTimer m_second;
    qint64 m_until = 0; ///< by the steady clock, ms
};
