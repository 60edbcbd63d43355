#include "core/base/text.h"

#include <QList>

namespace base {

QString cleanLine(const QString &raw, int longest)
{
    // A normalised character takes at most a handful of units; cutting first keeps a pasted 10 MB text cheap.
    QString text = raw.left(qsizetype(longest) * 8).normalized(QString::NormalizationForm_C);
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    text = text.simplified();
    const QList<uint> points = text.toUcs4();
    if (points.size() <= longest)
        return text;
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()), longest);
}

QString normalizedCode(const QString &raw)
{
    QString code;
    for (const QChar c : raw.left(1000).normalized(QString::NormalizationForm_KC).toUpper()) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            code += c;
        else if (!c.isSpace() && c.category() != QChar::Punctuation_Dash && c.category() != QChar::Punctuation_Other
                 && c.category() != QChar::Other_Format)
            code += c;
    }
    return code;
}

int countCharacters(const QString &text)
{
    return int(text.toUcs4().size());
}

}
