#pragma once

#include "core/desk/casework.h"
#include "core/domain/cardfill.h"

#include <QObject>
#include <QPointer>

class ApplicantForm;
class CardLine;
class PeoplePanel;
class StepCard;

/// Cards in intake: Ctrl+D reads the card of the person under the cursor, in the form or in a list, and fills in what it says. What the
/// clerk typed differently is written over only when it is wanted.
class IntakeCards final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    IntakeCards(CardLine &line, ApplicantForm &form, PeoplePanel &people, QObject *parent = nullptr);

    /// The key was pressed on \a work; null or filed: nothing.
    void press(desk::CaseWork *work);

signals:
    /// \a step is told when it is refused.
    void wanted(const domain::Command &command, StepCard *step);

private:
    /// Whose card it is.
    struct Place {
        QString field; ///< of the form; or
        QString roster;
        int row = -1; ///< in that list; one below the last is somebody new
    };
    Place place() const;
    domain::CardFilling filling(const Place &place, const domain::PersonCard &card) const;
    void take(const Place &place, const domain::PersonCard &card);
    void enter(const Place &place, const domain::CardFilling &filling, bool over);

    CardLine &m_line;
    ApplicantForm &m_form;
    PeoplePanel &m_people;
    QPointer<desk::CaseWork> m_work;
};
