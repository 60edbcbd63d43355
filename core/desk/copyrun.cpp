#include "core/desk/copyrun.h"

#include "core/domain/decidelife.h"

#include <algorithm>

namespace desk {

using namespace domain;

namespace {

CopySheet sheetOf(const CaseWork &work, const CopyMap &map)
{
    return copySheetOf(map, work.file(), asFiledOf(work.file(), work.guide(), work.today()), work.guide());
}

}

CopyRun::CopyRun(CaseWork &work, const CopyMap &map) : m_work(work), m_sheet(sheetOf(work, map))
{
    QSet<QString> before;
    for (const Copying &copying : work.file().life.copyings) {
        if (copying.system == map.system)
            before.unite(QSet<QString>(copying.blanks.begin(), copying.blanks.end()));
    }
    for (qsizetype line = 0; line < m_sheet.lines.size(); ++line)
        m_marks.append(before.contains(m_sheet.nameOf(line)) ? Mark::Before : Mark::Open);
    m_current = nextWanted(0);
}

CopyRun::~CopyRun()
{
    finish(); // what cannot be written now is told by the case itself: CaseWork::notSaved()
}

int CopyRun::wanted() const
{
    return int(std::ranges::count_if(m_sheet.lines, [](const CopyLine &line) { return line.state != CopyLine::State::Passed; }));
}

int CopyRun::done() const
{
    int count = 0;
    for (qsizetype line = 0; line < m_marks.size(); ++line)
        count += isWanted(line) && m_marks[line] != Mark::Open;
    return count;
}

tl::expected<QString, Undone> CopyRun::copy()
{
    if (isAtEnd())
        return QString();
    const qsizetype line = m_current;
    if (m_sheet.lines[line].state != CopyLine::State::Ready) {
        skip();
        return QString();
    }
    if (const Done noted = note({line}); !noted)
        return tl::unexpected(noted.error());
    m_marks[line] = Mark::Copied;
    moveTo(nextWanted(line + 1));
    return m_sheet.lines[line].value;
}

tl::expected<QString, Undone> CopyRun::copyScreen()
{
    if (isAtEnd())
        return QString();
    const qsizetype screen = m_sheet.lines[m_current].screen;
    QList<qsizetype> lines;
    QStringList rows;
    qsizetype after = 0;
    for (qsizetype line = 0; line < m_sheet.lines.size(); ++line) {
        const CopyLine &each = m_sheet.lines[line];
        if (each.screen != screen)
            continue;
        after = line + 1;
        if (each.state != CopyLine::State::Ready)
            continue;
        lines.append(line);
        rows << each.label + u'\t' + each.value;
    }
    if (!lines.isEmpty()) {
        if (const Done noted = note(lines); !noted)
            return tl::unexpected(noted.error());
    }
    for (const qsizetype line : std::as_const(lines))
        m_marks[line] = Mark::Copied;
    moveTo(nextWanted(after));
    return rows.join(u'\n');
}

void CopyRun::skip()
{
    if (isAtEnd())
        return;
    if (m_marks[m_current] == Mark::Open)
        m_marks[m_current] = Mark::Left;
    moveTo(nextWanted(m_current + 1));
}

void CopyRun::back()
{
    for (qsizetype line = m_current - 1; line >= 0; --line) {
        if (!isWanted(line))
            continue;
        m_current = line;
        m_marks[line] = Mark::Open;
        return;
    }
}

void CopyRun::jump(qsizetype line)
{
    if (line >= 0 && line < m_sheet.lines.size() && isWanted(line))
        moveTo(line);
}

Done CopyRun::finish()
{
    if (m_unrecorded.isEmpty())
        return {};
    Done done = m_work.perform(LifeCommand(RecordCopying{m_sheet.system, m_unrecorded}));
    if (done) {
        m_unrecorded.clear();
        m_used = true;
    }
    return done;
}

qsizetype CopyRun::nextWanted(qsizetype from) const
{
    while (from < m_sheet.lines.size() && !isWanted(from))
        ++from;
    return from;
}

Done CopyRun::note(const QList<qsizetype> &lines)
{
    const QStringList before = m_unrecorded;
    for (const qsizetype line : lines) {
        if (const QString name = m_sheet.nameOf(line); !m_unrecorded.contains(name))
            m_unrecorded << name;
    }
    if (m_used)
        return {};
    const Done done = finish();
    if (!done)
        m_unrecorded = before;
    return done;
}

/// Another screen: the one before is done with. A failure is told by the case, and the blanks stay to be recorded.
void CopyRun::moveTo(qsizetype line)
{
    const auto screenOf = [this](qsizetype each) { return each < m_sheet.lines.size() ? m_sheet.lines[each].screen : qsizetype(-1); };
    const bool leaves = screenOf(line) != screenOf(m_current);
    m_current = line;
    if (leaves)
        finish();
}

}
