#pragma once

#include "app/counter/workplace.h"
#include "ui/widgets/inlinemessage.h"

class IssuancePage;
class Printing;

/// What the keys of issuance page and work list set going beside their own acts: delivery records, reminders.
class Issuing final : public QObject
{
    Q_OBJECT

public:
    /// Everything outlives it.
    Issuing(Workplace &workplace, IssuancePage &page, Printing &print, QObject *parent = nullptr);

public slots:
    /// The clerk has reminded the citizen by phone that \a material, which was deferred, is due.
    void recordReminder(const QString &caseId, const QString &material);

signals:
    void said(InlineMessage::Level level, const QString &what, const QString &detail);
    void failed(const desk::Undone &undone);
    /// Something was written on that case.
    void acted(const QString &caseId);
    void paperProduced();

private:
    void printRecord(const QString &caseId);
    void printToSign(const QString &caseId, const domain::DeliverItems &delivery);

    Workplace &m_workplace;
    Printing &m_print;
};
