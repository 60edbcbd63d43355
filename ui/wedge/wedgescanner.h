#pragma once

#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <vector>

class QApplication;

/// Tells what a barcode scanner that acts as a keyboard has read, wherever the focus is; typing goes on as if it were not there.
class WedgeScanner final : public QObject
{
    Q_OBJECT

public:
    /// Longest time between two keys of a scanner, and longest time for which a key of a person is held, in milliseconds.
    static constexpr int longestGap = 40;

    /// Stands before the keys of \a application. \a publicUrl of the hall: see domain::isOurCode().
    WedgeScanner(QApplication &application, QString publicUrl, QObject *parent = nullptr);

signals:
    /// A whole code of ours was read; none of its keys went anywhere.
    void scanned(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Held {
        int key;
        Qt::KeyboardModifiers modifiers;
        QString text;
    };
    bool isForUs(const QObject *watched) const;
    bool belongs(const QKeyEvent &key) const;
    bool endsScan(const QKeyEvent &key) const;
    bool press(const QKeyEvent &key);
    void giveOn();

    const QString m_publicUrl;
    std::vector<Held> m_held;
    QString m_text; ///< of the held keys
    QTimer m_pause;
    bool m_givingOn = false;
};
