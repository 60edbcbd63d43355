#include "app/counter/issuing.h"

#include "app/counter/printing.h"
#include "ui/issuance/issuancepage.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

Issuing::Issuing(Workplace &workplace, IssuancePage &page, Printing &print, QObject *parent) :
    QObject(parent), m_workplace(workplace), m_print(print)
{
    connect(&page, &IssuancePage::recordRequested, this, &Issuing::printRecord);
    connect(&page, &IssuancePage::recordToSignRequested, this, &Issuing::printToSign);
}

/// The case is read anew: the act that the record is about was done on the issuance page.
void Issuing::printRecord(const QString &caseId)
{
    const auto work = m_workplace.reception().resume(caseId);
    if (!work) {
        emit failed(work.error());
        return;
    }
    const auto record = desk::Issuance::lastRecord(**work);
    if (!record) {
        emit said(InlineMessage::Level::Info, tr("There is no record of a hand-over to print."), tr("F5 hands a result over."));
        return;
    }
    m_print.print(**work, *record);
    emit paperProduced();
    emit acted(caseId);
}

/// Nothing is recorded: the hand-over is, when the paper is signed.
void Issuing::printToSign(const QString &caseId, const domain::DeliverItems &delivery)
{
    const auto work = m_workplace.reception().resume(caseId);
    if (!work) {
        emit failed(work.error());
        return;
    }
    const auto paper = (*work)->recordToSign(delivery);
    if (!paper) {
        emit failed(paper.error());
        return;
    }
    const QString title = words::name(domain::PaperKind::DeliveryRecord) + u' ' + (*work)->file().number;
    const auto sent = m_workplace.handout().print(*paper, title);
    emit paperProduced();
    if (sent)
        emit said(InlineMessage::Level::Info, tr("The delivery record goes to the printer, to be signed."),
                  tr("When it is signed, mark it in the form and press Enter: only then the hand-over is recorded."));
    else
        emit failed({{}, sent.error()});
}

void Issuing::recordReminder(const QString &caseId, const QString &material)
{
    using Contact = domain::Contact;
    const auto done = m_workplace.issuance().perform(
        caseId, domain::TellCitizen{Contact::About::Supplement, Contact::Way::Phone, material});
    if (done)
        emit said(InlineMessage::Level::Done, tr("Recorded: reminded by phone of “%1”.").arg(material), {});
    else
        emit failed(done.error());
}
