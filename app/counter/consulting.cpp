#include "app/counter/consulting.h"

#include "app/counter/pagekeys.h"
#include "app/counter/savedialog.h"
#include "ui/consult/consultpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {

base::Error notAtHand(const domain::GuideRef &matter)
{
    return {base::Error::Kind::Missing, u"version %1 of the guide pack %2 is not at hand"_s.arg(matter.version, matter.pack),
            matter.pack + u' ' + matter.version + u' ' + matter.matter};
}

}

Consulting::Consulting(Workplace &workplace, MainWindow &window, QWidget *home, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_window(window), m_page(new ConsultPage(workplace.handout())), m_from(home)
{
    window.addInnerPage(m_page, home, pagekeys::consult());
    connect(m_page, &ConsultPage::printRequested, this, &Consulting::print);
    connect(m_page, &ConsultPage::saveRequested, this, &Consulting::save);
    connect(m_page, &ConsultPage::leaveRequested, this, &Consulting::leave);
    connect(m_page, &ConsultPage::caseRequested, this, [this] { emit caseWanted(*m_consultation); });
}

bool Consulting::isShown() const
{
    return m_window.page() == m_page;
}

void Consulting::refuse(const QString &sentence)
{
    m_page->refuse(sentence);
}

void Consulting::end()
{
    m_page->show(nullptr);
    m_consultation.reset();
}

void Consulting::consult(const domain::GuideRef &matter)
{
    const QDate today = m_workplace.clock().now().date();
    const bool goesOn = m_consultation && m_consultation->guide().ref == matter && m_begun == today;
    if (!goesOn) {
        std::optional<domain::Guide> guide = m_workplace.guides().shelf().guide(matter);
        if (!guide) {
            emit failed(notAtHand(matter));
            return;
        }
        m_page->show(nullptr);
        m_consultation = std::make_unique<desk::Consultation>(std::move(*guide), m_workplace.clock());
        m_begun = today;
    }
    if (!isShown())
        m_from = m_window.page();
    m_window.showPage(m_page);
    m_page->show(m_consultation.get());
    if (goesOn && !m_consultation->choices().isEmpty())
        emit said(InlineMessage::Level::Info, tr("This goes on with the consultation that was kept."),
                  tr("Ctrl+N begins anew for the next citizen."));
}

void Consulting::print()
{
    desk::Handout &handout = m_workplace.handout();
    const auto printed = handout.personalList(*m_consultation).and_then([&](const papers::Paper &list) {
        return handout.print(list, list.title + u' ' + m_consultation->guide().matter.name);
    });
    emit paperProduced();
    if (!printed)
        emit said(InlineMessage::Level::Warning, words::sentence(printed.error()),
                  tr("Or save the list as PDF with Ctrl+S and print it elsewhere. (%1)").arg(words::detail(printed.error())));
    else
        emit said(InlineMessage::Level::Done, tr("The personal list was sent to the printer."),
                  tr("Printer and job: %1. Nothing of it is recorded.").arg(printed->where));
}

void Consulting::save()
{
    const domain::GuideRef &guide = m_consultation->guide().ref;
    const QString name = u"list-%1-%2.pdf"_s.arg(guide.matter, m_workplace.clock().now().toString(u"yyyyMMdd-HHmm"_s));
    withPdfFile(&m_window, m_saveFolder, name, [this](const QString &file) { saveTo(file); });
}

void Consulting::saveTo(const QString &file)
{
    if (!m_consultation)
        return;
    const desk::Handout &handout = m_workplace.handout();
    const auto saved = handout.personalList(*m_consultation).and_then([&](const papers::Paper &list) {
        return handout.save(list, file);
    });
    emit paperProduced();
    if (!saved)
        emit failed(saved.error());
    else
        emit said(InlineMessage::Level::Done, tr("The personal list was saved as PDF."), QDir::toNativeSeparators(file));
}

void Consulting::leave()
{
    emit left(m_from);
}
