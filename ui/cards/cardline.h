#pragma once

#include "core/desk/carddesk.h"
#include "ui/widgets/inlinemessage.h"

#include <QTimer>
#include <QWidget>

/// One line on a page that reads an identity card: what to do while it is read, what came of it, and a question before anything is
/// written over. Hidden while it has nothing to say.
class CardLine final : public QWidget
{
    Q_OBJECT

public:
    explicit CardLine(QWidget *parent);

    /// \a desk outlives the line; before this there is no reader.
    void setReader(desk::CardDesk &desk) { m_desk = &desk; }

    /// Asks for the card of \a whom and gives it to \a then, when it is sound. What is not grave (an expired card) is added to what
    /// is said next.
    void read(const QString &whom, std::function<void(const domain::PersonCard &)> then);
    void tell(InlineMessage::Level level, const QString &what, const QString &whatToDo = {});
    /// Asks whether \a over is to be done; the key that read the card, pressed once more, says yes.
    void ask(const QString &what, const QString &whatToDo, std::function<void()> over);
    /// Says yes to a question that stands; false when there is none.
    bool answerYes();
    /// Esc: stops reading, says no, or closes the line; false when it is closed.
    bool goBack();
    /// The case is left: nothing comes any more.
    void end();
    /// What is said; empty when nothing is.
    QString text() const;

private:
    void take(const desk::CardDesk::Answer &answer, const std::function<void(const domain::PersonCard &)> &then);

    desk::CardDesk *m_desk = nullptr;
    InlineMessage *const m_message;
    QObject *m_round = nullptr; ///< what waits for a card now
    QString m_caution;
    QTimer m_rest; ///< what went well need not be closed by hand
    std::function<void()> m_over;
};
