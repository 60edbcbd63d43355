#include "core/desk/staffmemory.h"

#include "core/journal/journal.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

const QString bookValue = u"staff"_s;

base::Result<people::BookMark> recalled(journal::Journal &journal)
{
    return journal.keptValue(bookValue).map([](const std::optional<QByteArray> &bytes) {
        const QJsonObject json = QJsonDocument::fromJson(bytes.value_or(QByteArray())).object();
        return people::BookMark{json["asks"_L1].toBool(), json["count"_L1].toInteger()};
    });
}

}

base::Result<> bindBook(people::StaffBook &book, const base::Secret &profileKey, journal::Journal &journal)
{
    return recalled(journal)
        .and_then([&](const people::BookMark &mark) { return book.bindTo(profileKey, mark); })
        .and_then([&] { return rememberBook(book, journal); });
}

base::Result<> rememberBook(const people::StaffBook &book, journal::Journal &journal)
{
    const people::BookMark mark = book.mark();
    const base::Result<people::BookMark> known = recalled(journal);
    if (!known)
        return base::Fail(known.error());
    if (*known == mark)
        return {};
    return journal.keepValue(bookValue, QJsonDocument(QJsonObject{{"asks"_L1, mark.asks}, {"count"_L1, mark.count}}).toJson(QJsonDocument::Compact));
}

}
