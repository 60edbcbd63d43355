#include "app/counter/counter.h"

#include "app/counter/savedialog.h"
#include "core/base/durablefile.h"
#include "ui/guides/guidespage.h"
#include "ui/intake/intakepage.h"
#include "ui/words/words.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

// The files that a clerk chooses, to read and to write.

namespace {

/// A name that says nothing about a person.
QString fileName(const desk::CaseWork &work, const domain::PaperRef &paper)
{
    QStringList parts{work.file().number, domain::paperWord(paper.kind)};
    if (!paper.item.isEmpty())
        parts << paper.item;
    if (paper.number > 1)
        parts << QString::number(paper.number);
    return parts.join(u'-') + u".pdf"_s;
}

}

void Counter::save(const domain::PaperRef &paper)
{
    withPdfFile(m_window.get(), m_saveFolder, fileName(*m_work, paper),
                [this, paper](const QString &file) { saveTo(paper, file); });
}

void Counter::saveGuide(const QString &name)
{
    withPdfFile(m_window.get(), m_saveFolder, name, [this](const QString &file) { m_guides->saveTo(file); });
}

void Counter::choosePack()
{
    chooseFile(m_window.get(), tr("Choose a guide pack"), tr("Guide packs (*.json)"),
               [this](const QString &file) { m_guides->lookAt(file); });
}

void Counter::chooseList()
{
    chooseFile(m_window.get(), tr("Choose a list of people"), tr("Lists (*.xlsx *.csv *.txt)"),
               [this](const QString &file) { m_intake->lookAtList(file); });
}

void Counter::saveRows(const QByteArray &bytes, const QString &name)
{
    withRowsFile(m_window.get(), m_saveFolder, name, [this, bytes](const QString &file) {
        const auto noted = m_workplace.audit().note(desk::AuditAct::Exported, QFileInfo(file).fileName(), u"list of people"_s);
        if (const auto saved = noted.and_then([&] { return base::writeChosen(file, bytes); }); !saved)
            tell({{}, saved.error()});
        else
            say(InlineMessage::Level::Done, tr("The rows to be corrected were saved."), QDir::toNativeSeparators(file));
    });
}

void Counter::saveTo(const domain::PaperRef &paper, const QString &file)
{
    if (!m_work)
        return;
    const auto saved = m_workplace.printing().save(*m_work, paper, file);
    emit paperProduced();
    if (!saved) {
        tell(saved.error());
        return;
    }
    say(InlineMessage::Level::Done, tr("%1 was saved as PDF.").arg(words::name(paper.kind)), QDir::toNativeSeparators(file));
}
