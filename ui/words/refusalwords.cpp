#include "ui/words/words.h"

#include <QCoreApplication>
#include <QDate>

#include <array>

namespace words {

namespace {

struct Row {
    domain::Refusal::Why why;
    const char *text;
};
using Why = domain::Refusal::Why;

constexpr std::array rows{
    Row{Why::NotWorkedOut,
        QT_TRANSLATE_NOOP("words",
                          "Only the catalogue rows of “%1” are known. Choose a matter that is worked out, or hand out "
                          "its list of items.")},
    Row{Why::AlreadyOpen, QT_TRANSLATE_NOOP("words", "This case is open already. Go on with it.")},
    Row{Why::NotOpen,
        QT_TRANSLATE_NOOP("words", "There is no such case at this window. Check the number, or start a new case.")},
    Row{Why::NotInIntake,
        QT_TRANSLATE_NOOP("words",
                          "This case is closed, nothing can be changed any more. Start a new case if need be.")},
    Row{Why::UnknownSituation,
        QT_TRANSLATE_NOOP("words", "The guide does not ask this. Leave the case with Esc and open it again.")},
    Row{Why::UnknownAnswer,
        QT_TRANSLATE_NOOP("words", "This does not answer “%1”. Choose one of the numbered answers or type a number.")},
    Row{Why::UnknownItem,
        QT_TRANSLATE_NOOP("words", "The guide has no such item. Leave the case with Esc and open it again.")},
    Row{Why::ItemDoesNotApply,
        QT_TRANSLATE_NOOP("words",
                          "“%1” does not apply by the answers. Change the answers with F2 if they are wrong.")},
    Row{Why::ItemsExclude, QT_TRANSLATE_NOOP("words", "Only one of the two: drop “%1” first, then keep this one.")},
    Row{Why::UnknownPath,
        QT_TRANSLATE_NOOP("words", "There is no such way to handle it. Choose one of the numbered ways.")},
    Row{Why::UnknownField,
        QT_TRANSLATE_NOOP("words", "This is not asked for any more. Leave the field, the form shows what is needed.")},
    Row{Why::UnknownMaterial,
        QT_TRANSLATE_NOOP("words", "This material is not asked for in this case. Choose one of the list.")},
    Row{Why::NotExemptable,
        QT_TRANSLATE_NOOP("words", "Nobody shares “%1” with us. Look at the original (1) or mark it missing (7).")},
    Row{Why::IdentifierMissing,
        QT_TRANSLATE_NOOP("words", "Exempt only with proof: enter the number of the licence or of the look-up.")},
    Row{Why::NotDeferrable,
        QT_TRANSLATE_NOOP("words", "The guide does not allow “%1” to be brought later. Mark it missing (7).")},
    Row{Why::NotCommittable,
        QT_TRANSLATE_NOOP("words", "The guide does not allow a commitment instead of “%1”. Mark it missing (7).")},
    Row{Why::DueDateMissing, QT_TRANSLATE_NOOP("words", "Enter the day by which it will be brought.")},
    Row{Why::DueDateInPast, QT_TRANSLATE_NOOP("words", "That day is over. Enter today or a later day.")},
    Row{Why::DueDateTooLate, QT_TRANSLATE_NOOP("words", "That is too late, the last possible day is %1.")},
    Row{Why::ReasonMissing,
        QT_TRANSLATE_NOOP("words", "Say what is wrong: choose a checkpoint by its number or write the reason.")},
    Row{Why::UnknownCheckpoint,
        QT_TRANSLATE_NOOP("words", "This material has no such checkpoint. Choose one of the numbered ones.")},
    Row{Why::NothingChosen, QT_TRANSLATE_NOOP("words", "No item is chosen. Keep at least one (F3, Space).")},
    Row{Why::SituationOpen, QT_TRANSLATE_NOOP("words", "Still to answer: %1")},
    Row{Why::PathOpen, QT_TRANSLATE_NOOP("words", "Still to choose: the way to handle “%1”.")},
    Row{Why::FieldMissing, QT_TRANSLATE_NOOP("words", "Still to fill in: %1")},
    Row{Why::FieldInvalid, QT_TRANSLATE_NOOP("words", "To be corrected: %1")},
    Row{Why::VerdictMissing, QT_TRANSLATE_NOOP("words", "Still to check: %1")},
    Row{Why::GapOpen,
        QT_TRANSLATE_NOOP("words", "Not in order: %1. Correct it here, or issue the one-time notice (F8).")},
    Row{Why::NothingToCorrect,
        QT_TRANSLATE_NOOP("words", "Everything is in order, there is nothing to tell. File the case (F9).")},
    Row{Why::NoSuchPaper,
        QT_TRANSLATE_NOOP("words", "This paper was not issued yet. Issue the notice (F8) or file (F9) first.")},
    Row{Why::UnknownPrint, QT_TRANSLATE_NOOP("words", "This print is not known. Print the paper again with Ctrl+P.")},
    Row{Why::NumberInvalid,
        QT_TRANSLATE_NOOP("words",
                          "This is not a case number of ours. Check it character by character, or scan the code.")},
    Row{Why::NotFiled, QT_TRANSLATE_NOOP("words", "This comes after filing. File the case first (F9).")},
    Row{Why::Archived, QT_TRANSLATE_NOOP("words", "This case is archived, nothing changes any more.")},
    Row{Why::AlreadyDone, QT_TRANSLATE_NOOP("words", "This was done already; the time line says when.")},
    Row{Why::ScansMissing, QT_TRANSLATE_NOOP("words", "Complete the scans first: the departments work with them.")},
    Row{Why::UnknownScan, QT_TRANSLATE_NOOP("words", "This picture is not part of the case. Choose one of those shown.")},
    Row{Why::ScanThereAlready,
        QT_TRANSLATE_NOOP("words", "The very same picture is in the case already. Look under: %1")},
    Row{Why::ScansSent,
        QT_TRANSLATE_NOOP("words", "The departments work with these pictures already. Add what is missing, nothing is taken out.")},
    Row{Why::ReceiverMissing, QT_TRANSLATE_NOOP("words", "Enter who receives it.")},
    Row{Why::NotPushed, QT_TRANSLATE_NOOP("words", "The department has not received “%1” yet. Push the case first.")},
    Row{Why::NotAccepted, QT_TRANSLATE_NOOP("words", "“%1” is not accepted yet.")},
    Row{Why::AlreadyAccepted, QT_TRANSLATE_NOOP("words", "“%1” is accepted already.")},
    Row{Why::ItemEnded, QT_TRANSLATE_NOOP("words", "“%1” has ended; what was decided stands.")},
    Row{Why::ItemOpen, QT_TRANSLATE_NOOP("words", "Not finished yet: %1")},
    Row{Why::ClockPaused,
        QT_TRANSLATE_NOOP("words", "The clock of “%1” is paused. Resume it when the special step is over.")},
    Row{Why::ClockRuns, QT_TRANSLATE_NOOP("words", "The clock of “%1” is running, there is nothing to resume.")},
    Row{Why::UnknownStep,
        QT_TRANSLATE_NOOP("words",
                          "“%1” is no special step of this item: the guide and the law name those that "
                          "stop the clock.")},
    Row{Why::NothingToWaitFor, QT_TRANSLATE_NOOP("words", "“%1” waits for no other item. Decide it.")},
    Row{Why::UnknownReview,
        QT_TRANSLATE_NOOP("words", "There is no such joint review in this case. Choose one of the list.")},
    Row{Why::NotDeferred, QT_TRANSLATE_NOOP("words", "“%1” was not deferred, nothing is to be brought later.")},
    Row{Why::NotCommitted, QT_TRANSLATE_NOOP("words", "Nothing was promised in place of “%1”.")},
    Row{Why::DeferralOpen,
        QT_TRANSLATE_NOOP("words", "“%1” was promised for later and has not come. Take it in first.")},
    Row{Why::DeferralHasLapsed,
        QT_TRANSLATE_NOOP("words", "“%1” came too late: the promise has lapsed. A new application is needed.")},
    Row{Why::NotDueYet, QT_TRANSLATE_NOOP("words", "There is time until %1.")},
    Row{Why::StillNeeded,
        QT_TRANSLATE_NOOP("words", "“%1” belongs to items that go on; the lead department keeps it.")},
    Row{Why::PrerequisiteOpen, QT_TRANSLATE_NOOP("words", "“%1” must be decided first. Until then, pre-review.")},
    Row{Why::PrerequisiteFailed,
        QT_TRANSLATE_NOOP("words", "“%1”, which this item needs, came to nothing. It can only be denied.")},
    Row{Why::ELicenceInvalid,
        QT_TRANSLATE_NOOP("words",
                          "This is no e-licence identifier (GB/T 36904). Check it character by character: "
                          "%1")},
    Row{Why::NoResult, QT_TRANSLATE_NOOP("words", "“%1” has no result yet.")},
    Row{Why::NotArrived,
        QT_TRANSLATE_NOOP("words",
                          "The result of “%1” has not arrived at the issuance window. Record its arrival "
                          "first.")},
    Row{Why::AlreadyDelivered, QT_TRANSLATE_NOOP("words", "“%1” was handed over already.")},
    Row{Why::NotDelivered, QT_TRANSLATE_NOOP("words", "“%1” was not handed over yet.")},
    Row{Why::ProofOpen,
        QT_TRANSLATE_NOOP("words", "The department has no proof of delivery of “%1” yet. Send it first.")},
    Row{Why::NotElectronic, QT_TRANSLATE_NOOP("words", "“%1” is a result on paper. Choose the window or a courier.")},
    Row{Why::DeliveryNotSigned,
        QT_TRANSLATE_NOOP("words", "Let the collector sign the delivery record first, then tick “signed”.")},
    Row{Why::CollectorMissing, QT_TRANSLATE_NOOP("words", "Enter who takes the result.")},
    Row{Why::RelationMissing, QT_TRANSLATE_NOOP("words", "Enter what the collector is to the applicant.")},
    Row{Why::TrackingMissing, QT_TRANSLATE_NOOP("words", "Enter the number of the parcel.")},
    Row{Why::AddressMissing, QT_TRANSLATE_NOOP("words", "Enter the address to send it to.")},
    Row{Why::AlreadyThere,
        QT_TRANSLATE_NOOP("words", "The result of “%1” is at this place already. To correct a mistake, move it where it is.")},
    Row{Why::NamedTwice, QT_TRANSLATE_NOOP("words", "“%1” is named twice. One result is handed over once.")},
    Row{Why::ItemLeftOut,
        QT_TRANSLATE_NOOP("words",
                          "The applicant wants everything together: “%1” is to be handed over too. If they want it "
                          "one by one now, record that first.")},
    Row{Why::CollectorIdentityMissing, QT_TRANSLATE_NOOP("words", "Enter the identity number of whoever takes the result.")},
    Row{Why::CollectorIdentityInvalid,
        QT_TRANSLATE_NOOP("words", "This identity number cannot be right. Compare it with the document, character by character.")},
    Row{Why::AuthorityMissing,
        QT_TRANSLATE_NOOP("words",
                          "“%1” may take it only with an authority: note the letter of authority or the proof of kinship.")},
    Row{Why::CourierMissing, QT_TRANSLATE_NOOP("words", "Enter the company that carries the parcel.")},
    Row{Why::NothingPromised,
        QT_TRANSLATE_NOOP("words", "Nothing is deferred or committed, so there is no letter to sign.")},
    Row{Why::LetterMissing, QT_TRANSLATE_NOOP("words", "%1 is to be printed (F9), read out and signed before filing.")},
    Row{Why::LetterNotSigned,
        QT_TRANSLATE_NOOP("words", "Read out what follows, let the applicant sign %1, then press F11.")},
    Row{Why::NotTold, QT_TRANSLATE_NOOP("words", "Read out the consequences before the applicant signs.")},
    Row{Why::OnDishonestyList,
        QT_TRANSLATE_NOOP("words",
                          "The applicant is on the list of those who broke a promise: nothing can be brought later or "
                          "promised. Mark “%1” missing (7) and hand out the one-time notice.")},
    Row{Why::ClockInDoubt,
        QT_TRANSLATE_NOOP("words",
                          "The clock of this PC may be wrong by %1 minutes. Set it right, or press Ctrl+F12 when it is right; then "
                          "do this once more.")},
    Row{Why::NotAuthorised,
        QT_TRANSLATE_NOOP("words",
                          "This window was not authorised to accept “%1”. Push the case, its department accepts it.")},
    Row{Why::UnknownRoster, QT_TRANSLATE_NOOP("words", "This matter has no such list of people.")},
    Row{Why::TooManyPeople,
        QT_TRANSLATE_NOOP("words", "A list may have %1 people. File the others as a case of their own.")},
    Row{Why::NothingToSign, QT_TRANSLATE_NOOP("words", "This paper is not signed here. Choose one that the citizen signs.")},
    Row{Why::PersonTwice,
        QT_TRANSLATE_NOOP("words", "Twice in the list, the number is the same: %1. Remove one (Del) or correct it.")},
    Row{Why::NewerProgram,
        QT_TRANSLATE_NOOP("words",
                          "A newer version of this program wrote on case %1. Here it can be looked at; work on it at a window with the "
                          "newer version, or update this one.")},
    Row{Why::UnknownConflict, QT_TRANSLATE_NOOP("words", "There is no such contradiction in this case any more.")},
    Row{Why::JoinedToItself, QT_TRANSLATE_NOOP("words", "%1 is the number of this very case. Enter that of the other one.")},
    Row{Why::HolderMissing,
        QT_TRANSLATE_NOOP("words", "Enter first whose it is: “%1” is looked up by the name of a person or an enterprise.")},
    Row{Why::UnknownLookUp, QT_TRANSLATE_NOOP("words", "This was not asked, or it was answered before.")},
    Row{Why::NotLate, QT_TRANSLATE_NOOP("words", "Nothing of “%1” is late: there is nothing to explain.")},
    Row{Why::UnknownOrder, QT_TRANSLATE_NOOP("words", "Nothing of this kind is open in this case.")},
    Row{Why::PostMissing,
        QT_TRANSLATE_NOOP("words", "Only a supervisor may %1. Call one: Ctrl+Shift+A allows it this once, Ctrl+Shift+U changes the person at this window.")},
};
static_assert(rows.size() == static_cast<std::size_t>(Why::PostMissing) + 1, "every refusal has its sentence");

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].why != static_cast<Why>(i))
            return false;
    }
    return true;
}
static_assert(inOrder());

