#pragma once

#include "core/sheets/archive.h"

#include <QList>
#include <QString>

#include <exception>
#include <vector>

class QXmlStreamReader;

namespace sheets {

/// The parts of a workbook (ECMA-376 part 1, SpreadsheetML) that its sheets share. Elements are known by their names whatever
/// the name space, for the strict and the common kind differ in nothing else here.

/// A book that cannot be read, with the reason in Chinese; it ends the reading, however deep.
class UnreadableBook : public std::exception
{
public:
    explicit UnreadableBook(QString reason, QString sheet = {}) : m_reason(std::move(reason)), m_sheet(std::move(sheet))
    {
    }
    const QString &reason() const { return m_reason; }
    const QString &sheet() const { return m_sheet; } ///< empty: the book as a whole

private:
    QString m_reason;
    QString m_sheet;
};

/// What one part says of another.
struct Relation {
    QString id;
    QString type; ///< the last word of it, e.g. worksheet
    QString target; ///< name of a part
};

/// The relations of the part \a name; of the book as a whole when it is empty.
QList<Relation> relationsOf(const BookParts &parts, const QString &name);

/// The name of the first part that is related by \a type; empty when there is none.
QString partOfType(const QList<Relation> &relations, QStringView type);

/// The texts that cells share, by their numbers.
std::vector<QString> sharedTexts(const QByteArray &part);

/// For each cell format whether it shows a number as a day.
std::vector<bool> dayFormats(const QByteArray &part);

/// The text of the element that \a xml stands at (si or is): all its pieces, without the reading aids of Japanese.
QString richText(QXmlStreamReader &xml);

}
