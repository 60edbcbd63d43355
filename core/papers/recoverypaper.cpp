#include "core/papers/recoverypaper.h"

#include "core/papers/paperfacts.h"

#include <QJsonArray>

namespace papers {

using namespace Qt::StringLiterals;

base::Result<Paper> recoveryPaper(const FormFolder &forms, const base::HallSettings &hall, const RecoveryWords &words)
{
    QJsonArray groups;
    for (const QString &group : words.groups)
        groups << QJsonObject{{u"group"_s, group}};
    QJsonObject facts{{u"groups"_s, groups},
                      {u"groupCount"_s, int(words.groups.size())},
                      {u"recoveryCode"_s, words.scanned},
                      {u"keyMark"_s, words.keyMark},
                      {u"at"_s, words.at.toString(u"yyyy-MM-dd HH:mm"_s)}};
    addHall(facts, hall);
    return filled(forms, u"recovery-code"_s, facts);
}

}