QString shownSubject(const domain::Refusal &refusal)
{
    const bool isDay = refusal.why == Why::DueDateTooLate || refusal.why == Why::NotDueYet;
    if (refusal.why == Why::PostMissing)
        return doing(static_cast<domain::Duty>(refusal.subject.toInt()));
    return isDay ? day(QDate::fromString(refusal.subject, Qt::ISODate)) : refusal.subject;
}

}

QString doing(domain::Duty duty)
{
    static constexpr std::array<const char *, domain::duties> duties{
        QT_TRANSLATE_NOOP("words", "give a case to another window"),
        QT_TRANSLATE_NOOP("words", "choose between two entries"),
        QT_TRANSLATE_NOOP("words", "decide between two acts that contradict each other"),
        QT_TRANSLATE_NOOP("words", "rule on the reason of a delay"),
        QT_TRANSLATE_NOOP("words", "order that something is looked at once more"),
        QT_TRANSLATE_NOOP("words", "press a department"),
        QT_TRANSLATE_NOOP("words", "see a whole number"),
        QT_TRANSLATE_NOOP("words", "see the board of the hall"),
        QT_TRANSLATE_NOOP("words", "see the reports of the hall"),
        QT_TRANSLATE_NOOP("words", "say where safety copies go and make their recovery code"),
    };
    const auto place = static_cast<std::size_t>(duty);
    return place < duties.size() ? QCoreApplication::translate("words", duties[place]) : QString();
}

QString sentence(const domain::Refusal &refusal)
{
    QString text = QCoreApplication::translate("words", rows[static_cast<std::size_t>(refusal.why)].text);
    return text.replace(QLatin1String("%1"), shownSubject(refusal));
}

}
