#include "core/sheets/sheetparts.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>

namespace sheets {

using namespace Qt::StringLiterals;

namespace {

/// Formats that every program knows by number (ECMA-376 part 1, 18.8.30), with those of Chinese editions.
bool isBuiltInDay(int id)
{
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
}

bool showsDay(const QString &code)
{
    static const QRegularExpression literal(u"\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]"_s);
    QString plain = code.toLower();
    plain.remove(literal);
    return plain.contains(u'y') || plain.contains(u'd');
}

/// Characters that XML does not take, and what looks like them, stand as _x000D_ (ECMA-376 part 1, 22.9.2.19).
QString unescaped(const QString &stored)
{
    static const QRegularExpression escape(u"_x([0-9A-Fa-f]{4})_"_s);
    QString plain;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : escape.globalMatch(stored)) {
        plain += QStringView(stored).sliced(from, match.capturedStart() - from);
        plain += QChar(match.captured(1).toUShort(nullptr, 16));
        from = match.capturedEnd();
    }
    plain += QStringView(stored).sliced(from);
    return plain;
}

/// "xl/workbook.xml" → "xl/_rels/workbook.xml.rels"
QString relationsPart(const QString &name)
{
    const qsizetype slash = name.lastIndexOf(u'/') + 1;
    return name.first(slash) + u"_rels/"_s + name.sliced(slash) + u".rels"_s;
}

}

QList<Relation> relationsOf(const BookParts &parts, const QString &name)
{
    QList<Relation> relations;
    QXmlStreamReader xml(parts.value(relationsPart(name)));
    const QString folder = name.first(name.lastIndexOf(u'/') + 1);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != "Relationship"_L1)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        const QString type = attributes.value("Type"_L1).toString();
        const QString target = attributes.value("Target"_L1).toString();
        relations.append({attributes.value("Id"_L1).toString(), type.sliced(type.lastIndexOf(u'/') + 1),
                          QDir::cleanPath(target.startsWith(u'/') ? target.sliced(1) : folder + target)});
    }
    return relations;
}

QString partOfType(const QList<Relation> &relations, QStringView type)
{
    const auto relation = std::ranges::find(relations, type, &Relation::type);
    return relation == relations.end() ? QString() : relation->target;
}

std::vector<QString> sharedTexts(const QByteArray &part)
{
    std::vector<QString> texts;
    QXmlStreamReader xml(part);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "si"_L1)
            texts.push_back(richText(xml));
    }
    return texts;
}

std::vector<bool> dayFormats(const QByteArray &part)
{
    std::vector<bool> formats;
    QSet<int> days;
    bool isInCellFormats = false;
    QXmlStreamReader xml(part);
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (xml.name() == "cellXfs"_L1)
            isInCellFormats = token == QXmlStreamReader::StartElement;
        if (token != QXmlStreamReader::StartElement)
            continue;
        const int id = xml.attributes().value("numFmtId"_L1).toInt();
        if (xml.name() == "numFmt"_L1 && showsDay(xml.attributes().value("formatCode"_L1).toString()))
            days.insert(id);
        else if (xml.name() == "xf"_L1 && isInCellFormats)
            formats.push_back(isBuiltInDay(id) || days.contains(id));
    }
    return formats;
}

QString richText(QXmlStreamReader &xml)
{
    QString text;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::EndElement) {
            --depth;
        } else if (token == QXmlStreamReader::StartElement && xml.name() == "t"_L1) {
            text += xml.readElementText(QXmlStreamReader::SkipChildElements);
        } else if (token == QXmlStreamReader::StartElement && (xml.name() == "rPh"_L1)) {
            xml.skipCurrentElement();
        } else if (token == QXmlStreamReader::StartElement) {
            ++depth;
        }
    }
    return unescaped(text);
}

}
