#include "ui/case/leasewords.h"

#include <QCoreApplication>

namespace leasewords {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("leasewords", text);
}

QString offline(const QString &holder)
{
    const QString who = holder.isEmpty() ? tr("Nobody has recorded where this result is.") : tr("This result is recorded at %1.").arg(holder);
    return who + u' '
        + tr("The hub, which must say that nobody else hands it over, was not reached. If the paper is in your hands, record that it came "
             "here; then hand it over.");
}

}

QString asking()
{
    return tr("The hub is asked whether another window is handing it over. Esc gives it up.");
}

QString sentence(const desk::HandoverLease::Outcome &outcome)
{
    using Answer = desk::HandoverLease::Answer;
    switch (outcome.answer) {
    case Answer::Granted:
        break;
    case Answer::Elsewhere:
        return tr("%1 is handing this result over. Ask there; if they gave it up, try again after %2.")
            .arg(outcome.holder, outcome.until.toLocalTime().time().toString(QStringLiteral("HH:mm:ss")));
    case Answer::HandedOver:
        return tr("Another window has handed this result over. It shows here as soon as the hub has sent it.");
    case Answer::Offline:
        return offline(outcome.holder);
    case Answer::Refused:
        return tr("The hub does not let this window hand it over now; Ctrl+7 says how it stands with the hub. If the paper is in your hands, "
                  "record that it came here; then hand it over.");
    }
    return {};
}

}
