#include "ui/words/peoplewords.h"

#include <QCoreApplication>

namespace words {

QString applicantFor(const QString &applicant, const QString &subjects)
{
    if (applicant.isEmpty() || subjects.isEmpty())
        return applicant + subjects;
    return QCoreApplication::translate("words", "%1 for %2").arg(applicant, subjects);
}

}
