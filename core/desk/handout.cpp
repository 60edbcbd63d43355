#include "core/desk/handout.h"

#include "core/base/durablefile.h"
#include "core/desk/consultation.h"
#include "core/devices/printer.h"
#include "core/papers/guidepapers.h"
#include "core/papers/sheet.h"

namespace desk {

base::Result<papers::Paper> Handout::personalList(const Consultation &consultation) const
{
    return papers::personalList(m_forms, {consultation.guide(), m_hall, consultation.today()}, consultation.plan());
}

base::Result<QString> Handout::print(const papers::Paper &paper, const QString &title)
{
    return papers::Sheet(paper).pdf().and_then([&](const QByteArray &pdf) { return m_printer.print(pdf, title); });
}

base::Result<> Handout::save(const papers::Paper &paper, const QString &file) const
{
    return papers::Sheet(paper).pdf().and_then([&](const QByteArray &pdf) { return base::writeChosen(file, pdf); });
}

}
