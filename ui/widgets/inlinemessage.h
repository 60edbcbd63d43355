#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

/// A line above the thing it speaks about: what happened, and what to do. Stays until it is closed by Esc, by its button or by
/// the next message; takes no focus from the work.
class InlineMessage final : public QFrame
{
    Q_OBJECT

public:
    enum class Level { Info, Done, Warning, Error };

    enum class Escape {
        InParent, ///< Esc anywhere inside the parent closes it
        LeftToOwner, ///< the owner looks after Esc
    };

    /// Hidden until tell() is called.
    explicit InlineMessage(QWidget *parent, Escape escape = Escape::InParent);

    /// \a what in one sentence, \a whatToDo in another; the second may be empty.
    void tell(Level level, const QString &what, const QString &whatToDo = {});
    /// Offers something to press at the end of the line; an empty \a text takes the offer away.
    void offer(const QString &text);
    QString text() const;

public slots:
    void dismiss();

signals:
    void told();
    void dismissed();
    void offerTaken();

private:
    void listenForEscape();

    QLabel *const m_icon;
    QLabel *const m_what;
    QLabel *const m_whatToDo;
    QPushButton *const m_offer;
    QToolButton *const m_close;
};
