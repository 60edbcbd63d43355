#include "ui/intake/lookups.h"

#include "core/domain/codes.h"
#include "ui/intake/checklistpanel.h"
#include "ui/words/words.h"

using Came = domain::LookUp::Outcome;
using domain::LicenceFault;

namespace {

QString sentenceOf(const desk::Undone &undone)
{
    return undone.error ? words::sentence(*undone.error) : words::sentence(undone.refusals.front());
}

}

LookUps::LookUps(ChecklistPanel &panel, QObject *parent) : QObject(parent), m_panel(panel)
{
    connect(&panel, &ChecklistPanel::lookUpWanted, this, &LookUps::begin);
    connect(&panel, &ChecklistPanel::holderChosen, this, &LookUps::ask);
    connect(&panel, &ChecklistPanel::lookUpStopped, this, [this] {
        if (m_lookUp)
            m_lookUp->cancel();
    });
}

LookUps::~LookUps() = default;

void LookUps::show(desk::CaseWork *work)
{
    m_lookUp.reset();
    m_panel.leaveLookUp();
    m_work = work;
    if (!m_work || !m_source)
        return;
    m_lookUp = std::make_unique<desk::LicenceLookUp>(*m_work, *m_source);
    connect(m_lookUp.get(), &desk::LicenceLookUp::ended, this, &LookUps::tell);
}

void LookUps::begin(const QString &material)
{
    if (!m_work)
        return;
    const domain::Plan::MaterialLine *line = m_work->plan().material(material);
    if (!line || domain::lookUpWays(line->material).isEmpty()) {
        m_panel.refuse(tr("“%1” can be looked up nowhere: take the original (1) or a copy (2).").arg(nameOf(material)));
        return;
    }
    if (!m_lookUp || !m_source->isSetUp()) {
        m_panel.refuse(tr("There is no hub to look “%1” up with. Take the original (1) or a copy (2).").arg(nameOf(material)));
        return;
    }
    m_material = material;
    m_holders = m_lookUp->holders();
    if (m_holders.isEmpty()) {
        m_panel.refuse(words::sentence(domain::Refusal{domain::Refusal::Why::HolderMissing, nameOf(material), material}));
        return;
    }
    if (m_holders.size() == 1) {
        ask(0);
        return;
    }
    QStringList names;
    for (const desk::LicenceHolder &holder : std::as_const(m_holders))
        names << tr("%1 %2 %3").arg(holder.title, holder.name, domain::maskedNumber(holder.number)).trimmed();
    m_panel.chooseHolder(material, tr("Whose is “%1”?").arg(nameOf(material)), names);
}

void LookUps::ask(int holder)
{
    if (!m_lookUp || holder < 0 || holder >= m_holders.size())
        return;
    const desk::LicenceHolder whose = m_holders[holder];
    if (const desk::Done asked = m_lookUp->ask(m_material, whose); !asked) {
        m_panel.endLookUp(m_material, LookUpStrip::Mood::Bad, sentenceOf(asked.error()));
        return;
    }
    m_panel.waitForLookUp(m_material, tr("Asking the hub for “%1” of %2 …").arg(nameOf(m_material), domain::maskedName(whose.name)));
}

void LookUps::tell(const desk::LookUpEnd &end)
{
    const bool isFound = end.outcome == Came::Found && !end.undone;
    m_panel.endLookUp(end.material, isFound ? LookUpStrip::Mood::Good : LookUpStrip::Mood::Bad, isFound ? foundText(end) : failedText(end));
}

QString LookUps::foundText(const desk::LookUpEnd &end) const
{
    const QString validity = end.found.until.isValid() ? tr("valid until %1").arg(words::day(end.found.until)) : tr("without an end");
    const QString what = tr("Found: %1 of %2, issued by %3, %4, number %5.")
                             .arg(end.found.name, domain::maskedName(end.found.holder), end.found.issuer, validity, end.found.identifier);
    return end.taken ? what + u' ' + tr("Taken as exempt; Backspace takes it back.")
                     : what + u' ' + tr("Your own verdict stands.");
}

QString LookUps::failedText(const desk::LookUpEnd &end) const
{
    const QString name = nameOf(end.material);
    if (end.undone)
        return sentenceOf(*end.undone);
    switch (end.outcome) {
    case Came::NotFound:
        return tr("Nothing was found for “%1”. Take the original (1), or mark it missing (7).").arg(name);
    case Came::Refused:
        return tr("“%1” is not given out for this case, or not to this window. Take the original (1).").arg(name);
    case Came::Unreachable:
        if (end.isBeyondHub)
            return tr("The hub was reached, but the system that knows of “%1” did not answer. Take the original (1), or look it up again later (8).")
                .arg(name);
        return tr("The hub was not reached for “%1”. Take the original (1), or look it up again later (8).").arg(name);
    case Came::NotCredible:
        return notCredibleText(end);
    case Came::Cancelled:
        return tr("Stopped. Nothing was taken for “%1”.").arg(name);
    case Came::Open:
    case Came::Found:
        break;
    }
    return {};
}

QString LookUps::notCredibleText(const desk::LookUpEnd &end) const
{
    const QString name = nameOf(end.material);
    switch (end.fault) {
    case LicenceFault::None:
    case LicenceFault::Malformed:
        return tr("The answer for “%1” makes no sense and was not taken. Take the original (1) and tell your technician.").arg(name);
    case LicenceFault::WrongCheckDigit:
        return tr("The number that came for “%1” has a wrong check character and was not taken. Take the original (1).").arg(name);
    case LicenceFault::OtherHolder:
        return tr("What came for “%1” is somebody else's and was not taken. Take the original (1).").arg(name);
    case LicenceFault::NotYetValid:
        return tr("What came for “%1” is valid only from %2 on and was not taken.").arg(name, words::day(end.found.from));
    case LicenceFault::Expired:
        return tr("What came for “%1” expired on %2 and was not taken: ask for a renewed one.").arg(name, words::day(end.found.until));
    }
    Q_UNREACHABLE();
}

QString LookUps::nameOf(const QString &material) const
{
    return m_work ? m_work->guide().materials.value(material).name : QString();
}
