#include "ui/intake/listwords.h"

#include "ui/words/words.h"

#include <QCoreApplication>

namespace listwords {

namespace {

struct ListTexts {
    Q_DECLARE_TR_FUNCTIONS(ListTexts)
};

QString one(const desk::RowFault &fault)
{
    using Why = desk::RowFault::Why;
    switch (fault.why) {
    case Why::Field:
        return ListTexts::tr("%1: %2").arg(fault.heading, words::sentence(fault.field));
    case Why::LostDigits:
        return ListTexts::tr("%1: the spreadsheet has cut off its last digits. Format the column as text and enter it again.")
            .arg(fault.heading);
    case Why::Formula:
        return ListTexts::tr("%1: a formula. Put its value there.").arg(fault.heading);
    case Why::TwiceInList:
        return ListTexts::tr("The same person as in line %1.").arg(fault.line);
    case Why::EnteredAlready:
        return ListTexts::tr("Entered in this case already.");
    }
    return {};
}

}

QString sentence(const QList<desk::RowFault> &faults)
{
    QStringList sentences;
    for (const desk::RowFault &fault : faults)
        sentences << one(fault);
    return sentences.join(u' ');
}

QString sentence(const desk::ListTrouble &trouble)
{
    using Why = desk::ListTrouble::Why;
    switch (trouble.why) {
    case Why::Empty:
        return ListTexts::tr("Nobody is in this list. Copy the rows in the spreadsheet first, then Ctrl+V.");
    case Why::NoName:
        return ListTexts::tr("No column is headed “%1”. Write the heading above the column and try again.").arg(trouble.heading);
    case Why::SameColumnTwice:
        return ListTexts::tr("Two columns mean the same: “%1”. Leave one out and try again.").arg(trouble.heading);
    case Why::TooMany:
        return ListTexts::tr("%1 people would be in the list; it may have %2. File the others as a case of their own.")
            .arg(trouble.heading)
            .arg(domain::mostPeople);
    }
    return {};
}

}
