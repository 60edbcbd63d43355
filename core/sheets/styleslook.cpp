#include "core/sheets/styleslook.h"

#include <QRegularExpression>
#include <QString>

#include <utility>

namespace sheets {

using namespace Qt::StringLiterals;

namespace {

/// Formats that every program knows by number (ECMA-376 part 1, 18.8.30), with those of Chinese editions.
bool isBuiltInDay(size_t id)
{
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
}

}

void StylesLook::set_number_format_code(std::string_view code)
{
    static const QRegularExpression quotedPart(u"\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]"_s);
    QString plain = QString::fromUtf8(code.data(), qsizetype(code.size())).toLower();
    plain.remove(quotedPart);
    m_codeShowsDay = plain.contains(u'y') || plain.contains(u'd');
}

size_t StylesLook::commit_number_format()
{
    if (std::exchange(m_codeShowsDay, false))
        m_dayFormats.insert(m_format);
    return m_numberFormats++;
}

size_t StylesLook::commit_cell_xf()
{
    m_showsDay.push_back(isBuiltInDay(m_xfFormat) || m_dayFormats.contains(m_xfFormat));
    m_xfFormat = 0;
    return m_showsDay.size() - 1;
}

}
