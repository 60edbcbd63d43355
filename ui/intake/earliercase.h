#pragma once

#include "core/desk/casesearch.h"
#include "core/desk/casework.h"

#include <QPointer>
#include <QWidget>

class InlineMessage;

/// Warns in one line that somebody of a case in intake has an earlier case on the same matter, and offers to open it. What
/// was closed once is not said again about the same case.
class EarlierCase final : public QWidget
{
    Q_OBJECT

public:
    explicit EarlierCase(QWidget *parent);

    /// Nothing is warned of before this. \a search outlives the widget.
    void setSearch(const desk::CaseSearch &search);
    /// Looks for earlier cases than \a work when other numbers are in it than before; null: there is no case.
    void look(const desk::CaseWork *work);
    /// Another case was written: one of another window may be on the same matter.
    void lookAgain(const desk::CaseWork *work);
    /// As the key does: opens the earlier case that is named now, if any.
    void open();
    /// As the key does: wants the case in intake closed in favour of the one that is named now, if that one was not closed itself.
    void join();
    /// What is said; empty when nothing is.
    QString text() const;

signals:
    /// \a joinedTo: the number of that case, when the one in intake is to be closed in its favour before; else empty.
    void openRequested(const QString &caseId, const QString &joinedTo);

private:
    void tell(const QList<desk::CaseHit> &earlier, const QDateTime &now);

    const desk::CaseSearch *m_search = nullptr;
    InlineMessage *const m_message;
    QString m_case; ///< id of the one in intake
    QStringList m_asked; ///< numbers that were looked for
    QString m_earlier; ///< id of the one that is named
    QString m_joinable; ///< its number, when this case can be joined to it
    QString m_closed; ///< id of one that was named and closed
};
