#include "core/guides/inspection.h"

#include "core/base/text.h"

namespace guides {

using namespace Qt::StringLiterals;

Inspection::Inspection(QString file) : m_file(std::move(file)) { }

Inspection::Step Inspection::into(QUtf8StringView key)
{
    m_trail.push_back({key, -1});
    return Step(*this);
}

Inspection::Step Inspection::into(qsizetype index)
{
    m_trail.push_back({{}, index});
    return Step(*this);
}

void Inspection::fault(const QString &reason)
{
    add(path(), reason);
}

void Inspection::faultAt(QUtf8StringView key, const QString &reason)
{
    const Step step = into(key);
    fault(reason);
}

void Inspection::faultAtLine(qsizetype line, const QString &reason)
{
    add(u"line %1"_s.arg(line), reason);
}

QString Inspection::path() const
{
    QString path;
    for (const Part &part : m_trail) {
        if (part.index >= 0)
            path += u"[%1]"_s.arg(part.index);
        else
            path += (path.isEmpty() ? QString() : u"."_s) + base::cleanLine(part.key.toString(), 60);
    }
    return path;
}

void Inspection::add(const QString &place, const QString &reason)
{
    if (isFull())
        return;
    const bool isLast = m_faults.size() == mostFaults - 1;
    m_faults.append({base::Error::Kind::Document, isLast ? u"and more faults, not listed"_s : reason,
                     place.isEmpty() || isLast ? m_file : m_file + u": "_s + place});
}

QString quoted(const QString &text)
{
    const QString line = base::cleanLine(text, 60);
    return u"\u201c%1\u201d"_s.arg(line);
}

}
