#include "ui/copycard/copywords.h"

#include <QCoreApplication>

namespace {

class CopyWords
{
    Q_DECLARE_TR_FUNCTIONS(CopyWords)

public:
    static QString of(const domain::CopyLine &line)
    {
        using Fault = domain::CopyLine::Fault;
        switch (line.fault) {
        case Fault::None:
            return {};
        case Fault::NothingThere:
            return tr("The case says nothing of it: ask, and type it there by hand.");
        case Fault::NoDate:
            return tr("This is no date: type it there by hand.");
        case Fault::NoIdentityNumber:
            return tr("Only an identity number says this: type it there by hand.");
        case Fault::NoSuchPart:
            return tr("The address does not say it: type it there by hand.");
        case Fault::NotInTable:
            return tr("That system has no code for it: choose there by hand.");
        case Fault::TooLong:
            return tr("Longer than the %1 characters of that blank: shorten it there by hand.").arg(line.detail);
        }
        Q_UNREACHABLE();
    }
};

}

QString copyProblem(const domain::CopyLine &line)
{
    return CopyWords::of(line);
}
