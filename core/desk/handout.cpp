#include "core/desk/handout.h"

#include "core/base/durablefile.h"
#include "core/desk/consultation.h"
#include "core/papers/guidepapers.h"
#include "core/papers/sheet.h"

namespace desk {

base::Result<papers::Paper> Handout::personalList(const Consultation &consultation) const
{
    return papers::personalList(m_forms, {consultation.guide(), m_hall, consultation.today()}, consultation.plan());
}

base::Result<LoosePapers::Sent> Handout::print(const papers::Paper &paper, const QString &title)
{
    return m_printing.print(paper, title);
}

base::Result<> Handout::save(const papers::Paper &paper, const QString &file) const
{
    return papers::Sheet(paper).pdf().and_then([&](const QByteArray &pdf) { return base::writeChosen(file, pdf); });
}

}
