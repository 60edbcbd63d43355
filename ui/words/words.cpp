#include "ui/words/words.h"

#include "ui/words/wordtable.h"

#include <QDate>

namespace words {

namespace {

constexpr std::array errors{
    QT_TRANSLATE_NOOP("words",
                      "Not saved: the disk is full or cannot be written. Make room on it, then do this once more."),
    QT_TRANSLATE_NOOP("words",
                      "Stored data is damaged. Do not go on with this case, call whoever looks after this PC."),
    QT_TRANSLATE_NOOP(
        "words", "The key of this profile is missing or does not fit. Unlock it, or call whoever looks after this PC."),
    QT_TRANSLATE_NOOP("words",
                      "A guide or form file is not right. Ask whoever looks after this PC to install it again."),
    QT_TRANSLATE_NOOP("words",
                      "The settings of this window are not right. Correct the place named below in hall.ini, then start again."),
    QT_TRANSLATE_NOOP(
        "words", "The printer did not take the paper. Check power, paper and cable, then print again with Ctrl+P."),
    QT_TRANSLATE_NOOP("words", "Another window of this program is using the data. Close it, then do this once more."),
    QT_TRANSLATE_NOOP("words",
                      "This case was opened with a version of the guides that is not on this PC. The case is kept; ask whoever "
                      "looks after this PC to import that version."),
};
static_assert(covers(errors, base::Error::Kind::Missing));

constexpr std::array faults{
    "",
    QT_TRANSLATE_NOOP("words", "Please fill this in."),
    QT_TRANSLATE_NOOP("words", "Not of the right form. Compare it with the document."),
    QT_TRANSLATE_NOOP("words", "Check digit does not fit: a digit is wrong or two are swapped."),
    QT_TRANSLATE_NOOP("words", "There is no such day. Write it like 2026-01-31."),
    QT_TRANSLATE_NOOP("words", "This day is still to come. Check the year."),
    QT_TRANSLATE_NOOP("words", "Choose one of the answers of the list."),
    QT_TRANSLATE_NOOP("words", "This has run out. A new one is needed."),
};
static_assert(covers(faults, domain::FieldFault::Expired));

constexpr std::array verdicts{
    QT_TRANSLATE_NOOP("words", "Original seen"), QT_TRANSLATE_NOOP("words", "Copy kept"),
    QT_TRANSLATE_NOOP("words", "Exempt"),        QT_TRANSLATE_NOOP("words", "Deferred"),
    QT_TRANSLATE_NOOP("words", "Committed"),     QT_TRANSLATE_NOOP("words", "Not conforming"),
    QT_TRANSLATE_NOOP("words", "Missing"),
};
static_assert(covers(verdicts, domain::VerdictKind::Missing));

constexpr std::array stages{
    QT_TRANSLATE_NOOP("words", "Intake"),
    QT_TRANSLATE_NOOP("words", "Filed"),
    QT_TRANSLATE_NOOP("words", "Abandoned"),
};
static_assert(covers(stages, domain::Stage::Abandoned));

constexpr std::array papers{
    QT_TRANSLATE_NOOP("words", "One-time notice"),
    QT_TRANSLATE_NOOP("words", "Filing receipt"),
    QT_TRANSLATE_NOOP("words", "Application form"),
    QT_TRANSLATE_NOOP("words", "Cover sheet"),
    QT_TRANSLATE_NOOP("words", "Letter of deferral"),
    QT_TRANSLATE_NOOP("words", "Letter of commitment"),
    QT_TRANSLATE_NOOP("words", "Handover sheet"),
    QT_TRANSLATE_NOOP("words", "Acceptance notice"),
    QT_TRANSLATE_NOOP("words", "Refusal decision"),
    QT_TRANSLATE_NOOP("words", "Receipt for what was supplied"),
    QT_TRANSLATE_NOOP("words", "Return slip"),
    QT_TRANSLATE_NOOP("words", "Collection notice"),
    QT_TRANSLATE_NOOP("words", "Delivery record"),
};
static_assert(covers(papers, domain::PaperKind::DeliveryRecord));

constexpr std::array confidences{
    QT_TRANSLATE_NOOP("words", "official"),
    QT_TRANSLATE_NOOP("words", "confidence high"),
    QT_TRANSLATE_NOOP("words", "confidence medium"),
    QT_TRANSLATE_NOOP("words", "confidence low"),
};
static_assert(covers(confidences, domain::Confidence::Low));

constexpr std::array forms{
    QT_TRANSLATE_NOOP("words", "original, shown"),
    QT_TRANSLATE_NOOP("words", "original, kept"),
    QT_TRANSLATE_NOOP("words", "copy"),
    QT_TRANSLATE_NOOP("words", "form, to sign"),
    QT_TRANSLATE_NOOP("words", "electronic"),
};
static_assert(covers(forms, domain::Material::Form::Electronic));

constexpr std::array acquisitions{
    QT_TRANSLATE_NOOP("words", "Shared data"),
    QT_TRANSLATE_NOOP("words", "E-licence"),
    QT_TRANSLATE_NOOP("words", "Already held"),
    QT_TRANSLATE_NOOP("words", "Applicant"),
};
static_assert(covers(acquisitions, domain::Material::Acquisition::Applicant));

constexpr std::array roles{
    QT_TRANSLATE_NOOP("words", "The applicant"),   QT_TRANSLATE_NOOP("words", "The person concerned"),
    QT_TRANSLATE_NOOP("words", "The other party"), QT_TRANSLATE_NOOP("words", "The agent"),
    QT_TRANSLATE_NOOP("words", "The enterprise"),  QT_TRANSLATE_NOOP("words", "The matter"),
};
static_assert(covers(roles, domain::Field::Role::Matter));

}

QString sentence(const base::Error &error)
{
    if (error.place == QLatin1StringView("forms/numbers.json"))
        return QCoreApplication::translate("words", "There is no legal number for this paper. Have the numbers entered in forms/numbers.json of the profile, "
                                                    "then print again: Ctrl+6, F3 shows which are there.");
    if (error.place == QLatin1StringView("leases.json"))
        return QCoreApplication::translate("words", "There is no legal number left for this paper. The hub is asked for more as soon as "
                                                    "it is reached; then print again. Ctrl+6, F3 shows how that goes.");
    return wordIn(errors, error.kind);
}

QString sentence(domain::FieldFault fault)
{
    return fault == domain::FieldFault::None ? QString() : wordIn(faults, fault);
}

QString name(domain::VerdictKind kind)
{
    return wordIn(verdicts, kind);
}

QString name(domain::Stage stage)
{
    return wordIn(stages, stage);
}

QString name(domain::PaperKind kind)
{
    return wordIn(papers, kind);
}

QString name(domain::Confidence confidence)
{
    return wordIn(confidences, confidence);
}

QString name(domain::Material::Form form)
{
    return wordIn(forms, form);
}

QString name(domain::Material::Acquisition acquisition)
{
    return wordIn(acquisitions, acquisition);
}

QString name(domain::Field::Role role)
{
    return wordIn(roles, role);
}

QString term(int workingDays)
{
    if (workingDays < 0)
        return {};
    if (workingDays == 0)
        return translated(QT_TRANSLATE_NOOP("words", "at once"));
    return QCoreApplication::translate("words", "%n working day(s)", nullptr, workingDays);
}

QString day(QDate date)
{
    return date.toString(Qt::ISODate);
}

}
